"""Everything that is about IVIg: sources, hazards, questions and rules, joined into one guide."""

from quiz.ivig.hazards import HAZARDS
from quiz.ivig.questions import QUESTIONS
from quiz.ivig.questions.anything import ill_now, nurse
from quiz.ivig.questions.drip import for_another
from quiz.ivig.questions.everyday import everyday
from quiz.ivig.rules import RULES, TOPICS
from quiz.model import NONE, Guide, Note

GUIDE = Guide(
    version="0.3.2",
    dated="2026-11-28",
    questions=QUESTIONS,
    rules=RULES,
    notes=(
        Note(id="tell-your-nurse", when=nurse.is_("yes"), before_numbers=True),
        Note(id="stop-and-call", when=nurse.is_("no")),
        Note(id="for-another", when=for_another),
        Note(id="self-harm", when=everyday.is_("harm")),
        Note(
            id="before-first-drip",
            when=ill_now.is_("no"),
            instead="Well before your first drip: get ready",
            named="a first drip",
        ),
    ),
    hazards=HAZARDS,
    for_another=for_another,
    topics=TOPICS,
    baseline={"red-flags": [NONE], "who": ["me"], "drip": ["last-24-hours"], "same": ["new"]},
)
