"""Every page and every state of the quiz, in all screen widths and display settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.states import FRAMES, PATHS, WALKS, WITHOUT_ALIKE
from tests.browser.test_pages import COLOURS, finish_transitions, violations
from tests.browser.test_quiz import answer_all, open_quiz
from tests.conftest import ROOT, Server, Watched

LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
SHOTS = ROOT / "build" / "shots"
"""The folder for the pictures that `make shots` takes in these tests."""


class View(NamedTuple):
    """A screen width and the display settings of a reader."""

    name: str
    width: int
    scheme: Literal["light", "dark"] = "light"
    text: int = 100
    forced: Literal["active", "none"] = "none"
    media: Literal["print", "screen"] = "screen"
    axe: Literal["all", "colours", ""] = ""


# What axe looks at is the same in every view but for the colours, of which there are three sets: light, dark, and on paper.
VIEWS = (
    View("320-light", 320, axe="all"),
    View("375-dark", 375, "dark", axe="colours"),
    View("1280-light", 1280),
    View("1280-dark", 1280, "dark"),
    View("text-200", 375, text=200),
    View("forced-colours", 375, "dark", forced="active"),
    View("print", 720, media="print", axe="colours"),
)
AS_OPENED = View("375-light", 375)
"""How the tests' pages are opened, and walked through."""


def look(page: Page, view: View) -> None:
    """Show a page in another view, with transitions finished."""
    page.set_viewport_size({"width": view.width, "height": 740})
    page.emulate_media(color_scheme=view.scheme, forced_colors=view.forced, media=view.media)
    page.evaluate(
        """(text) => {
          const root = document.documentElement;
          root.style.fontSize = "";
          if (text !== 100) root.style.fontSize = `${(parseFloat(getComputedStyle(root).fontSize) * text) / 100}px`;
          return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }""",
        view.text,
    )
    finish_transitions(page)


def wrong(page: Page, name: str) -> list[str]:
    """Return a line for each fault of a page: the page or state, the view, the fault."""
    found = []
    for view in VIEWS:
        look(page, view)
        if os.environ.get("SHOTS"):
            page.screenshot(path=SHOTS / f"{name}-{view.name}.png", full_page=True)
        complaints = [] if view.media == "print" else page.evaluate(LAYOUT)
        found += [f"{name}, {view.name}: {complaint}" for complaint in complaints]
    page.evaluate(WITHOUT_ALIKE, ".rules")  # long words stand in each row, what axe looks at in the first
    for view in (view for view in reversed(VIEWS) if view.axe):
        look(page, view)
        complaints = violations(page, COLOURS if view.axe == "colours" else ())
        found += [f"{name}, {view.name}: {complaint}" for complaint in complaints]
    return found


@pytest.fixture(scope="module")
def still_open(browser: Browser) -> Iterator[Page]:
    """One window in which page after page is opened: a look leaves nothing behind, and a new window takes its time."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_quiz_state(watched: Watched, server: Server, walk: Callable[[Page, Server], Iterator[str]]) -> None:
    """Nothing is cut off, overlaps, scrolls sideways or is too small to tap; axe and the policy find nothing."""
    met, found = [], []
    for state in walk(watched.page, server):
        met.append(state)
        found += wrong(watched.page, f"check-{state}")
        look(watched.page, AS_OPENED)
    assert not found, "\n".join(found)
    assert WALKS[walk] == tuple(met)
    assert [] == watched.refusals


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("path", [*PATHS, *FRAMES])
def test_page(still_open: Page, server: Server, path: str) -> None:
    """The same holds for each page and for each frame."""
    look(still_open, AS_OPENED)
    still_open.goto(server.url + path)
    if not os.environ.get("SHOTS"):
        still_open.evaluate(WITHOUT_ALIKE, ".pair-table")
    found = wrong(still_open, path.strip("/").replace("/", "-") or "start")
    assert not found, "\n".join(found)


def test_nothing_jumps(page: Page, server: Server) -> None:
    """From the first paint to the advice with Python's reasons, no layout shifts unexpectedly."""
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput) shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120))]);
          }
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    open_quiz(page, server)
    # A step that waits for Python's first reply comes too late to count as what the press before it has brought.
    expect(page.locator("quiz-flow[data-engine=ready]")).to_be_attached()
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    assert [] == page.evaluate("shifts")
