"""When a telling's event can have happened, by the days told of it and those on which its report came out."""

from __future__ import annotations

from datetime import date, timedelta

from purport.records import Interval
from purport.resolve.happenings import are_apart
from purport.resolve.told import Told

RECENT = 21
"""Days before its report came out in which something happened that no words date: news is of what is new."""
CLOSE, FEW = 45, 3
"""Days within which something is said to have happened that is dated by it, and so well that hardly anything else is meant."""


def when(told: Told) -> Interval:
    """The days told of an event, if they are few or do not reach its report; else those shortly before that came out."""
    days, out = told.days, told.around.out
    if length(days) is not None or out.not_before is None or out.not_after is None:
        return days
    if (days.not_after or out.not_after) < out.not_before or (days.not_before or "") > out.not_after:
        return days
    recent = (date.fromisoformat(out.not_before) - timedelta(RECENT)).isoformat()
    return Interval(max(days.not_before or recent, recent), min(days.not_after or out.not_after, out.not_after))


def length(days: Interval) -> int | None:
    """How many days lie between the ends of an interval, if both are known and it is no longer than ``CLOSE``."""
    if days.not_before is None or days.not_after is None:
        return None
    found = (date.fromisoformat(days.not_after) - date.fromisoformat(days.not_before)).days
    return found if found <= CLOSE else None


def on_other_days(one: Interval, other: Interval) -> bool:
    """Whether two stretches of days have none in common; where both are short, not one beside the other either."""
    if are_apart(one, other):
        return True
    is_short = all((found := length(each)) is not None and found <= FEW for each in (one, other))
    return not is_short and not meet(one, other)


def meet(one: Interval, other: Interval) -> bool:
    """Whether two stretches of days can have one in common."""
    ends = ((one.not_after, other.not_before), (other.not_after, one.not_before))
    return all(last is None or first is None or first <= last for last, first in ends)


def in_words(days: Interval) -> str:
    """A day, or the first and last of some."""
    return f"{days.not_before}" if days.not_before == days.not_after else f"{days.not_before} to {days.not_after}"
