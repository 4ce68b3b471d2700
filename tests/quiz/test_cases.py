"""The cases in `tests/cases`: a patient's answers, the urgency they must give, and the rule that must say why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import replace
from functools import cache

import pytest

from quiz import GUIDE, UnknownAnswer, assess, open_questions
from quiz.browser import reply
from quiz.conditions import AtLeast, Condition
from quiz.engine import assess as assess_with
from quiz.ivig.rules.counting import RULES as COUNTING
from quiz.model import BadGuide, Guide, Rule, Urgency
from tests.support.walks import CASES, Case, cases, rests_on_a_report

ALL = cases()

WORDS_ONLY = {
    "flag-rash-with-illness": "the step below it is an emergency already; this one names the sign",
    "flag-legs-give-way": "the step below it is an emergency already; this one names the sign",
    "skin-all-over": "the step below it is an emergency already; this one names how far it spreads",
    "needle-spreading": "a swelling that grows is a call today already; this one names the signs of infection",
    "tummy-mild": "a bloated tummy is common already; this one names the pain",
    "weakness-over-days": "a task lost is a call today already; this one says that it is much, over days",
    "headache-very-severe": "a headache of 7 is a call today already; this one says not to wait",
    "flag-near-faint-with-sign": "dizziness with a sign is an emergency already; this one names the near-faint",
    "flag-unsteady": "a near-faint with a sign is an emergency already; this one says what it may be",
    "skin-spreading": "a new rash is a call today already; this one says what makes it worse",
    "skin-palms": "any patch is a matter for the team already; this one names a known reaction",
    "skin-patch": "after the first day even a flush is a matter for the team; this one names the patch",
    "urine-less-with-swelling": "less urine is a call today already; this one says not to wait",
    "nerve-pain-with-weakness": "two kinds of problem are a call today already; this one says what they are",
    "weakness-creeping": "a weak feeling after day 3 is a matter for the team already; this one says what it may be",
    "weakness-creeping-outside": "outside the scope any symptom is a matter for the team; this one names the weakness",
    "two-problems-today": "one of the problems is a call today already; this one says not to wait",
    "worse-today": "the problem is a call today already; this one says not to wait",
}
"""Rules whose urgency another rule also gives: they are there for their reason."""


@pytest.mark.parametrize("rule", dict.fromkeys(case.rule for case in ALL))
def test_case(rule: str) -> None:
    """Each case is a finished answer set and gets its urgency and reasons, in the browser interface too."""
    found = [f"{case.id}, {case.case}: {fault}" for case in ALL if case.rule == rule for fault in faults(case)]
    assert not found, "\n".join(found)


def faults(case: Case) -> Iterator[str]:
    """Yield each fault of a case or of its result."""
    try:
        result = assess(case.answers)
    except UnknownAnswer as refusal:
        yield str(refusal)
        return
    reasons = [rule.id for rule in result.reasons]
    if result.urgency is not case.shown:
        yield f"got {result.urgency.value} for {', '.join(reasons)}, wanted {case.shown.value}"
    if lost := sorted(set(case.because) - set(reasons)):
        yield f"got the reasons {', '.join(reasons)}, wanted {', '.join(lost)} too"
    if case.rule in reasons and case.rule not in case.because:
        yield f"got the reasons {', '.join(reasons)}, wanted no {case.rule}. Where it is meant, name it in 'because'"
    if idle := [rule.id for rule in result.reasons if not rests_on_a_report(rule, case.answers)]:
        yield f"got the reasons {', '.join(idle)}, which rest on nothing that was reported"
    asked = [question.id for question in open_questions(case.answers)]
    if asked != list(case.answers) or result.unanswered:
        yield f"answers {', '.join(case.answers)}, wanted all that is asked in its order: {', '.join(asked)}"
    door = json.loads(reply(GUIDE, json.dumps(case.answers)))
    sent = [door["urgency"], door["reasons"], door["unanswered"]]
    if sent != [result.urgency.value, reasons, list(result.unanswered)]:
        yield f"got {sent} at the browser's door, wanted what the quiz says inside"


def test_quiz_says_more_only_with_a_reason() -> None:
    """Where the quiz differs from a clinician's urgency it is higher, and the case gives the reason in a sentence."""
    differ = [case for case in ALL if case.quiz]
    assert differ
    assert [] == [case.id for case in differ if case.shown <= case.urgency or not case.why.endswith(".")]


def test_few_expected_cases_are_overstated() -> None:
    """Fewer than one in ten cases that are common after IVIg get a higher urgency."""
    common = [case for case in ALL if case.urgency is Urgency.EXPECTED]
    more = [case.id for case in common if case.shown is not Urgency.EXPECTED]
    print(f"{len(more)} of {len(common)} common situations are called more: {', '.join(more)}")
    assert len(more) < len(common) / 10


def test_every_rule_has_a_file_and_every_file_a_rule() -> None:
    """Each rule has one case file with its id as name, and each case file has its rule."""
    assert {rule.id for rule in GUIDE.rules} == {path.stem for path in CASES.glob("*")}


def test_rule_has_cases_on_both_sides() -> None:
    """A rule has at least three cases: in one it is among the reasons, in another it is not."""
    fired = {case.id: {reason.id for reason in assess(case.answers).reasons} for case in ALL}
    for rule in GUIDE.rules:
        own = [case for case in ALL if case.rule == rule.id]
        assert len(own) >= 3, rule.id
        assert any(rule.id in case.because for case in own), f"no case names {rule.id}"
        assert any(rule.id not in fired[case.id] for case in own), f"{rule.id} is silent in no case"


def test_rule_decides() -> None:
    """Removing a rule changes the urgency or the call of one of its cases, or leaves a reported symptom uncovered.

    A rule that only adds words is on the list above, with the reason; it too must be missed where a case names it.
    """
    idle = []
    for rule in GUIDE.rules:
        guide = without(rule)
        if guide is None:
            continue  # the guide itself refuses to do without it
        decided = False
        for case in ALL:
            if case.rule != rule.id or rule.id not in case.because:
                continue
            whole, less = assess(case.answers), assess_with(guide, case.answers)
            assert rule.id not in {reason.id for reason in less.reasons}, case.id
            decided |= (less.urgency, less.unknown, less.call) != (whole.urgency, whole.unknown, whole.call)
        if not decided:
            idle.append(rule.id)
    assert [] == [name for name in idle if name not in WORDS_ONLY], "decide nothing in their cases"
    assert [] == [name for name in WORDS_ONLY if name not in idle], (
        "decide something, and stand among those that do not"
    )


def test_red_flags_cannot_be_removed() -> None:
    """A guide without the rule of a red flag is refused: its tick would end the quiz without a reason."""
    needed = [rule.id for rule in GUIDE.rules if without(rule) is None]
    flags = [f"flag-{option}" for option in GUIDE.question("red-flags").steps if option != "none"]
    assert flags == needed


@cache
def without(rule: Rule) -> Guide | None:
    """Return the guide without a rule, or None where such a guide is refused."""
    counting = {other.id for other in COUNTING}
    rules = tuple(
        replace(other, when=_strip(other.when, rule.when)) if other.id in counting else other
        for other in GUIDE.rules
        if other is not rule
    )
    try:
        return replace(GUIDE, rules=rules)
    except BadGuide:
        return None


def _strip(condition: Condition, gone: Condition) -> Condition:
    """Return the condition without the part that is the removed rule's condition."""
    if not isinstance(condition, AtLeast):
        return condition
    return AtLeast(condition.count, tuple(_strip(part, gone) for part in condition.parts if part is not gone))
