"""The list of symptoms: body areas that open, and a field that finds a symptom by the words people use."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_quiz import ME, answer_each, open_quiz, option, question
from tests.conftest import Server

FOUND_BY = {
    "throwing up": "sick",
    "I keep throwing up since lunch": "sick",
    "shivers": "fever",
    "wee": "urine",
    "pins and needles": "nerve-pain",
    "the runs": "tummy",
    "hair falling out": "everyday",
    "panic attack": "everyday",
    "nightmares": "everyday",
    "I keep being forgetful": "everyday",
    "knackered": "tired",
    "hit by a truck": "tired",
    "charley horse": "aches",
    "my teeth are chattering": "fever",
    "hands will not stop shaking": "fever",
    "covid": "cold",
    "retching": "sick",
    "upset stomach": "sick",
    "indigestion": "tummy",
    "on the toilet all night": "tummy",
    "off to the bathroom again": "urine",
    "UTI": "urine",
    "dehydrated": "urine",
    "water retention": "swelling",
    "kidney pain": "back",
    "sunburn": "skin",
    "white as a sheet": "pale",
    "gums bleeding": "bleed",
    "dropping things": "weakness",
    "turned to jelly": "weakness",
    "my heart is thumping": "heart",
    "huffing and panting": "stairs",
}


def shown(page: Page) -> list[str]:
    """Return the ids of the symptoms that can be seen."""
    ticks: list[str] = (
        question(page, "symptoms").locator("label:visible input").evaluate_all("(all) => all.map(({ value }) => value)")
    )
    return ticks


@pytest.fixture
def symptoms(page: Page, server: Server) -> Page:
    """A page that asks for the symptoms; the engine is held back, because only the list is looked at."""
    server.hold("pyodide.asm.wasm")
    open_quiz(page, server)
    answer_each(page, ME, ("drip", "1-2-days"))
    expect(question(page, "symptoms")).to_be_visible()
    return page


def test_areas_open_and_stay_open_with_a_tick(symptoms: Page) -> None:
    """What is often felt stands open, other areas are shut at first; whoever comes back finds the one with a tick open."""
    assert "neck" not in shown(symptoms)
    assert {"headache", "something-else"} <= set(shown(symptoms))
    expect(symptoms.get_by_role("button", name="Nothing now")).to_be_visible()
    option(symptoms, "symptoms", "neck").check()
    symptoms.locator(".next button").click()
    symptoms.get_by_role("button", name="Back").click()
    assert "neck" in shown(symptoms)
    assert "tummy" not in shown(symptoms)


def test_a_symptom_is_found_by_the_words_people_use(symptoms: Page) -> None:
    """What is typed shows the answers it fits, a tick that is out of the way stays, and clearing shows the areas again."""
    field = symptoms.get_by_label("Search in your own words")
    for typed, wanted in FOUND_BY.items():
        field.fill(typed)
        assert wanted in shown(symptoms), typed
        assert len(shown(symptoms)) < 12, typed
    field.fill("the runs")
    option(symptoms, "symptoms", "tummy").check()
    field.fill("shivers")
    assert {"fever", "tummy"} <= set(shown(symptoms))
    assert "headache" not in shown(symptoms)
    field.press("Enter")
    expect(question(symptoms, "symptoms")).to_be_visible()
    field.press("Escape")
    expect(field).to_have_value("")
    assert "headache" in shown(symptoms)
    assert "limb" not in shown(symptoms)


def test_words_that_fit_nothing_leave_a_way_on(symptoms: Page) -> None:
    """The page says so, and "something else" stays in sight."""
    symptoms.get_by_label("Search in your own words").fill("qqq")
    expect(symptoms.get_by_text("Nothing here fits those words.").first).to_be_visible()
    assert "something-else" in shown(symptoms)


def test_words_of_a_warning_sign_lead_back_to_it(symptoms: Page) -> None:
    """Whoever types one here, past the first screen, is shown the sign and the way to it."""
    symptoms.get_by_label("Search in your own words").fill("my chest hurts")
    expect(symptoms.get_by_text("That can be a warning sign:")).to_be_visible()
    symptoms.get_by_role("button", name="If one fits, go back and tick it").click()
    expect(question(symptoms, "red-flags")).to_be_visible()


@pytest.mark.parametrize(
    "typed", ["I nearly passed out", "cannot catch my breath", "low oxygen", "cannot stop shaking"]
)
def test_a_sign_is_found_by_the_words_people_use(symptoms: Page, typed: str) -> None:
    """Whoever names a warning sign in words of their own is shown it too."""
    symptoms.get_by_label("Search in your own words").fill(typed)
    expect(symptoms.get_by_text("That can be a warning sign:")).to_be_visible()


def test_the_worst_line_of_a_scale_comes_first(symptoms: Page) -> None:
    """Whoever skims meets the most serious line first, and "not sure" last."""
    option(symptoms, "symptoms", "headache").check()
    symptoms.locator(".next button").click()
    values = question(symptoms, "headache").locator("input").evaluate_all("(all) => all.map(({ value }) => value)")
    assert ["worst", "not-sure"] == [values[0], values[-1]]
    expect(question(symptoms, "headache").get_by_text("Choose the first line that fits.")).to_be_visible()
