"""Blood: red cells that break down (haemolysis), and bleeding."""

from quiz.conditions import at_least
from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.blood import bleed, paleness
from quiz.ivig.questions.everyday import sleepy_or_drowsy
from quiz.ivig.questions.flu_like import tired
from quiz.ivig.questions.fluid import reading
from quiz.ivig.questions.head import dizziness
from quiz.ivig.questions.heart import heart
from quiz.ivig.questions.kidneys import urine
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.spells import spell
from quiz.ivig.risk_groups import haemolysis_risk
from quiz.model import Rule, Urgency

dark = urine.is_("dark")
yellow = paleness.is_("yellow")
pale = paleness.is_("pale")


RULES = (
    Rule(
        id="blood-heavy",
        when=bleed.is_("heavy"),
        urgency=Urgency.EMERGENCY,
        because="Heavy bleeding, or any after a blow to the head, needs help at once.",
        hazards=(h.BLEEDING,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="haemolysis-with-sign",
        when=(
            (dark | yellow | pale)
            & at_least(
                1,
                heart.at_least("rest"),
                reading.is_("pulse"),
                spell.is_("faint"),
                dizziness.at_least("nearly"),
                sleepy_or_drowsy,
            )
        )
        | ((dark | yellow) & symptoms.is_("stairs")),
        urgency=Urgency.EMERGENCY,
        because="Dark pee or pale or yellow skin with a racing heart, short breath or a faint needs help at once.",
        hazards=(
            h.DARK_URINE,
            h.YELLOW,
            h.PALENESS,
        ),
        sources=(s.GAMUNEX,),
    ),
    Rule(
        id="pale-with-heart-disease",
        when=(pale | (tired.is_("marked") & (symptoms.is_("stairs") | heart.at_least("racing"))))
        & haemolysis_risk
        & risks.is_("clot", "heart", "heart-failure"),
        urgency=Urgency.EMERGENCY,
        because="A fall in your red cells can strain a heart that is ill already.",
        hazards=(h.PALENESS,),
        sources=(
            s.GAMUNEX,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="urine-dark",
        when=dark,
        urgency=Urgency.TODAY,
        call="night",
        because="Dark, brown or red pee can mean that red blood cells are breaking down.",
        ask="Could red blood cells be breaking down?",
        hazards=(h.DARK_URINE,),
        sources=(
            s.GAMUNEX,
            s.GAMMAGARD,
        ),
    ),
    Rule(
        id="yellow",
        when=yellow,
        urgency=Urgency.TODAY,
        call="night",
        because="Yellow skin or eyes can mean that red blood cells are breaking down.",
        ask="Could red blood cells be breaking down?",
        hazards=(h.YELLOW,),
        sources=(s.GAMUNEX,),
    ),
    Rule(
        id="pale",
        when=pale,
        urgency=Urgency.TODAY,
        call="morning",
        because="Being unusually pale and worn out can mean a low blood count.",
        ask="Is a blood count needed?",
        hazards=(h.PALENESS,),
        sources=(
            s.GAMUNEX,
            s.HAEMOLYSIS_CLINIC,
        ),
    ),
    Rule(
        id="pale-on-thinners",
        when=pale & risks.is_("thinners"),
        urgency=Urgency.TODAY,
        call="night",
        because="With blood thinners, unusual paleness can mean a bleed inside.",
        ask="Could there be a bleed inside?",
        hazards=(h.PALENESS, h.BLEEDING),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="bruises",
        when=bleed.is_("bruises"),
        urgency=Urgency.TODAY,
        call="morning",
        because="New bruises or nosebleeds can mean that your blood does not clot well.",
        ask="Does the blood clot as it should?",
        hazards=(h.BLEEDING,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="bruises-on-thinners",
        when=bleed.is_("bruises") & risks.is_("thinners"),
        urgency=Urgency.TODAY,
        call="night",
        because="With blood thinners, new bruises can be the start of a heavy bleed.",
        ask="Could this be the start of a heavy bleed?",
        hazards=(h.BLEEDING,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="haemolysis-signs",
        when=at_least(2, dark, yellow, pale, tired.is_("marked"), heart.at_least("flutter")),
        urgency=Urgency.TODAY,
        call="night",
        because="Two signs of red cells breaking down need a blood test today, even if each is mild.",
        ask="Could red blood cells be breaking down?",
        hazards=(
            h.DARK_URINE,
            h.YELLOW,
            h.PALENESS,
            h.TIREDNESS,
            h.HEARTBEAT,
        ),
        sources=(
            s.GAMUNEX,
            s.HAEMOLYSIS_FDA,
        ),
    ),
)
