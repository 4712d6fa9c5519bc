"""The axis of time: which days a picture shows, where they lie, and which of them are marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import quantiles

from purport.pictures.days import MONTHS, day_in_words
from purport.pictures.drawing import Shape, stroke, words
from purport.pictures.look import GREY, LIGHT, SMALL

FAR = 4
"""How many times the middle half of all days a day may lie off it to be shown; an arrow stands for what lies farther."""
NEAREST = 20
"""Days that the middle half is taken to have at least, so that few days near each other keep their neighbours."""
MARGIN, SHORTEST = 0.1, 2
"""What more is shown on either side: a share of what is to be shown, and days at least."""
TICK = 76
"""Pixels that a marked day takes at least."""
TICKS = 26.0
"""Height of the words that stand at marked days."""
STEPS = (
    *(("day", days) for days in (1, 2, 7, 14)),
    *(("month", months) for months in (1, 2, 3, 6)),
    *(("year", years * ten) for ten in (1, 10, 100, 1000) for years in (1, 2, 5)),
)
LENGTHS = {"day": 1.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to before ``after``, as ordinals, drawn from ``left`` to ``right``."""

    first: int
    after: int
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins; beyond an edge for one that is not shown."""
        return self.at_ordinal(day.toordinal())

    def at_ordinal(self, day: int) -> float:
        """The same for a day by its ordinal."""
        return self.left + (day - self.first) / (self.after - self.first) * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The days that are marked, each where it begins and what stands there."""
        most = max((self.right - self.left) / TICK, 1)
        unit, step = next(((unit, step) for unit, step in STEPS if (self.after - self.first) / (LENGTHS[unit] * step) <= most), STEPS[-1])
        for day in _marked(unit, step, self.first, self.after):
            yield self.at(day), {"day": day_in_words(day), "month": f"{MONTHS[day.month - 1]} {day.year}", "year": str(day.year)}[unit]


def window(days: Collection[date], left: float, right: float) -> Axis:
    """The axis that shows all days but those that lie far off most of them; of a year where there are none."""
    kept = _near(sorted(day.toordinal() for day in days)) or [date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal()]
    more = max(round((kept[-1] - kept[0]) * MARGIN), SHORTEST)
    return Axis(max(kept[0] - more, date.min.toordinal()), min(kept[-1] + more + 1, date.max.toordinal()), left, right)


def grid(axis: Axis, top: float, bottom: float) -> Iterator[Shape]:
    """The axis above and below, and a line through at each marked day, with its words at both ends."""
    for x, day in axis.ticks():
        yield stroke(x, top, x, bottom, stroke=LIGHT, stroke_width=1)
        for y in (top - 8, bottom + SMALL + 6):
            yield words(day, x, y, size=SMALL, fill=GREY, text_anchor="middle")
    for y in (top, bottom):
        yield stroke(axis.left, y, axis.right, y, stroke=GREY, stroke_width=1)


def _near(days: list[int]) -> list[int]:
    if len(days) < 4:
        return days
    low, _, high = quantiles(days, n=4, method="inclusive")
    far = FAR * max(high - low, NEAREST)
    return [day for day in days if low - far <= day <= high + far]


def _marked(unit: str, step: int, first: int, after: int) -> Iterator[date]:
    """The days from which a unit is counted: every so many days, weeks from their Monday, months and years from their first day."""
    if unit == "day":
        yield from (date.fromordinal(day) for day in range(first + (1 - first) % step, after + 1, step))
        return
    begin, end = date.fromordinal(first), date.fromordinal(after)
    for year in range(begin.year, end.year + 1):
        for month in range(1, 13, step) if unit == "month" else (1,) if year % step == 0 else ():
            if begin <= (day := date(year, month, 1)) <= end:
                yield day
