"""Pages for frames in other sites: the warning signs first, no menu, and links that leave the frame."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

__all__ = ["FOLDER", "SCRIPT", "frame", "snippet"]

FOLDER = "embed"
SCRIPT = "assets/embed/height.js"
"""The script that an embedding page may load, so that the frame gets as high as its content."""

FRAMED = (None, "check.html", "warning-signs.html")
"""The templates of pages that have a frame; the others are tables and tools, which need the room of a page."""

STYLES = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
LINK = re.compile(r'<a (?=[^>]*href="(?!tel:|#))')
UP = re.compile(r'(?<==")\.\./')


def snippet(page: Page, config: MkDocsConfig) -> str:
    """Return the HTML with which another site embeds a page; blank without a frame or an address of the site.

    The first line works alone, with a frame that scrolls; the second makes the frame as high as what is in it.
    """
    if not config.site_url or page.meta.get("template") not in FRAMED:
        return ""
    return (
        f'<iframe src="{config.site_url}{FOLDER}/{page.file.name}/" title="{page.meta["title"]}" width="100%"'
        f' height="640" loading="lazy"></iframe>\n<script src="{config.site_url}{SCRIPT}" async></script>'
    )


def frame(env: Environment, page: Page, content: str, config: MkDocsConfig) -> str:
    """Return the whole HTML of a page for a frame, from the HTML of its Markdown; blank for a page without a frame."""
    if page.meta.get("template") not in FRAMED:
        return ""
    site = Path(config.site_dir)
    html = env.get_template("embed.html").render(
        config=config,
        page=None,  # the address of no page: links start from `base_url`
        base_url="../..",
        shown=page,
        content=Markup(UP.sub("../../", content)),  # noqa: S704 - our own page, whose links start one folder further up
        styles=[style.relative_to(site).as_posix() for name in STYLES for style in site.glob(name)],
    )
    # Whoever follows one needs the whole page, with its menu and an address to keep.
    return LINK.sub('<a target="_blank" rel="noopener" ', html)
