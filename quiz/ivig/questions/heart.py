"""Heart: how it beats."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.wording import NOT_SURE
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
        Option(
            id="flutter",
            text="A brief flutter, settled now",
            named="a brief flutter of the heart that settled (palpitation)",
            reports=True,
        ),
        Option(
            id="racing",
            text="Racing, pounding or uneven, and it goes on or comes back",
            named="a racing, pounding or uneven heartbeat that goes on or comes back",
            reports=True,
        ),
        Option(
            id="rest",
            text="Racing or pounding even at rest",
            named="a racing or pounding heart even at rest",
            reports=True,
        ),
        Option(
            id="with-signs",
            text="With chest pain, short breath or a faint",
            named="a heartbeat problem with chest pain, short breath or a faint",
            reports=True,
        ),
        Option(id="not-sure", text=NOT_SURE, stands_for=("racing",)),
    ),
)
