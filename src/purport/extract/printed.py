"""The dates that stand on a report's page, not in its own words: at its head, in its dateline, of its print edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from purport.extract.timexes import find_timexes
from purport.records import Published, Reason, Report, Timex
from purport.time.expression import Expression, resolve
from purport.time.grammar import read

DATE = "DATE"


def find_printed(report: Report, printed: Published, timexes: Sequence[Timex], written: tuple[date, date] | None) -> tuple[Timex, ...]:
    """The time expressions of a report with those of the page that led to its date, in text order; ``printed`` is what ingest found."""
    ends = [(each.start, each.end) for each in timexes]
    found = [
        _expression(report.text, start, end)
        for start, end in _places(printed.reasons)
        if not any(first < end and start < last for first, last in ends)
    ]
    alone = [resolve([each], written)[0] for each in found]
    return tuple(sorted((*timexes, *find_timexes(report, found, alone)), key=lambda each: each.start))


def _places(reasons: Sequence[Reason]) -> Iterator[tuple[int, int]]:
    yield from ((each.start, each.end) for each in reasons if each.start is not None and each.end is not None)


def _expression(text: str, start: int, end: int) -> Expression:
    words = text[start:end]
    return Expression(start, end, words, DATE, read(words, DATE))
