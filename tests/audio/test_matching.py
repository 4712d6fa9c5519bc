"""Passages of earlier recordings inside another, found at their places; none where there is none."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from audio.sounds import babble, faster, noisy
from purport.audio.landmarks import FRAMES, HOP, RATE, Samples, find_peaks, landmarks
from purport.audio.likeness import bands, find_extent
from purport.audio.matching import Coincidence, Index, build_index, coincidences

EARLIER = (babble(60, 1), babble(60, 2))
AT, FROM, LONG = 30, 20, 10
"""Seconds at which the passage stands, from where it is taken, and how long it is."""


@cache
def index() -> Index:
    return build_index([landmarks(find_peaks(each)) for each in EARLIER], [len(each) // HOP for each in EARLIER])


def planted() -> Samples:
    """A voice of its own, with a passage of the second of the earlier recordings in it."""
    made = babble(70, 3)
    made[AT * RATE : (AT + LONG) * RATE] = EARLIER[1][FROM * RATE : (FROM + LONG) * RATE]
    return made


def found(samples: Samples, **ratio: float) -> list[Coincidence]:
    return coincidences(landmarks(find_peaks(samples), **ratio), index())


@pytest.mark.parametrize("decibels", [None, 15, 5, 0])
def test_a_passage_is_found_at_its_place_in_noise_too(decibels: float | None) -> None:
    samples = planted() if decibels is None else noisy(planted(), decibels)
    (one,) = found(samples)
    assert one.recording == 1
    assert one.distance / FRAMES == pytest.approx(FROM - AT, abs=0.05)
    extent = find_extent(bands(samples), bands(EARLIER[1]), one.start, one.end, one.there)
    assert extent.start / FRAMES == pytest.approx(AT, abs=0.3)
    assert extent.end / FRAMES == pytest.approx(AT + LONG, abs=0.3)
    assert extent.there / FRAMES == pytest.approx(FROM, abs=0.3)
    assert extent.surprise > 8


def test_what_is_played_faster_is_found_where_that_is_asked_for() -> None:
    samples = faster(planted(), 1.02)
    (one,) = found(samples, speed=1 / 1.02)
    assert one.recording == 1
    assert one.start / FRAMES == pytest.approx(AT, abs=1)
    assert len(found(samples)) == 0 or found(samples)[0].common < one.common


def test_nothing_is_found_in_what_is_of_nobody_else() -> None:
    assert found(babble(70, 4)) == []


def test_silence_and_shreds_have_nothing_in_common_with_anything() -> None:
    for samples in (np.zeros(5 * RATE, np.float32), np.zeros(100, np.float32), np.zeros(0, np.float32)):
        assert found(samples) == []


def test_peaks_are_the_same_wherever_blocks_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = babble(130, 5)
    parted = find_peaks(samples)
    monkeypatch.setattr("purport.audio.landmarks.BLOCK", 1_000.0)
    whole = find_peaks(samples)
    both = set(zip(parted.frames, parted.bins, strict=True)) & set(zip(whole.frames, whole.bins, strict=True))
    assert len(both) > 0.98 * len(whole.frames)
    assert len(parted.frames) == len(whole.frames)
