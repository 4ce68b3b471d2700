"""Each page of the built site carries a policy that fits it, and nothing that the policy would have to allow for."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.config import load_config

from site_src.build import Build
from site_src.shipping.policy import HASH_IN_NAME

META = re.compile(r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INLINE = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)
LOADED = {
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "manifest",
    "data-worker",
    "data-folder",
}


class _Reader(HTMLParser):
    """Collects the attributes of a page that run something or load something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.running: list[str] = []
        self.loading: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            address = (value or "").strip()
            if name == "style" or name.startswith("on") or address.lower().startswith("javascript:"):
                self.running.append(f"{tag} {name}={value}")
            if name in LOADED or (tag, name) == ("link", "href"):
                self.loading.append(address)
        if tag == "base" or ("http-equiv", "refresh") in attrs:
            self.running.append(tag)


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Each page that the build wrote, however it did: its name and HTML."""
    found = sorted(site.rglob("*.html"))
    assert len(found) >= 14
    for path in found:
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def expected(html: str) -> dict[str, set[str]]:
    """The directives that a page with these scripts and styles must have, each with its sources."""
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for tag, attributes, text in INLINE.findall(html):
        if "src=" not in attributes and not re.search(r'type="application/(ld\+)?json"', attributes):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            hashes[tag].add(f"'sha256-{digest}'")
    return {
        "default-src": {"'none'"},
        "script-src": {"'self'", *hashes["script"], *(["'wasm-unsafe-eval'"] if "<quiz-flow" in html else [])},
        "style-src": {"'self'", *hashes["style"]},
        "img-src": {"'self'", "data:"},
        "font-src": {"'self'"},
        "connect-src": {"'self'"},
        "worker-src": {"'self'"},
        "manifest-src": {"'self'"},
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
    }


def test_policy_allows_just_what_the_page_holds(site: Path) -> None:
    """A page's policy comes ahead of all else, names its inline scripts and styles by hash, and allows no other."""
    for name, html in pages(site):
        found = META.search(html)
        assert found, name
        directives = [part.split() for part in found[1].split("; ")]
        assert {directive: set(sources) for directive, *sources in directives} == expected(html), name
        assert len(directives) == len(expected(html)), name
        assert "'unsafe-" not in found[1], name


def test_no_attribute_runs_anything(site: Path) -> None:
    """No page has a style or a script in an attribute, or a link that is a script, or another base."""
    assert [] == [f"{name}: {fault}" for name, html in pages(site) for fault in _Reader(html).running]


def test_all_that_a_page_loads_is_the_site_s_own(site: Path) -> None:
    """Every script, style sheet, picture and file that a page loads has a relative address; without SITE_URL all do."""
    far = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
    loaded = [(name, address) for name, html in pages(site) for address in _Reader(html).loading]
    assert len(loaded) > 50
    assert [] == [f"{name}: {address}" for name, address in loaded if far.match(address)]


def test_served_pages_have_no_policy() -> None:
    """While `make serve` runs, its script for reload on save is not kept out; a build has the policy again."""
    page = '<head><meta charset="utf-8"></head>'
    assert page == Build(load_config(), served=True).with_policy(page)
    assert "default-src 'none'" in Build(load_config(), served=False).with_policy(page)


def headers(site: Path) -> dict[str, dict[str, str]]:
    """The headers that the site asks its host to send, by address."""
    rules = [rule.splitlines() for rule in (site / "_headers").read_text(encoding="utf-8").split("\n\n")]
    return {path: dict(line.strip().split(": ", 1) for line in lines) for path, *lines in rules}


def test_headers_say_what_a_page_cannot(site: Path) -> None:
    """The headers file has a rule for every address and one for the quiz's worker, and keeps only names with a hash."""
    rules = headers(site)
    every = rules.pop("/*")
    assert "camera=(), " in every.pop("Permissions-Policy")
    assert every == {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    worker = rules.pop("/assets/quiz/worker.js")["Content-Security-Policy"]
    assert worker == "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; connect-src 'self'"
    framed = {path: rules.pop(path)["Content-Security-Policy"] for path in list(rules) if not HASH_IN_NAME.search(path)}
    assert {"frame-ancestors *": ["/embed/*"]} == {
        policy: [path for path, other in framed.items() if other == policy]
        for policy in {*framed.values()} - {"frame-ancestors 'self'"}
    }
    assert {"main", "palette", "bundle", "search", "pyodide", "python"} == {
        Path(path).name.split(".")[0] for path in rules
    }
    assert [] == [path for path in rules if not re.search(r"\.[0-9a-f]{8}\.", path) or not (site / path[1:]).is_file()]
    assert [{"Cache-Control": "public, max-age=31536000, immutable"}] * len(rules) == list(rules.values())


def test_every_page_says_once_who_may_frame_it(site: Path) -> None:
    """No address gets two policies on frames, of which a browser would obey the stricter; each page gets one."""
    told = {
        path: rule["Content-Security-Policy"]
        for path, rule in headers(site).items()
        if "Content-Security-Policy" in rule
    }
    for name, _ in pages(site):
        for address in {f"/{name}", f"/{name.removesuffix('index.html')}"}:
            found = [rule for path, rule in told.items() if path in {address, f"/{name.split('/')[0]}/*"}]
            assert ["frame-ancestors *" if name.startswith("embed/") else "frame-ancestors 'self'"] == found, address
