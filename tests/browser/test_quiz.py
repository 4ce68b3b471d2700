"""A person answers the quiz, by label and button, in a real browser with the real Python."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from quiz import GUIDE
from tests.conftest import PARTS, Server, Watched

TO_EACH_URGENCY = {
    "expected": [
        ("drip", "1 to 2 days ago"),
        ("symptoms", "Tiredness"),
        ("tired", "Tired, but"),
        ("yesterday", "Better"),
    ],
    "soon": [
        ("drip", "1 to 2 days ago"),
        ("symptoms", "More nerve"),
        ("nerve-pain", "In my usual"),
        ("yesterday", "Better"),
    ],
    "today": [("drip", "1 to 2 days ago"), ("symptoms", "One calf"), ("limb", "Part of it"), ("yesterday", "The same")],
    "emergency": [("drip", "1 to 2 days ago"), ("symptoms", "Less pee"), ("urine", "None for 12")],
}
HEADINGS = {
    "expected": "Common after IVIg: keep an eye on it",
    "soon": "Contact your team within 3 days",
    "today": "Call your infusion team today",
    "emergency": "Call for emergency help now",
}


def open_quiz(page: Page, server: Server) -> None:
    page.goto(f"{server.url}check/")
    expect(page.locator("quiz-flow[data-stepped]")).to_be_attached()


def question(page: Page, name: str) -> Locator:
    return page.locator(f'fieldset[data-question="{name}"]')


def answer(page: Page, name: str, label: str) -> None:
    """Answer the question on screen, which must be this one, and go on."""
    expect(question(page, name)).to_be_visible()
    question(page, name).get_by_label(label).check()
    page.locator(".next button").click()


def no_flags(page: Page) -> None:
    answer(page, "red-flags", "None of these")


def result(page: Page, urgency: str) -> Locator:
    return page.locator(f'[data-urgency="{urgency}"]')


def answer_all(page: Page, urgency: str) -> None:
    no_flags(page)
    for name, label in TO_EACH_URGENCY[urgency]:
        answer(page, name, label)


@pytest.mark.parametrize("urgency", TO_EACH_URGENCY)
def test_each_urgency_is_reached(watched: Watched, server: Server, urgency: str) -> None:
    """Answering by label and button leads to each urgency, with reasons from Python and no complaint."""
    page = watched.page
    open_quiz(page, server)
    answer_all(page, urgency)
    expect(result(page, urgency)).to_be_visible()
    expect(page.get_by_role("heading", name=HEADINGS[urgency])).to_be_visible()
    expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()
    expect(page.locator("[data-rule]:visible").first).to_be_visible()
    assert 1 == page.locator("[data-urgency]:visible").count()
    assert [] == watched.complaints


def test_focus_follows(page: Page, server: Server) -> None:
    """Each step moves the focus to the new heading, so that it is read out."""
    open_quiz(page, server)
    no_flags(page)
    expect(question(page, "drip").get_by_role("heading")).to_be_focused()
    for name, label in TO_EACH_URGENCY["expected"]:
        answer(page, name, label)
    expect(page.locator("#result-expected")).to_be_focused()


def test_back_and_change_keep_the_rest(page: Page, server: Server) -> None:
    """Back shows the question before; changing one answer keeps all others and gives the new result."""
    open_quiz(page, server)
    no_flags(page)
    answer(page, "drip", "1 to 2 days ago")
    page.get_by_role("button", name="Back").click()
    expect(question(page, "drip").get_by_label("1 to 2 days ago")).to_be_checked()
    page.locator(".next button").click()
    for name, label in TO_EACH_URGENCY["expected"][1:]:
        answer(page, name, label)
    expect(result(page, "expected")).to_be_visible()

    page.get_by_role("button", name="Change: Compared with yesterday").click()
    expect(page.locator("[data-urgency]:visible")).to_have_count(0)
    expect(question(page, "yesterday").get_by_label("Better")).to_be_checked()
    answer(page, "yesterday", "Worse")
    expect(result(page, "soon")).to_be_visible()
    expect(result(page, "expected")).to_be_hidden()
    page.go_back()
    expect(question(page, "yesterday").get_by_label("Worse")).to_be_checked()


def test_start_again_forgets(page: Page, server: Server) -> None:
    """Starting again clears every answer and shows the first question."""
    open_quiz(page, server)
    answer_all(page, "emergency")
    page.get_by_role("button", name="Start again").click()
    expect(question(page, "red-flags")).to_be_visible()
    assert 0 == page.locator("quiz-flow input:checked").count()


def test_next_without_an_answer_says_what_is_missing(page: Page, server: Server) -> None:
    """Going on without an answer keeps the question, says so, and focuses its first answer."""
    open_quiz(page, server)
    page.locator(".next button").click()
    expect(question(page, "red-flags").locator(".missing")).to_have_text("Choose an answer to go on.")
    expect(question(page, "red-flags").locator("input").first).to_be_focused()


def test_none_and_a_tick_exclude_each_other(page: Page, server: Server) -> None:
    """Ticking a symptom takes back "None of these", and the other way round."""
    open_quiz(page, server)
    none, chest = (question(page, "red-flags").get_by_label(text) for text in ("None of these", "Chest pain"))
    none.check()
    chest.check()
    expect(none).not_to_be_checked()
    none.check()
    expect(chest).not_to_be_checked()


def test_not_sure_is_named(page: Page, server: Server) -> None:
    """A result that a "not sure" raised says which answer it was."""
    open_quiz(page, server)
    no_flags(page)
    for name, label in [
        ("drip", "1 to 2 days ago"),
        ("symptoms", "Tiredness"),
        ("tired", "I'm not sure"),
        ("yesterday", "Better"),
    ]:
        answer(page, name, label)
    expect(result(page, "soon")).to_be_visible()
    expect(page.get_by_text("You were not sure about how tired you are")).to_be_visible()


def test_nurse_comes_first_during_the_drip(page: Page, server: Server) -> None:
    """With a nurse close by, the result opens with the call button, above any phone number."""
    open_quiz(page, server)
    no_flags(page)
    for name, label in [
        ("drip", "It is still running"),
        ("nurse", "Yes"),
        ("symptoms", "Tiredness"),
        ("tired", "Tired, but"),
    ]:
        answer(page, name, label)
    today = result(page, "today")
    expect(today).to_be_visible()
    note = today.get_by_text("Tell your nurse now. Press the call button.")
    expect(note).to_be_visible()
    note_box, team_box = note.bounding_box(), today.locator(".team").first.bounding_box()
    assert note_box is not None
    assert team_box is not None
    assert note_box["y"] < team_box["y"]


def test_answers_stay_out_of_addresses_and_stores(page: Page, server: Server) -> None:
    """No answer ends up in an address, a cookie or a store of the browser."""
    open_quiz(page, server)
    answer_all(page, "today")
    expect(result(page, "today")).to_be_visible()
    assert f"{server.url}check/" == page.url
    assert [] == page.context.cookies()
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    assert '[{},{},{"question":"result"}]' == stored
    assert [] == [path for path in server.asked if "?" in path]


def test_usual_length(page: Page, server: Server) -> None:
    """The first screen says how far it is, in words."""
    open_quiz(page, server)
    expect(page.locator("[data-progress]")).to_contain_text("About 4 questions to go.")


def test_each_red_flag_shows_the_card_while_the_engine_is_held(page: Page, server: Server) -> None:
    """With the engine's download held open for ever, each red flag in turn shows the emergency card at once."""
    release = server.hold("pyodide.mjs")
    open_quiz(page, server)
    flags = [option for option in GUIDE.questions[0].options if option.reports]
    assert 23 == len(flags)
    for flag in flags:
        box = page.get_by_role("checkbox", name=flag.text)
        expect(result(page, "emergency")).to_be_hidden()
        box.check()
        expect(result(page, "emergency")).to_be_visible()
        expect(result(page, "emergency").get_by_role("link", name="Call 999")).to_be_in_viewport()
        box.uncheck()
    assert "loading" == page.locator("quiz-flow").get_attribute("data-engine")
    release()


def test_blocked_engine_gives_the_rules_result_and_a_late_one_adds_reasons(page: Page, server: Server) -> None:
    """An engine that is stuck leaves the compiled rules' result; when it wakes, reasons come and every tick is kept."""
    page.clock.install()
    release = server.hold("pyodide.asm.wasm")
    open_quiz(page, server)
    answer_all(page, "soon")
    expect(page.get_by_role("heading", name="Getting your answer ready")).to_be_focused()
    page.clock.fast_forward(10_001)
    expect(page.locator('quiz-flow[data-engine="failed"][data-result="rules"]')).to_be_attached()
    expect(result(page, "soon")).to_be_visible()
    expect(page.locator("[data-engine-failed]")).to_be_visible()
    ticks = page.locator("quiz-flow input:checked").count()

    release()
    expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()
    expect(result(page, "soon")).to_be_visible()
    expect(page.locator("[data-rule]:visible").first).to_be_visible()
    expect(page.locator("[data-engine-failed]")).to_be_hidden()
    assert ticks == page.locator("quiz-flow input:checked").count()


def test_refused_engine_fails_and_can_be_tried_again(page: Page, server: Server) -> None:
    """An engine that cannot be had leaves the compiled rules' result and a button that tries again."""
    server.refused.add("python_stdlib.zip")
    page.clock.install()
    open_quiz(page, server)
    answer_all(page, "today")
    page.clock.run_for(26_000)
    expect(page.locator('quiz-flow[data-engine="failed"]')).to_be_attached()
    expect(result(page, "today")).to_be_visible()
    server.refused.clear()
    page.get_by_role("button", name="Try the full checker again").click()
    expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()


def test_a_trickle_of_bytes_is_no_failure(page: Page, server: Server) -> None:
    """While bytes keep coming the engine is slow, not stuck: the page waits, shows how far it is, keeps every tick."""
    page.clock.install()
    release_library = server.hold("python_stdlib.zip")
    permits = server.trickle("pyodide.asm.wasm")
    open_quiz(page, server)
    answer_all(page, "expected")
    ticks = page.locator("quiz-flow input:checked").count()
    seen = 0
    for _ in range(PARTS):
        permits.release()
        expect(page.locator("progress")).not_to_have_js_property("value", seen)
        seen = page.locator("progress").evaluate("bar => bar.value")
        page.clock.fast_forward(6_000)
        assert "loading" == page.locator("quiz-flow").get_attribute("data-engine")
    release_library()
    expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()
    expect(result(page, "expected")).to_be_visible()
    assert ticks == page.locator("quiz-flow input:checked").count()
