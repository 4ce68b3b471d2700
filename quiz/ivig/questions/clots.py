"""Clots: one arm or leg."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import COLD_LIMB, NOT_SURE, reported
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
        COLD_LIMB,
        reported(
            "sore",
            "Part of it is sore, swollen, warm or red",
            named="part of one arm or leg that is sore, swollen, warm or red",
        ),
        reported(
            "whole",
            "All of it is swollen and blue, or cold and white",
            named="a whole arm or leg that is swollen and blue, or cold and white",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore",)),
    ),
)
