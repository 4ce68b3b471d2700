"""Use by keyboard alone: every step of the quiz, the menu, the search, and a focus that is always visible."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.states import FRAMES, PATHS, WITHOUT_ALIKE
from tests.browser.test_quiz import TO_EACH_URGENCY, open_quiz, option, question, result
from tests.conftest import Server

MOST_TABS = 1000
"""More than the focusable elements of any page."""

# The middle of what has the focus, or of the row that belongs to it, is on screen and nothing lies on it.
IN_SIGHT = """() => {
  const focused = document.activeElement;
  const box = (focused.closest("label") ?? focused).getClientRects()[0];
  if (!box) return false;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
  return Boolean(top) && (focused.contains(top) || top.contains(focused) || top.closest("label")?.control === focused);
}"""
FOCUSED = "document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 160)"


@pytest.fixture(autouse=True)
def still(page: Page) -> None:
    """Switch off Material's transitions, during which elements are not yet where they end up."""
    page.emulate_media(reduced_motion="reduce")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, and check that the focus is always visible on the way."""
    for _ in range(MOST_TABS):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(f"({IN_SIGHT})() || document.activeElement === document.body"), page.evaluate(FOCUSED)
    raise AssertionError(f"{MOST_TABS} tabs did not lead to {target}")


def choose(page: Page, name: str, choice: str) -> None:
    """Answer a question by keyboard and go on: Space ticks a checkbox, arrow keys select a radio button, Enter is Next.

    "None of these" is a button of its own, which goes on.
    """
    target = option(page, name, choice)
    way_on = page.locator(".next button")
    if choice == "none":
        way_on = page.locator("[data-none]")
    elif target.get_attribute("type") == "checkbox":
        tab_to(page, target)
        page.keyboard.press("Space")
    else:
        first = page.locator(f'[data-question="{name}"] input').first
        tab_to(page, first)
        page.keyboard.press("Space")
        for _ in range(page.locator(f'[data-question="{name}"] input').count()):
            if not target.is_checked():
                page.keyboard.press("ArrowDown")
        expect(question(page, name)).to_be_visible()
    if choice != "none" and page.locator("fieldset:visible:not(:has(:checked))").count():
        return  # the screen asks more
    tab_to(page, way_on)
    page.keyboard.press("Enter")
    expect(target).to_be_checked()
    expect(question(page, name)).not_to_have_attribute("data-current", "")


@pytest.mark.parametrize("urgency", TO_EACH_URGENCY)
def test_quiz_by_keyboard_alone(page: Page, server: Server, urgency: str) -> None:
    """Tab, Space, arrow keys and Enter lead from the first question to each advice, and back to an answer."""
    open_quiz(page, server)
    steps = [("red-flags", "none"), *TO_EACH_URGENCY[urgency]]
    for name, choice in steps:
        if question(page, name).get_attribute("data-current") is not None:
            choose(page, name, choice)
    expect(result(page, urgency)).to_be_visible()
    expect(page.locator(f"#result-{urgency}")).to_be_focused()
    tab_to(page, page.locator("[data-answers] summary"))
    page.keyboard.press("Enter")
    change = page.locator("[data-answers] dd button").first
    tab_to(page, change)
    page.keyboard.press("Enter")
    expect(page.locator("fieldset:visible").get_by_role("heading").first).to_be_focused()


def printable(page: Page) -> None:
    """Type every printable character where the focus is, and check that nothing moves or changes."""
    state = "[location.href, document.activeElement.outerHTML, document.querySelectorAll('input:checked').length]"
    before = page.evaluate(state)
    for key in map(chr, range(ord("!"), ord("~") + 1)):
        page.keyboard.press(key)
    assert before == page.evaluate(state)


@pytest.mark.usefixtures("no_python")
def test_no_letter_leaves_what_is_read(page: Page, server: Server) -> None:
    """On an answer, a heading, a result and a page with a search, no single letter is a shortcut."""
    open_quiz(page, server)
    option(page, "red-flags", "sight").focus()
    printable(page)
    choose(page, "red-flags", "none")
    expect(question(page, "who").get_by_role("heading").first).to_be_focused()
    printable(page)
    page.get_by_role("button", name="Back").press("Enter")
    choose(page, "red-flags", "chest-pain")
    expect(page.locator("#result-emergency")).to_be_focused()
    printable(page)
    expect(result(page, "emergency")).to_be_visible()

    page.goto(f"{server.url}after/")
    page.get_by_role("link", name="See each warning sign").focus()
    printable(page)


@pytest.mark.usefixtures("no_python")
def test_skip_link_leads_to_what_is_shown(page: Page, server: Server) -> None:
    """The skip link leads to the question or result that is shown."""
    open_quiz(page, server)
    choose(page, "red-flags", "none")
    for name, choice in TO_EACH_URGENCY["today"]:
        expect(question(page, name)).to_be_visible()
        heading = page.locator("fieldset:visible").first.get_by_role("heading").first
        page.locator(".md-skip").press("Enter")
        expect(heading).to_be_focused()
        choose(page, name, choice)
    heading = page.locator("#result-today")
    expect(heading).to_be_focused()
    page.locator(".md-skip").press("Enter")
    expect(heading).to_be_focused()
    page.evaluate("location.hash = '#is-this-normal'")
    expect(page).to_have_url(f"{server.url}check/#is-this-normal")
    expect(result(page, "today")).to_be_visible()


def test_menu_by_keyboard(page: Page, server: Server) -> None:
    """On a phone the menu opens by keyboard and its links come next; while it is closed none takes the focus."""
    page.goto(f"{server.url}after/")
    link = page.locator(".md-nav--primary").get_by_role("link", name="Before", exact=True)
    expect(link).to_be_hidden()
    tab_to(page, page.get_by_role("button", name="Menu"))
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    here = page.locator(".md-nav--primary summary", has_text="On this page")
    tab_to(page, here)
    page.keyboard.press("Enter")
    expect(page.locator(".md-nav--primary").get_by_role("link", name="What is not known")).to_be_visible()
    more = page.locator(".md-nav--primary summary", has_text="This site")
    tab_to(page, more)
    page.keyboard.press("Enter")
    last = page.locator(".md-nav--primary").get_by_role("link").last
    expect(last).to_be_visible()
    tab_to(page, last)
    page.keyboard.press("Tab")
    expect(link).to_be_hidden()
    expect(page.locator("#__drawer")).not_to_be_checked()
    page.locator("#__drawer").evaluate("(box) => box.click()")
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Before your infusion")).to_be_visible()


@pytest.mark.parametrize("width", [375, 1280])
def test_search_by_keyboard(page: Page, server: Server, width: int) -> None:
    """Tab goes from the field through the results, each with a name, and on to the page; the search then closes."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(server.url)
    field, button = page.get_by_role("textbox", name="Search"), page.get_by_role("button", name="Search")
    if width < 960:
        tab_to(page, button)
        page.keyboard.press("Enter")
    else:
        tab_to(page, field)
    expect(field).to_be_focused()
    assert not field.evaluate("(field) => field.required")
    page.keyboard.insert_text("meningiti")
    page.keyboard.press("s")  # one key alone: each brings the results anew, and the focus stays on none of the old ones
    links = page.locator(".md-search-result__link:visible")
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("Tab")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    expect(links.nth(1)).to_have_accessible_name(re.compile(r"^[A-Z].*: [A-Z]"))
    page.keyboard.press("Shift+Tab")
    expect(links.nth(0)).to_be_focused()
    page.locator(".md-content a").first.focus()
    expect(links).to_have_count(0)
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.type("g")
    expect(page.locator(".md-content a").first).to_be_focused()
    expect(page.locator(".md-search__input")).to_have_value("meningitis")


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("path", [*PATHS, *FRAMES])
def test_focus_is_in_sight(page: Page, server: Server, path: str) -> None:
    """Each stop of the Tab key is on screen and covered by no header or card, on a phone and on a desktop."""
    page.goto(server.url + path)
    page.evaluate(WITHOUT_ALIKE, ".rules, .pair-table")
    for width in (375, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        stops = 0
        # After the last stop the page has no focus, and the next Tab begins at its first.
        page.keyboard.press("Tab")
        while stop := page.evaluate(f"({FOCUSED}) && [{FOCUSED}, ({IN_SIGHT})()]"):
            focused, in_sight = stop
            assert in_sight, f"{width} px: {focused}"
            stops += 1
            assert stops < MOST_TABS
            page.keyboard.press("Tab")
        assert stops > 0
