"""Conditions in words: the English text of a rule names everything in its condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import replace

import pytest

from quiz import GUIDE, Urgency
from quiz.conditions import ALWAYS, AtLeast, Condition, Picked, at_least, named
from quiz.ivig.periods import running
from quiz.ivig.questions.drip import drip
from quiz.ivig.questions.flu_like import temperature
from quiz.ivig.questions.head import dizziness, head_signs, headache
from quiz.ivig.questions.risks import risks
from quiz.ivig.questions.spells import spell
from quiz.ivig.questions.time import in_window
from quiz.ivig.risk_groups import over_65
from quiz.model import Guide, Rule
from site_src.derived.in_words import glossary, in_words

TERMS = glossary(GUIDE)
DEFINITIONS = {term.name: term.definition for term in TERMS}
CONDITIONS = {
    **{f"rule {rule.id}": rule.when for rule in GUIDE.rules},
    **{f"question {question.id}": question.ask_if for question in GUIDE.questions},
    **{f"note {note.id}": note.when for note in GUIDE.notes},
    **{f"care {care.id}": care.when for care in GUIDE.care},
}

severe, fever = headache.at_least("severe"), temperature.at_least("38")
stiff, drowsy, blurred = (head_signs.is_(name) for name in ("stiff-neck", "drowsy", "blurred"))
faint, fit = spell.is_("faint"), spell.is_("fit")
SEVERE = "a very bad headache (7 or 8 out of 10) or worse"
FEVER = "a fever of at least 38 °C (100.4 °F) or worse"
FAINT, FIT = "a faint on standing up", "a usual fit that is over"

SHAPES: dict[str, tuple[Condition, str]] = {
    "everyone": (ALWAYS, "always"),
    "an option": (stiff, "a stiff neck"),
    "options": (head_signs.is_("stiff-neck", "drowsy", "blurred"), "a stiff neck, drowsiness while talking or new blurred sight"),
    "a step": (severe, SEVERE),
    "the last step": (headache.at_least("worst"), "the worst headache ever or one that got very bad within a minute (thunderclap)"),
    "a step with an or": (
        dizziness.at_least("keeps"),
        "dizziness that keeps coming back, led to a fall, makes drinking hard or spins the room (vertigo), or worse",
    ),
    "and": (severe & stiff & faint, f"{SEVERE}, and a stiff neck, and {FAINT}"),
    "or": (stiff | faint, f"a stiff neck or {FAINT}"),
    "or of answers that have an or": (severe | fever, f"either of these: {SEVERE}; {FEVER}"),
    "or inside and": (severe & (stiff | fever), f"{SEVERE}, and either of these: a stiff neck; {FEVER}"),
    "short or inside and": ((stiff | faint) & severe, f"either a stiff neck or {FAINT}, and {SEVERE}"),
    "two ors inside and": (
        (stiff | drowsy | blurred) & (faint | fit | severe),
        f"any of [a stiff neck; drowsiness while talking; new blurred sight], and any of these: {FAINT}; {FIT}; {SEVERE}",
    ),
    "and inside or": ((severe & stiff) | fit, f"either of these: {SEVERE} together with a stiff neck; {FIT}"),
    "or inside and inside or": (
        (severe & (stiff | drowsy | fever)) | fit,
        f"either of these: {SEVERE} together with any of [a stiff neck; drowsiness while talking; {FEVER}]; {FIT}",
    ),
    "some of several": (at_least(2, severe, stiff, faint), f"at least 2 of these: {SEVERE}; a stiff neck; {FAINT}"),
    "some of several inside or": (
        at_least(2, severe, stiff, faint) | fit,
        f"either of these: at least 2 of [{SEVERE}; a stiff neck; {FAINT}]; {FIT}",
    ),
    "some of several, written as any": (AtLeast(1, (severe, stiff)), f"either of these: {SEVERE}; a stiff neck"),
    "one that is a list of one": (at_least(1, stiff), "a stiff neck"),
    "the same question twice": (stiff | faint | head_signs.is_("stiff-neck", "drowsy"), f"a stiff neck, drowsiness while talking or {FAINT}"),
    "two steps of one scale": (headache.at_least("worst") | severe, SEVERE),
    "a name": (named("bad signs", severe | stiff), "bad signs"),
    "a name inside": (named("bad signs", severe | stiff) & faint, f"bad signs, and {FAINT}"),
    "when, last": (severe & in_window, f"{SEVERE}, in the first 3 days"),
    "when, first": (running & severe, f"while the drip is running, {SEVERE}"),
    "when, in a list": ((running & severe) | fit, f"either of these: {SEVERE} while the drip is running; {FIT}"),
    "a drip": (drip.is_("1-2-days"), "a drip that ended 1 to 2 and a half days ago"),
    "a risk": (over_65 | risks.is_("line"), "either of these: age over 65; a central line or port"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shape_reads_as_a_sentence_part(name: str) -> None:
    """Each combination of conditions has its own unambiguous English."""
    condition, words = SHAPES[name]
    assert words == in_words(GUIDE, condition)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("headache-severe", SEVERE),
        ("drowsy-with-fever", f"drowsiness while talking, and {FEVER}"),
        ("pregnancy", "pregnancy or a baby in the last 6 weeks, and a possible sign of pre-eclampsia"),
        ("headache-mild", "a mild headache (1 to 3 out of 10) or worse, in the first 3 days"),
        (
            "worse-soon",
            "either a slow change for the worse over weeks or a change for the worse since yesterday, and any problem that needs a call within 3 days",
        ),
    ],
)
def test_real_rule_reads_as_a_sentence_part(rule: str, words: str) -> None:
    """Rules of the guide read as a clinician would expect."""
    assert words == in_words(GUIDE, next(other.when for other in GUIDE.rules if other.id == rule))


def test_words_are_clean() -> None:
    """The words of rules, questions and notes contain no id, gap or unfinished list."""
    ids = {option.id for question in GUIDE.questions for option in question.options if "-" in option.id} - KNOWN
    for name, condition in CONDITIONS.items():
        words = in_words(GUIDE, condition)
        assert words == " ".join(words.split()), name
        assert not re.search(r"None|\bor or\b|\band and\b|,,|;;|or worse or worse|or more or worse|\[\]", words), name
        assert words.count("[") == words.count("]"), name
        assert ids.isdisjoint(re.findall(r"[\w-]+", words)), name


KNOWN = {"flu-like"}
"""Ids of options that are also English words with a hyphen."""


def missing(condition: Condition, words: str) -> Iterator[str]:
    """Yield each named part or answer of a condition that is not in its words."""
    if condition.name:
        if condition.name not in words:
            yield condition.name
    elif isinstance(condition, Picked):
        options = {option.id: option.named for option in GUIDE.by_id[condition.question].options}
        names = [condition.threshold] if condition.threshold else condition.options
        yield from (options[name] for name in names if options[name] not in words)
    elif isinstance(condition, AtLeast):
        for part in condition.parts:
            yield from missing(part, words)


def test_every_part_is_in_the_words() -> None:
    """Every answer of a condition is in its words, or in the words for a named part."""
    lost = {name: list(missing(condition, in_words(GUIDE, condition))) for name, condition in CONDITIONS.items()}
    assert {} == {name: words for name, words in lost.items() if words}


def named_parts(condition: Condition) -> Iterator[Condition]:
    """Yield the parts of a condition that have a name."""
    if condition.name:
        yield condition
    for part in condition.parts if isinstance(condition, AtLeast) else ():
        yield from named_parts(part)


def test_every_name_is_defined() -> None:
    """Each named condition is in the glossary, defined with every answer or name in it."""
    parts = {part.name: part for condition in CONDITIONS.values() for part in named_parts(condition)}
    assert set(parts) == set(DEFINITIONS)
    for name, part in parts.items():
        definition = DEFINITIONS[name]
        if not re.search(r"\brules\b", definition):
            assert [] == list(missing(named("", part), definition)), name


def test_names_that_count_rules_say_how_many() -> None:
    """The definition of a count of rules gives their number, not the dozens of conditions themselves."""
    today = DEFINITIONS["any problem that needs a call today"]
    assert re.fullmatch(r"the condition of at least 1 of \d+ rules on this page", today)
    two = DEFINITIONS["2 problems of different kinds where each needs a call today"]
    assert re.fullmatch(r"the conditions of rules from at least 2 of \d\d groups, and (?:\w+ )+2 of \d\d groups", two)


@pytest.mark.parametrize("urgency", Urgency)
def test_no_two_rules_of_one_urgency_read_alike(urgency: Urgency) -> None:
    """Two rules with the same words and the same advice would be one rule."""
    words = [in_words(GUIDE, rule.when) for rule in GUIDE.rules if rule.urgency is urgency]
    assert len(words) == len(set(words))


def test_every_option_that_a_condition_names_has_its_phrase() -> None:
    """Each option in a condition has a phrase that fits into a sentence."""
    looked_at = {
        (leaf.question, option)
        for condition in CONDITIONS.values()
        for leaf in condition.leaves()
        for option in leaf.options
    }
    named = {(question.id, option.id): option.named for question in GUIDE.questions for option in question.options}
    assert [] == [pair for pair in sorted(looked_at) if not named[pair]]


def test_phrases_fit_in_a_sentence() -> None:
    """A phrase begins in lower case, ends without a full stop, and no two answers of a question share one."""
    for question in GUIDE.questions:
        phrases = [option.named for option in question.options if option.named]
        assert len(phrases) == len(set(phrases))
        assert [] == [words for words in phrases if not re.fullmatch(r"[a-z0-9].*[\w)]", words)]


def test_a_name_changes_no_condition() -> None:
    """A condition that is given a name equals the one without."""
    assert named("bad signs", severe | stiff) == severe | stiff
    assert hash(named("bad signs", stiff)) == hash(stiff)


def test_two_conditions_of_one_name_are_refused() -> None:
    """The glossary refuses a name that stands for two conditions."""
    rules = tuple(
        Rule(
            id=f"r{place}",
            when=named("bad signs", when),
            urgency=Urgency.TODAY,
            call="night",
            because="It is.",
            hazards=(),
            sources=(),
        )
        for place, when in enumerate((stiff, severe))
    )
    asked = tuple(replace(question, ask_if=ALWAYS) for question in GUIDE.questions)
    guide = Guide(version="1", dated="2026-11-23", questions=asked, rules=rules, notes=(), hazards=())
    with pytest.raises(ValueError, match=r"bad signs.*Rename one of them"):
        glossary(guide)
