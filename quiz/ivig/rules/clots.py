"""Clots: one limb, and breath that runs short."""

from __future__ import annotations

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions import aches, drip, limb, pressure, swelling, symptoms, temperature, weakness
from quiz.model import Rule, Urgency

one_limb = limb.is_("sore") | aches.is_("one-limb")

RULES = (
    Rule(
        id="limb-whole",
        when=limb.is_("whole"),
        urgency=Urgency.EMERGENCY,
        because="When the whole limb changes colour, its blood may be cut off.",
        hazards=(h.LIMB_CLOT, h.COLD_LIMB),
        sources=(s.ARTICLE, s.LIMB_CLOTS, s.NHS_DVT),
    ),
    Rule(
        id="limb-clot-with-breath",
        when=one_limb & symptoms.is_("stairs"),
        urgency=Urgency.EMERGENCY,
        because="A sore limb and short breath together can mean a clot that has moved to the lung.",
        hazards=(h.LIMB_CLOT, h.BREATHLESS),
        sources=(s.ARTICLE, s.NHS_DVT),
    ),
    Rule(
        id="puffed-with-sign",
        when=symptoms.is_("stairs")
        & at_least(
            1,
            pressure.at_least("high"),
            swelling.at_least("puffy"),
            weakness.at_least("creeping"),
            temperature.at_least("38"),
        ),
        urgency=Urgency.EMERGENCY,
        because="Short breath with swelling, weakness, a fever or high blood pressure needs help at once.",
        hazards=(h.BREATHLESS, h.PRESSURE, h.PUFFY, h.WEIGHT_GAIN, h.WEAKNESS_RED_FLAG),
        sources=(s.GAMUNEX, s.RIZK, s.NHS_BREATHLESSNESS, s.OWN_MARGIN),
    ),
    Rule(
        id="puffed-after-drip",
        when=symptoms.is_("stairs") & drip.is_("running", "last-6-hours"),
        urgency=Urgency.EMERGENCY,
        because="Short breath that starts within hours of the drip can be a lung reaction.",
        hazards=(h.BREATHLESS, h.CHEST_TIGHT),
        sources=(s.GAMUNEX, s.RIZK),
    ),
    Rule(
        id="limb-clot",
        when=one_limb,
        urgency=Urgency.TODAY,
        because="One sore or swollen limb can mean a clot, and that needs a check today.",
        hazards=(h.LIMB_CLOT,),
        sources=(s.ARTICLE, s.NHS_DVT, s.CLOT_TIMING),
    ),
    Rule(
        id="puffed-on-stairs",
        when=symptoms.is_("stairs"),
        urgency=Urgency.TODAY,
        because="Getting puffed more easily can mean a clot, fluid or a low blood count.",
        hazards=(h.BREATHLESS,),
        sources=(s.ARTICLE, s.GAMUNEX, s.RIZK, s.OWN_MARGIN),
    ),
)
