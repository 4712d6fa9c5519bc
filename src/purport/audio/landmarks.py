"""Landmarks of a recording: pairs of peaks of its spectrogram, which codecs, noise and rooms leave where they are (Wang 2003).

Samples are mono, ``RATE`` a second; a frame is ``HOP`` samples. A peak is louder than all about it in time and frequency, against the mean
of its own second. A landmark is two peaks close to one another: both frequencies and the time between, in one number.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.fft import rfft
from scipy.ndimage import uniform_filter1d

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
BIN_BITS, TIME_BITS = 7, 6
_UPPER = BIN_BITS + TIME_BITS
KEYS = 1 << (2 * BIN_BITS + TIME_BITS)
"""How many numbers landmarks can have: both bins in twos, and the frames between."""
BLOCK = 60.0
"""Seconds of a recording whose spectrum is in memory at once."""

Samples: TypeAlias = NDArray[np.float32]
Pcm: TypeAlias = NDArray[np.int16]
Spectrum: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Peaks:
    """Peaks in order of time: frames from the beginning, and bins."""

    frames: NDArray[np.float64]
    bins: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Landmarks: their numbers, and the frames of their first peaks."""

    keys: NDArray[np.uint32]
    frames: NDArray[np.float64]


def spectrum(samples: Samples) -> Spectrum:
    """Loudness in decibels, frames by bins."""
    if len(samples) < WINDOW:
        return np.zeros((0, WINDOW // 2 + 1), np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP]
    found = rfft(windows * np.hanning(WINDOW).astype(np.float32), axis=1)
    power = found.real**2 + found.imag**2
    return np.asarray(np.float32(10) * np.log10(power + np.float32(1e-10)), np.float32)


def find_peaks(samples: Samples | Pcm) -> Peaks:
    """The peaks of a recording, found block by block, several at a time; samples of 16 bits are taken as from -1 to 1."""
    step = int(BLOCK * RATE) // HOP * HOP
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        found = list(pool.map(lambda start: _own_peaks(samples, start, step), range(0, max(len(samples) - WINDOW + 1, 1), step)))
    frames, bins = (np.concatenate([each[part] for each in found]) for part in (0, 1))
    return Peaks(frames.astype(np.float64), bins.astype(np.float64))


def _own_peaks(samples: Samples | Pcm, start: int, step: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The peaks of the block that begins at a sample, found with what is about it."""
    edge = int(2 * RATE) // HOP * HOP
    before = min(edge, start)
    part = samples[start - before : start + step + edge + WINDOW]
    scaled = part / np.float32(32_768) if part.dtype == np.int16 else part
    frames, bins = _block_peaks(spectrum(scaled.astype(np.float32, copy=False)), (start - before) // HOP)
    own = (frames >= before // HOP) & (frames < (before + step) // HOP)
    return frames[own] + (start - before) // HOP, bins[own]


def _block_peaks(loud: Spectrum, first: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The peaks of a block that begins at a frame: so many of each second of the recording."""
    band = loud[:, LOWEST:HIGHEST]
    if not len(band):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    raised = band - uniform_filter1d(band, int(FRAMES), axis=0, mode="nearest")
    tops = (raised == _highest(_highest(raised, APART_BINS, 1), APART_TIME, 0)) & (raised > 0)
    frames, bins = np.nonzero(tops)
    height = raised[frames, bins] + 0.25 * band[frames, bins]
    second = ((frames + first) // int(FRAMES)).astype(np.int64)
    order = np.lexsort((-height, second))
    rank = np.arange(len(order)) - np.searchsorted(second[order], second[order])
    kept = np.sort(order[rank < PEAKS])
    return frames[kept], bins[kept] + LOWEST


def _highest(values: Spectrum, width: int, axis: int) -> Spectrum:
    """The highest of the ``width`` values about each along an axis: four times as fast as a filter that goes through them one by one."""
    sides = [(width // 2, width - 1 - width // 2) if each == axis else (0, 0) for each in (0, 1)]
    found = np.moveaxis(np.pad(values, sides, constant_values=-np.inf), axis, 0)
    done = 1
    while done < width:
        step = min(done, width - done)
        found = np.maximum(found[:-step], found[step:])
        done += step
    return np.moveaxis(found, 0, axis)


def landmarks(peaks: Peaks, *, tempo: float = 1.0, speed: float = 1.0) -> Landmarks:
    """The landmarks of peaks, as they would be if the recording were played so many times as fast: by ``tempo`` at its pitch, by
    ``speed`` with it. ``frames`` are then those of the recording so played.
    """  # noqa: D205
    frames = peaks.frames / (tempo * speed)
    times, bins = frames.astype(np.float32) if tempo * speed == 1 else frames, (peaks.bins * speed).astype(np.float32)
    halves = np.rint(bins / 2).astype(np.uint32)
    paired = np.zeros(len(frames), np.int8)
    keys, starts = [np.zeros(0, np.uint32)], [np.zeros(0, np.int64)]
    for nth in range(1, 4 * FAN):
        between = times[nth:] - times[:-nth]
        near = (between >= NEAREST) & (between <= FARTHEST) & (np.abs(bins[nth:] - bins[:-nth]) <= BINS_BETWEEN) & (paired[:-nth] < FAN)
        first = np.flatnonzero(near)
        paired[first] += 1
        upper, lower = halves[first] << _UPPER, halves[first + nth] << TIME_BITS
        keys.append(np.asarray(upper | lower | np.rint(between[first]).astype(np.uint32), np.uint32))
        starts.append(first)
    return Landmarks(np.concatenate(keys), frames[np.concatenate(starts)])


def pack(peaks: Peaks) -> bytes:
    """Peaks as bytes: every frame in thirty-two bits, then every bin in eight."""
    return peaks.frames.astype("<u4").tobytes() + peaks.bins.astype(np.uint8).tobytes()


def unpack(packed: bytes) -> Peaks:
    """The peaks that ``pack`` made bytes of."""
    many = len(packed) // 5
    bins = np.frombuffer(packed, np.uint8, many, 4 * many)
    return Peaks(np.frombuffer(packed, "<u4", many).astype(np.float64), bins.astype(np.float64))
