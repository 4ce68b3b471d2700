"""The layers of the code: imports go one way, so that each layer can be read without those above it."""

import ast

import pytest

from tests.conftest import ROOT

LAYERS = ("hooks", "build", "handouts", "review", "pages", "derived", "settings", "quiz")
"""The layers from top to bottom; the quiz knows nothing of the web."""


def imported(layer: str) -> set[str]:
    """Return the layers that a layer imports from."""
    files = [*(ROOT / "site_src").glob(f"{layer}.py"), *(ROOT / "site_src" / layer).rglob("*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = [
        f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    names += [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    parts = [name.split(".") for name in names if name.split(".")[0] in {"quiz", "site_src", "tests", "tools"}]
    assert parts
    return {part[1] if part[0] == "site_src" else part[0] for part in parts}


@pytest.mark.parametrize(("place", "layer"), list(enumerate(LAYERS[:-2])))
def test_a_layer_imports_only_from_itself_and_below(place: int, layer: str) -> None:
    """Only the build imports `shipping`."""
    assert imported(layer) <= {*LAYERS[place:], *(["shipping"] if layer == "build" else [])}


def test_shipping_imports_neither_build_nor_handouts() -> None:
    assert imported("shipping") <= {"shipping", *LAYERS[3:]}


def test_the_quiz_imports_nothing_of_the_site() -> None:
    files = (ROOT / "quiz").rglob("*.py")
    assert [] == [file.name for file in files if "site_src" in file.read_text(encoding="utf-8")]
