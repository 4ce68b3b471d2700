"""Kidneys: how much urine, and its colour."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NO_URINE, NOT_SURE, SADDLE_NUMB, reported
from quiz.model import Option, Question

urine = Question(
    id="urine",
    kind="scale",
    text="What is the pee like?",
    about="the pee",
    ask_if=symptoms.is_("urine"),
    cluster="kidney",
    screen="stomach-skin-blood",
    options=(
        reported("more", "More than usual, and clear", named="more pee than usual that is clear"),
        reported(
            "dry-day",
            "Less or darker once, on a dry day. Drinking put it right",
            named="less or darker pee once on a dry day",
        ),
        reported("less", "Clearly less than usual", named="clearly less pee than usual (oliguria)"),
        reported(
            "dark",
            "Dark like tea or cola, or brown or red",
            named="pee that is dark like tea or cola, brown or red",
            cluster="blood",
        ),
        SADDLE_NUMB,
        NO_URINE,
        # Higher than the next step: less pee is easily missed, and harm to the kidneys gives no other sign.
        Option(id="not-sure", text=NOT_SURE, stands_for=("less",)),
    ),
)
