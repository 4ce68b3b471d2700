"""Heart: how it beats, and what was measured."""

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
reading = Question(
    id="reading",
    kind="several",
    text="Which reading is it?",
    hint="Measured more than once? Think of the reading furthest from the usual.",
    about="the reading",
    ask_if=symptoms.is_("reading"),
    cluster="heart-and-lungs",
    screen="heart-and-others",
    options=(
        reported(
            "with-sign",
            "A low reading or a fast pulse, with any one of: a near-faint, a grey face, chest pain, short breath",
            named="a low reading or a fast pulse with a near-faint, a grey face, chest pain or short breath",
        ),
        reported(
            "extreme",
            "Pulse under 40, or over 120 at rest",
            named="a pulse under 40, or over 120 at rest (bradycardia, tachycardia)",
        ),
        reported(
            "low",
            "Pulse below 50 or pressure below 90 over 60, and otherwise well",
            named="a pulse below 50 or a blood pressure below 90 over 60 while well",
        ),
        reported("pressure", "Blood pressure higher than usual", named="a blood pressure reading higher than usual"),
        reported(
            "sugar",
            "Blood sugar far higher or lower than usual",
            named="a blood sugar reading far from the usual",
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("low",)),
    ),
)
