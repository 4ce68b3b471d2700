"""The explanation of a medical word, by keyboard, by touch and on paper."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import violations
from tests.conftest import Server
from tests.support.reading import READERS_PAGES

TERM = "aseptic meningitis"
MEANING = "Swelling of the layers around the brain and spine"


def test_a_meaning_opens_and_closes_by_keyboard(page: Page, server: Server) -> None:
    """Enter opens the explanation and moves the focus there, so that it is read out; Escape returns the focus."""
    page.goto(f"{server.url}how-ivig-works/")
    button = page.get_by_role("button", name=TERM)
    note = page.get_by_role("note").filter(has_text=MEANING)
    expect(note).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport(ratio=1)
    expect(note).to_be_focused()
    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()


def test_a_meaning_opens_and_closes_by_touch(browser: Browser, server: Server) -> None:
    """A tap opens the explanation and a tap elsewhere closes it; the button is large enough for a finger."""
    context = browser.new_context(viewport={"width": 375, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{server.url}how-ivig-works/")
    button = page.get_by_role("button", name=TERM)
    note = page.get_by_role("note").filter(has_text=MEANING)
    button.tap()
    expect(note).to_be_visible()
    page.get_by_role("heading", level=1).tap()
    expect(note).to_be_hidden()
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    context.close()


def test_with_text_twice_as_large_each_meaning_can_be_read(page: Page, server: Server) -> None:
    """On a small phone the whole explanation is visible or can be scrolled into view."""
    page.set_viewport_size({"width": 360, "height": 640})
    cut = {}
    for name in READERS_PAGES:
        page.goto(f"{server.url}{name}/")
        cut[name] = page.evaluate(
            """() => {
              const root = document.documentElement;
              root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
              return [...document.querySelectorAll(".meaning")].filter((note) => {
                note.showPopover();
                const { top, bottom } = note.getBoundingClientRect();
                const scrolls = getComputedStyle(note).overflowY === "auto";
                const cut = top < 0 || bottom > innerHeight || (note.scrollHeight > note.clientHeight && !scrolls);
                note.hidePopover();
                return cut;
              }).map((note) => note.id);
            }"""
        )
    assert {} == {name: notes for name, notes in cut.items() if notes}


def test_a_meaning_needs_no_script(browser: Browser, server: Server) -> None:
    """Without scripts the browser itself opens the explanation."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}how-ivig-works/")
    page.get_by_role("button", name=TERM).click()
    expect(page.get_by_role("note").filter(has_text=MEANING)).to_be_visible()
    context.close()


def test_paper_has_the_word_and_no_meaning(page: Page, server: Server) -> None:
    """An explanation is not printed, even if it was open."""
    page.goto(f"{server.url}how-ivig-works/")
    page.get_by_role("button", name=TERM).click()
    page.emulate_media(media="print")
    expect(page.get_by_role("note")).to_have_count(0)
    expect(page.get_by_text(TERM, exact=True)).to_be_visible()
