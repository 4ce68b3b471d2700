"""The reviewed tables of combinations: a change to a rule shows which of them it changed."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from quiz import GUIDE, Urgency, assess
from tools import moments
from tools.combinations import answers_with, findings, letter, name, read, singles_and_pairs, triples

REVIEWED = read()


@pytest.mark.parametrize("combos", [singles_and_pairs, triples], ids=["pairs", "triples"])
def test_combination_has_its_reviewed_urgency(combos: object) -> None:
    """Every two answers on different symptoms, and every three in one cluster, give the urgency in the table."""
    found = list(combos()) if callable(combos) else []
    moved = [
        f"{' + '.join(map(name, things))}: got {urgency.value}, wanted {REVIEWED[things].value}"
        for things in found
        if (urgency := assess(answers_with(*things)).urgency) is not REVIEWED[things]
    ]
    counts = Counter(REVIEWED[things].value for things in found)
    print(f"{len(found)} combinations: {', '.join(f'{counts[urgency.value]} {urgency.value}' for urgency in Urgency)}")
    assert moved == [], "Meant? Then run python -m tools.combinations, and have the difference reviewed."


def test_moment_has_its_reviewed_urgency() -> None:
    """Each answer at every time and with each risk, and every two with all risks, give the urgency in the table."""
    reviewed = moments.read()
    moved = [
        f"{answers}: got {urgency.value}, wanted {wanted.value}"
        for answers, wanted in reviewed
        if (urgency := assess(answers).urgency) is not wanted
    ]
    counts = Counter(wanted.value for _, wanted in reviewed)
    print(f"{len(reviewed)} moments: {', '.join(f'{counts[urgency.value]} {urgency.value}' for urgency in Urgency)}")
    assert moved == [], "Meant? Then run python -m tools.moments, and have the difference reviewed."


def test_a_combination_is_never_less_than_its_parts() -> None:
    """In the table, no two answers are less urgent than either alone, and no three than any two of them."""
    for things, urgency in REVIEWED.items():
        if len(things) > 1:
            parts = [part for part in combinations(things, len(things) - 1) if part in REVIEWED]
            assert all(REVIEWED[part] <= urgency for part in parts), things


def test_benign_option_hides_no_warning() -> None:
    """An answer that is common by itself never lowers the urgency of another beside it."""
    benign = [(thing,) for thing in findings() if REVIEWED[thing,] is Urgency.EXPECTED]
    tried = 0
    for (mild,) in benign:
        for things, urgency in REVIEWED.items():
            if len(things) == 2 and mild in things:
                (other,) = (thing for thing in things if thing != mild)
                tried += 1
                assert urgency >= REVIEWED[other,], things
    print(f"{len(benign)} benign options tried against others: {tried} pairs")
    assert tried > 1000


def test_three_red_flags_are_an_emergency() -> None:
    """Every one, two or three red flags ticked together are an emergency, each for its own reason."""
    flags = [option.id for option in GUIDE.question("red-flags").options if option.reports]
    counted = 0
    for many in (1, 2, 3):
        for ticked in combinations(flags, many):
            result = assess({"red-flags": list(ticked)})
            counted += 1
            assert result.urgency is Urgency.EMERGENCY
            assert {f"flag-{flag}" for flag in ticked} <= {rule.id for rule in result.reasons}
    print(f"{counted} sets of red flags")


def test_table_is_written_as_the_rules_stand() -> None:
    """The letter that is written for an answer is read back as its urgency."""
    thing = (findings()[0],)
    assert letter(thing) == "S"
    assert REVIEWED[thing] is Urgency.EXPECTED
