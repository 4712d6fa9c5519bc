"""What the marks of a picture mean, in a line or two under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from purport.pictures.drawing import Shape, words
from purport.pictures.letters import width_of
from purport.pictures.look import EDGE, GREY, PAGE, SMALL

ROW, GAP, MARK = 20.0, 18.0, 30.0
"""Height of a line of the legend, what parts two of its samples, and the room of a mark."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A mark and what it means; ``mark`` draws it with its left middle at a place."""

    means: str
    mark: Callable[[float, float], Sequence[Shape]]


def legend(samples: Sequence[Sample], y: float) -> Iterator[Shape]:
    """The samples in as many lines as they need, the first with its middle at ``y``."""
    for sample, x, line in _placed(samples):
        yield from sample.mark(x, y + line * ROW)
        yield words(sample.means, x + MARK + 6, y + line * ROW + SMALL * 0.36, size=SMALL, fill=GREY)


def legend_height(samples: Sequence[Sample]) -> float:
    """How high the legend is."""
    return ROW * max((line + 1 for _, _, line in _placed(samples)), default=0)


def _placed(samples: Sequence[Sample]) -> Iterator[tuple[Sample, float, int]]:
    x, line = float(EDGE), 0
    for sample in samples:
        width = MARK + 6 + width_of(sample.means, SMALL) + GAP
        if x + width > PAGE - EDGE and x > EDGE:
            x, line = float(EDGE), line + 1
        yield sample, x, line
        x += width
