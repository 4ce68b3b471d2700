"""A pseudo-language for tests of translation: English with each vowel doubled and accented, a third longer."""

from __future__ import annotations

import re

__all__ = ["plain_words", "pseudo"]

SHORT = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
ACCENTS = {plain: chr(accented) * 2 for plain, accented in SHORT.items()}

MARKS = re.compile(r"(<[^>]*>|\{[^}]*\}|\]\([^)]*\)|^!!! \w+)", re.MULTILINE)
"""Parts of a text that a translation must not change, as `site_src/pages/translation.py` requires."""

SHOWN = re.compile(r'(data-(?:title|warning)=")([^"]*)')
STEP = re.compile(r"(?<==)[\w ]+(?=[,\"])")
"""Attributes that a picture shows as text, and column labels, which a translator keeps short for lack of room."""


def pseudo(text: str) -> str:
    """Return the pseudo-language for a text with its Markdown or HTML."""
    parts = MARKS.split(text)
    parts[::2] = [part.translate(ACCENTS) for part in parts[::2]]
    parts[1::2] = [_picture(part) if part.startswith("<figure") else part for part in parts[1::2]]
    return "".join(parts)


def plain_words(text: str) -> set[str]:
    """Return the untranslated words for a text: those with a plain vowel."""
    return {word for word in re.findall(r"[^\W\d_]+", text) if re.search("[aeiouyAEIOUY]", word)}


def _picture(tag: str) -> str:
    tag = SHOWN.sub(lambda found: found[1] + found[2].translate(ACCENTS), tag)
    return STEP.sub(lambda found: found[0].translate(SHORT), tag)
