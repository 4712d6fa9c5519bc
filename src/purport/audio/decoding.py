"""Sound out of files, by PyAV (FFmpeg). A file is opened once for reading, and never by name: nothing that it refers to is opened.

What decodes is given, however broken the rest; what is missing becomes a sentence. Containers that are lists of other files are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import av
import numpy as np
from av.error import FFmpegError

from purport.audio.landmarks import RATE, Pcm, Samples
from purport.errors import Altered, NoSound, Protected, SoundError, UsageError
from purport.findings import Container, Sound, Stream

FORMATS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,eac3,flac,flv,gsm,matroska,webm,mov,mp3,mpc,mpc8,mpeg,mpegts,ogg,opus,oma,rm,"
    "tak,tta,voc,w64,wav,wv"
)
"""Containers that are read, by FFmpeg's names: those of sound and film that hold their own data."""
LONGEST = 24 * 3600.0
"""Seconds of sound that are read; what is longer is to be cut."""
CHUNK = 1 << 19
"""Samples that are resampled at once."""
PROTECTED = frozenset({"drms", "drmi", "enca", "encv", "p608"})
"""Codec tags of encrypted tracks."""
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


@dataclass(slots=True)
class _Told:
    """What decoding came across."""

    seconds: float = 0.0
    lost: int = 0
    first_lost: float | None = None


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
    pcm, told = sha256(), _Told()
    with _opened(path) as (file, container):
        declared = _container(container, os.fstat(file.fileno()).st_size)
        stream = _chosen(path, container, track)
        samples = _kept(_decoded(path, container, stream, pcm, told))
        if not len(samples):
            raise NoSound(str(path), f"none of its sound can be decoded ({stream.codec_context.name}); the file is damaged or cut short")
        seconds = len(samples) / RATE
        notices = tuple(_notices(path, declared, stream, seconds, told))
        sound = Sound(path.name, str(path), _digest(file), pcm.hexdigest(), seconds, stream.index, declared, notices)
    return Heard(sound, samples)


def read_container(path: str | os.PathLike[str]) -> Container:
    """What a file declares of itself; nothing of it is decoded."""
    with _opened(Path(path)) as (file, container):
        return _container(container, os.fstat(file.fileno()).st_size)


def file_digest(path: str | os.PathLike[str]) -> str:
    """The SHA-256 of a file's bytes."""
    with Path(path).open("rb") as file:
        return _digest(file)


def _kept(parts: Iterator[Pcm]) -> Pcm:
    """Samples one after another, in a file that nobody sees rather than in memory: a day of them is a gigabyte."""
    with TemporaryFile() as spool:
        for each in parts:
            spool.write(each.tobytes())
        return np.memmap(spool, np.int16, "r") if spool.tell() else np.zeros(0, np.int16)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, Any]]:
    """A file and its container; it must be the same at the end."""
    try:
        file = path.open("rb")
    except IsADirectoryError as error:
        raise UsageError(f"{path}: a folder; name a file of it") from error
    except FileNotFoundError as error:
        raise UsageError(f"{path}: there is no such file") from error
    with file:
        before = os.fstat(file.fileno())
        if not before.st_size:
            raise NoSound(str(path), "empty: 0 bytes")
        try:
            container = av.open(file, options={"format_whitelist": FORMATS, "protocol_whitelist": ""}, metadata_errors="replace")
        except FFmpegError as error:
            raise NoSound(str(path), f"not a recording that can be read: {_words(error)}") from error
        with container:
            yield file, container
        after = os.fstat(file.fileno())
        with suppress(FileNotFoundError):
            now = path.stat()
            if (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns):
                after = now
        if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            raise Altered(str(path), "changed while it was read; read it again when it is whole")


def _words(error: FFmpegError) -> str:
    return (error.strerror or str(error)).strip().lower().removesuffix(".")


def _container(container: Any, size: int) -> Container:
    seconds = container.duration / av.time_base if container.duration is not None else None
    streams = tuple(_stream(each) for each in container.streams)
    return Container(container.format.name, size, seconds, container.bit_rate or None, _tags(container.metadata), streams)


def _stream(stream: Any) -> Stream:
    codec = stream.codec_context
    is_audio = stream.type == "audio" and codec is not None
    seconds = float(stream.duration * stream.time_base) if stream.duration is not None and stream.time_base else None
    return Stream(
        stream.index,
        stream.type,
        codec.name if codec is not None else None,
        stream.profile,
        codec.sample_rate if is_audio else None,
        codec.channels if is_audio else None,
        codec.bit_rate if codec is not None and codec.bit_rate else None,
        seconds,
        stream.language,
        _tags(stream.metadata),
    )


def _tags(found: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(found.items()))


def _chosen(path: Path, container: Any, track: int | None) -> Any:
    """The stream asked for, or the first that is of sound."""
    sounds = list(container.streams.audio)
    if not sounds:
        kinds = ", ".join(sorted({each.type for each in container.streams})) or "no stream"
        raise NoSound(str(path), f"there is no sound in it, only {kinds}")
    found = sounds[0] if track is None else next((each for each in sounds if each.index == track), None)
    if found is None:
        raise UsageError(f"{path}: there is no sound in stream {track}; of sound are {_numbers(sounds)}")
    if found.codec_context is None:
        raise SoundError(str(path), "its sound is in a codec that this build of FFmpeg does not know")
    if found.codec_context.codec_tag.lower() in PROTECTED or any("encryption" in key.lower() for key in found.metadata):
        raise Protected(str(path), "encrypted by its publisher (DRM); a copy without it is needed")
    return found


def _numbers(streams: list[Any]) -> str:
    return ", ".join(f"{each.index} ({each.codec_context.name if each.codec_context else 'unknown'})" for each in streams)


def _decoded(path: Path, container: Any, stream: Any, pcm: Any, told: _Told) -> Iterator[Pcm]:
    """Samples, mono, ``RATE`` a second, many at a time; those at their own rate go into the digest."""
    queue, own, mono = av.AudioFifo(), None, av.AudioResampler(format="s16", layout="mono", rate=RATE)
    layout = None
    for frame in _frames(container, stream, told):
        told.seconds += frame.samples / frame.sample_rate
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


def _frames(container: Any, stream: Any, told: _Told) -> Iterator[Any]:
    """The frames of a stream; packets that do not decode are counted and passed over."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except FFmpegError:
            told.lost += 1
            told.first_lost = told.seconds if told.first_lost is None else told.first_lost
            return
        if packet is None:
            return
        try:
            yield from packet.decode()
        except FFmpegError:
            told.lost += 1
            told.first_lost = told.seconds if told.first_lost is None else told.first_lost


def _notices(path: Path, declared: Container, stream: Any, seconds: float, told: _Told) -> Iterator[str]:
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
    stated = next((each.seconds for each in sounds if each.number == stream.index and each.seconds), None) or declared.seconds
    if stated is not None and stated - seconds > max(SHORT, 0.005 * stated):
        yield f"it declares {stated:.1f} seconds, and {seconds:.1f} can be decoded: it may be cut short"
    if told.lost:
        yield f"{told.lost} of its packets cannot be decoded, the first at {told.first_lost or 0:.1f} seconds: what they held is missing"


def _digest(file: BinaryIO) -> str:
    """The SHA-256 of an open file."""
    file.seek(0)
    made = sha256()
    while block := file.read(1 << 20):
        made.update(block)
    return made.hexdigest()
