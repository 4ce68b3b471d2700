"""The quiz at `check/#ward`, on a tablet that one patient after another uses: nothing of a person stays for the next."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_quiz import ME, answer, answer_all, no_flags, option, question, result, stop_the_clock
from tests.conftest import Server, Watched

MINUTE = 60_000
STILL_THERE = "Are you still there? Touch the screen to go on."
SECRET = {"version": 1, "checks": [], "days": {}, "ticks": ["a secret tick"]}
NUMBERS = {"name": "Night ward", "day": "020 7456 1234", "night": ""}
WAY_OUT = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML)"
SCROLL = """() => new Promise((done) => {
  addEventListener("scroll", () => done(), { once: true });
  scrollTo(0, 200 - scrollY);
})"""
STARTED = "() => performance.timeOrigin"


def open_ward(page: Page, server: Server) -> None:
    page.goto(f"{server.url}check/#ward")
    expect(page.locator("quiz-flow[data-stepped]")).to_be_attached()
    page.wait_for_load_state()


def first_patient(page: Page, server: Server, urgency: str = "today") -> None:
    """Open the quiz with a clock that stands still, and lead it to a result of the compiled rules."""
    server.swapped["worker.js"] = b"postMessage({ failed: true })"
    stop_the_clock(page)
    open_ward(page, server)
    answer_all(page, urgency)
    expect(result(page, urgency)).to_be_visible()
    page.locator("html").evaluate("(root) => { root.dataset.before = '' }")


def starts_anew(page: Page, server: Server) -> None:
    """Check that the page is as when it was first opened: no answer, no summary, nothing in its history."""
    expect(page.locator("html:not([data-before]) quiz-flow[data-stepped]")).to_be_attached()
    expect(question(page, "red-flags")).to_be_visible()
    expect(page.locator(".result:visible, [data-answers]:visible")).to_have_count(0)
    expect(page.locator("quiz-flow :checked")).to_have_count(0)
    expect(page.locator("[data-answers] dl > *")).to_have_count(0)
    expect(page.get_by_text(STILL_THERE)).to_be_hidden()
    assert {"ward": True} == page.evaluate("history.state")
    assert f"{server.url}check/#ward" == page.url


def test_left_alone_it_starts_anew(watched: Watched, server: Server) -> None:
    """After two minutes without a touch the next patient finds the first screen, and Back shows nothing of the last one."""
    page = watched.page
    first_patient(page, server)
    steps = page.evaluate("history.length")
    page.clock.run_for(2 * MINUTE + 1000)
    starts_anew(page, server)
    expect(page.locator("body")).to_be_focused()
    assert steps == page.evaluate("history.length")
    for go in ("back", "back", "forward"):
        page.evaluate(f"history.{go}()")
        page.clock.run_for(100)
        starts_anew(page, server)
    assert [] == watched.complaints


def test_ten_seconds_before_it_says_so_and_a_touch_keeps_it(page: Page, server: Server) -> None:
    """The message is shown and read out; the touch that answers it keeps all answers and presses nothing under it."""
    page.set_viewport_size({"width": 800, "height": 2400})  # all of it in sight
    first_patient(page, server)
    page.clock.run_for(2 * MINUTE - 12_000)
    expect(page.get_by_text(STILL_THERE)).to_be_hidden()
    page.clock.run_for(3_000)
    expect(page.get_by_role("status").filter(has_text=STILL_THERE)).to_be_visible()
    box = page.get_by_role("button", name="Start again").bounding_box()
    assert box
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(page.get_by_text(STILL_THERE)).to_be_hidden()
    page.clock.run_for(2 * MINUTE - 15_000)
    expect(result(page, "today")).to_be_visible()
    page.keyboard.press("Shift")
    page.clock.run_for(2 * MINUTE - 15_000)
    page.set_viewport_size({"width": 375, "height": 740})
    page.evaluate(SCROLL)
    page.clock.run_for(2 * MINUTE - 15_000)
    expect(result(page, "today")).to_be_visible()
    page.clock.run_for(16_000)
    starts_anew(page, server)


@pytest.mark.parametrize("touched", [False, True])
def test_who_comes_back_later_finds_the_first_screen(page: Page, server: Server, touched: bool) -> None:  # noqa: FBT001
    """In a hidden tab or a sleeping device no timer runs: after five minutes it starts anew at once, by the clock."""
    first_patient(page, server)
    page.clock.set_system_time(page.evaluate("Date.now() / 1000") + 5 * 60)
    if touched:
        page.get_by_role("button", name="Try the full checker again").click()
    else:
        page.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')) }")
    starts_anew(page, server)


def test_an_untouched_first_screen_stays(page: Page, server: Server, no_python: None) -> None:
    """Nobody is there: no message, and the page is not loaded again and again."""
    stop_the_clock(page)
    open_ward(page, server)
    started = page.evaluate(STARTED)
    page.clock.run_for(5 * MINUTE)
    expect(page.get_by_text(STILL_THERE)).to_be_hidden()
    assert started == page.evaluate(STARTED)


def test_start_again_forgets_the_person_too(page: Page, server: Server) -> None:
    """Who presses "Start again" hands on a tablet whose Back shows nothing of theirs."""
    first_patient(page, server, "emergency")
    page.get_by_role("button", name="Start again").click()
    starts_anew(page, server)


def test_back_leads_through_the_questions(page: Page, server: Server, no_python: None) -> None:
    """The button and the browser's own Back go one question back, and never out of the quiz."""
    open_ward(page, server)
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(question(page, "symptoms")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(option(page, "who", "me")).to_be_checked()
    expect(question(page, "who")).to_be_visible()
    page.evaluate("history.back()")
    expect(question(page, "red-flags")).to_be_visible()
    page.evaluate("history.back()")
    expect(question(page, "red-flags")).to_be_visible()
    answer(page, "red-flags", "none")
    expect(question(page, "symptoms")).to_be_visible()


def test_nothing_is_kept_or_shown_of_what_was_kept(page: Page, server: Server) -> None:
    """Keeping is not offered, and a number or a check that this browser kept before is not shown."""
    page.goto(f"{server.url}privacy/")
    for name, value in (("kept", SECRET), ("numbers", NUMBERS)):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"/some/folder/ {name}", json.dumps(value)])
    page.add_init_script(
        "Storage.prototype.getItem = function (key) { if (key.startsWith('/some/folder/ ')) window.asked = key; };"
    )
    first_patient(page, server)
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-keeping]")).to_be_hidden()
    expect(page.locator("[data-own-number]")).to_have_count(0)
    assert page.evaluate("window.asked === undefined")
    assert not any("keeping.js" in asked for asked in server.asked)
    assert ["/some/folder/ kept", "/some/folder/ numbers"] == sorted(page.evaluate("Object.keys(localStorage)"))


@pytest.mark.parametrize("urgency", ["expected", "soon", "today", "emergency"])
def test_no_link_leads_away_but_to_the_phone(watched: Watched, server: Server, urgency: str) -> None:
    """From the first screen to a result with all its folds open, links only call; nothing shares, copies or prints."""
    page = watched.page
    page.clock.install()
    open_ward(page, server)
    links = page.locator('a[href]:not([href^="tel:"], [data-to-answers])')
    assert [] == links.evaluate_all(WAY_OUT)
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.get_by_text("Not yet reviewed by a clinician").filter(visible=True)).to_have_count(1)
    answer_all(page, urgency)
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    page.locator("details:visible").evaluate_all("(all) => all.forEach((fold) => (fold.open = true))")
    assert [] == links.evaluate_all(WAY_OUT)
    assert page.locator('a[href^="tel:"]:visible').count() > 0 or urgency != "emergency"
    for name in ("Share as text", "Copy", "Print for your nurse", "Show to your nurse", "Search", "Menu"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    assert [] == watched.complaints


def test_the_address_alone_turns_it_on_and_off(page: Page, server: Server, no_python: None) -> None:
    """In a page that is open already the new address counts at once, and without it the menu is there."""
    page.goto(f"{server.url}check/")
    expect(page.locator("quiz-flow[data-stepped]")).to_be_attached()
    expect(page.locator(".md-header")).to_be_visible()
    page.evaluate("location.hash = '#ward'")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("quiz-flow[data-stepped]")).to_be_attached()
    page.goto(f"{server.url}check/")
    expect(page.locator(".md-header")).to_be_visible()
