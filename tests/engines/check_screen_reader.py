"""What Orca says to a keyboard user in Chromium and in Firefox; see `make test-screen-reader`.

Orca says more than is asked for here. What counts are the parts without which a person who sees nothing is lost.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from quiz import GUIDE, next_questions
from quiz.model import NONE
from site_src.derived.symptom_table import rows
from tests.browser.test_quiz import HEADINGS, TO_EACH_URGENCY
from tests.conftest import Server
from tests.engines.screen_reader import BROWSERS, PROMPT, ScreenReader

EMERGENCY = HEADINGS["emergency"]
ALL = len(rows(GUIDE))
SIGN = next(option.text for option in GUIDE.question("red-flags").options if option.id == "breathless")
STARTED = [("red-flags", "none"), ("who", "me")]


@pytest.fixture(scope="module", params=BROWSERS)
def reader(request: pytest.FixtureRequest) -> Iterator[ScreenReader]:
    """Yield Orca with each browser in turn, started once. A run ended by SIGTERM ends them too, as Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    found = ScreenReader(request.param)
    yield found
    found.close()


@pytest.fixture(autouse=True)
def fresh(server: Server) -> None:
    """Forbid caching, so that no file comes from the test before."""
    server.headers["Cache-Control"] = "no-store"


@pytest.fixture
def quiz(reader: ScreenReader, server: Server) -> ScreenReader:
    """Return the screen reader with the quiz open at its first question."""
    reader.open(f"{server.url}check/")
    return reader


def asked(name: str) -> str:
    """Return the text of a question for its id."""
    return GUIDE.question(name).text


def asked_after(given: tuple[str, str], answers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the answers that come after one, without those to questions that are not asked any more."""
    told = {"red-flags": [NONE]}
    for name, choice in answers:
        if any(ask.question.id == name for ask in next_questions(told)):
            told[name] = [choice]
    kept = [(name, choice) for name, (choice,) in told.items()]
    return kept[kept.index(given) + 1 :]


def tick(reader: ScreenReader, name: str, choice: str) -> None:
    """Find an answer by its label and tick it."""
    question = GUIDE.question(name)
    words = next(option.text for option in question.options if option.id == choice)
    if question.kind == "several":
        reader.seek("shift+x" if choice == "none" else "x", words)  # it is the last one
        ticked = "checked"
    else:
        reader.seek("r", words)
        ticked = "selected"
    lines = reader.press("space", ticked, quiet=PROMPT)
    assert 0 == times(f"not {ticked}", lines), lines


def use(reader: ScreenReader, button: str, *wanted: str) -> list[str]:
    """Return what is said after a button is found by its name and pressed."""
    reader.seek("b", button)
    return reader.press("Return", *wanted)


def answer(reader: ScreenReader, *answers: tuple[str, str], stay: bool = False) -> None:
    """Answer questions one by one, and go on where the next has another screen, or at the end unless told to `stay`."""
    screens = [GUIDE.question(name).screen * GUIDE.question(name).together or name for name, _ in answers]
    last = screens[-1] if stay else ""
    for (name, choice), own, following in zip(answers, screens, (*screens[1:], last), strict=True):
        if choice != "none":
            tick(reader, name, choice)
        if own != following:
            reader.seek("b", "Next" if choice != "none" else "No, none of these")
            reader.press("Return", "?", quiet=PROMPT)


def times(part: str, lines: list[str]) -> int:
    return sum(line.count(part) for line in lines)


def place(part: str, lines: list[str]) -> int:
    """Return the number of the first line that contains a text."""
    assert times(part, lines), f"not heard: {part}; heard: {lines}"
    return next(number for number, line in enumerate(lines) if part in line)


# --- The quiz: what a tick and a step say


def test_a_ticked_warning_sign_says_what_to_do(quiz: ScreenReader) -> None:
    """The first question and its first answer are said, and at the tick the emergency card that then appears."""
    quiz.go_on("h", asked("red-flags"))
    quiz.seek("x", f"{SIGN} check box not checked")
    quiz.press("space", "checked", EMERGENCY)


def test_a_question_left_open_says_what_is_missing(quiz: ScreenReader) -> None:
    use(quiz, "Next", "Choose an answer to go on.")


def test_a_new_question_is_said_once_with_its_hint_and_how_many_are_to_come(quiz: ScreenReader) -> None:
    assert 1 == times(asked("who"), use(quiz, "No, none of these", asked("who")))
    answer(quiz, ("who", "me"), ("drip", "1-2-days"), stay=True)
    lines = use(quiz, "Next", asked("symptoms"), "Tick all that apply")
    assert 1 == times(asked("symptoms"), lines), lines


def test_a_screen_with_several_questions_says_how_many(reader: ScreenReader, server: Server) -> None:
    """A screen that several questions share says how many they are; the area in which a link has ticked stands open."""
    reader.open(f"{server.url}check/#about=headache")
    answer(reader, *STARTED, ("drip", "1-2-days"))
    for symptom in ("neck", "eyes", "ears", "dizzy"):
        tick(reader, "symptoms", symptom)
    use(reader, "Next", asked("headache"), "This screen has", "to go")


def test_back_says_the_question_before(quiz: ScreenReader) -> None:
    answer(quiz, *STARTED, ("drip", "1-2-days"))
    quiz.seek("shift+b", "Back")
    quiz.press("Return", asked("who"))


# --- Results


@pytest.mark.parametrize("urgency", TO_EACH_URGENCY)
def test_each_urgency_is_said(reader: ScreenReader, server: Server, urgency: str) -> None:
    """Each urgency is said; a link ticks the symptom, because the list of all symptoms is long."""
    answers = TO_EACH_URGENCY[urgency]
    symptom = dict(answers)["symptoms"]
    reader.open(f"{server.url}check/#about={symptom}")
    answer(reader, *STARTED, ("drip", "1-2-days"))
    use(reader, "Next", "?")
    answer(reader, *asked_after(("symptoms", symptom), answers), stay=True)
    use(
        reader,
        "See what to do" if urgency == "emergency" else "Next",
        "Call" if urgency == "today" else HEADINGS[urgency],
    )


def test_an_emergency_is_read_on_from_its_numbers_to_its_steps(quiz: ScreenReader) -> None:
    """Reading on from an emergency says the numbers, then the steps, and only then the offer to correct a mistake."""
    tick(quiz, "red-flags", "breathless")
    use(quiz, "See what to do", EMERGENCY)
    lines = quiz.go_on("Down", "Tapped by mistake?")
    assert place("Call 911", lines) < place("do not wait for a call back", lines) < place("Tapped by mistake?", lines)


def test_an_answer_to_change_and_a_new_start_say_their_question(quiz: ScreenReader) -> None:
    tick(quiz, "red-flags", "breathless")
    use(quiz, "See what to do")
    use(quiz, "Your answers", "expanded")
    quiz.press("Tab", f"Change: {asked('red-flags')}")
    quiz.press("Return", asked("red-flags"))
    use(quiz, "See what to do")
    use(quiz, "Start again", asked("red-flags"))


def test_a_result_of_the_rules_alone_is_said(reader: ScreenReader, server: Server) -> None:
    """Without its engine the quiz says that it has no reasons, and offers a button that tries again."""
    server.refused.add("worker.js")
    reader.open(f"{server.url}check/")
    tick(reader, "red-flags", "breathless")
    use(reader, "See what to do", EMERGENCY)
    reader.seek("b", "Try the full checker again")
    reader.press("Up", "it cannot give reasons")  # the last line of the note


# --- Pages


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("palms", (f"1 of {ALL} shown.",)),
        ("seizure", (EMERGENCY, f" of {ALL} shown.")),
        ("z", (EMERGENCY, "Nothing here fits")),
    ],
)
def test_the_symptom_table_says_what_it_has(
    reader: ScreenReader, server: Server, typed: str, heard: tuple[str, ...]
) -> None:
    """For a warning sign or a text without a match, the emergency numbers are said before anything else."""
    reader.open(f"{server.url}guide/")
    reader.go_on("e", "Type what you feel")
    reader.press("Insert+a", "Focus mode")
    text = "\n".join(reader.type(typed, *heard))
    assert sorted(places := [text.index(part) for part in heard]) == places, text


def test_a_meaning_is_said_when_it_opens(reader: ScreenReader, server: Server) -> None:
    reader.open(f"{server.url}before/")
    use(reader, "What cannula means collapsed push button", "A thin tube that a nurse puts in a vein.")


def test_the_menu_says_a_link_and_what_opens(reader: ScreenReader, server: Server) -> None:
    reader.open(server.url)
    use(reader, "Menu collapsed", "link.")
    lines = reader.go_on("Tab", "Read more")
    (more,) = (line for line in lines if "Read more" in line)
    assert "button" in more, lines
    assert "collapsed" in more, lines


def test_the_search_says_how_much_it_found_and_what_each_is_called(reader: ScreenReader, server: Server) -> None:
    """The search field is not announced as invalid before a word is typed, and results are counted and named."""
    reader.open(server.url)
    lines = use(reader, "Search collapsed", "Search", "entry")
    assert 0 == times("invalid", lines) + times("required", lines), lines
    reader.type("numb", "matching document")
    reader.press("Tab", "Warning signs link")
    (heard,) = reader.press("Tab", "Warning signs: ")
    assert heard.endswith(" link."), heard
