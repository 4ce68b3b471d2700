"""Special: sugar."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import reported
from quiz.model import Question

sugar = Question(
    id="sugar",
    kind="choice",
    text="How do things feel with that blood sugar reading?",
    hint="Not sure? Choose the second.",
    about="the blood sugar reading",
    ask_if=symptoms.is_("sugar"),
    screen="heart-and-others",
    options=(
        reported("well", "As usual", named="a surprising blood sugar reading while feeling as usual"),
        reported(
            "shaky",
            "Shaky, sweaty, drowsy or confused",
            named="a surprising blood sugar reading while shaky, sweaty, drowsy or confused",
        ),
    ),
)
