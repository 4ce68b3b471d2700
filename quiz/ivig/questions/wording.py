"""Wording that questions share."""

from quiz.model import Option

NOT_SURE = "Not sure"


def grouped(heading: str, *options: tuple[str, str, str]) -> tuple[Option, ...]:
    """Return reporting options that stand under one heading, each from its id, its text and what it is named."""
    return tuple(Option(id=name, text=text, reports=True, group=heading, named=named) for name, text, named in options)
