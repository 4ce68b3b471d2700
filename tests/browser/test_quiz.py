"""A person answers the quiz, by label and button, in a real browser with the real Python."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from quiz import GUIDE, Urgency
from site_src.derived.warning_signs import asked_first, asked_later
from tests.conftest import PARTS, Server, Watched
from tests.support.walks import cases, mildest_of

ME = ("who", "me")
CARER = ("who", "carer")
TO_EACH_URGENCY = {
    "expected": [
        ME,
        ("drip", "1-2-days"),
        ("symptoms", "tired"),
        ("tired", "ordinary"),
        ("yesterday", "better"),
        ("same", "new"),
    ],
    "soon": [
        ME,
        ("drip", "1-2-days"),
        ("symptoms", "nerve-pain"),
        ("nerve-pain", "usual"),
        ("yesterday", "better"),
        ("same", "new"),
    ],
    "today": [
        ME,
        ("drip", "1-2-days"),
        ("symptoms", "limb"),
        ("limb", "sore"),
        ("yesterday", "same"),
    ],
    "emergency": [ME, ("drip", "1-2-days"), ("symptoms", "urine"), ("urine", "no-urine")],
}
# Together these ask every question that asks more; the symptoms left out make an emergency of the rest.
EVERY_FOLLOW_UP = [
    option.id
    for option in GUIDE.question("symptoms").options
    if option.reports and option.id not in {"stairs", "spell"}
]
CASES_APART = 100
"""One case in so many is walked in the browser."""
HEADINGS = {
    "expected": "Common after IVIg: keep an eye on it",
    "soon": "Contact your team within 3 days",
    "today": "Call your infusion team today",
    "emergency": "Call for emergency help now",
}
NOON = dt.datetime(2026, 12, 1, 12)  # noqa: DTZ001 - the time that the reader's clock shows
BY_DAY = {**HEADINGS, "today": "Call your infusion team now"}
"""The headings that Python gives at noon: of these calls today, none can wait for the morning."""


def stop_the_clock(page: Page) -> None:
    """Stop the page's clock, so that no time limit is reached unless the test moves it."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def open_quiz(page: Page, server: Server) -> None:
    page.goto(f"{server.url}check/")
    expect(page.locator("quiz-flow[data-stepped]")).to_be_attached()


def question(page: Page, name: str) -> Locator:
    return page.locator(f'fieldset[data-question="{name}"]')


def option(page: Page, name: str, choice: str) -> Locator:
    """Return the answer with this id, located by its label; the body area that it lies in is opened."""
    (words,) = (option.text for option in GUIDE.question(name).options if option.id == choice)
    open_area(page, name, choice)
    return question(page, name).get_by_label(words, exact=True)


def open_area(page: Page, name: str, choice: str) -> None:
    """Open the body area that an answer lies in, if it lies in one."""
    shut = question(page, name).locator("details:not([open])", has=page.locator(f'[value="{choice}"]'))
    if shut.count() and shut.is_visible():
        shut.locator("summary").press("Enter")  # a click where the last one was can count as its second press


def tick(target: Locator) -> None:
    """Tick an answer without a pointer, whose press can go on at once, and also where a button at the foot stands for it."""
    target.evaluate("(box) => box.checked || box.click()")


def answer(page: Page, name: str, choice: str) -> None:
    """Answer a question on screen, which must be this one, and press Next once nothing on the screen is left to answer."""
    expect(question(page, name)).to_be_visible()
    tick(option(page, name, choice))
    if page.locator("fieldset:visible:not(:has(:checked))").count():
        return
    # By keyboard: a click so soon after the one before, in the same place, would count as its second press.
    page.locator(".next button").press("Enter")
    expect(question(page, name)).not_to_have_attribute("data-current", "")


def no_flags(page: Page) -> None:
    answer(page, "red-flags", "none")


def result(page: Page, urgency: str) -> Locator:
    return page.locator(f'[data-urgency="{urgency}"]')


def unfold(page: Page, heading: str) -> None:
    """Open a part of the result that is folded."""
    fold = page.locator("details.fold:visible", has=page.get_by_role("heading", name=heading))
    if fold.get_attribute("open") is None:
        fold.locator("summary").press("Enter")


def change(page: Page, asked: str) -> None:
    """Change the answer to a question from the result."""
    unfold(page, "Your answers")
    page.locator("[data-answers]").get_by_role("button", name=f"Change: {asked}").click()


def answer_each(page: Page, *answers: tuple[str, str]) -> None:
    """Tick "None of these" for the red flags, and answer those of the questions that follow that are asked."""
    no_flags(page)
    for name, choice in answers:
        if question(page, name).get_attribute("data-current") is not None:
            answer(page, name, choice)


def answer_all(page: Page, urgency: str) -> None:
    answer_each(page, *TO_EACH_URGENCY[urgency])


def mildest(page: Page) -> list[str]:
    """Return the ids of the questions on screen, each answered with "none of these" or its mildest answer."""
    milder = {asked.id: mildest_of(asked) for asked in GUIDE.questions}
    on_screen: list[str] = page.locator("fieldset:visible").evaluate_all(
        """(all, milder) => all.map((set) => {
          const name = set.dataset.question;
          const box = set.querySelector(`[value="${milder[name]}"]`);
          if (!box.checked) box.click();
          return name;
        })""",
        milder,
    )
    page.locator(".next button").click()
    return on_screen


def with_every_follow_up(page: Page) -> None:
    """Tick every symptom that has a follow-up question, and press Next."""
    boxes = question(page, "symptoms").locator("input")
    boxes.evaluate_all(
        "(all, names) => all.forEach((box) => names.includes(box.value) && box.click())", EVERY_FOLLOW_UP
    )
    page.locator(".next button").click()


def test_each_urgency_is_reached(watched: Watched, server: Server) -> None:
    """Answering by label and button leads to each urgency, with reasons from Python and no complaint.

    In the accessibility tree the advice comes first, then why, then the answers.
    """
    page = watched.page
    page.clock.set_fixed_time(NOON)
    open_quiz(page, server)
    for urgency, heading in BY_DAY.items():
        answer_all(page, urgency)
        expect(result(page, urgency)).to_be_visible()
        expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()
        expect(page.get_by_role("heading", name=heading)).to_be_focused()
        expect(page.locator("[data-rule]:not([hidden])")).not_to_have_count(0)
        assert 1 == page.locator("[data-urgency]:visible").count()
        tree = page.locator("quiz-flow").aria_snapshot()
        places = [tree.find(f'heading "{words}"') for words in (heading, "Why this answer", "Your answers")]
        assert -1 not in places, f"{urgency}: {tree}"
        assert places == sorted(places), urgency
        page.get_by_role("button", name="Start again").click()
        expect(question(page, "red-flags")).to_be_visible()
    assert [] == watched.complaints


@pytest.mark.usefixtures("no_python")
def test_focus_follows(page: Page, server: Server) -> None:
    """Each step moves the focus to the new heading, so that a screen reader reads it."""
    open_quiz(page, server)
    no_flags(page)
    expect(question(page, "who").get_by_role("heading").first).to_be_focused()
    for name, choice in TO_EACH_URGENCY["expected"]:
        answer(page, name, choice)
    expect(page.locator("#result-expected")).to_be_focused()


def test_back_and_change_keep_the_rest(page: Page, server: Server) -> None:
    """Back shows the question before; changing one answer keeps the others and gives the new result."""
    open_quiz(page, server)
    answer_each(page, *TO_EACH_URGENCY["expected"][:2])
    page.get_by_role("button", name="Back").click()
    expect(option(page, "drip", "1-2-days")).to_be_checked()
    page.locator(".next button").click()
    for name, choice in TO_EACH_URGENCY["expected"][2:]:
        answer(page, name, choice)
    expect(result(page, "expected")).to_be_visible()

    change(page, "Compared with yesterday")
    expect(page.locator("[data-urgency]:visible")).to_have_count(0)
    expect(option(page, "yesterday", "better")).to_be_checked()
    answer(page, "yesterday", "worse")
    expect(result(page, "soon")).to_be_visible()
    expect(result(page, "expected")).to_be_hidden()
    page.go_back()
    expect(option(page, "yesterday", "worse")).to_be_checked()


@pytest.mark.usefixtures("no_python")
def test_back_shows_a_question_from_its_beginning(page: Page, server: Server) -> None:
    """However far a long list was scrolled, Back shows its question from the top."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "1-2-days"), ("symptoms", "tired"))
    page.go_back()
    heading = question(page, "symptoms").get_by_role("heading").first
    expect(heading).to_be_focused()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(heading).to_be_in_viewport(timeout=1)


@pytest.mark.usefixtures("no_python")
def test_start_again_forgets(page: Page, server: Server) -> None:
    """Starting again clears every answer and shows the first question."""
    open_quiz(page, server)
    answer_all(page, "emergency")
    page.get_by_role("button", name="Start again").click()
    expect(question(page, "red-flags")).to_be_visible()
    assert 0 == page.locator("quiz-flow input:checked").count()


@pytest.mark.usefixtures("no_python")
def test_next_without_an_answer_says_what_is_missing(page: Page, server: Server) -> None:
    """Going on without an answer keeps the question, says so, and focuses its first answer."""
    open_quiz(page, server)
    page.locator(".next button").click()
    expect(question(page, "red-flags").locator(".missing")).to_have_text("Choose an answer to go on.")
    expect(question(page, "red-flags").locator("input").first).to_be_focused()


def twice(page: Page, target: Locator) -> None:
    """Press twice in quick succession at the same place, as a shaking hand does."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def ticks(page: Page) -> list[str]:
    found: list[str] = page.locator("quiz-flow input:checked").evaluate_all("(all) => all.map((box) => box.value)")
    return found


SIZES = [(320, 568), (375, 667), (414, 896), (768, 1024), (1280, 800)]
SHAKING: dict[str, list[str]] = {
    "red-flags": ["none"],
    "who": ["me"],
    "drip": ["1-2-days"],
    "symptoms": ["neck", "eyes"],
    "neck": ["none"],
    "eyes": ["none"],
    "head-signs": ["none"],
    "yesterday": ["better"],
}
"""Screens with "none of these" in the same place one after another, and lists of which one answer goes on."""


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("size", SIZES)
def test_a_hand_that_shakes_answers_only_what_it_has_seen(page: Page, server: Server, size: tuple[int, int]) -> None:
    """Whoever presses each way on twice gives, at any size, the answers of whoever presses once, screen by screen.

    No "none of these" stands where Next was: an answer may have gone on by itself before somebody presses it.
    """
    page.set_viewport_size({"width": size[0], "height": size[1]})
    stop_the_clock(page)
    open_quiz(page, server)
    given: list[str] = []
    ends: list[float] = []
    starts: list[float] = []
    for name, choices in SHAKING.items():
        expect(question(page, name)).to_be_visible()
        assert given == ticks(page), name
        given += choices
        page.clock.run_for(700)
        seen = [page.locator(button).bounding_box() for button in ("[data-none]", ".next button")]
        ends += [none["x"] + none["width"] for none in seen[:1] if none]
        starts += [on["x"] for on in seen[1:] if on]
        assert max(ends, default=0) < min(starts), name
        if choices == ["none"]:
            twice(page, page.locator("[data-none]"))
        elif question(page, name).locator("[type=radio]").count():
            twice(page, question(page, name).locator("label", has=page.locator(f'[value="{choices[0]}"]')))
        else:
            for choice in choices:
                tick(option(page, name, choice))
            twice(page, page.locator(".next button"))
    expect(page.locator("quiz-flow .next")).to_be_hidden()
    assert given == ticks(page)


@pytest.mark.usefixtures("no_python")
def test_one_answer_goes_on_by_hand_only(page: Page, server: Server) -> None:
    """A finger goes on with the last answer of a screen, and Back undoes it; arrow keys and screen readers press Next."""
    page.clock.install()
    open_quiz(page, server)
    no_flags(page)
    day_1, day_3 = (
        question(page, "drip").locator(f"label:has([value='{day}'])") for day in ("1-2-days", "about-3-days")
    )
    page.clock.run_for(700)
    day_1.click()  # who it is for has no answer yet
    expect(question(page, "drip")).to_be_visible()
    page.clock.run_for(700)
    question(page, "who").locator("label").first.click()  # more is asked below it
    expect(question(page, "drip")).to_be_visible()
    page.clock.run_for(700)
    day_3.click()
    expect(question(page, "symptoms")).to_be_visible()
    page.clock.run_for(700)
    page.get_by_role("button", name="Back").click()
    expect(option(page, "drip", "about-3-days")).to_be_checked()
    option(page, "drip", "about-3-days").focus()
    page.keyboard.press("ArrowUp")
    expect(option(page, "drip", "1-2-days")).to_be_checked()
    day_3.evaluate(
        "(row) => row.dispatchEvent(new PointerEvent('click', { bubbles: true, cancelable: true, detail: 1, pointerType: '' }))"
    )
    expect(option(page, "drip", "about-3-days")).to_be_checked()
    expect(question(page, "drip")).to_be_visible()
    page.clock.run_for(700)
    day_3.click()  # the answer that it has already
    expect(question(page, "symptoms")).to_be_visible()


@pytest.mark.usefixtures("no_python")
def test_none_of_these_takes_no_tick_back(page: Page, server: Server) -> None:
    """The button at the foot goes on with nothing ticked; beside a tick it does nothing."""
    page.clock.install()
    open_quiz(page, server)
    button = page.get_by_role("button", name="No, none of these")
    expect(button).to_be_in_viewport(ratio=1)
    expect(page.locator(".next button")).to_be_in_viewport(ratio=1)
    tick(option(page, "red-flags", "chest-pain"))
    page.clock.run_for(700)
    button.click(force=True)
    assert ["chest-pain"] == ticks(page)
    expect(question(page, "red-flags")).to_be_visible()
    option(page, "red-flags", "chest-pain").uncheck()
    page.clock.run_for(700)
    button.click()
    expect(question(page, "who")).to_be_visible()
    assert ["none"] == ticks(page)
    page.get_by_role("button", name="Back").press("Enter")
    expect(button).to_have_attribute("data-given", "")


def test_a_second_press_answers_nothing(page: Page, server: Server) -> None:
    """Next, Back, Change and Start again do the same when pressed twice, and no answer is given by accident."""
    page.set_viewport_size({"width": 360, "height": 640})
    open_quiz(page, server)
    tick(option(page, "red-flags", "none"))
    for _ in range(4):
        twice(page, page.locator(".next button"))
        expect(question(page, "who")).to_be_visible()
        assert ["none"] == ticks(page)

    given = ["none"]
    for name, choice in TO_EACH_URGENCY["expected"]:
        expect(question(page, name)).to_be_visible()
        assert given == ticks(page)
        tick(option(page, name, choice))
        given.append(choice)
        twice(page, page.locator(".next button"))  # the first of two questions stays, with the second
    expect(result(page, "expected")).to_be_visible()
    for row in range(len(given)):
        unfold(page, "Your answers")
        twice(page, page.locator("[data-answers] dd button").nth(row))
        expect(page.locator("fieldset:visible").first).to_be_visible()
        assert given == ticks(page)
        page.locator(".next button").press("Enter")
        expect(result(page, "expected")).to_be_visible()

    unfold(page, "Your answers")
    page.get_by_role("button", name="Change: How bad is the tiredness?").press("Enter")
    page.get_by_role("button", name="Change").first.wait_for(state="hidden")
    twice(page, page.get_by_role("button", name="Back"))
    expect(result(page, "expected")).to_be_visible()
    twice(page, page.get_by_role("button", name="Start again"))
    expect(question(page, "red-flags")).to_be_visible()
    assert [] == ticks(page)


@pytest.mark.usefixtures("no_python")
def test_back_pressed_twice_goes_back_once(page: Page, server: Server) -> None:
    """A double press of Back on the second question does not leave the quiz."""
    page.clock.install()
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "1-2-days"))
    for name in ("who", "red-flags"):
        page.clock.run_for(600)
        twice(page, page.get_by_role("button", name="Back"))
        expect(question(page, name)).to_be_visible()
    assert f"{server.url}check/" == page.url
    assert ["none", "me", "1-2-days"] == ticks(page)


@pytest.mark.usefixtures("no_python")
def test_a_second_press_calls_nobody(page: Page, server: Server) -> None:
    """A double press on a warning sign does not call the number on the card that appears under the finger."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.clock.install()
    open_quiz(page, server)
    card = result(page, "emergency")
    card.evaluate(
        "(card) => card.addEventListener('click', (event) => { event.preventDefault(); document.title = 'Called'; })"
    )
    option(page, "red-flags", "chest-pain").check()
    box = card.get_by_role("link", name="Call 911").bounding_box()
    assert box is not None
    at = box["x"] + box["width"] / 2, box["y"] + 10  # its upper edge: the way on lies where the rest is
    option(page, "red-flags", "chest-pain").uncheck()
    expect(card).to_be_hidden()
    option(page, "red-flags", "sight").evaluate(
        "(box, y) => scrollTo({ top: scrollY + box.getBoundingClientRect().top - y, behavior: 'instant' })", at[1]
    )
    page.mouse.dblclick(*at)
    expect(option(page, "red-flags", "sight")).to_be_checked()
    expect(card).to_be_visible()
    assert page.title() != "Called"
    page.clock.run_for(600)
    page.mouse.click(*at)
    expect(page).to_have_title("Called")


@pytest.mark.usefixtures("no_python")
def test_none_and_a_tick_exclude_each_other(page: Page, server: Server) -> None:
    """Ticking a symptom unticks "None of these", and the other way round."""
    open_quiz(page, server)
    none, chest = (option(page, "red-flags", name) for name in ("none", "chest-pain"))
    tick(none)
    chest.check()
    expect(none).not_to_be_checked()
    tick(none)
    expect(chest).not_to_be_checked()


def test_not_sure_is_named(page: Page, server: Server) -> None:
    """A result raised by a "not sure" says which answer it was."""
    open_quiz(page, server)
    who, drip, symptoms, _, *time = TO_EACH_URGENCY["expected"]
    answer_each(page, who, drip, symptoms, ("tired", "not-sure"), *time)
    expect(result(page, "soon")).to_be_visible()
    unfold(page, "Why this answer")
    expect(page.get_by_text("You were not sure about how bad the tiredness is")).to_be_visible()


@pytest.mark.usefixtures("no_python")
def test_nurse_comes_first_during_the_drip(page: Page, server: Server) -> None:
    """With a nurse close by, the result opens with the call button, above any phone number."""
    open_quiz(page, server)
    running = ("drip", "running")
    answer_each(page, ME, running, ("nurse", "yes"), ("symptoms", "tired"), ("tired", "ordinary"))
    today = result(page, "today")
    expect(today).to_be_visible()
    heading = page.get_by_role("heading", name="Tell your nurse now: press the call button", exact=True)
    expect(heading).to_be_focused()
    expect(today.get_by_text("Only the nurse changes the drip")).to_be_visible()
    expect(today.get_by_text("Call your infusion team today")).to_be_hidden()
    expect(today.get_by_text("No answer in about an hour")).to_be_hidden()


@pytest.mark.usefixtures("no_python")
def test_at_home_the_plan_comes_first_during_the_drip(page: Page, server: Server) -> None:
    """With the drip running and no nurse, a call today begins with the plan; an emergency begins with the number."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "running"), ("nurse", "no"), ("symptoms", "tired"), ("tired", "ordinary"))
    expect(page.get_by_role("heading", name="Follow your stop-and-call plan now")).to_be_focused()
    change(page, "What bothers you now?")
    option(page, "symptoms", "tired").uncheck()
    answer(page, "symptoms", "urine")
    answer(page, "urine", "no-urine")
    expect(page.get_by_role("heading", name="Call for emergency help now", exact=True)).to_be_focused()
    emergency = result(page, "emergency")
    note, call = (
        emergency.get_by_text("Follow the stop-and-call plan you were given"),
        emergency.locator(".call").first,
    )
    assert top(call) < top(note)


@pytest.mark.usefixtures("no_python")
def test_in_an_emergency_a_nurse_who_is_near_comes_before_any_number(page: Page, server: Server) -> None:
    """With a nurse close by the heading of an emergency is the call button too, and the card that comes up says so."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "running"), ("nurse", "yes"), ("symptoms", "urine"))
    option(page, "urine", "no-urine").check()
    said = "Tell your nurse now: press the call button"
    expect(page.locator("[data-aloud]")).to_contain_text(f"{said}. Call 911")
    page.locator(".next button").click()
    heading = page.get_by_role("heading", name=said, exact=True)
    expect(heading).to_be_focused()
    emergency = result(page, "emergency")
    assert top(heading) < top(emergency.locator(".call").first)
    expect(emergency.get_by_text("Is a nurse near?")).to_be_hidden()


def top(part: Locator) -> float:
    """Return how far down a part of the page is, which must be there."""
    box = part.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.usefixtures("no_python")
def test_a_carer_is_asked_about_the_person_they_care_for(page: Page, server: Server) -> None:
    """A carer is asked about the person they care for, and the result says whom it means."""
    open_quiz(page, server)
    answer_each(page, CARER, *TO_EACH_URGENCY["expected"][1:2])
    expect(question(page, "symptoms").get_by_role("heading", name="What bothers them now?", exact=True)).to_be_visible()
    expect(page.get_by_text("What bothers you now?")).to_be_hidden()
    for name, choice in TO_EACH_URGENCY["expected"][2:]:
        answer(page, name, choice)
    expect(page.get_by_text("you” below means them")).to_have_count(0)
    unfold(page, "Your answers")
    answers = page.locator("[data-answers]")
    expect(answers.get_by_text("What bothers them now?", exact=True)).to_be_visible()
    expect(answers.get_by_role("button", name="Change: When did their last drip end?", exact=True)).to_be_visible()

    change(page, "Who is this for?")
    answer(page, *ME)
    unfold(page, "Your answers")
    expect(answers.get_by_text("What bothers you now?", exact=True)).to_be_visible()


@pytest.mark.usefixtures("no_python")
def test_before_the_first_drip_a_well_person_gets_the_tick_list(page: Page, server: Server) -> None:
    """Before a first infusion the result says how to get ready, in place of what is common after one."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "not-yet"), ("ready", "none"))
    expected = result(page, "expected")
    expect(expected.get_by_text("Show your team what fits")).to_be_visible()
    expect(expected.get_by_text("Many people feel a bit rough")).to_be_hidden()
    unfold(page, "How the day goes")
    expected.get_by_role("link", name="Before your infusion").click()
    expect(page.get_by_role("heading", name="What to tell your team")).to_be_visible()


@pytest.mark.usefixtures("no_python")
def test_ill_before_the_first_drip_is_a_call_today(page: Page, server: Server) -> None:
    """Somebody who is ill before a first infusion calls today, and gets no tick list."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "not-yet"), ("ready", "infection"), ("temperature", "38"), ("risks", "none"))
    expect(result(page, "today")).to_be_visible()
    expect(page.get_by_text("Show your team what fits")).to_be_hidden()


def test_whom_the_quiz_is_not_made_for_is_told_so(page: Page, server: Server) -> None:
    """Somebody outside its scope is asked like others, and told under any heading that this was made for others."""
    open_quiz(page, server)
    answer_each(page, ("who", "under-skin"), ("drip", "last-24-hours"), ("symptoms", "none"), ("dose-site", "mild"))
    soon = result(page, "soon")
    expect(soon).to_be_visible()
    expect(soon.locator("[data-note=outside-under-skin]")).to_contain_text("This checker was not made for")
    expect(soon.locator("[data-note]:visible")).to_have_count(1)


@pytest.mark.usefixtures("no_python")
def test_one_symptom_means_one_question_a_screen(page: Page, server: Server) -> None:
    """Somebody with one symptom is never shown two questions at once, but for who and when, and those about time."""
    together = {asked.id for asked in GUIDE.questions if asked.together}
    open_quiz(page, server)
    for step in [("red-flags", "none"), *TO_EACH_URGENCY["expected"]]:
        expect(question(page, step[0])).to_be_visible()
        names = page.locator("fieldset:visible").evaluate_all("(all) => all.map(({ dataset }) => dataset.question)")
        assert len(names) == 1 or set(names) <= together
        answer(page, *step)


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("drip", ["running", "4-14-days"])
def test_many_symptoms_share_screens(page: Page, server: Server, drip: str) -> None:
    """Ticking every symptom with a follow-up shows every question, on ten screens at most."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", drip))
    if page.locator("fieldset:visible").get_attribute("data-question") == "nurse":
        mildest(page)
    with_every_follow_up(page)
    expect(page.locator("fieldset:visible h2").first).to_be_focused()
    screens = [["red-flags"], ["who", "drip"], *([["nurse"]] if drip == "running" else []), ["symptoms"]]
    while page.locator("quiz-flow .next").is_visible():
        screens.append(mildest(page))
        assert len(screens) <= 10, f"no end after {screens}"
    print(f"\n{len(screens)} screens: {'; '.join(', '.join(screen) for screen in screens)}")
    met = [name for screen in screens for name in screen]
    answered = page.evaluate("Object.keys(document.querySelector('quiz-flow').answers)")
    assert sorted(answered) == sorted(met)
    assert len(met) >= 29
    expect(result(page, "today")).to_be_visible()


@pytest.mark.usefixtures("no_python")
def test_a_shared_screen_asks_for_each_answer(page: Page, server: Server) -> None:
    """Next on a shared screen names the first question without an answer; Change leads to that very question."""
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "1-2-days"))
    with_every_follow_up(page)
    mildest(page)
    headache, signs = question(page, "headache"), question(page, "head-signs")
    headache.locator("input").first.check()
    for name, choice in {"headache-course": "easing", "neck": "none", "eyes": "none"}.items():
        option(page, name, choice).check()
    page.locator(".next button").click()
    expect(headache.locator(".missing")).to_be_empty()
    expect(signs.locator(".missing")).to_have_text("Choose an answer to go on.")
    expect(signs.locator(".missing")).to_be_in_viewport()
    expect(signs.locator("input").first).to_be_focused()
    option(page, "head-signs", "none").check()
    expect(signs.locator(".missing")).to_be_empty()

    for _ in range(10):
        if page.locator("quiz-flow .next").is_visible():
            mildest(page)
    expect(page.locator("quiz-flow .next")).to_be_hidden()
    change(page, "Where are the aches?")
    expect(question(page, "aches").get_by_role("heading")).to_be_focused()
    expect(question(page, "aches").get_by_role("heading")).to_be_in_viewport()
    expect(option(page, "tired", "ordinary")).to_be_checked()


REFUSED = {
    "option": "document.querySelector('[name=yesterday][value=better]').value = 'nonsense'",
    "question": "(() => { const { engine } = document.querySelector('quiz-flow'); const ask = engine.ask.bind(engine);"
    " engine.ask = (answers) => ask({ ...answers, nonsense: ['better'] }); })()",
    "message": "(() => { const { engine } = document.querySelector('quiz-flow'); const ask = engine.ask.bind(engine);"
    " engine.ask = () => ask('nonsense'); })()",
}
"""Scripts that make Python refuse the page's message."""


@pytest.mark.parametrize("wrong", REFUSED)
def test_refused_answers_give_no_result(page: Page, server: Server, wrong: str) -> None:
    """Answers that Python refuses give a message and the red flags; the answers stay and can be changed."""
    open_quiz(page, server)
    page.evaluate(REFUSED[wrong])
    answer_all(page, "expected")
    none = page.locator("[data-no-result]")
    expect(none.get_by_text("We could not work out a result. Call your infusion team today.")).to_be_visible()
    expect(page.locator("#no-result")).to_be_focused()
    expect(page.locator("[data-urgency]:visible, [data-engine-failed]:visible")).to_have_count(0)
    signs = [sign.option.text for sign in (*asked_first(GUIDE), *asked_later(GUIDE))]
    assert signs == none.locator(".card li").all_inner_texts()
    expect(none.get_by_role("link", name="Call 999")).to_be_visible()
    expect(page.locator("[data-answers] dt")).to_have_count(7)

    change(page, "How bad is the tiredness?")
    expect(none).to_be_hidden()
    answer(page, "tired", "marked")
    expect(none).to_be_visible()
    page.get_by_role("button", name="Start again").click()
    expect(question(page, "red-flags")).to_be_visible()
    expect(page.locator("quiz-flow input:checked")).to_have_count(0)
    expect(none).to_be_hidden()


def test_a_late_refusal_takes_back_what_stood_there(page: Page, server: Server) -> None:
    """An engine that starts late and refuses removes the rules' result and the note that it could not start."""
    page.clock.install()
    release = server.hold("pyodide.asm.wasm")
    open_quiz(page, server)
    page.evaluate(REFUSED["message"])
    answer_all(page, "expected")
    page.clock.fast_forward(10_001)
    expect(result(page, "expected")).to_be_visible()
    expect(page.locator("[data-engine-failed]")).to_be_visible()
    release()
    expect(page.locator("[data-no-result]")).to_be_visible()
    expect(page.locator("[data-urgency]:visible, [data-engine-failed]:visible")).to_have_count(0)


def test_a_refusal_never_replaces_an_emergency(page: Page, server: Server) -> None:
    """When Python refuses answers that the page itself sees as an emergency, the emergency stands."""
    open_quiz(page, server)
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()
    page.evaluate(REFUSED["question"])
    answer(page, "red-flags", "chest-pain")
    expect(page.locator('quiz-flow[data-result="rules"]')).to_be_attached()
    expect(result(page, "emergency")).to_be_visible()
    expect(page.locator("#result-emergency")).to_be_focused()
    expect(page.locator("[data-no-result]")).to_be_hidden()


@pytest.mark.usefixtures("no_python")
def test_what_is_said_to_be_left_is_true_to_one(page: Page, server: Server) -> None:
    """The number of screens to go, where one is said, is one more or less than come at most, if no emergency ends it."""
    open_quiz(page, server)
    said = 0
    for case in [case for case in cases() if case.shown is not Urgency.EMERGENCY][::CASES_APART]:
        texts = page.evaluate(
            """(answers) => {
              const quiz = document.querySelector("quiz-flow");
              quiz.form.reset();
              quiz.goTo("red-flags");
              const texts = [];
              while (quiz.current.length) {
                texts.push(quiz.querySelector("[data-progress]").textContent);
                for (let before = -1; quiz.current.length !== before; ) {
                  before = quiz.current.length;
                  for (const box of quiz.current.flatMap((set) => [...set.querySelectorAll("input")])) {
                    if (box.checked !== (answers[box.name] ?? []).includes(box.value)) box.click();
                  }
                }
                quiz.next();
              }
              return texts;
            }""",
            case.answers,
        )
        for left, text in zip(reversed(range(len(texts))), texts, strict=True):
            number = re.search(r"\d+", text)
            assert not text or abs(int(number[0] if number else 0) - left) <= 1, f"{case.id}: {texts}"
            said += bool(text)
    assert said > len(cases()) / CASES_APART / 2


@pytest.mark.usefixtures("no_python")
def test_a_warning_sign_is_said_as_it_is_seen(page: Page, server: Server) -> None:
    """A tick that shows the card has its words and numbers read out once; so has a missing answer."""
    open_quiz(page, server)
    line = page.locator("[data-aloud]")
    page.evaluate(
        """() => { window.said = []; new MutationObserver(() => said.push(document.querySelector("[data-aloud]").textContent))
          .observe(document.querySelector("[data-aloud]"), { childList: true, characterData: true, subtree: true }); }"""
    )
    option(page, "red-flags", "chest-pain").check()
    expect(line).to_have_attribute("aria-live", "assertive")
    expect(line).to_contain_text("Call for emergency help now. Call 911")
    option(page, "red-flags", "collapse").check()
    assert 1 == page.evaluate("said.length")
    option(page, "red-flags", "chest-pain").uncheck()
    option(page, "red-flags", "collapse").uncheck()
    expect(line).to_be_empty()
    expect(question(page, "red-flags").locator(".missing")).to_have_attribute("aria-live", "assertive")


@pytest.mark.usefixtures("no_python")
def test_a_question_is_said_once_with_what_belongs_to_it(page: Page, server: Server) -> None:
    """The focused heading includes the hint, how many questions share the screen and how many are to come."""
    open_quiz(page, server)
    no_flags(page)
    expect(page.get_by_role("heading", name="Who is this for?")).to_have_accessible_description(
        "This screen has 2 questions."
    )
    answer(page, *ME)
    answer(page, "drip", "1-2-days")
    group = page.get_by_role("group", name="What bothers you now?")
    heading = page.get_by_role("heading", name="What bothers you now?")
    expect(group).to_be_visible()
    expect(heading).to_be_focused()
    expect(group.get_by_role("heading", name="What bothers you now?")).to_have_count(0)
    expect(heading).to_have_accessible_description(re.compile(r"Tick all that apply\."))
    with_every_follow_up(page)
    shared = page.locator("fieldset:visible").count()
    assert shared > 1
    expect(page.locator("fieldset:visible h2").first).to_have_accessible_description(
        re.compile(rf"This screen has {shared} questions\. About \d+ to go$")
    )


@pytest.mark.usefixtures("no_python")
def test_a_screen_reader_can_follow_the_focus_out_of_what_goes(page: Page, server: Server) -> None:
    """The element that had the focus is hidden at once, and removed only after the focus has moved on."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    open_quiz(page, server)
    answer(page, "red-flags", "chest-pain")
    for left, press in ((".way-on", "Start again"), ('[data-urgency="emergency"]', None)):
        part = page.locator(f"quiz-flow {left}")
        expect(part).to_be_hidden()
        assert part.evaluate("(part) => getComputedStyle(part).display") != "none"
        page.clock.run_for(1000)
        assert part.evaluate("(part) => getComputedStyle(part).display") == "none"
        if press:
            page.get_by_role("button", name=press).click()


def test_each_red_flag_shows_the_card_while_the_engine_is_held(page: Page, server: Server) -> None:
    """While the engine's download hangs, each red flag in turn shows the emergency card at once."""
    stop_the_clock(page)
    release = server.hold("pyodide.asm.js")
    open_quiz(page, server)
    flags = [option for option in GUIDE.questions[0].options if option.reports]
    assert 10 == len(flags)
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
    """A stuck engine leaves the rules' result; when it starts late, reasons are added and every answer is kept."""
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
    expect(page.locator("[data-rule]:not([hidden])")).not_to_have_count(0)
    expect(page.locator("[data-engine-failed]")).to_be_hidden()
    assert ticks == page.locator("quiz-flow input:checked").count()


def test_refused_engine_fails_and_can_be_tried_again(page: Page, server: Server) -> None:
    """An engine that cannot be downloaded leaves the compiled rules' result and a button that tries again."""
    server.refused.add("python.zip")
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
    """While bytes keep arriving the page waits for the engine, shows the progress and keeps every answer."""
    page.clock.install()
    permits = server.trickle("pyodide.asm.wasm")
    open_quiz(page, server)
    answer_all(page, "expected")
    ticks = page.locator("quiz-flow input:checked").count()
    seen = 0
    for _ in range(PARTS - 1):
        permits.release()
        expect(page.locator("progress")).not_to_have_js_property("value", seen)
        seen = page.locator("progress").evaluate("bar => bar.value")
        page.clock.fast_forward(6_000)
        assert "loading" == page.locator("quiz-flow").get_attribute("data-engine")
    permits.release()
    expect(page.locator('quiz-flow[data-engine="ready"][data-result="python"]')).to_be_attached()
    expect(result(page, "expected")).to_be_visible()
    assert ticks == page.locator("quiz-flow input:checked").count()
