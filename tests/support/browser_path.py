"""The browser that the tests drive; run as a program, print its path (an empty line means Playwright's own)."""

import os
import shutil
from pathlib import Path

SHELL = "chromium-headless-shell"
"""The same engine without windows: it costs less and has no back/forward cache."""
COMMANDS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Google Chrome", "Chromium")


def find(*, shell: bool = True) -> str | None:
    """Return the path for BROWSER_PATH, else an installed browser (the headless shell only if allowed), else None."""
    if named := os.environ.get("BROWSER_PATH"):
        return named
    for command in COMMANDS:
        if (shell or command != SHELL) and (path := shutil.which(command)):
            return path
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for app in MAC_APPS:
            binary = folder / f"{app}.app" / "Contents" / "MacOS" / app
            if binary.is_file():
                return str(binary)
    return None


if __name__ == "__main__":
    print(find() or "")
