"""What others link to, print and hand out goes on answering."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.permalinks import addresses, listed, merged, missing


def test_every_released_address_answers(home: Path) -> None:
    """Each page, section and file that was ever released is still there."""
    assert [] == missing(home, listed())


def test_what_is_new_is_listed(home: Path) -> None:
    """A new page or section gets onto the list before it is released: `python -m tools.permalinks` puts it there."""
    assert merged(listed(), addresses(home)) == listed()


def test_list_has_the_pages_that_are_linked_most() -> None:
    """The list has pages, sections, symptoms, rules, data, paper, codes and the script of frames."""
    found = listed()
    assert "fluids" in found["/before/"]
    assert "breathing-and-chest" in found["/warning-signs/"]
    assert "headache" in found["/guide/"]
    assert "rule-fever" in found["/how-the-checker-decides/"]
    files = {"/data/guide.json", "/handout/diary.pdf", "/codes/before-fluids.png", "/assets/embed/height.js"}
    assert {"/", "/check/", *files} <= found.keys()


def test_a_lost_page_and_a_renamed_section_are_named(site: Path, tmp_path: Path) -> None:
    """A page that is gone, and an id that was renamed, fail with the address that no longer answers."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    (copy / "after" / "index.html").unlink()
    page = copy / "before" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="fluids"', 'id="drinks"'), encoding="utf-8")
    lost = missing(copy, {"/after/": ["stopping"], "/before/": ["fluids", "ask"], "/check/": []})
    assert ["/after/", "/before/#fluids"] == [complaint.split(": ")[0] for complaint in lost]


def test_nothing_is_taken_from_the_list() -> None:
    """What is no longer offered stays on the list, and what is new joins it in order."""
    assert {"/a/": ["one", "three", "two"], "/b/": [], "/c/": ["x"]} == merged(
        {"/b/": [], "/a/": ["two", "one"]}, {"/a/": ["three", "one"], "/c/": ["x"]}
    )
