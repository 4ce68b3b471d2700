"""A person who overlooks a warning sign on the first screen and reports it later as a symptom is still told to call."""

from __future__ import annotations

import pytest

from quiz import GUIDE, Urgency, assess
from tools.combinations import Finding, answers_with, name

NEAREST: dict[str, list[Finding]] = {
    "breathless": [("stairs", "symptoms", "stairs"), ("heart", "heart", "with-signs")],
    "wheeze": [("wheeze", "symptoms", "wheeze"), ("cold", "cough", "blood")],
    "chest-pain": [("aches", "aches", "chest"), ("heart", "heart", "with-signs"), ("dizzy", "dizziness", "with-signs")],
    "blue-lips": [("cold", "cough", "blood"), ("stairs", "symptoms", "stairs")],
    "face-droop": [("nerve-pain", "nerve-pain", "sudden"), ("weakness", "weakness", "lost-task")],
    "sudden-weakness": [("weakness", "weakness", "fast"), ("nerve-pain", "nerve-pain", "new-place")],
    "speech": [("something-else", "badly", "steady"), ("dizzy", "dizziness", "keeps")],
    "stiff-neck-headache": [("headache", "headache", "severe"), ("neck-or-light", "head-signs", "stiff-neck")],
    "explosive-headache": [("headache", "headache", "worst"), ("headache", "headache", "severe")],
    "sight": [("neck-or-light", "head-signs", "blurred"), ("something-else", "badly", "steady")],
    "confused": [("neck-or-light", "head-signs", "drowsy"), ("something-else", "badly", "steady")],
    "face-swelling": [("skin", "skin", "severe"), ("skin", "skin", "rash"), ("something-else", "badly", "fast")],
    "rash-with-illness": [("skin", "skin", "severe"), ("skin", "skin", "rash"), ("skin", "skin", "spreading")],
    "purple-spots": [("blood", "blood", "bruises"), ("skin", "skin", "severe")],
    "collapse": [("faint", "symptoms", "faint"), ("dizzy", "dizziness", "keeps"), ("sick", "sick", "blood")],
    "fit": [("fit", "symptoms", "fit"), ("something-else", "badly", "steady")],
    "shaking": [("fever", "temperature", "shaking"), ("fever", "temperature", "38")],
    "bleeding": [("blood", "blood", "heavy"), ("blood", "blood", "bruises"), ("tummy", "tummy", "sudden")],
    "cold-limb": [("limb", "limb", "whole"), ("limb", "limb", "sore"), ("nerve-pain", "nerve-pain", "sudden")],
    "legs-give-way": [("weakness", "weakness", "fast"), ("weakness", "weakness", "lost-task")],
    "saddle-numb": [("nerve-pain", "nerve-pain", "new-place"), ("back", "back", "with-signs")],
    "no-urine": [("urine", "urine", "no-urine"), ("urine", "urine", "less")],
}
"""For each red flag, the later answers that describe the same thing, the closest first."""


@pytest.mark.parametrize("flag", [option.id for option in GUIDE.question("red-flags").options if option.reports])
def test_skimmed_red_flag_is_never_less_than_today(flag: str) -> None:
    """However an overlooked sign is reported later, at any time, better or worse, the result is `today` or more."""
    tried = 0
    for thing in NEAREST[flag]:
        for drip in GUIDE.question("drip").steps[1:]:
            for yesterday in GUIDE.question("yesterday").steps:
                answers = {**answers_with(thing), "drip": [drip], "nurse": ["yes"], "yesterday": [yesterday]}
                for started in GUIDE.question("started").steps:
                    result = assess({**answers, "started": [started], "risks": ["none"]})
                    tried += 1
                    assert result.unanswered == (), name(thing)
                    assert result.urgency >= Urgency.TODAY, (name(thing), drip, yesterday, started)
    print(f"{flag}: {tried} answer sets")


def test_every_skimmed_red_flag_is_told_in_the_words_of_a_rule() -> None:
    """The list has every red flag, and every later answer in it reports something."""
    assert list(NEAREST) == [option.id for option in GUIDE.question("red-flags").options if option.reports]
    for things in NEAREST.values():
        for symptom, question, option in things:
            assert symptom in GUIDE.question("symptoms").steps
            assert next(other for other in GUIDE.question(question).options if other.id == option).reports
