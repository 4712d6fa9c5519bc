"""Rows of words with bars on one axis of time, as records: what the timeline, the ledger and the answers to a question come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from purport.pictures.look import MOST_ROWS
from purport.records import Factuality


class Form(StrEnum):
    """How days are drawn: as a bar, as a thin one where something begins or ends on one of them, as a sign where a report came out."""

    BAR = "bar"
    EDGE = "edge"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Bar:
    """Days from ``first`` to ``last``, both included; where one is ``None`` it is not told, and the bar fades there."""

    first: date | None
    last: date | None
    sure: Factuality
    form: Form = Form.BAR

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are known of it."""
        return tuple(day for day in (self.first, self.last) if day)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside bars: a label, a note under it, and the days in words; ``goes_on`` where it is told of what the row above is."""

    label: str
    note: str
    when: str
    bars: tuple[Bar, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that stand together, under a heading where there is one."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of bands; ``joined`` are rows, by their numbers over all bands, that a line joins; ``notes`` stand under it."""

    title: str
    bands: tuple[Band, ...]
    joined: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all bands."""
        return tuple(row for band in self.bands for row in band.rows)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars of all rows."""
        return tuple(bar for row in self.rows for bar in row.bars)


def bounded(chart: Chart, most: int = MOST_ROWS) -> Chart:
    """The chart with its first ``most`` rows; a note tells how many are left out."""
    left_out = len(chart.rows) - most
    if left_out <= 0:
        return chart
    note = f"{left_out} more {'row is' if left_out == 1 else 'rows are'} left out."
    joined = tuple(each for each in chart.joined if max(each) < most)
    return replace(chart, bands=tuple(_first(chart.bands, most)), joined=joined, notes=(note, *chart.notes))


def _first(bands: tuple[Band, ...], most: int) -> Iterator[Band]:
    left = most
    for band in bands:
        if left > 0:
            yield replace(band, rows=band.rows[:left])
        left -= len(band.rows)
