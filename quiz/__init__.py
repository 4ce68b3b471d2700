"""Answers in, urgency out: `assess` and `open_questions` over this project's guide."""

from quiz import engine
from quiz.conditions import Answers
from quiz.ivig import GUIDE
from quiz.model import Question, Result, UnknownAnswer, Urgency

__all__ = ["GUIDE", "Answers", "Question", "Result", "UnknownAnswer", "Urgency", "assess", "open_questions"]


def assess(answers: Answers) -> Result:
    """Return how soon to get help, and why; raises `UnknownAnswer` for ids the guide does not have."""
    return engine.assess(GUIDE, answers)


def open_questions(answers: Answers) -> tuple[Question, ...]:
    """Return every question on the path, answered or not, in reading order."""
    return engine.open_questions(GUIDE, answers)
