"""What changed: every entry of the log, on a page and in a feed, clinical or wording."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree as ET

import pytest
from mkdocs.exceptions import PluginError

from quiz import GUIDE
from site_src.review.changes import ATOM, LOG, Change, releases
from tests.conftest import HOME

LOG_ENTRY = (
    "## 0.9.0, 3 February 2027\n\nReviewed.\n\n- Clinical: a fever\n  counts from 38 °C.\n- Wording: fewer words.\n"
)


def feed(site: Path) -> ET.Element:
    return ET.parse(site / "changes" / "feed.xml").getroot()  # noqa: S314 - our own file


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{{{ATOM}}}{name}")]


def test_a_release_is_its_version_day_and_changes() -> None:
    """An entry over several lines is one change, without its bullet."""
    (release,) = releases(f"# What changed\n\nFor readers.\n\n{LOG_ENTRY}")
    assert ("0.9.0", "2027-02-03", "Reviewed.", "v-0-9-0") == (*release[:3], release.id)
    assert (Change("Clinical", "A fever counts from 38 °C."), Change("Wording", "Fewer words.")) == release.changes


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("- Wording: fewer", "- Fewer", "CHANGELOG.md: got '- Fewer words.', wanted '- Clinical: ...' or"),
        ("- Clinical:", "- Medical:", "CHANGELOG.md: got '- Medical: a fever counts"),
        ("3 February 2027", "February 2027", "CHANGELOG.md: got '## 0.9.0, February 2027', wanted one like"),
        ("3 February", "31 February", "CHANGELOG.md: got '## 0.9.0, 31 February 2027', wanted one like"),
    ],
)
def test_what_is_not_marked_or_dated_is_refused(was: str, now: str, words: str) -> None:
    """Nobody can add a change without saying whether it is clinical, or a version without its day."""
    with pytest.raises(PluginError) as refused:
        releases(LOG_ENTRY.replace(was, now))
    assert words in str(refused.value)


def test_the_newest_version_is_the_one_of_the_guide() -> None:
    """What the foot of each page calls its version is the first on the page of changes."""
    assert GUIDE.version == releases(LOG.read_text(encoding="utf-8"))[0].version


def test_page_and_feed_have_every_change(site: Path) -> None:
    """Each entry of the log stands on the page and in the feed, under its kind, and the feed leads to its version."""
    log = LOG.read_text(encoding="utf-8")
    page = " ".join((site / "changes" / "index.html").read_text(encoding="utf-8").split())
    told = releases(log)
    changes = [change for release in told for change in release.changes]
    assert (
        len(re.findall("^- ", log, re.MULTILINE))
        == len(changes)
        == page.count("<strong>Clinical.</strong>") + page.count("<strong>Wording.</strong>")
    )
    found = feed(site)
    assert [change.kind.lower() for change in changes] == [
        category.get("term") for category in found.iter(f"{{{ATOM}}}category")
    ]
    summaries = texts(found, "summary")
    assert [] == [c.words for c, said in zip(changes, summaries, strict=True) if not said.startswith(c.words)]
    ids = set(re.findall(r'id="(v-[^"]+)"', page))
    for entry in found.iter(f"{{{ATOM}}}entry"):
        (link,) = (link.get("href") or "" for link in entry.iter(f"{{{ATOM}}}link"))
        address, fragment = urldefrag(link)
        assert ("./", True) == (address, fragment in ids)


def test_feed_is_whole_and_stays_the_same(site: Path, home: Path) -> None:
    """The feed has all required elements and unique ids, and whole addresses once the site has one."""
    found = feed(site)
    assert f"{{{ATOM}}}feed" == found.tag
    ids = texts(found, "id")
    assert len(set(ids)) == len(ids) == len(texts(found, "updated")) == len(texts(found, "title"))
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name) for name in ids)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", day) for day in texts(found, "updated"))
    assert ["Is this normal after IVIg?"] == texts(found, "name")
    with_home = feed(home)
    assert {f"{HOME}changes/"} == {urldefrag(link.get("href") or "")[0] for link in with_home.iter(f"{{{ATOM}}}link")}
    assert not set(texts(with_home, "id")) & set(ids)
