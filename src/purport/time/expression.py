"""The time expressions of one text in order, and what they come to, given when it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from purport.time.anchor import Anchor, Point
from purport.time.calendar import Period
from purport.time.lengths import Length
from purport.time.meaning import Denoted, Every, Meaning, Stretch, denote
from purport.time.parts import Edged, Holding, Hour, In, Nth, Part, Range
from purport.time.points import Again, Away, Era, Shift, Year

SPOKEN = 12
"""Points of time spoken of that are remembered."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression of a text, as it stands there.

    ``kind`` is the TIMEX3 type that the network gave it, ``meaning`` what its words mean, ``None`` where nothing is known of them. ``past``
    says whether its clause tells of what was (``True``) or is to come (``False``), ``None`` where that is not told; ``preposition`` what
    stands before it ("since"), "" for none.
    """

    start: int
    end: int
    words: str
    kind: str
    meaning: Meaning | None
    past: bool | None = None
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression's value with the days it can mean, over all days on which the text can have been written."""

    type: str
    value: str | None = None
    mod: str | None = None
    first: date | None = None
    last: date | None = None


def resolve(expressions: Sequence[Expression], written: tuple[date, date] | None) -> list[Dated]:
    """What the expressions of a text come to that was written between two days; without them, what stands by itself alone.

    A value is given where it is the same whenever the text was written; days are given as far apart as they then can be.
    """
    ends = [[*denoted(expressions, day)] for day in dict.fromkeys(written)] if written else [_by_themselves(expressions)]
    return [_both(expression, each) for expression, each in zip(expressions, zip(*ends, strict=True), strict=True)]


def denoted(expressions: Sequence[Expression], written: date) -> Iterator[Denoted | None]:
    """What each expression comes to, if the text was written that day."""
    spoken: tuple[Period, ...] = ()
    for each in expressions:
        anchor = Anchor(written, spoken, each.past)
        found = denote(each.meaning, anchor) if each.meaning is not None else None
        yield found
        if found is not None and each.meaning is not None and is_named(each.meaning):
            spoken = (each.meaning.period(anchor), *spoken)[:SPOKEN]  # type: ignore[union-attr]


def is_named(meaning: Meaning) -> bool:
    """Whether a meaning brings a point of time in, that others are told by: not what only compares with one, as "a year earlier" does."""
    match meaning:
        case Again() | Range():
            return False
        case Away():
            return meaning.sign > 0
        case Shift():
            return not meaning.spoken or meaning.count > 0
        case Part() | Edged():
            return is_named(meaning.whole)
    return isinstance(meaning, Point)


def told_by_writing(meaning: Meaning) -> bool:
    """Whether what a meaning comes to depends on when it was written, or on what was spoken of before."""
    match meaning:
        case Year() | Era() | Length() | Every():
            return False
        case In() | Holding() | Nth() | Part() | Edged():
            return told_by_writing(meaning.whole)
        case Hour():
            return told_by_writing(meaning.day)
        case Range():
            return any(each is None or told_by_writing(each) for each in (meaning.begin, meaning.end))
        case Stretch():
            return meaning.whole is None or told_by_writing(meaning.whole)
    return True


def _by_themselves(expressions: Sequence[Expression]) -> list[Denoted | None]:
    """What does not depend on the day of writing: what two days far apart agree on."""
    early, late = ([*denoted(expressions, day)] for day in (date(1015, 3, 3), date(2987, 10, 21)))
    return [one if one == other else _timeless(one, other) for one, other in zip(early, late, strict=True)]


def _timeless(one: Denoted | None, other: Denoted | None) -> Denoted | None:
    """The value, where that at least is the same."""
    same = one is not None and other is not None and (one.type, one.value) == (other.type, other.value)
    return replace(one, first=None, last=None) if same and one is not None else None


def _both(expression: Expression, found: Sequence[Denoted | None]) -> Dated:
    known = [each for each in found if each is not None]
    if len(known) < len(found) or not known:
        return Dated(expression.kind)
    values, types = {each.value for each in known}, {each.type for each in known}
    firsts, lasts = [each.first for each in known], [each.last for each in known]
    return Dated(
        types.pop() if len(types) == 1 else expression.kind,
        values.pop() if len(values) == 1 else None,
        known[0].mod,
        None if None in firsts else min(each for each in firsts if each),
        None if None in lasts else max(each for each in lasts if each),
    )
