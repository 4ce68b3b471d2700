"""How old a page is, and who has read it, near its text."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from quiz import GUIDE
from site_src import settings
from site_src.review import page_age
from site_src.review.signatures import Review, Signature, load
from tests.conftest import ROOT
from tests.site.test_build import PAGES


@pytest.fixture(scope="module")
def review() -> Review:
    """The record of this site, which nobody has signed."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return load(GUIDE, settings.read(config), config)


def page(name: str, **meta: object) -> Any:  # noqa: ANN401 - as much of a page as its age needs
    """A page with these words on top."""
    return SimpleNamespace(meta=meta, file=SimpleNamespace(name=name, src_path=f"{name}.md", generated_by=None))


def test_unsigned_page_is_due_two_years_after_it_was_written(review: Review) -> None:
    """An unsigned page is due too."""
    made = page_age.age_of(page("after", written=dt.date(2026, 11, 20)), GUIDE, review)
    assert (made.written, made.review, made.due) == ("2026-11-20", "Not yet reviewed by a clinician", "2028-11-19")
    assert (made.reviewed, made.signatures) == ("", ())


def test_page_made_from_rules_is_as_new_as_they_are(review: Review) -> None:
    """Its own date counts only where it is later than that of the rules."""
    made = page_age.age_of(page("guide", written=dt.date(2026, 1, 1)), GUIDE, review)
    assert GUIDE.dated == made.written


def test_signed_page_is_due_two_years_after_its_first_signature(review: Review) -> None:
    """The earliest of its signatures counts."""
    shown = review.page("after")
    days = ["2027-03-01", *["2027-02-03"] * (len(shown) - 1)]
    signatures = [
        Signature(what, review.hashes[what], day, "Jane Doe", "nurse") for what, day in zip(shown, days, strict=True)
    ]
    made = page_age.age_of(
        page("after", written=dt.date(2026, 11, 20)), GUIDE, Review(GUIDE, review.hashes, signatures)
    )
    assert ("2026-11-20", "2027-02-03", "2029-02-02") == (made.written, made.reviewed, made.due)
    assert "Reviewed by Jane Doe, nurse; 3 February 2027" == made.review


def test_page_that_the_build_makes_is_as_old_as_the_guide(review: Review) -> None:
    """A generated page has no `written` date of its own."""
    made = page("0.3.1")
    made.file.generated_by = "hooks"
    assert GUIDE.dated == page_age.age_of(made, GUIDE, review).written


@pytest.mark.parametrize("meta", [{}, {"written": "last week"}])
def test_page_without_its_day_is_refused(review: Review, meta: dict[str, object]) -> None:
    """The error names the page and the line to add."""
    with pytest.raises(PluginError, match=r"^after\.md: got written: .*Add 'written: 2026-11-23' on top\.$"):
        page_age.age_of(page("after", **meta), GUIDE, review)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_when_it_was_written(site: Path, name: str) -> None:
    """Near the text of each page: its day, and that no clinician has reviewed it."""
    text = " ".join(re.sub(r"<[^>]+>", "", (site / name).read_text(encoding="utf-8")).split())
    assert re.search(
        r"Written \d{1,2} [A-Z][a-z]+ 20\d\d\. Not yet reviewed by a clinician\. What a review means", text
    )
    assert "Next review by" not in text


def test_signed_pages_say_when_they_are_read_again(signed_site: Path) -> None:
    """The reviewer, the day and the next review, from the record."""
    text = re.sub(r"<[^>]+>", "", (signed_site / "after" / "index.html").read_text(encoding="utf-8"))
    assert "Reviewed by Jane Doe, nurse; 3 February 2027. Next review by 2 February 2029." in " ".join(text.split())
