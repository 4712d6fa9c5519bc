"""Witnesses -> statements about the day of writing: what each meaning says of it, alone and beside others.

An expression that stands by itself says that the text was written after what is past and before what is to come. One that leans on the
day of writing says something beside another: of the same event ("in July", "two months ago"), of how long ago the last was ("the first in
almost a year", "the last was in May"), or since when ("a year since May"). A weekday with a date holds in certain years alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise, permutations

from purport.time.anchor import Anchor, Point
from purport.time.calendar import Period, period, shifted
from purport.time.days import EVER, FIRST, LAST, Days, between, days_of
from purport.time.expression import Expression
from purport.time.leaning import told_by_writing
from purport.time.lengths import Length
from purport.time.meaning import Meaning, denote
from purport.time.parts import Hour, In, Nth, Part, Range
from purport.time.points import Away, Era, Shift, Year
from purport.time.recurring import NAMES, Recurring, Turn
from purport.time.solving import Force, Side, Statement, Witness

YEAR = 366
"""Days from one time of what recurs each year to the next, at most."""
ANYWHEN = Anchor(date(2000, 2, 29))
"""An anchor for what leans on none."""
REACH = {Side.BEFORE: (0, YEAR), Side.AFTER: (-YEAR, 0), Side.OPEN: (-YEAR, YEAR), Side.PRINTED: (0, YEAR)}
"""Days from what is dated without a year to the writing."""
TELLING = 7
"""Days between what a report tells of as new and the report, at most."""
MEETING = 20
"""Witnesses of one event that are held against each other."""
APPOSED = ", during "
"""What may stand between two times of one verb that are the same: "five weeks ago, in January". What lies farther apart is compared."""


def say(witnesses: Sequence[Witness], within: Days = EVER) -> Iterator[Statement]:
    """What the expressions of a text say of when it was written.

    ``within`` is what is known. What recurs is worked out only where that is bounded: otherwise it recurs for ever, and bounds nothing.
    """
    for each in witnesses:
        yield from _alone(each, within)
    ordered = sorted(witnesses, key=lambda each: each.expression.start)
    pairs = chain(
        (_since(*pair) for pair in pairwise(ordered)),
        (_ended(*pair) for pair in _silences(ordered)),
        (_lapsed(*pair) for pair in pairwise(ordered) if pair[0].lapsed and pair[0].word == pair[1].word),
        (_same_event(point, other, within, event) for point, other, event in _meetings(ordered)),
    )
    yield from (each for each in pairs if each is not None)


def fixed(expression: Expression) -> Days | None:
    """The days that an expression means whenever it was written; ``None`` where it leans on that, or on what was said before."""
    meaning = expression.meaning
    if meaning is None or isinstance(meaning, Era) or not isinstance(meaning, Point) or told_by_writing(meaning) or _of_many(meaning):
        return None
    found = denote(meaning, ANYWHEN)
    return between(found.first, found.last) if found is not None and found.first and found.last else None


def _of_many(meaning: Meaning) -> bool:
    """Whether it is one of the many weekdays of a year: in "4:53 Thursday (2053 Wednesday" the number is no year."""
    match meaning:
        case In():
            return isinstance(meaning.what, Recurring) and meaning.what.kind == "weekday"
        case Hour():
            return _of_many(meaning.day)
        case Part():
            return _of_many(meaning.whole)
    return False


def _alone(witness: Witness, within: Days) -> Iterator[Statement]:
    own, expression = fixed(witness.expression), witness.expression
    if own is not None:
        if witness.side is Side.BEFORE and not _lasting(expression):
            yield _said(witness, between(own.first), f"tells of what was, so it was written not before {shown(own.first)}")
        elif witness.side is Side.AFTER:
            yield _said(witness, between(None, own.last), f"is to come, so it was written not after {shown(own.last)}")
        return
    found = recurring(expression.meaning)
    if found is not None and found.weekday and within.bounded and is_real(found, expression):
        days = times(found, within).moved(*REACH[witness.side])
        yield _said(witness, days, "is that day of the week in certain years only")


def _lasting(expression: Expression) -> bool:
    """Whether what is said to have been reaches on, or its beginning is not told."""
    return isinstance(expression.meaning, Range) or expression.preposition in ("until", "till", "by", "before", "through", "for")


def _said(witness: Witness, days: Days, why: str, *others: Witness) -> Statement:
    force = Force.QUOTED if witness.quoted or any(each.quoted for each in others) else Force.SAID
    by = sorted((each.expression for each in (witness, *others)), key=lambda each: each.start)
    return Statement(days, f"{' and '.join(named(each) for each in by)} {why}", force, tuple(by))


def named(expression: Expression) -> str:
    """An expression as the reasons quote it."""
    return f"“{' '.join(expression.words.split())}”"


def recurring(meaning: Meaning | None) -> Recurring | None:
    """What recurs each year, if that is what a meaning is, or a part or hour of it."""
    match meaning:
        case Part() | Nth():
            return recurring(meaning.whole)
        case Hour():
            return recurring(meaning.day)
        case Recurring() if meaning.kind not in ("weekday", "day"):
            return meaning
    return None


def times(what: Meaning, within: Days) -> Days:
    """The times of what recurs each year, in the years that some days lie in and those beside them; none where the days are not bounded."""
    return _times(what, max(within.first.year - 2, 1), min(within.last.year + 2, 9999)) if within.bounded else Days()


@lru_cache(maxsize=512)
def _times(what: Meaning, first: int, last: int) -> Days:
    years = range(first, last + 1)
    if isinstance(what, Recurring) and what.kind == "date":
        return days_of(_dates(what, years))
    if isinstance(what, Recurring):
        found = (each for year in years[::2] for each in what.near(date(year, 7, 1)))
        return days_of((each.first.toordinal(), each.last.toordinal()) for each in found)
    told = (denote(_in_year(what, year), ANYWHEN) for year in years if isinstance(what, Point))
    return days_of((each.first.toordinal(), each.last.toordinal()) for each in told if each and each.first and each.last)


def _in_year(what: Point, year: int) -> Point:
    """What recurs, or a part of it, as it is in one year."""
    match what:
        case Recurring():
            return In(what, Year(year))
        case Part() | Nth():
            return replace(what, whole=_in_year(what.whole, year))
        case Hour():
            return replace(what, day=_in_year(what.day, year))
    return what


def is_real(what: Recurring, expression: Expression) -> bool:
    """Whether there ever is such a day. Of "31 June" the month alone is understood, and that is not what it says."""
    if what.kind == "month":
        return not any(letter.isdigit() for letter in expression.words)
    return what.kind != "date" or bool(days_of(_dates(Recurring("date", what.number, what.day), range(2000, 2001))))


def _dates(what: Recurring, years: range) -> Iterator[tuple[int, int]]:
    for year in years:
        try:
            day = date(year, what.number, what.day)
        except ValueError:
            continue
        if what.weekday in (0, day.isoweekday()):
            yield day.toordinal(), day.toordinal()


# What two expressions say together


def _since(length: Witness, point: Witness) -> Statement | None:
    """A length with what it has gone on since: "almost a year since November 2016"."""
    meaning, whole = length.expression.meaning, point.expression.meaning
    if not isinstance(meaning, Length) or not isinstance(whole, Range) or whole.begin is None or whole.end is not None:
        return None
    gap = point.expression.start - length.expression.end
    found = denote(whole.begin, ANYWHEN) if not told_by_writing(whole.begin) else None
    if not 0 <= gap <= 1 or found is None or found.first is None or found.last is None:
        return None
    days = between(found.first, found.last).moved(*_least_and_most(meaning))
    return _said(length, days, "say how long before the writing that was", point)


def _lapsed(length: Witness, point: Witness) -> Statement | None:
    """How long ago something was, with its day: "it is eleven months since the bridge fell, in December 2030"."""
    meaning, own = length.expression.meaning, fixed(point.expression)
    if not isinstance(meaning, Length) or own is None:
        return None
    return _said(length, own.moved(*_least_and_most(meaning)), "say how long before the writing that was", point)


def _silences(witnesses: Sequence[Witness]) -> Iterator[tuple[Witness, Witness]]:
    """The one "first in a time" with the one "the last was then", where the report has no other of either."""
    renewed = [each for each in witnesses if each.renewed]
    ended = [each for each in witnesses if each.ended]
    if len(renewed) == len(ended) == 1:
        yield renewed[0], ended[0]


def _ended(length: Witness, point: Witness) -> Statement | None:
    """A silence: "the first message in almost a year", where "the last message was in May"."""
    meaning, own = length.expression.meaning, fixed(point.expression)
    if not isinstance(meaning, Length) or own is None:
        return None
    least, most = _least_and_most(meaning)
    return _said(length, own.moved(least, most + TELLING), "tell of the last time and of how long ago that was", point)


def _meetings(witnesses: Sequence[Witness]) -> Iterator[tuple[Witness, Witness, str]]:
    """Two witnesses of the same event, both ways, with the event's name, if it has one; of many the first few."""
    for one, two in pairwise(witnesses):
        if one.word == two.word >= 0 and two.expression.start - one.expression.end <= len(APPOSED):
            yield from ((one, two, ""), (two, one, ""))
    for event in sorted({event for each in witnesses for event in each.events}):
        for one, two in permutations([each for each in witnesses if event in each.events][:MEETING], 2):
            yield one, two, event


def _same_event(point: Witness, other: Witness, within: Days, event: str) -> Statement | None:
    """Two expressions that date what happens once: both hold of the same days."""
    meaning = point.expression.meaning
    own = fixed(point.expression) or (times(meaning, within) if meaning is not None and recurring(meaning) else None)
    days = written_if(other.expression.meaning, own) if own and other.expression.meaning is not None else None
    return None if days is None else _said(point, days, f"date the same event ({event})" if event else "date the same", other)


def written_if(meaning: Meaning, own: Days) -> Days | None:
    """The days of writing on which a meaning can come to some days; ``None`` where it says nothing of how they lie to each other."""
    match meaning:
        case Away() if not meaning.spoken:
            least, most = _least_and_most(meaning.length)
            return own.moved(least, most) if meaning.sign < 0 else own.moved(-most, -least)
        case Shift() if not meaning.spoken:
            return days_of(_shifted_back(meaning, own))
        case Turn() if meaning.which < 0:
            return (own & times(meaning.what, own)).moved(1, 2 * YEAR) if recurring(meaning.what) else None
        case In() if isinstance(meaning.whole, Shift) and isinstance(meaning.what, Recurring) and recurring(meaning.what):
            return written_if(meaning.whole, own & times(meaning.what, own))
        case Part():
            return written_if(meaning.whole, own)
        case Hour():
            return written_if(meaning.day, own)
    return None


def _shifted_back(meaning: Shift, own: Days) -> Iterator[tuple[int, int]]:
    for first, last in own.stretches:
        ends = (period(meaning.unit, date.fromordinal(each)) for each in (first, last))
        begin, end = (_shifted(each, -meaning.count) for each in ends)
        yield begin.first.toordinal() if begin else FIRST, end.last.toordinal() if end else LAST


def _shifted(of: Period, count: int) -> Period | None:
    try:
        return shifted(of, count)
    except (OverflowError, ValueError):
        return None


def _least_and_most(length: Length) -> tuple[int, int]:
    least, most = length.days()
    return math.floor(least), math.ceil(most)


def shown(day: date) -> str:
    """A day as the reasons have it: ``4 January 2031``."""
    return f"{day.day} {NAMES['month'][day.month - 1]} {day.year}"
