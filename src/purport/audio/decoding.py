"""Sound out of files, by PyAV (FFmpeg). A file is opened once for reading, and never by name: nothing that it refers to is opened.

What decodes is given, however broken the rest; what is missing becomes a sentence. Containers that are lists of other files are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import av
import numpy as np

from purport.audio.landmarks import RATE, Pcm, Samples
from purport.audio.opening import (
    LONGEST,
    Told,
    chosen,
    declared_by,
    digest_of,
    frames,
    nothing_heard,
    open_file,
    opened,
    promised,
    stated_seconds,
)
from purport.errors import SoundError
from purport.findings import Container, Sound

CHUNK = 1 << 19
"""Samples that are resampled at once."""
SHORT = 0.5
"""Seconds by which the length that is declared may differ from what was decoded."""
ENDINGS = {
    "wav": {".wav", ".wave"},
    "mp3": {".mp3"},
    "flac": {".flac"},
    "ogg": {".ogg", ".oga", ".opus", ".ogv", ".spx"},
    "mov": {".mp4", ".m4a", ".mov", ".m4b", ".m4v", ".3gp", ".3g2", ".m4p", ".f4v", ".mj2"},
    "matroska": {".mkv", ".mka", ".webm"},
    "asf": {".wma", ".wmv", ".asf"},
    "aac": {".aac"},
    "amr": {".amr", ".awb"},
    "avi": {".avi"},
    "flv": {".flv"},
    "gsm": {".gsm"},
    "aiff": {".aif", ".aiff", ".aifc"},
    "mpegts": {".ts", ".mts", ".m2ts"},
    "mpeg": {".mpg", ".mpeg", ".vob"},
}
"""Endings of names that go with a container."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A file decoded: what it is, and its sound as mono samples of 16 bits, ``RATE`` a second."""

    sound: Sound
    samples: Pcm

    def between(self, start: float, end: float) -> Samples:
        """Samples of some seconds, from -1 to 1; fewer where the sound ends."""
        first, last = max(round(start * RATE), 0), max(round(end * RATE), 0)
        return (self.samples[first:last].astype(np.float32) / 32_768).astype(np.float32)


def hear(path: str | os.PathLike[str], *, track: int | None = None) -> Heard:
    """A whole file, decoded: its digests, its streams and its samples; ``track`` is the number of a stream where it has several.

    ``SoundError`` where nothing can be heard, ``NoSound``, ``Protected`` or ``Altered`` where that is why, ``UsageError`` where there is no
    such file or track.
    """
    path = Path(path)
    pcm, told = sha256(), Told()
    with opened(path) as (file, container):
        declared = declared_by(container, os.fstat(file.fileno()).st_size)
        stream = chosen(path, container, track)
        samples = _kept(_decoded(path, container, stream, pcm, told))
        if not len(samples):
            raise nothing_heard(path, told)
        seconds = len(samples) / RATE
        notices = (*_notices(path, declared, stream, seconds, told), *_promises(file, declared.size))
        sound = Sound(path.name, str(path), digest_of(file), pcm.hexdigest(), seconds, stream.index, declared, notices)
    return Heard(sound, samples)


def read_container(path: str | os.PathLike[str]) -> Container:
    """What a file declares of itself; nothing of it is decoded."""
    with opened(Path(path)) as (file, container):
        return declared_by(container, os.fstat(file.fileno()).st_size)


def file_digest(path: str | os.PathLike[str]) -> str:
    """The SHA-256 of a file's bytes."""
    with open_file(Path(path)) as file:
        return digest_of(file)


def _kept(parts: Iterator[Pcm]) -> Pcm:
    """Samples one after another, in a file that nobody sees rather than in memory: a day of them is a gigabyte."""
    with TemporaryFile() as spool:
        for each in parts:
            spool.write(each.tobytes())
        return np.memmap(spool, np.int16, "r") if spool.tell() else np.zeros(0, np.int16)


def _decoded(path: Path, container: Any, stream: Any, pcm: Any, told: Told) -> Iterator[Pcm]:
    """Samples, mono, ``RATE`` a second, many at a time; those at their own rate go into the digest."""
    queue, own, mono = av.AudioFifo(), None, av.AudioResampler(format="s16", layout="mono", rate=RATE)
    layout = None
    for frame in frames(container, stream, told):
        if told.seconds > LONGEST:
            raise SoundError(str(path), f"longer than {LONGEST / 3600:.0f} hours; cut it into parts and add each")
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if layout is not None and shape != layout:
            yield from _given(queue, own, mono, pcm)
            yield from _rest(own, mono, pcm)
            queue, mono, layout = av.AudioFifo(), av.AudioResampler(format="s16", layout="mono", rate=RATE), None
        if layout is None:
            layout, own = shape, av.AudioResampler(format="s16", layout=frame.layout, rate=frame.sample_rate)
        frame.pts = None
        queue.write(frame)
        if queue.samples >= CHUNK:
            yield from _given(queue, own, mono, pcm)
    if own is not None:
        yield from _given(queue, own, mono, pcm)
        yield from _rest(own, mono, pcm)


def _given(queue: Any, own: Any, mono: Any, pcm: Any) -> Iterator[Pcm]:
    """What waits, resampled."""
    frame = queue.read(0, partial=True)
    if frame is not None:
        frame.time_base = Fraction(1, frame.sample_rate)
        for each in own.resample(frame):
            pcm.update(each.to_ndarray().tobytes())
        for each in mono.resample(frame):
            yield each.to_ndarray()[0].copy()


def _rest(own: Any, mono: Any, pcm: Any) -> Iterator[Pcm]:
    """What resamplers have kept back."""
    for each in own.resample(None):
        pcm.update(each.to_ndarray().tobytes())
    for each in mono.resample(None):
        yield each.to_ndarray()[0].copy()


def _notices(path: Path, declared: Container, stream: Any, seconds: float, told: Told) -> Iterator[str]:
    """Sentences on what is odd or missing."""
    names = declared.format.split(",")
    fitting = next((ENDINGS[name] for name in names if name in ENDINGS), None)
    if fitting is not None and path.suffix.lower() not in fitting:
        ending = path.suffix or "none"
        yield f"its name ends in {ending}, but it is {declared.format}: read as what it is"
    sounds = [each for each in declared.streams if each.kind == "audio"]
    if len(sounds) > 1:
        others = ", ".join(str(each.number) for each in sounds if each.number != stream.index)
        yield f"it has {len(sounds)} streams of sound: stream {stream.index} is used, {others} not; --track chooses another"
    stated = stated_seconds(declared, stream.index)
    if stated is not None and stated - seconds > max(SHORT, 0.005 * stated):
        yield f"it declares {stated:.1f} seconds, and {seconds:.1f} can be decoded: it may be cut short"
    if told.lost:
        yield f"{told.lost} of its packets cannot be decoded, the first at {told.first_lost or 0:.1f} seconds: what they held is missing"
    if told.no_numbers:
        yield f"{told.no_numbers} of its samples are no numbers: they are taken as silence"


def _promises(file: BinaryIO, size: int) -> Iterator[str]:
    more = promised(file, size)
    if more is not None:
        yield f"its header promises {more} bytes of sound more than there are: it is cut short"
