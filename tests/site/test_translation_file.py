"""A file of translations is read with care, and one that nobody has reviewed is not published."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import PluginError

from quiz import GUIDE
from site_src.pages.translation import ENGLISH, Translation
from tests.conftest import ROOT

HOT = {"english": "Call if it is 38 °C or more.", "words": "Bei 38 °C oder mehr anrufen."}


def written(folder: Path, texts: dict[str, Any], **header: str) -> Path:
    """Write a file of translations and return it."""
    path = folder / "de.yaml"
    fields = {"language": "de", "reviewed_by": "", "date": "", "hash": "", **header, "texts": texts}
    path.write_text(yaml.safe_dump(fields, allow_unicode=True), encoding="utf-8")
    return path


def missing(path: Path) -> Any:  # noqa: ANN401 - what the file holds is under test
    """Return what the build wrote down for whoever translates."""
    return yaml.safe_load(path.with_suffix(".missing.yaml").read_text(encoding="utf-8"))["texts"]


def test_words_stand_in_place_of_their_english(tmp_path: Path) -> None:
    t = Translation(written(tmp_path, {"hot": HOT}))
    assert "Bei 38 °C oder mehr anrufen." == t("hot", "Call if it is 38 °C or more.")


def test_what_is_missing_is_shown_in_english_and_written_down(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Both a text without words and one whose English has changed since."""
    path = written(tmp_path, {"hot": HOT, "next": {"english": "Go on", "words": "Weiter"}})
    t = Translation(path)
    with caplog.at_level("INFO"):
        assert ["Next", "Back"] == [t("next", "Next"), t("back", "Back")]
        t("hot", HOT["english"])
        t.finish()
    assert {"next": {"english": "Next", "words": "Weiter"}, "back": {"english": "Back", "words": ""}} == missing(path)
    assert "2 of 3 texts are missing" in caplog.text
    assert "1 of them because the English has changed" in caplog.text


def test_an_id_that_no_text_has_is_refused(tmp_path: Path) -> None:
    t = Translation(written(tmp_path, {"question/whoo": {"english": "Who?", "words": "Wer?"}}))
    t("question/who", "Who?")
    with pytest.raises(PluginError, match=r"got 'question/whoo', wanted the id of a text .* such as 'question/who'"):
        t.finish()


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("Call if it is 38 °C or more.", "Bei 39 °C oder mehr anrufen."),
        ("## Diary {#diary}", "## Tagebuch {#tagebuch}"),
        ("Read the [signs](warning-signs.md).", "Lies die [Zeichen](warnzeichen.md)."),
        ('!!! today "Call today"', '!!! soon "Heute anrufen"'),
        ("About {count} to go.", "Noch etwa {zahl}."),
        ("You told us <span></span>.", "Gesagt wurde <b></b>."),
    ],
)
def test_what_no_language_changes_stays_as_it_is(tmp_path: Path, english: str, words: str) -> None:
    """A slip in a figure, an address, an id, the kind of a card, a name or a tag stops the build."""
    t = Translation(written(tmp_path, {"text": {"english": english, "words": words}}))
    with pytest.raises(PluginError, match=r"text: got .*, wanted"):
        t("text", english)


def test_figures_may_be_written_as_the_language_writes_them(tmp_path: Path) -> None:
    arabic = "٣٨ (١٠٠٫٤)"  # noqa: RUF001 - figures as Arabic writes them
    t = Translation(written(tmp_path, {"text": {"english": "38 (100.4)", "words": arabic}}))
    assert arabic == t("text", "38 (100.4)")


def test_one_id_is_one_text(tmp_path: Path) -> None:
    t = Translation(written(tmp_path, {}))
    t("next", "Next")
    with pytest.raises(PluginError, match="next: got 'Go on' and 'Next', wanted one text"):
        t("next", "Go on")


def test_the_guide_keeps_its_ids_and_rules(tmp_path: Path) -> None:
    """Only what people read is other: ids, conditions and urgencies of each part are those of the English."""
    who = {"english": GUIDE.question("who").text, "words": "Um wen geht es?"}
    guide = Translation(written(tmp_path, {"question/who": who})).guide(GUIDE)
    assert "Um wen geht es?" == guide.question("who").text
    assert [(r.id, r.when, r.urgency) for r in GUIDE.rules] == [(r.id, r.when, r.urgency) for r in guide.rules]
    assert [(q.id, q.kind, q.ask_if, q.steps) for q in GUIDE.questions] == [
        (q.id, q.kind, q.ask_if, q.steps) for q in guide.questions
    ]
    assert GUIDE is ENGLISH.guide(GUIDE)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("language: de", "got language, wanted language, reviewed_by, date, hash, texts"),
        ("[", "wanted a file in YAML"),
        ("{language: de, reviewed_by: '', date: '', hash: '', texts: {a: b}}", "a: got 'b', wanted english and words"),
        ("{language: de, reviewed_by: '', date: soon, hash: '', texts: }", "got date 'soon', wanted one like"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "de.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PluginError, match=complaint):
        Translation(path)


def test_a_review_lapses_with_the_words_that_were_read(tmp_path: Path) -> None:
    """A name, a day and the hash of the words let it be published, until a word changes."""
    signed = {"reviewed_by": "Jane Doe, nurse", "date": "2027-02-03"}
    unsigned = Translation(written(tmp_path, {"hot": HOT}))
    with pytest.raises(PluginError, match="got no reviewed_by"):
        unsigned.refuse_unreviewed()
    read = Translation(written(tmp_path, {"hot": HOT}, **signed, hash=unsigned.hash))
    read.refuse_unreviewed()
    assert read.reviewed
    other = HOT | {"words": "Ab 38 °C anrufen."}
    changed = Translation(written(tmp_path, {"hot": other}, **signed, hash=unsigned.hash))
    assert not changed.reviewed  # so the foot of each page names nobody
    with pytest.raises(PluginError, match=r"got hash .* Have what was changed reviewed"):
        changed.refuse_unreviewed()


@pytest.mark.parametrize("setting", [{"OFFLINE": "worker"}, {"OFFLINE": "zip"}, {"PDF": "1"}])
def test_an_unreviewed_translation_is_not_published(tmp_path: Path, setting: dict[str, str]) -> None:
    """What `make site` and `make offline` build ends with an error, before anything is written."""
    path = written(tmp_path, {"hot": HOT})
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF": "", "OFFLINE": "", **setting}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, env={**environment, "TRANSLATION": str(path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "de.yaml: got no reviewed_by, wanted the name and role" in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_language_without_words_of_the_theme_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, {}, language="xx")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF": "", "OFFLINE": "", "TRANSLATION": str(path)}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "got language 'xx', wanted one that Material has words for" in done.stderr
