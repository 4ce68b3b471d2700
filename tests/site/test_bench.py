"""What `make bench` works out from what it measured. Of the measuring itself, which takes half an hour, only one part is tried."""

from __future__ import annotations

import json
import re
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from quiz import assess, open_questions
from tests.bench import __main__ as main
from tests.bench import build as measured
from tests.bench import peers
from tests.bench.build import largest_answers
from tests.bench.interview import measure_interview
from tests.bench.report import Group, groups, percentile, svg, table

FIGURES = {
    "engine_bytes_brotli": 2_500_000,
    "stock_bytes_brotli": 4_700_000,
    "stock_wasm_bytes_brotli": 2_100_000,
    "boot": {
        "unthrottled": {"warm": {"ours_ms": 500.0, "stock_ms": 2000.0, "floor_ms": 12_345.6, "ratio_vs_stock": 0.25}}
    },
    "lighthouse": {"check": {"performance": 99, "seo": 100}},
    "chromium": "156",
}


@pytest.mark.parametrize(("percent", "value"), [(0, 1), (1, 1), (50, 5), (51, 6), (90, 9), (95, 10), (100, 10)])
def test_percentile(percent: float, value: float) -> None:
    assert percentile([10, 2, 9, 4, 5, 6, 7, 8, 3, 1], percent) == value


def test_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="got no values"):
        percentile([], 50)


def test_one_part_is_measured(site: Path, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`BENCH` names it, and its figures join those of an earlier run; a name that is not known is refused."""
    (tmp_path / "bench.json").write_text('{"earlier": 1}', encoding="utf-8")
    (tmp_path / "site").symlink_to(site)
    monkeypatch.setattr(main, "ROOT", tmp_path)
    monkeypatch.setattr(main, "FOLDER", tmp_path)
    monkeypatch.setattr(main, "RESULT", tmp_path / "bench.json")
    monkeypatch.setattr(main, "build_site", lambda *_, **__: site)
    monkeypatch.setattr(peers, "prepare", lambda _: (site, site))
    monkeypatch.setattr(measured, "ASSESS_RUNS", 3)
    # One process can start Playwright once, and other tests may have.
    started = SimpleNamespace(chromium=browser.browser_type)
    monkeypatch.setattr(main, "sync_playwright", lambda: nullcontext(started))
    monkeypatch.setenv("BENCH", "assess")
    assert main.main() == ""
    figures = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert figures["earlier"] == 1
    assert figures["assess_largest_ms_median"] > 0
    monkeypatch.setenv("BENCH", "asess")
    assert main.main() == (
        "BENCH: got asess, wanted some of bytes, boot, advice, form, weight, lighthouse, assess, interview, build."
    )


def test_only_what_was_measured_is_compared() -> None:
    assert groups({}) == []
    assert [group.title for group in groups(FIGURES)] == [
        "Download before the first answer, a host that compresses",
        "Later visit: until the first answer",
    ]


def test_the_table_names_every_figure_that_is_a_number() -> None:
    lines = table(FIGURES).splitlines()
    assert lines[1].split()[-6:] == ["2.50", "MB", "4.70", "MB", "2.10", "MB"]
    assert lines[2].split()[-6:] == ["0.50", "s", "2.00", "s", "12.3", "s"]
    assert any("engine_bytes_brotli" in line and "2,500,000" in line for line in lines)
    assert any("lighthouse check" in line and "99 / 100" in line for line in lines)


def test_the_chart_is_one_plain_picture() -> None:
    found = [*groups(FIGURES), Group("<&>", "bytes", {"ours": 0, "stock": 0, "floor": 0})]
    drawn = svg(found)
    picture = ET.fromstring(drawn)  # noqa: S314
    names = {element.tag.rpartition("}")[2] for element in picture.iter()}
    assert names == {"svg", "title", "desc", "style", "rect", "text"}
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import|@font-face", drawn)
    assert min(int(size) for size in re.findall(r"(\d+)px", drawn)) >= 12
    bars = [element for element in picture.iter() if element.get("class") in {"ours", "stock", "floor"}]
    assert len(bars) == 3 * len(found)
    assert float(bars[0].attrib["width"]) / float(bars[1].attrib["width"]) == pytest.approx(2.5 / 4.7, rel=0.01)
    texts = {element.text for element in picture.iter() if element.tag.endswith("text")}
    for group in found:
        assert {group.title, group.says("ours")} <= texts


def test_what_the_chart_draws_stays_inside() -> None:
    picture = ET.fromstring(svg(groups(FIGURES)))  # noqa: S314
    width, height = (float(picture.attrib[side]) for side in ("width", "height"))
    for element in picture.iter():
        if "x" in element.attrib:
            right = float(element.attrib["x"]) + float(element.get("width", len(element.text or "") * 8))
            assert right <= width, element.attrib
            assert float(element.attrib["y"]) + float(element.get("height", 0)) <= height


def test_the_interview_saves_questions_and_options() -> None:
    figures = measure_interview()
    for what in ("questions", "options", "risks"):
        assert 0 < figures[f"interview_{what}_asked"] < figures[f"interview_{what}_on_path"]


def test_the_largest_answers_are_a_finished_set() -> None:
    answers = largest_answers()
    result = assess(answers)
    assert result.unanswered == ()
    assert [question.id for question in open_questions(answers)] == list(answers)
    assert len(answers) > 20
