"""How what is marked in a text is shown on a terminal."""

from __future__ import annotations

from purport.listings.marks import Mark, Role, find_marks

__all__ = ["BRACKETS", "STYLES", "Mark", "Role", "find_marks"]

BRACKETS = {Role.FURNITURE: "~~", Role.CONTENT: "{}", Role.SOURCE: "[]", Role.CUE: "<>"}
STYLES = {Role.FURNITURE: "dim italic", Role.CONTENT: "color(172)", Role.SOURCE: "bold color(32)", Role.CUE: "bold underline"}
"""Blue and orange are told apart with every common kind of colour blindness; both stand out on black and on white, with a contrast
of at least 3.2 to 1. A cue needs no colour."""
