"""Every page and quiz state in a real browser: no complaint, no violation, no sideways scrolling."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from site_src.integrity import integrity
from tests.browser.test_quiz import (
    ME,
    REFUSED,
    TO_EACH_URGENCY,
    answer,
    answer_all,
    answer_each,
    open_quiz,
    option,
    with_every_follow_up,
)
from tests.conftest import FOLDER, ROOT, Server, Watched, bundle

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PATHS = (
    "",
    "how-ivig-works/",
    "before/",
    "during/",
    "after/",
    "when-it-is-something-else/",
    "warning-signs/",
    "check/",
    "guide/",
    "handout/",
    "about/",
    "privacy/",
    "how-the-checker-decides/",
    "changes/",
    "reuse/",
    "educators/",
    "no/such/page/",
)


def violations(page: Page) -> list[str]:
    """What axe finds, one line each: the rule and the element."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((report) => report.violations)")
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def look_around(page: Page) -> None:
    """Turn on the dark scheme and open what is closed, so that the page asks for every picture and style it has."""
    page.emulate_media(color_scheme="dark")
    page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    for button in page.locator('.md-header label[for="__drawer"]').all():
        button.click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def first(page: Page, server: Server) -> None:
    open_quiz(page, server)


def flagged(page: Page, server: Server) -> None:
    open_quiz(page, server)
    option(page, "red-flags", "chest-pain").check()
    expect(page.locator('[data-urgency="emergency"]')).to_be_visible()


def missing(page: Page, server: Server) -> None:
    open_quiz(page, server)
    page.locator(".next button").click()


def symptoms(page: Page, server: Server) -> None:
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "1-2-days"))


def scale(page: Page, server: Server) -> None:
    symptoms(page, server)
    answer(page, "symptoms", "headache")


def shared(page: Page, server: Server) -> None:
    symptoms(page, server)
    with_every_follow_up(page)
    page.locator(".next button").click()


def ready(page: Page, server: Server) -> None:
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "not-yet"), ("ill-now", "no"))
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()


def refused(page: Page, server: Server) -> None:
    open_quiz(page, server)
    page.evaluate(REFUSED["option"])
    answer_all(page, "expected")
    expect(page.locator("[data-no-result]")).to_be_visible()


def waiting(page: Page, server: Server) -> None:
    server.hold("pyodide.asm.wasm")
    open_quiz(page, server)
    answer_all(page, "expected")
    expect(page.locator("[data-waiting]")).to_be_visible()


def failed(page: Page, server: Server) -> None:
    server.refused.add("worker.js")
    open_quiz(page, server)
    answer_all(page, "expected")
    expect(page.locator("[data-engine-failed]")).to_be_visible()


def reached(urgency: str) -> Callable[[Page, Server], None]:
    def state(page: Page, server: Server) -> None:
        open_quiz(page, server)
        answer_all(page, urgency)
        expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()

    return state


STATES: dict[str, Callable[[Page, Server], None]] = {
    "flags": first,
    "flagged": flagged,
    "missing": missing,
    "symptoms": symptoms,
    "scale": scale,
    "shared": shared,
    "ready": ready,
    "refused": refused,
    "waiting": waiting,
    "failed": failed,
    **{urgency: reached(urgency) for urgency in TO_EACH_URGENCY},
}


@pytest.mark.parametrize("path", PATHS)
def test_page_is_accessible_and_quiet(watched: Watched, server: Server, path: str) -> None:
    """A page has no axe violation, complains of nothing, asks no other host and does not scroll sideways."""
    watched.page.goto(server.url + path)
    assert [] == violations(watched.page)
    assert not sideways(watched.page)
    look_around(watched.page)
    assert [] == [line for line in watched.complaints if "404" not in line or "no/such" not in path]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_quiz_state_is_accessible(browser: Browser, server: Server, state: str, scheme: Any) -> None:  # noqa: ANN401
    """Each state of the quiz has no axe violation, keeps to its policy and does not scroll sideways, light and dark."""
    context = browser.new_context(viewport={"width": 375, "height": 740}, color_scheme=scheme)
    watched = Watched(context, server)
    STATES[state](watched.page, server)
    assert [] == violations(watched.page)
    assert [] == watched.refusals
    assert not sideways(watched.page)
    context.close()


def test_form_without_its_script_is_accessible(page: Page, server: Server) -> None:
    """The form as one page, its script refused and a few answers in, has no axe violation."""
    server.refused.add("quiz-flow.js")
    page.goto(f"{server.url}check/")
    for name, choice in [
        ("red-flags", "none"),
        ("who", "carer"),
        ("drip", "1-2-days"),
        ("symptoms", "headache"),
    ]:
        option(page, name, choice).check()
    expect(page.locator("fieldset:visible")).to_have_count(8)
    assert [] == violations(page)


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


def test_site_search_answers(watched: Watched, server: Server) -> None:
    """The search finds a page by a word in it, from a folder, without any other host or complaint."""
    page = watched.page
    page.goto(server.url)
    page.locator('label[for="__search"]').first.click()
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
