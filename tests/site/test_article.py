"""The article this site started from: each of its sentences is carried by a page, or left out for a reason."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

SENTENCES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "article.yaml").read_text(encoding="utf-8")
)

every_sentence = pytest.mark.parametrize("entry", SENTENCES, ids=lambda entry: f"sentence {entry['n']}")


class _Anchors(HTMLParser):
    """Collects the addresses inside a page."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the id of an element."""
        self.found.update(value for name, value in attrs if name == "id" and value)


@cache
def _anchors(page: Path) -> set[str]:
    """Return the addresses inside a built page."""
    parser = _Anchors()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def test_every_sentence_is_listed() -> None:
    """The 45 sentences of the article are numbered in reading order."""
    assert [entry["n"] for entry in SENTENCES] == list(range(1, 46))


@every_sentence
def test_sentence_has_a_place_or_a_reason(entry: dict[str, Any]) -> None:
    """A sentence is carried by a section, or changed or left out for a reason, and nothing else is said of it."""
    assert entry.keys() - {"at", "why"} == {"n", "section", "gist"}, f"sentence {entry['n']} needs a section and a gist"
    assert entry.get("at") or entry.get("why"), (
        f"sentence {entry['n']} ({entry['gist']}) has neither a place nor a reason"
    )


@every_sentence
def test_section_exists(entry: dict[str, Any], site: Path) -> None:
    """The section that carries a sentence is in the built site."""
    if "at" not in entry:
        pytest.skip("left out, for the reason given")
    folder, _, anchor = entry["at"].partition("#")
    page = site / folder / "index.html"
    assert page.is_file(), f"sentence {entry['n']} ({entry['gist']}): there is no page {entry['at']!r}"
    assert anchor in _anchors(page), f"sentence {entry['n']} ({entry['gist']}): no section {entry['at']!r}"
