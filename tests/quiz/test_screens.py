"""The number of screens for a person: one question each, until that would be too many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

import pytest

from quiz import GUIDE, Urgency, assess, open_questions
from quiz.model import Option
from tests.support.walks import AnswerSet, Case, cases, walk

SCRIPT = Path(__file__).parents[2] / "site_src" / "overrides" / "assets" / "quiz" / "quiz-flow.js"
(MOST_SCREENS,) = map(
    int, re.findall(r"^const MOST_SCREENS = (\d+);", SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)
)
"""The page's limit of screens."""


def screens(answers: AnswerSet) -> Iterator[list[str]]:
    """Yield the question ids of each screen for these answers."""
    given: AnswerSet = {}
    while assess(given).urgency is not Urgency.EMERGENCY:
        path = open_questions(given)
        waiting = [question for question in path if question.id not in given]
        if not waiting:
            return
        shared = [question.id for question in path if question.screen and question.screen == waiting[0].screen]
        many = len(path) >= MOST_SCREENS or waiting[0].together
        shown = shared if shared and many else [waiting[0].id]
        yield shown
        given |= {name: answers[name] for name in shown}


@pytest.mark.parametrize("drip", GUIDE.question("drip").options, ids=lambda option: option.id)
def test_everything_ticked_is_few_screens(drip: Option) -> None:
    """Ticking everything, at any time after a drip, gives no more screens than the limit."""
    answers = {question.id: [option.id for option in question.options] for question in GUIDE.questions}
    answers |= {"red-flags": ["none"], "who": ["me"], "drip": [drip.id]}
    path = open_questions(answers)
    assert len({question.screen or question.id for question in path}) <= MOST_SCREENS


def test_nobody_meets_too_many_screens() -> None:
    """An answer that opens one more question on the way adds no screen above the limit."""
    random = Random(20261122)
    symptoms = [option.id for option in GUIDE.question("symptoms").options if option.reports]
    for _ in range(500):
        some = random.sample(symptoms, random.randint(1, 12))
        drip = random.choice(GUIDE.question("drip").steps)
        answers = walk(random, {"red-flags": ["none"], "who": ["me"], "drip": [drip], "symptoms": some})
        assert len(list(screens(answers))) <= MOST_SCREENS, answers


def test_screens_of_the_written_cases() -> None:
    """No case meets more screens than the limit, and half of them eight or fewer."""
    counts = [len(list(screens(case.answers))) for case in cases()]
    usual = median(count for count in counts if count > 1)  # a red flag is one screen
    print(f"\nscreens, and cases that meet so many: {dict(sorted(Counter(counts).items()))}; usual {usual:g}")
    assert max(counts) <= MOST_SCREENS
    assert usual <= 8


def test_one_symptom_is_one_question_a_screen() -> None:
    """No case with one symptom has two questions on a screen, but for a late headache and for weakness before a drip.

    Both have questions of their own beside those about time; with them there would be too many screens. Who and when,
    and the questions about time, are always together.
    """

    def share(shown: list[str]) -> bool:
        return len(shown) > 1 and not all(GUIDE.question(name).together for name in shown)

    def has_many(case: Case) -> bool:
        asked = case.answers.keys()
        return ("headache" in asked and bool({"started", "illness", "due"} & asked)) or {
            "next-drip",
            "weakness",
        } <= asked

    lone = [case for case in cases() if len(case.answers.get("symptoms", ())) == 1 and not has_many(case)]
    assert lone
    assert [case.id for case in lone if any(map(share, screens(case.answers)))] == []
