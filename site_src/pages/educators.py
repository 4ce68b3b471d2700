"""For those who teach: what each page and section is for, its address in each form, and what to ask at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from site_src.pages import embed, pictures, prose

__all__ = ["GRADES", "LIST", "Ask", "Offer", "Part", "offers"]

LIST = "educators.yml"
"""What is offered, in the folder of the pages; without it a site has no such page."""

GRADES = "grades.yml"
"""How hard each page and section is to read, as the tests have measured it, beside the list."""

HEADING = re.compile(r"^###? (.+?) \{#([\w-]+)\}$", re.MULTILINE)
LINK = re.compile(r"</?a\b[^>]*>")


class Part(NamedTuple):
    """A page or a section of one: its title, when to use it, where it is in the site, and how hard it is to read."""

    name: str
    """Of its files."""
    title: str
    use: str
    address: str
    grade: float | None
    frame: str
    """What others put into their page to show it there."""


class Ask(NamedTuple):
    """A question for the end, and its model answer: a part of the page as it is, or blank for the warning signs."""

    question: str
    answer: Markup


class Offer(NamedTuple):
    """What one page offers."""

    page: Page
    whole: Part
    sections: tuple[Part, ...]
    ask: tuple[Ask, ...]


def offers(pages: Iterable[Page], config: MkDocsConfig) -> tuple[Offer, ...]:
    """Return what each listed page offers; raises `PluginError` for a page, section or card that is not there."""
    path = Path(config.docs_dir, LIST)
    if not path.exists():
        return ()
    known = {page.file.name: page for page in pages}
    listed: dict[str, dict[str, Any]] = _read(path)
    grades: dict[str, dict[str, float]] = _read(path.with_name(GRADES))
    for name in listed:
        if name not in known:
            raise PluginError(f"{LIST}: got page {name!r}, wanted one of {', '.join(sorted(known))}. Fix its name.")
    return tuple(_offer(known[name], told, grades.get(name, {}), config) for name, told in listed.items())


def _read(path: Path) -> Any:  # noqa: ANN401
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)  # the same as safe_load, but in C


def _offer(page: Page, told: dict[str, Any], grades: dict[str, float], config: MkDocsConfig) -> Offer:
    found = _sections(page, config)
    asked = told.get("ask", [])
    for name in (*told.get("sections", {}), *(one["section"] for one in asked if "section" in one)):
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
        part(page.meta["title"], told["use"]),
        tuple(part(found[name][0], use, name) for name, use in told.get("sections", {}).items()),
        tuple(Ask(one["question"], _answer(page, one, found, config)) for one in asked),
    )


def _sections(page: Page, config: MkDocsConfig) -> dict[str, tuple[str, str]]:
    """Return the title and the Markdown of each section, up to the next heading, by id."""
    text, _ = meta.get_data(Path(config.docs_dir, page.file.src_path).read_text(encoding="utf-8"))
    _, *parts = HEADING.split(pictures.without(text))
    return {parts[at + 1]: (escape(parts[at], quote=False), parts[at + 2]) for at in range(0, len(parts), 3)}


def _answer(page: Page, one: dict[str, str], found: dict[str, tuple[str, str]], config: MkDocsConfig) -> Markup:
    """Return a section, or its card of one urgency, as it is but for its links: on paper they lead nowhere."""
    if "section" not in one:
        return Markup()
    html = LINK.sub("", prose.block(found[one["section"]][1], config))
    if card := one.get("card"):
        shown = re.search(rf'<div class="admonition {card}">.*?</div>', html, re.DOTALL)
        if not shown:
            raise PluginError(
                f"{LIST}, {page.file.name}: got card {card!r} in section {one['section']!r}, wanted one that is there."
                " Fix its name, or leave it out for the whole section."
            )
        html = shown[0]
    return Markup(html)  # noqa: S704 - our own page
