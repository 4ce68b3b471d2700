"""Care cards: each is a heading that says how urgent it is, to the eye and to the ear, and leads nowhere but to help."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from site_src.pages import cards
from tests.site.test_build import FOR_STAFF, PAGES

ALOUD = {"emergency": "Emergency: ", "today": "Urgent: ", "soon": "Soon: ", "expected": ""}


class _Cards(HTMLParser):
    """Collects the cards of a page: urgency, title and the addresses in it; and the levels of all headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cards: list[tuple[str, list[str], list[str]]] = []
        self.levels: list[int] = []
        self._open: list[tuple[str, bool, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag in {"aside", "div", "section", "h2", "h3", "h4", "p"}:
            is_card = bool({"card", "admonition"} & set(classes))
            is_title = bool({"card-title", "admonition-title"} & set(classes)) and tag != "p"
            self._open.append((tag, is_card, is_title))
            if is_card:
                self.cards.append((next((one for one in classes if one in ALOUD), ""), [], []))
        if tag in {"a", "button"} and any(is_card for _, is_card, _ in self._open):
            self.cards[-1][2].append(given.get("href") or tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(is_title for *_, is_title in self._open):
            self.cards[-1][1].append(data)


every_page = pytest.mark.parametrize("page", [page for page in PAGES if page != "check/index.html"])


@every_page
def test_title_says_how_urgent_it_is(site: Path, page: str) -> None:
    """A title begins with its urgency in words that are only heard."""
    found = _Cards((site / page).read_text(encoding="utf-8")).cards
    assert found or page in FOR_STAFF
    for urgency, title, _ in found:
        words = "".join(title)
        assert words.startswith(ALOUD[urgency])
        assert len(words) > len(ALOUD[urgency])


@every_page
def test_emergency_card_leads_only_to_help(site: Path, page: str) -> None:
    """An emergency card has no link or button except phone numbers."""
    found = _Cards((site / page).read_text(encoding="utf-8")).cards
    pressed = [address for urgency, _, addresses in found if urgency == "emergency" for address in addresses]
    assert [address for address in pressed if not address.startswith("tel:")] == []


@every_page
def test_headings_step_down_one_at_a_time(site: Path, page: str) -> None:
    """With the titles of cards among them, no level of heading is left out."""
    html = (site / page).read_text(encoding="utf-8")
    levels = _Cards(html[html.index("<h1") : html.index("<footer")]).levels
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize(("urgency", "said"), ALOUD.items())
def test_words_that_are_only_heard(urgency: str, said: str) -> None:
    """The urgency is said in visually hidden words; the mildest card says it in its title."""
    html = cards.aloud(urgency)
    assert html == (f'<span class="hidden">{said}</span>' if said else "")
