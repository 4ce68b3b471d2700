"""The quiz answered to all four urgencies in Firefox and WebKit, with Python and without scripts; see `make test-browsers`."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.browser.test_quiz import TO_EACH_URGENCY
from tests.conftest import Server
from tests.engines.drivers import ENGINES, Driver, until

SHOWN = "part => part.checkVisibility()"


@pytest.fixture(scope="module", params=ENGINES)
def driver(request: pytest.FixtureRequest) -> Iterator[Driver]:
    """Yield each browser in turn, started once."""
    found = ENGINES[request.param]()
    yield found
    found.close()


def answer(driver: Driver, name: str, choice: str) -> None:
    """Answer a question, if it comes before the result, and go on."""
    asked = f"document.querySelector('[data-question={name}][data-current]')"
    until(driver, f"{asked} || document.querySelector('quiz-flow[data-result=python]')")
    if not driver.run(f"return Boolean({asked})"):
        return
    if choice == "none":
        driver.run("document.querySelector('[data-none]').click()")
    else:
        tick(driver, name, choice)
        driver.run("document.querySelector('.next button').click()")


def tick(driver: Driver, name: str, choice: str) -> None:
    """Tick an answer of a question; the body area that it lies in is opened."""
    field = json.dumps(f'[data-question="{name}"] [value="{choice}"]')
    until(driver, f"document.querySelector({field}).closest('fieldset').checkVisibility()")
    driver.run(f"document.querySelector({field}).closest('details:not([open])')?.querySelector('summary').click()")
    until(driver, f"document.querySelector({field}).checkVisibility()")
    driver.run(f"document.querySelector({field}).click()")


def shown(driver: Driver) -> list[str]:
    """Return the urgencies whose advice is on screen."""
    found: list[str] = driver.run(
        f"return [...document.querySelectorAll('[data-urgency]')].filter({SHOWN}).map(part => part.dataset.urgency)"
    )
    return found


@pytest.mark.parametrize("urgency", TO_EACH_URGENCY)
def test_each_urgency_is_reached_with_python(driver: Driver, server: Server, urgency: str) -> None:
    """Each urgency is reached screen by screen, with the reasons that only Python gives."""
    driver.open(f"{server.url}check/")
    until(driver, "document.querySelector('quiz-flow[data-engine=ready]')")
    for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY[urgency]]:
        answer(driver, name, choice)
    until(driver, "document.querySelector('quiz-flow[data-result=python]')")
    assert [urgency] == shown(driver)
    assert driver.run("return document.querySelectorAll('[data-rule]:not([hidden])').length")


@pytest.mark.parametrize("urgency", TO_EACH_URGENCY)
def test_each_urgency_is_reached_without_scripts(driver: Driver, server: Server, urgency: str) -> None:
    """Each urgency is reached on the one-page form, where the compiled rules alone decide."""
    server.headers["Content-Security-Policy"] = "script-src 'none'"
    driver.open(f"{server.url}check/?no-scripts")
    assert not driver.run("return document.querySelector('quiz-flow[data-stepped]')")
    for name, choice in [("red-flags", "none"), *TO_EACH_URGENCY[urgency]]:
        tick(driver, name, choice)
    until(driver, f"[...document.querySelectorAll('[data-urgency={urgency}]')].some({SHOWN})")
    assert [urgency] == shown(driver)


def test_what_is_kept_is_there_again_and_goes_at_one_touch(driver: Driver, server: Server) -> None:
    """A day of the diary is drawn and listed after a reload, its reminder is made, and deleting leaves nothing."""
    here = "document.querySelector('[data-mine]:not([hidden])')"
    driver.open(f"{server.url}mine/")
    until(driver, here)
    driver.run("localStorage.clear(); document.querySelector('[data-treated]').click()")
    driver.run("document.querySelector('[data-line=headache] [value=\"3\"]').click()")
    driver.run("document.querySelector('.diary [type=submit]').click()")
    driver.open(f"{server.url}mine/?again")
    until(driver, f"{here} && document.querySelectorAll('[data-table] tbody tr').length === 1")
    assert driver.run("return document.querySelector('.strips rect').getBoundingClientRect().height > 20")
    driver.run("document.querySelector('[data-remind=tomorrow]').click()")
    until(driver, "document.querySelector('[data-remind-place] [role=status]').textContent")
    driver.run("document.querySelector('[data-delete-all]').click()")
    assert 0 == driver.run("return localStorage.length")
