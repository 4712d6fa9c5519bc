"""How alike two recordings sound, frame by frame, at one distance in time; and how far a passage reaches that both have.

A frame is told by its loudness in ``BANDS`` bands, against the mean of its second and of its frame: neither loudness nor the tone of a line
counts. The null is measured: the same frames held against others of the same recording, at distances where nothing coincides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from purport.audio.landmarks import FRAMES, HIGHEST, LOWEST, Samples, spectrum

BANDS = 20
SMOOTH = 0.35
"""Seconds over which likeness is taken together: shorter than a word, longer than a sound."""
BEYOND = 6.0
"""Seconds beyond the common landmarks that a passage is looked for in."""
NULLS = (-7.9, -5.3, -3.1, -2.3, 2.3, 3.1, 5.3, 7.9)
"""Seconds by which the two are moved against one another for the null."""

SHIFTS = (-3, -2, -1, 0, 1, 2, 3)
"""Frames by which the distance of landmarks may be off."""

Bands: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Extent:
    """Frames ``[start, end)`` of the one that are the other's from ``there`` on, and how alike they are.

    ``null`` is how alike the same frames are where they are moved, ``spread`` how much that differs for as many seconds.
    """

    start: float
    end: float
    there: float
    likeness: float
    null: float
    spread: float

    @property
    def surprise(self) -> float:
        """How many spreads of the null the likeness lies above it."""
        return (self.likeness - self.null) / max(self.spread, 1e-3)


def bands(samples: Samples, *, speed: float = 1.0) -> Bands:
    """What the frames of a recording sound like, frames by bands; with ``speed`` as if it were played so many times as fast."""
    loud = spectrum(samples)
    edges = np.geomspace(LOWEST, HIGHEST, BANDS + 1) / speed
    power = 10 ** (loud / 10)
    total = np.concatenate([np.zeros((len(power), 1)), np.cumsum(power, axis=1)], axis=1)
    at = np.clip(np.rint(edges).astype(int), 0, total.shape[1] - 1)
    levels = 10 * np.log10(total[:, at[1:]] - total[:, at[:-1]] + 1e-9)
    levels = np.maximum(levels, np.percentile(levels, 5) if len(levels) else 0)
    levels -= uniform_filter1d(levels, int(FRAMES), axis=0, mode="nearest")
    return np.asarray(levels - levels.mean(axis=1, keepdims=True), np.float32)


def likeness(mine: Bands, theirs: Bands, here: NDArray[np.float64], there: NDArray[np.float64]) -> NDArray[np.float64]:
    """How alike frames are, from -1 to 1, taken together over ``SMOOTH`` seconds; 0 where one recording has no such frame."""
    i, j = np.rint(here).astype(int), np.rint(there).astype(int)
    inside = (i >= 0) & (i < len(mine)) & (j >= 0) & (j < len(theirs))
    one, other = mine[np.clip(i, 0, len(mine) - 1)], theirs[np.clip(j, 0, len(theirs) - 1)]
    width = max(1, int(SMOOTH * FRAMES))
    product = uniform_filter1d((one * other).sum(axis=1) * inside, width, mode="constant")
    sizes = [uniform_filter1d((each**2).sum(axis=1), width, mode="constant") for each in (one, other)]
    return np.asarray(product / np.sqrt(np.maximum(sizes[0] * sizes[1], 1e-6)), np.float64)


def find_extent(mine: Bands, theirs: Bands, start: float, end: float, there: float, *, ratio: float = 1.0) -> Extent | None:
    """How far a passage reaches with common landmarks from ``start`` to ``end``; ``ratio`` is how many frames of theirs one of mine is.

    ``None`` where there is nothing to be heard between the two.
    """
    margin = BEYOND * FRAMES
    here = np.arange(max(start - margin, 0), min(end + margin, len(mine) - 1) + 1)
    at = there + (here - start) * ratio
    core = (here >= start) & (here <= end)
    if not core.any() or not len(theirs):
        return None
    moved = {shift: likeness(mine, theirs, here, at + shift) for shift in SHIFTS}
    best = max(moved, key=lambda shift: float(moved[shift][core].mean()))
    alike = moved[best]
    others = np.concatenate([likeness(mine, theirs, here, at + shift * FRAMES)[core] for shift in NULLS])
    null, spread = float(others.mean()), float(others.std())
    level = (float(np.percentile(alike[core], 60)) + null) / 2
    first, last = _reach(alike - level, core)
    looks = max((last - first) / FRAMES / SMOOTH, 1.0)
    mean = float(alike[first : last + 1].mean())
    return Extent(float(here[first]), float(here[last]) + 1, float(at[first]) + best, mean, null, spread / float(np.sqrt(looks)))


def _reach(over: NDArray[np.float64], core: NDArray[np.bool_]) -> tuple[int, int]:
    """From where to where what lies over the level outweighs what lies under it, from the middle of the core on."""
    middle = int(np.flatnonzero(core).mean())
    left = np.cumsum(over[: middle + 1][::-1])
    right = np.cumsum(over[middle:])
    return middle - int(np.argmax(left)), middle + int(np.argmax(right))
