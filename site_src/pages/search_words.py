"""Search words: what people type for an answer where its text says something else, such as "seizure" for a fit."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Guide
from site_src.derived.symptom_table import Row, WarningSign
from site_src.pages.translation import Translation

__all__ = ["FILE", "complete", "load"]

FILE = "search-words.yml"
"""The list of search words, in the folder of the pages; without it answers are found by their text alone."""

FIRST = 100_000
"""The search boost of a warning sign: it ranks before a page with the word in its title."""


def load(guide: Guide, config: MkDocsConfig, t: Translation) -> dict[tuple[str, str], str]:
    """Return the search words of answers, by question id and option id; raises `PluginError` for an unknown id."""
    path = Path(config.docs_dir, FILE)
    if not path.exists():
        return {}
    found = {}
    for question, answers in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        asked = guide.by_id.get(question)
        if asked is None:
            raise PluginError(f"{FILE}: got question {question!r}, wanted one of {', '.join(guide.by_id)}. Fix its id.")
        for answer, words in answers.items():
            if answer not in asked.steps:
                raise PluginError(
                    f"{FILE}, {question}: got answer {answer!r}, wanted one of {', '.join(asked.steps)}. Fix its id."
                )
            if not isinstance(words, str):
                raise PluginError(
                    f"{FILE}, {question}, {answer}: got {words!r}, wanted words with commas between them. Fix the line."
                )
            found[question, answer] = t(f"typed/{question}/{answer}", words)
    return found


def complete(index: Path, signs: Iterable[WarningSign], rows: Iterable[Row], t: Translation) -> None:
    """Add warning signs and symptoms to the search index: Material's plugin indexes only the Markdown of pages."""
    also = t("search/also", "Other words:")  # in every build, so that one file of translations fits them all
    if not index.exists():  # on a disc there is no search
        return
    found = json.loads(index.read_text(encoding="utf-8"))
    # The two lists on the page of warning signs.
    any_of_these = t("card/any", "Call for emergency help now if you have any of these")
    for later, listed in groupby(signs, key=lambda sign: sign.later):
        place, title = ("other-signs", t("card/other", "Other warning signs")) if later else ("emergency", any_of_these)
        text = "".join(f"<p>{escape(sign.text)}. {also} {escape(sign.other_names)}</p>" for sign in listed)
        found["docs"].append({"location": f"warning-signs/#{place}", "title": title, "text": text, "boost": FIRST})
    for row in rows:
        sentences = "".join(f"<p>{escape(rule.because)}</p>" for rule in row.rules)
        text = f"{sentences}<p>{also} {escape(row.other_names)}</p>"
        found["docs"].append({"location": f"guide/#{row.id}", "title": row.text, "text": text})
    index.write_text(json.dumps(found, separators=(",", ":")), encoding="utf-8")
