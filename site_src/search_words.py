"""What people type for an answer, which is seldom what the answer says: "seizure" for a fit, "diarrhea"."""

from __future__ import annotations

from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Guide
from site_src.translation import Translation

__all__ = ["FILE", "load"]

FILE = "search-words.yml"
"""The words, in the folder of the pages; without it answers are found by their own words alone."""


def load(guide: Guide, config: MkDocsConfig, t: Translation) -> dict[tuple[str, str], str]:
    """Return the words for each answer that has some, by question id and option id; raises `PluginError`."""
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
