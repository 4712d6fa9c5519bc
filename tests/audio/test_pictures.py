"""Pictures of sounds: they say what they show, are the same again, and take any name and length."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from audio.sounds import babble
from purport.audio.decoding import Heard
from purport.audio.landmarks import RATE
from purport.audio.pictures import Mark, Picture, Track, draw_pair, draw_passage, draw_spectrogram, draw_waveform
from purport.audio.pictures.look import LONGEST_NAME, plain, spread, times
from purport.audio.pictures.spectrograms import FLOOR, WINDOW, loudness
from purport.audio.pictures.waveforms import envelope, has_room, in_lanes
from purport.findings import Container, Edges, Passage, Sound, Stream, Stretch

HOSTILE = "a $x^2$ <b>&\u202e\u6f22.wav"


@cache
def heard(seconds: float, seed: int = 1, name: str = "new.wav") -> Heard:
    samples = (babble(seconds, seed) * 32_767).astype(np.int16)
    container = Container("wav", 44, seconds, None, (), (Stream(0, "audio", "pcm_s16le"),))
    return Heard(Sound(name, name, f"{seed:064x}", f"{seed:064x}", len(samples) / RATE, 0, container), samples)


def passage(here: float, there: float, seconds: float = 2.0, edges: Edges = Edges.REFINED) -> Passage:
    return Passage(Stretch(here, here + seconds), "f" * 64, Stretch(there, there + seconds), 1.0, 1.0, 40, edges)


PASSAGES = {passage(2, 5): "A", passage(6, 1, edges=Edges.LANDMARKS): "B"}
TRACK = Track("also in old.wav", tuple(Mark(each.here, letter) for each, letter in PASSAGES.items()), banded=True)
DRAWN: dict[str, Callable[[str], Picture]] = {
    "waveform": lambda name: draw_waveform(heard(12, name=name), [TRACK]),
    "pair": lambda name: draw_pair(heard(12, name=name), heard(9, 2), PASSAGES, "pair-1"),
    "pair without its file": lambda name: draw_pair(heard(12, name=name), heard(9, 2).sound, PASSAGES, "pair-1"),
    "spectrogram": lambda name: draw_spectrogram(heard(12, name=name)),
    "passage": lambda name: draw_passage(heard(12, name=name), heard(9, 2), passage(2, 5), "A"),
}


@pytest.mark.parametrize("draw", DRAWN.values(), ids=list(DRAWN))
def test_a_picture_is_the_same_again(draw: Callable[[str], Picture]) -> None:
    first = draw("new.wav")
    assert first == draw("new.wav")
    assert first.content.startswith(b"<?xml" if first.name.endswith(".svg") else b"\x89PNG")
    assert b"date>" not in first.content


@pytest.mark.parametrize("draw", DRAWN.values(), ids=list(DRAWN))
def test_a_picture_takes_any_name(draw: Callable[[str], Picture]) -> None:
    made = draw(HOSTILE)
    assert plain(HOSTILE) in made.alt
    assert "\u202e" not in made.alt
    assert b"<b>" not in made.content


@pytest.mark.parametrize("draw", DRAWN.values(), ids=list(DRAWN))
def test_the_users_own_settings_change_nothing(draw: Callable[[str], Picture]) -> None:
    import matplotlib

    before = draw("new.wav")
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red", "svg.hashsalt": "other"}):
        assert draw("new.wav") == before


def test_what_is_shown_is_said() -> None:
    assert draw_waveform(heard(12), [TRACK]).alt == (
        "Waveform of new.wav, 0:12.0 long; marked below it are also in old.wav: 2 stretches (A 0:02.0 to 0:04.0, B 0:06.0 to 0:08.0)."
    )
    assert draw_pair(heard(12), heard(9, 2, "old.wav"), PASSAGES, "pair-1").alt == (
        "Waveforms of new.wav above and old.wav below, with 2 passages marked that coincide: "
        "A: 0:02.0 to 0:04.0 with 0:05.0 to 0:07.0; B: 0:06.0 to 0:08.0 with 0:01.0 to 0:03.0."
    )
    assert "broken lines" in draw_passage(heard(12), heard(9, 2), passage(2, 5), "A").alt
    assert "outermost common landmarks" in draw_passage(heard(12), heard(9, 2), passage(2, 5, edges=Edges.LANDMARKS), "A").alt


def test_marks_are_seen() -> None:
    assert draw_waveform(heard(12), []).content != draw_waveform(heard(12), [TRACK]).content
    assert draw_waveform(heard(12), [TRACK]).content != draw_waveform(heard(12), [Track(TRACK.name, TRACK.marks[:1], banded=True)]).content


@pytest.mark.parametrize("seconds", [1 / RATE, 0.01, 0.3])
def test_a_short_sound_is_drawn(seconds: float) -> None:
    short = heard(1)
    short = Heard(short.sound, short.samples[: max(round(seconds * RATE), 1)])
    assert draw_waveform(short, [TRACK]).content
    assert draw_spectrogram(short).content


def test_silence_is_drawn() -> None:
    silent = Heard(heard(2).sound, np.zeros(2 * RATE, np.int16))
    assert draw_waveform(silent, []).content
    assert draw_spectrogram(silent).content


def test_an_envelope_reaches_as_far_as_samples() -> None:
    samples = np.zeros(100_000, np.int16)
    samples[12_345], samples[80_000] = 16_384, -8_192
    found = envelope(samples, 100)
    assert (found.high.max(), found.low.min()) == (0.5, -0.25)
    assert (int(found.high.argmax()), int(found.low.argmin())) == (12, 80)


def test_a_tone_at_full_scale_is_zero_decibels() -> None:
    tone = (32_767 * np.sin(2 * np.pi * 1_000 * np.arange(2 * RATE) / RATE)).astype(np.int16)
    loud = loudness(tone, 0.5, 1.5, 20)
    assert loud.shape == (WINDOW // 2 + 1, 20)
    assert loud.argmax(axis=0).tolist() == [1_000 * WINDOW // RATE] * 20
    assert loud.max() == pytest.approx(0, abs=0.1)


def test_beyond_a_sound_is_silence() -> None:
    samples = np.full(RATE, 1_000, np.int16)
    assert loudness(samples, -2, -1, 10).max() == pytest.approx(FLOOR)
    assert loudness(samples, 2, 3, 10).max() == pytest.approx(FLOOR)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 90, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]),
        (59.5, 63, [59.5, 60, 60.5, 61, 61.5, 62, 62.5, 63]),
        (0, 86_400, [0, 10_800, 21_600, 32_400, 43_200, 54_000, 64_800, 75_600, 86_400]),
    ],
)
def test_times_are_round_and_few(start: float, end: float, expected: list[float]) -> None:
    assert times(start, end) == expected


def test_labels_lie_apart_in_their_order() -> None:
    found = spread([1.0, 1.1, 1.2, 9.9], 1.0, 0, 10)
    assert all(later - earlier >= 1.0 - 1e-9 for earlier, later in pairwise(found))
    assert found[0] >= 0.5
    assert found[-1] <= 9.5


@pytest.mark.parametrize(("labels", "expected"), [(["A"] * 40, True), (["AB"] * 40, True), (["by 2029-05-01"] * 40, False), ([], True)])
def test_labels_are_written_where_there_is_room(labels: list[str], expected: bool) -> None:
    assert has_room(labels) is expected


def test_what_overlaps_has_rows_of_its_own() -> None:
    marks = [Mark(Stretch(0, 5)), Mark(Stretch(4, 9)), Mark(Stretch(5, 6))]
    assert in_lanes(marks) == [0, 1, 0]


def test_long_names_are_cut_in_their_middle() -> None:
    assert plain("x" * 200 + ".wav").endswith("xxxx.wav")
    assert len(plain("x" * 200)) == LONGEST_NAME
