"""The built site holds together: links resolve, addresses are relative, nothing is missing from the quiz page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli
import pytest
import yaml
from playwright.sync_api import Browser

from quiz import GUIDE
from site_src.derived.symptom_table import rows
from site_src.derived.warning_signs import asked_first, asked_later
from tests.conftest import Shared, build

ROOT = Path(__file__).parents[2]
PAGES = (
    "index.html",
    *(
        f"{name}/index.html"
        for name in (
            "how-ivig-works",
            "before",
            "during",
            "after",
            "when-it-is-something-else",
            "warning-signs",
            "check",
            "mine",
            "guide",
            "how-the-checker-decides",
            "glossary",
            "about/quality",
            "handout",
            "about",
            "privacy",
            "changes",
            "reuse",
            "educators",
        )
    ),
)
FOR_STAFF = tuple(
    f"{name}/index.html"
    for name in ("about", "about/quality", "changes", "educators", "how-the-checker-decides", "privacy", "reuse")
)
WARNING_SIGNS = [sign.option.text for sign in (*asked_first(GUIDE), *asked_later(GUIDE))]
ELSEWHERE = re.compile(r"https://pubmed\.ncbi\.nlm\.nih\.gov/\d+/")


class _Reader(HTMLParser):
    """Collects ids, addresses and the text of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "data-texts" and value:
                self.texts.append(value)
            elif value:
                self.attributes.append(value)
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src", "data-worker", "data-folder"} and value is not None:
                self.addresses.append(value)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@cache
def read(site: Path, page: str) -> _Reader:
    """Return a page, read once however many links lead to it."""
    return _Reader((site / page).read_text(encoding="utf-8"))


def plain(words: str) -> str:
    """The text of a Markdown block, without its marks."""
    words = re.sub(r"\{[#.:][^}]*\}|</?div[^>]*>", "", words)
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", words)
    words = re.sub(r"^(#+|\d+\.|-) +|\*\*", "", words, flags=re.MULTILINE)
    return " ".join(words.split())


def test_no_rule_of_the_quiz_is_long(site: Path) -> None:
    """For each `:has()` WebKit keeps a copy of the selector around it: one long rule froze it for seconds at each tick."""
    selectors = (site / "assets" / "quiz" / "rules.css").read_text(encoding="utf-8").split("\n")
    copied = sum(len(selector) * selector.count(":has(") for selector in selectors)
    print(f"\n{len(selectors)} selectors, {copied / 1e6:.1f} MB of copies")
    assert copied < 1_000_000


def test_the_rules_of_the_quiz_are_small(site: Path) -> None:
    """A phone on a slow network shows no question before it has them."""
    content = (site / "assets" / "quiz" / "rules.css").read_bytes()
    packed = len(brotli.compress(content, quality=11, lgwin=24))
    print(f"\n{len(content) / 1000:.0f} kB, packed {packed / 1000:.1f} kB")
    assert len(content) < 600_000
    assert packed < 14_000


def broken(site: Path, page: str) -> Iterator[str]:
    for address in read(site, page).addresses:
        parts = urlsplit(address)
        if parts.scheme == "tel" or ELSEWHERE.fullmatch(address):
            continue
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            yield f"{page}: got {address}, wanted a relative address"
            continue
        target = (site / page).parent.joinpath(unquote(parts.path)) if parts.path else site / page
        if target.is_dir() and not parts.path.endswith("engine/"):
            target /= "index.html"
        if not target.exists():
            yield f"{page}: {address} leads nowhere"
        elif parts.fragment == "ward" or parts.fragment.startswith("about="):  # read by the quiz, which has no such id
            asked = parts.fragment.removeprefix("about=")
            held = 'location.hash === "#ward"' if asked == "ward" else f'name="symptoms" value="{asked}"'
            if held not in target.read_text(encoding="utf-8"):
                yield f"{page}: {address} names no answer of the quiz, and no way to open it"
        elif (
            parts.fragment
            and parts.fragment not in read(site, target.resolve().relative_to(site.resolve()).as_posix()).ids
        ):
            yield f"{page}: {address} names no id"


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(site: Path, page: str) -> None:
    """Every address in a page is relative and leads to something, anchors included."""
    assert [] == list(broken(site, page))


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique(site: Path, page: str) -> None:
    """No id stands twice in a page, so every anchor has one meaning."""
    ids = read(site, page).ids
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    "page", [page for page in (*PAGES, "404.html") if page not in {"check/index.html", *FOR_STAFF}]
)
def test_red_flag_card_is_on_every_readers_page(site: Path, page: str) -> None:
    """The short card, or the whole list in its place, and every emergency number are in the HTML, no script needed."""
    html = (site / page).read_text(encoding="utf-8")
    assert 1 == html.count('class="card-title"') or page == "guide/index.html"  # which has one more for what is typed
    card = (ROOT / "content" / "advice" / "short-card.md").read_text(encoding="utf-8").removeprefix("- ").split("\n- ")
    assert 6 == len(card)
    wanted = WARNING_SIGNS if page in {"warning-signs/index.html", "404.html"} else card
    assert [] == [sign for sign in wanted if sign.strip() not in html]
    assert [] == [number for number in ("911", "999", "112", "000") if f'href="tel:{number}"' not in html]


@pytest.mark.parametrize("page", FOR_STAFF)
def test_pages_for_staff_have_no_card(site: Path, page: str) -> None:
    """They speak to those who are well; their top bar leads to the warning signs all the same."""
    html = (site / page).read_text(encoding="utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    assert "tel:" not in main.split('class="questions"')[0]
    assert "warning-signs/" in html.split("<main")[0]
    assert 'id="red-flag-card"' in main  # of older links to it


@pytest.mark.parametrize("page", ["warning-signs/index.html", "check/index.html", "404.html"])
def test_every_red_flag_is_spelled_out(site: Path, page: str) -> None:
    """The warning page, the quiz and the page for a missing address name each warning sign in full."""
    text = read(site, page).text
    assert [] == [sign for sign in WARNING_SIGNS if sign not in text]


def test_quiz_page_holds_every_question_and_advice(site: Path) -> None:
    """Every question, answer, reason and piece of advice is in the quiz page before any script runs."""
    text = read(site, "check/index.html").text
    wanted = [words for question in GUIDE.questions for words in (question.text, question.theirs)]
    wanted += [option.text for question in GUIDE.questions for option in question.options]
    wanted += [rule.because for rule in GUIDE.rules]
    for path in sorted((ROOT / "content" / "advice").glob("*.md")):
        words = re.sub(r"</?(?:b|span)\b[^>]*>", "", path.read_text(encoding="utf-8"))
        wanted += [plain(block) for block in words.split("\n\n") if block[0] not in "-1"]
    assert [] == [words for words in wanted if words not in text]


def test_symptom_table_has_a_row_for_every_symptom(site: Path) -> None:
    """The symptom table names every symptom a person can tick, with every sentence of the rules about it."""
    reader = read(site, "guide/index.html")
    assert [] == [row.text for row in rows(GUIDE) if row.text not in reader.text]
    assert [] == [row.id for row in rows(GUIDE) if row.id not in reader.ids]
    assert [] == [rule.because for row in rows(GUIDE) for rule in row.rules if rule.because not in reader.text]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_how_old_it_is(site: Path, page: str) -> None:
    """Each page names the version and the year, so that an old copy can be told from a newer one."""
    assert re.search(rf"Version {re.escape(GUIDE.version)}, [^.]*{GUIDE.dated[:4]}", read(site, page).text)


@pytest.mark.parametrize("page", PAGES)
def test_main_part_is_without_menus(site: Path, page: str) -> None:
    """The `main` landmark holds no menu and no empty table of contents, and the title names the site once."""
    html = (site / page).read_text(encoding="utf-8")
    main, title = re.search(r"<main\b.*?</main>", html, re.DOTALL), re.search("<title>(.*?)</title>", html)
    assert main
    assert title
    assert "md-nav" not in main[0]
    assert 1 == html.count("<main")
    assert [] == re.findall(r"<nav\b(?:(?!<a\b).)*?</nav>", html.split("</header>")[-1], re.DOTALL)
    assert 1 >= title[1].count("Is this normal after IVIg?")


SEARCH_FIELD = '<input type="search" id="find-symptom" autocomplete="off" autocapitalize="none" spellcheck="false">'


def test_quiz_has_nothing_to_type_in(site: Path) -> None:
    """The quiz takes only ticks of the answers that it offers; its search field has no name, so nothing in it is sent."""
    html = (site / "check" / "index.html").read_text(encoding="utf-8")
    quiz = html[html.index("<quiz-flow") : html.index("</quiz-flow>")]
    answers = quiz.replace(SEARCH_FIELD, "", 1)
    assert {"checkbox", "radio"} == set(re.findall(r'<input type="(\w+)"', answers))
    assert answers.count("<input") == sum(len(question.options) for question in GUIDE.questions)
    assert not re.search("<(textarea|select)|contenteditable", quiz)


@pytest.mark.parametrize("page", ["check", "mine"])
def test_what_is_kept_is_written_in_fields_that_send_nothing(site: Path, page: str) -> None:
    """Beside the quiz, and on the page about it, no field with words has a name, and every form is a dialog's."""
    html = (site / page / "index.html").read_text(encoding="utf-8")
    own = html.partition("</quiz-flow>" if page == "check" else 'class="mine"')[2]
    fields = re.findall(r"<(?:input|textarea)\b[^>]*>", own)
    assert fields
    assert [] == [field for field in fields if " name=" in field and 'type="radio"' not in field]
    assert {'method="dialog"'} == set(re.findall(r"method=\"\w+\"", own))
    assert own.count("<form") == own.count("<form method=")


def test_nothing_asks_another_host(site: Path) -> None:
    """No style sheet or script of ours names another host."""
    named = re.compile(rb"(?:src|href|url|import|fetch)\s*[=(]\s*[\"']?https?://")
    ours = [path for folder in ("assets/quiz", "assets/fonts") for path in (site / folder).iterdir()]
    assert [] == [path.name for path in [*ours, site / "assets" / "site.css"] if named.search(path.read_bytes())]


def test_no_address_without_a_home(site: Path) -> None:
    """Without SITE_URL there is no sitemap and no canonical link, because nobody knows the address."""
    assert not (site / "sitemap.xml").exists()
    assert "canonical" not in (site / "index.html").read_text(encoding="utf-8")


MARKS = """<own>&copy "it's" {0}"""
"""What HTML would take for a tag, a sign and the end of an attribute, and a translation for a name."""
OWN = {
    "site_name": f"Site {MARKS}",
    "site_description": f"Description {MARKS}",
    "extra": {
        "emergency_numbers": [{"number": "1\u202f1\u20112", "where": f"Ireland {MARKS}"}],
        "clinic": {
            "name": f"Ward 5 {MARKS}",
            "number": "+44\u00a0(0)20 7946\u20110000",
            "hours": f"Monday to Friday {MARKS}",
            "out_of_hours": "\u200e(020) 7946.0001\u200e",
        },
        "feedback": f"site@example.org {MARKS}",
        "team": f"ward 5 {MARKS}",
        "summary_for": f"nurse {MARKS}",
        "short_name": f"Short {MARKS}",
        "flags_count": f"It counts {MARKS}",
        "preview": {"alt": f"Picture {MARKS}"},
        "subject": {"audience": f"Adults {MARKS}", "about": [{"type": "Thing", "name": f"Drip {MARKS}"}]},
        "ladder": {urgency: f"Step {urgency} {MARKS}" for urgency in ("emergency", "today", "soon", "expected")},
    },
}


@pytest.fixture(scope="module")
def own(shared: Shared) -> Path:
    """The site of a clinic whose settings are written in unusual ways."""

    def make(folder: Path) -> None:
        places = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "docs_dir": str(ROOT / "content"),
            "hooks": [str(ROOT / "site_src" / "hooks.py")],
            "theme": {"custom_dir": str(ROOT / "site_src" / "overrides")},
            "watch": [],
        }
        (folder / "mkdocs.yml").write_text(yaml.safe_dump({**places, **OWN}), encoding="utf-8")
        build(folder / "site", "--config-file", str(folder / "mkdocs.yml"), SITE_URL="https://example.org/ward-5 ")

    return shared.make("own", make) / "site"


@pytest.mark.parametrize("page", [*PAGES, "404.html", "embed/check/index.html"])
def test_a_clinic_puts_in_its_own_numbers(own: Path, page: str) -> None:
    """Every page shows a clinic's numbers as they are written and dials their digits, with one emergency number."""
    reader = read(own, page)
    assert {"tel:112", "tel:+442079460000", "tel:02079460001"} == {
        address for address in reader.addresses if address.startswith("tel:")
    }
    for shown in ("Call 1\u00a01-2", "+44\u00a0(0)20 7946-0000", "(020) 7946.0001"):
        assert " ".join(shown.split()) in reader.text


def test_a_clinic_s_number_comes_before_a_kept_one(own: Path) -> None:
    """Where a clinic has put in its number, nobody is asked for another and no script puts one in its place."""
    for page in PAGES:
        html = (own / page).read_text(encoding="utf-8")
        assert not re.search(r"mine/numbers\.js|data-numbers-form|data-team\b", html), page


def test_a_number_reads_from_left_to_right_in_every_language(own: Path, browser: Browser) -> None:
    """On a page in Arabic the groups of digits of a number keep their order."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((own / "404.html").as_uri())
    page.evaluate(
        """() => {
          document.documentElement.dir = "rtl";
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/[a-z]/gi, "\u0627");
        }"""
    )
    for number in ("+44\u00a0(0)20 7946-0000", "(020) 7946.0001", "1\u00a01-2"):
        found = page.get_by_text(number, exact=True).evaluate(
            """({ firstChild: text }) => [0, text.length - 1].map((at) => {
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              return range.getBoundingClientRect().left;
            })"""
        )
        assert found == sorted(found), number
    page.close()


def test_settings_are_shown_as_they_are_written(own: Path) -> None:
    """Settings are escaped in every page, once: no character is read as HTML, and no entity is shown."""
    wrong = []
    for path in sorted(own.rglob("*.html")):
        reader = _Reader(path.read_text(encoding="utf-8"))
        told = [reader.text, *reader.attributes, *(json.dumps(json.loads(texts)) for texts in reader.texts)]
        if "own" in reader.tags or "\u00a9" in "".join(told) or re.search(r"&(amp|lt|gt|quot|#3\d);", "".join(told)):
            wrong.append(path.relative_to(own).as_posix())
    assert [] == wrong


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("about/index.html", "Site Ireland Ward Monday site@example.org Picture"),
        ("check/index.html", "Site Ireland Ward Step"),
        ("warning-signs/index.html", "It"),
        ("guide/index.html", "Step step"),
        ("how-the-checker-decides/index.html", "Step"),
        ("404.html", "Site Ireland Ward"),
        ("embed/after/index.html", "Site Ireland Ward"),
    ],
)
def test_each_setting_is_on_its_pages(own: Path, page: str, names: str) -> None:
    reader = read(own, page)
    told = " ".join([reader.text, *reader.attributes])
    assert [] == [name for name in names.split() if not re.search(rf"\b{name}\b[\w ]*{re.escape(MARKS)}", told)]


def test_data_has_settings_as_they_are_written(own: Path) -> None:
    """Manifest, structured data, feed and guide data hold the characters of the settings unescaped."""
    manifest = json.loads((own / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert [f"{name} {MARKS}" for name in ("Site", "Short", "Description")] == [
        manifest[key] for key in ("name", "short_name", "description")
    ]
    assert f"Site {MARKS}" == json.loads((own / "data" / "guide.json").read_text(encoding="utf-8"))["title"]
    assert f"Site {MARKS}: what changed" in html.unescape((own / "changes" / "feed.xml").read_text(encoding="utf-8"))
    page = (own / "after" / "index.html").read_text(encoding="utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert (f"Site {MARKS}", f"Adults {MARKS}", f"Drip {MARKS}") == (
        json.loads(found)["isPartOf"]["name"],
        json.loads(found)["audience"]["audienceType"],
        json.loads(found)["about"][0]["name"],
    )
    assert '<link rel="canonical" href="https://example.org/ward-5/after/">' in page
