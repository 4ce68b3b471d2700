"""Answers to a question as the page shows them."""

from __future__ import annotations

import re
from itertools import groupby

from quiz.model import Option, Question

__all__ = ["answers_by_heading", "said"]

BRACKETS = re.compile(r" ?\([^)]*\)")


def answers_by_heading(question: Question) -> list[tuple[str, list[Option]]]:
    """Return the answers to a question under their headings."""
    return [(heading, list(group)) for heading, group in groupby(question.in_order, key=lambda option: option.group)]


def said(option: Option) -> str:
    """Return an answer as part of a sentence that is spoken: without what stands in brackets."""
    return option.said or BRACKETS.sub("", option.named) or option.text
