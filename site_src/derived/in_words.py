"""Conditions as English, so that a clinician can read and question a rule without reading Python.

The words come from the guide alone: what an answer is named, and what a shared condition is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from quiz.conditions import ALWAYS, AllOf, AnyOf, AtLeast, Condition, Picked, TwoClusters, called
from quiz.model import Guide

__all__ = ["Term", "glossary", "in_words", "terms"]

WHEN = frozenset({"about", "after", "before", "between", "during", "from", "in", "on", "while", "within"})
"""The first words of what says when; it needs no "and" before it."""

MOST_RULES = 9
"""A shared condition made of more rules than this is counted, not spelled out: nobody reads sixty in a row."""


class Term(NamedTuple):
    """A shared condition: what it is called in the rules, and what that stands for."""

    words: str
    spelled: str


def in_words(guide: Guide, condition: Condition) -> str:
    """Return a condition as part of an English sentence; what always holds is "always"."""
    writer = _writer(guide)
    return writer.once(writer.say, condition)


def glossary(guide: Guide) -> list[Term]:
    """Return each shared condition that rules, questions and notes name, in the order a reader meets them."""
    rules, questions, notes = guide.rules, guide.questions, guide.notes
    return terms(guide, [*(r.when for r in rules), *(q.ask_if for q in questions), *(n.when for n in notes)])


def terms(guide: Guide, conditions: Iterable[Condition]) -> list[Term]:
    """Return each shared condition that these are made of; raises `ValueError` when two are called the same."""
    found: dict[str, Condition] = {}
    for condition in conditions:
        for words, part in _called(condition):
            if found.setdefault(words, part) != part:
                raise ValueError(f"called({words!r}): got two conditions of this name, wanted one. Rename one of them.")
    writer = _writer(guide)
    return [Term(words, writer.once(writer.spell_out, part)) for words, part in found.items()]


@lru_cache(maxsize=1)
def _writer(guide: Guide) -> _Writer:
    """Return the writer of a guide: a build says each rule on a page, in the data and for its signature."""
    return _Writer(guide)


def _called(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Yield the parts that have words of their own, each before those that it is made of."""
    if condition.words:
        yield condition.words, condition
    if isinstance(condition, AtLeast):
        for part in condition.parts:
            yield from _called(part)


class _Writer:
    """Says conditions. A list of alternatives ends a sentence, or stands in brackets where more follows."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        # By identity, for equal conditions can have words of their own; each is kept, so that no other gets its id.
        self.given: dict[tuple[str, int], tuple[Condition, str]] = {}

    def once(self, words: Callable[[Condition], str], condition: Condition) -> str:
        """Return the words for a condition, looked for the first time only."""
        key = (words.__name__, id(condition))
        if key not in self.given:
            self.given[key] = condition, words(condition)
        return self.given[key][1]

    @cached_property
    def rules(self) -> set[Condition]:
        """The conditions of all rules."""
        return {rule.when for rule in self.guide.rules}

    def say(self, condition: Condition) -> str:
        """Return the words for a whole condition."""
        if condition == ALWAYS:
            return "always"
        if len(parts := _all_parts(condition)) > 1:
            return self.all_of(parts)
        texts, simple = self.listed(parts[0])
        return f"{', '.join(texts[:-1])} or {texts[-1]}" if simple and len(texts) > 1 else self.open_list(parts[0])

    def spell_out(self, condition: Condition) -> str:
        """Return the words for what a shared condition is made of."""
        match condition:
            case TwoClusters(counted):
                sizes = (len({one[place] for one in counted}) for place in (1, 2))
                return ", and ".join(f"the conditions of rules from at least 2 of {size} groups" for size in sizes)
            case AtLeast(count=count, parts=parts) if len(parts) > MOST_RULES and self.rules.issuperset(parts):
                return f"the condition of at least {count} of {len(parts)} rules on this page"
        return self.say(called("", condition))

    def all_of(self, parts: list[Condition]) -> str:
        """Return the words for conditions that must all hold, a list of alternatives last."""
        last = next((part for part in reversed(parts) if self.is_list(part)), None)
        short = [self.nested(part) for part in parts if part is not last]
        text = short[0] if short else ""
        for place, more in enumerate(short[1:], start=1):
            text += (", " if _says_when(more) or all(map(_says_when, short[:place])) else ", and ") + more
        if last is None:
            return text
        return f"{text}, {'' if all(map(_says_when, short)) else 'and '}{self.open_list(last)}"

    def together(self, parts: list[Condition]) -> str:
        """Return the words for conditions that must all hold, as one item of a list."""
        texts = [self.nested(part) for part in parts]
        what = " together with ".join(text for text in texts if not _says_when(text))
        return " ".join(filter(None, [what, *filter(_says_when, texts)]))

    def is_list(self, condition: Condition) -> bool:
        """Say whether the condition is said as a list in brackets."""
        return self.nested(condition).endswith("]")

    def open_list(self, condition: Condition) -> str:
        """Return the words for a condition after which nothing follows."""
        texts, _ = self.listed(condition)
        return texts[0] if len(texts) == 1 else f"{_label(condition, texts)} these: {'; '.join(texts)}"

    def nested(self, condition: Condition) -> str:
        """Return the words for a condition that stands inside another."""
        if len(parts := _all_parts(condition)) > 1:
            return self.together(parts)
        texts, simple = self.listed(condition)
        if simple and len(texts) <= 2:  # noqa: PLR2004 - "either" speaks of two
            return " or ".join(["either " + texts[0], *texts[1:]]) if len(texts) > 1 else texts[0]
        return texts[0] if len(texts) == 1 else f"{_label(condition, texts)} [{'; '.join(texts)}]"

    def listed(self, condition: Condition) -> tuple[list[str], bool]:
        """Return the items of a condition, and whether "or" between them can be read in one way only."""
        if isinstance(condition, AtLeast) and not isinstance(condition, AnyOf) and not condition.words:
            return [self.nested(part) for part in condition.parts], False
        found: dict[object, Condition] = {}
        for part in _alternatives(condition):
            # Two answers to one question are said side by side, and of two steps of a scale only the milder one.
            key = part.question if isinstance(part, Picked) and not part.words else part
            found[key] = _merged(found[key], part) if key in found else part
        texts = [text for part in found.values() for text in self.items(part)]
        whole = all(isinstance(part, Picked) or part.words for part in found.values())
        return texts, whole and all(map(_is_plain, texts))

    def items(self, condition: Condition) -> list[str]:
        """Return the words for one alternative: each answer that it names."""
        if condition.words:
            return [condition.words]
        if not isinstance(condition, Picked):
            return [self.nested(condition)]
        question = self.guide.by_id[condition.question]
        named = {option.id: option.named or option.text for option in question.options}
        if condition.threshold is None:
            return [named[option] for option in condition.options]
        step = named[condition.threshold]
        if len(condition.options) == 1:
            return [step]
        return [f"{step} or worse" if _is_plain(step) else f"{step}, or worse"]


def _all_parts(condition: Condition) -> list[Condition]:
    """Return what must all hold, without brackets that change nothing; the condition itself if it is no such list."""
    if isinstance(condition, AllOf) and not condition.words and condition.parts:
        return [one for part in condition.parts for one in _all_parts(part)]
    return [condition]


def _alternatives(condition: Condition) -> Iterator[Condition]:
    """Yield what one of must hold, brackets that change nothing taken away."""
    if isinstance(condition, AnyOf) and not condition.words:
        for part in condition.parts:
            yield from _alternatives(part)
    else:
        yield condition


def _merged(one: Condition, other: Condition) -> Condition:
    """Return one condition for two alternatives that are alike or look at one question."""
    if not isinstance(one, Picked) or not isinstance(other, Picked) or one.words:
        return one
    if one.threshold is not None:
        return max(one, other, key=lambda picked: len(picked.options))
    return Picked(one.question, tuple(dict.fromkeys((*one.options, *other.options))))


def _label(condition: Condition, texts: list[str]) -> str:
    """Return how many of a list must hold."""
    if isinstance(condition, AtLeast) and condition.count > 1:
        return f"at least {condition.count} of"
    return "either of" if len(texts) == 2 else "any of"  # noqa: PLR2004 - "either" speaks of two


def _is_plain(text: str) -> bool:
    """Say whether the text has no "or" and no comma of its own, brackets aside."""
    return not re.search(", | or ", re.sub(r"\([^)]*\)", "", text))


def _says_when(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return first in WHEN or (first == "either" and all(map(_says_when, rest.split(" or "))))
