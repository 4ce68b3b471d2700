"""A report on the text of each reader's page: what a program can decide, and the scores that people have given.

`python -m tools.quality` writes content/about/quality.md; a test fails when the page is not what this would write.
`python -m tools.quality before` prints a blank score sheet for one page. Two readers fill it in, and it is kept as
content/scores/before.txt.

The items are informed by two published instruments, PEMAT and the Clear Communication Index. Both are made for trained
people, so what is counted here is no score of theirs.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mkdocs.config import load_config

from quiz import GUIDE
from site_src import settings
from site_src.pages import glossary, pictures, prose
from site_src.review import signatures
from tests.support.reading import (
    MEAN_WORDS,
    MOST_PASSIVE,
    MOST_SENTENCES,
    MOST_SHORT,
    MOST_WORDS,
    READERS_PAGES,
    ROOT,
    SHORT_WORDS,
    Page,
    clipped,
    count_words,
    passives,
    read_page,
    score,
    sums,
    unexplained,
)

__all__ = ["PEOPLE", "PROGRAM", "BadSheet", "blank", "report", "said"]

CONTENT = ROOT / "content"
REPORT = CONTENT / "about" / "quality.md"
SCORES = CONTENT / "scores"

LONGEST_LIST = 7
LONGEST_CARD = 5
LONGEST_SECTION = 300
"""Words under one heading: what fits on a few screens of a phone."""
MOST_COLUMNS = 4
MUCH_HARM = 4
"""From this many mentions on, a page is about harm, and is to point to the good as well."""

TOOL = re.compile(r'\]\((?:check|guide|handout)\.md|class="ticklist"')
TEAM = re.compile(r"\b(?:call|contact|tell|ring) your (?:infusion )?(?:team|nurse)\b")
FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)


class Text(NamedTuple):
    """A page: its Markdown, and its rendered text."""

    source: str
    page: Page

    @property
    def said(self) -> str:
        """The whole rendered text with headings, in lower case."""
        return " ".join(block.text for block in self.page.blocks).lower()


class Item(NamedTuple):
    """A criterion that a program can decide for a page: met, not met, or (`None`) not applicable."""

    words: str
    met: Callable[[Text], bool | None]


@cache
def load(name: str) -> Text:
    """Return a reader's page."""
    source = (CONTENT / f"{name}.md").read_text(encoding="utf-8")
    return Text(source, read_page(source))


# What a program decides.


def _opens(text: Text) -> bool:
    return text.page.blocks[1].tag == "p" and text.page.blocks[1].text.endswith((".", "?"))


def _has_steps(text: Text) -> bool:
    ending = text.source.partition("{#what-to-do}")[2].partition("\n## ")[0]
    return 1 <= len(re.findall(r"^\d+\. ", ending, re.MULTILINE)) <= LONGEST_LIST


def _sounds_whole(text: Text) -> bool:
    return len(clipped(text.page)) <= MOST_SHORT * len(text.page.running)


def _admits(text: Text) -> bool:
    return bool(text.page.under("not-known"))


def _has_cues(text: Text) -> bool:
    return bool(text.page.card_list_lengths or text.page.list_lengths or "**" in text.source)


def _has_short_lists(text: Text) -> bool:
    page = text.page
    return max(page.list_lengths, default=0) <= LONGEST_LIST and max(page.card_list_lengths, default=0) <= LONGEST_CARD


def _has_short_sections(text: Text) -> bool:
    return all(count_words(" ".join(section.sentences)) <= LONGEST_SECTION for section in text.page.sections)


def _speaks_to_you(text: Text) -> bool:
    you = len(re.findall(r"\byou(?:r|rs|rself)?\b", text.said))
    return you * 2 >= len(text.page.sentences) and "patient" not in text.said


def _explains(text: Text) -> bool:
    return not unexplained(text.page, glossary.read(CONTENT))


def _is_active(text: Text) -> bool:
    sentences = text.page.sentences
    return len(passives(sentences)) <= MOST_PASSIVE * len(sentences)


def _asks_no_sum(text: Text) -> bool:
    return not sums(text.page.sentences)


def _has_short_sentences(text: Text) -> bool:
    sentences = text.page.sentences
    return max(map(count_words, sentences)) <= MOST_WORDS and score(sentences).mean <= MEAN_WORDS


def _has_short_paragraphs(text: Text) -> bool:
    return all(len(block.sentences) <= MOST_SENTENCES for block in text.page.blocks)


def _says_whom_to_call(text: Text) -> bool:
    return "call for emergency help" in text.said and bool(TEAM.search(text.said))


def _has_a_tool(text: Text) -> bool:
    return bool(TOOL.search(text.source))


def _shows_the_good(text: Text) -> bool | None:
    if len(re.findall(r"\b(?:harm|risk|clot)s?\b", text.said)) < MUCH_HARM:
        return None
    return "#benefits" in text.source


def _pictures_have_words(text: Text) -> bool | None:
    ladder = load_config(str(ROOT / "mkdocs.yml")).extra["ladder"]
    drawn = FIGURE.findall(pictures.fill(text.source, "page", GUIDE, ladder, CONTENT))
    if not drawn:
        return None
    return all(re.search(rf"<{tag}[^>]*>[^<]", one) for one in drawn for tag in ("title", "desc", "figcaption"))


def _has_simple_tables(text: Text) -> bool | None:
    ruled = re.findall(r"^\|(?:-+\|)+$", text.source, re.MULTILINE)
    return all(line.count("|") - 1 <= MOST_COLUMNS for line in ruled) if ruled else None


PROGRAM: dict[str, tuple[Item, ...]] = {
    "Shape": (
        Item("It opens with a whole sentence.", _opens),
        Item(f"It ends with what to do, in {LONGEST_LIST} steps or fewer, with numbers.", _has_steps),
        Item("It says what is not known.", _admits),
        Item("Cards, lists or bold words show the eye what matters.", _has_cues),
        Item(f"No list has over {LONGEST_LIST} lines, and no card over {LONGEST_CARD}.", _has_short_lists),
        Item(f"No part under a heading has over {LONGEST_SECTION} words.", _has_short_sections),
    ),
    "Words": (
        Item("It speaks to you.", _speaks_to_you),
        Item("Plain words stand beside the first use of each medical word.", _explains),
        Item("Its sentences say who acts.", _is_active),
        Item("It leaves no sum to you.", _asks_no_sum),
        Item(f"Sentences have {MOST_WORDS} words or fewer, and {MEAN_WORDS} or fewer as a mean.", _has_short_sentences),
        Item(f"No more than 1 in 5 of its sentences has under {SHORT_WORDS} words.", _sounds_whole),
        Item(f"No paragraph has over {MOST_SENTENCES} sentences.", _has_short_paragraphs),
    ),
    "Help": (
        Item("It says who to call, and when.", _says_whom_to_call),
        Item("It leads to a tool: the checker, the table, a list to tick or the handout.", _has_a_tool),
        Item("If it is about harm, it points to the good as well.", _shows_the_good),
        Item("Each picture has a title, a caption and a text for those who cannot see it.", _pictures_have_words),
        Item(f"No table is wider than {MOST_COLUMNS} columns.", _has_simple_tables),
    ),
}

# What only people can judge.

PEOPLE: dict[str, tuple[str, ...]] = {
    "Sense": (
        "You know at once what the page is for.",
        "Nothing leads you away from that.",
        "It uses words that you would use.",
        "Its parts come in an order that makes sense.",
        "Each heading fits what is below it.",
        "Its numbers are clear, and help you.",
        "What to do at the end leaves out nothing that matters.",
    ),
    "Use": (
        "You know what to do now.",
        "You can do each step as it stands.",
        "It says why each step matters.",
        "You know what to say when you call.",
        "You can tell how likely a harm is, as far as anyone knows.",
        "It is fair about good and harm.",
        "Pictures are clear, and stand where they help.",
    ),
}


class BadSheet(ValueError):
    """A score sheet cannot be read."""


class Sheet(NamedTuple):
    """A score sheet that is filled in: the hash of the page that was read, the days, and the answers of its readers."""

    hash: str
    days: list[str]
    answers: list[str]


ANSWERS = ("yes", "no", "n/a")
NEW_ONE = "Print a new sheet with 'python -m tools.quality {}'."


@cache
def hashes() -> dict[str, str]:
    """Return the hash of each page, the same that a reviewer signs."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return {
        what.removeprefix("page/"): found
        for what, found in signatures.load(GUIDE, settings.read(config), config).hashes.items()
        if what.startswith("page/")
    }


def _judged() -> Iterable[str]:
    return (words for group in PEOPLE.values() for words in group)


def blank(name: str) -> str:
    """Return a score sheet for a page, to be filled in by two readers."""
    if name not in READERS_PAGES:
        raise BadSheet(f"{name}: got a page without a sheet, wanted one of {', '.join(READERS_PAGES)}.")
    rows = [f"{number} |  |  | {words}" for number, words in enumerate(_judged(), start=1)]
    head = f"""\
# Score sheet for "{load(name).page.meta["title"]}".
# Two people who did not write the page read all of it, each alone. On a line "reader" each puts a name and the day,
# like this: reader | Jane Doe | 2027-02-03
# Then each writes {", ".join(ANSWERS[:-1])} or {ANSWERS[-1]} (not about this page) to each line: 1 | first reader | second reader | the line
# Keep it as content/scores/{name}.txt and run 'python -m tools.quality'.

page | {name} | {hashes()[name]}
reader |  |
reader |  |
"""
    return head + "\n".join(rows) + "\n"


def read_sheet(path: Path) -> Sheet:
    """Return a score sheet that is filled in; raises `BadSheet`."""
    wanted = [f"{number} | {words}" for number, words in enumerate(_judged(), start=1)]
    seen, days, answers, items = "", [], [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match [field.strip() for field in line.split("|")]:
            case ["page", name, found] if name == path.stem and re.fullmatch("[0-9a-f]{12}", found):
                seen = found
            case ["reader", name, day] if name and _is_day(day):
                days.append(day)
            case ["reader", "", ""]:
                pass  # one reader so far
            case [item, first, second, text] if item.isdigit() and {first, second} <= {*ANSWERS, ""}:
                items.append(f"{item} | {text}")
                answers += [first, second]
            case _:
                raise BadSheet(
                    f"scores/{path.name}, line {number}: got {line!r}, wanted 'page | {path.stem} | hash',"
                    f" 'reader | name | 2027-02-03' or 'number | {' or '.join(ANSWERS)}, twice | the line'. Fix the line."
                )
    if not seen or items != wanted:
        lost = next((line for line in wanted if line not in items), "the lines in their order")
        missing = lost if seen else f"page | {path.stem} | hash"
        raise BadSheet(f"scores/{path.name}: got no {missing!r}, wanted it as printed. {NEW_ONE.format(path.stem)}")
    given = [answer for answer in answers if answer]
    if not days or len(given) != len(days) * len(wanted):
        raise BadSheet(
            f"scores/{path.name}: got {len(given)} answers from {len(days)} readers, wanted {len(wanted)} from each,"
            " with name and day. Fill in what is missing."
        )
    return Sheet(seen, days, given)


def _is_day(text: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def said(name: str, folder: Path = SCORES) -> str:
    """Return whether people have scored a page in its present words, and what they said."""
    path = folder / f"{name}.txt"
    if not path.exists():
        return "no reader has scored this page yet"
    sheet = read_sheet(path)
    if sheet.hash != hashes()[name]:
        return "scored before it last changed: score it again"
    readers = "1 reader" if len(sheet.days) == 1 else f"{len(sheet.days)} readers"
    yes, counted = sheet.answers.count("yes"), len(sheet.answers) - sheet.answers.count("n/a")
    return f"scored by {readers} on {prose.day(max(sheet.days))}, with yes to {yes} of {counted}"


# The page.


def _measured(name: str) -> str:
    text = load(name)
    found = score(text.page.sentences)
    return (
        f"| [{text.page.meta['title']}](../{name}.md) | {found.smog:.1f} ({found.smog_with_terms:.1f})"
        f" | {found.grade:.1f} ({found.with_terms:.1f}) | {found.mean:.1f} |"
    )


def _decided(name: str) -> str:
    text = load(name)
    results = {item.words: item.met(text) for items in PROGRAM.values() for item in items}
    met = [met for met in results.values() if met is not None]
    failed = [words for words, met in results.items() if met is False]
    return f"| [{text.page.meta['title']}](../{name}.md) | {sum(met)} of {len(met)} | {' '.join(failed) or 'None'} |"


def _listed(groups: Mapping[str, Iterable[str]]) -> str:
    return "\n\n".join(
        f"### {title} {{#{title.lower()}}}\n\n" + "\n".join(f"- {line}" for line in lines)
        for title, lines in groups.items()
    )


def report(folder: Path = SCORES) -> str:
    """Return the page on quality as Markdown."""
    program = {title: [item.words for item in items] for title, items in PROGRAM.items()}
    scored = "\n".join(
        f"- [{load(name).page.meta['title']}](../{name}.md): {said(name, folder)}." for name in READERS_PAGES
    )
    measured, decided = ("\n".join(map(row, READERS_PAGES)) for row in (_measured, _decided))
    return f"""\
---
# Written by 'python -m tools.quality': change it there.
title: How we check our words
description: What a program found in the words of each page, and what is left for people to judge.
written: 2026-11-29
search: {{boost: 0.1}}
hide: [card]
---

# How we check our words

Our words should be plain, and sound like a person. A program checks some things, and only people can judge the rest.

Two lists of questions for such checks helped us: PEMAT, and the Clear Communication Index (CCI) of the CDC.
They are for people who have learned to use them. So what you see here is no PEMAT score and no CCI score.

## How hard is it to read? {{#grades}}

SMOG and Flesch-Kincaid stand for years at school. They look only at how long words and sentences are.

The first number leaves out words that we cannot do without, such as "infusion". The number in brackets has all words.

| Page | SMOG | Flesch-Kincaid | Words a sentence |
|---|---|---|---|
{measured}

## What the program found {{#found}}

A page can meet all of these and still be hard to use. What does not fit a page does not count: it may have no picture.
On each page {len(list(_judged()))} things more are [for a reader to judge](#people).

| Page | Met | Not met |
|---|---|---|
{decided}

## What the program looks for {{#program}}

{_listed(program)}

## For a reader to judge {{#people}}

Two people who did not write a page read it and say yes or no to these lines.

{_listed(PEOPLE)}

## What readers have said {{#readers}}

{scored}

## What to do {{#what-to-do}}

1. If you would like to judge a page, tell the people who gave you this site.
2. If a sentence is hard to read, tell them which one.
3. If you feel unwell, [check how you feel](../check.md).
"""


def main(names: list[str]) -> None:
    """Print a sheet for the page that is named, or write the page on quality."""
    if names:
        print(blank(names[0]), end="")
        return
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(), encoding="utf-8")
    print(f"Wrote {REPORT.relative_to(ROOT)}.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except BadSheet as error:
        sys.exit(str(error))
