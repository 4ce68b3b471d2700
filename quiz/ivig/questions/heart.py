"""Heart: how it beats."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NEAR_FAINT_WITH_SIGN, NOT_SURE, reported
from quiz.model import Option, Question

heart = Question(
    id="heart",
    kind="scale",
    text="What is the heartbeat like?",
    about="the heartbeat",
    ask_if=symptoms.is_("heart"),
    cluster="heart-and-lungs",
    screen="heart-and-others",
    options=(
        reported(
            "flutter", "A brief flutter, settled now", named="a brief flutter of the heart that settled (palpitation)"
        ),
        reported(
            "racing",
            "Racing, pounding or uneven, and it goes on or comes back",
            named="a racing, pounding or uneven heartbeat that goes on or comes back",
        ),
        reported("rest", "Racing or pounding even at rest", named="a racing or pounding heart even at rest"),
        reported(
            "with-signs",
            "With chest pain, short breath, a faint or a near-faint",
            named="a heartbeat problem with chest pain, short breath, a faint or a near-faint",
        ),
        NEAR_FAINT_WITH_SIGN,
        Option(id="not-sure", text=NOT_SURE, stands_for=("racing",)),
    ),
)
