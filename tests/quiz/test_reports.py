"""Reports by real people, and small complaints that many have: none comes out too low, and few too high."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz import Urgency, assess, open_questions
from tests.support.walks import AnswerSet
from tools.combinations import Finding, answers_with, name

REPORTS = [
    (Urgency(path.stem), entry)
    for path in sorted(Path(__file__).parents[1].joinpath("reports").glob("*.yaml"))
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
]
"""Each report with the urgency that is right for it, which its file is named for."""

SMALL: list[Finding] = [
    ("headache", "headache", "mild"),
    ("fever", "temperature", "under-38"),
    ("tired", "tired", "ordinary"),
    ("aches", "aches", "both-sides"),
    ("aches", "aches", "cramps"),
    ("cold", "cough", "dry"),
    ("sick", "sick", "queasy"),
    ("tummy", "tummy", "bloated"),
    ("needle", "needle", "sore"),
    ("ears", "ears", "ringing"),
    ("everyday", "everyday", "sleepy"),
    ("everyday", "everyday", "jittery"),
    ("everyday", "everyday", "sweats"),
    ("everyday", "everyday", "hair"),
    ("limb", "limb", "known"),
]
"""Small complaints that many people have on the day after a drip, or know from before it."""


@pytest.mark.parametrize(("right", "entry"), REPORTS, ids=[entry["report"][:60] for _, entry in REPORTS])
def test_report(right: Urgency, entry: dict[str, Any]) -> None:
    """Whoever answers from these words alone, to the last question, gets an urgency that is right or acceptable.

    Where the quiz says more than that, the report has what it says and why.
    """
    answers: AnswerSet = entry["answers"]
    asked = [question.id for question in open_questions(answers)]
    assert set(asked) == set(answers), f"answers {', '.join(answers)}, wanted all that is asked: {', '.join(asked)}"
    result = assess(answers)
    acceptable = {right, *map(Urgency, entry.get("acceptable", []))}
    if "quiz" in entry:
        acceptable = {Urgency(entry["quiz"])}
        assert right < Urgency(entry["quiz"])
        assert entry["why"]
    assert result.urgency in acceptable, [rule.id for rule in result.reasons]


def test_there_are_twenty() -> None:
    """No report is lost on the way: all twenty are tried."""
    assert len(REPORTS) == 20


def test_a_small_complaint_is_called_common() -> None:
    """Whoever has one small complaint on the first day, and no more, reads that it is common: for 12 of 15 at least.

    A checker that sends everybody to the phone is not believed when it matters.
    """
    results = {name(thing): assess(answers_with(thing)) for thing in SMALL}
    more = {
        told: [rule.because for rule in result.reasons if rule.urgency is result.urgency]
        for told, result in results.items()
        if result.urgency is not Urgency.EXPECTED
    }
    print(f"{len(results) - len(more)} of {len(results)} small complaints are called common; more than that: {more}")
    assert len(results) == 15
    assert len(more) <= 3, more
