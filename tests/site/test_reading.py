"""The words: short, plain, and in the shape every page shares."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.reading import (
    MOST_SHORT,
    READERS_PAGES,
    ROOT,
    Page,
    check_page,
    check_rhythm,
    check_texts,
    check_whole,
    clipped,
    read_page,
    score,
)

CONTENT = ROOT / "content"
PAGES = [*sorted(CONTENT.glob("*.md")), CONTENT / "about" / "quality.md"]
ADVICE = sorted((CONTENT / "advice").glob("*.md"))

#: The hardest a section may be, as a Flesch-Kincaid grade; a list of two medical words alone can come to this.
GRADE = 7
#: The hardest a page may be as a whole.
WHOLE_GRADE = 6
#: What is read in a fright is held to less.
URGENT_GRADE = 5
URGENT = {"warning-signs.md", "advice/emergency.md", "advice/no-result.md", "advice/worried.md"}
#: The pages that are read through. Warning signs are looked up, and the home page is a door to the others.
RUNNING = [CONTENT / f"{name}.md" for name in READERS_PAGES if name not in {"index", "warning-signs"}]

#: The results of the quiz and what may stand in place of one, with the parts that each of them has.
RESULT_PARTS = {
    "emergency": ["Do this now", "Call again at once if", "What to say", "What we cannot know, and what comes next"],
    "today": ["Do this now", "Call for emergency help if", "What to say", "What we cannot know, and what comes next"],
    "soon": ["Do this now", "Call your team today if", "What to say", "What we cannot know, and what to watch"],
    "expected": ["Do this now", "Call your team today if", "What we cannot know, and what to watch"],
    "before-first-drip": ["Do this now", "Call your team today if", "How the day goes", "What we cannot know"],
}

#: The only titles of a care card, by urgency.
CARDS = {
    "emergency": {"Call for emergency help now", "Call for emergency help now if:"},
    "today": {"Call your infusion team today", "Call your infusion team today if:"},
    "soon": {"Contact your team within 3 days", "Contact your team within 3 days if:"},
    "expected": {"Common after IVIg: keep an eye on it"},
}
LONGEST_LIST = 7
LONGEST_HEADING = 10
#: A heading that ends in one of these has lost its end.
HANGING = {"a", "an", "and", "or", "the"}
LONGEST_CARD = 5

#: What no page may say: a verdict, a diagnosis or false comfort, or words that speak past the reader.
NEVER = [
    "the patient",
    "you are fine",
    "you are safe",
    "safe to wait",
    "nothing to worry about",
    "no need to mention",
    "nerves are healing",
    "sign the treatment is working",
    "only anxiety",
    "perfectly normal",
    "call your neurologist",
]
#: Templates print emergency numbers, so that a clinic changes them in one place.
PHONE_NUMBER = re.compile(r"(?<![\d,.])(?:911|999|112|000|111)(?![\d,.]*\d)")

CARD = re.compile(r'^!!! (?P<urgency>\S+) "(?P<title>[^"]*)"$', re.MULTILINE)
HEADING = re.compile(r"^#{2,3} .*$", re.MULTILINE)
ANCHOR = re.compile(r" \{#[a-z0-9-]+\}$")


def _name(path: Path) -> str:
    """Return the name of a text inside the content folder."""
    return path.relative_to(CONTENT).as_posix()


def _read(path: Path) -> Page:
    """Return a text as its reader meets it."""
    return read_page(path.read_text(encoding="utf-8"))


every_text = pytest.mark.parametrize("path", [*PAGES, *ADVICE], ids=_name)
every_page = pytest.mark.parametrize("path", PAGES, ids=_name)
every_own_page = pytest.mark.parametrize("path", [page for page in PAGES if page.stem != "index"], ids=_name)
every_own_readers_page = pytest.mark.parametrize(
    "path", [CONTENT / f"{name}.md" for name in READERS_PAGES if name != "index"], ids=_name
)
every_readers_page = pytest.mark.parametrize("path", [CONTENT / f"{name}.md" for name in READERS_PAGES], ids=_name)
every_result = pytest.mark.parametrize("path", [CONTENT / "advice" / f"{name}.md" for name in RESULT_PARTS], ids=_name)


@every_text
def test_text_is_easy_to_read(path: Path) -> None:
    """Each section is short, and easy enough for how urgent it is."""
    name = _name(path)
    grade = URGENT_GRADE if name in URGENT else GRADE
    complaints = check_page(f"content/{name}", path.read_text(encoding="utf-8"), grade)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("path", [page for page in PAGES if page.name != "check.md"], ids=_name)
def test_page_is_easy_as_a_whole(path: Path) -> None:
    """All of a page together has a grade of 6 or less, a SMOG grade of 8 or less, and 15 words a sentence or fewer."""
    page = _read(path)
    assert check_whole(f"content/{_name(path)}", page.sentences) == []
    assert score(page.sentences).grade <= WHOLE_GRADE


@pytest.mark.parametrize("path", RUNNING, ids=_name)
def test_page_is_not_cut_up(path: Path) -> None:
    """A page that is read through has whole sentences: few are short, and together they are no easier than grade 4."""
    assert check_rhythm(f"content/{_name(path)}", _read(path)) == []


@pytest.mark.parametrize("path", [page for page in PAGES if page.stem not in {"check", "glossary"}], ids=_name)
def test_page_does_not_sound_like_a_telegram(path: Path) -> None:
    """On any page at most 1 in 5 sentences of the running text is short; meanings of words are."""
    page = _read(path)
    assert len(clipped(page)) <= MOST_SHORT * len(page.running), clipped(page)


def test_advice_is_easy_as_a_whole() -> None:
    """All advice together keeps to it too, and each text of it to grade 5."""
    texts = {_name(path): _read(path).sentences for path in ADVICE}
    assert check_whole("content/advice", [sentence for sentences in texts.values() for sentence in sentences]) == []
    grades = {name: round(score(sentences).grade, 1) for name, sentences in texts.items()}
    assert {name: grade for name, grade in grades.items() if grade > URGENT_GRADE} == {}


@every_text
def test_lists_are_short(path: Path) -> None:
    """A list has at most seven bullets, and a care card at most five."""
    page = _read(path)
    assert [length for length in page.list_lengths if length > LONGEST_LIST] == []
    assert [length for length in page.card_list_lengths if length > LONGEST_CARD] == []


@every_text
def test_cards_have_their_titles(path: Path) -> None:
    """A care card says its urgency in the words that all cards share."""
    cards = CARD.findall(path.read_text(encoding="utf-8"))
    assert [(urgency, title) for urgency, title in cards if title not in CARDS.get(urgency, set())] == []


@every_text
def test_headings_have_addresses(path: Path) -> None:
    """Each heading has an address of its own, so that rewording it breaks no link."""
    headings = HEADING.findall(path.read_text(encoding="utf-8"))
    assert [heading for heading in headings if not ANCHOR.search(heading)] == []


@every_text
def test_headings_are_said_as_people_speak(path: Path) -> None:
    """A heading is a phrase or a question of 10 words at most; one that ends in "if" leads into its list."""
    blocks = _read(path).blocks
    for heading, following in pairwise(blocks):
        if heading.tag in {"h1", "h2", "h3"}:
            *_, last = heading.text.lower().split()
            assert len(heading.text.split()) <= LONGEST_HEADING, heading.text
            assert heading.text[0].isupper() or heading.text.startswith("IVIg"), heading.text
            assert last not in HANGING, heading.text
            assert last != "if" or following.tag == "li", heading.text
            assert not last.endswith((".", ":")), heading.text


@every_text
def test_some_things_are_never_said(path: Path) -> None:
    """No text gives false comfort, speaks past its reader or prints an emergency number."""
    source = path.read_text(encoding="utf-8")
    words = " ".join(source.lower().split())
    assert [phrase for phrase in NEVER if phrase in words] == []
    assert PHONE_NUMBER.findall(source) == []


@every_text
def test_no_dose_is_named(path: Path) -> None:
    """No text says how much of a drug to take: that is for the team."""
    amount = re.compile(r"\d\s?(?:mg|ml|g|mcg|grams?|milligrams?|micrograms?|tablets?|pills?|units?)\b", re.IGNORECASE)
    assert amount.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["advice/today.md", "warning-signs.md"])
def test_a_call_that_nobody_answers_has_a_next_step(name: str) -> None:
    """Who is told to call the team today is told how long to wait for an answer, and where to turn then."""
    words = " ".join(block.text for block in _read(CONTENT / name).blocks)
    assert "about an hour" in words
    assert "urgent care line" in words
    assert "emergency department (A&E, ER)" in words


def test_privacy_says_what_may_leave_the_device() -> None:
    """The page on privacy names each way in which answers, or the visit itself, can become known to others."""
    words = " ".join(block.text for block in _read(CONTENT / "privacy.md").blocks).lower()
    ways = ["history", "print", "copied text", "server", "network", "other sites", "translator", "people near you"]
    assert [way for way in ways if way not in words] == []


@every_page
def test_page_says_what_it_is(path: Path) -> None:
    """A page has a title, a description of one sentence, and one main heading."""
    page = _read(path)
    assert {"title", "description"} <= page.meta.keys()
    complaints = check_texts(f"content/{_name(path)}, description", [page.meta["description"]], grade=100)
    assert not complaints, "\n".join(complaints)
    assert page.meta["description"].count(".") == 1
    assert [block.tag for block in page.blocks if block.tag == "h1"] == ["h1"]


@every_own_page
def test_page_opens_with_what_matters(path: Path) -> None:
    """The first words of a page are a sentence for its reader, and not about the page."""
    title, opening = _read(path).blocks[:2]
    assert (title.tag, opening.tag) == ("h1", "p")
    assert opening.text.endswith((".", "?"))
    assert not opening.text.startswith("This page")


@pytest.mark.parametrize("path", [page for page in PAGES if page.name not in {"check.md", "index.md"}], ids=_name)
def test_page_ends_with_what_to_do(path: Path) -> None:
    """A page ends with a numbered list of things to do, with nothing said over again below it; the quiz is its own."""
    source, _, _ = path.read_text(encoding="utf-8").partition("## Main points {#main-points}")
    last = [block for block in read_page(source).blocks if block.tag == "h2"][-1]
    assert (last.text, last.anchor) in {("What to do", "what-to-do"), ("What to do now", "what-to-do")}
    ending = source.split("{#what-to-do}")[-1].strip().splitlines()
    assert [line for line in ending if not re.match(r"\d+\. ", line)] == []


def test_home_page_answers_in_three_sentences() -> None:
    """Its two ways in come first; then whether nerves get worse is answered in 3 sentences that say whom to call."""
    page = _read(CONTENT / "index.md")
    ways = [block.text.split(" Check")[0].split(" Get")[0] for block in page.blocks[2:4]]
    assert ["I feel unwell now", "My drip is coming up"] == ways
    (answer,) = page.under("worse")
    assert 3 == len(answer.sentences)
    assert "call your infusion team today, or for emergency help" in answer.text


@every_own_readers_page
def test_what_to_do_says_how_soon_to_call(path: Path) -> None:
    """The last section has 3 to 7 whole sentences, and says how soon to call in the words that all pages share."""
    steps = _read(path).under("what-to-do")
    assert 3 <= len(steps) <= LONGEST_LIST
    assert [step.text for step in steps if step.tag != "li" or not step.text.endswith(".")] == []
    words = " ".join(step.text for step in steps)
    assert "call for emergency help now" in words
    assert re.findall(r"(?:call|contact|ring) your (?!infusion team today|team within 3 days)[^.]*", words) == []


@every_readers_page
def test_page_says_what_is_not_known(path: Path) -> None:
    """A page of advice admits what nobody knows."""
    assert _read(path).under("not-known")


@every_result
def test_result_has_its_parts_in_order(path: Path) -> None:
    """A result says what to do, when to call, what to say, and last how sure it is and what to expect."""
    assert [block.text for block in _read(path).blocks if block.tag == "h3"] == RESULT_PARTS[path.stem]


@every_result
def test_result_has_three_things_at_most_to_do_and_to_call_for(path: Path) -> None:
    """Whoever is unwell reads three lines, not ten; a list to tick is none of them."""
    lists = _read(path).list_lengths
    assert len(lists) == 2 + (path.stem == "before-first-drip")
    assert max(lists[-2:]) <= 3


def test_results_differ_in_their_addresses() -> None:
    """The results stand on one page, so no two of their headings share an address."""
    anchors = [
        block.anchor
        for name in RESULT_PARTS
        for block in _read(CONTENT / "advice" / f"{name}.md").blocks
        if block.anchor
    ]
    assert len(anchors) == len(set(anchors))


def test_who_acts_is_said() -> None:
    """Sentences that hide who acts are named when they are too many; a state is no such sentence."""
    active = ["You are tired.", "Your eyes are red.", "They are confused.", "You will need help."]
    assert check_whole("page.md", active) == []
    (complaint,) = check_whole("page.md", [*active, "The drip is often slowed.", "It was not given."])
    assert complaint.startswith("page.md: 2 of 6 sentences are passive, limit 5%: ['The drip is often slowed.'")


@pytest.mark.parametrize(
    "asked", ["Add up your ticks.", "Take 5 % of your weight.", "Work out how much.", "Drink 2 + 1 cups."]
)
def test_a_sum_is_named(asked: str) -> None:
    """A reader is given numbers, and never told to work one out."""
    (complaint,) = check_whole("page.md", ["It can add to the risk.", "We could not work out a result.", asked])
    assert complaint == f"page.md: asks for a sum, wanted the number itself: {asked!r}"


def test_hard_section_is_named() -> None:
    """A complaint names file, section, value, limit and longest sentence."""
    source = "# Title\n\n## Easy\n\nSit down. Call us.\n\n## Hard\n\nImmediate neurological evaluation necessitates hospitalisation.\n"
    (complaint,) = check_page("page.md", source, 7)
    assert complaint.startswith("page.md, section 'Hard': Flesch-Kincaid grade ")
    assert "limit 7" in complaint
    assert "longest sentence, 5 words: 'Immediate neurological evaluation necessitates hospitalisation.'" in complaint


def test_long_sentence_is_named() -> None:
    """A sentence of more than 20 words is too long, however easy its words."""
    (complaint,) = check_texts("question", ["go " * 21 + "."], 100)
    assert complaint.startswith("question: a sentence of 21 words, limit 20")


def test_long_paragraph_is_named() -> None:
    """A paragraph of more than three sentences is too long, however short they are."""
    (complaint,) = check_texts("question", ["Sit. Rest. Wait. Call."], 100)
    assert complaint.startswith("question: a paragraph of 4 sentences, limit 3")


def test_cut_up_text_is_named() -> None:
    """Short sentences alone are a telegram; the same words joined are not, and lists may be short."""
    cut = "# Title\n\nSit down. Rest now. Your team can help you.\n\nCall them today. Do not wait.\n"
    joined = "# Title\n\nSit down and rest now, because your infusion team can only help you if you call them today.\n\n- Do not wait.\n"
    short, easy = check_rhythm("page.md", read_page(cut))
    assert short.startswith("page.md: 5 of 5 sentences have under 8 words, limit 20%: ['Sit down.', 'Rest now.'")
    assert easy.startswith("page.md: running text has grade -")
    assert check_rhythm("page.md", read_page(joined)) == []


def test_fragments_do_not_flatter() -> None:
    """Short bullets are read on as one sentence, so they do not make hard words look easy."""
    bullets = [
        "neurological deterioration",
        "respiratory difficulty",
        "unexpected haemorrhage",
        "persistent disorientation",
    ]
    assert score(bullets) == score([" ".join(bullets) + "."])
    assert check_texts("options", bullets, 7) != []


def test_unavoidable_words_are_set_apart() -> None:
    """The words no page can do without do not count towards the grade, but a second grade includes them."""
    found = score(["Tell the team that gives you the immunoglobulin infusion for your neuropathy."])
    assert found.grade < GRADE < found.with_terms


def test_figures_and_degrees_are_single_words() -> None:
    """A temperature in both units is two words, and its decimal point ends no sentence."""
    page = read_page("It is 38 °C (100.4 °F) or more.")
    assert page.blocks[0].sentences == ["It is 38 °C (100.4 °F) or more."]
    assert check_texts("temperature", [page.blocks[0].text], 7) == []


def test_tables_and_headings_are_not_scored() -> None:
    """Only running text counts."""
    source = "## Immunomodulatory considerations {#i}\n\nRest now.\n\n| Pharmacovigilance | Immunomodulation |\n|---|---|\n| a | b |\n"
    assert [sentence for section in read_page(source).sections for sentence in section.sentences] == ["Rest now."]
