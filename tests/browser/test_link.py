"""Links that name one symptom: it is ticked when its question comes, and is removed from the address at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_quiz import ME, answer, answer_all, change, no_flags, option, question, result, tick
from tests.conftest import Server, Watched

pytestmark = pytest.mark.usefixtures("no_python")

TICKED = "The link that you followed has ticked one answer."
UNKNOWN = "The link that you followed names something that the checker does not ask about."


def follow(page: Page, server: Server, name: str) -> None:
    page.goto(f"{server.url}check/#about={name}")
    expect(page.locator("quiz-flow[data-stepped]")).to_be_attached()
    assert f"{server.url}check/" == page.url


def test_linked_symptom_is_ticked_when_its_question_comes(watched: Watched, server: Server) -> None:
    """The warning signs come first; then the linked symptom is ticked, with an explanation, and can be unticked."""
    page = watched.page
    follow(page, server, "headache")
    expect(question(page, "red-flags")).to_be_visible()
    expect(page.get_by_text(UNKNOWN)).to_be_hidden()
    assert 0 == page.locator("input:checked").count()
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(option(page, "symptoms", "headache")).to_be_checked()
    expect(page.get_by_text(TICKED)).to_be_visible()
    assert ["headache"] == page.locator('[data-question="symptoms"] input:checked').evaluate_all(
        "(all) => all.map((box) => box.value)"
    )
    option(page, "symptoms", "headache").uncheck()
    option(page, "symptoms", "tired").check()
    page.locator(".next button").click()
    expect(question(page, "tired")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(option(page, "symptoms", "headache")).not_to_be_checked()
    expect(page.get_by_text(TICKED)).to_be_hidden()
    assert [] == watched.complaints


def test_second_press_does_not_pass_over_a_linked_symptom(page: Page, server: Server) -> None:
    """An answer that a link ticks is shown before it counts, even after a double press of Next."""
    follow(page, server, "headache")
    no_flags(page)
    answer(page, *ME)
    tick(option(page, "drip", "1-2-days"))
    page.locator(".next button").dblclick()
    expect(page.get_by_text(TICKED)).to_be_visible()
    assert ["none", "me", "1-2-days", "headache"] == ticks(page)


def test_with_a_warning_sign_nothing_else_is_ticked(page: Page, server: Server) -> None:
    """With a warning sign ticked, the result is an emergency and the linked symptom is not ticked."""
    follow(page, server, "tired")
    answer(page, "red-flags", "chest-pain")
    expect(page.locator('[data-urgency="emergency"]')).to_be_visible()
    assert ["chest-pain"] == page.locator("input:checked").evaluate_all("(all) => all.map((box) => box.value)")


@pytest.mark.parametrize("name", ["hedache", "none", "chest-pain", "", "%22%5D", "headache&x=1"])
def test_unknown_name_is_ignored_with_a_sentence(watched: Watched, server: Server, name: str) -> None:
    """A misspelt name, a warning sign or "none" in a link ticks nothing and is explained; the quiz goes on as usual."""
    page = watched.page
    follow(page, server, name)
    expect(page.get_by_text(UNKNOWN)).to_be_visible()
    no_flags(page)
    expect(page.get_by_text(UNKNOWN)).to_be_hidden()
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(question(page, "symptoms")).to_be_visible()
    assert 0 == page.locator('[data-question="symptoms"] input:checked').count()
    assert [] == watched.complaints


def test_link_to_the_page_that_is_open_counts_too(page: Page, server: Server) -> None:
    """A second link followed in the same tab is also removed from the address and starts at the warning signs."""
    follow(page, server, "tired")
    no_flags(page)
    page.evaluate("location.hash = '#about=headache'")
    expect(question(page, "red-flags")).to_be_visible()
    assert f"{server.url}check/" == page.url
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(option(page, "symptoms", "headache")).to_be_checked()
    expect(option(page, "symptoms", "tired")).not_to_be_checked()


def ticks(page: Page) -> list[str]:
    found: list[str] = page.locator("input:checked").evaluate_all("(all) => all.map((box) => box.value)")
    return found


def test_link_followed_after_a_result_starts_afresh(watched: Watched, server: Server) -> None:
    """Following a link clears earlier answers, so that no old result is shown for the linked symptom."""
    page = watched.page
    follow(page, server, "tired")
    answer_all(page, "expected")
    expect(result(page, "expected")).to_be_visible()
    page.evaluate("location.hash = '#about=headache'")
    expect(question(page, "red-flags")).to_be_visible()
    expect(result(page, "expected")).to_be_hidden()
    assert [] == ticks(page)
    page.locator(".next button").click()
    expect(page.get_by_text("Choose an answer to go on.")).to_be_visible()
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(page.get_by_text(TICKED)).to_be_visible()
    assert ["none", "me", "1-2-days", "headache"] == ticks(page)
    assert [] == watched.complaints


def test_linked_symptom_never_stands_beside_none(page: Page, server: Server) -> None:
    """A link followed after "none of these" ticks the symptom alone."""
    follow(page, server, "tired")
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    tick(option(page, "symptoms", "none"))
    page.evaluate("location.hash = '#about=headache'")
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(option(page, "symptoms", "headache")).to_be_checked()
    expect(option(page, "symptoms", "none")).not_to_be_checked()


def test_linked_symptom_takes_away_a_none_that_nobody_ticked(page: Page, server: Server) -> None:
    """A browser's autofill cannot leave "none of these" ticked beside a linked symptom."""
    follow(page, server, "headache")
    no_flags(page)
    answer(page, *ME)
    question(page, "symptoms").locator("[value=none]").evaluate("(box) => { box.checked = true }")
    answer(page, "drip", "1-2-days")
    change(page, "What bothers you now?")
    expect(option(page, "symptoms", "headache")).to_be_checked()
    expect(option(page, "symptoms", "none")).not_to_be_checked()


@pytest.mark.parametrize("name", ["Headache", "HEADACHE", "%20headache", " headache%20"])
def test_capitals_and_spaces_in_a_link_do_not_matter(page: Page, server: Server, name: str) -> None:
    """A name with a capital letter or a space around it is the same symptom."""
    follow(page, server, name)
    expect(question(page, "red-flags")).to_be_visible()
    expect(page.get_by_text(UNKNOWN)).to_be_hidden()
    no_flags(page)
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    expect(option(page, "symptoms", "headache")).to_be_checked()
