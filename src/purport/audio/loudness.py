"""How loud a recording is, and where it is a pause. Levels are root mean squares of samples of 16 bits, of ``LOOK`` seconds each."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from purport.audio.landmarks import RATE, Pcm
from purport.findings import Stretch

LOOK = 0.05
"""Seconds whose loudness is taken together."""
SILENT = 33.0
"""What is not heard: 60 dB under the loudest that there can be."""
QUIET = 30.0
"""Decibels under a recording's loudest tenth at which it is a pause, or within ``FLOOR`` of its quietest tenth."""
FLOOR, ABOVE = 6.0, 12.0
"""Decibels over the quietest tenth that are a pause still, where these lie so far under the loudest tenth."""
MOST = 0.9
"""The share of a stretch that is a pause where the whole is one."""

Levels: TypeAlias = NDArray[np.float64]
Pauses: TypeAlias = NDArray[np.bool_]


def levels(samples: Pcm) -> Levels:
    """The level of each ``LOOK`` seconds; what is left at the end is not among them."""
    width = int(LOOK * RATE)
    parts = samples[: len(samples) // width * width].reshape(-1, width)
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", parts, parts, dtype=np.float64) / width))


def heard_seconds(samples: Pcm) -> float:
    """How many seconds are no silence."""
    return float((levels(samples) > SILENT).sum()) * LOOK


def pauses(samples: Pcm) -> Pauses:
    """Whether each ``LOOK`` seconds are as quiet as the recording's pauses."""
    loud = 20 * np.log10(levels(samples) + 1)
    if not len(loud):
        return np.zeros(0, np.bool_)
    low, high = np.percentile(loud, (10, 90))
    return np.asarray((loud < high - QUIET) | ((loud < low + FLOOR) & (low < high - ABOVE)))


def is_pause(quiet: Pauses, stretch: Stretch) -> bool:
    """Whether a stretch is a pause, or nothing at all."""
    part = quiet[round(stretch.start / LOOK) : max(round(stretch.end / LOOK), 0)]
    return not len(part) or float(part.mean()) >= MOST
