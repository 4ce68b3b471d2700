"""What a page says of itself elsewhere: in search results and beside a link."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from quiz import GUIDE
from tests.conftest import HOME, ROOT
from tests.site.test_build import PAGES
from tools.preview import DRAWN, PICTURE, SIZE

ADDRESSES = {page: urljoin(HOME, page.removesuffix("index.html")) for page in PAGES}


def data(site: Path, page: str) -> dict[str, Any]:
    """What a page says in JSON-LD."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html(site, page), re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def html(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def graph(site: Path, page: str) -> dict[str, str]:
    """The OpenGraph properties of a page."""
    return {
        name: unescape(text)
        for name, text in re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', html(site, page))
    }


@pytest.mark.parametrize("page", PAGES)
def test_page_says_what_it_is(home: Path, page: str) -> None:
    """Title, subject, readers, licence and the day of its words, for each page; nobody has reviewed it, so none is named."""
    found = data(home, page)
    assert ("https://schema.org", "MedicalWebPage", "en") == (found["@context"], found["@type"], found["inLanguage"])
    assert f"<title>{found['name']}" in unescape(html(home, page))
    assert f'<meta name="description" content="{found["description"]}">' in unescape(html(home, page))
    assert ADDRESSES[page] == found["url"]
    assert {"MedicalTherapy", "MedicalCondition"} == {one["@type"] for one in found["about"]}
    assert "neuropathy" in found["audience"]["audienceType"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", found["dateModified"])
    assert found["dateModified"] <= GUIDE.dated
    assert not {"lastReviewed", "reviewedBy"} & found.keys()


def test_review_comes_from_the_record(signed_site: Path) -> None:
    """Once the record has signatures for all that a page shows, it names who and the first day."""
    found = data(signed_site, "after/index.html")
    assert "2027-02-03" == found["lastReviewed"]
    assert [{"@type": "Person", "name": "Jane Doe", "jobTitle": "nurse"}] == found["reviewedBy"]


@pytest.mark.parametrize("page", PAGES)
def test_link_preview_has_words_and_a_picture(home: Path, page: str) -> None:
    """Title, sentence, address and picture with its own words; the picture is there, as large as previews want it."""
    found = graph(home, page)
    assert {"type", "site_name", "title", "description", "url", "image", "image:alt"} == found.keys()
    assert data(home, page)["description"] == found["description"]
    assert ADDRESSES[page] == found["url"]
    with Image.open(home / found["image"].removeprefix(HOME)) as picture:
        assert (SIZE["width"], SIZE["height"]) == picture.size


def test_without_an_address_none_is_made_up(site: Path) -> None:
    """A build that does not know where it will be says nothing that needs an address."""
    assert {"type", "site_name", "title", "description"} == graph(site, "after/index.html").keys()
    assert "url" not in data(site, "after/index.html")
    assert not (site / "robots.txt").exists()


def test_canonical_links_and_sitemap_name_each_page_once(home: Path) -> None:
    """Search engines are led to each page under one address, with the day of its words, and to the list of them."""
    for page in PAGES:
        assert [ADDRESSES[page]] == re.findall(r'<link rel="canonical" href="([^"]+)">', html(home, page))
    sitemap = ET.parse(home / "sitemap.xml").getroot()  # noqa: S314 - our own file
    days = {url[0].text: url[1].text for url in sitemap}
    assert set(ADDRESSES.values()) == days.keys()
    assert {data(home, page)["dateModified"] for page in PAGES} == set(days.values())
    assert f"Sitemap: {HOME}sitemap.xml" in (home / "robots.txt").read_text(encoding="utf-8").splitlines()


def test_search_engines_are_asked_to_leave_out_old_paper(home: Path) -> None:
    """What leads to paper of one version is for those who hold it; every other page may be found."""
    asked = {
        path.relative_to(home).parts[0] for path in home.rglob("*.html") if 'content="noindex"' in path.read_text()
    }
    assert {"404.html", "embed", "paper"} == asked


def test_quiz_and_advice_stay_out_of_the_search(site: Path) -> None:
    """Who searches finds pages to read, no advice torn from its result, and no page about old paper."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    places = {entry["location"].split("#")[0] for entry in index["docs"]}
    assert {"", "after/", "warning-signs/"} <= places
    assert [] == [place for place in places if place.startswith(("check", "advice", "paper"))]
    said = "Only someone who sees you can tell what this is."
    assert said in (ROOT / "content" / "advice" / "emergency.md").read_text(encoding="utf-8")
    assert 0 == json.dumps(index).count(said)
    assert 1 == json.dumps(index).count(
        "Do not wait for your team to call you back."
    )  # as the page of warning signs says


def test_picture_says_what_the_site_says() -> None:
    """The picture has the name of the site and the four answers in their order."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    said = re.findall(r"<text[^>]*>([^<]+)</text>", DRAWN.read_text(encoding="utf-8"))
    (name,) = re.findall(r"^site_name: (.*)$", settings, re.MULTILINE)
    ladder = [
        re.findall(rf'^    {urgency}: "(.*)"$', settings, re.MULTILINE)[0]
        for urgency in ("emergency", "today", "soon", "expected")
    ]
    assert [name, *ladder] == [said[0], *said[2:]]
    assert PICTURE.stat().st_size < 100_000
