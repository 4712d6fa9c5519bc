"""Lines that say who wrote a report, for whom and when, and nothing else.

::

    stamp   = item { [separator] item }
    item    = [label] date | byline | "Special to" outlet | outlet | reading-time
    byline  = "By" (outlet | authors) | authors with a tail | "From" outlets "staff"

A line is a stamp when all of it is read, or all that stands before a dateline or before text glued to a full date.
"""

from __future__ import annotations

from dataclasses import dataclass

from purport.ingest.authors import SEPARATORS, Authors, read_authors, read_special
from purport.ingest.names import printed_words, read_outlet, read_title_words
from purport.ingest.printed import PrintedDate, read_dated
from purport.ingest.tokens import Parsed, Tokens, capitalised, number, read_phrase, skip, text_at
from purport.ingest.words import word_list
from purport.records import Byline, Furniture, FurnitureKind

MAX_OUTLET_LINE = 5
"""Words of a line taken for an outlet's name by its last word."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line's items say, and where they stand."""

    furniture: tuple[Furniture, ...] = ()
    bylines: tuple[Byline, ...] = ()
    dates: tuple[PrintedDate, ...] = ()
    outlet: str | None = None

    def __add__(self, other: Stamp) -> Stamp:
        """Both, this one's outlet first."""
        return Stamp(self.furniture + other.furniture, self.bylines + other.bylines, self.dates + other.dates, self.outlet or other.outlet)


def read_stamp(tokens: Tokens) -> Parsed[Stamp]:
    """As many items as stand at the beginning of the line; an empty stamp where none does."""
    stamp, stop = Stamp(), 0
    while item := _item(tokens, _after_separators(tokens, stop), first=stop == 0):
        stamp, stop = stamp + item.value, item.stop
    return Parsed(stamp, stop)


def _item(tokens: Tokens, at: int, *, first: bool) -> Parsed[Stamp] | None:
    outlet = _outlet_line if first else _outlet
    for read in (_date, _byline, _special, outlet, _signature, _staff_line, _reading_time):
        found = read(tokens, at) if at < len(tokens) else None
        if found:
            return found
    return None


def _date(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    found = read_dated(tokens, at)
    if found is None:
        return None
    mark = Furniture(found.value.start, found.value.end, FurnitureKind.DATE)
    return Parsed(Stamp((mark,), dates=(found.value,)), found.stop)


def _byline(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    if text_at(tokens, at) not in ("By", "BY", "by"):
        return None
    begin = skip(tokens, at + 1, ":")
    outlet = read_outlet(tokens, begin)
    if outlet:
        stop = outlet.stop + (text_at(tokens, outlet.stop).lower() == "staff")
        return Parsed(Stamp((_marked(tokens, at, stop, FurnitureKind.BYLINE),), outlet=outlet.value), stop)
    authors = read_authors(tokens, begin)
    return _signed(tokens, at, authors) if authors else None


def _signature(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    """Authors without "By": only with a role or an outlet after a comma."""
    authors = read_authors(tokens, at)
    described = authors is not None and authors.value.described and any(token.text == "," for token in tokens[at : authors.stop])
    return _signed(tokens, at, authors) if authors and described else None


def _signed(tokens: Tokens, at: int, authors: Parsed[Authors]) -> Parsed[Stamp]:
    mark = _marked(tokens, at, authors.stop, FurnitureKind.BYLINE)
    return Parsed(Stamp((mark,), authors.value.bylines, outlet=authors.value.outlet), authors.stop)


def _staff_line(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    """``From Tern News and Tribune staff``: no author is named."""
    if text_at(tokens, at) != "From" or text_at(tokens, len(tokens) - 1).lower() not in word_list("staff_words"):
        return None
    if not all(capitalised(tokens, index) or text_at(tokens, index) in ("and", ",", "&") for index in range(at, len(tokens) - 1)):
        return None
    return Parsed(Stamp((_marked(tokens, at, len(tokens), FurnitureKind.BYLINE),)), len(tokens))


def _reading_time(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    """``6 min read``."""
    found = read_phrase(tokens, at + 1, word_list("reading_times")) if number(tokens, at) else None
    return Parsed(Stamp((_marked(tokens, at, found.stop, FurnitureKind.PAGE),)), found.stop) if found else None


def _special(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    found = read_special(tokens, at)
    if found is None:
        return None
    return Parsed(Stamp((_marked(tokens, at, found.stop, FurnitureKind.OUTLET),), outlet=found.value), found.stop)


def _outlet(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    """An outlet of the list, before a separator, a date or the line's end."""
    found = read_outlet(tokens, at)
    if found is None or not (found.stop == len(tokens) or text_at(tokens, found.stop) in SEPARATORS or read_dated(tokens, found.stop)):
        return None
    return Parsed(Stamp((_marked(tokens, at, found.stop, FurnitureKind.OUTLET),), outlet=found.value), found.stop)


def _outlet_line(tokens: Tokens, at: int) -> Parsed[Stamp] | None:
    """The same, or a few capitalised words that end in "Tribune", "Gazette", "News"."""
    known = _outlet(tokens, at)
    words = read_title_words(tokens, at)
    if known or words is None or not 2 <= words.stop - at <= MAX_OUTLET_LINE:
        return known
    after = text_at(tokens, words.stop) if words.stop < len(tokens) else ""
    closes = not after or after in ("|", "•", "·") or (after in SEPARATORS and read_dated(tokens, words.stop + 1) is not None)
    if not closes or text_at(tokens, words.stop - 1).lower() not in word_list("outlet_nouns"):
        return None
    mark = _marked(tokens, at, words.stop, FurnitureKind.OUTLET)
    return Parsed(Stamp((mark,), outlet=printed_words(tokens, at, words.stop)), words.stop)


def _after_separators(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and text_at(tokens, at) in SEPARATORS and not capitalised(tokens, at):
        at += 1
    return at


def _marked(tokens: Tokens, at: int, stop: int, kind: FurnitureKind) -> Furniture:
    return Furniture(tokens[at].start, tokens[stop - 1].end, kind)
