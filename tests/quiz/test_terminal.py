"""The quiz in a terminal: it asks what the page asks, and explains the answers of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz import GUIDE
from quiz.__main__ import main
from tests.support.walks import CASES


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what has somebody type these lines, then close the terminal."""

    def type_(text: str) -> None:
        lines = iter(text.splitlines())

        def line(_: str) -> str:
            for found in lines:
                return found
            raise EOFError

        monkeypatch.setattr("builtins.input", line)

    return type_


def test_a_warning_sign_ends_the_questions(types: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    """The first question is that of the page, and one tick of it gives the result with its reason and source."""
    types("2")
    assert 0 == main([])
    said = capsys.readouterr().out
    assert "   2  The chest hurts" in said
    assert "emergency\n" in said
    assert "because of red-flags: The chest hurts" in said
    assert "source: " in said


def test_what_is_not_in_the_list_is_asked_again(
    types: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """A number that is not there, none with a tick, and no number at all are refused, and nothing is lost."""
    types("99\n11 2\n\n2")
    assert 0 == main([])
    said = capsys.readouterr().out
    assert 3 == said.count("wanted numbers of the list.")
    assert "emergency\n" in said


def test_a_scale_has_its_worst_line_first(types: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    types("11\n1\n4\n1")
    assert 0 == main([])
    said = capsys.readouterr().out
    headache = GUIDE.question("headache")
    asked = said.split(headache.text)[1]
    mildest, *_, worst, unsure = [asked.index(option.text) for option in headache.options]
    assert worst < mildest < unsure
    assert said.endswith("Stopped. Nothing was kept.\n")


def test_each_case_of_a_file_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["--case", str(CASES / "bruises.yaml")])
    first = capsys.readouterr().out.split("\n\n")[0]
    assert "today, call: morning\n  bruises (today): " in first
    assert "    because of bleed: " in first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("answers: [headache]", "case 1: got ['headache'], wanted `answers:`"),
        ("answers: {headache: [mild", "got a file that cannot be read as YAML"),
        ("answers: {head: [mild]}", "got question 'head', wanted one of"),
    ],
)
def test_a_wrong_file_is_refused_by_name(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    assert 1 == main(["--case", str(file)])
    assert said in capsys.readouterr().err
