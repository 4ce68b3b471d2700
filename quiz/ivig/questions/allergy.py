"""Allergy: the skin."""

from quiz.conditions import named
from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import NOT_SURE, PURPLE_SPOTS, RASH_WITH_ILLNESS, UNTESTED_SPOTS, reported
from quiz.ivig.questions.outside import dose_site
from quiz.model import Option, Question

skin = Question(
    id="skin",
    kind="scale",
    text="What is the skin like?",
    hint="Press spots with a clear glass. Do the spots fade?",
    about="the skin",
    ask_if=symptoms.is_("skin"),
    cluster="allergy",
    screen="stomach-skin-blood",
    options=(
        reported("flush", "Warm, flushed face, and it is fading", named="a flushed face that fades"),
        reported("patch", "One faint patch, not changing", named="one faint patch on the skin"),
        reported(
            "palms",
            "Blisters (itchy or painless) or peeling on palms or soles, or dry patches like eczema",
            named="blisters or peeling on palms or soles, or dry patches (pompholyx, eczema)",
            cluster="skin",
        ),
        reported(
            "rash",
            "Hives, itching or a new rash",
            named="hives (urticaria), itching or a new rash",
        ),
        reported(
            "spreading",
            "A rash that spreads, is raw or weeping, or blisters that hurt or hold blood",
            named="a rash that spreads, is raw or weeps, or blisters that hurt or hold blood",
            cluster="skin",
        ),
        UNTESTED_SPOTS._replace(cluster="skin"),
        reported(
            "severe",
            "Any skin change with a swollen face, hoarse voice, sore mouth or eyes, fever, faint or vomiting",
            named="a skin change with a swollen face, hoarse voice, sore mouth or eyes, fever, faint or vomiting",
        ),
        reported(
            "all-over",
            "Red, hot, sore or peeling over most of the body",
            named="skin that is red, hot, sore or peeling over most of the body (erythroderma)",
        ),
        PURPLE_SPOTS,
        RASH_WITH_ILLNESS,
        Option(id="not-sure", text=NOT_SURE, stands_for=("patch",)),
    ),
)
away = dose_site.is_("away")
any_mark = named("a mark on the skin, even a faint one", skin.at_least("patch") | away)
rash = named("hives or a rash", skin.at_least("rash") | away)
