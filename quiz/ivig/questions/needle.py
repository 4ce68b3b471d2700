"""Needle: the place where it was."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NOT_SURE, reported
from quiz.model import Option, Question

needle = Question(
    id="needle",
    kind="scale",
    text="What is the needle site like?",
    about="the needle site",
    ask_if=symptoms.is_("needle"),
    cluster="needle-site",
    screen="stomach-skin-blood",
    options=(
        reported(
            "sore",
            "A small sore spot or bruise, for 3 days or less",
            named="a small sore spot or bruise at the needle site (3 days or less)",
        ),
        reported(
            "lump",
            "A lump, or sore for more than 3 days",
            named="a lump, or more than 3 days of soreness, at the needle site",
        ),
        reported(
            "spreading",
            "Redness that spreads, a hot streak, a hard cord or pus",
            named="spreading redness, a hot streak, a hard cord or pus at the needle site",
            cluster="infection",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("lump",)),
    ),
)
