"""Lighthouse scores of three pages on an emulated phone, and the audits that fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.boot import Figures
from tests.bench.page import PAGES
from tests.bench.server import Host
from tests.conftest import FLAGS
from tests.support import browser_path

__all__ = ["measure"]

RUNS = 3
PROGRAM = Path(__file__).with_name("node_modules") / "lighthouse" / "cli" / "index.js"
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_PLACES = 3
PASSES = 0.9
"""What Lighthouse itself paints green."""


def measure(host: Host) -> Figures:
    """Return the median score of each page in each category, and the audits that failed where one is below the target."""
    marks: dict[str, dict[str, float]] = {}
    wanting: dict[str, list[dict[str, Any]]] = {}
    for name, path in PAGES.items():
        reports = [_report(f"http://localhost:{host.port}/{path}") for _ in range(RUNS)]
        marks[name] = {
            category: round(median(report["categories"][category]["score"] for report in reports) * 100)
            for category in WANTED
        }
        low = [category for category, mark in marks[name].items() if mark < WANTED[category]]
        if low:
            wanting[name] = _wanting(reports, low)
        print(f"  {name}: {marks[name]}", flush=True)
        for audit in wanting.get(name, ()):
            print(
                f"    {audit['category']}: {audit['id']} ({audit['score']}) {audit['title']} {audit['value']} {audit['where']}",
                flush=True,
            )
    return {"lighthouse": marks, "lighthouse_wanting": wanting, "lighthouse_runs": RUNS}


def _report(address: str) -> dict[str, Any]:
    flags = " ".join((*FLAGS, "--headless=new"))
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(WANTED)}", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": browser_path.find() or ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse ended with {done.returncode} for {address}:\n{done.stderr[-2000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    if failed := report.get("runtimeError"):
        sys.exit(f"Lighthouse could not judge {address}: {failed['message']}")
    return report


def _wanting(reports: list[dict[str, Any]], categories: list[str]) -> list[dict[str, Any]]:
    """Return each audit of these categories whose median score is no pass."""
    found = []
    for category in categories:
        for reference in reports[0]["categories"][category]["auditRefs"]:
            audits = [report["audits"][reference["id"]] for report in reports]
            scores = [audit["score"] for audit in audits if audit["score"] is not None]
            if scores and median(scores) < PASSES:
                found.append(
                    {
                        "category": category,
                        "id": reference["id"],
                        "title": audits[0]["title"],
                        "score": round(median(scores), 2),
                        "value": audits[0].get("displayValue", ""),
                        "where": _where(audits[0]),
                    }
                )
    return found


def _where(audit: dict[str, Any]) -> list[str]:
    """Return the first elements or addresses that an audit lists, whatever its format."""
    items = audit.get("details", {}).get("items", [])
    named = [
        item.get("text") or item.get("url") or item.get("node", {}).get("snippet") or item.get("groupLabel")
        for item in items
        if isinstance(item, dict)
    ]
    return [str(name) for name in named if name][:MOST_PLACES]
