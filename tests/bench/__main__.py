"""`make bench`: measure the site against Pyodide as published and a bare build, in one run.

Writes build/bench.json and, when bytes and boot are known, the chart tests/bench/bench.svg. `BENCH=boot,weight` measures
these parts only and keeps what the file says of the others.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial

from playwright.sync_api import Playwright, sync_playwright

from tests.bench import boot, build, interview, lighthouse, page, peers
from tests.bench.boot import Figures
from tests.bench.report import groups, svg, table
from tests.bench.server import Host
from tests.conftest import ROOT
from tests.conftest import build as build_site

FOLDER = ROOT / "build" / "bench"
RESULT = ROOT / "build" / "bench.json"
CHART = ROOT / "tests" / "bench" / "bench.svg"
CHARTED = {"engine_bytes_brotli", "boot"}


def parts(playwright: Playwright, hosts: boot.Hosts) -> dict[str, Callable[[], Figures]]:
    """Return the function for each part's name, in the order of measuring."""
    return {
        "bytes": partial(boot.measure_bytes, playwright, hosts),
        "boot": partial(boot.measure, playwright, hosts),
        "advice": partial(page.measure_advice, playwright, hosts.ours),
        "form": partial(page.measure_form, playwright, hosts.ours),
        "weight": partial(page.measure_weight, playwright, hosts.ours),
        "lighthouse": partial(lighthouse.measure, hosts.ours),
        "assess": build.measure_assess,
        "interview": interview.measure_interview,
        "build": build.measure_build,
    }


def main() -> str:
    """Return an error sentence for the command line, or an empty text."""
    started = time.perf_counter()
    site = FOLDER / "site"
    shutil.rmtree(site, ignore_errors=True)
    stock, floor = peers.prepare(FOLDER)
    hosts = boot.Hosts(Host(site), Host(stock, for_good=True), Host(floor, for_good=True))
    with sync_playwright() as playwright:
        every = parts(playwright, hosts)
        wanted = [name for name in os.environ.get("BENCH", "").split(",") if name] or list(every)
        if strange := set(wanted) - set(every):
            return f"BENCH: got {', '.join(sorted(strange))}, wanted some of {', '.join(every)}."
        print("Building the site that is measured", flush=True)
        build_site(site, OFFLINE="worker", SITE_URL=f"http://localhost:{hosts.ours.port}/")
        figures: Figures = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
        with boot.launched(playwright) as (browser, _):
            figures |= {"runs": boot.RUNS, "chromium": browser.version, "python": platform.python_version()}
        for name in wanted:
            print(f"Measuring: {name} ({time.perf_counter() - started:.0f} s so far)", flush=True)
            figures |= every[name]()
            RESULT.write_text(f"{json.dumps(figures, indent=1)}\n", encoding="utf-8")
    if CHARTED <= set(figures):
        CHART.write_text(svg(groups(figures)), encoding="utf-8")
    print(f"\n{table(figures)}\n\nIn {RESULT.relative_to(ROOT)}, after {time.perf_counter() - started:.0f} s.")
    return ""


if __name__ == "__main__":
    sys.exit(main() or 0)
