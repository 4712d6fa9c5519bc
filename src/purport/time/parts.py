"""Points of time that are told by another: what lies in it, a part or hour of it, a stretch that it begins or ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from purport.time.anchor import Anchor, Point
from purport.time.calendar import Period, Unit, period, shifted
from purport.time.recurring import Recurring, ordinal

BEFORE = timedelta(days=3)
"""From Monday to Wednesday the next weekend is the one before."""
START, MID, END, EARLIER, LATER = "START", "MID", "END", "EARLIER", "LATER"


@dataclass(frozen=True, slots=True)
class In:
    """The n-th time of what recurs within a point of time, the last for -1: "May last year", "the first Monday in October"."""

    what: Recurring
    whole: Point
    count: int = 1

    def __str__(self) -> str:
        which = "" if self.count == 1 else f"the {'last' if self.count < 0 else ordinal(self.count)} "
        return f"{which}{self.what} of {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That time; ``ValueError`` where there is none."""
        whole = self.whole.period(anchor)
        if whole.dayless:
            return self.what.within(whole)
        if self.what.kind == "weekday":
            first = whole.first + timedelta((self.what.number - whole.first.isoweekday()) % 7)
            times = [period(Unit.DAY, first + timedelta(7 * i)) for i in range((whole.last - first).days // 7 + 1)]
        else:
            times = [each for each in self.what.near(whole.first) if whole.first <= each.first <= whole.last]
        if not times:
            raise ValueError(f"no {self.what} in {whole.value}")
        return times[self.count - 1 if self.count > 0 else self.count]


@dataclass(frozen=True, slots=True)
class Holding:
    """The period of a unit that a point of time ends in, of weekends the next to it: "the quarter ended June 30", "Easter weekend"."""

    unit: Unit
    whole: Point

    def __str__(self) -> str:
        return f"the {self.unit} that holds {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That period."""
        last = self.whole.period(anchor).last
        return period(self.unit, last - BEFORE if self.unit is Unit.WEEKEND else last)


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th period of a unit within a point of time, the last for -1: "the first week of May"."""

    count: int
    unit: Unit
    whole: Point

    def __str__(self) -> str:
        which = "last" if self.count < 0 else ordinal(self.count)
        return f"the {which} {self.unit} of {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That period; ``ValueError`` where there are not so many."""
        whole = self.whole.period(anchor)
        if self.count < 0:
            return period(self.unit, whole.last)
        first = period(self.unit, whole.first)
        if first.first < whole.first and self.unit is not Unit.WEEK:
            first = shifted(first, 1)
        found = shifted(first, self.count - 1)
        if found.first > whole.last:
            raise ValueError(f"{whole.value} has no {self.count}. {self.unit}")
        return found


@dataclass(frozen=True, slots=True)
class Part:
    """The start, middle or end of a point of time; or what of it lies before the writing, or after."""

    part: str
    whole: Point

    def __str__(self) -> str:
        words = {START: "early in", MID: "the middle of", END: "late in", EARLIER: "earlier in", LATER: "later in"}
        return f"{words[self.part]} {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """The whole's value with the days of the part, which is never less than half of it."""
        whole = self.whole.period(anchor)
        half = timedelta((whole.last - whole.first).days // 2)
        match self.part:
            case "START":
                return replace(whole, last=whole.first + half)
            case "END":
                return replace(whole, first=whole.last - half)
            case "MID":
                return replace(whole, first=whole.first + half / 2, last=whole.last - half / 2)
        near = anchor.last()
        base = near.first if near and whole.first <= near.first <= whole.last and near.unit is Unit.DAY else anchor.written
        if not whole.first <= base <= whole.last:
            return whole
        return replace(whole, last=base) if self.part == EARLIER else replace(whole, first=base)

    @property
    def mod(self) -> str | None:
        """As TIMEX3 has it."""
        return self.part if self.part in (START, MID, END) else None


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day, as TIMEX3 writes it: ``TMO``, ``T09:30``; ``zone`` as printed."""

    time: str
    day: Point
    zone: str = ""

    def __str__(self) -> str:
        names = {"TMO": "the morning", "TAF": "the afternoon", "TEV": "the evening", "TNI": "the night", "TMI": "midday", "TDT": "daytime"}
        return f"{names.get(self.time, self.time[1:])}{' ' + self.zone if self.zone else ''} of {self.day}"

    def period(self, anchor: Anchor) -> Period:
        """The day, its value with the time."""
        day = self.day.period(anchor)
        return replace(day, value=day.value + self.time) if day.unit is Unit.DAY else day


@dataclass(frozen=True, slots=True)
class Range:
    """From the beginning of one point of time to the end of another; ``None`` is the day of writing."""

    begin: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"from {self.begin or 'the day of writing'} to {self.end or 'the day of writing'}"

    @property
    def told_by_end(self) -> bool:
        """Whether its beginning goes by its end: "May to July 2014"."""
        return isinstance(self.begin, Recurring) and self.end is not None and not isinstance(self.end, Recurring)

    def period(self, anchor: Anchor) -> Period:
        """A period of no unit of its own, with both values."""
        first, last = self.ends(anchor)
        return Period(last.unit, min(first.first, last.first), max(first.last, last.last), f"{first.value}/{last.value}")

    def ends(self, anchor: Anchor) -> tuple[Period, Period]:
        """Both points of time."""
        today = period(Unit.DAY, anchor.written)
        last = today if self.end is None else self.end.period(anchor)
        first = today if self.begin is None else self.begin.period(anchor)
        if self.begin and self.end and (self.told_by_end or first.first > last.last):  # each by itself is the nearest
            if anchor.past is False and not self.told_by_end:
                last = self.end.period(Anchor(first.first, anchor.spoken, past=False))
            else:
                first = self.begin.period(Anchor(last.first, anchor.spoken, past=True, story=True))
        return first, last


@dataclass(frozen=True, slots=True)
class End:
    """The point that a range begins with, or ends with: TIMEX3 marks each by itself."""

    of: Range
    last: bool

    def __str__(self) -> str:
        return f"the {'end' if self.last else 'beginning'} {self.of}"

    @property
    def point(self) -> Point | None:
        """That point by itself; the other may tell its year."""
        return self.of.end if self.last else self.of.begin

    def period(self, anchor: Anchor) -> Period:
        """That point, as it stands to the other."""
        return self.of.ends(anchor)[self.last]


@dataclass(frozen=True, slots=True)
class Edged:
    """A point of time with a modifier of TIMEX3: on or after it, about it."""

    mod: str
    whole: Point

    def __str__(self) -> str:
        return f"{self.mod.lower().replace('_', ' ')} {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """The point, opened to the side that the modifier tells."""
        whole = self.whole.period(anchor)
        if whole.dayless:
            return whole
        slack = timedelta(max(1, (whole.last - whole.first).days // 4))
        match self.mod:
            case "ON_OR_AFTER" | "AFTER":
                return replace(whole, last=date.max)
            case "ON_OR_BEFORE" | "BEFORE":
                return replace(whole, first=date.min)
        return replace(whole, first=whole.first - slack, last=whole.last + slack)
