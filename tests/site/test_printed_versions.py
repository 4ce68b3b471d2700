"""The page that the code on paper leads to, and what a new print changes."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from weasyprint import HTML

from quiz import GUIDE
from site_src.handouts import printed_versions
from tests.conftest import ROOT
from tools import reprint

CHANGES = f"""# What changed

## {GUIDE.version}, 4 March 2027

Not yet reviewed by a clinician.

- Wording: a third thing,
  told on two lines.

## 0.0.2, 3 March 2027

- Clinical: a second thing.

## 0.0.1, 2 March 2027

- Clinical: a first thing.
"""


def test_each_version_is_told_what_came_after_it(tmp_path: Path) -> None:
    """The newest is up to date; an older one has every later change, the latest first, and none of its own."""
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text(CHANGES, encoding="utf-8")
    pages = printed_versions.pages(GUIDE, changelog)
    assert list(pages) == [f"paper/{GUIDE.version}.md", "paper/0.0.2.md", "paper/0.0.1.md"]
    newest, second, first = pages.values()
    assert "Your paper is up to date" in newest
    assert "thing" not in newest
    assert "Your paper is version 0.0.2, of 3 March 2027." in second
    assert re.findall(r"\w+ thing", second) == ["third thing"]
    assert re.findall(r"\w+ thing", first) == ["third thing", "second thing"]
    assert "told on two lines" in first
    assert not any("reviewed" in page for page in pages.values())


def test_the_list_of_changes_keeps_up_with_the_guide(tmp_path: Path) -> None:
    """A guide version without an entry in the change log stops the build: its QR code would lead nowhere."""
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text(CHANGES[: CHANGES.index("## ")] + CHANGES[CHANGES.index("## 0.0.1") :], encoding="utf-8")
    with pytest.raises(PluginError) as refused:
        printed_versions.pages(GUIDE, changelog)
    said = f"CHANGELOG.md: got 0.0.1 first, wanted {GUIDE.version}, the version of the guide"
    assert str(refused.value).startswith(said)


def test_every_version_has_its_page(site: Path) -> None:
    """Warning signs first, then the checker, then the news."""
    versions = re.findall(r"^## ([\d.]+),", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(versions) >= 4
    assert versions == list(dict.fromkeys(versions))
    for version in versions:
        page = (site / "paper" / version / "index.html").read_text(encoding="utf-8")
        places = [page.index(part) for part in ('class="card emergency"', 'href="../../check/"', 'id="since"')]
        button = page.index("md-button--primary")
        assert places[0] < button < places[2]
        assert f"Your paper is version {version}" in page


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Jane Doe", "-c", "user.email=jane@example.org", "-c", "commit.gpgsign=false")
    return subprocess.check_output(("git", *who, *arguments), cwd=folder, text=True).strip()


def test_the_last_release_is_the_last_commit_of_another_version(tmp_path: Path) -> None:
    """The present version may have any number of commits."""

    def commit(text: str) -> str:
        (tmp_path / "guide.py").write_text(text, encoding="utf-8")
        git(tmp_path, "add", "guide.py")
        git(tmp_path, "commit", "--quiet", "--message", "x")
        return rev("HEAD")

    def rev(name: str) -> str:
        return git(tmp_path, "rev-parse", name)

    git(tmp_path, "init", "--quiet")
    commit('version="1"')
    last = commit('version="1"  # its last')
    commit('version="2"')
    commit('version="2"  # more')
    assert rev(reprint.last_release("guide.py", tmp_path)) == last
    (tmp_path / "guide.py").write_text('version="3"', encoding="utf-8")
    assert rev(reprint.last_release("guide.py", tmp_path)) == rev("HEAD")


def test_a_reprint_shows_what_changed_since_the_last_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The last version is built as it was built then, here by a Makefile of its own, and this one as it is built now."""
    monkeypatch.setattr(reprint, "ROOT", tmp_path)
    monkeypatch.setattr(reprint, "FOLDER", tmp_path / "build")
    for folder in ("docs/handout", "guide"):
        (tmp_path / folder).mkdir(parents=True)
    extra = {**load_config(str(ROOT / "mkdocs.yml")).extra, "guide": "guide"}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": "x", "extra": extra}), encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# x", encoding="utf-8")

    def write(version: str, words: str, build: str) -> None:
        (tmp_path / "guide" / "__init__.py").write_text(f'version="{version}"', encoding="utf-8")
        (tmp_path / "Makefile").write_text(f"site:\n\t{build}\n", encoding="utf-8")
        for name in ("card.pdf", "card-letter.pdf"):
            HTML(string=f"<p>{words}</p><p>Page 1 of 1</p>").write_pdf(tmp_path / "docs" / "handout" / name)

    write("1", "Call them tomorrow.", "mkdir site && mv docs/handout site")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "x")
    write("2", "Call them today.", "false")
    reprint.main()
    shown = capfd.readouterr().out
    assert "Call them [-tomorrow.-]{+today.+}" in shown
    assert "letter" not in shown
