"""`make serve` rebuilds after each saved file, and goes on after one that is broken."""

from __future__ import annotations

import os
import shutil
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.engines.drivers import LIMIT, Process, eventually
from tests.site.test_setup import free_port

# What is saved: its file, the words after which a sentence is put in, and a page that shows it.
SAVES = {
    "a rule": ("quiz/ivig/rules/head.py", 'because="', "check/"),
    "a template": ("site_src/overrides/partials/footer.html", '"version": "', "privacy/"),
    "a page": ("content/before.md", "\n# ", "before/"),
    "a module": ("site_src/pages/cards.py", '{"emergency": "', "warning-signs/"),
}


class Serving:
    """`make serve` in a copy of the tree, with what the original has set up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "copy"
        ours = shutil.ignore_patterns(".*", "node_modules", "build", "site", "tests", "__pycache__")
        shutil.copytree(ROOT, self.folder, ignore=ours)
        for name in ("engine", "kept"):  # another build may be writing the files that are left out
            made = Path("build", name)
            shutil.copytree(ROOT / made, self.folder / made, ignore=shutil.ignore_patterns("*.br", "tmp*"))
        for name in (".venv", "node_modules"):
            (self.folder / name).symlink_to(ROOT / name)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}/"
        self.process = Process("make", "-C", str(self.folder), "serve", PORT=str(port), TMPDIR=str(folder))

    def get(self, page: str) -> str:
        """Return a page; nothing while there is no server."""
        try:
            with urllib.request.urlopen(self.url + page, timeout=LIMIT) as reply:  # noqa: S310 - loopback
                return str(reply.read().decode())
        except OSError:
            return ""

    def wait_for(self, words: str, place: str, read: Callable[[], str]) -> None:
        """Wait until words are read in a place."""
        eventually(
            lambda: words in read(),
            lambda: f"make serve: got no {words!r} {place}, wanted it; it wrote {self.process.written()[-1500:]}",
            hope=self.process.runs,
        )

    def shows(self, words: str, page: str) -> None:
        """Wait until a page shows words."""
        self.wait_for(words, f"on {page}", lambda: self.get(page))

    def says(self, words: str, saved: Path) -> None:
        """Wait until the server has written words about a file, saved anew until it looks: it answers before it does."""

        def written() -> str:
            os.utime(saved)
            return self.process.written()

        self.wait_for(words, "in what it writes", written)


@pytest.fixture
def serving(site: Path, tmp_path: Path) -> Iterator[Serving]:
    """The site as it is served; that of the other tests has packed the engine for it."""
    serving = Serving(tmp_path)
    yield serving
    serving.process.end()


def test_each_saved_file_is_rebuilt(serving: Serving) -> None:
    """A broken rule is named, and the next good save shows; then a template, a page and a module, one after the other."""
    serving.shows("Before your infusion", "before/")
    rule = serving.folder / SAVES["a rule"][0]
    good = rule.read_text(encoding="utf-8")
    rule.write_text(f"{good}(", encoding="utf-8")
    serving.says("SyntaxError: '(' was never closed", rule)
    rule.write_text(good, encoding="utf-8")
    for what, (name, before, page) in SAVES.items():
        file = serving.folder / name
        text = file.read_text(encoding="utf-8")
        assert before in text, f"got {name} without {before!r}, wanted a place to write. Fix SAVES here"
        file.write_text(text.replace(before, f"{before}This is {what} saved. ", 1), encoding="utf-8")
        serving.shows(f"This is {what} saved. ", page)
