"""When to make a call today, by the device's clock, and which emergency number comes first, by its time zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz import GUIDE, assess
from tests.browser.test_quiz import TO_EACH_URGENCY, answer_all, open_quiz, option, result
from tests.browser.test_summary import fill_in, with_python
from tests.conftest import Server
from tests.quiz.test_night import CALLS
from tests.support.walks import AnswerSet

DAY = dt.date.fromisoformat(GUIDE.dated) + dt.timedelta(days=3)
STANDING = {name: answers for name, _, answers in CALLS}
NIGHT, MORNING = STANDING["a sore calf"], STANDING["pale alone"]
"""Answers whose call may not wait for the morning, and may."""


def at(hour: int, minute: int = 0, day: dt.date = DAY) -> dt.datetime:
    """Return a time as the reader's clock shows it."""
    return dt.datetime.combine(day, dt.time(hour, minute))


def heading(page: Page) -> str:
    """Return the words of the heading of the call today."""
    return " ".join(page.locator("#result-today").inner_text().split())


@pytest.mark.parametrize(
    ("hour", "night", "morning"),
    [
        (12, "Call your infusion team now", "Call your infusion team today"),
        (19, "Call your infusion team now", "Call your infusion team today"),
        (
            20,
            "Call your team's night number now: do not wait for morning",
            "Call your team at 9 in the morning, at once if it gets worse",
        ),
        (
            3,
            "Call your team's night number now: do not wait for morning",
            "Call your team at 9 in the morning, at once if it gets worse",
        ),
        (
            7,
            "Call your team's night number now: do not wait for morning",
            "Call your team at 9 in the morning, at once if it gets worse",
        ),
        (8, "Call your infusion team now", "Call your infusion team today"),
    ],
)
def test_heading_says_when_to_call(page: Page, server: Server, hour: int, night: str, morning: str) -> None:
    """By day and by night, what may not wait for the morning does not; who is told to wait and sees daylight calls."""
    assert ("night", "morning") == (assess(NIGHT).call, assess(MORNING).call)
    page.clock.set_fixed_time(at(hour))
    with_python(page, server)
    for answers, wanted in ((NIGHT, night), (MORNING, morning)):
        fill_in(page, answers)
        expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
        expect(page.locator("#result-today")).to_be_focused()
        assert wanted == heading(page)
        waits = page.get_by_text("Is it day where you are? Call now.")
        assert waits.is_visible() == wanted.startswith("Call your team at 9")
        # The first thing below is what to do where nobody answers: at night there is no hour to wait.
        unanswered = "No answer in about an hour, or none at night or a weekend?"
        if wanted.startswith("Call your team at 9"):
            unanswered = "No answer in about an hour?"
        if wanted.startswith("Call your team's night number"):
            unanswered = "No night number, or no answer?"
        expect(result(page, "today").get_by_role("listitem").first).to_have_text(
            f"{unanswered} Call an urgent care line, or go to an emergency department (A&E, ER).", use_inner_text=True
        )
        assert f"{unanswered} Call" in " ".join(page.evaluate("document.querySelector('quiz-flow').summary").split())


@pytest.mark.parametrize("hour", [3, 12])
@pytest.mark.parametrize("days", [1, 400, 9000])
def test_a_clock_before_the_rules_softens_nothing(page: Page, server: Server, hour: int, days: int) -> None:
    """A device that is set to a day before that of the rules knows no hour: one sentence says both."""
    page.clock.set_fixed_time(at(hour, day=dt.date.fromisoformat(GUIDE.dated) - dt.timedelta(days=days)))
    with_python(page, server)
    fill_in(page, NIGHT)
    expect(page.locator("#result-today")).to_be_focused()
    assert heading(page) == "Call your team now, by day or night: do not wait for morning"
    fill_in(page, MORNING)
    expect(page.locator("#result-today")).to_contain_text(
        "Call your team now; at night, call at 9 in the morning, or at once if"
    )


def test_whatever_the_clock_no_night_rule_waits(page: Page, server: Server) -> None:
    """At no hour of any day does the heading of a call that may not wait for the morning name the morning to wait for."""
    with_python(page, server)
    calls: list[AnswerSet] = [
        answers for _, call, answers in CALLS if call == "night" and not assess(answers).unanswered
    ]
    days = (dt.date(1970, 1, 2), dt.date(2020, 2, 29), DAY, DAY.replace(year=DAY.year + 70))
    for answers in calls[:6]:
        fill_in(page, answers)
        expect(page.locator('quiz-flow[data-shown="today"]')).to_be_attached()
        for hour in (0, 7, 8, 13, 20, 23):
            for day in days:
                page.clock.set_fixed_time(at(hour, day=day))
                page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
                said = heading(page)
                assert "9 in the morning" not in said
                assert " now" in said or said.startswith("Tell your nurse now"), said


def test_a_page_left_open_overnight_follows_the_clock(page: Page, server: Server) -> None:
    """Whoever looks again in the morning is told to call, not to wait for the next one."""
    page.clock.set_fixed_time(at(23))
    with_python(page, server)
    fill_in(page, MORNING)
    expect(page.locator("#result-today")).to_be_focused()
    assert heading(page).startswith("Call your team at 9 in the morning")
    page.clock.set_fixed_time(at(9, day=DAY + dt.timedelta(days=1)))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert heading(page) == "Call your infusion team today"


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("hour", [3, 12])
def test_without_python_one_sentence_says_both(page: Page, server: Server, hour: int) -> None:
    """The compiled rules do not know which call may wait: none does, whatever the hour."""
    page.clock.set_fixed_time(at(hour))
    open_quiz(page, server)
    answer_all(page, "today")
    expect(page.locator("#result-today")).to_be_focused()
    assert heading(page) == "Call your infusion team today"
    expect(page.get_by_text("Is it night? Call your team's night number now: do not wait for morning.")).to_be_visible()


def test_without_scripts_one_sentence_says_both(without_scripts: Page) -> None:
    """Nor does a page without scripts know the hour."""
    for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY["today"]]:
        option(without_scripts, name, choice).check()
    assert heading(without_scripts) == "Call your infusion team today"
    expect(
        without_scripts.get_by_text("Is it night? Call your team's night number now: do not wait for morning.")
    ).to_be_visible()
    expect(without_scripts.get_by_text("Is it day where you are?")).to_be_hidden()


# --- the number of where the device is


@pytest.fixture
def device(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Yield a function that opens a small phone's page in a time zone."""
    opened = []

    def phone(zone: str) -> Page:
        opened.append(browser.new_context(viewport={"width": 375, "height": 667}, timezone_id=zone))
        return opened[-1].new_page()

    yield phone
    for context in opened:
        context.close()


def numbers(page: Page) -> list[str]:
    """Return the numbers that can be called from the emergency card without opening anything."""
    found: list[str] = (
        result(page, "emergency")
        .locator(".call:visible")
        .evaluate_all("(all) => all.map((call) => call.getAttribute('href').slice(4))")
    )
    return found


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize(
    ("zone", "number"),
    [
        ("America/New_York", "911"),
        ("America/Indiana/Knox", "911"),
        ("Pacific/Honolulu", "911"),
        ("America/Toronto", "911"),
        ("Europe/London", "999"),
        ("Europe/Berlin", "112"),
        ("Europe/Dublin", "112"),
        ("Atlantic/Canary", "112"),
        ("Australia/Sydney", "000"),
    ],
)
def test_one_number_is_that_of_the_device(
    device: Callable[[str], Page], server: Server, zone: str, number: str
) -> None:
    """One large number, in sight without scrolling; the others are one press away, with the local one."""
    page = device(zone)
    open_quiz(page, server)
    option(page, "red-flags", "chest-pain").check()
    assert [number] == numbers(page)
    page.locator(".next button").click()
    expect(page.locator("#result-emergency")).to_be_focused()
    call = result(page, "emergency").locator(".call").first
    expect(call).to_be_in_viewport(ratio=1)
    elsewhere = result(page, "emergency").get_by_text("In another country?")
    expect(elsewhere).to_be_in_viewport()
    elsewhere.click()
    assert ["000", "112", "911", "999"] == sorted(numbers(page))
    expect(result(page, "emergency").get_by_text("Or call your local emergency number.")).to_be_visible()


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("zone", ["America/Sao_Paulo", "America/Mexico_City", "Asia/Tokyo", "Africa/Cairo", "UTC"])
def test_where_no_number_is_known_all_are_shown(device: Callable[[str], Page], server: Server, zone: str) -> None:
    """A time zone that no number names never hides one, and all are in sight without scrolling."""
    page = device(zone)
    open_quiz(page, server)
    option(page, "red-flags", "chest-pain").check()
    page.locator(".next button").click()
    assert ["911", "999", "112", "000"] == numbers(page)
    expect(result(page, "emergency").get_by_text("In another country?")).to_be_hidden()
    for call in result(page, "emergency").locator(".call:visible").all():
        expect(call).to_be_in_viewport(ratio=1)


def test_without_scripts_all_numbers_are_shown(without_scripts: Page) -> None:
    option(without_scripts, "red-flags", "chest-pain").check()
    assert ["911", "999", "112", "000"] == numbers(without_scripts)
    expect(without_scripts.get_by_text("In another country?").first).to_be_hidden()


# --- what to say


def test_each_thing_that_was_told_is_said_once(page: Page, server: Server) -> None:
    """On top and on the phone a symptom is named as far as it was told: a follow-up says it in place of the tick."""
    with_python(page, server)
    fill_in(page, NIGHT)
    today = result(page, "today")
    expect(today.locator("[data-told]")).to_have_text(
        "You told us about part of one arm or leg that is sore, swollen, warm or red."
    )
    phone = today.locator("[data-phone]")
    expect(phone).to_contain_text("The drip ended 1 or 2 days ago.")
    expect(phone).to_contain_text(
        "The trouble is part of one arm or leg that is sore, swollen, warm or red. Could this be"
    )
    assert 1 == phone.inner_text().count("arm or leg")
    fill_in(page, {"red-flags": ["none"], "who": ["me"], "drip": ["not-sure"], "symptoms": ["none"], "risks": ["none"]})
    expect(page.locator("[data-told]:visible, [data-phone]:visible")).to_have_count(0)
