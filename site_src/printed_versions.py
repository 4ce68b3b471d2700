"""The pages that the codes on paper lead to: for each version ever printed, what has changed since."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.exceptions import PluginError

from quiz.model import Guide

__all__ = ["pages"]

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"
ENTRY = re.compile(r"^## (?P<version>[\d.]+), (?P<date>.+)\n(?P<text>(?:(?!## ).*\n?)*)", re.MULTILINE)
ITEMS = re.compile(r"^- .+(?:\n  .+)*", re.MULTILINE)

PAGE = """---
title: Is your paper up to date?
description: What has changed since version {version} of the handouts.
search: {{exclude: true}}
hide: [toc]
---

# Your paper is version {version}

This page tells you if the handout you hold is up to date.

## Check how you feel {{#check}}

If you feel unwell, use the checker.

[Check how you feel](../check.md){{ .md-button .md-button--primary }}

{news}
"""

UP_TO_DATE = """## Your paper is up to date {{#since}}

Version {version}, of {date}, is the newest."""

SINCE = """## Since then {{#since}}

Your paper is version {version}, of {date}. There is a newer one: [get a new handout](../handout.md).
If your paper differs from this site, follow the more urgent advice. This is what has changed:

{changes}"""


def pages(guide: Guide, changelog: Path = CHANGELOG) -> dict[str, str]:
    """Return the Markdown of a page for each version, by its path; raises `PluginError` if the guide's has no entry."""
    entries = list(ENTRY.finditer(changelog.read_text(encoding="utf-8")))
    newest = entries[0]["version"] if entries else "nothing"
    if newest != guide.version:
        raise PluginError(
            f"{changelog.name}: got {newest} first, wanted {guide.version}, the version of the guide: paper leads to a"
            f" page of that name. Add '## {guide.version}, <date>', or mend `version` where the guide is."
        )
    found = {}
    for place, entry in enumerate(entries):
        changes = "\n\n".join(
            f"### Version {newer['version']}, {newer['date']}\n\n" + "\n".join(ITEMS.findall(newer["text"]))
            for newer in entries[:place]
        )
        news = (SINCE if changes else UP_TO_DATE).format(changes=changes, **entry.groupdict())
        found[f"paper/{entry['version']}.md"] = PAGE.format(news=news, **entry.groupdict())
    return found
