"""The handouts: sheets made from the pages and the rules, as PDFs that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import process_cpu_count
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import segno
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import meta

from quiz.model import Guide, Source, Urgency
from site_src import settings
from site_src.derived import pairs, symptom_table
from site_src.handouts import pdf
from site_src.handouts.sheets import PHONE, SHEETS, Sheet
from site_src.pages import pictures, prose
from site_src.review.signatures import Review

__all__ = ["Made", "jobs", "write"]

FOLDER = Path(__file__).parent

PAGES = ("before", "during", "after")
"""The pages whose Markdown is in the full handout."""

ON_SCREEN = {
    "before": ("on-the-day", "bring", "days-after", "not-known", "what-to-do", "main-points"),
    "during": ("feel", "slowing", "checks", "drink", "not-known", "what-to-do", "main-points"),
    "after": (
        "headache",
        "nerve-pain",
        "before-next-dose",
        "stopping",
        "diary",
        "not-known",
        "what-to-do",
        "main-points",
    ),
}
"""Sections, by their ids, that the handout leaves to the screen, for its 12 pages do not hold all."""

CODE = 25
"""How wide a code is in mm, without the quiet zone of 4 modules around it."""

PICTURE_ACROSS = 480
PHONE_ACROSS = 1080
"""How wide pictures are in pixels: 2 or 3 for each of those that they take on a screen."""


class Code(NamedTuple):
    """A square code that a phone reads: the address it holds, a picture of it, and how wide that is in mm."""

    address: str
    picture: str
    width: float


class Section(NamedTuple):
    """A short section of a page, plain text."""

    title: str
    text: str


class Made(NamedTuple):
    """One PDF that was written: the name of its file, its paper, and how many pages and bytes it has."""

    file: str
    size: str
    pages: int
    bytes: int


def write(
    config: MkDocsConfig, given: settings.Settings, guide: Guide, review: Review, folder: Path
) -> dict[str, list[Made]]:
    """Write all handouts into the folder, and return what was written by the id of its sheet; raises `PluginError`."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = jobs(config, given, guide, review, folder)
    # To lay one out takes seconds of one core. The longest come first, so that none is left for the end.
    order = sorted(wanted.values(), key=lambda job: -len(job.html))
    with ProcessPoolExecutor(min(len(order), process_cpu_count() or 1), get_context("spawn")) as pool:
        pages = dict(zip((job.path for job in order), pool.map(pdf.write, order), strict=True))
    made: dict[str, list[Made]] = {sheet.id: [] for sheet in SHEETS}
    for (sheet, size), job in wanted.items():
        if sheet is PHONE:
            job.path.unlink()
        else:
            made[sheet.id].append(Made(job.path.name, size, pages[job.path], job.path.stat().st_size))
    return made


def jobs(
    config: MkDocsConfig, given: settings.Settings, guide: Guide, review: Review, folder: Path
) -> dict[tuple[Sheet, str], pdf.Job]:
    """Return what is to be written into the folder, by sheet and paper; raises `PluginError`."""
    if given.times is None or not given.steps:
        raise PluginError("times, steps: got none, wanted both for a handout. Add them in mkdocs.yml, under extra:.")
    asked, columns = given.times.question, given.times.columns
    shown = {
        "config": config,
        "settings": given,
        "guide": guide,
        "red_flags": guide.questions[0],
        "symptoms": pairs.symptoms(guide),
        "at_once": _at_once(guide, asked, [answer for answers in columns.values() for answer in answers]),
        "pages": {name: _page(name, config, guide, given.ladder) for name in PAGES},
        "times": list(columns),
        "table": symptom_table.over_time(guide, asked, columns.values()),
        "sooner": pairs.sooner(guide, asked, [answers[0] for answers in columns.values()], given.times.facts),
        "sources": _sources(guide),
        "no_answer": _section("warning-signs", "no-answer", config),
        "code": _code(config.site_url, guide.version),
    }
    texts = (("site_name", config.site_name), *_texts("extra", given))
    wanted = {}
    for sheet in (*SHEETS, PHONE):
        across = PHONE_ACROSS if sheet is PHONE else PICTURE_ACROSS
        reviewed = review.says(what for name in sheet.shows for what in review.page(name))
        html = pdf.fill(FOLDER / sheet.template, sheet=sheet, reviewed=reviewed, **shown)
        for size in sheet.sizes:
            picture = folder / sheet.picture if size == sheet.sizes[0] else None
            style, path, base = FOLDER / sheet.style, folder / sheet.file(size), Path(config.docs_dir)
            wanted[sheet, size] = pdf.Job(html, style, size, path, base, picture, across, texts)
    return wanted


def _texts(name: str, setting: object) -> Iterator[tuple[str, str]]:
    """Yield the texts in a setting, each with the names on the way to it."""
    if isinstance(setting, str):
        yield name, setting
    elif isinstance(setting, Mapping):
        for key, value in setting.items():
            yield from _texts(f"{name}: {key}", value)
    elif isinstance(setting, settings.Number):
        yield name, setting.shown
    elif isinstance(setting, tuple):
        keys = getattr(setting, "_fields", None)
        for place, value in enumerate(setting):
            yield from _texts(f"{name}: {keys[place]}" if keys else name, value)


def _page(name: str, config: MkDocsConfig, guide: Guide, ladder: dict[str, str]) -> Markup:
    """Return the HTML of a page of the site, without its front matter and without what it leaves to the screen."""
    path = Path(config.docs_dir, f"{name}.md")
    if not path.exists():
        raise PluginError(
            f"handout: got no page {name!r}, wanted a file {path.parent.name}/{path.name}."
            " Write it or mend PAGES in site_src/handouts/writer.py."
        )
    text, _ = meta.get_data(path.read_text(encoding="utf-8-sig"))
    for section in ON_SCREEN.get(name, ()):
        text, found = re.subn(rf"^## [^\n]*{{#{section}}}\n.*?(?=^## |\Z)", "", text, flags=re.MULTILINE | re.DOTALL)
        if not found:
            raise PluginError(
                f"handout: got no section {section!r} in {path.parent.name}/{path.name}, wanted a heading that ends in"
                f" {{#{section}}}. Fix ON_SCREEN in site_src/handouts/writer.py."
            )
    html = pictures.fill(prose.block(text, config), path.name, guide, ladder, Path(config.docs_dir))
    return Markup(pictures.printed(html))  # noqa: S704 - our own page


def _at_once(guide: Guide, question: str, times: list[str]) -> set[str]:
    """Return the symptoms that need a call today or sooner, whatever a person tells of them, at each of the times."""
    urgencies: dict[str, list[Urgency]] = {}
    for thing in pairs.findings(guide):
        urgencies.setdefault(thing[0], []).extend(pairs.urgency_of(guide, thing, **{question: time}) for time in times)
    return {symptom for symptom, found in urgencies.items() if min(found) >= Urgency.TODAY}


def _section(name: str, section: str, config: MkDocsConfig) -> Section:
    """Return a section of a page of the site, as a title and a line of text."""
    text = Path(config.docs_dir, f"{name}.md").read_text(encoding="utf-8")
    found = re.search(rf"^#+ ([^\n]*) {{#{section}}}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise PluginError(
            f"handout: got no section {section!r} in {name}.md, wanted a heading that ends in {{#{section}}}."
            " Fix its name in site_src/handouts/writer.py."
        )
    return Section(found[1], " ".join(found[2].split()))


def _sources(guide: Guide) -> list[Source]:
    """Return what the rules rest on, each source once, in the order of the alphabet."""
    sources = dict.fromkeys(source for rule in guide.rules for source in rule.sources)
    return sorted(sources, key=lambda source: (source.publisher.casefold(), source.title.casefold()))


def _code(site: str | None, version: str) -> Code | None:
    """Return the code that leads to the page about this version of the paper; none where no site is known to others."""
    if not site or not site.startswith("https:"):
        return None
    address = urljoin(site, f"paper/{version}/")
    code = segno.make(address, error="m", micro=False)
    width = CODE * code.symbol_size()[0] / code.symbol_size(border=0)[0]
    return Code(address, code.svg_data_uri(omitsize=True, light="white"), width)
