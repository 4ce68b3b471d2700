"""A cache on disk for results that depend on the rules alone and take seconds to compute."""

from __future__ import annotations

import hashlib
import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from quiz.model import Guide

__all__ = ["read", "write"]

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "kept"
SOURCES = (
    *sorted((ROOT / "quiz").glob("*.py")),
    *(Path(__file__).with_name(f"{name}.py") for name in ("pairs", "rules_css")),
)
"""The files whose code decides the cached results: a change of one makes the cache invalid."""


def read(name: str, guide: Guide) -> Any | None:  # noqa: ANN401 - any value of JSON
    """Return the value cached under a name for the same rules; None if there is none, or its file is broken."""
    try:
        cached = json.loads((FOLDER / name).read_text(encoding="utf-8"))
        return cached["value"] if cached["digest"] == _digest(guide) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(name: str, guide: Guide, value: object) -> None:
    """Cache a value that JSON can hold."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=FOLDER, delete=False) as file:
        json.dump({"digest": _digest(guide), "value": value}, file)
    Path(file.name).replace(FOLDER / name)  # in one step: another build at the same time reads the old or the new one


@cache
def _digest(guide: Guide) -> str:
    rules = [rule._replace(because="", ask="") for rule in guide.rules]  # to reword these changes nothing here
    parts = (guide.questions, rules, guide.notes, guide.care, guide.for_another, guide.baseline)
    return hashlib.sha256(repr(parts).encode() + b"".join(path.read_bytes() for path in SOURCES)).hexdigest()
