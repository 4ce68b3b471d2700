"""Turns Markdown and templates into the pages that people read."""
