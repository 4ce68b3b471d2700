"""Warning signs: one tick is an emergency, whatever else is answered, on the first screen and in what follows it."""

from quiz.conditions import AnyOf, Condition
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions import QUESTIONS
from quiz.ivig.questions import options as o
from quiz.ivig.questions.red_flags import red_flags
from quiz.model import Hazard, Option, Rule, Source, Urgency


def flag(option: str, because: str, hazards: tuple[Hazard, ...], *sources: Source) -> Rule:
    """Return the emergency rule for one red flag of the first screen."""
    return _rule(option, red_flags.is_(option), because, hazards, sources)


def asked_later(option: Option, because: str, hazards: tuple[Hazard, ...], *sources: Source) -> Rule:
    """Return the emergency rule for one warning sign in all follow-up questions that have it."""
    signs: list[Condition] = [
        question.at_least(option.id) if question.kind == "scale" else question.is_(option.id)
        for question in QUESTIONS
        if any(other.red_flag and other.id == option.id for other in question.options)
    ]
    return _rule(option.id, AnyOf(tuple(signs)), because, hazards, sources)


def _rule(option: str, when: Condition, because: str, hazards: tuple[Hazard, ...], sources: tuple[Source, ...]) -> Rule:
    return Rule(
        id=f"flag-{option}",
        when=when,
        urgency=Urgency.EMERGENCY,
        because=because,
        hazards=hazards,
        sources=sources,
    )


RULES = (
    flag(
        "breathless",
        "Trouble breathing can mean a clot, fluid in the lungs or an allergy.",
        (h.BREATHLESS, h.WHEEZE),
        s.ARTICLE,
        s.GAMUNEX,
        s.NHS_BREATHLESSNESS,
        s.PRIVIGEN,
        s.GAMMAGARD,
    ),
    flag(
        "chest-pain",
        "Chest pain can mean a heart attack or a clot in the lung.",
        (h.CHEST_PAIN, h.CHEST_TIGHT),
        s.ARTICLE,
        s.NHS_CHEST_PAIN,
        s.NERVE_CLINIC_CLOTS,
    ),
    flag(
        "sudden-weakness",
        "This can be a stroke, even if it has passed.",
        (h.STROKE, h.NEW_WEAKNESS),
        s.ARTICLE,
        s.NHS_STROKE,
        s.LIMB_CLOTS,
    ),
    flag(
        "explosive-headache",
        "A headache like this can mean a bleed, clot or swelling in the head.",
        (h.EXPLOSIVE_HEADACHE, h.STIFF_NECK),
        s.ARTICLE,
        s.NHS_HEADACHES,
        s.NHS_MENINGITIS,
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
        "blue-lips",
        "Blue or grey lips mean that the body lacks air or blood.",
        (h.LUNG_BLEED, h.BREATHLESS),
        s.GAMUNEX,
    ),
    flag(
        "collapse",
        "A collapse or a new kind of fit needs help at once.",
        (h.COLLAPSE, h.FIT),
        s.GAMMAGARD,
        s.NHS_HEADACHES,
        s.OWN_MARGIN,
    ),
    flag("bleeding", "Bleeding that will not stop needs help at once.", (h.BLEEDING,), s.OWN_MARGIN),
    asked_later(
        o.RASH_WITH_ILLNESS,
        "A rash with a wheeze, swelling, fever or a faint can be a bad allergy or infection.",
        (h.ANAPHYLAXIS, h.SEVERE_RASH),
        s.NHS_ANAPHYLAXIS,
        s.NHS_MENINGITIS,
    ),
    asked_later(
        o.PURPLE_SPOTS,
        "Spots that do not fade when pressed can mean a bad infection or a bleed.",
        (h.SEVERE_RASH,),
        s.NHS_MENINGITIS,
    ),
    asked_later(
        o.SHAKING,
        "Violent shaking or blotchy skin can be a bad infection in the blood.",
        (h.SEPSIS,),
        s.SEPSIS_TRUST,
    ),
    asked_later(
        o.COUGHING_BLOOD,
        "Coughing up blood or froth, or a hoarse voice, can mean a clot, fluid in the lungs or an allergy.",
        (h.LUNG_BLEED, h.FACE_SWELLING),
        s.GAMUNEX,
        s.GAMMAGARD,
        s.OWN_MARGIN,
    ),
    asked_later(
        o.BLOODY_STOOL,
        "Blood in poo or vomit can mean a bleed inside.",
        (h.BLEEDING, h.VOMITING),
        s.OWN_MARGIN,
    ),
    asked_later(
        o.COLD_LIMB,
        "A limb that turns cold, white or blue can have a blocked artery.",
        (h.COLD_LIMB,),
        s.ARTICLE,
        s.LIMB_CLOTS,
    ),
    asked_later(
        o.LEGS_GIVE_WAY,
        "Weakness that climbs or grows fast can reach the muscles you breathe with.",
        (h.NEW_WEAKNESS, h.WEAKNESS_RED_FLAG),
        s.ACUTE_NEUROPATHY,
        s.OWN_MARGIN,
    ),
    asked_later(
        o.SWALLOWING,
        "Trouble swallowing, or breathing flat, can mean that the muscles you breathe with get weak.",
        (h.WEAKNESS_RED_FLAG, h.BREATHLESS),
        s.ACUTE_NEUROPATHY,
        s.GBS_PAGE,
        s.OWN_MARGIN,
    ),
    asked_later(
        o.SADDLE_NUMB,
        "Numbness between the legs can mean pressure on the nerves of the spine.",
        (h.WEAKNESS_RED_FLAG,),
        s.NHS_CAUDA_EQUINA,
    ),
    asked_later(
        o.UNSTEADY,
        "Sudden trouble with balance can be a stroke, even if it has gone.",
        (h.STROKE,),
        s.ARTICLE,
        s.NHS_STROKE,
    ),
    asked_later(
        o.NEAR_FAINT_WITH_SIGN,
        "A near-faint with chest pain, short breath, a racing heart, a rash or black poo needs help at once.",
        (h.COLLAPSE, h.DIZZY, h.HEARTBEAT),
        s.OWN_MARGIN,
    ),
    asked_later(
        o.SPELL_STAYS,
        "A fit that is not as usual, or a wheeze that stays, needs help at once.",
        (h.FIT, h.WHEEZE),
        s.NHS_HEADACHES,
        s.PRIVIGEN,
        s.OWN_MARGIN,
    ),
    asked_later(
        o.NO_URINE,
        "No pee for 12 hours can mean that your kidneys have stopped.",
        (h.LESS_URINE,),
        s.ARTICLE,
        s.NHS_KIDNEY,
        s.OWN_MARGIN,
    ),
)
