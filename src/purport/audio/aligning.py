"""Two recordings on one clock: how many times as fast the second plays, and which stretches of the first stand where in it.

The first is cut into blocks, and each block is looked for in the second by its landmarks: that gives the distances at which anything
coincides. How alike the two sound at each of them, frame by frame, then decides which distance holds where, or none: a change costs as much
as a good half of a second of likeness is worth, and only distances that hold for ``SHORTEST`` seconds somewhere are weighed in the end: a
phrase said twice draws nothing away from its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from purport.audio.decoding import Heard
from purport.audio.landmarks import FRAMES, HOP, RATE, Peaks, find_peaks
from purport.audio.likeness import NULLS, SMOOTH, Bands, bands, likeness
from purport.audio.searching import AS_FAST, RATIOS, Ratio, Search
from purport.findings import Stretch

BLOCK, EVERY = 20.0, 10.0
"""Seconds of a block, and from one to the next."""
STRONG = 24
"""Common landmarks of a block that are no chance: of 276 blocks of one voice, none had more than 22 with another place of it."""
LITTLE = 0.005
"""A pace that is nearer to 1 than this is taken as a speed: landmarks do not tell whether its pitch goes with it."""
SPREAD = 0.002
"""How far slopes of one pace lie apart: places are known to a frame or so, and blocks are ten seconds apart or so at least."""
STILL = 2e-5
"""A pace that is nearer to 1 than this is 1: it makes a twentieth of a second in 46 minutes."""
STEP = 4
"""Frames from one decision to the next: 64 ms."""
TURN = 0.3
"""What a change of distance costs, in seconds of likeness."""
SHORTEST = 3.0
"""Seconds of what is common, at least: the same words by one voice are as alike as less is."""
SURPRISE = 10.0
"""Spreads of the null by which what is common is liker than chance, at least."""
AROUND = 20.0
"""Seconds around common landmarks in which a distance is weighed."""
MOST = 200
"""Distances that are weighed, at most: 46 minutes of one voice have half as many where a phrase comes again."""
CHUNK = 300.0
"""Seconds of a recording that are listened to at once."""


_CHUNK_FRAMES = int(CHUNK * FRAMES)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the first, and where it stands in the second."""

    here: Stretch
    there: Stretch


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the first that stands in the second: ``common`` landmarks, and how alike the two are there.

    ``null`` is how alike they are where they are moved against one another, ``surprise`` how many of its spreads the likeness lies above.
    """

    place: Place
    common: int
    likeness: float
    null: float
    surprise: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Stretches that two recordings have in common, in the order of the first; the second may have them in another.

    ``pace`` is how many times as fast the second plays as the first. ``seen`` are stretches that coincide, whatever was chosen: what stands
    twice in the second is twice among them.
    """

    pace: Ratio
    runs: tuple[Run, ...]
    seen: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Met:
    """Frames ``[start, end]`` of a block of the first that stand in the second ``distance`` later, all on the second's clock."""

    start: float
    end: float
    distance: float
    common: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both recordings as they are compared: frames are those of the second's clock."""

    first: Bands
    second: Bands
    ratio: float
    frames: NDArray[np.float64]

    def place(self, start: float, end: float, distance: float) -> Place:
        """Frames and a distance as seconds of both."""
        here = Stretch(start * self.ratio / FRAMES, end * self.ratio / FRAMES)
        return Place(here, Stretch((start + distance) / FRAMES, (end + distance) / FRAMES))

    def alike(self, frames: NDArray[np.float64], distance: float) -> NDArray[np.float64]:
        """How alike the first is at some frames to what the second has so many frames later."""
        parts = np.split(frames, np.arange(_CHUNK_FRAMES, len(frames), _CHUNK_FRAMES))
        return np.concatenate([likeness(self.first, self.second, each * self.ratio, each + distance) for each in parts])


def align(first: Heard, second: Heard) -> Alignment:
    """What two recordings have in common, whatever was cut out of either or put in, and however fast each plays."""
    mine, theirs = find_peaks(first.samples), find_peaks(second.samples)
    pace = _find_pace(mine, theirs)
    met = _meet(mine, Search(theirs, (pace,)), pace)
    if not met:
        return Alignment(pace, (), ())
    frames = np.arange(0, len(first.samples) / HOP / pace.both)
    pair = _Pair(all_bands(first, speed=pace.speed), all_bands(second), pace.both, frames)
    every = [each for block in met for each in block]
    likely = {at for start, end, at in _follow(pair, every, _distances(every)) if _lasts(pair, start, end)}
    followed = _follow(pair, every, [at for at in _distances(every) if at in likely])
    runs = [_run(pair, start, end, at, met[::2]) for start, end, at in followed if _lasts(pair, start, end)]
    strong = (each for block in met for each in block if each.common >= STRONG)
    sure = tuple(each for each in runs if each.surprise >= SURPRISE)
    return Alignment(pace, sure, tuple(pair.place(each.start, each.end + 1, each.distance) for each in strong))


def all_bands(heard: Heard, *, speed: float = 1.0) -> Bands:
    """The bands of a whole recording, found a part at a time."""
    step, edge = int(CHUNK * RATE) // HOP * HOP, int(2 * RATE) // HOP * HOP
    parts = []
    for start in range(0, len(heard.samples), step):
        before = min(edge, start)
        part = bands(heard.between((start - before) / RATE, (start + step + edge) / RATE), speed=speed)
        parts.append(part[before // HOP : (before + step) // HOP])
    return np.concatenate(parts)


def _find_pace(first: Peaks, second: Peaks) -> Ratio:
    """How many times as fast the second plays; as fast where nothing says otherwise."""
    seen = Search(second, RATIOS).seek(first)
    pace = max(RATIOS, key=lambda each: sum(one.common for one in seen if one.ratio == each and one.common >= STRONG))
    for _ in range(3):
        drift = _drift(_meet(first, Search(second, (pace,)), pace))
        pace = _times(pace, 1 + drift)
        if abs(drift) < STILL / 4:
            break
    if abs(pace.both - 1) < STILL:
        return AS_FAST
    if abs(pace.both - 1) < LITTLE:
        return Ratio(speed=pace.both)
    return max((Ratio(speed=pace.both), Ratio(tempo=pace.both)), key=lambda each: _common(first, second, each))


def _common(first: Peaks, second: Peaks, pace: Ratio) -> int:
    """How many landmarks two recordings have in common at a pace."""
    return sum(each.common for each in Search(second, (pace,)).seek(first))


def _times(pace: Ratio, more: float) -> Ratio:
    """A pace so many times as fast, its pitch going with it unless it is the tempo that differs."""
    return Ratio(tempo=pace.tempo * more) if pace.tempo != 1 else Ratio(speed=pace.speed * more)


def _blocks(peaks: Peaks) -> Iterator[Peaks]:
    """The peaks of ``BLOCK`` seconds, again every ``EVERY``; every second block begins where the one two before it ends."""
    last = peaks.frames[-1] if len(peaks.frames) else -1.0
    for start in np.arange(0, last + 1, EVERY * FRAMES):
        one, other = np.searchsorted(peaks.frames, (start, start + BLOCK * FRAMES))
        yield Peaks(peaks.frames[one:other], peaks.bins[one:other])


def _meet(first: Peaks, search: Search, pace: Ratio) -> list[list[_Met]]:
    """Where each block of the first stands in the second."""
    found = []
    for block in _blocks(first):
        seen = ((each, each.there / pace.both) for each in search.seek(block))
        found.append([_Met(at, each.there_end / pace.both, each.start - at, each.common) for each, at in seen])
    return found


def _drift(met: list[list[_Met]]) -> float:
    """By how much the second is still faster: the middle of slopes between blocks near one another (Theil 1950) where these are densest.

    Between two blocks with a cut among them the slope is whatever the cut makes it: such slopes lie far from one another, and in a short
    recording only blocks near one another are taken, so that they are few.
    """
    strong = sorted((each for block in met for each in block if each.common >= STRONG), key=lambda each: each.start)
    middle = np.array([(each.start + each.end) / 2 for each in strong])
    distance = np.array([each.distance for each in strong])
    slopes = []
    for apart in range(1, min(30, len(strong) // 3 + 2, len(strong))):
        between, moved = middle[apart:] - middle[:-apart], distance[apart:] - distance[:-apart]
        near = (between > EVERY / 2 * FRAMES) & (np.abs(moved) < 0.01 * between)
        slopes.append(moved[near] / between[near])
    every = np.sort(np.concatenate(slopes)) if slopes else np.zeros(0)
    if not len(every):
        return 0.0
    ends = np.searchsorted(every, every + SPREAD, "right")
    first = int(np.argmax(ends - np.arange(len(every))))
    return -float(np.median(every[first : ends[first]]))


def _distances(met: list[_Met]) -> list[float]:
    """The distances of blocks, those with most landmarks first; those a frame or two apart are the one that has most."""
    total: dict[float, int] = {}
    for each in met:
        at = float(round(each.distance))
        total[at] = total.get(at, 0) + each.common
    kept: list[float] = []
    for at in sorted(total, key=lambda each: (-total[each], each)):
        if all(abs(at - each) > 2 for each in kept):
            kept.append(at)
        if len(kept) == MOST:
            break
    return kept


def _lasts(pair: _Pair, start: float, end: float) -> bool:
    return (end - start) * pair.ratio >= SHORTEST * FRAMES


def _follow(pair: _Pair, met: list[_Met], distances: list[float]) -> list[tuple[float, float, float]]:
    """The frames at which each distance holds, best of all ways to part the first between them and nothing (Viterbi 1967)."""
    if not distances:
        return []
    near = [_near(pair, at, met) for at in distances]
    alike = [pair.alike(pair.frames[one:other], at)[-one % STEP :: STEP] for at, (one, other) in zip(distances, near, strict=True)]
    level = _level(pair, distances[0], met)
    steps = len(pair.frames[::STEP])
    gains = np.full((steps, len(distances) + 1), -1.0, np.float32)
    gains[:, 0] = 0
    for state, (values, (one, _)) in enumerate(zip(alike, near, strict=True), start=1):
        begin = -(-one // STEP)
        gains[begin : begin + len(values), state] = values - level
    states = _best_way(gains * (STEP / FRAMES))
    found, at = [], 0
    for state, group in groupby(states.tolist()):
        long = len(list(group))
        if state:
            found.append((float(at * STEP), float(min((at + long) * STEP, len(pair.frames))), distances[state - 1]))
        at += long
    return found


def _near(pair: _Pair, distance: float, met: list[_Met]) -> tuple[int, int]:
    """From which frame to which a distance is weighed."""
    own = [each for each in met if abs(each.distance - distance) <= 2]
    first, last = min(each.start for each in own), max(each.end for each in own)
    return max(int(first - AROUND * FRAMES), 0), min(int(last + AROUND * FRAMES) + 1, len(pair.frames))


def _level(pair: _Pair, distance: float, met: list[_Met]) -> float:
    """Half way between how alike the two are where they coincide and where they are moved against one another."""
    own = [each for each in met if abs(each.distance - distance) <= 2]
    frames = np.unique(np.concatenate([np.arange(int(each.start), int(each.end) + 1) for each in own])).astype(np.float64)
    null = np.mean([pair.alike(frames, distance + shift * FRAMES).mean() for shift in NULLS])
    return (float(np.percentile(pair.alike(frames, distance), 60)) + float(null)) / 2


def _best_way(gains: NDArray[np.float32]) -> NDArray[np.int64]:
    """The states that gain most, where each change costs ``TURN``."""
    steps, many = gains.shape
    jumped, best = np.zeros((steps, many), np.bool_), np.zeros(steps, np.int64)
    total = gains[0].copy()
    for step in range(1, steps):
        best[step] = top = int(total.argmax())
        reached = total[top] - np.float32(TURN / 2)
        np.less(total, reached, out=jumped[step])
        total = np.maximum(total, reached) + gains[step]
    states = np.zeros(steps, np.int64)
    state = int(total.argmax())
    for step in range(steps - 1, -1, -1):
        states[step] = state
        state = int(best[step]) if jumped[step, state] else state
    return states


def _run(pair: _Pair, start: float, end: float, distance: float, blocks: list[list[_Met]]) -> Run:
    """A stretch with how alike the two are there, and how many landmarks they share."""
    frames = np.arange(start, end)
    alike = float(pair.alike(frames, distance).mean())
    moved = np.concatenate([pair.alike(frames, distance + shift * FRAMES) for shift in NULLS])
    looks = max((end - start) / FRAMES / SMOOTH, 1.0)
    null, spread = float(moved.mean()), float(moved.std()) / float(np.sqrt(looks))
    met = (each for block in blocks for each in block)
    inside = (each for each in met if abs(each.distance - distance) <= 4 and each.start < end and each.end >= start)
    common = sum(each.common for each in inside)
    return Run(pair.place(start, end, distance), common, alike, null, (alike - null) / max(spread, 1e-3))
