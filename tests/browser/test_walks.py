"""Eight people answer the quiz on a small phone: what they read, how often they tap, how long their result is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from quiz import GUIDE
from quiz.model import NONE
from tests.browser.test_quiz import question
from tests.conftest import Server
from tests.support.walks import AnswerSet

PHONE: ViewportSize = {"width": 375, "height": 667}


class Effort(NamedTuple):
    """What a walk takes, and of its result how many heights of the phone it fills.

    Words are those on the screens up to the result, taps are counted from the home page on.
    """

    words: int
    taps: int
    screens: int
    heights: float


class Walk(NamedTuple):
    """Somebody's answers, in the order in which they would give them, the result, and the most effort it may take."""

    answers: AnswerSet
    urgency: str
    most: Effort


ME: AnswerSet = {"who": ["me"]}
DAY_2: AnswerSet = {**ME, "drip": ["1-2-days"]}
OFTEN_TRUE: AnswerSet = {"yesterday": ["better"], "same": ["new"], "risks": ["none"]}
"""What many would say, where it is asked; each walk says what differs."""

MILD_HEADACHE: AnswerSet = {
    "symptoms": ["headache", "fever", "tired"],
    "headache": ["mild"],
    "headache-course": ["easing"],
    "head-signs": ["none"],
    "temperature": ["under-38"],
    "tired": ["ordinary"],
}

WALKS = {
    "mild headache, chills, tired, day 2": Walk({**DAY_2, **MILD_HEADACHE}, "expected", Effort(835, 16, 6, 1.8)),
    "strong headache, light hurts, worse": Walk(
        {
            **DAY_2,
            "symptoms": ["headache"],
            "headache": ["severe"],
            "headache-course": ["stays"],
            "head-signs": ["light"],
            "yesterday": ["worse"],
        },
        "emergency",
        Effort(559, 9, 6, 1.7),
    ),
    "one calf sore": Walk(
        {**ME, "drip": ["about-3-days"], "symptoms": ["limb"], "limb": ["sore"]}, "today", Effort(442, 9, 4, 2.4)
    ),
    "wearing off, same as always": Walk(
        {
            **ME,
            "drip": ["15-days-6-weeks"],
            "symptoms": ["tired", "weakness"],
            "tired": ["ordinary"],
            "weakness": ["same-tasks"],
            "started": ["later"],
            "same": ["before-known"],
        },
        "expected",
        Effort(697, 13, 6, 1.8),
    ),
    "eight ticks": Walk(
        {
            **DAY_2,
            **MILD_HEADACHE,
            "symptoms": ["headache", "dizzy", "fever", "tired", "aches", "back", "sick", "skin"],
            "dizziness": ["brief"],
            "aches": ["both-sides"],
            "back": ["low"],
            "sick": ["queasy"],
            "skin": ["flush"],
        },
        "soon",
        Effort(1247, 26, 8, 2.6),
    ),
    "a carer": Walk({**DAY_2, **MILD_HEADACHE, "who": ["carer"]}, "expected", Effort(835, 16, 6, 1.8)),
    "before a first drip": Walk({**ME, "drip": ["not-yet"], "ready": ["none"]}, "expected", Effort(362, 5, 3, 2.7)),
    "a red flag": Walk({"red-flags": ["chest-pain"]}, "emergency", Effort(155, 2, 1, 1.7)),
}


class Person:
    """Somebody with a phone who taps one thing at a time, and reads each screen before the next tap."""

    def __init__(self, page: Page) -> None:
        """Begin at the first screen of the quiz, one tap from the home page."""
        self.page = page
        self.taps = 1

    def tap(self, target: Locator) -> None:
        """Tap once, long enough after the tap before that it counts as one of its own."""
        self.page.clock.run_for(700)
        target.click()
        self.taps += 1

    def answer(self, name: str, choices: list[str]) -> bool:
        """Tap each of the answers to a question, and each body area that has to be opened for it.

        Return whether the last tap goes on by itself, where the question is the last on its screen.
        """
        fieldset = question(self.page, name)
        for choice in choices:
            area = fieldset.locator("details:not([open])", has=self.page.locator(f'[value="{choice}"]'))
            if area.count():
                self.tap(area.locator("summary"))
            label = fieldset.locator("label", has=self.page.locator(f'[value="{choice}"]'))
            if label.is_visible():
                self.tap(label)
            else:
                self.tap(self.page.locator("[data-none]"))
                return True
        return GUIDE.question(name).kind != "several" or choices == [NONE]

    def on_screen(self) -> list[str]:
        """Return the ids of the questions on screen."""
        found: list[str] = self.page.evaluate(
            "document.querySelector('quiz-flow').current.map((set) => set.dataset.question)"
        )
        return found

    def words(self) -> int:
        """Return how many words the main part of the page shows, once what goes is gone."""
        self.page.clock.run_for(700)
        return len(re.findall(r"\w\S*", self.page.locator(".md-content").inner_text()))

    def heights(self) -> float:
        """Return how many heights of the phone the main part of the page fills."""
        height = self.page.locator(".md-content").evaluate("(part) => part.scrollHeight / innerHeight")
        return round(float(height), 1)


@pytest.fixture(scope="module")
def phone(browser: Browser, running: Server) -> Iterator[Page]:
    """Yield the page of a small phone that has come from the home page to the quiz, where Python is ready."""
    running.forget()
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", has_touch=True, timezone_id="Europe/London")
    page = context.new_page()
    page.clock.install()
    page.goto(running.url)
    page.locator(".md-content a[href*='check/']").first.click()
    expect(page.locator("quiz-flow[data-engine=ready]")).to_be_attached()
    yield page
    context.close()


def walk(page: Page, given: Walk) -> Effort:
    """Return what it takes to get from the home page to the result."""
    person = Person(page)
    answers = {"red-flags": ["none"], **OFTEN_TRUE, **given.answers}
    words = screens = 0
    result = page.locator(f'[data-urgency="{given.urgency}"]')
    while asked := person.on_screen():
        words += person.words()
        screens += 1
        assert set(asked) <= set(answers), f"{asked}: wanted an answer for each in the walk"
        goes_on = [person.answer(name, answers[name]) for name in asked]
        if not goes_on[-1]:
            # At a warning sign what to do is there at once, and the button leads to all of it.
            person.taps -= result.is_visible()
            person.tap(page.locator(".next button"))
        expect(question(page, asked[0])).not_to_have_attribute("data-current", "")
    expect(page.locator("quiz-flow[data-result=python]")).to_be_attached()
    expect(result).to_be_visible()
    found = Effort(words, person.taps, screens, person.heights())
    person.tap(page.locator("[data-restart]"))
    return found


def test_a_minute_is_enough(phone: Page) -> None:
    """No walk takes more words, taps, screens or heights of its result than its limits; the table shows each."""
    print("\n| walk | words | taps | screens | heights of the result |\n|---|---|---|---|---|")
    over = []
    for name, given in WALKS.items():
        found = walk(phone, given)
        print(f"| {name} | {found.words} | {found.taps} | {found.screens} | {found.heights} |")
        over += [
            f"{name}: got {got} {what}, wanted {most} at most"
            for what, got, most in zip(Effort._fields, found, given.most, strict=True)
            if got > most
        ]
    assert [] == over
