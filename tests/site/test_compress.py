"""Packed forms lie beside the files that they are made from, say the same, and are smaller."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from site_src.shipping import compression

LONG = "Common after IVIg: keep an eye on it. " * 100
UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "check").mkdir()
    (tmp_path / "engine").mkdir()
    return tmp_path


def packed(folder: Path) -> set[str]:
    """What lies in the folder now, and was written packed."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.suffix in UNPACK}


@pytest.mark.parametrize("suffix", ["html", "css", "js", "json", "svg", "xml", "txt", "webmanifest"])
def test_text_gets_both_forms(folder: Path, suffix: str) -> None:
    path = folder / "check" / f"main.57a0d79d.min.{suffix}"
    path.write_text(LONG)
    compression.write(folder)
    assert packed(folder) == {f"check/{path.name}.br", f"check/{path.name}.gz"}
    for form, unpack in UNPACK.items():
        content = path.with_name(path.name + form).read_bytes()
        assert unpack(content) == path.read_bytes()
        assert len(content) < path.stat().st_size


@pytest.mark.parametrize(
    "name",
    [
        "_headers",
        "a.css.map",
        "a.pdf",
        "a.png",
        "a.woff2",
        "a.html.br",
        "a.xml.gz",
        "engine/a.12345678.bin",
        "engine/a.js",
        "engine/a.json",
    ],
)
def test_other_files_get_none(folder: Path, name: str) -> None:
    (folder / name).write_text(LONG)
    compression.write(folder)
    assert packed(folder) - {name} == set()


def test_only_a_folder_of_that_name_at_the_top_is_the_engine(folder: Path) -> None:
    (folder / "check" / "engine").mkdir()
    (folder / "check" / "engine" / "a.js").write_text(LONG)
    compression.write(folder)
    assert len(packed(folder)) == 2


def test_what_travels_in_one_packet_stays_as_it_is(folder: Path) -> None:
    (folder / "below.css").write_text(LONG[: compression.LEAST - 1])
    (folder / "at.css").write_text(LONG[: compression.LEAST])
    compression.write(folder)
    assert packed(folder) == {"at.css.br", "at.css.gz"}


def test_a_form_that_is_no_smaller_is_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.css").write_text(LONG)
    monkeypatch.setattr("site_src.shipping.compression.gzip.compress", lambda content, *_, **__: content)
    compression.write(folder)
    assert packed(folder) == {"a.css.br"}


def test_the_same_site_gives_the_same_bytes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.css").write_text(LONG)
    compression.write(folder)
    first = {path: path.read_bytes() for path in folder.glob("a.css.*")}
    monkeypatch.setattr("time.time", lambda: 4e9)
    compression.write(folder)
    assert first == {path: path.read_bytes() for path in folder.glob("a.css.*")}
    assert first[folder / "a.css.gz"][4:8] == bytes(4)  # where gzip keeps a date
