"""Which days a page shows, and the addresses of those before and after them, of fewer and of more."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from purport.errors import UsageError
from purport.ingest import parse_published
from purport.pictures.axis import window
from purport.pictures.days import MONTHS, as_day, day_in_words
from purport.web.bars import WIDE, Days, days_from

FEWEST = 3
"""Days that are shown at least."""
MOST_MONTHS, MOST_DAYS = 60, 62
"""So many months are counted one by one, and so many days; more are counted in years."""
MOST_YEARS = 60
"""Years that are counted one by one; more are counted in tens, or hundreds."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """Other days to show: by what key, what the link is called, and which days."""

    name: str
    called: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, month, year or more years, and how many lines have their first possible day in it."""

    called: str
    since: str
    until: str
    lines: int


def asked_days(since: str, until: str) -> Days | None:
    """The days asked for, none where none are; "2031" and "2031-03" are all of theirs. ``UsageError`` where one is no date."""
    first, last = (_end(each) for each in (since, until))
    if first is None and last is None:
        return None
    begin, end = first[0] if first else date.min, last[1] if last else date.max
    if begin > end:
        raise UsageError(f"{since} to {until}: the first day stands after the last")
    return days_from(begin.toordinal(), end.toordinal())


def _end(text: str) -> tuple[date, date] | None:
    if not text.strip():
        return None
    if ".." in text or "/" in text:
        raise UsageError(f"{text}: a day, month or year expected, as in 2031-03-08, 2031-03 or 2031")
    told = parse_published(text)
    return date.fromisoformat(told.not_before or ""), date.fromisoformat(told.not_after or "")


def zooms(shown: Days) -> tuple[Zoom, ...]:
    """The ways from some days to others."""
    axis = shown.axis()
    first, last, number = axis.first, axis.after - 1, shown.number
    middle = date.fromordinal((first + last) // 2)
    half, quarter = max(number // 2, 1), number // 4
    to = {
        "earlier": ("Earlier", days_from(first - half, last - half)),
        "later": ("Later", days_from(first + half, last + half)),
        "closer": ("Closer", days_from(first + quarter, last - quarter)),
        "wider": ("Wider", days_from(first - half, last + half)),
        "year": (f"Year {middle.year}", Days(f"{middle.year:04}-01-01", f"{middle.year:04}-12-31")),
        "month": (f"{MONTHS[middle.month - 1]} {middle.year}", _month(middle)),
        "day": (day_in_words(middle), Days(middle.isoformat(), middle.isoformat())),
    }
    return tuple(Zoom(name, called, days.first, days.last) for name, (called, days) in to.items() if _leads_on(name, days, shown))


def _leads_on(name: str, days: Days, shown: Days) -> bool:
    return days != shown and (name != "closer" or shown.number > FEWEST)


def _month(day: date) -> Days:
    first = day.replace(day=1)
    after = (first + timedelta(31)).replace(day=1) if (first.year, first.month) != (9999, 12) else date.max
    return Days(first.isoformat(), (after - timedelta(1)).isoformat() if after != date.max else after.isoformat())


def stretches(told: Collection[str]) -> tuple[Stretch, ...]:
    """All days, months or years from the first to the last of some days, with how many of them each has; of ages, what is near most."""
    near = [day for each in told if (day := as_day(each))]
    if not near:
        return ()
    if max(near).year - min(near).year > MOST_YEARS:
        axis = window(near, 0.0, WIDE)
        near = [day for day in near if axis.first <= day.toordinal() < axis.after]
    steps = list(_steps(min(near), max(near)))
    counts = Counter(_step_of(day, steps) for day in near)
    return tuple(Stretch(called, first.isoformat(), last.isoformat(), counts[first]) for called, first, last in _named(steps))


def _steps(first: date, last: date) -> Iterator[date]:
    """The first days of the stretches, and of the one after them."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if (last - first).days < MOST_DAYS:
        yield from (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 2))
    elif months <= MOST_MONTHS:
        counted = range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1)
        yield from (date(each // 12, each % 12 + 1, 1) for each in counted if each // 12 <= date.max.year)
    else:
        step = next(step for step in (1, 10, 100, 1000) if (last.year - first.year) / step <= MOST_YEARS)
        begin = max(first.year - first.year % step, 1)
        yield from (date(max(year, 1), 1, 1) for year in range(begin - begin % step, last.year + step + 1, step) if year <= date.max.year)


def _step_of(day: date, steps: list[date]) -> date:
    return steps[max(bisect_right(steps, day) - 1, 0)]


def _named(steps: list[date]) -> Iterator[tuple[str, date, date]]:
    for first, after in pairwise(steps):
        last = after - timedelta(1)
        length = (after - first).days
        if length == 1:
            yield day_in_words(first), first, last
        elif length <= 31:
            yield f"{MONTHS[first.month - 1]} {first.year}", first, last
        else:
            yield str(first.year) if length <= 366 else f"{first.year} to {last.year}", first, last
