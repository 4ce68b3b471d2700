"""Firefox and WebKit, each by the protocol that it speaks itself: a page is opened, and a script in it answers.

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
"""Seconds that a program may take to end."""

PATIENCE = 0.1
"""Seconds between two looks at what a browser has not done yet."""


class Driver(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None:
        """Open an address, and wait until it has loaded."""

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever JSON a script returns
        """Run the body of a function in the page and return what it returns, as JSON can say it."""

    def close(self) -> None:
        """Close the browser."""


def eventually[Found](
    look: Callable[[], Found | None], missing: Callable[[], str], *, hope: Callable[[], bool] = lambda: True
) -> Found:
    """Look until there is something, and return it; raises `TimeoutError` with what is missing once there is no hope."""
    end = time.monotonic() + LIMIT
    while not (found := look()):
        if time.monotonic() > end or not hope():
            raise TimeoutError(missing())
        time.sleep(PATIENCE)  # between two looks only: what is waited for ends the wait
    return found


def until(driver: Driver, script: str) -> None:
    """Wait until a condition holds in the page; raises `TimeoutError`."""
    eventually(
        lambda: driver.run(f"return Boolean({script})"),
        lambda: f"{type(driver).__name__}: waited {LIMIT} s for {script}; the page has {driver.run(STATE)}",
    )


STATE = "return document.querySelector('quiz-flow')?.outerHTML.slice(0, 200) ?? document.title"


class Process:
    """A program in a home of its own, that ends with everything it started."""

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
        """Wait until the program has written a line, and return the part in brackets; raises `TimeoutError`."""
        found = eventually(
            lambda: re.search(pattern, self.written()),
            lambda: f"{self.command[0]}: got {self.written()[-500:]}, wanted {pattern}",
            hope=self.runs,
        )
        return found[1]

    def runs(self) -> bool:
        """Say whether the program still runs."""
        return self.process.poll() is None

    def written(self) -> str:
        """Return what the program has written."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def end(self) -> None:
        """End the program; one that does not end when it is asked to is stopped."""
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(LIMIT)
        shutil.rmtree(self.home, ignore_errors=True)


class Firefox:
    """Firefox, by Marionette, which it speaks without another program: `[kind, id, name, what]` with its length in front."""

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
        """Send a command and return its result; raises `RuntimeError` for an error."""
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
        """Firefox has ended the connection."""
        raise RuntimeError(f"Firefox: got no message, wanted one; its log ends {self.process.written()[-500:]}")

    def open(self, url: str) -> None:
        """Open an address, and wait until it has loaded."""
        self.send("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:  # noqa: ANN401
        """Run the body of a function in the page and return what it returns, as JSON can say it."""
        return self.send("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def close(self) -> None:
        """Close the browser."""
        self.socket.close()
        self.process.end()


class WebKit:
    """WebKitGTK's small browser, by WebDriver, on a screen that nobody sees."""

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
        """Return a new session, or nothing while the driver does not listen yet."""
        try:
            session: dict[str, Any] = self.send("", {"capabilities": {"alwaysMatch": wanted}})
        except OSError:
            return None
        return session

    def send(self, path: str, body: dict[str, Any] | None, method: str = "POST") -> Any:  # noqa: ANN401
        """Send a command and return its value; raises `RuntimeError` for an error."""
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
        """Open an address, and wait until it has loaded."""
        self.send("/url", {"url": url})

    def run(self, script: str) -> Any:  # noqa: ANN401
        """Run the body of a function in the page and return what it returns, as JSON can say it."""
        return self.send("/execute/sync", {"script": script, "args": []})

    def close(self) -> None:
        """Close the browser."""
        self.send("", None, "DELETE")
        self.process.end()


ENGINES: dict[str, type[Firefox | WebKit]] = {"firefox": Firefox, "webkit": WebKit}
