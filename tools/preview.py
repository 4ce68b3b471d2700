"""The picture that others show beside a link to the site: `python -m tools.preview` draws it from its SVG.

A build draws no picture, so that it needs no browser; whoever changes the SVG runs this.
"""

from __future__ import annotations

import base64

from playwright.sync_api import sync_playwright

from site_src import build
from tests.conftest import FLAGS, ROOT
from tests.support import browser_path

__all__ = ["PICTURE", "SIZE"]

PICTURE = ROOT / "content" / "assets" / "images" / "preview.png"
DRAWN = ROOT / "content" / "pictures" / "preview.svg"
SIZE = {"width": 1200, "height": 630}


def _faces() -> str:
    """The site's typeface, as a page without a server has it."""
    return "".join(
        "@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: "
        f"{weight}; src: url(data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode()}) }}"
        for weight in build.WEIGHTS
        for file in [build.FONTS / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2"]
    )


def _main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path.find(), args=FLAGS)
        page = browser.new_page(viewport={"width": SIZE["width"], "height": SIZE["height"]})
        page.set_content(f"<style>{_faces()} body {{ margin: 0 }}</style>{DRAWN.read_text(encoding='utf-8')}")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    _main()
