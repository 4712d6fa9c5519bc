"""Stretches of recordings drawn on axes of their lengths, as bands with letters: on one file above, on the other below.

Places are percentages of the width, so that a picture fits any screen. It says nothing that the table beside it does not say as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.findings import Stretch
from purport.wording import clock

STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600)
"""Seconds that may lie between two marked times."""
MOST_TICKS = 7
LEAST = 0.7
"""Per cent of the width that a band takes at least."""
APART, FAR_APART = 2.6, 8.0
"""Per cent between the middles of two bands whose letters do not meet: on a wide screen, and on any."""


@dataclass(frozen=True, slots=True)
class SoundTick:
    """A marked time."""

    at: str
    words: str


@dataclass(frozen=True, slots=True)
class SoundBand:
    """A stretch: where it begins, how wide it is, where its middle is.

    ``has_room`` is whether its name meets no other in the picture, ``has_room_anywhere`` whether it meets none on a narrow screen either.
    """

    name: str
    left: str
    width: str
    middle: str
    has_room: bool
    has_room_anywhere: bool
    at: Stretch


@dataclass(frozen=True, slots=True)
class SoundLane:
    """One file from beginning to end, with its marked times and bands; as many bands as the lane that it is held against."""

    ticks: tuple[SoundTick, ...]
    bands: tuple[SoundBand, ...]


def lane(seconds: float, stretches: Sequence[tuple[str, Stretch]]) -> SoundLane:
    """Stretches, each with its name, on a file of a length."""
    length = max(seconds, 0.001)
    every = sorted(range(len(stretches)), key=lambda nth: (stretches[nth][1].start, nth))
    roomy = _apart(every, stretches, length, APART)
    anywhere = set(_apart(roomy, stretches, length, FAR_APART))
    drawn = (_band(name, at, length, room=nth in roomy, anywhere=nth in anywhere) for nth, (name, at) in enumerate(stretches))
    return SoundLane(tuple(_ticks(length)), tuple(drawn))


def _apart(order: Sequence[int], stretches: Sequence[tuple[str, Stretch]], length: float, least: float) -> list[int]:
    """Those of some stretches, from left to right, whose middles lie so far apart."""
    kept: list[int] = []
    last = -least
    for nth in order:
        middle = _middle(stretches[nth][1], length)
        if middle - last >= least:
            kept.append(nth)
            last = middle
    return kept


def _band(name: str, at: Stretch, length: float, *, room: bool, anywhere: bool) -> SoundBand:
    left = min(max(100 * at.start / length, 0.0), 100 - LEAST)
    width = min(max(100 * (at.end - at.start) / length, LEAST), 100 - left)
    return SoundBand(name, _percent(left), _percent(width), _percent(_middle(at, length)), room, anywhere, at)


def _middle(at: Stretch, length: float) -> float:
    return min(max(50 * (at.start + at.end) / length, 0.0), 100.0)


def _ticks(length: float) -> Iterator[SoundTick]:
    step = next((each for each in STEPS if length / each <= MOST_TICKS), STEPS[-1])
    for nth in range(int(length // step) + 1):
        if nth * step <= 0.94 * length:
            yield SoundTick(_percent(100 * nth * step / length), clock(nth * step).removesuffix(".0"))


def _percent(value: float) -> str:
    return f"{value:.2f}%"
