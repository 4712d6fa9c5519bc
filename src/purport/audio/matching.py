"""Where the landmarks of one recording stand in others at one distance in time: too many together are no chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from purport.audio.landmarks import FRAMES, Landmarks

NEAR = 2
"""Frames by which distances of one passage may differ: peaks are quantised, and a tempo is met within half a hundredth."""
GAP = 3.0
"""Seconds without any common landmark that end a passage."""
LEAST = 8
"""Common landmarks of a passage, at least: of 40 excerpts of ten seconds in noise as loud as they are, each had as many."""
BETWEEN = 4_096
"""Frames that part two recordings of an index, so that no distance reaches from one into the next."""


@dataclass(frozen=True, slots=True)
class Index:
    """Landmarks of recordings in order of their numbers; ``begins`` are the first frames of recordings on one axis, and its end."""

    keys: NDArray[np.uint32]
    frames: NDArray[np.uint32]
    begins: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coincidence:
    """Frames ``[start, end]`` of one recording that have ``common`` landmarks with those of another from ``there`` on."""

    recording: int
    start: float
    end: float
    there: float
    common: int

    @property
    def distance(self) -> float:
        """How many frames later the same stands in the other."""
        return self.there - self.start


def build_index(recordings: Sequence[Landmarks], lengths: Sequence[int]) -> Index:
    """An index of recordings of so many frames each."""
    begins = np.cumsum([0, *(length + BETWEEN for length in lengths)]).astype(np.int64)
    keys = np.concatenate([np.zeros(0, np.uint32), *(each.keys for each in recordings)])
    frames = [np.rint(each.frames).astype(np.int64) + begin for each, begin in zip(recordings, begins, strict=False)]
    order = np.argsort(keys, kind="stable")
    return Index(keys[order], np.concatenate([np.zeros(0, np.int64), *frames])[order].astype(np.uint32), begins)


def coincidences(query: Landmarks, index: Index, least: int = LEAST) -> list[Coincidence]:
    """Passages of a recording that an indexed one has too, those with most in common first."""
    here, there = _common(query, index)
    distance = np.rint(there - here).astype(np.int64)
    order = np.lexsort((here, distance))
    here, distance = here[order], distance[order]
    found = [part for at in _frequent(distance, least) for part in _passages(here, distance, int(at), index, least)]
    return _best(found)


def _common(query: Landmarks, index: Index) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The frames of landmarks that both have, those of the query and those on the index's axis."""
    left = np.searchsorted(index.keys, query.keys, "left")
    many = np.searchsorted(index.keys, query.keys, "right") - left
    here = np.repeat(query.frames, many)
    at = np.repeat(left - np.concatenate(([0], np.cumsum(many)[:-1])), many) + np.arange(many.sum()) if len(many) else left
    return here, index.frames[at].astype(np.float64)


def _frequent(distance: NDArray[np.int64], least: int) -> NDArray[np.int64]:
    """The distances at which, or near which, there are enough landmarks."""
    values, counts = np.unique(distance, return_counts=True)
    around = np.searchsorted(distance, values + NEAR, "right") - np.searchsorted(distance, values - NEAR, "left")
    return values[(around >= least) & (counts >= max(2, least // 4))]


def _passages(here: NDArray[np.float64], distance: NDArray[np.int64], at: int, index: Index, least: int) -> Iterator[Coincidence]:
    """What lies close together of all that is at a distance."""
    left, right = np.searchsorted(distance, (at - NEAR, at + NEAR + 1))
    own = np.sort(here[left:right])
    for part in np.split(own, np.flatnonzero(np.diff(own) > GAP * FRAMES) + 1):
        if len(part) >= least:
            recording = int(np.searchsorted(index.begins, part[0] + at, "right")) - 1
            start, end = float(part[0]), float(part[-1])
            yield Coincidence(recording, start, end, start + at - float(index.begins[recording]), len(part))


def _best(found: list[Coincidence]) -> list[Coincidence]:
    """Of passages that overlap and are of one recording at nearly one distance, the one with most in common."""
    kept: list[Coincidence] = []
    for each in sorted(found, key=lambda one: (-one.common, one.start, one.recording)):
        same = (one for one in kept if one.recording == each.recording and abs(one.distance - each.distance) < 4 * FRAMES)
        if not any(one.start <= each.end and each.start <= one.end for one in same):
            kept.append(each)
    return kept
