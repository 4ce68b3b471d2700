"""The urgency of every two symptoms together, and of three of one cluster: a table that a person reviews.

`python -m tools.combinations` writes it anew after a rule was changed on purpose; the difference in
`tests/quiz/combinations.txt` then shows which combinations moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby
from pathlib import Path

from quiz import GUIDE, Urgency, assess
from quiz.ivig.rules.counting import CLUSTERS
from site_src.derived import pairs as both
from site_src.derived.pairs import Finding
from tests.support.walks import AnswerSet

__all__ = ["TABLE", "Finding", "answers_with", "findings", "pairs", "read", "table", "triples"]

TABLE = Path(__file__).parents[1] / "tests" / "quiz" / "combinations.txt"
LETTERS = dict(zip("SCUE", Urgency, strict=True))  # self-care, contact soon, urgent (today), emergency
LETTER_OF = {urgency: letter for letter, urgency in LETTERS.items()}
SYMPTOMS = both.symptoms(GUIDE)


def findings() -> list[Finding]:
    """Return every single thing that a person can tell."""
    return both.findings(GUIDE)


def answers_with(*things: Finding) -> AnswerSet:
    """Return the finished answers of a person who tells these, everything else in the mildest way, within a day."""
    return both.answers_with(GUIDE, *things)


def pairs() -> Iterator[tuple[Finding, ...]]:
    """Yield each thing alone, and every two that a person can tell."""
    return both.pairs(GUIDE)


def triples() -> Iterator[tuple[Finding, ...]]:
    """Yield every three that count in one cluster."""
    clusters: dict[str, list[Finding]] = {}
    for thing in findings():
        if cluster := CLUSTERS[thing[1:]]:
            clusters.setdefault(cluster, []).append(thing)
    for things in clusters.values():
        yield from (three for three in combinations(things, 3) if both.together(GUIDE, *three))


def letter(things: tuple[Finding, ...]) -> str:
    """Return the letter of the urgency for a person who tells these."""
    return LETTER_OF[assess(answers_with(*things)).urgency]


def table() -> Iterator[str]:
    """Yield the lines of the table: what is told, then a letter for each further thing, in order."""
    for combos in (pairs(), triples()):
        for key, group in groupby(combos, key=lambda things: things[:1] if len(things) < 3 else things[:2]):
            rows = list(group)
            yield " + ".join(map(name, key)) + " " + "".join(map(letter, rows))


def name(thing: Finding) -> str:
    """Return the words for one thing told, as the table writes it."""
    symptom, question, option = thing
    return option if question == SYMPTOMS.id else f"{symptom}/{option}"


def read() -> dict[tuple[Finding, ...], Urgency]:
    """Return the reviewed urgency of each combination; raises `ValueError` where the table lacks one or has more."""
    letters = [line.rsplit(" ", 1)[1] for line in TABLE.read_text(encoding="utf-8").splitlines()]
    combos = [*pairs(), *triples()]
    flat = "".join(letters)
    if len(flat) != len(combos):
        raise ValueError(
            f"{TABLE.name}: got {len(flat)} urgencies, wanted {len(combos)}."
            " Write the table anew with python -m tools.combinations, and review what moved."
        )
    return {things: LETTERS[found] for things, found in zip(combos, flat, strict=True)}


if __name__ == "__main__":
    TABLE.write_text("\n".join(table()) + "\n", encoding="utf-8")
