"""Special: sugar, and thoughts of stopping."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NOT_SURE, reported
from quiz.model import Option, Question

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
next_drip = Question(
    id="next-drip",
    kind="choice",
    text="When is the next drip due?",
    about="when the next drip is due",
    ask_if=symptoms.is_("stopping"),
    screen="heart-and-others",
    options=(
        reported("later", "In more than 2 days", named="a thought of stopping with the next drip more than 2 days off"),
        reported(
            "soon-or-missed",
            "Within 2 days, or it was missed already",
            named="a thought of stopping with the next drip within 2 days or already missed",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("soon-or-missed",)),
    ),
)
