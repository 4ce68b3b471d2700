"""The diary: the lines that its page and its paper share, from `content/diary.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from quiz.model import Guide
from site_src.pages.translation import Translation
from site_src.settings import Compare

__all__ = ["NAME", "Diary", "Remind", "check", "load"]

NAME = "diary.yml"
"""The name of the file, in the folder of the pages."""

STEPS = 4
"""The chart has room for so many."""

TREATMENT = ("treated", "mark", "last", "next", "after", "others")
"""What forms say of the treatment: sentences that only a guide knows."""


class Remind(NamedTuple):
    """How many days after a treatment a reader is reminded each day, and how many days before the next one once."""

    after: int
    before: int


class Diary(NamedTuple):
    """What is written down once a day: lines by their id, and the steps of each from best to worst."""

    steps: tuple[str, ...]
    lines: dict[str, str]
    treatment: dict[str, str]
    remind: Remind


def load(config: MkDocsConfig, t: Translation) -> Diary | None:
    """Return the diary of a guide, or none where it has no such file; raises `PluginError`."""
    path = Path(config.docs_dir, NAME)
    if not path.exists():
        return None
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    _check("", found, Diary._fields)
    _check("treatment", found["treatment"], TREATMENT)
    _check("remind", found["remind"], Remind._fields)
    steps = found["steps"]
    if not isinstance(steps, list) or len(steps) != STEPS:
        raise PluginError(f"{NAME}: got steps {steps!r}, wanted {STEPS}, from best to worst. Fix them.")
    return Diary(
        tuple(t(f"diary/step/{place}", step) for place, step in enumerate(steps)),
        t.each("diary/line", found["lines"]),
        t.each("diary/treatment", found["treatment"]),
        Remind(**found["remind"]),
    )


def check(compare: Compare | None, guide: Guide) -> None:
    """Raise `PluginError` where the setting `compare` names a question or an answer that the guide has not."""
    if not compare:
        return
    for name, option in ((compare.trend, compare.worse), (compare.pattern, "")):
        if name not in guide.by_id or (option and option not in guide.option_ids[name]):
            raise PluginError(
                f"compare: got {f'{name} {option}'.strip()!r}, wanted a question of the guide and its answer."
                " Fix it in mkdocs.yml, under extra:."
            )


def _check(place: str, found: object, wanted: tuple[str, ...]) -> None:
    if not isinstance(found, dict) or sorted(found) != sorted(wanted):
        got = ", ".join(map(str, found)) if isinstance(found, dict) else repr(found)
        where = f"{NAME}, {place}" if place else NAME
        raise PluginError(f"{where}: got {got}, wanted {', '.join(wanted)}. Fix the keys.")
