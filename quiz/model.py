"""The data model: the parts of a guide, and the result of an assessment."""

from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from functools import cached_property, total_ordering
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from quiz.conditions import ALWAYS, Answers, AnyOf, Condition, Index, Picked

__all__ = [
    "NONE",
    "Ask",
    "BadGuide",
    "Call",
    "Care",
    "Guide",
    "Hazard",
    "Note",
    "Option",
    "Question",
    "Result",
    "Rule",
    "Source",
    "Topic",
    "UnknownAnswer",
    "Urgency",
]

NONE = "none"
"""The option id for "none of these", ignored as soon as anything else is ticked."""

type Kind = Literal["scale", "choice", "several"]

type Call = Literal["night", "morning", ""]
"""When to call, for `today`: now, at night too, or in the morning if it is steady; blank for other urgencies."""


type Pair = tuple[str, str]
"""An answer: a question id and an option id."""

type Level = tuple[int, bool]
"""What a result can rise through: how high its urgency is, and whether a call is for the night number."""


class UnknownAnswer(ValueError):
    """An answer names a question or an option that the guide does not have."""


class BadGuide(ValueError):
    """A guide breaks a rule that the engine and the pages rely on."""


@total_ordering
class Urgency(Enum):
    """How soon to get help, from the mildest to the most urgent."""

    EXPECTED = "expected"
    SOON = "soon"
    TODAY = "today"
    EMERGENCY = "emergency"

    level: int
    """0 for the mildest, 3 for the most urgent."""

    def __init__(self, _value: str) -> None:
        self.level = len(type(self).__members__)

    def __lt__(self, other: "Urgency") -> bool:
        """Say whether this urgency is lower than the other."""
        return self.level < other.level


class Source(NamedTuple):
    """A reference for a rule: title, publisher, when it was last seen (ISO date or month), a link if one is known."""

    title: str
    publisher: str
    seen: str
    url: str = ""


class Hazard(NamedTuple):
    """A harm that rules detect, with the name that a reader is shown."""

    id: str
    name: str


class Option(NamedTuple):
    """One answer to a question.

    `reports` marks an answer that reports a symptom. `stands_for` makes it a "not sure": the options
    of the same question that it may be. `group` is the heading it stands under; `folded` puts both into a
    part of the list that opens. `cluster` is the cluster that a symptom counts in, where it differs from its
    question's. `named` is the answer as part of a sentence that says a rule in words: "a very bad headache".
    `said` is the answer as it is told back to the person and on the phone, where that takes fewer words.
    `red_flag` marks a warning sign that is asked in a follow-up question: results that are no call today list
    those that nobody was asked about.
    """

    id: str
    text: str
    reports: bool = False
    stands_for: tuple[str, ...] = ()
    group: str = ""
    folded: bool = False
    cluster: str = ""
    named: str = ""
    red_flag: bool = False
    said: str = ""


class Question(NamedTuple):
    """One question of the quiz.

    `theirs` is the same question put to someone who answers for another person, where `text` does not
    fit both. `about` finishes the sentence "You were not sure about ...". The options of a scale go from
    the mildest to the worst. `cluster` is the cluster that its symptoms count in. Questions with the same
    `screen` share one when somebody with many symptoms would otherwise meet too many screens; those that are
    `together` always do.
    """

    id: str
    kind: Kind
    text: str
    about: str
    options: tuple[Option, ...]
    ask_if: Condition = ALWAYS
    theirs: str = ""
    hint: str = ""
    cluster: str = ""
    screen: str = ""
    together: bool = False

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the ids of all options but "not sure"."""
        return tuple(option.id for option in self.options if not option.stands_for)

    @property
    def in_order(self) -> tuple[Option, ...]:
        """Return the options as they are shown: on a scale the worst first, so that skimming errs upwards.

        "Not sure" stands last there: it is no step of the scale.
        """
        if self.kind != "scale":
            return self.options
        return (
            *(option for option in reversed(self.options) if not option.stands_for),
            *(option for option in self.options if option.stands_for),
        )

    @property
    def reports(self) -> bool:
        """Say whether any option reports a symptom."""
        return any(option.reports for option in self.options)

    def told(self, ids: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return what an answer of these options states, and what it makes possible ("not sure" resolved)."""
        picked = frozenset(ids)
        if len(picked) > 1:
            picked -= {NONE}
        unsure = [option for option in self.options if option.stands_for and option.id in picked]
        if not unsure:
            return picked, picked
        stated = picked - {option.id for option in unsure}
        return stated, stated.union(*(option.stands_for for option in unsure))

    def is_(self, *options: str) -> Picked:
        """Return the condition that one of the options is picked."""
        return Picked(self.id, options)

    def at_least(self, step: str) -> Picked:
        """Return the condition that this step of the scale, or a worse one, is picked."""
        if step not in self.steps:
            wanted = ", ".join(self.steps)
            raise BadGuide(f"{self.id}.at_least: got {step!r}, wanted one of {wanted}. Fix the step's name.")
        return Picked(self.id, self.steps[self.steps.index(step) :], threshold=step)


class Rule(NamedTuple):
    """A condition, the urgency when it holds, and one sentence that says why.

    `call` says of urgency `today` when to call: `night`, the night number now; `morning`, it may wait for
    the morning while it is steady. `ask` is the question to put on the phone; it names no person, so that it
    fits whoever calls. `said_by`: the ids of rules whose reasons say as much; beside one of them it is no reason.
    `softer` says what an earlier version gave, where this one is less strict: whoever signs the rule is told.
    `floor` marks a rule that gives a group of people no less than its urgency: of several only the strongest is a
    reason, and none is beside an emergency.
    """

    id: str
    when: Condition
    urgency: Urgency
    because: str
    hazards: tuple[Hazard, ...]
    sources: tuple[Source, ...]
    call: Call = ""
    softer: str = ""
    ask: str = ""
    said_by: tuple[str, ...] = ()
    floor: bool = False

    @property
    def level(self) -> Level:
        """Return how high a result is that rests on this rule."""
        return self.urgency.level, self.call == "night"


class Ask(NamedTuple):
    """A question that is still worth asking, and those of its options that are worth showing."""

    question: Question
    options: tuple[Option, ...]


class Note(NamedTuple):
    """Advice that opens every result while its condition holds; `id` is the advice text.

    `instead`: the heading with which it stands in place of what `expected` says to everyone else; blank
    for advice that comes on top. `named` finishes the sentence "Instead you read the advice for ...".
    `before_numbers`: in an emergency it stands above the numbers to call, because help is nearer than
    they are. `heading`: what to do first, as the heading of a call today while the note holds, and with
    `before_numbers` of an emergency too.
    """

    id: str
    when: Condition
    instead: str = ""
    named: str = ""
    before_numbers: bool = False
    heading: str = ""


class Care(NamedTuple):
    """A topic of self-care, told while its condition holds; its words are the advice text `care-<id>`."""

    id: str
    when: Condition


class Topic(NamedTuple):
    """Rules about one topic, under the heading and the sentence that a reader is shown."""

    title: str
    about: str
    rules: tuple[Rule, ...]


class Guide:
    """A knowledge base: questions in reading order, rules, notes, hazards, topics of self-care (the weightiest first).

    `for_another` holds when the person who answers is not the patient. `topics` are the same rules under
    headings. `baseline` are the answers with which the table of symptom pairs starts: they open the list
    of symptoms, and name the mildest answer where it is not the first. Raises `BadGuide` for a guide
    that the engine or the pages could not rely on, naming the place and the fix.
    """

    def __init__(  # noqa: PLR0913 - each is a part that a guide has
        self,
        *,
        version: str,
        dated: str,
        questions: tuple[Question, ...],
        rules: tuple[Rule, ...],
        notes: tuple[Note, ...],
        hazards: tuple[Hazard, ...],
        for_another: Picked | None = None,
        topics: tuple[Topic, ...] = (),
        baseline: Answers = MappingProxyType({}),
        care: tuple[Care, ...] = (),
    ) -> None:
        self.version = version
        self.dated = dated
        self.questions = questions
        self.rules = rules
        self.notes = notes
        self.hazards = hazards
        self.for_another = for_another
        self.topics = topics
        self.baseline = baseline
        self.care = care
        if __debug__:  # compiled away for the browser, which gets the guide that a build has checked
            for error in _errors(self):
                raise BadGuide(error)

    def __replace__(self, **changes: Any) -> "Guide":  # noqa: ANN401 - a part of any kind
        """Return a copy of the guide with these parts replaced."""
        parts = "version", "dated", "questions", "rules", "notes", "hazards"
        optional = "for_another", "topics", "baseline", "care"
        return Guide(**{**{name: getattr(self, name) for name in (*parts, *optional)}, **changes})

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by id, in reading order."""
        return {question.id: question for question in self.questions}

    @cached_property
    def option_ids(self) -> dict[str, tuple[str, ...]]:
        """The ids of the options of each question, by its id."""
        return {question.id: tuple(option.id for option in question.options) for question in self.questions}

    @cached_property
    def steps(self) -> dict[str, frozenset[str]]:
        """The ids of the options of each question but "not sure", by its id."""
        return {question.id: frozenset(question.steps) for question in self.questions}

    @cached_property
    def reported(self) -> frozenset[Pair]:
        """The answers that report a symptom."""
        return frozenset(
            (question.id, option.id) for question in self.questions for option in question.options if option.reports
        )

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The level of each rule, in their order."""
        return tuple(rule.level for rule in self.rules)

    @cached_property
    def looked_at_by(self) -> dict[Pair, list[int]]:
        """By (question id, option id): the places of the rules that look at it, those that look at little first."""
        return _by_pair(_pairs(rule.when) for rule in self.rules)

    @cached_property
    def covered_by(self) -> dict[Pair, list[int]]:
        """By (question id, option id) of a symptom: the places of the rules that can cover it."""
        return _by_pair(self.covers[rule.id] for rule in self.rules)

    @cached_property
    def noted_by(self) -> dict[Pair, list[int]]:
        """By (question id, option id): the places of the notes that look at it."""
        return _by_pair(_pairs(note.when) for note in self.notes)

    @cached_property
    def opening(self) -> dict[Pair, list[int]]:
        """By (question id, option id): the places of the questions whose `ask_if` looks at it."""
        return _by_pair(_pairs(question.ask_if) for question in self.questions)

    @cached_property
    def index(self) -> Index:
        """The conditions of the rules, in their order."""
        return Index(rule.when for rule in self.rules)

    @cached_property
    def openers(self) -> dict[str, frozenset[tuple[str, str]]]:
        """By the id of a follow-up question: the (question id, option id) pairs that open it; for others, none."""
        return {
            question.id: frozenset(
                (leaf.question, option)
                for leaf in question.ask_if.leaves()
                for option in leaf.options
                if option != NONE  # reports no symptom
            )
            if question.reports
            else frozenset()
            for question in self.questions
        }

    @cached_property
    def covers(self) -> dict[str, frozenset[tuple[str, str]]]:
        """By rule id: the (question id, option id) pairs that it can cover, directly or by a follow-up question."""
        return {
            rule.id: frozenset(
                pair
                for leaf in rule.when.leaves()
                for pair in (*((leaf.question, option) for option in leaf.options), *self.openers[leaf.question])
            )
            for rule in self.rules
        }

    @cached_property
    def superseded(self) -> dict[str, tuple[tuple[Picked, tuple[tuple[str, Picked], ...]], ...]]:
        """By the id of a rule about one scale, or about any of several answers: its thresholds, with the worse ones.

        Each comes with the (rule id, threshold) pairs for worse steps of its scale, at the same urgency or more.
        """
        # Listed first: to walk every rule for each rule takes long.
        leaves_of = [(rule, tuple(rule.when.leaves())) for rule in self.rules]
        reports = {question.id for question in self.questions if question.reports}
        thresholds: dict[str, list[tuple[Rule, Picked]]] = {}
        for rule, leaves in leaves_of:
            for leaf in leaves:
                if leaf.threshold:
                    thresholds.setdefault(leaf.question, []).append((rule, leaf))
        found = {}
        for rule, leaves in leaves_of:
            reporting = [leaf for leaf in leaves if leaf.question in reports]
            if len({leaf.question for leaf in reporting}) == 1:
                reporting = reporting[:1]
            elif not isinstance(rule.when, AnyOf) or not all(isinstance(part, Picked) for part in rule.when.parts):
                continue
            found[rule.id] = tuple(
                (
                    own,
                    tuple(
                        (other.id, leaf)
                        for other, leaf in thresholds.get(own.question, ())
                        if other is not rule and other.urgency >= rule.urgency and set(leaf.options) < set(own.options)
                    ),
                )
                for own in reporting
            )
        return found

    def question(self, name: str) -> Question:
        """Return the question with this id."""
        return self.by_id[name]


class Result(NamedTuple):
    """The result of an assessment.

    `reasons`: the rules that fire on the stated answers, most urgent first, at the urgency and one level
    below. `asks`: what is still worth asking; without any the result is final, however the rest of the path
    would be answered. `unsure`: ids of the questions answered with a "not sure" that raised the urgency.
    `unknown`: (question id, option id) of symptoms that no rule covers. `rests_on`: (question id, option id)
    of the answers that the rules of this urgency fired on, including what a "not sure" stands for. `call`:
    for `today` only, `night` if one rule that fires on the possible answers says so or no rule decided,
    otherwise `morning`.
    """

    urgency: Urgency
    reasons: tuple[Rule, ...]
    asks: tuple[Ask, ...] = ()
    unsure: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    rests_on: tuple[tuple[str, str], ...] = ()
    call: Call = ""

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The ids of the questions that are still worth asking."""
        return tuple(ask.question.id for ask in self.asks)


def _pairs(condition: Condition) -> frozenset[Pair]:
    """Return every answer that a condition looks at."""
    return frozenset((leaf.question, option) for leaf in condition.leaves() for option in leaf.options)


def _by_pair(pairs: Iterable[frozenset[Pair]]) -> dict[Pair, list[int]]:
    """Return the places of the sets that hold each pair, the smallest set first."""
    found: dict[Pair, list[int]] = {}
    for place, held in sorted(enumerate(pairs), key=lambda placed: len(placed[1])):
        for pair in held:
            found.setdefault(pair, []).append(place)
    return found


def _errors(guide: Guide) -> Iterator[str]:
    yield from _duplicates("question", [question.id for question in guide.questions])
    yield from _duplicates("rule", [rule.id for rule in guide.rules])
    yield from _duplicates("hazard", [hazard.id for hazard in guide.hazards])
    yield from _duplicates("care", [care.id for care in guide.care])
    earlier: dict[str, Question] = {}
    for question in guide.questions:
        yield from _duplicates(f"option of {question.id}", [option.id for option in question.options])
        yield from _not_sure_errors(question)
        yield from _condition_errors(f"question {question.id}: ask_if", question.ask_if, guide, earlier)
        yield from _none_errors(question, earlier, guide)
        earlier[question.id] = question
    for rule in guide.rules:
        yield from _condition_errors(f"rule {rule.id}: when", rule.when, guide, earlier)
        if rule.urgency is not Urgency.EXPECTED and any(NONE in leaf.options for leaf in rule.when.leaves()):
            yield (
                f"rule {rule.id}: got {NONE!r} at urgency {rule.urgency.value!r}, wanted it only at"
                f" {Urgency.EXPECTED.value!r}, because ticking more drops it. Name the answers instead."
            )
        if rule.urgency is Urgency.TODAY and rule.call not in ("night", "morning"):
            yield (
                f"rule {rule.id}: got call={rule.call!r} at urgency 'today', wanted 'night' or 'morning'."
                " Add call='night' where the night number is to be rung, call='morning' where it may wait while steady."
            )
        if rule.urgency is not Urgency.TODAY and rule.call:
            yield (
                f"rule {rule.id}: got call={rule.call!r} at urgency {rule.urgency.value!r}, wanted it at 'today' only."
                " Take the call out."
            )
        if rule.urgency is Urgency.TODAY and not rule.ask and any(other.ask for other in guide.rules):
            yield (
                f"rule {rule.id}: got no ask at urgency 'today', wanted the question to put on the phone,"
                " as other rules have one. Add ask."
            )
    for care in guide.care:
        yield from _condition_errors(f"care {care.id}: when", care.when, guide, earlier)
    for note in guide.notes:
        yield from _condition_errors(f"note {note.id}: when", note.when, guide, earlier)
        if note.instead and not note.named:
            yield (
                f"note {note.id}: got instead={note.instead!r} without named, wanted what that advice is for."
                " Add named, as part of a sentence."
            )


def _duplicates(kind: str, ids: list[str]) -> Iterator[str]:
    for name in ids:
        if ids.count(name) > 1:
            yield f"{kind} {name!r}: got this id {ids.count(name)} times, wanted once. Rename all but one."


def _not_sure_errors(question: Question) -> Iterator[str]:
    for option in question.options:
        unknown = [name for name in option.stands_for if name not in question.steps]
        if unknown:
            yield (
                f"question {question.id}: {option.id!r} stands for {unknown[0]!r},"
                f" wanted one of {', '.join(question.steps)}. Fix its stands_for."
            )
        # One step above the mildest: "everything" would send most mild cases to a call today.
        if question.kind == "scale" and option.stands_for and len(question.steps) < 3:  # noqa: PLR2004
            yield (
                f"question {question.id}: got {len(question.steps)} steps,"
                " wanted 3 or more on a scale with a 'not sure'. Add a step, or make it a choice."
            )


def _condition_errors(place: str, condition: Condition, guide: Guide, earlier: dict[str, Question]) -> Iterator[str]:
    for leaf in condition.leaves():
        question = earlier.get(leaf.question)
        if question is None:
            yield f"{place}: got question {leaf.question!r}, wanted one that is asked before. Move or rename it."
            continue
        unknown = [name for name in leaf.options if name not in guide.steps[question.id]]
        if unknown:
            yield (
                f"{place}: got option {unknown[0]!r} of {question.id}, wanted one of"
                f" {', '.join(question.steps)}. Fix the condition."
            )
        if question.kind == "scale" and leaf.threshold is None:
            yield (
                f"{place}: got {question.id}.is_({', '.join(map(repr, leaf.options))}) on a scale,"
                f" where a worse answer must count too. Write {question.id}.at_least(...) instead."
            )
        if question.kind != "scale" and leaf.threshold is not None:
            yield (
                f"{place}: got {question.id}.at_least({leaf.threshold!r}) on a {question.kind},"
                f" whose options have no order. Write {question.id}.is_(...) instead."
            )


def _none_errors(question: Question, earlier: dict[str, Question], guide: Guide) -> Iterator[str]:
    """Yield an error where `none`, which any tick drops again, opens a question and a tick is no emergency."""
    for leaf in question.ask_if.leaves():
        if NONE not in leaf.options or leaf.question not in earlier:
            continue
        emergencies = {
            option
            for rule in guide.rules
            if rule.urgency is Urgency.EMERGENCY
            and isinstance(rule.when, Picked)
            and rule.when.question == leaf.question
            for option in rule.when.options
        }
        others = [name for name in earlier[leaf.question].steps if name != NONE and name not in emergencies]
        if others:
            yield (
                f"question {question.id}: ask_if names {NONE!r} of {leaf.question}, whose answer {others[0]!r} is no"
                " emergency by itself. Name the answers that open the question instead."
            )
