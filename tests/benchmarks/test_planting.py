"""Passages are planted at their places, as loud as what they stand in; noise is as loud as was asked."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from planting import COPIES, RATE, Condition, noisy, places, plant

ARCHIVE = (2760.0, 1200.0, 1200.0, 1200.0)


@pytest.mark.parametrize("length", [5, 30])
def test_places_are_apart_inside_their_recordings_and_the_same_each_time(length: float) -> None:
    made = places(length, 2760, ARCHIVE)
    assert made == places(length, 2760, ARCHIVE)
    assert len(made) == COPIES
    assert all(one.end < other.start for one, other in pairwise(made))
    for recording, seconds in enumerate(ARCHIVE):
        there = sorted(each.there for each in made if each.recording == recording)
        assert len(there) == COPIES // len(ARCHIVE)
        assert there[0] >= 0
        assert there[-1] + length <= seconds
        assert all(other - one >= length for one, other in pairwise(there))


def test_a_passage_replaces_what_stood_there_as_loud_as_the_recording() -> None:
    chance = np.random.default_rng(1)
    recording, earlier = (chance.normal(0, loud, 200 * RATE).astype(np.float32) for loud in (0.1, 0.02))
    (one,) = [each for each in places(2, 200, [200.0]) if 100 <= each.start < 105]
    made = plant(recording, [earlier], [one])
    first, last, there = (round(each * RATE) for each in (one.start, one.end, one.there))
    assert np.array_equal(made[:first], recording[:first])
    assert np.array_equal(made[last:], recording[last:])
    assert made[first:last] == pytest.approx(5 * earlier[there : there + last - first], rel=0.05)


@pytest.mark.parametrize("murmur", [False, True])
def test_noise_is_as_loud_as_was_asked(murmur: bool) -> None:
    speech = np.random.default_rng(2).normal(0, 0.1, 20 * RATE).astype(np.float32)
    made = 2 * noisy(speech, Condition(noise=5, murmur=murmur), speech)
    assert 10 * np.log10(np.mean(speech**2) / np.mean((made - speech) ** 2)) == pytest.approx(5, abs=0.1)
