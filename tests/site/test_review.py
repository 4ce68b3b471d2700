"""Who has signed what: a signature holds for the words that were read, and lapses by itself when they change."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz import GUIDE
from quiz.conditions import AnyOf, Picked, TwoClusters, named
from quiz.model import Guide, Question, Rule, Urgency
from site_src.derived.in_words import in_words
from site_src.review.signatures import RECORD, Review, Signature, as_data, load
from site_src.settings import read
from tools import review_sheet

ROOT = Path(__file__).parents[2]
WHO = "2027-02-03 | Jane Doe | nurse"
RULE = "headache-severe-with-sign"
GIVEN = read(load_config(str(ROOT / "mkdocs.yml")))


def settings(docs_dir: Path = ROOT / "content") -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs_dir))


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return settings()


@pytest.fixture(scope="module")
def review(config: MkDocsConfig) -> Review:
    return load(GUIDE, GIVEN, config)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the pages, to be changed."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def signed(review: Review, names: list[str], who: str = WHO) -> Review:
    """Return the review with these rules and pages signed."""
    date, name, role = who.split(" | ")
    return Review(GUIDE, review.hashes, [Signature(what, review.hashes[what], date, name, role) for what in names])


def rule(guide: Guide, name: str = RULE) -> Rule:
    return next(rule for rule in guide.rules if rule.id == name)


def with_rule(**changes: Any) -> Guide:  # noqa: ANN401
    """Return the guide with one rule changed."""
    return copy.replace(
        GUIDE,
        rules=tuple(copy.replace(r, **changes) if r.id == RULE else r for r in GUIDE.rules),
    )


def with_question(change: Callable[[Question], Question], name: str = "headache") -> Guide:
    """Return the guide with one question changed."""
    return copy.replace(GUIDE, questions=tuple(change(q) if q.id == name else q for q in GUIDE.questions))


def with_option(name: str, **changes: Any) -> Guide:  # noqa: ANN401
    """Return the guide with one answer about headache changed."""
    return with_question(
        lambda question: copy.replace(
            question,
            options=tuple(copy.replace(o, **changes) if o.id == name else o for o in question.options),
        )
    )


def test_nothing_is_signed_and_everything_says_so(review: Review, site: Path) -> None:
    """No clinician has signed yet, and each page tells its reader."""
    assert review.count(review.everything) == 0
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 12
    assert [] == [page for page in pages if "Not yet reviewed by a clinician." not in page.read_text(encoding="utf-8")]


def test_every_rule_and_page_can_be_signed(review: Review) -> None:
    """Each has a hash of its own, and each page of the site is among them."""
    pages = {f"page/{path.stem}" for path in (ROOT / "content").glob("*.md")}
    assert set(review.everything) == {f"rule/{rule.id}" for rule in GUIDE.rules} | pages
    assert len(set(review.hashes.values())) == len(review.hashes)


CHANGES = {
    "urgency": lambda: with_rule(urgency=Urgency.SOON),
    "reason": lambda: with_rule(because="Another reason."),
    "question for the phone": lambda: with_rule(ask="Another question?"),
    "sources": lambda: with_rule(sources=(copy.replace(rule(GUIDE).sources[0], title="Another title"),)),
    "condition": lambda: with_rule(when=AnyOf((*rule(GUIDE).when.parts, rule(GUIDE, "headache-worst").when))),  # type: ignore[attr-defined]
    "name of its condition": lambda: with_rule(when=named("something else", rule(GUIDE).when)),
    "question": lambda: with_question(lambda q: copy.replace(q, text="Another wording?")),
    "question about another": lambda: with_question(lambda q: copy.replace(q, theirs="Another wording?")),
    "hint": lambda: with_question(lambda q: copy.replace(q, hint="Another hint.")),
    "answer": lambda: with_option("severe", text="Another wording"),
    "heading of an answer": lambda: with_option("severe", group="Another heading"),
    "what not sure stands for": lambda: with_option("not-sure", stands_for=("severe",)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_rule_loses_its_signature(change: Callable[[], Guide], config: MkDocsConfig, review: Review) -> None:
    """Whatever a reader meets of a rule is part of what was signed."""
    before = signed(review, [f"rule/{RULE}"])
    assert before.all_signed([f"rule/{RULE}"])
    after = Review(GUIDE, load(change(), GIVEN, config).hashes, before.current)
    assert not after.all_signed([f"rule/{RULE}"])
    assert [one.what for one in after.lapsed] == [f"rule/{RULE}"]


def test_a_part_of_a_counting_rule_is_part_of_it(config: MkDocsConfig, review: Review) -> None:
    """In words such a rule only counts others; the signature is for what it counts."""
    changed = AnyOf((*rule(GUIDE, "two-problems-soon").when.leaves(),))
    guide = copy.replace(
        GUIDE,
        rules=tuple(copy.replace(r, when=changed) if r.id == "two-problems-soon" else r for r in GUIDE.rules),
    )
    assert load(guide, GIVEN, config).hashes["rule/two-problems-soon"] != review.hashes["rule/two-problems-soon"]


def test_the_text_of_a_condition_stays() -> None:
    """Every signature rests on this text: another of it would lapse them all, though no rule has changed."""
    stiff, fever = Picked("head-signs", ("stiff-neck",)), Picked("temperature", ("38", "39"), threshold="38")
    one, other = "Picked('head-signs', ('stiff-neck',), None)", "Picked('temperature', ('38', '39'), '38')"
    assert as_data(stiff & fever) == f"AtLeast(2, ({one}, {other}))"
    assert as_data(named("bad signs", stiff | fever)) == f"AtLeast(1, ({one}, {other}))"
    groups = f"AtLeast(2, (AtLeast(1, ({one},)), AtLeast(1, ({other},))))"
    pair = TwoClusters(((stiff, "head", "head-signs"), (fever, "fever", "temperature")), "2 problems")
    assert as_data(pair) == f"AtLeast(2, ({groups}, {groups}))"


def test_other_rules_keep_their_signatures(config: MkDocsConfig, review: Review) -> None:
    """A new reason for one rule is not a reason to read the rest again."""
    after = load(with_rule(because="Another reason."), GIVEN, config)
    assert [what for what in review.hashes if review.hashes[what] != after.hashes[what]] == [f"rule/{RULE}"]


def test_changed_advice_is_to_be_signed_again(content: Path, review: Review) -> None:
    """With the advice for an urgency, every rule of that urgency; with other advice, the page of the quiz."""
    for name, lost in (
        ("soon", {f"rule/{rule.id}" for rule in GUIDE.rules if rule.urgency is Urgency.SOON}),
        ("worried", {"page/check"}),
        ("care-headache", {"page/check"}),
    ):
        path = content / "advice" / f"{name}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nOne line more.\n", encoding="utf-8")
        after = load(GUIDE, GIVEN, settings(content))
        assert {what for what in review.hashes if review.hashes[what] != after.hashes[what]} == lost
        path.write_text(text, encoding="utf-8")


def test_changed_topic_of_self_care_is_to_be_signed_again(config: MkDocsConfig, review: Review) -> None:
    """With the page of the quiz: when a topic is told is signed as its words are."""
    first, *others = GUIDE.care
    guide = copy.replace(GUIDE, care=(first._replace(when=others[0].when), *others))
    after = load(guide, GIVEN, config)
    assert [what for what in review.hashes if review.hashes[what] != after.hashes[what]] == ["page/check"]


def test_changed_page_is_to_be_signed_again(content: Path, review: Review) -> None:
    """A page is signed by itself, with the pictures drawn for it; the page of the quiz with all its questions."""
    path = content / "after.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
    after = load(GUIDE, GIVEN, settings(content))
    assert [what for what in review.hashes if review.hashes[what] != after.hashes[what]] == ["page/after"]
    (drawn,) = (content / "pictures").glob("where-to-look.svg")
    drawn.write_text(drawn.read_text(encoding="utf-8").replace("Head", "Hand"), encoding="utf-8")
    assert load(GUIDE, GIVEN, settings(content)).hashes["page/warning-signs"] != review.hashes["page/warning-signs"]
    asked = load(with_question(lambda q: copy.replace(q, text="Who?"), "who"), GIVEN, settings())
    assert asked.hashes["page/check"] != review.hashes["page/check"]


def test_a_page_is_reviewed_when_all_it_shows_is(review: Review) -> None:
    """Its own words, and the warning signs on its card; pages that show every rule need every rule."""
    assert not signed(review, ["page/before"]).all_signed(review.page("before"))
    assert not signed(review, review.red_flags).all_signed(review.page("before"))
    flags_and_page = signed(review, [*review.red_flags, "page/before", "page/check", "page/guide"])
    assert flags_and_page.all_signed(review.page("before"))
    assert not flags_and_page.all_signed(review.page("guide"))
    assert not flags_and_page.all_signed(review.page("check"))
    assert flags_and_page.all_signed(review.page("404"))
    assert {rule.id for rule in GUIDE.rules if f"rule/{rule.id}" in review.red_flags} == {
        rule.id for rule in GUIDE.rules if rule.id.startswith("flag-")
    }


def test_it_names_who_reviewed_and_the_first_day(review: Review) -> None:
    """Two who share the work are both named; the day is the day after which nobody may have looked."""
    names = ["rule/fever", "rule/aches"]
    assert signed(review, names).statement(names) == "Reviewed by Jane Doe, nurse; 3 February 2027"
    one = signed(review, ["rule/fever"]).current
    other = signed(review, ["rule/aches"], "2027-01-30 | John Roe | doctor").current
    both = Review(GUIDE, review.hashes, [*one, *other])
    assert both.statement(names) == "Reviewed by Jane Doe, nurse; John Roe, doctor; 30 January 2027"
    assert both.statement([*names, "rule/tired"]) == "Not yet reviewed by a clinician"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("rule/fever | 0123456789ab | 2027-02-03 | Jane Doe", "wanted 'what | hash | date | name | role'"),
        ("rule/fever | 0123456789ab | 2027-02-03 |  | nurse", "wanted 'what | hash | date | name | role'"),
        ("rule/no-such | 0123456789ab | 2027-02-03 | Jane Doe | nurse", "got 'rule/no-such', wanted rule/<id>"),
        ("rule/fever | 0123 | 2027-02-03 | Jane Doe | nurse", "got hash '0123', wanted 12 of"),
        ("rule/fever | 0123456789ab | date | name | role", "got date 'date', wanted one like"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(content: Path, line: str, words: str) -> None:
    """The error says which line, what it wanted and how to fix it."""
    (content / RECORD).write_text(f"# who\n\n{line}\n", encoding="utf-8")
    with pytest.raises(PluginError, match=r"^reviews\.txt, line 3: .*[.]$") as refused:
        load(GUIDE, GIVEN, settings(content))
    assert words in str(refused.value)


def test_lines_that_are_filled_in_are_signatures(content: Path, review: Review) -> None:
    """What `make review` writes becomes the record as soon as date, name and role are filled in."""
    lines = [line.replace("date | name | role", WHO) for line in review_sheet.lines(review)]
    (content / RECORD).write_text("\n".join(lines), encoding="utf-8")
    after = load(GUIDE, GIVEN, settings(content))
    assert after.all_signed(after.everything)
    assert review_sheet.lines(after) == []
    rules, pages = len(GUIDE.rules), len(after.everything) - len(GUIDE.rules)
    assert review_sheet.summary(GUIDE, after) == f"Signed: {rules} of {rules} rules, {pages} of {pages} pages."


def test_summary_names_what_is_unsigned_and_what_changed(review: Review) -> None:
    """A person who reviews sees where to begin, and what to read again."""
    lapsed = Signature("rule/fever", "0123456789ab", "2027-02-03", "Jane Doe", "nurse")
    some = Review(GUIDE, review.hashes, [*signed(review, ["rule/aches", "page/after"]).current, lapsed])
    said = review_sheet.summary(GUIDE, some)
    assert said.startswith(f"Signed: 1 of {len(GUIDE.rules)} rules, 1 of ")
    assert "  rule/fever\n" in said
    assert "rule/aches\n" not in said
    assert said.endswith("Changed since:\n  rule/fever: signed by Jane Doe on 3 February 2027")


@pytest.mark.whole
def test_sheet_has_a_box_for_each_rule_and_a_page_for_each_topic(
    config: MkDocsConfig, review: Review, tmp_path: Path
) -> None:
    """What is signed is left out; each rule stands with its name and hash, under a topic that starts a new page."""
    topic = GUIDE.topics[3]
    some = signed(review, [f"rule/{rule.id}" for rule in topic.rules])
    review_sheet.write(config, read(config), GUIDE, some, tmp_path)
    pdf = pypdfium2.PdfDocument(tmp_path / review_sheet.SHEET)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    text = re.sub(r"\s+", " ", " ".join(pages))
    for one in GUIDE.rules:
        there = f"{one.id} {review.hashes[f'rule/{one.id}']}" in text
        assert there == (one not in topic.rules), one.id
    starts = [page.splitlines()[0] for page in pages]
    assert [other.title for other in GUIDE.topics if other.title not in starts] == [topic.title]
    squeezed = re.sub(r"\s", "", text)
    assert re.sub(r"\s", "", rule(GUIDE).because) in squeezed
    for care in GUIDE.care:
        when = f"care-{care.id}. When somebody reports: {in_words(GUIDE, care.when)}"
        assert re.sub(r"\s", "", when) in squeezed, care.id
    for one in GUIDE.rules:
        assert one in topic.rules or re.sub(r"\s", "", one.ask) in squeezed, one.id
        if one.softer and one not in topic.rules:
            assert re.sub(r"\s", "", f"Less strict than before. {one.softer} Sign it or refuse it") in squeezed, one.id


def test_the_command_says_what_is_unsigned_and_what_it_wrote(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That is what `make review` prints."""
    monkeypatch.setattr(review_sheet, "write", lambda *_: None)
    monkeypatch.chdir(ROOT)
    review_sheet.main()
    said = capsys.readouterr().out
    assert said.startswith(review_sheet.summary(GUIDE, load(GUIDE, GIVEN, load_config())))
    assert "Wrote build/review/review-sheet.pdf to print, and build/review/to-sign.txt" in said


def test_site_stops_saying_so_by_itself(signed_site: Path) -> None:
    """With every rule and page signed, nothing on the site says that nobody has reviewed it, and each page says who has."""
    for page in sorted(signed_site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        shown = re.sub(r"<(\w+)[^>]*\shidden[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
        if page.parent.name != "about":  # it explains the words themselves
            assert "ot yet reviewed" not in shown, page
        assert "Reviewed by Jane Doe, nurse; 3 February 2027" in shown, page
