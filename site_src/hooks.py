"""MkDocs' own events: each hands over to a plain function."""

from __future__ import annotations

import importlib
import logging
import os
import shutil
import sys
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
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
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates the guide, the advice, the engine, the symptom table and the rules in words."""
    changes, combinations, educators, engine_bundle, in_words, metadata, provenance, review, symptom_table, words = (
        importlib.import_module(f"site_src.{name}")
        for name in (
            "changes",
            "combinations",
            "educators",
            "engine_bundle",
            "in_words",
            "metadata",
            "provenance",
            "review",
            "symptom_table",
            "words",
        )
    )
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATES))  # to compile them takes longer than to fill them
    guide = _guide(config)
    try:
        engine = engine_bundle.build(ENGINE, brotli_too=_for_a_host(config))
        signed = review.load(guide, config)
    except (engine_bundle.BadBundle, review.BadRecord) as error:
        raise PluginError(str(error)) from error
    run["signed"], run["env"] = signed, env
    age = partial(provenance.of, guide=guide, review=signed)
    pages = [file.page for file in files if file.page]
    for page in pages:
        page.update_date = age(page).written  # in the sitemap: the day of the build would change it every day
    env.filters["day"] = words.day
    run["offers"] = educators.offers(pages, config)
    env.globals.update(
        guide=guide,
        red_flags=guide.questions[0],  # the first screen, and the card on every page
        engine=engine,
        review=signed,
        provenance=age,
        offers=run["offers"],
        structured=partial(metadata.structured, config=config),
        releases=changes.releases(changes.LOG.read_text(encoding="utf-8")),
        pdfs=bool(os.environ.get("PDF")),
        symptoms=combinations.symptoms(guide),  # the question that a link to the quiz can answer ahead
        symptom_rows=symptom_table.rows(guide),
        advice=cache(lambda name: words.advice(name, config)),
        slug=symptom_table.slug,
        in_words=partial(in_words.in_words, guide),
        glossary=in_words.glossary(guide),
        kinds=combinations.kinds(guide),
        pair_rows=partial(combinations.rows, guide),
    )
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Draw the pictures that a page asks for."""
    if "data-picture" not in html:
        return html
    pictures = importlib.import_module("site_src.pictures")
    try:
        return str(
            pictures.fill(html, page.file.src_path, _guide(config), config.extra["ladder"], Path(config.docs_dir))
        )
    except pictures.BadPicture as error:
        raise PluginError(str(error)) from error


def on_post_page(output: str, **_: object) -> str:
    """Give Material's search dialog the name that screen readers need, and the page its policy."""
    return _with_policy(
        output.replace(
            'data-md-component="search" role="dialog"', 'data-md-component="search" role="dialog" aria-label="Search"'
        )
    )


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Give the page for missing addresses its policy."""
    return _with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write what the pages link to: compiled rules, data, engine, fonts and, when asked, the handouts."""
    quiz_css = importlib.import_module("site_src.quiz_css")
    guide, signed = _guide(config), run["signed"]
    site = Path(config.site_dir)
    (site / "assets" / "quiz").mkdir(parents=True, exist_ok=True)
    (site / "assets" / "quiz" / "rules.css").write_text(quiz_css.compile_css(guide), encoding="utf-8")
    importlib.import_module("site_src.guide_data").write(guide, signed, config.site_name, site / "data")
    (site / "engine").mkdir(exist_ok=True)
    for path in ENGINE.glob("*.bin*" if _for_a_host(config) else "*.bin"):
        shutil.copyfile(path, site / "engine" / path.name)
    (site / "assets" / "fonts").mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        name = f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2"
        shutil.copyfile(FONTS / name, site / "assets" / "fonts" / name)
    if not config.site_url:
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (site / name).unlink(missing_ok=True)
        log.info("SITE_URL is not set: no canonical links and no sitemap.")
    else:
        importlib.import_module("site_src.metadata").write_robots(config)
    if os.environ.get("PDF"):
        importlib.import_module("site_src.handout").write(config, guide, signed, site / "handout")
    importlib.import_module("site_src.changes").write_feed(config)
    importlib.import_module("site_src.educators").write_codes(run["offers"], config)
    if not _from_disc(config):
        _write_frames(config)
    # Search in other languages: the site has one, and these came from many hands.
    shutil.rmtree(site / "assets" / "javascripts" / "lunr", ignore_errors=True)
    importlib.import_module("site_src.policy").write_headers(site)
    offline = importlib.import_module("site_src.offline")
    offline.prepare(config)
    importlib.import_module("site_src.shipped").write(site, Path(config.docs_dir))
    offline.pack(config, guide)
    if _for_a_host(config):
        importlib.import_module("site_src.compress").write(site)


def _for_a_host(config: MkDocsConfig) -> bool:
    """Say whether this is what `make site` builds, for hosts that send what lies packed beside a file."""
    return bool(config.extra.get("offline") == "worker")


def _from_disc(config: MkDocsConfig) -> bool:
    """Say whether this is what `make offline` builds, which no page of others can show."""
    return bool(config.extra.get("offline") == "zip")


def _write_frames(config: MkDocsConfig) -> None:
    """Write the pages that others can show inside theirs."""
    embed = importlib.import_module("site_src.embed")
    for offer in run["offers"]:
        if html := embed.frame(run["env"], offer.page, config):
            folder = Path(config.site_dir, embed.FOLDER, offer.page.file.name)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(_with_policy(html), encoding="utf-8")


def _with_policy(html: str) -> str:
    # `mkdocs serve` adds its script for reload on save after this, and no policy could name it.
    if run["command"] == "serve":
        return html
    return str(importlib.import_module("site_src.policy").with_policy(html))


def _guide(config: MkDocsConfig) -> Any:  # noqa: ANN401
    return importlib.import_module(config.extra["guide"]).GUIDE
