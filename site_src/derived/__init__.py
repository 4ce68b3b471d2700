"""Derives tables, wording and CSS from the guide alone."""
