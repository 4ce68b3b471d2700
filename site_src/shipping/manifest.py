"""What the built site ships: each file that runs, styles or came from elsewhere, with its hash, origin and licence."""

from __future__ import annotations

import gzip
import hashlib
import importlib.metadata
import json
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.exceptions import PluginError

__all__ = ["INSIDE", "Origin", "files", "origins", "write"]

ROOT = Path(__file__).parents[2]
NODE = ROOT / "node_modules"
FONT = "@fontsource/atkinson-hyperlegible-next"
THEME = Path(str(importlib.metadata.distribution("mkdocs-material").locate_file("material/templates")))
WRITTEN = {".br", ".gz", ".html", ".json", ".pdf", ".webmanifest", ".xml", "_headers", "robots.txt"}
"""Pages, data and headers, which a build writes anew from words of ours: the ends or names of their files."""
MADE = re.compile(
    r"assets/quiz/rules\.css|codes/[\w-]+\.(?:png|svg)|engine/python\.zip\.[0-9a-f]{8}\.bin|handout/[\w-]+\.png|sw\.js"
)
"""Files that a build makes from `quiz/` and the pages, and the worker with its list of the pages."""
ENGINE = re.compile(r"(.+)\.[0-9a-f]{8}\.bin")
"""The name of a packed file of the engine: what was packed, and the start of its hash."""

INSIDE = {
    "clipboard": "MIT",
    "cpython": "PSF-2.0",
    "emscripten": "MIT",
    "escape-html": "MIT",
    "focus-visible": "W3C",
    "icons": "Apache-2.0 AND CC-BY-4.0 AND MIT",  # Material Design Icons, Font Awesome and Octicons
    "lunr": "MIT",
    "material-design-color": "MIT",
    "rxjs": "Apache-2.0",
    "tslib": "0BSD",
}
"""The licences of what others have packed into the files that they publish."""

PACKED = {
    "pyodide.asm.js": ["emscripten"],
    "pyodide.asm.wasm": ["cpython", "emscripten"],
    "python.zip": ["cpython"],
}
"""What is inside the engine's files; the origin of Pyodide below tells which CPython it is."""


class Origin(NamedTuple):
    """Where a file comes from."""

    name: str
    version: str
    licence: str
    """As SPDX writes it."""
    package: str
    """Its package URL, which names a package and no address."""


def write(site: Path, content: Path) -> None:
    """Write `data/shipped.json` into a site that is complete but for that; `content` is the folder of its pages."""
    (site / "data").mkdir(exist_ok=True)
    text = json.dumps({"files": files(site, content)}, indent=1)
    (site / "data" / "shipped.json").write_text(f"{text}\n", encoding="utf-8")


def files(site: Path, content: Path) -> list[dict[str, Any]]:
    """Return an entry for each file, in the order of the alphabet; raises `PluginError` for one that is nobody's."""
    known = origins()
    found = []
    for path in sorted(path for path in site.rglob("*") if path.is_file() and not {path.suffix, path.name} & WRITTEN):
        name = path.relative_to(site).as_posix()
        sent = path.read_bytes()
        # As its maker wrote it: the engine's files are packed.
        written = gzip.decompress(sent) if ENGINE.match(path.name) else sent
        whose = _whose(path, name, content, written)
        inside = _inside(path, whose)
        licences = {
            part for one in (known[whose].licence, *map(INSIDE.get, inside)) for part in str(one).split(" AND ")
        }
        found.append(
            {
                "path": name,
                "sha256": hashlib.sha256(sent).hexdigest(),
                **({"sha256_unpacked": hashlib.sha256(written).hexdigest()} if written is not sent else {}),
                "from": known[whose].name,
                "version": known[whose].version,
                "package": known[whose].package,
                "licence": " AND ".join(sorted(licences)),
                **(
                    {"inside": [f"{one} {known[one].version}" if one in known else one for one in inside]}
                    if inside
                    else {}
                ),
            }
        )
    return found


def origins() -> dict[str, Origin]:
    """Return all that the site is put together from, each under a short name."""
    own = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    python = json.loads((NODE / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]["python"]
    theme = importlib.metadata.metadata("mkdocs-material")
    return {
        "ours": Origin("this site", own, "MIT", f"pkg:generic/is-this-normal@{own}"),
        "quiz": Origin("this site", own, "CC-BY-4.0 AND MIT", f"pkg:generic/is-this-normal@{own}"),  # words and code
        "pyodide": _npm("pyodide"),
        "cpython": Origin("cpython", python, INSIDE["cpython"], f"pkg:generic/cpython@{python}"),
        "font": _npm(FONT),
        "material": Origin(
            theme["Name"], theme["Version"], theme["License-Expression"], f"pkg:pypi/{theme['Name']}@{theme['Version']}"
        ),
    }


def _npm(name: str) -> Origin:
    package = json.loads((NODE / name / "package.json").read_text(encoding="utf-8"))
    address = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
    return Origin(name, package["version"], package["license"], address)


def _whose(path: Path, name: str, content: Path, written: bytes) -> str:
    """Return the short name of a file's origin: the same bytes must be there."""
    if MADE.fullmatch(name):
        return "quiz"
    for whose, place in (
        ("ours", ROOT / "site_src" / "overrides" / name),
        ("ours", content / name),
        ("material", THEME / name),
        ("font", NODE / FONT / "files" / path.name),
        ("pyodide", NODE / "pyodide" / _published(path)),
    ):
        if place.is_file() and place.stat().st_size == len(written) and place.read_bytes() == written:
            return whose
    raise PluginError(
        f"shipped: got {name}, wanted only files whose origin is known, as they were published."
        " Put a file of ours into site_src/overrides/ or content/, or name where it came from in"
        " site_src/shipping/manifest.py."
    )


def _published(path: Path) -> str:
    """Return a file's name as its maker gave it."""
    return ENGINE.sub(r"\1", path.name)


def _inside(path: Path, whose: str) -> list[str]:
    """Return what is packed into a file, as its source map tells; raises `PluginError` where a licence is not known."""
    if whose != "material":
        return PACKED.get(_published(path), [])
    told = path if path.suffix == ".map" else path.with_name(f"{path.name}.map")
    sources = json.loads(told.read_text(encoding="utf-8"))["sources"] if told.exists() else []
    inside = set(re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", "\n".join(sources)))
    if b"data:image/svg" in path.read_bytes():
        inside.add("icons")
    if inside - INSIDE.keys():
        raise PluginError(
            f"shipped: got {', '.join(sorted(inside - INSIDE.keys()))} inside {path.name}, wanted only what has a known"
            " licence. Look up its licence and add it to INSIDE in site_src/shipping/manifest.py."
        )
    return sorted(inside)
