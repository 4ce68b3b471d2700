"""Every page in a real browser: no errors, and nothing loaded that should not be."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz import GUIDE
from site_src.derived.warning_signs import asked_first, asked_later
from site_src.shipping.integrity import integrity
from tests.browser.states import PATHS
from tests.browser.test_guide import TYPED
from tests.conftest import FOLDER, ROOT, Server, Watched, bundle

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
"""The rules of axe that look at colours, and so say something else in another scheme.

Two for contrast, because the one for level AAA lets pass what fails level AA.
"""


LEADS_TO = "(links) => links.filter(({ hash }) => !hash).map(({ href }) => href)"
"""The pages that links lead to; those to a part of the page itself are left out."""


def finish_transitions(page: Page) -> None:
    """Finish every running CSS transition."""
    page.evaluate("document.getAnimations().filter((a) => a instanceof CSSTransition).forEach((a) => a.finish())")


def violations(page: Page, only: Sequence[str] = ()) -> list[str]:
    """Return rule and element for each violation that axe finds, by these rules or all with contrast at level AAA."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    finish_transitions(page)  # of what is just coming up, axe would measure a colour that is half its own
    found: list[dict[str, Any]] = page.evaluate(
        "(options) => axe.run(options).then((report) => report.violations)",
        {"runOnly": list(only)} if only else {"rules": {"color-contrast-enhanced": {"enabled": True}}},
    )
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def look_around(page: Page) -> None:
    """Switch to the dark scheme and open every closed section, so that every picture and style is loaded."""
    page.emulate_media(color_scheme="dark")
    page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    for button in page.locator('.md-header [data-toggle="__drawer"]').all():
        button.click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("path", PATHS)
def test_page_is_quiet(watched: Watched, server: Server, path: str) -> None:
    """A page has no errors and asks no other host, whatever its reader opens; only the quiz loads the engine."""
    watched.page.goto(server.url + path, wait_until="networkidle")
    look_around(watched.page)
    assert [] == [line for line in watched.complaints if "404" not in line or "no/such" not in path]
    assert (path == "check/") == any("/engine/" in asked for asked in server.asked)


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo"])
def test_home_is_short_and_begins_with_what_helps(browser: Browser, server: Server, zone: str) -> None:
    """On a small phone the two ways in and a number to call are in sight at once, and all is within 3 screens of it."""
    context = browser.new_context(viewport={"width": 375, "height": 667}, timezone_id=zone)
    page = context.new_page()
    page.goto(server.url)
    for name in ("I feel unwell now", "My drip is coming up", "Call"):
        expect(page.get_by_role("main").get_by_role("link", name=name).first).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollHeight") <= 3 * 667
    numbers = page.locator(".call:visible")
    expect(numbers).to_have_count(1 if zone == "Europe/London" else 4)
    page.get_by_role("link", name="I feel unwell now").click()
    expect(page.locator("quiz-flow")).to_be_visible()
    context.close()


def test_every_page_is_a_click_away_on_any_screen(page: Page, server: Server) -> None:
    """Wide screens have five entries on top and the rest in the foot, narrow ones one menu with everything."""
    page.goto(f"{server.url}during/")
    page.locator(".md-nav--primary details").evaluate_all("(all) => all.forEach((fold) => { fold.open = true; })")
    bar, foot, menu = (page.locator(f"{part} a:visible") for part in (".entries", ".rest", ".md-nav--primary > ul"))
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(bar).to_have_text(["Before", "During", "After", "Is this normal?", "Warning signs"])
    expect(page.locator(".entries [aria-current=page]")).to_have_text("During")
    wide = {*bar.evaluate_all(LEADS_TO), *foot.evaluate_all(LEADS_TO), server.url}
    expect(menu).to_have_count(0)
    page.set_viewport_size({"width": 768, "height": 740})
    expect(page.locator(".entries, .rest").filter(visible=True)).to_have_count(0)
    page.locator("#__drawer").evaluate("(box) => box.click()")
    expect(menu.first).to_be_visible()
    assert wide == set(menu.evaluate_all(LEADS_TO))
    pages = {f"{server.url}{path}" for path in PATHS if not path.startswith(("paper", "no/"))}
    assert pages == wide


@pytest.mark.parametrize("depth", ["nowhere", "a/b/c/nowhere/"])
def test_missing_page_shows_the_card_at_any_depth(page: Page, server: Server, depth: str) -> None:
    """A missing address, however deep, shows the red flags and the numbers without any other file."""
    server.asked.clear()
    page.goto(server.url + depth)
    expect(page.get_by_role("heading", name="Call for emergency help now if you have any of these")).to_be_visible()
    expect(page.get_by_role("link", name="Call 999")).to_be_visible()
    assert [f"{FOLDER}{depth}"] == [path for path in server.asked if not path.endswith("favicon.ico")]


def test_the_quiz_loads_no_search(watched: Watched, server: Server) -> None:
    """The quiz downloads nothing of the site's search, which would slow Python down, and has no errors."""
    watched.page.goto(f"{server.url}check/", wait_until="networkidle")
    assert [] == [asked for asked in server.asked if "search" in asked and "/quiz/symptom-search.js" not in asked]
    assert 0 == watched.page.locator('[data-toggle="__search"]').count()
    assert [] == watched.complaints


def test_site_search_answers(watched: Watched, server: Server) -> None:
    """The search finds a page by a word in it, from a folder, without another host or an error."""
    search(watched.page, server.url, "meningitis")
    expect(watched.page.locator(".md-search-result__link").first).to_be_visible()
    assert [] == watched.complaints


def search(page: Page, url: str, typed: str) -> None:
    """Open the search of a page and type a text."""
    page.goto(url)
    page.locator('[data-toggle="__search"]').click()
    page.get_by_role("textbox", name="Search").press_sequentially(typed)


def test_site_search_leads_to_the_warning_signs_first(page: Page, server: Server) -> None:
    """Whatever people call a sign, the first result leads to its list, and what they call a symptom leads to its row."""
    search(page, server.url, "seizure")
    field, first = page.get_by_role("textbox", name="Search"), page.locator(".md-search-result__item").first
    # Words of a sign that follow-up questions ask can be those of the first screen too, whose list comes first.
    for place, signs in {"emergency": asked_first(GUIDE), "": asked_later(GUIDE)}.items():
        for sign in signs:
            found = [TYPED.get(question.id, {}).get(sign.option.id) for question in sign.questions]
            for typed in ", ".join(filter(None, found)).split(", "):
                field.fill(typed)
                field.dispatch_event("keyup")
                expect(first.locator(f'[href*="/warning-signs/#{place}"]').first, typed).to_be_attached()
    for typed, row in {"diarrhea": "tummy", "pins and needles": "nerve-pain", "shivers": "fever"}.items():
        field.fill(typed)
        field.dispatch_event("keyup")
        expect(page.locator(f'.md-search-result__link[href$="/guide/#{row}"]'), typed).to_be_attached()
    # Whom to call stands on a page for patients; those for staff, which speak of numbers too, come later.
    for typed in ("phone number", "out of hours"):
        field.fill(typed)
        field.dispatch_event("keyup")
        expect(first.locator('[href*="/warning-signs/#no-answer"]').first, typed).to_be_attached()
    field.fill("shivers")
    field.dispatch_event("keyup")
    page.get_by_role("link", name="Symptom table: Fever, chills or shivers").click()
    expect(page.locator("#fever")).to_be_in_viewport()


def test_site_search_that_finds_nothing_begins_with_the_numbers(page: Page, server: Server) -> None:
    """A search without a result says when and whom to call; with a result, or an empty field, that is gone."""
    search(page, server.url, "zzz")
    field, result = page.get_by_role("textbox", name="Search"), page.locator(".md-search-result")
    expect(result).to_contain_text(
        re.compile(
            r"^\s*Call for emergency help now if you have a warning sign\.\s*Call 911.*call your infusion team today\.",
            re.DOTALL,
        ),
        use_inner_text=True,
    )
    assert [] == violations(page)
    field.fill("headache")
    field.press("End")
    expect(result.get_by_role("status").filter(visible=True)).to_have_text(re.compile(r"^\d+ matching documents$"))
    expect(result).not_to_contain_text("Call 911", use_inner_text=True)
    field.fill("")
    field.press("End")
    expect(result.get_by_role("link").filter(visible=True)).to_have_count(0)


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
    """A clinic in Łódź has its name in our typeface; the font file for its letters is loaded only there."""

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
