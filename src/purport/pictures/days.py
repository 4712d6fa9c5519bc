"""Days in the few words that stand in a picture, the same whatever the locale."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_TOLD = "no day told"


def as_day(day: str | None) -> date | None:
    """A day of a record."""
    return date.fromisoformat(day) if day else None


def day_in_words(day: date) -> str:
    """A day: "8 Mar 2031"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(first: date | None, last: date | None) -> str:
    """Days from one to another: "8 to 9 Mar 2031", "May 2028", "not before 6 Mar 2031"."""
    if first is None or last is None:
        known = first or last
        return f"not {'before' if first else 'after'} {day_in_words(known)}" if known else NOT_TOLD
    if first == last:
        return day_in_words(first)
    if first.day == 1 and (last + timedelta(1) if last < date.max else date.min).day == 1 and first.year == last.year:
        return _months(first, last)
    if first.year != last.year:
        return f"{day_in_words(first)} to {day_in_words(last)}"
    return f"{first.day}{f' {MONTHS[first.month - 1]}' if first.month != last.month else ''} to {day_in_words(last)}"


def _months(first: date, last: date) -> str:
    if first.month == last.month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {first.year}"
