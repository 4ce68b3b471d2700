"""What the quiz page shows of self-care: lines that topics share once, and a text without them refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from quiz import GUIDE
from quiz.conditions import ALWAYS
from quiz.model import Care, Guide
from site_src.pages.care import Line, self_care
from site_src.pages.translation import ENGLISH, Translation
from tests.support.reading import ROOT, read_page

TYRE = "The tyre is often flat.\n\n- Pump it up.\n- Ride slowly.\n\n### Call the shop today if {#tyre}\n\n- it is flat again\n- it hisses\n"
CHAIN = "The chain is often dry.\n\n- Oil it.\n- Pump it up.\n- Ride slowly.\n\n### Call the shop today if {#chain}\n\n- it hisses\n"
CONFIG = load_config(str(ROOT / "mkdocs.yml"))
BIKES: Guide = replace(GUIDE, care=(Care(id="chain", when=ALWAYS), Care(id="tyre", when=ALWAYS)))
CONTENT = {care.id: ROOT / "content" / "advice" / f"care-{care.id}.md" for care in GUIDE.care}

every_topic = pytest.mark.parametrize("path", CONTENT.values(), ids=CONTENT)


def html(t: Translation = ENGLISH, **texts: str) -> Callable[[str], str]:
    """Return what gives the HTML of these texts, by the id of their topic."""
    return lambda name: t.block(f"advice/{name}", texts[name.removeprefix("care-")], CONFIG)


def test_each_topic_says_what_is_likely() -> None:
    found = self_care(BIKES, html(tyre=TYRE, chain=CHAIN)).likely
    assert (
        Line("The chain is often dry.", ("chain",), 0),
        Line("The tyre is often flat.", ("tyre",), 0),
    ) == found


def test_a_line_that_topics_share_is_written_once_at_its_best_place() -> None:
    """In the order of the guide's topics; its rank is the smallest that a topic gives it."""
    found = self_care(BIKES, html(tyre=TYRE, chain=CHAIN))
    assert (
        Line("Oil it.", ("chain",), 0),
        Line("Pump it up.", ("chain", "tyre"), 0),
        Line("Ride slowly.", ("chain", "tyre"), 1),
    ) == found.now
    assert (Line("it hisses", ("chain", "tyre"), 0), Line("it is flat again", ("tyre",), 0)) == found.call


def test_a_guide_without_topics_has_no_lines() -> None:
    assert ((), (), ()) == self_care(replace(GUIDE, care=()), html())


def test_lines_that_are_not_translated_are_marked(tmp_path: Path) -> None:
    """A screen reader is told that they are English."""
    path = tmp_path / "de.yaml"
    path.write_text("language: de\nreviewed_by: ''\ndate: ''\nhash: ''\ntexts: {}\n", encoding="utf-8")
    found = self_care(BIKES, html(Translation(path), tyre=TYRE, chain=CHAIN))
    assert Line('<span lang="en" dir="ltr">Oil it.</span>', ("chain",), 0) == found.now[0]
    assert Line('<span lang="en" dir="ltr">The chain is often dry.</span>', ("chain",), 0) == found.likely[0]


@pytest.mark.parametrize(
    "text",
    ["The tyre is flat.", TYRE.partition("###")[0], TYRE.partition("\n\n")[2], f"{TYRE}\nRide on.\n"],
    ids=["no list", "no list of when to call", "nothing likely", "a paragraph too many"],
)
def test_a_text_without_its_parts_is_refused(text: str) -> None:
    with pytest.raises(
        PluginError, match=r"^advice care-tyre: got .*, wanted one paragraph, a list, a heading of"
    ) as error:
        self_care(BIKES, html(tyre=text, chain=CHAIN))
    assert str(error.value).endswith("Mend content/advice/care-tyre.md.")


def test_every_text_of_self_care_has_a_topic() -> None:
    """A text whose topic is gone would be signed and translated, and read by nobody."""
    assert sorted((ROOT / "content" / "advice").glob("care-*.md")) == sorted(CONTENT.values())


@every_topic
def test_topic_has_three_things_to_do_and_three_reasons_to_call(path: Path) -> None:
    page = read_page(path.read_text(encoding="utf-8"))
    assert (3, 3) == page.list_lengths
    assert ["Call your team today if"] == [block.text for block in page.blocks if block.tag == "h3"]


@every_topic
def test_topic_fits_whoever_reads_it(path: Path) -> None:
    """No line says whose body it is, so that one wording does for whoever answers for another person."""
    text = re.sub(r"\byour (team|nurse)\b", "", path.read_text(encoding="utf-8"), flags=re.IGNORECASE)
    assert [] == re.findall(r"\b(?:I|my|me|you|yours?|they|their|them)\b", text)


@every_topic
def test_topic_is_careful(path: Path) -> None:
    """Drinks and painkillers are as the team allows, and heat is never put where it is not felt."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    for line in lines:
        if re.search(r"\b(?:Drink|drinks,|sips)\b", line):
            assert "as your team allows" in line
        if "painkiller" in line:
            assert line.startswith("- Check the temperature, then")
        if re.search(r"painkiller|tablets for", line):
            assert "your team" in line
        if re.search(r"\b(?:warm one|warmth|heat|Keep the sore place warm)\b", line):
            assert "never" in line
            assert "numb skin" in line
        assert not re.search(r"ibuprofen|aspirin|\bmore\b.*\bdrink|\bdrink more", line, re.IGNORECASE)


@every_topic
def test_line_is_clear_beside_lines_of_other_topics(path: Path) -> None:
    """A list mixes lines of several topics, so none begins with a word that means its own topic."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    assert [line for line in lines if re.match(r"- (?:it|this|that|these)\b", line, re.IGNORECASE)] == []
