"""What the browser downloads to run the quiz: Pyodide as published, and the quiz as a compiled wheel."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

__all__ = ["BadBundle", "build"]

ROOT = Path(__file__).parents[1]
PYODIDE = ROOT / "node_modules" / "pyodide"
PUBLISHED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
# Fetched by Pyodide with `fetch`, so the page can count their bytes while it waits.
COUNTED = ("pyodide.asm.wasm", "python_stdlib.zip")


class BadBundle(RuntimeError):
    """The engine's files cannot be put together."""


def build(folder: Path) -> dict[str, object]:
    """Put the engine's files into a folder and return what the page must know to start it.

    The result has `wheel` (file name), `integrity` (of the wheel, for `fetch`), `bytes` (of the files that
    are counted while they load) and `lock` (Pyodide's own description of itself, without its packages).
    """
    missing = [name for name in PUBLISHED if not (PYODIDE / name).exists()]
    if missing:
        raise BadBundle(f"engine: found no {PYODIDE.name}/{missing[0]} in node_modules, wanted Pyodide. Run `npm ci`.")
    folder.mkdir(parents=True, exist_ok=True)
    wheel = _wheel(folder)
    for name in PUBLISHED:
        if not (folder / name).exists() or (folder / name).stat().st_size != (PYODIDE / name).stat().st_size:
            shutil.copyfile(PYODIDE / name, folder / name)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {
        "wheel": wheel.name,
        "integrity": "sha256-" + base64.b64encode(hashlib.sha256(wheel.read_bytes()).digest()).decode(),
        "bytes": sum((PYODIDE / name).stat().st_size for name in COUNTED),
        "lock": {"info": lock["info"], "packages": {}},
    }


def _wheel(folder: Path) -> Path:
    """Return the compiled wheel of `quiz`, made anew only when a file of it has changed."""
    sources = [ROOT / "pyproject.toml", *sorted((ROOT / "quiz").rglob("*.py"))]
    digest = hashlib.sha256()
    for path in sources:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    stamp = folder / "wheel.sha256"
    made = list(folder.glob("*.whl"))
    if len(made) == 1 and stamp.exists() and stamp.read_text(encoding="utf-8") == digest.hexdigest():
        return made[0]
    for old in made:
        old.unlink()
    # No date and no random order of sets: the same sources give the same bytes.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1577836800", "PYTHONHASHSEED": "0"}
    _run(environment, sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (plain,) = folder.glob("*.whl")
    _run(environment, str(Path(sys.executable).with_name("pyodide")), "py-compile", "--silent", str(plain))
    (compiled,) = folder.glob("*.whl")
    _forget_dates(compiled)
    stamp.write_text(digest.hexdigest(), encoding="utf-8")
    return compiled


def _forget_dates(archive: Path) -> None:
    """Pack an archive again with the same date for every file in it: compiling wrote the time of day there."""
    with zipfile.ZipFile(archive) as old:
        files = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files:
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _run(environment: dict[str, str], *command: str) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise BadBundle(
            f"engine: got exit code {done.returncode} from `{' '.join(command[:4])}`, wanted a wheel of quiz/."
            f" It said:\n{done.stdout}{done.stderr}"
        )
