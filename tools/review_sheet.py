"""The rules and pages without a signature: as a list, as lines for the record, and as a sheet to tick and sign."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from quiz.model import Guide, Option, Question, Rule, Topic
from site_src import settings
from site_src.derived.in_words import in_words, terms
from site_src.handouts import pdf
from site_src.pages import prose
from site_src.review.signatures import RECORD, Review, load, matching_options, options_by_question

__all__ = ["lines", "summary", "write"]

STYLE = Path(__file__).with_suffix(".css")
TEMPLATE = Path(__file__).with_suffix(".html")
SHEET = "review-sheet.pdf"
LINES = "to-sign.txt"


def write(config: MkDocsConfig, given: settings.Settings, guide: Guide, review: Review, folder: Path) -> None:
    """Write the sheet and the lines for the record into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LINES).write_text("\n".join(lines(review)) + "\n", encoding="utf-8")
    html = pdf.fill(
        TEMPLATE,
        config=config,
        settings=given,
        guide=guide,
        review=review,
        topics=_topics(guide, review),
        pages=[what.removeprefix("page/") for what in review.unsigned if what.startswith("page/")],
        lapsed={one.what for one in review.lapsed},
        in_words=partial(in_words, guide),
        terms=lambda rules: terms(guide, [rule.when for rule in rules]),
        asked=partial(_asked, guide),
        advice=lambda name: Markup(prose.advice(name, config)),  # noqa: S704 - our own words
        besides=prose.advice_besides(config),
        told_when={
            **{note.id: note.when for note in guide.notes},
            **{f"care-{care.id}": care.when for care in guide.care},
        },
    )
    pdf.write(pdf.Job(html, STYLE, "A4", folder / SHEET, Path(config.docs_dir)))


def lines(review: Review) -> list[str]:
    """Return a line for the record for each rule and page that is not signed, its last three fields to be filled in."""
    return [f"{what} | {review.hashes[what]} | date | name | role" for what in review.unsigned]


def summary(guide: Guide, review: Review) -> str:
    """Return what is signed, what is not, and what has changed since it was signed."""
    pages = [what for what in review.everything if what.startswith("page/")]
    rules = review.rules
    said = [f"Signed: {review.count(rules)} of {len(rules)} rules, {review.count(pages)} of {len(pages)} pages."]
    for topic, left in _topics(guide, review):
        said += [f"\n{topic.title}: {len(left)} not signed", *(f"  rule/{rule.id}" for rule in left)]
    if unsigned := [page for page in pages if not review.signed(page)]:
        said += [f"\nPages: {len(unsigned)} not signed", *(f"  {page}" for page in unsigned)]
    if review.lapsed:
        said.append("\nChanged since:")
        said += [f"  {one.what}: signed by {one.name} on {prose.day(one.date)}" for one in review.lapsed]
    return "\n".join(said)


def _topics(guide: Guide, review: Review) -> list[tuple[Topic, list[Rule]]]:
    """Return each topic with those of its rules that are not signed; topics without any are left out."""
    topics = [(topic, [rule for rule in topic.rules if not review.signed(f"rule/{rule.id}")]) for topic in guide.topics]
    return [(topic, rules) for topic, rules in topics if rules]


def _asked(guide: Guide, rules: Iterable[Rule]) -> list[tuple[Question, list[Option]]]:
    """Return the questions that rules name, in reading order, each with the options that they name."""
    wanted: dict[str, set[str]] = {}
    for rule in rules:
        for name, options in options_by_question(rule).items():
            wanted.setdefault(name, set()).update(options)
    return [
        (question, matching_options(question, wanted[name])) for name, question in guide.by_id.items() if name in wanted
    ]


def main() -> None:
    """Print what is not signed, and write the sheet and the lines into build/review/."""
    config = load_config()
    given = settings.read(config)
    guide = settings.load_guide(given.guide)
    review = load(guide, given, config)
    folder = Path("build", "review")
    write(config, given, guide, review, folder)
    print(summary(guide, review))
    print(
        f"\nWrote {folder / SHEET} to print, and {folder / LINES} with lines to fill in and add to"
        f" {Path(config.docs_dir).name}/{RECORD}."
    )


if __name__ == "__main__":
    main()
