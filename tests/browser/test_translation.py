"""The quiz and one page in a pseudo-language: every visible text is translated, or counted as missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from quiz import GUIDE
from site_src.pages.translation import Translation
from tests.browser.test_quiz import TO_EACH_URGENCY, open_area
from tests.browser.test_views import LAYOUT
from tests.conftest import Server, Shared, build, bundle
from tests.support.pseudo import plain_words, pseudo

LEFT_OUT = "option/drip/1-2-days"
ENGLISH = "1 to 2½ days ago"
LANGUAGE = "he"
"""Any that Material has words for and writes from right to left: it knows no code for a language that nobody speaks."""

SHOWN = ".md-content, .foot, .md-header__title"
"""The parts of a page with our own text; the rest is the theme's."""


class Built(NamedTuple):
    """A site in the pseudo-language, its translation file, and the texts that the build lists as missing."""

    site: Path
    file: Path
    missing: dict[str, dict[str, str]]


def build_with(shared: Shared, name: str, texts: dict[str, Any]) -> Built:
    """Return the site built with these translations."""

    def translate(folder: Path) -> None:
        file = folder / "pseudo.yaml"
        header = {"language": LANGUAGE, "reviewed_by": "", "date": "", "hash": ""}
        file.write_text(yaml.safe_dump({**header, "texts": texts}, allow_unicode=True), encoding="utf-8")
        build(folder / "site", TRANSLATION=str(file))

    folder = shared.make(f"translation-{name}", translate)
    site, file = folder / "site", folder / "pseudo.yaml"
    return Built(site, file, yaml.safe_load(file.with_suffix(".missing.yaml").read_text(encoding="utf-8"))["texts"])


@pytest.fixture(scope="module")
def empty(shared: Shared) -> Built:
    """Return the site with an empty translation: every text is missing."""
    return build_with(shared, "empty", {})


def sign(translated: Built, folder: Path) -> Path:
    """Return a copy of the translation file, reviewed by Jane Doe, nurse."""
    header, texts = translated.file.read_text(encoding="utf-8").split("texts:")
    read = Translation(translated.file)
    for blank, given in (("reviewed_by", "Jane Doe, nurse"), ("date", "2027-02-03"), ("hash", read.hash)):
        header = header.replace(f"{blank}: ''", f"{blank}: '{given}'")
    signed = folder / "signed.yaml"
    signed.write_text(f"{header}texts:{texts}", encoding="utf-8")
    return signed


def elsewhere(name: str) -> bool:
    """Return whether a text belongs to a page other than the quiz and the one on the days after."""
    return name.startswith("page/") and not re.match(r"page/(check|after)\b", name)


@pytest.fixture(scope="module")
def translated(empty: Built, shared: Shared) -> Built:
    """Return the site with the quiz and one page translated, except one answer."""
    texts = {
        name: {"english": text["english"], "words": pseudo(text["english"])}
        for name, text in empty.missing.items()
        if name != LEFT_OUT and not elsewhere(name)
    }
    return build_with(shared, "pseudo", texts)


@pytest.fixture
def narrow(browser: Browser, server: Server, translated: Built) -> Iterator[Page]:
    """Yield a page of the translated site on the narrowest phone."""
    server.root = translated.site
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def untranslated(page: Page) -> set[str]:
    """Return the untranslated words on screen."""
    return english_of(" ".join(part.inner_text() for part in page.locator(SHOWN).all()))


def english_of(shown: str) -> set[str]:
    """Return the untranslated words of a text, without the names of sources."""
    named = {name for rule in GUIDE.rules for source in rule.sources for name in (source.title, source.publisher)}
    for name in sorted(named, key=len, reverse=True):
        shown = shown.replace(name, "")
    return plain_words(shown)


def answer(page: Page, name: str, choice: str) -> None:
    """Pick an answer by its id, and press Next."""
    open_area(page, name, choice)
    page.locator(f'fieldset[data-question="{name}"] input[value="{choice}"]').evaluate("(box) => box.click()")
    page.locator(".next button").click()


def test_what_is_missing_is_counted(empty: Built, translated: Built) -> None:
    """The texts counted as missing are those of the untranslated pages and the one text left out."""
    others = {name for name in empty.missing if elsewhere(name)}
    assert others | {LEFT_OUT} == set(translated.missing)
    assert {"words": "", "english": ENGLISH} == translated.missing[LEFT_OUT]


def test_the_quiz_is_answered_in_another_language(narrow: Page, server: Server) -> None:
    """From first screen to result, words, headings and buttons are translated, and nothing is cut off or overlaps."""
    narrow.goto(f"{server.url}check/")
    assert LANGUAGE == narrow.locator("html").get_attribute("lang")
    english = plain_words(ENGLISH)
    for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY["soon"]]:
        expect(narrow.locator(f'fieldset[data-question="{name}"]')).to_be_visible()
        narrow.locator(".next button").press("Enter")  # no second press of the one that led here
        expect(narrow.locator(f"#missing-{name}")).to_have_text(pseudo("Choose an answer to go on."))
        assert (english if name in {"who", "drip"} else set()) == untranslated(narrow)
        assert [] == narrow.evaluate(LAYOUT)
        answer(narrow, name, choice)
    expect(narrow.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(narrow.get_by_role("heading", name=pseudo("Contact your team within 3 days"))).to_be_focused()
    for fold in narrow.locator("summary:visible").all():
        fold.press("Enter")
    expect(narrow.get_by_role("button", name=pseudo("Change: Who is this for?"))).to_be_visible()
    assert english == untranslated(narrow)
    assert [] == narrow.evaluate(LAYOUT)


def test_what_is_hidden_is_translated_too(narrow: Page, server: Server) -> None:
    """Every hidden text is translated: what the quiz may show later, a screen reader may say or a script may write."""
    narrow.goto(f"{server.url}check/")
    page = narrow.locator(SHOWN).evaluate_all(
        """(parts) => parts.flatMap((part) => [part, ...part.querySelectorAll(":not(script)")]).flatMap((part) => [
          ...[...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data),
          part.getAttribute("aria-label") ?? "",
          ...Object.values(JSON.parse(part.dataset.texts ?? "{}")),
        ])"""
    )
    names = plain_words(
        "{count} {question} {day} {time} {here} {all} {when} {told} {answer} {number} {urgency} {version} {rules} {answers} {link}"
    )
    assert plain_words(ENGLISH) - names == english_of(" ".join(page)) - names


def test_the_summary_is_in_the_other_language(narrow: Page, server: Server) -> None:
    """The summary is printed and copied in the language of the page."""
    narrow.goto(f"{server.url}check/")
    for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY["emergency"]]:
        answer(narrow, name, choice)
    expect(narrow.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(narrow.locator("[data-led-here]")).to_contain_text(pseudo("Check the answer that led here:"))
    summary = narrow.evaluate("document.querySelector('quiz-flow').summary")
    assert summary.startswith(
        pseudo("Summary for your nurse\nCall for emergency help now\n\nWhat to say\n“I am calling about IVIg.")
    )
    assert re.search(rf"^{pseudo('Copied on')} .*\d{{4}} {pseudo('at')} ", summary, re.MULTILINE)
    narrow.get_by_role("button", name=pseudo("Copy as text")).click()
    expect(narrow.locator("[data-status]")).to_have_text(re.compile(f"^{pseudo('Cop')}"))


def test_a_page_is_shown_in_another_language(narrow: Page, server: Server) -> None:
    """The page on the days after, with its pictures, is translated throughout and fits the narrowest phone."""
    narrow.goto(f"{server.url}after/")
    expect(narrow.get_by_role("heading", level=1)).to_have_text(pseudo("After your infusion"))
    assert f"{pseudo('After your infusion')} - {pseudo('Is this normal after IVIg?')}" == narrow.title()
    assert set() == untranslated(narrow)
    assert 0 == narrow.locator('main [lang="en"]').count()
    assert [] == narrow.evaluate(LAYOUT)


@pytest.mark.parametrize("path", ["after/", "embed/after/", "no/such/page/"])
def test_a_page_runs_from_right_to_left(narrow: Page, server: Server, path: str) -> None:
    """In a right-to-left language pages, frames and the 404 page run right to left; phone numbers do not."""
    narrow.goto(server.url + path)
    assert "rtl" == narrow.locator("main").first.evaluate("(main) => getComputedStyle(main).direction")
    room = narrow.locator("main li:visible").evaluate_all(
        """(all) => all.filter((item) => getComputedStyle(item).listStyleType !== "none").map((item) => {
          const list = item.parentElement.getBoundingClientRect();
          const text = document.createRange();
          text.selectNodeContents(item);
          return list.right - Math.max(...[...text.getClientRects()].map(({ right }) => right));
        })"""
    )
    number = narrow.locator(".call bdi:visible").first.evaluate(
        """(number) => {
          number.textContent = "01 234 5678";
          const [first, last] = [0, 10].map((at) => {
            const digit = document.createRange();
            digit.setStart(number.firstChild, at);
            digit.setEnd(number.firstChild, at + 1);
            return digit.getBoundingClientRect().left;
          });
          return last - first;
        }"""
    )
    assert number > 0
    assert min(room) > 10


def test_what_stays_english_says_so_to_those_who_listen(narrow: Page, server: Server) -> None:
    """A page without translations stays English and is marked as such, below a translated heading card."""
    narrow.goto(f"{server.url}before/")
    assert LANGUAGE == narrow.locator("html").get_attribute("lang")
    for part in narrow.locator(":is(h1, h2):not(.card *)").all():
        assert "en" == part.get_attribute("lang")
        assert "ltr" == part.get_attribute("dir")
    expect(narrow.locator("#red-flag-card")).to_have_text(
        pseudo("Emergency: Call for emergency help now if you suddenly have any of these")
    )


def test_ids_rules_and_engine_are_those_of_the_english(site: Path, translated: Built) -> None:
    """Ids in pages, but for medical words, the compiled rules and every byte of the engine are unchanged."""
    ids = r'<(?!h1)\w[^>]* id="((?!word-)[^"]+)"'  # the heading of a page gets its id from its words
    for page in ("check", "after", "guide", "warning-signs"):
        one, other = ((folder / page / "index.html").read_text(encoding="utf-8") for folder in (site, translated.site))
        assert re.findall(ids, one) == re.findall(ids, other)
    rules = Path("assets", "quiz", "rules.css")
    assert (site / rules).read_bytes() == (translated.site / rules).read_bytes()
    assert bundle(site) == bundle(translated.site)


@pytest.mark.parametrize("options", [(), ("--config-file", "mkdocs.offline.yml")])
def test_a_reviewed_translation_is_published(translated: Built, tmp_path: Path, options: tuple[str, ...]) -> None:
    """A reviewed translation is published on the site and in the zip; its reviewer is not named for the English."""
    signed = sign(translated, tmp_path)
    site = build(tmp_path / "site", *options, TRANSLATION=str(signed), OFFLINE="" if options else "worker", PDF="1")
    html = (site / ("about.html" if options else "about/index.html")).read_text(encoding="utf-8")
    assert pseudo("Translated from English. Translation reviewed by ") + "Jane Doe, nurse; 2027-02-03." in html
    assert pseudo("Not yet reviewed by a clinician") in html
    assert [] == list(site.rglob("*.pdf"))


def test_nobody_is_told_that_a_translation_was_reviewed(narrow: Page, server: Server) -> None:
    narrow.goto(f"{server.url}check/")
    expect(narrow.locator(".foot")).to_contain_text(
        pseudo("Translated from English. Nobody has reviewed the translation.")
    )
