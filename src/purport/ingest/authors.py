"""The authors of a byline or a credit, with what is printed beside them.

::

    authors = people { tail [joint people] }
    tail    = "," role | [","] outlet | "Special to" outlet | ("in" | "for") place | joint agency
"""

from __future__ import annotations

from dataclasses import dataclass

from purport.ingest.names import after_joint, outlet_name, printed_words, read_outlet, read_people, read_title_words
from purport.ingest.printed import read_dated
from purport.ingest.tokens import Parsed, Tokens, skip, text_at
from purport.ingest.words import word_list
from purport.records import Byline

SEPARATORS = "|•·/–—-,;"
"""Marks that part the items of a line."""

MAX_ROLE_WORDS = 6
"""Of an author's role: "Chief Foreign Affairs Correspondent in Lessa" has six."""

MAX_AGENCY_LETTERS = 6
"""Of an agency printed beside an author by its initials."""


@dataclass(frozen=True, slots=True)
class Authors:
    """Names as printed, the outlet they write for, and whether anything but names was read."""

    bylines: tuple[Byline, ...]
    outlet: str | None = None
    described: bool = False


def read_authors(tokens: Tokens, at: int) -> Parsed[Authors] | None:
    """One name or several, with their roles, outlets and places."""
    people = read_people(tokens, at)
    if people is None:
        return None
    bylines, outlet, stop = people.value, None, people.stop
    while tail := _tail(tokens, stop):
        outlet, stop = outlet or tail.value, tail.stop
        after = after_joint(tokens, stop)
        more = read_people(tokens, after) if after > stop else None
        if more:
            bylines, stop = bylines + more.value, more.stop
    return Parsed(Authors(bylines, outlet, stop > people.stop), stop)


def read_special(tokens: Tokens, at: int) -> Parsed[str] | None:
    """The outlet of ``Special to The Lessa Tribune``."""
    if text_at(tokens, at).lower() != "special" or text_at(tokens, at + 1).lower() not in ("to", "for"):
        return None
    words = read_title_words(tokens, at + 2)
    return Parsed(outlet_name(printed_words(tokens, at + 2, words.stop)), words.stop) if words else None


def _tail(tokens: Tokens, at: int) -> Parsed[str | None] | None:
    """What follows the names; an outlet is its value."""
    after = skip(tokens, at, ",")
    outlet = read_special(tokens, after) or read_outlet(tokens, after)
    if outlet:
        return Parsed(outlet.value, outlet.stop)
    if text_at(tokens, after).lower() in ("in", "for"):
        place = read_title_words(tokens, after + 1)
        return Parsed(None, place.stop) if place else None
    stop = _after_role(tokens, after) or _after_agency(tokens, at)
    return Parsed(None, stop) if stop else None


def _after_role(tokens: Tokens, at: int) -> int | None:
    """The index after a role: a few words, the last of them one that closes a role, before a line's end, a separator or a date."""
    for stop in range(min(at + MAX_ROLE_WORDS, len(tokens)), at, -1):
        if text_at(tokens, stop - 1).lower() in word_list("roles") and _ends_item(tokens, stop):
            return stop
    return None


def _after_agency(tokens: Tokens, at: int) -> int | None:
    """The index after ``and TNA``: initials joined to the authors as one of them."""
    after = after_joint(tokens, at)
    text = text_at(tokens, after)
    agency = after > at and 1 < len(text) <= MAX_AGENCY_LETTERS and text.isupper()
    return after + 1 if agency and _ends_item(tokens, after + 1) else None


def _ends_item(tokens: Tokens, at: int) -> bool:
    return at == len(tokens) or text_at(tokens, at) in SEPARATORS or read_dated(tokens, at) is not None
