"""From HTML to paper: a tagged PDF that can be read aloud, made from what is here and never from the network.

WeasyPrint needs Pango, which many computers lack: import this module only where a PDF is made.
"""

from __future__ import annotations

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
from mkdocs.exceptions import PluginError
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from site_src import symptom_table, words

__all__ = ["Document", "write"]

HERE = Path(__file__).parent
TYPEFACE = "Atkinson Hyperlegible Next"
PDF_UA = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
PRINTED = 4
"""The flag of an annotation that is on paper too."""

type Untyped = Any
"""What WeasyPrint hands over: it publishes no types."""

type Document = Any
"""What WeasyPrint has laid out: pages, each with the anchors on it."""


def write(style: Path, path: Path, base: Path, **given: object) -> Document:
    """Fill in the template that a style sheet is for, lay it out and write it; return what was laid out.

    `base` is the folder its pictures are in. Raises `PluginError` for what would not print well.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    environment.filters["day"] = words.day
    html = environment.get_template(f"{style.stem}.html").render(slug=symptom_table.slug, **given)
    fetcher = URLFetcher(allowed_protocols={"file"})  # paper is made from what is here, never from the network
    fonts = FontConfiguration()
    with _no_complaints(style.stem):
        sheet = CSS(filename=style, font_config=fonts, url_fetcher=fetcher)
        source = HTML(string=html, base_url=f"{base}/", url_fetcher=fetcher)
        _join(source.etree_element, base)
        document = source.render(stylesheets=[sheet], font_config=fonts, **PDF_UA)
        document.write_pdf(path, finisher=_finish, **PDF_UA)
    _check(document, style.stem)
    return document


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
                    f"{base.name}/{name}.md: got the picture {shown!r}, wanted a file in {base.name}/."
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
def _no_complaints(name: str) -> Iterator[None]:
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
            f"{name}: WeasyPrint says {said!r}, wanted no complaint. Mend site_src/{name}.css or {name}.html,"
            " or the page that it is about. A missing typeface comes with 'npm ci'."
        )


def _check(document: Document, name: str) -> None:
    """Refuse characters that the typeface lacks."""
    for font in document.fonts.values():
        ours = font.family == TYPEFACE
        lacking = set(map(chr, font.missing)) if ours else set(font.to_unicode.values()) - {" "}
        if lacking:
            raise PluginError(
                f"{name}: got {', '.join(map(repr, sorted(lacking)))}, wanted only characters that {TYPEFACE} has."
                " Say it in words, or show a shape from site_src/overrides/assets/shapes/."
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
