"""The releases in `CHANGELOG.md`, for the page of changes and for an Atom feed."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from site_src.derived.symptom_table import slug

__all__ = ["Change", "Release", "releases", "write_feed"]

LOG = Path(__file__).parents[2] / "CHANGELOG.md"
PAGE = "changes/"
HEADING = re.compile(r"(?P<version>\d+\.\d+\.\d+), (?P<day>\d{1,2} \w+ \d{4})")
ENTRY = re.compile(r"(?P<kind>Clinical|Wording): (?P<words>.+)")
ATOM = "http://www.w3.org/2005/Atom"


class Change(NamedTuple):
    """One change: its kind (`Clinical` or `Wording`) and its description."""

    kind: str
    words: str


class Release(NamedTuple):
    """One version: its day (ISO date), its review status and its changes."""

    version: str
    day: str
    review: str
    changes: tuple[Change, ...]

    @property
    def id(self) -> str:
        """The id of its heading on the page of changes."""
        return f"v-{slug(self.version)}"


def releases(text: str) -> tuple[Release, ...]:
    """Return the versions of a log, newest first; raises `PluginError` for what cannot be read."""
    return tuple(map(_release, re.split(r"^## ", text, flags=re.MULTILINE)[1:]))


def _release(section: str) -> Release:
    heading, *blocks = re.split(r"\n\n|\n(?=- )", section.strip())
    found = HEADING.fullmatch(heading)
    try:
        day = dt.datetime.strptime(found["day"] if found else "", "%d %B %Y").replace(tzinfo=dt.UTC).date()
    except ValueError as error:
        raise PluginError(f"{LOG.name}: got '## {heading}', wanted one like '## 0.3.1, 23 November 2026'.") from error
    lines = [" ".join(block.split()) for block in blocks]
    changes = tuple(_change(line.removeprefix("- ")) for line in lines if line.startswith("- "))
    return Release(found["version"] if found else "", day.isoformat(), lines[0], changes)


def _change(line: str) -> Change:
    found = ENTRY.fullmatch(line)
    if not found:
        raise PluginError(f"{LOG.name}: got '- {line[:60]}', wanted '- Clinical: ...' or '- Wording: ...'.")
    return Change(found["kind"], found["words"][:1].upper() + found["words"][1:])


def write_feed(releases: Sequence[Release], config: MkDocsConfig) -> None:
    """Write the changes as an Atom feed beside their page, one entry a change, each under its kind."""
    # Without an address of the site, links lead from the feed to the page beside it.
    page = f"{config.site_url}{PAGE}" if config.site_url else "./"
    feed = ET.Element("feed", xmlns=ATOM)
    for name, text in (
        ("id", _id(config, "")),
        ("title", f"{config.site_name}: what changed"),
        ("updated", _moment(releases[0])),
    ):
        ET.SubElement(feed, name).text = text
    ET.SubElement(feed, "link", href=page)
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = config.site_name
    for release in releases:
        for number, change in enumerate(release.changes, start=1):
            entry = ET.SubElement(feed, "entry")
            for name, text in (
                ("id", _id(config, f"{release.version}/{number}")),
                ("title", f"{change.kind}: version {release.version}"),
                ("updated", _moment(release)),
                ("summary", f"{change.words} {release.review}"),
            ):
                ET.SubElement(entry, name).text = text
            ET.SubElement(entry, "link", href=f"{page}#{release.id}")
            ET.SubElement(entry, "category", term=change.kind.lower())
    ET.indent(feed)
    path = Path(config.site_dir, PAGE, "feed.xml")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _id(config: MkDocsConfig, name: str) -> str:
    """Return a stable id for the feed or an entry, different for each copy of the site."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{config.site_url or config.site_name}/{PAGE}{name}").urn


def _moment(release: Release) -> str:
    return f"{release.day}T00:00:00Z"
