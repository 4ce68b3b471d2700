"""The settings under `extra:` in `mkdocs.yml`, read once a build; a wrong one stops the build with an error."""

from __future__ import annotations

import difflib
import importlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Guide, Urgency

__all__ = ["Number", "Settings", "address", "escaped", "for_the_theme", "load_guide", "number", "read"]

WHERE = "in mkdocs.yml, under extra:"
URGENCIES = [urgency.value for urgency in reversed(list(Urgency))]

TRUNK = re.compile(r"^(\(?(?:\+|00)(?!39)[1-9][0-9]{0,2}\)?)\(0")
"""A country code and the 0 in brackets that is dialled only without it; Italy's 0 is dialled from everywhere."""

ZONE = re.compile(r"[A-Z]\w+(?:/[\w+-]+)*/?")
"""A time zone of a device, or with a slash at its end the beginning of several."""

PAGE_FILE = re.compile(r"/[^/]+\.(?:[sx]?html?|php\d?|aspx?|jsp|cgi|pl|pdf|xml|txt)$", re.IGNORECASE)
PLAIN_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+(?::\d+)?(?:/(?!\.\.?(?:/|$))[\w.~%+@=,-]+)*", re.IGNORECASE | re.ASCII
)
LOCAL = ("localhost", "127.0.0.1")


class Number(NamedTuple):
    """A telephone number: as the clinic wrote it, and as a phone dials it."""

    shown: str
    dialled: str


class Emergency(NamedTuple):
    """An emergency number, where it is answered, and the time zones of devices there."""

    number: Number
    where: str
    zones: tuple[str, ...]
    """Names such as `Europe/London`, and beginnings of names such as `Europe/`; the longest that fits counts."""


class Calls(NamedTuple):
    """The words for when to make a call today."""

    now: str
    """The heading by day, of a call that may not wait for the morning."""
    night: str
    """The same at night."""
    always: str
    """The same where the time is not known."""
    morning: str
    """The heading at night, of a call that may wait for the morning."""
    either: str
    """The same where the time is not known."""
    if_day: str
    """The line below `morning`, for a device whose clock is wrong."""
    if_worse: str
    """The line below the heading by day, of a call that may wait for a while."""
    if_night: str
    """The line below the heading of a call of which it is not known whether it may wait."""


class Clinic(NamedTuple):
    """The clinic to call outside emergencies; blank where pages say "the number your team gave you"."""

    name: str
    number: Number | None
    hours: str
    out_of_hours: Number | None


class Times(NamedTuple):
    """The columns of the symptom table on paper: answers to a question on time, by the column's title."""

    question: str
    facts: str
    """The question about the person that raises an urgency."""
    columns: dict[str, tuple[str, ...]]


class Compare(NamedTuple):
    """The questions beside which the quiz shows what a reader has kept."""

    trend: str
    """The question that compares with the day before."""
    worse: str
    """Its answer for a change for the worse, the only one that is filled in."""
    pattern: str
    """The question that compares with earlier treatments."""


class Thing(NamedTuple):
    """A subject of the pages: a type of schema.org, and a name."""

    type: str
    name: str


class Subject(NamedTuple):
    """The structured data for search engines: the audience and the subjects of the pages."""

    audience: str
    about: tuple[Thing, ...]


class Preview(NamedTuple):
    """The link preview: a picture of the site, and its text."""

    picture: str
    alt: str


class Settings(NamedTuple):
    """All settings of a guide or a clinic; comments in `mkdocs.yml` explain each."""

    guide: str
    team: str
    summary_for: str
    summary_fields: tuple[str, ...]
    """What the printed summary asks for, to be filled in by hand."""
    short_name: str
    flags_count: str
    ladder: dict[str, str]
    """By urgency, the most urgent first."""
    steps: dict[str, str]
    """The same; like `times`, of a guide with handouts only."""
    calls: Calls
    times: Times | None
    compare: Compare | None
    emergency_numbers: tuple[Emergency, ...]
    clinic: Clinic
    feedback: str
    subject: Subject
    preview: Preview
    translation: str
    offline: str

    @property
    def for_a_host(self) -> bool:
        """Whether this is the build of `make site`, with a service worker and precompressed files."""
        return self.offline == "worker"

    @property
    def from_disc(self) -> bool:
        """Whether this is the build of `make offline`, which is opened from disk and has no frames."""
        return self.offline == "zip"


def read(config: MkDocsConfig) -> Settings:
    """Return the settings; raises `PluginError` for what is missing, unknown or not of its kind."""
    extra = _Group("", config.extra, (*Settings._fields, "generator"))  # the theme's own
    ladder = extra.group("ladder", URGENCIES)
    return Settings(
        guide=extra.text("guide"),
        team=extra.text("team"),
        summary_for=extra.text("summary_for"),
        summary_fields=extra.texts("summary_fields") if "summary_fields" in extra.found else (),
        short_name=extra.text("short_name"),
        flags_count=extra.text("flags_count"),
        ladder={urgency: ladder.text(urgency) for urgency in URGENCIES},
        steps=_steps(extra),
        calls=Calls(*map(extra.group("calls", Calls._fields).text, Calls._fields)),
        times=_times(extra),
        compare=_compare(extra),
        emergency_numbers=_emergency_numbers(extra),
        clinic=_clinic(extra),
        feedback=extra.text("feedback", needed=False),
        subject=_subject(extra),
        preview=Preview(*map(extra.group("preview", Preview._fields).text, Preview._fields)),
        translation=extra.text("translation", needed=False, none=True),
        offline=_offline(extra),
    )


def number(written: str) -> Number:
    """Return a telephone number as printed and as dialled; raises `ValueError` for one that cannot be dialled."""
    shown = "".join(map(_printable, written))
    bare = re.sub("[ \u00a0.\u2013\u2014-]", "", shown).replace("[", "(").replace("]", ")")
    dialled = re.sub(r"[()]", "", TRUNK.sub(r"\1(", bare))
    # No slash and no line break: what stands on both sides can be two numbers.
    if not re.fullmatch(r"\+?[0-9]{2,15}", dialled):
        raise ValueError(
            f"got {written!r}, wanted one number: 2 to 15 digits, with a + in front at most, and blanks, dashes,"
            " dots or brackets between them. An extension or a second number can stand in hours"
        )
    return Number(shown, dialled)


def address(given: str | None) -> str:
    """Return the address of the site with a slash at its end, or a blank one; raises `PluginError`.

    Codes on paper hold it for years, so what leads to no folder of pages is refused. MkDocs has read it before, and
    has put a slash behind its path.
    """
    site = re.sub(r"[\s/]+$", "", given or "")
    if not site:
        return ""
    parts = urlsplit(site)
    local = parts.hostname in LOCAL
    for found, what in (
        ("?" in site, "with a query, from the ? on"),
        ("#" in site, "with a fragment, from the # on"),
        ("@" in parts.netloc, "with a user or a password"),
        (re.search(r"\s", site), "with a blank in it"),
        (PAGE_FILE.search(parts.path), "with the name of a file at its end"),
        (not parts.hostname, "without a host"),
        (parts.scheme != "https" and not (parts.scheme == "http" and local), "that does not start with https:"),
        (not PLAIN_ADDRESS.fullmatch(site), "with characters that an address bar writes in another way"),
    ):
        if found:
            told = re.sub(r"//.*@", "//...@", str(given))  # no password in a log
            raise PluginError(
                f"SITE_URL: got {told!r}, an address {what}, wanted the folder that the site will be in, such as"
                " 'https://<your host>/guide/'. Fix SITE_URL, or site_url in mkdocs.yml."
            )
    return f"{site}/"


def load_guide(name: str) -> Guide:
    """Return the guide that the setting `guide` names; raises `PluginError` where there is no such package."""
    try:
        guide: Guide = importlib.import_module(name).GUIDE
    except ModuleNotFoundError as error:
        if error.name is None or not f"{name}.".startswith(f"{error.name}."):
            raise  # something that the guide itself imports
        raise _bad("guide", repr(name), "a package with a GUIDE, such as 'quiz.yours'") from error
    return guide


def escaped(value: Any) -> Any:  # noqa: ANN401
    """Return settings escaped for HTML: MkDocs' templates do not escape."""
    match value:
        case str():
            return escape(value)
        case tuple() if hasattr(value, "_fields"):
            return type(value)(*map(escaped, value))
        case tuple():
            return tuple(map(escaped, value))
        case Mapping():
            return {name: escaped(part) for name, part in value.items()}
    return value


def for_the_theme(config: MkDocsConfig) -> MkDocsConfig:
    """Return MkDocs' own settings with the site's name and description escaped for HTML."""
    shown = copy(config)
    shown.site_name = escape(config.site_name)
    shown.site_description = escape(config.site_description or "")
    return shown


class _Group:
    """The settings under one key, with the path of the key for errors."""

    def __init__(self, name: str, found: object, known: Iterable[str]) -> None:
        self.name = name
        known = list(known)
        if not isinstance(found, Mapping):
            raise _bad(name, _got(found), f"the keys {', '.join(known)}")
        self.found = found
        for key in found:
            if key not in known:
                near = [f"{one}, or another" for one in difflib.get_close_matches(str(key), known, 1)] or ["one"]
                raise _bad(self.path(key), "an unknown key", f"{near[0]} of {', '.join(known)}")

    def path(self, key: object) -> str:
        """Return the path of a key for an error."""
        return f"{self.name}: {key}" if self.name else str(key)

    def text(self, key: str, *, needed: bool = True, none: bool = False) -> str:
        """Return a text; one that is not needed can be blank or left out, or `none`, as `!ENV` reads a blank."""
        if key not in self.found:
            if needed:
                raise _bad(self.path(key), "no such key", "text in quotes")
            return ""
        if none and self.found[key] is None:
            return ""
        return _text(self.path(key), self.found[key], needed=needed)

    def number(self, key: str) -> Number:
        """Return a number that can be dialled."""
        try:
            return number(self.text(key))
        except ValueError as error:
            raise _error(self.path(key), str(error)) from error

    def number_if_any(self, key: str) -> Number | None:
        """Return a number that can be dialled, or none for one that is blank or left out."""
        return self.number(key) if self.text(key, needed=False) else None

    def group(self, key: str, known: Iterable[str]) -> _Group:
        """Return the keys under a key."""
        return _Group(self.path(key), self.found.get(key), known)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that is not empty."""
        return tuple(_text(self.path(key), one, needed=True) for one in self.list(key, "a list of texts"))

    def list(self, key: str, wanted: str) -> list[Any]:
        """Return a list that is not empty."""
        found = self.found.get(key)
        if not isinstance(found, list) or not found:
            raise _bad(self.path(key), "an empty list" if found == [] else _got(found), wanted)
        return found


def _emergency_numbers(extra: _Group) -> tuple[Emergency, ...]:
    found: dict[str, Emergency] = {}
    zones: set[str] = set()
    listed = extra.list("emergency_numbers", "at least one emergency number, with number and where")
    for place, one in enumerate(listed, start=1):
        entry = _Group(f"emergency_numbers, entry {place}", one, Emergency._fields)
        made = Emergency(entry.number("number"), entry.text("where"), _zones(entry, zones))
        if made.number.dialled in found:
            raise _bad(entry.path("number"), f"{made.number.shown!r} a second time", "each emergency number once")
        found[made.number.dialled] = made
    return tuple(found.values())


def _zones(entry: _Group, taken: set[str]) -> tuple[str, ...]:
    """Return the time zones of an emergency number, and add them to those that are taken."""
    zones = entry.texts("zones") if "zones" in entry.found else ()
    for zone in zones:
        if not ZONE.fullmatch(zone):
            raise _bad(entry.path("zones"), repr(zone), "a time zone such as Europe/London, or Europe/ for all of them")
        if zone in taken:
            raise _bad(entry.path("zones"), f"{zone!r} a second time", "each time zone at one number")
        taken.add(zone)
    return zones


def _clinic(extra: _Group) -> Clinic:
    if "clinic" not in extra.found:
        return Clinic("", None, "", None)
    group = extra.group("clinic", Clinic._fields)
    clinic = Clinic(
        group.text("name", needed=False),
        group.number_if_any("number"),
        group.text("hours", needed=False),
        group.number_if_any("out_of_hours"),
    )
    if clinic.out_of_hours and not clinic.number:
        raise _bad("clinic: number", "none", "one beside out_of_hours, which pages show below it")
    return clinic


def _steps(extra: _Group) -> dict[str, str]:
    if "steps" not in extra.found:
        return {}
    steps = extra.group("steps", URGENCIES)
    return {urgency: steps.text(urgency) for urgency in URGENCIES}


def _times(extra: _Group) -> Times | None:
    if "times" not in extra.found:
        return None
    times = extra.group("times", Times._fields)
    columns = times.found.get("columns")
    if not isinstance(columns, Mapping) or not columns:
        raise _bad("times: columns", _got(columns), "titles of columns, each with a list of answers")
    titles = _Group("times: columns", columns, columns)
    return Times(
        times.text("question"),
        times.text("facts"),
        {
            _text("times: columns", title): tuple(
                _text(titles.path(title), answer) for answer in titles.list(title, "a list of answers")
            )
            for title in columns
        },
    )


def _compare(extra: _Group) -> Compare | None:
    if "compare" not in extra.found:
        return None
    return Compare(*map(extra.group("compare", Compare._fields).text, Compare._fields))


def _subject(extra: _Group) -> Subject:
    subject = extra.group("subject", Subject._fields)
    about = []
    for place, one in enumerate(subject.list("about", "at least one thing, with type and name"), start=1):
        thing = _Group(f"subject: about, entry {place}", one, Thing._fields)
        about.append(Thing(*map(thing.text, Thing._fields)))
    return Subject(subject.text("audience"), tuple(about))


def _offline(extra: _Group) -> str:
    found = extra.found.get("offline")
    if found not in (None, "", "worker", "zip"):
        raise _error("offline", f"got {found!r}, wanted worker, zip or nothing", "Run `make site` or `make offline`.")
    return found or ""


def _text(name: str, found: object, *, needed: bool = True) -> str:
    if not isinstance(found, str):
        if found is None:
            raise _bad(name, "nothing", "text in quotes" + '; "" stands for none' * (not needed))
        raise _error(
            name, f"got {_got(found)}, wanted text", f"YAML took it for something else: put it in quotes {WHERE}."
        )
    text = found.strip()
    if needed and not text:
        raise _bad(name, "a blank", "text")
    return text


def _printable(character: str) -> str:
    """Return a character of a telephone number in a form that every typeface has; blank for direction marks."""
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    if kind == "Zs" and character != " ":
        return "\u00a0"
    if (kind == "Pd" or character == "\u2212") and character not in "\u2013\u2014":
        return "-"
    return " " if character == "\t" else character


def _got(found: object) -> str:
    """Return a wrong value as an error names it."""
    match found:
        case None:
            return "nothing"
        case str() | int() | float() | list() | Mapping():
            return repr(found)
    return str(found)  # a day


def _bad(name: str, got: str, wanted: str) -> PluginError:
    return _error(name, f"got {got}, wanted {wanted}")


def _error(name: str, said: str, cure: str = f"Fix it {WHERE}.") -> PluginError:
    return PluginError(f"{name}: {said}. {cure}")
