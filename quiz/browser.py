"""The interface for JavaScript: JSON in, JSON out."""

import json

from quiz.engine import assess
from quiz.model import Guide

__all__ = ["BadMessage", "exchange", "reply", "warm_up"]

MAX_BRACKETS = 1000


class BadMessage(ValueError):
    """A message from the page is not an object of answers."""


def exchange(guide: Guide, path: str) -> None:
    """Replace the message in a file with the reply to it; raises what `reply` raises."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is a dozen modules more to download
        answer = reply(guide, file.read())
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(answer)


def warm_up(guide: Guide) -> None:
    """Assess every answer once, and none, so that caches are filled and the first real reply is quick."""
    reply(guide, json.dumps({question.id: question.steps for question in guide.questions}))
    reply(guide, "{}")


def reply(guide: Guide, message: str) -> str:
    """Return the result for the answers in a message, as JSON that holds ids only.

    In: `{"<question id>": ["<option id>", ...], ...}`; where not all options of a question were on screen,
    `{"picked": [...], "shown": [...]}` in place of its list. Out: `urgency`, `call`, `reasons` (rule ids),
    `unanswered` and `unsure` (question ids), `unknown` and `rests_on` (pairs of question and option id), `next`:
    what is still worth asking, as pairs of a question id and the ids of the options that are worth showing.
    Raises `BadMessage` for anything that is not such an object, `UnknownAnswer` for ids it does not know.
    """
    # Real messages have few. Thousands of nested ones would take more stack than a browser has.
    if message.count("[") + message.count("{") > MAX_BRACKETS:
        raise BadMessage(f"message: got more than {MAX_BRACKETS} brackets, wanted an object of answers")
    try:
        answers = json.loads(message)
    except ValueError as error:
        raise BadMessage(f"message: got text that is not JSON ({error}), wanted an object of answers") from error
    if not isinstance(answers, dict):
        raise BadMessage(f"message: got {type(answers).__name__}, wanted an object of answers")
    given, shown = {}, {}
    for name, answer in answers.items():
        in_part = isinstance(answer, dict) and answer.keys() == {"picked", "shown"}
        lists = answer if in_part else {"picked": answer}
        for ids in lists.values():
            if not isinstance(ids, list):
                raise BadMessage(f"{name}: got {type(ids).__name__}, wanted a list of option ids")
        given[name] = lists["picked"]
        if in_part:
            shown[name] = lists["shown"]
    result = assess(guide, given, shown)
    return json.dumps(
        {
            "urgency": result.urgency.value,
            "call": result.call,
            "reasons": [rule.id for rule in result.reasons],
            "unanswered": result.unanswered,
            "unsure": result.unsure,
            "unknown": result.unknown,
            "rests_on": result.rests_on,
            "next": [(ask.question.id, [option.id for option in ask.options]) for ask in result.asks],
        }
    )
