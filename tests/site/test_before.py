"""What the quiz says before a drip and what the page on getting ready says are the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading import ROOT

PAGE = ROOT / "content" / "before.md"
ADVICE = sorted((ROOT / "content" / "advice").glob("before-*.md"))


@pytest.mark.parametrize("path", ADVICE, ids=lambda path: path.stem)
def test_each_point_of_the_advice_is_on_the_page(path: Path) -> None:
    """Whoever reads a point in a result finds it on the page in the same words."""
    page = PAGE.read_text(encoding="utf-8").splitlines()
    points = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    assert len(points) >= 3
    assert [point for point in points if point not in page] == []
