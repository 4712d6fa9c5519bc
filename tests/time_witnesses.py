"""Witnesses written by hand: what they say, and on which side of the writing it lies."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from purport.time.days import Days, between
from purport.time.expression import Expression
from purport.time.grammar import read
from purport.time.solving import Force, Side, Statement, Witness

_places = count(0, 40)


def was(words: str, **fields: Any) -> Witness:
    """A time that surely was."""
    return witness(words, side=Side.BEFORE, **fields)


def will_be(words: str, **fields: Any) -> Witness:
    """A time that surely is to come."""
    return witness(words, side=Side.AFTER, **fields)


def witness(words: str, *, kind: str = "DATE", start: int | None = None, preposition: str = "", **fields: Any) -> Witness:
    """A time of which the side is not told; later ones stand later in the text."""
    at = next(_places) if start is None else start
    if "events" in fields:
        fields["events"] = frozenset(fields["events"])
    return Witness(Expression(at, at + len(words), words, kind, read(words, kind), None, preposition), **fields)


def within(first: str | None, last: str | None) -> Statement:
    """Bounds that somebody gives."""
    return Statement(days(first, last), "given", Force.GIVEN)


def days(first: str | None, last: str | None) -> Days:
    """From one day to another, ``None`` for an open end."""
    return between(*(date.fromisoformat(each) if each else None for each in (first, last)))
