"""Text folded for comparison and search: one way for what is stored and what is asked for."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
