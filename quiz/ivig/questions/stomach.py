"""Stomach: being sick, tummy ache and runs."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import BLOODY_STOOL, NO_URINE, NOT_SURE, SADDLE_NUMB, reported
from quiz.model import Option, Question

sick = Question(
    id="sick",
    kind="scale",
    text="How bad is the sickness?",
    about="the sickness",
    ask_if=symptoms.is_("sick"),
    cluster="flu-like",
    screen="stomach-skin-blood",
    options=(
        reported(
            "queasy",
            "Queasy or sick once, for 2 days at most. Drinking works",
            named="feeling queasy or being sick once (2 days at most)",
        ),
        reported(
            "lingering",
            "Queasy or sick once, for longer than 2 days",
            named="feeling queasy or being sick once (longer than 2 days)",
        ),
        reported(
            "repeated",
            "Sick more than once in a day, or drinks will not stay down",
            named="being sick more than once in a day or keeping no drinks down",
            cluster="stomach",
        ),
        reported(
            "faint",
            "Being sick, with a faint",
            named="being sick with a faint",
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
    text="How is the tummy?",
    about="the tummy trouble",
    ask_if=symptoms.is_("tummy"),
    cluster="stomach",
    screen="stomach-skin-blood",
    options=(
        reported(
            "bloated",
            "Bloated, constipated or hiccups, for 2 days at most. Drinking works",
            named="a bloated tummy, constipation or hiccups (2 days at most)",
        ),
        reported(
            "mild", "Mild pain or loose poo, for 2 days at most", named="mild tummy pain or loose poo (2 days at most)"
        ),
        reported(
            "lasting",
            "Mild pain, loose poo, bloated or constipated, for longer than 2 days",
            named="mild tummy pain, loose poo, bloating or constipation (longer than 2 days)",
        ),
        reported(
            "strong",
            "Strong pain, drinking cannot keep up, or hiccups for longer than 2 days",
            named="strong tummy pain, more lost than drinking makes up for, or hiccups (longer than 2 days)",
        ),
        reported("sudden", "Sudden and very bad pain", named="sudden and very bad tummy pain"),
        SADDLE_NUMB,
        BLOODY_STOOL,
        Option(id="not-sure", text=NOT_SURE, stands_for=("lasting",)),
    ),
)
