"""The zip file of `make offline`: whole, made of files that a disc can show, and the same every time."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from quiz import GUIDE
from tests.browser.test_quiz import TO_EACH_URGENCY, option, result
from tests.conftest import ROOT, Shared, build


@pytest.fixture(scope="module")
def zipped(shared: Shared) -> Path:
    """The zip file, as `make offline` makes it."""
    return shared.build("--config-file", "mkdocs.offline.yml", PDF="1").with_name("is-this-normal-offline.zip")


@pytest.fixture(scope="module")
def unpacked(zipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is in the zip file."""
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(to := tmp_path_factory.mktemp("unpacked"))
    (folder,) = to.iterdir()
    return folder


class _Reader(HTMLParser):
    """Collects the ids and the addresses of one page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in {"href", "src"} and value is not None:
                self.addresses.append(value)


def test_every_link_in_the_zip_names_a_file(unpacked: Path) -> None:
    """Every address in every page leads to a file in the zip, anchors included; a folder would open as a list."""
    pages = {path.resolve(): _Reader(path) for path in unpacked.rglob("*.html")}
    assert len(pages) > 12
    broken = []
    for path, page in pages.items():
        for parts in map(urlsplit, page.addresses):
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if parts.scheme in {"tel", "https"}:
                continue
            if not (target.is_file() and target.is_relative_to(unpacked.resolve())):
                broken.append(f"{path.name}: {parts.geturl()} is no file")
            elif parts.fragment == "ward" or parts.fragment.startswith("about="):
                continue  # for the quiz's script, which no disc has: it opens the page
            elif parts.fragment and parts.fragment not in pages[target].ids:
                broken.append(f"{path.name}: {parts.geturl()} names no id")
    for path in unpacked.rglob("*.css"):
        named = re.findall(r"url\(\"?(?!data:)([^)\"]+)", path.read_text(encoding="utf-8"))
        broken += [f"{path.name}: {address} is no file" for address in named if not (path.parent / address).is_file()]
    assert broken == []


def test_zip_leaves_out_what_a_disc_cannot_run(unpacked: Path) -> None:
    """No page names a module, a manifest or a search, which a browser refuses on a disc, and no engine is packed."""
    html = "".join(path.read_text(encoding="utf-8") for path in unpacked.rglob("*.html"))
    assert re.findall(r'type="module"|rel="modulepreload"|rel="manifest"|Content-Security-Policy|md-search', html) == []
    names = [path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")]
    assert [name for name in names if name == "sw.js" or name.startswith("engine")] == []
    assert "handout/is-this-normal-after-ivig.pdf" in names


def test_zip_says_first_what_to_do_and_how_old_it_is(unpacked: Path) -> None:
    """The text beside the pages names the emergency numbers, the file to open, the version and its year."""
    text = (unpacked / "READ-ME-FIRST.txt").read_text(encoding="utf-8")
    wanted = ("911", "999", "112", "000", "index.html", unpacked.name, f"Version {GUIDE.version}", GUIDE.dated[:4])
    assert [words for words in wanted if words not in text] == []
    assert re.search("[{}]", text) is None


def test_the_readme_says_how_large_the_zip_is(zipped: Path) -> None:
    """In round figures."""
    said = re.search(rf"`build/{zipped.name}` \(([\d.]+) MB\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert said
    assert float(said[1]) * 1e6 == pytest.approx(zipped.stat().st_size, rel=0.25)


def test_zip_is_the_same_every_time(zipped: Path, tmp_path: Path) -> None:
    """The same sources give the same zip file, byte for byte."""
    build(tmp_path / "site", "--config-file", "mkdocs.offline.yml", PDF="1")
    assert (tmp_path / zipped.name).read_bytes() == zipped.read_bytes()


@pytest.mark.parametrize("scripts", [True, False])
def test_zip_opens_from_a_disc(browser: Browser, unpacked: Path, scripts: bool) -> None:  # noqa: FBT001
    """From the unpacked zip, without any server, the quiz leads to each urgency, with scripts and without."""
    context = browser.new_context(viewport={"width": 375, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("link", name="I feel unwell now").click()
    for urgency, answers in TO_EACH_URGENCY.items():
        page.reload()
        for name, choice in [("red-flags", "none"), *answers]:
            option(page, name, choice).check()
        expect(page.locator("[data-urgency]:visible, [data-unfinished]:visible")).to_have_count(1)
        expect(result(page, urgency)).to_be_visible()
    expect(page.get_by_label("Search", exact=True)).to_have_count(0)
    assert [] == complaints
    context.close()
