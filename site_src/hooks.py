"""MkDocs' own events: each hands over to a plain function."""

from __future__ import annotations

import importlib
import logging
import os
import shutil
import sys
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.site")
ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "build" / "engine"
TEMPLATES = ROOT / "build" / "templates"
FONTS = ROOT / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next" / "files"
WEIGHTS = (400, 700)
run: dict[str, Any] = {"command": "build"}


def on_startup(command: str, **_: object) -> None:
    """Keep whether pages are built or served; a rebuild on save imports this file no second time."""
    run["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make this project importable, and forget what an earlier build of `make serve` imported."""
    for name in [name for name in sys.modules if name.split(".")[0] in {"quiz", "site_src"}]:
        del sys.modules[name]
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    settings = importlib.import_module("site_src.settings")
    given = run["settings"] = settings.read(config)
    if run["command"] != "serve":  # which has put in its own
        config.site_url = settings.address(config.site_url)
    run["english"] = settings.load_guide(given.guide)
    t = run["translation"] = importlib.import_module("site_src.translation").load(config, given.translation)
    if os.environ.get("PDF") or given.offline:
        t.refuse_unreviewed()
    if t.path:
        config.theme["language"] = t.language
    config.site_name = t("site/name", config.site_name)
    config.site_description = t("site/description", config.site_description)
    run["guide"] = t.guide(run["english"])
    run["ladder"] = t.each("ladder", given.ladder)
    run["theme"] = settings.for_the_theme(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that the codes on paper lead to."""
    if not _has_paper(files):
        return files
    for path, text in importlib.import_module("site_src.printed_versions").pages(run["english"]).items():
        files.append(File.generated(config, path, content=text))
    return files


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Translate what the pages are called in the lists of pages; one does not lead to the next.

    Material goes to the page before or after at the press of one letter, and whatever was answered or read is gone.
    """
    for page in nav.pages:
        page.previous_page = page.next_page = None
        page.title = run["translation"](f"nav/{page.file.name}", page.title)
    for item in nav.items:
        if isinstance(item, Section):
            item.title = run["translation"](f"nav/{item.title.lower()}", item.title)
    return nav


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Translate a page, and what search engines and the browser's tab say of it."""
    for part in ("title", "description"):
        if part in page.meta:
            page.meta[part] = run["translation"](f"page/{page.file.name}/{part}", page.meta[part])
    return str(run["translation"].page(page.file.name, markdown))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates the guide, the advice, the engine, the symptom table and the rules in words."""
    names = (
        "cards",
        "changes",
        "combinations",
        "educators",
        "engine_bundle",
        "in_words",
        "metadata",
        "provenance",
        "review",
        "search_words",
        "settings",
        "sheets",
        "symptom_table",
        "words",
    )
    (
        cards,
        changes,
        combinations,
        educators,
        engine_bundle,
        in_words,
        metadata,
        provenance,
        review,
        search_words,
        settings,
        sheets,
        symptom_table,
        words,
    ) = (importlib.import_module(f"site_src.{name}") for name in names)
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATES))  # to compile them takes longer than to fill them
    guide, shown, t, given = run["english"], run["guide"], run["translation"], run["settings"]
    try:
        engine = engine_bundle.build(ENGINE, brotli_too=given.for_a_host)
        signed = review.load(guide, config)
    except (engine_bundle.BadBundle, review.BadRecord) as error:
        raise PluginError(str(error)) from error
    run["signed"], run["env"] = signed, env
    # Who signed has read the English.
    told = review.Review(guide, signed.hashes) if t.path else signed
    age = partial(provenance.of, guide=guide, review=told)
    pages = [file.page for file in files if file.page]
    for page in pages:
        page.update_date = age(page).written  # in the sitemap: the day of the build would change it every day
    env.filters["day"] = str if t.path else words.day  # the names of months are English
    # Before the pages, because one of them tells how long and how large each handout is.
    pdfs = {}
    if os.environ.get("PDF") and not t.path:  # the handouts are in English
        handout = importlib.import_module("site_src.handout")
        pdfs = handout.write(config, guide, signed, Path(config.site_dir) / "handout")
    run["offers"] = educators.offers(pages, config)
    typed = search_words.load(shown, config, t)
    run["signs"], run["rows"] = symptom_table.signs(shown, typed), symptom_table.rows(shown, typed)
    env.globals.update(
        t=t,
        guide=shown,
        english=guide,
        settings=settings.escaped(given),
        ladder=settings.escaped(run["ladder"]),
        red_flags=shown.questions[0],  # the first screen, and the card on every page
        engine=engine,
        review=told,
        provenance=age,
        offers=run["offers"],
        structured=partial(metadata.structured, config=config, subject=given.subject),
        releases=changes.releases(changes.LOG.read_text(encoding="utf-8")),
        pdfs=pdfs,
        sheets=sheets.SHEETS,
        phone=sheets.PHONE,
        carrying=sheets.carrying if _has_paper(files) else lambda _: None,
        symptoms=combinations.symptoms(shown),  # the question that a link to the quiz can answer ahead
        symptom_rows=run["rows"],
        signs=run["signs"],
        advice=cache(lambda name: t.block(f"advice/{name}", words.advice_text(name, config), config)),
        slug=symptom_table.slug,
        aloud=partial(cards.aloud, t=t),
        with_headings=cards.with_headings,
        in_words=partial(in_words.in_words, guide),
        glossary=in_words.glossary(guide),
        kinds=combinations.kinds(guide),
        pair_rows=partial(combinations.rows, guide),
    )
    return env


def on_page_context(context: dict[str, Any], **_: object) -> dict[str, Any]:
    """Have the theme print the name of the site as it is written."""
    return {**context, "config": run["theme"]}


def on_template_context(context: dict[str, Any], template_name: str, **_: object) -> dict[str, Any]:
    """Have the theme print the name as it is written, and leave out of the sitemap what asks to be left out."""
    context = {**context, "config": run["theme"]}
    if template_name == "sitemap.xml":
        context["pages"] = [file for file in context["pages"] if "robots" not in file.page.meta]
    return context


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Mark what is not translated, give cards headings and words their meaning, and draw the pictures."""
    cards, glossary, pictures = (
        importlib.import_module(f"site_src.{name}") for name in ("cards", "glossary", "pictures")
    )
    folder, name, t = Path(config.docs_dir), page.file.src_path, run["translation"]
    html = cards.with_headings(html, t)
    try:
        if name not in glossary.WITHOUT:
            html = glossary.with_tips(html, glossary.read(folder), t("glossary/button", "What {word} means"))
        return str(t.marked(pictures.fill(html, name, run["guide"], run["ladder"], folder, t=t)))
    except (glossary.BadGlossary, pictures.BadPicture) as error:
        raise PluginError(str(error)) from error


def on_post_page(output: str, **_: object) -> str:
    """Give a page its landmarks and its policy."""
    return _with_policy(importlib.import_module("site_src.landmarks").main_alone(output))


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Give the page for missing addresses its policy."""
    return _with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write what the pages link to: compiled rules, data, engine and fonts."""
    guide, signed, given = run["english"], run["signed"], run["settings"]
    site = Path(config.site_dir)
    importlib.import_module("site_src.combinations").keep(guide)
    (site / "assets" / "quiz").mkdir(parents=True, exist_ok=True)
    (site / "assets" / "quiz" / "rules.css").write_text(_compiled(guide), encoding="utf-8")
    importlib.import_module("site_src.guide_data").write(guide, signed, config.site_name, site / "data")
    index = site / "search" / "search_index.json"
    importlib.import_module("site_src.search_words").complete(index, run["signs"], run["rows"], run["translation"])
    (site / "engine").mkdir(exist_ok=True)
    for path in ENGINE.glob("*.bin*" if given.for_a_host else "*.bin"):
        shutil.copyfile(path, site / "engine" / path.name)
    (site / "assets" / "fonts").mkdir(parents=True, exist_ok=True)
    for letters, weight in product(("latin", "latin-ext"), WEIGHTS):
        name = f"atkinson-hyperlegible-next-{letters}-{weight}-normal.woff2"
        shutil.copyfile(FONTS / name, site / "assets" / "fonts" / name)
    if not config.site_url:
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (site / name).unlink(missing_ok=True)
        log.info("SITE_URL is not set: no canonical links, no sitemap and no code on paper.")
    else:
        importlib.import_module("site_src.metadata").write_robots(config)
        importlib.import_module("site_src.codes").write(run["offers"], config)
    importlib.import_module("site_src.changes").write_feed(config)
    _write_frames(config)
    # Search in other languages: the site has one, and these came from many hands.
    shutil.rmtree(site / "assets" / "javascripts" / "lunr", ignore_errors=True)
    importlib.import_module("site_src.policy").write_headers(site)
    offline = importlib.import_module("site_src.offline")
    offline.prepare(config, given)
    run["translation"].finish()
    importlib.import_module("site_src.shipped").write(site, Path(config.docs_dir))
    if given.from_disc:
        offline.pack(config, given, guide)
    if given.for_a_host:
        importlib.import_module("site_src.compress").write(site)
    _let_hosts_read(site)


def _let_hosts_read(site: Path) -> None:
    """Let every user of this computer read the site, so that a web server can, whatever who built it keeps private."""
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _compiled(guide: Any) -> str:  # noqa: ANN401
    """Return the style sheet of the rules, made anew only for other rules."""
    kept = importlib.import_module("site_src.kept")
    css = kept.read("rules", guide)
    if css is None:
        css = importlib.import_module("site_src.quiz_css").compile_css(guide)
        kept.write("rules", guide, css)
    return str(css)


def _has_paper(files: Files) -> bool:
    """Say whether there are handouts: they are in English, and of a guide that has a page of them."""
    return not run["translation"].path and files.get_file_from_path("handout.md") is not None


def _write_frames(config: MkDocsConfig) -> None:
    """Write the pages that others can show inside theirs."""
    embed = importlib.import_module("site_src.embed")
    for offer in run["offers"]:
        # Its texts are asked for in every build, so that one file of translations fits them all.
        html = embed.frame(run["env"], offer.page, run["theme"])
        if html and not run["settings"].from_disc:
            folder = Path(config.site_dir, embed.FOLDER, offer.page.file.name)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(_with_policy(html), encoding="utf-8")


def _with_policy(html: str) -> str:
    # `mkdocs serve` adds its script for reload on save after this, and no policy could name it.
    if run["command"] == "serve":
        return html
    return str(importlib.import_module("site_src.policy").with_policy(html))
