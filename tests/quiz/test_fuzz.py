"""Fuzzing of the browser interface: any text gives a result or one of the two named refusals.

`make fuzz` tries a million texts; `make test` some thousands of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz import GUIDE, UnknownAnswer, assess
from quiz.browser import BadMessage, reply
from tests.support.walks import cases

INPUTS = int(os.environ.get("FUZZ", "6000"))
SPLIT = 20
"""Each text that Hypothesis generates is tried whole, then damaged in this many places, in three ways each."""

CASES = cases()
QUESTIONS = [question.id for question in GUIDE.questions]
OPTIONS = sorted({option.id for question in GUIDE.questions for option in question.options})
URGENCIES = ("expected", "soon", "today", "emergency")

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(QUESTIONS)
    | st.sampled_from(OPTIONS),
    lambda inside: st.lists(inside, max_size=6) | st.dictionaries(st.text(max_size=6), inside, max_size=4),
    max_leaves=20,
)
answers = st.dictionaries(st.sampled_from(QUESTIONS), st.lists(st.sampled_from(OPTIONS), max_size=5), max_size=12)
nearly = st.dictionaries(
    st.sampled_from(QUESTIONS) | st.text(max_size=6),
    st.lists(st.sampled_from(OPTIONS) | anything, max_size=300) | anything,
    max_size=8,
)
written = st.sampled_from(URGENCIES).flatmap(
    lambda urgency: st.sampled_from([case.answers for case in CASES if case.shown.value == urgency])
)
deep = st.builds(
    lambda opening, closing, depth, inside: opening * depth + inside + closing * depth,
    st.sampled_from(["[", '{"a":', '{"drip":[']),
    st.sampled_from(["", "]", "}", "]}"]),
    st.integers(1, 50_000),
    st.text(max_size=6),
)
texts = (
    written.map(json.dumps)
    | st.one_of(answers, nearly, anything).map(json.dumps)
    | st.text()
    | st.binary().map(lambda data: data.decode("latin-1"))
    | deep
)


def damaged(text: str) -> Iterator[str]:
    """Yield the text, then copies with one character lost, doubled or changed."""
    yield text
    for at in range(0, len(text), max(1, len(text) // SPLIT)):
        yield text[:at] + text[at + 1 :]
        yield text[:at] + text[at] + text[at:]
        yield text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]


def judge(text: str) -> str:
    """Return the urgency or the name of the refusal for a text; fails for anything else."""
    try:
        said: dict[str, Any] = json.loads(reply(GUIDE, text))
    except (BadMessage, UnknownAnswer) as refusal:
        return type(refusal).__name__
    assert said["urgency"] in URGENCIES
    if said["urgency"] == "expected":
        result = assess(json.loads(text))
        assert (result.urgency.value, result.unanswered, result.unsure, result.unknown) == ("expected", (), (), ())
    return str(said["urgency"])


def test_any_text_gives_a_result_or_a_named_refusal() -> None:
    """No text gives another error, and none gives `expected` where something is unanswered, not sure or uncovered."""
    tried = dict.fromkeys((*URGENCIES, "BadMessage", "UnknownAnswer"), 0)

    @settings(
        max_examples=1 + INPUTS // (3 * SPLIT - 3),  # short texts have fewer places
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(texts)
    def try_it(text: str) -> None:
        for one in damaged(text):
            tried[judge(one)] += 1

    # What else is drawn depends on the modules that the run has loaded.
    for urgency in URGENCIES:
        text = next(json.dumps(case.answers) for case in CASES if case.shown.value == urgency)
        try_it = example(text)(try_it)
    try_it()
    print(f"{sum(tried.values()):,} texts: {', '.join(f'{count:,} {name}' for name, count in tried.items())}")
    assert min(tried.values()) > 0, "each way out was taken"
