"""Every page and every state of the quiz, for accessibility checks, layout tests and screenshots."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator

from playwright.sync_api import Page, expect

from quiz import GUIDE
from tests.browser.test_quiz import (
    ME,
    REFUSED,
    answer,
    answer_all,
    answer_each,
    open_quiz,
    option,
    question,
    with_every_follow_up,
)
from tests.conftest import Server

__all__ = ["FRAMED", "FRAMES", "PATHS", "STATES", "WALKS", "WITHOUT_ALIKE"]

PATHS = (
    "",
    "how-ivig-works/",
    "before/",
    "during/",
    "after/",
    "when-it-is-something-else/",
    "warning-signs/",
    "check/",
    "mine/",
    "guide/",
    "handout/",
    "about/",
    "privacy/",
    "how-the-checker-decides/",
    "glossary/",
    "about/quality/",
    "changes/",
    "reuse/",
    "educators/",
    "paper/0.1.0/",
    "no/such/page/",
)

FRAMED = ("after", "before", "check", "during", "how-ivig-works", "warning-signs", "when-it-is-something-else")
"""The pages that others can show inside theirs."""

AT_NIGHT = dt.datetime.fromisoformat(f"{GUIDE.dated}T23:00")

FRAMES = tuple(f"embed/{name}/" for name in FRAMED)


WITHOUT_ALIKE = """(tables) => {
  const met = new Set();
  for (const row of document.querySelectorAll(`:is(${tables}) tbody tr`)) {
    const place = row.closest(".rules") ? row.parentElement : "";
    const kinds = [place, ...[...row.cells].map((cell) => (place && cell.tagName) + cell.className)];
    if (kinds.every((kind) => met.has(kind))) row.remove();
    kinds.forEach((kind) => met.add(kind));
  }
}"""
"""Leaves, of the rows of tables given by selector, those that are not made like one above.

The table of pairs has twenty thousand elements, in words of one length each, and the rules hundreds of links.
"""


def without_python(page: Page, server: Server) -> Iterator[str]:
    """Yield each state from the questions to the advice of the compiled rules, with Python unavailable to save time."""
    server.refused.add("worker.js")
    open_quiz(page, server)
    yield "flags"
    page.locator(".next button").click()
    expect(question(page, "red-flags").locator(".missing")).not_to_be_empty()
    yield "missing"
    option(page, "red-flags", "chest-pain").check()
    expect(page.locator('[data-urgency="emergency"]')).to_be_visible()
    yield "flagged"
    answer_each(page, ME, ("drip", "1-2-days"))
    expect(question(page, "symptoms")).to_be_visible()
    yield "symptoms"
    answer(page, "symptoms", "headache")
    expect(question(page, "headache")).to_be_visible()
    yield "scale"
    page.get_by_role("button", name="Back").click()
    option(page, "symptoms", "headache").uncheck()
    with_every_follow_up(page)
    page.locator(".next button").click()
    expect(page.locator("fieldset:visible .missing").first).not_to_be_empty()
    yield "shared"
    open_quiz(page, server)
    answer_all(page, "expected")
    expect(page.locator("[data-engine-failed]")).to_be_visible()
    yield "failed"


def with_python(page: Page, server: Server) -> Iterator[str]:
    """Yield each state with a result from Python, all in one page so that Python starts once."""
    let_go = server.hold("pyodide.asm.wasm")
    page.clock.set_fixed_time(AT_NIGHT)  # the longest heading of a call today
    open_quiz(page, server)
    answer_all(page, "expected")
    expect(page.locator("[data-waiting]")).to_be_visible()
    yield "waiting"
    let_go()
    by_python = page.locator('quiz-flow[data-result="python"]')
    expect(by_python).to_be_attached()
    yield "expected"
    page.locator("details:visible").evaluate_all("(all) => all.forEach((fold) => (fold.open = true))")
    yield "unfolded"
    for urgency in ("soon", "today", "emergency"):
        page.get_by_role("button", name="Start again").click()
        answer_all(page, urgency)
        expect(by_python).to_be_attached()
        yield urgency
    page.get_by_role("button", name="Start again").click()
    answer_each(page, ME, ("drip", "running"), ("nurse", "yes"), ("symptoms", "urine"), ("urine", "no-urine"))
    expect(by_python).to_be_attached()
    yield "nurse"
    page.get_by_role("button", name="Start again").click()
    answer_each(page, ME, ("drip", "not-yet"), ("ready", "none"))
    expect(by_python).to_be_attached()
    yield "ready"
    page.get_by_role("button", name="Start again").click()
    page.evaluate(REFUSED["option"])
    answer_all(page, "expected")
    expect(page.locator("[data-no-result]")).to_be_visible()
    yield "refused"


def with_what_is_kept(page: Page, server: Server) -> Iterator[str]:
    """Yield each state of what a reader keeps: the page of it full and broken, and what the quiz offers and compares."""
    server.swapped["worker.js"] = b"postMessage({ failed: true })"
    page.clock.set_fixed_time(AT_NIGHT)
    line = {"headache": {"name": "Headache", "step": 3, "said": "Very bad"}}
    dates = [f"{AT_NIGHT.date() - dt.timedelta(days=day)}" for day in range(6)]
    words = ["Whatever was asked, in a question of some length?", "An answer, which is long as well"]
    check = {
        "at": f"{dates[1]}T09:00:00Z",
        "urgency": "today",
        "heading": "Call your infusion team now",
        "told": ["a headache", "tiredness"],
        "answers": {},
        "words": [words],
        "forAnother": False,
        "rules": "0.1.0",
        "note": "After a walk",
        "temperature": "37.2 °C",
        "pressure": "",
        "weight": "",
    }
    days = {day: {"treated": nth % 5 == 0, "lines": line, "words": "Slept badly"} for nth, day in enumerate(dates)}
    kept = {"version": 1, "checks": [check, {"broken": True}], "days": days, "ticks": ["Being over 65"]}
    numbers = {"name": "Day ward", "day": "+44 (0)20 7456 1234", "night": "111"}
    page.goto(f"{server.url}privacy/")
    for name, value in (("kept", kept), ("numbers", numbers)):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"/some/folder/ {name}", json.dumps(value)])
    page.goto(f"{server.url}mine/")
    expect(page.locator("[data-notice]")).to_be_visible()
    page.locator(".mine summary").evaluate_all(
        "(all) => all.forEach(({ parentElement }) => (parentElement.open = true))"
    )
    yield "mine"
    open_quiz(page, server)
    expect(page.locator("[data-show]")).not_to_have_attribute("hidden", "")
    answer_each(page, ME, ("drip", "1-2-days"), ("symptoms", "tired"), ("tired", "ordinary"), ("badly", "steady"))
    expect(page.locator("[data-kept-before]")).to_be_visible()
    yield "compared"
    page.evaluate("localStorage.removeItem('/some/folder/ numbers')")
    open_quiz(page, server)
    expect(page.locator("[data-show]")).not_to_have_attribute("hidden", "")
    answer_all(page, "today")
    expect(page.locator("[data-keeping]")).to_be_visible()
    page.locator("[data-keeping] summary").evaluate_all(
        "(all) => all.forEach(({ parentElement }) => (parentElement.open = true))"
    )
    yield "keeping"
    page.get_by_role("button", name="Show to your nurse").press("Enter")
    yield "large"


def without_script(page: Page, server: Server) -> Iterator[str]:
    """Yield each state of the one-page form without scripts."""
    server.refused.add("quiz-flow.js")
    page.goto(f"{server.url}check/")
    yield "no-script"
    option(page, "red-flags", "chest-pain").check()
    expect(page.locator('[data-urgency="emergency"]')).to_be_visible()
    yield "no-script-flagged"
    option(page, "red-flags", "chest-pain").uncheck()
    for name, choice in [
        ("red-flags", "none"),
        ("who", "carer"),
        ("drip", "1-2-days"),
        ("symptoms", "headache"),
    ]:
        option(page, name, choice).check()
    expect(page.locator("fieldset:visible")).to_have_count(9)
    yield "no-script-begun"


WALKS: dict[Callable[[Page, Server], Iterator[str]], tuple[str, ...]] = {
    without_python: ("flags", "missing", "flagged", "symptoms", "scale", "shared", "failed"),
    with_python: ("waiting", "expected", "unfolded", "soon", "today", "emergency", "nurse", "ready", "refused"),
    with_what_is_kept: ("mine", "compared", "keeping", "large"),
    without_script: ("no-script", "no-script-flagged", "no-script-begun"),
}
"""The states that each walk yields, in order."""


def stop_at(walk: Callable[[Page, Server], Iterator[str]], state: str) -> Callable[[Page, Server], None]:
    """Return a function that walks to this state, after removing the server's faults."""

    def walked(page: Page, server: Server) -> None:
        server.forget()
        assert state in walk(page, server)

    return walked


STATES = {state: stop_at(walk, state) for walk, states in WALKS.items() for state in states}
