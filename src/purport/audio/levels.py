"""What the samples of a file are like, one by one: flat tops, zeros, values that are held, their mean, how channels differ.

``see`` takes blocks in order, samples by channels, sixteen bits; ``facts`` are of all that was seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from purport.audio.blocks import Frames
from purport.audio.explained import explained
from purport.audio.runs import LISTED, Runs
from purport.findings import Fact
from purport.wording import counted

FULL = 32_767
"""The highest value of sixteen bits; the lowest, -32,768, is taken as -32,767."""
FLAT, FLAT_BELOW, OFTEN = 3, 4, 10
"""Samples of a flat top at full scale; below it, and how many of those there must be: one long wave has one such top by itself."""
SILENT = 0.1
"""Seconds of the same value that are told of, at least."""
OFFSET = 0.001
"""Of full scale: a mean that is told as an offset, 60 dB below."""
SAME = -60.0
"""Decibels below the channels themselves at which their difference is what coding leaves of one channel given twice."""


@dataclass(slots=True)
class Tops:
    """Runs at the highest value that one side of the wave reaches in the whole file."""

    peak: int = 0
    runs: Runs = field(default_factory=lambda: Runs(FLAT))
    _seen: int = 0

    def see(self, heights: NDArray[np.int32]) -> None:
        """The next samples by channels; what was flat at a lower value no longer counts."""
        highest = int(heights.max(initial=0))
        if highest > self.peak:
            self.peak, self.runs = highest, Runs(FLAT if highest == FULL else FLAT_BELOW, _seen=self._seen)
        self._seen += len(heights)
        self.runs.see(np.asarray((heights >= max(self.peak, 1)).any(axis=1)))

    @property
    def told(self) -> bool:
        """Whether they are so many that no single wave explains them."""
        return self.peak > 0 and self.runs.count >= (1 if self.peak == FULL else OFTEN)


@dataclass(slots=True)
class Levels:
    """Samples seen one by one, at so many a second."""

    rate: int
    channels: int
    seen: int = 0
    tops: tuple[Tops, Tops] = field(default_factory=lambda: (Tops(), Tops()))
    zeros: Runs = field(default_factory=lambda: Runs(1))
    held: Runs = field(default_factory=lambda: Runs(1))
    sums: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    squares: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    apart: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    against: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    _last: NDArray[np.int16] | None = None

    def __post_init__(self) -> None:
        least = max(round(SILENT * self.rate), 2)
        self.zeros, self.held = Runs(least), Runs(least - 1)
        self.sums, self.squares, self.apart, self.against = (np.zeros(self.channels) for _ in range(4))

    def see(self, block: Frames) -> None:
        """The next samples."""
        wide = block.astype(np.int32)
        for tops, heights in zip(self.tops, (wide, np.minimum(-wide, FULL)), strict=True):
            tops.see(heights)
        quiet = np.asarray(~block.any(axis=1))
        self.zeros.see(quiet)
        before = block[:1] if self._last is None else self._last[None]
        same = np.asarray((block == np.concatenate((before, block[:-1]))).all(axis=1) & ~quiet)
        same[0] &= self._last is not None
        self.held.see(same)
        self._last = block[-1].copy()
        self.sums += block.sum(axis=0, dtype=np.int64)
        self.seen += len(block)
        if self.channels > 1:
            self._hold_together(block.astype(np.float64))

    def _hold_together(self, block: NDArray[np.float64]) -> None:
        """How loud channels are, and how much each differs from the first, and from its opposite."""
        first = block[:, :1]
        self.squares += (block**2).sum(axis=0)
        self.apart += ((block - first) ** 2).sum(axis=0)
        self.against += ((block + first) ** 2).sum(axis=0)

    def facts(self) -> Iterator[Fact]:
        """What was seen, kind by kind."""
        for runs in (self.zeros, self.held, *(tops.runs for tops in self.tops)):
            runs.finish()
        yield from self._clipping()
        yield from self._runs("silence", self.zeros, "nothing but zeros")
        yield from self._runs("held", self.held, "one value other than 0")
        yield self._offset()
        yield self._channels()

    def _clipping(self) -> Iterator[Fact]:
        found = [(side, tops) for side, tops in zip(("upper", "lower"), self.tops, strict=True) if tops.told]
        for side, tops in found:
            many = counted(tops.runs.count, "flat top")
            value = f"{many} of at least {tops.runs.least} samples on the {side} side, {_below(tops.peak)}{_listed(tops.runs)}"
            yield Fact("clipping", value, explained("clipping", "full" if tops.peak == FULL else "below"), tops.runs.places(self.rate))
        if not found:
            peak = max(tops.peak for tops in self.tops)
            top = "all of it is silence" if not peak else f"the loudest sample is {_below(peak)}"
            yield Fact("clipping", f"none observed; {top}", explained("clipping", "none"))

    def _runs(self, kind: str, runs: Runs, of_what: str) -> Iterator[Fact]:
        if not runs.count:
            yield Fact(kind, f"none observed of {SILENT} seconds or more", explained(kind, "none"))
            return
        value = f"{counted(runs.count, 'run')} of {of_what}, {runs.total / self.rate:.1f} seconds together{_listed(runs)}"
        yield Fact(kind, value, explained(kind, "observed"), runs.places(self.rate))

    def _offset(self) -> Fact:
        means = self.sums / max(self.seen, 1) / (FULL + 1)
        told = ", ".join(f"{100 * each + 0.0:.2f} %" for each in means.round(4))
        case = "observed" if np.abs(means).max() >= OFFSET else "none"
        return Fact("offset", f"the mean of its samples is {told} of full scale", explained("offset", case))

    def _channels(self) -> Fact:
        if self.channels == 1:
            return Fact("channels", "one channel", explained("channels", "one"))
        silent = [str(number + 1) for number in range(self.channels) if not self.squares[number]]
        if len(silent) == self.channels:
            return Fact("channels", f"{self.channels} channels, all silent", explained("channels", "silent"))
        if silent:
            return Fact("channels", f"of {self.channels} channels silent: {', '.join(silent)}", explained("channels", "silent"))
        apart, against = (self._beside(each) for each in (self.apart, self.against))
        if apart <= SAME:
            return Fact("channels", f"{self.channels} channels, {_exactly(apart)} the same", explained("channels", "same"))
        if against <= SAME:
            return Fact("channels", f"{self.channels} channels, {_exactly(against)} opposite", explained("channels", "opposite"))
        value = f"{self.channels} channels that differ; what they differ by is {max(-apart, 0):.0f} dB quieter than they are"
        return Fact("channels", value, explained("channels", "differ"))

    def _beside(self, difference: NDArray[np.float64]) -> float:
        """Decibels of what any channel has other than the first, against the channels themselves."""
        return float(
            max(_decibels(np.sqrt(each / (own + self.squares[0]))) for each, own in zip(difference[1:], self.squares[1:], strict=True))
        )


def _exactly(decibels: float) -> str:
    return "sample for sample" if decibels <= -200 else f"but for what is {-decibels:.0f} dB quieter"


def _below(peak: int) -> str:
    return "at full scale" if peak == FULL else f"{-_decibels(peak / FULL):.1f} dB below full scale"


def _decibels(ratio: float) -> float:
    return float(20 * np.log10(max(float(ratio), 1e-12)))


def _listed(runs: Runs) -> str:
    return f"; the {LISTED} longest are listed" if runs.count > LISTED else ""
