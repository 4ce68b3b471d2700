"""Looking up a symptom in the table, with and without scripts."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from quiz import GUIDE
from site_src.derived.symptom_table import rows as rows_of
from site_src.derived.warning_signs import asked_first, asked_later
from tests.conftest import ROOT, Server

TYPED = yaml.safe_load((ROOT / "content" / "search-words.yml").read_text(encoding="utf-8"))
ASKED = [*asked_first(GUIDE), *asked_later(GUIDE)]
SIGNS = {sign.option.id: sign.option.text for sign in ASKED}
TYPED_SIGNS = {
    sign.option.id: words
    for sign in ASKED
    for question in sign.questions
    if (words := TYPED.get(question.id, {}).get(sign.option.id))
}
ALL = len(rows_of(GUIDE))
PAUSE = 500
"""Milliseconds without a key press after which the page announces what it found."""
LEAST_TARGET = 44

NOUNS = {
    "breathless": "breath, puffed, wheezy",
    "chest-pain": "chest",
    "sudden-weakness": "face, words, hand, arm, leg",
    "explosive-headache": "headache, neck",
    "sight": "sight, eye",
    "confused": "muddled, nonsense, wake",
    "face-swelling": "face, lips, tongue, throat",
    "blue-lips": "lips, face, blue",
    "collapse": "passed out, clammy, fit",
    "bleeding": "bleeding",
    "unsteady": "stand, walk",
    "near-faint-with-sign": "faint, chest, breath, heart, rash, poo",
    "shaking": "shaking, skin, dying",
    "purple-spots": "purple, spots, glass",
    "rash-with-illness": "rash, hives, welts, wheeze, fever, mouth",
    "saddle-numb": "numbness, legs, pee, poo",
    "swallowing": "swallowing, drinks, breath",
    "blood": "blood, froth, voice",
    "no-urine": "pee, hours",
    "bloody-stool": "poo, blood",
    "cold-limb": "arm, leg, cold",
    "legs-give-way": "legs, arms, weakness, hours",
    "stays": "fit, wheeze",
}
"""Each noun of each warning sign, or the word that carries it."""

FRIGHTENED = {
    "slurred speech": "sudden-weakness",
    "seizure": "collapse",
    "fainted": "collapse",
    "purple": "purple-spots",
    "I can't breathe": "breathless",
    "cant breath": "breathless",
    "my face is drooping": "sudden-weakness",
    "chest hurts": "chest-pain",
    "cant feel my legs": "legs-give-way",
    "he passed out and wont wake up": "confused",
    "she had a siezure!!!": "collapse",
    "haemorrhage": "bleeding",
    "hemorrhage": "bleeding",
    "throat is closing up": "face-swelling",
    "allergic reaction": "face-swelling",
    "heart attack": "chest-pain",
    "I haven’t peed since yesterday": "no-urine",  # noqa: RUF001 - as phones write it
}


@pytest.fixture
def guide(page: Page, server: Server) -> Page:
    """Return the symptom table with its filter ready and a clock that the test controls."""
    page.clock.install()
    page.goto(f"{server.url}guide/")
    expect(field(page)).to_be_visible()
    return page


def field(page: Page) -> Locator:
    return page.get_by_label("Type what you feel")


def shown(page: Page) -> Locator:
    """Return the symptoms that are visible."""
    return page.locator(".row h3:visible")


class Found(NamedTuple):
    """What the page shows for a search text."""

    signs: list[str]
    """The warning signs that the emergency card names, those that fit best first."""
    card: bool
    """Whether the card is there, with a number to call."""
    rows: list[str]
    said: str
    """What a screen reader is told."""


# In two goes, and without a search for the label: what is typed here is some hundred words.
TYPE = """(typed) => {
  const field = document.querySelector("#filter");
  field.value = typed;
  field.dispatchEvent(new Event("input"));
}"""
LOOK = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
  const texts = (selector) => seen(selector).map((part) => part.innerText);
  const said = document.querySelector(".filter [role=status]").innerText;
  return [texts("[data-sign]"), seen("[data-alarm] a[href^=tel]").length > 0, texts(".row h3"), said];
}"""


def look_up(page: Page, typed: str) -> Found:
    """Return what the page shows for a search text."""
    page.evaluate(TYPE, typed)
    page.clock.run_for(PAUSE)
    return Found(*page.evaluate(LOOK))


def warned(page: Page, typed: str) -> list[str]:
    """Return the warning signs on the emergency card for a search text, and check that the card is announced."""
    found = look_up(page, typed)
    assert found.card == found.said.startswith("Call for emergency help now if you have"), typed
    assert found.card or not found.signs, typed
    return found.signs


def test_typing_leaves_the_rows_that_fit(guide: Page) -> None:
    """Typing keeps only matching rows, headings and links, whatever the case; Escape shows all again."""
    status = guide.get_by_role("status")
    field(guide).press_sequentially("RASH, palm")
    expect(shown(guide)).to_have_text(["Rash, itching or a flushed face"])
    expect(status).to_contain_text(f"1 of {ALL} shown.")
    expect(guide.get_by_role("heading", level=2, name="Often felt")).to_be_visible()
    expect(guide.get_by_role("heading", level=2, name="Neck, eyes, ears or throat")).to_be_hidden()
    expect(guide.get_by_role("heading", level=2, name="Call for emergency help now if")).to_be_visible()
    field(guide).press("Escape")
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)
    expect(status).to_have_text(f"{ALL} of {ALL} shown.", use_inner_text=True)


def test_words_that_fit_nothing_say_whom_to_call(guide: Page) -> None:
    """Where nothing matches, the page says whom to call and links the quiz, and the field does not move."""
    field(guide).focus()
    before = field(guide).bounding_box()
    field(guide).fill("zzz")
    expect(shown(guide)).to_have_count(0)
    nothing = guide.locator("[data-nothing]")
    expect(nothing).to_have_text(
        "Nothing here fits those words. If you feel unwell, call your infusion team today. Check how you feel",
        use_inner_text=True,
    )
    expect(guide.get_by_role("heading", level=2, name="Call for emergency help now if")).to_be_visible()
    assert before == field(guide).bounding_box()
    nothing.get_by_role("link").click()
    expect(guide).to_have_title("Is this normal? - Is this normal after IVIg?")
    guide.go_back()
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)


def test_a_warning_sign_shows_the_emergency_card(guide: Page) -> None:
    """Each warning sign is found by its text, each of its nouns and every search word, also in mistyped phrases."""
    for name, text in SIGNS.items():
        assert text == warned(guide, text)[0]
        assert text == warned(guide, text.replace(",", "").upper() + "!!")[0]
        missed = [word for word in NOUNS[name].split(", ") if text not in warned(guide, word)]
        missed += [words for words in TYPED_SIGNS[name].split(", ") if text not in warned(guide, words)]
        assert [] == missed
    for typed, name in FRIGHTENED.items():
        assert SIGNS[name] in warned(guide, typed), typed


def test_the_card_stands_above_the_rows_and_only_for_signs(guide: Page) -> None:
    """It comes before what the table has for the same words, and does not come for everything."""
    spell = next(option.text for option in GUIDE.question("symptoms").options if option.id == "spell")
    found = [spell, "Something frightening came and went"]
    assert ([SIGNS["collapse"]], found) == (warned(guide, "seizure"), shown(guide).all_inner_texts())
    card, row = guide.locator("[data-alarm]").bounding_box(), shown(guide).first.bounding_box()
    assert card
    assert row
    assert card["y"] + card["height"] < row["y"]
    for calm in ("", "tired", "itchy", "pins and needles", "achy joints", "bloated", "nauseous", "my ankles are puffy"):
        assert ([], False) == look_up(guide, calm)[:2], calm


def test_what_fits_nothing_begins_with_the_numbers(guide: Page) -> None:
    """What nobody has thought of may be an emergency too: the short card, then whom to call today."""
    assert ([], True) == look_up(guide, "zzz")[:2]
    card = guide.locator("[data-alarm]")
    expect(card.get_by_role("listitem").filter(visible=True)).to_have_text(
        (ROOT / "content" / "advice" / "short-card.md")
        .read_text(encoding="utf-8")
        .strip()
        .removeprefix("- ")
        .split("\n- ")
    )
    found = look_up(guide, "palsy")
    assert (SIGNS["sudden-weakness"], []) == (found.signs[0], found.rows)
    assert "If none of these signs fits and you feel unwell, call your infusion team today." in found.said


def test_a_result_is_read_out_once_and_whole_after_the_last_key(guide: Page) -> None:
    """Rows change with each key, but the screen reader message comes once, after a pause, with the numbers first."""
    status = guide.get_by_role("status")
    guide.clock.pause_at(guide.evaluate("Date.now()") + 1000)
    expect(status).to_have_text("")
    for typed, said in {
        "seizure": rf"Call for emergency help now if .*{re.escape(SIGNS['collapse'])}.* 2 of {ALL} shown\.$",
        "zzz": r"Call for emergency help now if you have a warning sign\..* Nothing here fits those words\. .*$",
        "palm": rf"^1 of {ALL} shown\.$",
    }.items():
        field(guide).clear()
        for letter in typed:
            field(guide).press_sequentially(letter)
            guide.clock.run_for(PAUSE - 100)
            expect(status).to_have_text("")
        expect(guide.locator("[data-alarm]")).to_be_visible(visible=typed != "palm")
        guide.clock.run_for(100)
        expect(status).to_have_text(re.compile(said))


def test_words_that_people_use_find_the_row(guide: Page) -> None:
    """British and American words, with or without accents and stop words, find the row they are listed for."""
    names = {row.id: row.text for row in rows_of(GUIDE)}
    for name, words in TYPED["symptoms"].items():
        for typed in words.split(", "):
            assert names[name] in look_up(guide, typed).rows, typed
    for typed, name in {
        "diarrhoea": "tummy", "diarrhea": "tummy", "diarrhœa": "tummy", "I've been throwing up": "sick",
        "a bit of a headache today": "headache", "shivering": "fever", "more tired than usual!": "tired",
    }.items():  # fmt: skip
        assert names[name] == look_up(guide, typed).rows[0], typed


def test_what_is_typed_leaves_no_trace(guide: Page, server: Server) -> None:
    """A search text is not sent, stored or put in the address, and is gone after a reload."""
    asked = len(server.asked)
    field(guide).press_sequentially("palm")
    field(guide).press("Enter")
    expect(shown(guide)).to_have_count(1)
    assert f"{server.url}guide/" == guide.url
    assert [] == server.asked[asked:]
    assert [] == guide.context.cookies()
    assert "palm" not in guide.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    guide.reload()
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)


def test_a_link_to_a_hidden_row_shows_it(guide: Page) -> None:
    """A link to a row that the filter hides shows that row, and opens it."""
    field(guide).fill("palm")
    expect(shown(guide)).to_have_count(1)
    guide.evaluate("location.hash = 'weakness'")
    expect(guide.get_by_role("heading", name="Weaker, clumsier, or more falls")).to_be_in_viewport()
    expect(guide.locator("li[id^=weakness-]:visible").first).to_be_in_viewport()
    expect(field(guide)).to_have_value("")
    expect(shown(guide)).to_have_count(ALL)


def test_table_works_without_scripts_on_a_small_phone(browser: Browser, server: Server) -> None:
    """Without scripts a row's address leads to it, each opens to its reasons, and no search field is shown."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{server.url}guide/#weakness")
    expect(page.get_by_role("heading", name="Weaker, clumsier, or more falls")).to_be_in_viewport()
    expect(shown(page)).to_have_count(ALL)
    expect(field(page)).to_be_hidden()
    rows = page.locator(".row summary")
    boxes = [row.bounding_box() for row in rows.all()]
    assert ALL == len(boxes)
    assert [] == [box for box in boxes if not box or box["height"] < LEAST_TARGET or box["x"] + box["width"] > 320]
    reasons = page.locator(".row li")
    expect(reasons.filter(visible=True)).to_have_count(0)
    rows.get_by_text("Headache", exact=True).click()
    said = [rule.because for row in rows_of(GUIDE) if row.id == "headache" for rule in row.rules]
    expect(reasons.filter(visible=True)).to_have_text(said)
    page.emulate_media(media="print")
    expect(reasons.filter(visible=True)).to_have_count(sum(len(row.rules) for row in rows_of(GUIDE)))
    context.close()
