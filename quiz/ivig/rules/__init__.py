"""The rules, one topic a file, in reading order."""

from __future__ import annotations

from quiz.ivig.rules import counting, red_flags

RULES = (*red_flags.RULES, *counting.TOPICS, *counting.RULES)
