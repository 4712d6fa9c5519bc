"""What comes again each year or week, and which of its times is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from purport.time.anchor import Anchor
from purport.time.calendar import SEASONS, Period, Unit, around, later, period, season
from purport.time.feasts import feasts

NAMES: Final = {
    "month": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "season": ("spring", "summer", "autumn", "winter"),
}
ORDINALS = ("", "first", "second", "third", "fourth", "fifth")
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
NEAR, FAR = 2, 12
"""Years to either side in which what comes each year is looked for, and what does not: 29 February, a day that is a Friday."""
LEAP = (2, 29)
YEAR = date(2000, 7, 1)
"""A day of a year that has all days."""
SOON = {"date": 65, "month": 45}
"""Days ahead within which a date without a year, of which neither tense nor anything else tells its side, is to come."""
LINGERS = {"quarter": 75, "half": 75}
"""Days after its end for which a part of the financial year is still spoken of as what is to come."""


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
            return " ".join(word[:1].upper() + word[1:] for word in self.name.split("_"))
        if self.kind == "date":
            return f"{self.day} {NAMES['month'][self.number - 1]}"
        names = NAMES.get(self.kind)
        if names:
            return names[self.number - 1]
        return f"the {_numbered(self.number)}" if self.kind == "day" else f"the {ORDINALS[self.number]} {self.kind}"

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

    def within(self, whole: Period) -> Period:
        """Its time in a year before Christ."""
        return replace(around(Unit.YEAR, whole), value=whole.value[:6] + self.near(YEAR)[0].value[4:])

    def period(self, anchor: Anchor) -> Period:
        """The last that had begun by the day of writing; for what is to come the next that has not ended.

        What is not known to be past, and comes soon, is the next: "the Dec. 7 meeting" of a report of October; a day of a month is so in
        the past tense too ("set a meeting for Dec. 7"), as nobody leaves the year out of one ten months back. Of a quarter that has just
        ended people still speak as of what is to come: results.
        """
        near = anchor.last()
        if anchor.story and near is not None and near.dayless:
            return self.within(near)
        times, written = self.near(anchor.written), anchor.written
        if not times or (self.kind == "feast" and not times[0].first <= written <= times[-1].last):
            raise ValueError(f"no {self} is known near {written}")
        last = next((each for each in reversed(times) if each.first <= written), times[0])
        if self.kind in SOON and not anchor.story and (anchor.past is not True or self.kind == "date"):
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
        return f"{('this', 'the next', 'the last')[self.which]} {bare(self.what)}"

    def period(self, anchor: Anchor) -> Period:
        """That time."""
        times = self.what.near(anchor.written)
        if self.which < 0:
            return next((each for each in reversed(times) if each.last < anchor.written), times[0])
        if self.which > 0:
            return next((each for each in times if each.first > anchor.written), times[-1])
        around = period(Unit.WEEK if self.what.kind == "weekday" else Unit.YEAR, anchor.written)
        return next((each for each in times if around.first <= each.first <= around.last), times[0])


def bare(what: object) -> str:
    """What is printed, without "the"."""
    return str(what).removeprefix("the ")


def ordinal(number: int) -> str:
    """``first`` to ``fifth``, then ``6th``."""
    return ORDINALS[number] if 0 < number < len(ORDINALS) else _numbered(number)


def _numbered(number: int) -> str:
    return f"{number}{'th' if number // 10 % 10 == 1 else SUFFIXES.get(number % 10, 'th')}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clipped(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
