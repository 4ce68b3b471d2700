"""The QR codes of the page for educators, for paper and slides; without an address, its script draws them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import segno
from mkdocs.config.defaults import MkDocsConfig

from site_src.pages.educators import Offer

__all__ = ["FOLDER", "write"]

FOLDER = "codes"


def write(offers: Iterable[Offer], config: MkDocsConfig) -> None:
    """Write a QR code for each page and section into a site with an address: SVG for paper, PNG for slides."""
    folder = Path(config.site_dir, FOLDER)
    folder.mkdir(exist_ok=True)
    for part in (part for offer in offers for part in (offer.whole, *offer.sections)):
        code = segno.make(f"{config.site_url}{part.address}", error="m", micro=False)
        for kind in ("svg", "png"):
            code.save(str(folder / f"{part.name}.{kind}"), scale=8, light="white")
