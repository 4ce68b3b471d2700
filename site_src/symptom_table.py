"""The symptom table: each symptom a person would name, and what the rules say of it at each urgency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.model import Guide, Rule

__all__ = ["Row", "rows", "slug"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One symptom: its id, the words a person ticks, and the rules that look at it, strongest first."""

    id: str
    text: str
    group: str
    rules: tuple[Rule, ...]


def rows(guide: Guide) -> tuple[Row, ...]:
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
    return tuple(
        Row(
            id=option.id,
            text=option.text,
            group=option.group,
            rules=tuple(sorted(about[pair], key=lambda rule: -rule.urgency.level)),
        )
        for pair, option in listed.items()
    )


def slug(heading: str) -> str:
    """Return the id of a heading: its words in lower case, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", heading.lower()))
