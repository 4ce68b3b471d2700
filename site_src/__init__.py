"""Turns content and a guide into a site; it knows nothing of the guide's subject."""
