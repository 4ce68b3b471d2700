"""Lab tests: a result that worries."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import reported
from quiz.model import Question

tests = Question(
    id="tests",
    kind="several",
    text="What does the test say?",
    about="the test result",
    ask_if=symptoms.is_("tests"),
    screen="heart-and-others",
    options=(
        reported(
            "white-cells-fever",
            "Low white cells, and a fever of 38 °C (100.4 °F) or more",
            named="low white cells (neutropenia) with a fever of at least 38 °C (100.4 °F)",
            cluster="blood",
        ),
        reported(
            "salt",
            "Low salt (sodium), worse kidneys, anaemia or low platelets",
            named="low salt (sodium), worse kidneys, anaemia or low platelets",
            cluster="blood",
        ),
        reported(
            "white-cells",
            "Low white cells, and no fever",
            named="low white cells (neutropenia) without fever",
            cluster="blood",
        ),
        reported(
            "antibodies",
            "A positive antibody test (hepatitis B, syphilis, Coombs), or raised ESR or protein",
            named="a positive antibody test (hepatitis B, syphilis, Coombs), or raised ESR or protein",
        ),
        reported("another", "Another result, or not sure what it says", named="another test result"),
    ),
)
