"""When a report was written, as a picture: what each statement leaves, and what all leave. It needs the extra ``pictures``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Any

from purport.errors import UsageError
from purport.pictures.files import check_suffix
from purport.time.days import EVER, Days, between

if TYPE_CHECKING:
    import altair

WIDTH, STEP, LABEL = 620, 44, 46
"""Pixels of the time axis and of a row; letters of a line beside a row."""
LINES = 3
APART = 40
"""Pixels between the pictures of two reports."""
MARGIN = 0.1
"""How much more is shown on either side, as a share of what is to be shown."""
SHORTEST = 12
"""Days shown on either side at least."""
WIDEST = 10
"""How many times the days that are left a statement may leave to be shown whole."""
STATED, LEFT = "what one statement leaves", "what all leave together"
PALE, DARK = "#9aa7b2", "#1b3a57"


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


def check(path: Path) -> None:
    """Nothing, where a picture can be written there; ``UsageError`` where the suffix is of no picture, or the extra is missing."""
    check_suffix(path)
    _altair()


def save(pictures: Sequence[Picture], path: Path) -> None:
    """Writes pictures into one file, one below the other; ``UsageError`` where there are none or the file cannot be written."""
    check(path)
    if not pictures:
        raise UsageError(f"{path}: nothing to draw, no report has a date that is inferred")
    chart = _altair().vconcat(*map(draw, pictures), spacing=APART).configure_view(strokeWidth=0)
    try:
        chart.save(str(path), scale_factor=2 if path.suffix.lower() == ".png" else 1)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def draw(picture: Picture) -> altair.LayerChart:
    """Statements as thin bars, what remains as a thick one with its edges drawn through; open ends run to the picture's edge."""
    alt = _altair()
    window = _window(picture)
    labels = [_label(f"{number}. {row.label}") for number, row in enumerate(picture.rows, start=1)]
    data = [bar for label, row in zip(labels, picture.rows, strict=True) for bar in _bars(label, row, STATED, window)]
    remains = _label(picture.left.label)
    data += _bars(remains, picture.left, LEFT, window)
    scale = alt.Scale(domain=[_stamp(window.first), _stamp(window.last, 1)])
    axis = alt.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=400, labelFontSize=12, ticks=False, domain=False, labelPadding=10)
    days = alt.Axis(format="%-d %b %Y", labelFontSize=12, tickCount=6, labelOverlap=True)
    rows = alt.Scale(domain=[*labels, remains])
    bars = (
        alt.Chart(alt.Data(values=data))
        .mark_bar(stroke=DARK, strokeWidth=1)
        .encode(
            x=alt.X("first:T", scale=scale, title=None, axis=days),
            x2="after:T",
            y=alt.Y("label:N", scale=rows, title=None, axis=axis),
            color=alt.Color("kind:N", scale=alt.Scale(domain=[STATED, LEFT], range=[PALE, DARK]), legend=None),
            size=alt.Size("kind:N", scale=alt.Scale(domain=[STATED, LEFT], range=[10, 22]), legend=None),
        )
    )
    edges = alt.Data(values=[{"day": day} for day in _edges(picture.left.days, window)])
    rules = alt.Chart(edges).mark_rule(strokeDash=[4, 3], color=DARK).encode(x=alt.X("day:T", scale=scale))
    goes_on = [
        end for label, row in zip((*labels, remains), (*picture.rows, picture.left), strict=True) for end in _open_ends(label, row, window)
    ]
    arrows = (
        alt.Chart(alt.Data(values=goes_on))
        .mark_point(filled=True, size=150, color=DARK, opacity=1)
        .encode(
            x=alt.X("day:T", scale=scale),
            y=alt.Y("label:N", scale=rows),
            shape=alt.Shape("way:N", scale=alt.Scale(domain=["left", "right"], range=["triangle-left", "triangle-right"]), legend=None),
        )
    )
    title = alt.TitleParams(wrap(picture.title, 90), anchor="start", fontSize=15)
    return alt.layer(bars, rules, arrows).properties(width=WIDTH, height=STEP * (len(labels) + 1), title=title)  # type: ignore[no-any-return]


def _altair() -> Any:
    try:
        import altair
        import vl_convert  # noqa: F401
    except ImportError as error:
        raise UsageError("pictures need the extra: pip install 'purport[pictures]'") from error
    return altair


def _window(picture: Picture) -> Days:
    """The days that are shown: what is left, and each statement's days that are not much longer or have no other end, with a margin."""
    left = picture.left.days
    most = WIDEST * max(len(left), SHORTEST) if left.bounded else len(EVER)
    known = sorted(
        day
        for days in (left, *(row.days for row in picture.rows if len(row.days.stretches) == 1 and len(row.days) <= most))
        for stretch in days.stretches
        for day in stretch
        if date.min.toordinal() < day < date.max.toordinal()
    )
    if not known:
        return between(date(2000, 1, 1), date(2000, 12, 31))
    more = max(round((known[-1] - known[0]) * MARGIN), SHORTEST)
    return Days(((max(date.min.toordinal(), known[0] - more), min(date.max.toordinal() - 1, known[-1] + more)),))


def _bars(label: str, row: Row, kind: str, window: Days) -> Iterator[dict[str, str]]:
    for first, last in (row.days & window).stretches:
        shown = Days(((first, last),))
        yield {"label": label, "kind": kind, "first": _stamp(shown.first), "after": _stamp(shown.last, 1)}


def _open_ends(label: str, row: Row, window: Days) -> Iterator[dict[str, str]]:
    """Where a bar goes on beyond the picture, and which way."""
    for first, last in row.days.stretches:
        if first < window.stretches[0][0] <= last:
            yield {"label": label, "day": _stamp(window.first), "way": "left"}
        if first <= window.stretches[0][1] < last:
            yield {"label": label, "day": _stamp(window.last, 1), "way": "right"}


def _label(words: str) -> str:
    return "\n".join(wrap(shorten(words, LABEL * LINES, placeholder=" …"), LABEL))


def _edges(days: Days, window: Days) -> Iterator[str]:
    for first, last in (days & window).stretches:
        stretch = Days(((first, last),))
        if stretch.first > window.first:
            yield _stamp(stretch.first)
        if stretch.last < window.last:
            yield _stamp(stretch.last, 1)


def _stamp(day: date, later: int = 0) -> str:
    return (day + timedelta(later)).isoformat()
