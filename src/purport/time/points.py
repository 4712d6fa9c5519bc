"""Points of time that lean on the day of writing or on what was spoken of, and those that stand by themselves."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from purport.time.anchor import Anchor, Point
from purport.time.calendar import DAYS, MONTHS, Period, Unit, around, before_christ, later, period, shifted
from purport.time.lengths import Length

COMPARED = {Unit.QUARTER: 4, Unit.MONTH: 12, Unit.HALF: 2, Unit.SEASON: 1, Unit.YEAR: 1}
"""How many of a unit make a year, of those that are compared with what they were in another year."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number."""

    number: int
    fiscal: bool = False

    def __str__(self) -> str:
        return f"{'fiscal ' if self.fiscal else ''}{self.number}"

    def period(self, _: Anchor) -> Period:
        """The year; a fiscal one begins and ends up to nine months apart from it."""
        own = period(Unit.YEAR, date(self.number, 1, 1))
        return replace(own, first=later(own.first, -9), last=later(own.last, 9)) if self.fiscal else own


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century, by its first year."""

    unit: Unit
    number: int

    def __str__(self) -> str:
        return f"the {self.unit} from {self.number}"

    def period(self, _: Anchor) -> Period:
        """The ten or hundred years."""
        return period(self.unit, date(max(1, self.number), 1, 1))


@dataclass(frozen=True, slots=True)
class BeforeChrist:
    """A year or century before our era. Days are counted from its first year on: these have none."""

    number: int
    unit: Unit = Unit.YEAR

    def __str__(self) -> str:
        return f"{self.number} before Christ" if self.unit is Unit.YEAR else f"the {self.unit} up to {self.number} before Christ"

    def period(self, _: Anchor) -> Period:
        """What lies before all days, with its value."""
        own = before_christ(self.number) if self.unit is Unit.YEAR else before_christ(self.number + 1)
        return own if self.unit is Unit.YEAR else replace(own, unit=self.unit, value=f"BC{self.number // 100:02}")


@dataclass(frozen=True, slots=True)
class Shift:
    """The calendar's day, week, month, ... of writing (0), or one so many later or earlier; ``spoken``: of what was spoken of last.

    "The year" is one only where a year was spoken of; "that year", which is ``pointed`` at, is the year of whatever was.
    """

    unit: Unit
    count: int = 0
    spoken: bool = False
    pointed: bool = False

    def __str__(self) -> str:
        base = "spoken of" if self.spoken else "of writing"
        if not self.count:
            return f"the {self.unit} {base}"
        many = "" if abs(self.count) == 1 else f"{abs(self.count)} "
        return f"the {self.unit} {many}{'after' if self.count > 0 else 'before'} the {self.unit} {base}"

    def period(self, anchor: Anchor) -> Period:
        """That period; of a quarter not spoken of, the last that is over, of a weekend the last that has begun.

        Of what was spoken of as a month, "that day" and "the next day" are told to the month.
        """
        if not self.spoken:
            return shifted(period(self.unit, anchor.written), self.count)
        base = self.base(anchor)
        if base is not None and DAYS[self.unit] < DAYS[base.unit]:
            return base
        if base is not None:
            return shifted(base if base.unit is self.unit else around(self.unit, base), self.count)
        if self.unit is Unit.QUARTER:
            return shifted(period(self.unit, anchor.written), self.count - 1)
        over = self.unit is Unit.WEEKEND and anchor.written.weekday() < 5 and anchor.past is not False
        return shifted(period(self.unit, anchor.written), self.count - over)

    def base(self, anchor: Anchor) -> Period | None:
        """What was spoken of that it is reckoned from, if anything was: of its own unit; of any, if another is counted from it."""
        if not self.spoken:
            return None
        if self.pointed:
            return anchor.last()
        own = anchor.last(self.unit)
        other = self.count and self.unit not in (Unit.QUARTER, Unit.WEEKEND)
        return anchor.last() if own is None and other else own


@dataclass(frozen=True, slots=True)
class Away:
    """A measured distance before (-1) or after (1) the day of writing, what was spoken of last, or the point that it is ``of``."""

    length: Length
    sign: int
    spoken: bool = False
    of: Point | None = None

    def __str__(self) -> str:
        base = self.of or ("what was spoken of" if self.spoken else "the day of writing")
        return f"{self.length} {'before' if self.sign < 0 else 'after'} {base}"

    def period(self, anchor: Anchor) -> Period:
        """The period of the length's unit that the distance leads to; its edges are as far apart as rounding makes them.

        Two days after something in July is some day of July: the value tells no more than that of what is reckoned from.
        """
        base = self.of.period(anchor) if self.of is not None else self.base(anchor)
        if base is not None and base.dayless:
            return (
                shifted(around(Unit.YEAR, base), self.sign * round(self.length.count.low or 0)) if self.length.unit is Unit.YEAR else base
            )
        first, last = (base.first, base.last) if base else (anchor.written, anchor.written)
        least, most = self.length.days()
        near, far = math.floor(least), math.ceil(most)
        edges = (first - timedelta(far), last - timedelta(near)) if self.sign < 0 else (first + timedelta(near), last + timedelta(far))
        count, unit = self.length.count.low, self.length.unit
        if count is None:
            return Period(unit, min(edges), max(edges), "PAST_REF" if self.sign < 0 else "FUTURE_REF")
        if base and unit is Unit.YEAR and count == int(count) and base.unit in COMPARED:
            return shifted(base, self.sign * int(count) * COMPARED[base.unit])
        central = _led(first, unit, self.sign * count)
        if base and DAYS[base.unit] > DAYS[central.unit]:
            central = period(base.unit, central.first)
        return Period(central.unit, min(edges), max(edges), central.value)

    def base(self, anchor: Anchor) -> Period | None:
        """What was spoken of that it is reckoned from, if not the day of writing; a year from a quarter is told of "a year ago" too."""
        if self.of is not None:
            return None
        if self.spoken:
            return anchor.last()
        near = anchor.last()
        year = self.length.unit is Unit.YEAR and self.length.count.low == self.length.count.high == 1
        return near if year and self.sign < 0 and near is not None and near.unit is Unit.QUARTER else None

    @property
    def mod(self) -> str | None:
        """As the length's."""
        return self.length.count.mod


def _led(day: date, unit: Unit, count: float) -> Period:
    """The period that a distance leads to, of the unit it is measured in, years for longer ones."""
    months = MONTHS.get(unit, 3 if unit is Unit.SEASON else 0)
    if months:
        return period(unit if unit in (Unit.MONTH, Unit.QUARTER) else Unit.YEAR, later(day, round(count * months)))
    return period(Unit.WEEK if unit in (Unit.WEEK, Unit.WEEKEND) else Unit.DAY, day + timedelta(round(count * DAYS[unit])))


@dataclass(frozen=True, slots=True)
class Again:
    """The counterpart, in a year, of the quarter or other part of a year that was spoken of last: "the corresponding period last year"."""

    whole: Point

    def __str__(self) -> str:
        return f"what was spoken of, in {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That counterpart; the year itself if nothing was spoken of."""
        whole, near = self.whole.period(anchor), anchor.last(Unit.QUARTER, Unit.MONTH, Unit.HALF, Unit.SEASON)
        if near is None or whole.unit is not Unit.YEAR:
            return whole
        return shifted(near, (whole.first.year - near.first.year) * COMPARED[near.unit])
