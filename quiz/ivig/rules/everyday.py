"""Everyday changes: sleep, mood, sweats, hair and taste, periods and the mouth."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.allergy import any_mark
from quiz.ivig.questions.drip import drip
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.head import dizziness, head_signs, headache, not_eased
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.kidneys import less_urine
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import in_window, past_window
from quiz.model import Rule, Urgency

sleepy = everyday.is_("sleepy")
jittery = everyday.is_("jittery")
sweats = everyday.is_("sweats")
hair = everyday.is_("hair")
fever = temperature.at_least("settled")

RULES = (
    Rule(
        id="self-harm",
        when=everyday.is_("harm"),
        urgency=Urgency.EMERGENCY,
        because="You need someone with you now, and help exists.",
        hazards=(h.SELF_HARM,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="muddled",
        when=everyday.is_("muddled"),
        urgency=Urgency.EMERGENCY,
        because="Being muddled or hard to wake needs help at once.",
        hazards=(h.CONFUSION,),
        sources=(s.ARTICLE, s.NHS_MENINGITIS),
    ),
    Rule(
        id="sweats-with-faint",
        when=sweats & (spell.is_("faint") | dizziness.at_least("nearly")),
        urgency=Urgency.EMERGENCY,
        because="Sweats and a faint or near-faint together can come from the heart.",
        hazards=(h.SWEATS, h.COLLAPSE),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="mouth-with-rash",
        when=everyday.is_("mouth-with-signs")
        | (everyday.is_("mouth", "mouth-drinking") & at_least(1, any_mark, fever)),
        urgency=Urgency.EMERGENCY,
        because="A sore mouth with a rash, a fever or sore eyes can be a bad skin reaction.",
        hazards=(h.MOUTH_ULCERS, h.SEVERE_RASH),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="period-very-heavy",
        when=everyday.is_("period-pad") | (everyday.is_("period-heavier") & risks.is_("thinners")),
        urgency=Urgency.EMERGENCY,
        because="A pad filled in an hour, or a heavier period on blood thinners, is too much blood.",
        hazards=(h.PERIODS, h.BLEEDING),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="sleepy-with-sign",
        when=sleepy
        & at_least(
            1,
            headache.at_least("moderate"),
            not_eased,
            fever,
            sick.at_least("repeated"),
            head_signs.is_("sore-neck", "stiff-neck", "light"),
            less_urine,
        ),
        urgency=Urgency.TODAY,
        call="night",
        because="Sleeping more, with a sign such as a headache or fever, needs a check today.",
        ask="Do these signs belong together?",
        hazards=(h.SLEEP, h.CONFUSION),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="sleepless",
        when=everyday.is_("sleepless") | (jittery & heart.at_least("racing")),
        urgency=Urgency.TODAY,
        call="night",
        because="Steroids can keep you awake for nights, and your team should hear of it today.",
        ask="Could the steroids do this, and what will help?",
        hazards=(h.SLEEP,),
        sources=(s.STEROIDS, s.OWN_MARGIN),
    ),
    Rule(
        id="cannot-cope",
        when=everyday.is_("cannot-cope"),
        urgency=Urgency.TODAY,
        call="night",
        because="When it is hard to cope, someone should hear of it today.",
        ask="Who can help with this today?",
        hazards=(h.LOW_MOOD, h.SELF_HARM),
        sources=(s.STEROIDS, s.OWN_MARGIN),
    ),
    Rule(
        id="sweats-with-sign",
        when=sweats & at_least(1, heart.at_least("racing"), dizziness.at_least("brief"), risks.is_("insulin")),
        urgency=Urgency.TODAY,
        call="night",
        because="Sweats with dizziness, a racing heart or insulin can come from the heart or the blood sugar.",
        ask="Could this come from the heart or the blood sugar?",
        hazards=(h.SWEATS, h.BLOOD_SUGAR),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="mouth-with-risk",
        when=everyday.is_("mouth-drinking") | (everyday.is_("mouth") & risks.is_("defence")),
        urgency=Urgency.TODAY,
        call="night",
        because="Mouth ulcers that make drinking hard, or with low defences, can dry you out or get infected.",
        ask="What will help the mouth?",
        hazards=(h.MOUTH_ULCERS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="low-mood",
        when=everyday.is_("low"),
        urgency=Urgency.SOON,
        because="Steroids and a long illness can lower your mood, and help exists.",
        ask="What help is there?",
        hazards=(h.LOW_MOOD,),
        sources=(s.STEROIDS, s.GAMEDIS),
    ),
    Rule(
        id="sleep-or-sweats-past-3-days",
        when=everyday.is_("sleepy", "jittery", "sweats") & past_window,
        urgency=Urgency.SOON,
        because="Changed sleep or sweats from the drip mostly go within 3 days.",
        ask="Should this have gone by now?",
        hazards=(h.SLEEP, h.SWEATS, h.FLU_STAYS),
        sources=(s.STIEHM, s.OWN_MARGIN),
    ),
    Rule(
        id="hair-lasting",
        when=everyday.is_("hair-lasting") | (hair & drip.is_("15-days-6-weeks")),
        urgency=Urgency.SOON,
        because="Your team should hear of thinner hair or less hunger past 2 weeks, or of weight that falls.",
        ask="Could this come from the drip?",
        hazards=(h.HAIR_AND_TASTE,),
        sources=(s.HAIR_LOSS, s.OWN_MARGIN),
    ),
    Rule(
        id="period-changed",
        when=everyday.is_("period", "period-heavier"),
        urgency=Urgency.SOON,
        because="Illness, steroids and blood thinners can shift periods.",
        ask="Could this come from the drip or a medicine?",
        hazards=(h.PERIODS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="mouth-ulcers",
        when=everyday.is_("mouth"),
        urgency=Urgency.SOON,
        because="Mouth ulcers alone are mostly harmless, but your team should hear of them.",
        ask="What will help the mouth?",
        hazards=(h.MOUTH_ULCERS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="sleepy",
        when=sleepy & in_window,
        urgency=Urgency.EXPECTED,
        because="The drip and allergy tablets make many people sleepy for a day or two.",
        hazards=(h.SLEEP,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="jittery",
        when=jittery & in_window,
        urgency=Urgency.EXPECTED,
        because="Steroids before the drip can keep you awake or jittery for a day or two.",
        hazards=(h.SLEEP,),
        sources=(s.STEROIDS,),
    ),
    Rule(
        id="sweats",
        when=sweats & in_window,
        urgency=Urgency.EXPECTED,
        because="Sweats are common as a reaction settles.",
        hazards=(h.SWEATS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="hair-and-taste",
        when=hair,
        urgency=Urgency.EXPECTED,
        because="Single reports link thinner hair or an odd taste to IVIg, and most of it passes.",
        hazards=(h.HAIR_AND_TASTE,),
        sources=(s.HAIR_LOSS, s.OWN_MARGIN),
    ),
)
