"""Every page and every state of the quiz, in the ways that people see them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.states import FRAMES, PATHS, STATES
from tests.browser.test_pages import violations
from tests.browser.test_quiz import HEADINGS, TO_EACH_URGENCY
from tests.conftest import ROOT, Server, Watched

LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
SHOTS = ROOT / "build" / "shots"
"""Where `make shots` puts a picture of all that these tests see."""


class View(NamedTuple):
    """One way to see a page: how wide the screen is, and what its reader has set."""

    name: str
    width: int
    scheme: Literal["light", "dark"] = "light"
    text: int = 100
    forced: Literal["active", "none"] = "none"
    media: Literal["print", "screen"] = "screen"
    axe: bool = True


VIEWS = (
    View("320-light", 320),
    View("375-dark", 375, "dark"),
    View("1280-light", 1280, axe=False),
    View("1280-dark", 1280, "dark", axe=False),
    View("text-200", 375, text=200),
    View("forced-colours", 375, "dark", forced="active"),
    View("print", 720, media="print"),
)


def look(page: Page, view: View) -> None:
    """Let a page be seen in another way, with all that moves at a new width in its place."""
    page.set_viewport_size({"width": view.width, "height": 740})
    page.emulate_media(color_scheme=view.scheme, forced_colors=view.forced, media=view.media)
    page.evaluate(
        """(text) => {
          const root = document.documentElement;
          root.style.fontSize = "";
          if (text !== 100) root.style.fontSize = `${(parseFloat(getComputedStyle(root).fontSize) * text) / 100}px`;
          const frames = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const moving = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition);
          return frames.then(() => moving().forEach((transition) => transition.finish()));
        }""",
        view.text,
    )


def wrong(page: Page, name: str) -> dict[str, list[str]]:
    """Return what is wrong with a page, by view."""
    found = {}
    for view in VIEWS:
        look(page, view)
        if os.environ.get("SHOTS"):
            page.screenshot(path=SHOTS / f"{name}-{view.name}.png", full_page=True)
        complaints = [] if view.media == "print" else page.evaluate(LAYOUT)
        if view.axe:
            complaints += violations(page, colours=view.forced == "none")
        if complaints:
            found[view.name] = complaints
    return found


@pytest.mark.parametrize("state", STATES)
def test_quiz_state(browser: Browser, server: Server, state: str) -> None:
    """Nothing is cut, overlaps, scrolls sideways or is too small to hit, axe finds nothing, and no policy is broken."""
    context = browser.new_context(viewport={"width": 375, "height": 740})
    watched = Watched(context, server)
    STATES[state](watched.page, server)
    assert {} == wrong(watched.page, f"check-{state}")
    assert [] == watched.refusals
    context.close()


@pytest.mark.parametrize("path", [*PATHS, *FRAMES])
def test_page(page: Page, server: Server, path: str) -> None:
    """The same for each page, and for each that others show inside theirs."""
    page.goto(server.url + path)
    assert {} == wrong(page, path.strip("/").replace("/", "-") or "start")


def test_nothing_jumps(page: Page, server: Server) -> None:
    """From the first paint to the advice, with Python's reasons, nothing moves that nobody moved."""
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput) shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120))]);
          }
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    STATES["today"](page, server)
    assert [] == page.evaluate("shifts")


@pytest.mark.parametrize("urgency", TO_EACH_URGENCY)
def test_result_is_read_out_in_order(page: Page, server: Server, urgency: str) -> None:
    """In the accessibility tree the advice comes first, then why, then the answers."""
    STATES[urgency](page, server)
    tree = page.locator("quiz-flow").aria_snapshot()
    wanted = [HEADINGS[urgency], "Why this answer", "Your answers"]
    places = [tree.find(f'heading "{words}"') for words in wanted]
    assert -1 not in places, tree
    assert places == sorted(places)
