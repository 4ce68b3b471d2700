"""Whether a call today may wait for the morning: what asks for the night number, and that more reported never undoes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import GUIDE, Urgency, assess
from quiz.model import NONE
from tests.quiz.test_promises import FLAGS, finished, one_more, thorough
from tests.support.walks import AnswerSet, finished_sets

DAY_TWO: AnswerSet = {
    FLAGS.id: [NONE],
    "who": ["me"],
    "drip": ["1-2-days"],
    "yesterday": ["same"],
    "same": ["new"],
    "puffed": [NONE],
    "risks": [NONE],
}
WEEK_TWO: AnswerSet = {**DAY_TWO, "drip": ["4-14-days"], "started": ["later"]}

CALLS: list[tuple[str, str, AnswerSet]] = [
    ("pale alone", "morning", {**DAY_TWO, "symptoms": ["pale"], "pale": ["pale"]}),
    ("pale, on blood thinners", "night", {**DAY_TWO, "symptoms": ["pale"], "pale": ["pale"], "risks": ["thinners"]}),
    ("pale and yellow", "night", {**DAY_TWO, "symptoms": ["pale"], "pale": ["pale", "yellow"]}),
    ("severe aches", "morning", {**DAY_TWO, "symptoms": ["aches"], "aches": ["severe"]}),
    (
        "severe aches and pale",
        "night",
        {**DAY_TWO, "symptoms": ["aches", "pale"], "aches": ["severe"], "pale": ["pale"]},
    ),
    (
        "severe aches, puffed on stairs",
        "night",
        {**DAY_TWO, "symptoms": ["aches", "stairs"], "aches": ["severe"]},
    ),
    (
        "worn out in week two, blood group A",
        "morning",
        {**WEEK_TWO, "symptoms": ["tired"], "tired": ["marked"], "risks": ["blood-group"]},
    ),
    (
        "the same, and pale",
        "night",
        {**WEEK_TWO, "symptoms": ["tired", "pale"], "tired": ["marked"], "pale": ["pale"], "risks": ["blood-group"]},
    ),
    ("2 kg heavier", "morning", {**DAY_TWO, "symptoms": ["swelling"], "swelling": ["weight"]}),
    (
        "2 kg heavier with heart failure",
        "night",
        {**DAY_TWO, "symptoms": ["swelling"], "swelling": ["weight"], "risks": ["heart-failure"]},
    ),
    (
        "2 kg heavier with less pee",
        "night",
        {**DAY_TWO, "symptoms": ["swelling", "urine"], "swelling": ["weight"], "urine": ["dry-day"]},
    ),
    (
        "rings tight in the evening, and a little less pee",
        "night",
        {**DAY_TWO, "symptoms": ["swelling", "urine"], "swelling": ["evening"], "urine": ["little-less"]},
    ),
    ("new bruises", "morning", {**DAY_TWO, "symptoms": ["bleed"], "bleed": ["bruises"]}),
    (
        "new bruises, on blood thinners",
        "night",
        {**DAY_TWO, "symptoms": ["bleed"], "bleed": ["bruises"], "risks": ["thinners"]},
    ),
    ("a known faint", "morning", {**DAY_TWO, "symptoms": ["spell"], "spell": ["faint"]}),
    (
        "a known faint, over 65",
        "night",
        {**DAY_TWO, "symptoms": ["spell"], "spell": ["faint"], "risks": ["over-65"]},
    ),
    (
        "a known faint within 6 hours of the drip",
        "night",
        {**DAY_TWO, "drip": ["last-6-hours"], "symptoms": ["spell"], "spell": ["faint"]},
    ),
    ("much weaker over days", "night", {**WEEK_TWO, "symptoms": ["weakness"], "weakness": ["over-days"]}),
    ("a red needle site that grows", "morning", {**DAY_TWO, "symptoms": ["needle"], "needle": ["spreading"]}),
    (
        "the same with chills",
        "night",
        {
            **DAY_TWO,
            "symptoms": ["needle", "fever"],
            "needle": ["spreading"],
            "temperature": ["under-38"],
            "head-signs": [NONE],
        },
    ),
    (
        "the same with a port",
        "night",
        {**DAY_TWO, "symptoms": ["needle"], "needle": ["spreading"], "risks": ["line"]},
    ),
    (
        "the same, worse than yesterday",
        "night",
        {**DAY_TWO, "symptoms": ["needle"], "needle": ["spreading"], "yesterday": ["worse"]},
    ),
    ("nerve pain in a new place", "morning", {**WEEK_TWO, "symptoms": ["nerve-pain"], "nerve-pain": ["new-place"]}),
    ("a sore calf", "night", {**DAY_TWO, "symptoms": ["limb"], "limb": ["sore"]}),
    ("something else that is steady", "morning", {**DAY_TWO, "symptoms": ["something-else"], "badly": ["steady"]}),
    ("a temperature of 38", "night", {**DAY_TWO, "symptoms": ["fever"], "head-signs": [NONE], "temperature": ["38"]}),
    (
        "pale while the drip runs",
        "night",
        {
            FLAGS.id: [NONE],
            "who": ["me"],
            "drip": ["running"],
            "symptoms": ["pale"],
            "pale": ["pale"],
            "risks": [NONE],
        },
    ),
    ("an open question", "night", {FLAGS.id: [NONE], "who": ["me"]}),
]


@pytest.mark.parametrize(
    ("answers", "call"), [(answers, call) for _, call, answers in CALLS], ids=[c[0] for c in CALLS]
)
def test_call_is_that_of_the_table(answers: AnswerSet, call: str) -> None:
    """Whoever needs a call today learns whether it may wait for the morning, as the clinical table says."""
    result = assess(answers)
    assert (result.urgency, result.call) == (Urgency.TODAY, call)
    assert call == "night" or not result.unanswered


def test_only_a_call_today_has_a_time() -> None:
    """A result says night or morning when it is a call today, and nothing of the kind otherwise."""
    assert {(urgency, assess(answers).call) for answers, urgency in finished_sets(each=60, seed=3)} == {
        (Urgency.EXPECTED, ""),
        (Urgency.SOON, ""),
        (Urgency.TODAY, "morning"),
        (Urgency.TODAY, "night"),
        (Urgency.EMERGENCY, ""),
    }


def test_not_sure_counts_as_what_may_not_wait() -> None:
    """A "not sure" that may be a rule for the night is one: nobody waits for the morning on a guess."""
    answers = {**DAY_TWO, "symptoms": ["swelling"], "swelling": ["not-sure"], "risks": ["heart-failure"]}
    assert assess(answers).call == "night"


@thorough
@given(st.data())
def test_more_reported_never_turns_night_into_morning(data: st.DataObject) -> None:
    """One more symptom, tick or step up, its own questions answered and all else kept: no call waits that did not."""
    before = data.draw(finished({FLAGS.id: [NONE]}), label="before")
    after = data.draw(st.sampled_from(list(one_more(before))).flatmap(finished), label="after")
    if assess(before).call == "night":
        assert assess(after).call != "morning"


def test_both_calls_are_in_use() -> None:
    """Some rules of today may wait for the morning and most may not."""
    calls = [rule.call for rule in GUIDE.rules if rule.urgency is Urgency.TODAY]
    assert 0 < calls.count("morning") < calls.count("night")
