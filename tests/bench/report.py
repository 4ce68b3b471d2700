"""Reports of the measurements: percentiles, a table, and the chart in the README."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import batched
from math import ceil
from typing import Any, NamedTuple

__all__ = ["Group", "groups", "percentile", "svg", "table"]

COMMAND = "make bench"
PEERS = {"ours": "this site", "stock": "Pyodide as published", "floor": "WebAssembly only"}
"""Who is compared, and what a reader calls them."""

WIDTH = 760
LEFT, RIGHT = 190, 90
"""Room beside the bars: for names, and for figures."""

BAR, GAP = 18, 6
TITLE, FOOT = 34, 40
STYLE = """
    .card { fill: #ffffff; stroke: #8a8f98 }
    text { fill: #1c2127; font: 14px system-ui, -apple-system, 'Segoe UI', sans-serif }
    .head { font-weight: 700 }
    .soft { fill: #4b535d; font-size: 13px }
    .ours { fill: #0f766e }
    .stock { fill: #8b5e34 }
    .floor { fill: #6b7480 }
    @media (prefers-color-scheme: dark) {
      .card { fill: #15191e; stroke: #5b636e }
      text { fill: #eceff3 }
      .soft { fill: #b4bcc6 }
      .ours { fill: #2dd4bf }
      .stock { fill: #d9a066 }
      .floor { fill: #98a2ae }
    }
"""


class Group(NamedTuple):
    """A group of bars drawn to the same scale."""

    title: str
    unit: str
    values: dict[str, float]
    """By peer; shorter is better."""

    def says(self, peer: str) -> str:
        """Return the label beside a peer's bar."""
        value = self.values[peer]
        if self.unit == "bytes":
            return f"{value / 1e6:.2f} MB"
        return f"{value / 1000:.1f} s" if value >= 10_000 else f"{value / 1000:.2f} s"


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the percentile of the values by the nearest-rank method."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("percentile: got no values, wanted one or more")
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def groups(figures: Mapping[str, Any]) -> list[Group]:
    """Return the groups of bars for the measurements that were taken."""
    found = []
    for kind, words in (("brotli", "a host that compresses"), ("plain_host", "a host that compresses nothing")):
        if f"engine_bytes_{kind}" in figures:
            values = [figures[f"{name}_bytes_{kind}"] for name in ("engine", "stock", "stock_wasm")]
            found.append(
                Group(f"Download before the first answer, {words}", "bytes", dict(zip(PEERS, values, strict=True)))
            )
    boot = figures.get("boot", {})
    for condition, cache, words in (
        ("9_mbit_60_ms", "cold", "First visit, 9 Mbit/s and 60 ms"),
        ("unthrottled", "warm", "Later visit"),
        ("cpu_6x", "warm", "Later visit, processor slowed 6 times"),
    ):
        if taken := boot.get(condition, {}).get(cache):
            found.append(Group(f"{words}: until the first answer", "ms", {name: taken[f"{name}_ms"] for name in PEERS}))
    return found


def svg(found: list[Group]) -> str:
    """Return an SVG of the groups as horizontal bars, on a card that keeps the text readable on any page."""
    size = TITLE + len(PEERS) * (BAR + GAP) + GAP
    height = len(found) * size + FOOT
    described = " ".join(
        f"{group.title}: {', '.join(f'{PEERS[peer]} {group.says(peer)}' for peer in group.values)}." for group in found
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"',
        '  role="img" aria-labelledby="title desc">',
        '  <title id="title">How much the checker loads, and how soon its Python answers</title>',
        f'  <desc id="desc">{escape(described)}</desc>',
        f"  <style>{STYLE}  </style>",
        f'  <rect class="card" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>',
    ]
    for number, group in enumerate(found):
        top = number * size + TITLE
        longest = max(group.values.values()) or 1
        lines.append(f'  <text class="head" x="16" y="{top - 10}">{escape(group.title)}</text>')
        for row, (peer, value) in enumerate(group.values.items()):
            y = top + row * (BAR + GAP)
            long = round((WIDTH - LEFT - RIGHT) * value / longest, 1)
            lines += [
                f'  <text x="16" y="{y + 14}">{escape(PEERS[peer])}</text>',
                f'  <rect class="{peer}" x="{LEFT}" y="{y}" width="{long}" height="{BAR}" rx="2"/>',
                f'  <text x="{LEFT + long + 8}" y="{y + 14}">{escape(group.says(peer))}</text>',
            ]
    foot = f"Shorter is better; each block has its own scale. Medians of one run of {COMMAND}."
    lines += [f'  <text class="soft" x="16" y="{height - 16}">{foot}</text>', "</svg>", ""]
    return "\n".join(lines)


def table(figures: Mapping[str, Any]) -> str:
    """Return the figures as aligned lines: the chart's side by side, then all others by name."""
    lines = [f"{'':62}" + "".join(f"{words:>22}" for words in PEERS.values())]
    lines += [f"{group.title:62}" + "".join(f"{group.says(peer):>22}" for peer in PEERS) for group in groups(figures)]
    plain = [(name, f"{value:,}") for name, value in figures.items() if isinstance(value, int | float)]
    plain += [
        (f"lighthouse {page}", " / ".join(str(mark) for mark in marks.values()))
        for page, marks in figures.get("lighthouse", {}).items()
    ]
    lines.append("")
    for pair in batched(plain, 2, strict=False):
        lines.append("    ".join(f"{name:52} {value:>14}" for name, value in pair))
    return "\n".join(lines)
