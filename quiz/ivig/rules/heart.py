"""Heartbeat: from a brief flutter to a heart under strain."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.heart import heart
from quiz.ivig.risk_groups import clot_risk
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="heart-with-signs",
        when=heart.at_least("with-signs"),
        urgency=Urgency.EMERGENCY,
        because="A racing heart with chest pain, short breath or a faint needs help at once.",
        hazards=(
            h.HEARTBEAT,
            h.CHEST_PAIN,
        ),
        sources=(
            s.GAMUNEX,
            s.NHS_CHEST_PAIN,
        ),
    ),
    Rule(
        id="heart-with-breath",
        when=heart.at_least("flutter") & symptoms.is_("stairs"),
        urgency=Urgency.EMERGENCY,
        because="A racing or fluttering heart with short breath can mean a clot in the lung.",
        hazards=(
            h.HEARTBEAT,
            h.BREATHLESS,
        ),
        sources=(
            s.GAMUNEX,
            s.NHS_BREATHLESSNESS,
        ),
    ),
    Rule(
        id="heart-racing",
        when=heart.at_least("racing"),
        urgency=Urgency.TODAY,
        because="A racing or uneven heartbeat that goes on needs a check today.",
        hazards=(h.HEARTBEAT,),
        sources=(s.GAMUNEX,),
    ),
    Rule(
        id="heart-flutter-with-risk",
        when=heart.at_least("flutter") & clot_risk,
        urgency=Urgency.TODAY,
        because="Even a brief flutter needs a call today, as you have a risk of clots.",
        hazards=(h.HEARTBEAT,),
        sources=(
            s.GAMUNEX,
            s.BOXED,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="heart-flutter",
        when=heart.at_least("flutter"),
        urgency=Urgency.SOON,
        because="Your team should hear of a heartbeat that fluttered.",
        hazards=(h.HEARTBEAT,),
        sources=(
            s.GAMUNEX,
            s.OWN_MARGIN,
        ),
    ),
)
