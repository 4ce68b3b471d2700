"""The interface that JavaScript calls: JSON text in, JSON text out, and a named refusal of anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quiz import GUIDE, UnknownAnswer
from quiz.browser import BadMessage, reply


def ask(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the decoded reply for these answers."""
    found = json.loads(reply(GUIDE, json.dumps(answers)))
    assert isinstance(found, dict)
    return found


# --- in and out


def test_reply_holds_ids_only() -> None:
    """The reply has the urgency and ids only: the page already contains the texts."""
    assert ask({"red-flags": ["none"], "who": ["me"], "drip": ["1-2-days"], "symptoms": ["none"]}) == {
        "urgency": "expected",
        "call": "",
        "reasons": ["nothing-bothers-you"],
        "unanswered": [],
        "unsure": [],
        "unknown": [],
        "rests_on": [["symptoms", "none"]],
        "next": [],
    }


def test_reply_to_a_blank_form() -> None:
    """An empty form gives `today` and names the first question as unanswered."""
    assert ask({}) == {
        "urgency": "today",
        "call": "night",
        "reasons": [],
        "unanswered": ["red-flags"],
        "unsure": [],
        "unknown": [],
        "rests_on": [],
        "next": [["red-flags", [option.id for option in GUIDE.question("red-flags").options]]],
    }


def test_reply_names_what_was_not_sure_and_what_is_not_known() -> None:
    """A "not sure" that raised the urgency is named by question id, an uncovered symptom by question and option id."""
    start = {"red-flags": ["none"], "who": ["me"], "drip": ["last-24-hours"]}
    unsure = ask({**start, "symptoms": ["aches"], "aches": ["not-sure"]})
    assert (unsure["urgency"], unsure["reasons"], unsure["unsure"]) == ("today", [], ["aches"])
    unknown = ask({**start, "symptoms": ["neck"], "neck": ["none"], "head-signs": ["none"]})
    assert (unknown["urgency"], unknown["unknown"]) == ("today", [["symptoms", "neck"]])


def test_answers_in_other_scripts_and_escapes_are_read() -> None:
    """Escapes, spaces and line ends in the JSON make no difference."""
    assert json.loads(reply(GUIDE, '\n { "red-flags" : [ "\\u006eone" ] } \n'))["unanswered"] == ["who", "drip"]


def test_reply_says_what_to_ask_next() -> None:
    """Each question that can still change the result is named with the options to show, those of a list of facts that can."""
    start = {"red-flags": ["none"], "who": ["me"], "drip": ["last-24-hours"], "symptoms": ["heavy"]}
    (asked,) = ask(start)["next"]
    assert asked[0] == "risks"
    assert {"heart-failure", "kidney", "none"} <= set(asked[1])
    assert len(asked[1]) < len(GUIDE.question("risks").options)


def test_what_was_not_on_screen_is_asked_when_it_begins_to_matter() -> None:
    """An answer to a part of a list stands until another answer makes one of the other options matter."""
    start = {"red-flags": ["none"], "who": ["me"], "drip": ["last-24-hours"], "symptoms": ["heavy"]}
    ((name, options),) = ask(start)["next"]
    risks = {"picked": ["none"], "shown": options}
    assert ask({**start, name: risks})["next"] == []
    headache = {"headache": ["mild"], "headache-course": ["stays"], "head-signs": ["none"]}
    changed = {**start, "symptoms": ["heavy", "headache"], **headache}
    assert "migraine" not in options
    assert {*options, "migraine"} <= set(dict(ask({**changed, name: risks})["next"])[name])
    assert ask({**changed, name: ["none"]})["next"] == []


# --- what is refused


@pytest.mark.parametrize(
    "message",
    [
        "",
        " ",
        "{",
        "answers",
        "{'red-flags': ['none']}",
        '{"red-flags": ["none"]',
        '{"red-flags": ["none"]} {}',
        "1" * 5000,
    ],
    ids=["nothing", "blank", "cut short", "a word", "single quotes", "no end", "two at once", "a number without end"],
)
def test_text_that_is_not_json_is_refused(message: str) -> None:
    """Text that is not JSON is refused, with what is wrong and what was wanted."""
    with pytest.raises(BadMessage, match=r"^message: got text that is not JSON \(.+\), wanted an object of answers$"):
        reply(GUIDE, message)


@pytest.mark.parametrize(
    ("message", "got"),
    [
        ("[]", "list"),
        ('["red-flags"]', "list"),
        ("12", "int"),
        ("1.5", "float"),
        ("NaN", "float"),
        ('"red-flags"', "str"),
        ("true", "bool"),
        ("null", "NoneType"),
    ],
)
def test_json_that_is_no_object_is_refused(message: str, got: str) -> None:
    """A list, number, string, true or null in place of the object of answers is refused."""
    with pytest.raises(BadMessage) as caught:
        reply(GUIDE, message)
    assert str(caught.value) == f"message: got {got}, wanted an object of answers"


@pytest.mark.parametrize(
    ("picked", "got"),
    [("none", "str"), (1, "int"), (None, "NoneType"), (True, "bool"), ({"none": True}, "dict"), (0.5, "float")],
    ids=str,
)
def test_an_answer_that_is_no_list_is_refused(picked: object, got: str) -> None:
    """Each answer is a list of option ids; anything else is refused with the question's id."""
    with pytest.raises(BadMessage) as caught:
        ask({"red-flags": picked})
    assert str(caught.value) == f"red-flags: got {got}, wanted a list of option ids"


@pytest.mark.parametrize(
    ("answer", "got"),
    [
        ({"picked": ["none"]}, "dict"),
        ({"picked": ["none"], "shown": ["none"], "more": []}, "dict"),
        ({"picked": "none", "shown": ["none"]}, "str"),
        ({"picked": ["none"], "shown": None}, "NoneType"),
    ],
    ids=str,
)
def test_an_answer_to_a_part_of_a_list_has_two_lists(answer: object, got: str) -> None:
    """What was picked and what was shown are lists of option ids, and nothing stands beside them."""
    with pytest.raises(BadMessage) as caught:
        ask({"risks": answer})
    assert str(caught.value) == f"risks: got {got}, wanted a list of option ids"


def test_unknown_ids_among_what_was_shown_are_refused_by_name() -> None:
    """An option that is said to have been on screen must be one of the question's."""
    with pytest.raises(UnknownAnswer, match=r"^nurse: got 'maybe', wanted one of yes, no$"):
        ask({"nurse": {"picked": ["yes"], "shown": ["yes", "maybe"]}})


@pytest.mark.parametrize("inside", [1, None, True, ["yes"], {"yes": 1}, 0.5], ids=str)
def test_a_list_of_anything_but_texts_is_refused(inside: object) -> None:
    """A list with anything but strings is refused."""
    with pytest.raises(UnknownAnswer) as caught:
        ask({"nurse": [inside]})
    assert str(caught.value) == f"nurse: got {[inside]!r}, wanted a list of option ids from yes, no"


def test_unknown_ids_are_refused_by_name() -> None:
    """An unknown id is refused with the same message as in `assess`."""
    with pytest.raises(UnknownAnswer, match=r"^nurse: got 'maybe', wanted one of yes, no$"):
        ask({"nurse": ["maybe"]})
    with pytest.raises(UnknownAnswer, match=r"^answers: got question 'shoe-size', wanted one of red-flags, "):
        ask({"shoe-size": ["42"]})


@pytest.mark.parametrize("depth", [10, 100, 1_000, 5_000, 10_000, 100_000])
@pytest.mark.parametrize(
    ("before", "opening", "closing", "after"),
    [("", "[", "]", ""), ("", '{"a":', "}", ""), ('{"nurse":', "[", "]", "}"), ('{"nurse":[', '{"a":', "}", "]}")],
    ids=["lists", "objects", "lists in an answer", "objects in an answer"],
)
def test_deep_nesting_is_refused(before: str, opening: str, closing: str, after: str, depth: int) -> None:
    """A deeply nested message is refused like any other wrong one, without a RecursionError."""
    message = before + opening * depth + ("1" if opening != "[" else "") + closing * depth + after
    with pytest.raises((BadMessage, UnknownAnswer)):
        reply(GUIDE, message)


def test_refusals_are_value_errors() -> None:
    """Both kinds of refusal are a ValueError, so one handler catches them."""
    assert issubclass(BadMessage, ValueError)
    assert issubclass(UnknownAnswer, ValueError)
