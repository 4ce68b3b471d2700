"""Subresource integrity: the hash with which a browser verifies a file, a script or a style."""

import base64
import hashlib

__all__ = ["integrity"]


def integrity(content: bytes) -> str:
    """Return the hash as HTML, `fetch` and policies write it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
