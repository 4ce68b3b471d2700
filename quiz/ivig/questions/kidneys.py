"""Kidneys: how much urine, and its colour."""

from quiz.conditions import named
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NO_URINE, NOT_SURE, SADDLE_NUMB, reported
from quiz.model import Option, Question

urine = Question(
    id="urine",
    kind="several",
    text="What is the pee like?",
    about="the pee",
    ask_if=symptoms.is_("urine"),
    cluster="kidney",
    screen="stomach-skin-blood",
    options=(
        NO_URINE,
        SADDLE_NUMB,
        reported(
            "very-little",
            "Very little in the last 12 hours, but not none",
            named="very little pee in 12 hours (oliguria)",
        ),
        reported(
            "dark",
            "Dark like tea or cola, or brown or red",
            named="pee that is dark like tea or cola, brown or red",
            cluster="blood",
        ),
        reported("less", "Clearly less than usual", named="clearly less pee than usual (oliguria)"),
        reported("little-less", "A little less than usual, and still so", named="a little less pee than usual, still"),
        reported(
            "dry-day",
            "Less or darker just once, after drinking too little, and as usual again now",
            named="less or darker pee just once, after drinking too little",
        ),
        reported("more", "More than usual, and clear", named="more pee than usual that is clear"),
        # Less pee is easily missed, and harm to the kidneys gives no other sign.
        Option(id="not-sure", text=NOT_SURE, stands_for=("less",)),
    ),
)
# Dark pee counts as less: whoever passes little may see only the colour.
less_urine = named("clearly less or dark pee", urine.is_("less", "dark", "very-little"))
any_change = named("less or darker pee, even once", urine.is_("dry-day", "little-less", *less_urine.options))
