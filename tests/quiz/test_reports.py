"""Twenty reports by real people, answered as a lay person would: none comes out too low, and none too high."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz import Urgency, assess, open_questions
from tests.support.walks import AnswerSet

REPORTS = [
    (Urgency(path.stem), entry)
    for path in sorted(Path(__file__).parents[1].joinpath("reports").glob("*.yaml"))
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
]
"""Each report with the urgency that is right for it, which its file is named for."""


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
