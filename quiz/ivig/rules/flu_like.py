"""Flu-like reactions: fever, tiredness, aches, feeling sick; and how long is too long."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_two_weeks
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.clots import limb
from quiz.ivig.questions.flu_like import aches, back, cough, temperature, tired
from quiz.ivig.questions.kidneys import any_change
from quiz.ivig.questions.nerves import weakness
from quiz.ivig.questions.risks import flu_like, risks
from quiz.ivig.questions.same import strict, unlike
from quiz.ivig.questions.special import spell
from quiz.ivig.questions.stomach import sick
from quiz.ivig.questions.time import in_window, past_window, started
from quiz.ivig.risk_groups import fluid_risk, haemolysis_risk, infection_risk, several_risks
from quiz.model import Rule, Urgency

marked_tiredness = tired.is_("marked")

RULES = (
    Rule(
        id="sick-with-faint",
        when=sick.at_least("faint") | (sick.at_least("repeated") & spell.is_("faint")),
        urgency=Urgency.EMERGENCY,
        because="Being sick and a faint together need help at once.",
        hazards=(h.VOMITING, h.COLLAPSE),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="aches-chest",
        when=aches.is_("chest"),
        urgency=Urgency.EMERGENCY,
        because="Pain in the jaw, or from the chest into an arm or the back, can be a heart attack.",
        hazards=(h.CHEST_PAIN,),
        sources=(
            s.ARTICLE,
            s.NHS_CHEST_PAIN,
        ),
    ),
    Rule(
        id="back-with-signs",
        when=back.at_least("with-signs") | (back.at_least("low") & weakness.at_least("lost-task")),
        urgency=Urgency.EMERGENCY,
        because="Tearing back pain, or back ache with new weakness or bladder trouble, needs help at once.",
        hazards=(
            h.BACK_ACHE,
            h.WEAKNESS_RED_FLAG,
        ),
        sources=(
            s.NHS_CAUDA_EQUINA,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="sick-on-insulin",
        when=sick.at_least("repeated") & risks.is_("insulin"),
        urgency=Urgency.EMERGENCY,
        because="Being sick again and again while on insulin can upset your blood sugar badly.",
        hazards=(
            h.VOMITING,
            h.BLOOD_SUGAR,
        ),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="fever",
        when=temperature.at_least("38"),
        urgency=Urgency.TODAY,
        because="A temperature of 38 °C (100.4 °F) or more can be an infection.",
        hazards=(h.FEVER, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.GAMMAGARD, s.NUFACTOR),
    ),
    Rule(
        id="fever-late",
        when=temperature.at_least("settled") & started.is_("later"),
        urgency=Urgency.TODAY,
        because="A fever that starts after day 3 is not from the drip, even when it has gone.",
        hazards=(h.FEVER, h.FLU_STARTS_LATE),
        sources=(s.STIEHM, s.OWN_MARGIN),
    ),
    Rule(
        id="sick-again-and-again",
        when=sick.at_least("repeated"),
        urgency=Urgency.TODAY,
        because="When you cannot keep drinks down, your kidneys can be harmed.",
        hazards=(h.VOMITING,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="aches-severe",
        when=aches.is_("severe"),
        urgency=Urgency.TODAY,
        because="Aches that bad are more than a usual effect of IVIg.",
        hazards=(h.ACHES,),
        sources=(s.LABELS, s.OWN_MARGIN),
    ),
    Rule(
        id="tired-late",
        when=marked_tiredness & started.is_("later") & haemolysis_risk & (first_two_weeks | unlike),
        urgency=Urgency.TODAY,
        because="Heavy tiredness that starts after day 3 can mean that red blood cells are breaking down.",
        hazards=(h.TIREDNESS, h.FLU_STARTS_LATE),
        sources=(s.GAMUNEX, s.OWN_MARGIN),
    ),
    Rule(
        id="fever-settled-with-risk",
        when=temperature.at_least("settled") & infection_risk,
        urgency=Urgency.TODAY,
        because="Any fever needs a call today when your defences against infection are low.",
        hazards=(
            h.FEVER,
            h.VEIN_INFECTION,
        ),
        sources=(
            s.GAMMAGARD,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="feverish-late-with-risk",
        when=infection_risk & ((temperature.at_least("under-38") & past_window) | (flu_like & started.is_("later"))),
        urgency=Urgency.TODAY,
        because="Chills after day 3, or feeling ill later still, can be an infection when your defences are low.",
        hazards=(
            h.FEVERISH,
            h.FLU_STARTS_LATE,
        ),
        sources=(
            s.STIEHM,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="cough-with-risk",
        when=cough.at_least("dry") & infection_risk,
        urgency=Urgency.TODAY,
        because="A cold needs a call today when your defences against infection are low.",
        hazards=(h.COLD,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="back-flank",
        when=back.at_least("flank") | (back.at_least("low") & any_change),
        urgency=Urgency.TODAY,
        because="Pain high on one side, or back ache with less or darker pee, can come from the kidneys.",
        hazards=(
            h.BACK_ACHE,
            h.LESS_URINE,
        ),
        sources=(
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="calves-with-earlier-clot",
        when=aches.is_("calves") & risks.is_("clot"),
        urgency=Urgency.TODAY,
        because="Aching calves need a check today after a clot, even when both feel the same.",
        hazards=(
            h.LIMB_CLOT,
            h.ACHES,
        ),
        sources=(
            s.NHS_DVT,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="cramps-with-sign",
        when=aches.is_("cramps") & (limb.is_("sore") | any_change | weakness.at_least("creeping")),
        urgency=Urgency.TODAY,
        because="Cramps with a sore limb, darker pee or more weakness need a check today.",
        hazards=(h.CRAMPS, h.LIMB_CLOT, h.DARK_URINE, h.NEW_WEAKNESS),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="flu-stays-with-risks",
        when=(flu_like | temperature.at_least("under-38")) & past_window & several_risks,
        urgency=Urgency.TODAY,
        because="Flu-like signs that have not gone after 3 days matter more with several risks.",
        hazards=(h.FLU_STAYS,),
        sources=(
            s.STIEHM,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="fever-settled",
        when=temperature.at_least("settled"),
        urgency=Urgency.SOON,
        because="Your team should hear of a fever, even one that has gone.",
        hazards=(h.FEVER,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="feverish-past-3-days",
        when=temperature.at_least("under-38") & past_window,
        urgency=Urgency.SOON,
        because="Chills or a slight temperature should have gone within 3 days.",
        hazards=(h.FEVERISH, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="feverish-with-risk",
        when=temperature.at_least("under-38") & infection_risk,
        urgency=Urgency.SOON,
        because="Your team should know of chills, as your defences against infection are low.",
        hazards=(h.FEVERISH,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="cough-gland",
        when=cough.at_least("gland"),
        urgency=Urgency.TODAY,
        because="A gland that is hard, on one side or still growing needs a check.",
        hazards=(h.SWOLLEN_GLANDS,),
        sources=(s.GLANDS, s.OWN_MARGIN),
    ),
    Rule(
        id="cough-phlegm",
        when=cough.at_least("phlegm"),
        urgency=Urgency.SOON,
        because="Yellow or green phlegm can be a chest infection.",
        hazards=(h.COLD,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="cough-past-3-days",
        when=cough.at_least("dry") & past_window,
        urgency=Urgency.SOON,
        because="A cold or cough after the first 3 days needs a word with your team.",
        hazards=(
            h.COLD,
            h.FLU_STAYS,
            h.FLU_STARTS_LATE,
        ),
        sources=(
            s.STIEHM,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="back-past-3-days",
        when=back.at_least("low") & past_window,
        urgency=Urgency.SOON,
        because="Back ache from IVIg mostly goes within 3 days.",
        hazards=(
            h.BACK_ACHE,
            h.FLU_STAYS,
            h.FLU_STARTS_LATE,
        ),
        sources=(
            s.STIEHM,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="heavy-with-risk",
        when=symptoms.is_("heavy") & fluid_risk,
        urgency=Urgency.SOON,
        because="Your team should know of a heavy feeling, as fluid can strain your heart or kidneys.",
        hazards=(h.PRESSURE,),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="tired-marked",
        when=marked_tiredness & strict,
        urgency=Urgency.SOON,
        because="Being too tired for your usual tasks is more than most people have.",
        hazards=(h.TIREDNESS,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="tired-past-3-days",
        when=tired.is_("ordinary") & past_window & unlike,
        urgency=Urgency.SOON,
        because="Tiredness from IVIg mostly goes within 3 days.",
        hazards=(h.TIREDNESS, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="aches-past-3-days",
        when=(aches.is_("calves") | (aches.is_("both-sides") & unlike)) & past_window,
        urgency=Urgency.SOON,
        because="Aches from IVIg mostly go within 3 days.",
        hazards=(h.ACHES, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.ARTICLE, s.STIEHM),
    ),
    Rule(
        id="cramps-past-3-days",
        when=aches.is_("cramps") & past_window,
        urgency=Urgency.SOON,
        because="Cramps that go on after the first 3 days need a word with your team.",
        hazards=(h.CRAMPS,),
        sources=(s.FELDMEYER, s.OWN_MARGIN),
    ),
    Rule(
        id="queasy-lingering",
        when=sick.at_least("lingering"),
        urgency=Urgency.SOON,
        because="Feeling sick for more than 2 days is longer than most people have.",
        hazards=(h.QUEASY, h.FLU_STAYS),
        sources=(s.WALTON, s.NUFACTOR),
    ),
    Rule(
        id="queasy-past-3-days",
        when=sick.at_least("queasy") & past_window,
        urgency=Urgency.SOON,
        because="Feeling sick after the first 3 days needs a word with your team.",
        hazards=(h.QUEASY, h.FLU_STAYS, h.FLU_STARTS_LATE),
        sources=(s.STIEHM, s.OWN_MARGIN),
    ),
    Rule(
        id="heavy-past-3-days",
        when=symptoms.is_("heavy") & past_window,
        urgency=Urgency.SOON,
        because="A heavy, bloated feeling should have gone within 3 days.",
        hazards=(h.PRESSURE, h.FLU_STAYS),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="feverish",
        when=temperature.at_least("under-38") & in_window,
        urgency=Urgency.EXPECTED,
        because="Chills or a slight temperature are common in the first 3 days.",
        hazards=(h.FEVERISH,),
        sources=(s.ARTICLE, s.NUFACTOR),
    ),
    Rule(
        id="tired",
        when=tired.is_("ordinary") & in_window,
        urgency=Urgency.EXPECTED,
        because="Tiredness is common in the first 3 days.",
        hazards=(h.TIREDNESS,),
        sources=(s.ARTICLE,),
    ),
    Rule(
        id="aches",
        when=aches.is_("both-sides", "calves") & in_window,
        urgency=Urgency.EXPECTED,
        because="Aches on both sides, like flu, are common in the first 3 days.",
        hazards=(h.ACHES,),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="cramps",
        when=aches.is_("cramps") & in_window,
        urgency=Urgency.EXPECTED,
        because="Cramps come with IVIg and with nerve illness.",
        hazards=(h.CRAMPS,),
        sources=(s.FELDMEYER, s.OWN_MARGIN),
    ),
    Rule(
        id="queasy",
        when=sick.at_least("queasy") & in_window,
        urgency=Urgency.EXPECTED,
        because="Feeling sick for a day or two is common after IVIg.",
        hazards=(h.QUEASY,),
        sources=(s.LABELS, s.WALTON, s.NUFACTOR),
    ),
    Rule(
        id="heavy",
        when=symptoms.is_("heavy") & in_window,
        urgency=Urgency.EXPECTED,
        because="A heavy, bloated feeling is common in the first 3 days, as IVIg adds fluid.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE,),
    ),
    Rule(
        id="cough-dry",
        when=cough.at_least("dry") & in_window,
        urgency=Urgency.EXPECTED,
        because="A sore throat, runny nose or dry cough is common in the first 3 days.",
        hazards=(h.COLD,),
        sources=(s.GAMUNEX,),
    ),
    Rule(
        id="back-low",
        when=back.at_least("low") & in_window,
        urgency=Urgency.EXPECTED,
        because="A dull, low back ache is common in the first 3 days.",
        hazards=(h.BACK_ACHE,),
        sources=(
            s.LABELS,
            s.BACK_LEAFLET,
        ),
    ),
)
