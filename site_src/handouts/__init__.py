"""Turns pages and rules into tagged PDFs to print and hand out."""
