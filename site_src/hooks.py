"""MkDocs' events, each passed on to the current build, which is created anew from the saved files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

if TYPE_CHECKING:
    from site_src.build import Build

ROOT = Path(__file__).parents[1]


class Run:
    """The state between events: the command, and the current build."""

    command = "build"
    build: Build


run = Run()


def on_startup(command: str, **_: object) -> None:
    """Note whether pages are built or served; a rebuild on save does not import this file again."""
    run.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start a build with the modules as they are on disk now."""
    for name in [name for name in sys.modules if name.split(".")[0] in {"quiz", "site_src"}]:
        del sys.modules[name]
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from site_src.build import Build  # noqa: PLC0415 - at the top, `make serve` would go on with the first one

    run.build = Build(config, served=run.command == "serve")
    return config


def on_files(files: Files, **_: object) -> Files:
    """Add the generated pages."""
    return run.build.add_pages(files)


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Translate the names of pages in the navigation."""
    return run.build.name_pages(nav)


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Translate a page."""
    return run.build.translate(markdown, page)


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Finish the HTML of a page's Markdown."""
    return run.build.finish_content(html, page)


def on_env(env: Environment, files: Files, **_: object) -> Environment:
    """Set up the template environment."""
    return run.build.prepare_templates(env, files)


def on_template_context(context: TemplateContext, template_name: str, **_: object) -> TemplateContext:
    """Complete the context of a template without a page."""
    return run.build.template_context(context, template_name)


def on_page_context(context: TemplateContext, **_: object) -> TemplateContext:
    """Complete the context of a page."""
    return run.build.page_context(context)


def on_post_page(output: str, **_: object) -> str:
    """Finish a whole page."""
    return run.build.finish_page(output)


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Finish a page made from a template without Markdown."""
    return run.build.with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(**_: object) -> None:
    """Write the remaining files of the site."""
    run.build.finish()
