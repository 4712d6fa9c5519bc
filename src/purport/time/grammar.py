"""Words -> meanings, by a grammar kept as data.

``lexicon/time_words.tsv`` says what single words are, ``lexicon/time_rules.tsv`` how they go together, ``lexicon/feasts.tsv`` which days
have names. Every way to read a part of the words is kept in a chart from the shortest parts up; the meaning of the whole is that of the
longest part that is a time expression, so that words nobody foresaw ("a *flat* second quarter") do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import product
from typing import Any

from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.time.calendar import SEASONS, Unit
from purport.time.meaning import (
    ABOUT,
    EARLIER,
    END,
    LATER,
    LESS,
    MID,
    MORE,
    START,
    Again,
    Away,
    Count,
    Edged,
    Era,
    Every,
    Holding,
    Hour,
    In,
    Length,
    Meaning,
    Nth,
    Part,
    Point,
    Range,
    Recurring,
    Shift,
    Stretch,
    Turn,
    Vague,
    Year,
)

LONGEST = 14
"""Words of an expression that are looked at; what is longer is no time expression but a clause."""
READINGS = 4
"""Ways to read one part as one thing that are kept."""
FOREIGN = frozenset({"bc", "b.c", "b.c.", "bce", "b.c.e.", "ah", "a.h."})
"""Words of other ways to count years, which are not read."""
KINDS = {"point": ("DATE", "TIME"), "length": ("DURATION",), "stretch": ("DURATION",), "set": ("SET",), "vague": ("DATE",)}
"""The results of rules that are whole expressions, and the TIMEX3 types they can have."""

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\dt\d\d:\d\d(?!\d)|\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])|\d{4}/\d\d/\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d+/\d+|\d{1,2}[:.]\d\d(?!\d)|['’]\d0s|['’]\d\d(?!\d)|\d0s\b|\d{3}0s"
    r"|\d+(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[½¼¾]|['’]s\b|\b[qh][1-4]\b|\b[ap]\.m\.?|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?\.?|,"
)
_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)|(?<=[^\W\d_])[–—](?=[^\W\d_])")
_ISO = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])")
_BETWEEN = re.compile(r"([^\W\d_]+\.?)-([^\W\d_]+\.?)")
_SHAPES = (
    ("int", re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}"), lambda word: int(word.replace(",", ""))),
    ("year4", re.compile(r"1\d{3}|20\d\d|21\d\d"), int),
    ("decimal", re.compile(r"\d+\.\d+"), float),
    (
        "fraction",
        re.compile(r"[½¼¾]|[13]/[24]"),
        lambda word: {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}.get(word, 0.5),
    ),
    ("ordinal", re.compile(r"\d{1,2}(?:st|nd|rd|th)"), lambda word: int(word[:-2])),
    ("hm", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d"), lambda word: tuple(map(int, re.split("[:.]", word)))),
    ("decade4", re.compile(r"\d{3}0s"), lambda word: int(word[:-1])),
    ("short_decade", re.compile(r"['’]?\d0s"), lambda word: int(word.strip("'’s"))),
    ("short_year", re.compile(r"['’]\d\d"), lambda word: int(word[1:])),
    ("iso", _ISO, str),
    ("iso_time", re.compile(r"\d{4}-\d\d-\d\dt\d\d:\d\d"), str),
    ("slashed", re.compile(r"\d{1,2}/\d{1,2}/\d{4}"), lambda word: tuple(map(int, word.split("/")))),
    ("dotted", re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}"), lambda word: "-".join(f"{int(part):02}" for part in reversed(word.split(".")))),
    ("iso", re.compile(r"\d{4}/\d\d/\d\d"), lambda word: word.replace("/", "-")),
    ("half_sign", re.compile(r"h[12]"), lambda word: int(word[1])),
    ("military", re.compile(r"(?:[01]\d|2[0-3])[0-5]\d"), lambda word: (int(word[:2]), int(word[2:]))),
    ("quarter_sign", re.compile(r"q[1-4]"), lambda word: int(word[1])),
)


def tokens(words: str) -> list[str]:
    """The words of an expression in small letters; hyphens part them, a dash between numbers is "to"."""
    lower = words.lower()
    plain = lower if _ISO.search(lower) else _BETWEEN.sub(_to, _RANGE.sub(" to ", lower))
    found = _TOKEN.findall(re.sub(r"(?<=\d)(?=[ap]\.?m\b)", " ", plain).replace("’", "'"))
    return list(_named(found))


def _to(both: re.Match[str]) -> str:
    """Two months or two weekdays with a hyphen between them, as a range: "May-July"."""
    kinds = [{category for category, _ in _lexicon().get(word, ())} & {"month", "weekday"} for word in both.groups()]
    return f"{both[1]} to {both[2]}" if kinds[0] & kinds[1] else both[0]


def _named(found: Sequence[str]) -> Iterator[str]:
    """Tokens, those of a feast's name as one."""
    at = 0
    names = _feasts()
    while at < len(found):
        for size in (4, 3, 2, 1):
            name = _plain("_".join(found[at : at + size]).replace("_'s", "'s"))
            if name in names and at + size <= len(found):
                yield names[name]
                at += size
                break
        else:
            yield found[at]
            at += 1


@cache
def _feasts() -> Mapping[str, str]:
    """The forms of feasts, as they are told apart: without hyphens and apostrophes."""
    return {_plain(form): form for form in listed("feasts.tsv")}


def _plain(form: str) -> str:
    return form.replace("'", "").replace("-", "_").rstrip(".")


@cache
def _lexicon() -> Mapping[str, tuple[tuple[str, Any], ...]]:
    found: dict[str, list[tuple[str, Any]]] = {}
    for forms, category, value in rows("time_words.tsv"):
        for form in forms.split():
            found.setdefault(form, []).append((category, int(value) if value.lstrip("-").isdigit() else value))
    for form in listed("feasts.tsv"):
        found.setdefault(form, []).append(("feast", form))
    return {form: tuple(own) for form, own in found.items()}


def _categories(word: str) -> Iterator[tuple[str, Any]]:
    yield f'"{word}"', word
    lexicon = _lexicon()
    yield from lexicon.get(word) or lexicon.get(word.rstrip("."), ())
    for name, shape, value in _SHAPES:
        if shape.fullmatch(word):
            yield name, value(word)


# Rules


@dataclass(frozen=True, slots=True)
class Rule:
    """What a sequence of symbols is: ``places`` holds the place in the pattern of each symbol, ``given`` those that the meaning takes."""

    result: str
    symbols: tuple[str, ...]
    places: tuple[int, ...]
    function: str
    given: tuple[int, ...]


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by their first symbol, optional words and alternatives written out."""
    found: dict[str, list[Rule]] = {}
    for result, pattern, meaning, *_ in rows("time_rules.tsv"):
        function, *given = meaning.split()
        for chosen in product(*map(_alternatives, re.findall(r'(?:"[^"]*"|[^\s"|?]+)(?:\|(?:"[^"]*"|[^\s"|?]+))*\??', pattern))):
            both = [(symbol, place) for place, symbols in enumerate(chosen, 1) for symbol in symbols]
            if both:
                symbols, places = zip(*both, strict=True)
                found.setdefault(symbols[0], []).append(Rule(result, symbols, places, function, tuple(map(int, given))))
    return {first: tuple(dict.fromkeys(own)) for first, own in found.items()}


def _alternatives(element: str) -> list[tuple[str, ...]]:
    """``"of"|"in"?`` -> one symbol, the other, or none."""
    plain = element.removesuffix("?")
    return [(each,) for each in plain.split("|")] + ([()] if plain != element else [])


# Readings

Values = dict[str, list[Any]]
Chart = list[list[Values]]


@lru_cache(maxsize=16384)
def read(words: str, kind: str = "") -> Meaning | None:
    """What a time expression means, ``None`` if nothing is known of it; a TIMEX3 ``kind`` decides between readings as long as others.

    A number that no rule finds a place for leaves nothing: "31 June" is not June.
    """
    found = [*tokens(words)]
    if not 0 < len(found) <= LONGEST or not FOREIGN.isdisjoint(found):
        return None
    chart, numbers = _chart(found), [i for i, word in enumerate(found) if word[0].isdigit()]
    best: tuple[tuple[int, bool, int], Meaning] | None = None
    for start in range(numbers[0] + 1 if numbers else len(found)):
        for end in range(len(found), max(start, numbers[-1] if numbers else 0), -1):
            for result, kinds in KINDS.items():
                for order, meaning in enumerate(chart[start][end].get(result, ())):
                    rank = (end - start, _type(meaning, kinds) == kind, -order)
                    if best is None or rank > best[0]:
                        best = rank, meaning
    return best[1] if best else None


def _type(meaning: Meaning, kinds: tuple[str, ...]) -> str:
    return kinds[-1] if isinstance(meaning, Hour) else kinds[0]


def _chart(found: Sequence[str]) -> Chart:
    """What each part of the words can be: ``chart[start][end]``."""
    total = len(found)
    chart: Chart = [[{} for _ in range(total + 1)] for _ in range(total + 1)]
    for start, word in enumerate(found):
        for category, value in _categories(word):
            chart[start][start + 1].setdefault(category, []).append(value)
    for size in range(1, total + 1):
        for start in range(total - size + 1):
            _close(chart, start, start + size)
    return chart


def _close(chart: Chart, start: int, end: int) -> None:
    """Adds what rules make of one part, until they make nothing new of it."""
    own = chart[start][end]
    while True:
        new = False
        firsts = [(middle, symbol) for middle in range(start + 1, end + 1) for symbol in chart[start][middle]]
        for middle, symbol in firsts:
            for rule in _rules().get(symbol, ()):
                if (len(rule.symbols) == 1) != (middle == end):
                    continue
                for values in _matches(chart, rule.symbols, start, end):
                    made = _made(rule, values)
                    kept = own.setdefault(rule.result, []) if made is not None else []
                    if made is not None and made not in kept and len(kept) < READINGS:
                        kept.append(made)
                        new = True
        if not new:
            return


def _matches(chart: Chart, symbols: tuple[str, ...], start: int, end: int) -> list[list[Any]]:
    """The values of symbols that together are a part."""
    first, *rest = symbols
    if not rest:
        return [[value] for value in chart[start][end].get(first, ())]
    found = []
    for middle in range(start + 1, end - len(rest) + 1):
        values = chart[start][middle].get(first)
        if values:
            after = _matches(chart, symbols[1:], middle, end)
            found += [[value, *more] for value in values for more in after]
    return found


def _made(rule: Rule, values: Sequence[Any]) -> Any:
    by_place = dict(zip(rule.places, values, strict=True))
    try:
        return FUNCTIONS[rule.function](*(by_place.get(place) for place in rule.given))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


# What meanings of rules are made with. ``None`` is no reading.


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
    "open": lambda: Count(None, None),
    "couple": lambda: Count(2, 3, ABOUT),
    "one_or_two": lambda: Count(1, 2),
    "and_half": lambda whole: _exactly(whole + 0.5),
    "one_half": lambda: _exactly(0.5),
    "hedged": lambda count, mod: replace(count, mod=mod),
    "over": lambda count: replace(count, mod=MORE),
    "under": lambda count: replace(count, mod=LESS),
    "length": _length,
    "one_of": lambda unit: _length(_exactly(1), unit),
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
    "half": _numbered("half", 2),
    "half_last": lambda: Recurring("half", 2),
    "feast": lambda name: Recurring("feast", name=name),
    "on_weekday": _on_weekday,
    "day_of_month": _numbered("day", 31),
    "year": _year,
    "fiscal": lambda year: Year(year, fiscal=True),
    "decade": lambda year: Era(Unit.DECADE, year),
    "short_decade": lambda tens: Era(Unit.DECADE, 1900 + tens if tens >= 20 else 2000 + tens),
    "century": lambda number: Era(Unit.CENTURY, (number - 1) * 100) if 1 <= number <= 30 else None,
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
    "latest": lambda unit: Shift(_calendars(unit), -1 if unit == "quarter" else 0),
    "today": lambda: TODAY,
    "tonight": lambda: Hour("TNI", TODAY),
    "yesterday": lambda: Shift(Unit.DAY, -1),
    "tomorrow": lambda: Shift(Unit.DAY, 1),
    "days_back": lambda: Shift(Unit.DAY, -2),
    "days_on": lambda: Shift(Unit.DAY, 2),
    "year_end": lambda: Part(END, Shift(Unit.YEAR)),
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
    "days_to": lambda month, first, last: Range(_month_day(month, first), _month_day(month, last)) if first < last else None,
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
    "hour_of": lambda hour: _clock(hour, 0),
    "at_clock_today": lambda clock: Hour(clock, SPOKEN_DAY),
    "at_clock": lambda clock, day: _part_of_day("T24:00" if clock == "T00:00" else clock, day),
    "part_of_day": _part_of_day,
    "today_part": lambda part: Hour(part, TODAY),
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
    "every_weekday": lambda number: Every(Recurring("weekday", number)),
    "every_season": lambda number: Every(Recurring("season", number)) if number <= len(SEASONS) else None,
    "vague": lambda side: Vague(side),
    "past_ref": lambda: Vague("PAST_REF"),
    "present_ref": lambda: Vague("PRESENT_REF"),
    "future_ref": lambda: Vague("FUTURE_REF"),
}
"""By the name that rules have them under."""
