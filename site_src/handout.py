"""The handout: the pages and the red flags on paper, as a PDF that can be read aloud."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import meta

from quiz.model import Guide, Source
from site_src import paper, pictures, words
from site_src.review import Review

__all__ = ["write"]

NAME = "is-this-normal-after-ivig.pdf"
STYLE = Path(__file__).with_suffix(".css")

RED_FLAGS = "warning-signs"
"""The first page of paper, under the name that the site's own page has."""

PAGES = ("before", "during", "after")
"""The pages whose Markdown is in the handout."""


def write(config: MkDocsConfig, guide: Guide, review: Review, folder: Path) -> None:
    """Write the handout into the folder; raises `PluginError` for what would not print well."""
    folder.mkdir(parents=True, exist_ok=True)
    document = paper.write(
        STYLE,
        folder / NAME,
        Path(config.docs_dir),
        config=config,
        guide=guide,
        red_flags=guide.questions[0],
        sources=_sources(guide),
        pages={name: _page(name, config) for name in PAGES},
        red_flags_id=RED_FLAGS,
        reviewed=review.says(what for name in (RED_FLAGS, *PAGES) for what in review.page(name)),
    )
    used = next(number for number, page in enumerate(document.pages) if PAGES[0] in page.anchors)
    if used != 1:
        raise PluginError(
            f"handout: got red flags and phone numbers on {used} pages, wanted them on one, which works alone."
            " Shorten them, or tighten the first page in site_src/handout.css."
        )


def _page(name: str, config: MkDocsConfig) -> Markup:
    """Return the HTML of a page of the site, without its front matter."""
    path = Path(config.docs_dir, f"{name}.md")
    if not path.exists():
        raise PluginError(
            f"handout: got no page {name!r}, wanted a file {path.parent.name}/{path.name}."
            " Write it or mend PAGES in site_src/handout.py."
        )
    text, _ = meta.get_data(path.read_text(encoding="utf-8-sig"))
    return Markup(words.block(pictures.without(text), config))  # noqa: S704 - our own page


def _sources(guide: Guide) -> list[Source]:
    """Return what the rules rest on, each source once, in the order of the alphabet."""
    sources = dict.fromkeys(source for rule in guide.rules for source in rule.sources)
    return sorted(sources, key=lambda source: (source.publisher.casefold(), source.title.casefold()))
