"""What the rules of time expressions make their meanings with. ``None`` is no reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from purport.time.anchor import Point
from purport.time.calendar import SEASONS, Unit
from purport.time.lengths import ABOUT, LESS, MORE, Count, Length
from purport.time.meaning import Every, Stretch, Vague
from purport.time.parts import EARLIER, END, LATER, MID, START, Edged, Holding, Hour, In, Nth, Part, Range
from purport.time.points import Again, Away, BeforeChrist, Era, Shift, Year
from purport.time.recurring import Recurring, Turn


def _unit(name: str) -> Unit:
    return Unit(name)


def _length(count: Count, unit: str) -> Length:
    return Length(count, Unit(unit))


def _exactly(number: float) -> Count:
    return Count(number, number)


def _open(unit: str) -> Length:
    return Length(Count(None, None), Unit(unit))


def _hedged(length: Length, mod: str) -> Length:
    return replace(length, count=replace(length.count, mod=mod))


def _joined(first: Length, second: Length) -> Length | None:
    order = [*Unit]
    if first.rest or second.count.low is None or order.index(second.unit) >= order.index(first.unit):
        return None
    return replace(first, rest=second)


def _month_day(month: int, day: int) -> Recurring | None:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return Recurring("date", month, day) if 1 <= day <= longest else None


def _numbered(kind: str, most: int) -> Callable[[int], Recurring | None]:
    return lambda number: Recurring(kind, number) if 1 <= number <= most else None


def _year(number: int) -> Year | None:
    return Year(number) if 1 <= number <= 9999 else None


def _short_year(number: int) -> int:
    return 1900 + number if number > 40 else 2000 + number


def _in_year(what: Recurring, year: int) -> In:
    return In(what, Year(year))


def _within(what: Recurring, whole: Point) -> In | None:
    """What recurs within something longer: no "Friday of the evening"."""
    return None if isinstance(whole, Recurring | Hour | Range) or (isinstance(whole, In) and what.kind != "weekday") else In(what, whole)


def _iso(words: str) -> Point:
    year, month, *day = map(int, words.split("-"))
    if day:
        date(year, month, day[0])
        return In(Recurring("date", month, day[0]), Year(year))
    return In(Recurring("month", month), Year(year))


def _slashed(numbers: tuple[int, int, int]) -> Point | None:
    """A date of numbers, if they can be read one way alone: 3/4/2017 is March or April."""
    one, other, year = numbers
    if (one > 12) == (other > 12) and one != other:
        return None
    month, day = (other, one) if one > 12 else (one, other)
    date(year, month, day)
    return In(Recurring("date", month, day), Year(year))


def _clock(hour: int, minute: int) -> str | None:
    return f"T{hour:02}:{minute:02}" if 0 <= hour <= 24 and 0 <= minute < 60 else None


def _half_day(hour: int, minute: int, meridiem: int) -> str | None:
    return f"T{hour % 12 + meridiem:02}:{minute:02}" if 1 <= hour <= 12 else None


def _in_part(clock: str, part: str) -> Point:
    """A clock's time by the part of day it is told with: "9 in the evening" is at 21:00."""
    hour = int(clock[1:3])
    return Hour(f"T{hour + 12:02}{clock[3:]}" if part in ("TAF", "TEV", "TNI") and hour < 12 else clock, TODAY)


def _part(which: str) -> Callable[[Point], Part]:
    return lambda whole: Part(which, whole)


def _part_of_day(part: str, day: Point) -> Hour | None:
    whole = day.whole if isinstance(day, Part) else day
    days = isinstance(whole, Recurring) and whole.kind in ("weekday", "date", "day", "feast")
    days |= isinstance(whole, Turn) and whole.what.kind in ("weekday", "date", "feast")
    days |= isinstance(whole, In) and whole.what.kind in ("weekday", "date", "feast")
    days |= isinstance(whole, Shift | Nth) and whole.unit is Unit.DAY
    return Hour(part, day) if days else None


def _early(hour: Hour | None) -> Part | None:
    return None if hour is None else Part(START, hour)


def _days_to(month: int, first: int, last: int, year: int | None = None) -> Range | None:
    """Some days of one month, in a year if that is told."""
    begin, end = _month_day(month, first), _month_day(month, last)
    if begin is None or end is None or first >= last:
        return None
    return Range(begin, end) if year is None else Range(In(begin, Year(year)), In(end, Year(year)))


def _century(number: int) -> Era | None:
    return Era(Unit.CENTURY, (number - 1) * 100) if 1 <= number <= 30 else None


def _days(number: float) -> Length:
    return Length(_exactly(number), Unit.DAY)


def _weekday_on(weeks: float | None, unit: str, weekday: int) -> Away | None:
    """A weekday some weeks after its next: "a week from Tuesday"."""
    return Away(_days(7 * weeks), 1, of=Turn(1, Recurring("weekday", weekday))) if weeks is not None and unit == "week" else None


def _on_weekday(weekday: int, day: Recurring) -> Recurring:
    return replace(day, weekday=weekday)


def _calendars(unit: str) -> Unit:
    """A unit that the calendar has periods of; ``ValueError`` for those shorter than a day."""
    if Unit(unit) in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        raise ValueError(f"no calendar of {unit}s")
    return Unit(unit)


def _shift(count: int, *, spoken: bool = False) -> Callable[[str], Shift]:
    return lambda unit: Shift(_calendars(unit), count, spoken)


def _year_back(what: Recurring | Point) -> Point | None:
    """What recurs, of the year before: "the year-earlier third quarter"."""
    return In(what, Shift(Unit.YEAR, -1)) if isinstance(what, Recurring) else None


TODAY = Shift(Unit.DAY)
SPOKEN_DAY = Shift(Unit.DAY, 0, spoken=True)
ONE_YEAR = Length(Count(1, 1), Unit.YEAR)
FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "same": lambda value: value,
    "add": lambda one, other: one + other if other < 10 else None,
    "times": lambda one, other: one * other,
    "hundreds": lambda one, _, rest: one * 100 + rest if rest < 100 and one < 100 else None,
    "exactly": _exactly,
    "approximately": lambda number: Count(number, number, ABOUT),
    "exactly_both": lambda whole, part: _exactly(whole + part),
    "between": lambda low, high: Count(low, high) if low < high else None,
    "open": lambda most: Count(None, None, most=most),
    "couple": lambda: Count(2, 3, ABOUT),
    "one_or_two": lambda: Count(1, 2),
    "and_half": lambda whole: _exactly(whole + 0.5),
    "one_half": lambda: _exactly(0.5),
    "hedged": lambda count, mod: replace(count, mod=mod),
    "over": lambda count: replace(count, mod=MORE),
    "under": lambda count: replace(count, mod=LESS),
    "length": _length,
    "one_of": lambda unit: _length(_exactly(1), unit),
    "quarter_of": lambda unit: _length(_exactly(0.25), unit),
    "three_quarters_of": lambda unit: _length(_exactly(0.75), unit),
    "half_of": lambda unit: _length(_exactly(0.5), unit),
    "open_length": _open,
    "open_time": lambda: Length(Count(None, None), Unit.SEASON),
    "and_half_of": lambda unit: _length(_exactly(1.5), unit),
    "fortnight": lambda count: _length(_exactly(2 * (count if isinstance(count, int) else 1)), "week"),
    "joined": _joined,
    "hedge_length": _hedged,
    "over_length": lambda length: _hedged(length, MORE),
    "under_length": lambda length: _hedged(length, LESS),
    "about_length": lambda length: _hedged(length, ABOUT),
    "year_words": lambda century, tens, ones=0: century * 100 + tens + (ones or 0) if 10 <= century <= 20 else None,
    "two_thousand": lambda rest=0: 2000 + (rest or 0) if (rest or 0) < 100 else None,
    "short_year": _short_year,
    "month": _numbered("month", 12),
    "weekday": _numbered("weekday", 7),
    "season": _numbered("season", 4),
    "month_day": _month_day,
    "quarter": _numbered("quarter", 4),
    "quarter_year": lambda both: In(Recurring("quarter", both[0]), Year(_short_year(both[1]))),
    "half": _numbered("half", 2),
    "half_last": lambda: Recurring("half", 2),
    "feast": lambda name: Recurring("feast", name=name),
    "on_weekday": _on_weekday,
    "day_of_month": _numbered("day", 31),
    "year": _year,
    "fiscal": lambda year: Year(year, fiscal=True),
    "before_christ": BeforeChrist,
    "years_before_christ": lambda first, last: Range(BeforeChrist(first), BeforeChrist(last)) if first > last else None,
    "within_before_christ": lambda what, year: In(what, BeforeChrist(year)),
    "century_before_christ": lambda number: BeforeChrist((number - 1) * 100, Unit.CENTURY),
    "centuries": lambda first, last: Range(_century(first), _century(last)) if first < last else None,
    "decade": lambda year: Era(Unit.DECADE, year),
    "short_decade": lambda tens: Era(Unit.DECADE, 1900 + tens if tens >= 20 else 2000 + tens),
    "century": _century,
    "iso": _iso,
    "iso_time": lambda words: Hour(f"T{words[11:]}", _iso(words[:10])),
    "holding": lambda unit, day: Holding(_calendars(unit), day),
    "slashed": _slashed,
    "within_year": _in_year,
    "within": _within,
    "turn_last": lambda what: Turn(-1, what),
    "turn_next": lambda what: Turn(1, what),
    "turn_this": lambda what: Turn(0, what),
    "shift_last": _shift(-1),
    "shift_next": _shift(1),
    "shift_this": _shift(0),
    "before_spoken": _shift(-1, spoken=True),
    "after_spoken": _shift(1, spoken=True),
    "spoken": _shift(0, spoken=True),
    "that": lambda unit: Shift(_calendars(unit), 0, spoken=True, pointed=True),
    "latest": lambda unit: Shift(_calendars(unit), -1 if unit == "quarter" else 0),
    "today": lambda: TODAY,
    "tonight": lambda: Hour("TNI", TODAY),
    "yesterday": lambda: Shift(Unit.DAY, -1),
    "tomorrow": lambda: Shift(Unit.DAY, 1),
    "days_back": lambda: Shift(Unit.DAY, -2),
    "days_on": lambda: Shift(Unit.DAY, 2),
    "year_end": lambda: Part(END, Shift(Unit.YEAR)),
    "end_of_unit": lambda unit: Part(END, Shift(_calendars(unit))),
    "turn_of_century": lambda: Edged(ABOUT, Year(2000)),
    "month_last_year": lambda: Shift(Unit.MONTH, -12),
    "september_eleventh": lambda: In(Recurring("date", 9, 11), Year(2001)),
    "feast_weekend": lambda name: Holding(Unit.WEEKEND, Recurring("feast", name=name)),
    "of_last_week": lambda weekday: In(Recurring("weekday", weekday), Shift(Unit.WEEK, -1)),
    "days_after_next": lambda weekday: _weekday_on(1, "week", weekday),
    "weekday_on": lambda count, unit, weekday: _weekday_on(count.low if isinstance(count, Count) else 1, unit, weekday),
    "weekdays_ago": lambda number, weekday: Away(_days(7 * (number - 1)), -1, of=Turn(-1, Recurring("weekday", weekday))),
    "ago_today": lambda length: Away(_days(7 * length.count.low), -1, of=TODAY) if length.unit is Unit.WEEK else Away(length, -1),
    "ago": lambda length: Away(length, -1),
    "earlier": lambda length: Away(length, -1, spoken=True),
    "later": lambda length: Away(length, 1, spoken=True),
    "hence": lambda length: Away(length, 1),
    "again": lambda whole: Again(whole),
    "again_year": lambda year: Again(Year(year)),
    "year_back": _year_back,
    "year_back_spoken": lambda: Away(ONE_YEAR, -1, spoken=True),
    "quarter_back_spoken": lambda: Shift(Unit.QUARTER, -4, spoken=True),
    "spoken_period": lambda: Shift(Unit.QUARTER, 0, spoken=True),
    "start_of": _part(START),
    "mid_of": _part(MID),
    "end_of": _part(END),
    "before_in": _part(EARLIER),
    "after_in": _part(LATER),
    "about": lambda whole: Edged(ABOUT, whole),
    "on_or_after": lambda whole: Edged("ON_OR_AFTER", whole),
    "since": lambda whole: Range(whole, None),
    "until": lambda whole: Edged("ON_OR_BEFORE", whole),
    "range": lambda begin, end: Range(begin, end),
    "days_to": _days_to,
    "years_to": lambda first, last: Range(Year(first), Year(first // 100 * 100 + last)) if first % 100 < last < 100 else None,
    "range_days": lambda first, last: Range(Recurring("weekday", first), Recurring("weekday", last)),
    "range_eras": lambda first, last: Range(Era(Unit.DECADE, first), Era(Unit.DECADE, last)),
    "last_weekday": lambda weekday, whole: In(Recurring("weekday", weekday), whole, -1),
    "nth_weekday": lambda number, weekday, whole: In(Recurring("weekday", weekday), whole, number),
    "after_point": lambda length, whole: Away(length, 1, of=whole),
    "before_point": lambda length, whole: Away(length, -1, of=whole),
    "day_after": lambda whole: Away(_length(_exactly(1), "day"), 1, of=whole),
    "day_before": lambda whole: Away(_length(_exactly(1), "day"), -1, of=whole),
    "year_before_last": lambda: Shift(Unit.YEAR, -2),
    "nth": lambda number, unit, whole: Nth(number, _calendars(unit), whole),
    "nth_last": lambda unit, whole: Nth(-1, _calendars(unit), whole),
    "first_of": lambda number, unit, whole: Stretch(_length(_exactly(number), unit), 1, whole),
    "month_this": lambda month: In(Recurring("month", month), Shift(Unit.YEAR)),
    "first_half": lambda whole: In(Recurring("half", 1), whole),
    "day_n": lambda number: SPOKEN_DAY,
    "clock": lambda time: _clock(time[0], time[1]),
    "clock_half": lambda time, meridiem: _half_day(time[0], time[1], meridiem),
    "hour_half": lambda hour, meridiem: _half_day(hour, 0, meridiem),
    "half_past": lambda hour: _clock(hour, 30) if hour <= 12 else None,
    "quarter_past": lambda hour: _clock(hour, 15) if hour <= 12 else None,
    "quarter_to": lambda hour: _clock(hour - 1, 45) if hour <= 12 else None,
    "hour_of": lambda hour: _clock(hour, 0),
    "at_clock_today": lambda clock: Hour(clock, SPOKEN_DAY),
    "at_clock": lambda clock, day: _part_of_day("T24:00" if clock == "T00:00" else clock, day),
    "part_of_day": _part_of_day,
    "today_part": lambda part: Hour(part, TODAY),
    "early_hours": lambda day: _early(_part_of_day("TMO", day)),
    "last_part": lambda part: Hour(part, Shift(Unit.DAY, -1)),
    "spoken_part": lambda part: Hour(part, SPOKEN_DAY),
    "clock_in": _in_part,
    "hour_in": lambda hour, part: _in_part(f"T{hour:02}:00", part) if 1 <= hour <= 12 else None,
    "past": lambda length: Stretch(length, -1),
    "to_come": lambda length: Stretch(length, 1),
    "past_decade": lambda: Stretch(_length(_exactly(1), "decade"), -1),
    "first_length": lambda count, unit, whole: Stretch(_length(count, unit), 1, whole),
    "every_one": lambda unit: Every(_length(_exactly(1), unit)),
    "every": lambda length: Every(length),
    "every_other": lambda unit: Every(_length(_exactly(2), unit)),
    "every_rec": lambda what: Every(what),
    "every_weekday": lambda number, part="": Every(Recurring("weekday", number), part or ""),
    "every_half_year": lambda: Every(_length(_exactly(6), "month")),
    "every_season": lambda number: Every(Recurring("season", number)) if number <= len(SEASONS) else None,
    "vague": lambda side: Vague(side),
    "past_ref": lambda: Vague("PAST_REF"),
    "present_ref": lambda: Vague("PRESENT_REF"),
    "future_ref": lambda: Vague("FUTURE_REF"),
}
"""By the name that rules have them under."""
