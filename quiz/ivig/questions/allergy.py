"""Allergy: the skin."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NOT_SURE, PURPLE_SPOTS, RASH_WITH_ILLNESS, reported
from quiz.model import Option, Question

skin = Question(
    id="skin",
    kind="scale",
    text="What is the skin like?",
    hint="Choose the lowest line that fits.",
    about="the skin",
    ask_if=symptoms.is_("skin"),
    cluster="allergy",
    screen="stomach-skin-blood",
    options=(
        reported("flush", "Warm, flushed face, and it is fading", named="a flushed face that fades"),
        reported("patch", "One faint patch, not changing", named="one faint patch on the skin"),
        reported(
            "palms",
            "Itchy blisters on palms or soles, or dry patches like eczema",
            named="itchy blisters on palms or soles, or dry patches (pompholyx, eczema)",
            cluster="skin",
        ),
        reported("rash", "Hives, itching or a new rash", named="hives (urticaria), itching or a new rash"),
        reported(
            "spreading",
            "A rash that spreads, is raw or weeping, or any with the next drip due within days",
            named="a rash that spreads, is raw or weeps, or any with the next drip due within days",
            cluster="skin",
        ),
        reported(
            "severe",
            "Any with a swollen face, hoarse voice, sore mouth or eyes, fever, faint or vomiting; spots that stay",
            named="a skin change with a swollen face, hoarse voice, sore mouth or eyes, fever, faint or vomiting,"
            " or with spots that stay",
        ),
        PURPLE_SPOTS,
        RASH_WITH_ILLNESS,
        Option(id="not-sure", text=NOT_SURE, stands_for=("patch",)),
    ),
)
