"""Blood: paleness and yellow skin, bruises and bleeding."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import BLOODY_STOOL, NOT_SURE, PURPLE_SPOTS, UNTESTED_SPOTS, reported
from quiz.model import Option, Question

paleness = Question(
    id="pale",
    kind="several",
    text="Is the skin pale or yellow?",
    about="being pale or yellow",
    ask_if=symptoms.is_("pale"),
    cluster="blood",
    screen="stomach-skin-blood",
    options=(
        reported("yellow", "Yellow skin or eyes", named="yellow skin or eyes (jaundice)"),
        reported("pale", "Unusually pale", named="unusual paleness (pallor)"),
        Option(id="not-sure", text=NOT_SURE, stands_for=("pale", "yellow")),
    ),
)
bleed = Question(
    id="bleed",
    kind="several",
    text="What bleeds or is bruised?",
    about="the bruises or bleeding",
    ask_if=symptoms.is_("bleed"),
    cluster="blood",
    screen="stomach-skin-blood",
    options=(
        PURPLE_SPOTS,
        BLOODY_STOOL,
        reported(
            "heavy",
            "New heavy bleeding, or any after a blow to the head",
            named="new heavy bleeding, or any after a blow to the head",
        ),
        UNTESTED_SPOTS,
        reported(
            "bruises",
            "New bruises away from the needle, or nosebleeds that stop",
            named="new bruises away from the needle, or nosebleeds that stop",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("bruises",)),
    ),
)
