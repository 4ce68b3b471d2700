"""Head, neck, eyes and ears: from an ordinary headache to aseptic meningitis, and dizziness."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_hours, late, second_day
from quiz.ivig.questions.allergy import any_mark, skin
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.everyday import sleepy_or_drowsy
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.fluid import high_pressure
from quiz.ivig.questions.head import (
    dizziness,
    ears,
    eyes,
    head_signs,
    headache,
    headache_course,
    neck,
    not_eased,
)
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import in_window, no_better, past_window, worse
from quiz.ivig.risk_groups import dry, infection_risk, meningitis_risk, over_65, pregnant
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
easing = headache_course.is_("easing")
lasting = headache.at_least("mild") & headache_course.is_("lasting")
lumbar = headache.at_least("mild") & headache_course.is_("lumbar")
usual_migraine = headache.at_least("mild") & headache_course.is_("usual-migraine")
# Whatever stops normal tasks is no mild headache, whichever number it was given.
strong = headache.at_least("moderate") | lasting
sight = blurred | eyes.is_("flashes", "aura")
vein_sign = head_signs.is_("worse-lying") | ears.at_least("whooshing")
neck_cord = neck.is_("cord")
near_faint = dizziness.at_least("nearly")
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
        when=severe & at_least(1, sore_neck, any_fever, light, vomiting, drowsy, sight, any_mark),
        urgency=Urgency.EMERGENCY,
        because="A very bad headache with a sore neck, fever or light that hurts can mean swelling around the brain.",
        hazards=(h.STIFF_NECK, h.LIGHT_HURTS, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.NHS_MENINGITIS, s.GAMUNEX),
    ),
    Rule(
        id="headache-strong-with-sign",
        when=(strong & at_least(1, fever, drowsy, blurred))
        | (headache.at_least("mild") & sore_neck & at_least(1, fever, drowsy, vomiting, any_mark))
        | (headache.at_least("mild") & stiff_neck),
        urgency=Urgency.EMERGENCY,
        because="A headache with signs such as a stiff neck or a fever can be swelling around the brain.",
        hazards=(h.STIFF_NECK, h.HEADACHE_WITH_FEVER, h.SIGHT),
        sources=(s.ARTICLE, s.NHS_MENINGITIS, s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="drowsy-with-fever",
        when=drowsy & fever,
        urgency=Urgency.EMERGENCY,
        because="A fever that makes you drowsy can be a bad infection.",
        hazards=(h.CONFUSION, h.HEADACHE_WITH_FEVER, h.SEPSIS),
        sources=(s.NHS_MENINGITIS, s.SEPSIS_TRUST),
    ),
    Rule(
        id="stiff-neck-with-sign",
        when=stiff_neck & at_least(1, any_fever, light, drowsy, vomiting, any_mark),
        urgency=Urgency.EMERGENCY,
        because="A stiff neck with a fever, sore eyes, drowsiness or vomiting can mean swelling around the brain.",
        hazards=(h.STIFF_NECK,),
        sources=(s.ARTICLE, s.NHS_MENINGITIS, s.JOLLES),
    ),
    Rule(
        id="headache-with-high-pressure",
        when=high_pressure
        & at_least(1, headache.at_least("mild"), sight, sleepy_or_drowsy, spell.is_("fit", "wheeze")),
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
        when=spell.is_("fit") & at_least(1, headache.at_least("mild"), sleepy_or_drowsy, spell.is_("faint")),
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
        id="sight-missing",
        when=eyes.is_("curtain"),
        urgency=Urgency.EMERGENCY,
        because="A shadow or a missing part of sight can mean that a vessel of the eye or brain is blocked.",
        hazards=(h.SIGHT,),
        sources=(s.FLASHES, s.EYE_CLOTS),
    ),
    Rule(
        id="worse-lying-with-sign",
        when=vein_sign
        & at_least(1, severe, sight, vomiting, sleepy_or_drowsy, spell.is_("fit"), pregnant, risks.is_("still")),
        urgency=Urgency.EMERGENCY,
        because="A headache worse lying down, or whooshing, with another sign or risk can mean a clot in the head.",
        hazards=(h.HEAD_VEIN_CLOT,),
        sources=(s.HEAD_VEIN_CLOTS, s.OWN_MARGIN),
    ),
    Rule(
        id="neck-cord-with-sign",
        when=neck_cord
        & at_least(1, symptoms.is_("stairs"), spell.is_("wheeze"), severe, any_fever, skin.at_least("severe")),
        urgency=Urgency.EMERGENCY,
        because="A swollen neck vein with short breath, fever or a very bad headache needs help at once.",
        hazards=(h.NECK_VEIN,),
        sources=(s.NECK_VEIN_CLOT, s.NECK_VEIN_REVIEW, s.OWN_MARGIN),
    ),
    Rule(
        id="spinning-with-sign",
        when=dizziness.at_least("keeps") & at_least(1, sight, ears.at_least("less")),
        urgency=Urgency.EMERGENCY,
        because="Dizziness that keeps on with a change of sight or hearing can be a stroke.",
        hazards=(h.DIZZY, h.STROKE, h.HEARING),
        sources=(s.HEARING_LOSS, s.OWN_MARGIN),
    ),
    Rule(
        id="near-faint-with-more",
        when=near_faint & at_least(1, severe, heart.at_least("racing"), spell.is_("wheeze")),
        urgency=Urgency.EMERGENCY,
        because="A near-faint with a racing heart, a wheeze or a very bad headache needs help at once.",
        hazards=(h.NEAR_FAINT,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="headache-very-severe",
        when=headache.at_least("very-severe"),
        urgency=Urgency.TODAY,
        call="night",
        because="A headache of 9 or 10 out of 10 needs a call at once: do not wait.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.SEVERE_HEADACHE,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="headache-severe",
        when=severe,
        urgency=Urgency.TODAY,
        call="night",
        because="A headache of 7 or more out of 10 is not a usual effect of IVIg, even when it eases.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.SEVERE_HEADACHE,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="headache-strong",
        when=(headache.at_least("moderate") & not_eased) | lasting,
        urgency=Urgency.TODAY,
        call="morning",
        because="A strong headache that will not ease needs a check today.",
        ask="It will not ease: does it need a check today?",
        hazards=(h.STRONG_HEADACHE,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="stiff-or-sore-neck",
        when=sore_neck,
        urgency=Urgency.TODAY,
        call="night",
        because="A sore or stiff neck after IVIg needs a check today.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.STIFF_NECK,),
        sources=(s.ARTICLE, s.JOLLES),
    ),
    Rule(
        id="light-hurts",
        when=light,
        urgency=Urgency.TODAY,
        call="night",
        because="When light or moving your eyes hurts, the lining of the brain may be sore.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.LIGHT_HURTS,),
        sources=(s.ARTICLE, s.GAMUNEX),
    ),
    Rule(
        id="drowsy",
        when=drowsy,
        urgency=Urgency.TODAY,
        call="night",
        because="New drowsiness needs a check today.",
        ask="Who can check this today?",
        hazards=(h.CONFUSION, h.STIFF_NECK),
        sources=(s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="blurred-sight",
        when=blurred,
        urgency=Urgency.TODAY,
        call="night",
        because="New blurred sight after IVIg needs a check today.",
        ask="Who can check the eyes today?",
        hazards=(h.SIGHT,),
        sources=(s.GAMMAGARD,),
    ),
    Rule(
        id="worse-lying",
        when=vein_sign,
        urgency=Urgency.TODAY,
        call="night",
        because="A headache worse lying down, or whooshing, can mean a clot in a vein of the head.",
        ask="Could this be a clot in a vein of the head?",
        hazards=(h.HEAD_VEIN_CLOT,),
        sources=(s.HEAD_VEIN_CLOTS, s.OWN_MARGIN),
    ),
    Rule(
        id="lumbar-headache-strong",
        when=lumbar & (headache.at_least("moderate") | late),
        urgency=Urgency.TODAY,
        call="morning",
        because="A headache after a lumbar puncture that is strong, or lasts over 4 days, needs a check today.",
        ask="Could the lumbar puncture be the cause, and what will help?",
        hazards=(h.LUMBAR_HEADACHE,),
        sources=(s.LUMBAR, s.OWN_MARGIN),
    ),
    Rule(
        id="eye-flashes",
        when=eyes.is_("flashes"),
        urgency=Urgency.TODAY,
        call="night",
        because="New flashes or floaters need a check of the eye within a day.",
        ask="Who can check the eyes within a day?",
        hazards=(h.FLASHES, h.SIGHT),
        sources=(s.FLASHES,),
    ),
    Rule(
        id="migraine-aura",
        when=eyes.is_("aura"),
        urgency=Urgency.TODAY,
        call="night",
        because="Even the usual migraine aura needs a call today, as a clot can look the same.",
        ask="Could this be more than the usual migraine?",
        hazards=(h.SIGHT,),
        sources=(s.EYE_CLOTS, s.OWN_MARGIN),
    ),
    Rule(
        id="neck-cord",
        when=neck_cord,
        urgency=Urgency.TODAY,
        call="night",
        because="Swelling or a sore cord on one side of the neck can be a clot in a vein.",
        ask="Could this be a clot in a vein of the neck?",
        hazards=(h.NECK_VEIN,),
        sources=(s.NECK_VEIN_CLOT, s.NECK_VEIN_REVIEW),
    ),
    Rule(
        id="hearing-less",
        when=ears.at_least("less"),
        urgency=Urgency.TODAY,
        call="night",
        because="Sudden hearing loss is best treated within a day or two.",
        ask="Who can check the hearing within a day?",
        hazards=(h.HEARING,),
        sources=(s.HEARING_LOSS,),
    ),
    Rule(
        id="ear-pain-with-sign",
        when=ears.at_least("swelling") | (ears.at_least("pain") & (any_fever | headache.at_least("mild"))),
        urgency=Urgency.TODAY,
        call="morning",
        because="Ear pain with swelling behind the ear, a fever or a headache needs a check today.",
        ask="Who can look at the ear today?",
        hazards=(h.EARS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="ears-with-headache",
        when=ears.at_least("ringing") & not_eased,
        urgency=Urgency.TODAY,
        call="morning",
        because="Ringing or full ears with a headache that does not ease need a check today.",
        ask="Do these two belong together?",
        hazards=(h.EARS, h.STRONG_HEADACHE),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="two-meningitis-signs",
        when=at_least(2, headache.at_least("mild"), sore_neck, any_fever, light, vomiting, drowsy),
        urgency=Urgency.TODAY,
        call="night",
        because="A headache, sore neck, fever, sore eyes, vomiting or drowsiness mean more when 2 come together.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.STIFF_NECK, h.LIGHT_HURTS, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.JOLLES, s.LABELS),
    ),
    Rule(
        id="headache-lasting",
        when=headache.at_least("mild") & late & (no_better | worse),
        urgency=Urgency.TODAY,
        call="morning",
        because="A headache that does not ease after 3 days needs a check today.",
        ask="It has not eased: does it need a check today?",
        hazards=(h.MILD_HEADACHE, h.FLU_STAYS),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="headache-feverish-worse",
        when=slightly_feverish & worse,
        urgency=Urgency.TODAY,
        call="night",
        because="A headache with a slight temperature that gets worse needs a check today.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.MILD_HEADACHE, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-strong-feverish",
        when=(strong | usual_migraine) & temperature.at_least("under-38"),
        urgency=Urgency.TODAY,
        call="night",
        because="A strong headache or a migraine with even a slight temperature needs a check today.",
        ask="Could this be meningitis from the drip?",
        hazards=(h.STRONG_HEADACHE, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-easing-with-risk",
        when=(headache.at_least("moderate") & easing & meningitis_risk)
        | ((strong | usual_migraine) & risks.is_("dose")),
        urgency=Urgency.TODAY,
        call="morning",
        because="With a risk such as a high dose, a strong headache or a migraine needs a call today.",
        ask="There is a risk as well: does it need a check today?",
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
        call="night",
        because="Dizziness that comes back, led to a fall or spins the room needs a check today.",
        ask="What could the cause be, and does it need a check today?",
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
        id="near-faint-with-risk",
        when=near_faint & (over_65 | first_hours),
        urgency=Urgency.TODAY,
        call="night",
        because="A near-faint over the age of 65, or within 6 hours of the drip, needs a check today.",
        ask="Could this be low blood pressure, or the heart?",
        hazards=(h.NEAR_FAINT,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="headache-feverish-same",
        when=slightly_feverish & second_day & no_better,
        urgency=Urgency.SOON,
        because="A headache with a slight temperature that is no better after a day needs a word with your team.",
        ask="Should this have gone by now?",
        hazards=(h.MILD_HEADACHE, h.HEADACHE_WITH_FEVER),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-easing",
        when=headache.at_least("moderate"),
        urgency=Urgency.SOON,
        because="A headache of 4 or more out of 10 is more than the usual effect, even when it eases.",
        ask="Can the next drip be gentler?",
        hazards=(h.STRONG_HEADACHE,),
        sources=(s.NUFACTOR, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-usual-migraine",
        # The stronger one first: a migraine counts with the head even at 1 to 3, and as one answer with its headache.
        when=(headache.at_least("moderate") & usual_migraine) | (headache.at_least("mild") & usual_migraine),
        urgency=Urgency.SOON,
        because="IVIg can set off a migraine, and your team can plan for it.",
        ask="Is there a plan for migraines after a drip?",
        hazards=(h.STRONG_HEADACHE, h.LIGHT_HURTS),
        sources=(s.JOLLES, s.OWN_MARGIN),
    ),
    Rule(
        id="headache-not-eased",
        when=headache_course.is_("stays", "untreated") & headache.at_least("mild") & meningitis_risk,
        urgency=Urgency.SOON,
        because="Your team should know of a headache that does not ease, as you have a risk.",
        ask="Does this need a check?",
        hazards=(h.MILD_HEADACHE,),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="lumbar-headache",
        when=lumbar,
        urgency=Urgency.SOON,
        because="The lumbar puncture may be the cause of the headache, not the drip.",
        ask="Could the lumbar puncture be the cause?",
        hazards=(h.LUMBAR_HEADACHE,),
        sources=(s.LUMBAR,),
    ),
    Rule(
        id="ear-pain",
        when=ears.at_least("pain"),
        urgency=Urgency.SOON,
        because="Most ear pain is a cold or the jaw, but your team should hear of it.",
        ask="Does the ear need a look?",
        hazards=(h.EARS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="ears-ringing-past-3-days",
        when=ears.at_least("ringing") & past_window,
        urgency=Urgency.SOON,
        because="Ringing or full ears from the drip should have gone within 3 days.",
        ask="Should this have gone by now?",
        hazards=(h.EARS,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="near-faint",
        when=near_faint,
        urgency=Urgency.SOON,
        because="A near-faint is often low pressure or thirst, and your team should know.",
        ask="Could low blood pressure or tablets be the cause?",
        hazards=(h.NEAR_FAINT,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="dizzy-at-risk",
        when=dizziness.at_least("brief") & at_least(1, over_65, dry, risks.is_("pressure-tablets")),
        urgency=Urgency.SOON,
        because="Your team should know that you get light-headed, as age, tablets or thirst add to it.",
        ask="Could low blood pressure or tablets be the cause?",
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
        ask="Should this have gone by now?",
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
        ask="Should this have gone by now?",
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
    Rule(
        id="ears-ringing",
        when=ears.at_least("ringing") & in_window,
        urgency=Urgency.EXPECTED,
        because="Ears can ring for a while after a drip or with a cold.",
        hazards=(h.EARS,),
        sources=(s.OWN_MARGIN,),
    ),
)
