"""The words, numbers, marks and line breaks of a text, in order, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar

from purport.ingest.words import word_values

Value = TypeVar("Value")


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """Characters ``[start, end)`` of the text."""

    text: str
    start: int
    end: int
    kind: TokenKind


Tokens = tuple[Token, ...]
"""The tokens of one line."""


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Value]):
    """What a production read, and the index of the first token after it."""

    value: Value
    stop: int


_TOKEN = re.compile(r"([^\W\d_][^\W\d_\u0300-\u036f]*(?:['’][^\W\d_]+)*)|(\d+)|([^\w\s]|_)")
_KINDS = {1: TokenKind.WORD, 2: TokenKind.NUMBER, 3: TokenKind.MARK}


def read_tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``; a month glued to the word before it stands by itself ("FAHIMDEC. 26, 2015")."""
    found = tuple(Token(match[0], *match.span(), _KINDS[match.lastindex or 3]) for match in _TOKEN.finditer(text, start, end))
    has_year = any(token.kind is TokenKind.NUMBER and len(token.text) == 4 for token in found)
    return tuple(_unglued(found)) if has_year else found


def _unglued(tokens: Tokens) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        cut = _month_cut(token.text) if _opens_day_and_year(tokens, at + 1) else None
        if cut:
            middle = token.start + cut
            yield Token(token.text[:cut], token.start, middle, TokenKind.WORD)
            yield Token(token.text[cut:], middle, token.end, TokenKind.WORD)
        else:
            yield token


def _month_cut(word: str) -> int | None:
    """Where a month's name begins inside a word, both parts in capitals or the month alone with one ("DoeMarch")."""
    for month in _longest_months_first():
        cut = len(word) - len(month)
        tail = word[cut:]
        if cut > 1 and tail.lower() == month and (word.isupper() or (tail.istitle() and word[cut - 1].islower())):
            return cut
    return None


@cache
def _longest_months_first() -> tuple[str, ...]:
    return tuple(sorted(word_values("months"), key=len, reverse=True))


def _opens_day_and_year(tokens: Tokens, at: int) -> bool:
    """Whether ``[.] day [,] year`` stands there: without it a name that ends like a month is a name."""
    at = skip(tokens, at, ".")
    after = skip(tokens, at + 1, ",")
    return number(tokens, at) is not None and len(text_at(tokens, after)) == 4 and number(tokens, after) is not None


def text_at(tokens: Tokens, at: int) -> str:
    """The token's characters; nothing past the end."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def number(tokens: Tokens, at: int) -> int | None:
    """The token's number, where it is one a date or a time can hold."""
    text = text_at(tokens, at)
    return int(text) if 1 <= len(text) <= 4 and text.isascii() and text.isdigit() else None


def skip(tokens: Tokens, at: int, marks: str) -> int:
    """The index after a token that is one of the marks, or the same index."""
    text = text_at(tokens, at)
    return at + 1 if text and text in marks else at


def glued(tokens: Tokens, at: int) -> bool:
    """Whether the token stands right after the one before it."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def capitalised(tokens: Tokens, at: int) -> bool:
    """Whether the token is a word with a capital first."""
    return text_at(tokens, at)[:1].isupper()


def read_phrase(tokens: Tokens, at: int, phrases: frozenset[str], most: int = 6) -> Parsed[str] | None:
    """The longest of the lower-case phrases that stands there, in whatever case it is printed."""
    heard = ""
    best = None
    for stop in range(at, min(at + most, len(tokens))):
        heard += ("" if stop == at or glued(tokens, stop) else " ") + tokens[stop].text.lower()
        if heard in phrases:
            best = Parsed(heard, stop + 1)
    return best
