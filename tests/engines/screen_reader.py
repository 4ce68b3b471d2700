"""The screen reader Orca with a browser on a virtual screen: keys go in, and speech comes out as text.

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
"""Seconds that Orca may take to say all wanted parts."""

LIMIT_TO_START = 60
"""Seconds that Orca, or a browser with its page, may take to start."""

QUIET = 1
"""Seconds of silence after which Orca has finished."""

PROMPT = 0.3
"""Seconds of silence after which Orca has named the element that a navigation key led to."""

SILENCE = 5
"""Seconds of silence after which Orca has nothing to say at all."""

STEPS = 40
"""Presses of a navigation key that are enough for every element in these tests."""

TRIES = 3
"""Attempts to find an element that late speech can lead past."""

WHERE = "KP_Enter"
"""The key for Orca's "where am I"."""

CHROMIUM = (
    "chromium --force-renderer-accessibility --disable-gpu --no-first-run --disable-background-networking"
    " --start-maximized --user-data-dir={profile}"
    + ("" if os.geteuid() else " --no-sandbox")  # Chromium refuses to sandbox what root runs
)
BROWSERS = {"chromium": CHROMIUM, "firefox": "firefox-esr --profile {profile}"}
LOADED = "Finished loading|Browse mode"
"""What Orca says once a page can be read, which depends on how the page before was left."""


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
    """A browser and Orca with a home folder of their own; each page opens in a new tab."""

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
        """Start the virtual screen, message bus, window manager, speech and Orca, each once the one before is ready."""
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
        """Return a program started for this screen reader, which ends with it."""
        self.started.append(Process(*command, **self.environment))
        return self.started[-1]

    def open(self, url: str) -> None:
        """Open an address in a new tab, and wait until it can be read."""
        since = self.size
        self.run(*self.browser, url)
        self.hear(since, LOADED, limit=LIMIT_TO_START)

    def press(self, key: str, *wanted: str, quiet: float = QUIET) -> list[str]:
        """Return what is said for a key, by its X name; raises `AssertionError` when a wanted part is missing."""
        return self.send("key", key, *wanted, quiet=quiet)

    def type(self, text: str, *wanted: str) -> list[str]:
        """Return what is said for a typed text; raises `AssertionError` when a wanted part is missing."""
        return self.send("type", text, *wanted)

    def send(self, how: str, what: str, *wanted: str, quiet: float = QUIET) -> list[str]:
        """Return what is said for a key or a text; raises `AssertionError` when a wanted part is missing."""
        since = self.size
        subprocess.run(["xdotool", how, what], env={**os.environ, **self.environment}, check=True)
        return self.hear(since, *wanted, quiet=quiet)

    def go_on(self, key: str, part: str) -> list[str]:
        """Return all that is said while a key is pressed repeatedly, until a text is heard."""
        lines: list[str] = []
        for _ in range(STEPS):
            lines += (new := self.press(key, quiet=PROMPT))
            if any(part in line for line in new):
                return lines
            if sum("Wrapping to" in line for line in lines) > 1:
                break
        raise AssertionError(f"not heard by pressing {key}: {part}; heard: {lines}")

    def seek(self, key: str, part: str) -> None:
        """Press a key until Orca is at this text; it is asked where it is, as late speech can lead one press too far."""
        for _ in range(TRIES):
            self.go_on(key, part)
            here = self.press(WHERE, quiet=PROMPT)
            if any(part in line for line in here):
                return
        raise AssertionError(f"not found by pressing {key}: {part}; here is: {here}")

    @property
    def size(self) -> int:
        """Return the number of bytes of speech so far."""
        return self.said.stat().st_size

    def hear(self, since: int, *wanted: str, limit: float = LIMIT, quiet: float = QUIET) -> list[str]:
        """Return what is said until all parts (`a|b`: either) are heard and Orca is silent; raises `AssertionError`."""
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
