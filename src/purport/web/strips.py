"""Bars of days on one axis for the rows of a list: each row has a strip of its own beside its words, and one strip has the axis.

Places are percentages of the strip's width, so that it fits any screen and is laid out by the browser. A bar says nothing that the words
beside it do not say as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.pictures.axis import Axis, window
from purport.pictures.rows import Bar, Chart, Form, Row
from purport.records import Factuality

WIDE = 400.0
"""Pixels for which days are marked on the axis: more marks would meet on a narrow screen."""
LEAST, OPEN = 1.5, 12.0
"""Percentages that a bar takes at least, and that it is drawn from the end that is told where the other is not."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A marked day: where it begins, and what stands there; ``anchor`` is on which side its words stand."""

    at: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar: where it begins, how long it is, how sure what it stands for is, and which ends are not told; all percentages."""

    left: str
    width: str
    right: str
    sure: Factuality
    is_thin: bool
    opens_left: bool
    opens_right: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A row: its words, and its bars; none where no day is told."""

    label: str
    note: str
    when: str
    bars: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Rows that stand together."""

    name: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Strips:
    """Rows under headings, with the axis that they share."""

    ticks: tuple[Tick, ...]
    bands: tuple[Heading, ...]


def strips(chart: Chart) -> Strips | None:
    """The rows of a chart as strips; none where it has no days to show."""
    days = [day for bar in chart.bars for day in bar.days]
    if not days:
        return None
    axis = window(days, 0.0, WIDE)
    bands = (Heading(band.heading, tuple(_strip(row, axis) for row in band.rows)) for band in chart.bands)
    return Strips(tuple(_ticks(axis)), tuple(bands))


def _ticks(axis: Axis) -> Iterator[Tick]:
    for x, words in axis.ticks():
        at = 100 * x / WIDE
        yield Tick(_percent(at), words, "start" if at < 12 else "end" if at > 88 else "middle")


def _strip(row: Row, axis: Axis) -> Strip:
    return Strip(row.label, row.note, row.when, tuple(_bars(row.bars, axis)))


def _bars(bars: Sequence[Bar], axis: Axis) -> Iterator[Drawn]:
    for bar in bars:
        if bar.days:
            yield _drawn(bar, axis)


def _drawn(bar: Bar, axis: Axis) -> Drawn:
    """A bar cut at the edges of the axis."""
    end = None if bar.last is None else 100 * axis.at_ordinal(bar.last.toordinal() + 1) / WIDE
    begin = (end or 0.0) - OPEN if bar.first is None else 100 * axis.at(bar.first) / WIDE
    end = begin + OPEN if end is None else end
    left, right = min(max(begin, 0.0), 100 - LEAST), max(min(end, 100.0), LEAST)
    if right - left < LEAST:
        right = min(left + LEAST, 100.0)
    is_open = bar.first is None, bar.last is None
    return Drawn(_percent(left), _percent(right - left), _percent(right), bar.sure, bar.form is Form.EDGE, *is_open)


def _percent(value: float) -> str:
    return f"{value:.2f}%"
