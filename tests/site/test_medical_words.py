"""Medical words: plain words come first on every page, and each word has a meaning to look at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import markdown
from mkdocs.exceptions import PluginError

from site_src.derived.symptom_table import slug
from site_src.pages import glossary
from tests.support.reading import READERS_PAGES, ROOT, read_page, unexplained

CONTENT = ROOT / "content"
MEANINGS = glossary.read(CONTENT)
TIP = re.compile(
    r'<span class="term">([^<]+)<button type="button" popovertarget="(word-[a-z-]+)" aria-label="What \1 means"></button></span>'
    r'[).,:;]*</span><span class="meaning" id="\2"'
)
ADDED = re.compile(
    r'<span class="unparted">([^<]*)<span class="term">([^<]*)<button[^>]*></button></span>([^<]*)</span>'
    r'<span class="meaning".*?</span>'
)
"""All that a tip adds around a word."""
LEFT_OUT_BY_READERS = re.compile(r"<(aside|button|footer|form|nav|script)\b.*?</\1>", re.DOTALL)
"""What the reader modes of browsers drop, with all that is in it."""
FEW = {"IgA": "One kind of antibody.", "thrombosis": "A clot.", "deep vein thrombosis": "A clot in a leg."}

every_readers_page = pytest.mark.parametrize("name", READERS_PAGES)


def words(name: str) -> list[str]:
    """Return the medical words that the text of a page has, headings left out."""
    blocks = read_page((CONTENT / f"{name}.md").read_text(encoding="utf-8")).blocks
    text = " ".join(block.text for block in blocks if block.tag not in {"h1", "h2", "h3", "dt"})
    return [term for term in MEANINGS if re.search(rf"(?<![\w-]){re.escape(term)}(?![\w-])", text, re.IGNORECASE)]


@every_readers_page
def test_plain_words_stand_beside_the_first_use(name: str) -> None:
    """A medical word stands in brackets after plain words, or plain words follow it."""
    assert unexplained(read_page((CONTENT / f"{name}.md").read_text(encoding="utf-8")), MEANINGS) == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Red cells break up (haemolysis).", []),
        ("Your haemolysis is new.", ["haemolysis"]),
        ("Use adrenaline (epinephrine).", []),
        ("It is made from plasma, the clear part of blood.", []),
        ("A hormone called oestrogen.", []),
        ("They break up (fast). It is haemolysis.", ["haemolysis"]),
        ("Swelling of the brain (aseptic meningitis). Later aseptic meningitis passes.", []),
    ],
)
def test_a_word_without_plain_words_is_named(text: str, lacking: list[str]) -> None:
    """Only the first use counts."""
    assert unexplained(read_page(text), MEANINGS) == lacking


@every_readers_page
def test_tips_leave_the_text_of_a_page_as_it_is(name: str) -> None:
    """A page from which each button and its note are taken out is the page without tips, to the last character."""
    html = markdown((CONTENT / f"{name}.md").read_text(encoding="utf-8"))
    assert html == ADDED.sub(r"\1\2\3", glossary.with_tips(html, MEANINGS))


@every_readers_page
def test_each_word_of_a_page_has_one_tip(site: Path, name: str) -> None:
    """The built page has a button with a note for each medical word in its text, once."""
    html = (site / ("" if name == "index" else name) / "index.html").read_text(encoding="utf-8")
    assert sorted(note for _, note in TIP.findall(html)) == sorted(f"word-{slug(term)}" for term in words(name))


@every_readers_page
def test_a_reader_mode_keeps_words_and_numbers(site: Path, name: str) -> None:
    """A browser's reader mode keeps each medical word and the numbers to call."""
    html = (site / ("" if name == "index" else name) / "index.html").read_text(encoding="utf-8")
    kept = LEFT_OUT_BY_READERS.sub("", html)
    assert [] == [term for term in words(name) if not re.search(rf">[^<]*{re.escape(term)}", kept, re.IGNORECASE)]
    read = re.sub("<[^>]*>", "", kept)
    assert "()" not in read
    assert "Call 999" in read


def test_every_word_is_used() -> None:
    """The glossary lists only words that some page uses."""
    assert set(MEANINGS) - {term for name in READERS_PAGES for term in words(name)} == set()


def test_words_are_in_the_order_of_the_alphabet() -> None:
    """The glossary is sorted."""
    assert list(MEANINGS) == sorted(MEANINGS, key=str.lower)


@pytest.mark.parametrize("page", ["glossary", "check"])
def test_some_pages_have_no_tips(site: Path, page: str) -> None:
    """Neither the quiz nor the page of words itself."""
    assert not TIP.search((site / page / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "html",
    [
        "<h2>IgA</h2>",
        '<p><a href="x">IgA</a></p>',
        "<dl><dt>IgA</dt></dl>",
        '<div class="admonition emergency"><ul><li>IgA</li></ul></div>',
        '<div class="admonition today"><h3 class="admonition-title">IgA</h3></div>',
        "<p>IgAB and non-IgA</p>",
    ],
)
def test_where_a_word_stays_as_it_is(html: str) -> None:
    """Headings, links, titles, emergency cards and parts of other words."""
    assert glossary.with_tips(html, FEW) == html


def test_first_use_only_and_the_longest_word() -> None:
    """A second use is left alone, and so is a word inside a longer one."""
    html = glossary.with_tips("<p>Deep vein thrombosis.<br>A thrombosis, iga, IgA.</p><ul><li>IgA</li></ul>", FEW)
    assert [note for _, note in TIP.findall(html)] == ["word-deep-vein-thrombosis", "word-thrombosis", "word-iga"]
    assert html.endswith("<strong>IgA:</strong> One kind of antibody.</span> IgA.</p><ul><li>IgA</li></ul>")


@pytest.mark.parametrize("text", ["one\n:   First.\n\none\n:   Second.\n", "one\n\n:   Far below.\n"])
def test_an_entry_that_cannot_be_read(tmp_path: Path, text: str) -> None:
    """A word listed twice, or without a meaning, is refused."""
    (tmp_path / "glossary.md").write_text(text, encoding="utf-8")
    with pytest.raises(PluginError, match=r"glossary.md: got \d meanings for \d words, wanted one line for each"):
        glossary.read(tmp_path)
