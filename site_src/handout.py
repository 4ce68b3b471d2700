"""The handout: the pages and the red flags on paper, as a PDF that can be read aloud.

WeasyPrint needs Pango, which many machines lack: import this module only where a PDF is made.
"""

from __future__ import annotations

import datetime as dt
import logging
import posixpath
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import meta
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from quiz.model import Guide, Source
from site_src import symptom_table, words

__all__ = ["day", "write"]

NAME = "is-this-normal-after-ivig.pdf"
TEMPLATE = Path(__file__).with_suffix(".html")
STYLE = Path(__file__).with_suffix(".css")
TYPEFACE = "Atkinson Hyperlegible Next"

RED_FLAGS = "warning-signs"
"""The first page of paper, under the name that the site's own page has."""

PAGES = ("before", "during", "after")
"""The pages whose Markdown is in the handout."""

PDF_UA = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
PRINTED = 4
"""The flag of an annotation that is on paper too."""

type Untyped = Any
"""What WeasyPrint hands over: it publishes no types."""


def write(config: MkDocsConfig, guide: Guide, folder: Path) -> None:
    """Write the handout into the folder; raises `PluginError` for what would not print well."""
    folder.mkdir(parents=True, exist_ok=True)
    _print(_html(config, guide), Path(config.docs_dir), folder / NAME)


# From Markdown and rules to HTML.


def _html(config: MkDocsConfig, guide: Guide) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["day"] = day
    return environment.get_template(TEMPLATE.name).render(
        config=config,
        guide=guide,
        red_flags=guide.questions[0],
        slug=symptom_table.slug,
        sources=_sources(guide),
        pages={name: _page(name, config) for name in PAGES},
        red_flags_id=RED_FLAGS,
    )


def _page(name: str, config: MkDocsConfig) -> Markup:
    """Return the HTML of a page of the site, without its front matter."""
    path = Path(config.docs_dir, f"{name}.md")
    if not path.exists():
        raise PluginError(
            f"handout: got no page {name!r}, wanted a file {path.parent.name}/{path.name}."
            " Write it or mend PAGES in site_src/handout.py."
        )
    text, _ = meta.get_data(path.read_text(encoding="utf-8-sig"))
    return Markup(words.block(text, config))  # noqa: S704 - our own page


def _sources(guide: Guide) -> list[Source]:
    """Return what the rules rest on, each source once, in the order of the alphabet."""
    sources = dict.fromkeys(source for rule in guide.rules for source in rule.sources)
    return sorted(sources, key=lambda source: (source.publisher.casefold(), source.title.casefold()))


def day(iso: str) -> str:
    """Return a date in words: `2026-11-22` is 22 November 2026, and `2026-11` is November 2026."""
    year, month, *day = map(int, iso.split("-"))
    named = dt.date(year, month, 1).strftime("%B %Y")
    return f"{day[0]} {named}" if day else named


# From HTML to paper.


def _print(html: str, base: Path, path: Path) -> None:
    """Lay the HTML out and write it as a tagged PDF; `base` is the folder its pictures are in."""
    fetcher = URLFetcher(allowed_protocols={"file"})  # paper is made from what is here, never from the network
    fonts = FontConfiguration()
    with _no_complaints():
        style = CSS(filename=STYLE, font_config=fonts, url_fetcher=fetcher)
        source = HTML(string=html, base_url=f"{base}/", url_fetcher=fetcher)
        _join(source.etree_element, base)
        document = source.render(stylesheets=[style], font_config=fonts, **PDF_UA)
        document.write_pdf(path, finisher=_finish, **PDF_UA)
    _check(document)


def _join(root: Untyped, base: Path) -> None:
    """Make one document of its parts: every id is used once, and links and pictures lead to what is there."""
    parts = {part.get("id"): part for part in root.iter("article")}
    for name, part in parts.items():
        for element in part.iter():
            if element is not part and element.get("id"):
                element.set("id", f"{name}-{element.get('id')}")
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for name, part in parts.items():
        for link in part.iter("a"):
            _point(link, name, ids)
        for picture in part.iter("img"):
            shown = picture.get("src", "")
            if not (base / shown).is_file():
                raise PluginError(
                    f"handout: {base.name}/{name}.md shows {shown!r}, wanted a file in {base.name}/."
                    " Add the picture or mend its address."
                )


def _point(link: Untyped, here: str, ids: set[str]) -> None:
    """Point a link between pages to its target on paper; where paper does not hold that, leave its words."""
    url = urlsplit(link.get("href", ""))
    if url.scheme:
        return
    page = posixpath.splitext(url.path)[0] or here
    target = f"{page}-{url.fragment}" if url.fragment else page
    if target in ids and target != here:
        link.set("href", f"#{target}")
    else:
        link.tag = "span"
        link.attrib.pop("href", None)


@contextmanager
def _no_complaints() -> Iterator[None]:
    """Turn what WeasyPrint only logs into an error."""
    handler = BufferingHandler(sys.maxsize)
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.buffer:
        said = "; ".join(dict.fromkeys(record.getMessage() for record in handler.buffer))
        raise PluginError(
            f"handout: WeasyPrint says {said!r}, wanted no complaint. Mend site_src/handout.css or handout.html,"
            " or the page that it is about. A missing typeface comes with 'npm ci'."
        )


def _check(document: Untyped) -> None:
    """Refuse characters that the typeface lacks, and red flags that run over the first page."""
    for font in document.fonts.values():
        ours = font.family == TYPEFACE
        lacking = set(map(chr, font.missing)) if ours else set(font.to_unicode.values()) - {" "}
        if lacking:
            raise PluginError(
                f"handout: got {', '.join(map(repr, sorted(lacking)))}, wanted only characters that {TYPEFACE} has."
                " Say it in words, or show a shape from site_src/overrides/assets/shapes/."
            )
    used = next(number for number, page in enumerate(document.pages) if PAGES[0] in page.anchors)
    if used != 1:
        raise PluginError(
            f"handout: got red flags and phone numbers on {used} pages, wanted them on one, which works alone."
            " Shorten them, or tighten the first page in site_src/handout.css."
        )


# What readers of PDF/UA look for and WeasyPrint leaves out.


def _finish(_: Untyped, pdf: Untyped) -> None:
    """Say which way each table header points, that links are printed, and that head and foot are not text."""
    things: list[Untyped] = [thing for thing in pdf.objects if isinstance(thing, dict)]
    tags = {thing.reference: thing for thing in things if thing.get("Type") == "/StructElem"}
    for thing in things:
        if thing.get("Type") == "/Annot":
            thing["F"] = PRINTED
    for tag in tags.values():
        if tag["S"] == "/TH":
            row = tags[tag["P"]]
            tag["A"]["Scope"] = "/Column" if tags[row["P"]]["S"] == "/THead" else "/Row"
        if not _is_read(tag, tags):
            _hush(tag, pdf)


def _is_read(tag: Untyped, tags: Mapping[bytes, Untyped]) -> bool:
    """Say whether a tag hangs in the tree that is read aloud; those of the head and foot of a page do not."""
    parent = tags.get(tag["P"])
    return parent is None or (tag.reference in parent["K"] and _is_read(parent, tags))


def _hush(tag: Untyped, pdf: Untyped) -> None:
    """Mark the text under a tag as an artifact of its page, and forget that the tag owned it."""
    page = _object(tag["Pg"], pdf)
    content = _object(page["Contents"], pdf).stream
    owners = _object(_object(pdf.catalog["StructTreeRoot"], pdf)["ParentTree"], pdf)["Nums"]
    for text in [kid for kid in tag["K"] if isinstance(kid, int)]:
        at = next(i for i, thing in enumerate(content) if isinstance(thing, dict) and thing.get("MCID") == text)
        content[at - 1 : at + 1] = ["/Artifact", "<</Type /Pagination>>"]
        owners[owners.index(page["StructParents"]) + 1][text] = "null"


def _object(reference: bytes, pdf: Untyped) -> Untyped:
    return pdf.objects[int(reference.split()[0])]
