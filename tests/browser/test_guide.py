"""A person looks a symptom up in the table, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from quiz import GUIDE
from site_src.symptom_table import rows
from tests.conftest import Server

ALL = len(rows(GUIDE))
LEAST_TARGET = 44


@pytest.fixture
def guide(page: Page, server: Server) -> Page:
    """The symptom table, ready to be filtered."""
    page.goto(f"{server.url}guide/")
    expect(field(page)).to_be_visible()
    return page


def field(page: Page) -> Locator:
    return page.get_by_label("Type what you feel")


def shown(page: Page) -> Locator:
    """The symptoms that can be seen."""
    return page.locator("h3:visible")


def test_typing_leaves_the_rows_that_fit(guide: Page) -> None:
    """Typed words, in capitals or not, leave their rows, headings and links; Escape brings all back."""
    status = guide.get_by_role("status")
    field(guide).press_sequentially("RASH, swoll")
    expect(shown(guide)).to_have_text(["Rash, itching or a flushed face"])
    expect(status).to_have_text(f"1 of {ALL} shown.", use_inner_text=True)
    expect(guide.get_by_role("heading", level=2, name="Stomach and skin")).to_be_visible()
    expect(guide.get_by_role("heading", level=2, name="Head and neck")).to_be_hidden()
    expect(guide.get_by_role("navigation", name="Find what you feel").get_by_role("link")).to_have_count(1)
    expect(guide.get_by_role("heading", name="Call for emergency help now if")).to_be_visible()
    field(guide).press("Escape")
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)
    expect(status).to_have_text(f"{ALL} of {ALL} shown.", use_inner_text=True)


def test_words_that_fit_nothing_say_whom_to_call(guide: Page) -> None:
    """With no row left the page says to call and links the quiz, and the field stays where it is."""
    field(guide).focus()
    before = field(guide).bounding_box()
    field(guide).fill("zzz")
    expect(shown(guide)).to_have_count(0)
    status = guide.get_by_role("status")
    expect(status).to_have_text(
        "Nothing here fits those words. If you feel unwell, call your infusion team today. Check how you feel",
        use_inner_text=True,
    )
    expect(guide.get_by_role("heading", name="Call for emergency help now if")).to_be_visible()
    assert before == field(guide).bounding_box()
    status.get_by_role("link").click()
    expect(guide).to_have_title("Is this normal? - Is this normal after IVIg?")
    guide.go_back()
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)


def test_what_is_typed_leaves_no_trace(guide: Page, server: Server) -> None:
    """What is typed is not sent, not stored, not in the address, and gone after a reload."""
    asked = len(server.asked)
    field(guide).press_sequentially("itch")
    field(guide).press("Enter")
    expect(shown(guide)).to_have_count(1)
    assert f"{server.url}guide/" == guide.url
    assert [] == server.asked[asked:]
    assert [] == guide.context.cookies()
    assert "itch" not in guide.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    guide.reload()
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)


def test_a_link_to_a_hidden_row_shows_it(guide: Page) -> None:
    """Whoever goes to the address of a row that the filter hides sees that row."""
    field(guide).fill("itch")
    expect(shown(guide)).to_have_count(1)
    guide.evaluate("location.hash = 'weakness'")
    expect(guide.get_by_role("heading", name="Weaker than usual, or more falls")).to_be_in_viewport()
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)


def test_table_works_without_scripts_on_a_small_phone(browser: Browser, server: Server) -> None:
    """With no script the address of a row and every link of the index lead there, and no field is offered."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{server.url}guide/#weakness")
    expect(page.get_by_role("heading", name="Weaker than usual, or more falls")).to_be_in_viewport()
    expect(shown(page)).to_have_count(ALL)
    expect(field(page)).to_be_hidden()
    links = page.get_by_role("navigation", name="Find what you feel").get_by_role("link")
    boxes = [link.bounding_box() for link in links.all()]
    assert ALL == len(boxes)
    assert [] == [box for box in boxes if not box or box["height"] < LEAST_TARGET or box["x"] + box["width"] > 320]
    links.get_by_text("Headache", exact=True).click()
    expect(page.get_by_role("heading", name="Headache", exact=True)).to_be_in_viewport()
    context.close()
