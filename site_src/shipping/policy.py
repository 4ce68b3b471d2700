"""The content security policy in each page, and `_headers` for hosts that can set headers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from site_src.pages.embed import FOLDER
from site_src.shipping.integrity import integrity

CHARSET = '<meta charset="utf-8">'
INLINE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
DATA = {"application/json", "application/ld+json"}
"""Types of scripts that hold data, which a browser reads and never runs."""
HASH_IN_NAME = re.compile(r"\.[0-9a-f]{8}\.")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # What the site does not use, and no script that got in should.
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "browsing-topics",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "hid",
            "idle-detection",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "serial",
            "usb",
        )
    ),
}
# All that a page cannot say of itself: who may show it in a frame. Pages for the frames of others may be shown by all.
OWN_FRAMES = {"Content-Security-Policy": "frame-ancestors 'self'"}
ALL_FRAMES = {"Content-Security-Policy": "frame-ancestors *"}
# A worker is not bound by the policy of its page, only by its own header; this one is given the answers.
WORKER = "/assets/quiz/worker.js"
# Pyodide's script comes packed, as the worker's own fetch; once unpacked and its hash compared, it is a blob.
WORKER_POLICY = "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; connect-src 'self'"


class _Inline(HTMLParser):
    """Collects the hashes of a page's inline scripts and styles in the form of a policy."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hashes: dict[str, list[str]] = {"script": [], "style": []}
        self.inside = ""
        self.text = ""
        # Only what the policy is about: Python's parser takes as long for a whole page as it takes to make one.
        self.feed("".join(found[0] for found in INLINE.finditer(html)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in self.hashes and "src" not in given and given.get("type") not in DATA:
            self.inside, self.text = tag, ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.hashes[tag].append(f"'{integrity(self.text.encode())}'")
            self.inside = ""


def policy(html: str) -> str:
    """Return the content security policy for a page: its own site, and its own inline scripts and styles by hash."""
    inline = _Inline(html).hashes
    # For browsers that hold the quiz's worker, where Python is compiled, to the policy of its page.
    compiles = ["'wasm-unsafe-eval'"] if "data-worker=" in html else []
    sources = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *compiles, *inline["script"]],
        "style-src": ["'self'", *inline["style"]],
        "img-src": ["'self'", "data:"],  # Material's style sheet holds its icons
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *dict.fromkeys(values)]) for name, values in sources.items())


def with_policy(html: str) -> str:
    """Return a page with its content security policy ahead of all that the policy covers."""
    before, charset, after = html.partition(CHARSET)
    if not charset:
        raise ValueError(f"got a page without {CHARSET}, wanted it as the place for the policy")
    return f'{before}{charset}\n<meta http-equiv="Content-Security-Policy" content="{policy(html)}">{after}'


def write_headers(site: Path) -> None:
    """Write `_headers`, which Netlify and Cloudflare Pages read."""
    # Only a name with a hash of the content can be kept for good: a new content has a new name.
    kept = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if HASH_IN_NAME.search(path.name))
    # Rule by rule and never twice for one address: some hosts send both, and a browser obeys the stricter one.
    folders = sorted(path.name for path in site.iterdir() if path.is_dir() and any(path.rglob("*.html")))
    rules = {
        "/*": HEADERS,
        **dict.fromkeys(("/", *(f"/{path.name}" for path in sorted(site.glob("*.html")))), OWN_FRAMES),
        **{f"/{name}/*": ALL_FRAMES if name == FOLDER else OWN_FRAMES for name in folders},
        WORKER: {"Content-Security-Policy": WORKER_POLICY},
        **{f"/{path}": {"Cache-Control": "public, max-age=31536000, immutable"} for path in kept},
    }
    lines = [[path, *(f"  {name}: {value}" for name, value in rule.items()), ""] for path, rule in rules.items()]
    (site / "_headers").write_text("\n".join("\n".join(rule) for rule in lines), encoding="utf-8")
