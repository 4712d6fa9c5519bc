"""Files opened for their sound, by PyAV (FFmpeg): what they declare, the stream that is decoded, its frames.

A file is opened once for reading, and never by name: nothing that it refers to is opened. Containers that are lists of other files,
and what is no file at all (a pipe, a device), are refused. What decodes is given, however broken the rest; ``Told`` counts what is missing.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import av
import numpy as np
from av.error import ArgumentError, FFmpegError

from purport.errors import Altered, NoSound, Protected, SoundError, UsageError
from purport.findings import Container, Stream

FORMATS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,eac3,flac,flv,gsm,matroska,webm,mov,mp3,mpc,mpc8,mpeg,mpegts,ogg,opus,oma,rm,"
    "tak,tta,voc,w64,wav,wv"
)
"""Containers that are read, by FFmpeg's names: those of sound and film that hold their own data."""
LONGEST = 24 * 3600.0
"""Seconds of sound that are read; what is longer is to be cut."""
LOWEST_RATE, HIGHEST_RATE, MOST_CHANNELS = 2_000, 768_000, 64
"""Samples a second, and channels, that recordings have."""
HEADER = 1 << 16
"""Bytes in which the header of a WAV is looked for."""
UNKNOWN_SIZE = 0xFFFF_F000
"""Bytes from which on a WAV says that it does not know how long it will be, as live recordings do."""
CHANGED = "changed while it was read; read it again when it is whole"
PROTECTED = frozenset({"drms", "drmi", "enca", "encv", "p608"})
"""Codec tags of encrypted tracks."""
JUMP = 0.05
"""Seconds by which a frame may begin elsewhere than the last one ended: containers round times to milliseconds, some to frames."""


@dataclass(frozen=True, slots=True)
class Jump:
    """That the times of frames jump where so many ``seconds`` have been decoded: on by ``by`` seconds, or back where that is negative."""

    seconds: float
    by: float


@dataclass(slots=True)
class Told:
    """What decoding came across: seconds decoded, packets lost, samples that are no numbers, jumps of declared times."""

    seconds: float = 0.0
    lost: int = 0
    first_lost: float | None = None
    no_numbers: int = 0
    began: float | None = None
    ends: float | None = None
    jumps: list[Jump] = field(default_factory=list)

    def lose(self) -> None:
        """Count a packet that does not decode."""
        self.lost += 1
        self.first_lost = self.seconds if self.first_lost is None else self.first_lost

    def count(self, frame: Any) -> None:
        """Count a frame: how long it is, and where its container says that it begins."""
        if frame.pts is not None and frame.time_base:
            begins = float(frame.pts * frame.time_base)
            if self.ends is None:
                self.began = begins
            elif abs(begins - self.ends) > JUMP:
                self.jumps.append(Jump(round(self.seconds, 6), round(begins - self.ends, 6)))
            self.ends = begins
        long = frame.samples / frame.sample_rate
        self.ends = None if self.ends is None else self.ends + long
        self.seconds += long


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, Any]]:
    """A file and its container; ``Altered`` where it is not the same at the end.

    ``UsageError`` where there is no such file or it is none, ``NoSound`` where nothing that is read begins with such bytes.
    """
    with open_file(path) as file:
        before = os.fstat(file.fileno())
        if not before.st_size:
            raise NoSound(str(path), "empty: 0 bytes")
        try:
            with _container_of(path, file) as container:
                yield file, container
        except (SoundError, FFmpegError) as error:
            if _changed(path, file, before):
                raise Altered(str(path), CHANGED) from error
            if isinstance(error, FFmpegError):
                raise SoundError(str(path), f"its sound cannot be brought to another rate or format: {_words(error)}") from error
            raise
        if _changed(path, file, before):
            raise Altered(str(path), CHANGED)


def open_file(path: Path) -> BinaryIO:
    """A file, open for reading; what is none is refused before it is opened, as a pipe would be waited for without end."""
    try:
        if path.is_dir():
            raise UsageError(f"{path}: a folder; name a file of it")
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError(f"{path}: a pipe or a device, and no file; save what comes from it as a file first")
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(f"{path}: there is no such file") from error
    except OSError as error:
        raise SoundError(str(path), f"cannot be opened: {(error.strerror or str(error)).lower()}") from error


def _container_of(path: Path, file: BinaryIO) -> Any:
    try:
        return av.open(file, options={"format_whitelist": FORMATS, "protocol_whitelist": ""}, metadata_errors="replace")
    except ArgumentError as error:
        raise NoSound(str(path), "not a recording of a kind that is read; lists of other files are not followed") from error
    except FFmpegError as error:
        raise NoSound(
            str(path), f"not a recording that can be read: {_missing(file) or 'damaged, cut short, or something else'}"
        ) from error


def _missing(file: BinaryIO) -> str | None:
    """What an MP4 lacks that was not finished: its index is written last."""
    file.seek(0)
    return "its index (moov) is missing, as where a recording or a download broke off" if file.read(8)[4:] == b"ftyp" else None


def _changed(path: Path, file: BinaryIO, before: os.stat_result) -> bool:
    """Whether an open file, or what stands under its name now, is another than it was before."""
    seen = [os.fstat(file.fileno())]
    with suppress(OSError):
        seen.append(path.stat())
    return any((each.st_ino, each.st_size, each.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns) for each in seen)


def _words(error: FFmpegError) -> str:
    return (error.strerror or str(error)).strip().lower().removesuffix(".")


def declared_by(container: Any, size: int) -> Container:
    """What a container declares of itself."""
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


def chosen(path: Path, container: Any, track: int | None) -> Any:
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
    _check_shape(path, found.codec_context.sample_rate, found.codec_context.channels)
    return found


def _check_shape(path: Path, rate: int, channels: int) -> None:
    if not LOWEST_RATE <= rate <= HIGHEST_RATE:
        raise SoundError(str(path), f"it declares {rate} samples a second; from {LOWEST_RATE} to {HIGHEST_RATE} are read")
    if not 1 <= channels <= MOST_CHANNELS:
        raise SoundError(str(path), f"it declares {channels} channels; from 1 to {MOST_CHANNELS} are read")


def nothing_heard(path: Path, told: Told) -> NoSound:
    """Why there is not one sample."""
    if told.lost:
        return NoSound(str(path), f"none of its {told.lost} packets of sound can be decoded; the file is damaged or cut short")
    return NoSound(str(path), "there is no sample in its stream of sound: 0 seconds")


def stated_seconds(container: Container, track: int) -> float | None:
    """How long a file declares a stream to be. The length of a container is that of its longest stream, so it counts where there is one."""
    own = next(each.seconds for each in container.streams if each.number == track)
    return own if own is not None or len(container.streams) > 1 else container.seconds


def promised(file: BinaryIO, size: int) -> int | None:
    """Bytes that a WAV promises beyond its end; ``None`` where it is none, or promises no more than there is."""
    left = file.tell()
    file.seek(0)
    header = file.read(HEADER)
    file.seek(left)
    at = 12 if header.startswith(b"RIFF") else len(header)
    while at + 8 <= len(header):
        name, long = struct.unpack_from("<4sI", header, at)
        if name == b"data":
            return at + 8 + long - size if UNKNOWN_SIZE > long > size - at - 8 else None
        at += 8 + long + long % 2
    return None


def _numbers(streams: list[Any]) -> str:
    return ", ".join(f"{each.index} ({each.codec_context.name if each.codec_context else 'unknown'})" for each in streams)


def frames(container: Any, stream: Any, told: Told) -> Iterator[Any]:
    """The frames of a stream; packets that do not decode are counted and passed over, and samples that are no numbers are silence."""
    packets = container.demux(stream)
    loose = stream.codec_context.name.startswith("pcm_f")
    while True:
        try:
            packet = next(packets, None)
        except FFmpegError:
            told.lose()
            return
        if packet is None:
            return
        try:
            for frame in packet.decode():
                told.count(frame)
                yield _numbers_only(frame, told) if loose else frame
        except FFmpegError:
            told.lose()


def _numbers_only(frame: Any, told: Told) -> Any:
    """A frame with 0 in place of what is no number, or is infinite."""
    samples = frame.to_ndarray()
    wrong = ~np.isfinite(samples)
    if not wrong.any():
        return frame
    told.no_numbers += int(wrong.sum())
    made = av.AudioFrame.from_ndarray(np.where(wrong, 0, samples).astype(samples.dtype), frame.format.name, frame.layout.name)
    made.sample_rate, made.pts, made.time_base = frame.sample_rate, frame.pts, frame.time_base
    return made


def digest_of(file: BinaryIO) -> str:
    """The SHA-256 of an open file."""
    file.seek(0)
    made = sha256()
    while block := file.read(1 << 20):
        made.update(block)
    return made.hexdigest()
