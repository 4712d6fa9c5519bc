"""What is a pause in a recording, and what is silence."""

from __future__ import annotations

import numpy as np

from audio.sounds import babble
from purport.audio.landmarks import RATE, Pcm
from purport.audio.loudness import heard_seconds, is_pause, levels, pauses
from purport.findings import Stretch


def quiet(seconds: float, level: float) -> Pcm:
    return np.rint(np.random.default_rng(1).normal(0, level, int(seconds * RATE))).astype(np.int16)


def spoken(seconds: float) -> Pcm:
    return np.rint(babble(seconds, 1) * 32_767).astype(np.int16)


def test_noise_between_speech_is_a_pause_and_speech_is_none() -> None:
    found = pauses(np.concatenate([spoken(10), quiet(3, 20), spoken(10)]))
    assert is_pause(found, Stretch(10, 13))
    assert not is_pause(found, Stretch(2, 5))
    assert not is_pause(found, Stretch(11, 16))


def test_what_is_as_loud_all_through_has_no_pause() -> None:
    assert not pauses(quiet(10, 1_000)).any()


def test_silence_and_what_is_next_to_it_are_not_heard() -> None:
    assert heard_seconds(np.zeros(RATE, np.int16)) == 0
    assert heard_seconds(quiet(10, 5)) == 0
    assert heard_seconds(quiet(10, 1_000)) == 10


def test_of_nothing_there_are_no_levels() -> None:
    nothing = np.zeros(0, np.int16)
    assert len(levels(nothing)) == 0
    assert len(pauses(nothing)) == 0
