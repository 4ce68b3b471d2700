"""A page past the date of its next review says so."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Server

OVERDUE = "This page was due to be read again by 2 February 2029. It may be out of date. Ask your team."


@pytest.mark.parametrize(("day", "said"), [("2029-02-02", 0), ("2029-02-03", 1), ("2031-01-01", 1)])
def test_page_past_its_day_says_so(page: Page, server: Server, signed_site: Path, day: str, said: int) -> None:
    """After the date of its next review a page says so at its top; up to that date it says nothing."""
    server.root = signed_site
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    for path in ("after/", "check/", "embed/after/"):
        page.goto(f"{server.url}{path}")
        expect(page.get_by_text("Next review by 2 February 2029")).to_be_visible()
        expect(page.get_by_text(OVERDUE).filter(visible=True)).to_have_count(said)


def test_without_scripts_nothing_is_said(without_scripts: Page, server: Server) -> None:
    """Without scripts a page, which cannot know the date, says nothing."""
    without_scripts.goto(f"{server.url}after/")
    expect(without_scripts.get_by_text(re.compile(r"Written \d+ November 2026\."))).to_be_visible()
    expect(without_scripts.locator("[data-due]")).to_be_hidden()


def test_frame_says_so_before_its_page(page: Page, server: Server, signed_site: Path) -> None:
    """In a frame, which can be many screens long, the sentence comes right after the warning signs."""
    server.root = signed_site
    page.clock.set_fixed_time(dt.datetime.fromisoformat("2029-02-03T12:00:00+00:00"))
    page.goto(f"{server.url}embed/after/")
    said = page.get_by_text(OVERDUE).bounding_box()
    heading = page.get_by_role("heading", name="After your infusion", exact=True).bounding_box()
    assert said
    assert heading
    assert said["y"] < heading["y"]
