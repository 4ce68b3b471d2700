"""Clots: a limb, and breath that runs short."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_hours
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.blood import bleed
from quiz.ivig.questions.clots import limb, puffed
from quiz.ivig.questions.everyday import sleepy_or_drowsy
from quiz.ivig.questions.flu_like import aches, back, temperature
from quiz.ivig.questions.fluid import any_swelling, fluid_or_clot, high_pressure, more_than_evening, reading
from quiz.ivig.questions.head import dizziness, eyes, head_signs, headache, neck
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.kidneys import less_urine
from quiz.ivig.questions.nerves import nerve_pain, weakness
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.stomach import tummy
from quiz.model import Rule, Urgency

one_limb = limb.is_("sore", "swollen") | aches.is_("one-limb")

RULES = (
    Rule(
        id="limb-whole",
        when=limb.is_("whole"),
        urgency=Urgency.EMERGENCY,
        because="When the whole limb changes colour, its blood may be cut off.",
        hazards=(h.LIMB_CLOT, h.COLD_LIMB),
        sources=(s.ARTICLE, s.LIMB_CLOTS, s.NHS_DVT),
    ),
    Rule(
        id="fingers-stay-white",
        when=limb.is_("white-painful"),
        urgency=Urgency.EMERGENCY,
        because="Fingers or toes that stay white or blue and hurt may have no blood flow.",
        hazards=(h.COLD_LIMB, h.COLD_FINGERS),
        sources=(s.NHS_RAYNAUD, s.LIMB_CLOTS, s.OWN_MARGIN),
    ),
    Rule(
        id="limb-clot-with-breath",
        when=(one_limb | fluid_or_clot)
        & at_least(
            1,
            symptoms.is_("stairs"),
            spell.is_("faint", "wheeze"),
            heart.at_least("racing"),
            reading.is_("pulse"),
            dizziness.at_least("nearly"),
        ),
        urgency=Urgency.EMERGENCY,
        because="A sore limb with short breath, a wheeze, faint or racing heart can mean a clot in the lung.",
        hazards=(h.LIMB_CLOT, h.BREATHLESS),
        sources=(s.ARTICLE, s.NHS_DVT),
    ),
    Rule(
        id="puffed-with-sign",
        when=symptoms.is_("stairs")
        & at_least(
            1,
            spell.is_("wheeze"),
            dizziness.at_least("brief"),
            headache.at_least("severe"),
            head_signs.is_("stiff-neck", "drowsy"),
            back.at_least("low"),
            high_pressure,
            any_swelling,
            weakness.at_least("creeping"),
            temperature.at_least("38"),
        ),
        urgency=Urgency.EMERGENCY,
        because="Short breath on stairs together with another sign needs help at once.",
        hazards=(h.BREATHLESS, h.PRESSURE, h.PUFFY, h.WEIGHT_GAIN, h.WEAKNESS_RED_FLAG),
        sources=(s.GAMUNEX, s.RIZK, s.NHS_BREATHLESSNESS, s.OWN_MARGIN),
    ),
    Rule(
        id="puffed-after-drip",
        when=symptoms.is_("stairs") & first_hours,
        urgency=Urgency.EMERGENCY,
        because="Short breath that starts within hours of the drip can be a lung reaction.",
        hazards=(h.BREATHLESS, h.CHEST_TIGHT),
        sources=(s.GAMUNEX, s.RIZK),
    ),
    Rule(
        id="puffed-today",
        when=puffed.is_("today"),
        urgency=Urgency.EMERGENCY,
        because="Short breath that began today can mean a clot or fluid in the lungs.",
        hazards=(h.BREATHLESS,),
        sources=(s.ARTICLE, s.NHS_BREATHLESSNESS, s.OWN_MARGIN),
    ),
    Rule(
        id="puffed-with-leg",
        when=puffed.is_("leg"),
        urgency=Urgency.EMERGENCY,
        because="Short breath with a sore or swollen leg can mean a clot in the lung.",
        hazards=(h.BREATHLESS, h.LIMB_CLOT),
        sources=(s.ARTICLE, s.NHS_DVT),
    ),
    Rule(
        id="faint-with-sign",
        when=spell.is_("faint")
        & at_least(
            1,
            headache.at_least("mild"),
            heart.at_least("flutter"),
            symptoms.is_("stairs"),
            spell.is_("wheeze"),
            bleed.is_("bruises"),
            back.at_least("flank"),
            nerve_pain.at_least("new-place"),
            head_signs.is_("sore-neck", "stiff-neck", "light", "blurred", "worse-lying"),
            sleepy_or_drowsy,
            eyes.is_("flashes", "aura"),
            neck.is_("cord"),
            dizziness.at_least("nearly"),
            temperature.at_least("38"),
            tummy.at_least("strong"),
            high_pressure,
            less_urine,
            weakness.at_least("lost-task"),
        ),
        urgency=Urgency.EMERGENCY,
        because="A faint needs help at once when you are not otherwise well.",
        hazards=(
            h.COLLAPSE,
            h.HEARTBEAT,
        ),
        sources=(
            s.GAMMAGARD,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="wheeze-with-sign",
        when=spell.is_("wheeze") & at_least(1, more_than_evening, temperature.at_least("38"), heart.at_least("racing")),
        urgency=Urgency.EMERGENCY,
        because="A wheeze with swelling, a fever or a racing heart needs help at once, even if it cleared.",
        hazards=(h.WHEEZE, h.BREATHLESS),
        sources=(s.GAMUNEX, s.PRIVIGEN, s.OWN_MARGIN),
    ),
    Rule(
        id="limb-swollen",
        when=limb.is_("swollen"),
        urgency=Urgency.TODAY,
        call="night",
        because="A limb that is swollen all over can be a clot in a large vein: call now.",
        ask="Could this be a clot?",
        hazards=(h.LIMB_CLOT,),
        sources=(s.NHS_DVT,),
    ),
    Rule(
        id="limb-clot",
        when=limb.is_("sore") | aches.is_("one-limb"),
        urgency=Urgency.TODAY,
        call="night",
        because="One sore or swollen limb can mean a clot, and that needs a check today.",
        ask="Could this be a clot?",
        hazards=(h.LIMB_CLOT,),
        sources=(s.ARTICLE, s.NHS_DVT, s.CLOT_TIMING),
    ),
    Rule(
        id="puffed-on-stairs",
        when=symptoms.is_("stairs"),
        urgency=Urgency.TODAY,
        call="night",
        because="Getting out of breath more easily can mean a clot, fluid or a low blood count.",
        ask="Could this be a clot, fluid or a low blood count?",
        hazards=(h.BREATHLESS,),
        sources=(s.ARTICLE, s.GAMUNEX, s.RIZK, s.OWN_MARGIN),
    ),
    Rule(
        id="fingers-one-side",
        when=limb.is_("one-side", "sores"),
        urgency=Urgency.TODAY,
        call="morning",
        because="White fingers or toes on one side only, or sores, can mean a narrowed vessel.",
        ask="Could a blood vessel be too narrow?",
        hazards=(h.COLD_FINGERS,),
        sources=(s.NHS_RAYNAUD, s.OWN_MARGIN),
    ),
    Rule(
        id="fingers-both-sides",
        when=limb.is_("both-sides"),
        urgency=Urgency.SOON,
        because="Fingers that turn white in the cold are common, but new ones need a look.",
        ask="What could the cause be?",
        hazards=(h.COLD_FINGERS,),
        sources=(s.NHS_RAYNAUD,),
    ),
    Rule(
        id="fingers-known",
        when=limb.is_("known"),
        urgency=Urgency.EXPECTED,
        because="You have known these cold spasms for years, and they are no worse.",
        hazards=(h.COLD_FINGERS,),
        sources=(s.NHS_RAYNAUD, s.OWN_MARGIN),
    ),
)
