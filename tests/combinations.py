"""The urgency of every two symptoms together, and of three of one cluster: a table that a person reviews.

`python -m tests.combinations` writes it anew after a rule was changed on purpose; the difference in
`tests/combinations.txt` then shows which combinations moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby
from pathlib import Path

from quiz import GUIDE, Urgency, assess, open_questions
from quiz.ivig.rules.counting import CLUSTERS
from quiz.model import NONE
from tests.walks import AnswerSet

__all__ = ["TABLE", "answers_with", "pairs", "read", "table", "told", "triples"]

TABLE = Path(__file__).with_suffix(".txt")
LETTERS = dict(zip("SCUE", Urgency, strict=True))  # self-care, contact soon, urgent (today), emergency
SYMPTOMS = GUIDE.question("symptoms")
WHEN: AnswerSet = {"red-flags": [NONE], "who": ["me"], "drip": ["last-24-hours"]}

type Told = tuple[str, str, str]
"""One thing a person can tell: the symptom ticked, and the (question id, option id) that says it."""


def told() -> list[Told]:
    """Return every single thing that a person can tell, symptom by symptom, each with the least that opens it."""
    found: list[Told] = []
    for symptom in SYMPTOMS.options:
        opened = [name for name, pairs in GUIDE.openers.items() if (SYMPTOMS.id, symptom.id) in pairs]
        if symptom.reports and not opened:
            found.append((symptom.id, SYMPTOMS.id, symptom.id))
        found += [
            (symptom.id, name, option.id)
            for name in opened
            for option in GUIDE.question(name).options
            if option.reports and not any((name, option.id) == other[1:] for other in found)
        ]
    return found


def answers_with(*things: Told) -> AnswerSet:
    """Return the finished answers of a person who tells these, everything else in the mildest way, within a day."""
    answers: AnswerSet = {**WHEN, SYMPTOMS.id: list(dict.fromkeys(symptom for symptom, _, _ in things))}
    for _, name, option in things:
        if name != SYMPTOMS.id:
            answers[name] = [*answers.get(name, []), option]
    while waiting := [question for question in open_questions(answers) if question.id not in answers]:
        steps = waiting[0].steps
        answers[waiting[0].id] = [NONE if NONE in steps else steps[0]]
    return answers


def together(*things: Told) -> bool:
    """Say whether one person can tell all of these: a scale or a choice has one answer."""
    names = [name for _, name, _ in things if GUIDE.question(name).kind != "several"]
    return len(names) == len(set(names))


def pairs() -> Iterator[tuple[Told, ...]]:
    """Yield each thing alone, and every two of different symptoms or both of one that allows several."""
    everything = told()
    for place, one in enumerate(everything):
        yield (one,)
        yield from ((one, other) for other in everything[:place] if together(one, other))


def triples() -> Iterator[tuple[Told, ...]]:
    """Yield every three that count in one cluster."""
    clusters: dict[str, list[Told]] = {}
    for thing in told():
        if cluster := CLUSTERS[thing[1:]]:
            clusters.setdefault(cluster, []).append(thing)
    for things in clusters.values():
        yield from (three for three in combinations(things, 3) if together(*three))


def letter(things: tuple[Told, ...]) -> str:
    """Return the letter of the urgency for a person who tells these."""
    urgency = assess(answers_with(*things)).urgency
    return next(letter for letter, other in LETTERS.items() if other is urgency)


def table() -> Iterator[str]:
    """Yield the lines of the table: what is told, then a letter for each further thing, in order."""
    for combos in (pairs(), triples()):
        for key, group in groupby(combos, key=lambda things: things[:1] if len(things) < 3 else things[:2]):
            rows = list(group)
            yield " + ".join(map(name, key)) + " " + "".join(map(letter, rows))


def name(thing: Told) -> str:
    """Return the words for one thing told, as the table writes it."""
    symptom, question, option = thing
    return option if question == SYMPTOMS.id else f"{symptom}/{option}"


def read() -> dict[tuple[Told, ...], Urgency]:
    """Return the reviewed urgency of each combination; raises `ValueError` where the table lacks one or has more."""
    letters = [line.rsplit(" ", 1)[1] for line in TABLE.read_text(encoding="utf-8").splitlines()]
    combos = [*pairs(), *triples()]
    flat = "".join(letters)
    if len(flat) != len(combos):
        raise ValueError(
            f"{TABLE.name}: got {len(flat)} urgencies, wanted {len(combos)}."
            " Write the table anew with python -m tests.combinations, and review what moved."
        )
    return {things: LETTERS[found] for things, found in zip(combos, flat, strict=True)}


if __name__ == "__main__":
    TABLE.write_text("\n".join(table()) + "\n", encoding="utf-8")
