"""Dates as newspapers print them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from purport.ingest.published import days_of
from purport.ingest.tokens import Parsed, Tokens, number, read_phrase, skip, text_at
from purport.ingest.words import word_list, word_values
from purport.records import Interval

EARLIEST_YEAR = 1600
LATEST_YEAR = 2199
"""Newspapers begin about 1605; a later number of four digits is no year of a report."""


class DateRole(StrEnum):
    """What a printed date is the date of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    PRINT_EDITION = "print edition"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in the text: the days it can mean (two readings of 03/04/2031; none without a year), and where it stands."""

    start: int
    end: int
    readings: tuple[Interval, ...]
    role: DateRole = DateRole.PUBLISHED


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Year, month and day numbers as read; a month's number ``None`` is a whole year, a year's a date without one."""

    year: int | None
    month: int | None
    day: int | None

    def readings(self) -> tuple[Interval, ...] | None:
        """The days meant; none without a year; ``None`` where the calendar has no such day."""
        days = days_of(self.year or 2000, self.month, self.day)  # 2000 has a 29 February
        if days is None:
            return None
        return (days,) if self.year else ()


def read_dated(tokens: Tokens, at: int) -> Parsed[PrintedDate] | None:
    """A date with what stands before it ("Published on", "Updated:"): its role, its span with the label and the time of day."""
    labels = word_values("date_labels")
    label = read_phrase(tokens, at, frozenset(labels))
    found = read_date(tokens, skip(tokens, label.stop, ":") if label else at)
    if found is None:
        return None
    role = DateRole(labels[label.value]) if label else DateRole.PUBLISHED
    return Parsed(replace(found.value, start=tokens[at].start, role=role), found.stop)


def read_date(tokens: Tokens, at: int) -> Parsed[PrintedDate] | None:
    """A date with or without a day of the week before it and a time of day on either side; the span is all of it."""
    begin = _after_weekday(tokens, _after_time(tokens, at))
    for form in (_iso, _numeric, _month_first, _day_first):
        found = form(tokens, begin)
        if found:
            stop = _after_time(tokens, found.stop)
            return Parsed(PrintedDate(tokens[at].start, tokens[stop - 1].end, found.value), stop)
    return None


Readings = Parsed[tuple[Interval, ...]]


def _read(calendars: tuple[_Calendar, ...], stop: int) -> Readings | None:
    """The readings the calendar has, each once; ``None`` where it has none of them."""
    known = [readings for readings in (calendar.readings() for calendar in calendars) if readings is not None]
    return Parsed(tuple(dict.fromkeys(day for readings in known for day in readings)), stop) if known else None


def _iso(tokens: Tokens, at: int) -> Readings | None:
    """``2031-03-02``, ``2031/03/02``."""
    mark = text_at(tokens, at + 1)
    year, month, day = _year(tokens, at), number(tokens, at + 2), number(tokens, at + 4)
    if year is None or month is None or day is None or mark not in ("-", "/", ".") or text_at(tokens, at + 3) != mark:
        return None
    return _read((_Calendar(year, month, day),), at + 5)


def _numeric(tokens: Tokens, at: int) -> Readings | None:
    """``03/04/2031``: both readings, where the calendar has both."""
    mark = text_at(tokens, at + 1)
    first, second, year = number(tokens, at), number(tokens, at + 2), _year(tokens, at + 4)
    if first is None or second is None or year is None or mark not in ("-", "/", ".") or text_at(tokens, at + 3) != mark:
        return None
    return _read((_Calendar(year, second, first), _Calendar(year, first, second)), at + 5)


def _month_first(tokens: Tokens, at: int) -> Readings | None:
    """``March 2, 2031``, ``MARCH 2``, ``March 2031``."""
    month = _month(tokens, at)
    if month is None:
        return None
    after = skip(tokens, at + 1, ".")
    year = _year(tokens, after)
    if year is not None:
        return _read((_Calendar(year, month, None),), after + 1)
    return _with_year(tokens, _after_ordinal(tokens, after + 1), month, number(tokens, after))


def _day_first(tokens: Tokens, at: int) -> Readings | None:
    """``2 March 2031``, ``2nd of March, 2031``, ``2 Mar.``."""
    after = _after_ordinal(tokens, at + 1)
    after += text_at(tokens, after).lower() == "of"
    month = _month(tokens, after)
    if month is None:
        return None
    return _with_year(tokens, skip(tokens, after + 1, "."), month, number(tokens, at))


def _with_year(tokens: Tokens, at: int, month: int, day: int | None) -> Readings | None:
    """The date with the year that follows, if one does."""
    if day is None or not 1 <= day <= 31:
        return None
    comma = skip(tokens, at, ",")
    year = _year(tokens, comma)
    return _read((_Calendar(year, month, day),), at if year is None else comma + 1)


def _month(tokens: Tokens, at: int) -> int | None:
    text = text_at(tokens, at)
    found = word_values("months").get(text.lower()) if text[:1].isupper() else None
    return int(found) if found else None


def _year(tokens: Tokens, at: int) -> int | None:
    year = number(tokens, at)
    return year if year and EARLIEST_YEAR <= year <= LATEST_YEAR else None


def _after_ordinal(tokens: Tokens, at: int) -> int:
    return at + (text_at(tokens, at).lower() in ("st", "nd", "rd", "th"))


def _after_weekday(tokens: Tokens, at: int) -> int:
    if text_at(tokens, at).lower() not in word_list("weekdays"):
        return at
    return skip(tokens, skip(tokens, at + 1, "."), ",")


def _after_time(tokens: Tokens, at: int) -> int:
    """The index after a time of day (``, at 10:15 a.m. GMT``, ``T10:15:00+02:00``), or the same index."""
    begin = skip(tokens, skip(tokens, at, ","), "-–—|")
    begin += text_at(tokens, begin).lower() in ("at", "t")
    if number(tokens, begin) is None or len(text_at(tokens, begin)) > 2:
        return at
    clock = begin + 1
    while text_at(tokens, clock) in (":", ".") and len(text_at(tokens, clock + 1)) == 2 and number(tokens, clock + 1) is not None:
        clock += 2
    half = read_phrase(tokens, clock, frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"}))
    if text_at(tokens, begin + 1) != ":" and half is None:
        return at
    return _after_zone(tokens, half.stop if half else clock)


def _after_zone(tokens: Tokens, at: int) -> int:
    bracket = skip(tokens, at, "(")
    if text_at(tokens, bracket).lower() in word_list("time_zones"):
        at = skip(tokens, bracket + 1, ")") if bracket > at else bracket + 1
    if text_at(tokens, at) in ("+", "-") and len(text_at(tokens, at + 1)) in (2, 4) and number(tokens, at + 1) is not None:
        at += 2
        if text_at(tokens, at) == ":" and number(tokens, at + 1) is not None:
            at += 2
    return at
