"""Flu-like reactions: fever, tiredness, aches, feeling sick; and how long is too long."""

from __future__ import annotations

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions import aches, in_window, late, past_window, sick, started, symptoms, temperature, tired
from quiz.model import Rule, Urgency

marked_tiredness = tired.is_("marked")

RULES = (
    Rule(
        id="sick-with-blood",
        when=sick.at_least("blood"),
        urgency=Urgency.EMERGENCY,
        because="Blood when you are sick, or a faint, needs help at once.",
        hazards=(h.VOMITING, h.COLLAPSE),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="fever",
        when=temperature.at_least("38"),
        urgency=Urgency.TODAY,
        because="A temperature of 38 °C (100.4 °F) or more can be an infection.",
        hazards=(h.FEVER, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.GAMMAGARD, s.NUFACTOR),
    ),
    Rule(
        id="sick-again-and-again",
        when=sick.at_least("repeated"),
        urgency=Urgency.TODAY,
        because="When you cannot keep drinks down, your kidneys can be harmed.",
        hazards=(h.VOMITING,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="aches-severe",
        when=aches.is_("severe"),
        urgency=Urgency.TODAY,
        because="Aches that bad are more than a usual effect of IVIg.",
        hazards=(h.ACHES,),
        sources=(s.LABELS, s.OWN_MARGIN),
    ),
    Rule(
        id="tired-late",
        when=marked_tiredness & late & started.is_("later"),
        urgency=Urgency.TODAY,
        because="Heavy tiredness that starts after day 3 can mean that red blood cells are breaking down.",
        hazards=(h.TIREDNESS, h.FLU_STARTS_LATE),
        sources=(s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="fever-settled",
        when=temperature.at_least("settled"),
        urgency=Urgency.SOON,
        because="Your team should hear of a fever, even one that has gone.",
        hazards=(h.FEVER,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="feverish-past-3-days",
        when=temperature.at_least("under-38") & past_window,
        urgency=Urgency.SOON,
        because="Chills or a slight temperature should have gone within 3 days.",
        hazards=(h.FEVERISH, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="tired-marked",
        when=marked_tiredness,
        urgency=Urgency.SOON,
        because="Being too tired for your usual tasks is more than most people have.",
        hazards=(h.TIREDNESS,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="tired-past-3-days",
        when=tired.is_("ordinary") & past_window,
        urgency=Urgency.SOON,
        because="Tiredness from IVIg mostly goes within 3 days.",
        hazards=(h.TIREDNESS, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="aches-past-3-days",
        when=aches.is_("both-sides") & past_window,
        urgency=Urgency.SOON,
        because="Aches from IVIg mostly go within 3 days.",
        hazards=(h.ACHES, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="queasy-lingering",
        when=sick.at_least("lingering"),
        urgency=Urgency.SOON,
        because="Feeling sick for more than 2 days is longer than most people have.",
        hazards=(h.QUEASY, h.FLU_STAYS),
        sources=(s.WALTON, s.NUFACTOR),
    ),
    Rule(
        id="queasy-past-3-days",
        when=sick.at_least("queasy") & past_window,
        urgency=Urgency.SOON,
        because="Feeling sick this long after the drip needs a word with your team.",
        hazards=(h.QUEASY, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.STIEHM, s.OWN_MARGIN),
    ),
    Rule(
        id="heavy-past-3-days",
        when=symptoms.is_("heavy") & past_window,
        urgency=Urgency.SOON,
        because="A heavy, bloated feeling should have gone within 3 days.",
        hazards=(h.PRESSURE, h.FLU_STAYS),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="feverish",
        when=temperature.at_least("under-38") & in_window,
        urgency=Urgency.EXPECTED,
        because="Chills or a slight temperature are common in the first 3 days.",
        hazards=(h.FEVERISH,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="tired",
        when=tired.is_("ordinary") & in_window,
        urgency=Urgency.EXPECTED,
        because="Tiredness is common in the first 3 days.",
        hazards=(h.TIREDNESS,),
        sources=(s.ARTICLE,),
    ),
    Rule(
        id="aches",
        when=aches.is_("both-sides") & in_window,
        urgency=Urgency.EXPECTED,
        because="Aches on both sides, like flu, are common in the first 3 days.",
        hazards=(h.ACHES,),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="queasy",
        when=sick.at_least("queasy") & in_window,
        urgency=Urgency.EXPECTED,
        because="Feeling sick for a day or two is common after IVIg.",
        hazards=(h.QUEASY,),
        sources=(s.LABELS, s.WALTON, s.NUFACTOR),
    ),
    Rule(
        id="heavy",
        when=symptoms.is_("heavy") & in_window,
        urgency=Urgency.EXPECTED,
        because="A heavy, bloated feeling is common in the first 3 days, as IVIg adds fluid.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE,),
    ),
)
