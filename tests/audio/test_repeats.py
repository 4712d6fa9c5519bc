"""Stretches that stand twice sample for sample: found with both places, wherever blocks part them; silence and tones are none."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.tracks import hiss, sine
from purport.audio.repeats import LISTED, Repeat, Repeats, repeat_facts
from purport.findings import Stretch

RATE = 16_000


def noise(seconds: float, seed: int = 1) -> NDArray[np.int16]:
    return (hiss(seconds, RATE, seed) * 32_767).astype(np.int16)[:, None]


def found(samples: NDArray[np.int16], parts: int = 1) -> list[Repeat]:
    repeats = Repeats(RATE)
    for block in np.array_split(samples, parts):
        repeats.see(block)
    return repeats.find()


def twice(length: float, first: float = 2.0, again: float = 7.0) -> NDArray[np.int16]:
    samples = noise(12)
    one, other, long = (round(each * RATE) for each in (first, again, length))
    samples[other : other + long] = samples[one : one + long]
    return samples


@pytest.mark.parametrize("parts", [1, 2, 7, 97])
@pytest.mark.parametrize("length", [0.7, 1.0, 3.0])
def test_both_places_are_found(length: float, parts: int) -> None:
    (one,) = found(twice(length), parts)
    assert one.first.start == pytest.approx(2, abs=0.08)
    assert one.seconds == pytest.approx(length, abs=0.12)
    assert one.seconds <= length
    assert one.again.start - one.first.start == 5
    assert one.again.end - one.first.end == 5


def test_it_is_found_at_any_distance_of_samples_and_in_two_channels() -> None:
    samples = np.concatenate((twice(1.0, again=7.00013), noise(12, 5)), axis=1)
    assert found(samples) == []
    both = np.repeat(twice(1.0, again=7.00013), 2, axis=1)
    both[:, 1] //= 2
    (one,) = found(both)
    assert one.again.start - one.first.start == pytest.approx(5.00013, abs=0.0001)


def test_three_times_is_told_of_each_and_the_next() -> None:
    samples = noise(12)
    samples[5 * RATE : 6 * RATE] = samples[9 * RATE : 10 * RATE] = samples[2 * RATE : 3 * RATE]
    assert [round(each.again.start - each.first.start) for each in found(samples)] == [3, 4]


@pytest.mark.parametrize(
    "samples",
    [
        pytest.param(noise(12), id="noise"),
        pytest.param(np.zeros((5 * RATE, 1), np.int16), id="silence"),
        pytest.param(np.full((5 * RATE, 1), 700, np.int16), id="a held value"),
        pytest.param((sine(5, RATE, 1_000) * 9_000).astype(np.int16)[:, None], id="a tone"),
        pytest.param(
            np.concatenate(
                [noise(1), (sine(1, RATE) * 9_000).astype(np.int16)[:, None], noise(1, 2)] * 1 + [np.zeros((RATE, 1), np.int16)] * 2
            ),
            id="all",
        ),
        pytest.param(twice(0.3), id="too short"),
        pytest.param(noise(0.01), id="a shred"),
    ],
)
def test_what_is_none(samples: NDArray[np.int16]) -> None:
    assert found(samples) == []


def test_beeps_at_several_places_are_none() -> None:
    beep = (sine(1, RATE, 1_000) * 9_000).astype(np.int16)[:, None]
    assert found(np.concatenate((noise(2), beep, noise(2, 2), beep, noise(2, 3)))) == []


def test_one_sample_that_differs_parts_it_in_two() -> None:
    samples = twice(2.0)
    samples[8 * RATE] += 1
    assert [round(each.seconds, 1) for each in found(samples)] in ([1.0, 1.0], [0.9, 0.9], [1.0, 0.9], [0.9, 1.0])


def test_the_longest_are_told_with_both_places() -> None:
    several = [Repeat(Stretch(n, n + 1 + n / 100), Stretch(100 + n, 101 + n + n / 100)) for n in range(LISTED + 5)]
    facts = list(repeat_facts(several))
    assert len(facts) == LISTED + 1
    assert facts[0].value == "1.05 seconds stand twice, sample for sample"
    assert facts[0].at == (several[5].first, several[5].again)
    assert facts[-1].value.startswith("5 more pairs")
    assert next(repeat_facts([])).value == "none observed of 0.5 seconds or more, sample for sample"
