"""The report on the words: up to date, and honest about what nobody has judged."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.reading import READERS_PAGES, read_page
from tools import quality
from tools.quality import PEOPLE, PROGRAM, BadSheet, Text, blank, report, said

LINES = [words for group in PEOPLE.values() for words in group]
GOOD = """\
# Title

This page tells you what you can do.

Call for emergency help if your chest hurts. Call your team if you are ill. If you are not sure, take [the checker](check.md).

## What is not known {#not-known}

You cannot know all of it before you begin.

## What to do {#what-to-do}

1. Rest.
2. Rest if you can.
3. **Call** if you are ill.
"""


def failed(source: str) -> list[str]:
    """Return what a program finds missing in a page."""
    text = Text(source, read_page(source))
    return [item.words for items in PROGRAM.values() for item in items if item.met(text) is False]


def filled(name: str = "before", first: str = "yes", second: str = "no") -> str:
    """Return a sheet as two readers fill it in."""
    sheet = blank(name).replace(
        "reader |  |\nreader |  |", "reader | Jane Doe | 2027-02-03\nreader | Jo Roe | 2027-02-05"
    )
    return re.sub(r"^(\d+) \|  \|  \|", rf"\1 | {first} | {second} |", sheet, flags=re.MULTILINE)


def test_report_is_up_to_date() -> None:
    """The page is what 'python -m tools.quality' writes now."""
    assert quality.REPORT.read_text(encoding="utf-8") == report(), "run 'python -m tools.quality' and commit the page"


def test_every_item_is_met() -> None:
    """No page of ours lacks what a program can see; a page that does is named in the report."""
    assert {name: failed(quality.load(name).source) for name in READERS_PAGES} == {name: [] for name in READERS_PAGES}


def test_it_is_called_no_score_of_an_instrument() -> None:
    """The instruments are meant for human raters, so the report claims no score."""
    page = report()
    assert "no PEMAT score and no CCI score" in page
    assert {line for line in LINES if f"- {line}" not in page} == set()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("what you can do.", "what you can do:"), "It opens with a whole sentence."),
        (("{#what-to-do}", "{#do}"), "It ends with what to do, in 7 steps or fewer, with numbers."),
        (("{#not-known}", "{#known}"), "It says what is not known."),
        (("1. Rest.", "1. Rest.\n" * 8), "It ends with what to do, in 7 steps or fewer, with numbers."),
        (("You cannot know", "- One.\n" * 8 + "\nYou cannot know"), "No list has over 7 lines, and no card over 5."),
        (("You cannot know", "Yes. " * 301 + "\n\nYou cannot know"), "No part under a heading has over 300 words."),
        (("You cannot know", "The patient cannot know"), "It speaks to you."),
        (("if you are ill. If", "if you have haemolysis. If"), "Plain words stand beside the first use of each medical word."),
        (("Rest if you can.", "It was taken."), "Its sentences say who acts."),
        (("Rest if you can.", "Add up your days."), "It leaves no sum to you."),
        (("Rest if you can.", "Rest " * 21 + "."), "Sentences have 20 words or fewer, and 15 or fewer as a mean."),
        (("You can", "You can go. You can rest. You can"), "No more than 1 in 5 of its sentences has under 8 words."),
        (("You cannot know all of it before you begin.", "Yes. No. Yes. No."), "No paragraph has over 3 sentences."),
        (("Call your team", "Call a friend"), "It says who to call, and when."),
        (("(check.md)", "(about.md)"), "It leads to a tool: the checker, the table, a list to tick or the handout."),
        (("You cannot know", "Harm, risk, harm, risk.\n\nYou cannot know"), "If it is about harm, it points to the good as well."),
        (
            ("You cannot know", '<figure data-picture="ladder"></figure>\n\nYou cannot know'),
            "Each picture has a title, a caption and a text for those who cannot see it.",
        ),
        (("You cannot know", "|a|b|c|d|e|\n|-|-|-|-|-|\n\nYou cannot know"), "No table is wider than 4 columns."),
    ],
)  # fmt: skip
def test_what_a_page_lacks_is_named(change: tuple[str, str], words: str) -> None:
    """Each item can fail, and a good page fails none."""
    assert failed(GOOD) == []
    assert words in failed(GOOD.replace(*change))


def test_nobody_has_scored_a_page(tmp_path: Path) -> None:
    """Without a sheet it says so."""
    assert said("before", tmp_path) == "no reader has scored this page yet"
    assert "[Before your infusion](../before.md): no reader has scored this page yet." in report(tmp_path)


def test_a_scored_page_says_by_how_many_and_when(tmp_path: Path) -> None:
    """The day is that of the last reader; what does not fit the page is not counted."""
    (tmp_path / "before.txt").write_text(filled(), encoding="utf-8")
    assert said("before", tmp_path) == "scored by 2 readers on 5 February 2027, with yes to 14 of 28"
    (tmp_path / "before.txt").write_text(filled().replace("14 | yes", "14 | n/a"), encoding="utf-8")
    assert said("before", tmp_path) == "scored by 2 readers on 5 February 2027, with yes to 13 of 27"


def test_one_reader_so_far(tmp_path: Path) -> None:
    """A sheet filled in by one reader is accepted."""
    sheet = filled(second="").replace("reader | Jo Roe | 2027-02-05", "reader |  |")
    (tmp_path / "before.txt").write_text(sheet, encoding="utf-8")
    assert said("before", tmp_path) == "scored by 1 reader on 3 February 2027, with yes to 14 of 14"


def test_a_page_that_changed_needs_a_new_score(tmp_path: Path) -> None:
    """A sheet for other words no longer counts."""
    sheet = re.sub(r"^page \| before \| \w{12}$", f"page | before | {'0' * 12}", filled(), flags=re.MULTILINE)
    (tmp_path / "before.txt").write_text(sheet, encoding="utf-8")
    assert said("before", tmp_path) == "scored before it last changed: score it again"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("1 | yes", "1 | maybe"), "before.txt, line 10: got '1 | maybe | no | "),
        (("2027-02-03\nreader", "3 May\nreader"), "got 'reader | Jane Doe | 3 May', wanted 'page | before | hash'"),
        (("page | before", "page | after"), "wanted 'page | before | hash', 'reader | name | 2027-02-03'"),
        ((f"3 | yes | no | {LINES[2]}\n", ""), f"got no '3 | {LINES[2]}', wanted it as printed. Print a new sheet"),
        ((LINES[4], "An older line."), f"got no '5 | {LINES[4]}'"),
        (("2 | yes | no", "2 | yes |"), "got 27 answers from 2 readers, wanted 14 from each"),
        (("reader | Jo Roe | 2027-02-05", ""), "got 28 answers from 1 readers, wanted 14 from each"),
    ],
)
def test_a_broken_sheet_is_refused(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    """It says which line, and what it wanted."""
    assert change[0] in filled()
    (tmp_path / "before.txt").write_text(filled().replace(*change, 1), encoding="utf-8")
    with pytest.raises(BadSheet, match=re.escape(words)):
        said("before", tmp_path)


def test_a_page_without_a_sheet() -> None:
    """Only pages that tell a reader what to do are scored."""
    with pytest.raises(BadSheet, match=r"privacy: got a page without a sheet, wanted one of before"):
        blank("privacy")


def test_sheets_are_not_published(site: Path) -> None:
    """A reader's name stays in the repository."""
    assert not list(site.glob("**/scores*"))
