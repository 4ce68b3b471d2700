"""Page timings: the advice after the last answer, the form without scripts, page weight and largest paint."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

import brotli
from playwright.sync_api import Browser, Page, Playwright, ViewportSize

from tests.bench.boot import CHECK, CONDITIONS, LIMIT_MS, RUNS, Figures, engine_paths, launched, sent, take_turns, under
from tests.bench.build import bare_build
from tests.bench.report import percentile
from tests.bench.server import Host
from tests.support.walks import AnswerSet, walk

__all__ = ["measure_advice", "measure_form", "measure_weight"]

WALKS = 60
CHANGES = 300
FORM_CPU = 4
"""How many times slower than this computer a phone is on which somebody ticks."""

PHONE: ViewportSize = {"width": 375, "height": 740}
PAGES = {"start": "", "check": CHECK, "warning_signs": "warning-signs/"}
QUIET_MS = 500
"""Nobody answers as fast as a program: what the page does once Python is ready, it has done by then."""

SETTLED_MS = 1_500
"""After the load of a page nothing larger comes any more."""

# Notes when Next was pressed, by the browser's own clock of the tap, and the first frame after one that shows advice.
WATCH = """
addEventListener("click", ({ target, timeStamp }) => {
  if (!target.closest("form button[type=submit]")) return;
  window.shown = undefined;
  const look = () => {
    const advice = [...document.querySelectorAll("[data-urgency]")].some((part) => part.checkVisibility());
    const asking = [...document.querySelectorAll("fieldset[data-question]")].some((part) => part.checkVisibility());
    if (asking) return;
    requestAnimationFrame(advice ? () => (window.shown = performance.now() - timeStamp) : look);
  };
  requestAnimationFrame(look);
}, true);
"""
# Ticks what is on screen and goes by what opens meanwhile.
TICK = """
(answers) => {
  for (const set of document.querySelectorAll("fieldset[data-question]")) {
    if (!set.checkVisibility()) continue;
    for (const input of set.querySelectorAll("input")) {
      if (answers[set.dataset.question]?.includes(input.value) && !input.checked) input.click();
    }
  }
}
"""
GONE_ON = """
() => window.shown !== undefined || [...document.querySelectorAll("fieldset[data-question]")]
  .some((part) => part.checkVisibility() && !part.querySelector(":checked"))
"""
# One tick on the form that holds every question: what the browser then works out, and when the next frame is through.
CHANGE = """
([name, value]) => new Promise((resolve) => {
  const input = document.querySelector(`input[name="${name}"][value="${value}"]`);
  requestAnimationFrame(() => {
    const started = performance.now();
    input.click();
    document.querySelector("[data-results]").getBoundingClientRect();
    const laid = performance.now() - started;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([laid, performance.now() - started])));
  });
})
"""
NO_RULES = "quiz-flow { display: block } [data-results] { display: none }"
"""In place of rules.css, for comparison: every question is open, and a tick changes itself alone."""

LARGEST = """
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) window.largest = startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
WORDS = """
() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, label)")]
  .map((part) => [part.localName, part.textContent.replace(/\\s+/g, " ").trim()])
"""


def measure_advice(playwright: Playwright, host: Host) -> Figures:
    """Return the times from the tap on the last Next to a painted frame with the advice, for answers of every kind.

    Each walk starts on a fresh page, because a person asks once, and the first question to Python takes longest.
    The second on the same page is measured beside it.
    """
    random = Random(1)
    taken = []
    again = []
    with launched(playwright, service_workers="block", viewport=PHONE) as (_, context):
        page = context.new_page()
        page.add_init_script(WATCH)
        for _ in range(WALKS):
            page.goto(host.url + CHECK)
            page.wait_for_selector('quiz-flow[data-engine="ready"]', timeout=LIMIT_MS)
            page.wait_for_timeout(QUIET_MS)
            taken.append(_answer(page, walk(random)))
            page.locator("[data-restart]").click()
            again.append(_answer(page, walk(random)))
    print(
        f"  advice: median {median(taken):.0f} ms, p95 {percentile(taken, 95):.0f} ms;"
        f" second time {median(again):.0f} ms, {percentile(again, 95):.0f} ms",
        flush=True,
    )
    return {
        "answer_to_advice_ms_p95": round(percentile(taken, 95), 1),
        "answer_to_advice_ms_median": round(median(taken), 1),
        "answer_to_advice_walks": len(taken),
        "second_answer_to_advice_ms_p95": round(percentile(again, 95), 1),
        "second_answer_to_advice_ms_median": round(median(again), 1),
    }


def _answer(page: Page, answers: AnswerSet) -> float:
    """Return the time from the last tap to the advice, after answering screen by screen."""
    while True:
        page.evaluate(TICK, answers)
        page.locator("form button[type=submit]").click()
        page.wait_for_function(GONE_ON, polling=50)
        if (shown := page.evaluate("() => window.shown")) is not None:
            return float(shown)


def measure_form(playwright: Playwright, host: Host) -> Figures:
    """Return the time of one tick on the form without scripts, where rules.css alone decides what is shown.

    Without scripts a page could not measure itself, so scripts are on and only the quiz's own is kept away. Answers
    are ticked one by one in the order of the questions, and on the same form without those rules in turn.
    """
    random = Random(1)
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    with launched(playwright, service_workers="block", viewport=PHONE) as (_, context):
        context.route("**/quiz-flow*.js*", lambda route: route.abort())
        with_rules, without = context.new_page(), context.new_page()
        without.route("**/rules.css*", lambda route: route.fulfill(body=NO_RULES, content_type="text/css"))
        for page in (with_rules, without):
            page.goto(host.url + CHECK)
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": FORM_CPU})
        while len(ours) < CHANGES:
            ticks = [[name, option] for name, options in walk(random).items() for option in options]
            for page, taken in ((with_rules, ours), (without, bare)):
                page.bring_to_front()
                page.evaluate("() => document.querySelector('quiz-flow form').reset()")
                taken += [page.evaluate(CHANGE, tick) for tick in ticks]
    laid, framed, bare_laid = [one for one, _ in ours], [one for _, one in ours], [one for one, _ in bare]
    print(
        f"  form: median {median(laid):.1f} ms, p95 {percentile(laid, 95):.1f} ms;"
        f" without rules {median(bare_laid):.1f} ms, {percentile(bare_laid, 95):.1f} ms",
        flush=True,
    )
    return {
        "form_cpu_factor": FORM_CPU,
        "form_change_to_layout_ms_median": round(median(laid), 1),
        "form_change_to_layout_ms_p95": round(percentile(laid, 95), 1),
        "form_change_to_layout_ratio_vs_no_rules": round(median(laid) / median(bare_laid), 3),
        "form_change_to_frame_ms_median": round(median(framed), 1),
        "form_change_to_frame_ms_p95": round(percentile(framed, 95), 1),
        "form_changes": len(laid),
    }


def measure_weight(playwright: Playwright, host: Host) -> Figures:
    """Return the compressed size of three pages and when each has painted its largest element."""
    figures: Figures = {}
    with launched(playwright) as (browser, _), tempfile.TemporaryDirectory() as folder:
        engine = engine_paths(browser, host)
        for name, path in PAGES.items():
            files = sent(browser, host, host.url + path, "() => document.readyState === 'complete'")
            kb = sum(size for file, size in files.items() if file not in engine) / 1000
            figures["quiz_page_kb" if path == CHECK else f"{name}_page_kb"] = round(kb, 1)
            print(f"  {name}: {kb:.1f} kB", flush=True)
        bare = Host(_bare_page(browser, host, Path(folder)))
        visits = {name: partial(_largest, browser, host.url + path) for name, path in PAGES.items()}
        visits["bare_material"] = partial(_largest, browser, bare.url)
        for condition in CONDITIONS:
            if condition.cpu > 1 or condition.delay_ms == 60:
                continue
            with under(condition, (host, bare), browser):
                taken = take_turns(visits, RUNS)
            middle = {name: median(runs) for name, runs in taken.items()}
            figures |= {f"{name}_largest_paint_ms_{condition.name}": round(ms, 1) for name, ms in middle.items()}
            ratio = round(middle["check"] / middle["bare_material"], 3)
            figures[f"check_largest_paint_ratio_vs_bare_{condition.name}"] = ratio
            print(f"  {condition.name}: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in middle.items()), flush=True)
        bare.close()
    return figures


def _largest(browser: Browser, address: str) -> float:
    """Return the largest contentful paint of a first visit."""
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(LARGEST)
    page = context.new_page()
    page.goto(address, timeout=LIMIT_MS)
    page.wait_for_timeout(SETTLED_MS)
    largest = float(page.evaluate("() => window.largest"))
    context.close()
    return largest


def _bare_page(browser: Browser, host: Host, folder: Path) -> Path:
    """Return a site with the quiz page's words as one plain Material page: as long, without our scripts and styles."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(host.url + CHECK)
    marks = {"h1": "#", "h2": "##", "h3": "###", "li": "-", "label": "-"}
    lines = [f"{marks.get(name, '')} {words}".strip() for name, words in page.evaluate(WORDS) if words]
    context.close()
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("\n\n".join(lines), encoding="utf-8")
    site = bare_build(docs, folder / "site")
    for file in site.rglob("*"):
        if file.suffix in {".css", ".html", ".js", ".json"}:  # as for our own pages
            file.with_name(f"{file.name}.br").write_bytes(brotli.compress(file.read_bytes()))
    return site
