"""The pictures say what the rules say, and can be read without seeing them."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from mkdocs.exceptions import PluginError
from playwright.sync_api import Page

from quiz import GUIDE
from site_src.pages import pictures
from tests.conftest import ROOT, Server

CONTENT = ROOT / "content"
LADDER = {"emergency": "Call now", "today": "Call today", "soon": "Call in 3 days", "expected": "Common"}
ASKED = re.compile(r'<figure data-picture="([a-z-]+)"')
NARROW = 320
SMALLEST = 12
"""Letters on the narrowest phone, in pixels."""

MARKS = sorted((CONTENT / "pictures" / "marks").glob("*.svg"))
PAGES = sorted(path.stem for path in CONTENT.glob("*.md") if ASKED.search(path.read_text(encoding="utf-8")))
STEPS = "running=drip, 1-2-days=2 days, 4-14-days=14 days"
TIMELINE = {"title": "When", "question": "drip", "steps": STEPS, "warning": "A warning sign"}


def draw(name: str, **settings: str) -> ET.Element:
    """Return a picture as its elements."""
    return ET.fromstring(pictures.draw(name, settings, GUIDE, LADDER, CONTENT))  # noqa: S314 - our own


def bars(svg: ET.Element) -> list[ET.Element]:
    """Return each coloured bar, in the order of drawing; a shape has its colour around it."""
    return [one for one in svg.iter("{http://www.w3.org/2000/svg}rect") if one.get("class")]


def test_timeline_shows_what_the_rules_say() -> None:
    """Mild things call for the nurse at once, are common for days and not for two weeks; a warning sign never waits."""
    cells = [bar.get("class") for bar in bars(draw("timeline", **TIMELINE))]
    assert [cells[at : at + 3] for at in range(0, len(cells), 3)] == [
        ["today", "expected", "soon"],
        ["today", "soon", "soon"],  # a flushed face
        ["emergency", "emergency", "emergency"],
    ]


def test_scale_rises_with_its_steps() -> None:
    """Each step of a scale has its urgency, and a longer bar than the step before."""
    steps = bars(draw("scale", question="headache"))
    lengths = [float(bar.get("width", "0")) for bar in steps]
    assert lengths == sorted(lengths)
    assert [steps[0].get("class"), steps[-1].get("class")] == ["expected", "emergency"]


@pytest.mark.parametrize(
    ("figure", "wanted"),
    [
        ('<figure data-picture="nothing">', "a file pictures/nothing.svg"),
        ('<span data-mark="nothing"></span>', "a file pictures/marks/nothing.svg"),
        ('<figure data-picture="scale">', "'question'"),
        ('<figure data-picture="scale" data-question="nothing">', "'nothing'"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_named(figure: str, wanted: str) -> None:
    """A page that asks for a picture nobody drew, or leaves out what it is of, stops the build."""
    with pytest.raises(PluginError, match=r"page\.md: got (picture|mark)") as stop:
        pictures.fill(figure, "page.md", GUIDE, LADDER, CONTENT)
    assert wanted in str(stop.value)


def test_a_picture_without_words_is_refused(tmp_path: Path) -> None:
    """A drawing must say in words what it shows."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "mute.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><title>Mute</title></svg>')
    with pytest.raises(PluginError, match=r"mute\.svg: got no <title> with a <desc>"):
        pictures.fill('<figure data-picture="mute">', "page.md", GUIDE, LADDER, tmp_path)


@pytest.mark.parametrize("path", MARKS, ids=lambda path: path.stem)
def test_a_mark_is_drawn_alike_and_passed_over(path: Path) -> None:
    """Marks have lines of one weight in the colours of the page, no words, and nothing for screen readers."""
    svg = ET.fromstring(pictures.mark(path.stem, CONTENT))  # noqa: S314 - our own
    assert "true" == svg.get("aria-hidden")
    assert "".join(svg.itertext()).strip() == ""
    assert [] == [
        name for one in svg.iter() for name in one.attrib if name in {"fill", "stroke", "stroke-width", "style"}
    ]


def test_every_body_area_has_its_mark(site: Path) -> None:
    """In the quiz a drawing stands beside the name of each body area that opens."""
    html = (site / "check" / "index.html").read_text(encoding="utf-8")
    areas = re.findall(r"<summary><h3>(.*?)</h3>", html.split('id="q-symptoms"')[1].split("</fieldset>")[0])
    assert areas
    assert [] == [area for area in areas if not area.startswith('<svg class="mark"')]


@pytest.mark.parametrize("name", PAGES)
def test_pictures_can_be_read(page: Page, server: Server, name: str) -> None:
    """On the narrowest phone a picture has a name and a caption, fits, and no word is small, cut off or on another."""
    page.set_viewport_size({"width": NARROW, "height": 700})
    page.goto(server.url + ("" if name == "index" else f"{name}/"))
    figures = page.locator("figure.picture")
    asked = ASKED.findall((CONTENT / f"{name}.md").read_text(encoding="utf-8"))
    assert figures.count() == len(asked)
    for figure in figures.all():
        assert figure.get_by_role("img").get_attribute("aria-labelledby")
        assert figure.locator("figcaption").inner_text()
        frame = figure.locator("svg").bounding_box()
        assert frame
        assert frame["width"] >= NARROW - 40
        boxes = [box for text in figure.locator("text").all() if (box := text.bounding_box())]
        assert boxes
        for box in boxes:
            assert box["height"] > SMALLEST
            assert box["x"] >= frame["x"] - 1
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
            assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
        overlaps = [
            (one, other)
            for place, one in enumerate(boxes)
            for other in boxes[:place]
            if min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"]) > 1
            and min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"]) > 4
        ]
        assert overlaps == []
