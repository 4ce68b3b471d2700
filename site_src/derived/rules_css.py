"""A guide's conditions compiled to CSS: which question is open, and which urgency applies, without a script.

One form holds every question and one block every result. A condition becomes a chain of `:has()` on the form, and the
results follow it: a browser reads a chain again for whatever changes inside the element that has it, and much changes
when a result is shown. `:where()` keeps all of them at one specificity, so the later rule wins and the urgencies are
simply written from the mildest to the most urgent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, combinations

from quiz.conditions import AnyOf, AtLeast, Condition, Picked, TwoClusters
from quiz.model import NONE, Guide, Question, Rule, Urgency

__all__ = ["compile_css"]

RESULTS = "~ :where([data-results])"

type Terms = tuple[str, ...]
"""Selectors of the form that must all match."""

type Goal = tuple[str, frozenset[str]]
"""A part of what a question waits for: one of the options of a question, by their ids."""

type Known = frozenset[Goal]
"""The goals that are met wherever something else holds."""


def compile_css(guide: Guide) -> str:
    """Return the style sheet that shows open questions, notes and the urgency that the answers earn.

    It sets `--on-path: 1` on every open `fieldset[data-question]`, shows `[data-note]` while its
    condition holds (and hides `[data-advice]` where the note stands instead), shows one of
    `[data-yours]` and `[data-theirs]`, and at most one of `[data-urgency]` and `[data-unfinished]`.
    A browser that cannot read it goes on showing `.too-old` in place of the quiz.
    """
    return "\n".join(_Compiler(guide).lines()) + "\n"


class _Compiler:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.said: dict[int, tuple[Condition, Known]] = {}
        """What conditions say, by their identity; each is kept, so that no other can get the same."""
        self.written: dict[tuple[str, tuple[str, ...], Known], Terms] = {}
        """The selectors of single answers: rules that count others name the same ones many times."""

    @cached_property
    def goals(self) -> dict[str, set[frozenset[str]]]:
        """The options of each question that others wait for."""
        found: dict[str, set[frozenset[str]]] = {question.id: set() for question in self.guide.questions}
        for question in self.guide.questions:
            for leaf in question.ask_if.leaves():
                found[leaf.question].add(frozenset(leaf.options))
        return found

    @cached_property
    def whens(self) -> dict[str, frozenset[Condition]]:
        """The condition of each rule by the rule's id, as a set: sets made of these need not hash it again."""
        return {rule.id: frozenset([rule.when]) for rule in self.guide.rules}

    @cached_property
    def milder(self) -> list[tuple[Rule, frozenset[Condition]]]:
        """Each rule that earns less than `today`, with the conditions of all other rules."""
        whens = frozenset().union(*self.whens.values())
        return [(rule, whens - self.whens[rule.id]) for rule in self.guide.rules if rule.urgency < Urgency.TODAY]

    def lines(self) -> Iterator[str]:
        # In a page that was saved by a browser the fields are dead.
        quiz, other = "quiz-flow{display:block}", "quiz-flow:not(:has(:disabled))~.too-old{display:none}"
        yield f"@supports selector(:has(*)){{{quiz}{other}}}"
        yield "fieldset[data-question]{--on-path:0;display:none}"
        for question in self.guide.questions:
            yield (
                f"{self.when([self.terms(question.ask_if)])} fieldset[data-question={_quote(question.id)}]"
                "{--on-path:1;display:var(--step,block)}"
            )
        yield "[data-note]{display:none}"
        for note in self.guide.notes:
            noted = f"{self.when([self.terms(note.when)])} {RESULTS}"
            yield f"{noted} [data-note={_quote(note.id)}]{{display:block}}"
            if note.instead:
                yield f"{noted} [data-advice]{{display:none}}"
        if self.guide.for_another:
            theirs = self.when([self.terms(self.guide.for_another)])
            yield f"[data-theirs],{theirs} [data-yours]{{display:none}}"
            yield f"{theirs} [data-theirs]{{display:inline}}"

        # The engine's own order: nothing earned is `today`, and what is earned overrides it from the mildest up.
        yield f"[data-results]{{{_show(Urgency.TODAY.value)}}}"
        for urgency in (Urgency.EXPECTED, Urgency.SOON, Urgency.TODAY):
            yield self.result(self.earn(urgency), urgency.value)
        yield self.result(self.unfinished(), "unfinished")
        yield f":where(form:not(:has(fieldset :checked))) ~ [data-results]{{{_show('')}}}"
        yield self.result(self.earn(Urgency.EMERGENCY), Urgency.EMERGENCY.value)
        for name in _PANELS:
            attribute = f"[data-urgency={name}]" if name != "unfinished" else "[data-unfinished]"
            yield f"{attribute}{{display:var(--show-{name})}}"

    def result(self, ways: Iterable[Terms], panel: str) -> str:
        """Return the rule that shows a panel while any of the ways holds.

        Each way is a selector of its own. WebKit keeps a copy of a selector for each `:has()` in it: all ways in one
        `:is()` took it 10 seconds and 2.6 GB.
        """
        return ",\n".join(f"{self.when([way])} ~ [data-results]" for way in ways) + f"{{{_show(panel)}}}"

    def when(self, ways: Iterable[Terms]) -> str:
        """Return the selector of the form while any of the ways holds."""
        return f":where(form{''.join(_either(list(ways)))})"

    def earn(self, urgency: Urgency) -> Iterator[Terms]:
        """Yield what earns this urgency: its rules and, for `today`, each symptom that no milder rule covers."""
        others = frozenset().union(*(self.whens[rule.id] for rule in self.guide.rules if rule.urgency >= urgency))
        for rule in self.guide.rules:
            # A condition that asks for another rule's and more ("worse, and ...") changes nothing here.
            if rule.urgency is urgency and not _implied(rule.when, others - self.whens[rule.id]):
                yield from self.ways(rule.when)
        if urgency is Urgency.TODAY:
            for question in self.guide.questions:
                for option in question.options:
                    if option.reports and not self.alarms_alone(question, option.id):
                        yield from self.uncovered(question, option.id)

    def ways(self, condition: Condition) -> Iterator[Terms]:
        """Yield the selectors of a condition; where it counts pairs, those of each pair, so that none is long."""
        if not isinstance(condition, TwoClusters):
            yield self.terms(condition)
            return
        groups: dict[tuple[str, str], list[Condition]] = {}
        for when, cluster, question in condition.counted:
            groups.setdefault((cluster, question), []).append(when)
        for (one, these), (other, those) in combinations(groups.items(), 2):
            if one[0] != other[0] and one[1] != other[1]:
                yield self.terms(AnyOf(tuple(these)) & AnyOf(tuple(those)))

    def alarms_alone(self, question: Question, option: str) -> bool:
        """Say whether the option by itself earns `today` or more, so that it need not be covered."""
        return any(
            isinstance(rule.when, Picked)
            and rule.when.question == question.id
            and option in rule.when.options
            and rule.urgency >= Urgency.TODAY
            for rule in self.guide.rules
        )

    def uncovered(self, question: Question, option: str) -> Iterator[Terms]:
        """Yield what holds while the option is picked and no fired rule looks at it; nothing if one always does."""
        more = tuple(name for name, pairs in self.guide.openers.items() if (question.id, option) in pairs)
        covers = [
            _covering(rule.when, (question.id, option), more, others)
            for rule, others in self.milder
            if (question.id, option) in self.guide.covers[rule.id]
        ]
        ways = [self.terms(cover) for cover in covers if cover is not None]
        picked = self.terms(Picked(question.id, (option,)))
        # What being picked already says need not be said of the rules again.
        rests = ["".join(term for term in way if term not in picked) for way in ways]
        if all(rests):
            yield (*picked, f":not({','.join(rests)})") if rests else picked

    def unfinished(self) -> Iterator[Terms]:
        """Yield, for each question, the chain that holds while it is open and has no answer."""
        for question in self.guide.questions:
            yield (*self.terms(question.ask_if), f":not(:has([name={_quote(question.id)}]:checked))")

    def terms(self, condition: Condition, known: Known = frozenset()) -> Terms:
        """Return the selectors that must all match for the condition to hold, each once, where `known` holds too."""
        if isinstance(condition, Picked):
            answer = condition.question, condition.options, known
            if answer not in self.written:
                question = self.guide.by_id[condition.question]
                # An answer counts while its question is open; what is known may say that it is.
                asked = () if _met(question.ask_if, known) else self.terms(question.ask_if, known)
                self.written[answer] = _once(*asked, *self.picked(question, condition.options))
            return self.written[answer]
        if not isinstance(condition, AtLeast):
            raise TypeError(f"condition: got {condition!r}, wanted Picked or AtLeast. Teach quiz_css.py the new kind.")
        count, parts = condition.count, condition.parts
        if count == 0:
            return ()
        if count == len(parts):
            found: list[str] = []
            for part in parts:
                found += self.terms(part, known)
                known |= self.says(part)
            return _once(*found)
        if count == 1:
            return _either([self.terms(part, known) for part in parts])
        # So many from one half and the rest from the other: each part is written few times, not once a pair.
        half = len(parts) // 2
        one, other = parts[:half], parts[half:]
        return _either(
            [
                self.terms(AtLeast(here, one) & AtLeast(count - here, other), known)
                for here in range(max(0, count - len(other)), min(count, len(one)) + 1)
            ]
        )

    def says(self, condition: Condition) -> Known:
        """Return the goals that are met wherever the condition holds, as far as its form tells."""
        if id(condition) not in self.said:
            self.said[id(condition)] = condition, frozenset(self.goals_of(condition))
        return self.said[id(condition)][1]

    def goals_of(self, condition: Condition) -> Iterator[Goal]:
        """Yield what `says` returns."""
        if isinstance(condition, Picked):
            yield from self.says(self.guide.by_id[condition.question].ask_if)
            picked = set(condition.options)
            yield from (
                (condition.question, options) for options in self.goals[condition.question] if picked <= options
            )
        elif isinstance(condition, AtLeast):
            said = Counter(chain.from_iterable(map(self.says, condition.parts)))
            # The condition cannot hold by the parts that say nothing of a goal alone.
            yield from (goal for goal, parts in said.items() if len(condition.parts) - parts < condition.count)

    def picked(self, question: Question, options: tuple[str, ...]) -> Terms:
        """Return the selectors for one of the options, or a "not sure" that may be one of them."""
        name = f"[name={_quote(question.id)}]"
        if options == (NONE,):
            return (f":has({name}[value={NONE}]:checked)", f":not(:has({name}:not([value={NONE}]):checked))")
        values = [
            f"[value={_quote(option.id)}]"
            for option in question.options
            if option.id in options or set(option.stands_for) & set(options)
        ]
        which = values[0] if len(values) == 1 else f":is({','.join(values)})"
        return (f":has({name}{which}:checked)",)


_PANELS = (*(urgency.value for urgency in Urgency), "unfinished")


def _show(panel: str) -> str:
    return ";".join(f"--show-{name}:{'block' if name == panel else 'none'}" for name in _PANELS)


def _met(goal: Condition, known: Known) -> bool:
    """Say whether what is known is enough for the goal, as far as its form tells."""
    if isinstance(goal, AtLeast):
        return sum(_met(part, known) for part in goal.parts) >= goal.count
    return isinstance(goal, Picked) and (goal.question, frozenset(goal.options)) in known


def _implied(condition: Condition, others: frozenset[Condition]) -> bool:
    """Say whether the condition cannot hold without one of the others."""
    if condition in others:
        return True
    if not isinstance(condition, AtLeast):
        return False
    free = [part for part in condition.parts if not _implied(part, others)]
    return len(free) < condition.count


def _covering(
    condition: Condition, symptom: tuple[str, str], more: tuple[str, ...], others: frozenset[Condition]
) -> Condition | None:
    """Return the condition that holds when this one does and the symptom, or a follow-up of it, is part of why.

    Parts that are another rule's whole condition are left to that rule.
    """
    found: Condition | None = None
    if isinstance(condition, Picked):
        question, option = symptom
        if condition.question in more:
            found = condition
        elif condition.question == question and option in condition.options:
            found = Picked(question, (option,))
    elif isinstance(condition, AtLeast):
        covers = tuple(cover for part in condition.parts if (cover := _covering(part, symptom, more, others)))
        found = condition & AnyOf(covers) if covers else None
    # Looked for last: to find a condition in a set takes as long as all the rest.
    return None if found and condition in others else found


def _either(ways: list[Terms]) -> Terms:
    """Return the selectors for any of the ways; what several of them ask for is written once, in front."""
    shared = tuple(term for term in ways[0] if all(term in way for way in ways))
    rests = [tuple(term for term in way if term not in shared) for way in ways]
    if not all(rests):
        return shared
    alike: dict[str, list[Terms]] = {}
    for rest in rests:
        alike.setdefault(rest[0], []).append(rest)
    return (*shared, f":is({','.join(''.join(_either(group)) for group in alike.values())})")


def _once(*terms: str) -> Terms:
    return tuple(dict.fromkeys(terms))


def _quote(name: str) -> str:
    return name if name[0].isalpha() else f'"{name}"'
