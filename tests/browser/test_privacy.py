"""What a reader ticks, reads or searches for is not sent or stored; a proxy watches every request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from quiz import GUIDE
from tests.browser.states import PATHS
from tests.browser.test_quiz import (
    TO_EACH_URGENCY,
    answer,
    answer_all,
    change,
    open_quiz,
    option,
    question,
    result,
)
from tests.conftest import Asked, Server, Watched
from tests.site.test_policy import headers

OTHER_WAYS = """for (const name of ["RTCPeerConnection", "WebTransport"])
  globalThis[name] = class { constructor() { console.error(`${name} was used`); } };"""
"""Connections that bypass a proxy: a page that opens one reports an error."""

LEFT = """async () => {
  const asked = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
  const folder = await navigator.storage.getDirectory();
  const files = [];
  for await (const file of folder.keys()) files.push(file);
  return {
    cookie: document.cookie,
    name: window.name,
    stores: [{ ...localStorage }, { ...sessionStorage }],
    databases: await indexedDB.databases(),
    files,
    copies: (await Promise.all((await caches.keys()).map(asked))).flat(),
  };
}"""
READ = """window.read = [];
const { getItem } = Storage.prototype;
Storage.prototype.getItem = function (key) {
  read.push(key);
  return getItem.call(this, key);
};"""
"""Notes which keys of the browser's store a page asks for."""
OF_ITSELF = "content-autofill.googleapis.com:443"
"""Where Chromium asks, on any site with a field to fill in, what such a form is for; no page has a say in that."""
NOTHING = {"cookie": "", "name": "", "stores": [{}, {}], "databases": [], "files": []}


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """Yield a server for one test: on the shared one, requests of the page of the test before could still arrive."""
    own = Server(site)
    yield own
    own.close()


@pytest.fixture
def observed(browser: Browser, server: Server) -> Iterator[Watched]:
    """Yield a phone-sized page whose every request, to 127.0.0.1 too, goes through the test's server as a proxy.

    Playwright alone would not see a worker's web socket.
    """
    context = browser.new_context(
        viewport={"width": 375, "height": 740},
        proxy={"server": f"http://{urlsplit(server.url).netloc}", "bypass": "<-loopback>"},
    )
    context.add_init_script(OTHER_WAYS)
    yield Watched(context, server)
    context.close()


def is_file(server: Server, address: str) -> bool:
    """Return whether an address is only that of a file of the site, and so carries no other information."""
    path = address.removeprefix(server.url)
    return address.startswith(server.url) and not {"?", "#"} & set(path) and (server.root / path).exists()


def said(server: Server) -> list[Asked]:
    """Return the requests that do more than fetch a file of the site."""
    return [asked for asked in heard(server) if not is_plain(server, asked)]


def heard(server: Server) -> list[Asked]:
    return [asked for asked in server.heard if asked.address != OF_ITSELF]


def is_plain(server: Server, asked: Asked) -> bool:
    named = {name.lower(): value for name, value in asked.headers.items()}
    return (
        asked.method == "GET"
        and is_file(server, asked.address)
        and is_file(server, named.get("referer", server.url))
        and not {"cookie", "content-length", "transfer-encoding"} & named.keys()
    )


def leaves_nothing(page: Page, server: Server) -> None:
    """Check that there is no cookie and nothing in browser storage but copies of the site's own files."""
    left = page.evaluate(LEFT)
    assert [] == [address for address in left.pop("copies") if not is_file(server, address)]
    assert NOTHING == left
    assert [] == page.context.cookies()


def stays(page: Page, server: Server) -> None:
    """Check that the page stored nothing of the quiz but which question is on screen."""
    leaves_nothing(page, server)
    state = page.evaluate("history.state")
    assert {"question"} == set(state)
    assert state["question"] in {"result", *(question.id for question in GUIDE.questions)}


def test_answers_stay_out_of_addresses_and_stores(observed: Watched, server: Server) -> None:
    """From the first tick through result, print, copy, change and restart, nothing is sent, stored or in an address."""
    page = observed.page
    addresses: set[str] = set()
    page.on("framenavigated", lambda frame: addresses.add(frame.url))
    open_quiz(page, server)
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()
    page.wait_for_load_state("networkidle")
    assert any(
        asked.address.startswith(f"{server.url}engine/pyodide.asm.wasm.") for asked in server.heard
    )  # a worker is heard
    assert [] == said(server)
    server.heard.clear()

    for step in [("red-flags", "none"), *TO_EACH_URGENCY["today"][:2]]:
        answer(page, *step)
        stays(page, server)
    page.get_by_role("button", name="Back").click()
    expect(option(page, "drip", "1-2-days")).to_be_checked()
    stays(page, server)
    page.locator(".next button").click()
    answer(page, *TO_EACH_URGENCY["today"][2])
    stays(page, server)
    answer(page, *TO_EACH_URGENCY["today"][3])  # then Python knows enough
    stays(page, server)
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(result(page, "today")).to_be_visible()
    for name in ("Print for your nurse", "Copy as text"):
        page.get_by_role("button", name=name).click()
        stays(page, server)
    change(page, "What is that arm, leg, finger or toe like?")
    answer(page, "limb", "swollen")
    expect(result(page, "today")).to_be_visible()
    stays(page, server)
    page.get_by_role("button", name="Start again").click()
    expect(question(page, "red-flags")).to_be_visible()
    stays(page, server)
    for urgency in TO_EACH_URGENCY:
        answer_all(page, urgency)
        expect(result(page, urgency)).to_be_visible()
        stays(page, server)
        page.get_by_role("button", name="Start again").click()

    assert [] == [asked.address for asked in heard(server)]
    assert {f"{server.url}check/"} == addresses
    assert 1 == len(page.context.pages)
    assert [] == observed.complaints


def test_what_is_kept_stays_here_and_goes_at_one_touch(observed: Watched, server: Server) -> None:
    """A kept check, number and day are never sent; only the quiz and one page read them; deleted, no byte is left."""
    page = observed.page
    page.add_init_script(READ)
    open_quiz(page, server)
    expect(page.locator("[data-show]")).not_to_have_attribute("hidden", "")
    page.wait_for_load_state("networkidle")
    server.heard.clear()
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    for fold in ("number for next time", "Keep this on my device"):
        page.locator("[data-keeping] summary", has_text=fold).press("Enter")
    page.locator('[data-keep="note"]').fill("a secret note")
    page.get_by_label("Number by day").fill("020 7456 1234")
    stays(page, server)
    page.get_by_role("button", name="Keep this check").click()
    page.get_by_role("button", name="Keep these numbers").click()
    expect(page.get_by_text("Call buttons use it from now on.")).to_be_visible()
    assert {"question"} == set(page.evaluate("history.state"))
    assert [] == [asked.address for asked in heard(server)]

    left = page.evaluate(LEFT)
    local, session = left["stores"]
    assert ["/some/folder/ kept", "/some/folder/ numbers"] == sorted(local)
    assert "a secret note" in local["/some/folder/ kept"]
    assert {**NOTHING, "stores": [local, {}]} == {name: left[name] for name in NOTHING}
    assert {} == session
    for path in (*PATHS[:-1], "embed/check/"):
        page.goto(server.url + path)
        page.wait_for_function("document.readyState === 'complete'")
        own = {"check/", "mine/", "before/"}  # a list of ticks on the last
        assert path in own or {"/some/folder/ numbers"} >= set(page.evaluate("read")), path
    page.goto(f"{server.url}mine/")
    expect(page.locator("[data-checks] details")).to_have_count(1)
    page.get_by_role("group", name="Headache").get_by_label("Mild").press("Space")
    page.get_by_role("button", name="Save this day").click()
    for name in ("Save as a file", "Save as a table"):
        with page.expect_download():
            page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Delete all that is kept here").click()
    leaves_nothing(page, server)
    assert [] == said(server)
    assert [] == observed.complaints


def test_reading_and_searching_leave_nothing_behind(observed: Watched, server: Server) -> None:
    """Pages and the search set no cookie, store nothing, and put no word in an address."""
    page = observed.page
    addresses: set[str] = set()
    page.on("framenavigated", lambda frame: addresses.add(frame.url))
    for path in PATHS[:-1]:
        page.goto(server.url + path)
    page.goto(server.url)
    page.locator('[data-toggle="__search"]').click()
    page.get_by_role("textbox", name="Search").press_sequentially("meningitis")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator(".md-search-result__link").first).to_be_hidden()
    leaves_nothing(page, server)
    assert page.url != server.url
    assert [] == [address for address in addresses if not is_file(server, address.partition("#")[0])]
    assert [] == [address for address in addresses if "meningitis" in address]
    assert page.evaluate("history.state") is None
    assert [] == said(server)
    assert [] == observed.complaints


def test_what_is_put_into_a_page_is_refused(watched: Watched, server: Server) -> None:
    """An injected script, style, picture of another host or form does nothing."""
    page = watched.page

    def put_in(route: Route) -> None:
        html = route.fetch().text()
        bad = (
            "<script>window.ran = 1</script><img src='missing.png' onerror='window.ran = 2'>"
            "<img src='https://example.org/picture'><b id='bad' style='color: red'>text</b>"
            "<form action='https://example.org/'><button id='send'>Send</button></form>"
        )
        route.fulfill(body=html.replace("</h1>", f"</h1>{bad}", 1), content_type="text/html")

    page.route("**/about/", put_in)
    page.goto(f"{server.url}about/")
    page.evaluate("send.click()")
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(bad).color") != "rgb(255, 0, 0)"
    assert page.url == f"{server.url}about/"
    refused = {line.split()[3] for line in watched.refusals if line.startswith("Content Security Policy:")}
    assert {"script-src-elem", "script-src-attr", "style-src-attr", "img-src", "form-action", "connect-src"} == refused


def test_the_quiz_runs_with_the_headers(observed: Watched, server: Server, site: Path) -> None:
    """On a host that sends the headers, Python works out a result, and its worker cannot reach another host."""
    rules = headers(site)
    page = observed.page

    def send(route: Route, path: str, file: str, more: str = "") -> None:
        kind = "text/javascript" if file.endswith(".js") else "text/html"
        body = (site / file).read_text(encoding="utf-8") + more
        route.fulfill(headers={**rules["/*"], **rules.get(path, {})}, content_type=kind, body=body)

    away = "fetch('https://example.org/').catch(() => {});"
    page.route("**/check/", lambda route: send(route, "/check/*", "check/index.html"))
    page.route("**/worker.js", lambda route: send(route, "/assets/quiz/worker.js", "assets/quiz/worker.js", away))
    open_quiz(page, server)
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    assert [] == said(server)
    assert [] == observed.complaints
