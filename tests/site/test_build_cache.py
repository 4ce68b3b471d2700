"""The build cache returns what was cached for the same rules, and nothing for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz import GUIDE, Urgency
from site_src.derived import build_cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache in a temporary folder, with one entry."""
    monkeypatch.setattr(build_cache, "FOLDER", tmp_path)
    build_cache.write("urgencies", GUIDE, {"a": "today"})
    return tmp_path


def test_the_same_rules_hit_the_cache() -> None:
    """The same rules give the cached value, even with the reason of one reworded."""
    first, *others = GUIDE.rules
    reworded = GUIDE.__replace__(rules=(first._replace(because="Another reason.", ask="Another question?"), *others))
    assert {"a": "today"} == build_cache.read("urgencies", GUIDE) == build_cache.read("urgencies", reworded)
    assert build_cache.read("style", GUIDE) is None


def test_changed_rules_miss_the_cache() -> None:
    """One changed urgency is enough."""
    rules = list(GUIDE.rules)
    at = next(number for number, rule in enumerate(rules) if rule.urgency is Urgency.SOON)
    rules[at] = rules[at]._replace(urgency=Urgency.TODAY, call="night")
    assert build_cache.read("urgencies", GUIDE.__replace__(rules=tuple(rules))) is None


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"digest": 1}'])
def test_a_broken_cache_file_is_ignored(folder: Path, broken: str) -> None:
    """A build that was stopped halfway does no harm to the next."""
    (folder / "urgencies").write_text(broken, encoding="utf-8")
    assert build_cache.read("urgencies", GUIDE) is None
