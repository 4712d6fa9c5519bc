"""Where sound ends as if cut: found within some hundred hertz, and not where it only fades."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.signal import firwin, lfilter

from audio.tracks import hiss, sine
from purport.audio.bandwidth import Bandwidth
from purport.audio.landmarks import Samples
from purport.findings import Fact, Stream

RATE = 48_000
FLOOR = hiss(4, RATE, 9) * 0.001


def seen(samples: Samples, rate: int = RATE) -> Bandwidth:
    bandwidth = Bandwidth(rate)
    for block in np.array_split((samples * 32_767).astype(np.int16)[:, None], 3):
        bandwidth.see(block)
    return bandwidth


def fact(samples: Samples, codec: str = "pcm_s16le") -> Fact:
    return seen(samples).fact(Stream(0, "audio", codec))


@pytest.mark.parametrize("hertz", [3_400, 7_000, 11_000, 16_000, 20_000])
def test_an_edge_is_found(hertz: int) -> None:
    cut = lfilter(firwin(801, hertz, fs=RATE), 1, hiss(4, RATE)) + FLOOR
    edge = seen(cut.astype(np.float32)).edge()
    assert edge is not None
    assert edge.hertz == pytest.approx(hertz, abs=300)
    assert edge.fall == pytest.approx(57, abs=6)


@pytest.mark.parametrize(
    "samples",
    [
        pytest.param(hiss(4, RATE), id="noise up to the limit"),
        pytest.param(lfilter([0.1], [1, -0.9], hiss(4, RATE)).astype(np.float32), id="a slope of a room"),
        pytest.param(sine(4, RATE, 5_000) * 0.5 + FLOOR, id="a tone"),
    ],
)
def test_what_fades_has_none(samples: Samples) -> None:
    assert seen(samples).edge() is None
    assert "no edge observed" in fact(samples).value


def test_a_click_does_not_hide_it() -> None:
    cut = (lfilter(firwin(801, 3_400, fs=RATE), 1, hiss(4, RATE)) + FLOOR).astype(np.float32)
    cut[[20_000, 90_000, 150_000]] = 0.9
    edge = seen(cut).edge()
    assert edge is not None
    assert edge.hertz == pytest.approx(3_400, abs=300)


def test_it_is_told_against_the_stream_with_what_else_ends_there() -> None:
    cut = (lfilter(firwin(801, 3_400, fs=RATE), 1, hiss(4, RATE)) + FLOOR).astype(np.float32)
    plain, lossy = fact(cut), fact(cut, "mp3float")
    assert plain.value.startswith("the stream holds up to 24.0 kHz; the sound falls by ")
    assert "at 3.4 kHz" in plain.value or "at 3.5 kHz" in plain.value
    assert "in 3 of 3 blocks" in plain.value
    assert any("Telephone" in each for each in plain.explanations)
    assert "encoder of this very file" in lossy.explanations[0]


def test_silence_has_no_bandwidth() -> None:
    assert "no sound long enough to be measured" in fact(np.zeros(RATE, np.float32)).value
    assert "no sound long enough to be measured" in fact(np.zeros(10, np.float32)).value
