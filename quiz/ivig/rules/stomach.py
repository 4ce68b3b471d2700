"""Stomach: pain and diarrhoea."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.stomach import tummy
from quiz.ivig.questions.time import in_window, past_window
from quiz.ivig.risk_groups import kidney_risk
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="tummy-sudden",
        when=tummy.at_least("sudden"),
        urgency=Urgency.EMERGENCY,
        because="Sudden, very bad tummy pain needs help at once.",
        hazards=(h.TUMMY,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="tummy-strong",
        when=tummy.at_least("strong"),
        urgency=Urgency.TODAY,
        call="night",
        because="Strong tummy pain, hiccups for days, or more lost than you can drink needs a check today.",
        ask="What could the cause be, and does it need a check today?",
        hazards=(h.TUMMY, h.BLOATED),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="tummy-with-kidney-risk",
        when=tummy.at_least("mild") & kidney_risk,
        urgency=Urgency.TODAY,
        call="night",
        because="Tummy trouble can dry you out, and your kidneys are at risk.",
        ask="Could this harm the kidneys?",
        hazards=(
            h.TUMMY,
            h.LESS_URINE,
        ),
        sources=(
            s.ARTICLE,
            s.BOXED,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="tummy-lasting",
        when=tummy.at_least("lasting"),
        urgency=Urgency.SOON,
        because="Tummy trouble for more than 2 days is longer than most people have.",
        ask="Should this have gone by now?",
        hazards=(h.TUMMY,),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="tummy-past-3-days",
        when=tummy.at_least("bloated") & past_window,
        urgency=Urgency.SOON,
        because="Tummy trouble after the first 3 days needs a word with your team.",
        ask="Should this have gone by now?",
        hazards=(h.TUMMY,),
        sources=(
            s.STIEHM,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="tummy-bloated",
        when=tummy.at_least("bloated") & in_window,
        urgency=Urgency.EXPECTED,
        because="A bloated tummy or hiccups for a day or two are common, as tablets and lying still slow the gut.",
        hazards=(h.BLOATED,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="tummy-mild",
        when=tummy.at_least("mild") & in_window,
        urgency=Urgency.EXPECTED,
        because="Mild tummy pain or loose poo for a day or two is common after IVIg.",
        hazards=(h.TUMMY,),
        sources=(s.LABELS,),
    ),
)
