"""Fluid: blood pressure, swelling and weight."""

from __future__ import annotations

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions import in_window, past_window, pressure, swelling
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="pressure-high",
        when=pressure.at_least("high"),
        urgency=Urgency.TODAY,
        because="A blood pressure this high needs a check today.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="weight-gain",
        when=swelling.at_least("weight"),
        urgency=Urgency.TODAY,
        because="Fast weight gain means that your body holds too much fluid.",
        hazards=(h.WEIGHT_GAIN,),
        sources=(s.GAMUNEX, s.PRIVIGEN, s.GAMMAGARD, s.OWN_MARGIN),
    ),
    Rule(
        id="swelling-climbing",
        when=swelling.at_least("climbing"),
        urgency=Urgency.TODAY,
        because="Swelling that climbs can mean strain on your heart or kidneys.",
        hazards=(h.PUFFY,),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="swelling-puffy",
        when=swelling.at_least("puffy"),
        urgency=Urgency.SOON,
        because="Your team should know when your body holds on to fluid.",
        hazards=(h.PUFFY,),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="pressure-raised",
        when=pressure.at_least("raised"),
        urgency=Urgency.SOON,
        because="Your team should know of a raised blood pressure.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="pressure-slight-past-3-days",
        when=pressure.at_least("slight") & past_window,
        urgency=Urgency.SOON,
        because="A rise in blood pressure from the drip should have gone within 3 days.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="pressure-slight",
        when=pressure.at_least("slight") & in_window,
        urgency=Urgency.EXPECTED,
        because="A small rise in blood pressure is common in the first 3 days.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE,),
    ),
)
