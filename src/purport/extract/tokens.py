"""The words, numbers and signs of a text, as numbers are read from them.

They are cut from the text itself, since the network's words part "$2bn" or "20-30" now one way and now another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from purport.lexicon import words as listed
from purport.records import Span

_TOKEN = re.compile(r"(?:\b[a-z]{1,2})?\$|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[½¼¾]|[^\W\d_]+(?:[²³]|/h\b|['’][^\W\d_]+)?|°[cf]?|\S")
HYPHENS = frozenset("-‐‑–—")
OPENING = frozenset("([{\"'“‘«„~≈<>•*") | HYPHENS
LONGEST = 11
"""Figures of the longest number that is written without commas; longer ones are codes."""


class Token(NamedTuple):
    """A word, number or sign of a text, in lower case; ``glued`` is whether nothing stands between it and the one before."""

    start: int
    end: int
    form: str
    glued: bool


def cut(text: str, within: Span) -> list[Token]:
    """The tokens of a stretch of text, in order."""
    found: list[Token] = []
    words = within.words(text)
    lower = words.lower()
    before = -1
    for match in _TOKEN.finditer(lower if len(lower) == len(words) else words):
        start, end = match.span()
        found.append(Token(within.start + start, within.start + end, match[0], start == before))
        before = end
    return found


@cache
def starts() -> frozenset[str]:
    """The words that numbers are told by, but for "a" and "an"."""
    return frozenset(form for form, (what, *_) in listed("number_words.tsv").items() if what not in ("article", "short", "money"))


@cache
def openings() -> frozenset[str]:
    """The lemmas of words that numbers are told by."""
    return starts() | {form.removesuffix("s") for form in starts()}


def kind(tokens: Sequence[Token], i: int) -> str:
    """What a token is among the words of numbers; "figures" for one in figures that stands by itself, else empty."""
    if not 0 <= i < len(tokens):
        return ""
    form = tokens[i].form
    if form[0].isdecimal():
        return "figures" if _stands(tokens, i) else ""
    return listed("number_words.tsv").get(form, ("",))[0]


def _stands(tokens: Sequence[Token], i: int) -> bool:
    """Whether figures are a number: no part of a date, a time of day, a code, an ordinal or a decade."""
    token = tokens[i]
    if (token.form[0] == "0" and token.form[1:2].isdecimal()) or len(token.form) > (LONGEST if token.form.isdecimal() else 2 * LONGEST):
        return False
    before = tokens[i - 1] if token.glued else None
    if before is not None and before.form not in OPENING and "$" not in before.form and before.form not in listed("measures.tsv"):
        return False
    if before is not None and before.glued and tokens[i - 2].form == "=":
        return False
    if before is not None and before.form == "-" and before.glued and _is_code(tokens[i - 2].form):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].glued else None
    if after is None:
        return True
    then = tokens[i + 2].form if i + 2 < len(tokens) and tokens[i + 2].glued else ""
    if after.form in ("/", "_", "#", "@", "'", "’") or (after.form in ".:," and then[:1].isdecimal()):
        return False
    letters = after.form[0].isalpha()
    return not letters or after.form in listed("measures.tsv") or listed("number_words.tsv").get(after.form, ("",))[0] in ("short", "money")


def _is_code(form: str) -> bool:
    """Whether figures behind a hyphen are a code, told by what stands before it: "AK-47"."""
    return form[0].isalpha() and form not in listed("number_words.tsv")


def is_hyphen(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token joins the words on both sides of it."""
    return i + 1 < len(tokens) and tokens[i].form in HYPHENS and tokens[i].glued and tokens[i + 1].glued
