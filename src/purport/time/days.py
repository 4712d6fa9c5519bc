"""Sets of days, as stretches that lie apart: what is left of the calendar when statements have narrowed it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

FIRST, LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days of the years 1 to 9999, as ordinals: stretches in order, both ends within, that neither touch nor overlap."""

    stretches: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.stretches)

    def __contains__(self, day: date) -> bool:
        at = bisect_left(self.stretches, day.toordinal(), key=_last)
        return at < len(self.stretches) and self.stretches[at][0] <= day.toordinal()

    def __and__(self, other: Days) -> Days:
        return Days(tuple(self._shared(other)))

    def __or__(self, other: Days) -> Days:
        return days_of(self.stretches + other.stretches)

    def _shared(self, other: Days) -> Iterator[tuple[int, int]]:
        few, many = sorted((self.stretches, other.stretches), key=len)
        for first, last in few:
            at = bisect_left(many, first, key=_last)
            while at < len(many) and many[at][0] <= last:
                yield max(first, many[at][0]), min(last, many[at][1])
                at += 1

    def moved(self, least: int, most: int) -> Days:
        """The days that lie ``least`` to ``most`` days after one of these; before, where the numbers are negative."""
        return days_of((first + least, last + most) for first, last in self.stretches)

    @property
    def first(self) -> date:
        """The first day; there has to be one."""
        return date.fromordinal(self.stretches[0][0])

    @property
    def last(self) -> date:
        """The last day; there has to be one."""
        return date.fromordinal(self.stretches[-1][1])

    @property
    def bounded(self) -> bool:
        """Whether there are days, and neither the calendar's first nor its last is one of them."""
        return bool(self.stretches) and self.stretches[0][0] > FIRST and self.stretches[-1][1] < LAST


def _last(stretch: tuple[int, int]) -> int:
    return stretch[1]


def days_of(stretches: Iterable[tuple[int, int]]) -> Days:
    """The days of some stretches, in any order; what lies outside the calendar is cut off."""
    found: list[tuple[int, int]] = []
    for first, last in sorted((max(first, FIRST), min(last, LAST)) for first, last in stretches):
        if first > last:
            continue
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return Days(tuple(found))


def between(first: date | None = None, last: date | None = None) -> Days:
    """The days from one to another, both within; open ends are the calendar's."""
    return days_of([(first.toordinal() if first else FIRST, last.toordinal() if last else LAST)])


EVER = between()
"""Every day that there is."""
