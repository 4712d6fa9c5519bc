"""Bars on an axis of time: their length, their ends, and how sure what they stand for is."""

from __future__ import annotations

from collections.abc import Iterator

from purport.pictures.axis import Axis
from purport.pictures.drawing import Shape, arrow, box, path
from purport.pictures.look import DARK, STYLES, WHITE
from purport.pictures.rows import Bar, Form
from purport.records import Factuality

HEIGHT, THIN, LEAST = 11.0, 4.0, 9.0
"""Heights of a bar and of a thin one, and the least length of either."""
FADING = 40.0
"""How long a bar is drawn from the end that is told where the other is not."""
BEYOND = 8.0
"""How far off the axis an arrow ends for what lies beyond the picture."""
SIGN = 4.5
"""Half the size of the sign for a report that came out."""


def bar_shapes(bar: Bar, axis: Axis, y: float) -> Iterator[Shape]:
    """A bar with its middle at ``y``; an arrow where it fades, or goes on beyond the picture."""
    if not bar.days:
        return
    begin, end = _ends(bar, axis)
    if bar.form is Form.OUT:
        yield from _sign((begin + end) / 2, axis, y)
        return
    left, right = max(begin, axis.left), min(end, axis.right)
    fades = "left" if bar.first is None else "right" if bar.last is None else None
    if right - left > 0:
        left, right = _least(left, right)
        yield slab(left, right, y, bar.sure, height=THIN if bar.form is Form.EDGE else HEIGHT, fades=fades)
    if begin < axis.left or fades == "left":
        yield arrow(axis.left - BEYOND if begin < axis.left else left - 1, y, -1, size=4)
    if end > axis.right or fades == "right":
        yield arrow(axis.right + BEYOND if end > axis.right else right + 1, y, 1, size=4)


def is_beyond(bar: Bar, axis: Axis) -> bool:
    """Whether some of it is not shown."""
    begin, end = _ends(bar, axis)
    return bool(bar.days) and (begin < axis.left or end > axis.right)


def slab(left: float, right: float, y: float, sure: Factuality, *, height: float = HEIGHT, fades: str | None = None) -> Shape:
    """The bar itself, filled and outlined as sure as it is; it fades to one side."""
    style = STYLES[sure]
    mask = f"url(#fade-{fades})" if fades else None
    look = {"fill": style.fill, "stroke": DARK, "stroke_dasharray": style.dash, "mask": mask}
    return box(left, y - height / 2, right - left, height, stroke_width=1.2, **look)


def sign(x: float, y: float) -> Shape:
    """The sign for a report that came out: a small empty diamond."""
    return path(("M", x - SIGN, y, "L", x, y - SIGN, "L", x + SIGN, y, "L", x, y + SIGN, "Z"), fill=WHITE, stroke_width=1.2)


def _sign(x: float, axis: Axis, y: float) -> Iterator[Shape]:
    if axis.left <= x <= axis.right:
        yield sign(x, y)
    else:
        way = -1 if x < axis.left else 1
        yield arrow((axis.left if way < 0 else axis.right) + way * BEYOND, y, way, size=4, fill=WHITE, stroke=DARK)


def _ends(bar: Bar, axis: Axis) -> tuple[float, float]:
    """Where it begins and ends, were the picture wide enough."""
    begin = None if bar.first is None else axis.at(bar.first)
    end = None if bar.last is None else axis.at_ordinal(bar.last.toordinal() + 1)
    if begin is None:
        begin = (end or axis.left) - FADING
    return begin, begin + FADING if end is None else end


def _least(left: float, right: float) -> tuple[float, float]:
    """The same ends, moved apart about their middle where the bar would be too short to see."""
    more = max(LEAST - (right - left), 0) / 2
    return left - more, right + more
