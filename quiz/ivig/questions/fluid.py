"""Fluid: blood pressure and swelling."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NO_URINE, NOT_SURE, reported
from quiz.model import Option, Question

pressure = Question(
    id="pressure",
    kind="scale",
    text="What was the blood pressure reading?",
    hint="Take the higher group if the two numbers fall in different groups.",
    about="the blood pressure reading",
    ask_if=symptoms.is_("pressure"),
    cluster="fluid",
    screen="heart-and-others",
    options=(
        reported(
            "slight",
            "Below 140 over 90, but higher than usual",
            named="a blood pressure below 140 over 90 but higher than usual",
        ),
        reported("raised", "140 to 179 over 90 to 119", named="a blood pressure of 140 to 179 over 90 to 119"),
        reported(
            "high",
            "180 or more, or the lower number is 120 or more",
            named="a blood pressure of 180 or more, or 120 or more for the lower number",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("raised",)),
    ),
)
swelling = Question(
    id="swelling",
    kind="scale",
    text="What is the swelling or weight like?",
    about="the swelling or weight",
    ask_if=symptoms.is_("swelling"),
    cluster="fluid",
    screen="heart-and-others",
    options=(
        reported(
            "evening",
            "Ankles slightly puffy on both sides, or rings tight, in the evening only",
            named="slight swelling on both sides in the evening only",
        ),
        reported("puffy", "Both ankles puffy, or rings tight", named="puffy ankles on both sides or tight rings"),
        reported(
            "climbing",
            "It climbs up the legs, or one leg is worse",
            named="swelling that climbs the legs or is mainly in one leg",
        ),
        reported(
            "weight",
            "2 kg (4 to 5 lb) heavier within 2 or 3 days",
            named="a weight gain of 2 kg (4 to 5 lb) within 2 or 3 days",
        ),
        reported(
            "lying-flat",
            "With short breath when lying flat",
            named="swelling with short breath when lying flat (orthopnoea)",
        ),
        NO_URINE,
        # Higher than the next step: swelling that climbs is easily missed under clothes.
        Option(id="not-sure", text=NOT_SURE, stands_for=("climbing",)),
    ),
)
