"""The codes of the page for educators, which a phone's camera reads from paper or a slide."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import segno
from mkdocs.config.defaults import MkDocsConfig

from site_src.pages.educators import Offer

__all__ = ["FOLDER", "write"]

FOLDER = "codes"


def write(offers: Iterable[Offer], config: MkDocsConfig) -> None:
    """Write a code for each page and section, for paper (SVG) and slides (PNG), into a site that has an address."""
    folder = Path(config.site_dir, FOLDER)
    folder.mkdir(exist_ok=True)
    for part in (part for offer in offers for part in (offer.whole, *offer.sections)):
        code = segno.make(f"{config.site_url}{part.address}", error="m", micro=False)
        for kind in ("svg", "png"):
            code.save(str(folder / f"{part.name}.{kind}"), scale=8, light="white")
