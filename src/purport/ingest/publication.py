"""When a report came out: what is given, printed and in a page's data, weighed and shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purport.ingest.printed import DateRole, PrintedDate
from purport.records import Basis, Interval, Published, Reason

_NEVER = "9999-12-31"
"""Later than every day: what an open end compares as."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The days one piece of evidence names, and the reason that shows it."""

    basis: Basis
    readings: tuple[Interval, ...]
    reason: Reason

    @property
    def days(self) -> Interval:
        """The interval that covers every reading."""
        first = min(day.not_before or "" for day in self.readings)
        last = max(day.not_after or _NEVER for day in self.readings)
        return Interval(first or None, None if last == _NEVER else last)


def date_publication(
    report: str, text: str, *, given: Interval | None = None, printed: Sequence[PrintedDate] = (), metadata: Interval | None = None
) -> Published:
    """The publication date by the best evidence there is: given, else printed, else a page's data, else unknown.

    Evidence that is not followed is shown with whether it differs. A date of a change or of the print edition bounds the
    publication from above where nothing better is known. A date printed without a year dates nothing, and is shown.
    """
    evidence = [*_given(given), *_printed(report, text, printed, DateRole.PUBLISHED), *_metadata(metadata)]
    bounds = [*_printed(report, text, printed, DateRole.UPDATED), *_printed(report, text, printed, DateRole.PRINT_EDITION)]
    yearless = tuple(_reason(report, text, date, "printed without a year") for date in printed if not date.readings)
    if not evidence and not bounds:
        return Published(reasons=yearless)
    best = evidence[0] if evidence else bounds[0]
    others = tuple(_compared(best, other) for other in (*evidence, *bounds) if other is not best)
    days = best.days
    return Published(days.not_before, days.not_after, best.basis, best.readings, (best.reason, *others, *yearless))


def _given(given: Interval | None) -> list[_Evidence]:
    return [_Evidence(Basis.GIVEN, (given,), Reason(f"given: {_days(given)}"))] if given else []


def _metadata(metadata: Interval | None) -> list[_Evidence]:
    return [_Evidence(Basis.METADATA, (metadata,), Reason(f"the page's data say {_days(metadata)}"))] if metadata else []


def _printed(report: str, text: str, printed: Sequence[PrintedDate], role: DateRole) -> list[_Evidence]:
    return [_evidence(report, text, date) for date in printed if date.readings and date.role is role]


def _evidence(report: str, text: str, date: PrintedDate) -> _Evidence:
    if date.role is DateRole.PUBLISHED:
        unsure = f", which can mean {' or '.join(_days(day) for day in date.readings)}" if len(date.readings) > 1 else ""
        return _Evidence(Basis.PRINTED, date.readings, _reason(report, text, date, "printed", unsure))
    bounds = tuple(Interval(None, day.not_after) for day in date.readings)
    return _Evidence(Basis.PRINTED, bounds, _reason(report, text, date, f"{date.role}, so it came out no later"))


def _reason(report: str, text: str, date: PrintedDate, why: str, after: str = "") -> Reason:
    return Reason(f"{why}: {' '.join(text[date.start : date.end].split())}{after}", report, date.start, date.end)


def _compared(best: _Evidence, other: _Evidence) -> Reason:
    """The other evidence's reason, with whether it differs from the date that is followed."""
    apart = not any(_overlap(one, two) for one in best.readings for two in other.readings)
    verdict = f"differs from {_days(best.days)}" if apart else "agrees"
    return Reason(f"{other.reason.why}; {verdict}", other.reason.report, other.reason.start, other.reason.end)


def _overlap(one: Interval, two: Interval) -> bool:
    return (one.not_before or "") <= (two.not_after or _NEVER) and (two.not_before or "") <= (one.not_after or _NEVER)


def _days(interval: Interval) -> str:
    if interval.not_before == interval.not_after:
        return interval.not_before or "an unknown day"
    return f"{interval.not_before or ''}..{interval.not_after or ''}"
