"""A word diff between the handouts of the last version and those of today."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

import pypdfium2
from mkdocs.config import load_config

from site_src import settings

__all__ = ["last_release", "text"]

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "paper-changes"
FOOT = re.compile(r"Version [\d.]+, \d+ \w+ \d{4}$|^Page \d+ of \d+$")
"""Lines that every page has, and every version has anew."""


def last_release(file: str, repository: Path) -> str:
    """Return the last commit in which the guide, a file of the repository, had another version than it has now."""
    (version,) = re.findall(r'version="[^"]+"', (repository / file).read_text(encoding="utf-8"))
    since = _git(repository, "log", "--max-count=1", "--format=%H", f"-S{version}", "--", file).decode().strip()
    return f"{since}^" if since else "HEAD"


def text(pdf: Path) -> str:
    """Return the text of a PDF, a line for each of its lines, without the foot of its pages."""
    lines = [line for page in pypdfium2.PdfDocument(pdf) for line in page.get_textpage().get_text_range().splitlines()]
    return "\n".join([*(line for line in lines if not FOOT.search(line)), ""])


def _git(repository: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=repository, stdout=subprocess.PIPE, check=True).stdout


def _old(commit: str) -> Path:
    """Return the handouts of an earlier commit, built by its own `make site`: it needs the packages of its day."""
    source = FOLDER / _git(ROOT, "rev-parse", commit).decode().strip()
    handouts = source / "site" / "handout"
    if not handouts.exists():
        sys.stderr.write("Building the last version, with its own packages (some minutes the first time)\n")
        shutil.rmtree(source, ignore_errors=True)
        source.mkdir(parents=True)
        with tarfile.open(fileobj=BytesIO(_git(ROOT, "archive", commit))) as archive:
            archive.extractall(source, filter="data")
        _run(source, "make", "site")
    return handouts


def _new() -> Path:
    """Return the handouts as they are now."""
    site = FOLDER / "site"
    _run(ROOT, sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site))
    return site / "handout"


def _run(folder: Path, *command: str) -> None:
    environment = {**os.environ, "PDF": "1", "SITE_URL": "", "OFFLINE": "", "NO_MKDOCS_2_WARNING": "1"}
    # What it says of the build is no part of the difference.
    done = subprocess.run(command, cwd=folder, env=environment, check=False, stdout=sys.stderr)
    if done.returncode:
        sys.exit(f"`{' '.join(command)}` failed in {folder}: see above what it said.")


def _write_text(handouts: Path, name: str) -> None:
    """Write the text of the handouts on A4 into a folder of this name."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for pdf in sorted(handouts.glob("*.pdf")):
        if not pdf.stem.endswith("-letter"):
            (folder / f"{pdf.stem}.txt").write_text(text(pdf), encoding="utf-8")


def main() -> None:
    """Print the difference, words that went in red and new ones in green."""
    guide = settings.read(load_config(str(ROOT / "mkdocs.yml"))).guide
    _write_text(_old(last_release(f"{guide.replace('.', '/')}/__init__.py", ROOT)), "old")
    _write_text(_new(), "new")
    # Git ends with 1 where there is a difference: that is what was asked for.
    subprocess.run(["git", "diff", "--no-index", "--word-diff", "old", "new"], cwd=FOLDER, check=False)


if __name__ == "__main__":
    main()
