"""Python leads the interview in the page: it asks what can still change the answer, and hides nothing that matters."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from quiz import GUIDE, Urgency, assess, next_questions
from quiz.model import NONE
from tests.browser.test_faults import stop_the_worker
from tests.browser.test_quiz import (
    ME,
    answer,
    answer_all,
    answer_each,
    change,
    open_quiz,
    option,
    question,
    result,
    stop_the_clock,
    tick,
    ticks,
    twice,
)
from tests.conftest import Server
from tests.support.walks import AnswerSet, Case, cases

CASES_APART = 40
"""One case in so many is walked in the browser."""
ONLY = "Only what matters for you is shown."
FEW_LINES = 4
"""With so many lines the last question stands on the screen of the questions about time."""

# Somebody answers what is on screen, and nothing that is not, until there is a result.
WALK = """async (answers) => {
  const quiz = document.querySelector("quiz-flow");
  const screens = [];
  quiz.querySelector("[data-restart]").click();
  while (quiz.current.length) {
    screens.push(quiz.current.map((set) => {
      const boxes = [...set.querySelectorAll("input[name]")].filter((box) => !box.closest(".answer").hidden);
      const told = boxes.filter((box) => (answers[box.name] ?? []).includes(box.value));
      for (const box of told.length ? told : boxes.filter(({ value }) => value === "none")) box.checked || box.click();
      return [set.dataset.question, boxes.map(({ value }) => value)];
    }));
    const { step } = quiz.view;
    quiz.next();
    while (quiz.view.step === step) await new Promise((done) => setTimeout(done, 2));
  }
  while (quiz.dataset.result !== "python") await new Promise((done) => setTimeout(done, 2));
  return [screens, quiz.dataset.shown];
}"""


def ready(page: Page, server: Server) -> None:
    """Open the checker, and wait until Python is there."""
    open_quiz(page, server)
    expect(page.locator("quiz-flow[data-engine=ready]")).to_be_attached()


def asked(case: Case) -> list[tuple[str, list[str]]]:
    """Return what the engine asks of somebody screen by screen, with the options worth showing."""
    answers: AnswerSet = {}
    shown: AnswerSet = {}
    found = []
    while asks := next_questions(answers, shown):
        first = asks[0].question
        screen = [
            ask for ask in asks if ask.question is first or (first.together and ask.question.screen == first.screen)
        ]
        rest = [ask for ask in asks if ask not in screen]
        if first.together and len(rest) == 1 and len(rest[0].options) <= FEW_LINES:
            screen += rest
        for ask in screen:
            name, options = ask.question.id, [option.id for option in ask.options]
            answers[name] = [choice for choice in case.answers[name] if choice in options] or [NONE]
            if len(options) < len(ask.question.options):
                shown[name] = options
            found.append((name, options))
    return found


def test_the_page_asks_what_the_engine_asks_and_gives_the_urgency_of_the_whole_path(page: Page, server: Server) -> None:
    """In each case the result is that of all answers, and where a question has a screen of its own, no other is asked."""
    ready(page, server)
    fewer = 0
    for case in cases()[::CASES_APART]:
        screens, urgency = page.evaluate(WALK, case.answers)
        assert case.shown.value == urgency, case.id
        got: list[Any] = [sorted_set for screen in screens for sorted_set in screen]
        names = [name for name, _ in got]
        assert len(names) == len(set(names)), f"{case.id}: a question came twice"
        fewer += len(names) < len(assessed(case))
        if all(len(screen) == 1 or GUIDE.question(screen[0][0]).together for screen in screens):
            wanted = [(name, sorted(options)) for name, options in asked(case) if name != "symptoms"]
            assert wanted == [(name, sorted(options)) for name, options in got if name != "symptoms"], case.id
    assert fewer


def assessed(case: Case) -> AnswerSet:
    """Return the answers of a case, which are those to the whole path."""
    assert assess(case.answers).urgency is case.shown
    return case.answers


RISKS = [
    ME,
    ("drip", "1-2-days"),
    ("symptoms", "headache"),
    ("headache", "mild"),
    ("headache-course", "easing"),
    ("head-signs", "none"),
    ("yesterday", "better"),
]
"""The way to a list of risks of which some matter."""


def test_a_line_that_was_hidden_is_asked_when_a_change_makes_it_matter(page: Page, server: Server) -> None:
    """Of the risks only those that matter are shown, and the screen says so; a change brings the others, and keeps ticks."""
    ready(page, server)
    answer_each(page, *RISKS)
    risks = question(page, "risks")
    expect(risks).to_be_visible()
    expect(page.get_by_text(ONLY)).to_be_visible()
    few = risks.locator(".answer:not([hidden]) input").evaluate_all("(all) => all.map(({ value }) => value)")
    assert {"none"} < set(few) < {one.id for one in GUIDE.question("risks").options}
    expect(risks.locator("h3:visible")).to_have_count(0)
    ticked = next(one for one in few if one not in ("none", "not-sure"))
    answer(page, "risks", ticked)
    expect(page.locator("[data-urgency]:visible")).to_have_count(1)

    change(page, "What bothers you now?")
    tick(option(page, "symptoms", "skin"))
    page.locator(".next button").click()
    answer(page, "skin", "flush")
    expect(option(page, "risks", ticked)).to_be_checked()
    told = page.evaluate("document.querySelector('quiz-flow').answers")
    assert [ticked] == told["risks"]


def test_all_lines_come_with_change(page: Page, server: Server) -> None:
    """Whoever changes an answer sees the whole question."""
    ready(page, server)
    answer_each(page, *RISKS, ("risks", "none"))
    change(page, "Are any of these true for you?")
    expect(question(page, "risks").locator(".answer[hidden]")).to_have_count(0)
    expect(page.get_by_text(ONLY)).to_be_hidden()


def test_back_brings_a_screen_as_it_was(page: Page, server: Server) -> None:
    """Back from a result shows the lines that were shown, and Next leads to the same result."""
    ready(page, server)
    answer_each(page, *RISKS)
    few = question(page, "risks").locator(".answer[hidden]").count()
    answer(page, "risks", "none")
    expect(result(page, "expected")).to_be_visible()
    page.go_back()
    expect(question(page, "risks").locator(".answer[hidden]")).to_have_count(few)
    page.locator(".next button").press("Enter")
    expect(result(page, "expected")).to_be_visible()


def test_the_rest_of_the_path_is_asked_for_the_nurse(page: Page, server: Server) -> None:
    """A result that needed no more offers to tell the rest; it stays as it is, and the summary has all."""
    ready(page, server)
    answer_all(page, "today")
    more = page.get_by_role("button", name="Tell your nurse more")
    expect(result(page, "today")).to_be_visible()
    expect(page.locator("[data-answers] dt")).to_have_count(5)
    more.click()
    answer(page, "yesterday", "better")
    expect(result(page, "today")).to_be_visible()
    expect(page.locator("[data-answers] dt")).to_have_count(6)
    expect(more).to_be_hidden()


def test_an_emergency_asks_no_more(page: Page, server: Server) -> None:
    """Whoever has to call for help is not kept."""
    ready(page, server)
    answer_all(page, "emergency")
    expect(result(page, "emergency")).to_be_visible()
    expect(page.get_by_role("button", name="Tell your nurse more")).to_be_hidden()


def test_where_python_goes_the_compiled_path_goes_on(page: Page, server: Server) -> None:
    """A worker that is gone half-way leaves the answers; the rest of the path is asked, and the compiled rules answer."""
    page.clock.install()
    ready(page, server)
    answer_each(page, *RISKS[:5])
    stop_the_worker(page)
    page.clock.fast_forward(100)
    tick(option(page, "head-signs", "none"))
    page.locator(".next button").click()
    page.clock.run_for(6_000)
    for _ in range(6):
        if page.locator("quiz-flow .next").is_visible():
            page.clock.run_for(6_000)
            name = question_on_screen(page)
            answer(page, name, {"yesterday": "better", "risks": "none"}[name])
    page.clock.run_for(6_000)
    expect(page.locator("quiz-flow[data-result=rules]")).to_be_attached()
    expect(result(page, "expected")).to_be_visible()


def question_on_screen(page: Page) -> str:
    name = page.locator("fieldset:visible").get_attribute("data-question")
    assert name
    return name


def test_python_that_comes_late_leads_from_the_same_answers(page: Page, server: Server) -> None:
    """What is on screen when Python is ready stays until Next; then only what matters is asked."""
    release = server.hold("pyodide.asm.wasm")
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "1-2-days"), ("symptoms", "limb"))
    expect(question(page, "limb")).to_be_visible()
    release()
    expect(page.locator("quiz-flow[data-engine=ready]")).to_be_attached()
    expect(question(page, "limb")).to_be_visible()
    answer(page, "limb", "sore")
    expect(result(page, "today")).to_be_visible()
    assert Urgency.TODAY.value == page.locator("quiz-flow").get_attribute("data-shown")


def test_a_hand_that_shakes_answers_only_what_it_has_seen_where_python_leads(page: Page, server: Server) -> None:
    """The second press counts for nothing too while the page waits to be told what comes next."""
    stop_the_clock(page)
    ready(page, server)
    given: list[str] = []
    for name, (choice,) in {"red-flags": ["none"], "who": ["me"], "drip": ["1-2-days"]}.items():
        expect(question(page, name)).to_be_visible()
        assert given == ticks(page)
        given.append(choice)
        page.clock.run_for(700)
        button = page.locator("[data-none]")
        row = question(page, name).locator("label", has=page.locator(f'[value="{choice}"]'))
        twice(page, button if choice == NONE else row)
    expect(question(page, "symptoms")).to_be_visible()
    assert given == ticks(page)
    tick(option(page, "symptoms", "limb"))
    page.clock.run_for(700)
    twice(page, page.locator(".next button"))
    expect(question(page, "limb")).to_be_visible()
    assert [*given, "limb"] == ticks(page)
