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
            "A small sore spot or bruise, or blue-green hands after many tries, for 3 days at most",
            named="a small sore spot or bruises where the needle went in (3 days at most)",
        ),
        reported(
            "lump",
            "A lump, or a bruise or soreness for longer than 3 days. Or an arm that burned or swelled during the drip,"
            " and eases",
            named="a lump, over 3 days of soreness or bruising, or an arm that burned or swelled and eases",
        ),
        reported(
            "growing",
            "A bruise or swelling that grows, feels tight, has a blister or goes numb",
            named="a bruise or swelling at the needle site that grows, feels tight, has a blister or goes numb",
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
