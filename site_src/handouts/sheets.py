"""The handouts: what each is called, what it is for, and which pages of the site it shows."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["FORMATS", "PHONE", "SHEETS", "Sheet", "carrying"]

FORMATS = ("A4", "Letter")


class Sheet(NamedTuple):
    """One handout.

    `id` starts the names of its files and is its place on the page of handouts. `template` and `style` are files
    beside this one. `shows` names the pages of the site whose words, or whose rules, it carries. `sizes` are as CSS
    says them.
    """

    id: str
    title: str
    use: str
    template: str
    style: str
    shows: tuple[str, ...]
    sizes: tuple[str, ...] = FORMATS

    def file(self, size: str) -> str:
        """Return the name of its PDF on paper of this size; that on A4 has had its address for longest."""
        return f"{self.id}.pdf" if size == self.sizes[0] else f"{self.id}-{size.lower()}.pdf"

    @property
    def picture(self) -> str:
        """The name of the picture of its first page."""
        return f"{self.id}.png"


FLAGS = ("warning-signs",)
ALL = (*FLAGS, "before", "during", "after", "guide")

SHEETS = (
    Sheet(
        "warning-signs",
        "Warning signs on one page",
        "For your fridge door. It says when to call for help, with room for your numbers.",
        "warning-signs/warning-signs.html",
        "sheet.css",
        FLAGS,
    ),
    Sheet(
        "is-this-normal-after-ivig",
        "Full handout",
        "The warning signs, then before, during and after your drip. At the end is a table of what you may feel.",
        "full/handout.html",
        "sheet.css",
        ALL,
    ),
    Sheet(
        "large-print",
        "Full handout in large print",
        "The same words in large letters, for tired or weak eyes.",
        "full/handout.html",
        "full/large.css",
        ALL,
    ),
    Sheet(
        "diary",
        "Diary for 14 days",
        "Write down what you feel, from the drip to day 14. There is room for 2 drips.",
        "diary/diary.html",
        "diary/diary.css",
        FLAGS,
    ),
    Sheet(
        "wallet-card",
        "Wallet card",
        "A card to cut out and keep with you. One side is for you, the other for ambulance staff.",
        "wallet-card/wallet-card.html",
        "wallet-card/wallet-card.css",
        FLAGS,
    ),
)

PHONE = Sheet(
    "phone-card",
    "Card for your phone",
    "The words of the wallet card as a picture. Save it, so that you have it without a network.",
    "phone-card/phone-card.html",
    "phone-card/phone-card.css",
    FLAGS,
    ("90mm 205mm",),
)
"""A sheet of which only the picture is wanted."""


def carrying(page: str) -> Sheet | None:
    """Return the first handout that carries a page of the site."""
    return next((sheet for sheet in SHEETS if page in sheet.shows), None)
