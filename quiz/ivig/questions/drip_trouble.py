"""Drip trouble: what went wrong with the drip, a needle or tablets."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import reported
from quiz.model import Question

drip_trouble = Question(
    id="drip-trouble",
    kind="several",
    text="What went wrong?",
    about="what went wrong",
    ask_if=symptoms.is_("drip-trouble"),
    screen="heart-and-others",
    options=(
        reported(
            "too-much-ill",
            "Too much of a medicine on purpose, a large amount of it, or feeling ill from it",
            named="too much of a medicine on purpose, a large amount, or an illness from it (overdose)",
        ),
        reported(
            "too-much",
            "Too much of a medicine by mistake, or two medicines with the same ingredient",
            named="too much of a medicine by mistake, or two with the same ingredient",
        ),
        reported("prick", "Someone was pricked by a used needle", named="a prick from a used needle"),
        reported(
            "ran-wrong",
            "The drip ran too fast, stopped half-way, leaked, alarmed or looked cloudy",
            named="a drip that ran too fast, stopped half-way, leaked, alarmed or looked cloudy",
        ),
        reported(
            "shook-again",
            "Shaking or fever during the drip that came back or has not gone",
            named="shaking or fever during the drip that came back or has not gone",
        ),
        reported(
            "shook",
            "Shaking or fever during the drip. The nurse knows, it stopped, and all is well",
            named="shaking or fever during the drip that stopped, with all well now",
        ),
        reported(
            "slip",
            "A missed tablet, alcohol, or a tablet or illness not told to the nurse. All is well",
            named="a missed tablet, alcohol, or a tablet or illness not told to the nurse, with all well",
        ),
        reported("another", "Something else went wrong, or not sure", named="something else that went wrong"),
    ),
)
