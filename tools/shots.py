"""`make shots`: the picture in the README, the home page and two screens of the quiz as they are today."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.states import STATES
from tests.conftest import FLAGS, ROOT, Server, build
from tests.support import browser_path

PICTURE = ROOT / "tools" / "screenshot.png"
FRAME = """<style>
  body { display: flex; gap: 24px; width: max-content; margin: 0; padding: 24px; background: #e6e3dc }
  img { width: 250px; border: 1px solid #8a8f98; border-radius: 14px }
</style>"""


def open_home(page: Page, server: Server) -> None:
    """Open the home page."""
    page.goto(server.url)


SCREENS = (open_home, STATES["flags"], STATES["today"])


def take(browser: Browser, server: Server, path: Path) -> None:
    """Take the screens, put them beside each other, and write the picture."""
    pictures = []
    for go_to in SCREENS:
        page = browser.new_page(
            viewport={"width": 375, "height": 740}, device_scale_factor=2, timezone_id="Europe/London"
        )
        go_to(page, server)
        page.evaluate("scrollTo(0, 0)")
        page.mouse.move(0, 0)  # no button is under it
        pictures.append(base64.b64encode(page.screenshot()).decode())
        page.close()
    frame = browser.new_page(viewport={"width": 900, "height": 600})
    frame.set_content(FRAME + "".join(f'<img src="data:image/png;base64,{picture}">' for picture in pictures))
    frame.locator("body").screenshot(path=path)
    frame.close()


def main() -> None:
    """Build the site, and renew the picture in the README."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(build(Path(folder)))
        browser = playwright.chromium.launch(executable_path=browser_path.find(), args=FLAGS)
        take(browser, server, PICTURE)
        browser.close()
        server.close()
    print(f"Written: {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
