"""Drivers for Firefox and WebKit, each over its own protocol: they open a page and run scripts in it.

Playwright brings browsers of its own for both; these are the ones that Debian ships, as people have them.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, Protocol

__all__ = ["ENGINES", "Driver", "Firefox", "WebKit"]

LIMIT = 60
"""Seconds that a browser may take for anything."""

GRACE = 5
"""Seconds that a program may take to end before it is killed."""

PATIENCE = 0.1
"""Seconds between two polls."""


class Driver(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None:
        """Open an address and wait until it has loaded."""

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever JSON a script returns
        """Return the JSON value for a function body run in the page."""

    def close(self) -> None:
        """Close the browser."""


def eventually[Found](
    look: Callable[[], Found | None], missing: Callable[[], str], *, hope: Callable[[], bool] = lambda: True
) -> Found:
    """Return the first result of `look` that is true; raises `TimeoutError` at the limit or once `hope` is false."""
    end = time.monotonic() + LIMIT
    while not (found := look()):
        if time.monotonic() > end or not hope():
            raise TimeoutError(missing())
        time.sleep(PATIENCE)  # between two looks only: what is waited for ends the wait
    return found


def until(driver: Driver, script: str) -> None:
    """Wait until a JavaScript condition holds in the page; raises `TimeoutError`."""
    eventually(
        lambda: driver.run(f"return Boolean({script})"),
        lambda: f"{type(driver).__name__}: waited {LIMIT} s for {script}; the page has {driver.run(STATE)}",
    )


STATE = "return document.querySelector('quiz-flow')?.outerHTML.slice(0, 200) ?? document.title"


class Process:
    """A program with a home folder of its own, which ends together with every process it started."""

    def __init__(self, *command: str, **environment: str) -> None:
        self.command = command
        self.home = tempfile.mkdtemp()
        self.log = Path(self.home, "log")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                env={**os.environ, "HOME": self.home, **environment},
                start_new_session=True,
            )

    def says(self, pattern: str) -> str:
        """Return the first group for a pattern, once the program has written a match; raises `TimeoutError`."""
        found = eventually(
            lambda: re.search(pattern, self.written()),
            lambda: f"{self.command[0]}: got {self.written()[-500:]}, wanted {pattern}",
            hope=self.runs,
        )
        return found[1]

    def runs(self) -> bool:
        """Return whether the program is still running."""
        return self.process.poll() is None

    def written(self) -> str:
        """Return the program's output so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def end(self) -> None:
        """Terminate the program, and kill it if it has not ended after a while."""
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(LIMIT)
        shutil.rmtree(self.home, ignore_errors=True)


class Firefox:
    """Firefox over its built-in Marionette protocol: `[type, id, command, parameters]`, preceded by its length."""

    def __init__(self) -> None:
        profile = Path(tempfile.mkdtemp())
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n', encoding="utf-8")
        self.process = Process("firefox-esr", "--headless", "--marionette", "--profile", str(profile))
        port = self.process.says(r"Listening on port (\d+)")
        self.socket = socket.create_connection(("127.0.0.1", int(port)), LIMIT)
        self.ids = itertools.count(1)
        self.receive()  # it says first what it speaks
        self.send("WebDriver:NewSession", {})

    def send(self, command: str, what: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return the result for a command; raises `RuntimeError` for an error."""
        message = json.dumps([0, next(self.ids), command, what]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self.receive()
        if error:
            raise RuntimeError(f"Firefox: {command}: got {error['error']}: {error['message']}")
        return result

    def receive(self) -> Any:  # noqa: ANN401
        """Return the next message."""
        length = b""
        while not length.endswith(b":"):
            length += self.socket.recv(1) or self.gone()
        message = b""
        while len(message) < int(length[:-1]):
            message += self.socket.recv(int(length[:-1]) - len(message)) or self.gone()
        return json.loads(message)

    def gone(self) -> NoReturn:
        """Raise an error because Firefox has closed the connection."""
        raise RuntimeError(f"Firefox: got no message, wanted one; its log ends {self.process.written()[-500:]}")

    def open(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        self.send("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:  # noqa: ANN401
        """Return the JSON value for a function body run in the page."""
        return self.send("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def close(self) -> None:
        """Close the browser."""
        self.socket.close()
        self.process.end()


class WebKit:
    """WebKitGTK's MiniBrowser over WebDriver, on a virtual screen."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.process = Process(
            "xvfb-run",
            "--auto-servernum",
            "WebKitWebDriver",
            f"--port={port}",
            WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1",  # only our own pages, and no namespaces inside a container
        )
        self.address = f"http://127.0.0.1:{port}/session"
        (browser,) = Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")
        options = {"binary": str(browser), "args": ["--automation"]}
        session = eventually(
            lambda: self.begin({"webkitgtk:browserOptions": options}),
            lambda: f"WebKitWebDriver: got no session, wanted one; its log ends {self.process.written()[-500:]}",
            hope=self.process.runs,
        )
        self.address += f"/{session['sessionId']}"

    def begin(self, wanted: dict[str, Any]) -> dict[str, Any] | None:
        """Return a new session, or None while the driver is not listening yet."""
        try:
            session: dict[str, Any] = self.send("", {"capabilities": {"alwaysMatch": wanted}})
        except OSError:
            return None
        return session

    def send(self, path: str, body: dict[str, Any] | None, method: str = "POST") -> Any:  # noqa: ANN401
        """Return the value for a command; raises `RuntimeError` for an error."""
        request = urllib.request.Request(  # noqa: S310 - loopback
            self.address + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=LIMIT) as reply:  # noqa: S310
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"WebKit: {path}: got {error.read().decode()[:300]}") from error

    def open(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        self.send("/url", {"url": url})

    def run(self, script: str) -> Any:  # noqa: ANN401
        """Return the JSON value for a function body run in the page."""
        return self.send("/execute/sync", {"script": script, "args": []})

    def close(self) -> None:
        """Close the browser."""
        self.send("", None, "DELETE")
        self.process.end()


ENGINES: dict[str, type[Firefox | WebKit]] = {"firefox": Firefox, "webkit": WebKit}
