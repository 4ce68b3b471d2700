"""What leaves the site: every address is one that a person has looked at, and every source says what it is."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quiz import GUIDE
from quiz.ivig import sources as ivig
from quiz.model import Source
from site_src.derived.symptom_table import slug

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "sources.txt"
PLACES = [ROOT / "mkdocs.yml", *(path for name in ("content", "quiz", "site_src") for path in (ROOT / name).rglob("*"))]
ADDRESS = re.compile(r"https?://[a-z0-9][^\s\"'<>()\[\]`|]*", re.IGNORECASE)
NO_LINK = re.compile(r"http://www\.w3\.org/|https://json-schema\.org/draft/|https://schema\.org$")
"""Names of formats: they look like addresses, and nobody follows them."""
PAPER = re.compile(r"https://pubmed\.ncbi\.nlm\.nih\.gov/[1-9]\d*/|https://doi\.org/10\.\d{4,}/\S+")

SOURCES = {name: value for name, value in vars(ivig).items() if isinstance(value, Source)}
every_source = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)


def table() -> list[tuple[str, ...]]:
    """The rows of the reviewed table: address, title, where it stands."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [tuple(part.strip() for part in line.split("|")) for line in lines]


def addresses(text: str) -> set[str]:
    return {found for found in ADDRESS.findall(text) if not NO_LINK.match(found)}


def found_in_files() -> dict[str, set[str]]:
    """Where each address stands in what the site is made from."""
    found: dict[str, set[str]] = {}
    for path in PLACES:
        if path.is_file() and path.suffix not in {".png", ".pyc"}:
            for address in addresses(path.read_text(encoding="utf-8")):
                found.setdefault(address, set()).add(path.relative_to(ROOT).as_posix())
    return found


class _Links(HTMLParser):
    """Collects what a built page links to or loads from elsewhere, with the words of each link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, set[str]] = {}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src", "srcset", "action", "poster", "data"} and re.match("(https?:)?//", value or ""):
                self._open = value or ""
                self.found.setdefault(self._open, set())

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            self.found[self._open].add(" ".join(data.split()))


def test_table_has_each_address_once() -> None:
    """A row is an address, a title and a place; no address and no title stands twice."""
    rows = table()
    assert [] == [row for row in rows if len(row) != 3 or not all(row)]
    for column in (0, 1):
        values = [row[column] for row in rows]
        assert sorted(set(values)) == sorted(values)
    assert [] == [row[0] for row in rows if not PAPER.fullmatch(row[0])]


def test_every_address_was_looked_at() -> None:
    """The files name the addresses of the table, each where the table says, and no other."""
    assert {row[0]: set(row[2].split(", ")) for row in table()} == found_in_files()


@every_source
def test_source_says_what_it_is(source: Source) -> None:
    """A source has a title, a publisher and when it was seen, which is not after the rules are dated."""
    assert [] == [part for part in source[:3] if not part.strip() or part != part.strip()]
    day = dt.date.fromisoformat(source.seen if source.seen.count("-") == 2 else f"{source.seen}-01")
    assert day <= dt.date.fromisoformat(GUIDE.dated)


@every_source
def test_link_of_a_source_is_of_its_title(source: Source) -> None:
    """A link is to a paper, under the title of the table; a publisher that names a record names the one linked."""
    titles = {row[0]: row[1] for row in table()}
    if source.url:
        assert PAPER.fullmatch(source.url)
        assert titles[source.url] == source.title
    record = re.search(r"PubMed record (\d+)", source.publisher)
    assert not record or source.url.endswith(f"/{record[1]}/")


def test_no_source_stands_twice() -> None:
    """Two sources differ in title and in link, and each one is what some rule rests on."""
    titles = [slug(source.title) for source in SOURCES.values()]
    links = [source.url for source in SOURCES.values() if source.url]
    assert sorted(set(titles)) == sorted(titles)
    assert sorted(set(links)) == sorted(links)
    assert set(SOURCES.values()) == {source for rule in GUIDE.rules for source in rule.sources}


def test_built_pages_lead_to_the_table_and_nowhere_else(site: Path) -> None:
    """Every link out of the built site is in the table, under its title, and every address of the table is linked."""
    found: dict[str, set[str]] = {}
    for page in site.rglob("*.html"):
        for address, words in _Links(page.read_text(encoding="utf-8")).found.items():
            found.setdefault(address, set()).update(words)
    assert {row[0]: {row[1]} for row in table()} == found


def test_data_lead_to_the_table_and_nowhere_else(site: Path) -> None:
    """The guide as data links to nothing that the pages do not link to."""
    data = json.loads((site / "data" / "guide.json").read_text(encoding="utf-8"))
    assert {source.url for source in SOURCES.values() if source.url} == addresses(json.dumps(data, ensure_ascii=False))
