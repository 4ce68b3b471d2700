"""Knows who signed what, how old a page is and what has changed."""
