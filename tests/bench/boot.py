"""Bytes and time until Python's first answer, for the site, for Pyodide as published and for bare WebAssembly."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from statistics import median
from typing import Any, Literal, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Playwright, ViewportSize

from tests.bench import peers
from tests.bench.server import NOWHERE, Host, Link
from tests.bench.slow import measured_factor, slowed
from tests.conftest import FLAGS
from tests.support import browser_path

__all__ = [
    "CHECK",
    "CONDITIONS",
    "FEWER_RUNS",
    "LIMIT_MS",
    "RUNS",
    "Figures",
    "Hosts",
    "engine_paths",
    "launched",
    "measure",
    "measure_bytes",
    "sent",
    "take_turns",
    "under",
]

type Figures = dict[str, Any]

RUNS = 7
FEWER_RUNS = 3
"""Where one run takes half a minute, as stock Pyodide over a slow network does."""

CHECK = "check/"
VISITS_BEFORE = 4
VISIT_MS = 3_000
"""How often, and how long each time, a returning visitor has been there: a browser keeps compiled code only then."""

LIMIT_MS = 240_000

# Notes when Python runs, asks it the question of all peers as the page would, and notes when its result is there.
ASK = """
(() => {
  const times = {};
  window.Worker = class extends Worker {
    constructor(...started) {
      super(...started);
      this.addEventListener("message", (event) => {
        if (event.data.ready) {
          times.ready = performance.now();
          this.postMessage({ id: "bench", answers: ANSWERS });
        } else if (event.data.id === "bench") {
          event.stopImmediatePropagation(); // the page never asked
          times.done = performance.now();
          if (event.data.result) window.benchTimes = times;
        }
      });
    }
  };
})();
"""


class Hosts(NamedTuple):
    """The hosts of the three peers, each at its own origin, so that no browser cache is shared between them."""

    ours: Host
    stock: Host
    floor: Host


class Condition(NamedTuple):
    """The network and processor under which visits are measured."""

    name: str
    megabits_per_second: float = 0
    delay_ms: float = 0
    cpu: float = 1

    @property
    def link(self) -> Link | None:
        """Return the simulated network link for this condition, or None for an unlimited one."""
        return Link(self.megabits_per_second, self.delay_ms) if self.megabits_per_second else None

    def runs(self, cache: str) -> int:
        """Return how many visits are measured."""
        return FEWER_RUNS if cache == "cold" and 0 < self.megabits_per_second < 5 else RUNS


CONDITIONS = (
    Condition("unthrottled"),
    Condition("9_mbit_60_ms", 9, 60),
    Condition("1.6_mbit_150_ms", 1.6, 150),
    Condition("cpu_4x", cpu=4),
    Condition("cpu_6x", cpu=6),
)


@contextmanager
def launched(
    playwright: Playwright,
    profile: str | None = None,
    *,
    service_workers: Literal["allow", "block"] = "allow",
    viewport: ViewportSize | None = None,
) -> Iterator[tuple[Browser, BrowserContext]]:
    """Yield a browser and its context, kept open by a blank page; a profile folder keeps its cache between launches."""
    options: dict[str, Any] = {"service_workers": service_workers, "viewport": viewport}
    start: dict[str, Any] = {"executable_path": browser_path.find(), "args": FLAGS}
    if profile:
        context = playwright.chromium.launch_persistent_context(profile, **start, **options)
        browser = context.browser
        if browser is None:
            raise RuntimeError("boot: got a profile without its browser, wanted both")
    else:
        browser = playwright.chromium.launch(**start)
        context = browser.new_context(**options)
        context.new_page()
    try:
        yield browser, context
    finally:
        context.close()
        browser.close()


def measure_bytes(playwright: Playwright, hosts: Hosts) -> Figures:
    """Return the bytes of the engine as sent by a host that compresses and by one that does not."""
    figures: Figures = {}
    with launched(playwright) as (browser, _):
        for compresses, kind in ((True, "brotli"), (False, "plain_host")):
            for host in hosts:
                host.compresses = compresses
            asked_for = engine_paths(browser, hosts.ours)
            ours = sent(browser, hosts.ours, hosts.ours.url + CHECK)
            wanted = {path: size for path, size in ours.items() if path in asked_for}
            stock = sent(browser, hosts.stock, hosts.stock.url)
            stock = {path: size for path, size in stock.items() if path.lstrip("/") in peers.STOCK}
            if len(stock) != len(peers.STOCK):
                raise RuntimeError(f"boot: stock Pyodide asked for {', '.join(stock)}, wanted {', '.join(peers.STOCK)}")
            wasm = stock[f"/{peers.WASM}"]
            figures |= {
                f"engine_bytes_{kind}": sum(wanted.values()),
                f"engine_files_{kind}_bytes": wanted,
                f"stock_bytes_{kind}": sum(stock.values()),
                f"stock_wasm_bytes_{kind}": wasm,
                f"engine_bytes_{kind}_ratio_vs_stock": round(sum(wanted.values()) / sum(stock.values()), 3),
                f"engine_bytes_{kind}_ratio_vs_stock_wasm": round(sum(wanted.values()) / wasm, 3),
            }
            print(f"  {kind}: ours {sum(wanted.values()):,}, stock {sum(stock.values()):,}, wasm {wasm:,}", flush=True)
    for host in hosts:
        host.compresses = True
    return figures


def engine_paths(browser: Browser, host: Host) -> set[str]:
    """Return the paths that the quiz page loads for Python: the folder `engine`, and all that only its worker asks for."""
    every = sent(browser, host, host.url + CHECK)
    host.without_worker = "/quiz/"  # Material's search has a worker too
    try:
        without = sent(browser, host, host.url + CHECK, '() => document.querySelector("quiz-flow[data-engine=failed]")')
    finally:
        host.without_worker = NOWHERE
    return {path for path in every if path.startswith("/engine/") or path not in without}


def sent(browser: Browser, host: Host, address: str, until: str = "() => window.benchTimes") -> dict[str, int]:
    """Return the bytes sent for each file on a first visit."""
    context = browser.new_context(service_workers="block")  # it would take every page of the site along
    context.add_init_script(_asking())
    page = context.new_page()
    host.sent.clear()
    page.goto(address)
    page.wait_for_function(until, polling=100, timeout=LIMIT_MS)
    page.wait_for_timeout(500)
    context.close()
    return {answer.path: answer.body_bytes for answer in reversed(host.sent) if answer.status == 200}


type Times = dict[str, float]
"""Milliseconds from the start of a visit until Python was `ready` and until its first result was `done`."""


def measure(playwright: Playwright, hosts: Hosts) -> Figures:
    """Return the times of first and later visits under every condition."""
    figures: Figures = {condition.name: {} for condition in CONDITIONS}
    addresses = {"ours": hosts.ours.url + CHECK, "stock": hosts.stock.url, "floor": hosts.floor.url}
    with launched(playwright) as (browser, context):
        for condition in CONDITIONS:
            if condition.cpu > 1:
                figures[condition.name]["measured_cpu_factor"] = measured_factor(browser, context, condition.cpu)
            visits = {name: partial(_first_visit, browser, address) for name, address in addresses.items()}
            with under(condition, hosts, browser):
                figures[condition.name]["cold"] = _compared(visits, condition, "cold")
    with (
        tempfile.TemporaryDirectory() as profile,
        tempfile.TemporaryDirectory() as other_profile,
        launched(playwright, profile) as (browser, context),
        launched(playwright, other_profile, service_workers="block") as (_, workerless),
    ):
        visits = {name: partial(_visit, context, address) for name, address in addresses.items()}
        # For whoever works on the boot: the same with the browser's own cache instead of the site's.
        apart = {"ours_without_service_worker": partial(_visit, workerless, addresses["ours"])}
        print("  filling the caches of a returning visitor", flush=True)
        for visit in [*visits.values(), *apart.values()] * VISITS_BEFORE:
            visit(stay_ms=VISIT_MS)
        for condition in CONDITIONS:
            with under(condition, hosts, browser):
                both = visits | (apart if condition.cpu == 1 else {})  # only the one browser is slowed
                figures[condition.name]["warm"] = _compared(both, condition, "warm")
    warm = figures["unthrottled"]["warm"]
    return {
        "boot_warm_ratio_vs_stock": warm["ratio_vs_stock"],
        "boot_warm_ratio_vs_floor": warm["ratio_vs_floor"],
        "boot": figures,
    }


@contextmanager
def under(condition: Condition, hosts: Iterable[Host], browser: Browser) -> Iterator[None]:
    """Slow the hosts' links and the browser down while the block runs."""
    for host in hosts:
        host.link = condition.link
    try:
        with slowed(browser, condition.cpu):
            yield
    finally:
        for host in hosts:
            host.link = None


def take_turns[T](visits: Mapping[str, Callable[[], T]], runs: int) -> dict[str, list[T]]:
    """Return the results of each peer's visits, taken in turns so that other load on the computer affects all alike."""
    taken: dict[str, list[T]] = {name: [] for name in visits}
    names = list(visits)
    for run in range(runs):
        for name in names[run % len(names) :] + names[: run % len(names)]:
            taken[name].append(visits[name]())
    return taken


def _compared(visits: Mapping[str, Callable[[], Times]], condition: Condition, cache: str) -> Figures:
    """Return the median of each peer, and the ratios of those medians."""
    taken = take_turns(visits, condition.runs(cache))
    middle = {name: median(times["done"] for times in runs) for name, runs in taken.items()}
    print(
        f"  {condition.name} {cache}: " + ", ".join(f"{name} {ms:,.0f} ms" for name, ms in middle.items()), flush=True
    )
    return {
        "runs": condition.runs(cache),
        **{f"{name}_ms": round(ms, 1) for name, ms in middle.items()},
        "ours_ready_ms": round(median(times["ready"] for times in taken["ours"]), 1),
        "ratio_vs_stock": round(middle["ours"] / middle["stock"], 3),
        "ratio_vs_floor": round(middle["ours"] / middle["floor"], 3),
        "every_run_ms": {name: [round(times["done"], 1) for times in runs] for name, runs in taken.items()},
    }


def _first_visit(browser: Browser, address: str) -> Times:
    context = browser.new_context()
    try:
        return _visit(context, address)
    finally:
        context.close()


def _visit(context: BrowserContext, address: str, stay_ms: int = 300) -> Times:
    """Return the times that a page recorded after it was opened in a new tab."""
    page = context.new_page()
    page.add_init_script(_asking())
    page.goto(address, wait_until="commit", timeout=LIMIT_MS)
    page.wait_for_function("() => window.benchTimes", polling=100, timeout=LIMIT_MS)
    times: Times = page.evaluate("() => window.benchTimes")
    page.wait_for_timeout(stay_ms)
    page.close()
    return times


def _asking() -> str:
    return ASK.replace("ANSWERS", json.dumps(peers.answers()))
