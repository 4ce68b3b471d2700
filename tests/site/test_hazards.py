"""The list of hazards points at tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_each_hazard_names_a_test_that_exists() -> None:
    """Whoever reads what stops a hazard can find the test that proves it."""
    rows = [line for line in (ROOT / "HAZARDS.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")][
        1:
    ]
    tests = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    named = {name for row in rows for name in re.findall(r"`(test_\w+)`", row)}
    assert len(rows) > 15
    assert [row.split("|")[2].strip() for row in rows if not re.search(r"`test_\w+`", row)] == []
    assert sorted(named - tests) == []
