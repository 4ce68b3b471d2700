"""Stomach: being sick, tummy ache and runs."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.wording import NOT_SURE
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
        Option(
            id="queasy",
            text="Queasy or sick once. Drinking works, and it is 2 days or less",
            named="feeling queasy or being sick once (2 days or less)",
            reports=True,
        ),
        Option(
            id="lingering",
            text="Queasy or sick once, for more than 2 days",
            named="feeling queasy or being sick once (more than 2 days)",
            reports=True,
        ),
        Option(
            id="repeated",
            text="Sick more than once, or drinks will not stay down",
            named="being sick more than once or keeping no drinks down",
            reports=True,
            cluster="stomach",
        ),
        Option(
            id="blood",
            text="Sick with blood in it, or with a faint",
            named="being sick with blood in it (haematemesis) or with a faint",
            reports=True,
            cluster="stomach",
        ),
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
        Option(
            id="mild",
            text="Mild pain or loose poo, for 2 days or less",
            named="mild tummy pain or loose poo (2 days or less)",
            reports=True,
        ),
        Option(
            id="lasting",
            text="Mild pain or loose poo, for more than 2 days",
            named="mild tummy pain or loose poo (more than 2 days)",
            reports=True,
        ),
        Option(
            id="strong",
            text="Strong pain, or drinking cannot keep up",
            named="strong tummy pain, or more lost than drinking makes up for",
            reports=True,
        ),
        Option(
            id="sudden",
            text="Sudden and very bad, or black or bloody poo",
            named="sudden and very bad tummy pain, or black or bloody poo",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("lasting",)),
    ),
)
