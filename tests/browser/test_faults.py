"""When a part of the quiz fails, a person sees the right advice or none, their answers, and a way to try again."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Worker, expect

from quiz import GUIDE, next_questions
from site_src.derived.warning_signs import asked_first, asked_later
from tests.browser.test_quiz import (
    BY_DAY,
    HEADINGS,
    NOON,
    TO_EACH_URGENCY,
    answer,
    answer_all,
    answer_each,
    change,
    open_area,
    open_quiz,
    option,
    question,
    result,
    stop_the_clock,
    tick,
)
from tests.conftest import FLAGS, Server, engine_file, renew_library
from tests.support import browser_path
from tests.support.walks import AnswerSet

WASM, LIBRARY, WORKER = "pyodide.asm.wasm", "python.zip", "worker.js"
SCRIPT = "pyodide.asm.js"


def engine_is(page: Page, state: str, why: str | None = None) -> None:
    expect(page.locator("quiz-flow"), why).to_have_attribute("data-engine", state)


def from_rules(page: Page, urgency: str, why: str | None = None) -> None:
    """Check that the compiled rules' result is shown alone, says that it has no reasons, and offers another try."""
    expect(result(page, urgency), why).to_be_visible()
    expect(page.get_by_role("heading", name=HEADINGS[urgency])).to_be_focused()
    expect(page.locator("[data-urgency]:visible, [data-no-result]:visible, [data-waiting]:visible")).to_have_count(1)
    expect(page.locator("[data-engine-failed]").get_by_text("but without the reasons")).to_be_visible()
    expect(page.locator(".no-scripts:visible")).to_have_count(0)
    expect(page.locator("[data-answers] dt")).to_have_count(len(TO_EACH_URGENCY[urgency]) + 1)


def no_result(page: Page, why: str | None = None) -> None:
    """Check that the page says it has no result, lists every red flag, and shows no urgency."""
    none = page.locator("[data-no-result]")
    expect(none, why).to_be_visible()
    expect(page.locator("#no-result")).to_be_focused()
    expect(page.locator("[data-urgency]:visible, [data-engine-failed]:visible, [data-waiting]:visible")).to_have_count(
        0
    )
    signs = (*asked_first(GUIDE), *asked_later(GUIDE))
    assert [sign.option.text for sign in signs] == none.locator(".card li").all_inner_texts()


def asked_of(urgency: str) -> AnswerSet:
    """Return the answers on the way to an urgency that are asked where Python leads."""
    given = {"red-flags": "none", **dict(TO_EACH_URGENCY[urgency])}
    answers: AnswerSet = {}
    while asks := next_questions(answers):
        name = asks[0].question.id
        answers[name] = [given[name]]
    return answers


def try_again(page: Page) -> None:
    page.get_by_role("button", name="Try the full checker again").click()


def from_python(page: Page, urgency: str) -> None:
    expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()
    expect(result(page, urgency)).to_be_visible()
    expect(page.locator("[data-urgency]:visible, [data-no-result]:visible, [data-waiting]:visible")).to_have_count(1)
    expect(page.locator("[data-rule]:not([hidden])")).not_to_have_count(0)
    expect(page.locator("[data-answers] dt").nth(len(asked_of(urgency)) - 1)).to_be_attached()


def engine_worker(page: Page) -> Worker:
    """Return the worker that runs Python, not that of the site search."""
    (worker,) = (worker for worker in page.workers if worker.url.endswith(f"/{WORKER}"))
    return worker


def stop_the_worker(page: Page) -> None:
    engine_worker(page).evaluate("onmessage = null; setTimeout(close);")


# --- the download


def kept(server: Server, name: str, content: bytes) -> None:
    """Serve other bytes for a file, and let the browser cache them."""
    server.swapped[name] = content
    server.headers["Cache-Control"] = "max-age=3600"


def truncated(server: Server) -> None:
    kept(server, WASM, engine_file(server.root, WASM).read_bytes()[:-1000])


def one_byte_wrong(server: Server) -> None:
    library = bytearray(gzip.decompress(engine_file(server.root, LIBRARY).read_bytes()))
    library[len(library) // 2] ^= 1
    kept(server, LIBRARY, gzip.compress(library))


def script_changed(server: Server) -> None:
    script = gzip.decompress(engine_file(server.root, SCRIPT).read_bytes())
    kept(server, SCRIPT, gzip.compress(script + b"\nfetch('/');"))


BAD_DOWNLOADS: dict[str, Callable[[Server], None]] = {
    "a policy of the host allows no wasm": lambda server: server.headers.update(
        {"Content-Security-Policy": "script-src 'self'"}
    ),
    "the worker's script is missing": lambda server: server.refused.add(WORKER),
    "the wasm is missing": lambda server: server.refused.add(WASM),
    "the connection closes in mid-download": lambda server: server.cut.add(WASM),
    "the wasm is cut, its length is right": truncated,
    "one byte of the library is wrong": one_byte_wrong,
    "Pyodide's script does more": script_changed,
    "the library is empty": lambda server: kept(server, LIBRARY, b""),
}


def test_a_bad_download_fails_at_once_and_can_be_tried_again(page: Page, server: Server) -> None:
    """A missing, truncated, changed or blocked file gives the rules' result at once; a retry works once it is fixed."""
    stop_the_clock(page)
    for name, break_it in BAD_DOWNLOADS.items():
        server.forget()
        server.headers["Cache-Control"] = "no-cache"  # so that no fault outlives its turn
        break_it(server)
        if page.url == "about:blank":
            open_quiz(page, server)
            answer_all(page, "soon")
        else:
            try_again(page)
        engine_is(page, "failed", name)
        from_rules(page, "soon", name)
    server.forget()
    release = server.hold(WASM)
    try_again(page)
    expect(page.get_by_role("heading", name="Getting your answer ready")).to_be_focused()
    expect(result(page, "soon")).to_be_visible()
    release()
    from_python(page, "soon")


def test_a_browser_that_starts_no_worker_gives_the_rules_result(page: Page, server: Server) -> None:
    """Where the browser itself refuses to start a worker, the quiz goes on without Python."""
    page.add_init_script("Worker = function () { throw new DOMException('refused', 'SecurityError'); }")
    open_quiz(page, server)
    answer_all(page, "expected")
    from_rules(page, "expected")
    try_again(page)
    from_rules(page, "expected")


CREATES = "scope._createPyodideModule(settings)"


def test_a_boot_that_never_ends_fails_in_the_middle_of_the_questions(page: Page, server: Server) -> None:
    """When Python never starts although all files arrived, question and answers stay; a late start is still used."""
    stop_the_clock(page)
    script = (server.root / "assets" / "quiz" / WORKER).read_text(encoding="utf-8")
    assert script.count(CREATES) == 1
    server.swapped[WORKER] = script.replace(CREATES, f"fetch('late').then(() => {CREATES})").encode()
    release = server.hold("late")
    open_quiz(page, server)
    bar = page.locator("progress")
    expect(bar).to_have_js_property("value", bar.evaluate("bar => bar.max"))
    answer_each(page, *TO_EACH_URGENCY["today"][:2])
    option(page, "symptoms", "limb").check()
    page.clock.run_for(14_999)
    engine_is(page, "loading")
    page.clock.run_for(1)
    engine_is(page, "failed")
    expect(page.locator("fieldset:visible")).to_have_count(1)
    expect(option(page, "symptoms", "limb")).to_be_checked()
    expect(page.locator("[data-engine-failed]:visible, .not-answered:visible")).to_have_count(0)
    for step in TO_EACH_URGENCY["today"][2:]:
        answer(page, *step)
    from_rules(page, "today")
    release()
    from_python(page, "today")


def test_two_tabs_with_two_builds(page: Page, server: Server, tmp_path: Path) -> None:
    """A tab opened before an update uses its compiled rules and never the newer Python; a new tab runs that one."""
    newer = tmp_path / "newer"
    shutil.copytree(server.root, newer)
    renew_library(newer)

    server.headers["Cache-Control"] = "no-cache"
    server.refused.add(LIBRARY)
    open_quiz(page, server)
    answer_all(page, "today")
    from_rules(page, "today")
    server.refused.clear()
    server.root = newer
    try_again(page)
    engine_is(page, "failed")
    from_rules(page, "today")

    other = page.context.new_page()
    open_quiz(other, server)
    answer_all(other, "today")
    from_python(other, "today")


# --- while it runs


def test_answers_come_without_a_network(page: Page, server: Server) -> None:
    """Once the engine is loaded, the quiz needs no network."""
    open_quiz(page, server)
    engine_is(page, "ready")
    page.context.set_offline(True)
    server.asked.clear()
    answer_all(page, "soon")
    from_python(page, "soon")
    assert [] == server.asked


def test_a_worker_that_is_gone_leaves_the_rules_result(page: Page, server: Server) -> None:
    """A worker that is late with its reply gives the rules' result; the screen is never empty, a new worker answers."""
    stop_the_clock(page)
    open_quiz(page, server)
    engine_is(page, "ready")
    *steps, (name, choice) = TO_EACH_URGENCY["expected"]
    answer_each(page, *steps)
    expect(question(page, name)).to_be_visible()
    stop_the_worker(page)
    tick(option(page, name, choice))
    page.locator(".next button").click()
    page.clock.run_for(500)  # what the step waits for Python
    page.clock.run_for(500)
    expect(page.get_by_role("heading", name="Getting your answer ready")).to_be_focused()
    page.clock.run_for(3_999)
    engine_is(page, "ready")
    page.clock.run_for(1)
    from_rules(page, "expected")
    try_again(page)
    from_python(page, "expected")


NOTHING: dict[str, list[object]] = {"reasons": [], "unanswered": [], "unsure": [], "unknown": [], "rests_on": []}
STRANGE: list[dict[str, object] | None] = [
    {**NOTHING, "urgency": "nonsense"},
    {**NOTHING, "urgency": "expected", "reasons": ["nonsense"]},
    {**NOTHING, "urgency": "expected", "unsure": ["nonsense"]},
    {**NOTHING, "urgency": "soon", "unknown": [["symptoms", "nonsense"]]},
    {"urgency": "soon"},
    None,
    {**NOTHING, "urgency": "emergency", "rests_on": [["nonsense", "nonsense"]]},
    {**NOTHING, "urgency": "emergency", "reasons": ["nonsense"]},
]


def test_a_reply_with_unknown_ids_gives_no_result(page: Page, server: Server) -> None:
    """A reply with ids unknown to the page gives no result and no milder card; an emergency stays shown."""
    server.swapped[WORKER] = f"""
const replies = {json.dumps(STRANGE)};
onmessage = ({{ data: {{ boot, id, answers }} }}) =>
  postMessage(boot ? {{ ready: true }} : answers.same ? {{ id, result: replies.shift() }} : {{ id, failed: true }});
""".encode()
    open_quiz(page, server)
    engine_is(page, "ready")
    answer_all(page, "expected")
    for reply in STRANGE:
        if reply and reply["urgency"] == "emergency":
            expect(page.locator("#result-emergency"), str(reply)).to_be_focused()
            expect(page.locator("[data-urgency]:visible, [data-no-result]:visible")).to_have_count(1)
        else:
            no_result(page, str(reply))
        change(page, "Compared with yesterday")
        expect(option(page, "yesterday", "better")).to_be_checked()
        page.locator(".next button").click()


RAISES = """
  run(`
import quiz.conditions
def holds(*_):
    raise RuntimeError("a fault in a rule")
quiz.conditions.Picked.holds = holds
`);
  return (message)"""


def test_a_rule_that_raises_gives_no_result(page: Page, server: Server) -> None:
    """An error inside Python gives no result and offers another try; it never replaces an emergency."""
    script = (server.root / "assets" / "quiz" / WORKER).read_text(encoding="utf-8")
    assert script.count("\n  return (message)") == 1
    server.swapped[WORKER] = script.replace("\n  return (message)", RAISES).encode()
    open_quiz(page, server)
    engine_is(page, "ready")
    answer_all(page, "emergency")
    expect(page.locator("#result-emergency")).to_be_focused()
    expect(page.locator("[data-no-result]")).to_be_hidden()

    page.get_by_role("button", name="Start again").click()
    answer_all(page, "expected")
    no_result(page)
    expect(page.locator("[data-answers] dt")).to_have_count(len(TO_EACH_URGENCY["expected"]) + 1)
    server.refused.add(WORKER)
    page.get_by_role("button", name="Try again").click()
    engine_is(page, "failed")
    no_result(page)
    server.forget()
    page.get_by_role("button", name="Try again").click()
    from_python(page, "expected")


# --- the reader's browser


@pytest.mark.parametrize("year", [2001, 2099])
def test_a_clock_that_is_wrong_by_years_changes_nothing(page: Page, server: Server, year: int) -> None:
    """The quiz reaches its result although the clocks of page and worker are years wrong."""
    wrong = dt.datetime(year, 2, 3, tzinfo=dt.UTC)
    now = round(wrong.timestamp() * 1000)
    script = (server.root / "assets" / "quiz" / WORKER).read_bytes()
    clock = f"const Real = Date; Date = function (...at) {{ return at.length ? new Real(...at) : new Real({now}); }};"
    server.swapped[WORKER] = f"{clock} Date.now = () => {now};\n".encode() + script
    page.clock.set_fixed_time(wrong)
    open_quiz(page, server)
    answer_all(page, "expected")
    from_python(page, "expected")
    assert [now, now] == [page.evaluate("Date.now()"), engine_worker(page).evaluate("Date.now()")]


def test_coming_back_to_the_quiz_starts_afresh(page: Page, server: Server) -> None:
    """A page reloaded by the Back button has no answers, whichever question its history entry names."""
    open_quiz(page, server)
    answer_each(page, *TO_EACH_URGENCY["soon"][:2])
    option(page, "symptoms", "nerve-pain").check()
    page.goto(f"{server.url}about/")
    page.go_back()
    for _ in range(2):
        expect(question(page, "red-flags")).to_be_visible()
        expect(page.locator("fieldset:visible")).to_have_count(1)
        expect(page.locator("quiz-flow input:checked")).to_have_count(0)
        page.go_back()
    answer_all(page, "soon")
    from_python(page, "soon")


@pytest.fixture
def remembered(browser: Browser) -> Iterator[Page]:
    """Yield a page of a browser with the back/forward cache, which the tests' usual browser lacks."""
    off = ["--disable-back-forward-cache"]
    whole = browser_path.find(shell=False)
    own = browser.browser_type.launch(executable_path=whole, channel="chromium", args=FLAGS, ignore_default_args=off)
    yield own.new_page()
    own.close()


def test_a_page_from_the_browser_s_memory_goes_on(remembered: Page, server: Server) -> None:
    """A page restored from the back/forward cache keeps its answers and screen; a worker that has ended is replaced."""
    page = remembered
    stop_the_clock(page)
    open_quiz(page, server)
    engine_is(page, "ready")
    answer_each(page, *TO_EACH_URGENCY["soon"][:2])
    option(page, "symptoms", "nerve-pain").check()
    page.evaluate("addEventListener('pageshow', ({ persisted }) => (document.title = `Kept: ${persisted}`))")
    stop_the_worker(page)
    page.goto(f"{server.url}about/")
    page.go_back(wait_until="commit")
    expect(page).to_have_title("Kept: true")
    expect(page.locator("fieldset:visible")).to_have_count(1)
    expect(option(page, "symptoms", "nerve-pain")).to_be_checked()
    page.clock.run_for(5_000)
    engine_is(page, "ready")
    for step in TO_EACH_URGENCY["soon"][2:]:
        answer(page, *step)
    from_python(page, "soon")


def test_what_is_open_is_shut_when_its_reader_comes_back(remembered: Page, server: Server) -> None:
    """A page restored from the back/forward cache does not show an open menu or search over it."""
    page = remembered
    page.set_viewport_size({"width": 375, "height": 740})
    for box in ("__drawer", "__search"):
        page.goto(f"{server.url}after/")
        page.evaluate("addEventListener('pageshow', ({ persisted }) => (document.title = `Kept: ${persisted}`))")
        page.locator(f'[data-toggle="{box}"]').click()
        expect(page.locator(f"#{box}")).to_be_checked()
        page.goto(f"{server.url}about/")
        page.go_back(wait_until="commit")
        expect(page).to_have_title("Kept: true")
        expect(page.locator(f"#{box}")).not_to_be_checked()
        expect(page.locator(f'[data-toggle="{box}"]')).to_have_attribute("aria-expanded", "false")


TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style")) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.textContent = text.data.replace(/\\p{L}+/gu, "$&o");
  }
}"""
"""What a translator in the browser does: every text in an element of its own, and in other words."""


def translated(words: str) -> str:
    return re.sub(r"[^\W\d_½]+", r"\g<0>o", words)


def test_a_translated_page_works_and_tells_what_it_showed(page: Page, server: Server) -> None:
    """With the browser's translator on, the quiz gives the same urgency, and lists and copies the words it showed."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time(NOON)
    open_quiz(page, server)
    page.evaluate(TRANSLATE)
    for name, (choice,) in asked_of("today").items():
        expect(question(page, name)).to_be_visible()
        open_area(page, name, choice)
        tick(question(page, name).locator(f'[value="{choice}"]'))
        page.locator(".next button").click()
    from_python(page, "today")
    expect(page.get_by_role("heading", name=translated(BY_DAY["today"]), exact=True)).to_be_focused()
    given = [
        option.text
        for name, (choice,) in asked_of("today").items()
        for option in GUIDE.question(name).options
        if option.id == choice
    ]
    expect(page.locator("[data-answers] dd span")).to_have_text([translated(words) for words in given])
    page.locator("[data-copy]").click()
    expect(page.locator("[data-status]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert [] == [words for words in (BY_DAY["today"], *given) if translated(words) not in copied]

    page.locator("[data-answers] summary").press("Enter")
    page.locator("[data-answers] button", has_text="Change").last.click()
    tick(question(page, "limb").locator('[value="swollen"]'))
    page.locator(".next button").click()
    from_python(page, "today")


def spoiled(server: Server, was: str, becomes: str) -> None:
    """Serve both style sheets of the quiz with one text replaced by another."""
    for name in ("quiz.css", "rules.css"):
        style = (server.root / "assets" / "quiz" / name).read_text(encoding="utf-8")
        server.swapped[name] = style.replace(was, becomes).encode()


def alone(server: Server, *kinds: str) -> None:
    """Serve pages without their style sheets and scripts, like a page that was saved or moved without them."""
    server.refused.update(file.name for kind in kinds for file in (server.root / "assets").rglob(f"*.{kind}"))


NO_RULES: dict[str, Callable[[Server], None]] = {
    "no :has()": lambda server: spoiled(server, ":has(", ":unknown("),
    "no question whether there is :has()": lambda server: spoiled(server, "@supports selector(", "@supports unknown("),
    "no rules": lambda server: server.refused.add("rules.css"),
    "no style at all": lambda server: alone(server, "css"),
    "neither style nor script": lambda server: alone(server, "css", "js"),
}


@pytest.mark.parametrize("fault", NO_RULES)
def test_without_rules_there_is_the_table_and_no_dead_form(page: Page, server: Server, fault: str) -> None:
    """Where the compiled rules cannot work, the page has the symptom table and the numbers, no question or result."""
    NO_RULES[fault](server)
    page.goto(f"{server.url}check/", wait_until="networkidle")
    expect(page.get_by_role("link", name="Use the symptom table")).to_be_visible()
    expect(
        page.get_by_role("heading", name="Call for emergency help now if you suddenly have any of these")
    ).to_be_visible()
    expect(page.get_by_role("link", name="Call 999")).to_be_visible()
    expect(page.locator("quiz-flow")).to_be_hidden()
    assert [] == [path for path in server.asked if "/engine/" in path]


@pytest.mark.parametrize("script", ["engine.js", "result.js", "summary.js"])
def test_a_script_that_does_not_come_leaves_the_form_that_needs_none(page: Page, server: Server, script: str) -> None:
    """Without one of its scripts the quiz is the one-page form, as without all: each answer shows what it leads to."""
    server.refused.add(script)
    page.goto(f"{server.url}check/", wait_until="networkidle")
    option(page, "red-flags", "chest-pain").check()
    expect(result(page, "emergency")).to_be_visible()
    option(page, "red-flags", "chest-pain").uncheck()
    for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY["soon"]]:
        option(page, name, choice).check()
    expect(result(page, "soon")).to_be_visible()


def test_without_its_style_a_result_stands_alone(page: Page, server: Server) -> None:
    """A reader view, which drops all styles, shows the one result and not the other three."""
    open_quiz(page, server)
    answer_all(page, "today")
    from_python(page, "today")
    page.evaluate("for (const sheet of document.styleSheets) sheet.disabled = true")
    expect(page.locator("[data-urgency]:visible, [data-no-result]:visible")).to_have_count(1)
    expect(result(page, "today")).to_be_visible()


@pytest.mark.parametrize("urgency", [None, "today"])
def test_a_saved_page_has_numbers(page: Page, server: Server, tmp_path: Path, urgency: str | None) -> None:
    """A saved quiz page shows numbers, the table and any result that was reached, but no form that does nothing."""
    open_quiz(page, server)
    if urgency:
        answer_all(page, urgency)
        from_python(page, urgency)
    saved = tmp_path / "saved.mhtml"
    snapshot = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    saved.write_text(snapshot["data"], encoding="utf-8")
    page.goto(saved.as_uri())
    expect(page.get_by_role("link", name="Use the symptom table")).to_be_visible()
    expect(page.locator(".too-old").get_by_role("link", name="Call 999")).to_be_visible()
    expect(page.locator("fieldset:visible, .next:visible")).to_have_count(0)
    expect(page.locator("[data-urgency]:visible")).to_have_count(1 if urgency else 0)
