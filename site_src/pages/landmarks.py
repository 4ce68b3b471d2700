"""The landmarks of a page for screen readers: `main` holds the content without the menus."""

from __future__ import annotations

__all__ = ["main_alone"]

MOVED = (
    ('<main class="md-main" data-md-component="main">', '<div class="md-main" data-md-component="main">'),
    ("</main>", "</div>"),
    ('<div class="md-content" data-md-component="content">', '<main class="md-content" data-md-component="content">'),
    ("</article>\n            </div>", "</article>\n            </main>"),
)
"""Material's tags, which stand in no block of its template that could be replaced, and those that take their place."""


def main_alone(html: str) -> str:
    """Return a page with `main` around its content alone; Material puts it around the menus too."""
    for old, new in MOVED:
        html = html.replace(old, new)
    return html
