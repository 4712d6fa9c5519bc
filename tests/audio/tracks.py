"""Files of sound with any streams, channels and rates, made for tests by the encoders that come with PyAV."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from purport.audio.landmarks import Samples

LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1"}
STEP = 1_024


def sine(seconds: float, rate: int = 8_000, hertz: float = 440.0) -> Samples:
    """A tone at half of full scale."""
    return (0.5 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def hiss(seconds: float, rate: int = 8_000, seed: int = 1) -> Samples:
    """Noise at a tenth of full scale, up to half the rate."""
    return (0.1 * np.random.default_rng(seed).normal(size=round(seconds * rate))).astype(np.float32)


def save(
    path: Path,
    *tracks: Samples,
    rate: int = 8_000,
    codec: str = "pcm_s16le",
    container: str | None = None,
    bit_rate: int | None = None,
    tags: Mapping[str, str] | None = None,
) -> Path:
    """A file with a stream for each of ``tracks``: samples from -1 to 1, of one channel, or channels by samples."""
    with av.open(str(path), "w", format=container) as target:
        target.metadata.update(tags or {})
        shaped = [np.atleast_2d(each) for each in tracks]
        streams: list[Any] = [target.add_stream(codec, rate=rate, layout=LAYOUTS[len(each)]) for each in shaped]
        for stream, samples in zip(streams, shaped, strict=True):
            if bit_rate is not None:
                stream.bit_rate = bit_rate
            for start in range(0, samples.shape[1], STEP):
                target.mux(stream.encode(_frame(samples[:, start : start + STEP], rate, start)))
            target.mux(stream.encode(None))
    return path


def _frame(samples: Samples, rate: int, start: int) -> av.AudioFrame:
    whole = np.clip(np.round(samples * 32_767), -32_768, 32_767).astype(np.int16)
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(whole.T).reshape(1, -1), "s16", LAYOUTS[len(samples)])
    frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
    return frame
