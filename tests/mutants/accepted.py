"""Survivors that a person has looked at: no test can tell them from what stands there, and why not."""

from __future__ import annotations

__all__ = ["ACCEPTED"]

_LATER = "the loop only stops later: what it has found by then decides, however many more parts it looks at"
_ORDER = "urgencies compare by their level anyway; comparing numbers is quicker, and this runs for every answer"

ACCEPTED: dict[str, str] = {
    "Condition.__hash__: return hash(self._parts()) -> return hash(None)": (
        "equal conditions still have the same number; only looking one up takes longer"
    ),
    "AtLeast.holds: wanted, spare = self.count, len(self.parts) - self.count"
    " -> wanted, spare = self.count, len(self.parts) + self.count": _LATER,
    "AtLeast.holds: if wanted <= 0 or spare < 0: -> if wanted <= 0 and spare < 0:": _LATER,
    "AtLeast.holds: if wanted <= 0 or spare < 0: -> if wanted < 0 or spare < 0:": _LATER,
    "AtLeast.holds: spare -= 1 -> spare = 1": _LATER,
    "AtLeast.holds: spare -= 1 -> spare += 1": _LATER,
    "assess: said = * -> said = fired if (stated == possible) and False else *": (
        "where nothing is unsure, what was said and what it may mean are the same, so the list is only made twice"
    ),
    "assess: urgency = max(*) -> urgency = max((rule.urgency for rule in fired), key=None, default=Urgency.TODAY)": _ORDER,
    "assess: urgency = max(*) -> urgency = max((rule.urgency for rule in fired), default=Urgency.TODAY)": _ORDER,
}
"""The reason by key, as `make mutants` prints it; a `*` in a key stands for any text."""
