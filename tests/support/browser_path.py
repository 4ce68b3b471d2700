"""The browser that the tests drive; run as a program, print its path (an empty line means Playwright's own)."""

import os
import shutil
from pathlib import Path

# The headless shell first: it is the same engine without windows, which no test looks at.
COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Google Chrome", "Chromium")


def find() -> str | None:
    """Return the path of the browser named by BROWSER_PATH, else an installed headless shell, Chromium or Chrome, else None."""
    if named := os.environ.get("BROWSER_PATH"):
        return named
    for command in COMMANDS:
        if path := shutil.which(command):
            return path
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for app in MAC_APPS:
            binary = folder / f"{app}.app" / "Contents" / "MacOS" / app
            if binary.is_file():
                return str(binary)
    return None


if __name__ == "__main__":
    print(find() or "")
