"""The urgency of each symptom at every time and with each risk, and of every two with all risks: reviewed like the combinations.

`python -m tools.moments` writes the table anew after a rule was changed on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from quiz import GUIDE, Urgency, assess, open_questions
from quiz.model import NONE
from tests.support.walks import AnswerSet
from tools.combinations import LETTER_OF, LETTERS, answers_with, findings, name, quiet, singles_and_pairs

__all__ = ["TABLE", "read", "sets", "table"]

TABLE = Path(__file__).parents[1] / "tests" / "quiz" / "moments.txt"
EARLY = ("running", "last-6-hours", "last-24-hours")
MIDDLE = [(drip, day) for drip in ("1-2-days", "about-3-days") for day in GUIDE.question("yesterday").steps]
LATE = [
    (drip, day, start)
    for drip in ("4-14-days", "15-days-6-weeks", "longer")
    for day in GUIDE.question("yesterday").steps
    for start in GUIDE.question("started").steps
]
RISKS = [option for option in GUIDE.question("risks").steps if option != NONE]
FEW = [["over-65", "dose", "defence"], ["clot", "kidney", "line"], ["blood-group", "heart"], ["first", "heart-failure"]]
"""Risks that people have together: several of the groups, or one that matters only with another."""


def sets() -> Iterator[tuple[str, AnswerSet]]:
    """Yield each answer set with the name of its line in the table: time by time, then risk by risk."""
    for finding in (*findings(), *quiet()):
        reported_alone = answers_with(finding)
        for drip in EARLY:
            yield f"{name(finding)} early", _asked({**reported_alone, "drip": [drip], "nurse": ["yes"]})
        for drip, day in MIDDLE:
            yield f"{name(finding)} middle", _asked({**reported_alone, "drip": [drip], "yesterday": [day]})
        for drip, day, start in LATE:
            yield (
                f"{name(finding)} late",
                _asked({**reported_alone, "drip": [drip], "yesterday": [day], "started": [start]}),
            )
        for words, when in {
            "first day": {"drip": ["last-24-hours"]},
            "day 5": {"drip": ["4-14-days"], "yesterday": ["better"], "started": ["first-days"]},
            "day 5, new": {"drip": ["4-14-days"], "yesterday": ["better"], "started": ["later"]},
        }.items():
            for risks in (*([risk] for risk in RISKS), *FEW):
                yield f"{name(finding)} {words}, risks", _asked({**reported_alone, **when, "risks": risks})
    for reported in singles_and_pairs():
        yield f"{name(reported[0])} with all risks", _asked({**answers_with(*reported), "risks": RISKS})


def _asked(answers: AnswerSet) -> AnswerSet:
    """Return the answers to what is asked, with no risk where none is named."""
    given = {"risks": [NONE], **answers}
    return {question.id: given[question.id] for question in open_questions(given)}


def table() -> Iterator[str]:
    """Yield the lines of the table: the finding and the time, then a letter for each answer set, in order."""
    for words, group in groupby(sets(), key=lambda pair: pair[0]):
        yield f"{words}: {''.join(LETTER_OF[assess(answers).urgency] for _, answers in group)}"


def read() -> list[tuple[AnswerSet, Urgency]]:
    """Return each answer set with its reviewed urgency; raises `ValueError` where the table lacks one or has more."""
    flat = "".join(line.rsplit(" ", 1)[1] for line in TABLE.read_text(encoding="utf-8").splitlines())
    found = [answers for _, answers in sets()]
    if len(flat) != len(found):
        raise ValueError(
            f"{TABLE.name}: got {len(flat)} urgencies, wanted {len(found)}."
            " Write the table anew with python -m tools.moments, and review what moved."
        )
    return [(answers, LETTERS[letter]) for answers, letter in zip(found, flat, strict=True)]


if __name__ == "__main__":
    TABLE.write_text("\n".join(table()) + "\n", encoding="utf-8")
