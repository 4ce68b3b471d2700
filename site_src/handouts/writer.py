"""Writes the handouts: sheets made from the pages and the rules, as PDFs that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import process_cpu_count
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import jinja2
import segno
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import meta

from quiz.model import Guide, Source, Urgency
from site_src.derived import pairs, symptom_table, warning_signs
from site_src.handouts import pdf
from site_src.handouts.sheets import LIST, Handouts, Sheet
from site_src.pages import diary, pictures, prose
from site_src.pages.translation import ENGLISH
from site_src.review.signatures import Review
from site_src.settings import Number, Settings

__all__ = ["Contents", "WrittenPdf", "jobs", "write"]

FOLDER = Path(__file__).parent

QR_CODE_WIDTH = 25
"""How wide a QR code is in mm, without the quiet zone of 4 modules around it."""

FIRST_PAGE_WIDTH = 480
PHONE_WIDTH = 1080
"""How wide pictures are in pixels: 2 or 3 for each of those that they take on a screen."""


class QrCode(NamedTuple):
    """A QR code: the address it holds, a picture of it, and how wide that is in mm."""

    address: str
    picture: str
    width: float


class Section(NamedTuple):
    """A short section of a page, plain text."""

    title: str
    text: str


class WrittenPdf(NamedTuple):
    """A PDF that was written: the name of its file, the size of its paper, and how many pages and bytes it has."""

    file: str
    size: str
    pages: int
    bytes: int


class Contents(NamedTuple):
    """What handouts are made of."""

    config: MkDocsConfig
    settings: Settings
    guide: Guide
    handouts: Handouts
    review: Review


def write(contents: Contents, folder: Path) -> dict[str, list[WrittenPdf]]:
    """Write all handouts into a folder and return the PDFs by the id of their sheet; raises `PluginError`."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = jobs(contents, folder)
    # To lay one out takes seconds of one core. The longest come first, so that none is left for the end.
    order = sorted(wanted.values(), key=lambda job: -len(job.html))
    with ProcessPoolExecutor(min(len(order), process_cpu_count() or 1), get_context("spawn")) as pool:
        pages = dict(zip((job.path for job in order), pool.map(pdf.write, order), strict=True))
    written: dict[str, list[WrittenPdf]] = {sheet.id: [] for sheet in contents.handouts.sheets}
    for (sheet, size), job in wanted.items():
        if sheet.layout.picture_only:
            job.path.unlink()
        else:
            written[sheet.id].append(WrittenPdf(job.path.name, size, pages[job.path], job.path.stat().st_size))
    return written


def jobs(contents: Contents, folder: Path) -> dict[tuple[Sheet, str], pdf.Job]:
    """Return what to write into a folder by sheet and size of paper; raises `PluginError`."""
    config, given, guide, handouts, review = contents
    if given.times is None or not given.steps:
        raise PluginError("times, steps: got none, wanted both for a handout. Add them in mkdocs.yml, under extra:.")
    asked, columns = given.times.question, given.times.columns
    context = {
        "config": config,
        "settings": given,
        "guide": guide,
        "text": handouts.text,
        "daily": diary.load(config, ENGLISH),
        "short_card": Markup(prose.advice("short-card", config)),  # noqa: S704 - our own words
        "signs_asked_first": list(warning_signs.asked_first(guide)),
        "signs_asked_later": warning_signs.asked_later(guide),
        "symptoms": pairs.symptom_question(guide),
        "at_once": _at_once(guide, asked, [answer for answers in columns.values() for answer in answers]),
        "pages": {name: _page(name, left, config, guide, given.ladder) for name, left in handouts.full.items()},
        "columns": list(columns),
        "table": symptom_table.answers_by_urgency(guide, asked, columns.values(), handouts.text.get("not_felt", ())),
        "sooner": pairs.escalating_rules(guide, asked, [answers[0] for answers in columns.values()], given.times.facts),
        "sources": _sources(guide),
        "no_answer": _section("warning-signs", "no-answer", config),
        "qr_code": _qr_code(config.site_url, guide.version),
    }
    printable = (("site_name", config.site_name), *_texts("extra", given))
    wanted = {}
    for sheet in handouts.sheets:
        layout = sheet.layout
        reviewed = review.statement(what for name in sheet.pages for what in review.page(name))
        try:
            html = pdf.fill(FOLDER / layout.template, sheet=sheet, reviewed=reviewed, **context)
        except jinja2.UndefinedError as error:
            raise PluginError(
                f"{layout.template}: got {str(error)!r}, wanted all that it prints. Add it under text: in {LIST}, or"
                " fix the template in site_src/handouts/."
            ) from error
        for size in layout.sizes:
            wanted[sheet, size] = pdf.Job(
                html,
                FOLDER / layout.style,
                size,
                folder / sheet.file(size),
                Path(config.docs_dir),
                picture=folder / sheet.picture if size == layout.sizes[0] else None,
                picture_width=PHONE_WIDTH if layout.picture_only else FIRST_PAGE_WIDTH,
                settings=printable,
            )
    return wanted


def _texts(name: str, setting: object) -> Iterator[tuple[str, str]]:
    """Yield each text in a setting, with the names on the way to it."""
    if isinstance(setting, str):
        yield name, setting
    elif isinstance(setting, Mapping):
        for key, value in setting.items():
            yield from _texts(f"{name}: {key}", value)
    elif isinstance(setting, Number):
        yield name, setting.shown
    elif isinstance(setting, tuple):
        keys = getattr(setting, "_fields", None)
        for place, value in enumerate(setting):
            yield from _texts(f"{name}: {keys[place]}" if keys else name, value)


def _page(name: str, left_out: tuple[str, ...], config: MkDocsConfig, guide: Guide, ladder: dict[str, str]) -> Markup:
    """Return the HTML for a page of the site, without its front matter and the sections that are left to the screen."""
    path = Path(config.docs_dir, f"{name}.md")
    if not path.exists():
        raise PluginError(
            f"handout: got no page {name!r}, wanted a file {path.parent.name}/{path.name}."
            f" Write it, or fix full: in {LIST}."
        )
    text, _ = meta.get_data(path.read_text(encoding="utf-8-sig"))
    for section in left_out:
        text, found = re.subn(rf"^## [^\n]*{{#{section}}}\n.*?(?=^## |\Z)", "", text, flags=re.MULTILINE | re.DOTALL)
        if not found:
            raise PluginError(
                f"handout: got no section {section!r} in {path.parent.name}/{path.name}, wanted a heading that ends in"
                f" {{#{section}}}. Fix full: in {LIST}."
            )
    html = pictures.fill(prose.block(text, config), path.name, guide, ladder, Path(config.docs_dir))
    return Markup(pictures.printed(html))  # noqa: S704 - our own page


def _at_once(guide: Guide, question: str, times: list[str]) -> set[str]:
    """Return the symptoms that need a call today or sooner at each of these times, whatever is told of them."""
    urgencies: dict[str, list[Urgency]] = {}
    for thing in pairs.findings(guide):
        urgencies.setdefault(thing[0], []).extend(pairs.urgency_of(guide, thing, **{question: time}) for time in times)
    return {symptom for symptom, found in urgencies.items() if min(found) >= Urgency.TODAY}


def _section(name: str, section: str, config: MkDocsConfig) -> Section:
    """Return the title and the text, in one line, for a section of a page."""
    text = Path(config.docs_dir, f"{name}.md").read_text(encoding="utf-8")
    found = re.search(rf"^#+ ([^\n]*) {{#{section}}}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise PluginError(
            f"handout: got no section {section!r} in {name}.md, wanted a heading that ends in {{#{section}}}."
            " Fix its name in site_src/handouts/writer.py."
        )
    return Section(found[1], " ".join(found[2].split()))


def _sources(guide: Guide) -> list[Source]:
    """Return the sources for the rules, each once, by publisher and title."""
    sources = dict.fromkeys(source for rule in guide.rules for source in rule.sources)
    return sorted(sources, key=lambda source: (source.publisher.casefold(), source.title.casefold()))


def _qr_code(site: str | None, version: str) -> QrCode | None:
    """Return the QR code for the page about this version; none where no site is known to others."""
    if not site or not site.startswith("https:"):
        return None
    address = urljoin(site, f"paper/{version}/")
    code = segno.make(address, error="m", micro=False)
    width = QR_CODE_WIDTH * code.symbol_size()[0] / code.symbol_size(border=0)[0]
    return QrCode(address, code.svg_data_uri(omitsize=True, light="white"), width)
