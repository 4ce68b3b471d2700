"""Mutants of the program text that decides: mutmut changes it, quick tests judge. pyproject.toml says what of each."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.report import Outcome

__all__ = ["outcomes"]

ROOT = Path(__file__).parents[2]
KILLED = {"killed", "timeout"}


def outcomes() -> list[Outcome]:
    """Return what becomes of every mutant; ends the program where the tests fail before anything is changed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "pyproject.toml", folder)
        for part in ("quiz", "tests"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        done = _mutmut(folder, "run")
        if done.returncode:
            last = " ".join(done.stdout.split("\r")[-1].split())[-500:]
            raise SystemExit(
                f"The tests that judge the engine fail before anything is changed: run 'make test' first. {last}"
            )
        results = _mutmut(folder, "results", "--all", "true").stdout.splitlines()
        found = [_outcome(folder, *line.split(": ", 1)) for line in results if ": " in line]
    if not found:
        raise SystemExit("mutmut found nothing to change: look at [tool.mutmut] in pyproject.toml.")
    return found


def _outcome(folder: Path, name: str, status: str) -> Outcome:
    name = name.strip()
    module, _, function = name.rpartition("__mutmut_")[0].rpartition(".")
    file = f"{module.replace('.', '/')}.py"
    if status in KILLED:
        return Outcome(file=file, key=name, survived=False)
    shown = _mutmut(folder, "show", name).stdout.splitlines()
    key = f"{_readable(function)}: {_text(shown, '-')} -> {_text(shown, '+')}"
    return Outcome(file=file, key=key, survived=True, hint="" if status == "survived" else status)


def _readable(function: str) -> str:
    """Return the name of a function as it was before mutmut packed it: `x_f` was `f`, and `xǁCǁf` was `C.f`."""
    return function.removeprefix("x_") if function.startswith("x_") else ".".join(function.split("ǁ")[1:])


def _text(diff: list[str], sign: str) -> str:
    """Return the lines that a difference takes away or adds, as one."""
    return " ".join(line[1:].strip() for line in diff if line[:1] == sign and line[:3] != sign * 3)


def _mutmut(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # As its own command does, which would not run any more in a folder that was moved; `-m` would run it as two modules.
    command = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
