"""Kidneys: how much urine, and its colour."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.wording import NOT_SURE
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
        Option(id="more", text="More than usual, and clear", named="more pee than usual that is clear", reports=True),
        Option(
            id="dry-day",
            text="Less or darker once, on a dry day. Drinking put it right",
            named="less or darker pee once on a dry day",
            reports=True,
        ),
        Option(id="less", text="Clearly less than usual", named="clearly less pee than usual (oliguria)", reports=True),
        Option(
            id="dark",
            text="Dark like tea or cola, or brown or red",
            named="pee that is dark like tea or cola, brown or red",
            reports=True,
            cluster="blood",
        ),
        Option(
            id="none-12-hours",
            text="None for 12 hours or more",
            named="no pee for 12 hours or more (anuria)",
            reports=True,
        ),
        # Higher than the next step: less pee is easily missed, and harm to the kidneys gives no other sign.
        Option(id="not-sure", text=NOT_SURE, stands_for=("less",)),
    ),
)
