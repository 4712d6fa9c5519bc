"""When a text was written, solved for from what it says of time: the day of writing is not known, every expression narrows it.

First what stands by itself: it bounds the years. Then, within these, what recurs each year; last what news keeps to without saying so.
Nothing is known of today: without bounds the years 1 to 9999 are possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from purport.time.days import EVER, Days
from purport.time.habits import keep
from purport.time.solving import Dating, Statement, Witness, solve
from purport.time.statements import say, shown


def when_written(witnesses: Sequence[Witness], known: Sequence[Statement] = ()) -> Dating:
    """The days on which a text can have been written, with the reasons in order; ``known`` is what is known beside it."""
    found = solve([*known, *say(witnesses)])
    within = Days()
    while found.days.bounded and found.days != within:
        within = found.days
        found = solve([*known, *chain(say(witnesses, within), keep(witnesses, within))])
    return found


def told(days: Days) -> str:
    """Days in words: ``4 January 2031``, ``4 to 9 January 2031 or ...``, ``not before 4 January 2031``."""
    if not days:
        return "no day"
    if days == EVER:
        return "any day"
    return " or ".join(_edges(Days((stretch,))) for stretch in days.stretches)


def _edges(days: Days) -> str:
    if days.first == EVER.first:
        return f"not after {shown(days.last)}"
    if days.last == EVER.last:
        return f"not before {shown(days.first)}"
    return shown(days.first) if days.first == days.last else f"{shown(days.first)} to {shown(days.last)}"
