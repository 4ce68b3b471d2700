"""Stomach: being sick, tummy ache and runs."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import BLOODY_STOOL, NO_URINE, NOT_SURE, reported
from quiz.model import Option, Question

sick = Question(
    id="sick",
    kind="scale",
    text="How sick?",
    about="the sickness",
    ask_if=symptoms.is_("sick"),
    cluster="flu-like",
    screen="stomach-skin-blood",
    options=(
        reported(
            "queasy",
            "Queasy or sick once. Drinking works, and it is 2 days or less",
            named="feeling queasy or being sick once (2 days or less)",
        ),
        reported(
            "lingering",
            "Queasy or sick once, for more than 2 days",
            named="feeling queasy or being sick once (more than 2 days)",
        ),
        reported(
            "repeated",
            "Sick more than once, or drinks will not stay down",
            named="being sick more than once or keeping no drinks down",
            cluster="stomach",
        ),
        reported(
            "blood",
            "Sick with blood in it, or with a faint",
            named="being sick with blood in it (haematemesis) or with a faint",
            cluster="stomach",
        ),
        NO_URINE,
        BLOODY_STOOL,
        Option(id="not-sure", text=NOT_SURE, stands_for=("lingering",)),
    ),
)
tummy = Question(
    id="tummy",
    kind="scale",
    text="What is the tummy like?",
    about="the tummy trouble",
    ask_if=symptoms.is_("tummy"),
    cluster="stomach",
    screen="stomach-skin-blood",
    options=(
        reported(
            "mild", "Mild pain or loose poo, for 2 days or less", named="mild tummy pain or loose poo (2 days or less)"
        ),
        reported(
            "lasting",
            "Mild pain or loose poo, for more than 2 days",
            named="mild tummy pain or loose poo (more than 2 days)",
        ),
        reported(
            "strong",
            "Strong pain, or drinking cannot keep up",
            named="strong tummy pain, or more lost than drinking makes up for",
        ),
        reported(
            "sudden",
            "Sudden and very bad, or black or bloody poo",
            named="sudden and very bad tummy pain, or black or bloody poo",
        ),
        BLOODY_STOOL,
        Option(id="not-sure", text=NOT_SURE, stands_for=("lasting",)),
    ),
)
