"""Answers on one axis of time, each a lane: places are shares of the width, so that a lane is as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from purport.pictures.axis import Axis, window
from purport.pictures.days import as_day
from purport.records import Factuality
from purport.web.pages.question import AnswerLine

WIDTH = 500.0
"""Pixels that an axis is taken to have: its marked days are chosen for so many."""
LATE, LAST = 0.75, 0.9
"""From which share of the width on the words of a day would be cut off, on a narrow picture and on any."""
LEAST = 1.2
"""Per cent of the width that a bar has at least."""
FADING = 8.0
"""Per cent of the width that a bar takes from the end that is told where the other is not."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A marked day, and where it begins; where that is ``late`` its words need a wide picture."""

    at: str
    words: str
    late: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from where to where; it goes on to the left or the right of what is shown, or nobody tells how far."""

    at: str
    width: str
    end: str
    goes_left: bool
    goes_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """An answer: when it was said, and the day on which its report came out, or the days within which it did."""

    number: int
    sure: Factuality
    said: Stretch | None
    out: str | None
    out_within: Stretch | None


@dataclass(frozen=True, slots=True)
class Lanes:
    """Answers on one axis, and how sure any of them is."""

    ticks: tuple[Tick, ...]
    rows: tuple[Lane, ...]
    sure: tuple[Factuality, ...]

    @property
    def has_within(self) -> bool:
        """Whether of some reports only the days are known within which they came out."""
        return any(each.out_within for each in self.rows)


def lanes(answers: Sequence[AnswerLine]) -> Lanes | None:
    """The answers on the axis that shows most of their days; none where no day is known."""
    known = [day for each in answers for day in _days(each)]
    if not known:
        return None
    axis = window(known, 0, WIDTH)
    ticks = tuple(Tick(_percent(axis, x), words, x > LATE * WIDTH) for x, words in axis.ticks() if x <= WIDTH * LAST)
    sure = {each.factuality for each in answers}
    return Lanes(ticks, tuple(_lane(axis, each) for each in answers), tuple(each for each in Factuality if each in sure))


def _days(answer: AnswerLine) -> Iterator[date]:
    side = answer.side
    for day in (side.said_not_before, side.said_not_after, side.out_not_before, side.out_not_after):
        if known := as_day(day):
            yield known


def _lane(axis: Axis, answer: AnswerLine) -> Lane:
    side = answer.side
    said = _stretch(axis, as_day(side.said_not_before), as_day(side.said_not_after))
    first, last = as_day(side.out_not_before), as_day(side.out_not_after)
    if first is not None and first == last:
        return Lane(
            answer.number, answer.factuality, said, _percent(axis, (axis.at(first) + axis.at_ordinal(first.toordinal() + 1)) / 2), None
        )
    return Lane(answer.number, answer.factuality, said, None, _stretch(axis, first, last))


def _stretch(axis: Axis, first: date | None, last: date | None) -> Stretch | None:
    if first is None and last is None:
        return None
    begin = 100 * axis.at(first) / WIDTH if first else None
    end = 100 * axis.at_ordinal(last.toordinal() + 1) / WIDTH if last else None
    left = begin if begin is not None else (end or 0) - FADING
    right = end if end is not None else left + FADING
    inside, until = min(max(left, 0), 100 - LEAST), max(min(right, 100), LEAST)
    width = max(until - inside, LEAST)
    return Stretch(f"{inside:.2f}%", f"{width:.2f}%", f"{inside + width:.2f}%", first is None or left < 0, last is None or right > 100)


def _percent(axis: Axis, x: float) -> str:
    return f"{100 * min(max(x, axis.left), axis.right) / WIDTH:.2f}%"
