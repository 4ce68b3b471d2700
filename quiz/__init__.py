"""Answers in, urgency out: `assess`, `next_questions` and `open_questions` over this project's guide."""

from quiz import engine
from quiz.conditions import Answers
from quiz.ivig import GUIDE
from quiz.model import Ask, Question, Result, UnknownAnswer, Urgency

__all__ = [
    "GUIDE",
    "Answers",
    "Ask",
    "Question",
    "Result",
    "UnknownAnswer",
    "Urgency",
    "assess",
    "next_questions",
    "open_questions",
]


def assess(answers: Answers, shown: Answers = engine.ALL_SHOWN) -> Result:
    """Return how soon to get help, and why; raises `UnknownAnswer` for ids the guide does not have."""
    return engine.assess(GUIDE, answers, shown)


def next_questions(answers: Answers, shown: Answers = engine.ALL_SHOWN) -> tuple[Ask, ...]:
    """Return what can still change the result, each question with the options that can; none when it is final.

    `shown`: the ids of the options that were on screen, for each answered question of which not all were.
    """
    return engine.next_questions(GUIDE, answers, shown)


def open_questions(answers: Answers) -> tuple[Question, ...]:
    """Return every question on the path, answered or not, in reading order."""
    return engine.open_questions(GUIDE, answers)
