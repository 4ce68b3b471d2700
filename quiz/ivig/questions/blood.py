"""Blood: paleness, yellow skin, bruises."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import BLOODY_STOOL, NOT_SURE, PURPLE_SPOTS, reported
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
        PURPLE_SPOTS,
        BLOODY_STOOL,
        reported("pale", "Unusually pale", named="unusual paleness (pallor)"),
        reported("yellow", "Yellow skin or eyes", named="yellow skin or eyes (jaundice)"),
        reported(
            "bruises",
            "New bruises away from the needle, or nosebleeds that stop",
            named="new bruises away from the needle, or nosebleeds that stop",
        ),
        reported(
            "heavy",
            "New heavy bleeding, or any after a blow to the head",
            named="new heavy bleeding, or any after a blow to the head",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("pale", "yellow")),
    ),
)
