"""Self-care: whoever is told to wait has something to do, and is told when to wait no longer."""

from __future__ import annotations

from quiz import GUIDE, Urgency, assess
from quiz.conditions import Answers
from quiz.engine import open_questions
from quiz.model import Care
from site_src.derived.pairs import Finding, answers_with, findings

AFTER_A_DRIP = [step for step in GUIDE.question("drip").steps if step != "not-yet"]

#: Findings without a topic, by their question: why there is none.
WITHOUT = {"next-drip": "what to do before a drip opens the result, in notes of its own"}


def topics(answers: Answers) -> list[Care]:
    """Return the topics of self-care whose condition holds on the open questions."""
    path = {question.id for question in open_questions(GUIDE, answers)}
    told = {name: picked for name, picked in answers.items() if name in path}
    return [care for care in GUIDE.care if care.when.holds(told)]


def mild() -> dict[tuple[Finding, str], list[Care]]:
    """Return the topics of each finding that alone is no call today, at each time after a drip."""
    found = {}
    for finding in findings(GUIDE):
        for time in AFTER_A_DRIP:
            answers = answers_with(GUIDE, finding, drip=time)
            if assess(answers).urgency < Urgency.TODAY:
                found[finding, time] = topics(answers)
    return found


def test_every_mild_finding_has_a_topic() -> None:
    """Each finding that alone gives 3 days, or is common, has one; all others have a reason."""
    cases = mild()
    lacking = {finding for (finding, _), cares in cases.items() if not cares}
    assert {question for _, question, _ in lacking} == set(WITHOUT)
    covered = {finding for finding, _ in cases} - lacking
    print(f"{len(covered)} findings with self-care, {len(lacking)} without: {', '.join(WITHOUT)}")
    assert len(covered) >= 40


def test_every_topic_is_met() -> None:
    """No topic waits for an answer that nobody who is told to wait can give, and a single finding has a single topic."""
    met = [cares for cares in mild().values() if cares]
    assert {care.id for cares in met for care in cares} == {care.id for care in GUIDE.care}
    assert {len(cares) for cares in met} == {1}
