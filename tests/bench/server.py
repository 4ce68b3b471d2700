"""A web server for benchmarks: with or without compressed files, over a simulated slow link."""

from __future__ import annotations

import http.server
import mimetypes
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

__all__ = ["NOWHERE", "Host", "Link", "Sent"]

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
TYPES = {
    ".bin": "application/octet-stream",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
NOWHERE = "//"
PIECES_A_SECOND = 50
"""A slow link hands over this many pieces a second, so that answers sent at once share it evenly."""


@dataclass
class Link:
    """A simulated network link, shared by all connections, as on a phone.

    DevTools throttles the requests of a page but not all those of its workers; this link throttles every one.
    """

    megabits_per_second: float
    delay_ms: float
    """Before the first byte of each answer."""
    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0

    def send(self, body: bytes, write: Callable[[bytes], object]) -> None:
        """Write the body, each piece when the link would have delivered it."""
        rate = self.megabits_per_second * 1e6 / 8
        piece = int(rate / PIECES_A_SECOND)
        for start in range(0, len(body), piece):
            part = body[start : start + piece]
            with self.turn:
                self.free_at = max(self.free_at, time.perf_counter()) + len(part) / rate
                through = self.free_at
            time.sleep(max(0, through - time.perf_counter()))
            write(part)


class Sent(NamedTuple):
    """A response that was sent in full."""

    path: str
    status: int
    body_bytes: int
    """As sent: compressed where it was sent compressed, without headers."""
    by: str
    """What the browser says that asks: `document`, `worker`, `script`, `empty` for fetch."""


class _Handler(http.server.BaseHTTPRequestHandler):
    """Handles one request."""

    host: Host
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # the head of an answer leaves with the first piece of its body
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send a file, or 304 when the browser's copy is still valid."""
        path = unquote(urlsplit(self.path).path)
        if self.host.link:
            time.sleep(self.host.link.delay_ms / 1000)
        if self.headers.get("Sec-Fetch-Dest", "") == "worker" and self.host.without_worker in path:
            self._send(HTTPStatus.NOT_FOUND, path, {}, b"")
            return
        file = self.host.root / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        status = HTTPStatus.OK
        if not file.is_file():
            status, file = HTTPStatus.NOT_FOUND, self.host.root / "404.html"
        self._send_file(status, path, file)

    def _send_file(self, status: HTTPStatus, path: str, file: Path) -> None:
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": kind, "Cache-Control": ASK_AGAIN, **self.host.headers_of(path)}
        packed = file.with_name(f"{file.name}.br")
        accepted = "br" in self.headers.get("Accept-Encoding", "").replace(" ", "").split(",")
        if self.host.compresses and accepted and packed.is_file():
            file = packed
            headers["Content-Encoding"] = "br"
        headers["Vary"] = "Accept-Encoding"
        body = file.read_bytes() if file.is_file() else b""
        headers["ETag"] = f'"{len(body):x}-{file.stat().st_mtime_ns if body else 0:x}"'
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        self._send(status, path, headers, body)

    def _send(self, status: HTTPStatus, path: str, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            if self.host.link:
                self.wfile.flush()
                self.host.link.send(body, self._write_through)
            else:
                self.wfile.write(body)
            self.wfile.flush()
        except ConnectionError:  # the page was closed meanwhile
            self.close_connection = True
            return
        self.host.sent.append(Sent(path, int(status), len(body), self.headers.get("Sec-Fetch-Dest", "")))

    def _write_through(self, part: bytes) -> None:
        self.wfile.write(part)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Log nothing: the benchmark prints only figures."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Log nothing: a closed page drops its connections."""


class Host:
    """Serves a folder at the root of its own origin.

    `compresses`: whether it sends `name.br` for `name` to a browser that takes it.
    `link`: how slow the way to it is; None for as fast as it goes.
    `without_worker`: the folder whose workers get nothing.
    """

    def __init__(self, root: Path, *, for_good: bool = False) -> None:
        """Start serving on a free port. `for_good`: a browser may keep all but pages for ever."""
        self.root = root
        self.for_good = for_good
        self.compresses = True
        self.link: Link | None = None
        self.without_worker = NOWHERE
        self.sent: list[Sent] = []
        self.http = _Server(("127.0.0.1", 0), type("Owned", (_Handler,), {"host": self}))
        self.port = self.http.server_port
        self.url = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def headers_of(self, path: str) -> dict[str, str]:
        """Return the headers for a file: for the site, those of its own `_headers`."""
        if self.for_good:
            return {} if path.endswith("/") else {"Cache-Control": FOR_GOOD}
        found: dict[str, str] = {}
        for pattern, headers in self._listed().items():
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                found.update(headers)
        return found

    def _listed(self) -> dict[str, dict[str, str]]:
        listed: dict[str, dict[str, str]] = {}
        headers: dict[str, str] = {}
        file = self.root / "_headers"
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            if line.startswith(" "):
                name, _, value = line.strip().partition(": ")
                headers[name] = value
            elif line:
                headers = listed.setdefault(line, {})
        return listed

    def close(self) -> None:
        """Stop serving."""
        self.http.shutdown()
        self.http.server_close()
