"""Clots: one arm or leg."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.wording import NOT_SURE
from quiz.model import Option, Question

limb = Question(
    id="limb",
    kind="choice",
    text="What is that arm or leg like?",
    about="the sore arm or leg",
    ask_if=symptoms.is_("limb"),
    cluster="limb",
    screen="head-and-nerves",
    options=(
        Option(
            id="sore",
            text="Part of it is sore, swollen, warm or red",
            named="part of one arm or leg that is sore, swollen, warm or red",
            reports=True,
        ),
        Option(
            id="whole",
            text="All of it is swollen and blue, or cold and white",
            named="a whole arm or leg that is swollen and blue, or cold and white",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore",)),
    ),
)
