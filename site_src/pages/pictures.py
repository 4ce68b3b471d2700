"""The pictures of the pages: those drawn from the rules, and those drawn by hand in `content/pictures/`.

A page asks for one with `<figure data-picture="...">` and gives its caption. A picture stands in the page as SVG, in
the page's own letters and colours, 288 units wide: its words are read without zoom on the narrowest phone.

A mark, in `content/pictures/marks/`, says nothing that the words beside it do not say: it has no text, and screen
readers pass over it. A page asks for one with `<span data-mark="..."></span>`, a template with `mark(...)`.
"""

from __future__ import annotations

import re
import textwrap
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from pathlib import Path

from markupsafe import Markup
from mkdocs.exceptions import PluginError

from quiz.model import Guide, Urgency
from site_src.derived.pairs import Finding, findings, urgency_of
from site_src.pages.translation import ENGLISH, Translation

__all__ = ["draw", "drawn_for", "fill", "mark", "printed", "without"]

FOLDER = "pictures"
"""Where the drawn ones are, in the folder of the pages."""

WIDTH = 288
LINE = 20
"""The height of a line of text."""
ACROSS = 38
"""The letters that fit on a line as wide as a picture."""
NAMED = 4
"""The number of findings that a row names before it counts the others."""

SHAPES = {"emergency": "octagon", "today": "triangle", "soon": "square", "expected": "circle"}
ASSETS = Path(__file__).parents[1] / "overrides" / "assets" / "shapes"
PAPER = Path(__file__).parents[1] / "handouts" / "picture.css"

KEY = re.compile(r'<g class="key" data-top="(?P<top>[1-9]\d*)">(?P<rows>.*)</g></svg>', re.DOTALL)
"""The key of the shapes below a picture; not matched where a picture is a key alone."""

MARK = re.compile(r'<span data-mark="(?P<name>[a-z-]+)"></span>')
FIGURE = re.compile(r'<figure data-picture="(?P<name>[a-z-]+)"(?P<rest>[^>]*)>')


def fill(  # noqa: PLR0913 - all that a picture is made from
    html: str, page: str, guide: Guide, ladder: dict[str, str], folder: Path, *, t: Translation = ENGLISH
) -> str:
    """Return the page with a picture in each figure that asks for one; raises `PluginError`."""

    def drawn(found: re.Match[str]) -> str:
        settings = dict(re.findall(r'data-(\w+)="([^"]*)"', found["rest"]))
        try:
            svg = draw(found["name"], settings, guide, ladder, folder, t=t)
        except (KeyError, OSError) as error:
            raise PluginError(
                f"{page}: got picture {found['name']!r} ({error}), wanted timeline, scale or ladder with its settings,"
                f" or a file {FOLDER}/{found['name']}.svg. Fix the figure, or draw the file."
            ) from error
        if not re.search(r"<title[^>]*>[^<]+</title>\s*<desc[^>]*>[^<]+</desc>", svg):
            raise PluginError(
                f"{FOLDER}/{found['name']}.svg: got no <title> with a <desc> after it, wanted both. Add them."
            )
        return f'<figure class="picture">\n{_named(svg, found["name"])}'

    def marked(found: re.Match[str]) -> str:
        svg = mark(found["name"], folder)
        if not svg:
            raise PluginError(
                f"{page}: got mark {found['name']!r}, wanted a file {FOLDER}/marks/{found['name']}.svg."
                " Fix the name, or draw the file."
            )
        return svg

    return MARK.sub(marked, FIGURE.sub(drawn, html))


def mark(name: str, folder: Path) -> Markup:
    """Return a small drawing that screen readers pass over; blank where nobody drew one.

    It is named after one word of `name`, so that a page or a heading that is reworded keeps it.
    """
    files = [folder / FOLDER / "marks" / f"{word}.svg" for word in name.split("-")]
    file = next((file for file in files if file.exists()), None)
    if not file:
        return Markup()
    svg = " ".join(file.read_text(encoding="utf-8").split("\n"))
    return Markup(svg.strip().replace("<svg ", '<svg class="mark" aria-hidden="true" ', 1))  # noqa: S704 - our own


def printed(html: str) -> str:
    """Return a page for print, each SVG as an image: WeasyPrint styles no inline SVG and reads only an `alt`."""
    return re.sub(r"<svg .*?</svg>", _image, html, flags=re.DOTALL)


def _image(found: re.Match[str]) -> str:
    drawn, key = found[0], ""
    alt = ". ".join(re.findall(r"<(?:title|desc)[^>]*>(.*?)</", drawn, re.DOTALL))
    if cut := KEY.search(drawn):  # beside the picture, where paper has room
        rows = re.findall(r'<g class="(\w+)"((?:(?!<g ).)*)', cut["rows"], re.DOTALL)
        lines = {urgency: re.findall(r"<text[^>]*>(.*?)</text>", row, re.DOTALL) for urgency, row in rows}
        key = "".join(f'<li class="ladder {urgency}">{" ".join(words)}</li>' for urgency, words in lines.items())
        key = f'<ul class="ladders">{key}</ul>'
        drawn = re.sub(r'(viewBox="0 0 \d+) \d+', rf"\1 {cut['top']}", drawn.replace(cut[0], "</svg>"))
    styled = drawn.replace("</svg>", f"<style>{PAPER.read_text(encoding='utf-8')}</style></svg>")
    return f'<img alt="{alt}" src="data:image/svg+xml;base64,{b64encode(styled.encode()).decode()}">{key}'


def without(text: str) -> str:
    """Return a text without its pictures and captions; the page says the same in words."""
    return re.sub(r"<figure data-picture=.*?</figure>\n*", "", text, flags=re.DOTALL)


def drawn_for(text: str, folder: Path) -> list[str]:
    """Return the hand-drawn pictures of a text, which are signed with it."""
    files = [folder / FOLDER / f"{found['name']}.svg" for found in FIGURE.finditer(text)]
    return [file.read_text(encoding="utf-8") for file in files if file.exists()]


def draw(  # noqa: PLR0913 - all that a picture is made from
    name: str, settings: dict[str, str], guide: Guide, ladder: dict[str, str], folder: Path, *, t: Translation = ENGLISH
) -> str:
    """Return one picture as SVG; raises `KeyError` for a missing setting, `OSError` for a missing file."""
    match name:
        case "timeline":
            return _timeline(guide, ladder, settings, t)
        case "scale":
            return _scale(guide, ladder, settings["question"])
        case "ladder":
            return _ladder(ladder, t)
        case _:
            return t(f"picture/{name}", (folder / FOLDER / f"{name}.svg").read_text(encoding="utf-8"))


def _named(svg: str, name: str) -> str:
    """Give a picture the name and the description that a screen reader reads."""
    svg = svg.replace("<svg ", f'<svg role="img" aria-labelledby="{name}-title {name}-desc" ', 1)
    svg = svg.replace("<title>", f'<title id="{name}-title">', 1)
    return svg.replace("<desc>", f'<desc id="{name}-desc">', 1)


def _timeline(guide: Guide, ladder: dict[str, str], settings: dict[str, str], t: Translation) -> str:
    """Draw the urgency over time of the findings that are common at first and no longer at the end."""
    question = guide.question(settings["question"])
    labels = dict(step.split("=") for step in settings["steps"].split(", "))
    times = [{question.id: step} for step in labels]
    rows: dict[tuple[Urgency, ...], list[Finding]] = {}
    for finding in findings(guide):
        if urgency_of(guide, finding) is Urgency.EXPECTED:
            rows.setdefault(tuple(urgency_of(guide, finding, **then) for then in times), []).append(finding)
    drawn = [
        (_list(guide, group, t), urgencies) for urgencies, group in rows.items() if urgencies[-1] > Urgency.EXPECTED
    ]
    first = guide.questions[0]
    flags = [option.id for option in first.options if option.reports]
    alarm = tuple(min(urgency_of(guide, **then, **{first.id: flag}) for flag in flags) for then in times)
    drawn.append((settings["warning"], alarm))

    column = WIDTH / len(labels)
    parts = [_text(column * (place + 0.5), 14, label, "middle small") for place, label in enumerate(labels.values())]
    top = 26
    for words, urgencies in drawn:
        lines = _wrap(words, ACROSS)
        parts += [_text(0, top + 15 + LINE * place, line) for place, line in enumerate(lines)]
        top += LINE * len(lines) + 4
        for place, urgency in enumerate(urgencies):
            box = f'x="{column * place + 1:g}" y="{top}" width="{column - 2:g}" height="32" rx="3"'
            parts.append(f'<rect class="{urgency.value}" {box}/>')
            parts.append(_shape(urgency.value, column * (place + 0.5) - 9, top + 7, 18, on=True))
        top += 48
    told_in_words = ". ".join(
        f"{words}: "
        + ", ".join(
            f"{label}, {ladder[one.value].lower()}" for label, one in zip(labels.values(), urgencies, strict=True)
        )
        for words, urgencies in drawn
    )
    used = {one.value for _, urgencies in drawn for one in urgencies}
    return _svg(settings["title"], told_in_words, parts, top, {name: ladder[name] for name in ladder if name in used})


def _list(guide: Guide, reported: list[Finding], t: Translation) -> str:
    """Name the first findings, one for each symptom, and count the others."""
    first: dict[str, str] = {}
    for symptom, name, option in reported:
        words = next(one.named or one.text for one in guide.question(name).options if one.id == option)
        first.setdefault(symptom, words)
    named = list(first.values())[:NAMED]
    more = len(reported) - len(named)
    others = t("picture/more", ", and {count} more").replace("{count}", str(more))
    words = ", ".join(named) + (others if more else "")
    return words[0].upper() + words[1:]


def _scale(guide: Guide, ladder: dict[str, str], name: str) -> str:
    """Draw the steps of a scale, each with its urgency when reported alone on the first day."""
    question = guide.question(name)
    symptom = {asked: symptom for symptom, asked, _ in findings(guide)}[name]
    steps = [
        (option.text, urgency_of(guide, (symptom, name, option.id)).value)
        for option in question.options
        if option.reports and not option.stands_for
    ]
    parts = []
    top = 0
    for place, (words, urgency) in enumerate(steps, start=1):
        lines = _wrap(words, ACROSS - 5)
        height = LINE * len(lines)
        parts.append(_shape(urgency, 0, top + 1, 22))
        parts += [_text(34, top + 16 + LINE * line, text) for line, text in enumerate(lines)]
        top += height + 8
        length = (WIDTH - 35) * place / len(steps)
        parts.append(f'<rect class="{urgency}" x="34" y="{top - 4}" width="{length:g}" height="8" rx="2"/>')
        top += 22
    words = ". ".join(f"{text}: {ladder[urgency].lower()}" for text, urgency in steps)
    used = {urgency for _, urgency in steps}
    return _svg(question.text, words, parts, top, {one: ladder[one] for one in ladder if one in used})


def _ladder(ladder: dict[str, str], t: Translation) -> str:
    """Draw the urgencies, the most urgent first."""
    names = [f"{place}. {words}" for place, words in enumerate(ladder.values(), start=1)]
    return _svg(t("picture/ladder", "How soon to get help"), ". ".join(names), [], 0, ladder)


def _svg(title: str, told_in_words: str, parts: Iterable[str], height: int, key: dict[str, str]) -> str:
    """Return the SVG of a picture from its parts, with a key of the shapes below it."""
    drawn, rows = height, []
    for urgency, words in key.items():
        lines = _wrap(words, ACROSS - 2)
        rows.append(_shape(urgency, 0, height + 4, 22))
        rows += [_text(34, height + 21 + LINE * line, text) for line, text in enumerate(lines)]
        height += 12 + LINE * len(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">'
        f"<title>{escape(title)}</title><desc>{escape(told_in_words)}.</desc>{''.join(parts)}"
        f'<g class="key" data-top="{drawn}">{"".join(rows)}</g></svg>'
    )


def _wrap(words: str, across: int) -> list[str]:
    """Break words into lines, without a break between a number and its unit."""
    return textwrap.wrap(words.replace(" °", "\u00a0°"), across)


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    return f'<text{f' class="{kind}"' if kind else ""} x="{x:g}" y="{y:g}">{escape(words)}</text>'


def _shape(urgency: str, x: float, y: float, size: int, *, on: bool = False) -> str:
    """Return the shape of an urgency, in its colour or, on that colour, in white."""
    drawn = re.sub(r"</?svg[^>]*>", "", (ASSETS / f"{SHAPES[urgency]}.svg").read_text(encoding="utf-8")).strip()
    return f'<g class="{"on" if on else urgency}" transform="translate({x:g} {y:g}) scale({size / 24:.3g})">{drawn}</g>'
