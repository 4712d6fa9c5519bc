"""What meanings lean on: the day of writing, what was told of before, or nothing; and which bring in a time that others lean on."""

from __future__ import annotations

from purport.time.anchor import Anchor, Point
from purport.time.calendar import Period
from purport.time.lengths import Length
from purport.time.meaning import Every, Meaning, Stretch, Vague
from purport.time.parts import Edged, End, Holding, Hour, In, Nth, Part, Range
from purport.time.points import Again, Away, BeforeChrist, Era, Shift, Year
from purport.time.recurring import Recurring, Turn


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
        case Year() | Era() | BeforeChrist() | Length() | Every():
            return False
        case In() | Holding() | Nth() | Part() | Edged():
            return told_by_writing(meaning.whole)
        case Hour():
            return told_by_writing(meaning.day)
        case End():
            return told_by_writing(meaning.of)
        case Range() if meaning.told_by_end and meaning.end is not None:
            return told_by_writing(meaning.end)
        case Range():
            return any(each is None or told_by_writing(each) for each in (meaning.begin, meaning.end))
        case Stretch():
            return meaning.whole is None or told_by_writing(meaning.whole)
    return True


def leans_on_now(meaning: Meaning) -> bool:
    """Whether a meaning leans on the day of writing itself, as "two years ago" does, or on the week around it, as a bare weekday does."""
    match meaning:
        case Shift():
            return not meaning.spoken
        case Away():
            return not meaning.spoken if meaning.of is None else leans_on_now(meaning.of)
        case Recurring():
            return meaning.kind == "weekday"
        case Turn():
            return leans_on_now(meaning.what)
        case In() | Holding() | Nth() | Part() | Edged():
            return leans_on_now(meaning.whole)
        case Hour():
            return leans_on_now(meaning.day)
        case End():
            return leans_on_now(meaning.of)
        case Range():
            return any(each is not None and leans_on_now(each) for each in (meaning.begin, meaning.end))
    return isinstance(meaning, Vague)


def leaned_on(meaning: Meaning, anchor: Anchor) -> Period | None:
    """What was spoken of that a meaning is reckoned from, ``None`` if nothing."""
    match meaning:
        case Shift() | Away():
            return meaning.base(anchor)
        case In() | Holding() | Nth() | Part() | Edged():
            return leaned_on(meaning.whole, anchor)
        case Hour():
            return leaned_on(meaning.day, anchor)
    return None


def recurring_in(meaning: Meaning | None) -> Recurring | None:
    """What recurs, if that is what a meaning is, a part or hour of it, or a stretch that ends with it."""
    match meaning:
        case Recurring():
            return meaning
        case Part() | Edged():
            return recurring_in(meaning.whole)
        case Hour():
            return recurring_in(meaning.day)
        case End():
            return recurring_in(meaning.of)
        case Range():
            return recurring_in(meaning.end or meaning.begin)
    return None
