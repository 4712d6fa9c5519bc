"""Days that have a name: when they fall in a year.

Fixed days and what hangs on Easter are reckoned; what follows other calendars or a law comes from the ``holidays`` package, and is known
for the years it knows: for the Islamic calendar by its announced or estimated days, which a sighting of the moon moves by one.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays
from dateutil.easter import easter

from purport.lexicon import words
from purport.time.calendar import Period, Unit

_MOON = "~"


@cache
def feasts(name: str, year: int) -> list[Period]:
    """The times of a feast of ``lexicon/feasts.tsv`` that begin in a year: none where it is not known, two in rare lunar years."""
    rule, lasts = words("feasts.tsv")[name]
    moves = timedelta(days=rule.endswith(_MOON))
    found = []
    for first in _days(rule.removesuffix(_MOON), year):
        last = first + timedelta(days=int(lasts))
        value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        found.append(Period(Unit.DAY, first - moves, last + moves, value))
    return found


def _days(rule: str, year: int) -> list[date]:
    if rule.startswith("easter"):
        return [easter(year) + timedelta(days=int(rule.removeprefix("easter")))]
    country, colon, name = rule.partition(":")
    if not colon:
        return [date.fromisoformat(f"{year:04}-{rule}")]
    known = [*(_holidays(country, year - 1) if year > 1 else ()), *_holidays(country, year)]
    days = [day for day, names in known if name in names.split("; ")]
    return [day for day in days if day.year == year and day - timedelta(days=1) not in days]


@cache
def _holidays(country: str, year: int) -> list[tuple[date, str]]:
    kinds = holidays.country_holidays(country).supported_categories
    return sorted(holidays.country_holidays(country, years=year, language="en_US", categories=kinds).items())
