"""The symptom table: each symptom a person would name, and what the rules say of it at each urgency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from quiz.model import Guide, Option, Rule, Urgency
from site_src.derived.pairs import findings, symptoms, urgency_of

__all__ = ["Row", "Sign", "over_time", "rows", "signs", "slug"]

type Typed = Mapping[tuple[str, str], str]
"""What people type for an answer, by the ids of its question and of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One warning sign: what a person ticks, its heading, other names for it, and the words that find it."""

    text: str
    group: str
    also: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One symptom: what a person ticks, its heading, other names, its rules, strongest first, and what finds it."""

    id: str
    text: str
    group: str
    also: str
    rules: tuple[Rule, ...]
    words: tuple[str, ...]


def signs(guide: Guide, typed: Typed) -> tuple[Sign, ...]:
    """Return the warning signs, which are the answers to the first question, in reading order."""
    first = guide.questions[0]
    listed = [
        (option, _also(option, typed.get((first.id, option.id), ""))) for option in first.options if option.reports
    ]
    return tuple(
        Sign(text=option.text, group=option.group, also=also, words=_words(option.text, also))
        for option, also in listed
    )


def rows(guide: Guide, typed: Typed = MappingProxyType({})) -> tuple[Row, ...]:
    """Return a row for every symptom that a person can tick to be asked more, in reading order."""
    listed = {
        (question.id, option.id): option
        for question in guide.questions
        if any((question.id, option.id) in pairs for option in question.options for pairs in guide.openers.values())
        for option in question.options
        if option.reports
    }
    openers = {name: [pair for pair in listed if pair in pairs] for name, pairs in guide.openers.items()}
    about: dict[tuple[str, str], list[Rule]] = {pair: [] for pair in listed}
    for rule in guide.rules:
        symptoms = [
            openers[leaf.question] or [pair for name in leaf.options if (pair := (leaf.question, name)) in listed]
            for leaf in rule.when.leaves()
        ]
        everything = {pair for pairs in symptoms for pair in pairs}
        # A rule about most symptoms ("two problems at once") is no news in any one row.
        if len(everything) * 2 <= len(listed):
            for pair in next(filter(None, symptoms), []):
                about[pair].append(rule)

    def answers(symptom: tuple[str, str]) -> list[Option]:
        asked = [question for question in guide.questions if symptom in openers[question.id]]
        return [option for question in asked for option in question.options if option.reports]

    return tuple(
        Row(
            id=option.id,
            text=option.text,
            group=option.group,
            also=_also(option, typed.get(pair, "")),
            rules=tuple(sorted(about[pair], key=lambda rule: -rule.urgency.level)),
            words=_words(*_findings(option, answers(pair), about[pair]), typed.get(pair, "")),
        )
        for pair, option in listed.items()
    )


def _findings(symptom: Option, answers: Iterable[Option], rules: Sequence[Rule]) -> Iterable[str]:
    """Return the texts of a row, of the answers about it and of the harms its rules watch for."""
    yield from (symptom.id, symptom.group)  # ids are words too, and often the ones that a person types: "urine"
    for option in (symptom, *answers):
        yield from (option.text, option.named)
    for rule in rules:
        yield rule.because
        for harm in rule.hazards:
            yield from (harm.id, harm.name)


def _also(option: Option, typed: str) -> str:
    return ", ".join(filter(None, (option.named, typed)))


def _words(*texts: str) -> tuple[str, ...]:
    """Return each word of some texts once, in lower case."""
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", " ".join(texts).lower())))


def over_time(
    guide: Guide, question: str, columns: Iterable[Sequence[str]]
) -> dict[str, dict[tuple[Urgency, ...], list[str]]]:
    """Return, by group and by how soon to get help at some times, the most urgent first, what a person can tell.

    A column is the answers to a question on time that it stands for; the most urgent of them counts.
    """
    columns = list(columns)
    groups = {option.id: option.group for option in symptoms(guide).options}
    found: dict[str, dict[tuple[Urgency, ...], list[str]]] = {}
    for thing in findings(guide):
        symptom, name, answer = thing
        named = next(option.named or option.text for option in guide.question(name).options if option.id == answer)
        urgencies = tuple(max(urgency_of(guide, thing, **{question: time}) for time in times) for times in columns)
        found.setdefault(groups[symptom], {}).setdefault(urgencies, []).append(named[0].upper() + named[1:])
    return {group: dict(sorted(things.items(), reverse=True)) for group, things in found.items()}


def slug(heading: str) -> str:
    """Return the id of a heading: its words in lower case, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", heading.lower()))
