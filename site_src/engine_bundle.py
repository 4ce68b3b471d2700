"""What the browser downloads to run the quiz: Pyodide as published, and the quiz as a compiled wheel."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from site_src.integrity import integrity

__all__ = ["BadBundle", "build"]

ROOT = Path(__file__).parents[1]
PYODIDE = ROOT / "node_modules" / "pyodide"
PUBLISHED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
DESCRIPTION = "pyodide-lock.json"
REVIEWED = Path(__file__).with_name("pyodide.sha256")
"""The hash of each of these files: what npm unpacked could have been changed since."""
# Fetched by Pyodide with `fetch`, so the page can count their bytes while it waits.
COUNTED = ("pyodide.asm.wasm", "python_stdlib.zip")


class BadBundle(RuntimeError):
    """The engine's files cannot be put together."""


def build(folder: Path) -> dict[str, object]:
    """Put the engine's files into a folder and return what the page must know to start it.

    The result has `wheel` (file name), `integrity` (by file name, as `fetch` takes it), `bytes` (of the files
    that are counted while they load) and `lock` (Pyodide's own description of itself, without its packages).
    """
    reviewed = _reviewed()
    folder.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # two builds at once, as in the tests, would take files from each other
        wheel = _wheel(folder)
        for name in PUBLISHED:
            if not (folder / name).exists() or _sha256(folder / name) != reviewed[name]:
                shutil.copyfile(PYODIDE / name, folder / name)
    lock = json.loads((PYODIDE / DESCRIPTION).read_text(encoding="utf-8"))
    return {
        "wheel": wheel.name,
        "integrity": {
            path.name: integrity(path.read_bytes()) for path in (wheel, *(PYODIDE / name for name in COUNTED))
        },
        "bytes": sum((PYODIDE / name).stat().st_size for name in COUNTED),
        "lock": {"info": lock["info"], "packages": {}},
    }


def _reviewed() -> dict[str, str]:
    """Return the reviewed hash of each file of Pyodide, once the files in node_modules were found to have it."""
    lines = [line.split() for line in REVIEWED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    reviewed = {name: digest for digest, name in lines}
    for name in (*PUBLISHED, DESCRIPTION):
        if not (PYODIDE / name).exists():
            raise BadBundle(f"engine: found no {PYODIDE.name}/{name} in node_modules, wanted Pyodide. Run `npm ci`.")
        got = _sha256(PYODIDE / name)
        if got != reviewed.get(name):
            raise BadBundle(
                f"engine: got {PYODIDE.name}/{name} in node_modules with SHA-256 {got}, wanted {reviewed.get(name)}."
                f" `npm ci` brings back what was published; hashes of a new Pyodide go into site_src/{REVIEWED.name}."
            )
    return reviewed


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _wheel(folder: Path) -> Path:
    """Return the compiled wheel of `quiz`, made anew only when a file of it has changed."""
    # The licences are in the wheel, and the locked tools write it.
    sources = [ROOT / "pyproject.toml", ROOT / "requirements.txt", *sorted(ROOT.glob("LICENSE*"))]
    sources += sorted((ROOT / "quiz").rglob("*.py"))
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
