"""Consistency of questions, rules, hazards and sources: an addition that lacks something fails here."""

from __future__ import annotations

import re

import pytest

from quiz import GUIDE, Question, Urgency
from quiz.model import NONE

MOST_WORDS = 20
MOST_WORDS_ASKED = 12
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LEAVES = [leaf for rule in GUIDE.rules for leaf in rule.when.leaves()]
NAMED = {(leaf.question, option) for leaf in LEAVES for option in leaf.options}

every_question = pytest.mark.parametrize("question", GUIDE.questions, ids=lambda question: question.id)


@every_question
def test_every_reporting_step_of_a_scale_begins_a_rule(question: Question) -> None:
    """Each step of a scale is the threshold of some rule, so that a milder rule cannot hide a missing one."""
    if question.kind == "scale":
        thresholds = {leaf.threshold for leaf in LEAVES if leaf.question == question.id}
        assert [option.id for option in question.options if option.reports and option.id not in thresholds] == []


@every_question
def test_every_reporting_option_is_in_a_rule(question: Question) -> None:
    """Each option that reports a symptom is in some rule's condition, or opens a follow-up question."""
    looked_at = NAMED.union(*GUIDE.openers.values())
    assert [o.id for o in question.options if o.reports and (question.id, o.id) not in looked_at] == []


def test_every_symptom_has_a_rule_or_a_follow_up_of_its_own() -> None:
    """Each symptom in the list has a rule that names it alone, or a follow-up question of its own."""
    symptoms = GUIDE.question("symptoms")
    everything = {option.id for option in symptoms.options if option.reports}
    named = {
        option
        for leaf in LEAVES
        if leaf.question == symptoms.id and len(leaf.options) < len(everything) / 2
        for option in leaf.options
    }
    asked = {option for option in everything if any((symptoms.id, option) in pairs for pairs in GUIDE.openers.values())}
    assert everything == (named | asked) - {NONE}


def test_every_hazard_is_watched_for_by_a_rule() -> None:
    """Each hazard is watched for by a rule, and no rule names one that is not listed."""
    assert set(GUIDE.hazards) == {hazard for rule in GUIDE.rules for hazard in rule.hazards}


def test_rule_has_a_hazard_and_a_source() -> None:
    """Each rule names a hazard and a source."""
    for rule in GUIDE.rules:
        assert rule.hazards, rule.id
        assert rule.sources, rule.id
        for source in rule.sources:
            assert all((source.title, source.publisher, source.seen)), (rule.id, source)
            assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", source.seen), (rule.id, source)


def test_rule_says_why_in_one_short_sentence() -> None:
    """The reason shown to a person is one sentence of at most 20 words that ends in a full stop."""
    for rule in GUIDE.rules:
        assert re.fullmatch(r"[A-Z0-9].*\.", rule.because), rule.id
        assert re.findall(r"[.!?](?=\s|$)", rule.because) == ["."], rule.id
        assert len(rule.because.split()) <= MOST_WORDS, rule.id


def test_question_for_the_phone_is_short_and_fits_whoever_calls() -> None:
    """Each rule of `today` or `soon` has one; it is one question, and says nobody's name or "my"."""
    person = re.compile(r"\b(you|your|i|me|my|they|their|them)\b", re.IGNORECASE)
    for rule in GUIDE.rules:
        assert bool(rule.ask) == (rule.urgency in {Urgency.TODAY, Urgency.SOON}), rule.id
        if rule.ask:
            assert re.fullmatch(r"[A-Z][^.?!]*\?", rule.ask), rule.id
            assert len(rule.ask.split()) <= MOST_WORDS_ASKED, rule.id
            assert not person.search(rule.ask), rule.id


def test_no_two_rules_give_the_same_reason_at_one_urgency() -> None:
    """A result never shows the same sentence twice."""
    said = [(rule.urgency, rule.because) for rule in GUIDE.rules if not rule.id.startswith("flag-")]
    assert len(said) == len(set(said))


def test_no_expected_rule_names_a_red_flag() -> None:
    """No rule with urgency `expected` looks at a red flag."""
    mild = [rule for rule in GUIDE.rules if rule.urgency is Urgency.EXPECTED]
    assert [rule.id for rule in mild if any(leaf.question == "red-flags" for leaf in rule.when.leaves())] == []


def test_every_red_flag_has_an_emergency_rule_of_its_own() -> None:
    """Each sign of the first screen gives an emergency by itself, with its own reason."""
    flags = [option.id for option in GUIDE.question("red-flags").options if option.reports]
    rules = {rule.id: rule for rule in GUIDE.rules}
    for flag in flags:
        rule = rules[f"flag-{flag}"]
        assert rule.urgency is Urgency.EMERGENCY
        assert [leaf.options for leaf in rule.when.leaves()] == [(flag,)]


def test_a_moved_warning_sign_reads_alike_and_is_an_emergency_wherever_it_is_asked() -> None:
    """Its line is the same in each follow-up question, and its own rule names all of them."""
    asked: dict[str, list[tuple[str, str, bool]]] = {}
    for question in GUIDE.questions:
        for option in question.options:
            if option.red_flag:
                asked.setdefault(option.id, []).append((question.id, option.text, option.reports))
    rules = {rule.id: rule for rule in GUIDE.rules}
    for flag, places in asked.items():
        assert len({(text, reports) for _, text, reports in places}) == 1, flag
        rule = rules[f"flag-{flag}"]
        assert rule.urgency is Urgency.EMERGENCY
        assert [leaf.question for leaf in rule.when.leaves()] == [question for question, _, _ in places]


def test_ids_are_kebab_case_and_unique() -> None:
    """Ids are unique and valid in an address, a file name and a page."""
    for ids in (
        [question.id for question in GUIDE.questions],
        [rule.id for rule in GUIDE.rules],
        [hazard.id for hazard in GUIDE.hazards],
        [note.id for note in GUIDE.notes],
        [care.id for care in GUIDE.care],
        *([option.id for option in question.options] for question in GUIDE.questions),
    ):
        assert [name for name in ids if not KEBAB.fullmatch(name)] == []
        assert len(ids) == len(set(ids))


@every_question
def test_not_sure_reports_nothing_and_stands_for_something_that_does(question: Question) -> None:
    """A "not sure" reports no symptom, but stands for one where its question has any."""
    reports = {option.id for option in question.options if option.reports}
    for option in question.options:
        if option.stands_for:
            assert not option.reports
            assert not reports or reports.intersection(option.stands_for)


@every_question
def test_words_of_a_question_are_there_and_differ(question: Question) -> None:
    """Every question and option has a text, and no two options of a question have the same."""
    texts = [option.text for option in question.options]
    assert question.text
    assert question.about
    assert all(texts)
    assert len(texts) == len(set(texts))
