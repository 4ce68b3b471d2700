"""`extra:` of mkdocs.yml and SITE_URL: what is wrong in them is refused by name, and what is right is dialled as it is meant."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from quiz import GUIDE
from site_src import settings
from site_src.pages import diary
from site_src.settings import Compare
from tests.conftest import ROOT

EXTRA: dict[str, Any] = dict(load_config(str(ROOT / "mkdocs.yml")).extra)
FREE = {"generator", "offline", "translation"}
"""Keys that are no text, or that `!ENV` reads."""
NUMBERS = ("emergency_numbers, entry 1: number", "clinic: number", "clinic: out_of_hours")


def read(extra: Any) -> settings.Settings:  # noqa: ANN401
    config: Any = SimpleNamespace(extra=extra)
    return settings.read(config)


def refusal(extra: Any) -> str:  # noqa: ANN401
    with pytest.raises(PluginError) as refused:
        read(extra)
    return str(refused.value)


def written(lines: str) -> dict[str, Any]:
    """The site's own settings, with these lines of YAML in place of its own."""
    return {**deepcopy(EXTRA), **yaml.safe_load(lines)}


def leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    """The way to each text of the settings."""
    if isinstance(part, dict):
        for key, inside in part.items():
            if key not in FREE:
                yield from leaves(inside, (*path, key))
    elif isinstance(part, list):
        for place, inside in enumerate(part):
            yield from leaves(inside, (*path, place))
    else:
        yield path


def changed(path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """The settings with another value in one place."""
    extra = deepcopy(EXTRA)
    part: Any = extra
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return extra


def named(path: tuple[Any, ...]) -> str:
    """The last key on the way: an entry of a list has none of its own."""
    return str([key for key in path if isinstance(key, str)][-1])


LEAVES = list(leaves(EXTRA))


def test_the_settings_of_this_site_are_read() -> None:
    found = read(EXTRA)
    assert ["911", "999", "112", "000"] == [one.number.dialled for one in found.emergency_numbers]
    assert (None, "", "quiz.ivig") == (found.clinic.number, found.offline, found.guide)
    assert ["emergency", "today", "soon", "expected"] == list(found.ladder) == list(found.steps)


@pytest.mark.parametrize("value", [284353180, 0, 570, 1.5, True, False, dt.date(2026, 11, 28), [], {}])
def test_whatever_yaml_took_for_something_else_is_refused_by_name(value: object) -> None:
    """A number without quotes is another number to YAML: 02074561234 is 284353180, 9:30 is 570, `no` is false."""
    assert len(LEAVES) > 30
    for path in LEAVES:
        said = refusal(changed(path, value))
        assert f"{named(path)}: " in said, path
        assert "put it in quotes in mkdocs.yml, under extra:." in said, path


def test_a_key_that_is_left_empty_is_refused_by_name() -> None:
    for path in LEAVES:
        said = refusal(changed(path, None))
        assert re.search(rf"{named(path)}: got nothing, wanted text in quotes", said), path
    for key in sorted(EXTRA.keys() - FREE):
        assert refusal({**EXTRA, key: None}).startswith(f"{key}: got nothing, wanted "), key


@pytest.mark.parametrize(
    ("compare", "got"),
    [
        (("gone", "worse", "same"), "gone worse"),
        (("yesterday", "gone", "same"), "yesterday gone"),
        (("yesterday", "worse", "gone"), "gone"),
    ],
)
def test_what_is_compared_is_in_the_guide(compare: tuple[str, str, str], got: str) -> None:
    """A question or an answer that the guide has not is refused by its name."""
    with pytest.raises(PluginError, match=f"^compare: got '{got}', wanted a question of the guide and its answer"):
        diary.check(Compare(*compare), GUIDE)


@pytest.mark.parametrize(
    "key", sorted(EXTRA.keys() - FREE - {"clinic", "compare", "feedback", "steps", "summary_fields", "times"})
)
def test_a_key_that_is_missing_is_refused_by_name(key: str) -> None:
    extra = {name: value for name, value in EXTRA.items() if name != key}
    assert refusal(extra).startswith(f"{key}: got ")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("clinic: {nmae: Ward 5}", "clinic: nmae: got an unknown key, wanted name, or another of name, number, hours"),
        ("clinics: {name: Ward 5}", "clinics: got an unknown key, wanted clinic, or another of guide,"),
        ("emergency_numbers: [{number: '112', were: Ireland}]", "emergency_numbers, entry 1: were: got an unknown key"),
        ("emergency_numbers: [{number: '112'}]", "emergency_numbers, entry 1: where: got no such key, wanted text"),
        ("emergency_numbers: [{number: '112', where: ' '}]", "emergency_numbers, entry 1: where: got a blank, wanted"),
        ("emergency_numbers: []", "emergency_numbers: got an empty list, wanted at least one emergency number"),
        ("emergency_numbers: '112'", "emergency_numbers: got '112', wanted at least one emergency number"),
        ("emergency_numbers: ['112']", "emergency_numbers, entry 1: got '112', wanted the keys number, where, zones."),
        (
            "emergency_numbers: [{number: '112', where: A}, {number: 1-12, where: B}]",
            "emergency_numbers, entry 2: number: got '1-12' a second time, wanted each emergency number once.",
        ),
        (
            "emergency_numbers: [{number: '112', where: A, zones: [Europe/, utc+1]}]",
            "emergency_numbers, entry 1: zones: got 'utc+1', wanted a time zone such as Europe/London, or Europe/ for all",
        ),
        (
            "emergency_numbers: [{number: '112', where: A, zones: [Europe/]}, {number: '999', where: B, zones: [Europe/]}]",
            "emergency_numbers, entry 2: zones: got 'Europe/' a second time, wanted each time zone at one number.",
        ),
        (
            "emergency_numbers: [{number: '112', where: A, zones: Europe/}]",
            "emergency_numbers, entry 1: zones: got 'Europe/', wanted a list of texts",
        ),
        ("calls: {now: Call now}", "calls: night: got no such key, wanted text in quotes"),
        ("clinic: {number: ask at the desk}", "clinic: number: got 'ask at the desk', wanted one number: 2 to 15"),
        ("clinic: {out_of_hours: '020 7946'}", "clinic: number: got none, wanted one beside out_of_hours"),
        ("ladder: {emergency: Now, today: T, soon: S}", "ladder: expected: got no such key, wanted text in quotes."),
        (
            "ladder: {emergency: N, today: T, soon: S, never: E}",
            "ladder: never: got an unknown key, wanted one of emergency, today,",
        ),
        ("ladder: {emergency: N, today: '', soon: S, expected: E}", "ladder: today: got a blank, wanted text."),
        ("steps: {emergency: N, today: T, soon: 3, expected: E}", "steps: soon: got 3, wanted text."),
        ("times: {question: drip, facts: risks}", "times: columns: got nothing, wanted titles of columns"),
        ("times: {question: drip, facts: risks, columns: {A: []}}", "times: columns: A: got an empty list, wanted"),
        ("times: {question: drip, facts: risks, columns: {1: [a]}}", "times: columns: got 1, wanted text."),
        ("preview: {picture: p.png, alt: P, size: '3'}", "preview: size: got an unknown key, wanted"),
        ("subject: {audience: All, about: []}", "subject: about: got an empty list, wanted at least one thing"),
        ("offline: zipp", "offline: got 'zipp', wanted worker, zip or nothing. Run `make site` or `make offline`."),
        ("offline: 1", "offline: got 1, wanted worker, zip or nothing."),
        ("translation: 12", "translation: got 12, wanted text."),
    ],
)
def test_what_is_wrong_is_refused_by_name(lines: str, said: str) -> None:
    found = refusal(written(lines))
    assert found.startswith(said)
    assert "mkdocs.yml, under extra:." in found or "Run `make site`" in found


def test_a_clinic_or_feedback_may_be_left_out() -> None:
    """As may the words of handouts, which not every guide has; a step that YAML wrote first does not come first."""
    found = read(
        {
            key: EXTRA[key]
            for key in EXTRA.keys() - {"clinic", "compare", "feedback", "steps", "summary_fields", "times"}
        }
    )
    assert (("", None, "", None), "", {}, None) == (tuple(found.clinic), found.feedback, found.steps, found.times)
    assert found.compare is None
    turned = dict(reversed(EXTRA["ladder"].items()))
    assert list(EXTRA["ladder"]) == list(read({**EXTRA, "ladder": turned}).ladder)


# --- numbers


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("999", "999"),
        ("020 7946 0000", "02079460000"),
        ("+44 (0)20 7946 0000", "+442079460000"),
        ("+44(0) 20-7946-0000", "+442079460000"),
        ("+44 (020) 7946 0000", "+442079460000"),
        ("0044 (0)20 7946 0000", "00442079460000"),
        ("(+353) (0)1 234 5678", "+35312345678"),
        ("+39 (0)6 1234 5678", "+390612345678"),
        ("(0)20 7946 0000", "02079460000"),
        ("(555) 010-0123", "5550100123"),
        ("[555] 010.0123", "5550100123"),
        ("+1.555.010.0123", "+15550100123"),
        ("020\u00a07946\u202f00\u200900", "02079460000"),
        ("020\u20107946\u201100\u201200\u2013\u2212\u2014", "02079460000"),
        ("\u200e+44 20 7946 0000\u200e", "+442079460000"),
        ("\u2066+44\u2069 20\u200f7946\u061c0000\ufeff", "+442079460000"),
        ("\u202e0000 6497 020\u202c", "00006497020"),
    ],
)
def test_a_number_is_dialled_as_it_is_meant(number: str, dialled: str) -> None:
    """Blanks, dashes, dots, brackets and marks of direction are left out; so is a 0 that only callers at home dial."""
    made = settings.number(number)
    assert dialled == made.dialled
    assert re.sub(r"\D", "", number) == re.sub(r"\D", "", made.shown)
    assert re.fullmatch("[0-9 \u00a0()\\[\\].+\u2013\u2014-]+", made.shown)


@pytest.mark.parametrize(
    "number",
    [
        "020 7946 0000 ext. 12",
        "020 7946 0000 x12",
        "020 7946 0000, 12",
        "020 7946 0000#12",
        "123 4567 / 123 4568",
        "123 4567 or 123 4568",
        "123 4567\n123 4568",
        "020 7946 0000 020 7946 0001",
        "1",
        "+",
        "44+20 7946 0000",
        "++44 20 7946 0000",
        "\u0660\u0662\u0660 7946 0000",
        "tel:999",
    ],
)
@pytest.mark.parametrize("name", NUMBERS)
def test_what_no_phone_can_dial_is_refused_by_name(name: str, number: str) -> None:
    """An extension, a second number, letters, or digits that are not 0 to 9."""
    group, _, key = name.partition(": ")
    clinic = {"number": "123"} | {key: number}
    change = {"clinic": clinic} if group == "clinic" else {"emergency_numbers": [{"number": number, "where": "here"}]}
    assert refusal({**EXTRA, **change}).startswith(f"{name}: got {number!r}, wanted one number: 2 to 15 digits")


# --- the address


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/care", "https://example.org/care/"),
        (" https://example.org/care/ ", "https://example.org/care/"),
        ("https://example.org ", "https://example.org/"),
        ("https://example.org/v1.2/ivig.care/%C3%A9", "https://example.org/v1.2/ivig.care/%C3%A9/"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://localhost:8000/some/folder", "http://localhost:8000/some/folder/"),
    ],
)
def test_an_address_ends_with_one_slash(given: str, wanted: str) -> None:
    assert wanted == settings.address(load_config(str(ROOT / "mkdocs.yml"), site_url=given).site_url)


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ("https://example.org/?from=paper", "with a query"),
        ("https://example.org/care?a", "with a query"),
        ("https://example.org/#start", "with a fragment"),
        ("https://example.org/#/", "with a fragment"),
        ("https://example.org/index.html", "with the name of a file"),
        ("https://example.org/care/Start.PHP", "with the name of a file"),
        ("https://me:secret@example.org/", "with a user or a password"),
        ("https://me@example.org/", "with a user or a password"),
        ("https://example.org/my care/", "with a blank"),
        ("https://example .org/", "with a blank"),
        ("http://example.org/", "that does not start with https:"),
        ("http://localhost.example.org/", "that does not start with https:"),
        ("ftp://example.org/", "that does not start with https:"),
        ("https://:8443/", "without a host"),
        ('https://example.org/"a', "with characters"),
        ("https://example.org/a&copy/", "with characters"),
        ("https://example.org//care/", "with characters"),
        ("https://example.org/care/../", "with characters"),
        ("https://example.org:port/", "with characters"),
        ("https://b\u00fccher.example/", "with characters"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_by_name(given: str, what: str) -> None:
    """Codes on paper hold it for years. A password is not repeated in the log."""
    with pytest.raises(PluginError) as refused:
        settings.address(load_config(str(ROOT / "mkdocs.yml"), site_url=given).site_url)
    said = str(refused.value)
    assert said.startswith(("SITE_URL: got 'http", "SITE_URL: got 'ftp"))
    assert f", an address {what}" in said
    assert "wanted the folder that the site will be in, such as 'https://<your host>/guide/'. Fix SITE_URL" in said
    assert "secret" not in said


# --- the one door


def test_nothing_else_asks_mkdocs_for_these_settings() -> None:
    """A template or a module that did would print what nobody has looked at."""
    asks = re.compile(r"\.extra\b|\bextra\[")
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "site_src").rglob("*"))
        if path.suffix in {".py", ".html"}
        and path.name != "settings.py"
        and asks.search(path.read_text(encoding="utf-8"))
    ]
    assert [] == found


def test_a_build_reads_them_once() -> None:
    """Only `Build` reads the settings; every other module is given them."""
    modules = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site_src").rglob("*.py")}
    assert {"build.py": 1} == {name: count for name, text in modules.items() if (count := text.count("settings.read("))}


def test_a_guide_that_is_not_there_is_refused_by_name() -> None:
    assert len(settings.load_guide("quiz.ivig").rules) > 100
    for name in ("quiz.yours", "yours", "quiz.ivig.yours"):
        with pytest.raises(PluginError, match=f"^guide: got '{name}', wanted a package with a GUIDE"):
            settings.load_guide(name)


@pytest.mark.parametrize(
    ("line", "given", "said"),
    [
        ("short_name:", "", "short_name: got nothing, wanted text in quotes. Fix it in mkdocs.yml, under extra:."),
        ("clinic: {number: 02074561234}", "", "clinic: number: got 284353180, wanted text. YAML took it for something"),
        ("feedback: ''", "https://example.org/index.html", "SITE_URL: got 'https://example.org/index.html/', an"),
    ],
)
def test_a_build_ends_with_a_sentence(tmp_path: Path, line: str, given: str, said: str) -> None:
    """No lines of Python, and no site."""
    file = tmp_path / "mkdocs.yml"
    hook, content = ROOT / "site_src" / "hooks.py", ROOT / "content"
    file.write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: {content}\nhooks: [{hook}]\nwatch: []\nextra:\n  {line}\n"
        f"theme: {{custom_dir: {ROOT}/site_src/overrides}}\nsite_dir: {tmp_path}/site\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(file)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not (tmp_path / "site").exists()
