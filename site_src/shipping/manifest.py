"""The list of shipped files in `data/shipped.json`, each with its hash, origin and licence."""

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

__all__ = ["BUNDLED_LICENCES", "Origin", "files", "origins", "write"]

ROOT = Path(__file__).parents[2]
NODE = ROOT / "node_modules"
FONT = "@fontsource/atkinson-hyperlegible-next"
THEME = Path(str(importlib.metadata.distribution("mkdocs-material").locate_file("material/templates")))
WRITTEN = {".br", ".gz", ".html", ".json", ".pdf", ".webmanifest", ".xml", "_headers", "robots.txt"}
"""Suffixes or names of the files left out: pages, data and headers, which a build writes from our own words."""
MADE = re.compile(
    r"assets/quiz/rules\.css|codes/[\w-]+\.(?:png|svg)|engine/python\.zip\.[0-9a-f]{8}\.bin|handout/[\w-]+\.png|sw\.js"
)
"""Files that a build makes from `quiz/` and the pages, and the worker with its list of the pages."""
ENGINE = re.compile(r"(.+)\.[0-9a-f]{8}\.bin")
"""The name of a packed file of the engine: what was packed, and the start of its hash."""

BUNDLED_LICENCES = {
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
"""The licence of each component that publishers bundle into their files."""

BUNDLED = {
    "pyodide.asm.js": ["emscripten"],
    "pyodide.asm.wasm": ["cpython", "emscripten"],
    "python.zip": ["cpython"],
}
"""The components bundled into the engine's files; `origins` has the version of CPython."""


class Origin(NamedTuple):
    """The origin of a file: what was published, in which version and under which licence."""

    name: str
    version: str
    licence: str
    """As SPDX writes it."""
    package: str
    """Its package URL, which names a package and no address."""


def write(site: Path, content: Path) -> None:
    """Write `data/shipped.json` into a site that is otherwise complete; `content` is the folder of its pages."""
    (site / "data").mkdir(exist_ok=True)
    text = json.dumps({"files": files(site, content)}, indent=1)
    (site / "data" / "shipped.json").write_text(f"{text}\n", encoding="utf-8")


def files(site: Path, content: Path) -> list[dict[str, Any]]:
    """Return an entry for each file, sorted by path; raises `PluginError` for a file of unknown origin."""
    known = origins()
    found = []
    for path in sorted(path for path in site.rglob("*") if path.is_file() and not {path.suffix, path.name} & WRITTEN):
        name = path.relative_to(site).as_posix()
        sent = path.read_bytes()
        # As its maker wrote it: the engine's files are packed.
        written = gzip.decompress(sent) if ENGINE.match(path.name) else sent
        origin = _origin_of(path, name, content, written)
        inside = _bundled(path, origin)
        licences = {
            part
            for one in (known[origin].licence, *map(BUNDLED_LICENCES.get, inside))
            for part in str(one).split(" AND ")
        }
        found.append(
            {
                "path": name,
                "sha256": hashlib.sha256(sent).hexdigest(),
                **({"sha256_unpacked": hashlib.sha256(written).hexdigest()} if written is not sent else {}),
                "from": known[origin].name,
                "version": known[origin].version,
                "package": known[origin].package,
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
    """Return all origins of files of the site, by short name."""
    own = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    python = json.loads((NODE / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]["python"]
    theme = importlib.metadata.metadata("mkdocs-material")
    return {
        "ours": Origin("this site", own, "MIT", f"pkg:generic/is-this-normal@{own}"),
        "quiz": Origin("this site", own, "CC-BY-4.0 AND MIT", f"pkg:generic/is-this-normal@{own}"),  # words and code
        "pyodide": _npm("pyodide"),
        "cpython": Origin("cpython", python, BUNDLED_LICENCES["cpython"], f"pkg:generic/cpython@{python}"),
        "font": _npm(FONT),
        "uqr": _npm("uqr"),
        "material": Origin(
            theme["Name"], theme["Version"], theme["License-Expression"], f"pkg:pypi/{theme['Name']}@{theme['Version']}"
        ),
    }


def _npm(name: str) -> Origin:
    package = json.loads((NODE / name / "package.json").read_text(encoding="utf-8"))
    address = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
    return Origin(name, package["version"], package["license"], address)


def _origin_of(path: Path, name: str, content: Path, written: bytes) -> str:
    """Return the short name of a file's origin, which must hold the same bytes; raises `PluginError`."""
    if MADE.fullmatch(name):
        return "quiz"
    for origin, place in (
        ("ours", ROOT / "site_src" / "overrides" / name),
        ("ours", content / name),
        ("material", THEME / name),
        ("font", NODE / FONT / "files" / path.name),
        ("uqr", NODE / "uqr" / "dist" / ("index.mjs" if name == "assets/uqr.js" else name)),
        ("pyodide", NODE / "pyodide" / _published_name(path)),
    ):
        if place.is_file() and place.stat().st_size == len(written) and place.read_bytes() == written:
            return origin
    raise PluginError(
        f"shipped: got {name}, wanted only files whose origin is known, as they were published."
        " Put a file of ours into site_src/overrides/ or content/, or name where it came from in"
        " site_src/shipping/manifest.py."
    )


def _published_name(path: Path) -> str:
    """Return the name under which a file was published, without the hash that a build adds."""
    return ENGINE.sub(r"\1", path.name)


def _bundled(path: Path, origin: str) -> list[str]:
    """Return the components bundled into a file, from its source map; raises `PluginError` for an unknown licence."""
    if origin != "material":
        return BUNDLED.get(_published_name(path), [])
    source_map = path if path.suffix == ".map" else path.with_name(f"{path.name}.map")
    sources = json.loads(source_map.read_text(encoding="utf-8"))["sources"] if source_map.exists() else []
    inside = set(re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", "\n".join(sources)))
    if b"data:image/svg" in path.read_bytes():
        inside.add("icons")
    if unknown := sorted(inside - BUNDLED_LICENCES.keys()):
        raise PluginError(
            f"shipped: got {', '.join(unknown)} inside {path.name}, wanted only what has a known"
            " licence. Look up its licence and add it to BUNDLED_LICENCES in site_src/shipping/manifest.py."
        )
    return sorted(inside)
