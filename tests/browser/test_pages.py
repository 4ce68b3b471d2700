"""Every page in a real browser: no complaint, and nothing that it should not load."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_src.integrity import integrity
from tests.browser.states import PATHS
from tests.conftest import FOLDER, ROOT, Server, Watched, bundle

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *, colours: bool = True) -> list[str]:
    """What axe finds, one line each: the rule and the element. Contrast is held to level AAA, unless colours are not ours."""
    page.evaluate(AXE)
    rules = {"color-contrast": {"enabled": colours}, "color-contrast-enhanced": {"enabled": colours}}
    found: list[dict[str, Any]] = page.evaluate(
        "(rules) => axe.run({ rules }).then((report) => report.violations)", rules
    )
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def look_around(page: Page) -> None:
    """Turn on the dark scheme and open what is closed, so that the page asks for every picture and style it has."""
    page.emulate_media(color_scheme="dark")
    page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    for button in page.locator('.md-header [data-toggle="__drawer"]').all():
        button.click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("path", PATHS)
def test_page_is_quiet(watched: Watched, server: Server, path: str) -> None:
    """A page complains of nothing and asks no other host, whatever its reader opens."""
    watched.page.goto(server.url + path)
    look_around(watched.page)
    assert [] == [line for line in watched.complaints if "404" not in line or "no/such" not in path]


@pytest.mark.parametrize("depth", ["nowhere", "a/b/c/nowhere/"])
def test_missing_page_shows_the_card_at_any_depth(page: Page, server: Server, depth: str) -> None:
    """A missing address, however deep, shows the red flags and the numbers without any other file."""
    server.asked.clear()
    page.goto(server.url + depth)
    expect(page.get_by_role("heading", name="Call for emergency help now if you have any of these")).to_be_visible()
    expect(page.get_by_role("link", name="Call 999")).to_be_visible()
    assert [f"{FOLDER}{depth}"] == [path for path in server.asked if not path.endswith("favicon.ico")]


@pytest.mark.parametrize("path", PATHS[:-1])
def test_only_the_quiz_starts_the_engine(watched: Watched, server: Server, path: str) -> None:
    """No page but the quiz downloads a byte of the engine."""
    watched.page.goto(server.url + path, wait_until="networkidle")
    assert (path == "check/") == any("/engine/" in asked for asked in server.asked)


def test_the_quiz_loads_no_search(watched: Watched, server: Server) -> None:
    """The quiz downloads nothing of the search, which would take its time from Python, and complains of nothing."""
    watched.page.goto(f"{server.url}check/", wait_until="networkidle")
    assert [] == [asked for asked in server.asked if "search" in asked]
    assert 0 == watched.page.locator('[data-toggle="__search"]').count()
    assert [] == watched.complaints


def test_site_search_answers(watched: Watched, server: Server) -> None:
    """The search finds a page by a word in it, from a folder, without any other host or complaint."""
    page = watched.page
    page.goto(server.url)
    page.locator('[data-toggle="__search"]').click()
    page.get_by_role("textbox", name="Search").press_sequentially("meningitis")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert [] == watched.complaints


def test_engine_bundle_is_checked(site: Path) -> None:
    """The page names every file of the engine with its size and hash, packed and not, and a total to count up to."""
    engine = bundle(site)
    for file in engine["files"].values():
        packed = (site / "engine" / file["name"]).read_bytes()
        plain = gzip.decompress(packed)
        assert {"bytes": len(packed), "integrity": integrity(packed)} == file["gzip"]
        assert {"bytes": len(plain), "integrity": integrity(plain)} == file["plain"]
        assert hashlib.sha256(plain).hexdigest()[:8] == file["name"].split(".")[-2]
    assert sorted(file["name"] for file in engine["files"].values()) == sorted(
        path.name for path in (site / "engine").iterdir()
    )
    assert sum(file["plain"]["bytes"] for file in engine["files"].values()) == engine["bytes"]


def test_rare_letters_are_loaded_when_a_page_shows_one(page: Page, server: Server) -> None:
    """A clinic in Łódź has its name in our typeface, and nobody else loads its letters."""

    def loaded() -> set[str]:
        return {path.rsplit("next-", 1)[1] for path in server.asked if path.endswith(".woff2")}

    common = {"latin-400-normal.woff2", "latin-700-normal.woff2"}
    page.goto(f"{server.url}during/")
    page.evaluate("document.fonts.ready")
    assert loaded() == common
    page.locator("h1").evaluate(
        "(h1) => { h1.textContent = 'Łódź'; h1.getBoundingClientRect(); return document.fonts.ready }"
    )
    assert loaded() == common | {"latin-ext-700-normal.woff2"}
