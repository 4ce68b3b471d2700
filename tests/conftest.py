"""Fixtures for the tests of pages: the built site, a server that simulates faults, and a real browser."""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import http.server
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from site_src.shipping.integrity import integrity
from tests.support import browser_path

ROOT = Path(__file__).parents[1]
FOLDER = "/some/folder/"
HOME = "https://example.org/care/"
"""The address that a site is built for: without one it has no codes."""
PARTS = 6
PACKED = re.compile(r"\.[0-9a-f]{8}\.bin$")
"""What the build adds to the name of a file of the engine; tests name the file without."""
# A refusal is heard by the page as well as by the console, so that none is missed.
TELL_REFUSALS = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`Content Security Policy: ${violatedDirective} refused ${blockedURI}`));"""
# How long a thing may take before it counts as missing: a loaded machine is slow, and a fast one does not wait.
expect.set_options(timeout=30_000)
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    *(() if os.geteuid() else ("--no-sandbox",)),  # Chromium refuses to sandbox what root runs
)


def build(folder: Path, *options: str, **settings: str) -> Path:
    """Return the folder of a site built with these settings; any warning is an error."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PDF": "",
        "SITE_URL": "",
        "OFFLINE": "",
        "TRANSLATION": "",
        **settings,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder), *options]
    # As somebody builds it who keeps files private: a web server has to read them all the same.
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, umask=0o077)
    assert (0, "") == (done.returncode, done.stderr)
    return folder


def bundle(site: Path) -> dict[str, Any]:
    """Return the engine's entry in the quiz page of a site: its files with their sizes and hashes."""
    html = (site / "check" / "index.html").read_text(encoding="utf-8")
    data = re.search(r"data-engine-bundle='([^']+)'", html)
    assert data
    found: dict[str, Any] = json.loads(unescape(data[1]))
    return found


def engine_file(site: Path, name: str) -> Path:
    """Return the path of an engine file for its name without hash."""
    (path,) = (site / "engine").glob(f"{name}.????????.bin")
    return path


def renew_library(site: Path) -> Path:
    """Return the path of a site's new library of Python modules, replaced as a later build would replace it."""
    old = engine_file(site, "python.zip")
    archive = io.BytesIO(gzip.decompress(old.read_bytes()))
    with zipfile.ZipFile(archive, "a") as library:
        library.writestr("quiz/newer.txt", "another build")
    content = archive.getvalue()
    new = old.with_name(f"python.zip.{hashlib.sha256(content).hexdigest()[:8]}.bin")
    old.unlink()
    new.write_bytes(gzip.compress(content))
    check = site / "check" / "index.html"
    html = check.read_text(encoding="utf-8")
    before = bundle(site)["files"]["library"]
    for was, now in (
        (old.name, new.name),
        (before["plain"]["integrity"], integrity(content)),
        (before["gzip"]["integrity"], integrity(new.read_bytes())),
    ):
        assert html.count(was) == 1
        html = html.replace(was, now)
    check.write_text(html, encoding="utf-8")
    return new


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that `make test-fast` leaves out, and run those with the slowest fixtures first.

    A worker without work takes over the last tests of another, so the first ones keep together and prepare once.
    """
    for item in items:
        if isinstance(item, pytest.Function) and not {"browser", "shared", "small", "host"}.isdisjoint(
            item.fixturenames
        ):
            item.add_marker("whole")
    items.sort(key=lambda item: item.path.name != "test_promises.py")


class Shared(NamedTuple):
    """A folder shared by all workers of a test run, in which each artefact is built once, by the first that needs it."""

    folder: Path

    def make(self, name: str, maker: Callable[[Path], object]) -> Path:
        """Return the finished artefact for a name; other workers wait until it is complete, and no test changes it."""
        made = self.folder / name
        with made.with_name(f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                half = made.with_name(f"{name}.half")
                shutil.rmtree(half, ignore_errors=True)
                half.mkdir()
                maker(half)
                half.rename(made)
        return made

    def build(self, *options: str, **settings: str) -> Path:
        """Return the site built with these settings."""
        words = " ".join((*options, *(f"{name}={value}" for name, value in sorted(settings.items()))))
        name = f"site-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
        return self.make(name, lambda folder: build(folder / "site", *options, **settings)) / "site"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Return the folder that the workers of a test run share."""
    own = tmp_path_factory.getbasetemp()
    return Shared(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def site(shared: Shared) -> Path:
    """Return the site as `make serve` builds it."""
    return shared.build()


@pytest.fixture(scope="session")
def home(shared: Shared) -> Path:
    """Return the site as released, with its address and PDFs."""
    return shared.build(SITE_URL=HOME, PDF="1")


@pytest.fixture(scope="session")
def signed_site(shared: Shared) -> Path:
    """Return the site as it is once Jane Doe, nurse, has signed every rule and page on 3 February 2027."""
    return shared.make("signed", _sign) / "site"


def _sign(folder: Path) -> None:
    shutil.copytree(ROOT / "content", folder / "content")
    script = f"""
from mkdocs.commands.build import build
from mkdocs.config import load_config
from quiz import GUIDE
from site_src import settings
from site_src.review import signatures
from tools import review_sheet
config = load_config(docs_dir={str(folder / "content")!r}, site_dir={str(folder / "site")!r})
lines = review_sheet.lines(signatures.load(GUIDE, settings.read(config), config))
signed = [line.replace("date | name | role", "2027-02-03 | Jane Doe | nurse") for line in lines]
open({str(folder / "content" / "reviews.txt")!r}, "w").write("\\n".join(signed))
build(config)
"""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF": "", "SITE_URL": ""}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


class Asked(NamedTuple):
    """A request as it was received; its address includes the host when it came through a proxy."""

    method: str
    address: str
    headers: dict[str, str]


class Manner(NamedTuple):
    """The form of address that a host serves files at; it redirects the other forms to it."""

    html: bool = True
    slash: bool = True


MANNERS = {
    "files as they lie": Manner(),
    "no .html": Manner(html=False),
    "no .html and no slash": Manner(html=False, slash=False),
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Handles one request, with the fault that its server was told to simulate."""

    owner: Server
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def parse_request(self) -> bool:
        """Record every request, whatever its method and host, and return whether it can be parsed."""
        whole = super().parse_request()
        if whole:
            self.owner.heard.append(Asked(self.command, self.path, dict(self.headers)))
        return whole

    def do_GET(self) -> None:
        """Send the file, or what the simulated fault makes of it."""
        del self.headers["If-Modified-Since"]  # the builds that tests swap are not one newer than the other
        path = urlsplit(self.path).path
        self.owner.asked.append(self.path)
        if self.owner.down:
            self.close_connection = True
            return
        if self.owner.portal:
            self.send_error(self.owner.portal)
            return
        shown, file = self.owner.place(unquote(path))
        if shown != unquote(path):
            self.send_response(308)
            self.send_header("Location", shown)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        name = PACKED.sub("", path.rsplit("/", 1)[-1])
        self.directory = str(self.owner.root)
        if name in self.owner.held:
            self.owner.held[name].wait(60)
        if name in self.owner.refused or not path.startswith(FOLDER) or not file.exists():
            self.send(404, self.owner.root / "404.html", threading.Semaphore(PARTS))
        elif name in self.owner.trickled:
            self.send(200, file, self.owner.trickled[name])
        elif name in self.owner.swapped:
            self.send(200, file, threading.Semaphore(PARTS), self.owner.swapped[name])
        elif name in self.owner.cut:
            self.send(200, file, threading.Semaphore(PARTS), parts=PARTS // 2)
            self.close_connection = True
        else:
            self.path = f"/{file.relative_to(self.owner.root).as_posix()}"
            if self.owner.packs and file.with_name(f"{file.name}.br").exists() and "/engine/" in path:
                self.path += ".br"
            super().do_GET()

    def send(
        self,
        status: int,
        file: Path,
        permits: threading.Semaphore,
        swapped: bytes | None = None,
        parts: int = PARTS,
    ) -> None:
        """Send a file, or other bytes in its place, in parts, each once it is released."""
        body = file.read_bytes() if swapped is None else swapped
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        size = -(-len(body) // PARTS) or 1
        for start in range(0, size * parts, size):
            permits.acquire(timeout=60)
            if self.owner.down:
                self.close_connection = True
                return
            self.wfile.write(body[start : start + size])

    def end_headers(self) -> None:
        """Add the headers that a test asked for."""
        if self.path.endswith(".br"):
            self.send_header("Content-Encoding", "br")
        for name, value in self.owner.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: a failing test shows what the page says."""


class Listener(http.server.ThreadingHTTPServer):
    """Answers each request in a thread of its own, which a browser that goes away may end."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """Report an error, but not that the browser has closed the page while it was sent something."""
        if not isinstance(sys.exception(), BrokenPipeError | ConnectionResetError):
            super().handle_error(request, client_address)


class Server:
    """Serves a folder under a path, and delays, trickles, changes, truncates or refuses the files that a test names."""

    def __init__(self, root: Path) -> None:
        """Start serving on a free port."""
        self.home = self.root = root
        self.refused: set[str] = set()
        self.held: dict[str, threading.Event] = {}
        self.trickled: dict[str, threading.Semaphore] = {}
        self.swapped: dict[str, bytes] = {}
        self.cut: set[str] = set()
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []
        self.heard: list[Asked] = []
        self.packs = False
        """Whether the Brotli form beside a file of the engine is sent in its place."""
        self.manner = Manner()
        self.portal = 0
        """The status with which a portal or a filter answers every request in place of the site, if there is one."""
        self.down = False
        """Whether every request fails, and every answer that is not yet whole."""
        handler = partial(type("Owned", (Handler,), {"owner": self}), directory=str(root))
        self.http = Listener(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}{FOLDER}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def place(self, path: str) -> tuple[str, Path]:
        """Return the address that such a host serves or redirects to for a request, and the file that it sends there."""
        rest = path.removeprefix(FOLDER)
        if rest == path:
            return path, self.root
        if not self.manner.html:
            rest = re.sub(r"(^|(?<=/))index\.html$|\.html$", "", rest)
        file = self.root / rest
        if rest and file.is_dir():
            rest = rest.rstrip("/") + "/" * self.manner.slash
        if file.is_dir():
            file /= "index.html"
        elif not self.manner.html and not file.exists():
            file = file.with_name(f"{file.name}.html")
        return FOLDER + rest, file

    def hold(self, name: str) -> Callable[[], None]:
        """Return a function that releases all requests for a file, which wait until it is called."""
        event = threading.Event()
        self.held[name] = event

        def release() -> None:
            self.held.pop(name, None)
            event.set()

        return release

    def trickle(self, name: str) -> threading.Semaphore:
        """Return a semaphore for a file sent in `PARTS` parts: each release sends one part."""
        self.trickled[name] = threading.Semaphore(0)
        return self.trickled[name]

    def forget(self) -> None:
        """Remove all faults."""
        self.down = self.packs = False
        self.manner, self.portal = Manner(), 0
        for permits in self.trickled.values():
            permits.release(PARTS)
        self.trickled.clear()
        self.refused.clear()
        for event in self.held.values():
            event.set()
        self.held.clear()
        self.swapped.clear()
        self.cut.clear()
        self.headers.clear()
        self.asked.clear()
        self.root = self.home
        self.heard.clear()

    def close(self) -> None:
        """Release waiting requests and stop serving."""
        self.forget()
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture(scope="session")
def running(site: Path) -> Iterator[Server]:
    """Yield the one server that all tests share."""
    server = Server(site)
    yield server
    server.close()


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """Yield the shared server with the faults of the test before removed."""
    running.forget()
    yield running
    running.forget()


@pytest.fixture
def no_python(server: Server) -> None:
    """An engine that fails at once, without a complaint: for tests of what the page does by itself.

    A Python that nobody asks takes more time than the rest of such a test. The message is the one of `worker.js`.
    """
    server.swapped["worker.js"] = b"postMessage({ failed: true })"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a real Chromium: the installed one, else Playwright's own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser_path.find(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def without_scripts(browser: Browser, server: Server) -> Iterator[Page]:
    """Yield the quiz page in a browser with scripts switched off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}check/")
    yield page
    context.close()


class Watched:
    """A page and its complaints: console errors, failed scripts, requests to other hosts."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        """Open a blank page and listen to it."""
        self.context = context
        self.context.add_init_script(TELL_REFUSALS)
        self.page = context.new_page()
        self.complaints: list[str] = []
        self.server = server
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self.see)

    @property
    def refusals(self) -> list[str]:
        """Return what the page's Content Security Policy refused to run or load."""
        return [line for line in self.complaints if "Content Security Policy" in line]

    def hear(self, line: ConsoleMessage) -> None:
        """Record a console error."""
        if line.type == "error":
            self.complaints.append(line.text)

    def see(self, request: Request) -> None:
        """Record a request to another host; a blob belongs to the page and asks no host."""
        if not request.url.startswith((self.server.url, "blob:")):
            self.complaints.append(f"asked for {request.url}")


@pytest.fixture
def watched(browser: Browser, server: Server) -> Iterator[Watched]:
    """Yield a phone-sized page whose complaints are recorded."""
    context = browser.new_context(viewport={"width": 375, "height": 740})
    yield Watched(context, server)
    context.close()


@pytest.fixture
def page(watched: Watched) -> Page:
    """Return a phone-sized page."""
    return watched.page
