"""One build of the site: its state, and a method for each event of MkDocs, in their order."""

from __future__ import annotations

import logging
import os
import shutil
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from site_src import settings
from site_src.derived import build_cache, in_words, pairs, rules_css, symptom_table, warning_signs
from site_src.handouts import printed_versions, sheets
from site_src.pages import (
    answers,
    cards,
    care,
    diary,
    educators,
    embed,
    glossary,
    landmarks,
    pictures,
    prose,
    qr_codes,
    result_panels,
    search_words,
    translation,
)
from site_src.review import changes, page_age, signatures
from site_src.shipping import compression, engine_bundle, guide_data, manifest, metadata, offline, policy

if TYPE_CHECKING:
    from site_src.handouts.writer import WrittenPdf

__all__ = ["Build"]

log = logging.getLogger("mkdocs.hooks.site")
ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "build" / "engine"
TEMPLATES = ROOT / "build" / "templates"
FONTS = ROOT / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next" / "files"
WEIGHTS = (400, 700)
QR_CODES = ROOT / "node_modules" / "uqr" / "dist" / "index.mjs"


class Build:
    """The state of one build; its methods stand in the order in which MkDocs calls them."""

    def __init__(self, config: MkDocsConfig, *, served: bool) -> None:
        """Read settings, guide and translation; raises `PluginError`."""
        self.config = config
        self.served = served
        self.settings = settings.read(config)
        if not served:  # `mkdocs serve` has put in its own
            config.site_url = settings.address(config.site_url)
        self.english = settings.load_guide(self.settings.guide)
        self.t = translation.load(config, self.settings.translation)
        if os.environ.get("PDF") or self.settings.offline:
            self.t.refuse_unreviewed()
        if self.t.path:
            config.theme["language"] = self.t.language
        config.site_name = self.t("site/name", config.site_name)
        config.site_description = self.t("site/description", config.site_description or "")
        self.guide = self.t.guide(self.english)
        self.ladder = self.t.each("ladder", self.settings.ladder)
        self.shown_config = settings.for_the_theme(config)
        self.meanings = glossary.read(Path(config.docs_dir))
        self.framed: dict[str, str] = {}
        """The HTML of each page's Markdown as a frame shows it."""

    def add_pages(self, files: Files) -> Files:
        """Return the files with the pages that the QR codes on handouts lead to."""
        # Handouts are in English, and of a guide that has a page of them.
        listed = files.get_file_from_path("handout.md") is not None
        self.handouts = sheets.load(self.config) if listed else sheets.NONE
        keeps = files.get_file_from_path("mine.md") is not None
        self.diary = diary.load(self.config, self.t) if keeps else None
        diary.check(self.settings.compare, self.english)
        self.has_handouts = listed and not self.t.path
        if self.has_handouts:
            for path, text in printed_versions.pages(self.english).items():
                files.append(File.generated(self.config, path, content=text))
        return files

    def name_pages(self, nav: Navigation) -> Navigation:
        """Return the navigation with translated names and without links to the previous and next page.

        Material goes to the page before or after at the press of one letter, and whatever was answered or read is gone.
        """
        for page in nav.pages:
            page.title = self.t(f"nav/{page.file.name}", page.title)
            page.previous_page = page.next_page = None
        for item in nav.items:
            if isinstance(item, Section):
                item.title = self.t(f"nav/{symptom_table.slug(item.title)}", item.title)
        return nav

    def translate(self, markdown: str, page: Page) -> str:
        """Return the translated Markdown of a page, and translate its title and description."""
        for part in ("title", "description"):
            if part in page.meta:
                page.meta[part] = self.t(f"page/{page.file.name}/{part}", page.meta[part])
        return self.t.page(page.file.name, markdown)

    def finish_content(self, html: str, page: Page) -> str:
        """Return the HTML of a page's Markdown with card headings, glossary tips and pictures added."""
        folder, name = Path(self.config.docs_dir), page.file.src_path
        html = cards.with_headings(html, self.t)
        html = self.t.mark_english(pictures.fill(html, name, self.guide, self.ladder, folder, t=self.t))
        self.framed[name] = html  # a meaning would open at the foot of a frame, far below the screen
        if name not in glossary.WITHOUT:
            html = glossary.with_tips(html, self.meanings, self.t("glossary/button", "What {word} means"))
        return html

    def prepare_templates(self, env: Environment, files: Files) -> Environment:
        """Return the template environment with the filters and globals of this site."""
        TEMPLATES.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATES))  # to compile them takes longer than to fill them
        self.env = env
        self.engine = engine_bundle.build(ENGINE, brotli_too=self.settings.for_a_host)
        self.signed = signatures.load(self.english, self.settings, self.config)
        # Who signed has read the English.
        self.review = signatures.Review(self.english, self.signed.hashes) if self.t.path else self.signed
        pages = [file.page for file in files if file.page]
        for page in pages:
            page.update_date = self.age(page).written  # in the sitemap: the day of the build would change it every day
        self.offers = educators.offers(pages, self.config)
        self.releases = changes.releases(changes.LOG.read_text(encoding="utf-8"))
        typed = search_words.load(self.guide, self.config, self.t)
        self.warning_signs = symptom_table.warning_signs(self.guide, typed)
        self.rows = symptom_table.rows(self.guide, typed)
        env.filters["day"] = str if self.t.path else prose.day  # the names of months are English
        env.globals.update(self.template_globals())
        return env

    def age(self, page: Page) -> page_age.PageAge:
        """Return how old a page is."""
        return page_age.age_of(page, self.english, self.review)

    def template_globals(self) -> dict[str, Any]:
        """Return the global variables of the templates."""
        t, guide, english = self.t, self.guide, self.english
        advice = cache(lambda name: t.block(f"advice/{name}", prose.advice_text(name, self.config), self.config))
        return {
            "t": t,
            "guide": guide,
            "english": english,
            "settings": settings.escaped(self.settings),
            "ladder": settings.escaped(self.ladder),
            "calls": settings.escaped(t.each("calls", self.settings.calls._asdict())),
            "signs_asked_first": list(warning_signs.asked_first(guide)),
            "engine": self.engine,
            "review": self.review,
            "page_age": self.age,
            "offers": self.offers,
            "structured": partial(metadata.structured, config=self.config, subject=self.settings.subject),
            "releases": self.releases,
            "pdfs": self.write_pdfs(),
            "handouts": self.handouts.sheets,
            "diary": self.diary,
            "handout_with": self.handouts.with_page if self.has_handouts else lambda _: None,
            "symptoms": pairs.symptom_question(guide),  # the question that a link to the quiz can answer ahead
            "symptom_rows": self.rows,
            "tick_words": {row.id: " ".join(row.answer_words) for row in self.rows},
            "answers_by_heading": answers.answers_by_heading,
            "said": answers.said,
            "warning_signs": self.warning_signs,
            "signs_asked_later": warning_signs.asked_later(guide),
            "advice": advice,
            "result_panels": partial(result_panels.result_panels, guide, advice),
            "self_care": partial(care.self_care, guide, advice),
            "sources": result_panels.sources(guide),
            "slug": symptom_table.slug,
            "aloud": partial(cards.aloud, t=t),
            "mark": partial(pictures.mark, folder=Path(self.config.docs_dir)),
            "in_words": partial(in_words.in_words, english),
            "glossary": in_words.glossary(english),
            "answers_by_cluster": pairs.answers_by_cluster(english),
            "pair_rows": partial(pairs.pair_rows, english),
        }

    def write_pdfs(self) -> dict[str, list[WrittenPdf]]:
        """Write the handouts if `PDF` is set and return the PDFs by the id of their sheet."""
        if not os.environ.get("PDF") or not self.has_handouts:
            return {}
        from site_src.handouts import writer  # noqa: PLC0415 - it needs Pango, which many computers lack

        contents = writer.Contents(self.config, self.settings, self.english, self.handouts, self.signed)
        return writer.write(contents, Path(self.config.site_dir, "handout"))

    def page_context(self, context: TemplateContext) -> TemplateContext:
        """Return the template context with the configuration escaped for the theme."""
        return {**context, "config": self.shown_config}

    def template_context(self, context: TemplateContext, template_name: str) -> TemplateContext:
        """Return the context of a template without a page; the sitemap leaves out pages with a `robots` entry."""
        context = self.page_context(context)
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if file.page and "robots" not in file.page.meta]
        return context

    def finish_page(self, html: str) -> str:
        """Return a whole page with its landmarks and its content security policy."""
        return self.with_policy(landmarks.main_alone(html))

    def with_policy(self, html: str) -> str:
        """Return a page with its content security policy; none under `mkdocs serve`."""
        # `mkdocs serve` adds its script for reload on save after this, and no policy could name it.
        return html if self.served else policy.with_policy(html)

    def finish(self) -> None:
        """Write the files that pages link to, then those made from the whole site: headers, manifests, copies."""
        config, given, site = self.config, self.settings, Path(self.config.site_dir)
        pairs.save(self.english)
        self.write_assets(site)
        guide_data.write(self.english, self.signed, config.site_name, site / "data")
        places = search_words.load_places(config, self.t)
        search_words.complete(site / "search" / "search_index.json", self.warning_signs, self.rows, places, self.t)
        if config.site_url:
            metadata.write_robots(config)
            qr_codes.write(self.offers, config)
        else:
            for name in ("sitemap.xml", "sitemap.xml.gz"):
                (site / name).unlink(missing_ok=True)
            log.info("SITE_URL is not set: no canonical links, no sitemap and no code on paper.")
        changes.write_feed(self.releases, config)
        self.write_frames(site)
        # Search in other languages: the site has one, and these came from many hands.
        shutil.rmtree(site / "assets" / "javascripts" / "lunr", ignore_errors=True)
        policy.write_headers(site)
        if not given.from_disc:
            offline.write_manifest(config, given)
        if given.for_a_host:
            offline.write_worker(site)
        self.t.finish()
        manifest.write(site, Path(config.docs_dir))
        if given.from_disc:
            offline.pack(config, given, self.english)
        if given.for_a_host:
            compression.write(site)
        _let_hosts_read(site)

    def write_assets(self, site: Path) -> None:
        """Write the compiled rules, the engine, the typeface and what draws codes where the build cannot."""
        css = build_cache.read("rules", self.english)
        if css is None:
            css = rules_css.compile_css(self.english)
            build_cache.write("rules", self.english, css)
        (site / "assets" / "quiz").mkdir(parents=True, exist_ok=True)
        (site / "assets" / "quiz" / "rules.css").write_text(css, encoding="utf-8")
        (site / "engine").mkdir(exist_ok=True)
        for path in ENGINE.glob("*.bin*" if self.settings.for_a_host else "*.bin"):
            shutil.copyfile(path, site / "engine" / path.name)
        (site / "assets" / "fonts").mkdir(parents=True, exist_ok=True)
        for letters, weight in product(("latin", "latin-ext"), WEIGHTS):
            name = f"atkinson-hyperlegible-next-{letters}-{weight}-normal.woff2"
            shutil.copyfile(FONTS / name, site / "assets" / "fonts" / name)
        if self.offers and not self.config.site_url:
            shutil.copyfile(QR_CODES, site / "assets" / "uqr.js")

    def write_frames(self, site: Path) -> None:
        """Write the pages that other sites can embed in a frame."""
        for offer in self.offers:
            # Its texts are asked for in every build, so that one file of translations fits them all.
            html = embed.frame(self.env, offer.page, self.framed[offer.page.file.src_path], self.shown_config)
            if html and not self.settings.from_disc:
                folder = site / embed.FOLDER / offer.page.file.name
                folder.mkdir(parents=True, exist_ok=True)
                (folder / "index.html").write_text(self.with_policy(html), encoding="utf-8")


def _let_hosts_read(site: Path) -> None:
    """Make the site readable for every user, so that a web server can read it whatever the umask of the build."""
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
