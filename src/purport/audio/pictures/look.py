"""The look that all pictures of sounds share, whatever the user's own settings of matplotlib are, and how they become bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font

from purport.visible import flat
from purport.wording import clock

DARK, PALE, GREY, LIGHT, WHITE, EDGE = "#1b3a57", "#9aa7b2", "#5a6570", "#dfe3e7", "#ffffff", "#b35900"
"""Those of ``purport.pictures.look``, and an orange for edges."""
HATCHES = ("////", "\\\\\\\\", "xxxx", "----", "||||", "++++")
"""Fillings, which tell one file from another in print."""
WIDTH, LEFT, RIGHT = 10.0, 1.25, 0.4
"""Inches: of a picture, and what is left beside its axes."""
ACROSS = WIDTH - LEFT - RIGHT
"""Inches of axes in width."""
SHARP = 96
"""Points of a PNG for an inch."""
LONGEST_NAME = 48
"""Characters of a file's name that are written."""
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600)
"""Seconds between marks of time."""
MOST_TICKS = 9
LOOK: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.parse_math": False,
    "text.color": "#1c2329",
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.6,
    "axes.formatter.use_mathtext": False,
    "hatch.linewidth": 0.5,
    "svg.fonttype": "path",
    "svg.hashsalt": "purport",
    "path.simplify": False,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as bytes, SVG or PNG as its ``name`` ends; ``alt`` says in a sentence what it shows, for who does not see it."""

    name: str
    content: bytes
    alt: str


@contextmanager
def drawing(height: float) -> Iterator[Figure]:
    """An empty figure of so many inches in height; what is drawn and saved inside has the look of all."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(LOOK)
        yield Figure((WIDTH, height), facecolor=WHITE)


def place(figure: Figure, top: float, height: float) -> Axes:
    """Axes of so many inches in height, so many below the top of a figure."""
    whole = figure.get_figheight()
    return figure.add_axes((LEFT / WIDTH, 1 - (top + height) / whole, ACROSS / WIDTH, height / whole))


def as_svg(figure: Figure) -> bytes:
    """A figure as SVG, of the same bytes on any day."""
    out = BytesIO()
    FigureCanvasSVG(figure).print_svg(out, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]
    return out.getvalue()


def as_png(figure: Figure) -> bytes:
    """A figure as PNG, of the same bytes on any day."""
    out = BytesIO()
    figure.set_dpi(SHARP)
    FigureCanvasAgg(figure).print_png(out, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return out.getvalue()


def times(start: float, end: float) -> list[float]:
    """Round times between two, few enough to stand beside each other."""
    step = next((each for each in STEPS if (end - start) / each <= MOST_TICKS), 86_400)
    first = -int(-start // step)
    return [number * step for number in range(first, int(end // step) + 1)]


def timed(axes: Axes, start: float, end: float) -> None:
    """Marks of time under axes whose unit is a second."""
    named(axes, times(start, end))
    axes.set_xlim(start, end)


def named(axes: Axes, shown: Sequence[float], at: Sequence[float] | None = None) -> None:
    """These times written under axes, where they stand in them."""
    labels = [clock(each) for each in shown]
    whole = all(each.endswith(".0") for each in labels)
    axes.set_xticks(list(shown if at is None else at), [each.removesuffix(".0") if whole else each for each in labels])
    axes.tick_params(axis="x", labelsize=8, length=3, color=GREY)


def plain(name: str) -> str:
    """The name of a file as it can be written: in one line, not too long, in characters that the font has."""
    shown = "".join(each if ord(each) in _characters() else "□" for each in flat(name))
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 12]}…{shown[-11:]}"


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels that lie so far apart, in their order, as near to where they are wanted as that allows."""
    gap = min(gap, (high - low) / max(len(wanted), 1))
    found: list[float] = []
    for each in wanted:
        found.append(max(each, found[-1] + gap) if found else max(each, low + gap / 2))
    limit = high - gap / 2
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], limit)
        limit = found[at] - gap
    return found


@cache
def _characters() -> frozenset[int]:
    """The characters that the font has."""
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())
