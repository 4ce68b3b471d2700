"""The needle site: a sore spot, and an infected or blocked vein."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.needle import needle
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.time import in_window, past_window
from quiz.ivig.risk_groups import infection_risk
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="needle-spreading",
        when=needle.at_least("spreading"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Redness that spreads, a hard cord or pus can be an infected or blocked vein.",
        ask="Could the vein be infected or blocked?",
        hazards=(h.VEIN_INFECTION,),
        sources=(s.NEEDLE_SITES,),
    ),
    Rule(
        id="needle-spreading-with-fever",
        when=needle.at_least("spreading") & temperature.at_least("under-38"),
        urgency=Urgency.TODAY,
        call="night",
        because="An infection at the needle site with chills or fever must not wait for the morning.",
        ask="Could the infection have spread?",
        hazards=(h.VEIN_INFECTION, h.FEVER),
        sources=(
            s.NEEDLE_SITES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="needle-growing",
        when=needle.at_least("growing"),
        urgency=Urgency.TODAY,
        call="morning",
        because="A swelling at the needle site that grows can press on a nerve or a vein.",
        ask="Could this press on a nerve or a vein?",
        hazards=(h.NEEDLE_SITE, h.VEIN_INFECTION),
        sources=(s.PHLEBITIS, s.OWN_MARGIN),
    ),
    Rule(
        id="needle-with-risk",
        when=(needle.at_least("sore") & risks.is_("line", "thinners")) | (needle.at_least("lump") & infection_risk),
        urgency=Urgency.TODAY,
        call="night",
        because="Trouble at the needle site needs a call today with a tube, blood thinners or low defences.",
        ask="Who can look at the needle site today?",
        hazards=(h.VEIN_INFECTION,),
        sources=(
            s.NEEDLE_SITES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="needle-lump",
        when=needle.at_least("lump") | (needle.at_least("sore") & infection_risk),
        urgency=Urgency.SOON,
        because="A needle site that is more than a little sore needs a look.",
        ask="Does the needle site need a look?",
        hazards=(h.NEEDLE_SITE,),
        sources=(
            s.NEEDLE_SITES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="needle-past-3-days",
        when=needle.at_least("sore") & past_window,
        urgency=Urgency.SOON,
        because="A sore needle site should have settled within 3 days.",
        ask="Should this have gone by now?",
        hazards=(h.NEEDLE_SITE,),
        sources=(
            s.NEEDLE_SITES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="needle-sore",
        when=needle.at_least("sore") & in_window,
        urgency=Urgency.EXPECTED,
        because="A small sore spot or bruise from the needle is common in the first 3 days.",
        hazards=(h.NEEDLE_SITE,),
        sources=(
            s.LABELS,
            s.NEEDLE_SITES,
        ),
    ),
)
