"""Special: sugar, and thoughts of stopping."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.wording import NOT_SURE
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
        Option(
            id="well", text="As usual", named="a surprising blood sugar reading while feeling as usual", reports=True
        ),
        Option(
            id="shaky",
            text="Shaky, sweaty, drowsy or confused",
            named="a surprising blood sugar reading while shaky, sweaty, drowsy or confused",
            reports=True,
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
        Option(
            id="later",
            text="In more than 2 days",
            named="a thought of stopping with the next drip more than 2 days off",
            reports=True,
        ),
        Option(
            id="soon-or-missed",
            text="Within 2 days, or it was missed already",
            named="a thought of stopping with the next drip within 2 days or already missed",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("soon-or-missed",)),
    ),
)
