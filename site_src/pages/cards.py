"""Care cards: a title is a heading, and says how urgent it is to those who cannot see its colour and shape."""

from __future__ import annotations

import re

from markupsafe import Markup

from site_src.pages.translation import ENGLISH, Translation

__all__ = ["aloud", "with_headings"]

SPOKEN = {"emergency": "Emergency", "today": "Urgent", "soon": "Soon"}
"""The mildest card has no such word: its title says it."""

HEADING_OR_TITLE = re.compile(
    r'<h(?P<level>[1-6])\b|<div class="admonition (?P<urgency>\w+)">\s*<p class="admonition-title">(?P<title>.*?)</p>'
)


def aloud(urgency: str, t: Translation = ENGLISH) -> Markup:
    """Return what a screen reader says before the title of a card."""
    word = SPOKEN.get(urgency)
    return Markup('<span class="hidden">{}: </span>').format(t(f"aloud/{urgency}", word)) if word else Markup()


def with_headings(html: str, t: Translation = ENGLISH, level: int = 1) -> str:
    """Return the HTML of a page with the title of each card as a heading, one level below the heading it is under."""

    def piece(found: re.Match[str]) -> str:
        nonlocal level
        if found["level"]:
            level = int(found["level"])
            return found[0]
        tag = f"h{level + 1}"
        title = f"{aloud(found['urgency'], t)}{found['title']}"
        return f'<div class="admonition {found["urgency"]}">\n<{tag} class="admonition-title">{title}</{tag}>'

    return HEADING_OR_TITLE.sub(piece, html)
