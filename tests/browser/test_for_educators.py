"""The page for educators in use: search, copy, print."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Literal
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.conftest import FOLDER, Server, Watched


@pytest.fixture
def opened(watched: Watched, server: Server) -> Page:
    """Return the page for educators, with permission to use the clipboard."""
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched.page.goto(f"{server.url}educators/")
    expect(watched.page.locator(".filter")).to_be_visible()
    return watched.page


def test_typing_finds_what_fits(opened: Page) -> None:
    """Rows stay where each typed word begins one of theirs; pages without such a row are hidden, the questions stay."""
    everything = opened.locator("[data-offer]:visible").count()
    opened.get_by_label("Type what you teach").fill("drink how")
    expect(opened.get_by_role("link", name="What to drink before you come")).to_be_visible()
    expect(opened.locator("[data-offer]:visible")).to_have_count(1)
    expect(opened.locator("[data-page]:visible")).to_have_count(1)
    expect(opened.locator("[data-status]")).to_have_text(f"1 of {everything} shown.")
    expect(opened.get_by_role("heading", name="Questions and model answers")).to_be_visible()
    opened.get_by_label("Type what you teach").fill("")
    expect(opened.locator("[data-offer]:visible")).to_have_count(everything)


def test_a_button_copies_the_whole_address(opened: Page, server: Server) -> None:
    """A copied link works anywhere: it has the host and the section."""
    opened.get_by_role("button", name="Copy link: What to drink before you come").click()
    expect(opened.locator("[data-status]")).to_have_text("Copied")
    assert f"{server.url}before/#fluids" == opened.evaluate("navigator.clipboard.readText()")


def test_a_link_to_the_checker_is_found_and_copied(opened: Page, server: Server) -> None:
    """Typing a symptom finds the link to the quiz that ticks it, and the button copies the whole link."""
    opened.get_by_label("Type what you teach").fill("nosebleeds")
    row = opened.locator("[data-offer]:visible")
    expect(row).to_have_text(re.compile("Bruises, nosebleeds or bleeding"))
    expect(opened.get_by_role("heading", name="Links to the checker")).to_be_visible()
    row.get_by_role("button", name="Copy link").click()
    expect(opened.locator("[data-status]")).to_have_text("Copied")
    assert f"{server.url}check/#about=bleed" == opened.evaluate("navigator.clipboard.readText()")


def test_on_paper_there_are_questions_and_no_buttons(opened: Page) -> None:
    """The printed sheet has the questions with their answers, and no buttons or fields."""
    opened.emulate_media(media="print")
    expect(opened.get_by_text("In the first 3 days, when will you call us today?")).to_be_visible()
    expect(opened.get_by_text("you feel worse than yesterday;")).to_be_visible()
    expect(opened.locator("[data-offer] button").filter(visible=True)).to_have_count(0)
    expect(opened.locator(".filter")).to_be_hidden()


def test_the_questions_can_be_printed_alone(opened: Page) -> None:
    """A button prints only title, questions with answers, and footer; the next print has everything again."""
    opened.evaluate("() => { print = () => { document.title = 'Printed'; }; }")
    opened.get_by_role("link", name="questions below").click()
    expect(opened.get_by_role("heading", name="Questions and model answers")).to_be_in_viewport()
    opened.get_by_role("button", name="Print the questions").click()
    expect(opened).to_have_title("Printed")
    opened.emulate_media(media="print")
    assert ["For educators", "Questions and model answers"] == opened.locator(
        "h1:visible, h2:visible"
    ).all_inner_texts()
    expect(opened.get_by_text("In the first 3 days, when will you call us today?")).to_be_visible()
    expect(opened.get_by_text("you feel worse than yesterday;")).to_be_visible()
    expect(opened.locator(".foot")).to_contain_text("Version")
    expect(opened.locator(".foot")).to_be_visible()
    expect(opened.locator("[data-offer]:visible")).to_have_count(0)
    expect(opened.get_by_role("button", name="Print the questions")).to_be_hidden()
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(opened.get_by_role("heading", name="Pages and sections")).to_be_visible()
    expect(opened.locator("[data-offer]:visible")).not_to_have_count(0)


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_no_printed_page_ends_with_a_heading(opened: Page, paper: str) -> None:
    """No heading, introduction or name in an answer is printed at the end of a page, apart from the text below it."""
    opened.emulate_media(media="print")
    shown = opened.locator(":is(h2, h3, dt, .on-paper):not(.card *):visible").all_inner_texts()
    over = ["".join(words.split()) for words in shown]
    paged = pypdfium2.PdfDocument(opened.pdf(format=paper))
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in paged]
    assert [] == [(at, words) for at, page in enumerate(pages, 1) for words in over if page.endswith(words)]
    assert [] == [words for words in over if not any(words in page for page in pages)], "cut in two"


def test_it_prints_on_a_few_sheets(opened: Page) -> None:
    """On A4 all of it takes 8 pages at most and the questions alone 3, in letters of at least 10 pt."""
    assert 8 >= len(pypdfium2.PdfDocument(opened.pdf(format="A4")))
    opened.evaluate("() => { print = () => {}; }")
    opened.get_by_role("button", name="Print the questions").click()
    assert 3 >= len(pypdfium2.PdfDocument(opened.pdf(format="A4")))
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    opened.emulate_media(media="print")
    sizes = opened.locator(".md-content :is(h1, h2, h3, p, li, a, span):visible").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert 10 <= min(sizes) * 72 / 96


def visit(watched: Watched, server: Server, home: str) -> Page:
    """Open the page for educators of the shared server as if it stood under another name."""

    def answer(route: Route) -> None:
        route.fulfill(response=route.fetch(url=f"{server.url}{urlsplit(route.request.url).path.removeprefix(FOLDER)}"))

    watched.page.route(f"{home}**", answer)
    watched.page.goto(f"{home}educators/")
    expect(watched.page.locator(".filter")).to_be_visible()
    return watched.page


@pytest.mark.parametrize("colors", ["active", "none"])
def test_codes_lead_to_where_the_page_came_from(
    watched: Watched, server: Server, colors: Literal["active", "none"]
) -> None:
    """A build without an address draws a code beside each link, for the host that it is on; a phone can read it."""
    home = f"http://clinic.test{FOLDER}"
    watched.page.emulate_media(color_scheme="dark", forced_colors=colors)
    page = visit(watched, server, home)
    codes = page.get_by_role("img", name="Code that leads to: ")
    rows = page.locator(".offer")
    expect(codes).to_have_count(rows.count())
    expect(page.locator("[data-no-codes]")).to_be_hidden()
    for at in (0, 1, rows.count() - 1):
        with Image.open(BytesIO(codes.nth(at).screenshot())) as picture:
            (read,) = zxingcpp.read_barcodes(picture.convert("L").resize((512, 512)))
        assert read.text == rows.nth(at).locator("[data-link]").evaluate("link => link.href")
        assert read.text.startswith(home)
    page.emulate_media(media="print")
    for address in ("before/#fluids", "check/#about=headache"):
        expect(page.get_by_text(f"{home}{address}")).to_be_visible()
    assert 8 >= len(pypdfium2.PdfDocument(page.pdf(format="A4")))


@pytest.mark.parametrize("host", ["localhost", "guide.localhost", "127.0.0.1", "[::1]"])
def test_no_code_leads_to_a_computer_of_one_s_own(watched: Watched, server: Server, host: str) -> None:
    """Where only this computer can open the page, there is a sentence and no code that someone could print."""
    page = visit(watched, server, f"http://{host}:1{FOLDER}")
    page.wait_for_load_state("networkidle")  # a code would come late
    expect(page.get_by_text("Codes appear here once the site has an address of its own.")).to_be_visible()
    expect(page.get_by_role("img", name="Code that leads to: ")).to_have_count(0)
    expect(page.locator("a.code").filter(visible=True)).to_have_count(0)


def test_without_scripts_everything_is_there(without_scripts: Page, server: Server) -> None:
    """Links, questions and answers need no script; the buttons that would do nothing are not shown."""
    without_scripts.goto(f"{server.url}educators/")
    expect(without_scripts.get_by_role("link", name="What to drink before you come")).to_be_visible()
    expect(without_scripts.get_by_role("button", name="Copy link").filter(visible=True)).to_have_count(0)
    expect(without_scripts.get_by_role("button", name="Print the questions")).to_be_hidden()
    expect(without_scripts.locator(".filter")).to_be_hidden()
