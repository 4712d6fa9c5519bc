"""Where the landmarks of one recording stand in another at one distance in time, played as fast or a little faster or slower.

The recording under examination is held as a table, for each way of playing it; the others go past it one by one, so that what is in
memory does not grow with how many they are. Too many landmarks close together at one distance are no chance.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from purport.audio.landmarks import FRAMES, KEYS, Peaks, landmarks

Keys: TypeAlias = NDArray[np.uint32]
Frames: TypeAlias = NDArray[np.int32]

NEAR = 2
"""Frames by which distances of one passage may differ: peaks are quantised, and a tempo is met within half a hundredth."""
CELL_BITS, SLOT_BITS = 2, 3
"""Frames of distance (4) that are counted together, twice, the second time moved by half, or twice as many once where the ratio is a guess;
and of time (8), which are counted once."""
WITHIN, TOGETHER = 4.0, 5
"""Seconds within which landmarks at one distance in so many slots of time are looked at further: one sound that is alike in both has many
landmarks at once, and tells nothing."""
GAP = 3.0
"""Seconds without any common landmark that end a passage."""
LEAST = 10
"""Common landmarks of a passage, at least: of 40 excerpts of five seconds in noise as loud as they are, 39 had as many."""
SPAN = 1.5
"""Seconds over which the common landmarks of a passage are spread, at least."""
PART = 3_600.0
"""Seconds of another recording that are looked up at once."""
_TIME_BITS = 24
_MIDDLE = 1 << 26


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as fast one recording is played than another: ``tempo`` at its pitch, ``speed`` with it."""

    tempo: float = 1.0
    speed: float = 1.0

    @property
    def both(self) -> float:
        """How much shorter it is."""
        return self.tempo * self.speed


AS_FAST = Ratio()
STEPS = (0.95, 0.96, 0.97, 0.98, 0.99, 1.01, 1.02, 1.03, 1.04, 1.05)
RATIOS = (AS_FAST, *(Ratio(tempo=each) for each in STEPS), *(Ratio(speed=each) for each in STEPS))
"""What is tried: up to five in a hundred slower and faster, a hundredth apart."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Frames ``[start, end]`` of a recording whose landmarks stand in another in frames ``[there, there_end]``, ``common`` of them."""

    start: float
    end: float
    there: float
    there_end: float
    ratio: Ratio
    common: int


@dataclass(frozen=True, slots=True)
class _Table:
    """The landmarks of a recording by their numbers: those of number n are ``frames[first[n]:]``, ``count[n]`` of them.

    Where ``is_tried`` it is a guess how fast it is played: what stands in it once is looked up first, as the rarest tell most.
    """

    ratio: Ratio
    is_tried: bool
    count: NDArray[np.uint8]
    first: Frames
    frames: Frames


class Search:
    """A recording to be held against others; ``seek`` may be called by several threads."""

    def __init__(self, peaks: Peaks, ratios: Sequence[Ratio] = RATIOS) -> None:
        with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
            self._tables = tuple(pool.map(partial(_table, peaks), ratios))

    def seek(self, other: Peaks, *, apart: float = 0.0, least: int = LEAST) -> list[Seen]:
        """The passages that another recording has too, those with most in common first.

        With ``apart`` the other is the same recording: only what stands at least so many seconds later counts.
        """
        found: list[Seen] = []
        for part in _parts(other):
            marks = landmarks(part)
            frames = np.rint(marks.frames).astype(np.int32)
            for table in self._tables:
                found += _seek(table, marks.keys, frames, apart * FRAMES, least)
        return _best(found)


def _table(peaks: Peaks, ratio: Ratio) -> _Table:
    marks = landmarks(peaks, tempo=1 / ratio.tempo, speed=1 / ratio.speed)
    order = np.argsort(marks.keys, kind="stable")
    count = np.bincount(marks.keys, minlength=KEYS)
    first = np.concatenate(([0], np.cumsum(count)[:-1])).astype(np.int32)
    frames = np.rint(marks.frames[order]).astype(np.int32)
    return _Table(ratio, ratio != AS_FAST, np.minimum(count, 255).astype(np.uint8), first, frames)


def _parts(peaks: Peaks) -> Iterator[Peaks]:
    """The peaks of some time after another, a little of each in the next too."""
    last = peaks.frames[-1] if len(peaks.frames) else -1.0
    for start in np.arange(0, last + 1, PART * FRAMES):
        first, end = np.searchsorted(peaks.frames, (start - 2 * WITHIN * FRAMES, start + PART * FRAMES))
        yield Peaks(peaks.frames[first:end], peaks.bins[first:end])


def _seek(table: _Table, keys: Keys, frames: Frames, apart: float, least: int) -> list[Seen]:
    if table.is_tried and not len(_dense(*_once(table, keys, frames), _MIDDLE, CELL_BITS + 1)):
        return []
    here, distance = _common(table, keys, frames, apart)
    dense = np.unique(np.concatenate([_dense(here, distance, _MIDDLE + moved, CELL_BITS) for moved in (0, 1 << (CELL_BITS - 1))]))
    if not len(dense):
        return []
    near = _near(distance, dense)
    here, distance = here[near], distance[near]
    return [each for at in dense for each in _passages(here, distance, int(at), table.ratio, least)]


def _once(table: _Table, keys: Keys, frames: Frames) -> tuple[Frames, Frames]:
    """The same as ``_common`` of what stands in the recording once."""
    hit = np.flatnonzero(table.count.take(keys) == 1)
    here = table.frames.take(table.first.take(keys.take(hit)))
    return here, frames.take(hit) - here


def _common(table: _Table, keys: Keys, frames: Frames, apart: float) -> tuple[Frames, Frames]:
    """The frames of landmarks that both have, and how many frames later each stands in the other."""
    many = table.count.take(keys)
    hit = np.flatnonzero(many)
    times = many.take(hit).astype(np.int64)
    ends = np.cumsum(times)
    at = np.repeat(table.first.take(keys.take(hit)) - (ends - times), times) + np.arange(ends[-1] if len(ends) else 0)
    here = table.frames.take(at)
    distance = np.repeat(frames.take(hit), times) - here
    if not apart:
        return here, distance
    far = distance >= apart
    return here[far], distance[far]


def _dense(here: Frames, distance: Frames, moved: int, bits: int) -> NDArray[np.int64]:
    """The distances at which somewhere many landmarks lie close together, but not all at once: the middles of cells of so many bits."""
    cells = np.sort((((distance + moved) >> bits).astype(np.int64) << _TIME_BITS) | (here >> SLOT_BITS))
    cells = cells[np.flatnonzero(np.diff(cells, prepend=-1))]
    pairs = max(len(cells) - TOGETHER + 1, 0)
    many = np.flatnonzero(cells[TOGETHER - 1 :] - cells[:pairs] <= int(WITHIN * FRAMES) >> SLOT_BITS)
    return np.asarray(((cells[many] >> _TIME_BITS) << bits) - moved + (1 << (bits - 1)), np.int64)


def _near(distance: Frames, dense: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which distances are one of those, or ``NEAR`` it; in their order."""
    first = int(dense[0]) - NEAR
    wanted = np.zeros(int(dense[-1]) - first + NEAR + 1, bool)
    for moved in range(2 * NEAR + 1):
        wanted[dense - dense[0] + moved] = True
    inside = np.flatnonzero((distance >= first) & (distance < first + len(wanted)))
    some = inside[wanted[distance[inside] - first]]
    return some[np.argsort(distance[some], kind="stable")]


def _passages(here: Frames, distance: Frames, at: int, ratio: Ratio, least: int) -> Iterator[Seen]:
    """What lies close together in time of all that is at a distance, in the frames of both as they are played."""
    left, right = np.searchsorted(distance, (at - NEAR, at + NEAR + 1))
    order = np.argsort(here[left:right], kind="stable")
    own, by = here[left:right][order], distance[left:right][order]
    for part in np.split(np.arange(len(own)), np.flatnonzero(np.diff(own) > GAP * FRAMES) + 1):
        if len(part) >= least and own[part[-1]] - own[part[0]] >= SPAN * FRAMES:
            start, end, middle = float(own[part[0]]), float(own[part[-1]]), float(np.median(by[part]))
            yield Seen(start / ratio.both, end / ratio.both, start + middle, end + middle, ratio, len(part))


def _best(found: list[Seen]) -> list[Seen]:
    """Of passages that overlap at nearly one distance, the one with most in common, and beside it the one played as fast.

    In noise a hundredth more or less can have one more in common by chance: which it is, likeness tells.
    """
    kept: list[Seen] = []
    for each in sorted(found, key=lambda one: (-one.common, one.start, one.there, abs(one.ratio.both - 1))):
        if not any(_overlap(each, other) and (each.ratio != AS_FAST or other.ratio == AS_FAST) for other in kept):
            kept.append(each)
    return kept


def _overlap(one: Seen, other: Seen) -> bool:
    """Whether they are one passage, met twice."""
    near = abs((one.there - one.start) - (other.there - other.start)) < 4 * FRAMES
    return near and one.start <= other.end and other.start <= one.end
