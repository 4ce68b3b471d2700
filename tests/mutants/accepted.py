"""Surviving mutants that a person has accepted, each with the reason why no test can find it."""

from __future__ import annotations

__all__ = ["ACCEPTED"]

_ORDER = "urgencies compare by their level anyway; comparing numbers is quicker, and this runs for every answer"

_WORDS = "another rule gives the urgency already: this one, or this part of it, is there for what it says"
_WINDOW = (
    "outside its time a more urgent rule decides, and mild reasons are not shown; only one more is said of being worse"
)
_PART = "a known pattern has the tick and the answer that follows it; either is enough to make it one of these parts"
_KNOWN = (
    "whoever knows no such dip gets a more urgent result, and mild reasons are not shown; only one more is said of being"
    " worse"
)
_EASES = "whoever is asked whether a headache eases has one, so that it is mild at least"
_LONG_AFTER = "so long after a drip anything is a call today; only a milder reason beside it goes"

ACCEPTED: dict[str, str] = {
    'late: * without "longer"': _LONG_AFTER,
    "*: * & in_window without in_window": _WINDOW,
    "flush: * without first_day": _WINDOW,
    "swelling-evening: * without first_day | second_day": _WINDOW,
    'allergy-without-rash: * without spell.is_("faint")': _WORDS,
    "worse-expected: * without at_least(1, *": "whatever is worse than yesterday is a matter for the team by some rule; only the reason is said oftener",
    'headache-severe-with-sign: head_signs.is_("sore-neck", "stiff-neck") without "stiff-neck"': _WORDS,
    'headache-strong-with-sign: head_signs.is_("sore-neck", "stiff-neck") without "stiff-neck"': _WORDS,
    'pregnancy: * without head_signs.is_("blurred")': _WORDS,
    'usual-loss: at_least(1, symptoms.is_("tired", "weakness"), ...) *': _PART,
    'usual-loss: symptoms.is_("tired", "weakness") without *': _PART,
    'usual-loss: tired.is_("ordinary", "marked") without *': _PART,
    'known-after: symptoms.is_("tired", "weakness") without "weakness"': _PART,
    'known-after: tired.is_("ordinary", "marked") without "ordinary"': _PART,
    'known-after: * without weakness.at_least("same-tasks")': _PART,
    'untold-before: symptoms.is_("tired", "weakness") without "weakness"': _PART,
    '*: late & started.is_("later") without late': "when it started is asked only from 4 days after the drip on",
    'headache-strong: headache_course.is_("lasting", *) without "lasting"': (
        "a headache that lasts is strong from the mildest on, by the other part of the rule"
    ),
    'headache-strong-feverish: * without headache.at_least("mild")': _EASES,
    "weakness-creeping-outside: * without weakness.at_least(*": (
        "whoever is outside the scope is sent to the team within 3 days by a floor; only this reason is said oftener"
    ),
    'weakness-creeping: * without who.is_("me", "carer")': (
        "whoever is outside the scope is sent to the team within 3 days by a floor; only this reason is said oftener"
    ),
    'usual-loss: nerve_pain.at_least("usual") -> nerve_pain.at_least("new-place")': _PART,
    'usual-loss: weakness.at_least("same-tasks") -> weakness.at_least("creeping")': _PART,
    'known-after: weakness.at_least("same-tasks") -> weakness.at_least("creeping")': _PART,
    'known-before: symptoms.is_("tired", "weakness") without "weakness"': _PART,
    'known-before: * without same.is_("before-known")': _KNOWN,
    'known-before: late & started.is_("later") without started.is_("later")': _KNOWN,
    'known-before: late & started.is_("later") -> late | started.is_("later")': _KNOWN,
    'headache-usual-migraine: * without headache.at_least("mild")': _EASES,
    'headache-usual-migraine: * without headache.at_least("mild") (2)': _EASES,
    'headache-usual-migraine: headache.at_least("mild") -> headache.at_least("moderate")': (
        "that part of the rule asks for 4 or more out of 10 already"
    ),
    'fever-with-rash: skin.at_least("patch") | dose_site.is_("away") without dose_site.is_("away")': (
        "a rash away from the dose with a fever is in the other part of the rule too"
    ),
    'not-made-for-you: next_drip.is_("weaker", "cold") without "weaker"': (
        "growing weaker before the next drip is among the symptoms already"
    ),
    'pregnancy-severe: reading.is_("raised", "top", "bottom") without *': (
        "so high a pressure in pregnancy is an emergency by the other part of the rule"
    ),
    "Condition.__hash__: return hash(self._fields()) -> return hash(None)": (
        "equal conditions still have the same number; only looking one up takes longer"
    ),
    'AtLeast.required: * -> *float("INF"))': "both write the same number",
    "assess: if rule_urgency is not * -> *len(possible) <= len(path)):": (
        "with an answer to every question nothing is open; only finding that out takes longer"
    ),
    "_uncovered: covered = evidence.get(rule.id) or * -> covered = evidence.get(None) or *": (
        "the evidence of a rule is only worked out a second time"
    ),
    "assess: stated_rules = * -> stated_rules = fired if (stated == possible) and False else *": (
        "without a 'not sure' the stated and the possible answers are equal, so the list is only made twice"
    ),
    "assess: rule_urgency = max(*) -> rule_urgency = max((rule.urgency for rule in fired), key=None, default=Urgency.TODAY)": _ORDER,
    "assess: rule_urgency = max(*) -> rule_urgency = max((rule.urgency for rule in fired), default=Urgency.TODAY)": _ORDER,
}
"""The reason by key, as `make mutants` prints it; a `*` in a key stands for any text."""
