"""Signatures of clinicians, the age of pages, and the list of changes."""
