"""The rooms of the code: imports go one way, so that each can be read without those above it."""

import ast

import pytest

from tests.conftest import ROOT

DOWN = ("hooks", "build", "handouts", "review", "pages", "derived", "settings", "quiz")
"""The last one knows nothing of the web."""


def imported(room: str) -> set[str]:
    """Return the rooms that a room imports from."""
    files = [*(ROOT / "site_src").glob(f"{room}.py"), *(ROOT / "site_src" / room).rglob("*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = [
        f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    names += [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    parts = [name.split(".") for name in names if name.split(".")[0] in {"quiz", "site_src", "tests", "tools"}]
    assert parts
    return {part[1] if part[0] == "site_src" else part[0] for part in parts}


@pytest.mark.parametrize(("place", "room"), list(enumerate(DOWN[:-2])))
def test_a_room_imports_from_those_below_it(place: int, room: str) -> None:
    """What makes a built site ready to be sent is asked for by the build alone."""
    assert imported(room) <= {*DOWN[place:], *(["shipping"] if room == "build" else [])}


def test_shipping_imports_from_no_build() -> None:
    assert imported("shipping") <= {"shipping", *DOWN[3:]}


def test_the_quiz_imports_from_nowhere() -> None:
    files = (ROOT / "quiz").rglob("*.py")
    assert [] == [file.name for file in files if "site_src" in file.read_text(encoding="utf-8")]
