"""The urgency of every pair of findings: the table that shows whether rules add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quiz.engine import assess
from quiz.model import NONE, Guide, Question, Rule, Urgency
from site_src.derived import build_cache

__all__ = [
    "Finding",
    "PairCell",
    "PairRow",
    "answers_by_cluster",
    "answers_with",
    "are_compatible",
    "escalating_rules",
    "findings",
    "one_step_up",
    "pair_rows",
    "save",
    "singles_and_pairs",
    "symptom_question",
    "urgency_from_table",
    "urgency_of",
]

SAVED_AS = "combinations"

type Finding = tuple[str, str, str]
"""One answer that reports something: the symptom ticked, the question id and the option id."""


class PairCell(NamedTuple):
    """The urgency of two findings, and whether it is higher than that of either alone."""

    urgency: Urgency
    is_raised: bool = False


class PairRow(NamedTuple):
    """One finding by name, with its urgency beside each finding; beside itself its urgency alone."""

    label: str
    cells: tuple[PairCell | None, ...]


def symptom_question(guide: Guide) -> Question:
    """Return the question that lists the symptoms: more of its answers open follow-up questions than of any other."""
    opened = set().union(*guide.openers.values())
    listing = [question for question in guide.questions if question.reports]
    return max(listing, key=lambda question: sum((question.id, option.id) in opened for option in question.options))


def findings(guide: Guide) -> list[Finding]:
    """Return every answer that reports something, once, under the symptom with the fewest follow-up questions.

    Warning signs are left out: they are an emergency whatever comes with them, and stand on lists of their own.
    """
    question = symptom_question(guide)
    opened = {
        option.id: [name for name, pairs in guide.openers.items() if (question.id, option.id) in pairs]
        for option in question.options
        if option.reports
    }
    first = guide.questions[0].options
    answers = {
        name: [
            option.id
            for option in guide.question(name).options
            if option.reports and not option.red_flag and option not in first
        ]
        for names in opened.values()
        for name in names
    }
    found: list[Finding] = []
    for symptom, names in opened.items():
        if not any(answers[name] for name in names):
            found.append((symptom, question.id, symptom))
        for name in names:
            if symptom == min(
                (other for other in opened if name in opened[other]), key=lambda other: len(opened[other])
            ):
                found += [(symptom, name, answer) for answer in answers[name]]
    return found


def answers_with(guide: Guide, *reported: Finding, **overrides: str) -> dict[str, list[str]]:
    """Return complete answers that report these findings; other questions get the override or the mildest answer."""
    symptoms = symptom_question(guide).id
    given = {name: list(options) for name, options in guide.baseline.items()}
    given |= {name: [option] for name, option in overrides.items()}
    given[symptoms] = list(dict.fromkeys(symptom for symptom, _, _ in reported))
    for _, name, option in reported:
        if name != symptoms:
            given[name] = [*given.get(name, []), option]
    # Answers to questions that are not asked do not count.
    return {name: [option] for name, option in _mildest(guide).items()} | given


@cache
def _mildest(guide: Guide) -> dict[str, str]:
    return {
        one.id: NONE if NONE in one.steps else next(option.id for option in one.options if not option.red_flag)
        for one in guide.questions
    }


def are_compatible(guide: Guide, *reported: Finding) -> bool:
    """Say whether one person can report all of these: a scale or a choice has one answer."""
    names = [name for _, name, _ in reported if guide.question(name).kind != "several"]
    return len(names) == len(set(names))


def singles_and_pairs(guide: Guide) -> Iterator[tuple[Finding, ...]]:
    """Yield each finding alone, and every two that one person can report."""
    everything = findings(guide)
    for place, one in enumerate(everything):
        yield (one,)
        yield from ((one, other) for other in everything[:place] if are_compatible(guide, one, other))


def urgency_of(guide: Guide, *reported: Finding, **overrides: str) -> Urgency:
    """Return the urgency for a person who reports these findings, with `overrides` as in `answers_with`."""
    known, asked = _saved(guide), repr((reported, overrides))
    if asked not in known:
        known[asked] = assess(guide, answers_with(guide, *reported, **overrides)).urgency.value
    return Urgency(known[asked])


@cache
def _saved(guide: Guide) -> dict[str, str]:
    """Return the urgencies that earlier builds worked out, by what was reported: to assess all takes seconds."""
    return build_cache.read(SAVED_AS, guide) or {}


def save(guide: Guide) -> None:
    """Save the urgencies worked out so far for the next build."""
    build_cache.write(SAVED_AS, guide, _saved(guide))


def escalating_rules(guide: Guide, question: str, times: Sequence[str], facts: str) -> dict[Urgency, list[Rule]]:
    """Return, by urgency, the rules that make a combination more urgent than a table of single findings shows.

    A reader of such a table takes the more urgent of two findings, calls today for two that are `soon`, and goes one
    step up from `expected` and `soon` for a risk factor. `times` are answers to `question`, which asks about time, and
    `facts` is the question whose answers are risk factors.
    """
    name = "-".join(("escalating", question, *times, facts))
    known = build_cache.read(name, guide)
    if known is None:
        known = sorted({rule.id for time in times for rule in _escalating(guide, question, time, facts)})
        build_cache.write(name, guide, known)
    found: dict[Urgency, list[Rule]] = {}
    for rule in guide.rules:
        if rule.id in known:
            found.setdefault(rule.urgency, []).append(rule)
    return dict(sorted(found.items(), reverse=True))


def _escalating(guide: Guide, question: str, time: str, facts: str) -> Iterator[Rule]:
    when = {question: time}
    alone = {finding: urgency_of(guide, finding, **when) for finding in findings(guide)}
    cases = [
        (answers_with(guide, *reported, **when), urgency_from_table(*(alone[finding] for finding in reported)))
        for reported in singles_and_pairs(guide)
    ]
    cases += [
        (answers_with(guide, finding, **when, **{facts: option.id}), one_step_up(urgency))
        for option in guide.question(facts).options
        for finding, urgency in alone.items()
    ]
    for answers, expected in cases:
        if expected is not Urgency.EMERGENCY:
            result = assess(guide, answers)
            if result.urgency > expected:
                yield from (rule for rule in result.reasons if rule.urgency is result.urgency)


def urgency_from_table(*urgencies: Urgency) -> Urgency:
    """Return the urgency that a reader of a table of single findings takes for findings of these urgencies."""
    most = max(urgencies)
    return Urgency.TODAY if len(urgencies) > 1 and set(urgencies) == {Urgency.SOON} else most


def one_step_up(urgency: Urgency) -> Urgency:
    """Return the next higher urgency, at most `today`."""
    return {Urgency.EXPECTED: Urgency.SOON, Urgency.SOON: Urgency.TODAY}.get(urgency, urgency)


def answers_by_cluster(guide: Guide) -> dict[str, list[str]]:
    """Return the names of the answers of each cluster: two problems count as two if their clusters differ."""
    found: dict[str, list[str]] = {}
    for question in guide.questions:
        for option in question.options:
            if option.reports and (cluster := option.cluster or question.cluster):
                found.setdefault(cluster, []).append(option.named or option.text)
    return found


def pair_rows(guide: Guide) -> list[PairRow]:
    """Return a row for each finding, with a cell for each finding; None where no person can report both."""
    everything = findings(guide)
    found = {frozenset(reported): urgency_of(guide, *reported) for reported in singles_and_pairs(guide)}
    alone = {one: found[frozenset([one])] for one in everything}
    named = {
        (question.id, option.id): option.named or option.text
        for question in guide.questions
        for option in question.options
    }
    return [
        PairRow(
            label=named[one[1:]],
            cells=tuple(
                PairCell(urgency, urgency > max(alone[one], alone[other]) if one != other else False)
                if (urgency := found.get(frozenset([one, other])))
                else None
                for other in everything
            ),
        )
        for one in everything
    ]
