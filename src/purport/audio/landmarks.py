"""Landmarks of a recording: pairs of peaks of its spectrogram, which codecs, noise and rooms leave where they are (Wang 2003).

Samples are mono, ``RATE`` a second; a frame is ``HOP`` samples. A peak is louder than all about it in time and frequency, against the mean
of its own second. A landmark is two peaks close to one another: both frequencies and the time between, in one number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, uniform_filter1d

VERSION = "1"
"""Of how peaks are found: those of another version are to be found anew."""
RATE = 8_000
"""Samples a second: a telephone's band is what every codec keeps."""
WINDOW, HOP = 512, 128
"""Samples of a spectrum, and from one to the next: 64 and 16 ms."""
FRAMES = RATE / HOP
"""Frames a second."""
LOWEST, HIGHEST = 16, 224
"""Bins that count, of 15.6 Hz each: 250 to 3,500 Hz, what GSM and old lines let through."""
APART_TIME, APART_BINS = 9, 13
"""Within how many frames and bins a peak is the loudest."""
PEAKS = 18
"""Peaks a second that are kept, the loudest first."""
FAN, NEAREST, FARTHEST, BINS_BETWEEN = 5, 3, 63, 64
"""Pairs for each peak; frames between the two, at least and at most; bins between them at most."""
BIN_BITS, TIME_BITS = 8, 6
BLOCK = 60.0
"""Seconds of a recording whose spectrum is in memory at once."""

Samples: TypeAlias = NDArray[np.float32]
Spectrum: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Peaks:
    """Peaks in order of time: frames from the beginning, and bins."""

    frames: NDArray[np.float64]
    bins: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Landmarks in order of time: their numbers, and the frames of their first peaks."""

    keys: NDArray[np.uint32]
    frames: NDArray[np.float64]


def spectrum(samples: Samples) -> Spectrum:
    """Loudness in decibels, frames by bins."""
    if len(samples) < WINDOW:
        return np.zeros((0, WINDOW // 2 + 1), np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP]
    shaped = windows * np.hanning(WINDOW).astype(np.float32)
    power = np.abs(np.fft.rfft(shaped, axis=1)) ** 2
    return (10 * np.log10(power + 1e-10)).astype(np.float32)


def find_peaks(samples: Samples) -> Peaks:
    """The peaks of a recording, found block by block."""
    step = int(BLOCK * RATE) // HOP * HOP
    edge = int(2 * RATE) // HOP * HOP
    frames, bins = [], []
    for start in range(0, max(len(samples) - WINDOW, 1), step):
        before = min(edge, start)
        found, at = _block_peaks(spectrum(samples[start - before : start + step + edge + WINDOW]), (start - before) // HOP)
        own = (found >= before // HOP) & (found < (before + step) // HOP)
        frames.append(found[own] + (start - before) // HOP)
        bins.append(at[own])
    return Peaks(np.concatenate(frames).astype(np.float64), np.concatenate(bins).astype(np.float64))


def _block_peaks(loud: Spectrum, first: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The peaks of a block that begins at a frame: so many of each second of the recording."""
    band = loud[:, LOWEST:HIGHEST]
    if not len(band):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    raised = band - uniform_filter1d(band, int(FRAMES), axis=0, mode="nearest")
    tops = (raised == maximum_filter(raised, (APART_TIME, APART_BINS), mode="nearest")) & (raised > 0)
    frames, bins = np.nonzero(tops)
    height = raised[frames, bins] + 0.25 * band[frames, bins]
    second = ((frames + first) // int(FRAMES)).astype(np.int64)
    order = np.lexsort((-height, second))
    rank = np.arange(len(order)) - np.searchsorted(second[order], second[order])
    kept = np.sort(order[rank < PEAKS])
    return frames[kept], bins[kept] + LOWEST


def landmarks(peaks: Peaks, *, tempo: float = 1.0, speed: float = 1.0) -> Landmarks:
    """The landmarks of peaks, as they would be if the recording were played so many times as fast: by ``tempo`` at its pitch, by
    ``speed`` with it. ``frames`` are then those of the recording so played.
    """  # noqa: D205
    frames, bins = peaks.frames / (tempo * speed), peaks.bins * speed
    keys, starts = [], []
    for nth in range(1, 4 * FAN):
        between = frames[nth:] - frames[:-nth]
        steps = bins[nth:] - bins[:-nth]
        near = (between >= NEAREST) & (between <= FARTHEST) & (np.abs(steps) <= BINS_BETWEEN)
        keys.append(_key(bins[:-nth][near], bins[nth:][near], between[near]))
        starts.append(np.nonzero(near)[0])
    first = np.concatenate(starts)
    every = np.concatenate(keys)
    order = np.argsort(first, kind="stable")
    first, every = first[order], every[order]
    rank = np.arange(len(first)) - np.searchsorted(first, first)
    kept = rank < FAN
    return Landmarks(every[kept], frames[first[kept]])


def _key(low: NDArray[np.float64], high: NDArray[np.float64], between: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Both bins, in twos, and the frames between, in one number."""
    one, other = (np.rint(each / 2).astype(np.uint32) for each in (low, high))
    numbers = (one << (BIN_BITS - 1 + TIME_BITS)) | (other << TIME_BITS) | np.rint(between).astype(np.uint32)
    return np.asarray(numbers, np.uint32)


def pack(peaks: Peaks) -> bytes:
    """Peaks as bytes: every frame in thirty-two bits, then every bin in eight."""
    return peaks.frames.astype("<u4").tobytes() + peaks.bins.astype(np.uint8).tobytes()


def unpack(packed: bytes) -> Peaks:
    """The peaks that ``pack`` made bytes of."""
    many = len(packed) // 5
    bins = np.frombuffer(packed, np.uint8, many, 4 * many)
    return Peaks(np.frombuffer(packed, "<u4", many).astype(np.float64), bins.astype(np.float64))
