"""Fluid: blood pressure and swelling."""

from quiz.conditions import named
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.heart import reading
from quiz.ivig.questions.options import NO_URINE, NOT_SURE, reported
from quiz.model import Option, Question

pressure = Question(
    id="pressure",
    kind="scale",
    text="What was the blood pressure reading?",
    about="the blood pressure reading",
    ask_if=reading.is_("pressure"),
    cluster="fluid",
    screen="heart-and-others",
    options=(
        reported(
            "slight",
            "Below 140 over 90, but higher than usual",
            named="a blood pressure below 140 over 90 but higher than usual",
        ),
        reported(
            "raised",
            "The top number is 140 to 179, or the bottom number is 90 to 119",
            named="a blood pressure with a top number of 140 to 179 or a bottom number of 90 to 119",
        ),
        reported(
            "high",
            "The bottom number is 120 or more",
            named="a blood pressure with a bottom number of 120 or more",
        ),
        reported(
            "very-high",
            "The top number is 180 or more",
            named="a blood pressure with a top number of 180 or more",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("raised",)),
    ),
)
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
