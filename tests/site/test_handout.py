"""The handouts: what they say, how they print, how they are read aloud, and what stops them from being made."""

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count, dropwhile, pairwise, product, takewhile
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pypdfium2
import pytest
import yaml
import zxingcpp
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import meta

from quiz import GUIDE, Urgency, assess
from quiz.model import NONE
from site_src.derived import pairs, symptom_table
from site_src.derived.warning_signs import asked_first, asked_later
from site_src.handouts import pdf, printed_versions, sheets, writer
from site_src.pages import prose
from site_src.review import signatures
from site_src.settings import read
from tests.conftest import HOME, ROOT

outloud = pytest.importorskip("outloud", reason="it needs a wheel that Intel Macs do not get")
WARNING_SIGNS = [sign.option.text for sign in (*asked_first(GUIDE), *asked_later(GUIDE))]
BLOCKS = re.compile(
    r"</?(?:address|article|blockquote|dd|div|dl|dt|figcaption|figure|h\d|img|li|ol|p|section|table|td|th|tr|ul)\b[^>]*>"
)
NOT_FELT = {"next-drip", "tests", "drip-trouble"}
REVIEW = "Not yet reviewed by a clinician."


def squeeze(text: str) -> str:
    """Leave out what a line break on paper may add or take away."""
    return re.sub(r"\s+", "", text)


def settings(site_url: str = "", **changes: Any) -> MkDocsConfig:  # noqa: ANN401
    """The site's own settings, with some of `extra` changed."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_url=site_url)
    config.extra.update(changes)
    return config


EXTRA = settings().extra
GIVEN = read(settings())
HANDOUTS = sheets.load(settings())
PRINTED = [sheet for sheet in HANDOUTS.sheets if not sheet.layout.picture_only]
EVERY = [sheet.file(size) for sheet in PRINTED for size in sheets.FORMATS]
FULL = [sheet.file(size) for sheet in PRINTED for size in sheets.FORMATS if "guide" in sheet.pages]
ORDINARY = [name for name in EVERY if not name.startswith(("large", "wallet"))]


class Paper:
    """A handout as a reader meets it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = outloud.model.Document(str(path))
        self.pages = [self.document.content(page.index) for page in self.document.pages]

    def read(self, *, page: int | None = None) -> str:
        """The text in the order it is read aloud, of one page or of all, without what a link says of its page."""
        text = "".join(
            self.pages[piece.page].mcid_text.get((piece.stream, piece.mcid), "")
            for element in self.document.elements
            for piece in element.mcrefs
            if page in {None, piece.page}
        )
        return re.sub(r"\(page\d+\)", "", squeeze(text))

    def tagged(self, *types: str) -> list[str]:
        """The text of each element of these types."""
        return [self.spoken(element) for element in self.document.elements if element.type in types]

    def spoken(self, element: Any) -> str:  # noqa: ANN401
        """The text of an element and of all in it."""
        return squeeze("".join(self.text(part) for part in (element, *element.descendants())))

    def text(self, element: Any) -> str:  # noqa: ANN401
        """The text that an element itself holds."""
        return "".join(self.pages[piece.page].mcid_text.get((piece.stream, piece.mcid), "") for piece in element.mcrefs)


class Papers(dict[str, Paper]):
    """Every handout by the name of its file, read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, name: str) -> Paper:
        self[name] = Paper(self.folder / name)
        return self[name]


@pytest.fixture(scope="session")
def papers(home: Path) -> Papers:
    """The handouts that `make site` writes where it knows the address; any complaint of WeasyPrint's would have stopped it."""
    return Papers(home / "handout")


@pytest.fixture
def full(papers: Papers) -> Paper:
    """The full handout on A4."""
    return papers["is-this-normal-after-ivig.pdf"]


# --- what they say


def parts_of(name: str) -> list[str]:
    """The blocks of text of a page of the site, without what the handout leaves to the screen."""
    source, _ = meta.get_data((ROOT / "content" / f"{name}.md").read_text(encoding="utf-8"))
    for section in HANDOUTS.full.get(name, ()):
        start = re.search(rf"^## .*{{#{section}}}$", source, re.MULTILINE)
        assert start
        end = source.find("\n## ", start.end())
        source = source[: start.start()] + (source[end + 1 :] if end >= 0 else "")
    blocks = [html.unescape(re.sub(r"<[^>]+>", "", block)) for block in BLOCKS.split(prose.block(source, settings()))]
    return [squeeze(block) for block in blocks if block.strip()]


@pytest.mark.parametrize("file", [name for name in EVERY if name.startswith(("warning", "is-this"))])
def test_the_first_page_works_alone(papers: Papers, file: str) -> None:
    """Every warning sign, every number, the team, and nothing of the pages that follow."""
    first = papers[file].read(page=0)
    assert [sign for sign in WARNING_SIGNS if squeeze(sign) not in first] == []
    for entry in EXTRA["emergency_numbers"]:
        assert squeeze(f"Call {entry['number']} {entry['where']}") in first
    assert squeeze("Call for emergency help now if you have any of these") in first
    for given in ("Your infusion team", "By day:", "Nights, weekends:", "If no one answers:"):
        assert squeeze(given) in first, given
    assert squeeze("Before your infusion") not in first


@pytest.mark.parametrize("file", FULL)
@pytest.mark.parametrize("name", HANDOUTS.full)
def test_it_says_what_the_page_says_in_its_order(papers: Papers, file: str, name: str) -> None:
    """Every block of the page's Markdown, from its first heading on, each after the one before."""
    blocks = parts_of(name)
    assert len(blocks) >= 8
    text, at = papers[file].read(), 0
    for block in blocks:
        assert block in text[at:], f"content/{name}.md: missing, or out of order"
        at = text.index(block, at) + len(block)


def test_what_is_left_to_the_screen_is_not_on_paper(full: Paper) -> None:
    """It is on its page, and paper does without it."""
    for name, sections in HANDOUTS.full.items():
        source = (ROOT / "content" / f"{name}.md").read_text(encoding="utf-8")
        for section in sections:
            (line,) = re.findall(rf"^## .* {{#{section}}}\n\n(.*)", source, re.MULTILINE)
            assert squeeze(re.sub(r"^\d\. |\*\*|<.*?>", "", line))[:40] not in full.read(), section


@pytest.mark.parametrize("file", FULL)
def test_the_symptom_table_says_what_the_quiz_says(papers: Papers, file: str) -> None:
    """Each finding has a row that ends with the quiz's most urgent result for each time.

    What is no symptom and no emergency has none: who does not find it is sent to call today.
    """
    rows = papers[file].tagged("TR")
    marks = "|".join(map(squeeze, EXTRA["steps"].values()))
    for symptom, name, answer in pairs.findings(GUIDE):
        option = next(option for option in GUIDE.question(name).options if option.id == answer)
        named, steps, urgencies = option.named or option.text, "", []
        for times in EXTRA["times"]["columns"].values():
            told = [assess(pairs.answers_with(GUIDE, (symptom, name, answer), drip=time)).urgency for time in times]
            steps += EXTRA["steps"][max(told).value]
            urgencies.append(max(told))
        thing = squeeze(named[0].upper() + named[1:])
        found = [row for row in rows if thing in re.sub(f"(?:{marks})+$", "", row).split("•")]
        if symptom in NOT_FELT and max(urgencies) <= Urgency.TODAY:
            assert found == [], named
        else:
            # Two questions can ask about one thing, each with its own row.
            assert any(row.endswith(squeeze(steps)) for row in found), named


RULE_OF = {squeeze(rule.because): rule for rule in GUIDE.rules}


@pytest.fixture
def together(full: Paper) -> set[str]:
    """The rules whose sentence stands under "Together", each below its own urgency."""
    text = full.read()
    text = text[text.index("Together" + squeeze(EXTRA["ladder"]["emergency"])) : text.index("Onethingatatime")]
    emergency, today = text.split(squeeze(EXTRA["ladder"]["today"]), 1)
    found = set()
    for urgency, part in ((Urgency.EMERGENCY, emergency), (Urgency.TODAY, today)):
        found |= {rule.id for said, rule in RULE_OF.items() if said in part and rule.urgency is urgency}
    return found


def table_says(symptom: str, name: str, answer: str, **when: str) -> Urgency:
    """What stands in the column of a time: the most urgent answer of the times that it is for."""
    (times,) = (times for times in EXTRA["times"]["columns"].values() if when["drip"] in times)
    return max(pairs.urgency_of(GUIDE, (symptom, name, answer), drip=time) for time in times)


def is_told(answers: dict[str, list[str]], read: Urgency, together: set[str]) -> bool:
    """Say whether paper sends its reader as soon as the quiz: by its table, or by a sentence under "Together"."""
    result = assess(answers)
    return result.urgency <= read or any(
        rule.id in together for rule in result.reasons if rule.urgency is result.urgency
    )


TIMES = [time for times in EXTRA["times"]["columns"].values() for time in times]


@pytest.mark.parametrize("time", TIMES)
def test_two_things_are_not_read_too_low(together: set[str], time: str) -> None:
    """A reader who follows the lines above the table for any two findings calls as soon as the quiz says."""
    alone = {thing: table_says(*thing, drip=time) for thing in pairs.findings(GUIDE)}
    missed = []
    for things in pairs.singles_and_pairs(GUIDE):
        read = pairs.urgency_from_table(*(alone[thing] for thing in things))
        if read is not Urgency.EMERGENCY and not is_told(pairs.answers_with(GUIDE, *things, drip=time), read, together):
            missed.append(things)
    assert missed == []


@pytest.mark.parametrize("time", TIMES)
def test_risks_and_yesterday_are_not_read_too_low(together: set[str], time: str) -> None:
    """So does a reader with a risk ("one step sooner"), on a day no better ("one step sooner") or a worse day ("today")."""
    missed = []
    for thing in pairs.findings(GUIDE):
        read = table_says(*thing, drip=time)
        up = pairs.one_step_up(read)
        late = up if time in {"about-3-days", "4-14-days"} else read
        days = {"better": read, "same": late, "new": late, "worse": max(read, Urgency.TODAY)}
        cases: list[tuple[dict[str, str], Urgency]] = [({"yesterday": day}, said) for day, said in days.items()]
        cases += [({"risks": option.id}, up) for option in GUIDE.by_id["risks"].options if option.id != NONE]
        missed += [
            (thing, told)
            for told, said in cases
            if not is_told(pairs.answers_with(GUIDE, thing, drip=time, **told), said, together)
        ]
    assert missed == []


def test_the_lines_above_the_table_are_what_these_tests_follow(full: Paper) -> None:
    """Each step that a reader is asked to take is printed."""
    text = full.read()
    for said in (
        "If you cannot find it, or it starts after day 14, call your infusion team today.",
        "“Emergency” counts on any day.",
        "If two things fit you, look under “Together” first, then go by the more urgent one. If both say “3 days”, call today.",
        "From day 3 on, get help one step sooner if you are no better than yesterday. If you feel worse, call today.",
        "If “What to tell your team” fits you, get help one step sooner where it says “Common” or “3 days”.",
        "If a page and this table differ, go by the more urgent one.",
    ):
        assert squeeze(said) in text, said


def test_the_parts_come_in_order(full: Paper) -> None:
    """Red flags come first, and sources last."""
    text = full.read()
    parts = ["Call for emergency help", "Before your infusion", "During your infusion", "After your infusion"]
    parts += ["Symptom table", "Where this comes from"]
    places = [text.index(squeeze(part)) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("file", [*FULL, "warning-signs.pdf"])
def test_the_ladder_has_the_words_of_the_site(papers: Papers, file: str) -> None:
    """An urgency is called the same on paper and on screen, the most urgent first."""
    site = EXTRA["ladder"]
    assert list(site) == [urgency.value for urgency in reversed(list(Urgency))]
    items = "".join(papers[file].tagged("L"))
    places = [items.index(squeeze(title)) for title in site.values()]
    assert places == sorted(places)


def test_the_end_says_what_it_rests_on_and_how_old_it_is(full: Paper) -> None:
    """Each source of a rule is named once."""
    text = full.read()
    text = text[text.index(squeeze("Where this comes from")) :]
    entries = re.sub(r"^.*Sourcesoftherules(?:,seenin[A-Z][a-z]+\d{4})?", "", text).split("•")
    for source in {source for rule in GUIDE.rules for source in rule.sources}:
        told = [entry for entry in entries if entry.startswith(squeeze(f"{source.publisher}:"))]
        assert len(told) == 1, source.publisher
        assert squeeze(source.title) in text
        assert squeeze(source.url.removeprefix("https://")) in text
    assert squeeze(f"version {GUIDE.version} of the advice, from {prose.day(GUIDE.dated)}") in text


def test_the_diary_asks_for_what_the_quiz_asks_for(papers: Papers) -> None:
    """Whatever can be felt by the quiz's own name, at each of 16 times, for 2 drips; product, lot, rate and readings.

    The lines of the diary on screen are there for each day.
    """
    diary = papers["diary.pdf"]
    rows, heads = diary.tagged("TR"), diary.tagged("TH")
    daily = list(yaml.safe_load((ROOT / "content" / "diary.yml").read_text(encoding="utf-8"))["lines"].values())
    for option in pairs.symptom_question(GUIDE).options:
        wanted_rows = 2 if option.reports and option.id not in NOT_FELT else 0
        wanted_rows += 2 * daily.count(option.text)
        assert rows.count(squeeze(option.text)) == wanted_rows, option.text
    wanted = [
        "Brand (product)",
        "Lot number",
        "Fastest rate",
        "Drinks (cups)",
        "Medicines, with time",
        "Blood pressure",
    ]
    wanted += [*daily, "Each day: 0 is none, 3 is very bad"]
    wanted += ["Weight", *(f"{hours} hours" for hours in (0, 6, 24, 48, 72)), *(f"Day {day}" for day in range(4, 15))]
    assert [head for head in wanted if heads.count(squeeze(head)) < 2] == []


def test_the_diary_says_what_needs_a_call_however_mild(papers: Papers) -> None:
    """What the quiz never calls milder than today stands first in the list, and nothing else."""
    rows = papers["diary.pdf"].tagged("TR")
    start = rows.index(squeeze("Call your infusion team today, even if it is mild"))
    end = rows.index(squeeze("Look up how soon to get help"))
    mildest: dict[str, Urgency] = {}
    for thing in pairs.findings(GUIDE):
        for time in TIMES:
            urgency = assess(pairs.answers_with(GUIDE, thing, drip=time)).urgency
            mildest[thing[0]] = min(urgency, mildest.get(thing[0], urgency))
    named = {option.id: option.text for option in pairs.symptom_question(GUIDE).options}
    assert set(rows[start + 1 : end]) == {
        squeeze(named[symptom]) for symptom, urgency in mildest.items() if urgency >= Urgency.TODAY
    }


def test_the_card_speaks_to_both(papers: Papers) -> None:
    """One side has the short list of signs and every number, the other what ambulance staff want to know."""
    text = papers["wallet-card.pdf"].read()
    wanted = [
        *prose.advice_text("short-card", settings()).removeprefix("- ").split("\n- "),
        "For ambulance staff: I have IVIg",
        REVIEW,
    ]
    wanted += ["or your local number", "Nights, weekends:"]
    wanted += [entry["number"] + entry["where"] for entry in EXTRA["emergency_numbers"]]
    assert [said for said in wanted if squeeze(said) not in text] == []


def fields_of(file: Path) -> dict[str, tuple[str, int]]:
    """By name of a field of a PDF: what a screen reader calls it, and in how many places it stands."""
    with pikepdf.open(file) as pdf:
        return {str(field.T): (str(field.TU), len(field.Kids)) for field in pdf.Root.AcroForm.Fields}


@pytest.mark.parametrize("file", [name for name in EVERY if not name.startswith("wallet")])
def test_the_team_s_numbers_can_be_typed(papers: Papers, file: str) -> None:
    """Both blanks are fields with a name that is said."""
    day, night = "The number of your team by day", "The number of your team at night and at weekends"
    assert fields_of(papers[file].path) == {"day": (day, 1), "night": (night, 1)}


def test_ten_cards_take_a_number_that_is_typed_once(papers: Papers) -> None:
    """A reader of PDFs draws what is typed into the first card on the ten; the sides for ambulance staff have no field."""
    path = papers["wallet-cards.pdf"].path
    assert {10} == {places for _, places in fields_of(path).values()}
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    page, form, raw = document[0], document.formenv, pypdfium2.raw
    with pikepdf.open(path) as pdf:
        places = [[float(edge) for edge in kid.Rect] for kid in pdf.Root.AcroForm.Fields[0].Kids]
    drawn = partial(page.render, may_draw_forms=True, grayscale=True)
    before = drawn().to_numpy()
    left, bottom, right, top = places[0]
    middle = ((left + right) / 2, (bottom + top) / 2)
    raw.FORM_OnLButtonDown(form, page, 0, *middle)
    raw.FORM_OnLButtonUp(form, page, 0, *middle)
    for letter in "020 7946 0018":
        raw.FORM_OnChar(form, page, ord(letter), 0)
    raw.FORM_ForceToKillFocus(form)
    after, height = drawn().to_numpy(), page.get_height()
    for left, one, right, other in places:
        rows = slice(int(height - max(one, other)), int(height - min(one, other)))
        box = (rows, slice(int(left), int(right)))
        assert (before[box] != after[box]).any()


def test_dates_are_words() -> None:
    """A day that reads the same in the UK and the US, and a month without a day."""
    assert prose.day("2026-11-02") == "2 November 2026"
    assert prose.day("2026-11") == "November 2026"


def test_a_clinic_s_numbers_take_the_place_of_the_blanks(small: "Small") -> None:
    """What `mkdocs.yml` gives is printed in our typeface, whatever Latin letters it has; no line is left to write on."""
    clinic = {
        "name": """Łódź, Řež, Ștefan, Gŵyr, Œuvre: the <drip> room &copy "5''""",
        "number": "+44\u00a0(0)20 7946\u20110000",
        "hours": "9 to 5",
        "out_of_hours": "\u200e020\u202f7946.0001\u200e",
    }
    written = small.write(emergency_numbers=[{"number": "1\u20091-2", "where": "Europe & <more>"}], clinic=clinic)
    first = written.read(page=0)
    for given in (
        clinic["name"],
        "Call +44 (0)20 7946-0000 (9 to 5).",
        "At night and at weekends: 020 7946.0001",
        "Call 1 1-2 Europe & <more>",
    ):
        assert squeeze(given) in first
    assert "999" not in first
    assert squeeze("that they gave you") not in first
    with pikepdf.open(written.path) as pdf:
        fonts = {str(one.BaseFont) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one}
        dialled = {str(link.A.URI) for link in pdf.pages[0].get("/Annots", []) if "/A" in link}
    assert {font.split("+")[1] for font in fonts} == {
        f"Atkinson-Hyperlegible-Next{name}" for name in ("", "-Bold", "-Extended-Bold")
    }  # one for each file: WeasyPrint draws the letters of two files of one name from the first
    assert {"tel:112", "tel:+442079460000", "tel:02079460001"} == dialled


def test_a_setting_has_letters_that_the_typeface_lacks(small: "Small") -> None:
    """It names the setting and the letters, whichever typefaces the computer has."""
    name = "Nguyễn, مشفى, 病院"
    said = small.refusal(clinic={"name": name, "number": "", "hours": "", "out_of_hours": ""})
    assert said == (
        f"mkdocs.yml, extra: clinic: name: got {name!r}, wanted only characters that Atkinson Hyperlegible Next has."
        " It lacks 'ش', 'ف', 'م', 'ى', 'ễ', '病', '院': write this in plain Latin letters."
    )


# --- the code that a phone reads


@pytest.mark.parametrize("file", [name for name in EVERY if not name.startswith("wallet-cards")])
def test_a_phone_reads_the_code(papers: Papers, file: str) -> None:
    """Once a sheet, in grey and at the resolution of a poor copy, on black too; it leads to a page that the site has."""

    def read(page: pypdfium2.PdfPage, ground: int) -> Any:  # noqa: ANN401
        drawn = page.render(scale=2, grayscale=True, fill_color=(ground, ground, ground, 255))
        return zxingcpp.read_barcodes(drawn.to_numpy())

    ((page, code),) = [(page, code) for page in pypdfium2.PdfDocument(papers[file].path) for code in read(page, 255)]
    address = f"{HOME}paper/{GUIDE.version}/"
    assert [code.text, *(on_black.text for on_black in read(page, 0))] == [address] * 2
    assert f"{address.removeprefix(HOME).strip('/')}.md" in printed_versions.pages(GUIDE)
    assert squeeze(address.removeprefix("https://")) in papers[file].read()
    left, right = (code.position.top_left, code.position.top_right)
    across = (right.x - left.x) / 2 / 72 * 25.4
    assert 24 <= across <= 26


@pytest.mark.parametrize("address", ["", "http://localhost:8000/"])
def test_without_an_address_there_is_no_code(small: "Small", address: str) -> None:
    """Nobody knows then where a newer one is: no phone finds what only this machine has."""
    assert squeeze("up to date") not in small.write(site_url=address).read()


# --- how they print


@pytest.mark.parametrize("file", EVERY)
def test_every_page_has_its_foot(papers: Papers, file: str) -> None:
    """Review, version, date and page number: read aloud where a sheet has no other page to say it on."""
    for number, page in enumerate(papers[file].pages, 1):
        said = squeeze("".join(run.text for run in page.artifact_runs()))
        if len(papers[file].pages) == 1:
            said = papers[file].read()
        assert squeeze(f"{REVIEW} Version {GUIDE.version}, {prose.day(GUIDE.dated)}") in said
        assert squeeze(f"Page {number} of {len(papers[file].pages)}") in said


@pytest.mark.parametrize("file", EVERY)
def test_it_is_on_its_paper(papers: Papers, file: str) -> None:
    """A4 is 210 by 297 mm, Letter 8.5 by 11 inches; nothing but the card has more pages than it may."""
    wanted = (612, 792) if file.endswith("-letter.pdf") else (595, 842)
    for page in pypdfium2.PdfDocument(papers[file].path):
        assert tuple(map(round, page.get_size())) == wanted


@pytest.mark.parametrize("file", FULL[:2])
def test_the_full_handout_is_short(papers: Papers, file: str) -> None:
    """12 pages are read; more are put aside."""
    assert len(papers[file].pages) <= 12


@pytest.mark.parametrize("file", ORDINARY)
def test_it_is_large(papers: Papers, file: str) -> None:
    """Text is 14 pt; tables, sources and captions are 12 pt at least."""
    paper = papers[file]
    assert min(round(run.size, 1) for page in paper.pages for run in page.runs) >= 12
    small = ("Table", "Figure")
    tables = {
        (piece.page, piece.stream, piece.mcid)
        for element in paper.document.elements
        if element.type in small
        for part in (element, *element.descendants())
        for piece in part.mcrefs
    }
    # The lists of the symptom table start under this heading; sources come after them.
    parts = takewhile(
        lambda element: element.type != "H2" or paper.spoken(element) != "Together", paper.document.elements
    )
    body = {(piece.page, piece.stream, piece.mcid) for element in parts for piece in element.mcrefs if piece.page}
    found = [
        run.text
        for number, page in enumerate(paper.pages)
        for run in page.runs
        if (number, run.stream, run.mcid) in body - tables and run.size < 13.99
    ]
    assert found == []


@pytest.mark.parametrize("file", [name for name in EVERY if not name.startswith("wallet")])
def test_its_lines_are_far_apart_and_start_below_each_other(papers: Papers, file: str) -> None:
    """Tired eyes find the next line: at least 1.4 of the size of the letters further down, and at the same place."""
    paper, lines_seen = papers[file], 0
    inline = {"Span", "Link", "Strong", "Em", "Figure"}
    for block in [one for one in paper.document.elements if one.type not in inline]:
        parts = [block, *block.descendants()]
        if {part.type for part in parts[1:]} - inline:  # blocks, or the buttons with numbers, side by side
            continue
        found = {(piece.page, piece.stream, piece.mcid) for part in parts for piece in part.mcrefs}
        for page in {page for page, *_ in found}:
            lines: dict[int, tuple[float, float]] = {}  # how far up the page: where it starts, how large it is
            for run in paper.pages[page].runs:
                if (page, run.stream, run.mcid) in found and run.text.strip():
                    lines.setdefault(round(run.bbox[1]), (run.bbox[0], run.size))
            for (high, (start, _)), (low, (below, size)) in pairwise(sorted(lines.items(), reverse=True)):
                assert high - low >= 1.4 * size - 1, paper.text(block)
                assert abs(start - below) < 1, paper.text(block)
                lines_seen += 1
    assert lines_seen > 5


@pytest.mark.parametrize("file", FULL[2:])
def test_large_print_is_large(papers: Papers, file: str) -> None:
    """Nothing is under 18 pt, head and foot included."""
    assert [run.text for page in papers[file].pages for run in page.runs if run.size < 17.99] == []


def test_the_card_is_readable(papers: Papers) -> None:
    """8 pt is the least, and only on the card itself."""
    sizes = [run.size for page in papers["wallet-card.pdf"].pages for run in page.runs]
    assert min(sizes) >= 7.99


def luminance(colour: str) -> float:
    """How bright a colour is, from 0 to 1, as WCAG counts: what is left of it in grey."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("urgency", [urgency.value for urgency in Urgency])
@pytest.mark.parametrize("style", ["sheet.css", "picture.css"])
def test_white_on_an_urgency_is_read_in_grey(style: str, urgency: str) -> None:
    """A photocopy leaves a contrast of 7 to 1 at least."""
    css = (writer.FOLDER / style).read_text(encoding="utf-8")
    found = re.search(rf"(?:--|\.){urgency}(?:: | {{ fill: )(#[0-9a-f]{{6}})", css)
    assert found
    assert 1.05 / (luminance(found[1]) + 0.05) >= 7


@pytest.mark.parametrize("file", EVERY)
def test_only_our_typeface_is_used_and_it_is_embedded(papers: Papers, file: str) -> None:
    """Nobody's printer sets it in another typeface, or a box in place of a letter."""
    with pikepdf.open(papers[file].path) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        described = [font for font in fonts if "/FontDescriptor" in font]
        assert len(described) == 3  # regular and bold, and the whole of regular for what is typed into a field
        for font in described:
            assert "+Atkinson-Hyperlegible-Next" in str(font.BaseFont)
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())
    assert {page.notdef_shown for page in papers[file].pages} == {0}


def test_it_needs_no_fonts_of_the_computer(papers: Papers, tmp_path: Path) -> None:
    """With not one typeface installed the same bytes come out."""
    (tmp_path / "fonts.conf").write_text("<fontconfig/>", encoding="utf-8")
    review = signatures.load(GUIDE, GIVEN, settings())
    contents = writer.Contents(settings(HOME), GIVEN, GUIDE, HANDOUTS, review)
    job = writer.jobs(contents, tmp_path)[PRINTED[0], "A4"]
    script = f"""
from pathlib import Path, PosixPath
from site_src.handouts.pdf import Job, write
write({job!r})
"""
    environment = {**os.environ, "FONTCONFIG_PATH": str(tmp_path), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True)
    assert job.path.read_bytes() == papers[job.path.name].path.read_bytes()


@pytest.mark.parametrize("sheet", PRINTED, ids=lambda sheet: sheet.id)
def test_the_first_page_has_a_picture(papers: Papers, sheet: sheets.Sheet) -> None:
    """Small enough for a phone, and the page that it is of."""
    picture = (papers.folder / sheet.picture).read_bytes()
    assert len(picture) < 60_000
    assert picture.startswith(b"\x89PNG")


# --- how they are read aloud


@pytest.mark.parametrize("file", EVERY)
def test_pdfua_finds_nothing(papers: Papers, file: str) -> None:
    """No errors, and no warnings either."""
    report = pdfua.validate(str(papers[file].path))
    assert [finding.message for finding in report.findings] == []
    # This check of empty headings fails by itself on new releases of pikepdf; the next test makes up for it.
    assert {outcome.rule_id for outcome in report.skipped} <= {"UA-14-001"}


@pytest.mark.parametrize("file", EVERY)
def test_headings_are_nested_and_not_empty(papers: Papers, file: str) -> None:
    """No level is left out on the way down."""
    levels = [0] + [element.heading_level for element in papers[file].document.elements if element.is_heading]
    assert len(levels) > 2
    assert all(level <= before + 1 for before, level in pairwise(levels))
    assert all(papers[file].tagged("H1", "H2", "H3"))


@pytest.mark.parametrize("file", EVERY)
def test_outloud_finds_nothing_new(papers: Papers, file: str) -> None:
    """A second checker, which looks at what a validator cannot."""
    result = outloud.check(str(papers[file].path))
    assert result.error is None
    # WeasyPrint paints the marks of a list after its text. The tags, which are what is read, have them in their place.
    # Most of a diary is for writing in.
    known = {"ORD-001", "TBL-012"} if file.startswith("diary") else {"ORD-001"}
    # In large print a table takes some pages, and its head is on each of them.
    columns = " ".join(EXTRA["times"]["columns"])
    heads = [f"{option.group} {columns}" for option in GUIDE.question("symptoms").options]

    def is_head(line: str) -> bool:
        return line.endswith(columns) or any(head.startswith(line.removesuffix("…")) for head in heads)

    new = [
        one for one in result.findings if not (one.rule == "PAG-001" and all(map(is_head, one.evidence.split("; "))))
    ]
    assert {finding.rule for finding in new} <= known


@pytest.mark.parametrize("file", EVERY)
def test_it_says_what_it_is(papers: Papers, file: str) -> None:
    """Title, language, date, and the mark of an accessible PDF."""
    sheet = next(sheet for sheet in PRINTED if file in map(sheet.file, sheets.FORMATS))
    title = f"{sheet.title}: Is this normal after IVIg?"
    with pikepdf.open(papers[file].path) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == title
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == title
        assert str(pdf.docinfo.CreationDate).startswith(f"D:{GUIDE.dated.replace('-', '')}")


def said_of_cells(paper: Paper, table: Any) -> list[list[list[str]]]:  # noqa: ANN401
    """The headers that a screen reader says with each cell to read or to write in, row by row.

    A cell may name them. For one that does not, ISO 32000 looks left for those of its row and up for those of its
    column, each as far as the next cell that is none; a header counts in each row and column that it spans.
    """
    ids = {bytes(one.obj.ID): one for one in table.descendants() if "/ID" in one.obj}
    grid: dict[tuple[int, int], Any] = {}

    def nearest(places: Iterable[tuple[int, int]], scope: str) -> list[Any]:
        cells = dropwhile(lambda cell: cell.type == "TD", (grid[place] for place in places))
        return [head for head in takewhile(lambda cell: cell.type == "TH", cells) if head.attr("Scope") == scope]

    said: list[list[list[str]]] = []
    for y, row in enumerate(one for one in table.descendants() if one.type == "TR"):
        found = []
        for cell in row.children:
            x = next(x for x in count() if (y, x) not in grid)
            across, down = (int(cell.attr(span) or 1) for span in ("ColSpan", "RowSpan"))
            grid |= dict.fromkeys(product(range(y, y + down), range(x, x + across)), cell)
            if cell.type == "TD":
                heads = [*nearest(((y, left) for left in reversed(range(x))), "Row")]
                heads += nearest(((up, x) for up in reversed(range(y))), "Column")
                named = cell.obj.A.get("/Headers")
                found.append(
                    [paper.spoken(one) for one in (heads if named is None else [ids[bytes(n)] for n in named])]
                )
        said += [found] if found else []
    return said


@pytest.mark.parametrize("file", EVERY)
def test_each_cell_of_a_table_is_said_with_its_headers(papers: Papers, file: str) -> None:
    """In the diary what was felt and when, or when and which reading; in the symptom table the days that an answer is for."""
    hours, days = ["0", "6", "24", "48", "72"], [str(day) for day in range(4, 15)]
    times = [*([hour, "Hoursafter"] for hour in hours), *([day, "Daysafter"] for day in days)]
    readings = ["Temperature", "Bloodpressure", "Weight", "Drinks(cups)", "Medicines,withtime"]
    listed = pairs.symptom_question(GUIDE).options
    felt = [squeeze(option.text) for option in listed if option.reports and option.id not in NOT_FELT]
    for table in [one for one in papers[file].document.elements if one.type == "Table"]:
        said = said_of_cells(papers[file], table)
        heads = [papers[file].spoken(one) for one in table.descendants() if one.type == "TH"]
        if heads[0] == "Brand(product)":
            assert said == [[[one], [other]] for one, other in zip(heads[::2], heads[1::2], strict=True)]
        elif heads[0] == "When":
            whens = [*(f"{hour}hours" for hour in hours), *(f"Day{day}" for day in days)]
            assert said == [[[when, reading] for reading in readings] for when in whens]
        elif heads[0].startswith("Eachday:"):
            lines = heads[-4:]
            assert said == [[[line, str(day)] for day in range(1, 15)] for line in lines]
        elif heads[0] == "Whatyoufelt":
            rows = [row for row in said if len(row) > 1]
            assert sorted(row[0][0] for row in rows) == sorted(felt)
            assert rows == [[[row[0][0], *time] for time in times] for row in rows]
        else:
            assert said == [[[head] for head in heads]] * len(said)
    assert any(one.type == "Table" for one in papers[file].document.elements) == (
        not file.startswith(("warning", "wallet"))
    )


@pytest.mark.parametrize("file", FULL)
def test_it_has_bookmarks(papers: Papers, file: str) -> None:
    """The parts, and under the first the two lists of warning signs."""
    with pikepdf.open(papers[file].path) as pdf, pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        assert top[0] == "Is this normal after IVIg?"
        assert top[1:5] == ["Before your infusion", "During your infusion", "After your infusion", "Symptom table"]
        signs = outline.root[0].children[0]
        assert signs.title == "Call for emergency help now if you have any of these"
        assert signs.children[0].title == "Other warning signs"


@pytest.mark.parametrize("file", EVERY)
def test_links_lead_somewhere(papers: Papers, file: str) -> None:
    """Every link inside has its target; every other is a phone number or a full address."""
    with pikepdf.open(papers[file].path) as pdf:
        targets = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
        links = [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Link"]
        inside = {str(link.Dest) for link in links if "/Dest" in link}
        outside = {str(link.A.URI) for link in links if "/A" in link}
        assert inside <= targets
        assert inside == ({"warning-signs"} if file in FULL else set())
        assert all(address.startswith(("tel:", "https://")) for address in outside)
        assert [str(link.Contents) for link in links if not str(link.get("/Contents", ""))] == []


# --- what stops it


class Small:
    """Writes the full handout with one small page and one row in its table; what is in its folder can be changed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.page = folder / "before.md"
        self.page.write_text("---\ntitle: Before\n---\n\n# Before\n\nDrink water.\n", encoding="utf-8")
        (folder / "advice").mkdir()
        for name in ("warning-signs.md", "advice/short-card.md"):
            shutil.copyfile(ROOT / "content" / name, folder / name)
        self.style = writer.FOLDER / "sheet.css"
        self.handouts = HANDOUTS._replace(full={"before": ()})
        monkeypatch.setattr(
            symptom_table, "answers_by_urgency", lambda *_: {"Head": {(Urgency.TODAY,) * 2: ["A headache"]}}
        )

    def restyle(self, change: Callable[[str], str]) -> None:
        """Print with another style sheet, whose fonts and shapes are where they were."""
        style = self.style.read_text(encoding="utf-8")
        style = style.replace('url("', f'url("{writer.FOLDER.as_uri()}/')
        self.style = self.folder / "sheet.css"
        self.style.write_text(change(style), encoding="utf-8")

    def write(self, **changes: Any) -> Paper:  # noqa: ANN401
        """Write it, with some of the settings changed."""
        config = settings(**changes)
        config.docs_dir = str(self.folder)
        review = signatures.load(GUIDE, GIVEN, settings())
        wanted = writer.jobs(writer.Contents(config, read(config), GUIDE, self.handouts, review), self.folder)
        job = next(job for (sheet, _), job in wanted.items() if "before" in sheet.pages)
        pdf.write(job._replace(style=self.style))
        return Paper(job.path)

    def refusal(self, **changes: Any) -> str:  # noqa: ANN401
        """Try to write it, and return why it was refused."""
        with pytest.raises(PluginError) as refused:
            self.write(**changes)
        return str(refused.value)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """A handout that is quick to make and easy to spoil."""
    return Small(tmp_path, monkeypatch)


def test_two_builds_give_the_same_bytes(small: Small) -> None:
    """Nothing of the clock or the place is in it."""
    first = small.write().path.read_bytes()
    assert first == small.write().path.read_bytes()


def test_a_timeline_is_drawn_and_told(small: Small) -> None:
    """It has its title and what it shows as words to read aloud, and its letters are drawn with our typeface."""
    after = (ROOT / "content" / "after.md").read_text(encoding="utf-8")
    (figure,) = re.findall(r'<figure data-picture="timeline".*?</figure>', after, re.DOTALL)
    small.page.write_text(f"# Before\n\n{figure}\n", encoding="utf-8")
    written = small.write()
    (drawn,) = (one for one in written.document.elements if one.type == "Figure" and "come and go" in (one.alt or ""))
    assert "A warning sign, at any time: " in drawn.alt
    assert EXTRA["ladder"]["emergency"].lower() in drawn.alt
    assert "6hours" in squeeze(written.text(drawn))


def test_links_to_what_paper_lacks_are_plain_words(small: Small) -> None:
    """A word that cannot be followed does not look like a link."""
    small.page.write_text("# Before\n\n[About](about.md#review), [check](check.md), [self](#x), [top](before.md)\n")
    written = small.write()
    assert "About,check,self,top" in written.read(page=1)
    with pikepdf.open(written.path) as pdf:
        assert [str(link.Dest) for link in pdf.pages[1].get("/Annots", []) if "/Dest" in link] == []


def test_a_page_is_missing(small: Small) -> None:
    """It says which page, and where the list of pages is."""
    small.page.unlink()
    said = small.refusal()
    assert "got no page 'before', wanted a file" in said
    assert "before.md. Write it, or fix full: in handouts.yml." in said


@pytest.mark.parametrize("picture", ["missing.png", "https://example.org/a.png"])
def test_a_picture_is_missing(small: Small, picture: str) -> None:
    """It says which page shows it; nothing is fetched from the network."""
    small.page.write_text(f"# Before\n\n![A vein]({picture})\n", encoding="utf-8")
    said = small.refusal()
    assert f"before.md: got the picture '{picture}', wanted a file in" in said
    assert "Add the picture or fix its address." in said


def test_a_picture_has_no_words(small: Small) -> None:
    """A picture needs words for those who cannot see it."""
    shape = (ROOT / "site_src" / "overrides" / "assets" / "shapes" / "circle.svg").read_text(encoding="utf-8")
    (small.folder / "circle.svg").write_text(shape, encoding="utf-8")
    small.page.write_text("# Before\n\n![](circle.svg)\n", encoding="utf-8")
    assert "before.md: got the picture 'circle.svg' without words, wanted an alt text" in small.refusal()
    small.page.write_text("# Before\n\n![A circle](circle.svg)\n", encoding="utf-8")
    small.write()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda style: style.replace("latin-400-normal", "latin-401-normal"), "cannot be loaded"),
        (lambda style: style.replace("octagon.svg", "nonagon.svg"), "nonagon.svg"),
        (lambda style: f"{style}\np {{ colour: red; }}", "Ignored `colour: red`"),
    ],
    ids=["font", "shape", "style"],
)
def test_what_weasyprint_only_logs_is_an_error(small: Small, change: Callable[[str], str], words: str) -> None:
    """A typeface, a shape or a line of style that got lost."""
    small.restyle(change)
    said = small.refusal()
    assert said.startswith("is-this-normal-after-ivig.pdf: WeasyPrint says ")
    assert words in said
    assert "Fix sheet.css, the template beside it, or the page that it is about." in said


def test_an_id_is_used_twice(small: Small) -> None:
    """A link would have two targets."""
    small.page.write_text("# Before\n\n## One {#one}\n\n## Two {: id=one }\n\n<p id='one'>x</p>\n", encoding="utf-8")
    assert "before-one" in small.refusal()


def test_a_character_that_the_typeface_lacks(small: Small) -> None:
    """It would be printed in whatever other typeface there is."""
    small.page.write_text("# Before\n\nHome → ward\n", encoding="utf-8")
    said = small.refusal()
    assert "got '→', wanted only characters that Atkinson Hyperlegible Next has" in said
    assert "site_src/overrides/assets/shapes/" in said


def test_the_first_page_runs_over(small: Small) -> None:
    """The red flags are torn off and used alone."""
    numbers = [{"number": str(number), "where": "Europe and most mobiles"} for number in range(100, 140)]
    said = small.refusal(emergency_numbers=numbers)
    assert re.search(r"is-this-normal-after-ivig.pdf: got \d pages for warning-signs, wanted 1 at most\.", said), said


LONG = "Pneumono" * 12
SQUARE = '<div style="height: 20mm; overflow: hidden">{}</div>'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"Say {LONG} to them.", f"a line that does not fit, '{LONG}"),
        (f"| one | two |\n| --- | --- |\n| {LONG} | {LONG} |", "a table that does not fit, 'one two"),
        (SQUARE.format("<p>Drink water.</p>" * 9), "a line that does not fit, 'Drink water.'"),
    ],
    ids=["line", "table", "cut"],
)
def test_what_does_not_fit_its_place(small: Small, text: str, what: str) -> None:
    """It says which page of paper, and begins to quote what stands out."""
    small.page.write_text(f"# Before\n\n{text}\n", encoding="utf-8")
    said = small.refusal()
    assert said.startswith(f"is-this-normal-after-ivig.pdf, page 2: got {what}")
    assert "wanted all of it inside its box. Shorten it, or give it room in its style sheet." in said


def test_words_that_the_layout_drops(tmp_path: Path) -> None:
    """What is left of a float after the last page is printed nowhere, and WeasyPrint says nothing."""
    text = f'<div style="float: left">{"<p>Drink water.</p>" * 60}<p>Call at night.</p></div>'
    start = '<html lang="en"><head><title>Words</title></head><body data-name="" data-foot="">'
    source = (
        f'{start}<article id="one"><h1>One</h1><div style="display: flow-root">{text}</div></article></body></html>'
    )
    with pytest.raises(
        PluginError, match=r"words.pdf: got no place for '(Drink water|Call at night).', wanted every word"
    ):
        pdf.write(pdf.Job(source, writer.FOLDER / "sheet.css", "A4", tmp_path / "words.pdf", tmp_path))


def test_a_section_is_gone(small: Small) -> None:
    """What is left to the screen was given another name."""
    small.handouts = HANDOUTS._replace(full={"before": ("fluids",)})
    assert "got no section 'fluids' in" in small.refusal()


def test_a_figure_has_no_picture(small: Small) -> None:
    """It names the page and the picture."""
    small.page.write_text('# Before\n\n<figure data-picture="moon">\n</figure>\n', encoding="utf-8")
    assert "before.md: got picture 'moon'" in small.refusal()


def test_a_text_is_missing(small: Small) -> None:
    """It names the template, the text and where to add it."""
    small.handouts = small.handouts._replace(text={**HANDOUTS.text, "sources": {"heading": "Where this comes from"}})
    said = small.refusal()
    assert said.startswith("full/handout.html: got \"'dict object' has no attribute 'intro'\"")
    assert "Add it under text: in handouts.yml" in said


LISTED = (ROOT / "content" / "handouts.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("there", "wrong", "said"),
    [
        ("full:", "fool:", "handouts.yml: got sheets, fool, text, wanted sheets, full, text. Fix the keys."),
        (
            "    use: For your fridge door.",
            "    why: For your fridge door.",
            "handouts.yml, a sheet: got id, title, why,",
        ),
        (
            "layout: diary",
            "layout: dairy",
            "handouts.yml, diary: got layout 'dairy', wanted one of warning-signs, full,",
        ),
        ("pages: [warning-signs]", "pages: [signs]", "handouts.yml, warning-signs: got page 'signs', wanted a file"),
        ("sheets:", "sheets: [", "handouts.yml: got while parsing"),
    ],
)
def test_a_list_of_handouts_that_is_wrong(tmp_path: Path, there: str, wrong: str, said: str) -> None:
    """It says what is wrong; a page that is not there would have its sheet say that it is reviewed."""
    for page in (ROOT / "content").glob("*.md"):
        (tmp_path / page.name).touch()
    (tmp_path / "handouts.yml").write_text(LISTED.replace(there, wrong, 1), encoding="utf-8")
    config = settings()
    config.docs_dir = str(tmp_path)
    with pytest.raises(PluginError) as refused:
        sheets.load(config)
    assert str(refused.value).startswith(said)
