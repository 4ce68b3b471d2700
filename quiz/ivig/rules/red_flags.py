"""Warning signs: one tick on the first screen is an emergency, whatever else is answered."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.red_flags import red_flags
from quiz.model import Hazard, Rule, Source, Urgency


def flag(option: str, because: str, hazards: tuple[Hazard, ...], *sources: Source) -> Rule:
    """Return the emergency rule for one red flag."""
    return Rule(
        id=f"flag-{option}",
        when=red_flags.is_(option),
        urgency=Urgency.EMERGENCY,
        because=because,
        hazards=hazards,
        sources=sources,
    )


RULES = (
    flag(
        "breathless",
        "Trouble breathing can mean a clot, fluid in the lungs or an allergy.",
        (h.BREATHLESS,),
        s.ARTICLE,
        s.GAMUNEX,
        s.NHS_BREATHLESSNESS,
    ),
    flag("wheeze", "A new wheeze can be the start of a bad allergy.", (h.WHEEZE,), s.PRIVIGEN, s.GAMMAGARD),
    flag(
        "chest-pain",
        "Chest pain can mean a heart attack or a clot in the lung.",
        (h.CHEST_PAIN, h.CHEST_TIGHT),
        s.ARTICLE,
        s.NHS_CHEST_PAIN,
        s.NERVE_CLINIC_CLOTS,
    ),
    flag(
        "blue-lips",
        "Blood or froth from the lungs, or blue lips, means too little air gets in.",
        (h.LUNG_BLEED,),
        s.GAMUNEX,
    ),
    flag(
        "face-droop",
        "A face that drops on one side can be a stroke, even if it has gone.",
        (h.STROKE,),
        s.ARTICLE,
        s.NHS_STROKE,
        s.LIMB_CLOTS,
    ),
    flag(
        "sudden-weakness",
        "An arm or leg that is suddenly weak or numb can be a stroke, even if it has gone.",
        (h.STROKE, h.NEW_WEAKNESS),
        s.ARTICLE,
        s.NHS_STROKE,
    ),
    flag(
        "speech",
        "Sudden trouble with speech or balance can be a stroke, even if it has gone.",
        (h.STROKE,),
        s.ARTICLE,
        s.NHS_STROKE,
    ),
    flag(
        "stiff-neck-headache",
        "A very bad headache with a stiff neck can mean swelling around the brain.",
        (h.STIFF_NECK,),
        s.ARTICLE,
        s.NHS_MENINGITIS,
    ),
    flag(
        "explosive-headache",
        "A headache that peaks within a minute can mean a bleed or a clot in the head.",
        (h.EXPLOSIVE_HEADACHE,),
        s.NHS_HEADACHES,
    ),
    flag("sight", "Sudden trouble with sight can mean a clot or a stroke.", (h.SIGHT,), s.GAMMAGARD, s.EYE_CLOTS),
    flag(
        "confused",
        "New confusion can mean a stroke, a bad infection or failing kidneys.",
        (h.CONFUSION,),
        s.ARTICLE,
        s.NHS_MENINGITIS,
    ),
    flag(
        "face-swelling",
        "Swelling of the face or throat can block your breathing.",
        (h.FACE_SWELLING,),
        s.GAMMAGARD,
        s.NHS_ANAPHYLAXIS,
    ),
    flag(
        "rash-with-illness",
        "A rash with fever, a faint or a sore mouth can be a bad allergy or infection.",
        (h.ANAPHYLAXIS, h.SEVERE_RASH),
        s.NHS_ANAPHYLAXIS,
        s.NHS_MENINGITIS,
    ),
    flag(
        "purple-spots",
        "Purple spots that do not fade can mean a bad infection or a bleed.",
        (h.SEVERE_RASH,),
        s.NHS_MENINGITIS,
    ),
    flag("collapse", "A collapse can mean a clot, an allergy or a heart problem.", (h.COLLAPSE,), s.GAMMAGARD),
    flag("fit", "A new kind of fit needs help at once.", (h.FIT,), s.NHS_HEADACHES, s.OWN_MARGIN),
    flag(
        "shaking", "Violent shaking or blotchy skin can be a bad infection in the blood.", (h.SEPSIS,), s.SEPSIS_TRUST
    ),
    flag(
        "bleeding",
        "Bleeding that will not stop, or blood in your poo, needs help at once.",
        (h.BLEEDING, h.TUMMY),
        s.OWN_MARGIN,
    ),
    flag(
        "cold-limb",
        "A limb that turns cold, white or blue can have a blocked artery.",
        (h.COLD_LIMB,),
        s.ARTICLE,
        s.LIMB_CLOTS,
    ),
    flag(
        "legs-give-way",
        "Weakness that grows within hours can reach the muscles you breathe with.",
        (h.NEW_WEAKNESS, h.WEAKNESS_RED_FLAG),
        s.ACUTE_NEUROPATHY,
        s.OWN_MARGIN,
    ),
    flag(
        "saddle-numb",
        "Numbness between the legs can mean pressure on the nerves of the spine.",
        (h.WEAKNESS_RED_FLAG,),
        s.NHS_CAUDA_EQUINA,
    ),
    flag(
        "no-urine",
        "No pee for 12 hours can mean that your kidneys have stopped.",
        (h.LESS_URINE,),
        s.ARTICLE,
        s.NHS_KIDNEY,
        s.OWN_MARGIN,
    ),
)
