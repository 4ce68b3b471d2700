"""The peers of the quiz in the benchmarks: Pyodide as published, and a page that only compiles the same WebAssembly."""

from __future__ import annotations

import filecmp
import json
import shutil
import zipfile
from pathlib import Path

import brotli

from quiz import GUIDE
from quiz.model import NONE
from tests.conftest import ROOT

__all__ = ["QUIZ", "STOCK", "WASM", "answers", "prepare"]

PYODIDE = ROOT / "node_modules" / "pyodide"
WASM = "pyodide.asm.wasm"
QUIZ = "quiz.zip"
STOCK = ("pyodide.mjs", "pyodide.asm.js", WASM, "python_stdlib.zip", QUIZ)
"""All that the published Pyodide needs to run the quiz."""

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<script type="module">
  new Worker("worker.mjs", {{ type: "module" }}).onmessage = () => {{
    window.benchTimes = {{ done: performance.now() }};
  }};
</script>
"""
# As the site did before it started Python by itself: Pyodide and the quiz are fetched side by side.
STOCK_WORKER = """
import {{ loadPyodide }} from "./pyodide.mjs";
const files = new URL("./", import.meta.url).href;
const [pyodide, archive] = await Promise.all([
  loadPyodide({{ indexURL: files, packageBaseUrl: files, lockFileContents: {lock} }}),
  fetch(`${{files}}{quiz}`).then((response) => response.arrayBuffer()),
]);
pyodide.unpackArchive(archive, "zip");
const door = pyodide.pyimport("quiz.browser");
const knowledge = pyodide.pyimport("quiz.ivig").GUIDE;
postMessage(door.reply(knowledge, {message}));
"""
FLOOR_WORKER = """
await WebAssembly.compileStreaming(fetch(new URL("{wasm}", import.meta.url)));
postMessage("compiled");
"""


def answers() -> dict[str, list[str]]:
    """Return the answers that every peer is asked about: the first option of the first screen."""
    question = GUIDE.questions[0]
    return {question.id: [next(option.id for option in question.options if option.id != NONE)]}


def prepare(folder: Path) -> tuple[Path, Path]:
    """Return the folders of both peers, written with the Brotli form of each file."""
    stock, floor = folder / "stock", folder / "floor"
    for part in (stock, floor):
        part.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / QUIZ, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted((ROOT / "quiz").rglob("*.py")):
            # One date for every file: the same sources give the same bytes, which need no second compression.
            info = zipfile.ZipInfo(path.relative_to(ROOT).as_posix())
            archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    for name in STOCK:
        _take(folder / name if name == QUIZ else PYODIDE / name, stock / name)
    _take(PYODIDE / WASM, floor / WASM)
    described = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock = json.dumps({"info": described["info"], "packages": {}})
    message = json.dumps(json.dumps(answers()))
    (stock / "index.html").write_text(PAGE.format(title="Pyodide as published"), encoding="utf-8")
    (stock / "worker.mjs").write_text(STOCK_WORKER.format(lock=lock, quiz=QUIZ, message=message), encoding="utf-8")
    (floor / "index.html").write_text(PAGE.format(title="WebAssembly only"), encoding="utf-8")
    (floor / "worker.mjs").write_text(FLOOR_WORKER.format(wasm=WASM), encoding="utf-8")
    return stock, floor


def _take(source: Path, target: Path) -> None:
    """Copy a file and its Brotli form, unless they are there already: compressing the large one takes most of a minute."""
    packed = target.with_name(f"{target.name}.br")
    if target.exists() and packed.exists() and filecmp.cmp(source, target, shallow=False):
        return
    print(f"Compressing {target.name}", flush=True)
    packed.unlink(missing_ok=True)
    shutil.copyfile(source, target)
    twin = target.parents[1] / "stock" / packed.name
    if twin.exists():
        shutil.copyfile(twin, packed)
    else:
        packed.write_bytes(brotli.compress(source.read_bytes(), quality=11, lgwin=24))
