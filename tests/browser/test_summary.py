"""What a result contains: the answers that led to it, who reviewed it, and a page to print for the nurse."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page, expect

from quiz import GUIDE, assess
from site_src.derived.warning_signs import asked_later
from tests.browser.test_quiz import TO_EACH_URGENCY, answer, answer_all, change, open_quiz, option, question, unfold
from tests.browser.test_quiz import result as shown
from tests.conftest import Server
from tests.support.walks import AnswerSet, cases

NIGHT = dt.datetime(2026, 11, 23, 4, 12)  # noqa: DTZ001 - the time that the reader's clock shows
FIELDS = (
    "Summary for your nurse Name: Date of birth: Brand of IVIg: Temperature: Number to call back:"
    " It started at (day and time):"
)
"""What is on top of every printed summary, to be filled in by hand."""
TICKS = """(answers) => {
  for (const input of document.querySelectorAll("quiz-flow input")) {
    input.checked = (answers[input.name] ?? []).includes(input.value);
  }
}"""


def fill_in(page: Page, answers: AnswerSet) -> None:
    """Fill in these answers as if they had been ticked, and show the result."""
    page.evaluate(TICKS, answers)
    page.evaluate("document.querySelector('quiz-flow').goTo('result')")


def with_python(page: Page, server: Server) -> None:
    open_quiz(page, server)
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()


def words(name: str, options: list[str]) -> str:
    """Return the labels for these answers as the result lists them."""
    return "; ".join(option.text for option in GUIDE.question(name).options if option.id in options)


def longest() -> AnswerSet:
    """Return the answers of the case with the most words in its reasons and answers."""

    def length(answers: AnswerSet) -> int:
        reasons = [
            reason.because + "".join(f"{source.title} {source.publisher}" for source in reason.sources)
            for reason in assess(answers).reasons
        ]
        return sum(map(len, [*reasons, *(GUIDE.question(name).text + words(name, answers[name]) for name in answers)]))

    return max((case.answers for case in cases()), key=length)


def printed(page: Page, paper: str = "A4") -> str:
    """Return the text of the printed page, which must be exactly one."""
    pdf = pypdfium2.PdfDocument(page.pdf(format=paper))
    assert 1 == len(pdf), f"{len(pdf)} pages"
    return " ".join(pdf[0].get_textpage().get_text_range().split())


# --- the answers that led to an emergency


def test_an_emergency_names_the_answer_that_led_to_it(page: Page, server: Server) -> None:
    """Below numbers and steps an emergency names the one answer that led to it; changing it gives another result."""
    with_python(page, server)
    answer_all(page, "emergency")
    led_here = shown(page, "emergency").locator("[data-led-here]")
    unfold(page, "Tapped by mistake?")
    expect(led_here).to_contain_text("Check the answer that led here:")
    expect(led_here.locator("dt")).to_have_text(["What is the pee like?"])
    expect(led_here.locator("dd span")).to_have_text(["No pee for 12 hours or more"])
    numbers, row = shown(page, "emergency").locator(".numbers").first.bounding_box(), led_here.bounding_box()
    why = page.locator("[data-why]").bounding_box()
    assert numbers is not None
    assert row is not None
    assert why is not None
    steps = shown(page, "emergency").get_by_text("Do not drive").bounding_box()
    assert steps is not None
    assert numbers["y"] < steps["y"] < row["y"] < why["y"]

    led_here.get_by_role("button", name="Change: What is the pee like?").click()
    option(page, "urine", "no-urine").uncheck()
    answer(page, "urine", "less")
    expect(shown(page, "today")).to_be_visible()
    expect(page.get_by_text("Tapped by mistake?")).to_be_hidden()


def test_a_not_sure_stands_for_itself(page: Page, server: Server) -> None:
    """Where "not sure" led to an emergency, the result names that, and nothing that was not ticked."""
    with_python(page, server)
    (case,) = (case for case in cases() if case.id == "fever-with-rash-2")
    fill_in(page, case.answers)
    led_here = shown(page, "emergency").locator("[data-led-here]")
    unfold(page, "Tapped by mistake?")
    expect(led_here).to_contain_text("Check the answers that led here:")
    expect(led_here.locator("dd span")).to_have_text(
        [words("temperature", ["no-thermometer"]), words("skin", ["patch"])]
    )


def test_without_python_the_red_flags_are_named_or_the_answers_are_near(page: Page, server: Server) -> None:
    """While the engine loads, the ticked red flags are named at once; for other results a link leads to all answers."""
    release = server.hold("pyodide.asm.js")
    open_quiz(page, server)
    option(page, "red-flags", "chest-pain").check()
    expect(page.get_by_text("Tapped by mistake?")).to_be_hidden()
    answer(page, "red-flags", "collapse")
    led_here = shown(page, "emergency").locator("[data-led-here]")
    unfold(page, "Tapped by mistake?")
    expect(led_here.locator("dd span")).to_have_text([words("red-flags", ["chest-pain", "collapse"])])
    expect(led_here.get_by_role("link")).to_be_hidden()

    page.get_by_role("button", name="Start again").click()
    answer_all(page, "emergency")
    expect(led_here.locator("dt")).to_have_count(0)
    unfold(page, "Tapped by mistake?")
    led_here.get_by_role("link", name="Check your answers below.").click()
    expect(page.locator("summary", has_text="Your answers")).to_be_focused()
    expect(page.get_by_role("heading", name="Your answers")).to_be_in_viewport()
    expect(shown(page, "emergency")).to_be_visible()
    release()


# --- who reviewed it


def test_result_of_a_signed_site_names_who_reviewed_it(page: Page, signed_site: Path) -> None:
    """Once everything is signed, no result says that nobody has reviewed it."""
    server = Server(signed_site)
    with_python(page, server)
    answer_all(page, "expected")
    unfold(page, "Why this answer")
    expect(page.locator("[data-rule]:visible .review")).to_have_text(["Reviewed by Jane Doe, nurse; 3 February 2027."])
    assert "Not yet reviewed" not in page.locator("main").inner_text()
    server.close()


def test_unreviewed_until_everything_on_screen_is_reviewed(page: Page, server: Server) -> None:
    """A result says once that it is not reviewed, unless everything that it rests on is signed."""
    with_python(page, server)
    answer_all(page, "expected")
    unfold(page, "Why this answer")
    expect(page.locator("[data-rule]:visible")).to_have_count(1)
    assert 1 == page.locator("quiz-flow").inner_text().count("Not yet reviewed")
    state = page.locator("[data-rules]")
    unsigned = f"Rules version {GUIDE.version}, {GUIDE.dated}. Not yet reviewed by a clinician."
    expect(state).to_have_text(unsigned, use_inner_text=True)

    page.evaluate("document.querySelectorAll('[data-rule]').forEach((line) => (line.dataset.reviewed = ''))")

    def again(answers: AnswerSet) -> None:
        fill_in(page, answers)
        expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()

    everything = {"red-flags": ["none"], **{name: [choice] for name, choice in TO_EACH_URGENCY["expected"]}}
    again(everything)
    expect(state).to_contain_text(unsigned, use_inner_text=True)  # the page's own words are not signed
    page.evaluate("document.querySelector('quiz-flow').dataset.reviewed = ''")
    again(everything)
    expect(state).to_have_text(re.compile(r"^Rules version [^ ]+, [^ ]+\.$"), use_inner_text=True)
    again({**everything, "tired": ["not-sure"]})
    unfold(page, "Why this answer")
    expect(page.get_by_text("You were not sure about how bad the tiredness is")).to_be_visible()
    expect(state).to_contain_text(unsigned, use_inner_text=True)
    page.evaluate("document.querySelectorAll('[data-rule]').forEach((line) => delete line.dataset.reviewed)")
    again(everything)
    expect(state).to_contain_text(unsigned, use_inner_text=True)


# --- the page for the nurse


def test_the_longest_summary_is_one_page(page: Page, server: Server) -> None:
    """The result, every reason, every answer, the time and the version fit one page of A4 and of US Letter."""
    page.clock.set_fixed_time(NIGHT)
    with_python(page, server)
    answers = longest()
    fill_in(page, answers)
    result = assess(answers)
    expect(page.locator("[data-rule]:not([hidden])")).to_have_count(len(result.reasons))
    for paper in ("A4", "Letter"):
        text = printed(page, paper)
        assert text.startswith(f"{FIELDS} Call for emergency help now Call 911")
        for reason in result.reasons:
            assert reason.because in text
        for name in answers:
            assert f"{GUIDE.question(name).text} {words(name, answers[name])}" in text
        parts = ("You told us about", "Do this now", "Call again", "What to say", "Why this answer", "Your answers")
        assert sorted(map(text.index, parts)) == list(map(text.index, parts))
        assert text.endswith("Printed on 23 November 2026 at 04:12.")
        assert f"Rules version {GUIDE.version}, {GUIDE.dated}. Not yet reviewed by a clinician." in text
        for left_out in ("Is this normal?", "Tapped by mistake", "Is a nurse near", "Change", "Start again", "About"):
            assert left_out not in text

    page.evaluate("() => { print = () => { document.title = document.querySelector('[data-stamp]').textContent; }; }")
    page.clock.set_fixed_time(NIGHT.replace(hour=23, minute=5))
    page.get_by_role("button", name="Print for your nurse").click()
    expect(page).to_have_title("Printed on 23 November 2026 at 23:05.")


def test_a_mild_result_prints_what_it_says_in_its_order(page: Page, server: Server) -> None:
    """What was told and what to do comes first, then what was not asked; without the engine it prints no reasons."""
    page.clock.set_fixed_time(NIGHT)
    server.refused.add("pyodide.asm.js")
    open_quiz(page, server)
    expect(page.locator('quiz-flow[data-engine="failed"]')).to_be_attached()
    answer_all(page, "expected")
    expect(page.locator("[data-rules]")).to_be_visible()
    assert printed(page) == (
        f"{FIELDS} Common after IVIg: keep an eye on it"
        " You told us about tiredness."
        " Many people feel flat for 1 to 3 days after a drip."
        " Do this now Drink as your team allows. Take short walks. Plan 1 or 2 quiet days."
        " Call your team today if something is worse than yesterday"
        " a usual task cannot be done, even when tried the face is pale, or breath gets short on stairs"
        " What we did not ask, and when to call for help"
        " We did not ask you about these. If one is true, call for emergency help now. "
        + " ".join(sign.option.text for sign in asked_later(GUIDE))
        + " Your answers"
        + "".join(
            f" {GUIDE.question(name).text} {words(name, [choice])}"
            for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY["expected"]]
        )
        + f" Rules version {GUIDE.version}, {GUIDE.dated}. Not yet reviewed by a clinician."
        + " Printed on 23 November 2026 at 04:12."
    )


def test_without_scripts_the_form_prints_the_result_and_what_was_ticked(without_scripts: Page) -> None:
    """Without scripts the printout has the result and each ticked answer, and nothing else."""
    page = without_scripts
    steps = [("red-flags", "none"), *TO_EACH_URGENCY["today"]]
    for name, choice in steps:
        option(page, name, choice).check()
    assert printed(page) == (
        f"{FIELDS} Call your infusion team today Call now if it gets worse. Is it night? Call your team's night number now: do not wait for morning."
        " Your team needs to check this."
        " Your infusion team: call the number your infusion team gave you."
        " Do this now No answer in about an hour, or none at night or a weekend?"
        " Call an urgent care line, or go to an emergency department (A&E, ER)."
        " Do not drive while unwell."
        " Call for emergency help if breathing gets hard, the chest hurts, the face or throat swells, or an arm or leg turns cold or blue"
        " the face drops, speech slurs, one side or the legs fail, or swallowing gets hard"
        " there is a faint, a fit, confusion, a very bad headache or a stiff neck"
        " What to say Have the brand, the day of the drip and the temperature ready."
        f" Rules version {GUIDE.version}, {GUIDE.dated}. Not yet reviewed by a clinician."
        + "".join(f" {GUIDE.question(name).text} {words(name, [choice])}" for name, choice in steps)
    )


# --- the summary as text


def test_copy_as_text(page: Page, server: Server) -> None:
    """The summary is copied as text, with a fallback for a refused clipboard; a failure is shown; nothing moves."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time(NIGHT)
    with_python(page, server)
    answer_all(page, "expected")
    expect(page.locator("[data-rule]:not([hidden])")).to_have_count(1)
    copy, status = page.get_by_role("button", name="Copy as text"), page.locator("[data-status]")
    start_again = page.get_by_role("button", name="Start again")
    before = start_again.evaluate("button => button.offsetTop")

    copy.click()
    expect(status).to_have_text("Copied.")
    text = f"""\
Summary for your nurse
Common after IVIg: keep an eye on it

You told us about tiredness.

Many people feel flat for 1 to 3 days after a drip.

Do this now
- Drink as your team allows.
- Take short walks.
- Plan 1 or 2 quiet days.

Call your team today if
- something is worse than yesterday
- a usual task cannot be done, even when tried
- the face is pale, or breath gets short on stairs

Why this answer
- Tiredness is common in the first 3 days.
Where this comes from:
- Can IVIg Make Neuropathy Worse?, Online article, author unknown.

Your answers
- Is any of these true, now, in the last days or since the drip? None of these
- Who is this for? Me, with IVIg for a nerve illness such as CIDP or MMN
- When did your last drip end? 1 to 2½ days ago
- What bothers you now? Tiredness
- How bad is the tiredness? Tired, but the usual tasks get done
- Compared with yesterday, how is it? Better
- Is this the same as with your other drips? No. It is new, or part of it is

Copied on 23 November 2026 at 04:12.
Rules version {GUIDE.version}, {GUIDE.dated}. Not yet reviewed by a clinician."""
    assert text == page.evaluate("navigator.clipboard.readText()")

    # The same words again are read out only if they change.
    once = status.text_content()
    page.evaluate("navigator.clipboard.writeText('something else')")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    copy.click()
    expect(status).not_to_have_js_property("textContent", once)
    expect(status).to_have_text("Copied.")
    assert text == page.evaluate("navigator.clipboard.readText()")
    expect(copy).to_be_focused()

    page.evaluate("() => { document.execCommand = () => false; }")
    copy.click()
    expect(status).to_have_text("Copying did not work. Print it, or read it out.")
    assert before == start_again.evaluate("button => button.offsetTop")

    change(page, "How bad is the tiredness?")
    expect(question(page, "tired")).to_be_visible()
    answer(page, "tired", "ordinary")
    expect(status).to_be_empty()
