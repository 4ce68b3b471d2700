"""Conditions in plain English, so that a clinician can read and question a rule without reading Python.

The words come from the guide alone: what an answer is named, and what a shared condition is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from quiz.conditions import ALWAYS, AllOf, AnyOf, AtLeast, Condition, Picked, TwoClusters, named
from quiz.model import Guide

__all__ = ["Term", "glossary", "in_words", "terms"]

TIME_WORDS = frozenset({"about", "after", "before", "between", "during", "from", "in", "on", "while", "within"})
"""The first words of a time phrase, which needs no "and" before it."""

MAX_RULES = 9
"""A named condition made of more rules than this is counted, not listed: nobody reads sixty in a row."""


class Term(NamedTuple):
    """A named condition with its definition in words."""

    name: str
    definition: str


def in_words(guide: Guide, condition: Condition) -> str:
    """Return a condition as part of an English sentence; what always holds is "always"."""
    writer = _writer(guide)
    return writer.cached(writer.whole, condition)


def glossary(guide: Guide) -> list[Term]:
    """Return each named condition that rules, questions, notes and self-care use, in the order a reader meets them."""
    advice = [*(note.when for note in guide.notes), *(care.when for care in guide.care)]
    return terms(guide, [*(rule.when for rule in guide.rules), *(one.ask_if for one in guide.questions), *advice])


def terms(guide: Guide, conditions: Iterable[Condition]) -> list[Term]:
    """Return each named condition that these contain; raises `ValueError` when two have the same name."""
    found: dict[str, Condition] = {}
    for condition in conditions:
        for part in _named_parts(condition):
            if found.setdefault(part.name, part) != part:
                raise ValueError(
                    f"named({part.name!r}): got two conditions of this name, wanted one. Rename one of them."
                )
    writer = _writer(guide)
    return [Term(name, writer.cached(writer.definition, part)) for name, part in found.items()]


@lru_cache(maxsize=1)
def _writer(guide: Guide) -> _Writer:
    """Return the writer of a guide: a build writes each rule on a page, in the data and for its signature."""
    return _Writer(guide)


def _named_parts(condition: Condition) -> Iterator[Condition]:
    """Yield the parts that have a name, each before those that it is made of."""
    if condition.name:
        yield condition
    if isinstance(condition, AtLeast):
        for part in condition.parts:
            yield from _named_parts(part)


class _Writer:
    """Writes conditions. A list of alternatives ends a sentence, or stands in brackets where more follows."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        # By identity, for equal conditions can have different names; each is kept, so that no other gets its id.
        self.cache: dict[tuple[str, int], tuple[Condition, str]] = {}

    def cached(self, write: Callable[[Condition], str], condition: Condition) -> str:
        """Return the words that one of the methods gives for a condition, worked out once."""
        key = (write.__name__, id(condition))
        if key not in self.cache:
            self.cache[key] = condition, write(condition)
        return self.cache[key][1]

    @cached_property
    def rules(self) -> set[Condition]:
        """The conditions of all rules."""
        return {rule.when for rule in self.guide.rules}

    def whole(self, condition: Condition) -> str:
        """Return the words for a condition that stands by itself."""
        if condition == ALWAYS:
            return "always"
        if len(parts := _conjuncts(condition)) > 1:
            return self.conjunction(parts)
        texts, is_plain = self.alternatives(parts[0])
        return f"{', '.join(texts[:-1])} or {texts[-1]}" if is_plain and len(texts) > 1 else self.last(parts[0])

    def definition(self, condition: Condition) -> str:
        """Return the words for what a named condition is made of."""
        match condition:
            case TwoClusters(counted):
                sizes = (len({one[place] for one in counted}) for place in (1, 2))
                return ", and ".join(f"the conditions of rules from at least 2 of {size} groups" for size in sizes)
            case AtLeast(count=count, parts=parts) if len(parts) > MAX_RULES and self.rules.issuperset(parts):
                return f"the condition of at least {count} of {len(parts)} rules on this page"
        return self.whole(named("", condition))

    def conjunction(self, parts: list[Condition]) -> str:
        """Return the words for conditions that must all hold, a list of alternatives last."""
        last = next((part for part in reversed(parts) if self.is_bracketed(part)), None)
        texts = [self.inner(part) for part in parts if part is not last]
        sentence = texts[0] if texts else ""
        for place, text in enumerate(texts[1:], start=1):
            sentence += (", " if _is_time(text) or all(map(_is_time, texts[:place])) else ", and ") + text
        if last is None:
            return sentence
        return f"{sentence}, {'' if all(map(_is_time, texts)) else 'and '}{self.last(last)}"

    def inner_conjunction(self, parts: list[Condition]) -> str:
        """Return the words for conditions that must all hold, as one item of a list."""
        texts = [self.inner(part) for part in parts]
        findings = " together with ".join(text for text in texts if not _is_time(text))
        return " ".join(filter(None, [findings, *filter(_is_time, texts)]))

    def is_bracketed(self, condition: Condition) -> bool:
        """Say whether the condition is a list in brackets when it stands inside another."""
        return self.inner(condition).endswith("]")

    def last(self, condition: Condition) -> str:
        """Return the words for a condition that ends its sentence."""
        texts, _ = self.alternatives(condition)
        return texts[0] if len(texts) == 1 else f"{_quantifier(condition, texts)} these: {'; '.join(texts)}"

    def inner(self, condition: Condition) -> str:
        """Return the words for a condition that stands inside another."""
        if len(parts := _conjuncts(condition)) > 1:
            return self.inner_conjunction(parts)
        texts, is_plain = self.alternatives(condition)
        if is_plain and len(texts) <= 2:  # noqa: PLR2004 - "either" is for two
            return " or ".join(["either " + texts[0], *texts[1:]]) if len(texts) > 1 else texts[0]
        return texts[0] if len(texts) == 1 else f"{_quantifier(condition, texts)} [{'; '.join(texts)}]"

    def alternatives(self, condition: Condition) -> tuple[list[str], bool]:
        """Return the items of a condition, and whether "or" between them can be read in one way only."""
        if isinstance(condition, AtLeast) and not isinstance(condition, AnyOf) and not condition.name:
            return [self.inner(part) for part in condition.parts], False
        found: dict[object, Condition] = {}
        for part in _disjuncts(condition):
            # Two answers to one question stand side by side, and of two steps of a scale only the milder one.
            key = part.question if isinstance(part, Picked) and not part.name else part
            found[key] = _merged(found[key], part) if key in found else part
        texts = [text for part in found.values() for text in self.items(part)]
        is_flat = all(isinstance(part, Picked) or part.name for part in found.values())
        return texts, is_flat and all(map(_is_plain, texts))

    def items(self, condition: Condition) -> list[str]:
        """Return the words for one alternative: each answer that it names."""
        if condition.name:
            return [condition.name]
        if not isinstance(condition, Picked):
            return [self.inner(condition)]
        question = self.guide.by_id[condition.question]
        names = {option.id: option.named or option.text for option in question.options}
        if condition.threshold is None:
            return [names[option] for option in condition.options]
        step = names[condition.threshold]
        if len(condition.options) == 1:
            return [step]
        return [f"{step} or worse" if _is_plain(step) else f"{step}, or worse"]


def _conjuncts(condition: Condition) -> list[Condition]:
    """Return the conditions that must all hold, those of nested `AllOf` included; any other condition as it is."""
    if isinstance(condition, AllOf) and not condition.name and condition.parts:
        return [conjunct for part in condition.parts for conjunct in _conjuncts(part)]
    return [condition]


def _disjuncts(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions of which one must hold, those of nested `AnyOf` included; any other condition as it is."""
    if isinstance(condition, AnyOf) and not condition.name:
        for part in condition.parts:
            yield from _disjuncts(part)
    else:
        yield condition


def _merged(one: Condition, other: Condition) -> Condition:
    """Return one condition for two alternatives that are equal or about one question."""
    if not isinstance(one, Picked) or not isinstance(other, Picked) or one.name:
        return one
    if one.threshold is not None:
        return max(one, other, key=lambda picked: len(picked.options))
    return Picked(one.question, tuple(dict.fromkeys((*one.options, *other.options))))


def _quantifier(condition: Condition, texts: list[str]) -> str:
    """Return how many items of a list must hold, in words."""
    if isinstance(condition, AtLeast) and condition.count > 1:
        return f"at least {condition.count} of"
    return "either of" if len(texts) == 2 else "any of"  # noqa: PLR2004 - "either" is for two


def _is_plain(text: str) -> bool:
    """Say whether the text has no "or" and no comma of its own, brackets aside."""
    return not re.search(", | or ", re.sub(r"\([^)]*\)", "", text))


def _is_time(text: str) -> bool:
    """Say whether the text is a time phrase, such as "in the first 3 days"."""
    first, _, rest = text.partition(" ")
    return first in TIME_WORDS or (first == "either" and all(map(_is_time, rest.split(" or "))))
