"""Lines that join rows at their right, each in a lane of its own as far as there are lanes, so that none runs over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purport.pictures.drawing import Shape, disc, path
from purport.pictures.look import DARK

LANE = 7.0
"""Pixels between two lanes."""


def brackets(rows: Sequence[float], joined: Sequence[tuple[int, int]], x: float, width: float) -> Iterator[Shape]:
    """A bracket for each pair of rows, from ``x`` on; ``rows`` are the middles of all rows. Short ones stand inside long ones."""
    lanes = _lanes(joined, max(int(width / LANE), 1))
    for (low, high), lane in zip(joined, lanes, strict=True):
        reach = x + LANE * (lane + 1)
        yield path(("M", x, rows[low], "H", reach, "V", rows[high], "H", x), stroke_width=1.2)
        for row in (low, high):
            yield disc(x, rows[row], 2, fill=DARK)


def _lanes(joined: Sequence[tuple[int, int]], most: int) -> list[int]:
    """The lane of each pair: the first that is free between its rows, else the last."""
    taken: list[list[tuple[int, int]]] = [[] for _ in range(most)]
    lane = [0] * len(joined)
    for number in sorted(range(len(joined)), key=lambda each: (joined[each][1] - joined[each][0], joined[each])):
        low, high = joined[number]
        free = (at for at, pairs in enumerate(taken) if all(high < first or last < low for first, last in pairs))
        lane[number] = next(free, most - 1)
        taken[lane[number]].append((low, high))
    return lane
