"""Anything else: no symptom, a symptom during the drip, one that is not on the list."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_hours, running
from quiz.ivig.questions.anything import any_symptom, badly, passed, symptoms
from quiz.ivig.questions.drip import drip
from quiz.ivig.questions.drip_trouble import drip_trouble
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.questions.lab_tests import tests
from quiz.ivig.questions.spells import spell
from quiz.ivig.risk_groups import over_65
from quiz.model import NONE, Rule, Urgency

RULES = (
    Rule(
        id="getting-worse-fast",
        when=badly.is_("fast"),
        urgency=Urgency.EMERGENCY,
        because="When it gets dangerous fast, or you feel that you might die, you need help at once.",
        hazards=(
            h.UNKNOWN,
            h.SEPSIS,
        ),
        sources=(
            s.UKONS,
            s.OWN_MARGIN,
        ),
        softer="Version 0.3.2 gave this also for what got worse fast and did not feel dangerous.",
    ),
    Rule(
        id="warning-sign-passed",
        when=passed.is_(*(option.id for option in passed.options if option.reports)),
        urgency=Urgency.EMERGENCY,
        because="A warning sign counts even if it has passed.",
        hazards=(h.UNKNOWN, h.STROKE, h.COLLAPSE),
        sources=(s.NHS_STROKE, s.OWN_MARGIN),
    ),
    Rule(
        id="during-the-drip",
        when=running & any_symptom,
        urgency=Urgency.TODAY,
        call="night",
        because="Anything you feel while the drip runs needs your nurse now.",
        ask="Should the drip be slowed or stopped?",
        hazards=(h.CHEST_TIGHT, h.UNKNOWN),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="known-spell",
        when=spell.is_("faint", "fit", "wheeze"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Your team should hear of a faint, a fit or a wheeze today, even one that you know.",
        ask="Does this need a check today?",
        hazards=(h.COLLAPSE, h.FIT, h.WHEEZE),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="faint-with-risk",
        when=spell.is_("faint") & (over_65 | first_hours),
        urgency=Urgency.TODAY,
        call="night",
        because="A faint so soon after the drip, or over the age of 65, needs a check today.",
        ask="Could this be low blood pressure, or the heart?",
        hazards=(h.COLLAPSE,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="came-and-went",
        when=symptoms.is_("came-and-went"),
        urgency=Urgency.TODAY,
        call="night",
        because="What frightened you can come back, so tell your team now.",
        ask="Could it come back, and does it need a check now?",
        hazards=(h.UNKNOWN,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="something-else",
        when=badly.is_("steady") | everyday.is_("another") | tests.is_("another") | drip_trouble.is_("another"),
        urgency=Urgency.TODAY,
        call="morning",
        because="This checker does not know what bothers you, so a person must.",
        ask="Could this come from the drip?",
        hazards=(h.UNKNOWN,),
        sources=(s.UKONS,),
    ),
    Rule(
        id="long-after",
        when=drip.is_("longer") & any_symptom,
        urgency=Urgency.TODAY,
        call="night",
        because="So long after a drip this checker cannot judge, so ask your team.",
        ask="Could this still come from the drip?",
        hazards=(h.UNKNOWN,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="nothing-bothers-you",
        when=symptoms.is_(NONE),
        urgency=Urgency.EXPECTED,
        because="You feel well: there is nothing to do now but keep the warning signs at hand for 14 days.",
        hazards=(h.NO_SYMPTOM,),
        sources=(s.ARTICLE, s.CLOT_TIMING),
    ),
)
