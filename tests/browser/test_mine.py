"""What a reader keeps on their own device: numbers, checks, a diary, reminders; told where it cannot be kept."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from icalendar import Calendar
from playwright.sync_api import BrowserContext, Page, expect

from quiz import GUIDE
from tests.browser.test_quiz import ME, answer, answer_each, open_quiz, option, question, result
from tests.conftest import Server, Watched

FIRST = dt.datetime(2026, 12, 1, 21, 40)  # noqa: DTZ001 - the time that the reader's clock shows
"""The evening of the first drip's day."""

KEPT = "() => JSON.parse(localStorage[Object.keys(localStorage).find((key) => key.endsWith(' kept'))] ?? 'null')"
TIRED = (ME, ("drip", "1-2-days"), ("symptoms", "tired"), ("tired", "ordinary"), ("badly", "steady"))
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"


def at(page: Page, days: int, hour: int = 9) -> None:
    """Set the reader's clock to an hour so many days after the first drip."""
    page.clock.set_fixed_time(FIRST.replace(hour=hour) + dt.timedelta(days=days))


def kept(page: Page) -> Any:  # noqa: ANN401 - whatever is kept
    return page.evaluate(KEPT)


def put(page: Page, server: Server, text: str, name: str = "kept") -> None:
    """Put a text where what is kept stands, before the page is opened."""
    page.goto(f"{server.url}privacy/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"/some/folder/ {name}", text])


def open_mine(page: Page, server: Server) -> None:
    page.goto(f"{server.url}mine/")
    expect(page.locator("[data-mine]")).to_be_visible()


def open_check(page: Page, server: Server) -> None:
    """Open the checker and wait for what it offers of what is kept."""
    with page.expect_response("**/mine/ticks.js"):
        open_quiz(page, server)
    expect(page.locator("[data-show]")).not_to_have_attribute("hidden", "")


def fold(page: Page, heading: str) -> None:
    """Open a fold by its heading, from the keyboard."""
    page.locator("details:not([open]) > summary", has_text=heading).press("Enter")


def keep_check(page: Page, **fields: str) -> None:
    fold(page, "Keep this on my device")
    for name, words in fields.items():
        page.locator(f'[data-keep="{name}"]').fill(words)
    page.get_by_role("button", name="Keep this check").click()
    expect(page.get_by_text("Kept on this device.", exact=True)).to_be_focused()


def write_day(page: Page, day: str, steps: dict[str, str], words: str = "", *, drip: bool = False) -> None:
    """Write a line of the diary from the keyboard."""
    page.get_by_label("Day", exact=True).fill(day)
    if drip:
        page.get_by_label("I had a drip on this day").press("Space")
    for line, step in steps.items():
        page.get_by_role("group", name=line).get_by_label(step).press("Space")
    page.get_by_label("In your own words").fill(words)
    page.get_by_label("In your own words").press("Enter")
    expect(page.get_by_text("This day is kept on this device.")).to_be_visible()


def file_of(page: Page, press: Callable[[], None]) -> str:
    """Return the text of the file that a press hands out."""
    with page.expect_download() as download:
        press()
    return Path(download.value.path()).read_bytes().decode()


def check_of(when: str, told: list[str], answers: dict[str, list[str]]) -> dict[str, Any]:
    """Return a check as an earlier version kept it: of its ids the quiz may know none."""
    return {
        "at": when,
        "urgency": "soon",
        "heading": "A heading of old",
        "told": told,
        "answers": answers,
        "words": [["A question of old?", "An answer of old"]],
        "forAnother": False,
        "rules": "0.1.0",
        "note": "",
        "temperature": "",
        "pressure": "",
        "weight": "",
    }


def stored(*checks: dict[str, Any], **days: Any) -> str:  # noqa: ANN401 - days as they are kept
    return json.dumps({"version": 1, "checks": checks, "days": days, "ticks": []})


def ticks_are_kept(page: Page, server: Server) -> None:
    """Ticks stay after a yes."""
    at(page, 0, 21)
    page.goto(f"{server.url}before/")
    page.get_by_label("Being over 65").check()
    assert kept(page) is None
    page.get_by_role("button", name="Keep my ticks on this device").click()
    expect(page.get_by_text("Your ticks are kept on this device.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Being over 65")).to_be_checked()


def first_day(page: Page, server: Server) -> None:
    """The drip in the diary, and on the day after a check with a note."""
    open_mine(page, server)
    expect(page.locator("[data-ticked] li")).to_have_text(["Being over 65"])
    write_day(page, "2026-12-01", {"Headache": "None", "Weakness": "Strong"}, "First bag", drip=True)
    at(page, 1)
    open_check(page, server)
    answer_each(page, *TIRED, ("yesterday", "better"), ("same", "few"))
    expect(result(page, "expected")).to_be_visible()
    keep_check(page, note="After a walk", temperature="37.2 °C")
    (first,) = kept(page)["checks"]
    assert (["tiredness"], "After a walk", GUIDE.version) == (first["told"], first["note"], first["rules"])


def day_after(page: Page, server: Server) -> None:
    """A new symptom beside that of yesterday."""
    at(page, 2)
    open_check(page, server)
    answer_each(page, *TIRED[:2])
    for choice in ("tired", "aches"):
        option(page, "symptoms", choice).check()
    page.locator(".next button").click()
    answer(page, "tired", "ordinary")
    answer(page, "aches", "both-sides")
    if question(page, "badly").get_attribute("data-current") is not None:
        answer(page, "badly", "steady")
    expect(question(page, "yesterday")).to_be_visible()
    expect(page.locator("[data-kept-before]")).to_contain_text("Last time (yesterday, 09:40): tiredness.")
    expect(page.locator("[data-kept-before]")).to_contain_text(
        "We chose “Worse” for you, because of aching muscles or joints"
    )
    expect(option(page, "yesterday", "worse")).to_be_checked()


def second_drip(page: Page, server: Server) -> None:
    """The diary of both drips, drawn and on paper."""
    at(page, 5)
    open_mine(page, server)
    for days, steps in enumerate(({"Headache": "Mild"}, {"Weakness": "Mild"}, {"Weakness": "Very bad"}), start=2):
        write_day(page, f"2026-12-0{days}", steps)
    at(page, 9)
    open_mine(page, server)
    write_day(page, "2026-12-08", {"Weakness": "Strong"}, drip=True)
    assert 2 == page.locator(".strips > :first-child .treated").count()
    assert 3 == page.locator(".strips > :last-child rect").evaluate_all(
        "(all) => all.filter((bar) => bar.height.baseVal.value >= 20).length"
    )
    page.emulate_media(media="print")
    fold_table = page.locator("[data-table] table")
    expect(fold_table).to_be_visible()
    expect(fold_table.get_by_role("row", name="8 Dec: Drip")).to_contain_text("Strong")
    expect(page.get_by_role("button")).to_have_count(0)
    page.emulate_media(media="screen")


def other_drips(page: Page, server: Server) -> None:
    """What was kept after the first drip, beside the question about other drips."""
    open_check(page, server)
    answer_each(page, *TIRED, ("yesterday", "better"))
    expect(question(page, "same")).to_be_visible()
    expect(page.locator("[data-kept-before]")).to_contain_text("After earlier drips:")
    expect(page.locator("[data-kept-before]")).to_contain_text("2 December, day 1 after the drip: tiredness.")


def taken_out_and_deleted(page: Page, server: Server) -> None:
    """File and table, nothing left at one touch, and all back from the file."""
    open_mine(page, server)
    text = file_of(page, page.get_by_role("button", name="Save as a file").click)
    assert kept(page) == json.loads(text)
    rows = list(
        csv.DictReader(
            io.StringIO(file_of(page, page.get_by_role("button", name="Save as a table").click).lstrip("\ufeff"))
        )
    )
    assert ["2026-12-01", "2026-12-02", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-08"] == [
        row["Day"] for row in rows
    ]
    assert ("Drip", "Strong", "First bag") == (rows[0]["Drip"], rows[0]["Weakness"], rows[0]["Note in your own words"])
    page.get_by_role("button", name="Delete all that is kept here").click()
    expect(page.locator("[data-all-status]")).to_have_text(
        "All is deleted: 1 checks, 5 days of the diary, ticks and numbers. Nothing is kept now."
    )
    assert 0 == page.evaluate("localStorage.length")
    expect(page.get_by_text("No check is kept yet.")).to_be_visible()
    file = page.get_by_label("Bring in a saved file")
    file.set_input_files({"name": "other.json", "mimeType": "application/json", "buffer": b'{"version": 1}'})
    expect(page.locator("[data-all-status]")).to_contain_text("That file was not saved by this page")
    assert kept(page) is None
    file.set_input_files({"name": "kept.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(page.locator("[data-all-status]")).to_have_text("Brought in: 1 checks and 5 days of the diary.")
    assert kept(page) == json.loads(text)

    fold(page, "2 December 2026")
    expect(page.locator("[data-checks]")).to_contain_text("After a walk")
    page.get_by_role("button", name="Delete this check").click()
    expect(page.get_by_role("heading", name="Checks you kept")).to_be_focused()
    assert [] == kept(page)["checks"]
    page.get_by_label("Day", exact=True).fill("2026-12-08")
    page.get_by_role("button", name="Delete this day").click()
    assert "2026-12-08" not in kept(page)["days"]


@pytest.mark.usefixtures("no_python")
def test_two_drips_are_lived_through(watched: Watched, server: Server) -> None:
    """Ticks, checks, diary, comparison, paper, file and table; then all goes at one touch, and comes back from the file."""
    for part in (ticks_are_kept, first_day, day_after, second_drip, other_drips, taken_out_and_deleted):
        part(watched.page, server)
    assert [] == watched.complaints


@pytest.mark.usefixtures("no_python")
def test_a_kept_number_is_called_everywhere(page: Page, server: Server) -> None:
    """Asked for on a call today, it then stands on each page and in the result; what no phone can dial is refused."""
    at(page, 1)
    open_check(page, server)
    answer_each(
        page,
        ME,
        ("drip", "1-2-days"),
        ("symptoms", "limb"),
        ("limb", "sore"),
        ("badly", "steady"),
        ("yesterday", "same"),
    )
    expect(result(page, "today")).to_be_visible()
    fold(page, "number for next time")
    by_day = page.get_by_label("Number by day")
    by_day.fill("ask at the desk")
    by_day.press("Enter")
    expect(page.get_by_text("That is no number that a phone can call.")).to_be_visible()
    assert 0 == page.evaluate("localStorage.length")
    by_day.fill("+44 (0)20 7456 1234")
    page.get_by_label("Number at night").fill("111")
    page.get_by_label("Who answers").fill("Ward <b>7</b>")
    page.get_by_role("button", name="Keep these numbers").click()
    call = result(page, "today").locator(".team-call .call")
    expect(call).to_have_text(["Call Ward <b>7</b> +44 (0)20 7456 1234", "At night and at weekends 111"])
    assert ["tel:+442074561234", "tel:111"] == call.evaluate_all(
        "(all) => all.map((link) => link.getAttribute('href'))"
    )
    expect(result(page, "today").locator(".team-call [data-team]")).to_be_hidden()
    page.goto(f"{server.url}warning-signs/")
    expect(page.locator(".foot .call")).to_have_count(2)
    page.goto(f"{server.url}mine/")
    page.get_by_role("button", name="Delete these numbers").click()
    expect(page.locator(".foot .call")).to_have_count(0)
    expect(page.locator(".foot .team")).to_contain_text("your infusion team gave you")
    assert 0 == page.evaluate("localStorage.length")


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize(
    ("before", "days", "filled"),
    [("mild", 1, True), ("severe", 1, False), ("mild", 2, False)],
    ids=["a step worse", "a step milder", "two days ago"],
)
def test_only_worse_is_filled_in(page: Page, server: Server, before: str, days: int, *, filled: bool) -> None:
    """Where today is a step worse than yesterday, "Worse" is chosen in sight and can be changed; nothing milder ever is."""
    answers = {"symptoms": ["headache"], "headache": [before]}
    put(page, server, stored(check_of("2026-12-02T09:00:00Z", ["a headache"], answers)))
    page.clock.set_fixed_time(dt.datetime(2026, 12, 2 + days, 9))  # noqa: DTZ001 - the time that the reader's clock shows
    open_check(page, server)
    steps = [option.id for option in GUIDE.question("headache").options]
    assert steps.index("mild") < steps.index("moderate") < steps.index("severe")
    answer_each(page, ME, ("drip", "1-2-days"), ("symptoms", "headache"), ("headache", "moderate"))
    while question(page, "yesterday").get_attribute("data-current") is None:
        name = page.locator("fieldset[data-current]").first.get_attribute("data-question") or ""
        asked = GUIDE.question(name)
        answer(page, name, "none" if asked.kind == "several" else asked.options[0].id)
    expect(page.locator("[data-kept-before]")).to_contain_text("a headache")
    assert (["worse"] if filled else []) == question(page, "yesterday").locator(":checked").evaluate_all(
        "(all) => all.map((box) => box.value)"
    )
    answer(page, "yesterday", "same")
    page.get_by_role("button", name="Back").click()
    expect(option(page, "yesterday", "same")).to_be_checked()


@pytest.mark.usefixtures("no_python")
def test_a_check_for_another_person_is_not_compared(page: Page, server: Server) -> None:
    """Whoever answered for somebody else yesterday does not meet their check beside their own answers, nor old ones."""
    other = {**check_of("2026-12-02T09:00:00Z", ["a secret"], {}), "forAnother": True}
    put(page, server, stored(other, check_of("2026-11-27T09:00:00Z", ["a thing of old"], {})))
    at(page, 2)
    open_check(page, server)
    answer_each(page, *TIRED)
    expect(question(page, "yesterday")).to_be_visible()
    expect(page.locator("[data-kept-before]")).to_have_count(0)


@pytest.mark.usefixtures("no_python")
def test_a_check_of_older_rules_opens_in_its_own_words(page: Page, server: Server) -> None:
    """After a change of the rules a record is read as it was told, and compared with as far as its ids are known."""
    old = check_of(
        "2026-12-01T09:00:00Z", ["a thing of old"], {"gone": ["old"], "symptoms": ["older"], "tired": ["gone"]}
    )
    put(page, server, stored(old))
    at(page, 1)
    open_mine(page, server)
    fold(page, "1 December 2026")
    for words in ("A heading of old", "A question of old?", "An answer of old", "0.1.0"):
        expect(page.locator("[data-checks]")).to_contain_text(words)
    open_check(page, server)
    answer_each(page, *TIRED)
    expect(page.locator("[data-kept-before]")).to_contain_text("Last time (yesterday, 09:00): a thing of old.")


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize(
    ("fault", "said"), [(REFUSED, "This browser keeps nothing here"), (FULL, "There is no room left")]
)
def test_what_cannot_be_kept_is_told(watched: Watched, server: Server, fault: str, said: str) -> None:
    """In a private window and on a full device each attempt says so, and pages and quiz work as before."""
    page = watched.page
    page.add_init_script(fault)
    page.goto(f"{server.url}before/")
    page.get_by_label("Being over 65").check()
    page.get_by_role("button", name="Keep my ticks").click()
    expect(page.locator("[data-ticks]")).to_contain_text(said)
    open_mine(page, server)
    page.get_by_label("Number by day").fill("020 7456 1234")
    page.get_by_role("button", name="Keep these numbers").click()
    expect(page.locator("[data-numbers-form] [role=status]")).to_contain_text(said)
    page.get_by_role("group", name="Headache").get_by_label("Mild").press("Space")
    page.get_by_role("button", name="Save this day").click()
    expect(page.locator(".diary form [role=status]")).to_contain_text(said)
    open_check(page, server)
    answer_each(page, *TIRED, ("yesterday", "better"), ("same", "few"))
    expect(result(page, "expected")).to_be_visible()
    fold(page, "Keep this on my device")
    page.get_by_role("button", name="Keep this check").click()
    expect(page.locator("[data-keep-status]")).to_contain_text(said)
    assert [] == watched.complaints


def test_nothing_unreadable_is_lost(page: Page, server: Server) -> None:
    """Of a broken store the readable part stays, all of it can be taken out; a newer format is left as it is."""
    good = check_of("2026-12-01T09:00:00Z", ["a headache"], {})
    half = stored(
        good, {**good, "told": 7}, **{"2026-12-01": {"treated": True, "lines": {}, "words": ""}, "no day": {}}
    )
    put(page, server, half)
    open_mine(page, server)
    expect(page.locator("[data-notice]")).to_contain_text("Some of what was kept could not be read.")
    expect(page.locator("[data-checks] details")).to_have_count(1)
    take_out = page.get_by_role("button", name="Take out what cannot be read")
    assert half == file_of(page, take_out.click)
    put(page, server, "{ cut")
    open_mine(page, server)
    assert f"{half}\n{{ cut" == file_of(page, take_out.click)
    newer = '{"version": 2, "checks": "in another way"}'
    put(page, server, newer)
    open_mine(page, server)
    expect(page.locator("[data-notice]")).to_contain_text("saved by a newer version of this site")
    page.get_by_role("group", name="Headache").get_by_label("Mild").press("Space")
    page.get_by_role("button", name="Save this day").click()
    expect(page.locator(".diary form [role=status]")).to_contain_text("saved by a newer version of this site")
    assert f"{half}\n{{ cut\n{newer}" == file_of(page, take_out.click)
    page.get_by_role("button", name="Delete all that is kept here").click()
    assert 0 == page.evaluate("localStorage.length")


def test_three_months_of_a_diary_are_one_page(page: Page, server: Server) -> None:
    """On A4 and Letter the chart shows each day, and the table the last 30 with the words of each."""
    line = {"headache": {"name": "Headache", "step": 3, "said": "Very bad"}}
    dates = [f"{dt.date(2026, 9, 3) + dt.timedelta(days=day)}" for day in range(90)]
    days = {
        date: {"treated": date.endswith("1"), "lines": line, "words": "Slept badly, better by noon"} for date in dates
    }
    put(page, server, stored(**days))
    at(page, 0)
    open_mine(page, server)
    assert 90 == page.locator(".strips > :first-child rect").count()
    for size in ("A4", "Letter"):
        pdf = pypdfium2.PdfDocument(page.pdf(format=size))
        assert 1 == len(pdf), size
        text = pdf[0].get_textpage().get_text_bounded()
        assert 30 == text.count("better by noon"), size


def test_a_diary_left_open_overnight_is_for_the_new_day(page: Page, server: Server) -> None:
    """Once saved, the form moves on with the day; what is not saved yet stays with its own."""
    at(page, 0)
    open_mine(page, server)
    write_day(page, "2026-12-01", {"Pain": "Mild"})
    wake = "document.dispatchEvent(new Event('visibilitychange'))"
    at(page, 1)
    page.evaluate(wake)
    expect(page.get_by_label("Day", exact=True)).to_have_value("2026-12-02")
    expect(page.get_by_role("group", name="Pain").locator(":checked")).to_have_count(0)
    page.get_by_label("In your own words").fill("Half a line")
    at(page, 2)
    page.evaluate(wake)
    expect(page.get_by_label("Day", exact=True)).to_have_value("2026-12-02")
    expect(page.get_by_label("In your own words")).to_have_value("Half a line")


@pytest.mark.usefixtures("no_python")
def test_ticks_in_a_result_are_kept_with_it(page: Page, server: Server) -> None:
    """The list of a result and that of the page are one: what is ticked in one before the yes is ticked in the other."""
    at(page, 0)
    open_check(page, server)
    answer_each(page, ME, ("drip", "not-yet"), ("ready", "none"))
    line = "Migraine, now or in the past"
    page.get_by_label(line).check()
    assert kept(page) is None
    keep_check(page)
    expect(page.get_by_label(line)).to_be_checked()
    expect(page.get_by_text("Your ticks are kept on this device.")).to_be_visible()
    page.goto(f"{server.url}before/")
    expect(page.get_by_label(line)).to_be_checked()


def test_two_tabs_take_nothing_from_each_other(watched: Watched, server: Server) -> None:
    """A change in one tab stands in the other, and a change there keeps it."""
    context: BrowserContext = watched.context
    pages = [watched.page, context.new_page()]
    for page in pages:
        at(page, 9)
        open_mine(page, server)
    for nth, page in enumerate(pages):
        write_day(page, f"2026-12-0{nth + 1}", {"Pain": "Mild"})
    for page in pages:
        expect(page.locator("[data-table] tbody tr")).to_have_count(2)
    pages[0].get_by_role("button", name="Delete all that is kept here").click()
    expect(pages[1].get_by_text("No day is kept yet.")).to_be_visible()


def events(page: Page, name: str) -> Any:  # noqa: ANN401 - the parser's own type
    """Return the one event of the reminder behind a button, from a file that is as the format wants it."""
    text = file_of(page, page.get_by_role("button", name=name).click)
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert not [line for line in lines if "\n" in line or len(line.encode()) > 75]
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert [] == [*calendar.errors, *event.errors]
    (alarm,) = event.walk("VALARM")
    address = page.url.replace("mine/", "check/")
    assert ("Check how you feel", address, address) == tuple(
        str(event[part]) for part in ("SUMMARY", "DESCRIPTION", "URL")
    )
    assert "Check how you feel" == str(alarm["DESCRIPTION"])
    allowed = {"UID", "DTSTAMP", "DTSTART", "DURATION", "RRULE", "SUMMARY", "DESCRIPTION", "URL", "TRANSP"}
    assert set(event) <= allowed
    assert len(str(event["UID"])) == 32
    return event


def test_reminders_say_one_sentence(page: Page, server: Server) -> None:
    """Tomorrow, each day until day 14, and before the next drip, at 9 by any clock; no file holds what was told."""
    day = {"treated": True, "lines": {}, "words": "a secret"}
    put(page, server, stored(check_of("2026-12-01T09:00:00Z", ["a secret"], {}), **{"2026-12-01": day}))
    at(page, 3)
    open_mine(page, server)
    fold(page, "Remind me")
    nine = dt.datetime(2026, 12, 5, 9)  # noqa: DTZ001 - no time zone, as in the file
    assert nine == events(page, "Tomorrow at 9").start
    daily = events(page, "Each day until day 14")
    assert (nine, ["DAILY"], [11]) == (daily.start, daily["RRULE"]["FREQ"], daily["RRULE"]["COUNT"])
    page.get_by_role("button", name="3 days before it").click()
    expect(page.get_by_text("Fill in the day first.")).to_be_visible()
    page.get_by_label("Day of your next drip").fill("2026-12-29")
    assert dt.datetime(2026, 12, 26, 9) == events(page, "3 days before it").start  # noqa: DTZ001 - the same
    page.get_by_label("Day of your next drip").fill("2026-12-06")
    assert nine == events(page, "3 days before it").start


def test_a_long_line_of_a_reminder_is_folded(page: Page, server: Server) -> None:
    """In a language with long words, and at a long address, lines are cut between characters and read back whole."""
    page.goto(f"{server.url}privacy/")
    says, address = (
        "Schauen Sie, wie es Ihnen heute geht; wählen Sie “übel” \\ nötig, " * 2,
        f"https://example.org/{'ö' * 60}/",
    )
    text = page.evaluate(
        """async ([script, says, address]) => (await import(script)).calendar(
          { date: "2026-12-05", times: 1, says, address, id: "1", made: new Date() })""",
        [f"{server.url}assets/mine/calendar.js", says, address],
    )
    assert 75 >= max(len(line.encode()) for line in text.split("\r\n"))
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert (says.strip(), address) == (str(event["SUMMARY"]).strip(), str(event["URL"]))


@pytest.mark.usefixtures("no_python")
def test_what_to_say_is_shown_in_large_letters(page: Page, server: Server) -> None:
    """Shown to a nurse, what to say comes first; Escape leads back to the button."""
    open_check(page, server)
    answer_each(
        page,
        ME,
        ("drip", "1-2-days"),
        ("symptoms", "limb"),
        ("limb", "sore"),
        ("badly", "steady"),
        ("yesterday", "same"),
    )
    page.get_by_role("button", name="Show to your nurse").press("Enter")
    dialog = page.get_by_role("dialog", name="What to say")
    expect(dialog.locator("p").first).to_contain_text("I am calling about IVIg.")
    expect(dialog).to_contain_text("Part of one arm or leg is sore")
    assert 24 <= dialog.locator("p").first.evaluate("(line) => parseFloat(getComputedStyle(line).fontSize)")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Show to your nurse")).to_be_focused()


def test_a_list_prints_as_it_is_ticked(page: Page, server: Server) -> None:
    """On paper the box of a tick stands ticked; without the yes a tick goes with the page."""
    page.goto(f"{server.url}before/")
    box = page.get_by_label("Being over 65")
    box.check()
    page.emulate_media(media="print")
    expect(box).to_be_visible()
    expect(box).to_be_checked()
    expect(page.get_by_role("button", name="Keep my ticks")).to_be_hidden()
    page.reload()
    expect(box).not_to_be_checked()
    assert 0 == page.evaluate("localStorage.length")


def test_without_scripts_the_page_says_so(without_scripts: Page, server: Server) -> None:
    """Without scripts nothing can be kept: the page says it and shows no dead form, and lists have boxes for a pen."""
    without_scripts.goto(f"{server.url}mine/")
    expect(without_scripts.get_by_text("Nothing can be kept here")).to_be_visible()
    expect(without_scripts.get_by_role("button", name="Save this day")).to_be_hidden()
    without_scripts.goto(f"{server.url}before/")
    expect(without_scripts.locator(".ticklist input, [data-ticks]:visible")).to_have_count(0)
