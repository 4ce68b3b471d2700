"""The page for educators: what it offers is there, and its model answers are the words of the pages."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal
from urllib.parse import urldefrag

import pytest
import yaml
import zxingcpp
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from PIL import Image
from playwright.sync_api import Browser

from quiz import GUIDE
from site_src.derived import pairs
from site_src.pages import educators, qr_codes
from tests.conftest import HOME, ROOT
from tools import grades

CONTENT = ROOT / "content"
LISTED: dict[str, dict[str, Any]] = yaml.safe_load((CONTENT / educators.LIST).read_text(encoding="utf-8"))


def config(folder: Path = CONTENT) -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(folder), site_url=HOME)


def offers(folder: Path = CONTENT) -> tuple[educators.Offer, ...]:
    """Return the offers of the pages in a folder."""
    pages: list[Any] = []
    for path in CONTENT.glob("*.md"):
        _, top, _ = path.read_text(encoding="utf-8").split("---\n", 2)
        file = SimpleNamespace(name=path.stem, src_path=path.name)
        pages.append(SimpleNamespace(file=file, url=f"{path.stem}/", meta=yaml.safe_load(top)))
    return educators.offers(pages, config(folder))


def text(html: str) -> str:
    inline = re.sub(r"</?(?:a|bdi|strong|em)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def test_each_page_of_advice_has_three_questions() -> None:
    """Every page in the list that is not a tool has three, and the pages of advice are in the list."""
    asked = {offer.page.file.name: len(offer.questions) for offer in offers() if offer.sections}
    assert (
        dict.fromkeys(("how-ivig-works", "before", "during", "after", "when-it-is-something-else", "warning-signs"), 3)
        == asked
    )
    assert [] == [one.question for offer in offers() for one in offer.questions if not one.question.endswith("?")]


def test_model_answers_can_be_heard_in_one_breath() -> None:
    """An answer is one short sentence in words of the page; who is asked when to call is told how soon in those of the site."""
    titles = tuple(config().extra["ladder"].values())
    for one in (one for offer in offers() for one in offer.questions if one.answer):
        assert 10 <= len(one.answer.split()) <= educators.MOST_WORDS, one.question
        assert one.answer[0].isupper()
        assert one.answer.endswith(".")
        assert ". " not in one.answer, one.question
        if "when will you call" in one.question.lower() and ":" in one.answer:
            assert one.answer.startswith(titles), one.question


def test_one_question_asks_for_every_warning_sign(home: Path) -> None:
    """Its model answer is the short list of every page; no other question stands without an answer."""
    (one,) = (one for offer in offers() for one in offer.questions if not one.answer)
    page = (home / "educators" / "index.html").read_text(encoding="utf-8")
    answer = unescape(page.split(one.question)[1].split('<div class="answer-is">')[1].split("</div>")[0])
    listed = (CONTENT / "advice" / "short-card.md").read_text(encoding="utf-8")
    assert [line.removeprefix("- ") for line in listed.splitlines()] == re.findall(r"<li>(.*?)</li>", answer)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("\nafter:", "\nafterwards:", r"^educators\.yml: got page 'afterwards', wanted one of about, after,"),
        ("section: feel\n", "section: feal\n", r"^educators\.yml, during: got section 'feal', wanted one of feel"),
        ("    fluids:", "    drinks:", r"^educators\.yml, before: got section 'drinks', wanted one of on-the-day"),
        (
            "you feel worse than yesterday",
            "you feel bad",
            r"^educators\.yml, after, .*got 'you feel bad', wanted words of",
        ),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, was: str, now: str, said: str) -> None:
    """A page, a section or an answer that is not there stops the build with its name and the cure."""
    for path in CONTENT.glob("*.md"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / educators.GRADES).write_text((CONTENT / educators.GRADES).read_text(encoding="utf-8"), encoding="utf-8")
    listed = (CONTENT / educators.LIST).read_text(encoding="utf-8")
    assert 1 == listed.count(was)
    (tmp_path / educators.LIST).write_text(listed.replace(was, now), encoding="utf-8")
    with pytest.raises(PluginError, match=said):
        offers(tmp_path)


def test_grades_are_those_of_the_words() -> None:
    """The page shows what the words measure now: `python -m tools.grades` writes it."""
    assert grades.measured() == yaml.safe_load((CONTENT / educators.GRADES).read_text(encoding="utf-8"))


def test_each_row_has_what_a_teacher_needs(home: Path) -> None:
    """Title, when to use it, grade, day, address, code and, for a page, a frame that is there."""
    page = (home / "educators" / "index.html").read_text(encoding="utf-8")
    rows = page.split('<div class="offer" data-offer>')[1:]
    parts = [part for offer in offers() for part in (offer.whole, *offer.sections)]
    assert len(parts) == len(rows) == len(LISTED) + sum(len(told.get("sections", {})) for told in LISTED.values())
    for row, part in zip(rows, parts, strict=True):
        said = text(row)
        assert [] == [
            words for words in (part.title, part.use, f"{HOME}{part.address}", "Written ") if words not in said
        ]
        assert (part.grade is None) == ("Reading grade" not in said)
        assert (part.grade is None) == (part.name in {"check", "guide"})
    frames = re.findall(
        r'<iframe src="([^"]+)" title="[^"]+" width="100%" height="640" loading="lazy"></iframe>', unescape(page)
    )
    assert [f"{HOME}embed/{name}/" for name in LISTED if name != "guide"] == frames
    assert [] == [frame for frame in frames if not (home / frame.removeprefix(HOME) / "index.html").is_file()]
    (script,) = set(re.findall(r'<script src="([^"]+)" async></script>', unescape(page)))
    assert (home / script.removeprefix(HOME)).is_file()


def test_a_frame_says_where_the_quiz_is(home: Path) -> None:
    """A portal can keep the button from opening anything, and nobody is told: the address stands below it in words."""
    frame = (home / "embed" / "check" / "index.html").read_text(encoding="utf-8")
    assert f"If the button does nothing, type this address: {HOME}check/" in text(frame)


def test_what_has_no_frame_is_said(home: Path) -> None:
    """The page says in a sentence which rows have no frame, and those are the rows without a button for it."""
    page = (home / "educators" / "index.html").read_text(encoding="utf-8")
    assert "Sections and the symptom table have no frame: link to them." in text(page)
    rows = page.split('<div class="offer" data-offer>')[1:]
    parts = [part for offer in offers() for part in (offer.whole, *offer.sections)]
    without = {part.name for row, part in zip(rows, parts, strict=True) if "data-copy-frame" not in row}
    assert {"guide", *(part.name for offer in offers() for part in offer.sections)} == without


def on_paper(site: Path, address: str) -> dict[str, list[str]]:
    """What the links to handouts under the title of each page name, for the pages that have any."""
    html = (site / "educators" / "index.html").read_text(encoding="utf-8")
    parts = re.findall(r'<h3 id="page-([\w-]+)">(.*?)</section>', html, re.DOTALL)
    found = {name: re.findall(rf'href="\.\./handout/{address}"', part) for name, part in parts}
    return {name: sheets for name, sheets in found.items() if sheets}


def test_a_page_that_is_on_paper_leads_to_its_pdfs(home: Path) -> None:
    """Each page links the handout that contains it: the warning signs their sheet, others the full one or none."""
    full, flags = ([f"{name}.pdf", f"{name}-letter.pdf"] for name in ("is-this-normal-after-ivig", "warning-signs"))
    found = on_paper(home, r"([\w-]+\.pdf)")
    assert {**dict.fromkeys(("before", "during", "after", "guide"), full), "warning-signs": flags} == found
    assert [] == [name for name in (*full, *flags) if not (home / "handout" / name).is_file()]
    html = (home / "educators" / "index.html").read_text(encoding="utf-8")
    assert "On paper: Full handout (A4, Letter)" in text(html)
    assert f"{HOME}handout/is-this-normal-after-ivig-letter.pdf" in text(html).split()


def test_without_pdfs_it_leads_to_the_page_of_handouts(site: Path) -> None:
    """A build that has no PDFs leads to the page that says so."""
    full = {name: ["is-this-normal-after-ivig"] for name in ("before", "during", "after", "guide")}
    assert {**full, "warning-signs": ["warning-signs"]} == on_paper(site, r"#([\w-]+)")


def test_links_to_the_checker_name_what_the_quiz_asks(home: Path) -> None:
    """There is one for each thing that a person can tick, in the words of the quiz; on paper its address stands beside it."""
    page = (home / "educators" / "index.html").read_text(encoding="utf-8")
    assert 'href="#check-links"' in page
    listed = page.split('<h2 id="check-links">')[1].split("</section>")[0]
    question = pairs.symptom_question(GUIDE)
    told = [(option.id, option.text) for option in question.options if option.reports]
    found = re.findall(r'href="\.\./check/#about=([\w-]+)">(.*?)</a>', listed)
    assert told == [(name, unescape(words)) for name, words in found]
    quiz = (home / "check" / "index.html").read_text(encoding="utf-8")
    assert [] == [name for name, _ in told if f'name="{question.id}" value="{name}"' not in quiz]
    assert [] == [name for name, _ in told if f"{HOME}check/#about={name}" not in text(listed).split()]


def test_each_code_leads_to_its_place(home: Path) -> None:
    """A phone reads the address of the page or section from the picture, and that place is there."""
    for part in (part for offer in offers() for part in (offer.whole, *offer.sections)):
        with Image.open(home / qr_codes.FOLDER / f"{part.name}.png") as picture:
            (read,) = zxingcpp.read_barcodes(picture.convert("L"))
        assert f"{HOME}{part.address}" == read.text
        address, section = urldefrag(part.address)
        page = (home / address / "index.html").read_text(encoding="utf-8")
        assert not section or f'id="{section}"' in page


@pytest.mark.parametrize("colors", ["active", "none"])
def test_a_code_is_read_on_black(
    home: Path, tmp_path: Path, browser: Browser, colors: Literal["active", "none"]
) -> None:
    """On a dark slide, and in a browser with a person's own colours, a code drawn as SVG keeps its white ground."""
    context = browser.new_context(forced_colors=colors, color_scheme="dark")
    page = context.new_page()
    drawn = [path.as_uri() for path in (home / qr_codes.FOLDER).glob("*.svg")]
    slide = tmp_path / "slide.html"
    slide.write_text("<body style='background: #000'>" + "".join(f"<img src='{one}' width='160'>" for one in drawn))
    page.goto(slide.as_uri())
    with Image.open(BytesIO(page.screenshot(full_page=True))) as picture:
        read = zxingcpp.read_barcodes(picture.convert("L"))
    parts = [part for offer in offers() for part in (offer.whole, *offer.sections)]
    assert sorted(code.text for code in read) == sorted(f"{HOME}{part.address}" for part in parts)
    page.goto(drawn[0])
    with Image.open(BytesIO(page.screenshot())) as picture:
        assert zxingcpp.read_barcodes(picture.convert("L"))
    context.close()


def test_with_an_address_nothing_draws_codes_in_the_browser(home: Path) -> None:
    """The codes of a released site are in the page already, for its address and no other."""
    page = (home / "educators" / "index.html").read_text(encoding="utf-8")
    assert "data-no-codes" not in page
    assert "data-code=" not in page
    assert not (home / "assets" / "uqr.js").exists()


def test_without_an_address_there_is_no_code(site: Path) -> None:
    """A copy that does not know where it is says so in sentences, promises no code, and has its rows and questions."""
    page = (site / "educators" / "index.html").read_text(encoding="utf-8")
    assert not (site / qr_codes.FOLDER).exists()
    assert "Codes appear here once the site has an address of its own." in page
    assert "This copy has no frames." in page
    assert "scan its code" not in page
    assert "iframe" not in page
    assert "Tell me in your own words." in page
