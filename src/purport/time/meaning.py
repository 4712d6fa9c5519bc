"""What time expressions mean: relations between the days that are told of and the day of writing.

A meaning is a small tree of the values below. ``denote`` says what it comes to, given an anchor: the day of writing, what was spoken of
last, and whether it lies before or after. ``str`` says it in words. Nothing is rounded: "two months ago" is a month and a half to three
months back, since a writer who counts eighty days says that too.

    meaning = In(Recurring("month", 5), Shift(Unit.YEAR, -1))       May of the year before the year of writing
    denote(meaning, Anchor(date(2017, 9, 28)))                      2016-05, 1 to 31 May 2016
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from purport.time.calendar import DAYS, MONTHS, SEASONS, Period, Unit, later, period, season, shifted
from purport.time.feasts import feasts

NAMES: Final = {
    "month": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "season": ("spring", "summer", "autumn", "winter"),
}
ORDINALS = ("", "first", "second", "third", "fourth", "fifth")
LETTERS = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.WEEK: "W",
    Unit.WEEKEND: "WE",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "E",
    Unit.CENTURY: "C",
    Unit.MILLENNIUM: "L",
}
"""How TIMEX3 writes units in durations, those shorter than a day after a ``T``."""
NEAR, FAR = 2, 12
"""Years to either side in which what comes each year is looked for, and what does not: 29 February, a day that is a Friday."""
LEAP = (2, 29)
COMPARED = {Unit.QUARTER: 4, Unit.MONTH: 12, Unit.HALF: 2, Unit.SEASON: 1, Unit.YEAR: 1}
"""How many of a unit make a year, of those that are compared with what they were in another year."""
TENS = {Unit.DECADE: (10, Unit.YEAR), Unit.CENTURY: (100, Unit.YEAR), Unit.HALF: (6, Unit.MONTH), Unit.SEASON: (3, Unit.MONTH)}
"""Units that a number of is written in another."""
LESS, MORE, ABOUT = "LESS_THAN", "MORE_THAN", "APPROX"
SOON = {"date": 65, "month": 45}
"""Days ahead within which a date without a year, of which neither tense nor anything else tells its side, is to come."""
LINGERS = {"quarter": 75, "half": 75}
"""Days after its end for which a part of the financial year is still spoken of as what is to come."""
START, MID, END, EARLIER, LATER = "START", "MID", "END", "EARLIER", "LATER"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What meanings are reckoned from: the day of writing, what was spoken of, the last first, and whether the time lies before the day."""

    written: date
    spoken: tuple[Period, ...] = ()
    past: bool | None = None

    def last(self, *units: Unit) -> Period | None:
        """What was spoken of last, of the units given if any are."""
        return next((each for each in self.spoken if not units or each.unit in units), None)


@dataclass(frozen=True, slots=True)
class Denoted:
    """What an expression comes to: TIMEX3 type, value and modifier, and the days that it can mean, ``None`` for an open end."""

    type: str
    value: str
    mod: str | None = None
    first: date | None = None
    last: date | None = None


# What there is to count


@dataclass(frozen=True, slots=True)
class Count:
    """A number from ``low`` to ``high``, ``None`` where the words leave it open; ``mod`` as in TIMEX3 ("almost": ``LESS_THAN``)."""

    low: float | None
    high: float | None
    mod: str | None = None

    def __str__(self) -> str:
        hedge = {LESS: "less than ", MORE: "more than ", ABOUT: "about "}.get(self.mod or "", "")
        if self.low is None or self.high is None:
            return f"{hedge}some"
        return hedge + (f"{self.low:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}")


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time by its length; ``rest`` is what comes on top in a smaller unit."""

    count: Count
    unit: Unit
    rest: Length | None = None

    def __str__(self) -> str:
        own = f"{self.count} {self.unit}{'' if self.count.low == self.count.high == 1 else 's'}"
        return own if self.rest is None else f"{own} and {self.rest}"

    @property
    def value(self) -> str:
        """As TIMEX3 writes it: ``P2W``, ``PT1M30S``, ``PXY``."""
        parts = self._parts()
        short = [part[1:] for part in parts if part.startswith("T")]
        return "P" + "".join(part for part in parts if not part.startswith("T")) + ("T" + "".join(short) if short else "")

    def _parts(self) -> list[str]:
        times, unit = TENS.get(self.unit, (1, self.unit)) if self.count.low is not None else (1, self.unit)
        letter = LETTERS.get(unit, "X")
        if self.count.low is None:
            own = [f"{letter[:-1]}X{letter[-1]}"]
        else:
            number = self.count.low * times
            whole, part = divmod(number, 1)
            smaller = {Unit.YEAR: (12, Unit.MONTH), Unit.HOUR: (60, Unit.MINUTE), Unit.MINUTE: (60, Unit.SECOND)}.get(unit)
            own = [f"{letter[:-1]}{whole:g}{letter[-1]}"] if whole or not part else []
            if part and smaller:
                own += Length(Count(round(part * smaller[0]), None), smaller[1])._parts()
            elif part:
                own = [f"{letter[:-1]}{number:g}{letter[-1]}"]
        return own + (self.rest._parts() if self.rest else [])

    def days(self) -> tuple[float, float]:
        """The fewest and most days that a writer who says this can mean, rounding as people do."""
        low, high = (_UNTOLD if each is None else (each, each) for each in (self.count.low, self.count.high))
        size = DAYS[self.unit]
        least, most = _rounded(low[0], high[1], self.count.mod, exact=self.unit is Unit.DAY or size < 1)
        more = self.rest.days() if self.rest else (0.0, 0.0)
        return least * size + more[0], most * size + more[1]


_UNTOLD = (2.0, 12.0)
"""What "several" may be."""


def _rounded(low: float, high: float, mod: str | None, *, exact: bool) -> tuple[float, float]:
    """How much can be meant by a count: "two months" is told of a month and a half to three."""
    slack = max(high / 10, 0.0) if high >= 10 else 0.0
    if mod == LESS:
        return low * 0.8 - slack, high * 1.02
    if mod == MORE:
        return low, high * 1.5 + 1
    near = mod == ABOUT
    if exact and not near:
        return max(0.0, low - (low > 1)), high + (high > 1) + slack
    return max(0.0, low - 0.5 - slack - near * low / 4), high + 1.1 + slack + near * high / 4


# Points of time


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number."""

    number: int
    fiscal: bool = False

    def __str__(self) -> str:
        return f"{'fiscal ' if self.fiscal else ''}{self.number}"

    def period(self, _: Anchor) -> Period:
        """The year; a fiscal one begins and ends up to nine months apart from it."""
        own = period(Unit.YEAR, date(self.number, 1, 1))
        return replace(own, first=later(own.first, -9), last=later(own.last, 9)) if self.fiscal else own


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century, by its first year."""

    unit: Unit
    number: int

    def __str__(self) -> str:
        return f"the {self.unit} from {self.number}"

    def period(self, _: Anchor) -> Period:
        """The ten or hundred years."""
        return period(self.unit, date(max(1, self.number), 1, 1))


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again each year or week: a month, a weekday, a day of a month, a season, a quarter, a half, a feast.

    ``number`` is that of the month, weekday (Monday is 1), season, quarter, half, or day of the month; ``day`` one in the month; ``name``
    the feast's; ``weekday`` the one that a date is said to be, 0 if none is.
    """

    kind: str
    number: int = 0
    day: int = 0
    name: str = ""
    weekday: int = 0

    def __str__(self) -> str:
        if self.kind == "feast":
            return self.name
        if self.kind == "date":
            return f"{self.day} {NAMES['month'][self.number - 1]}"
        names = NAMES.get(self.kind)
        if names:
            return names[self.number - 1]
        return f"the {self.number}." if self.kind == "day" else f"the {ORDINALS[self.number]} {self.kind}"

    def near(self, day: date) -> list[Period]:
        """Its times from about a year before a day to a year after it, a week for weekdays, in order."""
        if self.kind == "weekday":
            first = day.toordinal() - (day.weekday() - self.number + 1) % 7 - 7
            return [period(Unit.DAY, _clipped(first + 7 * i)) for i in range(4)]
        if self.kind == "day":
            months = [later(day.replace(day=1), i) for i in (-2, -1, 0, 1, 2)]
            return [period(Unit.DAY, found) for month in months if (found := _day(month.year, month.month, self.number))]
        reach = FAR if self.weekday or (self.number, self.day) == LEAP else NEAR
        times = [found for year in range(max(1, day.year - reach), min(9999, day.year + reach) + 1) for found in self._of(year)]
        return [each for each in times if not self.weekday or each.first.isoweekday() == self.weekday]

    def _of(self, year: int) -> list[Period]:
        match self.kind:
            case "month":
                return [period(Unit.MONTH, date(year, self.number, 1))]
            case "date":
                found = _day(year, self.number, self.day)
                return [period(Unit.DAY, found)] if found else []
            case "season":
                return [season(year, SEASONS[self.number - 1])]
            case "quarter":
                return [period(Unit.QUARTER, date(year, 3 * self.number - 2, 1))]
            case "half":
                return [period(Unit.HALF, date(year, 6 * self.number - 5, 1))]
        return feasts(self.name, year)

    def period(self, anchor: Anchor) -> Period:
        """The last that had begun by the day of writing; for what is to come the next that has not ended.

        What is not known to be past, and comes soon, is the next: "the Dec. 7 meeting" of a report of October; a day of a month is so in
        the past tense too ("set a meeting for Dec. 7"), as nobody leaves the year out of one ten months back. Of a quarter that has just
        ended people still speak as of what is to come: results.
        """
        times, written = self.near(anchor.written), anchor.written
        if not times or (self.kind == "feast" and not times[0].first <= written <= times[-1].last):
            raise ValueError(f"no {self} is known near {written}")
        last = next((each for each in reversed(times) if each.first <= written), times[0])
        if self.kind in SOON and (anchor.past is not True or self.kind == "date"):
            soon = next((each for each in times if 0 <= (each.first - written).days <= SOON[self.kind]), None)
            if soon is not None:
                return soon
        if anchor.past is False and not (self.kind in LINGERS and (written - last.last).days <= LINGERS[self.kind]):
            return next((each for each in times if each.last >= written), times[-1])
        return last


@dataclass(frozen=True, slots=True)
class Turn:
    """Which of the times of what recurs: the last before the day of writing (-1), this one's (0), the next after it (1)."""

    which: int
    what: Recurring

    def __str__(self) -> str:
        return f"{('this', 'the next', 'the last')[self.which]} {self.what}"

    def period(self, anchor: Anchor) -> Period:
        """That time."""
        times = self.what.near(anchor.written)
        if self.which < 0:
            return next((each for each in reversed(times) if each.last < anchor.written), times[0])
        if self.which > 0:
            return next((each for each in times if each.first > anchor.written), times[-1])
        around = period(Unit.WEEK if self.what.kind == "weekday" else Unit.YEAR, anchor.written)
        return next((each for each in times if around.first <= each.first <= around.last), times[0])


@dataclass(frozen=True, slots=True)
class Shift:
    """The calendar's day, week, month, ... of writing (0), or one so many later or earlier; ``spoken``: of what was spoken of last."""

    unit: Unit
    count: int = 0
    spoken: bool = False

    def __str__(self) -> str:
        base = "spoken of" if self.spoken else "of writing"
        if not self.count:
            return f"the {self.unit} {base}"
        many = "" if abs(self.count) == 1 else f"{abs(self.count)} "
        return f"the {self.unit} {many}{'after' if self.count > 0 else 'before'} the {self.unit} {base}"

    def period(self, anchor: Anchor) -> Period:
        """That period; of a quarter not spoken of, the last that is over, of a weekend the last that has begun."""
        if not self.spoken:
            return shifted(period(self.unit, anchor.written), self.count)
        own = anchor.last(self.unit)
        if own is not None:
            return shifted(own, self.count)
        if self.unit is Unit.QUARTER:
            return shifted(period(self.unit, anchor.written), self.count - 1)
        if self.unit is Unit.WEEKEND:
            over = anchor.written.weekday() < 5 and anchor.past is not False
            return shifted(period(self.unit, anchor.written), self.count - over)
        finer = anchor.last() if self.count or self.unit is Unit.DAY else None
        return shifted(period(self.unit, finer.first if finer else anchor.written), self.count)


@dataclass(frozen=True, slots=True)
class Away:
    """A measured distance before (-1) or after (1) the day of writing, what was spoken of last, or the point that it is ``of``."""

    length: Length
    sign: int
    spoken: bool = False
    of: Point | None = None

    def __str__(self) -> str:
        base = self.of or ("what was spoken of" if self.spoken else "the day of writing")
        return f"{self.length} {'before' if self.sign < 0 else 'after'} {base}"

    def period(self, anchor: Anchor) -> Period:
        """The period of the length's unit that the distance leads to; its edges are as far apart as rounding makes them."""
        base = self._base(anchor)
        first, last = (base.first, base.last) if base else (anchor.written, anchor.written)
        least, most = self.length.days()
        near, far = math.floor(least), math.ceil(most)
        edges = (first - timedelta(far), last - timedelta(near)) if self.sign < 0 else (first + timedelta(near), last + timedelta(far))
        count, unit = self.length.count.low, self.length.unit
        if count is None:
            return Period(unit, min(edges), max(edges), "PAST_REF" if self.sign < 0 else "FUTURE_REF")
        if base and unit is Unit.YEAR and count == int(count) and base.unit in COMPARED:
            return shifted(base, self.sign * int(count) * COMPARED[base.unit])
        central = _led(first, unit, self.sign * count)
        return Period(central.unit, min(edges), max(edges), central.value)

    def _base(self, anchor: Anchor) -> Period | None:
        """What is reckoned from, if not the day of writing; a year from a quarter spoken of is told of "a year ago" too."""
        if self.of is not None:
            return self.of.period(anchor)
        if self.spoken:
            return anchor.last()
        near = anchor.last()
        year = self.length.unit is Unit.YEAR and self.length.count.low == self.length.count.high == 1
        return near if year and self.sign < 0 and near is not None and near.unit is Unit.QUARTER else None

    @property
    def mod(self) -> str | None:
        """As the length's."""
        return self.length.count.mod


def _led(day: date, unit: Unit, count: float) -> Period:
    """The period that a distance leads to, of the unit it is measured in, years for longer ones."""
    months = MONTHS.get(unit, 3 if unit is Unit.SEASON else 0)
    if months:
        return period(unit if unit in (Unit.MONTH, Unit.QUARTER) else Unit.YEAR, later(day, round(count * months)))
    return period(Unit.WEEK if unit in (Unit.WEEK, Unit.WEEKEND) else Unit.DAY, day + timedelta(round(count * DAYS[unit])))


@dataclass(frozen=True, slots=True)
class In:
    """The n-th time of what recurs within a point of time, the last for -1: "May last year", "the first Monday in October"."""

    what: Recurring
    whole: Point
    count: int = 1

    def __str__(self) -> str:
        return f"{'' if self.count == 1 else 'the last ' if self.count < 0 else f'{self.count}. '}{self.what} of {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That time; ``ValueError`` where there is none."""
        whole = self.whole.period(anchor)
        if self.what.kind == "weekday":
            first = whole.first + timedelta((self.what.number - whole.first.isoweekday()) % 7)
            times = [period(Unit.DAY, first + timedelta(7 * i)) for i in range((whole.last - first).days // 7 + 1)]
        else:
            times = [each for each in self.what.near(whole.first) if whole.first <= each.first <= whole.last]
        if not times:
            raise ValueError(f"no {self.what} in {whole.value}")
        return times[self.count - 1 if self.count > 0 else self.count]


@dataclass(frozen=True, slots=True)
class Again:
    """The counterpart, in a year, of the quarter or other part of a year that was spoken of last: "the corresponding period last year"."""

    whole: Point

    def __str__(self) -> str:
        return f"what was spoken of, in {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That counterpart; the year itself if nothing was spoken of."""
        whole, near = self.whole.period(anchor), anchor.last(Unit.QUARTER, Unit.MONTH, Unit.HALF, Unit.SEASON)
        if near is None or whole.unit is not Unit.YEAR:
            return whole
        return shifted(near, (whole.first.year - near.first.year) * COMPARED[near.unit])


@dataclass(frozen=True, slots=True)
class Holding:
    """The period of a unit that a point of time ends in: "the quarter ended June 30"."""

    unit: Unit
    whole: Point

    def __str__(self) -> str:
        return f"the {self.unit} that holds {self.whole}"

    def period(self, anchor: Anchor) -> Period:
        """That period."""
        return period(self.unit, self.whole.period(anchor).last)


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th period of a unit within a point of time, the last for -1: "the first week of May"."""

    count: int
    unit: Unit
    whole: Point

    def __str__(self) -> str:
        which = "last" if self.count < 0 else f"{self.count}."
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

    def period(self, anchor: Anchor) -> Period:
        """A period of no unit of its own, with both values."""
        today = period(Unit.DAY, anchor.written)
        last = today if self.end is None else self.end.period(anchor)
        first = today if self.begin is None else self.begin.period(anchor)
        if first.first > last.last and self.begin and self.end:  # each by itself is the nearest: the one goes by the other
            if anchor.past is False:
                last = self.end.period(Anchor(first.first, anchor.spoken, past=False))
            else:
                first = self.begin.period(Anchor(last.first, anchor.spoken, past=True))
        return Period(last.unit, min(first.first, last.first), max(first.last, last.last), f"{first.value}/{last.value}")


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
        slack = timedelta(max(1, (whole.last - whole.first).days // 4))
        match self.mod:
            case "ON_OR_AFTER" | "AFTER":
                return replace(whole, last=date.max)
            case "ON_OR_BEFORE" | "BEFORE":
                return replace(whole, first=date.min)
        return replace(whole, first=whole.first - slack, last=whole.last + slack)


Point = Year | Era | Recurring | Turn | Shift | Away | In | Again | Holding | Nth | Part | Hour | Range | Edged
"""What is a day, a year, or another stretch of the calendar once it is anchored."""


# What is no point


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length that ends with the day of writing (-1) or begins there (1), or with what ``whole`` it begins: "the past two weeks"."""

    length: Length
    sign: int
    whole: Point | None = None

    def __str__(self) -> str:
        if self.whole:
            return f"the first {self.length} of {self.whole}"
        return f"the {self.length} {'up to' if self.sign < 0 else 'from'} the day of writing"

    def edges(self, anchor: Anchor) -> tuple[date, date]:
        """The first and last day that it can reach to."""
        far = timedelta(math.ceil(self.length.days()[1]))
        if self.whole:
            first = self.whole.period(anchor).first
            return first, first + far
        return (anchor.written - far, anchor.written) if self.sign < 0 else (anchor.written, anchor.written + far)


@dataclass(frozen=True, slots=True)
class Every:
    """What comes again and again: a unit, so many of it, or something that recurs."""

    what: Length | Recurring

    def __str__(self) -> str:
        return f"every {self.what}"

    @property
    def value(self) -> str:
        """``P1D``, ``XXXX-WXX-4``, ``XXXX-07``, ``XXXX-SU``."""
        if isinstance(self.what, Length):
            return self.what.value
        what = self.what
        match what.kind:
            case "weekday":
                return f"XXXX-WXX-{what.number}"
            case "month":
                return f"XXXX-{what.number:02}"
            case "date":
                return f"XXXX-{what.number:02}-{what.day:02}"
            case "season":
                return f"XXXX-{SEASONS[what.number - 1]}"
            case "quarter" | "half":
                return f"XXXX-{what.kind[0].upper()}{what.number}"
            case "day":
                return f"XXXX-XX-{what.number:02}"
        return "P1Y"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time told by its side alone: ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``."""

    side: str

    def __str__(self) -> str:
        return {"PAST_REF": "some time before", "PRESENT_REF": "about the day of writing", "FUTURE_REF": "some time after"}[self.side]


Meaning = Point | Length | Stretch | Every | Vague


def denote(meaning: Meaning, anchor: Anchor) -> Denoted | None:
    """What a meaning comes to; ``None`` for what lies outside the years 1 to 9999, or for a day that no calendar has."""
    try:
        return _denoted(meaning, anchor)
    except (OverflowError, ValueError, IndexError):
        return None


def _denoted(meaning: Meaning, anchor: Anchor) -> Denoted:
    match meaning:
        case Length():
            return Denoted("DURATION", meaning.value, meaning.count.mod)
        case Stretch():
            first, last = meaning.edges(anchor)
            return Denoted("DURATION", meaning.length.value, meaning.length.count.mod, first, last)
        case Every():
            return Denoted("SET", meaning.value)
        case Vague():
            return Denoted("DATE", meaning.side, None, *_sides(meaning.side, anchor.written))
        case _:
            found = meaning.period(anchor)
            kind = "TIME" if "T" in found.value[:14] and found.unit is Unit.DAY else "DATE"
            edges = (None if day in (date.min, date.max) else day for day in (found.first, found.last))
            return Denoted(kind, found.value, mod_of(meaning), *edges)


def mod_of(meaning: Point) -> str | None:
    """The modifier of TIMEX3 that a point of time has, its own or that of what it lies in."""
    match meaning:
        case Part() | Away():
            return meaning.mod
        case Edged():
            return meaning.mod
        case Hour():
            return mod_of(meaning.day)
    return None


def _sides(side: str, written: date) -> tuple[date | None, date | None]:
    return {"PAST_REF": (None, written), "FUTURE_REF": (written, None)}.get(side, (None, None))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clipped(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
