"""Lines that join rows at their right, each in a lane of its own as far as there are lanes, so that none runs over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purport.pictures.drawing import Shape, disc, path
from purport.pictures.look import DARK

LANE, WIDTH = 8.0, 72.0
"""Pixels between two lanes, and of all of them."""
LANES = 8
"""How many pairs of rows can be joined beside one another."""


def fitting(joined: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The pairs of rows that find a lane free between them, each with its lane; near ones go before far ones and stand within them."""
    found: dict[tuple[int, int], int] = {}
    for low, high in sorted(set(joined), key=lambda pair: (pair[1] - pair[0], pair)):
        taken = {lane for (first, last), lane in found.items() if first <= high and low <= last}
        free = next((lane for lane in range(LANES) if lane not in taken), None)
        if free is not None:
            found[low, high] = free
    return found


def brackets(rows: Sequence[float], joined: Sequence[tuple[int, int]], x: float) -> Iterator[Shape]:
    """A bracket for each pair of rows that finds room, from ``x`` on; ``rows`` are the middles of all rows."""
    for (low, high), lane in fitting(joined).items():
        reach = x + LANE * (lane + 1)
        yield path(("M", x, rows[low], "H", reach, "V", rows[high], "H", x), stroke_width=1.2)
        for row in (low, high):
            yield disc(x, rows[row], 2.2, fill=DARK)
