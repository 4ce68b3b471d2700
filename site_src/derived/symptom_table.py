"""The symptom table: a row for each symptom, with the rules about it by urgency, and the search words for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from quiz.conditions import AnyOf, Condition, Picked
from quiz.model import Guide, Option, Rule, Urgency
from site_src.derived.pairs import findings, symptom_question, urgency_of
from site_src.derived.warning_signs import asked_first, asked_later

__all__ = ["Row", "WarningSign", "answers_by_urgency", "rows", "slug", "warning_signs"]

type Typed = Mapping[tuple[str, str], str]
"""What people type for an answer, by question id and option id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSign:
    """One warning sign: the text of its answer, where it is listed, other names for it, and the words that find it."""

    text: str
    later: bool
    other_names: str
    search_words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One symptom: the text of its answer, its heading, other names, rules (most urgent first) and search words.

    `answer_words` are those of the search words that a person may use for it: its names and its follow-up answers.
    """

    id: str
    text: str
    group: str
    other_names: str
    rules: tuple[Rule, ...]
    search_words: tuple[str, ...]
    answer_words: tuple[str, ...]


def warning_signs(guide: Guide, typed: Typed) -> tuple[WarningSign, ...]:
    """Return the warning signs: the answers to the first question, then those that follow-up questions ask."""
    found = []
    for later, signs in ((False, asked_first(guide)), (True, asked_later(guide))):
        for option, questions in signs:
            words = [typed[question.id, option.id] for question in questions if (question.id, option.id) in typed]
            others = _other_names(option, ", ".join(words))
            found.append(
                WarningSign(text=option.text, later=later, other_names=others, search_words=_words(option.text, others))
            )
    return tuple(found)


def rows(guide: Guide, typed: Typed = MappingProxyType({})) -> tuple[Row, ...]:
    """Return a row for every symptom that a person can tick to be asked more, in reading order."""
    question = symptom_question(guide)
    listed = {(question.id, option.id): option for option in question.options if option.reports}
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
            # What any of several answers is enough for is news in the row of each; else the first has company.
            rowed = everything if _any_answer(rule.when) else next(filter(None, symptoms), [])
            for pair in rowed:
                about[pair].append(rule)

    def answers(symptom: tuple[str, str]) -> list[Option]:
        asked = [question for question in guide.questions if symptom in openers[question.id]]
        return [option for question in asked for option in question.options if option.reports]

    return tuple(
        Row(
            id=option.id,
            text=option.text,
            group=option.group,
            other_names=_other_names(option, typed.get(pair, "")),
            rules=tuple(sorted(about[pair], key=lambda rule: -rule.urgency.level)),
            search_words=_words(*_texts(option, answers(pair), about[pair]), typed.get(pair, "")),
            answer_words=_words(
                option.text, typed.get(pair, ""), *(part for one in answers(pair) for part in (one.text, one.named))
            ),
        )
        for pair, option in listed.items()
    )


def _any_answer(condition: Condition) -> bool:
    return isinstance(condition, AnyOf) and all(isinstance(part, Picked) for part in condition.parts)


def _texts(symptom: Option, answers: Iterable[Option], rules: Sequence[Rule]) -> Iterable[str]:
    """Yield the texts of a symptom, of its follow-up answers and of the hazards that its rules guard against."""
    yield from (symptom.id, symptom.group)  # ids are words too, and often the ones that a person types: "urine"
    for option in (symptom, *answers):
        yield from (option.text, option.named)
    for rule in rules:
        yield rule.because
        for hazard in rule.hazards:
            yield from (hazard.id, hazard.name)


def _other_names(option: Option, typed: str) -> str:
    return ", ".join(filter(None, (option.named, typed)))


def _words(*texts: str) -> tuple[str, ...]:
    """Return each distinct word of the texts, in lower case."""
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", " ".join(texts).lower())))


def answers_by_urgency(
    guide: Guide, question: str, columns: Iterable[Sequence[str]], emergencies_only: Collection[str]
) -> dict[str, dict[tuple[Urgency, ...], list[str]]]:
    """Return the answers of each group of symptoms by their urgency in each column, the most urgent first.

    A column is a list of answers to `question`, which asks about time; the most urgent of them counts.
    Of the symptoms in `emergencies_only` other answers are left out.
    """
    columns = list(columns)
    groups = {option.id: option.group for option in symptom_question(guide).options}
    found: dict[str, dict[tuple[Urgency, ...], list[str]]] = {}
    for finding in findings(guide):
        symptom, name, answer = finding
        named = next(option.named or option.text for option in guide.question(name).options if option.id == answer)
        urgencies = tuple(max(urgency_of(guide, finding, **{question: time}) for time in times) for times in columns)
        if symptom in emergencies_only and Urgency.EMERGENCY not in urgencies:
            continue
        found.setdefault(groups[symptom], {}).setdefault(urgencies, []).append(named[0].upper() + named[1:])
    return {group: dict(sorted(answers.items(), reverse=True)) for group, answers in found.items()}


def slug(heading: str) -> str:
    """Return the id of a heading: its words in lower case, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", heading.lower()))
