"""Headache, neck and eyes: from an ordinary headache to aseptic meningitis."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import late, second_day
from quiz.ivig.questions.allergy import skin
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.fluid import high_pressure
from quiz.ivig.questions.head import dizziness, head_signs, headache
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.special import spell
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import in_window, no_better, past_window, worse
from quiz.ivig.risk_groups import infection_risk, meningitis_risk
from quiz.model import Rule, Urgency

severe = headache.at_least("severe")
fever = temperature.at_least("38")
any_fever = temperature.at_least("settled")
vomiting = sick.at_least("repeated")
light = head_signs.is_("light")
drowsy = head_signs.is_("drowsy")
blurred = head_signs.is_("blurred")
stiff_neck = head_signs.is_("stiff-neck")
sore_neck = head_signs.is_("sore-neck", "stiff-neck")
slightly_feverish = headache.at_least("mild") & temperature.at_least("under-38")

RULES = (
    Rule(
        id="headache-worst",
        when=headache.at_least("worst"),
        urgency=Urgency.EMERGENCY,
        because="The worst headache of your life can mean a bleed or a clot in the head.",
        hazards=(h.EXPLOSIVE_HEADACHE,),
        sources=(s.NHS_HEADACHES,),
    ),
    Rule(
        id="headache-severe-with-sign",
        when=severe & at_least(1, sore_neck, any_fever, light, vomiting, drowsy, blurred, skin.at_least("patch")),
        urgency=Urgency.EMERGENCY,
        because="A very bad headache with a sore neck, fever or light that hurts can mean swelling around the brain.",
        hazards=(h.STIFF_NECK, h.LIGHT_HURTS, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.NHS_MENINGITIS, s.GAMUNEX),
    ),
    Rule(
        id="headache-strong-with-sign",
        when=(headache.at_least("easing") & (at_least(1, fever, drowsy, blurred) | (sore_neck & vomiting)))
        | (headache.at_least("mild") & stiff_neck),
        urgency=Urgency.EMERGENCY,
        because="A headache with a stiff neck, or a strong one with fever or sleepiness, needs help at once.",
        hazards=(h.STIFF_NECK, h.HEADACHE_WITH_FEVER, h.SIGHT),
        sources=(s.ARTICLE, s.NHS_MENINGITIS, s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="drowsy-with-fever",
        when=drowsy & fever,
        urgency=Urgency.EMERGENCY,
        because="A fever that makes you sleepier than usual can be a bad infection.",
        hazards=(h.CONFUSION, h.HEADACHE_WITH_FEVER, h.SEPSIS),
        sources=(s.NHS_MENINGITIS, s.SEPSIS_TRUST),
    ),
    Rule(
        id="stiff-neck-with-sign",
        when=stiff_neck & at_least(1, any_fever, light, drowsy, vomiting, skin.at_least("patch")),
        urgency=Urgency.EMERGENCY,
        because="A stiff neck with a fever, sore eyes, drowsiness or vomiting can mean swelling around the brain.",
        hazards=(h.STIFF_NECK,),
        sources=(s.ARTICLE, s.NHS_MENINGITIS, s.JOLLES),
    ),
    Rule(
        id="headache-with-high-pressure",
        when=high_pressure & at_least(1, headache.at_least("mild"), blurred, drowsy, spell.is_("fit", "wheeze")),
        urgency=Urgency.EMERGENCY,
        because="Very high blood pressure with a headache, blurred sight, a fit or a wheeze needs help at once.",
        hazards=(h.PRESSURE, h.SIGHT),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-severe-with-risk",
        when=severe & risks.is_("thinners"),
        urgency=Urgency.EMERGENCY,
        because="A very bad headache while you take blood thinners can mean a bleed in the head.",
        hazards=(h.SEVERE_HEADACHE,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="headache-fever-infection-risk",
        when=headache.at_least("mild") & fever & infection_risk,
        urgency=Urgency.EMERGENCY,
        because="A headache with a fever can be a bad infection when your defences are low.",
        hazards=(h.HEADACHE_WITH_FEVER,),
        sources=(
            s.NHS_HEADACHES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="headache-with-fit",
        when=spell.is_("fit") & at_least(1, headache.at_least("mild"), drowsy, spell.is_("faint")),
        urgency=Urgency.EMERGENCY,
        because="A fit with a headache, a faint or sleepiness needs help at once, even a usual fit.",
        hazards=(
            h.FIT,
            h.STRONG_HEADACHE,
        ),
        sources=(
            s.NHS_HEADACHES,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="dizzy-with-signs",
        when=dizziness.at_least("with-signs"),
        urgency=Urgency.EMERGENCY,
        because="Dizziness with chest pain, short breath or black poo needs help at once.",
        hazards=(
            h.DIZZY,
            h.CHEST_PAIN,
        ),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="headache-severe",
        when=severe,
        urgency=Urgency.TODAY,
        because="A very bad headache is not a usual effect of IVIg.",
        hazards=(h.SEVERE_HEADACHE,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="headache-strong",
        when=headache.at_least("strong"),
        urgency=Urgency.TODAY,
        because="A strong headache that will not ease needs a check today.",
        hazards=(h.STRONG_HEADACHE,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="stiff-or-sore-neck",
        when=sore_neck,
        urgency=Urgency.TODAY,
        because="A sore or stiff neck after IVIg needs a check today.",
        hazards=(h.STIFF_NECK,),
        sources=(s.ARTICLE, s.JOLLES),
    ),
    Rule(
        id="light-hurts",
        when=light,
        urgency=Urgency.TODAY,
        because="When light or moving your eyes hurts, the lining of the brain may be sore.",
        hazards=(h.LIGHT_HURTS,),
        sources=(s.ARTICLE, s.GAMUNEX),
    ),
    Rule(
        id="drowsy",
        when=drowsy,
        urgency=Urgency.TODAY,
        because="Being sleepier than usual needs a check today.",
        hazards=(h.CONFUSION, h.STIFF_NECK),
        sources=(s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="blurred-sight",
        when=blurred,
        urgency=Urgency.TODAY,
        because="New blurred sight after IVIg needs a check today.",
        hazards=(h.SIGHT,),
        sources=(s.GAMMAGARD,),
    ),
    Rule(
        id="two-meningitis-signs",
        when=at_least(2, headache.at_least("mild"), sore_neck, any_fever, light, vomiting, drowsy),
        urgency=Urgency.TODAY,
        because="A headache, sore neck, fever, sore eyes, vomiting or drowsiness mean more when 2 come together.",
        hazards=(h.STIFF_NECK, h.LIGHT_HURTS, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.JOLLES, s.LABELS),
    ),
    Rule(
        id="headache-lasting",
        when=headache.at_least("mild") & late & (no_better | worse),
        urgency=Urgency.TODAY,
        because="A headache that does not ease after 3 days needs a check today.",
        hazards=(h.MILD_HEADACHE, h.FLU_STAYS),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="headache-feverish-worse",
        when=slightly_feverish & worse,
        urgency=Urgency.TODAY,
        because="A headache with a slight temperature that gets worse needs a check today.",
        hazards=(h.MILD_HEADACHE, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-strong-feverish",
        when=headache.at_least("usual-migraine") & temperature.at_least("under-38"),
        urgency=Urgency.TODAY,
        because="A strong headache or a migraine with even a slight temperature needs a check today.",
        hazards=(h.STRONG_HEADACHE, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-easing-with-risk",
        when=(headache.at_least("easing") & meningitis_risk)
        | (headache.at_least("usual-migraine") & risks.is_("dose")),
        urgency=Urgency.TODAY,
        because="With a risk such as a high dose, a strong headache or a migraine needs a call today.",
        hazards=(h.STRONG_HEADACHE,),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="dizzy-keeps",
        when=dizziness.at_least("keeps"),
        urgency=Urgency.TODAY,
        because="Dizziness that comes back or led to a fall needs a check today.",
        hazards=(
            h.DIZZY,
            h.COLLAPSE,
        ),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="headache-feverish-same",
        when=slightly_feverish & second_day & no_better,
        urgency=Urgency.SOON,
        because="A headache with a slight temperature should ease after the first day.",
        hazards=(h.MILD_HEADACHE, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-easing",
        when=headache.at_least("easing"),
        urgency=Urgency.SOON,
        because="A strong headache is more than the usual effect, even when it eases.",
        hazards=(h.STRONG_HEADACHE,),
        sources=(s.NUFACTOR, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-usual-migraine",
        when=headache.at_least("usual-migraine"),
        urgency=Urgency.SOON,
        because="IVIg can set off a migraine, and your team can plan for it.",
        hazards=(h.STRONG_HEADACHE, h.LIGHT_HURTS),
        sources=(s.JOLLES, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-not-eased",
        when=headache.at_least("mild-stays") & meningitis_risk,
        urgency=Urgency.SOON,
        because="Your team should know of a headache that painkillers do not ease, as you have a risk.",
        hazards=(h.MILD_HEADACHE,),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="dizzy-at-risk",
        when=dizziness.at_least("at-risk"),
        urgency=Urgency.SOON,
        because="Your team should know that you get light-headed, as age, tablets or thirst add to it.",
        hazards=(h.DIZZY,),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="dizzy-past-3-days",
        when=dizziness.at_least("brief") & past_window,
        urgency=Urgency.SOON,
        because="Feeling light-headed from the drip should have gone within 3 days.",
        hazards=(h.DIZZY,),
        sources=(
            s.STIEHM,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="headache-mild-past-3-days",
        when=headache.at_least("mild") & past_window,
        urgency=Urgency.SOON,
        because="A mild headache after IVIg should have gone within 3 days.",
        hazards=(h.MILD_HEADACHE, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="headache-mild",
        when=headache.at_least("mild") & in_window,
        urgency=Urgency.EXPECTED,
        because="A mild headache in the first 3 days is common after IVIg.",
        hazards=(h.MILD_HEADACHE,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="dizzy-brief",
        when=dizziness.at_least("brief") & in_window,
        urgency=Urgency.EXPECTED,
        because="Being briefly light-headed on standing up is common in the first 3 days.",
        hazards=(h.DIZZY,),
        sources=(s.LABELS,),
    ),
)
