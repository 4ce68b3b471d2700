"""Kidneys: how much urine, and what comes with less of it."""

from __future__ import annotations

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions import sick, swelling, symptoms, urine
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="urine-none",
        when=urine.at_least("none-12-hours"),
        urgency=Urgency.EMERGENCY,
        because="No pee for 12 hours can mean that your kidneys have stopped.",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.NHS_KIDNEY, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-less-with-vomiting",
        when=urine.at_least("less") & sick.at_least("repeated"),
        urgency=Urgency.EMERGENCY,
        because="Less pee and being sick again and again can mean that your kidneys are failing.",
        hazards=(h.LESS_URINE, h.VOMITING),
        sources=(s.ARTICLE, s.NHS_KIDNEY, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-less-short-of-breath",
        when=urine.at_least("less") & symptoms.is_("stairs"),
        urgency=Urgency.EMERGENCY,
        because="Less pee and short breath together can mean fluid in the lungs.",
        hazards=(h.LESS_URINE, h.BREATHLESS),
        sources=(s.ARTICLE, s.GAMUNEX),
    ),
    Rule(
        id="urine-less-with-swelling",
        when=urine.at_least("less") & swelling.at_least("puffy"),
        urgency=Urgency.TODAY,
        because="Less pee and swelling together can mean kidney trouble: call now, do not wait.",
        hazards=(h.LESS_URINE, h.PUFFY, h.WEIGHT_GAIN),
        sources=(s.ARTICLE, s.GAMUNEX, s.PRIVIGEN),
    ),
    Rule(
        id="urine-less",
        when=urine.at_least("less"),
        urgency=Urgency.TODAY,
        because="Less pee, or pee as dark as tea, can be the first sign of harm.",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.GAMUNEX, s.NHS_KIDNEY),
    ),
    Rule(
        id="urine-dry-day",
        when=urine.at_least("dry-day"),
        urgency=Urgency.SOON,
        because="Less or darker pee on a dry day is worth telling your team.",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
)
