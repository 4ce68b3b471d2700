"""The scripts behind `make test-browsers` and `make shots`, run briefly in the installed Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser import test_views
from tests.conftest import Server
from tests.engines import check_quiz
from tools import shots


class Chromium:
    """A driver for Chromium with the interface of those for Firefox and WebKit."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str) -> None:
        self.page.goto(url)

    def run(self, script: str) -> Any:  # noqa: ANN401
        return self.page.evaluate(f"() => {{ {script} }}")

    def close(self) -> None:
        self.page.close()


def test_other_browsers_are_driven_through_the_whole_quiz(page: Page, server: Server) -> None:
    """The shared walk reaches a result, with Python and without scripts."""
    driver = Chromium(page)
    check_quiz.test_each_urgency_is_reached_with_python(driver, server, "today")
    check_quiz.test_each_urgency_is_reached_without_scripts(driver, server, "today")


def test_the_picture_in_the_readme_is_taken(
    browser: Browser, page: Page, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The README picture shows three screens side by side, and each state's pictures are named after the views."""
    shots.take(browser, server, tmp_path / "readme.png")
    with Image.open(tmp_path / "readme.png") as picture, Image.open(shots.PICTURE) as committed:
        assert picture.size[0] == committed.size[0]
    monkeypatch.setenv("SHOTS", "1")
    monkeypatch.setattr(test_views, "SHOTS", tmp_path)
    monkeypatch.setattr(test_views, "VIEWS", test_views.VIEWS[:1])
    page.goto(server.url)
    test_views.wrong(page, "start")
    assert (tmp_path / "start-320-light.png").stat().st_size > 0
