"""The vocabulary: what a guide is made of and what an assessment gives back."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property, total_ordering
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from quiz.conditions import ALWAYS, Answers, Condition, Picked

__all__ = [
    "NONE",
    "BadGuide",
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


class UnknownAnswer(ValueError):
    """An answer names a question or an option that the guide does not have."""


class BadGuide(ValueError):
    """A question or rule breaks a promise that the engine and the pages rely on."""


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
        """Say whether this one can wait longer than the other."""
        return self.level < other.level


class Source(NamedTuple):
    """Where a rule comes from: title, publisher, when it was seen (ISO date or month), a link if one is known."""

    title: str
    publisher: str
    seen: str
    url: str = ""


class Hazard(NamedTuple):
    """A harm that rules watch for, with a name a reader can be shown."""

    id: str
    name: str


class Option(NamedTuple):
    """One answer to a question.

    `reports` marks an answer that tells of a symptom. `stands_for` makes it a "not sure": the options
    of the same question that it may be. `group` is the heading it stands under. `cluster` is the group
    a symptom counts in, where it differs from its question's. `named` is the answer as part of a
    sentence that says a rule in words: "a very bad headache".
    """

    id: str
    text: str
    reports: bool = False
    stands_for: tuple[str, ...] = ()
    group: str = ""
    cluster: str = ""
    named: str = ""


class Question(NamedTuple):
    """One screen of the quiz.

    `theirs` is the same question put to someone who answers for another person, where `text` does not
    fit both. `about` finishes the sentence "You were not sure about ...". The options of a scale go from
    the mildest to the worst. `cluster` is the group that its symptoms count in. Questions with the same
    `screen` share one when somebody with many symptoms would else meet too many screens.
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

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the option ids that mean something by themselves, "not sure" left out."""
        return tuple(option.id for option in self.options if not option.stands_for)

    @property
    def reports(self) -> bool:
        """Say whether an answer can tell of a symptom."""
        return any(option.reports for option in self.options)

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
    """When a condition holds, how soon to get help, and one sentence that says why."""

    id: str
    when: Condition
    urgency: Urgency
    because: str
    hazards: tuple[Hazard, ...]
    sources: tuple[Source, ...]


class Note(NamedTuple):
    """Advice that opens every result while its condition holds; `id` is the advice text.

    `instead`: the heading with which it stands in place of what `expected` says to everyone else; blank
    for advice that comes on top.
    """

    id: str
    when: Condition
    instead: str = ""


class Topic(NamedTuple):
    """Rules about one thing, under the heading and the sentence that a reader is shown."""

    title: str
    about: str
    rules: tuple[Rule, ...]


class Guide:
    """A package of knowledge: questions in reading order, rules, notes, hazards.

    `for_another` holds when the person who answers is not the one it is about. `topics` are the rules
    once more, under headings. `everyday` are answers that open the list of symptoms, for a table of what
    two of them give together. Raises `BadGuide` for a guide that breaks a promise, naming the place and
    the cure.
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
        everyday: Answers = MappingProxyType({}),
    ) -> None:
        self.version = version
        self.dated = dated
        self.questions = questions
        self.rules = rules
        self.notes = notes
        self.hazards = hazards
        self.for_another = for_another
        self.topics = topics
        self.everyday = everyday
        if __debug__:  # compiled away for the browser, which gets the guide that a build has checked
            for complaint in _complaints(self):
                raise BadGuide(complaint)

    def __replace__(self, **changes: Any) -> "Guide":  # noqa: ANN401 - a part of any kind
        """Return a guide with these parts in place of its own."""
        names = ("version", "dated", "questions", "rules", "notes", "hazards", "for_another", "topics", "everyday")
        return Guide(**{**{name: getattr(self, name) for name in names}, **changes})

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by id, in reading order."""
        return {question.id: question for question in self.questions}

    @cached_property
    def openers(self) -> dict[str, frozenset[tuple[str, str]]]:
        """For each question that asks more about a symptom: the (question id, option id) pairs that open it."""
        return {
            question.id: frozenset(
                (leaf.question, option)
                for leaf in question.ask_if.leaves()
                for option in leaf.options
                if option != NONE  # to tick nothing is to tell of no symptom
            )
            if question.reports
            else frozenset()
            for question in self.questions
        }

    @cached_property
    def covers(self) -> dict[str, frozenset[tuple[str, str]]]:
        """By rule id: the (question id, option id) pairs that it can explain, itself or through a follow-up."""
        return {
            rule.id: frozenset(
                pair
                for leaf in rule.when.leaves()
                for pair in (*((leaf.question, option) for option in leaf.options), *self.openers[leaf.question])
            )
            for rule in self.rules
        }

    @cached_property
    def superseded(self) -> dict[str, tuple[tuple[str, Picked], ...]]:
        """By the id of a rule about one scale alone: the rules, with the part, that speak of a worse step of it."""
        leaves = [
            (rule, tuple(rule.when.leaves())) for rule in self.rules
        ]  # once: to walk every rule for each takes long
        steps = [(rule, leaf) for rule, every in leaves for leaf in every if leaf.threshold]
        found = {}
        for rule, every in leaves:
            own = [leaf for leaf in every if self.by_id[leaf.question].reports]
            if len({leaf.question for leaf in own}) == 1:
                found[rule.id] = tuple(
                    (other.id, leaf)
                    for other, leaf in steps
                    if leaf.question == own[0].question
                    and other is not rule
                    and other.urgency >= rule.urgency
                    and set(leaf.options) < set(own[0].options)
                )
        return found

    def question(self, name: str) -> Question:
        """Return the question with this id."""
        return self.by_id[name]


class Result(NamedTuple):
    """What an assessment gives back.

    `reasons`: the rules that what was said makes fire, strongest first, at the urgency and one below.
    `unanswered`, `unsure`: ids of questions on the path with no answer, and of those answered with a
    "not sure" that raised the urgency. `unknown`: (question id, option id) of symptoms no rule covers.
    `rests_on`: (question id, option id) of the answers that the urgency's rules fired on, those that a
    "not sure" stands for included.
    """

    urgency: Urgency
    reasons: tuple[Rule, ...]
    unanswered: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    rests_on: tuple[tuple[str, str], ...] = ()


def _complaints(guide: Guide) -> Iterator[str]:
    yield from _twice("question", [question.id for question in guide.questions])
    yield from _twice("rule", [rule.id for rule in guide.rules])
    yield from _twice("hazard", [hazard.id for hazard in guide.hazards])
    asked: dict[str, Question] = {}
    for question in guide.questions:
        yield from _twice(f"option of {question.id}", [option.id for option in question.options])
        yield from _not_sure(question)
        yield from _condition(f"question {question.id}: ask_if", question.ask_if, asked)
        yield from _none_opens(question, asked, guide)
        asked[question.id] = question
    for rule in guide.rules:
        yield from _condition(f"rule {rule.id}: when", rule.when, asked)
        if rule.urgency is not Urgency.EXPECTED and any(NONE in leaf.options for leaf in rule.when.leaves()):
            yield (
                f"rule {rule.id}: got {NONE!r} at urgency {rule.urgency.value!r}, wanted it only at"
                f" {Urgency.EXPECTED.value!r}, because ticking more drops it. Name the answers instead."
            )
    for note in guide.notes:
        yield from _condition(f"note {note.id}: when", note.when, asked)


def _twice(thing: str, ids: list[str]) -> Iterator[str]:
    for name in ids:
        if ids.count(name) > 1:
            yield f"{thing} {name!r}: got this id {ids.count(name)} times, wanted once. Rename all but one."


def _not_sure(question: Question) -> Iterator[str]:
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


def _condition(place: str, condition: Condition, asked: dict[str, Question]) -> Iterator[str]:
    for leaf in condition.leaves():
        question = asked.get(leaf.question)
        if question is None:
            yield f"{place}: got question {leaf.question!r}, wanted one that is asked before. Move or rename it."
            continue
        unknown = [name for name in leaf.options if name not in question.steps]
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


def _none_opens(question: Question, asked: dict[str, Question], guide: Guide) -> Iterator[str]:
    """Ticking more drops `none` and closes what it opened: safe only where each tick alone is an emergency."""
    for leaf in question.ask_if.leaves():
        if NONE not in leaf.options or leaf.question not in asked:
            continue
        alarms = {
            option
            for rule in guide.rules
            if rule.urgency is Urgency.EMERGENCY
            and isinstance(rule.when, Picked)
            and rule.when.question == leaf.question
            for option in rule.when.options
        }
        quiet = [name for name in asked[leaf.question].steps if name != NONE and name not in alarms]
        if quiet:
            yield (
                f"question {question.id}: ask_if names {NONE!r} of {leaf.question}, whose answer {quiet[0]!r} is no"
                " emergency by itself. Name the answers that open the question instead."
            )
