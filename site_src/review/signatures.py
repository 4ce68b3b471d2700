"""Signatures of clinicians under rules and pages; a signature lapses when what it covers changes.

The record is plain text, one signature a line: what was read, a hash of it, the day, the name and the role
of who read it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.conditions import AtLeast, Condition
from quiz.model import Guide, Option, Question, Rule, Urgency
from site_src.derived import in_words
from site_src.derived.warning_signs import asked_first, asked_later
from site_src.pages import pictures, prose
from site_src.settings import Settings

__all__ = ["RECORD", "Review", "Signature", "as_data", "load", "matching_options", "options_by_question"]

RECORD = "reviews.txt"
"""The name of the record, in the folder of the pages."""

RULES_SHOWN = ("check", "guide", "how-the-checker-decides")
"""The pages that show every rule; every other page shows the red flags."""

UNSIGNED = "Not yet reviewed by a clinician"


class Signature(NamedTuple):
    """One line of the record: who (name, role) read what (`rule/<id>` or `page/<name>`), and when (ISO date)."""

    what: str
    hash: str
    date: str
    name: str
    role: str


class Review:
    """The valid signatures of each rule and page: those whose hash is that of the present words.

    `hashes`: for each rule and page, in reading order, the hash of all that a reader sees of it.
    `lapsed`: signatures of what has changed since.
    """

    def __init__(self, guide: Guide, hashes: dict[str, str], signatures: Iterable[Signature] = ()) -> None:
        self.hashes = hashes
        signatures = list(signatures)
        self.current = [one for one in signatures if hashes[one.what] == one.hash]
        self.lapsed = [one for one in signatures if hashes[one.what] != one.hash]
        self.rules = [f"rule/{rule.id}" for rule in guide.rules]
        signs = {
            (question.id, sign.option.id)
            for sign in (*asked_first(guide), *asked_later(guide))
            for question in sign.questions
        }
        self.red_flags = [
            f"rule/{rule.id}"
            for rule in guide.rules
            if all((leaf.question, leaf.threshold or leaf.options[0]) in signs for leaf in rule.when.leaves())
        ]

    @cached_property
    def by_subject(self) -> dict[str, list[Signature]]:
        """The valid signatures of each rule and page."""
        found: dict[str, list[Signature]] = {what: [] for what in self.hashes}
        for one in self.current:
            found[one.what].append(one)
        return found

    @property
    def everything(self) -> list[str]:
        """Every rule and every page."""
        return list(self.hashes)

    @property
    def unsigned(self) -> list[str]:
        """Every rule and page that nobody has signed in its present words."""
        return [what for what in self.hashes if not self.signed(what)]

    def page(self, name: str) -> list[str]:
        """Return what a page shows: its own words, and the rules on it. A page without Markdown shows the red flags."""
        own = [f"page/{name}"] if f"page/{name}" in self.hashes else []
        return [*own, *(self.rules if name in RULES_SHOWN else self.red_flags)]

    def signed(self, what: str) -> list[Signature]:
        """Return the valid signatures of one rule or page."""
        return self.by_subject[what]

    def count(self, names: Iterable[str]) -> int:
        """Return how many of these rules and pages are signed."""
        return sum(bool(self.signed(name)) for name in names)

    def all_signed(self, names: Iterable[str]) -> bool:
        """Say whether every one of these rules and pages is signed."""
        return all(map(self.signed, names))

    def statement(self, names: Iterable[str]) -> str:
        """Return the review status of these rules and pages for readers: who reviewed them and when, or nobody."""
        names = list(names)
        if not self.all_signed(names):
            return UNSIGNED
        signatures = [one for name in names for one in self.signed(name)]
        people = list(dict.fromkeys(f"{one.name}, {one.role}" for one in signatures))
        return f"Reviewed by {'; '.join(people)}; {prose.day(min(one.date for one in signatures))}"


def load(guide: Guide, given: Settings, config: MkDocsConfig) -> Review:
    """Return the review of the guide and of the site's pages; raises `PluginError`."""
    advice = {urgency: prose.advice_text(urgency, config) for urgency in {rule.urgency.value for rule in guide.rules}}
    today = Urgency.TODAY.value
    if today in advice:
        advice[today] = "\n".join([advice[today], *given.calls])
    hashes = {
        **{f"rule/{rule.id}": _hash(_rule(guide, rule, given.ladder, advice)) for rule in guide.rules},
        **{f"page/{name}": _hash(_page(guide, name, config)) for name in _pages(config)},
    }
    return Review(guide, hashes, _read(Path(config.docs_dir, RECORD), hashes))


def _read(path: Path, hashes: dict[str, str]) -> list[Signature]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        place = f"{path.name}, line {number}"
        fields = [field.strip() for field in line.split("|")]
        if len(fields) != len(Signature._fields) or not all(fields):
            raise PluginError(
                f"{place}: got {line!r}, wanted 'what | hash | date | name | role'."
                " Copy the line from 'make review' and fill it in."
            )
        one = Signature(*fields)
        if one.what not in hashes:
            raise PluginError(
                f"{place}: got {one.what!r}, wanted rule/<id> or page/<name> of one that exists."
                " Fix the name, or delete the line with its rule."
            )
        if not re.fullmatch(r"[0-9a-f]{12}", one.hash):
            raise PluginError(f"{place}: got hash {one.hash!r}, wanted 12 of 0-9 and a-f. Copy it from 'make review'.")
        try:
            dt.date.fromisoformat(one.date)
        except ValueError as error:
            raise PluginError(f"{place}: got date {one.date!r}, wanted one like 2027-02-03. Fix the date.") from error
        found.append(one)
    return found


# All that a reader sees, as data: any change of it changes the hash.


def _hash(shown: object) -> str:
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()[:12]


def _rule(guide: Guide, rule: Rule, ladder: Mapping[str, str], advice: dict[str, str]) -> dict[str, Any]:
    """Return all that a reader sees of a rule; `ladder` is the name of each urgency, `advice` the text for it."""
    urgency = rule.urgency.value
    return {
        "when": in_words.in_words(guide, rule.when),
        "called": in_words.terms(guide, [rule.when]),
        # Words can count ("at least 2 of 40 rules") what the condition names.
        "condition": as_data(rule.when),
        "urgency": [urgency, ladder[urgency]],
        "call": rule.call,
        "because": rule.because,
        "ask": rule.ask,
        "softer": rule.softer,
        "asked": [_wording(guide.by_id[name], options) for name, options in options_by_question(rule).items()],
        "advice": advice[urgency],
        "sources": rule.sources,
    }


def as_data(condition: Condition) -> str:
    """Return the condition as the text that is signed, the same for `&`, `|` and `at_least` of equal meaning."""

    def plain(part: Condition) -> Condition:
        return AtLeast(part.count, tuple(map(plain, part.parts))) if isinstance(part, AtLeast) else part

    return repr(plain(condition))


def options_by_question(rule: Rule) -> dict[str, set[str]]:
    """Return the options that a rule names, by question id."""
    found: dict[str, set[str]] = {}
    for leaf in rule.when.leaves():
        found.setdefault(leaf.question, set()).update(leaf.options)
    return found


def matching_options(question: Question, options: set[str]) -> list[Option]:
    """Return these options of a question, with a "not sure" that stands for one of them."""
    return [option for option in question.options if options & {option.id, *option.stands_for}]


def _wording(question: Question, options: set[str]) -> list[object]:
    """Return the wording of a question and of these options of it."""
    return [
        question.text,
        question.theirs,
        question.hint,
        [(option.group, option.text) for option in matching_options(question, options)],
    ]


def _pages(config: MkDocsConfig) -> list[str]:
    return sorted(path.stem for path in Path(config.docs_dir).glob("*.md"))


def _page(guide: Guide, name: str, config: MkDocsConfig) -> list[object]:
    """Return the text, card and pictures of a page; for the quiz also its questions and advice that has no urgency."""
    folder = Path(config.docs_dir)
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    card = prose.advice_text("short-card", config)
    if name != "check":
        return [text, card, *pictures.drawn_for(text, folder)]
    return [
        text,
        card,
        [
            (*_wording(question, set(question.steps)), in_words.in_words(guide, question.ask_if))
            for question in guide.questions
        ],
        [(note.id, in_words.in_words(guide, note.when), note.instead, note.heading) for note in guide.notes],
        [(care.id, in_words.in_words(guide, care.when)) for care in guide.care],
        in_words.glossary(guide),
        [(name, prose.advice_text(name, config)) for name in prose.advice_besides(config)],
    ]
