"""The time expressions of one text in order, and what they come to, given when it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from purport.time.anchor import Anchor, Point
from purport.time.calendar import Period, Unit
from purport.time.leaning import is_named, leaned_on, recurring_in, told_by_writing
from purport.time.meaning import Denoted, Meaning, denote
from purport.time.story import Told, is_story, onward, told

SPOKEN = 12
"""Points of time spoken of that are remembered."""
NEAR = 40
"""Characters at most between a point of time with its year and one that goes by that year: those of one sentence. Farther off, in
TimeBank and AQUAINT, it went by the writing each time."""
MONTHLY = ("month", "date", "season")
"""What may go by such a year."""
DATED = (Unit.DAY, Unit.MONTH, Unit.SEASON)
"""What may give it: a bare year more often stands by itself ("profits doubled since 1980. In September ...")."""


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
    """An expression's value with the days it can mean, over all days on which the text can have been written.

    ``by`` is the place, among the text's expressions, of the one that it is reckoned from, ``None`` if from none.
    """

    type: str
    value: str | None = None
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    by: int | None = None


def resolve(expressions: Sequence[Expression], written: tuple[date, date] | None) -> list[Dated]:
    """What the expressions of a text come to that was written between two days; without them, what stands by itself, and a story.

    A value is given where it is the same whenever the text was written; days are given as far apart as they then can be.
    """
    meanings = [each.meaning for each in expressions]
    days = [*dict.fromkeys(written)] if written else [None]
    if is_story(meanings, written and written[1]):
        ends = [[*told(meanings, day)] for day in days]
    else:
        ends = [_by_themselves(expressions) if day is None else [*denoted(expressions, day)] for day in days]
    return [_both(expression, each) for expression, each in zip(expressions, zip(*ends, strict=True), strict=True)]


def denoted(expressions: Sequence[Expression], written: date) -> Iterator[Told]:
    """What each expression comes to, if the text was written that day."""
    spoken: tuple[Period, ...] = ()
    places: tuple[int, ...] = ()
    for place, each in enumerate(expressions):
        full = _full_before(expressions, place, written)
        anchor = Anchor(written, spoken, each.past) if full is None else onward(each.meaning, full)
        found = denote(each.meaning, anchor) if each.meaning is not None else None
        if found is None or each.meaning is None:
            yield Told(None)
            continue
        base = leaned_on(each.meaning, anchor) if full is None else None
        yield Told(found, place - 1 if full else None if base is None else places[spoken.index(base)])
        if isinstance(each.meaning, Point) and is_named(each.meaning):
            spoken = (each.meaning.period(anchor), *spoken)[:SPOKEN]
            places = (place, *places)[:SPOKEN]


def _full_before(expressions: Sequence[Expression], place: int, written: date) -> Period | None:
    """The point of time with its year just before what recurs and was, if that year is long over: "in June 2009 and in August"."""
    each, before = expressions[place], expressions[place - 1] if place else None
    what = recurring_in(each.meaning)
    if what is None or what.kind not in MONTHLY or each.past is False or before is None or each.start - before.end > NEAR:
        return None
    if not isinstance(before.meaning, Point) or told_by_writing(before.meaning) or denote(before.meaning, Anchor(written)) is None:
        return None
    found = before.meaning.period(Anchor(written))
    return found if found.unit in DATED and not found.dayless and found.last.year < written.year - 1 else None


def _by_themselves(expressions: Sequence[Expression]) -> list[Told]:
    """What does not depend on the day of writing: what two days far apart agree on."""
    early, late = ([*denoted(expressions, day)] for day in (date(1015, 3, 3), date(2987, 10, 21)))
    return [one if one == other else Told(_timeless(one.found, other.found), one.by) for one, other in zip(early, late, strict=True)]


def _timeless(one: Denoted | None, other: Denoted | None) -> Denoted | None:
    """The value, where that at least is the same."""
    same = one is not None and other is not None and (one.type, one.value) == (other.type, other.value)
    return replace(one, first=None, last=None) if same and one is not None else None


def _both(expression: Expression, told: Sequence[Told]) -> Dated:
    known = [each.found for each in told if each.found is not None]
    if len(known) < len(told) or not known:
        return Dated(expression.kind)
    values, types = {each.value for each in known}, {each.type for each in known}
    firsts, lasts = [each.first for each in known], [each.last for each in known]
    return Dated(
        types.pop() if len(types) == 1 else expression.kind,
        values.pop() if len(values) == 1 else None,
        known[0].mod,
        None if None in firsts else min(each for each in firsts if each),
        None if None in lasts else max(each for each in lasts if each),
        told[0].by,
    )
