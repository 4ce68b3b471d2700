"""The symptom table: a row for each symptom, each sentence from a rule, at the urgency under which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz import GUIDE, Urgency
from site_src.pages import search_words
from site_src.pages.translation import ENGLISH
from tests.browser.test_quiz import HEADINGS

MOST_ROWS = 32
SYMPTOMS = [option for option in GUIDE.question("symptoms").options if option.reports]
RULES = {rule.id: rule for rule in GUIDE.rules}


class _Said(NamedTuple):
    """One sentence of a row: its own address, its words, and the urgency it stands under, by colour and by name."""

    id: str
    text: str
    urgency: str
    title: str


class _Reader(HTMLParser):
    """Collects the rows of the table: their headings, sentences and words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.rows: dict[str, list[_Said]] = {}
        self.headings: dict[str, str] = {}
        self.words: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self._words: list[str] | None = None
        self._urgency = self._title = self._id = self._text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if "data-words" in values:
            self._words = values["data-words"].split()
        if tag in {"h3", "h4", "li"}:
            self._id, self._text = values.get("id", ""), ""
        if tag == "h4":
            self._urgency = values["class"].removeprefix("ladder ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self._words = None
        if self._words is None:
            return
        row = next(reversed(self.rows), "")
        if tag == "h3":
            self.rows[self._id], self.headings[self._id], self.words[self._id] = [], self._text, self._words
        if tag == "h4":
            self._title = self._text
        if tag == "li":
            self.rows[row].append(_Said(self._id, self._text, self._urgency, self._title))

    def handle_data(self, data: str) -> None:
        self._text += data


@pytest.fixture(scope="module")
def page(site: Path) -> _Reader:
    return _Reader((site / "guide" / "index.html").read_text(encoding="utf-8"))


def found(page: _Reader, typed: str) -> set[str]:
    """The rows in which each typed word begins some word."""
    return {
        name
        for name, words in page.words.items()
        if all(any(word.startswith(start) for word in words) for start in typed.lower().split())
    }


def levels(said: Iterable[_Said]) -> list[int]:
    return [Urgency(one.urgency).level for one in said]


def test_every_symptom_is_a_row_and_they_are_few(page: _Reader) -> None:
    """Each symptom that the quiz offers has one row, in the quiz's words and order, and no row is anything else."""
    assert [(option.id, option.text) for option in SYMPTOMS] == list(page.headings.items())
    assert len(page.rows) <= MOST_ROWS


def test_every_sentence_is_of_a_rule_at_its_urgency(page: _Reader) -> None:
    """A sentence is the reason of the rule it is named after, under the word and colour of that rule's urgency."""
    said = [(row, one) for row, sentences in page.rows.items() for one in sentences]
    for row, one in said:
        rule = RULES[one.id.removeprefix(f"{row}-")]
        assert (rule.because, rule.urgency.value, HEADINGS[rule.urgency.value]) == (one.text, one.urgency, one.title)
    print(f"{len(page.rows)} rows, {len(said)} sentences")


def test_a_sentence_names_its_sign(page: _Reader) -> None:
    """Beside no answer, a sentence has to say itself what it is about, not "this" or "signs like these"."""
    vague = re.compile(r"\b(like|of|with|cause|do) (this|these)\b|^This (can|may)\b")
    felt = {row: said for row, said in page.rows.items() if row not in {"next-drip", "tests", "drip-trouble"}}
    assert [] == [one.text for said in felt.values() for one in said if vague.search(one.text)]


def test_the_most_urgent_stands_first(page: _Reader) -> None:
    """No row is blank, and each goes down the ladder."""
    assert [] == [row for row, said in page.rows.items() if not said]
    assert [] == [row for row, said in page.rows.items() if any(one < two for one, two in pairwise(levels(said)))]


def test_every_warning_about_one_symptom_is_in_its_row(page: _Reader) -> None:
    """Each rule that one answer about one symptom can fire by itself stands in the row of that symptom."""
    for rule in GUIDE.rules:
        opened = {pair for leaf in rule.when.leaves() for pair in GUIDE.openers[leaf.question]}
        rows = {option for question, option in opened if question == "symptoms"}
        if len(rows) == 1 and len({leaf.question for leaf in rule.when.leaves()}) == 1:
            assert f"{rows.pop()}-{rule.id}" in page.ids


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("headache", "headache"),
        ("migraine", "headache"),
        ("vomit", "sick"),
        ("fever", "fever"),
        ("itch", "skin"),
        ("Photophobia", "eyes"),
        ("urine", "urine"),
        ("sore throat", "cold"),
        ("stomach", "tummy"),
        ("fatigue", "tired"),
        ("shivers", "fever"),
        ("shivering", "fever"),
        ("throwing up", "sick"),
        ("wee", "urine"),
        ("pins and needles", "nerve-pain"),
        ("cramp", "aches"),
        ("passed out", "spell"),
        ("cannot sleep", "everyday"),
    ],
)
def test_a_word_finds_its_row(page: _Reader, typed: str, row: str) -> None:
    """Words of a row, of its follow-up questions and of the harms behind it find it, and leave most others out."""
    assert row in found(page, typed)
    assert len(found(page, typed)) < len(page.rows) / 2


def test_what_a_row_shows_finds_it(page: _Reader) -> None:
    """Whoever types the name of a row, or a sentence that stands in it, sees that row."""
    for row, said in page.rows.items():
        for text in (page.headings[row], *(one.text for one in said)):
            assert row in found(page, "".join(sign if sign.isalnum() else " " for sign in text))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("red-flag: {fit: seizure}", "got question 'red-flag', wanted one of red-flags, who"),
        ("red-flags: {fits: seizure}", "red-flags: got answer 'fits', wanted one of breathless, chest-pain"),
        ("red-flags: {sight: [blind]}", r"red-flags, sight: got \['blind'\], wanted words with commas"),
    ],
)
def test_words_for_an_answer_that_is_not_there_are_refused(tmp_path: Path, text: str, complaint: str) -> None:
    """An answer that is renamed keeps the words that people type for it, or the build says so."""
    (tmp_path / search_words.FILE).write_text(text, encoding="utf-8")
    config = MkDocsConfig()
    config.docs_dir = str(tmp_path)
    with pytest.raises(PluginError, match=complaint):
        search_words.load(GUIDE, config, ENGLISH)


def test_words_for_a_section_that_is_not_there_are_refused(tmp_path: Path) -> None:
    """A section that moves keeps the words that people type for it, or the build says so."""
    index = tmp_path / "search_index.json"
    index.write_text('{"docs": [{"location": "a/#b", "title": "", "text": ""}]}', encoding="utf-8")
    with pytest.raises(PluginError, match=r"^search-words\.yml, places: got 'a/#c', wanted one of a/#b\. Fix its"):
        search_words.complete(index, (), (), {"a/#c": "phone number"}, ENGLISH)
