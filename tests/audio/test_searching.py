"""Landmarks of one recording found in another at one distance, played as fast, faster or slower; none where there is none."""

from __future__ import annotations

import numpy as np
import pytest

from audio.sounds import babble, faster, noisy
from purport.audio.landmarks import FRAMES, RATE, Peaks, Samples, find_peaks, pack, unpack
from purport.audio.searching import AS_FAST, Ratio, Search, Seen

EARLIER = babble(60, 2)
AT, FROM, LONG = 30, 20, 10
"""Seconds at which the passage stands, from where it is taken, and how long it is."""


def planted() -> Samples:
    """A voice of its own, with a passage of the earlier recording in it."""
    made = babble(70, 3)
    made[AT * RATE : (AT + LONG) * RATE] = EARLIER[FROM * RATE : (FROM + LONG) * RATE]
    return made


def found(samples: Samples, *ratios: Ratio) -> list[Seen]:
    search = Search(find_peaks(samples), ratios) if ratios else Search(find_peaks(samples))
    return search.seek(find_peaks(EARLIER))


@pytest.mark.parametrize("decibels", [None, 15, 5, 0])
def test_a_passage_is_found_at_its_place_in_noise_too(decibels: float | None) -> None:
    (one,) = found(planted() if decibels is None else noisy(planted(), decibels))
    assert one.ratio == AS_FAST
    assert (one.there - one.start) / FRAMES == pytest.approx(FROM - AT, abs=0.05)
    assert AT - 0.5 < one.start / FRAMES < one.end / FRAMES < AT + LONG + 0.5


@pytest.mark.parametrize("speed", [0.98, 1.02, 1.033])
def test_what_is_played_faster_or_slower_is_found_at_its_place_in_both(speed: float) -> None:
    samples = faster(planted(), speed)
    one = found(samples)[0]
    assert one.ratio.tempo == 1
    assert one.ratio.speed == pytest.approx(speed, abs=0.01)
    assert one.start / FRAMES == pytest.approx(AT / speed, abs=1.5)
    assert one.there / FRAMES == pytest.approx(FROM + one.start / FRAMES * speed - AT, abs=0.3)
    assert sum(each.common for each in found(samples, AS_FAST)) < one.common / 4


def test_nothing_is_found_in_what_is_of_nobody_else() -> None:
    assert found(babble(70, 4)) == []


def test_silence_and_shreds_have_nothing_in_common_with_anything() -> None:
    for samples in (np.zeros(5 * RATE, np.float32), np.zeros(100, np.float32), np.zeros(0, np.float32)):
        assert found(samples) == []


def test_what_a_recording_has_twice_is_found_once_and_never_itself() -> None:
    samples = babble(60, 6)
    samples[40 * RATE : 48 * RATE] = samples[10 * RATE : 18 * RATE]
    peaks = find_peaks(samples)
    (one,) = Search(peaks, (AS_FAST,)).seek(peaks, apart=1.0)
    assert one.start / FRAMES == pytest.approx(10, abs=0.7)
    assert (one.there - one.start) / FRAMES == pytest.approx(30, abs=0.05)


def test_a_passage_across_parts_of_a_long_recording_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.audio.searching.PART", FROM + LONG / 2)
    one = max(found(planted()), key=lambda each: each.common)
    assert (one.there - one.start) / FRAMES == pytest.approx(FROM - AT, abs=0.05)


def test_peaks_are_the_same_packed_and_unpacked() -> None:
    peaks = find_peaks(babble(20, 1))
    again = unpack(pack(peaks))
    assert np.array_equal(peaks.frames, again.frames)
    assert np.array_equal(peaks.bins, again.bins)
    assert not len(unpack(pack(Peaks(np.zeros(0), np.zeros(0)))).frames)


def test_peaks_are_the_same_of_samples_of_sixteen_bits() -> None:
    samples = np.rint(babble(20, 1) * 32_767).astype(np.int16)
    one, other = find_peaks(samples), find_peaks((samples / 32_768).astype(np.float32))
    assert np.array_equal(one.frames, other.frames)
    assert np.array_equal(one.bins, other.bins)


def test_peaks_are_the_same_wherever_blocks_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = babble(130, 5)
    parted = find_peaks(samples)
    monkeypatch.setattr("purport.audio.landmarks.BLOCK", 1_000.0)
    whole = find_peaks(samples)
    both = set(zip(parted.frames, parted.bins, strict=True)) & set(zip(whole.frames, whole.bins, strict=True))
    assert len(both) > 0.98 * len(whole.frames)
    assert len(parted.frames) == len(whole.frames)


@pytest.mark.parametrize("many", range(8))
def test_however_few_landmarks_are_in_common_the_search_ends(many: int) -> None:
    steps = np.arange(many + 1, dtype=np.float64)
    peaks = Peaks(60 * steps, 20 + 8 * steps)
    assert Search(peaks, (AS_FAST,)).seek(peaks) == []
