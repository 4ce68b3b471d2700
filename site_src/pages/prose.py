"""Markdown to HTML in one way for pages, advice, handouts and the tests of readability."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Urgency

__all__ = ["advice", "advice_besides", "advice_text", "block", "day"]


def block(text: str, config: MkDocsConfig) -> str:
    """Return the HTML of a block of Markdown, made with the site's own extensions."""
    return markdown.markdown(text, extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def advice(name: str, config: MkDocsConfig) -> str:
    """Return the HTML of `content/advice/<name>.md`."""
    return block(advice_text(name, config), config)


def advice_text(name: str, config: MkDocsConfig) -> str:
    """Return the Markdown of `content/advice/<name>.md`; raises `PluginError` when there is no such file."""
    path = Path(config.docs_dir, "advice", f"{name}.md")
    if not path.exists():
        raise PluginError(f"advice: got {name!r}, wanted {path}. Write it or fix the name.")
    return path.read_text(encoding="utf-8")


def advice_besides(config: MkDocsConfig) -> list[str]:
    """Return the names of the advice texts that are not about one urgency."""
    names = sorted(path.stem for path in Path(config.docs_dir, "advice").glob("*.md"))
    return [name for name in names if name not in {urgency.value for urgency in Urgency}]


def day(iso: str) -> str:
    """Return a date in words: `2026-11-22` is 22 November 2026, and `2026-11` is November 2026."""
    year, month, *day = map(int, iso.split("-"))
    named = dt.date(year, month, 1).strftime("%B %Y")
    return f"{day[0]} {named}" if day else named
