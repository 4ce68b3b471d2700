"""Allergy and skin: from a flushed face to anaphylaxis, and the late rash."""

from quiz.conditions import at_least, named
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import after_first_day, first_day, second_day
from quiz.ivig.questions.allergy import any_mark, away, rash, skin
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.blood import bleed
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.head import dizziness
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import sick
from quiz.model import Rule, Urgency

vomiting = sick.at_least("repeated")
NO_ILLNESS = ("skin", "bleed", "everyday", "tests", "next-drip", "drip-trouble")
# What makes untested spots an emergency: any other symptom but changed hair and taste or a changed period.
ill = named(
    "any other symptom of an illness",
    symptoms.is_(*(option.id for option in symptoms.options if option.reports and option.id not in NO_ILLNESS))
    | bleed.is_("bruises")
    | everyday.is_(*(step for step in everyday.steps if not step.startswith(("hair", "period")))),
)
untested_spots = skin.at_least("spots-untested") | bleed.is_("spots-untested")
faint = spell.is_("faint") | dizziness.at_least("nearly")
breath = symptoms.is_("stairs") | spell.is_("wheeze")


RULES = (
    Rule(
        id="skin-all-over",
        when=skin.at_least("all-over"),
        urgency=Urgency.EMERGENCY,
        because="Skin that is red, sore or peels over most of the body needs help at once.",
        hazards=(h.SPREADING_RASH, h.SEVERE_RASH),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="skin-severe",
        when=skin.at_least("severe"),
        urgency=Urgency.EMERGENCY,
        because="A rash with swelling, fever, a sore mouth or a faint can get bad fast.",
        hazards=(
            h.ANAPHYLAXIS,
            h.FACE_SWELLING,
            h.SEVERE_RASH,
        ),
        sources=(
            s.NHS_ANAPHYLAXIS,
            s.NHS_MENINGITIS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="skin-spots-with-illness",
        when=untested_spots & ill,
        urgency=Urgency.EMERGENCY,
        because="New purple or red spots when you feel ill can be a bad infection.",
        hazards=(h.SEVERE_RASH,),
        sources=(s.NHS_MENINGITIS, s.OWN_MARGIN),
    ),
    Rule(
        id="skin-with-illness",
        when=((skin.at_least("flush") | away) & at_least(1, breath, faint, vomiting))
        | (
            rash
            & first_day
            & at_least(1, sick.at_least("queasy"), dizziness.at_least("brief"), heart.at_least("racing"))
        ),
        urgency=Urgency.EMERGENCY,
        because="A change of the skin with short breath, a faint or vomiting can be a bad allergy.",
        hazards=(
            h.ANAPHYLAXIS,
            h.HIVES,
            h.FLUSHED,
        ),
        sources=(
            s.NHS_ANAPHYLAXIS,
            s.PRIVIGEN,
        ),
    ),
    Rule(
        id="allergy-without-rash",
        when=first_day & at_least(2, breath, faint, vomiting),
        urgency=Urgency.EMERGENCY,
        because="Short breath, a faint or vomiting together, within a day of the drip, can be a bad allergy.",
        hazards=(h.ANAPHYLAXIS,),
        sources=(s.NHS_ANAPHYLAXIS,),
    ),
    Rule(
        id="fever-with-rash",
        when=(temperature.at_least("38") & any_mark) | (temperature.at_least("settled") & rash),
        urgency=Urgency.EMERGENCY,
        because="A rash with a fever can be a bad infection.",
        hazards=(
            h.SEVERE_RASH,
            h.HEADACHE_WITH_FEVER,
        ),
        sources=(s.NHS_MENINGITIS,),
    ),
    Rule(
        id="skin-spots-untested",
        when=untested_spots,
        urgency=Urgency.TODAY,
        call="night",
        because="Until a glass shows that spots fade, they count as spots that stay.",
        ask="Do these spots need a check now?",
        hazards=(h.SEVERE_RASH,),
        sources=(s.NHS_MENINGITIS, s.OWN_MARGIN),
    ),
    Rule(
        id="skin-spreading",
        when=skin.at_least("spreading"),
        urgency=Urgency.TODAY,
        call="night",
        because="A rash that spreads or weeps, or blisters that hurt, need a call today.",
        ask="Could this be a reaction to the drip?",
        hazards=(h.LATE_RASH, h.SPREADING_RASH),
        sources=(
            s.SKIN_SERIES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="skin-before-next-drip",
        when=skin.at_least("patch") & risks.is_("drip-soon"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Your team must see a change of the skin before the next drip.",
        ask="Can the drip go ahead?",
        hazards=(h.LATE_RASH, h.HIVES),
        sources=(s.SKIN_SERIES, s.OWN_MARGIN),
    ),
    Rule(
        id="skin-rash",
        when=skin.at_least("rash"),
        urgency=Urgency.TODAY,
        call="night",
        because="Hives, itching or a new rash can be the start of an allergy.",
        ask="Could this be an allergy?",
        hazards=(h.HIVES,),
        sources=(s.PRIVIGEN,),
    ),
    Rule(
        id="skin-first-day",
        when=(skin.at_least("patch") & first_day) | (skin.at_least("palms") & second_day),
        urgency=Urgency.TODAY,
        call="night",
        because="A new mark on the skin soon after the drip can be the start of an allergy.",
        ask="Could this be an allergy?",
        hazards=(h.HIVES,),
        sources=(
            s.PRIVIGEN,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="flush-with-more",
        when=skin.at_least("flush")
        & first_day
        & at_least(1, dizziness.at_least("brief"), sick.at_least("queasy"), heart.at_least("flutter")),
        urgency=Urgency.TODAY,
        call="night",
        because="A flushed face is mild only by itself: with feeling faint, sick or a flutter it needs a call.",
        ask="Could this be an allergy?",
        hazards=(h.FLUSHED, h.HIVES),
        sources=(s.PRIVIGEN, s.OWN_MARGIN),
    ),
    Rule(
        id="skin-palms",
        when=skin.at_least("palms"),
        urgency=Urgency.SOON,
        because="Blisters or peeling on palms or soles are a known reaction, and hands may peel for weeks.",
        ask="What will help the skin?",
        hazards=(h.LATE_RASH,),
        sources=(s.SKIN_SERIES,),
    ),
    Rule(
        id="skin-patch",
        when=skin.at_least("patch"),
        urgency=Urgency.SOON,
        because="Your team should see a patch that stays, even a faint one.",
        ask="Does the skin need a look?",
        hazards=(h.HIVES,),
        sources=(
            s.PRIVIGEN,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="flush-past-first-day",
        when=skin.at_least("flush") & after_first_day,
        urgency=Urgency.SOON,
        because="A flushed face from the drip should have gone after a day.",
        ask="Should this have gone by now?",
        hazards=(h.FLUSHED,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="flush",
        when=skin.at_least("flush") & first_day,
        urgency=Urgency.EXPECTED,
        because="A warm, flushed face that fades is common on the first day.",
        hazards=(h.FLUSHED,),
        sources=(
            s.WALTON,
            s.GUO,
        ),
    ),
)
