"""Build-side costs: one answer in Python, the build compared with plain Material, and the PDFs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from quiz import assess, open_questions
from quiz.model import NONE, Question
from tests.bench.boot import FEWER_RUNS, RUNS, Figures
from tests.conftest import ROOT
from tests.support.walks import AnswerSet

__all__ = ["bare_build", "largest_answers", "measure_assess", "measure_build"]

ASSESS_RUNS = 1_000
TIMES = (10, 100)
"""How many times the ordinary pages are there in a larger site."""

# Both sites: copies stand outside the menu, and a link that a copy has lost stops nothing.
CONFIG = """
INHERIT: {root}/mkdocs.yml
docs_dir: {docs}
strict: false
watch: []
validation:
  nav: {{omitted_files: ignore, not_found: ignore, absolute_links: ignore}}
  links: {{not_found: ignore, absolute_links: ignore, unrecognized_links: ignore, anchors: ignore}}
theme: {{custom_dir: {overrides}}}
hooks: [{hooks}]
"""


def measure_assess() -> Figures:
    """Return the time of one answer for a person who reports everything that can be reported."""
    answers = largest_answers()
    taken = []
    for _ in range(ASSESS_RUNS):
        started = time.perf_counter()
        assess(answers)
        taken.append((time.perf_counter() - started) * 1000)
    print(f"  assess: {median(taken):.2f} ms for {len(answers)} questions", flush=True)
    return {
        "assess_largest_ms_median": round(median(taken), 3),
        "assess_largest_questions": len(answers),
        "assess_largest_options": sum(len(options) for options in answers.values()),
    }


def largest_answers() -> AnswerSet:
    """Return a finished answer set for as many questions as possible, with every option ticked that keeps them on the path."""
    answers: AnswerSet = {}
    while waiting := [question for question in open_questions(answers) if question.id not in answers]:
        answers[waiting[0].id] = _most(waiting[0], answers)
    return answers


def _most(question: Question, answers: AnswerSet) -> list[str]:
    def opened(picked: list[str]) -> tuple[int, int]:
        return len(open_questions({**answers, question.id: picked})), len(picked)

    options = [option.id for option in question.options]
    picked = max(([option] for option in options), key=opened)
    if question.kind != "several":
        return picked
    ticks = [option for option in options if option != NONE]
    while True:  # a tick can end the walk: what opens more by its absence is left out
        less = max(([other for other in ticks if other != tick] for tick in ticks), key=opened, default=[])
        if not less or opened(less) <= opened(ticks):
            return max(picked, ticks, key=opened)
        ticks = less


def measure_build() -> Figures:
    """Return the times of whole builds, ours and plain Material's of the same pages, at the present size and larger ones."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = folder / "docs"
        shutil.copytree(ROOT / "content", docs)
        plain = _plain(docs, folder / "plain")
        ours, bare = _timed(docs, plain, folder, RUNS)
        figures |= {
            "build_s": round(ours, 2),
            "build_bare_s": round(bare, 2),
            "build_ratio_vs_bare": round(ours / bare, 3),
            "build_runs": RUNS,
        }
        pages = len(list(docs.glob("*.md")))
        for times in TIMES:
            added = _multiply(docs, times)
            more_ours, more_bare = _timed(docs, _plain(docs, folder / f"plain-{times}"), folder, FEWER_RUNS)
            figures[f"build_times_{times}"] = {
                "pages": pages + added,
                "runs": FEWER_RUNS,
                "build_s": round(more_ours, 2),
                "build_bare_s": round(more_bare, 2),
                "ms_per_page_more": round((more_ours - ours) / added * 1000, 1),
                "bare_ms_per_page_more": round((more_bare - bare) / added * 1000, 1),
            }
        figures |= _pdf(folder)
    return figures


def _pdf(folder: Path) -> Figures:
    """Return figures for the PDFs: their number, their size, and the time that they add to a build."""
    without, with_pdf, whole = [], [], []
    for _ in range(FEWER_RUNS):
        without.append(_build(ROOT / "mkdocs.yml", folder / "site"))
        with_pdf.append(_build(ROOT / "mkdocs.yml", folder / "site", PDF="1"))
        whole.append(_build(ROOT / "mkdocs.yml", folder / "site", PDF="1", OFFLINE="worker"))
    pdfs = list((folder / "site" / "handout").glob("*.pdf"))
    print(f"  {len(pdfs)} PDFs: {median(with_pdf) - median(without):.1f} s", flush=True)
    print(f"  `make site`: {median(whole):.1f} s", flush=True)
    return {
        "pdf_files": len(pdfs),
        "pdf_bytes": sum(pdf.stat().st_size for pdf in pdfs),
        "pdf_s": round(median(with_pdf) - median(without), 2),
        "build_whole_site_s": round(median(whole), 2),
        "pdf_runs": FEWER_RUNS,
    }


def bare_build(docs: Path, site: Path) -> Path:
    """Return the site built from these pages with Material and our Markdown extensions only."""
    _build(_config(docs, bare=True), site)
    return site


def _timed(docs: Path, plain: Path, folder: Path, runs: int) -> tuple[float, float]:
    """Return the median seconds of our build and of the plain one, run in turns."""
    ours, bare = [], []
    for _ in range(runs):
        ours.append(_build(_config(docs, bare=False), folder / "site"))
        bare.append(_build(_config(plain, bare=True), folder / "bare"))
    pages = len(list(docs.glob("*.md")))
    print(f"  {pages} pages: ours {median(ours):.1f} s, bare {median(bare):.1f} s", flush=True)
    return median(ours), median(bare)


def _build(config: Path, site: Path, **settings: str) -> float:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF": "", "SITE_URL": "", "OFFLINE": "", **settings}
    shutil.rmtree(site, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(config),
        "--site-dir",
        str(site),
    ]
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return time.perf_counter() - started


def _config(docs: Path, *, bare: bool) -> Path:
    """Return the path of the configuration written for these pages."""
    nothing = docs.with_name(f"{docs.name}-no-overrides")
    nothing.mkdir(exist_ok=True)
    file = docs.with_name(f"{docs.name}-{'bare' if bare else 'ours'}.yml")
    overrides, hooks = (nothing, "") if bare else (ROOT / "site_src" / "overrides", ROOT / "site_src" / "hooks.py")
    file.write_text(CONFIG.format(root=ROOT, docs=docs, overrides=overrides, hooks=hooks), encoding="utf-8")
    return file


def _plain(docs: Path, target: Path) -> Path:
    """Return a copy of the pages for the plain build, without references to our templates."""
    shutil.copytree(docs, target)
    for page in target.rglob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("template:")]
        page.write_text("\n".join(kept), encoding="utf-8")
    return target


def _multiply(docs: Path, times: int) -> int:
    """Return how many copies of ordinary pages were added to multiply their number by this factor."""
    for old in docs.glob("*-copy-*.md"):
        old.unlink()
    ordinary = [page for page in docs.glob("*.md") if "\ntemplate:" not in page.read_text(encoding="utf-8")]
    for page in ordinary:
        for number in range(1, times):
            shutil.copyfile(page, page.with_name(f"{page.stem}-copy-{number}.md"))
    return len(ordinary) * (times - 1)
