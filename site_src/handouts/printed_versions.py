"""The pages that the codes on paper lead to: for each version ever printed, what has changed since."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import PluginError

from quiz.model import Guide
from site_src.pages import prose
from site_src.review import changes

__all__ = ["pages"]

PAGE = """---
title: Is your paper up to date?
description: What has changed since version {version} of the handouts.
robots: noindex
search: {{exclude: true}}
hide: [toc]
---

# Your paper is version {version}

Here you see if the handout you hold is up to date, and what has changed since.

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


def pages(guide: Guide, log: Path = changes.LOG) -> dict[str, str]:
    """Return the Markdown of a page for each version, by its path; raises `PluginError` if the guide's has no entry."""
    releases = changes.releases(log.read_text(encoding="utf-8"))
    newest = releases[0].version if releases else "nothing"
    if newest != guide.version:
        raise PluginError(
            f"{log.name}: got {newest} first, wanted {guide.version}, the version of the guide: paper leads to a"
            f" page of that name. Add '## {guide.version}, <date>', or fix `version` where the guide is."
        )
    found = {}
    for place, printed in enumerate(releases):
        news = (SINCE if place else UP_TO_DATE).format(
            version=printed.version, date=prose.day(printed.day), changes="\n\n".join(map(_told, releases[:place]))
        )
        found[f"paper/{printed.version}.md"] = PAGE.format(version=printed.version, news=news)
    return found


def _told(release: changes.Release) -> str:
    """Return what one version changed, under a heading whose id stays."""
    items = "\n".join(f"- {change.kind}: {change.words}" for change in release.changes)
    return f"### Version {release.version}, {prose.day(release.day)} {{#{release.id}}}\n\n{items}"
