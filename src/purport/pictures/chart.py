"""A chart laid out: words at the left, bars on the axis of time, days in words at the right, what the marks mean below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from purport.pictures.axis import TICKS, Axis, grid, window
from purport.pictures.bars import HEIGHT, bar_shapes, is_beyond, sign, slab
from purport.pictures.brackets import WIDTH, brackets
from purport.pictures.drawing import Shape, Sheet, arrow, path, stroke, words
from purport.pictures.legend import Sample, legend, legend_height
from purport.pictures.letters import wrapped
from purport.pictures.look import EDGE, GREY, GUTTER, HEADING, LINE, PAGE, SMALL, STYLES, TEXT, TITLE
from purport.pictures.rows import Chart, Form, Row, bounded

LABEL, WHEN = 300, 112
"""Pixels of the words beside a row and of its days in words."""
APART, MOST_LINES = 10.0, 3
"""Pixels between two rows, and lines of a label and of its note at most."""
BELOW = 12.0
"""How far under its bar the sign stands for the report that came out."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of a row broken into lines, and where the row stands."""

    row: Row
    label: tuple[str, ...]
    note: tuple[str, ...]
    when: tuple[str, ...]
    top: float

    @property
    def height(self) -> float:
        """How high the row is."""
        return max(_height(self.label, TEXT) + _height(self.note, SMALL), _height(self.when, SMALL), HEIGHT) + APART

    @property
    def middle(self) -> float:
        """Where its bars have their middle: beside the first line of its label."""
        return self.top + TEXT * LINE / 2


def sheet(chart: Chart) -> Sheet:
    """The chart as a picture, with no more rows than a picture holds."""
    shown = bounded(chart)
    title = wrapped(shown.title, PAGE - 2 * EDGE, TITLE, 2)
    top = EDGE + _height(title, TITLE) + TICKS + 6
    right = PAGE - EDGE - WHEN - GUTTER - (WIDTH + 8 if shown.joined else 0)
    axis = window([day for bar in shown.bars for day in bar.days], EDGE + LABEL + GUTTER, right)
    placed, headings, bottom = _placed(shown, top)
    samples = tuple(_samples(shown, axis))
    lines = [line for note in shown.notes for line in wrapped(note, PAGE - 2 * EDGE, SMALL, 3)]
    foot = bottom + TICKS + 24
    shapes = [
        words(title, EDGE, EDGE + TITLE, size=TITLE, font_weight="bold"),
        *grid(axis, top, bottom),
        *(shape for part in _in_order(placed, headings, axis) for shape in part),
        *_goes_on(placed),
        *brackets([row.middle for row in placed], shown.joined, right + 14),
        *legend(samples, foot),
        *([words(lines, EDGE, foot + legend_height(samples) + SMALL / 2, size=SMALL, fill=GREY)] if lines else []),
    ]
    return Sheet(PAGE, foot + legend_height(samples) + _height(lines, SMALL) + EDGE - 8, shown.title, shapes)


def _placed(chart: Chart, top: float) -> tuple[list[Lines], list[tuple[float, str]], float]:
    """The rows and the headings where they stand, and where the last row ends."""
    rows: list[Lines] = []
    headings: list[tuple[float, str]] = []
    y = top + APART
    for band in chart.bands:
        if band.heading:
            headings.append((y + HEADING, band.heading))
            y += HEADING * LINE + 10
        for row in band.rows:
            rows.append(
                Lines(
                    row,
                    wrapped(row.label, LABEL - GUTTER, TEXT, MOST_LINES),
                    wrapped(row.note, LABEL - GUTTER, SMALL, MOST_LINES),
                    wrapped(row.when, WHEN, SMALL, MOST_LINES),
                    y,
                )
            )
            y += rows[-1].height
        y += 4 if band.heading else 0
    return rows, headings, y


def _in_order(placed: Sequence[Lines], headings: Sequence[tuple[float, str]], axis: Axis) -> Iterator[list[Shape]]:
    """Headings and rows from the top on, so that the words of the picture are in the order in which they are read."""
    parts = [(y, list(_heading(heading, y))) for y, heading in headings] + [(row.top, list(_row(row, axis))) for row in placed]
    return (part for _, part in sorted(parts, key=lambda each: each[0]))


def _row(lines: Lines, axis: Axis) -> Iterator[Shape]:
    foot = lines.top + TEXT * LINE - 4
    if lines.label:
        yield words(lines.label, EDGE + GUTTER, foot)
    if lines.note:
        yield words(lines.note, EDGE + GUTTER, foot + _height(lines.label, TEXT), size=SMALL, fill=GREY)
    yield words(lines.when or ("",), PAGE - EDGE - WHEN, foot, size=SMALL, fill=GREY)
    for bar in lines.row.bars:
        yield from bar_shapes(bar, axis, lines.middle + (BELOW if bar.form is Form.OUT else 0))


def _heading(heading: str, y: float) -> Iterator[Shape]:
    (line,) = wrapped(heading, PAGE - 2 * EDGE, HEADING, 1) or ("",)
    yield stroke(EDGE, y + 5, PAGE - EDGE, y + 5, stroke=GREY, stroke_width=0.6)
    yield words(line, EDGE, y, size=HEADING, font_weight="bold")


def _goes_on(placed: Sequence[Lines]) -> Iterator[Shape]:
    """A line at the left beside rows that tell of one thing."""
    for above, below in pairwise(placed):
        if below.row.goes_on:
            yield stroke(EDGE + 4, above.top, EDGE + 4, below.top + below.height - APART, stroke_width=2.5, stroke=GREY)


def _samples(chart: Chart, axis: Axis) -> Iterator[Sample]:
    """What the marks mean that the chart has."""
    bars = chart.bars
    for factuality, style in STYLES.items():
        if any(bar.sure is factuality and bar.form is not Form.OUT for bar in bars):
            yield Sample(style.means, lambda x, y, sure=factuality: [slab(x, x + 30, y, sure)])  # type: ignore[misc]
    if any(bar.form is Form.EDGE for bar in bars):
        yield Sample("begins or ends within these days", lambda x, y: [slab(x, x + 30, y, bars[0].sure, height=4)])
    if any(bar.days and not (bar.first and bar.last) for bar in bars):
        yield Sample("not told how far", lambda x, y: [slab(x, x + 24, y, bars[0].sure, fades="right"), arrow(x + 30, y, 1, size=4)])
    if any(is_beyond(bar, axis) for bar in bars):
        yield Sample("beyond the picture", lambda x, y: [arrow(x + 18, y, -1, size=4)])
    if any(bar.form is Form.OUT for bar in bars):
        yield Sample("report came out", lambda x, y: [sign(x + 15, y)])
    if any(row.goes_on for row in chart.rows):
        line = {"stroke": GREY}
        yield Sample("of one subject, on days that meet", lambda x, y: [stroke(x + 15, y - 7, x + 15, y + 7, stroke_width=2.5, **line)])
    if chart.joined:
        yield Sample("contradicts", lambda x, y: [path(("M", x + 8, y - 6, "H", x + 20, "V", y + 6, "H", x + 8), stroke_width=1.2)])


def _height(lines: Sequence[str], size: float) -> float:
    return len(lines) * size * LINE
