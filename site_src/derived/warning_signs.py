"""The warning signs of a guide: those of the first screen, and those that follow-up questions ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.model import Guide, Option, Question

__all__ = ["Sign", "asked_first", "asked_later"]


class Sign(NamedTuple):
    """One warning sign, and the questions that ask it, in reading order."""

    option: Option
    questions: tuple[Question, ...]


def asked_first(guide: Guide) -> Iterator[Sign]:
    """Yield the warning signs of the first screen."""
    first = guide.questions[0]
    yield from (Sign(option, (first,)) for option in first.options if option.reports)


def asked_later(guide: Guide) -> list[Sign]:
    """Return the warning signs that follow-up questions ask, each once; its id is the same wherever it is asked."""
    asked: dict[str, list[tuple[Option, Question]]] = {}
    for question in guide.questions:
        for option in question.options:
            if option.red_flag:
                asked.setdefault(option.id, []).append((option, question))
    return [Sign(found[0][0], tuple(question for _, question in found)) for found in asked.values()]
