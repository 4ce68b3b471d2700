"""How old a page is: when it was written, who has reviewed it, and when its next review is due."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from quiz.model import Guide
from site_src.review.signatures import RULES_SHOWN, Review, Signature

__all__ = ["PageAge", "age_of"]

LASTS = dt.timedelta(days=730)
"""The time after which a page has to be reviewed again: 2 years, chosen by this project."""


class PageAge(NamedTuple):
    """The age of one page, in ISO dates."""

    written: str
    review: str
    """The review status for readers: who has reviewed it, or that nobody has."""
    signatures: tuple[Signature, ...]
    """The signatures of all that the page shows; none while something is unsigned."""
    due: str
    """The day on which it has to be reviewed again."""

    @property
    def reviewed(self) -> str:
        """The day of its first signature; blank until all of it is signed."""
        return min((one.date for one in self.signatures), default="")


def age_of(page: Page, guide: Guide, review: Review) -> PageAge:
    """Return how old a page is; raises `PluginError` for one that does not say when it was written."""
    # A page that the build makes is as old as the guide.
    day = dt.date.fromisoformat(guide.dated) if page.file.generated_by else page.meta.get("written")
    if not isinstance(day, dt.date):
        raise PluginError(
            f"{page.file.src_path}: got written: {day}, wanted the day of its words. Add 'written: 2026-11-23' on top."
        )
    written = max(day.isoformat(), guide.dated) if page.file.name in RULES_SHOWN else day.isoformat()
    shown = review.page(page.file.name)
    signatures = tuple(one for what in shown for one in review.signed(what)) if review.all_signed(shown) else ()
    since = min((one.date for one in signatures), default=written)
    due = (dt.date.fromisoformat(since) + LASTS).isoformat()
    return PageAge(written, review.statement(shown), signatures, due)
