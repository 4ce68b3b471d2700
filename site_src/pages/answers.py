"""Answers to a question as the page shows them."""

from __future__ import annotations

import re
from itertools import groupby

from quiz.model import Option, Question

__all__ = ["answers_by_heading", "said"]

BRACKETS = re.compile(r" ?\([^)]*\)")


def answers_by_heading(question: Question) -> list[tuple[str, list[Option]]]:
    """Return the answers to a question under their headings, on a scale the worst first, so that skimming errs upwards.

    "Not sure" stands last: it is no step of the scale.
    """
    options = question.options
    if question.kind == "scale":
        steps = [option for option in options if not option.stands_for]
        options = (*reversed(steps), *(option for option in options if option.stands_for))
    return [(heading, list(group)) for heading, group in groupby(options, key=lambda option: option.group)]


def said(option: Option) -> str:
    """Return an answer as part of a sentence that is spoken: without what stands in brackets."""
    return option.said or BRACKETS.sub("", option.named) or option.text
