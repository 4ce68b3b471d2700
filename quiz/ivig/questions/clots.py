"""Clots: an arm or leg, and what comes with breath that runs short."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import COLD_LIMB, COUGHING_BLOOD, NOT_SURE, folded, reported
from quiz.model import NONE, Option, Question

puffed = Question(
    id="puffed",
    kind="several",
    text="Is any of these true of the breath on stairs?",
    hint="Unsure? Tick it.",
    about="what comes with being breathless",
    ask_if=symptoms.is_("stairs"),
    cluster="heart-and-lungs",
    screen="heart-and-others",
    options=(
        COUGHING_BLOOD,
        reported("today", "It started today", named="getting breathless on stairs since today"),
        reported("leg", "A sore or swollen leg too", named="getting breathless on stairs with a sore or swollen leg"),
        Option(id=NONE, text="None of these"),
    ),
)
limb = Question(
    id="limb",
    kind="several",
    text="What is that arm, leg, finger or toe like?",
    about="the arm or leg",
    ask_if=symptoms.is_("limb"),
    cluster="limb",
    screen="head-and-nerves",
    options=(
        COLD_LIMB,
        reported(
            "whole",
            "A whole arm or leg swollen and blue, or cold and white",
            named="a whole arm or leg that is swollen and blue, or cold and white",
        ),
        reported(
            "white-painful",
            "Fingers or toes stay white or blue, and hurt",
            named="fingers or toes that stay white or blue and hurt",
        ),
        reported(
            "swollen",
            "A whole arm or leg swollen, with its usual colour",
            named="a whole arm or leg that is swollen (usual colour)",
        ),
        reported(
            "sore",
            "Part of one arm or leg is sore, swollen, warm or red",
            named="part of one arm or leg that is sore, swollen, warm or red",
        ),
        *folded(
            "Fingers or toes with sores, or white or blue in the cold",
            reported(
                "one-side",
                "On one side only, fingers or toes turn white or blue in the cold",
                named="fingers or toes of one side only that turn white or blue in the cold",
            ),
            reported(
                "sores",
                "Fingers or toes with sores",
                named="sores on fingers or toes",
            ),
            reported(
                "both-sides",
                "On both sides, fingers or toes turn white or blue in the cold, and pink when warm",
                named="fingers or toes of both sides that turn white or blue in the cold (Raynaud)",
            ),
            reported(
                "known",
                "White or blue in the cold on both sides, known for years and no worse",
                named="white or blue fingers or toes in the cold, known for years",
            ),
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("sore",)),
    ),
)
