"""The handouts: how each is laid out, and what `content/handouts.yml` says that it is called, is for and carries."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

__all__ = ["FORMATS", "LIST", "NONE", "Handouts", "Layout", "Sheet", "load"]

LIST = "handouts.yml"
"""The name of the list of handouts, in the folder of the pages."""

FORMATS = ("A4", "Letter")


class Layout(NamedTuple):
    """A template and a style sheet, files beside this one, and sizes of paper as CSS says them."""

    template: str
    style: str
    sizes: tuple[str, ...] = FORMATS
    picture_only: bool = False
    """Whether the picture of its page is wanted, and no PDF."""


LAYOUTS = {
    "warning-signs": Layout("warning-signs/warning-signs.html", "sheet.css"),
    "full": Layout("full/handout.html", "sheet.css"),
    "large-print": Layout("full/handout.html", "full/large.css"),
    "diary": Layout("diary/diary.html", "diary/diary.css"),
    "wallet-card": Layout("wallet-card/wallet-card.html", "wallet-card/wallet-card.css"),
    "wallet-cards": Layout("wallet-card/wallet-cards.html", "wallet-card/wallet-cards.css"),
    "phone-card": Layout("phone-card/phone-card.html", "phone-card/phone-card.css", ("90mm 205mm",), picture_only=True),
}


class Sheet(NamedTuple):
    """One handout.

    `id` starts the names of its files and is its place on the page of handouts. `pages` names the pages of the site
    whose words, or whose rules, it carries.
    """

    id: str
    title: str
    use: str
    layout: Layout
    pages: tuple[str, ...]

    def file(self, size: str) -> str:
        """Return the name of the PDF for paper of this size; that for A4 has had its address for longest."""
        return f"{self.id}.pdf" if size == self.layout.sizes[0] else f"{self.id}-{size.lower()}.pdf"

    @property
    def picture(self) -> str:
        """Return the name of the picture of its first page."""
        return f"{self.id}.png"


class Handouts(NamedTuple):
    """What a guide has on paper.

    `full` names the pages in the full handout, each with the sections that it leaves to the screen. `text` is what
    only paper says, as the templates ask for it.
    """

    sheets: tuple[Sheet, ...]
    full: dict[str, tuple[str, ...]]
    text: dict[str, Any]

    def with_page(self, page: str) -> Sheet | None:
        """Return the first handout that carries a page of the site, if any."""
        return next((sheet for sheet in self.sheets if page in sheet.pages), None)


NONE = Handouts((), {}, {})


def load(config: MkDocsConfig) -> Handouts:
    """Return the handouts for a site; raises `PluginError`."""
    path = Path(config.docs_dir, LIST)
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)  # the same as safe_load, but in C
    except (OSError, yaml.YAMLError) as error:
        raise PluginError(f"{LIST}: got {error}, wanted the list of handouts. Write it or fix it.") from error
    _check_keys(LIST, found, Handouts._fields)
    return Handouts(
        tuple(_sheet(entry, path.parent) for entry in found["sheets"]),
        {page: tuple(sections) for page, sections in found["full"].items()},
        found["text"],
    )


def _sheet(entry: Any, folder: Path) -> Sheet:  # noqa: ANN401 - whatever YAML reads
    _check_keys(f"{LIST}, a sheet", entry, Sheet._fields)
    place = f"{LIST}, {entry['id']}"
    if entry["layout"] not in LAYOUTS:
        raise PluginError(
            f"{place}: got layout {entry['layout']!r}, wanted one of {', '.join(LAYOUTS)}. Fix it, or add"
            " one to LAYOUTS in site_src/handouts/sheets.py."
        )
    # A name that is no page would say that the paper is reviewed when that page is not.
    for page in entry["pages"]:
        if not (folder / f"{page}.md").exists():
            raise PluginError(f"{place}: got page {page!r}, wanted a file {folder.name}/{page}.md. Fix its name.")
    return Sheet(**{**entry, "layout": LAYOUTS[entry["layout"]], "pages": tuple(entry["pages"])})


def _check_keys(place: str, found: object, wanted: tuple[str, ...]) -> None:
    if not isinstance(found, dict) or sorted(found) != sorted(wanted):
        got = ", ".join(map(str, found)) if isinstance(found, dict) else repr(found)
        raise PluginError(f"{place}: got {got}, wanted {', '.join(wanted)}. Fix the keys.")
