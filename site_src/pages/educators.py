"""Pages and sections offered to educators: when to use each, its address, frame and reading grade, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from site_src.pages import embed, pictures, prose

__all__ = ["GRADES", "LIST", "Offer", "Part", "Question", "offers"]

LIST = "educators.yml"
"""The list of offers, in the folder of the pages; without it a site has no page for educators."""

GRADES = "grades.yml"
"""The reading grade of each page and section, measured by `python -m tools.grades`."""

HEADING = re.compile(r"^###? (.+?) \{#([\w-]+)\}$", re.MULTILINE)
INLINE = re.compile(r"</?(?:a|strong|em|span|bdi|abbr)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")

MOST_WORDS = 25
"""The words of a model answer: what a listener can take in at one breath, and no more."""


class Part(NamedTuple):
    """A page or a section: its title, when to use it, its address in the site and its reading grade."""

    name: str
    """The name of its QR codes, without suffix."""
    title: str
    use: str
    address: str
    grade: float | None
    frame: str
    """The HTML with which another site shows it in a frame; blank for a section."""


class Question(NamedTuple):
    """A question for learners and its model answer, in words of the page; blank for the warning signs."""

    question: str
    answer: str


class Offer(NamedTuple):
    """What one page offers to educators: itself, its sections and questions about it."""

    page: Page
    whole: Part
    sections: tuple[Part, ...]
    questions: tuple[Question, ...]


def offers(pages: Iterable[Page], config: MkDocsConfig) -> tuple[Offer, ...]:
    """Return the offer of each listed page; raises `PluginError` for a page, section or answer that does not exist."""
    path = Path(config.docs_dir, LIST)
    if not path.exists():
        return ()
    known = {page.file.name: page for page in pages}
    listed: dict[str, dict[str, Any]] = _read(path)
    grades: dict[str, dict[str, float]] = _read(path.with_name(GRADES))
    for name in listed:
        if name not in known:
            raise PluginError(f"{LIST}: got page {name!r}, wanted one of {', '.join(sorted(known))}. Fix its name.")
    return tuple(_offer(known[name], entry, grades.get(name, {}), config) for name, entry in listed.items())


def _read(path: Path) -> Any:  # noqa: ANN401
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)  # the same as safe_load, but in C


def _offer(page: Page, entry: dict[str, Any], grades: dict[str, float], config: MkDocsConfig) -> Offer:
    found = _sections(page, config)
    asked = entry.get("ask", [])
    for name in (*entry.get("sections", {}), *(one["section"] for one in asked if "section" in one)):
        if name not in found:
            raise PluginError(
                f"{LIST}, {page.file.name}: got section {name!r}, wanted one of {', '.join(found)}. Fix its name."
            )

    def part(title: str, use: str, section: str = "") -> Part:
        name = page.file.name
        return Part(
            f"{name}-{section}" if section else name,
            title,
            use,
            f"{page.url}#{section}" if section else page.url,
            grades.get(section or "page"),
            "" if section else embed.snippet(page, config),
        )

    return Offer(
        page,
        part(page.meta["title"], entry["use"]),
        tuple(part(found[name][0], use, name) for name, use in entry.get("sections", {}).items()),
        tuple(Question(one["question"], _answer(page, one, found, config)) for one in asked),
    )


def _sections(page: Page, config: MkDocsConfig) -> dict[str, tuple[str, str]]:
    """Return the title and the Markdown of each section, up to the next heading, by id."""
    text, _ = meta.get_data(Path(config.docs_dir, page.file.src_path).read_text(encoding="utf-8"))
    _, *parts = HEADING.split(pictures.without(text))
    return {parts[at + 1]: (escape(parts[at], quote=False), parts[at + 2]) for at in range(0, len(parts), 3)}


def _answer(page: Page, one: dict[str, Any], found: dict[str, tuple[str, str]], config: MkDocsConfig) -> str:
    """Return the pieces of a model answer as one sentence; each stands in its section word for word."""
    pieces: list[str] = one.get("answer", [])
    place = f"{LIST}, {page.file.name}, {one['question']!r}"
    if pieces:
        html = INLINE.sub("", prose.block(found[one["section"]][1], config))
        said = " ".join(unescape(TAG.sub(" ", html)).split())
        for piece in pieces:
            if piece.rstrip(":").lower() not in said.lower():
                raise PluginError(f"{place}: got {piece!r}, wanted words of {one['section']}. Copy them from the page.")
    answer = " ".join(piece if piece[-1] in ".:" else f"{piece};" for piece in pieces).rstrip(";")
    if answer:
        answer = f"{answer[0].upper()}{answer[1:].rstrip('.')}."
    if len(answer.split()) > MOST_WORDS:
        raise PluginError(f"{place}: got {len(answer.split())} words, wanted {MOST_WORDS} at most. Leave some out.")
    return answer
