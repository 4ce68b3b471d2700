"""The reading grades that the page for educators shows: `python -m tools.grades` writes them to `content/grades.yml`.

What measures them is for tests alone; a build reads what was measured, and a test says when it has changed.
"""

from __future__ import annotations

import yaml

from site_src.pages.educators import GRADES, LIST
from tests.support.reading import ROOT, read_page, score

__all__ = ["measured"]

HEAD = (
    "# Flesch-Kincaid grades of what educators.yml offers, by page and section; `python -m tools.grades` writes them.\n"
)


def measured() -> dict[str, dict[str, float]]:
    """Return the grade of each listed page, under `page`, and of each of its sections, under its id."""
    listed = yaml.safe_load((ROOT / "content" / LIST).read_text(encoding="utf-8"))
    found = {}
    # A page that is more than its few words, such as the quiz, has no list of sections and no grade.
    for name in (name for name, told in listed.items() if "sections" in told):
        page = read_page((ROOT / "content" / f"{name}.md").read_text(encoding="utf-8"))
        ids = {block.text: block.anchor for block in page.blocks if block.anchor}
        grades = {ids[section.title]: section.sentences for section in page.sections if section.title in ids}
        found[name] = {
            "page": round(score(page.sentences).grade, 1),
            **{part: round(score(grades[part]).grade, 1) for part in listed[name]["sections"]},
        }
    return found


if __name__ == "__main__":
    (ROOT / "content" / GRADES).write_text(HEAD + yaml.safe_dump(measured(), sort_keys=False), encoding="utf-8")
