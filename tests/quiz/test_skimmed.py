"""No warning sign is lost: it stands on the first screen, heads the follow-up of a natural tick, or ends the result."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from quiz import GUIDE, Urgency, assess
from site_src.derived.warning_signs import asked_later
from tests.support.walks import finished_sets
from tools.combinations import Finding, answers_with, name

LATER = {sign.option.id: sign for sign in asked_later(GUIDE)}
FIRST = [option.id for option in GUIDE.question("red-flags").options if option.reports]


class Way(NamedTuple):
    """Where somebody meets a sign: the line of the first screen, the line of follow-ups, the ticks that open these."""

    first: str = ""
    later: str = ""
    ticks: tuple[str, ...] = ()
    told: tuple[Finding, ...] = ()
    """How somebody who reads past all of these may still tell of it, as symptom, question and answer."""


WAYS = {
    "short of breath": Way("breathless", told=(("stairs", "symptoms", "stairs"), ("heart", "heart", "with-signs"))),
    "wheeze": Way("breathless", "stays", ("spell",), told=(("spell", "spell", "wheeze"),)),
    "chest pain": Way("chest-pain", told=(("aches", "aches", "chest"), ("heart", "heart", "with-signs"))),
    "blood or froth": Way(later="blood", ticks=("cold", "stairs"), told=(("stairs", "symptoms", "stairs"),)),
    "blue lips": Way("blue-lips", told=(("stairs", "symptoms", "stairs"),)),
    "face drops": Way("sudden-weakness", told=(("nerve-pain", "nerve-pain", "sudden"),)),
    "sudden weakness": Way(
        "sudden-weakness", told=(("weakness", "weakness", "fast"), ("nerve-pain", "nerve-pain", "sudden"))
    ),
    "speech": Way("sudden-weakness", told=(("something-else", "badly", "steady"),)),
    "balance": Way(later="unsteady", ticks=("dizzy", "weakness"), told=(("dizzy", "dizziness", "keeps"),)),
    "headache with a stiff neck": Way(
        "explosive-headache", told=(("headache", "headache", "severe"), ("neck", "head-signs", "stiff-neck"))
    ),
    "sudden headache": Way("explosive-headache", told=(("headache", "headache", "worst"),)),
    "sight": Way(
        "sight",
        told=(("eyes", "eyes", "curtain"), ("eyes", "head-signs", "blurred"), ("something-else", "badly", "steady")),
    ),
    "confusion": Way("confused", told=(("everyday", "everyday", "muddled"), ("headache", "head-signs", "drowsy"))),
    "swollen face": Way("face-swelling", "rash-with-illness", ("skin",), (("skin", "skin", "rash"),)),
    "hoarse voice": Way(later="blood", ticks=("cold",)),
    "rash with illness": Way(later="rash-with-illness", ticks=("skin", "fever"), told=(("skin", "skin", "rash"),)),
    "purple spots": Way(
        later="purple-spots",
        ticks=("skin", "bleed", "fever"),
        told=(("bleed", "bleed", "bruises"), ("skin", "skin", "spots-untested")),
    ),
    "collapse": Way(
        "collapse",
        "near-faint-with-sign",
        ("dizzy", "heart"),
        (("spell", "spell", "faint"), ("sick", "sick", "faint")),
    ),
    "fit": Way("collapse", "stays", ("spell",), told=(("spell", "spell", "fit"),)),
    "violent shaking": Way(later="shaking", ticks=("fever",), told=(("fever", "temperature", "38"),)),
    "bleeding": Way("bleeding", told=(("bleed", "bleed", "heavy"), ("bleed", "bleed", "bruises"))),
    "bloody poo": Way(later="bloody-stool", ticks=("tummy", "bleed", "sick"), told=(("tummy", "tummy", "sudden"),)),
    "cold limb": Way(later="cold-limb", ticks=("limb", "nerve-pain"), told=(("limb", "limb", "sore"),)),
    "legs give way": Way(
        later="legs-give-way", ticks=("weakness", "nerve-pain"), told=(("weakness", "weakness", "lost-task"),)
    ),
    "swallowing": Way(later="swallowing", ticks=("weakness", "cold", "neck"), told=(("weakness", "weakness", "fast"),)),
    "numb saddle": Way(
        later="saddle-numb",
        ticks=("weakness", "nerve-pain", "back", "urine"),
        told=(("nerve-pain", "nerve-pain", "new-place"),),
    ),
    "no pee": Way(later="no-urine", ticks=("urine", "sick", "swelling"), told=(("urine", "urine", "less"),)),
}
"""What once stood on the first screen, sign by sign."""


@pytest.mark.parametrize("sign", WAYS)
def test_a_sign_is_an_emergency_wherever_it_is_met(sign: str) -> None:
    """Its line of the first screen, and its line in each follow-up at any time, is an emergency with its own reason."""
    way = WAYS[sign]
    assert way.first or way.later
    if way.first:
        assert assess({"red-flags": [way.first]}).urgency is Urgency.EMERGENCY
    if not way.later:
        return
    opened = {
        tick: [
            question.id for question in LATER[way.later].questions if ("symptoms", tick) in GUIDE.openers[question.id]
        ]
        for tick in way.ticks
    }
    assert all(opened.values()), opened
    for tick, questions in opened.items():
        for question in questions:
            for drip in GUIDE.question("drip").steps[1:]:
                result = assess({**answers_with((tick, question, way.later)), "drip": [drip], "nurse": ["yes"]})
                assert result.urgency is Urgency.EMERGENCY, (tick, question, drip)
                assert f"flag-{way.later}" in {rule.id for rule in result.reasons}, (tick, question, drip)


@pytest.mark.parametrize("sign", [sign for sign, way in WAYS.items() if way.told])
def test_a_sign_told_in_other_words_is_never_less_than_today(sign: str) -> None:
    """However a missed sign is told later, at any time after the drip, better or worse, the answer is a call or more."""
    tried = 0
    for thing in WAYS[sign].told:
        for drip in GUIDE.question("drip").steps[1:]:
            for yesterday in GUIDE.question("yesterday").steps:
                answers = {**answers_with(thing), "drip": [drip], "nurse": ["yes"], "yesterday": [yesterday]}
                for started in GUIDE.question("started").steps:
                    result = assess({**answers, "started": [started], "risks": ["none"]})
                    tried += 1
                    assert result.unanswered == (), name(thing)
                    assert result.urgency >= Urgency.TODAY, (name(thing), drip, yesterday, started)
    print(f"{sign}: {tried} answer sets")


def test_every_line_is_on_the_list_above() -> None:
    """No line of the first screen and none of a follow-up is left out, and each way of telling reports something."""
    assert {way.first for way in WAYS.values() if way.first} == set(FIRST)
    assert {way.later for way in WAYS.values() if way.later} == set(LATER)
    for way in WAYS.values():
        for symptom, question, option in way.told:
            assert symptom in GUIDE.question("symptoms").steps
            assert next(other for other in GUIDE.question(question).options if other.id == option).reports


def test_each_moved_sign_is_opened_by_a_tick_or_left_unasked() -> None:
    """Every question that asks a moved sign follows from a tick, so that whoever does not tick it was not asked."""
    for sign in LATER.values():
        assert all(GUIDE.openers[question.id] for question in sign.questions), sign.option.id


def test_no_mild_result_was_given_a_sign() -> None:
    """Whoever ends with a mild result has ticked no warning sign, so the list of what was not asked is all that is left."""
    mild = [answers for answers, urgency in finished_sets(each=100, seed=11) if urgency < Urgency.TODAY]
    assert len(mild) > 100
    signs = {(question.id, sign.option.id) for sign in LATER.values() for question in sign.questions}
    for answers in mild:
        given = {(question, option) for question, picked in answers.items() for option in picked}
        asked = {name for name, _ in given}
        assert not {pair for pair in signs if pair[0] in asked} & given, answers
