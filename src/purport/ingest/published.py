"""A publication date as a person writes it: a day, a month, a year, or from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from purport.errors import UsageError
from purport.records import Interval

EXPECTED = "a day, month, year or interval expected (2031-03-02, 2031-03, 2031, 2031-03-02..2031-03-05)"

_DAYS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def days_of(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """The days of a year, a month or a single day; ``None`` where the calendar has no such days."""
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Interval(first.isoformat(), last.isoformat())


def parse_published(text: str) -> Interval:
    """The days a text such as ``2031-03``, ``2031-03-02..2031-03-05`` or ``2031/`` names; an end left out is open.

    Raises:
        UsageError: the text is no such date, no day of the calendar, runs backwards, or is open at both ends.
    """
    ends = re.split(r"\.\.|/", text.strip())
    if len(ends) > 2 or not any(ends):
        raise UsageError(f"{EXPECTED}, got {text!r}")
    whole = Interval(_end(ends[0], text).not_before, _end(ends[-1], text).not_after)
    if whole.not_before and whole.not_after and whole.not_before > whole.not_after:
        raise UsageError(f"{EXPECTED}; {text!r} ends before it begins")
    return whole


def _end(part: str, text: str) -> Interval:
    """The days one side of an interval names; an empty side is open."""
    if not part.strip():
        return Interval()
    match = _DAYS.fullmatch(part.strip())
    days = match and days_of(*(int(number) for number in match.groups() if number))
    if not days:
        raise UsageError(f"{EXPECTED}, got {text!r}")
    return days
