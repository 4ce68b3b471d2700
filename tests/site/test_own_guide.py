"""A guide on another subject, made by the steps of CONTRIBUTING.md, is built and answers with the same code."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT, Server, Shared, Watched, engine_file

PLANT = ROOT / "tests" / "houseplant"
STEPS = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Start your own guide")[1].split("\n## ")[0]
OURS = re.compile(r"ivig|infusion|\bdrips?\b|immunoglobulin|neuropath|antibod|\bnurse|ambulance", re.IGNORECASE)
"""Words of this project's own subject, which the machinery does not know."""

PACKED_FAST = """
import functools, brotli
from mkdocs.__main__ import cli
brotli.compress = functools.partial(brotli.compress, quality=5)
cli()
"""
"""MkDocs, but that the engine of this copy is packed in a second, not in half a minute: it unpacks to the same."""


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """A copy of this project with another guide in it, built."""
    shared.build()  # the engine that it packed is the other guide's too, but for the rules
    return shared.make("own-guide", _plant)


def _plant(folder: Path) -> None:
    shutil.copytree(ROOT / "build" / "engine", folder / "build" / "engine")
    for name in ("site_src", "quiz"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "ivig"))
    (folder / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/site.txt"):
        shutil.copyfile(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copytree(PLANT, folder, dirs_exist_ok=True)
    bound = folder / "quiz" / "__init__.py"
    text = bound.read_text(encoding="utf-8")
    assert 1 == text.count("quiz.ivig")
    bound.write_text(text.replace("quiz.ivig", "quiz.houseplant"), encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF": "", "SITE_URL": "", "OFFLINE": "worker"}
    command = [sys.executable, "-c", PACKED_FAST, "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)


def test_steps_name_every_file_of_the_small_guide() -> None:
    """The steps of CONTRIBUTING.md name exactly the files that the small guide has."""
    brought = [
        path.relative_to(PLANT).as_posix() for path in PLANT.rglob("*") if path.is_file() and path.suffix != ".pyc"
    ]
    named = set(re.findall(r"`([^`]+)`", STEPS))
    advice = {Path(name).stem for name in brought if name.startswith("content/advice/")}
    assert {"emergency", "today", "soon", "expected"} == advice - named
    pages = {Path(name).name for name in brought if re.fullmatch(r"content/[^/]+", name)}
    assert pages == {name for name in named if name.endswith((".md", ".txt"))} - {"CHANGELOG.md"}
    assert {"mkdocs.yml", "CHANGELOG.md"} == {name for name in brought if "/" not in name}
    assert {"quiz/houseplant/__init__.py"} == {name for name in brought if name.startswith("quiz/")}


def test_site_src_and_engine_have_no_words_about_ivig() -> None:
    """What a reader is told about our subject stands in `content/` and `quiz/ivig/`: other guides would show it too."""
    files = [path for path in (ROOT / "site_src").rglob("*") if path.suffix in {".html", ".js", ".py"}]
    assert files
    texts = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in files}
    assert [] == [f"{path}: {hit[0]}" for path, text in texts.items() for hit in OURS.finditer(text)]


def test_engine_answers_from_the_other_guide(project: Path) -> None:
    """The engine works out the urgency from five rules that it has never seen."""
    code = """
from quiz import GUIDE, assess
for answers in ({"alarms": ["socket"]}, {"alarms": ["none"], "signs": ["leaves"], "leaves": ["fall"]}, {"alarms": ["none"], "signs": ["gnats"]}):
    result = assess(answers)
    print(len(GUIDE.rules), result.urgency.value, *(rule.id for rule in result.reasons))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    assert ["5 emergency flag-alarm", "5 today leaves-fall", "5 soon gnats"] == done.stdout.splitlines()


def test_site_knows_nothing_of_ours(project: Path) -> None:
    """No page, script, style or data of the other site, and nothing that its browser downloads, speaks of our subject."""
    site = project / "site"
    found = []
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".js", ".css", ".json", ".xml", ".svg", ".webmanifest", ".txt"}:
            found += [f"{path.relative_to(site)}: {hit[0]}" for hit in OURS.finditer(path.read_text(encoding="utf-8"))]
    assert [] == found
    packed = project / "python.zip"
    packed.write_bytes(gzip.decompress(engine_file(site, "python.zip").read_bytes()))
    with zipfile.ZipFile(packed) as library:
        names = library.namelist()
    assert any(name.startswith("quiz/houseplant/") for name in names)
    assert [] == [name for name in names if "ivig" in name]


def test_data_and_pages_are_its_own(project: Path) -> None:
    """Name, ladder, symptom table and data come from the other guide."""
    site = project / "site"
    data = json.loads((site / "data" / "guide.json").read_text(encoding="utf-8"))
    assert ("Is this normal for a fern?", 5) == (data["title"], len(data["rules"]))
    table = (site / "guide" / "index.html").read_text(encoding="utf-8")
    assert ["leaves", "gnats"] == re.findall(r'<h3 id="([^"]+)"', table)
    assert "Ring the plant shop today" in table
    assert "Fern" == json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))["short_name"]


@pytest.fixture
def plant(project: Path, browser: Browser) -> Iterator[Watched]:
    """A phone-sized page of the other site."""
    server = Server(project / "site")
    context = browser.new_context(viewport={"width": 375, "height": 740}, service_workers="block")
    yield Watched(context, server)
    context.close()
    server.close()


def test_quiz_works_in_the_browser(plant: Watched) -> None:
    """Its questions come one at a time, and its Python gives the reason."""
    page = plant.page
    page.clock.set_fixed_time(dt.datetime(2026, 12, 1, 12))  # noqa: DTZ001 - the time that the reader's clock shows
    page.goto(f"{plant.server.url}check/")
    for words in ("None of these", "Leaves hang or fall", "Some fall each day"):
        label = page.locator("fieldset[data-current] label", has_text=words)
        expect(label).to_be_attached()
        if (shut := page.locator("fieldset[data-current] details:not([open])", has_text=words)).count():
            shut.locator("summary").press("Enter")  # a click here could count as a second press of "Next"
        label.locator("input").evaluate("(box) => box.click()")  # a press of the mouse on one answer goes on by itself
        page.locator(".next button").click()
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(page.get_by_role("heading", name="Ring the plant shop today")).to_be_visible()
    page.locator("[data-why] summary").press("Enter")
    expect(page.get_by_text("A plant that drops leaves each day is soon bare.")).to_be_visible()
    assert [] == plant.complaints
