"""The words of the quiz are as easy to read as the pages."""

from __future__ import annotations

import pytest

from quiz import GUIDE, Question, Urgency
from tests.reading import check_texts

RED_FLAGS = GUIDE.questions[0]


def test_red_flags_are_easy() -> None:
    """The first screen and the reasons of its flags stay at grade 5."""
    texts = [RED_FLAGS.text, RED_FLAGS.hint, *(option.text for option in RED_FLAGS.options)]
    assert [] == check_texts("red flags", texts, grade=5)


@pytest.mark.parametrize("question", GUIDE.questions, ids=lambda question: question.id)
def test_question_is_easy(question: Question) -> None:
    """A question, its hint and its answers stay at grade 7, no sentence over 20 words."""
    texts = [question.text, question.hint, *(option.text for option in question.options)]
    assert [] == check_texts(question.id, filter(None, texts), grade=7)


@pytest.mark.parametrize(
    ("urgency", "grade"), [(urgency, 5 if urgency is Urgency.EMERGENCY else 7) for urgency in Urgency]
)
def test_reasons_are_easy(urgency: Urgency, grade: float) -> None:
    """The reasons of an urgency stay at grade 7, those of emergencies at 5."""
    texts = [rule.because for rule in GUIDE.rules if rule.urgency is urgency]
    assert [] == check_texts(f"reasons for {urgency.value}", texts, grade=grade)
