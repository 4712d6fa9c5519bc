"""What meanings are reckoned from, and what is a point of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from purport.time.calendar import Period, Unit


@dataclass(frozen=True, slots=True)
class Anchor:
    """What meanings are reckoned from: the day of writing, what was spoken of, the last first, and whether the time lies before the day.

    In a ``story`` the day is what its telling has come to: what recurs is the last that has begun by then, however soon another comes.
    """

    written: date
    spoken: tuple[Period, ...] = ()
    past: bool | None = None
    story: bool = False

    def last(self, *units: Unit) -> Period | None:
        """What was spoken of last, of the units given if any are."""
        return next((each for each in self.spoken if not units or each.unit in units), None)


@runtime_checkable
class Point(Protocol):
    """What is a day, a year, or another stretch of the calendar once it is anchored (``recurring.py``, ``points.py``, ``parts.py``)."""

    def period(self, anchor: Anchor, /) -> Period:
        """That stretch; ``ValueError`` or ``OverflowError`` where the calendar has none."""

    def __hash__(self) -> int: ...
