"""Where the landmarks of one recording stand in others at one distance in time: too many together are no chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from purport.audio.landmarks import FRAMES, Landmarks

NEAR = 2
"""Frames by which distances of one passage may differ: quantised peaks, and what is left of a tempo."""
GAP = 3.0
"""Seconds without any common landmark that end a passage."""
LEAST = 12
"""Common landmarks of a passage, at least."""


@dataclass(frozen=True, slots=True)
class Index:
    """Landmarks of recordings, by number; ``begins`` is the first frame of each recording on one axis."""

    keys: NDArray[np.uint32]
    frames: NDArray[np.uint32]
    begins: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coincidence:
    """Frames of two recordings that have landmarks in common at one distance, and how many."""

    recording: int
    start: float
    end: float
    there: float
    common: int
    density: float


def build_index(recordings: list[Landmarks], lengths: list[int]) -> Index:
    """An index of recordings of so many frames."""
    begins = np.cumsum([0, *(length + 4096 for length in lengths)]).astype(np.int64)
    keys = np.concatenate([each.keys for each in recordings])
    frames = np.concatenate([np.rint(each.frames).astype(np.int64) + begin for each, begin in zip(recordings, begins, strict=False)])
    order = np.argsort(keys, kind="stable")
    return Index(keys[order], frames[order].astype(np.uint32), begins)


def coincidences(query: Landmarks, index: Index, least: int = LEAST) -> list[Coincidence]:
    """Passages of a recording that an indexed one has too, those with most in common first."""
    here, there = _common(query, index)
    if not len(here):
        return []
    distance = np.rint(there - here).astype(np.int64)
    order = np.lexsort((here, distance))
    here, there, distance = here[order], there[order], distance[order]
    found = []
    runs = np.flatnonzero(np.diff(distance) != 0) + 1
    counts = np.diff(np.concatenate(([0], runs, [len(distance)])))
    starts = np.concatenate(([0], runs))
    wide = np.array([counts[max(i - NEAR, 0) : i + NEAR + 1].sum() for i in np.flatnonzero(counts >= max(2, least // 4))])
    for run, around in zip(np.flatnonzero(counts >= max(2, least // 4)), wide, strict=True):
        if around < least:
            continue
        d = distance[starts[run]]
        left, right = np.searchsorted(distance, (d - NEAR, d + NEAR + 1))
        found += _passages(np.sort(here[left:right]), int(d), index, least)
    return _best(found)


def _common(query: Landmarks, index: Index) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Frames of the query and on the index's axis of the landmarks that both have."""
    left = np.searchsorted(index.keys, query.keys, "left")
    right = np.searchsorted(index.keys, query.keys, "right")
    many = right - left
    here = np.repeat(query.frames, many)
    at = np.repeat(left - np.concatenate(([0], np.cumsum(many)[:-1])), many) + np.arange(many.sum())
    return here, index.frames[at].astype(np.float64)


def _passages(here: NDArray[np.float64], distance: int, index: Index, least: int) -> list[Coincidence]:
    cuts = np.flatnonzero(np.diff(here) > GAP * FRAMES) + 1
    found = []
    for part in np.split(here, cuts):
        if len(part) < least:
            continue
        recording = int(np.searchsorted(index.begins, part[0] + distance, "right")) - 1
        start, end = float(part[0]), float(part[-1])
        there = start + distance - float(index.begins[recording])
        found.append(Coincidence(recording, start, end, there, len(part), len(part) / max(end - start, FRAMES)))
    return found


def _best(found: list[Coincidence]) -> list[Coincidence]:
    """Of passages of one recording at nearly one distance that overlap, the one with most in common."""
    kept: list[Coincidence] = []
    for each in sorted(found, key=lambda one: -one.common):
        same = (one for one in kept if one.recording == each.recording and abs((one.there - one.start) - (each.there - each.start)) < 4 * FRAMES)
        if not any(one.start <= each.end and each.start <= one.end for one in same):
            kept.append(each)
    return kept
