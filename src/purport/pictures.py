"""Pictures of what the record says of time, as SVG or PNG files, without a network. They need the extra ``pictures``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any

from purport.errors import UsageError

if TYPE_CHECKING:
    import altair

WIDTH, STEP, LABEL = 620, 44, 46
"""Pixels of the time axis and of a row; letters of a line beside a row."""
LINES = 3
MARGIN = 0.35
"""How much more than what is left is shown on either side, as a share of it."""
SHORTEST = timedelta(days=12)
STATED, LEFT = "what one statement leaves", "what all leave together"
SUFFIXES = (".svg", ".png")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a picture of dating: a label, and the days from ``first`` to ``last`` of each stretch."""

    label: str
    stretches: tuple[tuple[date, date], ...]


def draw_dating(title: str, rows: Sequence[Row], left: Row) -> altair.LayerChart:
    """Each statement's days as a bar, in order, and under them what remains; open ends run to the picture's edge."""
    alt = _altair()
    first, last = _window(left, rows)
    data = [*_bars(rows, STATED, first, last), *_bars([left], LEFT, first, last)]
    order = [_label(row) for row in (*rows, left)]
    scale = alt.Scale(domain=[_stamp(first), _stamp(last + timedelta(days=1))])
    axis = alt.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=400, labelFontSize=12, ticks=False, domain=False, labelPadding=10)
    base = alt.Chart(alt.Data(values=data)).encode(
        x=alt.X("first:T", scale=scale, title=None, axis=alt.Axis(format="%-d %b %Y", labelFontSize=12, tickCount=6, labelOverlap=True)),
        x2="after:T",
        y=alt.Y("label:N", sort=order, title=None, axis=axis),
    )
    fill = alt.Color("kind:N", scale=alt.Scale(domain=[STATED, LEFT], range=["#9aa7b2", "#1b3a57"]), legend=None)
    height = alt.Size("kind:N", scale=alt.Scale(domain=[STATED, LEFT], range=[10, 22]), legend=None)
    bars = base.mark_bar(stroke="#1b3a57", strokeWidth=1).encode(color=fill, size=height)
    edges = alt.Chart(alt.Data(values=[{"day": _stamp(day)} for day in _edges(left, first, last)])).mark_rule(
        strokeDash=[4, 3], color="#1b3a57"
    )
    chart = alt.layer(bars, edges.encode(x=alt.X("day:T", scale=scale)))
    drawn = chart.properties(width=WIDTH, height=STEP * len(order), title=alt.TitleParams(wrap(title, 90), anchor="start", fontSize=15))
    return drawn.configure_view(strokeWidth=0)  # type: ignore[no-any-return]


def save(chart: altair.LayerChart, path: Path) -> None:
    """Writes a picture, as its suffix says; ``UsageError`` for one that is neither ``.svg`` nor ``.png``."""
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path}: a picture is written as .svg or .png")
    chart.save(str(path), scale_factor=2 if path.suffix.lower() == ".png" else 1)


def _altair() -> Any:
    try:
        import altair
        import vl_convert  # noqa: F401
    except ImportError as error:
        raise UsageError("pictures need the extra: pip install 'purport[pictures]'") from error
    return altair


def _window(left: Row, rows: Sequence[Row]) -> tuple[date, date]:
    """The days that are shown: what is left, with a margin; where nothing is left, what the statements leave."""
    stretches = left.stretches or tuple(
        stretch for row in rows for stretch in row.stretches if stretch[0] > date.min and stretch[1] < date.max
    )
    if not stretches:
        return date(2000, 1, 1), date(2000, 12, 31)
    first, last = min(each[0] for each in stretches), max(each[1] for each in stretches)
    more = max((last - first) * MARGIN, SHORTEST)
    return max(date.min + more, first) - more, min(date.max - more, last) + more


def _bars(rows: Sequence[Row], kind: str, first: date, last: date) -> Iterator[dict[str, str]]:
    for row in rows:
        for start, end in row.stretches:
            if end >= first and start <= last:
                shown = max(start, first), min(end, last) + timedelta(days=1)
                yield {"label": _label(row), "kind": kind, "first": _stamp(shown[0]), "after": _stamp(shown[1])}


def _label(row: Row) -> str:
    return "\n".join(wrap(shorten(row.label, LABEL * LINES, placeholder=" …"), LABEL))


def _edges(left: Row, first: date, last: date) -> Iterator[date]:
    for start, end in left.stretches:
        yield from (day for day in (start, end + timedelta(days=1)) if first < day <= last)


def _stamp(day: date) -> str:
    return day.isoformat()
