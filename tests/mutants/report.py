"""The report on mutants: a table by file, and a line for each survivor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Outcome", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A mutant and whether it survived the tests.

    `key` names it in the list of accepted survivors. `hint` helps whoever must kill or explain it.
    """

    file: str
    key: str
    survived: bool
    hint: str = ""


def report(outcomes: Sequence[Outcome], accepted: Mapping[str, str]) -> str:
    """Print the table and the survivors; return what is left to do in a sentence, or an empty text.

    `accepted`: the reason by key; a `*` in a key stands for any text, so that one reason can serve a family.
    """
    survivors = [outcome for outcome in outcomes if outcome.survived]
    explained = {
        outcome.key: reason for outcome in survivors for key, reason in accepted.items() if _is_called(outcome, key)
    }
    _print_table(outcomes, set(explained))
    for heading, shown in (
        ("Survived, with a reason", [outcome for outcome in survivors if outcome.key in explained]),
        ("Survived", [outcome for outcome in survivors if outcome.key not in explained]),
    ):
        if shown:
            print(f"\n{heading}:")
        for outcome in shown:
            print(f"{outcome.file}: {outcome.key}")
            for line in (explained.get(outcome.key) or outcome.hint).splitlines():
                print(f"    {line}")
    if len(explained) < len(survivors):
        return (
            f"{len(survivors) - len(explained)} mutants survived without a reason: write a case or a test that fails for"
            " each, or where none can, its key and the reason in tests/mutants/accepted.py."
        )
    idle = [key for key in accepted if not any(_is_called(outcome, key) for outcome in survivors)]
    if idle:
        return f"No survivor is called {idle[0]!r} any more: remove it from tests/mutants/accepted.py."
    return ""


def _is_called(outcome: Outcome, key: str) -> bool:
    return bool(re.fullmatch(".*".join(map(re.escape, key.split("*"))), outcome.key))


def _print_table(outcomes: Sequence[Outcome], explained: set[str]) -> None:
    files = list(dict.fromkeys(outcome.file for outcome in outcomes))
    width = max(map(len, files))
    print(f"{'file':{width}}  mutants  killed  survived  explained  score")
    for name in [*files, "all"]:
        found = [outcome for outcome in outcomes if name in ("all", outcome.file)]
        lived = [outcome for outcome in found if outcome.survived]
        reasons = sum(outcome.key in explained for outcome in lived)
        killed = len(found) - len(lived)
        score = f"{killed / len(found):.1%}"
        print(f"{name:{width}}  {len(found):7}  {killed:6}  {len(lived):8}  {reasons:9}  {score:>6}")
