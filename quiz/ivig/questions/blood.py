"""Blood: paleness, yellow skin, bruises."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.wording import NOT_SURE
from quiz.model import Option, Question

blood = Question(
    id="blood",
    kind="several",
    text="Which of these?",
    about="being pale, yellow or bruised",
    ask_if=symptoms.is_("blood"),
    cluster="blood",
    screen="stomach-skin-blood",
    options=(
        Option(id="pale", text="Unusually pale", named="unusual paleness (pallor)", reports=True),
        Option(id="yellow", text="Yellow skin or eyes", named="yellow skin or eyes (jaundice)", reports=True),
        Option(
            id="bruises",
            text="New bruises away from the needle, or nosebleeds that stop",
            named="new bruises away from the needle, or nosebleeds that stop",
            reports=True,
        ),
        Option(
            id="heavy",
            text="New heavy bleeding, or any after a blow to the head",
            named="new heavy bleeding, or any after a blow to the head",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("pale", "yellow")),
    ),
)
