"""The site without a network: what the service worker keeps, what it refuses, and how it is renewed."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from site_src.shipping.offline import NOT_CACHED, write_worker
from tests.browser.states import PATHS
from tests.browser.test_quiz import answer_all, open_quiz, option, question, result, tick
from tests.conftest import FOLDER, MANNERS, PARTS, ROOT, Server, Shared, engine_file, renew_library
from tests.site.test_build import FOR_STAFF

KEPT = "Saved. It works without internet now."
CUT = "The network was cut. Try again."
NO_ROOM = "There is no room on this device. The site still works with a network."
REFUSED = "The site could not be reached as usual."
NOT_KEPT = "It could not be saved. There may be no room on this device, or the network was cut."


@pytest.fixture(scope="module")
def first(shared: Shared) -> Path:
    """Return the site with its service worker, as `make site` builds it, without the PDFs."""
    return shared.build(OFFLINE="worker")


@pytest.fixture(scope="module")
def later(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the next version of the site, with a marker in its quiz script and another Python library."""
    folder = tmp_path_factory.mktemp("later") / "site"
    shutil.copytree(first, folder)
    with (folder / "assets" / "quiz" / "quiz-flow.js").open("a") as script:
        script.write('document.documentElement.dataset.later = "";\n')
    renew_library(folder)
    write_worker(folder)
    return folder


class Host(Server):
    """A server whose site can be replaced while it runs."""

    def publish(self, site: Path) -> None:
        """Serve this site from now on, at the same origin."""
        self.root.unlink(missing_ok=True)
        self.root.symlink_to(site)


@pytest.fixture
def host(first: Path, tmp_path: Path) -> Iterator[Host]:
    """Yield a server of the first version."""
    server = Host(tmp_path / "published")
    server.publish(first)
    yield server
    server.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a phone-sized page with empty caches."""
    context = browser.new_context(viewport={"width": 375, "height": 740})
    yield context.new_page()
    context.close()


def lists(site: Path) -> dict[str, Any]:
    """Return the lists of files that the build has written into the service worker."""
    found = re.search(r"= (\{.*?\n\});", (site / "sw.js").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    lists: dict[str, Any] = json.loads(found[1])
    return lists


def until(page: Page, condition: str) -> None:
    """Wait until this JavaScript expression is true."""
    page.evaluate(
        f"""async () => {{
          const end = Date.now() + 30_000;
          while (!(await ({condition}))) {{
            if (Date.now() > end) throw new Error("waited in vain for " + {json.dumps(condition)});
            await new Promise((go) => setTimeout(go, 50));
          }}
        }}"""
    )


def visit(page: Page, host: Host) -> None:
    """Open the start page and wait until its service worker is active."""
    page.goto(host.url)
    until(page, "navigator.serviceWorker.ready")


def shorten_the_limit(page: Page) -> None:
    """Shorten every timeout in the service worker to 0.3 seconds."""
    (worker,) = page.context.service_workers
    worker.evaluate("() => { const wait = setTimeout; globalThis.setTimeout = (go) => wait(go, 300); }")


def open_quiz_and_keep(page: Page, host: Host) -> None:
    open_quiz(page, host)
    expect(page.locator(".keep")).to_have_text(KEPT)


def kept(page: Page) -> list[str]:
    """Return the address of every file in every cache."""
    found: list[str] = page.evaluate(
        """async () => {
          const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const files = await Promise.all(stores.map((store) => store.keys()));
          return files.flat().map(({ url }) => url);
        }"""
    )
    return found


def press(page: Page) -> None:
    page.get_by_role("button", name="Save this site to use without internet").click()


def says(page: Page, words: str) -> None:
    expect(page.locator(".keep [role=status]")).to_have_text(words)


def test_one_visit_is_enough_for_every_page(page: Page, host: Host) -> None:
    """After a visit to one page every page opens offline, with the warning signs; the engine is not kept yet."""
    visit(page, host)
    assert [] == [path for path in host.asked if "/engine/" in path]
    host.down = True
    for path in PATHS:
        page.goto(host.url + path)
        if path == "check/":
            expect(question(page, "red-flags")).to_be_visible()
        elif f"{path}index.html" in FOR_STAFF:
            expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
        else:
            expect(page.locator(".card", has_text="Call for emergency help now").first).to_be_visible()
    page.goto(f"{host.url}before/index.html?from=elsewhere")
    expect(page.get_by_role("heading", name="What to tell your team")).to_be_visible()
    expect(page.get_by_text(REFUSED)).to_be_hidden()


@pytest.mark.parametrize("manner", MANNERS)
def test_a_host_that_rewrites_addresses(page: Page, host: Host, manner: str) -> None:
    """However the host redirects addresses, each page opens without a network, and with one that stalls."""
    host.manner = MANNERS[manner]
    visit(page, host)
    page.goto(f"{host.url}after")
    after = f"{host.url}after{'/' * host.manner.slash}"
    expect(page).to_have_url(after)
    shorten_the_limit(page)
    host.hold(after.rsplit("/", 1)[-1])
    page.goto(f"{host.url}after/#fluids")
    expect(page).to_have_url(f"{host.url}after/#fluids")
    expect(page.locator(".card.emergency")).to_be_visible()
    host.forget()
    host.down = True
    for address in ("after", "before/index.html", "no/such/page"):
        page.goto(host.url + address)
        expect(page.locator(".card", has_text="Call for emergency help now").first).to_be_visible()
    page.goto(f"{host.url}about/quality")
    expect(page.get_by_role("heading", name="How we check our words")).to_be_visible()
    page.goto(f"{host.url}privacy?from=elsewhere#top")
    expect(page).to_have_url(f"{host.url}privacy/?from=elsewhere#top")


def test_a_slow_network_counts_as_none(page: Page, host: Host) -> None:
    """A page that does not arrive in full within a few seconds comes from the device."""
    visit(page, host)
    shorten_the_limit(page)
    release = host.hold("")
    page.goto(f"{host.url}after/")
    expect(page.locator(".card.emergency")).to_be_visible()
    release()
    host.trickle("").release()
    page.goto(f"{host.url}before/")
    expect(page.get_by_role("heading", name="What to do")).to_be_visible()


def test_a_portal_in_between_counts_as_no_network(page: Page, host: Host) -> None:
    """Where a portal or a filter blocks a page, its copy is shown and says so; the next visit works as usual."""
    visit(page, host)
    for status in (403, 404, 410, 429, 451, 503):
        host.portal = status
        page.goto(f"{host.url}after")
        expect(page.locator(".card.emergency")).to_be_visible()
        expect(page.get_by_text(REFUSED)).to_be_visible()
    host.portal = 0
    page.goto(f"{host.url}after/")
    expect(page.get_by_text(REFUSED)).to_be_hidden()


def test_quiz_answers_without_a_network(page: Page, host: Host, first: Path) -> None:
    """Once the quiz was opened, Python answers offline; the caches hold only files of the build, no answers."""
    open_quiz_and_keep(page, host)
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    host.asked.clear()
    open_quiz(page, host)
    expect(page.locator('quiz-flow[data-engine="ready"]')).to_be_attached()
    assert [] == [path for path in host.asked if "/engine/" in path], "the checker was fetched once more"
    host.down = True
    open_quiz(page, host)
    answer_all(page, "soon")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    expect(result(page, "soon")).to_be_visible()
    # Not every browser tells the worker who asks; a page that asks by itself is as unknown to it.
    script = engine_file(first, "pyodide.asm.js").name
    assert page.evaluate("name => fetch(`../engine/${name}`).then((answer) => answer.ok)", script)
    built = lists(first)
    files = [host.url + path for path in (*built["pages"], *built["fixed"], *built["engine"])]
    assert sorted(files) == sorted(kept(page))


def test_a_host_that_packs_files_itself(page: Page, host: Host, first: Path) -> None:
    """From a host that compresses, the engine is kept and used again like the file itself."""
    host.packs = True
    open_quiz_and_keep(page, host)
    answer_all(page, "soon")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    host.down = True
    open_quiz(page, host)
    answer_all(page, "soon")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    engine = [path for path in lists(first)["engine"] if f"{FOLDER}{path}" in host.asked]
    assert len(engine) == 3


def test_half_a_download_is_never_used(page: Page, host: Host) -> None:
    """An engine whose download was cut off is not used, and the next visit fetches only the missing files."""
    visit(page, host)
    permits = host.trickle("pyodide.asm.wasm")
    permits.release(PARTS // 2)
    press(page)
    says(page, "Saving it: 1 MB of 3 MB. Stay on this page.")
    end = time.monotonic() + 30
    while not any("pyodide.asm.wasm" in path for path in host.asked):  # the file before it is kept by then
        assert time.monotonic() < end, f"nobody asked for pyodide.asm.wasm, only for {host.asked}"
        page.wait_for_timeout(50)
    host.down = True
    permits.release(PARTS)
    says(page, CUT)
    open_quiz(page, host)
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-engine="failed"][data-result="rules"]')).to_be_attached()
    expect(result(page, "today")).to_be_visible()

    host.forget()
    page.goto(host.url)
    expect(page.get_by_role("button", name="Save this site to use without internet (3 MB)")).to_be_visible()
    press(page)
    says(page, KEPT)
    assert not any("pyodide.asm.js" in path for path in host.asked)
    host.down = True
    open_quiz(page, host)
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()


def test_a_changed_file_is_never_kept(page: Page, host: Host, first: Path, tmp_path: Path) -> None:
    """A file of the engine that differs from the build is refused, and so is a page."""
    folder = tmp_path / "half"
    shutil.copytree(first, folder)
    library = engine_file(folder, "python.zip")
    library.write_bytes(library.read_bytes()[:-1000])
    host.publish(folder)
    visit(page, host)
    press(page)
    says(page, CUT)
    assert f"{host.url}engine/{library.name}" not in kept(page)

    with (folder / "after" / "index.html").open("a") as html:
        html.write("<!-- of another version -->")
    other = page.context.browser.new_page() if page.context.browser else page
    other.goto(host.url)
    press(other)
    says(other, NOT_KEPT)
    assert [] == kept(other)
    other.context.close()


@pytest.mark.parametrize(("room", "words"), [(1_000, NOT_KEPT), (3_500_000, NO_ROOM)])
def test_a_full_device_keeps_no_offline_copy(page: Page, host: Host, room: int, words: str) -> None:
    """On a full device the site works without a copy and without errors; the button for keeping it says why."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    storage = {"origin": host.url.removesuffix(FOLDER), "quotaSize": room}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", storage)
    page.goto(host.url)
    press(page)
    says(page, words)
    open_quiz(page, host)
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    assert [] == complaints


def test_an_update_waits_for_the_quiz_and_mixes_nothing(page: Page, host: Host, later: Path) -> None:
    """A new version leaves an open quiz alone, never mixes with the old one, and takes over once the quiz is closed."""
    open_quiz_and_keep(page, host)
    page.reload()
    page.evaluate("globalThis.opened = true")
    tick(option(page, "red-flags", "none"))
    host.publish(later)
    page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
    until(page, "navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting)")
    expect(option(page, "red-flags", "none")).to_be_checked()
    answer_all(page, "today")
    expect(page.locator('quiz-flow[data-result="python"]')).to_be_attached()
    assert page.evaluate("globalThis.opened")

    other = page.context.new_page()
    other.context.new_cdp_session(other).send("Network.clearBrowserCache")
    host.asked.clear()
    open_quiz(other, host)
    expect(other.locator('html[data-later] quiz-flow[data-engine="ready"]')).to_be_attached()
    expect(other.locator(".keep")).to_have_text(KEPT)  # with a network: the last tab has none
    library = engine_file(later, "python.zip").name
    assert {f"{FOLDER}engine/{library}"} == {path for path in host.asked if "/engine/" in path}, "not just what is new"
    host.down = True
    open_quiz(other, host)
    expect(other.locator('html:not([data-later]) quiz-flow[data-engine="ready"]')).to_be_attached()
    host.down = False

    fresh = page.context.new_page()
    fresh.goto(host.url.removesuffix(FOLDER))  # beside the site: it can look on, and keeps no worker in place
    page.close()
    other.close()
    renewed = "({ waiting, active }) => !waiting && active.state === 'activated'"
    until(fresh, f"navigator.serviceWorker.getRegistration('{FOLDER}').then({renewed})")
    assert [f"{host.url} engine", f"{host.url} pages {lists(later)['version']}"] == sorted(
        fresh.evaluate("caches.keys()")
    )
    host.down = True
    open_quiz(fresh, host)
    expect(fresh.locator('html[data-later] quiz-flow[data-engine="ready"]')).to_be_attached()


def test_a_build_without_a_worker_takes_everything_back(page: Page, host: Host, site: Path) -> None:
    """A page of `make serve` removes the service worker of an earlier build and everything it kept."""
    open_quiz_and_keep(page, host)
    page.evaluate("caches.open('of another site')")
    host.publish(site)
    page.goto(host.url)
    until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    until(page, "caches.keys().then((all) => all.join() === 'of another site')")
    expect(page.locator(".keep")).to_be_hidden()


def test_a_web_server_can_read_a_site_whoever_built_it(first: Path) -> None:
    """Every user may read the built files and enter their folders."""
    modes = {(path.is_dir(), oct(path.stat().st_mode & 0o777)) for path in (first, *first.rglob("*"))}
    assert {(True, "0o755"), (False, "0o644")} == modes


def test_worker_is_listed_among_what_the_site_ships(first: Path) -> None:
    """The service worker is in the list of all that the site ships, with its hash."""
    listed = json.loads((first / "data" / "shipped.json").read_text(encoding="utf-8"))["files"]
    digest = hashlib.sha256((first / "sw.js").read_bytes()).hexdigest()
    assert [digest] == [file["sha256"] for file in listed if file["path"] == "sw.js"]


def test_the_readme_says_how_much_is_kept(first: Path) -> None:
    """The README gives the size of the kept pages and of the engine, packed and unpacked, in round figures."""
    files = {path.relative_to(first).as_posix(): path.read_bytes() for path in first.rglob("*") if path.is_file()}
    pages = sum(len(content) for name, content in files.items() if not NOT_CACHED.fullmatch(name))
    engine = [content for name, content in files.items() if re.fullmatch(r"engine/.*\.bin", name)]
    packed, unpacked = (sum(map(len, form)) for form in (engine, map(gzip.decompress, engine)))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = re.search(r"on the device \(([\d.]+) MB\), .* leaves the checker \(([\d.]+) to ([\d.]+) MB\)", readme)
    assert said
    assert [float(figure) * 1e6 for figure in said.groups()] == pytest.approx([pages, packed, unpacked], rel=0.25)
