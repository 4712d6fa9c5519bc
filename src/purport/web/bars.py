"""Days as bars on an axis of time that is as wide as there is room: places and widths in hundredths of it.

A bar says nothing that the words beside it do not say as well.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from purport.pictures.axis import MARGIN, SHORTEST, Axis, window
from purport.pictures.days import as_day
from purport.pictures.rows import Bar, Chart, Form
from purport.records import Factuality

WIDE = 640.0
"""Pixels that an axis has in most windows: so many days are marked on it as that leaves room for."""
FEW = 500.0
"""The same where bars stand beside few words: fewer marked days, which do not meet on a narrow screen."""
SHORT = 1.4
"""Hundredths below which a bar is drawn as a mark of one size, which can be seen."""
AGES = 366 * 60
"""Days from the first to the last beyond which an axis leaves out what lies far off."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is marked, where it begins and what stands there."""

    x: float
    day: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar as it is drawn, from ``x`` on; ``fades`` is the side on which its end is not told, ``left`` or ``right``.

    ``is_short`` is drawn about ``x`` in one size, as the day is on which a report came out; ``is_earlier`` and ``is_later`` tell that some
    of it lies beyond the axis; without ``is_within`` all of it does.
    """

    x: float
    width: float
    sure: Factuality
    form: Form
    fades: str | None = None
    is_short: bool = False
    is_within: bool = True
    is_earlier: bool = False
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days of an axis, both included."""

    first: str
    last: str

    @property
    def number(self) -> int:
        """How many."""
        return self.axis().after - self.axis().first

    def axis(self, wide: float = WIDE) -> Axis:
        """Where they lie on an axis that is so wide."""
        return Axis(date.fromisoformat(self.first).toordinal(), date.fromisoformat(self.last).toordinal() + 1, 0.0, wide)


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row: its words, the days in words, and its bars; none where no day is told."""

    label: str
    note: str
    when: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DrawnBand:
    """Rows that stand together, under a heading where there is one."""

    heading: str
    rows: tuple[DrawnRow, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bands of rows on one axis; how sure any of its bars is, and which forms these have."""

    shown: Days
    ticks: tuple[Tick, ...]
    sure: tuple[Factuality, ...]
    forms: tuple[Form, ...]
    bands: tuple[DrawnBand, ...]


def days_from(first: int, last: int) -> Days:
    """Days by their ordinals, as far as the calendar has them."""
    low, high = date.min.toordinal(), date.max.toordinal() - 1
    first, last = min(max(first, low), high), min(max(last, low), high)
    return Days(date.fromordinal(first).isoformat(), date.fromordinal(max(first, last)).isoformat())


def days_of(told: Collection[str | None]) -> Days:
    """The days that an axis needs for some others, but for those that lie far off most of them."""
    axis = window([day for each in told if (day := as_day(each))], 0.0, WIDE)
    return days_from(axis.first, axis.after - 1)


def all_days_of(told: Collection[str | None]) -> Days:
    """The same for all of them, unless they span ages."""
    days = [day.toordinal() for each in told if (day := as_day(each))]
    if not days or max(days) - min(days) > AGES:
        return days_of(told)
    more = max(round((max(days) - min(days)) * MARGIN), SHORTEST)
    return days_from(min(days) - more, max(days) + more)


def ticks(days: Days, wide: float = WIDE) -> tuple[Tick, ...]:
    """The days that are marked on an axis that has so many pixels in most windows."""
    return tuple(Tick(round(x / wide * 100, 2), day) for x, day in days.axis(wide).ticks() if 0 <= x < wide * 0.95)


def marks(days: Days, bars: Collection[Bar]) -> tuple[Mark, ...]:
    """Bars as they are drawn on an axis; those of which no day is known are not."""
    return tuple(_mark(days.axis(), each) for each in bars if each.days)


def draw(chart: Chart) -> Drawing | None:
    """A chart on an axis that shows most of its days; none where it has no day."""
    bars = [each for each in chart.bars if each.days]
    if not bars:
        return None
    shown = days_of([day.isoformat() for each in bars for day in each.days])
    return Drawing(
        shown,
        ticks(shown, FEW),
        tuple(each for each in Factuality if any(bar.sure is each for bar in bars)),
        tuple(each for each in Form if any(bar.form is each for bar in bars)),
        tuple(
            DrawnBand(band.heading, tuple(DrawnRow(row.label, row.note, row.when, marks(shown, row.bars)) for row in band.rows))
            for band in chart.bands
        ),
    )


def _mark(axis: Axis, bar: Bar) -> Mark:
    begin, end = (_at(axis, bar.first, 0), _at(axis, bar.last, 1))
    if begin is None or end is None:
        at = begin if begin is not None else end or 0.0
        fades = "left" if begin is None else "right"
        is_within = at > 0 if begin is None else at < 100
        return Mark(_clamped(at), 0.0, bar.sure, bar.form, fades, False, is_within, at < 0, at > 100)
    left, right = _clamped(begin), _clamped(end)
    is_short = right - left < SHORT or (bar.form is Form.OUT and bar.first == bar.last)
    x = round((left + right) / 2, 2) if is_short else left
    return Mark(x, round(right - left, 2), bar.sure, bar.form, None, is_short, end > 0 and begin < 100, begin < 0, end > 100)


def _at(axis: Axis, day: date | None, more: int) -> float | None:
    """Where a day begins, or the one so many days after it, in hundredths."""
    return None if day is None else axis.at_ordinal(day.toordinal() + more) / WIDE * 100


def _clamped(at: float) -> float:
    return round(min(max(at, 0.0), 100.0), 2)
