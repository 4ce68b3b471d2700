"""How many questions and options the interview saves on the cases: counts, the same on every machine."""

from __future__ import annotations

from quiz import GUIDE, next_questions
from quiz.model import NONE
from tests.bench.boot import Figures
from tests.support.walks import AnswerSet, cases

__all__ = ["measure_interview"]


def measure_interview() -> Figures:
    """Return how much is on the paths of all cases, and how much of it is asked, one question at a time."""
    answered = [case.answers for case in cases()]
    paths = [{name: len(GUIDE.question(name).options) for name in answers} for answers in answered]
    asked = [_asked(answers) for answers in answered]
    last = GUIDE.questions[-1]  # the longest list of facts
    figures = {"interview_cases": len(answered)}
    for words, screens in (("on_path", paths), ("asked", asked)):
        figures[f"interview_questions_{words}"] = sum(map(len, screens))
        figures[f"interview_options_{words}"] = sum(sum(options.values()) for options in screens)
        figures[f"interview_{last.id}_{words}"] = sum(last.id in options for options in screens)
    print(
        f"  {figures['interview_questions_asked']} of {figures['interview_questions_on_path']} questions are asked in"
        f" {len(answered)} cases, with {figures['interview_options_asked']} of"
        f" {figures['interview_options_on_path']} options",
        flush=True,
    )
    return figures


def _asked(answers: AnswerSet) -> dict[str, int]:
    """Return the number of options on screen by question, for a person who is asked only what can matter."""
    given: AnswerSet = {}
    shown: AnswerSet = {}
    counts = {}
    while asks := next_questions(given, shown):
        question, options = asks[0]
        shown[question.id] = [option.id for option in options]
        given[question.id] = [option for option in answers[question.id] if option in shown[question.id]] or [NONE]
        counts[question.id] = len(options)
    return counts
