"""From HTML to paper: a tagged PDF that can be read aloud, made from what is here and never from the network.

WeasyPrint needs Pango, which many computers lack: import this module only where a PDF is made.
"""

from __future__ import annotations

import logging
import posixpath
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import jinja2
import pypdfium2
from mkdocs.exceptions import PluginError
from weasyprint import CSS, HTML
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from site_src.derived import symptom_table
from site_src.pages import prose

__all__ = ["Job", "fill", "write"]

HERE = Path(__file__).parent
TYPEFACE = "Atkinson Hyperlegible Next"
FAMILIES = {TYPEFACE, f"{TYPEFACE} Extended"}
"""What the style sheet calls its files."""

PDF_UA = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
PRINTED = 4
"""The flag of an annotation that is on paper too."""

UNSEEN = dict.fromkeys("\u00ad\u200b", sys.maxsize)
"""Characters that only say where a word may be broken."""

SLACK = 1
"""How far something may stand out of its box, in CSS pixels: less than a hair."""

type Untyped = Any
"""What WeasyPrint hands over: it publishes no types."""


class Job(NamedTuple):
    """One PDF to write, in words that another process can be given.

    `style` is a style sheet, `size` the paper as CSS says it, `base` the folder of its pictures. `picture` is where a
    picture of its first page is wanted, `across` how many pixels wide. `settings` are names and texts of what may be
    printed, for an error to name.
    """

    html: str
    style: Path
    size: str
    path: Path
    base: Path
    picture: Path | None = None
    across: int = 0
    settings: tuple[tuple[str, str], ...] = ()


def fill(template: Path, **given: object) -> str:
    """Return the HTML of a template, which may use those of the sheets; a temperature stays on one line."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([template.parent, HERE]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = prose.day
    return environment.get_template(template.name).render(slug=symptom_table.slug, **given).replace(" °", "\u00a0°")


def write(job: Job) -> int:
    """Lay out and write a PDF, and return how many pages it has; raises `PluginError` for what would not print well."""
    # Paper is made from what is here, never from the network.
    fetcher = URLFetcher(allowed_protocols={"file", "data"})
    fonts = FontConfiguration()
    name = job.path.name
    with _no_complaints(name, job.style):
        size = f"@page {{ size: {job.size} }}"
        sheets = [CSS(filename=job.style, font_config=fonts, url_fetcher=fetcher), CSS(string=size, font_config=fonts)]
        source = HTML(string=job.html, base_url=f"{job.base}/", url_fetcher=fetcher)
        _join(source.etree_element, job.base)
        document = source.render(stylesheets=sheets, font_config=fonts, **PDF_UA)
        document.write_pdf(job.path, finisher=_finish, **PDF_UA)
        _check_letters(document, job)
    _check_boxes(document, name)
    _check_words(document, source.etree_element, name)
    _check_length(document, source.etree_element, name)
    if job.picture:
        _picture(job.path, job.picture, job.across)
    return len(document.pages)


def _picture(pdf: Path, path: Path, across: int) -> None:
    """Write a picture of the first page of a PDF: in 16 colours it is a quarter as large."""
    page = pypdfium2.PdfDocument(pdf)[0]
    shown = page.render(scale=across / page.get_width()).to_pil()
    shown.quantize(16).save(path, optimize=True)


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
            if not picture.get("alt"):
                raise PluginError(
                    f"{base.name}/{name}.md: got the picture {shown[:60]!r} without words, wanted an alt text that says"
                    " what it shows. Add it."
                )
            if not shown.startswith("data:") and not (base / shown).is_file():
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
def _no_complaints(name: str, style: Path) -> Iterator[None]:
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
            f"{name}: WeasyPrint says {said!r}, wanted no complaint. Fix {style.name}, the template beside it,"
            " or the page that it is about. A missing typeface comes with 'npm ci'."
        )


# What stops a sheet that would not print well.


def _check_letters(document: Untyped, job: Job) -> None:
    """Refuse characters that the typeface lacks."""
    lacking: set[str] = set()
    for font in document.fonts.values():
        lacking |= set(map(chr, font.missing)) if font.family in FAMILIES else set("".join(font.to_unicode.values()))
    lacking -= {" "}
    for setting, text in job.settings:
        if found := lacking.intersection(text):
            raise PluginError(
                f"mkdocs.yml, {setting}: got {text!r}, wanted only characters that {TYPEFACE} has."
                f" It lacks {', '.join(map(repr, sorted(found)))}: write this in plain Latin letters."
            )
    if lacking:
        raise PluginError(
            f"{job.path.name}: got {', '.join(map(repr, sorted(lacking)))}, wanted only characters that {TYPEFACE} has."
            " Say it in words, or show a shape from site_src/overrides/assets/shapes/."
        )


def _check_boxes(document: Untyped, name: str) -> None:
    """Refuse a line, a table or a picture that is wider than its place, and what is cut at the end of a box or page."""
    for number, page in enumerate(document.pages, 1):
        for box in page._page_box.children:  # noqa: SLF001 - there is no public way to what was laid out
            frame = page._page_box  # noqa: SLF001
            in_margin = isinstance(box, boxes.MarginBox)
            bottom = page.height if in_margin else frame.content_box_y() + frame.height
            for what in _spilling(box, bottom):
                raise PluginError(
                    f"{name}, page {number}: got {what}, wanted all of it inside its box."
                    " Shorten it, or give it room in its style sheet."
                )


def _spilling(box: Untyped, bottom: float) -> Iterator[str]:
    """Yield what stands out of a box on the right, or below `bottom`, the end of the last box of a fixed height."""
    right = box.content_box_x() + box.width
    if isinstance(box, boxes.BlockContainerBox) and box.style["height"] != "auto":
        bottom = min(bottom, box.content_box_y() + box.height)
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            kind, end = "line", max((one.position_x + one.margin_width() for one in child.children), default=0)
        elif isinstance(child, boxes.ReplacedBox):
            kind, end = "picture", child.position_x + child.margin_width()
        elif getattr(child, "is_table_wrapper", False):
            kind, end = "table", child.position_x + child.border_width()
        else:
            kind, end = "", 0
        wide = end > right + SLACK and isinstance(box, boxes.BlockContainerBox)
        if kind and (wide or (kind != "table" and child.position_y + child.height > bottom + SLACK)):
            yield f"a {kind} that does not fit, {_words(child)!r}"
        if isinstance(child, boxes.ParentBox):
            yield from _spilling(child, bottom)


def _words(box: Untyped) -> str:
    """Return the first words of a box."""
    said = " ".join(one.text for one in [box, *box.descendants()] if isinstance(one, boxes.TextBox))
    return " ".join(said.split()[:8])


def _check_words(document: Untyped, root: Untyped, name: str) -> None:
    """Refuse a sheet that lacks words of its template: WeasyPrint drops what is left of a float after the last page."""
    printed: dict[Untyped, Counter[str]] = {}
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001
            if isinstance(box, boxes.TextBox) and "::" not in (box.element_tag or "::"):
                printed.setdefault(box.element, Counter()).update(box.text)
    for element in root.find("body").iter():
        own = " ".join(filter(None, [element.text, *(child.tail for child in element)])).split()
        lacking = Counter("".join(own)) - printed.get(element, Counter())
        lacking.subtract(UNSEEN)
        if isinstance(element.tag, str) and +lacking:
            raise PluginError(
                f"{name}: got no place for {' '.join(own[:8])!r}, wanted every word on a page."
                " Shorten what is around it, or give it room in its style sheet."
            )


def _check_length(document: Untyped, root: Untyped, name: str) -> None:
    """Refuse a sheet, or a part of it, that has more pages than it says that it may have."""
    starts: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for anchor in page.anchors:
            starts.setdefault(anchor, number)  # what goes on overleaf has its anchor there too
    parts = list(root.iter("article"))
    ends = [starts[part.get("id")] for part in parts[1:]] + [len(document.pages)]
    for part, end in [*zip(parts, ends, strict=True), (root.find("body"), len(document.pages))]:
        most = int(part.get("data-most", sys.maxsize))
        used = end - starts.get(part.get("id"), 0)
        if used > most:
            raise PluginError(
                f"{name}: got {used} pages for {part.get('id') or 'all of it'}, wanted {most} at most."
                " Shorten it, or leave a section to the screen in site_src/handouts/writer.py."
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
        elif tag["S"] == "/TD":
            # What WeasyPrint names here leaves out the head of the row, and is a column off under heads that span some.
            tag["A"].pop("Headers", None)
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
