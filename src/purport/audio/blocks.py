"""The samples of a file at their own rate, all channels, block by block: what is looked at where 8,000 mono samples a second hide it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from purport.audio.opening import LONGEST, Told, chosen, declared_by, frames, nothing_heard, opened, promised
from purport.errors import SoundError
from purport.findings import Container, Stream

BLOCK = 1 << 19
"""Samples of a channel in a block, at least, but in the last: eleven seconds at 48,000 a second."""

Frames: TypeAlias = NDArray[np.int16]


@dataclass(slots=True)
class Source:
    """A file that is gone through: what it declares, the stream, and what decoding came across so far.

    ``rate`` is samples a second of a channel, known with the first block; ``changes`` are the seconds at which the stream itself changes
    its rate, format or channels: what comes after is brought to the first. ``promised`` is how many bytes beyond its end the header
    promises. ``blocks`` are samples by channels, sixteen bits each, once.
    """

    container: Container
    track: int
    told: Told
    promised: int | None = None
    rate: int = 0
    changes: list[float] = field(default_factory=list)
    blocks: Iterator[Frames] = field(default_factory=lambda: iter(()))

    @property
    def stream(self) -> Stream:
        """The stream that is decoded."""
        return next(each for each in self.container.streams if each.number == self.track)


@contextmanager
def open_source(path: str | os.PathLike[str], *, track: int | None = None) -> Iterator[Source]:
    """A file, to be gone through at its own rate; the errors of ``purport.audio.decoding.hear``, but that there are no notices."""
    path = Path(path)
    with opened(path) as (file, container):
        stream = chosen(path, container, track)
        told = Told()
        size = os.fstat(file.fileno()).st_size
        source = Source(declared_by(container, size), stream.index, told, promised(file, size))
        source.blocks = _blocks(path, source, frames(container, stream, told))
        yield source


def _blocks(path: Path, source: Source, found: Iterator[Any]) -> Iterator[Frames]:
    waiting: list[Frames] = []
    many = 0
    for samples in _converted(source, found):
        if source.told.seconds > LONGEST:
            raise SoundError(str(path), f"longer than {LONGEST / 3600:.0f} hours; cut it into parts and add each")
        waiting.append(samples)
        if (many := many + len(samples)) >= BLOCK:
            yield np.concatenate(waiting)
            waiting, many = [], 0
    if waiting:
        yield np.concatenate(waiting)
    elif not source.rate:
        raise nothing_heard(path, source.told)


def _converted(source: Source, found: Iterator[Any]) -> Iterator[Frames]:
    """The samples of each frame, at the rate and with the channels of the first."""
    first, shape, converter = None, None, None
    for frame in found:
        now = (frame.format.name, frame.layout.name, frame.sample_rate)
        if first is None:
            first, source.rate = frame.layout.name, frame.sample_rate
        elif now != shape:
            source.changes.append(round(source.told.seconds - frame.samples / frame.sample_rate, 6))
        if now != shape:
            shape, converter = now, av.AudioResampler(format="s16", layout=first, rate=source.rate)
        frame.pts = None
        if converter is not None:
            for each in converter.resample(frame):
                yield each.to_ndarray().reshape(-1, each.layout.nb_channels).astype(np.int16, copy=False)
