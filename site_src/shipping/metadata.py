"""Metadata for search engines: structured data of pages, and robots.txt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from site_src.review.page_age import PageAge
from site_src.settings import Subject

__all__ = ["structured", "write_robots"]


def structured(page: Page, made: PageAge, config: MkDocsConfig, subject: Subject) -> dict[str, Any]:
    """Return the schema.org data of a page; reviewers and dates come from the record of signatures alone."""
    found = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": page.meta["title"],
        "description": page.meta["description"],
        "url": page.canonical_url,  # nothing without an address of the site
        "inLanguage": config.theme["language"],
        "isPartOf": {"@type": "WebSite", "name": config.site_name},
        "audience": {"@type": "MedicalAudience", "audienceType": subject.audience},
        "about": [{"@type": one.type, "name": one.name} for one in subject.about],
        "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
        "dateModified": made.written,
        "lastReviewed": made.reviewed,
        "reviewedBy": [
            {"@type": "Person", "name": name, "jobTitle": role}
            for name, role in dict.fromkeys((one.name, one.role) for one in made.signatures)
        ],
    }
    return {name: part for name, part in found.items() if part}


def write_robots(config: MkDocsConfig) -> None:
    """Write robots.txt, which names the sitemap; pages to be left out carry their own `robots` tag."""
    Path(config.site_dir, "robots.txt").write_text(
        f"User-agent: *\nDisallow:\nSitemap: {config.site_url}sitemap.xml\n", encoding="utf-8"
    )
