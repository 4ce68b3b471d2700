"""Every page, and every state that the quiz can be in: what axe, the tests of layout and the screenshots go through."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

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
from tests.conftest import Server

__all__ = ["FRAMED", "FRAMES", "PATHS", "STATES"]

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

FRAMES = tuple(f"embed/{name}/" for name in FRAMED)


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


def without_script(page: Page, server: Server) -> None:
    server.refused.add("quiz-flow.js")
    page.goto(f"{server.url}check/")


def ticked(page: Page, server: Server) -> None:
    without_script(page, server)
    option(page, "red-flags", "chest-pain").check()


def unscripted(page: Page, server: Server) -> None:
    without_script(page, server)
    for name, choice in [
        ("red-flags", "none"),
        ("who", "carer"),
        ("drip", "1-2-days"),
        ("symptoms", "headache"),
    ]:
        option(page, name, choice).check()
    expect(page.locator("fieldset:visible")).to_have_count(8)


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
    "no-script": without_script,
    "no-script-flagged": ticked,
    "no-script-begun": unscripted,
}
