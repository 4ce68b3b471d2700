"""Spells: a faint, a fit or a wheeze of a kind that is known."""

from quiz.ivig.questions.anything import symptoms
from quiz.ivig.questions.options import SPELL_STAYS, reported
from quiz.model import Question

spell = Question(
    id="spell",
    kind="several",
    text="Which spell was it?",
    hint="Not sure that it is over, or that it was as always? Tick the first.",
    about="the spell",
    ask_if=symptoms.is_("spell"),
    screen="heart-and-others",
    options=(
        SPELL_STAYS,
        reported("faint", "A faint on standing up", named="a faint on standing up"),
        reported("fit", "A fit (seizure) just like the usual ones, now finished", named="a usual fit that is over"),
        reported("wheeze", "A wheeze that the inhaler cleared", named="a wheeze that the inhaler cleared"),
    ),
)
