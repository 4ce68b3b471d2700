"""The page on the days after a drip says of a day what the checker says."""

from __future__ import annotations

import pytest

from quiz import Urgency, assess
from tests.support.reading import ROOT, read_page

PAGE = read_page((ROOT / "content" / "after.md").read_text(encoding="utf-8"))
TOLD = {"red-flags": ["none"], "who": ["me"], "head-signs": ["none"], "risks": ["none"], "same": ["new"]}
HEADACHE = {"headache": ["mild"], "headache-course": ["easing"]}
CHILLS = {"temperature": ["under-38"]}


def words(section: str) -> str:
    """Return what stands between a heading of a day and the next heading, with the heading."""
    titles = {block.anchor: block.text for block in PAGE.blocks if block.anchor}
    (found,) = (one for one in PAGE.sections if one.title == titles[section])
    return " ".join([found.title, *found.sentences])


@pytest.mark.parametrize(
    ("yesterday", "urgency", "said"),
    [
        ("better", Urgency.EXPECTED, "a mild headache with chills is still common"),
        ("same", Urgency.SOON, "If you feel the same, contact your team within 3 days."),
        ("worse", Urgency.TODAY, "If you feel worse, call today."),
    ],
)
def test_a_headache_with_chills_on_day_2(yesterday: str, urgency: Urgency, said: str) -> None:
    """It is common while it gets better, and no longer when it does not."""
    answers = {**TOLD, **HEADACHE, **CHILLS, "symptoms": ["headache", "fever"], "drip": ["1-2-days"]}
    assert (urgency, True) == (assess({**answers, "yesterday": [yesterday]}).urgency, said in words("day-2"))


@pytest.mark.parametrize(
    ("yesterday", "urgency", "said"),
    [
        ("better", Urgency.EXPECTED, "most people are on the mend"),
        ("same", Urgency.SOON, "If you feel the same, contact your team within 3 days."),
        ("worse", Urgency.TODAY, "If you feel worse, call today."),
    ],
)
def test_a_mild_headache_on_day_3(yesterday: str, urgency: Urgency, said: str) -> None:
    """How it has changed since yesterday decides."""
    answers = {**TOLD, **HEADACHE, "symptoms": ["headache"], "drip": ["about-3-days"]}
    assert (urgency, True) == (assess({**answers, "yesterday": [yesterday]}).urgency, said in words("day-3"))
