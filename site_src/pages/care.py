"""Self-care for the quiz page: what each topic says, with a line that several topics share written once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from mkdocs.exceptions import PluginError

from quiz.model import Guide

__all__ = ["Line", "SelfCare", "self_care"]

TEXT = re.compile(
    r"<p(?P<mark>[^>]*)>(?P<likely>.*?)</p>\s*<ul[^>]*>(?P<now>.*?)</ul>\s*<h3[^>]*>.*?</h3>\s*<ul[^>]*>(?P<call>.*?)</ul>",
    re.DOTALL,
)
"""The `mark` says that the text is not translated; it is the same on each part."""
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)


class Line(NamedTuple):
    """One line: its HTML, the ids of its topics, and its place within its topic, the first of several."""

    html: str
    topics: tuple[str, ...]
    rank: int


class SelfCare(NamedTuple):
    """What is likely, what to do now, and when to call, in the order of the guide's topics."""

    likely: tuple[Line, ...]
    now: tuple[Line, ...]
    call: tuple[Line, ...]


def self_care(guide: Guide, advice: Callable[[str], str]) -> SelfCare:
    """Return the lines of all topics; `advice` gives the HTML of a text by its name. Raises `PluginError`."""
    texts = {care.id: _text(f"care-{care.id}", advice) for care in guide.care}
    parts = {part: {topic: _pieces(text, part) for topic, text in texts.items()} for part in SelfCare._fields}
    return SelfCare(**{part: _lines(by_topic) for part, by_topic in parts.items()})


def _text(name: str, advice: Callable[[str], str]) -> re.Match[str]:
    html = advice(name)
    found = TEXT.fullmatch(html.strip())
    if not found:
        raise PluginError(
            f"advice {name}: got {html!r}, wanted one paragraph, a list, a heading of level 3 and a list."
            f" Mend content/advice/{name}.md."
        )
    return found


def _pieces(text: re.Match[str], part: str) -> list[str]:
    """Return the HTML of the lines of one part, or of its sentence."""
    pieces = ITEM.findall(text[part]) or [text[part]]
    return [f"<span{text['mark']}>{piece}</span>" if text["mark"] else piece for piece in pieces]


def _lines(by_topic: dict[str, list[str]]) -> tuple[Line, ...]:
    """Return each line once, with every topic that has it."""
    found: dict[str, Line] = {}
    for topic, lines in by_topic.items():
        for rank, html in enumerate(lines):
            known = found.get(html, Line(html, (), rank))
            found[html] = Line(html, (*known.topics, topic), min(known.rank, rank))
    return tuple(found.values())
