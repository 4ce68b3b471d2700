"""Copies of the site that work offline: the cache of the service worker, and a zip file."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import re
import zipfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from quiz.model import Guide
from site_src.pages import prose
from site_src.settings import Settings
from site_src.shipping.integrity import integrity

__all__ = ["pack", "write_manifest", "write_worker"]

log = logging.getLogger("mkdocs.hooks.offline")
WORKER = Path(__file__).with_name("sw.js")
READ_ME = Path(__file__).with_name("read-me-first.txt")
FOLDER = "is-this-normal"

PICTURES = r"assets/(?:icon-|images/).*"
"""Icons for a home screen, and a picture of the theme that no page shows."""

FOR_PAPER = r"paper/.*|handout/.*\.png"
"""Pages that the codes on handouts lead to, and pictures of handouts, which go with the PDFs."""

NOT_CACHED = re.compile(
    rf"{PICTURES}|{FOR_PAPER}|_headers|robots\.txt|sw\.js|manifest\.webmanifest"
    r"|(?:codes|data|embed|engine)/.*|assets/embed/.*|.*\.(?:br|gz|map|pdf|xml)"
)
"""Files that no page needs: the worker caches all others."""

OWN = re.compile(r"assets/(?:[\w-]+/)*[\w-]+\.(?:css|js)")
"""Our own scripts and styles; those of the theme have a hash in their names."""

ASKED_FOR = re.compile(rf'="((?:\.\./)*{OWN.pattern})(?:\?v=[0-9a-f]+)?"')

PLAIN_SCRIPT = r"assets/(?:javascripts/bundle\.|menu\.js)"
NOT_ZIPPED = re.compile(rf"{PICTURES}|paper/.*|_headers|engine/.*|404\.html|.*\.map|(?!{PLAIN_SCRIPT}).*\.js")
"""Files that a page opened from disk cannot use: the zip holds all others."""

# A browser counts each file on a disc as a site of its own, and refuses modules there. Chromium still lets the policy's
# 'self' stand for files beside a page; whether every browser does is not known, and without its style sheets the quiz
# would show all its results at once. So the policy stays out.
ONLY_SERVED = re.compile(
    r'<script type="module"[^>]*></script>|<link rel="modulepreload"[^>]*>'
    r'|<meta http-equiv="Content-Security-Policy"[^>]*>'
)
# Written by hand for pages that are folders; here a page is a file, beside the folder with the pages below it.
FROM_A_FOLDER = re.compile(r'(?<=href=")\.\./')
TO_A_FOLDER = re.compile(r'(?<=href=")((?:\.\./)*[\w-]+)/(?=["#])')


def pack(config: MkDocsConfig, settings: Settings, guide: Guide) -> None:
    """Write the zip file of a complete site beside the folder of the site."""
    site = Path(config.site_dir)
    numbers = ", ".join(f"{entry.number.shown} ({entry.where})" for entry in settings.emergency_numbers)
    read_me = READ_ME.read_text(encoding="utf-8").format(
        name=config.site_name, folder=FOLDER, version=guide.version, dated=prose.day(guide.dated), numbers=numbers
    )
    with zipfile.ZipFile(site.with_name("is-this-normal-offline.zip"), "w") as archive:
        _add(archive, "READ-ME-FIRST.txt", read_me.encode())
        for name, path in _files(site).items():
            if not NOT_ZIPPED.fullmatch(name):
                content = path.read_bytes()
                _add(archive, name, _for_disk(content, name) if path.suffix == ".html" else content)


def write_manifest(config: MkDocsConfig, settings: Settings) -> None:
    """Write the web app manifest, with which a phone puts the site on its home screen."""
    icons = [{"src": "assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}]
    icons += [{"src": f"assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    manifest = {
        "name": config.site_name,
        "short_name": settings.short_name,
        "description": config.site_description,
        "lang": config.theme["language"],
        "start_url": ".",
        "scope": ".",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": icons,
    }
    Path(config.site_dir, "manifest.webmanifest").write_text(f"{json.dumps(manifest, indent=1)}\n", encoding="utf-8")


def write_worker(site: Path) -> None:
    """Write the service worker with the list of files to cache, and the version into the addresses in all pages."""
    cached = {name: path for name, path in _files(site).items() if not NOT_CACHED.fullmatch(name)}
    version = hashlib.sha256(WORKER.read_bytes())
    for name, path in cached.items():
        version.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    stamp = f"?v={version.hexdigest()[:12]}"
    for path in cached.values():
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8")
            path.write_text(ASKED_FOR.sub(rf'="\1{stamp}"', html), encoding="utf-8")
    engine = {name: path for name, path in _files(site).items() if re.fullmatch(r"engine/.*\.bin", name)}
    lists = {
        "version": stamp.removeprefix("?v="),
        "pages": {
            re.sub(r"(^|/)index\.html$", r"\1", name): integrity(path.read_bytes())
            for name, path in cached.items()
            if path.suffix in {".html", ".json"}
        },
        "fixed": {
            name + stamp * bool(OWN.fullmatch(name)): integrity(path.read_bytes())
            for name, path in cached.items()
            if path.suffix not in {".html", ".json"}
        },
        "engine": {name: [_either_integrity(path.read_bytes()), path.stat().st_size] for name, path in engine.items()},
    }
    script = WORKER.read_text(encoding="utf-8").replace('"BUILT"', json.dumps(lists, indent=1))
    (site / "sw.js").write_text(script, encoding="utf-8")
    log.info("Offline: %d kB with the first page, %.1f MB with the checker.", _size(cached) / 1e3, _size(engine) / 1e6)


def _either_integrity(packed: bytes) -> str:
    """Return the hashes of both forms that a host may send: the packed file, or its unpacked content."""
    return f"{integrity(packed)} {integrity(gzip.decompress(packed))}"


def _files(site: Path) -> dict[str, Path]:
    """Return every file of the site by its path, sorted."""
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}


def _size(files: dict[str, Path]) -> int:
    return sum(path.stat().st_size for path in files.values())


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(f"{FOLDER}/{name}")  # dated 1980: the day of the build is no part of it
    info.create_system = 3  # where the rights to read it are written: in the place that Unix uses
    info.external_attr = 0o644 << 16
    archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)


def _for_disk(content: bytes, name: str) -> bytes:
    """Return a page for opening from disk: links name files, and what needs a server is left out."""
    html = ONLY_SERVED.sub("", content.decode())
    folder, _, below = name.partition("/")
    html = html.replace('href="./', f'href="../{folder}/') if below else FROM_A_FOLDER.sub("", html)
    return TO_A_FOLDER.sub(r"\1.html", html).encode()
