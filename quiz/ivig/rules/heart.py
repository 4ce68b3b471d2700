"""Heartbeat: from a brief flutter to a heart under strain, and readings that are low or fast."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_hours
from quiz.ivig.questions.allergy import skin
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.fluid import reading
from quiz.ivig.questions.head import dizziness
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.spells import spell
from quiz.ivig.risk_groups import clot_risk
from quiz.model import Rule, Urgency

breath = symptoms.is_("stairs") | spell.is_("wheeze")

RULES = (
    Rule(
        id="heart-with-signs",
        when=heart.at_least("with-signs"),
        urgency=Urgency.EMERGENCY,
        because="A racing heart with chest pain, short breath or a near-faint needs help at once.",
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
        id="reading-with-sign",
        when=at_least(
            1,
            reading.is_("with-sign"),
            reading.is_("pulse", "low")
            & at_least(1, breath, spell.is_("faint"), dizziness.at_least("nearly"), skin.at_least("patch")),
        ),
        urgency=Urgency.EMERGENCY,
        because="A low or fast reading with a faint, chest pain, short breath or a rash needs help at once.",
        hazards=(h.ODD_READING, h.ANAPHYLAXIS, h.COLLAPSE),
        sources=(s.LOW_PRESSURE, s.OWN_MARGIN),
    ),
    Rule(
        id="heart-racing",
        when=heart.at_least("racing"),
        urgency=Urgency.TODAY,
        call="night",
        because="A racing or uneven heartbeat that goes on needs a check today.",
        ask="Does the heart need a check today?",
        hazards=(h.HEARTBEAT,),
        sources=(s.GAMUNEX,),
    ),
    Rule(
        id="pulse-slow-or-fast",
        when=reading.is_("pulse"),
        urgency=Urgency.TODAY,
        call="night",
        because="A pulse under 40, or over 120 at rest, needs a check now, even if you feel well.",
        ask="Does the heart need a check now?",
        hazards=(h.ODD_READING, h.HEARTBEAT),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="reading-low-with-more",
        when=reading.is_("low") & (dizziness.at_least("brief") | heart.at_least("flutter") | first_hours),
        urgency=Urgency.TODAY,
        call="night",
        because="A low reading with dizziness or a flutter, or within 6 hours of the drip, needs a check today.",
        ask="Is this too low after a drip?",
        hazards=(h.ODD_READING, h.DIZZY),
        sources=(s.LOW_PRESSURE, s.OWN_MARGIN),
    ),
    Rule(
        id="heart-flutter-with-risk",
        when=heart.at_least("flutter") & clot_risk,
        urgency=Urgency.TODAY,
        call="morning",
        because="Even a brief flutter needs a call today, as you have a risk of clots.",
        ask="Does the heart need a check today?",
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
        ask="Does the heart need a check?",
        hazards=(h.HEARTBEAT,),
        sources=(
            s.GAMUNEX,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="reading-low",
        when=reading.is_("low"),
        urgency=Urgency.SOON,
        because="Some people always have a low reading, but after a drip your team should hear of it.",
        ask="Is this too low after a drip?",
        hazards=(h.ODD_READING,),
        sources=(s.LOW_PRESSURE, s.OWN_MARGIN),
    ),
)
