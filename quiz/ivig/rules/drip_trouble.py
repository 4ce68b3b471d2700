"""Drip trouble: a reaction during the drip, a pump, a needle or tablets that went wrong."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_day, second_day, third_day
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.drip_trouble import drip_trouble
from quiz.ivig.questions.everyday import sleepy_or_drowsy
from quiz.ivig.questions.kidneys import less_urine
from quiz.ivig.risk_groups import kidney_risk
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="too-much-medicine-ill",
        when=drip_trouble.is_("too-much-ill")
        | (
            drip_trouble.is_("too-much")
            & at_least(
                1,
                symptoms.is_("sick", "tummy", "dizzy", "heart", "stairs", "spell"),
                sleepy_or_drowsy,
            )
        ),
        urgency=Urgency.EMERGENCY,
        because="Too much of a medicine can harm you long before you feel it.",
        hazards=(h.OVERDOSE,),
        sources=(s.NHS_PARACETAMOL, s.OWN_MARGIN),
    ),
    Rule(
        id="too-much-medicine",
        when=drip_trouble.is_("too-much"),
        urgency=Urgency.TODAY,
        call="night",
        because="Too much paracetamol harms the liver before you feel it.",
        ask="What should be done about it now?",
        hazards=(h.OVERDOSE,),
        sources=(s.NHS_PARACETAMOL,),
    ),
    Rule(
        id="needle-prick",
        when=drip_trouble.is_("prick"),
        urgency=Urgency.TODAY,
        call="night",
        because="Early treatment, best within the hour, can prevent infection.",
        ask="What should be done within the hour?",
        hazards=(h.NEEDLE_PRICK,),
        sources=(s.NEEDLESTICK,),
    ),
    Rule(
        id="drip-ran-wrong",
        when=drip_trouble.is_("ran-wrong"),
        urgency=Urgency.TODAY,
        call="night",
        because="A fast drip strains heart and kidneys, and a half drip may need finishing.",
        ask="Was there harm, and does the drip need finishing?",
        hazards=(h.DRIP_FAULT,),
        sources=(s.HOME_PUMPS, s.OWN_MARGIN),
    ),
    Rule(
        id="drip-shaking-again",
        when=drip_trouble.is_("shook-again") | (drip_trouble.is_("shook") & symptoms.is_("fever")),
        urgency=Urgency.TODAY,
        call="night",
        because="Shaking or fever that comes back after the drip needs a check today.",
        ask="Could this be a reaction or an infection?",
        hazards=(h.DRIP_REACTION, h.FEVERISH),
        sources=(s.AFTER_REACTION, s.OWN_MARGIN),
    ),
    Rule(
        id="missed-step-with-risk",
        when=drip_trouble.is_("slip") & ((kidney_risk & (first_day | second_day | third_day)) | less_urine),
        urgency=Urgency.TODAY,
        call="night",
        because="After such a slip your kidneys may need a blood test.",
        ask="Do the kidneys need a test?",
        hazards=(h.MISSED_STEP, h.LESS_URINE),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="drip-shaking",
        when=drip_trouble.is_("shook"),
        urgency=Urgency.SOON,
        because="Your next drip can be planned to be gentler.",
        ask="Can the next drip be gentler?",
        hazards=(h.DRIP_REACTION,),
        sources=(s.AFTER_REACTION, s.FELDMEYER),
    ),
    Rule(
        id="missed-step",
        when=drip_trouble.is_("slip"),
        urgency=Urgency.SOON,
        because="One slip seldom harms, but the team may want a blood test.",
        ask="Is a blood test needed?",
        hazards=(h.MISSED_STEP,),
        sources=(s.OWN_MARGIN,),
    ),
)
