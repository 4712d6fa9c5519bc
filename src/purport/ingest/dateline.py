"""The place, agency and day before a report's first sentence.

::

    dateline = place [comma-parts] [("(" agency ")" | "/" agency "/")] [comma-parts] dash
             | "(" agency ")" place "," date [dash]
    place    = words in capitals, or Title-case words where an agency or a date vouches for them
    parts    = "," (region | date)

The sentence after it must begin like one, so "PARIS (the prince, not the city) said" and "NATO - the alliance -" are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from purport.ingest.names import read_outlet, read_title_words
from purport.ingest.printed import PrintedDate, read_date
from purport.ingest.tokens import Parsed, TokenKind, Tokens, glued, skip, text_at
from purport.ingest.words import word_list
from purport.records import Dateline, Span

MAX_PLACE_TOKENS = 7
"""Of the place itself: "ST. JOHN'S-BY-THE-SEA" has six."""

DASHES = "-–—―"
MISREAD_DASHES = ("â€“", "â€”")
"""Dashes in UTF-8 that were taken for another encoding, as releases are often carried."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A dateline as read: the place, all of its characters, and the outlet and date it names."""

    dateline: Dateline
    span: Span
    outlet: str | None
    date: PrintedDate | None


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands between the place and the dash."""

    outlet: str | None = None
    date: PrintedDate | None = None


def read_dateline(tokens: Tokens, text: str) -> Parsed[Filed] | None:
    """The dateline the tokens begin with, up to its dash; ``text`` is what the tokens' places point into."""
    return _place_first(tokens, text) or _agency_first(tokens, text)


def _place_first(tokens: Tokens, text: str) -> Parsed[Filed] | None:
    place = _place(tokens, 0)
    if place is None or text_at(tokens, 0) in word_list("not_places"):
        return None
    parts = _parts(tokens, place.stop, text)
    dash = _after_dash(tokens, parts.stop)
    loud = place.value.words(text).isupper()
    vouched = parts.value.outlet or parts.value.date
    if dash is None or not (loud or vouched) or not (_begins_sentence(tokens, dash) or (vouched and dash == len(tokens))):
        return None
    return Parsed(_filed(tokens, place.value, dash, parts.value, text), dash)


def _agency_first(tokens: Tokens, text: str) -> Parsed[Filed] | None:
    """``(Tern News) Lessa, 3 Mar. The wall fell``."""
    agency = _bracketed(tokens, 0, text)
    place = _place(tokens, agency.stop) if agency else None
    found = read_date(tokens, place.stop + 1) if place and text_at(tokens, place.stop) == "," else None
    if agency is None or place is None or found is None:
        return None
    stop = _after_dash(tokens, found.stop) or skip(tokens, found.stop, ":.")
    if not _begins_sentence(tokens, stop):
        return None
    return Parsed(_filed(tokens, place.value, stop, _Parts(agency.value, found.value), text), stop)


def _filed(tokens: Tokens, place: Span, stop: int, parts: _Parts, text: str) -> Filed:
    dateline = Dateline(place.words(text), place.start, place.end)
    return Filed(dateline, Span(tokens[0].start, tokens[stop - 1].end), parts.outlet, parts.date)


def _place(tokens: Tokens, at: int) -> Parsed[Span] | None:
    """Words all in capitals as far as they go, else capitalised words."""
    stop = at
    for after in range(at, min(at + MAX_PLACE_TOKENS, len(tokens))):
        token = tokens[after]
        if token.kind is TokenKind.WORD and token.text.isupper():
            stop = after + 1
        elif token.text not in (".", "/", "-", "'", "’") or stop == at or not glued(tokens, after):
            break
    stop += stop > at and text_at(tokens, stop) == "." and glued(tokens, stop)
    if stop == at or tokens[stop - 1].end - tokens[at].start < 3:
        return read_title_words(tokens, at)
    return Parsed(Span(tokens[at].start, tokens[stop - 1].end), stop)


def _parts(tokens: Tokens, at: int, text: str) -> Parsed[_Parts]:
    """Regions, one agency in brackets and one date, in any order."""
    outlet, date = None, None
    while True:
        after = skip(tokens, at, ",")
        bracket = _bracketed(tokens, at, text)
        dated = read_date(tokens, after) if date is None else None
        region = read_title_words(tokens, after) if after > at else None
        if bracket and outlet is None:
            outlet, at = bracket.value, bracket.stop
        elif dated:
            date, at = dated.value, dated.stop
        elif region:
            at = skip(tokens, region.stop, ".")
        else:
            return Parsed(_Parts(outlet, date), at)


def _bracketed(tokens: Tokens, at: int, text: str) -> Parsed[str] | None:
    """The agency or outlet in brackets or between slashes: one of the list, or capitalised words and nothing else."""
    closing = {"(": ")", "/": "/"}.get(text_at(tokens, at))
    if closing is None:
        return None
    known = read_outlet(tokens, at + 1)
    if known and text_at(tokens, known.stop) == closing:
        return Parsed(known.value, known.stop + 1)
    words = read_title_words(tokens, at + 1)
    if words is None or text_at(tokens, words.stop) != closing:
        return None
    return Parsed(words.value.words(text), words.stop + 1)


def _after_dash(tokens: Tokens, at: int) -> int | None:
    """The index after the dash; a hyphen must stand free on one side, or it joins two words."""
    for misread in MISREAD_DASHES:
        if "".join(text_at(tokens, at + after) for after in range(len(misread))) == misread:
            return at + len(misread)
    dash = text_at(tokens, at)
    if not dash or dash not in DASHES or (dash == "-" != text_at(tokens, at + 1) and glued(tokens, at) and glued(tokens, at + 1)):
        return None
    while text_at(tokens, at) and text_at(tokens, at) in DASHES:
        at += 1
    return at


def _begins_sentence(tokens: Tokens, at: int) -> bool:
    """Whether something other than a word in lower case or a closing mark comes next."""
    text = text_at(tokens, at)
    return bool(text) and not text[0].islower() and text not in ",.;:!?)]"
