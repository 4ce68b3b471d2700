"""Fluid: readings of pressure, pulse and sugar, and swelling."""

from quiz.conditions import named
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NO_URINE, NOT_SURE, reported
from quiz.model import Option, Question

reading = Question(
    id="reading",
    kind="several",
    text="Which reading is it?",
    hint="Measured more than once? Think of the one furthest from the usual.",
    about="the reading",
    ask_if=symptoms.is_("reading"),
    screen="heart-and-others",
    options=(
        reported(
            "with-sign",
            "Low pressure, or a slow or fast pulse. With it a near-faint, a grey face, chest pain or short breath",
            named="low pressure, or a slow or fast pulse, with a near-faint, a grey face, chest pain or short breath",
            cluster="heart-and-lungs",
        ),
        reported(
            "sugar-shaky",
            "Blood sugar far from the usual, and shaky, sweaty, drowsy or confused",
            named="a blood sugar far from the usual while shaky, sweaty, drowsy or confused",
        ),
        reported(
            "pulse",
            "Pulse under 40, or over 120 at rest",
            named="a pulse under 40, or over 120 at rest (bradycardia, tachycardia)",
            cluster="heart-and-lungs",
        ),
        reported(
            "top",
            "Blood pressure. The top number is 180 or more",
            named="a blood pressure with a top number of 180 or more",
            cluster="fluid",
        ),
        reported(
            "bottom",
            "Blood pressure. The bottom number is 120 or more",
            named="a blood pressure with a bottom number of 120 or more",
            cluster="fluid",
        ),
        reported(
            "sugar",
            "Blood sugar far from the usual. All feels well",
            named="a blood sugar far from the usual while feeling well",
        ),
        reported(
            "raised",
            "Blood pressure. The top number is 140 to 179, or the bottom number 90 to 119",
            named="a blood pressure with a top number of 140 to 179 or a bottom number of 90 to 119",
            cluster="fluid",
        ),
        reported(
            "low",
            "Pulse below 50 or pressure below 90 over 60, and otherwise well",
            named="a pulse below 50 or a blood pressure below 90 over 60 while well",
            cluster="heart-and-lungs",
        ),
        reported(
            "slight",
            "Blood pressure. Below 140 over 90, but higher than usual",
            named="a blood pressure below 140 over 90 but higher than usual",
            cluster="fluid",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("top", "low")),
    ),
)
high_pressure = named("a very high blood pressure (180 or more over 120 or more)", reading.is_("top", "bottom"))
raised_pressure = named(
    "a raised blood pressure (140 or more over 90 or more)", reading.is_("raised", *high_pressure.options)
)
any_pressure = named("a blood pressure higher than usual", reading.is_("slight", *raised_pressure.options))
swelling = Question(
    id="swelling",
    kind="several",
    text="What is the swelling or weight like?",
    about="the swelling or weight",
    ask_if=symptoms.is_("swelling"),
    cluster="fluid",
    screen="heart-and-others",
    options=(
        NO_URINE,
        reported(
            "lying-flat",
            "Short breath when lying flat, or more pillows needed to breathe",
            named="swelling with short breath when lying flat or more pillows needed to breathe (orthopnoea)",
        ),
        reported(
            "weight",
            "2 kg (4 to 5 lb) heavier within 2 or 3 days",
            named="a weight gain of 2 kg (4 to 5 lb) within 2 or 3 days",
        ),
        reported("climbing", "The swelling climbs up the legs", named="swelling that climbs the legs"),
        reported(
            "one-leg", "One leg is clearly more swollen", named="swelling that is worse in one leg", cluster="limb"
        ),
        reported("puffy", "Both ankles puffy, or rings tight", named="puffy ankles on both sides or tight rings"),
        reported(
            "evening",
            "Ankles slightly puffy on both sides, or rings tight, in the evening only",
            named="slight swelling on both sides in the evening only",
        ),
        # Worse than puffy ankles: swelling that climbs is easily missed under clothes.
        Option(id="not-sure", text=NOT_SURE, stands_for=("climbing",)),
    ),
)
# Lines that are an emergency by themselves add nothing to another sign.
fluid_or_clot = swelling.is_("climbing", "one-leg", "weight")
more_than_evening = named("swelling that is not only in the evening", swelling.is_("puffy", *fluid_or_clot.options))
any_swelling = named("any swelling or weight gain", swelling.is_("evening", *more_than_evening.options))
