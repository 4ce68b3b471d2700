"""The page that shows the rules to whoever wants to question them: all of them, in words, with what they rest on."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quiz import GUIDE, Urgency
from site_src.derived.in_words import glossary, in_words
from site_src.derived.pairs import answers_by_cluster, findings, pair_rows, singles_and_pairs
from tools.combinations import LETTERS, read

PAGE = "how-the-checker-decides/index.html"
SHOWN = dict(zip(Urgency, "CSTE", strict=True))
"""The letters of the page, where each says what to do."""


class _Reader(HTMLParser):
    """Collects the text of each row by its id, the rows of the table of pairs, and all text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.rows: dict[str, str] = {}
        self.cells: list[list[str]] = []
        self.classes: list[list[str]] = []
        self.headers: list[tuple[str, str]] = []
        self.words = ""
        self._row = ""
        self._pairs = self._cell = False
        self.feed(source)
        self.rows = {name: " ".join(words.split()) for name, words in self.rows.items()}
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "tr":
            self._row = values.get("id") or ""
            if self._pairs:
                self.cells.append([])
                self.classes.append([])
        if tag == "th":
            self.headers.append((values.get("scope") or "", values.get("class") or ""))
        self._pairs = self._pairs or "pairs" in (values.get("class") or "").split()
        self._cell = self._pairs and tag == "td"
        if self._cell:
            self.cells[-1].append("")
            self.classes[-1].append(values.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self._cell = self._cell and tag not in {"tr", "tbody", "table"}
        self._pairs = self._pairs and tag != "table"
        if tag in {"tr", "tbody"}:
            self._row = ""

    def handle_data(self, data: str) -> None:
        self.words += data
        if self._row:
            self.rows[self._row] = self.rows.get(self._row, "") + data
        if self._cell:
            self.cells[-1][-1] += data.strip()


@pytest.fixture(scope="module")
def source(site: Path) -> str:
    return (site / PAGE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(source: str) -> _Reader:
    return _Reader(source)


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def test_less_strict_rules_are_marked(page: _Reader) -> None:
    """Whoever signs sees which rules ask for less than they did, and what they asked for; no other rule is marked."""
    marked = {
        rule.id for rule in GUIDE.rules if f"▼ Less strict than before. {rule.softer}" in page.rows[f"rule-{rule.id}"]
    }
    assert marked == {rule.id for rule in GUIDE.rules if rule.softer}
    assert {"known-before", "known-after", "weakness-creeping", "outside-the-scope"} <= marked


def test_every_rule_has_a_row(page: _Reader) -> None:
    """Each rule stands under its own address with its words, its reason, what it rests on and its review state."""
    for rule in GUIDE.rules:
        row = page.rows[f"rule-{rule.id}"]
        assert sentence(in_words(GUIDE, rule.when)) in row
        assert rule.because in row
        assert (f"To ask: {rule.ask}" in row) == bool(rule.ask)
        assert all(source.title in row for source in rule.sources)
        assert "Not yet reviewed" in row
        assert row.endswith(rule.id)
    assert len([name for name in page.rows if name.startswith("rule-")]) == len(GUIDE.rules)
    print(f"{len(GUIDE.rules)} rules in words")


def test_every_rule_stands_under_its_urgency(source: str) -> None:
    """The line above a rule says how soon to get help, in the words and with the shape of every other page."""
    for rule in GUIDE.rules:
        above = source[: source.index(f'id="rule-{rule.id}"')]
        assert re.findall(r'class="ladder (\w+)"', above)[-1] == rule.urgency.value


def test_topics_hold_every_rule_once_in_order() -> None:
    """The headings take the rules apart and leave none out; each has a title of its own."""
    assert tuple(rule for topic in GUIDE.topics for rule in topic.rules) == GUIDE.rules
    titles = [topic.title for topic in GUIDE.topics]
    assert len(titles) == len(set(titles))
    assert [] == [topic.title for topic in GUIDE.topics if not re.fullmatch(r"[A-Z][^.:]*", topic.title)]
    assert [] == [topic.about for topic in GUIDE.topics if not re.fullmatch(r"[A-Z].*\.", topic.about)]


def test_every_question_is_listed(page: _Reader) -> None:
    """Each question stands with when it is asked, its answers, and what a "not sure" counts as."""
    for question in GUIDE.questions:
        row = page.rows[f"question-{question.id}"]
        assert question.text in row
        assert sentence(in_words(GUIDE, question.ask_if)) in row
        assert [] == [option.text for option in question.options if option.text not in row]
        assert row.count("(counts as: ") == sum(bool(option.stands_for) for option in question.options)


def test_every_word_is_explained(page: _Reader) -> None:
    """Each shared condition is in the list of words, and each kind of problem has its answers."""
    assert [] == [term.name for term in glossary(GUIDE) if f"{sentence(term.definition)}." not in page.words]
    clusters = answers_by_cluster(GUIDE).items()
    assert [] == [cluster for cluster, answers in clusters if sentence("; ".join(answers)) not in page.words]


def test_table_of_pairs_is_the_reviewed_one(page: _Reader) -> None:
    """Each letter of the table is that of the reviewed combination; what no person can report together is blank."""
    reviewed = read()
    things = findings(GUIDE)
    wanted = {frozenset(two): SHOWN[reviewed[two]] for two in singles_and_pairs(GUIDE)}
    assert [[wanted.get(frozenset((one, other)), "") for other in things] for one in things] == page.cells[1:]
    assert len(things) == len(page.cells) - 1
    print(f"{len(wanted)} combinations, {sum('sooner' in cell for row in page.classes for cell in row) // 2} sooner")


def test_pairs_with_a_raised_urgency_are_marked() -> None:
    """A pair is marked where it is more urgent than either alone, in both places; a single finding never is."""
    table = pair_rows(GUIDE)
    for place, row in enumerate(table):
        for other, cell in enumerate(row.cells):
            if cell is not None:
                alone, beside = row.cells[place], table[other].cells[other]
                assert alone is not None
                assert beside is not None
                assert cell.is_raised == (cell.urgency > max(alone.urgency, beside.urgency))
                assert cell == table[other].cells[place]


def test_letters_of_both_tables_mean_the_same() -> None:
    """The page and the reviewed file name the same four urgencies, each by letters of its own."""
    assert set(LETTERS.values()) == set(SHOWN)


def test_headers_say_what_they_head(page: _Reader, source: str) -> None:
    """Every table header has a scope, and the wide table can be scrolled with the keyboard and has a name."""
    assert {scope for scope, _ in page.headers} == {"col", "row", "rowgroup"}
    region = re.search(r'<div class="pairs"([^>]*)>', source)
    assert region
    assert 'role="region"' in region[1]
    assert 'tabindex="0"' in region[1]
    assert 'aria-labelledby="pairs"' in region[1]


def test_page_needs_no_script_and_is_small(source: str) -> None:
    """Everything is in the HTML itself, and compressed it is smaller than a photo."""
    import zlib  # noqa: PLC0415

    assert "quiz-flow" not in source
    size, packed = len(source.encode()), len(zlib.compress(source.encode(), 9))
    print(f"{size} bytes, {packed} compressed")
    assert packed < 60_000


def test_every_address_of_a_rule_is_linked(source: str) -> None:
    """Whoever questions a rule can copy its address."""
    assert [] == [rule.id for rule in GUIDE.rules if f'href="#rule-{html.escape(rule.id)}"' not in source]
