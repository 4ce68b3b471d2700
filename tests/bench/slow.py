"""Slows down every process of a browser by repeatedly stopping and continuing it.

DevTools' own throttle reaches the thread of the page only, and the quiz runs in a worker. Run as a program:
`python -m tests.bench.slow PROCESS_GROUP FACTOR`; it ends when whoever started it does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from statistics import median

from playwright.sync_api import Browser, BrowserContext

from tests.conftest import ROOT

__all__ = ["measured_factor", "slowed"]

ON = 0.005
"""Seconds that the browser runs at a time."""

# A loop of fixed length in a worker; what it takes when slowed by what it takes otherwise is the factor.
LOOP = """
() => new Promise((resolve) => {
  const source = `
    const started = performance.now();
    let sum = 0;
    for (let i = 0; i < 60_000_000; i++) sum = (sum + i * i) | 0;
    postMessage([performance.now() - started, sum]);
  `;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  worker.onmessage = ({ data }) => {
    worker.terminate();
    resolve(data[0]);
  };
})
"""


@contextmanager
def slowed(browser: Browser, factor: float) -> Iterator[None]:
    """Slow the browser down by a factor while the block runs; 1 does nothing."""
    if factor == 1:
        yield
        return
    group = os.getpgid(_process(browser))
    if group == os.getpgrp():
        raise RuntimeError("slow: the browser shares our process group, wanted one of its own")
    cycle = subprocess.Popen([sys.executable, "-m", "tests.bench.slow", str(group), str(factor)], cwd=ROOT)
    try:
        yield
    finally:
        cycle.terminate()
        cycle.wait()
        os.killpg(group, signal.SIGCONT)


def measured_factor(browser: Browser, context: BrowserContext, factor: float) -> float:
    """Return the factor by which a loop in a worker is actually slowed."""
    page = context.new_page()
    page.evaluate(LOOP)  # compiled by now
    free = float(min(page.evaluate(LOOP) for _ in range(3)))
    with slowed(browser, factor):
        held = float(median(page.evaluate(LOOP) for _ in range(3)))
    page.close()
    return round(held / free, 2)


def _process(browser: Browser) -> int:
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return int(next(process["id"] for process in processes if process["type"] == "browser"))


def _cycle(group: int, factor: float) -> None:
    parent = os.getppid()
    ran = rested = 0.0
    since = time.perf_counter()
    try:
        while os.getppid() == parent:
            time.sleep(ON)
            os.killpg(group, signal.SIGSTOP)
            ran += (stopped := time.perf_counter()) - since
            # A sleep lasts longer than asked, most of all on a busy computer: what was too much is made up for.
            time.sleep(max(0.0, ran * (factor - 1) - rested))
            os.killpg(group, signal.SIGCONT)
            rested += (since := time.perf_counter()) - stopped
    except ProcessLookupError:
        return  # the browser is gone
    finally:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGCONT)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    _cycle(int(sys.argv[1]), float(sys.argv[2]))
