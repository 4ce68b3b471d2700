"""The words of the quiz are as easy to read as the pages."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from quiz import GUIDE, Question, Urgency
from tests.support.reading import check_texts, check_whole, sentences_of

RED_FLAGS = GUIDE.questions[0]


def test_red_flags_are_easy() -> None:
    """The first screen and the reasons of its flags stay at grade 5."""
    texts = [RED_FLAGS.text, RED_FLAGS.hint, *(option.text for option in RED_FLAGS.options)]
    assert [] == check_texts("red flags", texts, grade=5)


@pytest.mark.parametrize("question", GUIDE.questions, ids=lambda question: question.id)
def test_question_is_easy(question: Question) -> None:
    """A question, its hint and its answers stay at grade 7, no sentence over 20 words."""
    texts = [question.text, question.hint, *(option.text for option in question.options)]
    assert [] == check_texts(question.id, filter(None, texts), grade=7)


@pytest.mark.parametrize(
    ("urgency", "grade"), [(urgency, 5 if urgency is Urgency.EMERGENCY else 7) for urgency in Urgency]
)
def test_reasons_are_easy(urgency: Urgency, grade: float) -> None:
    """The reasons of an urgency stay at grade 7, those of emergencies at 5."""
    texts = [rule.because for rule in GUIDE.rules if rule.urgency is urgency]
    assert [] == check_texts(f"reasons for {urgency.value}", texts, grade=grade)


def test_questions_for_the_phone_are_easy() -> None:
    """What a person says on the phone stays at grade 7 too."""
    assert [] == check_texts("questions for the phone", [rule.ask for rule in GUIDE.rules if rule.ask], grade=7)


def test_whole_quiz_is_easy() -> None:
    """Every question with its answers, and every reason, read together as one text; what questions share counts once."""
    texts = [text for one in GUIDE.questions for text in (one.text, one.hint, *(option.text for option in one.options))]
    texts += [rule.because for rule in GUIDE.rules]
    assert [] == check_whole("the quiz", sentences_of(dict.fromkeys(texts)))


def test_first_screen_is_short() -> None:
    """The screen that everyone reads stays short, heading and hint counted."""
    words = " ".join([RED_FLAGS.text, RED_FLAGS.hint, *(option.text for option in RED_FLAGS.options)]).split()
    assert len(words) <= 150


def test_list_of_symptoms_is_short() -> None:
    """What a person reads of it stays short: what stands open, the areas, which are shut, and the longest area opened."""
    question = GUIDE.question("symptoms")
    groups = {group: list(options) for group, options in groupby(question.options, lambda option: option.group)}
    shut = [" ".join(option.text for option in found).split() for found in groups.values() if found[0].folded]
    in_sight = [option.text for option in question.options if not option.folded]
    shown = " ".join([question.text, question.hint, *groups, *in_sight]).split()
    longest = max(shut, key=len)
    print(f"{len(shut)} areas: {len(shown)} words with all shut, {len(longest)} in the longest")
    assert len(shut) == 5
    assert len(shown) + len(longest) <= 160


def test_whoever_is_outside_the_scope_is_named_on_the_line_that_opens() -> None:
    """The groups that the checker was not made for are folded, and the one line that is in sight names each."""
    (line,) = {option.group for option in GUIDE.question("who").options if option.folded}
    for group in ("another illness", "Guillain-Barré", "under the skin", "under 18"):
        assert group.lower() in line.lower()


def test_red_flags_are_ten() -> None:
    """The first screen is ten lines, each of its own, and "None of these"."""
    assert len([option for option in RED_FLAGS.options if option.reports]) == 10


@pytest.mark.parametrize("question", GUIDE.questions, ids=lambda question: question.id)
def test_question_fits_whoever_answers(question: Question) -> None:
    """A question that says "you" has a wording for someone else; hints and answers name no person."""
    person = re.compile(r"\b(you|your|i|me|my|they|their|them)\b", re.IGNORECASE)
    if question.id not in {"red-flags", "who"}:
        assert bool(person.search(question.text)) == bool(question.theirs)
        assert not re.search(r"\byour?\b", question.theirs)
        assert [
            text for text in (question.hint, *(option.text for option in question.options)) if person.search(text)
        ] == []
