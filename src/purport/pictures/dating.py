"""When a report was written, as a picture: what each statement leaves, and what all leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from purport.pictures.axis import TICKS, Axis, grid
from purport.pictures.bars import BEYOND, THIN
from purport.pictures.days import days_in_words
from purport.pictures.drawing import Shape, Sheet, arrow, box, stroke, words
from purport.pictures.legend import Sample, legend, legend_height
from purport.pictures.letters import wrapped
from purport.pictures.look import DARK, EDGE, GREY, GUTTER, LINE, PAGE, PALE, SMALL, TEXT, TITLE
from purport.time.days import EVER, FIRST, LAST, Days

LABEL, WHEN, LINES, APART = 310, 120, 3, 12.0
"""Pixels of the words beside a row and of its days in words, lines of either at most, and pixels between two rows."""
STATED, LEFT, SMALLER = 10.0, 20.0, 14.0
"""Heights of the bar of a statement and of that for what all leave, and of the latter where its meaning is told."""
MARGIN = 0.1
"""How much more is shown on either side, as a share of what is to be shown."""
SHORTEST = 12
"""Days shown on either side at least."""
WIDEST = 10
"""How many times the days that are left a statement may leave to be shown whole."""
NAMED = 2
"""Stretches of days of a statement that stand in words beside it."""
TOGETHER = 1.0
"""Pixels by which bars of one row have to lie apart to be drawn as two."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a picture: a label, and the days that it leaves."""

    label: str
    days: Days


@dataclass(frozen=True, slots=True)
class Picture:
    """When a report was written: each statement's days in order, and under them what remains."""

    title: str
    rows: tuple[Row, ...]
    left: Row


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with its words broken into lines, where it stands, and how high its bar is."""

    label: tuple[str, ...]
    when: tuple[str, ...]
    days: Days
    top: float
    bar: float

    @property
    def height(self) -> float:
        """How high the row is."""
        return max(len(self.label) * TEXT * LINE, len(self.when) * SMALL * LINE, self.bar) + APART

    @property
    def middle(self) -> float:
        """Where its bars have their middle."""
        return self.top + (self.height - APART) / 2


def dating(picture: Picture) -> Sheet:
    """Statements as thin bars, what remains as a thick one with its edges drawn through; an arrow where days go on beyond the picture."""
    title = wrapped(picture.title, PAGE - 2 * EDGE, TITLE, 2)
    top = EDGE + len(title) * TITLE * LINE + TICKS + 6
    axis = _axis(picture)
    rows = list(_placed(picture, axis, top + APART))
    bottom = rows[-1].top + rows[-1].height
    samples = list(_samples(rows, axis))
    foot = bottom + TICKS + 24
    shapes = [
        words(title, EDGE, EDGE + TITLE, size=TITLE, font_weight="bold"),
        *grid(axis, top, bottom),
        *(shape for row in rows for shape in _row(row, axis)),
        *(stroke(x, top, x, bottom, stroke_width=1.2, stroke_dasharray="4 3") for x in _edges(picture.left.days, axis)),
        *legend(samples, foot),
    ]
    return Sheet(PAGE, foot + legend_height(samples) + EDGE, picture.title, shapes)


def _placed(picture: Picture, axis: Axis, top: float) -> Iterator[_Placed]:
    """The statements from the top on, numbered, and what remains under them."""
    rows = [(f"{number}. {row.label}", row.days, STATED) for number, row in enumerate(picture.rows, start=1)]
    for label, days, bar in (*rows, (picture.left.label, picture.left.days, LEFT)):
        when = _in_words(days, axis) if bar == STATED else ""
        row = _Placed(wrapped(label, LABEL - GUTTER, TEXT, LINES), wrapped(when, WHEN, SMALL, LINES), days, top, bar)
        yield row
        top += row.height


def _row(row: _Placed, axis: Axis) -> Iterator[Shape]:
    if row.label:
        yield words(row.label, EDGE, _foot(row, len(row.label), TEXT))
    if row.when:
        yield words(row.when, PAGE - EDGE - WHEN, _foot(row, len(row.when), SMALL), size=SMALL, fill=GREY)
    for left, right in _bars(row.days, axis):
        yield _bar(left, right, row.middle, row.bar)
    before, after = _beyond(row.days, axis)
    if before:
        yield arrow(axis.left - BEYOND, row.middle, -1, size=4)
    if after:
        yield arrow(axis.right + BEYOND, row.middle, 1, size=4)


def _foot(row: _Placed, lines: int, size: float) -> float:
    """Where the first of some lines stands, so that their middle is that of the bar."""
    return row.middle - lines * size * LINE / 2 + size


def _bar(left: float, right: float, y: float, height: float) -> Shape:
    return box(left, y - height / 2, max(right - left, THIN), height, fill=PALE if height == STATED else DARK, stroke=DARK, stroke_width=1)


def _samples(rows: Sequence[_Placed], axis: Axis) -> Iterator[Sample]:
    """What the marks mean that the picture has."""
    if any(row.bar == STATED for row in rows):
        yield Sample("what one statement leaves", lambda x, y: [_bar(x, x + 30, y, STATED)])
    if rows[-1].days:
        yield Sample("what all leave together", lambda x, y: [_bar(x, x + 30, y, SMALLER)])
    if any(any(_beyond(row.days, axis)) for row in rows):
        yield Sample("beyond the picture", lambda x, y: [arrow(x + 18, y, -1, size=4)])


def _axis(picture: Picture) -> Axis:
    """The days that are shown: what is left, and each statement's days that are not much longer or have no other end, with a margin."""
    left = picture.left.days
    most = WIDEST * max(len(left), SHORTEST) if left.bounded else len(EVER)
    whole = (row.days for row in picture.rows if len(row.days.stretches) == 1 and len(row.days) <= most)
    known = sorted(day for days in (left, *whole) for stretch in days.stretches for day in stretch if FIRST < day < LAST)
    if not known:
        known = [date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal()]
    more = max(round((known[-1] - known[0]) * MARGIN), SHORTEST)
    return Axis(max(FIRST, known[0] - more), min(LAST, known[-1] + more + 1), EDGE + LABEL + GUTTER, PAGE - EDGE - WHEN - GUTTER)


def _bars(days: Days, axis: Axis) -> list[tuple[float, float]]:
    """Where the days that are shown begin and end, those as one that lie too near each other to be seen apart."""
    found: list[tuple[float, float]] = []
    for first, last in (days & Days(((axis.first, axis.after - 1),))).stretches:
        left, right = axis.at_ordinal(first), axis.at_ordinal(last + 1)
        if found and left - found[-1][1] < TOGETHER:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _beyond(days: Days, axis: Axis) -> tuple[bool, bool]:
    """Whether some days lie before those that are shown, and whether some lie after."""
    return bool(days) and days.stretches[0][0] < axis.first, bool(days) and days.stretches[-1][1] >= axis.after


def _edges(days: Days, axis: Axis) -> Iterator[float]:
    for ends in _bars(days, axis):
        yield from (x for x in ends if axis.left < x < axis.right)


def _in_words(days: Days, axis: Axis) -> str:
    """The days that a statement leaves; of several stretches those that are shown, as many as there is room for."""
    if days == EVER:
        return "any day"
    shown = [each for each in days.stretches if axis.first <= each[1] and each[0] < axis.after] or list(days.stretches)
    told = [_stretch(first, last) for first, last in shown[:NAMED]]
    return " or ".join((*told, "others") if len(told) < len(days.stretches) else told)


def _stretch(first: int, last: int) -> str:
    return days_in_words(None if first == FIRST else date.fromordinal(first), None if last == LAST else date.fromordinal(last))
