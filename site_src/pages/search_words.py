"""Search words: what people type for an answer or a section that says something else, such as "seizure" for a fit."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Guide
from site_src.derived.symptom_table import Row, WarningSign
from site_src.pages.translation import Translation

__all__ = ["FILE", "complete", "load", "load_places"]

FILE = "search-words.yml"
"""The list of search words, in the folder of the pages; without it answers are found by their text alone."""

FIRST = 100_000
"""The search boost of a warning sign: it ranks before a page with the word in its title."""

NEXT = 10_000
"""That of a section with search words of its own: it ranks before a page with the word in its title, too."""

PLACES = "places"
"""The part of the list that has sections of pages, by their addresses, where the others have answers."""


def load(guide: Guide, config: MkDocsConfig, t: Translation) -> dict[tuple[str, str], str]:
    """Return the search words of answers, by question id and option id; raises `PluginError` for an unknown id."""
    found = {}
    for question, answers in _listed(config).items():
        if question == PLACES:
            continue
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


def load_places(config: MkDocsConfig, t: Translation) -> dict[str, str]:
    """Return the search words of sections, by the address of the section inside the site."""
    return {place: t(f"typed/{place}", words) for place, words in _listed(config).get(PLACES, {}).items()}


def _listed(config: MkDocsConfig) -> dict[str, Any]:
    path = Path(config.docs_dir, FILE)
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def complete(
    index: Path, signs: Iterable[WarningSign], rows: Iterable[Row], places: dict[str, str], t: Translation
) -> None:
    """Add warning signs, symptoms and the words for sections to the search index, which has only the Markdown of pages.

    Raises `PluginError` for a section that is not there.
    """
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
    docs = {doc["location"]: doc for doc in found["docs"]}
    for place, words in places.items():
        if place not in docs:
            wanted = ", ".join(other for other in docs if other.startswith(place.partition("#")[0]))
            raise PluginError(f"{FILE}, {PLACES}: got {place!r}, wanted one of {wanted}. Fix its address.")
        docs[place]["text"] += f"<p>{also} {escape(words)}</p>"
        docs[place]["boost"] = NEXT
    index.write_text(json.dumps(found, separators=(",", ":")), encoding="utf-8")
