"""Two recordings on one clock: how many times as fast the second plays, and which stretches of the first stand where in it.

The first is cut into blocks, and each block is looked for in the second by its landmarks: that gives the distances at which anything
coincides. How alike the two sound at each of them, frame by frame, then decides which distance holds where, or none: a change costs as much
as a good half of a second of likeness is worth, so that a phrase said twice draws nothing away from its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from purport.audio.decoding import Heard
from purport.audio.landmarks import FRAMES, HOP, RATE, Landmarks, Peaks, find_peaks, landmarks
from purport.audio.likeness import NULLS, SMOOTH, Bands, bands, likeness
from purport.audio.matching import Coincidence, Index, build_index, coincidences
from purport.findings import Stretch

BLOCK, EVERY = 20.0, 10.0
"""Seconds of a block, and from one to the next."""
STRONG = 24
"""Common landmarks of a block that are no chance: of 276 blocks of one voice, none had more than 22 with another place of it."""
SAMPLED = 24
"""Blocks that other paces are tried on."""
ENOUGH = 60
"""Common landmarks of the better half of those blocks at the pace of the first, where no other is tried."""
PACES = tuple(1 + each / 100 for each in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6))
"""Paces that are tried, at the pitch of the first and with it: landmarks bear half a hundredth to either side."""
STILL = 2e-5
"""A pace that is nearer to 1 than this is 1: it makes a twentieth of a second in 46 minutes."""
STEP = 4
"""Frames from one decision to the next: 64 ms."""
TURN = 0.3
"""What a change of distance costs, in seconds of likeness."""
AROUND = 20.0
"""Seconds around common landmarks in which a distance is weighed."""
CHUNK = 300.0
"""Seconds of a recording whose bands are found at once."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many times as fast the second plays as the first: ``tempo`` at its pitch, ``speed`` with it."""

    tempo: float = 1.0
    speed: float = 1.0

    @property
    def ratio(self) -> float:
        """How many seconds of the first are one of the second."""
        return self.tempo * self.speed

    def times(self, ratio: float) -> Pace:
        """The pace so many times as fast, its pitch going with it unless the tempo alone is known to differ."""
        return Pace(self.tempo * ratio, self.speed) if self.tempo != 1 else Pace(self.tempo, self.speed * ratio)


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

    ``seen`` are stretches that coincide, whatever was chosen: what stands twice in the second is twice among them.
    """

    pace: Pace
    runs: tuple[Run, ...]
    seen: tuple[Place, ...]


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
        return likeness(self.first, self.second, frames * self.ratio, frames + distance)


def align(first: Heard, second: Heard) -> Alignment:
    """What two recordings have in common, whatever was cut out of either or put in, and however fast each plays."""
    mine, theirs = (find_peaks(each.between(0, each.sound.seconds)) for each in (first, second))
    index = build_index([landmarks(theirs)], [len(second.samples) // HOP])
    pace = _find_pace(mine, index)
    seen = _seen(mine, index, pace)
    if not seen:
        return Alignment(pace, (), ())
    frames = np.arange(0, len(first.samples) / HOP / pace.ratio)
    pair = _Pair(all_bands(first, speed=pace.speed), all_bands(second), pace.ratio, frames)
    counted = _seen(mine, index, pace, every=BLOCK)
    runs = [_run(pair, start, end, at, counted) for start, end, at in _follow(pair, _distances(seen), seen)]
    places = [pair.place(each.start, each.end + 1, each.distance) for each in seen if each.common >= STRONG]
    return Alignment(pace, tuple(runs), tuple(places))


def all_bands(heard: Heard, *, speed: float = 1.0) -> Bands:
    """The bands of a whole recording, found a part at a time."""
    step, edge = int(CHUNK * RATE) // HOP * HOP, int(2 * RATE) // HOP * HOP
    parts = []
    for start in range(0, len(heard.samples), step):
        before = min(edge, start)
        part = bands(heard.between((start - before) / RATE, (start + step + edge) / RATE), speed=speed)
        parts.append(part[before // HOP : (before + step) // HOP])
    return np.concatenate(parts)


def _find_pace(first: Peaks, index: Index) -> Pace:
    """How many times as fast the second plays; 1 where nothing says otherwise."""
    every = list(_blocks(landmarks(first)))
    some = every[:: max(1, len(every) // SAMPLED)]
    spans = [(each.frames[0], each.frames[-1]) for each in some if len(each.frames)]
    weighed = {pace: _weigh(first, index, pace, spans) for pace in [Pace()]}
    if weighed[Pace()] < ENOUGH:
        weighed |= {pace: _weigh(first, index, pace, spans) for each in PACES for pace in (Pace(speed=each), Pace(tempo=each))}
    pace = max(weighed, key=lambda each: weighed[each])
    for _ in range(3):
        drift = _drift(_seen(first, index, pace))
        pace = pace.times(1 + drift)
        if abs(drift) < STILL / 4:
            break
    if abs(pace.ratio - 1) < STILL:
        return Pace()
    return max(
        (pace, Pace(tempo=pace.ratio), Pace(speed=pace.ratio)), key=lambda each: sum(one.common for one in _seen(first, index, each))
    )


def _weigh(first: Peaks, index: Index, pace: Pace, spans: list[tuple[float, float]]) -> float:
    """Common landmarks of the better half of some blocks at a pace, in the mean."""
    most = []
    for start, end in spans:
        one, other = np.searchsorted(first.frames, (start, end + 1))
        block = landmarks(Peaks(first.frames[one:other], first.bins[one:other]), tempo=pace.tempo, speed=pace.speed)
        most.append(max((each.common for each in coincidences(block, index)), default=0))
    better = sorted(most)[len(most) // 2 :]
    return float(np.mean(better)) if better else 0.0


def _blocks(marks: Landmarks, every: float = EVERY) -> Iterator[Landmarks]:
    """Landmarks of ``BLOCK`` seconds, again every so many."""
    last = marks.frames[-1] if len(marks.frames) else 0.0
    for start in np.arange(0, last, every * FRAMES):
        one, other = np.searchsorted(marks.frames, (start, start + BLOCK * FRAMES))
        if other > one:
            yield Landmarks(marks.keys[one:other], marks.frames[one:other])


def _seen(first: Peaks, index: Index, pace: Pace, every: float = EVERY) -> list[Coincidence]:
    """Where each block of the first stands in the second, in frames of the second's clock."""
    played = landmarks(first, tempo=pace.tempo, speed=pace.speed)
    return [each for block in _blocks(played, every) for each in coincidences(block, index)]


def _drift(seen: list[Coincidence]) -> float:
    """By how much the second is still faster: the middle of all slopes between blocks near one another (Theil 1950).

    Cuts move what follows them by far more than a pace that is off by a hundredth does: such pairs are left out.
    """
    strong = sorted((each for each in seen if each.common >= STRONG), key=lambda each: each.start)
    middle = np.array([(each.start + each.end) / 2 for each in strong])
    distance = np.array([each.distance for each in strong])
    slopes = []
    for apart in range(2, min(30, len(strong))):
        between, moved = middle[apart:] - middle[:-apart], distance[apart:] - distance[:-apart]
        near = (between > BLOCK * FRAMES) & (np.abs(moved) < 0.01 * between)
        slopes.append(moved[near] / between[near])
    every = np.concatenate(slopes) if slopes else np.zeros(0)
    return -float(np.median(every)) if len(every) else 0.0


def _distances(seen: list[Coincidence]) -> list[float]:
    """The distances of blocks, those a frame or two apart as the one that most landmarks have."""
    total: dict[float, int] = {}
    for each in seen:
        at = float(round(each.distance))
        total[at] = total.get(at, 0) + each.common
    kept: list[float] = []
    for at in sorted(total, key=lambda each: (-total[each], each)):
        if all(abs(at - each) > 2 for each in kept):
            kept.append(at)
    return kept


def _follow(pair: _Pair, distances: list[float], seen: list[Coincidence]) -> list[tuple[float, float, float]]:
    """The frames at which each distance holds, best of all ways to part the first between them and nothing (Viterbi 1967)."""
    near = [_near(pair, at, seen) for at in distances]
    alike = [pair.alike(pair.frames[one:other], at)[-one % STEP :: STEP] for at, (one, other) in zip(distances, near, strict=True)]
    level = _level(pair, distances[0], seen)
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


def _near(pair: _Pair, distance: float, seen: list[Coincidence]) -> tuple[int, int]:
    """From which frame to which a distance is weighed."""
    own = [each for each in seen if abs(each.distance - distance) <= 2]
    first, last = min(each.start for each in own), max(each.end for each in own)
    return max(int(first - AROUND * FRAMES), 0), min(int(last + AROUND * FRAMES) + 1, len(pair.frames))


def _level(pair: _Pair, distance: float, seen: list[Coincidence]) -> float:
    """Half way between how alike the two are where they coincide and where they are moved against one another."""
    own = [each for each in seen if abs(each.distance - distance) <= 2]
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


def _run(pair: _Pair, start: float, end: float, distance: float, counted: list[Coincidence]) -> Run:
    """A stretch with how alike the two are there, and how many landmarks they share."""
    frames = np.arange(start, end)
    alike = float(pair.alike(frames, distance).mean())
    moved = np.concatenate([pair.alike(frames, distance + shift * FRAMES) for shift in NULLS])
    looks = max((end - start) / FRAMES / SMOOTH, 1.0)
    null, spread = float(moved.mean()), float(moved.std()) / float(np.sqrt(looks))
    inside = (each for each in counted if abs(each.distance - distance) <= 4 and each.start < end and each.end >= start)
    common = sum(each.common for each in inside)
    return Run(pair.place(start, end, distance), common, alike, null, (alike - null) / max(spread, 1e-3))
