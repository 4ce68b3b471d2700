"""Fluid: blood pressure, swelling and weight."""

from quiz.ivig import hazards as h
from quiz.ivig import sources as s
from quiz.ivig.periods import first_day, late, second_day, third_day
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.fluid import any_pressure, any_swelling, raised_pressure, reading, swelling
from quiz.ivig.questions.kidneys import any_change
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.time import in_window, past_window
from quiz.ivig.risk_groups import fluid_risk, kidney_risk
from quiz.model import Rule, Urgency

RULES = (
    Rule(
        id="swelling-lying-flat",
        when=swelling.is_("lying-flat"),
        urgency=Urgency.EMERGENCY,
        because="Short breath when lying flat, or a need for more pillows, can mean fluid in the lungs.",
        hazards=(
            h.WEIGHT_GAIN,
            h.PUFFY,
            h.BREATHLESS,
        ),
        sources=(
            s.GAMUNEX,
            s.NHS_BREATHLESSNESS,
        ),
    ),
    Rule(
        id="pressure-very-high",
        when=reading.is_("top"),
        urgency=Urgency.TODAY,
        call="night",
        because="A top number of 180 or more needs a check today.",
        ask="What should be done about this blood pressure?",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="pressure-high",
        when=reading.is_("bottom"),
        urgency=Urgency.TODAY,
        call="night",
        because="A bottom number of 120 or more needs a check today.",
        ask="What should be done about this blood pressure?",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="weight-gain",
        when=swelling.is_("weight"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Fast weight gain means that your body holds too much fluid.",
        ask="Could this be too much fluid?",
        hazards=(h.WEIGHT_GAIN,),
        sources=(s.GAMUNEX, s.PRIVIGEN, s.GAMMAGARD, s.OWN_MARGIN),
    ),
    Rule(
        id="swelling-climbing",
        when=swelling.is_("climbing"),
        urgency=Urgency.TODAY,
        call="morning",
        because="Swelling that climbs can mean strain on your heart or kidneys.",
        ask="Could this strain the heart or kidneys?",
        hazards=(h.PUFFY,),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="swelling-one-leg",
        when=swelling.is_("one-leg"),
        urgency=Urgency.TODAY,
        call="night",
        because="Swelling that is worse in one leg can mean a clot.",
        ask="Could this be a clot?",
        hazards=(h.LIMB_CLOT, h.PUFFY),
        sources=(s.ARTICLE, s.NHS_DVT),
    ),
    Rule(
        id="swelling-with-risk",
        when=any_swelling & (fluid_risk | kidney_risk),
        urgency=Urgency.TODAY,
        call="morning",
        because="Even slight swelling needs a call today, as your heart or kidneys are at risk.",
        ask="Could this strain the heart or kidneys?",
        hazards=(h.PUFFY,),
        sources=(
            s.ARTICLE,
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    # What swells may wait for the morning, unless the heart or the kidneys may be why.
    Rule(
        id="swelling-at-night",
        when=any_swelling & (risks.is_("heart-failure") | any_change),
        urgency=Urgency.TODAY,
        call="night",
        because="Swelling with heart failure or with less pee must not wait for the morning.",
        ask="Could this strain the heart or kidneys?",
        hazards=(
            h.PUFFY,
            h.WEIGHT_GAIN,
            h.LESS_URINE,
        ),
        sources=(s.OWN_MARGIN,),
    ),
    Rule(
        id="fluid-stays-with-risk",
        when=(symptoms.is_("heavy") | any_pressure) & past_window & fluid_risk,
        urgency=Urgency.TODAY,
        call="night",
        because="Fluid that has not gone after 3 days can strain your heart or kidneys.",
        ask="Could this be too much fluid?",
        hazards=(h.PRESSURE, h.FLU_STAYS),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="pressure-raised-with-risk",
        when=raised_pressure & fluid_risk,
        urgency=Urgency.TODAY,
        call="night",
        because="A raised blood pressure needs a call today, as your heart or kidneys are at risk.",
        ask="What should be done about this blood pressure?",
        hazards=(h.PRESSURE,),
        sources=(
            s.ARTICLE,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="swelling-puffy",
        when=swelling.is_("puffy"),
        urgency=Urgency.SOON,
        because="Your team should know when your body holds on to fluid.",
        ask="Could this be too much fluid?",
        hazards=(h.PUFFY,),
        sources=(s.ARTICLE, s.LABELS),
    ),
    Rule(
        id="pressure-raised",
        when=reading.is_("raised"),
        urgency=Urgency.SOON,
        because="Your team should know of a raised blood pressure.",
        ask="What should be done about this blood pressure?",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="swelling-evening-later",
        when=swelling.is_("evening") & (third_day | late),
        urgency=Urgency.SOON,
        because="Slight swelling from the drip should have gone after 2 days.",
        ask="Could this be too much fluid?",
        hazards=(h.PUFFY,),
        sources=(
            s.ARTICLE,
            s.LABELS,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="pressure-slight-with-risk",
        when=any_pressure & fluid_risk,
        urgency=Urgency.SOON,
        because="Your team should know of a rise in blood pressure, as your heart or kidneys are at risk.",
        ask="What should be done about this blood pressure?",
        hazards=(h.PRESSURE,),
        sources=(
            s.ARTICLE,
            s.OWN_MARGIN,
        ),
    ),
    Rule(
        id="pressure-slight-past-3-days",
        when=any_pressure & past_window,
        urgency=Urgency.SOON,
        because="A rise in blood pressure from the drip should have gone within 3 days.",
        ask="What should be done about this blood pressure?",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE, s.OWN_MARGIN),
    ),
    Rule(
        id="pressure-slight",
        when=reading.is_("slight") & in_window,
        urgency=Urgency.EXPECTED,
        because="A small rise in blood pressure is common in the first 3 days.",
        hazards=(h.PRESSURE,),
        sources=(s.ARTICLE,),
    ),
    Rule(
        id="swelling-evening",
        when=swelling.is_("evening") & (first_day | second_day),
        urgency=Urgency.EXPECTED,
        because="Slightly puffy ankles in the evening are common in the first 2 days.",
        hazards=(h.PUFFY,),
        sources=(
            s.ARTICLE,
            s.OWN_MARGIN,
        ),
    ),
)
