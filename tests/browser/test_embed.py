"""Our pages in a frame on another site: two servers, two origins, and what the reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, FrameLocator, Page, expect

from site_src.pages import embed
from site_src.shipping import policy
from tests.browser.states import FRAMED
from tests.conftest import ROOT, Server


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Server]:
    """Yield the server of another site, whose page the tests write."""
    (tmp_path / "404.html").write_text("Not here", encoding="utf-8")
    server = Server(tmp_path)
    yield server
    server.close()


@pytest.fixture
def outside(browser: Browser) -> Iterator[Page]:
    """Yield a desktop-sized page of a new browser context."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    yield context.new_page()
    context.close()


def snippet(server: Server, name: str) -> str:
    """Return the embed code for a page, as the page for educators offers it."""
    template = {"check": "check.html", "warning-signs": "warning-signs.html"}.get(name)
    top = {"title": "A title", **({"template": template} if template else {})}
    page: Any = SimpleNamespace(file=SimpleNamespace(name=name), meta=top)
    config: Any = SimpleNamespace(site_url=server.url)
    return embed.snippet(page, config)


def show(page: Page, portal: Server, lines: str) -> FrameLocator:
    """Return the frame in the other site's page with these lines of HTML."""
    html = f'<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,"><h1>Ward 5</h1>\n{lines}\n<p id="below">Below</p>'
    (portal.root / "portal.html").write_text(html, encoding="utf-8")
    page.goto(f"{portal.url}portal.html")
    return page.frame_locator("iframe")


def height(page: Page) -> float:
    box = page.locator("iframe").bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize("name", FRAMED)
def test_page_shows_whole_in_the_page_of_others(outside: Page, server: Server, portal: Server, name: str) -> None:
    """The two lines give a frame as high as the page in it, with the warning signs first and nothing of our menu."""
    complaints: list[str] = []
    outside.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    inside = show(outside, portal, snippet(server, name))
    expect(inside.locator("main > *").first).to_have_class("card emergency")
    expect(inside.locator("main > *").first.get_by_role("link", name="Call 999")).to_be_visible()
    expect(inside.get_by_text("Not yet reviewed by a clinician.")).to_be_visible()
    expect(inside.get_by_text("version 0.")).to_be_visible()
    expect(inside.locator("header, nav, footer, input")).to_have_count(0)
    inner = outside.frames[1]
    expect(outside.locator("iframe")).to_have_attribute(
        "style", f"height: {inner.evaluate('Math.ceil(document.body.getBoundingClientRect().height)')}px;"
    )
    assert not inner.evaluate("document.documentElement.scrollHeight > innerHeight + 1")
    levels = inside.locator("h1, h2, h3, h4").evaluate_all("(all) => all.map(({ tagName }) => Number(tagName[1]))")
    assert 1 == levels[0]
    assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert [] == complaints


def test_frame_has_room_for_its_own_border(outside: Page, server: Server, portal: Server) -> None:
    """Where the style of a portal counts borders as part of a height, nothing in the frame has to be scrolled to."""
    style = "<style>* { box-sizing: border-box } iframe { border: 3px solid; padding: 5px }</style>"
    show(outside, portal, style + snippet(server, "check"))
    outside.locator("iframe[style]").wait_for()
    wanted = outside.frames[1].evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    assert wanted == outside.locator("iframe").evaluate("(frame) => frame.clientHeight - 2 * 5")


def test_frame_grows_with_what_is_in_it(outside: Page, server: Server, portal: Server) -> None:
    """On a phone the same page is higher: the frame follows."""
    show(outside, portal, snippet(server, "after"))
    outside.locator("iframe[style]").wait_for()
    wide = height(outside)
    outside.set_viewport_size({"width": 375, "height": 740})
    outside.locator("iframe").evaluate(
        "(frame, was) => new Promise((done) => new ResizeObserver(() => frame.offsetHeight > was && done()).observe(frame))",
        wide,
    )
    assert height(outside) > wide


def test_without_the_script_the_frame_scrolls(outside: Page, server: Server, portal: Server) -> None:
    """Portals that allow no script show the first line alone: all of it can be read by scrolling."""
    line, _ = snippet(server, "after").splitlines()
    inside = show(outside, portal, line)
    expect(inside.get_by_role("heading", name="After your infusion")).to_be_attached()
    assert 640 <= height(outside) <= 650
    inside.get_by_text("From After your infusion").scroll_into_view_if_needed()
    expect(inside.get_by_text("From After your infusion")).to_be_in_viewport()


def test_frame_grows_however_late_the_script_comes(outside: Page, server: Server, portal: Server) -> None:
    """On a slow network the page in the frame can be there first; it is shown whole all the same."""
    late = server.hold("height.js")
    lines = f"<script>addEventListener('message', () => (window.told = true))</script>\n{snippet(server, 'after')}"
    (portal.root / "portal.html").write_text(f"<!doctype html><title>Portal</title>\n{lines}", encoding="utf-8")
    outside.goto(f"{portal.url}portal.html", wait_until="commit")
    outside.wait_for_function("window.told")
    assert 640 <= height(outside) <= 650
    late()
    outside.locator("iframe[style]").wait_for()
    assert height(outside) > 1000


def test_script_asks_our_frames_alone(outside: Page, server: Server, portal: Server) -> None:
    """Another site's frame in the same page gets no message from our script."""
    late = server.hold("height.js")
    hear = "<script>addEventListener('message', () => (window.asked = true))</script>"
    (portal.root / "other.html").write_text(hear, encoding="utf-8")
    told = "<script>addEventListener('message', () => (window.told = true))</script>"
    lines = f"{told}<iframe src='other.html' title='other'></iframe>\n{snippet(server, 'check')}"
    (portal.root / "portal.html").write_text(f"<!doctype html><title>Portal</title>\n{lines}", encoding="utf-8")
    outside.goto(f"{portal.url}portal.html", wait_until="commit")
    outside.wait_for_function("window.told")
    late()
    outside.locator("iframe[style]").wait_for()
    (other,) = (frame for frame in outside.frames if frame.url.endswith("other.html"))
    assert not other.evaluate("window.asked")


def test_medical_words_in_a_frame_are_plain_words(outside: Page, server: Server, portal: Server) -> None:
    """In a frame medical words are plain text: an explanation could open below the visible part of a tall frame."""
    inside = show(outside, portal, snippet(server, "before"))
    expect(inside.get_by_text("Swelling around the brain (aseptic meningitis)")).to_be_visible()
    expect(inside.locator("button")).to_have_count(0)


@pytest.mark.parametrize("name", FRAMED)
def test_no_meaning_is_left_in_a_frame(site: Path, name: str) -> None:
    """No frame has a button for a medical word, or an explanation that cannot be opened."""
    html = (site / "embed" / name / "index.html").read_text(encoding="utf-8")
    assert [] == [part for part in ("popover", 'class="term"', 'class="meaning"', "unparted") if part in html]


def test_quiz_opens_in_a_tab_of_its_own(outside: Page, server: Server, portal: Server) -> None:
    """A frame of the quiz shows the warning signs, their numbers and a button; questions open in a tab of their own."""
    inside = show(outside, portal, snippet(server, "check"))
    expect(inside.locator("quiz-flow, input")).to_have_count(0)
    with outside.context.expect_page() as opened:
        inside.get_by_role("link", name="Open the checker").click()
    expect(opened.value.locator("quiz-flow[data-stepped]")).to_be_attached()
    assert f"{server.url}check/" == opened.value.url
    assert f"{portal.url}portal.html" == outside.url


REUSE = (ROOT / "content" / "reuse.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "sandbox", ["allow-scripts allow-same-origin allow-popups", *re.findall('sandbox="(.*)"', REUSE)]
)
def test_quiz_and_numbers_work_from_a_sandbox(outside: Page, server: Server, portal: Server, sandbox: str) -> None:
    """A sandboxed frame allows calls and opens the quiz; with every permission we ask for, the quiz can print."""
    server.headers.update(policy.HEADERS)
    blocked: list[str] = []
    outside.context.on("console", lambda line: blocked.append(line.text) if "blocked" in line.text else None)
    inside = show(outside, portal, snippet(server, "check").replace("<iframe", f'<iframe sandbox="{sandbox}"'))
    outside.locator("iframe[style]").wait_for()
    with outside.context.expect_page() as opened:
        inside.get_by_role("link", name="Open the checker").click()
    quiz = opened.value
    expect(quiz.locator("quiz-flow[data-stepped]")).to_be_attached()
    messages: list[str] = []

    def hear(dialog: Dialog) -> None:
        messages.append(dialog.message)
        dialog.dismiss()

    quiz.on("dialog", hear)
    quiz.evaluate("alert('allowed where print() is')")
    assert ("escape" in sandbox) == bool(messages)
    quiz.close()
    inside.get_by_role("link", name="Call 999").click()
    outside.frames[1].evaluate("0")  # by then the frame has said what it was not allowed
    assert [] == blocked


def test_links_leave_the_frame_and_numbers_stay(outside: Page, server: Server) -> None:
    """A link inside a frame opens the whole page in the window; a phone number stays a call."""
    outside.goto(f"{server.url}embed/after/")
    for link in outside.locator("main a").all():
        address = link.get_attribute("href") or ""
        assert ("_blank" == link.get_attribute("target")) == (not address.startswith(("tel:", "#"))), address
    addresses = outside.locator("main a[target]").evaluate_all("(all) => all.map((link) => link.href.split('#')[0])")
    assert f"{server.url}warning-signs/" in addresses
    assert [] == [address for address in addresses if not (server.root / address.removeprefix(server.url)).is_dir()]


def test_only_our_frames_can_set_a_height(outside: Page, server: Server, portal: Server) -> None:
    """Neither another frame nor the page itself can shrink ours until the warning signs are hidden."""
    other = "<script>for (const data of [{embedHeight: 5}, {embedHeight: -1}, null, 'x']) parent.postMessage(data, '*')</script>"
    (portal.root / "other.html").write_text(other, encoding="utf-8")
    show(outside, portal, f"{snippet(server, 'check')}\n<iframe src='other.html' title='other'></iframe>")
    outside.locator("iframe[style]").wait_for()
    outside.evaluate("new Promise((done) => { postMessage({embedHeight: 5}, '*'); setTimeout(done) })")
    assert 1 == outside.locator("iframe[style]").count()
    assert outside.locator("iframe[style]").evaluate("(frame) => frame.offsetHeight") > 300


def test_headers_let_others_frame_these_pages_and_no_other(outside: Page, server: Server, portal: Server) -> None:
    """On a host that sends the headers a page for frames shows in a portal, and the page itself does not."""
    server.headers.update(policy.ALL_FRAMES)
    inside = show(outside, portal, snippet(server, "after"))
    expect(inside.get_by_role("heading", name="After your infusion")).to_be_visible()
    server.headers.update(policy.OWN_FRAMES)
    refused: list[str] = []
    outside.on("console", lambda line: refused.append(line.text) if "frame-ancestors" in line.text else None)
    inside = show(outside, portal, f'<iframe src="{server.url}after/" title="After"></iframe>')
    outside.wait_for_load_state("networkidle")
    expect(inside.get_by_role("heading", name="After your infusion")).to_have_count(0)
    assert refused


@pytest.mark.parametrize("name", FRAMED)
def test_search_engines_leave_frames_out(outside: Page, server: Server, name: str) -> None:
    """Whoever searches finds the whole page, with its menu."""
    outside.goto(f"{server.url}embed/{name}/")
    assert "noindex" == outside.locator('meta[name="robots"]').get_attribute("content")
