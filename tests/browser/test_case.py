"""A case: a result's answers as a link, and as a question to whoever looks after the rules."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from quiz import GUIDE
from tests.browser.test_quiz import (
    TO_EACH_URGENCY,
    answer,
    answer_all,
    no_flags,
    open_quiz,
    option,
    question,
    result,
    unfold,
)
from tests.conftest import Server, Watched

SHARED = "Somebody has shared this case by link. It may not be about you."
STALE = "The case that you followed a link to was made with other rules, so it cannot be shown. Tick what fits you."
BECAUSE = {rule.id: rule.because for rule in GUIDE.rules}
LIMB = "red-flags=none&who=me&drip=1-2-days&symptoms=limb&limb=sore"


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def ticks(page: Page) -> set[tuple[str, str]]:
    pairs: list[list[str]] = page.locator("quiz-flow input:checked").evaluate_all(
        "all => all.map((i) => [i.name, i.value])"
    )
    return {(name, value) for name, value in pairs}


def test_a_case_is_shared_by_link_and_questioned(watched: Watched, server: Server) -> None:
    """The link holds ids alone and leaves the address at once; who follows it sees the same result and whose it may be."""
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_quiz(page, server)
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(page.get_by_text(SHARED)).to_be_hidden()
    given = ticks(page)
    unfold(page, "Your answers")
    page.get_by_role("button", name="Copy a link to these answers").click()
    expect(page.locator("[data-answers] [data-copied]")).to_have_text("Copied.")
    link = clipboard(page)
    assert f"{server.url}check/#case={LIMB}" == link

    unfold(page, "Why this answer")
    page.get_by_role("button", name="Copy a question about this rule").click()
    expect(page.locator("[data-why] [data-copied]")).to_have_text("Copied.")
    asked = clipboard(page)
    for reason in page.locator("[data-rule]:not([hidden])").evaluate_all("all => all.map((line) => line.dataset.rule)"):
        assert f"{BECAUSE[reason]} ({reason})" in asked
    assert f"Rules version {GUIDE.version}" in asked
    assert "(limb)" in asked
    assert "(sore)" in asked
    assert link in asked
    assert asked.rstrip().endswith("Why:")

    page.goto("about:blank")
    page.goto(link)
    expect(result(page, "today")).to_be_visible()
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(page.get_by_text(SHARED)).to_be_visible()
    assert f"{server.url}check/" == page.url
    assert given == ticks(page)
    page.get_by_role("button", name="Check how I feel").click()
    expect(question(page, "red-flags")).to_be_visible()
    expect(page.get_by_text(SHARED)).to_be_hidden()
    assert set() == ticks(page)
    assert [] == watched.complaints


@pytest.mark.parametrize(
    "case",
    [
        "",
        LIMB.replace("limb=sore", "limb=renamed"),
        LIMB.replace("symptoms=limb&", "symptoms=tired&"),  # it would open no question on a limb
        f"{LIMB}&drip=running",  # two answers to a question that takes one
        "%22%5D",
    ],
)
@pytest.mark.usefixtures("no_python")
def test_a_case_of_other_rules_is_refused(watched: Watched, server: Server, case: str) -> None:
    """A case that the form cannot hold whole ticks nothing, is explained, and leaves the quiz to be used as ever."""
    page = watched.page
    page.goto(f"{server.url}check/#case={case}")
    expect(page.get_by_text(STALE)).to_be_visible()
    expect(page.get_by_text(SHARED)).to_be_hidden()
    expect(question(page, "red-flags")).to_be_visible()
    assert set() == ticks(page)
    assert f"{server.url}check/" == page.url
    assert [] == watched.complaints


def test_a_case_that_newer_rules_ask_more_of_goes_on_with_what_is_missing(page: Page, server: Server) -> None:
    """Where an answer is missing, the question for it is asked and no result is shown before."""
    page.goto(f"{server.url}check/#case={LIMB.replace('&limb=sore', '')}")
    expect(question(page, "limb")).to_be_visible()
    expect(page.get_by_text(SHARED)).to_be_visible()
    expect(page.locator("[data-urgency]:visible")).to_have_count(0)
    answer(page, "limb", "sore")
    expect(result(page, "today")).to_be_visible()


@pytest.mark.usefixtures("no_python")
def test_a_case_shows_without_python_and_takes_the_place_of_other_answers(page: Page, server: Server) -> None:
    """Followed in the middle of a quiz it takes the place of its answers; the compiled rules show it where no Python can."""
    open_quiz(page, server)
    no_flags(page)
    option(page, "who", "carer").check()
    page.evaluate(f"location.hash = '#case={LIMB}&yesterday=same'")
    expect(result(page, "today")).to_be_visible()
    assert {("red-flags", "none"), *TO_EACH_URGENCY["today"]} == ticks(page)
