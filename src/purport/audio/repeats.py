"""Stretches that a file has twice, sample for sample, found in one pass and bounded memory: a day of sound is some hundred megabytes.

Where the last samples have a number that is a multiple of so many, a piece ends: so the same samples are cut at the same places,
wherever they stand (Muthitacharoen, Chen and Mazieres 2001). What has the same digests, piece after piece, is the same. Its ends are
known to a piece, some ten milliseconds, and it is never said to be longer than it is. Silence and constant tones are few pieces over
and over: not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from purport.audio.blocks import Frames
from purport.audio.explained import explained
from purport.findings import Fact, Stretch
from purport.wording import counted

LEAST = 0.5
"""Seconds of a stretch that is told, at least."""
PIECES = 100
"""Pieces a second, about."""
SHORTEST, LONGEST = 0.25, 8
"""Times the mean length: an end so close after another is none, so that silence and tones are no crowd of pieces; and after so much more
a piece ends anyhow."""
BEFORE = 4
"""Powers of two: where a piece ends is decided by the last sixteen samples."""
DISTINCT = 0.5
"""Of the pieces of a stretch, those that are not the same as another of it: a tone repeats itself within a few."""
DISTANCES, SEEDS = 500, 10
"""At most so many distances are looked at, those with most pieces in common, each of which has so many at least."""
LISTED = 20
_MIX, _STEP = np.uint32(2_654_435_761), np.uint32(2_246_822_519)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two stretches of a file that are the same, sample for sample, the earlier one first."""

    first: Stretch
    again: Stretch

    @property
    def seconds(self) -> float:
        """How long each is."""
        return self.first.end - self.first.start


@dataclass(slots=True)
class Repeats:
    """Pieces of what was seen, at so many samples a second: their digests and where they begin."""

    rate: int
    _digests: list[NDArray[np.uint64]] = field(default_factory=list)
    _starts: list[NDArray[np.int64]] = field(default_factory=list)
    _rest: Frames | None = None
    _at: int = 0

    def see(self, block: Frames) -> None:
        """The next samples."""
        self._cut(block if self._rest is None else np.concatenate((self._rest, block)), last=False)

    def find(self) -> list[Repeat]:
        """What is there twice, in order of time; what is there three times is told of the first and second, and of the second and third."""
        if self._rest is not None and len(self._rest):
            self._cut(self._rest, last=True)
        digests = np.concatenate([np.zeros(0, np.uint64), *self._digests])
        starts = np.concatenate([np.zeros(0, np.int64), *self._starts, [self._at]])
        found = {
            (int(starts[one]), int(starts[one + many]), int(starts[other]), int(starts[other + many]))
            for one, other, many in _runs(digests, starts, LEAST * self.rate)
        }
        return [Repeat(Stretch(a / self.rate, b / self.rate), Stretch(c / self.rate, d / self.rate)) for a, b, c, d in sorted(found)]

    def _cut(self, samples: Frames, *, last: bool) -> None:
        ends = _ends(samples, max(self.rate // PIECES, 1))
        if last and (not len(ends) or ends[-1] != len(samples)):
            ends = np.append(ends, len(samples))
        begins = np.concatenate(([0], ends[:-1])).astype(np.int64) if len(ends) else ends
        packed, width = np.ascontiguousarray(samples).tobytes(), 2 * samples.shape[1]
        pieces = zip((begins * width).tolist(), (ends * width).tolist(), strict=True)
        made = b"".join(blake2b(packed[start:end], digest_size=8).digest() for start, end in pieces)
        self._digests.append(np.frombuffer(made, np.uint64))
        self._starts.append(begins + self._at)
        done = int(ends[-1]) if len(ends) else 0
        self._rest, self._at = samples[done:].copy(), self._at + done


def _ends(samples: Frames, mean: int) -> NDArray[np.int64]:
    """Where pieces of about a mean length end, by the samples before, or after the longest that a piece may be; the last is left open."""
    mixed = np.zeros(len(samples), np.uint32)
    for channel in range(samples.shape[1]):
        mixed = (mixed * _STEP) ^ (samples[:, channel].astype(np.uint32) * _MIX)
    mixed ^= mixed >> np.uint32(15)
    for power in range(BEFORE):
        back = 1 << power
        mixed[back:] = mixed[back:] + mixed[:-back] * _STEP
    bits = max(mean.bit_length() - 1, 1)
    marked = np.flatnonzero((mixed * _MIX) >> np.uint32(32 - bits) == 0) + 1
    marked = marked[np.diff(marked, prepend=0) >= max(1 << BEFORE, SHORTEST * (1 << bits))]
    return _filled(marked, LONGEST << bits, len(samples))


def _filled(marked: NDArray[np.int64], longest: int, length: int) -> NDArray[np.int64]:
    """The same with ends between those that lie too far apart."""
    edges = np.concatenate(([0], marked, [length]))
    many = (np.diff(edges) - 1) // longest
    more = [np.arange(1, n + 1) * longest + start for start, n in zip(edges[:-1][many > 0].tolist(), many[many > 0].tolist(), strict=True)]
    return np.unique(np.concatenate([marked, *more])).astype(np.int64)


def _runs(digests: NDArray[np.uint64], starts: NDArray[np.int64], least: float) -> Iterator[tuple[int, int, int]]:
    """Pieces one after another that stand in the same order further on: the first of them, the first of those, how many."""
    order = np.argsort(digests, kind="stable")
    same = digests[order][1:] == digests[order][:-1]
    here, there = order[:-1][same], order[1:][same]
    changing = digests[here] != digests[here - 1]
    here, there = here[changing], there[changing]
    distances, counts = np.unique(there - here, return_counts=True)
    often = np.argsort(-counts, kind="stable")[:DISTANCES]
    for distance in np.sort(distances[often][counts[often] >= SEEDS]).tolist():
        alike = np.concatenate(([False], digests[:-distance] == digests[distance:], [False]))
        edges = np.flatnonzero(np.diff(alike.view(np.int8))).reshape(-1, 2)
        long = starts[edges[:, 1]] - starts[edges[:, 0]] >= least
        for one, end in edges[long].tolist():
            if len(np.unique(digests[one:end])) >= DISTINCT * (end - one):
                yield one, one + distance, end - one


def repeat_facts(found: list[Repeat]) -> Iterator[Fact]:
    """The longest of what is there twice, each with both its places, in order of time; or that there is none."""
    if not found:
        yield Fact("repeat", f"none observed of {LEAST} seconds or more, sample for sample", explained("repeat", "none"))
        return
    longest = sorted(found, key=lambda each: (-each.seconds, each.first.start, each.again.start))[:LISTED]
    for each in sorted(longest, key=lambda each: (each.first.start, each.again.start)):
        value = f"{each.seconds:.2f} seconds stand twice, sample for sample"
        yield Fact("repeat", value, explained("repeat", "observed"), (each.first, each.again))
    if len(found) > LISTED:
        value = f"{counted(len(found) - LISTED, 'more pair')} of stretches that are the same, none longer than those listed"
        yield Fact("repeat", value, explained("repeat", "observed"))
