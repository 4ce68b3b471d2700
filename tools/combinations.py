"""The urgency of every two symptoms together, and of three of one cluster: a table that a person reviews.

`python -m tools.combinations` writes it anew after a rule was changed on purpose; the difference in
`tests/quiz/combinations.txt` then shows which combinations moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby
from pathlib import Path

from quiz import GUIDE, Urgency, assess
from quiz.conditions import Picked
from quiz.ivig.rules.counting import CLUSTERS
from site_src.derived import pairs as both
from site_src.derived.pairs import Finding
from tests.support.walks import AnswerSet

__all__ = ["TABLE", "Finding", "answers_with", "findings", "quiet", "read", "singles_and_pairs", "table", "triples"]

TABLE = Path(__file__).parents[1] / "tests" / "quiz" / "combinations.txt"
LETTERS = dict(zip("SCUE", Urgency, strict=True))  # self-care, contact soon, urgent (today), emergency
LETTER_OF = {urgency: letter for letter, urgency in LETTERS.items()}
SYMPTOMS = both.symptom_question(GUIDE)


def findings() -> list[Finding]:
    """Return every answer that reports something, once."""
    return both.findings(GUIDE)


def answers_with(*reported: Finding) -> AnswerSet:
    """Return complete answers that report these findings within a day of the drip, all others the mildest."""
    one_each = {question: [option] for _, question, option in reported if GUIDE.question(question).kind != "several"}
    return both.answers_with(GUIDE, *reported) | one_each


def quiet() -> list[Finding]:
    """Return each answer about one symptom that reports nothing by itself, but may count beside others."""
    return [
        (question.ask_if.options[0], question.id, option.id)
        for question in GUIDE.questions
        if isinstance(question.ask_if, Picked) and question.ask_if.question == SYMPTOMS.id
        for option in question.options
        if not option.reports and not option.stands_for and GUIDE.baseline.get(question.id) != [option.id]
    ]


def singles_and_pairs() -> Iterator[tuple[Finding, ...]]:
    """Yield each finding alone, and every two that one person can report; then quiet answers, alone and beside all."""
    yield from both.singles_and_pairs(GUIDE)
    others = findings()
    for one in quiet():
        yield (one,)
        yield from ((one, other) for other in others if both.are_compatible(GUIDE, one, other))
        others.append(one)


def triples() -> Iterator[tuple[Finding, ...]]:
    """Yield every three findings of one cluster that one person can report."""
    clusters: dict[str, list[Finding]] = {}
    for finding in findings():
        if cluster := CLUSTERS[finding[1:]]:
            clusters.setdefault(cluster, []).append(finding)
    for members in clusters.values():
        yield from (three for three in combinations(members, 3) if both.are_compatible(GUIDE, *three))


def letter(reported: tuple[Finding, ...]) -> str:
    """Return the letter of the urgency for a person who reports these findings."""
    return LETTER_OF[assess(answers_with(*reported)).urgency]


def table() -> Iterator[str]:
    """Yield the lines of the table: the findings, then a letter for each further finding, in order."""
    for combos in (singles_and_pairs(), triples()):
        for key, group in groupby(combos, key=lambda combo: combo[:1] if len(combo) < 3 else combo[:2]):
            rows = list(group)
            yield " + ".join(map(name, key)) + " " + "".join(map(letter, rows))


def name(finding: Finding) -> str:
    """Return the name of a finding in the table."""
    symptom, question, option = finding
    return option if question == SYMPTOMS.id else f"{symptom}/{option}"


def read() -> dict[tuple[Finding, ...], Urgency]:
    """Return the reviewed urgency of each combination; raises `ValueError` where the table lacks one or has more."""
    letters = [line.rsplit(" ", 1)[1] for line in TABLE.read_text(encoding="utf-8").splitlines()]
    combos = [*singles_and_pairs(), *triples()]
    flat = "".join(letters)
    if len(flat) != len(combos):
        raise ValueError(
            f"{TABLE.name}: got {len(flat)} urgencies, wanted {len(combos)}."
            " Write the table anew with python -m tools.combinations, and review what moved."
        )
    return {combo: LETTERS[found] for combo, found in zip(combos, flat, strict=True)}


if __name__ == "__main__":
    TABLE.write_text("\n".join(table()) + "\n", encoding="utf-8")
