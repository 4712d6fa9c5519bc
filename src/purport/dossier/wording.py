"""How lengths and days are put in words, and where the words of a record stand in its text."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from purport.records import Span
from purport.resolve.accounts import Days

UNITS = (("H", "hour"), ("M", "minute"), ("S", "second"))


def lasting(value: str) -> str:
    """A length in words: PT1H5M is "1 hour 5 minutes"; one that is not of hours, minutes and seconds stays as it is."""
    left, told = value.removeprefix("PT"), []
    for letter, unit in UNITS:
        number, found, rest = left.partition(letter)
        if found and number.isdigit():
            told.append(f"{number} {unit}{'' if number == '1' else 's'}")
            left = rest
    return " ".join(told) if told and not left else value


def when(days: Days) -> str:
    """Days as a day, a month, a year, or from one to another; empty where not known."""
    first, last = days.first, days.last
    if first is None or last is None:
        return ""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
        if first.month == last.month:
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    return f"{first} to {last}"


def places(text: str, words: str) -> Iterator[Span]:
    """Where words stand in a text, whatever blanks are between them."""
    first, *rest = words.split() or [""]
    at = text.find(first) if first else -1
    while at >= 0:
        end = at + len(first)
        for word in rest:
            while end < len(text) and text[end].isspace():
                end += 1
            if not text.startswith(word, end):
                break
            end += len(word)
        else:
            yield Span(at, end)
        at = text.find(first, at + 1)


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def days_of(first: str | None, last: str | None) -> Days:
    """Days from ISO dates; an end that is not told is open."""
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
