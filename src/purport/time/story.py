"""Stories: texts that date themselves in full, as a history does, and tell by that what they date in part.

"In June" of such a text is the June of the year that it has come to, and "two days later" is after the day told of last, whenever it was
written. That day moves with every point of time that is told; what recurs may lie some months ahead of it, as a story goes forward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from purport.time.anchor import Anchor, Point
from purport.time.calendar import Period, Unit
from purport.time.leaning import is_named, leans_on_now, recurring_in, told_by_writing
from purport.time.meaning import Denoted, Meaning, Vague, denote
from purport.time.points import Era
from purport.time.recurring import Recurring

FULL = 3
"""Points of time with their year that a story has at the least."""
DATED = 21
"""Points with a year, or that recur each year, that it has at the least. With the rest this makes a story of all 22
histories of WikiWars, and of 2 of 1,495 news reports (PolNeAR, Reuters, Wikinews); with as few as 3 dates it would of 93 of them."""
TO_NOW = 8
"""A story has so many times more of these than of those that lean on the day of writing."""
OVER = 2
"""Years that lie between the middle one of its points with a year and the year of writing, at the least, if that is known."""
AHEAD = timedelta(days=210)
"""How far ahead of the day last told of what recurs may begin. Of 100 to 300 days this gave the most values on WikiWars."""
AHEAD_OF_DAY = timedelta(days=20)
"""The same for a day of a month: "the 5th"."""
ERAS = (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)
"""Units of what is too long to tell when the story goes on."""
ANY = date(2000, 1, 1)
"""The anchor of what leans on none."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an expression comes to; ``by`` is the place of the expression that it leans on, ``None`` if on none."""

    found: Denoted | None
    by: int | None = None


@dataclass(frozen=True, slots=True)
class _Here:
    """What was told of last, and by which expression."""

    period: Period
    place: int


def is_story(meanings: Sequence[Meaning | None], written: date | None) -> bool:
    """Whether a text dates itself: many points of time, some with a year and long over, and few that lean on the day of writing."""
    points = [each for each in meanings if isinstance(each, Point)]
    now = [each for each in points if leans_on_now(each)]
    years = [year for each in points if (year := _year(each)) is not None]
    dated = len(years) + sum(recurring_in(each) is not None and not leans_on_now(each) for each in points)
    if len(years) < FULL or dated < max(DATED, TO_NOW * len(now)):
        return False
    return written is None or sorted(years)[len(years) // 2] < written.year - OVER


def told(meanings: Sequence[Meaning | None], written: date | None) -> Iterator[Told]:
    """What the expressions of a story come to, in order; what leans on a day of writing that nobody knows comes to its side alone."""
    here: _Here | None = None
    aside = _asides(meanings)
    for place, meaning in enumerate(meanings):
        by = here if meaning is not None and told_by_writing(meaning) and not leans_on_now(meaning) else None
        anchor = _anchor(meaning, by, written)
        found = denote(meaning, anchor) if meaning is not None and anchor is not None else None
        if found is None and isinstance(meaning, Vague):
            found = Denoted("DATE", meaning.side)
        yield Told(found, by.place if by and found else None)
        if found is not None and anchor is not None and isinstance(meaning, Point) and is_named(meaning):
            now = meaning.period(anchor)
            here = here if now.unit in ERAS or place in aside else _Here(now, place)


def _asides(meanings: Sequence[Meaning | None]) -> set[int]:
    """The places of points far from those with a year before and after them, which are near each other: a book's year, a look ahead."""
    years = [(place, year) for place, each in enumerate(meanings) if isinstance(each, Point) and (year := _year(each)) is not None]
    found: set[int] = set()
    for (_, before), (place, year), (_, after) in zip(years, years[1:], years[2:], strict=False):
        if min(abs(year - before), abs(year - after)) > abs(after - before):
            found.add(place)
    return found


def _year(meaning: Point) -> int | None:
    """The year of a point that stands by itself, 0 for those before Christ."""
    if isinstance(meaning, Era) or told_by_writing(meaning):
        return None
    found = denote(meaning, Anchor(ANY))
    return None if found is None else found.first.year if found.first is not None else 0


def _anchor(meaning: Meaning | None, by: _Here | None, written: date | None) -> Anchor | None:
    """What an expression is reckoned from: what was told of last, the day of writing, or any day, if it leans on none."""
    if by is not None:
        return onward(meaning, by.period)
    if written is not None:
        return Anchor(written)
    return None if meaning is None or told_by_writing(meaning) else Anchor(ANY)


def onward(meaning: Meaning | None, here: Period) -> Anchor:
    """What an expression is reckoned from where a story has come to ``here``."""
    what = recurring_in(meaning)
    return Anchor(here.first if what is None else _ahead(what, here), (here,), past=True, story=True)


def _ahead(what: Recurring, here: Period) -> date:
    """The day by which what recurs has begun: in a year told of within it, otherwise some months ahead."""
    if here.unit is Unit.YEAR and what.kind != "day":
        return here.last
    return here.first + min(AHEAD_OF_DAY if what.kind == "day" else AHEAD, date.max - here.first)
