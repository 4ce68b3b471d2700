"""Kidneys: how much urine, and what comes with less of it."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.fluid import any_swelling
from quiz.ivig.questions.kidneys import less_urine, urine
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import in_window, past_window
from quiz.ivig.risk_groups import kidney, kidney_risk, over_65
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="urine-less-with-vomiting",
        when=less_urine & sick.at_least("repeated") & kidney_risk,
        urgency=Urgency.EMERGENCY,
        because="Less pee and being sick again and again can harm kidneys that are at risk.",
        hazards=(h.LESS_URINE, h.VOMITING),
        sources=(s.ARTICLE, s.NHS_KIDNEY, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-less-short-of-breath",
        when=less_urine & symptoms.is_("stairs"),
        urgency=Urgency.EMERGENCY,
        because="Less pee and short breath together can mean fluid in the lungs.",
        hazards=(h.LESS_URINE, h.BREATHLESS),
        sources=(s.ARTICLE, s.GAMUNEX),
    ),
    Rule(
        id="urine-very-little-with-more",
        when=urine.is_("very-little") & at_least(1, kidney_risk, any_swelling, sick.at_least("repeated")),
        urgency=Urgency.EMERGENCY,
        because="Hardly any pee with swelling, vomiting or kidneys at risk can mean that the kidneys fail.",
        hazards=(h.LESS_URINE, h.PUFFY, h.VOMITING),
        sources=(s.ARTICLE, s.NHS_KIDNEY, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-very-little",
        when=urine.is_("very-little"),
        urgency=Urgency.TODAY,
        call="night",
        because="Hardly any pee in 12 hours can mean harm to your kidneys: call now, do not wait.",
        ask="Could the kidneys be hurt?",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.NHS_KIDNEY, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-less-with-swelling",
        when=less_urine & any_swelling,
        urgency=Urgency.TODAY,
        call="night",
        because="Less pee and swelling together can mean kidney trouble: call now, do not wait.",
        ask="Could the kidneys be hurt?",
        hazards=(h.LESS_URINE, h.PUFFY, h.WEIGHT_GAIN),
        sources=(s.ARTICLE, s.GAMUNEX, s.PRIVIGEN),
    ),
    Rule(
        id="urine-less",
        when=urine.is_("less"),
        urgency=Urgency.TODAY,
        call="night",
        because="Less pee can be the first sign of harm to your kidneys.",
        ask="Could the kidneys be hurt?",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.GAMUNEX, s.NHS_KIDNEY),
    ),
    Rule(
        id="urine-little-less",
        when=urine.is_("little-less"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Even a little less pee that goes on can be early harm to your kidneys.",
        ask="Do the kidneys need a test?",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.NHS_KIDNEY, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-dry-day-with-risk",
        when=urine.is_("dry-day", "little-less")
        & (over_65 | kidney | risks.is_("diabetes", "insulin", "protein", "kidney-drugs")),
        urgency=Urgency.TODAY,
        call="night",
        because="Even one dry day needs a call today, as your kidneys are at risk.",
        ask="Do the kidneys need a test?",
        hazards=(h.LESS_URINE,),
        sources=(
            s.ARTICLE,
            s.BOXED,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="urine-dry-day",
        when=urine.is_("dry-day"),
        urgency=Urgency.SOON,
        because="Less or darker pee on a dry day is worth telling your team.",
        ask="Do the kidneys need a test?",
        hazards=(h.LESS_URINE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="urine-more-past-3-days",
        when=urine.is_("more") & past_window,
        urgency=Urgency.SOON,
        because="Passing more pee after the first 3 days needs a word with your team.",
        ask="Should this have gone by now?",
        hazards=(h.LESS_URINE,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="urine-more",
        when=urine.is_("more") & in_window,
        urgency=Urgency.EXPECTED,
        because="More pee that is clear is common in the first 3 days, as IVIg adds fluid.",
        hazards=(h.LESS_URINE,),
        sources=(
            s.ARTICLE,
            s.OWN_MARGIN,
        ),
    ),
)
