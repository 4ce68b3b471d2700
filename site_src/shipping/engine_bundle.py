"""The engine for the browser: Pyodide's Python as published, and one archive of compiled modules."""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import json
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
from mkdocs.exceptions import PluginError

from site_src.shipping.integrity import integrity

__all__ = ["build"]

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
PUBLISHED = {"wasm": "pyodide.asm.wasm", "script": "pyodide.asm.js"}
STANDARD_LIBRARY = "python_stdlib.zip"
DESCRIPTION = "pyodide-lock.json"
REVIEWED = Path(__file__).with_name("pyodide.sha256")
"""The hash of each of these files: what npm unpacked could have been changed since."""
MODULES = Path(__file__).with_name("modules.txt")
"""The modules of the standard library that the quiz needs, as `python -m tools.modules` found them."""

LIBRARY = "python.zip"
"""Compiled modules: those of the standard library, and the quiz."""


def build(folder: Path, *, brotli_too: bool = False, modules: Path = MODULES) -> dict[str, object]:
    """Write the engine's files into a folder and return their names, sizes and hashes for the page.

    The result has `files` (for each its name, and its number of bytes and hash, `plain` and packed with `gzip`) and
    `bytes` (of all of them, plain). Each file is packed with gzip, for hosts that pack nothing. With
    `brotli_too` the Brotli form of what it unpacks to lies beside it, for hosts that look for one. `modules` is a
    file that lists modules of the standard library.
    """
    reviewed = _reviewed()
    folder.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # two builds at once, as in the tests, would take files from each other
        contents = {
            "library": (LIBRARY, _library(folder, modules, reviewed)),
            **{what: (name, (PYODIDE / name).read_bytes()) for what, name in PUBLISHED.items()},
        }
        # The hash in its name makes a file new where its content is: hosts and browsers can keep it for good.
        named = {f"{name}.{_sha256(content)[:8]}.bin": content for name, content in contents.values()}
        for old in folder.glob("*.bin*"):
            if old.name.removesuffix(".br") not in named:
                old.unlink()
        for name, content in named.items():
            _write_packed(folder / name, content, lambda plain: gzip.compress(plain, mtime=0), _is_gzip_of)
            if brotli_too:
                packed_small = folder / f"{name}.br"
                _write_packed(packed_small, content, lambda plain: brotli.compress(plain, lgwin=24), _is_brotli_of)
        packed = [(folder / name).read_bytes() for name in named]
    return {
        "files": {
            what: {"name": name, "plain": _size_and_hash(named[name]), "gzip": _size_and_hash(content)}
            for what, name, content in zip(contents, named, packed, strict=True)
        },
        "bytes": sum(map(len, named.values())),
    }


def _size_and_hash(content: bytes) -> dict[str, object]:
    return {"bytes": len(content), "integrity": integrity(content)}


def _write_packed(
    path: Path, content: bytes, pack: Callable[[bytes], bytes], is_current: Callable[[bytes, bytes], bool]
) -> None:
    """Write a packed file, unless it is there already: packing the largest with Brotli takes half a minute."""
    if not path.exists() or not is_current(path.read_bytes(), content):
        path.write_bytes(pack(content))


def _is_gzip_of(packed: bytes, content: bytes) -> bool:
    """Say whether a file ends with the checksum and length of this content; `manifest` compares all of it."""
    return packed[-8:] == struct.pack("<2I", zlib.crc32(content), len(content))


def _is_brotli_of(packed: bytes, content: bytes) -> bool:
    """Say whether a file is this content, packed with Brotli."""
    try:
        return bool(brotli.decompress(packed) == content)
    except brotli.error:
        return False


def _reviewed() -> dict[str, str]:
    """Return the reviewed hash of each file of Pyodide; raises `PluginError` if a file has another."""
    lines = [line.split() for line in REVIEWED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    reviewed = {name: digest for digest, name in lines}
    for name in (*PUBLISHED.values(), STANDARD_LIBRARY, DESCRIPTION):
        if not (PYODIDE / name).exists():
            raise PluginError(f"engine: found no {PYODIDE.name}/{name} in node_modules, wanted Pyodide. Run `npm ci`.")
        got = _sha256((PYODIDE / name).read_bytes())
        if got != reviewed.get(name):
            raise PluginError(
                f"engine: got {PYODIDE.name}/{name} in node_modules with SHA-256 {got}, wanted {reviewed.get(name)}."
                f" `npm ci` brings back what was published; hashes of a new Pyodide go into"
                f" {REVIEWED.relative_to(ROOT)}."
            )
    return reviewed


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _library(folder: Path, modules: Path, reviewed: dict[str, str]) -> bytes:
    """Return the archive of compiled modules, rebuilt only when one of its inputs has changed."""
    files = [
        path for path in sorted((ROOT / "quiz").rglob("*.py")) if path.name != "__main__.py"
    ]  # for a terminal alone
    sources = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}
    names = modules.read_text(encoding="utf-8").split()
    made_with = (
        f"{reviewed[STANDARD_LIBRARY]} {sys.version} {(ROOT / 'requirements/site.txt').read_text(encoding='utf-8')}"
    )
    digest = _sha256(json.dumps([made_with, names, *map(str, sources.items())]).encode())
    stamp, archive = folder / "library.sha256", folder / LIBRARY
    if archive.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return archive.read_bytes()
    with zipfile.ZipFile(PYODIDE / STANDARD_LIBRARY) as standard, zipfile.ZipFile(archive, "w") as chosen:
        known = set(standard.namelist())
        for module in names:
            path = module.replace(".", "/")
            name = f"{path}.py" if f"{path}.py" in known else f"{path}/__init__.py"
            if name not in known:
                raise PluginError(
                    f"engine: got module {module} in {modules}, wanted one of Pyodide's {STANDARD_LIBRARY}."
                    " Run `python -m tools.modules`."
                )
            chosen.writestr(name, standard.read(name))
        for name, source in sources.items():
            chosen.writestr(name, source)
    # Without docstrings, and without checks that the build itself has run; no date and no random order of sets, so
    # that the same sources give the same bytes.
    environment = {**os.environ, "PYTHONOPTIMIZE": "2", "SOURCE_DATE_EPOCH": "1577836800", "PYTHONHASHSEED": "0"}
    # As a module: the command of that name holds the path of .venv, and does not start in a folder that was renamed.
    pyodide = (sys.executable, "-m", "pyodide_cli")
    _run(environment, *pyodide, "py-compile", "--silent", "--no-keep", "--compression-level", "0", str(archive))
    _clear_dates(archive)
    stamp.write_text(digest, encoding="utf-8")
    return archive.read_bytes()


def _clear_dates(archive: Path) -> None:
    """Give every file in an archive the same date: compiling wrote the time of day there."""
    with zipfile.ZipFile(archive) as old:
        files = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in files:
            new.writestr(zipfile.ZipInfo(name), content)


def _run(environment: dict[str, str], *command: str) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise PluginError(
            f"engine: got exit code {done.returncode} from `{' '.join(command[:6])}`, wanted compiled modules."
            f" It said:\n{done.stdout}{done.stderr}"
        )
