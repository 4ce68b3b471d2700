"""What two things that a person tells give together: the table that shows whether rules add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quiz.engine import assess
from quiz.model import NONE, Guide, Question, Rule, Urgency
from site_src.derived import build_cache

__all__ = [
    "Cell",
    "Finding",
    "Row",
    "a_step_up",
    "answers_with",
    "findings",
    "kinds",
    "pairs",
    "read_together",
    "rows",
    "save",
    "sooner",
    "symptoms",
    "together",
    "urgency_of",
]

SAVED_AS = "combinations"

type Finding = tuple[str, str, str]
"""One thing a person can tell: the symptom ticked, and the (question id, option id) that says it."""


class Cell(NamedTuple):
    """How soon to get help for two things, and whether that is sooner than for either of them alone."""

    urgency: Urgency
    sooner: bool = False


class Row(NamedTuple):
    """One thing told, in words: its own urgency at its own place, and beside each other thing what both give."""

    words: str
    cells: tuple[Cell | None, ...]


def symptoms(guide: Guide) -> Question:
    """Return the question whose answers open those that ask more about each."""
    opened = set().union(*guide.openers.values())
    return next(q for q in guide.questions if q.reports and any((q.id, option.id) in opened for option in q.options))


def findings(guide: Guide) -> list[Finding]:
    """Return every single thing that a person can tell, each under the symptom that opens least besides."""
    question = symptoms(guide)
    opened = {
        option.id: [name for name, pairs in guide.openers.items() if (question.id, option.id) in pairs]
        for option in question.options
        if option.reports
    }
    found: list[Finding] = []
    for symptom, names in opened.items():
        if not names:
            found.append((symptom, question.id, symptom))
        for name in names:
            if symptom == min(
                (other for other in opened if name in opened[other]), key=lambda other: len(opened[other])
            ):
                found += [(symptom, name, option.id) for option in guide.question(name).options if option.reports]
    return found


def answers_with(guide: Guide, *things: Finding, **but: str) -> dict[str, list[str]]:
    """Return the finished answers of a person who tells these, everything else (`but` these) in the mildest way."""
    name_of_all = symptoms(guide).id
    given = {name: list(options) for name, options in guide.baseline.items()}
    given |= {name: [option] for name, option in but.items()}
    given[name_of_all] = list(dict.fromkeys(symptom for symptom, _, _ in things))
    for _, name, option in things:
        if name != name_of_all:
            given[name] = [*given.get(name, []), option]
    # Those of questions that stay shut do not count.
    return {name: [option] for name, option in _mildest(guide).items()} | given


@cache
def _mildest(guide: Guide) -> dict[str, str]:
    return {one.id: NONE if NONE in one.steps else one.steps[0] for one in guide.questions}


def together(guide: Guide, *things: Finding) -> bool:
    """Say whether one person can tell all of these: a scale or a choice has one answer."""
    names = [name for _, name, _ in things if guide.question(name).kind != "several"]
    return len(names) == len(set(names))


def pairs(guide: Guide) -> Iterator[tuple[Finding, ...]]:
    """Yield each thing alone, and every two of different symptoms or both of one that allows several."""
    everything = findings(guide)
    for place, one in enumerate(everything):
        yield (one,)
        yield from ((one, other) for other in everything[:place] if together(guide, one, other))


def urgency_of(guide: Guide, *things: Finding, **but: str) -> Urgency:
    """Return how soon to get help for a person who tells these."""
    known, asked = _saved(guide), repr((things, but))
    if asked not in known:
        known[asked] = assess(guide, answers_with(guide, *things, **but)).urgency.value
    return Urgency(known[asked])


@cache
def _saved(guide: Guide) -> dict[str, str]:
    """Return what was asked before: the four thousand answers of a build take seconds."""
    return build_cache.read(SAVED_AS, guide) or {}


def save(guide: Guide) -> None:
    """Keep what was asked, for the next build."""
    build_cache.write(SAVED_AS, guide, _saved(guide))


def sooner(guide: Guide, question: str, times: Sequence[str], facts: str) -> dict[Urgency, list[Rule]]:
    """Return the rules by which some things together need help sooner than a table of single things tells.

    Who reads such a table goes by the more urgent of two things, calls today for two that are `soon`, and goes a step
    up from `expected` and `soon` for a fact about themselves. `times` are answers to a question on time, and `facts` is
    the question whose answers are such facts.
    """
    name = "-".join(("sooner", question, *times, facts))
    known = build_cache.read(name, guide)
    if known is None:
        known = sorted({rule.id for time in times for rule in _sooner(guide, question, time, facts)})
        build_cache.write(name, guide, known)
    found: dict[Urgency, list[Rule]] = {}
    for rule in guide.rules:
        if rule.id in known:
            found.setdefault(rule.urgency, []).append(rule)
    return dict(sorted(found.items(), reverse=True))


def _sooner(guide: Guide, question: str, time: str, facts: str) -> Iterator[Rule]:
    when = {question: time}
    alone = {thing: urgency_of(guide, thing, **when) for thing in findings(guide)}
    cases = [
        (answers_with(guide, *things, **when), read_together(*(alone[thing] for thing in things)))
        for things in pairs(guide)
    ]
    cases += [
        (answers_with(guide, thing, **when, **{facts: option.id}), a_step_up(urgency))
        for option in guide.question(facts).options
        for thing, urgency in alone.items()
    ]
    for answers, read in cases:
        if read is not Urgency.EMERGENCY:
            result = assess(guide, answers)
            if result.urgency > read:
                yield from (rule for rule in result.reasons if rule.urgency is result.urgency)


def read_together(*urgencies: Urgency) -> Urgency:
    """Return how soon a reader of a table gets help for things that stand in it with these urgencies."""
    most = max(urgencies)
    return Urgency.TODAY if len(urgencies) > 1 and set(urgencies) == {Urgency.SOON} else most


def a_step_up(urgency: Urgency) -> Urgency:
    """Return how soon a reader gets help who goes one step up, short of an emergency."""
    return {Urgency.EXPECTED: Urgency.SOON, Urgency.SOON: Urgency.TODAY}.get(urgency, urgency)


def kinds(guide: Guide) -> dict[str, list[str]]:
    """Return what counts as one kind of problem when problems are counted: the answers of each kind, in words."""
    found: dict[str, list[str]] = {}
    for question in guide.questions:
        for option in question.options:
            if option.reports and (kind := option.cluster or question.cluster):
                found.setdefault(kind, []).append(option.named or option.text)
    return found


def rows(guide: Guide) -> list[Row]:
    """Return a row for each thing told, with a cell for each; none where no person can tell both."""
    everything = findings(guide)
    found = {frozenset(things): urgency_of(guide, *things) for things in pairs(guide)}
    alone = {one: found[frozenset([one])] for one in everything}
    named = {
        (question.id, option.id): option.named or option.text
        for question in guide.questions
        for option in question.options
    }
    return [
        Row(
            words=named[one[1:]],
            cells=tuple(
                Cell(urgency, urgency > max(alone[one], alone[other]) if one != other else False)
                if (urgency := found.get(frozenset([one, other])))
                else None
                for other in everything
            ),
        )
        for one in everything
    ]
