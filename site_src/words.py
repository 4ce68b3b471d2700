"""One way from a block of Markdown to HTML: for pages, advice, handouts and the tests that score the text."""

from __future__ import annotations

from pathlib import Path

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

__all__ = ["advice", "block"]


def block(text: str, config: MkDocsConfig) -> str:
    """Return the HTML of a block of Markdown, made with the site's own extensions."""
    return markdown.markdown(text, extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def advice(name: str, config: MkDocsConfig) -> str:
    """Return the HTML of `content/advice/<name>.md`; raises `PluginError` when there is no such file."""
    path = Path(config.docs_dir, "advice", f"{name}.md")
    if not path.exists():
        raise PluginError(f"advice: got {name!r}, wanted {path}. Write it or mend the name.")
    return block(path.read_text(encoding="utf-8"), config)
