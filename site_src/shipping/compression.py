"""Precompressed text files (Brotli and gzip), for hosts that serve them in place of the originals."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path

import brotli

__all__ = ["write"]

log = logging.getLogger("mkdocs.hooks.compress")
TEXT = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"})
LEAST = 1024
"""Files of fewer bytes fit in one packet anyway."""
ENGINE = "engine"
"""The folder whose files site_src/shipping/engine_bundle.py packs itself."""


def write(site: Path) -> None:
    """Write `<name>.br` and `<name>.gz` beside each text file of a complete site, where they are smaller."""
    sizes = {"": 0, ".br": 0, ".gz": 0}
    for path in sorted(site.rglob("*")):
        if path.suffix not in TEXT or path.relative_to(site).parts[0] == ENGINE or not path.is_file():
            continue
        content = path.read_bytes()
        # Zopfli makes gzip files 5 % smaller in 300 times the time. No date: the same site gives the same bytes.
        forms = {".br": brotli.compress(content, quality=11, lgwin=24), ".gz": gzip.compress(content, 9, mtime=0)}
        for suffix, packed in forms.items():
            kept = len(content) >= LEAST and len(packed) < len(content)
            if kept:
                path.with_name(path.name + suffix).write_bytes(packed)
            sizes[suffix] += len(packed if kept else content)
        sizes[""] += len(content)
    log.info("Text: %d kB, %d kB with Brotli, %d kB with gzip.", *(sizes[form] / 1e3 for form in ("", ".br", ".gz")))
