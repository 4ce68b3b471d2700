"""Orca, a screen reader, beside a browser on a screen that nobody sees: keys go in, and what is said comes out as text.

Orca hands each sentence to Speech Dispatcher, whose voice is a shell command; here it writes the sentence down.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests.engines.drivers import PATIENCE, Process, eventually

__all__ = ["BROWSERS", "PROMPT", "ScreenReader"]

LIMIT = 10
"""Seconds that Orca may take to say what is wanted."""

LIMIT_TO_START = 60
"""Seconds that Orca, or a browser with its page, may take to start."""

QUIET = 1
"""Seconds without a word after which Orca has said all."""

PROMPT = 0.3
"""Seconds without a word after which a key that goes on to something has said what that is."""

SILENCE = 5
"""Seconds without any word after which Orca has nothing to say."""

STEPS = 40
"""Presses of a key that lead to all that these pages are asked for."""

TRIES = 3
"""Rounds in which something is not passed by each time."""

WHERE = "KP_Enter"
"""The key at which Orca says where it is."""

CHROMIUM = (
    "chromium --force-renderer-accessibility --disable-gpu --no-first-run --disable-background-networking"
    " --start-maximized --user-data-dir={profile}"
    + ("" if os.geteuid() else " --no-sandbox")  # Chromium refuses to sandbox what root runs
)
BROWSERS = {"chromium": CHROMIUM, "firefox": "firefox-esr --profile {profile}"}
LOADED = "Finished loading|Browse mode"
"""What is said once a page can be read, by how the page before was left."""


# Nothing but our page opens, nothing is asked, and there is a tree of what can be read although nobody asks for one.
FIREFOX = """
user_pref("accessibility.force_disabled", -1);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.startup.page", 0);
user_pref("browser.tabs.warnOnClose", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""

# What one person may have set for the voice and for Orca, by its place in a home.
SPEECH = ".config/speech-dispatcher"
SETTINGS = {
    ".asoundrc": "pcm.!default { type null }",  # Speech Dispatcher starts no voice where there is nothing to hear it by
    f"{SPEECH}/speechd.conf": """
AudioOutputMethod "alsa"
AddModule "write" "sd_generic" "write.conf"
DefaultModule write
DefaultLanguage "en"
""",
    f"{SPEECH}/modules/write.conf": """
GenericExecuteSynth "printf '%s\\\\n' \\'$DATA\\' >>{said}"
GenericMaxChunkLength 100000
GenericDelimiters "~"
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "MALE1" "pen"
DefaultVoice "pen"
""",
    ".local/share/orca/user-settings.conf": json.dumps(
        {
            "general": {"startingProfile": ["Default", "default"], "activeProfile": ["Default", "default"]},
            "profiles": {
                "default": {
                    "profile": ["Default", "default"],
                    "enableKeyEcho": False,
                    "sayAllOnLoad": False,
                    "pronunciations": {},
                    "keybindings": {},
                }
            },
            "pronunciations": {},
            "keybindings": {},
        }
    ),
}


class ScreenReader:
    """A browser and Orca in a home of their own; each page opens in a new tab."""

    def __init__(self, browser: str) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.said = self.home / "said"
        self.said.touch()
        for path, text in SETTINGS.items():
            (self.home / path).parent.mkdir(parents=True, exist_ok=True)
            (self.home / path).write_text(text.replace("{said}", str(self.said)), encoding="utf-8")
        profile = self.home / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(FIREFOX, encoding="utf-8")
        self.browser = shlex.split(BROWSERS[browser].format(profile=profile))
        self.started: list[Process] = []
        self.environment = {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home), "LANG": "C.UTF-8"}
        try:
            self.start()
        except BaseException:
            self.close()
            raise

    def start(self) -> None:
        """Start a screen, a bus, windows, the voice and Orca, each once the one before is ready."""
        screen = self.run("Xvfb", "-displayfd", "1", "-screen", "0", "800x1000x24", "-nolisten", "tcp")
        self.environment["DISPLAY"] = ":" + screen.says(r"(?m)^(\d+)$")
        bus = self.run("dbus-daemon", "--session", "--nofork", "--print-address")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.says(r"(unix:\S+)")
        self.run("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--a11y=1", "--screen-reader=1")
        self.run("openbox")
        voice = self.run("speech-dispatcher", "--run-single", "--timeout", "0", "--config-dir", str(self.home / SPEECH))
        eventually(
            (self.home / "speech-dispatcher" / "speechd.sock").exists,
            lambda: f"speech-dispatcher: got {voice.written()[-500:]}, wanted its socket",
            hope=voice.runs,
        )
        orca = self.run("orca")  # it does not start beside another of the same person
        eventually(
            lambda: "Screen reader on." in self.said.read_text(encoding="utf-8"),
            lambda: f"orca: got {orca.written()[-500:]}, wanted 'Screen reader on.'",
            hope=orca.runs,
        )

    def run(self, *command: str) -> Process:
        """Start a program that ends with this one."""
        self.started.append(Process(*command, **self.environment))
        return self.started[-1]

    def open(self, url: str) -> None:
        """Open an address in a new tab, and wait until it can be read."""
        since = self.size
        self.run(*self.browser, url)
        self.hear(since, LOADED, limit=LIMIT_TO_START)

    def press(self, key: str, *wanted: str, quiet: float = QUIET) -> list[str]:
        """Press a key, named as X names it, and return what is said; raises `AssertionError` when a part of it is missing."""
        return self.send("key", key, *wanted, quiet=quiet)

    def type(self, text: str, *wanted: str) -> list[str]:
        """Type a text and return what is said; raises `AssertionError` when a part of it is missing."""
        return self.send("type", text, *wanted)

    def send(self, how: str, what: str, *wanted: str, quiet: float = QUIET) -> list[str]:
        """Send a key or a text to the browser and return what is said; raises `AssertionError` when a part of it is missing."""
        since = self.size
        subprocess.run(["xdotool", how, what], env={**os.environ, **self.environment}, check=True)
        return self.hear(since, *wanted, quiet=quiet)

    def go_on(self, key: str, part: str) -> list[str]:
        """Press a key again and again until a part is said, and return all that was said on the way."""
        lines: list[str] = []
        for _ in range(STEPS):
            lines += (new := self.press(key, quiet=PROMPT))
            if any(part in line for line in new):
                return lines
            if sum("Wrapping to" in line for line in lines) > 1:
                break
        raise AssertionError(f"not heard by pressing {key}: {part}; heard: {lines}")

    def seek(self, key: str, part: str) -> None:
        """Go on to something by a part of its words. What is said late has the key pressed once too often: Orca is asked where it is."""
        for _ in range(TRIES):
            self.go_on(key, part)
            here = self.press(WHERE, quiet=PROMPT)
            if any(part in line for line in here):
                return
        raise AssertionError(f"not found by pressing {key}: {part}; here is: {here}")

    @property
    def size(self) -> int:
        """How much was said until now."""
        return self.said.stat().st_size

    def hear(self, since: int, *wanted: str, limit: float = LIMIT, quiet: float = QUIET) -> list[str]:
        """Listen until all parts were said (or one of several, with `|` between them) and nothing more is; else `AssertionError`."""
        start = last = time.monotonic()
        size = since
        while True:
            time.sleep(PATIENCE)  # between two looks only: what is heard ends the wait
            now = time.monotonic()
            if self.size != size:
                size, last = self.size, now
            lines = self.said.read_bytes()[since:].decode(errors="replace").splitlines()
            missing = [part for part in wanted if not any(way in line for way in part.split("|") for line in lines)]
            # After its "Wrapping to top." comes what is there.
            enough = SILENCE if not lines or lines[-1].startswith("Wrapping to") else quiet
            if not missing and now - last > enough:
                return lines
            assert now - start < limit, f"not heard: {missing}; heard: {lines}"

    def close(self) -> None:
        """End everything that was started, the last first."""
        for process in reversed(self.started):
            process.end()
        shutil.rmtree(self.home, ignore_errors=True)
