"""What samples are like: flat tops, zeros, held values, offset, channels; each at its place, none where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.tracks import hiss, sine
from purport.audio.levels import Levels
from purport.findings import Fact, Stretch

RATE = 8_000
VOICE = (hiss(3) * 32_767).astype(np.int16)


def facts(*channels: NDArray[np.int16], parts: int = 3) -> dict[str, list[Fact]]:
    levels = Levels(RATE, len(channels))
    for block in np.array_split(np.stack(channels, axis=1), parts):
        levels.see(block)
    found: dict[str, list[Fact]] = {}
    for fact in levels.facts():
        found.setdefault(fact.kind, []).append(fact)
    return found


def test_noise_has_nothing_and_that_is_said() -> None:
    found = facts(VOICE)
    assert [each.value.split(";")[0] for each in found["clipping"]] == ["none observed"]
    assert found["silence"][0].value == found["held"][0].value == "none observed of 0.1 seconds or more"
    assert found["offset"][0].value.startswith("the mean of its samples is")
    assert found["channels"][0].value == "one channel"


@pytest.mark.parametrize("parts", [1, 3, 1_000])
def test_flat_tops_at_full_scale(parts: int) -> None:
    loud = np.clip(3 * 32_767 * sine(1, hertz=50), -32_768, 32_767).astype(np.int16)
    upper, lower = facts(loud, parts=parts)["clipping"]
    assert upper.value.startswith("50 flat tops of at least 3 samples on the upper side, at full scale")
    assert lower.value.startswith("50 flat tops of at least 3 samples on the lower side")
    assert upper.at[0].start == pytest.approx(0.0023, abs=0.001)


def test_flat_tops_that_were_made_quieter() -> None:
    quieter = (np.clip(3 * sine(1, hertz=50), -1, 1) * 8_000).astype(np.int16)
    (upper, _) = facts(quieter)["clipping"]
    assert "12.2 dB below full scale" in upper.value


def test_one_long_wave_is_no_clipping() -> None:
    assert facts((12_000 * sine(1, hertz=1)).astype(np.int16))["clipping"][0].value.startswith("none observed")


@pytest.mark.parametrize(("kind", "value"), [("silence", 0), ("held", 500)])
def test_values_that_stay(kind: str, value: int) -> None:
    samples = VOICE.copy()
    samples[RATE : RATE + 4_000] = value
    samples[2 * RATE : 2 * RATE + 400] = value
    found = facts(samples)
    (fact,) = found[kind]
    assert fact.value.startswith("1 run of")
    assert fact.at[0].start == pytest.approx(1, abs=0.001)
    assert fact.at[0].end == pytest.approx(1.5, abs=0.001)
    assert found["held" if kind == "silence" else "silence"][0].value.startswith("none")


def test_silence_of_one_channel_alone_is_no_digital_silence() -> None:
    found = facts(VOICE, np.zeros_like(VOICE))
    assert found["silence"][0].value.startswith("none")
    assert found["channels"][0].value == "of 2 channels silent: 2"


def test_an_offset() -> None:
    (fact,) = facts(VOICE + np.int16(328))["offset"]
    assert float(fact.value.split()[6]) == pytest.approx(1, abs=0.1)
    assert fact.explanations


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (VOICE, "2 channels, sample for sample the same"),
        (-VOICE, "2 channels, sample for sample opposite"),
        (VOICE + (np.arange(len(VOICE)) % 2).astype(np.int16), "2 channels, but for what is"),
        ((hiss(3, seed=2) * 32_767).astype(np.int16), "2 channels that differ; what they differ by is 0 dB quieter than they are"),
    ],
)
def test_how_channels_stand_to_one_another(second: NDArray[np.int16], told: str) -> None:
    assert facts(VOICE, second)["channels"][0].value.startswith(told)


def test_all_silent() -> None:
    nothing = np.zeros(RATE, np.int16)
    found = facts(nothing, nothing)
    assert found["silence"][0].at == (Stretch(0, 1),)
    assert found["channels"][0].value == "2 channels, all silent"
    assert found["clipping"][0].value == "none observed; all of it is silence"
