"""The guide as JSON: questions, rules and sources, for teachers and for programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from quiz.conditions import AtLeast, Condition, Picked
from quiz.model import Guide, Option, Question, Rule, Source, Urgency
from site_src.derived.in_words import glossary, in_words
from site_src.derived.symptom_table import slug
from site_src.review.signatures import Review

__all__ = ["SCHEMA", "data", "write"]

SCHEMA = Path(__file__).parent / "guide.schema.json"
"""The JSON schema of the data, with the meaning of each part."""

LIMITS = "General information. It does not diagnose, examine or take the place of a clinician."


def write(guide: Guide, review: Review, title: str, folder: Path) -> None:
    """Write the data and its schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data(guide, review, title), indent=1, ensure_ascii=False)
    (folder / "guide.json").write_text(f"{text}\n", encoding="utf-8")
    shutil.copyfile(SCHEMA, folder / SCHEMA.name)


def data(guide: Guide, review: Review, title: str) -> dict[str, Any]:
    """Return the guide as JSON can hold it, in reading order; `guide.schema.json` says what each part means.

    Raises `ValueError` when two sources have titles that give one id.
    """
    topics = {rule.id: topic.title for topic in guide.topics for rule in topic.rules}
    return {
        "$schema": SCHEMA.name,
        "title": title,
        "version": guide.version,
        "dated": guide.dated,
        "status": "reviewed" if review.all_signed(review.everything) else "draft",
        "limits": LIMITS,
        "licence": f'CC BY 4.0. Credit "{title}", with a link to the copy you used, and say what you changed.',
        "urgencies": [urgency.value for urgency in Urgency],
        "questions": [_question(guide, question) for question in guide.questions],
        "rules": [_rule(guide, rule, topics[rule.id], review) for rule in guide.rules],
        "notes": [
            {
                "id": note.id,
                **_when(guide, "when", note.when),
                **_given(instead=note.instead, heading=note.heading),
            }
            for note in guide.notes
        ],
        "words": [{"words": term.name, "means": term.definition} for term in glossary(guide)],
        "hazards": [hazard._asdict() for hazard in guide.hazards],
        "sources": [
            {"id": name, **_given(**source._asdict())}  # a source without a link has no url
            for name, source in _sources(guide).items()
        ],
    }


def _question(guide: Guide, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind,
        "text": question.text,
        **_given(theirs=question.theirs, hint=question.hint, about=question.about),
        **_when(guide, "asked_when", question.ask_if),
        "options": [_option(option) for option in question.options],
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "id": option.id,
        "text": option.text,
        "reports": option.reports,
        **_given(stands_for=list(option.stands_for), group=option.group, named=option.named),
    }


def _rule(guide: Guide, rule: Rule, topic: str, review: Review) -> dict[str, Any]:
    signed = [{"name": one.name, "role": one.role, "date": one.date} for one in review.signed(f"rule/{rule.id}")]
    return {
        "id": rule.id,
        "topic": topic,
        "urgency": rule.urgency.value,
        **_given(call=rule.call),
        **_when(guide, "when", rule.when),
        "because": rule.because,
        **_given(ask=rule.ask, softer=rule.softer),
        "hazards": [hazard._asdict() for hazard in rule.hazards],
        "sources": [slug(source.title) for source in rule.sources],
        "review": signed or None,
    }


def _when(guide: Guide, key: str, condition: Condition) -> dict[str, Any]:
    return {key: _condition(condition), f"{key}_in_words": in_words(guide, condition)}


def _condition(condition: Condition) -> dict[str, Any]:
    match condition:
        case Picked(question=question, options=options):
            return {"question": question, "any_of": list(options)}
        case AtLeast(count=count, parts=parts):
            return {"at_least": count, "of": [_condition(part) for part in parts]}
    raise TypeError(f"condition: got {condition!r}, wanted Picked or AtLeast. Teach the schema the new one first.")


def _sources(guide: Guide) -> dict[str, Source]:
    """Return each source of a rule by an id made from its title."""
    found: dict[str, Source] = {}
    for source in (source for rule in guide.rules for source in rule.sources):
        name = slug(source.title)
        if found.setdefault(name, source) != source:
            raise ValueError(f"source {name!r}: got two of this id, wanted one. Give one of them a title of its own.")
    return found


def _given(**parts: object) -> dict[str, Any]:
    """Return the parts that are not blank."""
    return {name: part for name, part in parts.items() if part}
