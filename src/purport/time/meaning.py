"""What time expressions mean: relations between the days that are told of and the day of writing.

A meaning is a small tree: a length (``lengths.py``), a point of time (what recurs: ``recurring.py``; what leans on nothing, on the day
of writing or on what was spoken of: ``points.py``; what is told by another point: ``parts.py``), or one of those below. ``denote`` says
what it comes to, given an anchor (``anchor.py``): the day of writing, what was spoken of last, and whether it lies before or after.
``str`` says it in words. Nothing is rounded: "two months ago" is a month and a half to three months back, since a writer who counts
eighty days says that too.

    meaning = In(Recurring("month", 5), Shift(Unit.YEAR, -1))       May of the year before the year of writing
    denote(meaning, Anchor(date(2017, 9, 28)))                      2016-05, 1 to 31 May 2016
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from purport.time.anchor import Anchor, Point
from purport.time.calendar import SEASONS, Unit
from purport.time.lengths import Length
from purport.time.parts import Edged, End, Hour, Part
from purport.time.points import Away
from purport.time.recurring import Recurring, bare


@dataclass(frozen=True, slots=True)
class Denoted:
    """What an expression comes to: TIMEX3 type, value and modifier, and the days that it can mean, ``None`` for an open end."""

    type: str
    value: str
    mod: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length that ends with the day of writing (-1) or begins there (1), or with what ``whole`` it begins: "the past two weeks"."""

    length: Length
    sign: int
    whole: Point | None = None

    def __str__(self) -> str:
        if self.whole:
            return f"the first {self.length} of {self.whole}"
        return f"the {self.length} {'up to' if self.sign < 0 else 'from'} the day of writing"

    def edges(self, anchor: Anchor) -> tuple[date, date]:
        """The first and last day that it can reach to."""
        far = timedelta(math.ceil(self.length.days()[1]))
        if self.whole:
            first = self.whole.period(anchor).first
            return first, first + far
        return (anchor.written - far, anchor.written) if self.sign < 0 else (anchor.written, anchor.written + far)


@dataclass(frozen=True, slots=True)
class Every:
    """What comes again and again: a unit, so many of it, or something that recurs; ``time`` is the part of the day."""

    what: Length | Recurring
    time: str = ""

    def __str__(self) -> str:
        return f"every {bare(self.what)}"

    @property
    def value(self) -> str:
        """``P1D``, ``XXXX-WXX-4``, ``XXXX-07``, ``XXXX-SU``."""
        if isinstance(self.what, Length):
            return self.what.value
        what = self.what
        match what.kind:
            case "weekday":
                return f"XXXX-WXX-{what.number}{self.time}"
            case "month":
                return f"XXXX-{what.number:02}"
            case "date":
                return f"XXXX-{what.number:02}-{what.day:02}"
            case "season":
                return f"XXXX-{SEASONS[what.number - 1]}"
            case "quarter" | "half":
                return f"XXXX-{what.kind[0].upper()}{what.number}"
            case "day":
                return f"XXXX-XX-{what.number:02}"
        return "P1Y"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time told by its side alone: ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``."""

    side: str

    def __str__(self) -> str:
        return {"PAST_REF": "some time before", "PRESENT_REF": "about the day of writing", "FUTURE_REF": "some time after"}[self.side]


Meaning = Point | Length | Stretch | Every | Vague


def denote(meaning: Meaning, anchor: Anchor) -> Denoted | None:
    """What a meaning comes to; ``None`` for what lies outside the years 1 to 9999, or for a day that no calendar has."""
    try:
        return _denoted(meaning, anchor)
    except (OverflowError, ValueError, IndexError):
        return None


def _denoted(meaning: Meaning, anchor: Anchor) -> Denoted:
    match meaning:
        case Length():
            return Denoted("DURATION", meaning.value, meaning.count.mod)
        case Stretch():
            first, last = meaning.edges(anchor)
            return Denoted("DURATION", meaning.length.value, meaning.length.count.mod, first, last)
        case Every():
            return Denoted("SET", meaning.value)
        case Vague():
            return Denoted("DATE", meaning.side, None, *_sides(meaning.side, anchor.written))
        case _:
            found = meaning.period(anchor)
            kind = "TIME" if "T" in found.value[:14] and found.unit is Unit.DAY else "DATE"
            edges = (None if day in (date.min, date.max) else day for day in (found.first, found.last))
            return Denoted(kind, found.value, mod_of(meaning), *edges)


def mod_of(meaning: Point) -> str | None:
    """The modifier of TIMEX3 that a point of time has, its own or that of what it lies in."""
    match meaning:
        case Part() | Away():
            return meaning.mod
        case Edged():
            return meaning.mod
        case Hour():
            return mod_of(meaning.day)
        case End() if meaning.point is not None:
            return mod_of(meaning.point)
    return None


def _sides(side: str, written: date) -> tuple[date | None, date | None]:
    return {"PAST_REF": (None, written), "FUTURE_REF": (written, None)}.get(side, (None, None))
