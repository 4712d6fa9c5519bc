"""Excerpts of earlier recordings planted into a file at its own loudness, noise and codec, so that what is not found means something.

The noise is the file's own, taken where it is quietest. What surrounds an excerpt is the file's own too. Where each stands and what it is
taken from is drawn by the file's digest, so that the same file has the same controls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from purport.audio.decoding import Heard
from purport.audio.encoding import LOSSLESS, hastened, put_through, sped_up
from purport.audio.landmarks import RATE, Pcm, Samples
from purport.audio.searching import Ratio

AROUND = 2.0
"""Seconds of the file on both sides of an excerpt."""
MANY = 20
"""Excerpts of a length and way of playing."""
PLANS = ((5.0, Ratio()), (7.0, Ratio()), (10.0, Ratio()), (10.0, Ratio(speed=1.02)), (10.0, Ratio(tempo=1.03)))
"""Lengths in seconds, and how many times as fast each is played."""
LOOK = 0.5
"""Seconds whose loudness is taken together."""
QUIET, LOUD = 10, 60
"""Percentiles of loudness that are taken for noise, and for speech."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Where an excerpt stands in what was made, in seconds, and the second of which earlier recording it begins with."""

    start: float
    end: float
    earlier: int
    there: float


@dataclass(frozen=True, slots=True)
class Planting:
    """The file with excerpts of one length in it, all played alike, before its codec."""

    seconds: float
    ratio: Ratio
    samples: Pcm
    excerpts: tuple[Planted, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """An earlier recording that excerpts are taken from, and how loud its speech is."""

    samples: Pcm
    level: float


def plant(heard: Heard, earlier: Sequence[Heard], many: int = MANY) -> Iterator[Planting]:
    """The controls of a file, for each of ``PLANS``; none where nothing earlier is long or loud enough."""
    chance = np.random.default_rng(int(heard.sound.sha256[:16], 16))
    levels = _levels(heard.samples)
    noise, level = _noise(heard.samples, levels), _loud(levels)
    sources = [_Source(each.samples, _loud(_levels(each.samples))) for each in earlier]
    for seconds, ratio in PLANS:
        parts: list[Pcm] = []
        planted: list[Planted] = []
        at = 0
        for _ in range(many):
            found = _excerpt(chance, sources, seconds * ratio.both)
            if found is None:
                break
            number, there, excerpt = found
            before, after = _surroundings(chance, heard.samples)
            played = _mixed(chance, _played(excerpt, ratio), noise, level)
            start = (at + len(before)) / RATE
            planted.append(Planted(start, start + len(played) / RATE, number, there))
            parts += [before, played, after]
            at += len(before) + len(played) + len(after)
        if planted:
            yield Planting(seconds, ratio, np.concatenate(parts), tuple(planted))


def encode(heard: Heard, planting: Planting) -> tuple[Pcm, str]:
    """What was planted, put through the codec of the file, and what it went through in words."""
    stream, container = heard.sound.stream, heard.sound.container
    rate = stream.bit_rate or (container.bit_rate if len(container.streams) == 1 else None)  # that of a film is of its pictures too
    coded = put_through(planting.samples, stream, rate)
    condition = "at its noise and codec" if coded is not None else f"at its noise; not through its codec, {stream.codec}"
    if coded is not None and rate is None and not (stream.codec or "").startswith(LOSSLESS):
        condition += " at a rate that the encoder chose, as it declares none"
    return planting.samples if coded is None else coded, f"{condition}{_told(planting.ratio)}"


def _told(ratio: Ratio) -> str:
    if ratio.speed != 1:
        return f", {ratio.speed:.2f} times as fast"
    return f", {ratio.tempo:.2f} times as fast at its pitch" if ratio.tempo != 1 else ""


def _excerpt(chance: np.random.Generator, sources: Sequence[_Source], seconds: float) -> tuple[int, float, Pcm] | None:
    """So many seconds of one of the earlier recordings that are not silent, and where they begin; ``None`` where none is found."""
    length = round(seconds * RATE)
    for _ in range(50):
        number = int(chance.integers(len(sources)))
        source = sources[number]
        if len(source.samples) > length:
            start = int(chance.integers(len(source.samples) - length))
            part = np.array(source.samples[start : start + length])
            if _percentile(_levels(part), 50) > 0.1 * max(source.level, 1.0):
                return number, start / RATE, part
    return None


def _played(samples: Pcm, ratio: Ratio) -> Pcm:
    if ratio.speed != 1:
        return sped_up(samples, ratio.speed)
    return hastened(samples, ratio.tempo) if ratio.tempo != 1 else samples


def _surroundings(chance: np.random.Generator, samples: Pcm) -> tuple[Pcm, Pcm]:
    """A stretch of the file, in two halves."""
    length = min(round(AROUND * RATE), len(samples) // 2)
    start = int(chance.integers(max(len(samples) - 2 * length, 1)))
    return np.array(samples[start : start + length]), np.array(samples[start + length : start + 2 * length])


def _mixed(chance: np.random.Generator, samples: Pcm, noise: Samples, level: float) -> Pcm:
    """An excerpt as loud as the file's speech, in the file's noise."""
    raised = samples * (level / max(_loud(_levels(samples)), 1.0))
    if len(noise):
        starts = chance.integers(len(noise) // _LENGTH, size=len(samples) // _LENGTH + 1) * _LENGTH
        raised = raised + np.concatenate([noise[start : start + _LENGTH] for start in starts])[: len(samples)]
    return np.asarray(np.clip(np.rint(raised), -32_768, 32_767), np.int16)


_LENGTH = int(LOOK * RATE)


def _noise(samples: Pcm, levels: Samples) -> Samples:
    """The quietest parts of a file, one after another; none of it where they hold nothing."""
    if not len(levels):
        return np.zeros(0, np.float32)
    kept = np.flatnonzero((levels <= np.percentile(levels, QUIET)) & (levels > 0))
    return samples[: len(levels) * _LENGTH].reshape(-1, _LENGTH)[kept].astype(np.float32).ravel()


def _loud(levels: Samples) -> float:
    """How loud speech is; zeros between what is said, as calls have them, are none of it."""
    return _percentile(levels[levels > 0], LOUD)


def _percentile(levels: Samples, percentile: float) -> float:
    return float(np.percentile(levels, percentile)) if len(levels) else 0.0


def _levels(samples: Pcm) -> Samples:
    """The root mean square of a file's parts of ``LOOK`` seconds."""
    parts = samples[: len(samples) // _LENGTH * _LENGTH].reshape(-1, _LENGTH)
    squares = [
        np.einsum("ij,ij->i", some, some) for some in (each.astype(np.float32) for each in np.array_split(parts, len(parts) // 256 + 1))
    ]
    return np.asarray(np.sqrt(np.concatenate(squares) / _LENGTH), np.float32)
