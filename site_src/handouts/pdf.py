"""Writes HTML as a tagged PDF that can be read aloud, made from what is here and never from the network.

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
import pydyf
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
FAMILIES = {TYPEFACE, f"{TYPEFACE} Extended", f"{TYPEFACE} Field"}
"""What the style sheet calls its files."""

PDF_UA = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "pdf_forms": True}
PRINT_FLAG = 4
"""The flag for an annotation that is printed too."""

BREAK_HINTS = dict.fromkeys("\u00ad\u200b", sys.maxsize)
"""Characters that only say where a word may be broken."""

TOLERANCE = 1
"""How far something may overflow its box, in CSS pixels."""

type Untyped = Any
"""What WeasyPrint hands over: it publishes no types."""


class Job(NamedTuple):
    """One PDF to write, as another process can be given it.

    `style` is a style sheet, `size` the paper as CSS says it, `base` the folder of its pictures. `picture` is where a
    picture of its first page is wanted, `picture_width` how many pixels wide. `settings` are names and texts of what
    may be printed, for an error to name.
    """

    html: str
    style: Path
    size: str
    path: Path
    base: Path
    picture: Path | None = None
    picture_width: int = 0
    settings: tuple[tuple[str, str], ...] = ()


def fill(template: Path, **given: object) -> str:
    """Return the HTML for a template, which may use those of the sheets; a temperature stays on one line."""
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
    """Write a PDF and return how many pages it has; raises `PluginError` for what would not print well."""
    fetcher = URLFetcher(allowed_protocols={"file", "data"})
    fonts = FontConfiguration()
    name = job.path.name
    with _warnings_as_errors(name, job.style):
        size = f"@page {{ size: {job.size} }}"
        sheets = [CSS(filename=job.style, font_config=fonts, url_fetcher=fetcher), CSS(string=size, font_config=fonts)]
        source = HTML(string=job.html, base_url=f"{job.base}/", url_fetcher=fetcher)
        _make_one_document(source.etree_element, job.base)
        document = source.render(stylesheets=sheets, font_config=fonts, **PDF_UA)
        document.write_pdf(job.path, finisher=_complete_tags, **PDF_UA)
        _check_characters(document, job)
    _check_boxes(document, name)
    _check_nothing_is_dropped(document, source.etree_element, name)
    _check_length(document, source.etree_element, name)
    if job.picture:
        _write_picture(job.path, job.picture, job.picture_width)
    return len(document.pages)


def _write_picture(pdf: Path, path: Path, width: int) -> None:
    """Write a picture of the first page of a PDF: in 16 colours it is a quarter as large."""
    page = pypdfium2.PdfDocument(pdf)[0]
    shown = page.render(scale=width / page.get_width()).to_pil()
    shown.quantize(16).save(path, optimize=True)


def _make_one_document(root: Untyped, base: Path) -> None:
    """Make one document of its articles: ids are unique, and links and pictures lead to what is there."""
    parts = {part.get("id"): part for part in root.iter("article")}
    for name, part in parts.items():
        for element in part.iter():
            if element is not part and element.get("id"):
                element.set("id", f"{name}-{element.get('id')}")
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for name, part in parts.items():
        for link in part.iter("a"):
            _resolve_link(link, name, ids)
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
                    " Add the picture or fix its address."
                )


def _resolve_link(link: Untyped, here: str, ids: set[str]) -> None:
    """Make a link between pages one within the PDF, or plain text where the PDF has not what it leads to."""
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
def _warnings_as_errors(name: str, style: Path) -> Iterator[None]:
    """Raise `PluginError` for what WeasyPrint only logs."""
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


def _check_characters(document: Untyped, job: Job) -> None:
    """Check that the typeface has every character."""
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
    """Check that no line, table or picture is wider than its box, or cut at the end of a box or page."""
    for number, page in enumerate(document.pages, 1):
        for box in page._page_box.children:  # noqa: SLF001 - there is no public way to what was laid out
            frame = page._page_box  # noqa: SLF001
            in_margin = isinstance(box, boxes.MarginBox)
            bottom = page.height if in_margin else frame.content_box_y() + frame.height
            for what in _overflowing(box, bottom):
                raise PluginError(
                    f"{name}, page {number}: got {what}, wanted all of it inside its box."
                    " Shorten it, or give it room in its style sheet."
                )


def _overflowing(box: Untyped, bottom: float) -> Iterator[str]:
    """Yield what overflows a box on the right, or below `bottom`, the end of the last box of a fixed height."""
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
        wide = end > right + TOLERANCE and isinstance(box, boxes.BlockContainerBox)
        if kind and (wide or (kind != "table" and child.position_y + child.height > bottom + TOLERANCE)):
            yield f"a {kind} that does not fit, {_first_words(child)!r}"
        if isinstance(child, boxes.ParentBox):
            yield from _overflowing(child, bottom)


def _first_words(box: Untyped) -> str:
    """Return the first words for a box, for an error to name it."""
    said = " ".join(one.text for one in [box, *box.descendants()] if isinstance(one, boxes.TextBox))
    return " ".join(said.split()[:8])


def _check_nothing_is_dropped(document: Untyped, root: Untyped, name: str) -> None:
    """Check that no text of the template is missing: WeasyPrint drops the rest of a float after the last page."""
    printed: dict[Untyped, Counter[str]] = {}
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001
            if isinstance(box, boxes.TextBox) and "::" not in (box.element_tag or "::"):
                printed.setdefault(box.element, Counter()).update(box.text)
    for element in root.find("body").iter():
        own = " ".join(filter(None, [element.text, *(child.tail for child in element)])).split()
        lacking = Counter("".join(own)) - printed.get(element, Counter())
        lacking.subtract(BREAK_HINTS)
        if isinstance(element.tag, str) and +lacking:
            raise PluginError(
                f"{name}: got no place for {' '.join(own[:8])!r}, wanted every word on a page."
                " Shorten what is around it, or give it room in its style sheet."
            )


def _check_length(document: Untyped, root: Untyped, name: str) -> None:
    """Check that a sheet, and each part of it, has no more pages than it says that it may have."""
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
                " Shorten it, or leave a section to the screen in content/handouts.yml, under full:."
            )


# What readers of PDF/UA look for and WeasyPrint leaves out.


def _complete_tags(_: Untyped, pdf: Untyped) -> None:
    """Add the scope of table headers and the print flag of links, and mark head and foot as artifacts."""
    things: list[Untyped] = [thing for thing in pdf.objects if isinstance(thing, dict)]
    tags = {thing.reference: thing for thing in things if thing.get("Type") == "/StructElem"}
    for thing in things:
        if thing.get("Type") == "/Annot":
            thing["F"] = PRINT_FLAG
    for tag in tags.values():
        if tag["S"] == "/TH":
            row = tags[tag["P"]]
            tag["A"]["Scope"] = "/Column" if tags[row["P"]]["S"] == "/THead" else "/Row"
        elif tag["S"] == "/TD":
            # What WeasyPrint names here leaves out the head of the row, and is a column off under heads that span some.
            tag["A"].pop("Headers", None)
        if not _is_in_tree(tag, tags):
            _mark_as_artifact(tag, pdf)
    _join_fields(pdf)


def _join_fields(pdf: Untyped) -> None:
    """Make one field of those with one name, so that what is typed into one stands in all."""
    form = pdf.catalog.get("AcroForm")
    alike: dict[str, list[Untyped]] = {}
    for reference in form["Fields"] if form else ():
        field = _object(reference, pdf)
        alike.setdefault(field["T"].string, []).append(field)
    for fields in alike.values():
        parent = pydyf.Dictionary({key: fields[0][key] for key in ("FT", "T", "TU", "DA", "V")})
        parent["Kids"] = pydyf.Array(field.reference for field in fields)
        pdf.add_object(parent)
        form["Fields"].append(parent.reference)
        for field in fields:
            form["Fields"].remove(field.reference)
            field["Parent"] = parent.reference
            for key in ("FT", "T", "V"):
                del field[key]


def _is_in_tree(tag: Untyped, tags: Mapping[bytes, Untyped]) -> bool:
    """Return whether a tag is in the tree that is read aloud; those of the head and foot of a page are not."""
    parent = tags.get(tag["P"])
    return parent is None or (tag.reference in parent["K"] and _is_in_tree(parent, tags))


def _mark_as_artifact(tag: Untyped, pdf: Untyped) -> None:
    """Mark the text under a tag as an artifact of its page, no longer owned by the tag."""
    page = _object(tag["Pg"], pdf)
    content = _object(page["Contents"], pdf).stream
    owners = _object(_object(pdf.catalog["StructTreeRoot"], pdf)["ParentTree"], pdf)["Nums"]
    for text in [kid for kid in tag["K"] if isinstance(kid, int)]:
        at = next(i for i, thing in enumerate(content) if isinstance(thing, dict) and thing.get("MCID") == text)
        content[at - 1 : at + 1] = ["/Artifact", "<</Type /Pagination>>"]
        owners[owners.index(page["StructParents"]) + 1][text] = "null"


def _object(reference: bytes, pdf: Untyped) -> Untyped:
    return pdf.objects[int(reference.split()[0])]
