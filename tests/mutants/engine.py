"""Mutants of the engine: mutmut changes its code and runs quick tests; pyproject.toml names both."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.report import Outcome

__all__ = ["outcomes"]

ROOT = Path(__file__).parents[2]
KILLED = {"killed", "timeout"}


def outcomes(wanted: str = "*") -> list[Outcome]:
    """Return the outcome of every mutant of these names; exits where the tests fail before any change."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _copy(folder)
        done = _mutmut(folder, "run", wanted)
        if done.returncode:
            last = " ".join(done.stdout.split("\r")[-1].split())[-500:]
            raise SystemExit(
                f"The tests that judge the engine fail before anything is changed: run 'make test' first. {last}"
            )
        results = _mutmut(folder, "results", "--all", "true").stdout.splitlines()
        told = [line.strip().split(": ", 1) for line in results if ": " in line]
        found = [_outcome(folder, name, status) for name, status in told if fnmatch(name, wanted)]
    if not found:
        raise SystemExit("mutmut found nothing to change: look at [tool.mutmut] in pyproject.toml.")
    return found


def _copy(folder: Path) -> None:
    """Copy the quiz and the tests that run against its mutants, which import nothing else."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "quiz", folder / "quiz", ignore=shutil.ignore_patterns("__pycache__"))
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    for judge in settings["pytest_add_cli_args_test_selection"]:
        (folder / judge).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / judge, folder / judge)


def _outcome(folder: Path, name: str, status: str) -> Outcome:
    module, _, function = name.rpartition("__mutmut_")[0].rpartition(".")
    file = f"{module.replace('.', '/')}.py"
    if status in KILLED:
        return Outcome(file=file, key=name, survived=False)
    shown = _mutmut(folder, "show", name).stdout.splitlines()
    key = f"{_readable(function)}: {_text(shown, '-')} -> {_text(shown, '+')}"
    return Outcome(file=file, key=key, survived=True, hint="" if status == "survived" else status)


def _readable(function: str) -> str:
    """Return the original name of a function that mutmut renamed: `x_f` was `f`, and `xǁCǁf` was `C.f`."""
    return function.removeprefix("x_") if function.startswith("x_") else ".".join(function.split("ǁ")[1:])


def _text(diff: list[str], sign: str) -> str:
    """Return the removed or added lines of a diff, joined."""
    return " ".join(line[1:].strip() for line in diff if line[:1] == sign and line[:3] != sign * 3)


def _mutmut(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # As its own command does, which would not run any more in a folder that was moved; `-m` would run it as two modules.
    command = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
