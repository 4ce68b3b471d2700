"""Everything that is about IVIg: sources, hazards, questions and rules, joined into one guide."""

from __future__ import annotations

from quiz.ivig.hazards import HAZARDS
from quiz.ivig.questions import QUESTIONS, nurse
from quiz.ivig.rules import RULES
from quiz.model import Guide, Note

GUIDE = Guide(
    version="0.1.0",
    dated="2026-11-22",
    questions=QUESTIONS,
    rules=RULES,
    notes=(
        Note(id="tell-your-nurse", when=nurse.is_("yes")),
        Note(id="stop-and-call", when=nurse.is_("no")),
    ),
    hazards=HAZARDS,
)
