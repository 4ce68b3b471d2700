"""The Python engine in the browser: the few modules it ships are enough for every message and error."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz import GUIDE
from quiz.browser import BadMessage, reply
from quiz.model import UnknownAnswer
from site_src.shipping import engine_bundle
from tests.conftest import Server, bundle
from tools import modules


@pytest.fixture(scope="module")
def seen(browser: Browser, running: Server, site: Path) -> modules.Seen:
    """Return the replies and loaded modules for every message that the engine can be sent, in the built site."""
    running.forget()
    context = browser.new_context(bypass_csp=True)
    found = modules.run(context.new_page(), running.url, bundle(site)["files"])
    context.close()
    return found


def test_the_modules_shipped_are_those_that_are_loaded(seen: modules.Seen) -> None:
    """The list of shipped modules equals the modules that a run loads."""
    assert engine_bundle.MODULES.read_text(encoding="utf-8").split() == seen.modules


def test_each_message_gets_the_reply_or_the_refusal_of_cpython(seen: modules.Seen) -> None:
    """An error with the shipped modules has the type and message that it has in full CPython."""
    for message, got in zip(modules.MESSAGES, seen.replies, strict=True):
        try:
            wanted = reply(GUIDE, message)
        except (BadMessage, UnknownAnswer) as error:
            wanted = f"{type(error).__module__}.{type(error).__name__}: {error}"
        assert wanted == got.strip().splitlines()[-1]
        assert (wanted[0] != "{") == got.startswith("refused: python: got Traceback")


def test_whoever_saves_data_gets_the_engine_with_the_first_answer(page: Page, server: Server) -> None:
    """With data saving on, the engine is downloaded only at the first answer."""
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(f"{server.url}check/", wait_until="networkidle")
    expect(page.locator("quiz-flow")).to_have_attribute("data-engine", "loading")
    assert [] == [path for path in server.asked if "/engine/" in path or path.endswith("quiz/worker.js")]
    page.get_by_role("button", name="No, none of these").click()
    expect(page.locator("quiz-flow")).to_have_attribute("data-engine", "ready")


def test_an_error_says_where_it_was(seen: modules.Seen) -> None:
    """The console shows a full traceback, down to the rule that raised."""
    lines = seen.raised.splitlines()
    assert lines[0] == "refused: python: got Traceback (most recent call last):"
    assert any("quiz/browser.py" in line and "in exchange" in line for line in lines)
    assert any("quiz/engine.py" in line and "in assess" in line for line in lines)
    assert lines[-1] == "ZeroDivisionError: a rule that raises"
