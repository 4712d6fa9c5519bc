"""The calendar's periods: days, weeks, months, quarters, seasons, years, decades, centuries, and how they follow one another."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """What time is counted in, from the shortest."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


DAYS = {
    Unit.SECOND: 1 / 86400,
    Unit.MINUTE: 1 / 1440,
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WEEKEND: 7.0,
    Unit.WEEK: 7.0,
    Unit.MONTH: 30.44,
    Unit.QUARTER: 91.31,
    Unit.SEASON: 365.25,
    Unit.HALF: 182.62,
    Unit.YEAR: 365.25,
    Unit.DECADE: 3652.5,
    Unit.CENTURY: 36525.0,
    Unit.MILLENNIUM: 365250.0,
}
"""Days from one period of a unit to the next, on average."""
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000}
"""Months in a period that is made of them."""
SEASONS = ("SP", "SU", "FA", "WI")
"""Seasons as TIMEX3 has them, spring first. Their edges are vague, and those of the northern half of the earth."""
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
SLACK = timedelta(days=22)
"""Days by which a season reaches over its three months: winter is told of until the equinox."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar from ``first`` to ``last``, both within it, with its TIMEX3 value."""

    unit: Unit
    first: date
    last: date
    value: str

    @property
    def dayless(self) -> bool:
        """Whether it lies before the first day that is counted, as what was before Christ does."""
        return self.last == date.min


def period(unit: Unit, day: date) -> Period:
    """The period of a unit that a day lies in; for weekends that of its week, for seasons the one that begins last."""
    if unit is Unit.DAY:
        return Period(unit, day, day, day.isoformat())
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return _week(unit, day)
    if unit is Unit.SEASON:
        return season(day.year - (day.month < 3), SEASONS[(day.month - 3) % 12 // 3])
    return _of_months(unit, day)


def _week(unit: Unit, day: date) -> Period:
    """A week from Monday, or its Saturday and Sunday."""
    monday = day.toordinal() - day.weekday()
    year, week, _ = day.isocalendar()
    first = monday if unit is Unit.WEEK else monday + 5
    value = f"{year:04}-W{week:02}" + ("" if unit is Unit.WEEK else "-WE")
    return Period(unit, _day(first), _day(monday + 6), value)


def _of_months(unit: Unit, day: date) -> Period:
    size = MONTHS[unit]
    start = (day.year * 12 + day.month - 1) // size * size
    first = date.min if start < 12 and size > 12 else _month_start(start)
    last = _day(_month_start(start + size).toordinal() - 1) if start + size <= date.max.year * 12 else date.max
    return Period(unit, first, last, _value(unit, first if start >= 12 else day))


def _value(unit: Unit, first: date) -> str:
    year = f"{first.year:04}"
    match unit:
        case Unit.MONTH:
            return f"{year}-{first.month:02}"
        case Unit.QUARTER:
            return f"{year}-Q{(first.month + 2) // 3}"
        case Unit.HALF:
            return f"{year}-H{(first.month + 5) // 6}"
        case Unit.DECADE:
            return year[:3]
        case Unit.CENTURY:
            return year[:2]
        case Unit.MILLENNIUM:
            return year[:1]
    return year


def season(year: int, name: str) -> Period:
    """A season by the year that it begins in, with its vague edges; ``name`` as in ``SEASONS``."""
    first, last = (_month_start(year * 12 + month - 1) for month in _SEASON_MONTHS[name])
    end = date(last.year, last.month, calendar.monthrange(last.year, last.month)[1])
    return Period(Unit.SEASON, first, min(end, date.max - SLACK) + SLACK, f"{year:04}-{name}")


def around(unit: Unit, of: Period) -> Period:
    """The period of a unit that another begins in; of what is before Christ the year alone is known."""
    if not of.dayless:
        return period(unit, of.first)
    if unit is not Unit.YEAR:
        raise OverflowError(f"no {unit} is known in {of.value}")
    return before_christ(int(of.value[2:6]))


def before_christ(year: int) -> Period:
    """A year before Christ: it has a value and no days."""
    if not 0 < year <= date.max.year:
        raise OverflowError(f"no year {year} before Christ")
    return Period(Unit.YEAR, date.min, date.min, f"BC{year:04}")


def shifted(of: Period, count: int) -> Period:
    """The period of the same unit that is ``count`` later, or earlier below 0; raises ``OverflowError`` past the year 9999 or Christ."""
    if of.dayless:
        return before_christ(int(around(of.unit, of).value[2:]) - count)
    if of.unit is Unit.SEASON:
        return season(_year(of.first.year + count), of.value[-2:])
    if of.unit in MONTHS:
        months = of.first.year * 12 + of.first.month - 1 + count * MONTHS[of.unit]
        return period(of.unit, date.min if 0 <= months < 12 < MONTHS[of.unit] else _month_start(months))
    return period(of.unit, _day(of.first.toordinal() + round(count * DAYS[of.unit])))


def later(day: date, months: int) -> date:
    """The day as many months later, or the last of that month."""
    first = _month_start(day.year * 12 + day.month - 1 + months)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def _month_start(months: int) -> date:
    """The first day of a month, counted from the year 0, which is none itself."""
    return date(_year(months // 12), months % 12 + 1, 1)


def _year(year: int) -> int:
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"no calendar for the year {year}")
    return year


def _day(ordinal: int) -> date:
    if not 1 <= ordinal <= date.max.toordinal():
        raise OverflowError("no calendar for that day")
    return date.fromordinal(ordinal)
