"""Every address ever released, with its sections, in `permalinks.yml`: others link to them and print them.

`python -m tools.permalinks` builds the site and adds what is new. It removes nothing: an address that was released
has to answer for good.
"""

from __future__ import annotations

import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import yaml

from tests.conftest import HOME, ROOT, build

__all__ = ["LIST", "addresses", "listed", "merged", "missing"]

LIST = ROOT / "permalinks.yml"
HEAD = """# Every address ever released, with the ids of its sections: they are in links, slides and leaflets of others.
# `python -m tools.permalinks` adds what is new. Remove nothing: CONTRIBUTING.md says what to do when a page moves.
"""
FILES = re.compile(r"(?:changes|codes|data|handout)/[\w.-]+\.(?:json|pdf|png|svg|xml)|assets/embed/height\.js")
"""Files that are released under their names, besides pages: others link to them, show them or load them."""

type Addresses = dict[str, list[str]]


class _Ids(HTMLParser):
    """Collects the ids of a page: all, and those that others can link to, of headings and of what the page links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: set[str] = set()
        self.headings: set[str] = set()
        self.titles: set[str] = set()
        self.linked: set[str] = set()
        self._in_quiz = False
        self.feed(html)

    @property
    def public(self) -> set[str]:
        # The title's id follows its words, and leads where the page's own address leads.
        found = self.headings | (self.linked & self.all) - self.titles
        return {name for name in found if not name.startswith("__")}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "quiz-flow":
            self._in_quiz = True  # its parts are hidden until an answer shows them: no link can lead there
        if self._in_quiz:
            return
        if name := given.get("id"):
            self.all.add(name)
            if tag == "h1":
                self.titles.add(name)
            elif re.fullmatch("h[2-6]", tag):
                self.headings.add(name)
        if (address := given.get("href") or "").startswith("#"):
            self.linked.add(address[1:])

    def handle_endtag(self, tag: str) -> None:
        if tag == "quiz-flow":
            self._in_quiz = False


def listed() -> Addresses:
    """Return all released addresses, each with the ids of its sections."""
    found: Addresses = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return found


def addresses(site: Path) -> Addresses:
    """Return the addresses of a built site, each with its linkable ids."""
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    found: Addresses = {f"/{name}": [] for name in names if FILES.fullmatch(name)}
    for name in names:
        if re.fullmatch(r"(.*/)?index\.html", name):
            found[f"/{name.removesuffix('index.html')}"] = sorted(_ids(site / name).public)
    return found


def missing(site: Path, released: Addresses) -> list[str]:
    """Return each released address that no longer answers, one sentence each."""
    found = []
    for address, ids in released.items():
        path = site / address[1:] / "index.html" if address.endswith("/") else site / address[1:]
        if not path.is_file():
            found.append(f"{address}: got no page or file, wanted one for good. See CONTRIBUTING.md, Move a page.")
        elif lost := set(ids) - (_ids(path).all if ids else set()):
            found += [
                f"{address}#{name}: got no such id, wanted it for good. See CONTRIBUTING.md, Move a page."
                for name in sorted(lost)
            ]
    return found


def merged(released: Addresses, offered: Addresses) -> Addresses:
    """Return the released addresses together with the new ones."""
    return {
        address: sorted({*released.get(address, []), *offered.get(address, [])})
        for address in sorted({*released, *offered})
    }


def _ids(path: Path) -> _Ids:
    return _Ids(path.read_text(encoding="utf-8"))


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        offered = addresses(build(Path(folder, "site"), PDF="1", SITE_URL=HOME))
    text = yaml.safe_dump(merged(listed() if LIST.exists() else {}, offered), width=120)
    LIST.write_text(HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    _main()
