"""The glossary: the first use of each medical word on a page becomes a button that shows its meaning.

The browser's own popover does it, without a script: keyboard and touch reach it, as they would not reach a tooltip. The
word stands beside its button and not in it: the reader modes of browsers leave out buttons with all that is in them.
What opens takes the focus, so that it is read out, and hands it back when it is shut.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from mkdocs.exceptions import PluginError

from site_src.derived.symptom_table import slug

__all__ = ["read", "with_tips"]

PAGE = "glossary.md"
"""The page that has all of them, in the folder of the pages."""

WITHOUT = (PAGE, "check.md")
"""Pages without tips: that one is all meanings, and in the quiz nothing stands between a question and its answer."""

ENTRY = re.compile(r"^(?P<term>[^\s:#].*)\n:   (?P<meaning>.+)$", re.MULTILINE)
TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-z]\w*)(?P<rest>[^>]*)>|[^<]+")
TEXT = {"p", "li", "dd"}
NO_TEXT = {"a", "button", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "table"}
VOID = {"br", "hr", "img", "input", "wbr"}
KEPT_CLEAR = re.compile(r'class="(?:admonition emergency|admonition-title)\b')
"""In an emergency nothing but a phone number asks to be pressed; and a title is read at once, as a whole."""


def read(folder: Path) -> dict[str, str]:
    """Return the meaning of each word; raises `PluginError`."""
    text = (folder / PAGE).read_text(encoding="utf-8")
    found = {entry["term"]: entry["meaning"] for entry in ENTRY.finditer(text)}
    meanings = text.count("\n:   ")
    if len(found) != meanings:
        raise PluginError(
            f"{PAGE}: got {meanings} meanings for {len(found)} words, wanted one line for each word, once, and"
            " a line with ':   ' and its meaning right below it. Fix the entry."
        )
    return found


def with_tips(html: str, meanings: dict[str, str], name: str = "What {word} means") -> str:
    """Return the HTML of a page with a button labelled by `name`, and a note, at the first use of each word."""
    by_name = {term.lower(): term for term in meanings}
    longest_first = sorted(map(re.escape, meanings), key=len, reverse=True)
    # With the marks around it, which no line break may part from a button.
    words = re.compile(rf"\(?(?<![\w-])(?P<word>{'|'.join(longest_first)})(?![\w-])[).,:;]*", re.IGNORECASE)
    opened: list[tuple[str, bool]] = []
    told: set[str] = set()

    def tip(found: re.Match[str]) -> str:
        term = by_name[found["word"].lower()]
        if term in told:
            return found[0]
        told.add(term)
        note = f"word-{slug(term)}"
        label = escape(name.replace("{word}", found["word"]))
        button = f'<button type="button" popovertarget="{note}" aria-label="{label}"></button>'
        word = f'<span class="term">{found["word"]}{button}</span>'
        return (
            f'<span class="unparted">{found[0].replace(found["word"], word)}</span>'
            f'<span class="meaning" id="{note}" role="note" popover tabindex="-1" autofocus data-search-exclude>'
            f"<strong>{escape(term)}:</strong> {escape(meanings[term])}</span>"
        )

    def piece(token: re.Match[str]) -> str:
        tag = token["tag"]
        if tag is None:
            clear = any(kept for _, kept in opened)
            return token[0] if clear or TEXT.isdisjoint(name for name, _ in opened) else words.sub(tip, token[0])
        if token["close"]:
            opened.pop()
        elif tag not in VOID and not token["rest"].endswith("/"):
            opened.append((tag, tag in NO_TEXT or bool(KEPT_CLEAR.search(token["rest"]))))
        return token[0]

    return TOKEN.sub(piece, html)
