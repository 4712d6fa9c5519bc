"""How high the sound of a file reaches, at its own rate, and whether it ends there as if cut.

Each block has one spectrum, the mean of the decibels of its windows, so that a click of a hundredth of a second does not hide an edge.
A fall of ``FALL`` decibels or more within ``WIDTH`` hertz, above which nothing rises again, is an edge. No room and no voice falls so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.fft import rfft
from scipy.ndimage import minimum_filter1d, uniform_filter1d

from purport.audio.blocks import Frames
from purport.audio.explained import explained, explained_edge
from purport.findings import Fact, Stream
from purport.wording import counted

WINDOW = 0.08
"""Seconds of a spectrum, about."""
KAISER = 12.0
"""Shape of a window: a tone leaks less than 16 bits resolve, 90 dB, beyond five bins of it."""
WINDOWS = 256
"""Windows of a block that are looked at, at most, evenly."""
LOWEST = 1_000.0
"""Hertz below which no edge is looked for: a voice itself may end there."""
WIDTH, SMOOTH = 400.0, 80.0
"""Hertz within which an edge falls, and over which a spectrum is smoothed."""
FALL = 15.0
"""Decibels of an edge, at least."""
NEAR = 500.0
"""Hertz within which the edge of a block is that of the whole."""
FADED = 60.0
"""Decibels below the loudest at which sound that fades has faded."""
LIMIT = 0.96
"""Of half the rate: an edge above is the filter that every converter has."""
LOSSY = frozenset(
    {"mp3", "mp3float", "aac", "aac_latm", "opus", "libopus", "vorbis", "ac3", "eac3", "wmav1", "wmav2", "wmapro", "mp2", "mp2float"}
)
"""Codecs that leave out what is high when bits are few, by FFmpeg's names."""

Decibels: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a spectrum falls, in hertz, and by how many decibels."""

    hertz: float
    fall: float


@dataclass(slots=True)
class Bandwidth:
    """Spectra of what was seen, one of each block, at so many samples a second."""

    rate: int
    spectra: list[Decibels] = field(default_factory=list)

    def see(self, block: Frames) -> None:
        """The next samples; silent windows count for nothing."""
        length = _length(self.rate)
        many = len(block) // length
        if not many:
            return
        chosen = np.unique(np.linspace(0, many - 1, min(many, WINDOWS)).astype(int))
        windows = block[: many * length].reshape(many, length, -1)[chosen].transpose(0, 2, 1).astype(np.float32)
        sounding = windows[windows.any(axis=(1, 2))]
        if not len(sounding):
            return
        found = rfft(sounding / np.float32(32_768) * np.kaiser(length, KAISER).astype(np.float32), axis=2)
        power = (found.real**2 + found.imag**2).mean(axis=1)
        self.spectra.append((10 * np.log10(power + 1e-12)).mean(axis=0).astype(np.float32))

    def edge(self) -> Edge | None:
        """Where the sound of the file as a whole ends as if cut, if it does."""
        return find_edge(np.mean(self.spectra, axis=0), self.rate) if self.spectra else None

    def fact(self, stream: Stream) -> Fact:
        """How high it reaches, against what its stream can hold."""
        holds = f"the stream holds up to {self.rate / 2000:.1f} kHz"
        if not self.spectra:
            return Fact("bandwidth", f"{holds}; there is no sound long enough to be measured", explained("bandwidth", "silent"))
        found = self.edge()
        if found is None:
            faded = _faded(np.mean(self.spectra, axis=0), self.rate)
            value = f"{holds}; no edge observed; {FADED:.0f} dB below its loudest part from {faded / 1000:.1f} kHz on"
            return Fact("bandwidth", value, explained("bandwidth", "none"))
        value = f"{holds}; the sound falls by {found.fall:.0f} dB at {found.hertz / 1000:.1f} kHz, and nothing above rises again"
        return Fact("bandwidth", f"{value}; {self._blocks(found)}", self._why(found, stream))

    def _blocks(self, found: Edge) -> str:
        """In how many blocks the edge is there, and in how many sound ends higher."""
        edges = [find_edge(each, self.rate) for each in self.spectra]
        there = sum(each is not None and abs(each.hertz - found.hertz) <= NEAR for each in edges)
        higher = sum(each is not None and each.hertz > found.hertz + NEAR for each in edges)
        beyond = f", in {higher} at a higher one" if higher else ""
        return f"so in {there} of {counted(len(edges), 'block')} of some seconds{beyond}"

    def _why(self, found: Edge, stream: Stream) -> tuple[str, ...]:
        if found.hertz >= LIMIT * self.rate / 2:
            return explained("bandwidth", "limit")
        own = explained("bandwidth", "lossy" if stream.codec in LOSSY else "lossless")
        return own + explained_edge(found.hertz) + explained("bandwidth", "elsewhere")


def find_edge(spectrum: Decibels, rate: int) -> Edge | None:
    """Where a spectrum falls most, and all above it stays below; ``None`` where that is less than ``FALL``."""
    step = rate / 2 / (len(spectrum) - 1)
    smooth = uniform_filter1d(spectrum, max(round(SMOOTH / step), 1), mode="nearest")
    half = max(round(WIDTH / 2 / step), 1)
    above = np.maximum.accumulate(smooth[::-1])[::-1]
    below = minimum_filter1d(smooth, 2 * half + 1, mode="nearest")
    at = np.arange(max(round(LOWEST / step), 2 * half), len(smooth) - half)
    if not len(at):
        return None
    falls = below[at - 2 * half] - above[at + half]
    best = int(np.argmax(falls))
    return Edge(float(at[best] * step), float(falls[best])) if falls[best] >= FALL else None


def _faded(spectrum: Decibels, rate: int) -> float:
    """Hertz above which nothing is within ``FADED`` decibels of the loudest."""
    highest = int(np.flatnonzero(spectrum >= spectrum.max() - FADED)[-1])
    return highest * rate / 2 / (len(spectrum) - 1)


def _length(rate: int) -> int:
    """Samples of a window: a power of two."""
    return 1 << max(round(WINDOW * rate).bit_length() - 1, 6)
