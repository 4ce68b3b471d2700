"""What an interview still has to ask: the questions and options that can change its result.

A result only rises through rules, and conditions have no negation. So the rules that hold now are the least, and those
that hold when all that is still open is picked at once are the most that can come. Only what stands between can matter.
"""

from collections.abc import Mapping

from quiz.conditions import Answers, Condition
from quiz.model import NONE, Ask, Guide, Level, Option, Pair, Question, Urgency

__all__ = ["Interview"]

NO_RULE: Level = (-1, False)
NIGHT: Level = (Urgency.TODAY.level, True)
"""The level of a result for which no rule decides, or that leaves a symptom uncovered."""


class Interview:
    """The open questions after some answers, and what of them can still change the result.

    `possible`: the answers to the questions on the path. `met`: the places of the rules that they meet. `uncovered`:
    the symptoms that these leave uncovered. `shown`: as `next_questions` has it.
    """

    def __init__(  # noqa: PLR0913 - each has been worked out for the result already
        self,
        guide: Guide,
        *,
        answers: Answers,
        path: list[Question],
        possible: Mapping[str, frozenset[str]],
        met: list[int],
        uncovered: tuple[Pair, ...],
        shown: Answers,
    ) -> None:
        self._guide = guide
        self._path = path
        self._possible = possible
        self._shown = shown
        self._met = frozenset(met)
        self._least = max((guide.levels[place] for place in met), default=NO_RULE)
        self._on_path = {question.id for question in path}
        self._most: dict[str, frozenset[str]] = {}
        """What can be picked at most, by question id. Conditions look at earlier questions: one round finds all."""
        self._open: dict[str, frozenset[str]] = {}
        """What of it may come on top of the answers."""
        for question in guide.questions:
            if question.ask_if.holds(self._most):
                name = question.id
                self._open[name] = self._may_come(question, answers)
                self._most[name] = self._open[name] | possible[name] if name in possible else self._open[name]
        self._opened: dict[int, frozenset[Pair]] = {}
        self._reached: dict[int, frozenset[Pair]] = {}
        self._changing: dict[int, frozenset[Pair]] = {}
        self._worth: dict[str, bool] = {}
        self._doubtful: set[Pair] = set()
        if self._least < NIGHT:
            if all(map(self._can_be_covered, uncovered)):
                self._doubtful = {*uncovered, *self._may_be_told()}
            else:
                self._least = NIGHT

    def asks(self) -> tuple[Ask, ...]:
        """Return the questions on the path that are worth asking, each with the options that are worth showing."""
        return tuple(
            Ask(question, self._options(question)) for question in self._path if self._is_worth_asking(question)
        )

    def _may_come(self, question: Question, answers: Answers) -> frozenset[str]:
        name, steps = question.id, self._guide.steps[question.id]
        given = answers.get(name)
        if not given:
            return steps
        unseen = steps.difference(self._shown[name], given) if name in self._shown else frozenset()
        # An answer off the path counts again once its question is asked again.
        return unseen if name in self._on_path else unseen | question.told(given)[1]

    def _may_be_told(self) -> set[Pair]:
        """Return the symptoms that may still be reported: each may be left uncovered."""
        pairs = {(name, option) for name, options in self._open.items() for option in options}
        return pairs & self._guide.reported

    def _can_be_covered(self, symptom: Pair) -> bool:
        """Say whether a symptom can be covered at all."""
        return any(
            pair == symptom or symptom in self._guide.openers[pair[0]]
            for place in self._guide.covered_by.get(symptom, ())
            for pair in self._reach(place)
        )

    def _options(self, question: Question) -> tuple[Option, ...]:
        # Everybody must find an answer that is true: one on each scale and in each choice, "none of these" in a list.
        # One of symptoms stays whole, so that nobody who has one says "none"; so does one where a rule looks at "none".
        steps = self._guide.steps[question.id]
        whole = question.kind != "several" or question.reports or NONE not in steps
        if whole or self._matters((question.id, NONE)):
            return question.options
        kept = {option for option in steps if self._matters((question.id, option))}
        kept.update(self._shown.get(question.id, ()))
        return tuple(
            option
            for option in question.options
            if option.id == NONE or option.id in kept or not kept.isdisjoint(option.stands_for)
        )

    def _is_worth_asking(self, question: Question) -> bool:
        if question.id not in self._worth:
            self._worth[question.id] = any(self._matters((question.id, option)) for option in self._open[question.id])
        return self._worth[question.id]

    def _matters(self, pair: Pair) -> bool:
        """Say whether an answer can change the result, its call or the advice that opens it, directly or further on."""
        guide = self._guide
        return (
            pair in self._doubtful
            or any(pair in self._change(place) for place in guide.looked_at_by.get(pair, ()))
            or any(pair in self._open_up(place) for place in guide.opening.get(pair, ()))
            or any(pair in self._advise(guide.notes[place].when) for place in guide.noted_by.get(pair, ()))
        )

    def _change(self, place: int) -> frozenset[Pair]:
        """Return the answers by which a rule can still change the result: it is more urgent, or it covers a symptom."""
        if place not in self._changing:
            rises = self._guide.levels[place] > self._least and place not in self._met
            covers = self._guide.covers[self._guide.rules[place].id]
            wanted = rises or not self._doubtful.isdisjoint(covers)
            self._changing[place] = self._reach(place) if wanted else frozenset()
        return self._changing[place]

    def _reach(self, place: int) -> frozenset[Pair]:
        """Return the answers by which a rule can be met; none where it cannot."""
        if place not in self._reached:
            self._reached[place] = self._guide.rules[place].when.evidence(self._most)
        return self._reached[place]

    def _open_up(self, place: int) -> frozenset[Pair]:
        """Return the answers that can open a question, if it is off the path and would be worth asking."""
        if place not in self._opened:
            question = self._guide.questions[place]
            off_path = question.id in self._most and question.id not in self._on_path
            wanted = off_path and self._is_worth_asking(question)
            self._opened[place] = question.ask_if.evidence(self._most) if wanted else frozenset()
        return self._opened[place]

    def _advise(self, when: Condition) -> frozenset[Pair]:
        """Return the answers that can bring a note, whose condition this is, in front of the result."""
        return frozenset() if when.holds(self._possible) else when.evidence(self._most)
