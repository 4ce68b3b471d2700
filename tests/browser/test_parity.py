"""CPython, Pyodide and the compiled CSS agree on the same answers."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from quiz import GUIDE, assess, open_questions
from quiz.conditions import Answers
from site_src.derived.warning_signs import asked_later
from tests.browser.test_quiz import TO_EACH_URGENCY, answer_all, option, result, unfold
from tests.conftest import Server
from tests.support.walks import cases, finished_sets, unfinished_sets

EACH = 400
UNFINISHED = 200


@pytest.fixture(scope="module")
def sets() -> list[Answers]:
    """Return every case and random finished and unfinished sets, half of them one answer away from the next urgency."""
    drawn = finished_sets(each=EACH, seed=20261122)
    longer = [answers for answers, _ in drawn if len(answers) > 1]
    unfinished = unfinished_sets(longer[:: len(longer) // UNFINISHED][:UNFINISHED], seed=1)
    counts = Counter(urgency.value for _, urgency in drawn)
    print(f"\n{len(cases())} cases; at random {dict(counts)} and {len(unfinished)} unfinished")
    assert set(counts.values()) == {EACH}
    assert not any(map(is_finished, unfinished))
    assert len(unfinished) == UNFINISHED
    found = [*(case.answers for case in cases()), *(answers for answers, _ in drawn), *unfinished]
    # Neighbours differ in little, so that the browser works out their style in a quarter of the time.
    return sorted(found, key=lambda answers: str(sorted(answers.items())))


def is_finished(answers: Answers) -> bool:
    """Return whether each question on the path has an answer: the compiled rules wait for all of them."""
    return all(question.id in answers for question in open_questions(answers))


def not_asked(answers: Answers) -> list[str]:
    """The lines of all moved warning signs that no open question has."""
    path = {question.id for question in open_questions(answers)}
    return [
        sign.option.text for sign in asked_later(GUIDE) if path.isdisjoint(question.id for question in sign.questions)
    ]


def self_care(answers: Answers) -> set[str]:
    """The topics of self-care that hold on the open questions, a "not sure" counting as what it stands for."""
    possible: dict[str, set[str]] = {}
    for question in open_questions(answers):
        picked = set(answers.get(question.id, ()))
        possible[question.id] = picked.union(*(one.stands_for for one in question.options if one.id in picked))
    return {care.id for care in GUIDE.care if care.when.holds(possible)}


def plainly(answers: Answers) -> dict[str, list[str]]:
    return {name: sorted(picked) for name, picked in answers.items()}


def test_python_in_the_browser_agrees(page: Page, server: Server, sets: list[Answers]) -> None:
    """The compiled quiz in Pyodide gives the urgency, reasons and open questions that CPython gives."""
    page.goto(f"{server.url}check/")
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()
    replies: list[Any] = page.evaluate(
        "async (sets) => { const all = []; const { engine } = document.querySelector('quiz-flow');"
        " for (const answers of sets) all.push(await engine.ask(answers)); return all; }",
        [plainly(answers) for answers in sets],
    )
    for answers, reply in zip(sets, replies, strict=True):
        result = assess(answers)
        wanted = {
            "urgency": result.urgency.value,
            "call": result.call,
            "reasons": [rule.id for rule in result.reasons],
            "unanswered": list(result.unanswered),
            "unsure": list(result.unsure),
            "unknown": [list(pair) for pair in result.unknown],
            "rests_on": [list(pair) for pair in result.rests_on],
            "next": [[ask.question.id, [option.id for option in ask.options]] for ask in result.asks],
        }
        assert wanted == reply, answers
    print(f"\n{len(sets)} answer sets agreed in CPython and Pyodide")


def test_compiled_rules_agree(without_scripts: Page, sets: list[Answers]) -> None:
    """With scripts off, the form shows the open questions, the one urgency that CPython gives, and what was not asked.

    A sentence of self-care is shown while its topic holds, and a line of two topics while one of them does.
    """
    names = [care.id for care in GUIDE.care]
    pairs = list(zip(names, [*names[1:], names[0]], strict=True))
    shown: list[Any] = without_scripts.evaluate(
        """([sets, names, pairs]) => {
         const list = document.querySelector("[data-results]").appendChild(document.createElement("ul"));
         const add = (tag, care) => Object.assign(list.appendChild(document.createElement(tag)).dataset, { care });
         names.forEach((name) => add("p", name));
         pairs.forEach((pair) => add("li", pair.join(" ")));
         return sets.map((answers) => {
          for (const input of document.querySelectorAll("quiz-flow input")) {
            input.checked = (answers[input.name] ?? []).includes(input.value);
          }
          const seen = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
          // What is folded is not rendered, so the line is asked by itself, and what the fold is in.
          const listed = (line) => getComputedStyle(line).display !== "none" && line.closest("[data-unasked-list]").checkVisibility();
          return [
            seen("[data-question]").map((part) => part.dataset.question),
            [...seen("[data-urgency]").map((part) => part.dataset.urgency), ...seen("[data-unfinished]").map(() => "unfinished")],
            [...document.querySelectorAll("[data-unasked]")].filter(listed).map((line) => line.textContent),
            [...list.children].map((part) => getComputedStyle(part).display),
          ];
         });
        }""",
        [[plainly(answers) for answers in sets], names, pairs],
    )
    lines = 0
    told: set[str] = set()
    for answers, (questions, urgencies, unasked, care) in zip(sets, shown, strict=True):
        finished = is_finished(answers)
        earned = assess(answers).urgency.value
        wanted = earned if finished or earned == "emergency" else "unfinished"
        assert ([question.id for question in open_questions(answers)], [wanted]) == (questions, urgencies), answers
        assert not_asked(answers) * (wanted in {"soon", "expected"}) == unasked, answers
        lines += len(unasked)
        topics = self_care(answers)
        told |= topics
        sentences = ["block" if name in topics else "none" for name in names]
        assert [*sentences, *("list-item" if topics & {*pair} else "none" for pair in pairs)] == care, answers
    assert lines
    assert told == set(names)
    print(f"\n{len(sets)} answer sets agreed in CPython and CSS, with {lines} signs that were not asked")


@pytest.mark.parametrize("urgency", ["soon", "expected"])
def test_result_ends_with_the_signs_that_were_not_asked(page: Page, server: Server, urgency: str) -> None:
    """With Python too, what a tick has opened is no longer listed; on paper the list stays."""
    page.goto(f"{server.url}check/")
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()
    given = {"red-flags": ["none"], **{name: [choice] for name, choice in TO_EACH_URGENCY[urgency]}}
    answer_all(page, urgency)
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    lines = page.locator("[data-unasked]:visible")
    unfold(page, "What we did not ask, and when to call for help")
    said = "We did not ask you about these. If one is true, call for emergency help now."
    expect(result(page, urgency).get_by_text(said)).to_be_visible()
    expect(lines).to_have_text(not_asked(given))
    # The way to "soon" opens a question that asks some of them; that to "expected" opens none.
    assert (len(not_asked(given)) < len(asked_later(GUIDE))) == (urgency == "soon")
    page.emulate_media(media="print")
    expect(lines).to_have_text(not_asked(given))


def test_blank_form_shows_no_result(without_scripts: Page) -> None:
    """A form that nobody has touched shows the first question and no result at all."""
    expect(without_scripts.locator("fieldset:visible")).to_have_count(1)
    expect(without_scripts.locator("[data-urgency]:visible, [data-unfinished]:visible")).to_have_count(0)


def test_whole_form_works_by_hand(without_scripts: Page) -> None:
    """Without scripts a person ticks through the form, is told that it is not finished, and gets the advice."""
    page = without_scripts
    for name, choice in [
        ("red-flags", "none"),
        ("who", "me"),
        ("drip", "1-2-days"),
        ("symptoms", "tired"),
        ("tired", "ordinary"),
    ]:
        option(page, name, choice).check()
        expect(page.locator("[data-unfinished]")).to_be_visible()
    option(page, "yesterday", "better").check()
    option(page, "same", "new").check()
    expect(page.locator("[data-unfinished]")).to_be_hidden()
    expect(page.locator('[data-urgency="expected"]')).to_be_visible()


def test_form_marks_what_is_missing(without_scripts: Page) -> None:
    """Without scripts unanswered questions say so once another is answered; the result states its limits."""
    page = without_scripts
    marked = page.locator("fieldset:visible:has(.not-answered:visible)")
    limits = page.locator(".no-scripts:visible")
    expect(marked).to_have_count(0)
    option(page, "red-flags", "none").check()
    expect(marked).to_have_count(2)
    expect(page.get_by_role("group", name="Who is this for?")).to_have_accessible_description("Not answered yet.")
    told = [("who", "me"), ("drip", "1-2-days"), ("symptoms", "tired"), ("yesterday", "better"), ("same", "new")]
    for name, choice in told:
        option(page, name, choice).check()
    expect(page.get_by_text("Not answered yet.").filter(visible=True)).to_have_count(1)
    expect(page.get_by_role("group", name="How bad is the tiredness?")).to_have_accessible_description(
        "Not answered yet."
    )
    expect(page.get_by_text("What is left says “Not answered yet”.")).to_be_visible()
    expect(limits).to_have_count(0)
    on_page = "(box) => box.getBoundingClientRect().top + scrollY"
    place = option(page, "yesterday", "better").evaluate(on_page)
    option(page, "tired", "ordinary").check()
    expect(marked).to_have_count(0)
    assert place == option(page, "yesterday", "better").evaluate(on_page)
    expect(limits).to_have_text(["Scripts are off, or did not load. This page can say what to do, but not why."])
    option(page, "red-flags", "chest-pain").check()
    expect(page.locator('[data-urgency="emergency"]')).to_be_visible()
    expect(limits).to_have_count(0)
    expect(marked).to_have_count(0)


def test_carer_is_asked_in_their_words_without_scripts(without_scripts: Page) -> None:
    """Without scripts too, a carer is asked about the person they care for."""
    page = without_scripts
    for name, choice in [
        ("red-flags", "none"),
        ("who", "me"),
        ("drip", "1-2-days"),
        ("symptoms", "none"),
    ]:
        option(page, name, choice).check()
    expect(page.get_by_role("heading", name="What bothers you now?", exact=True)).to_be_visible()
    option(page, "who", "carer").check()
    expect(page.get_by_role("heading", name="What bothers them now?", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="What bothers you now?", exact=True)).to_have_count(0)


def test_tick_list_replaces_the_usual_advice_without_scripts(without_scripts: Page) -> None:
    """Without scripts too, a well person before a first infusion reads how to get ready, not what comes after."""
    page = without_scripts
    for name, choice in [("red-flags", "none"), ("who", "me"), ("drip", "not-yet"), ("ready", "none")]:
        option(page, name, choice).check()
    expected = page.locator('[data-urgency="expected"]')
    expect(expected.get_by_text("Show your team what fits")).to_be_visible()
    expect(expected.get_by_text("Many people feel a bit rough")).to_be_hidden()
    expect(expected.get_by_role("heading", name="Get ready for your first drip", exact=True)).to_be_visible()
