"""Special situations: blood sugar, and pregnancy."""

from quiz.conditions import at_least, named
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.everyday import everyday, sleepy_or_drowsy
from quiz.ivig.questions.fluid import any_pressure, any_swelling, high_pressure, raised_pressure, reading
from quiz.ivig.questions.head import dizziness, eyes, head_signs, headache
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import tummy
from quiz.ivig.risk_groups import pregnant
from quiz.model import Rule, Urgency

sign_in_pregnancy = named(
    "a possible sign of pre-eclampsia",
    at_least(
        1,
        headache.at_least("mild"),
        head_signs.is_("blurred"),
        eyes.is_("flashes", "aura"),
        tummy.at_least("mild"),
        any_swelling,
        raised_pressure,
    ),
)


RULES = (
    Rule(
        id="sugar-shaky",
        when=reading.is_("sugar-shaky")
        | (
            reading.is_("sugar")
            & at_least(
                1,
                sleepy_or_drowsy,
                everyday.is_("sweats", "jittery"),
                dizziness.at_least("nearly"),
                spell.is_("faint", "fit"),
            )
        ),
        urgency=Urgency.EMERGENCY,
        because="Feeling shaky, sweaty or drowsy can be low blood sugar, whatever the meter says.",
        hazards=(h.BLOOD_SUGAR,),
        sources=(s.MALTOSE,),
    ),
    Rule(
        id="pregnancy-severe",
        when=pregnant
        & (
            at_least(1, headache.at_least("severe"), tummy.at_least("strong"), high_pressure)
            | (sign_in_pregnancy & (symptoms.is_("stairs") | spell.is_("fit", "faint") | sleepy_or_drowsy))
        ),
        urgency=Urgency.EMERGENCY,
        because="In pregnancy or just after, severe signs can be pre-eclampsia or a clot.",
        hazards=(h.PREGNANCY,),
        sources=(s.NHS_PRE_ECLAMPSIA,),
    ),
    Rule(
        id="pregnancy",
        when=pregnant & sign_in_pregnancy,
        urgency=Urgency.TODAY,
        call="night",
        because="In pregnancy or just after, this can be pre-eclampsia: call your maternity unit now.",
        ask="Could this be pre-eclampsia?",
        hazards=(h.PREGNANCY,),
        sources=(s.NHS_PRE_ECLAMPSIA,),
    ),
    Rule(
        id="sugar-well",
        when=reading.is_("sugar"),
        urgency=Urgency.TODAY,
        call="night",
        because="Some IVIg brands make meters read too high: do not correct sugar on that reading alone.",
        ask="Could the meter read wrong with this brand?",
        hazards=(h.BLOOD_SUGAR,),
        sources=(s.MALTOSE,),
    ),
    Rule(
        id="pregnancy-fluid",
        when=pregnant & (any_pressure | symptoms.is_("heavy")),
        urgency=Urgency.SOON,
        because="Your team should know of extra fluid or a rise in blood pressure in pregnancy.",
        ask="What should be watched in the pregnancy?",
        hazards=(h.PREGNANCY, h.PRESSURE),
        sources=(s.NHS_PRE_ECLAMPSIA, s.OWN_MARGIN),
    ),
)
