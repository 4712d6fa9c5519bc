"""What a browser plays of a recording: its file as it is, a copy made for listening, or nothing, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec

from purport.examining import NEEDED
from purport.findings import Sound

PLAYED = {
    "mp3": ("audio/mpeg", {"mp3", "mp3float"}),
    "wav": ("audio/wav", {"pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_f32le"}),
    "flac": ("audio/flac", {"flac"}),
    "ogg": ("audio/ogg", {"vorbis", "libvorbis", "opus", "libopus", "flac"}),
    "aac": ("audio/aac", {"aac"}),
    "mov": ("audio/mp4", {"aac", "mp3", "mp3float"}),
    "matroska": ("audio/webm", {"vorbis", "libvorbis", "opus", "libopus"}),
}
"""What browsers play: containers, each with what it is called on the web and what decodes the codecs in it, by FFmpeg's names."""
FILMS = frozenset({"mov", "matroska"})
"""Containers in which a stream of video is a film, not the picture of a cover."""
COPY_TYPE = "audio/wav"
RATE = 8_000
"""Samples a second of a listening copy."""


class Source(StrEnum):
    """What is played."""

    FILE = "file"
    COPY = "listening copy"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Playing:
    """What is played of a recording, as which type; ``why`` is a sentence where that is not the file itself."""

    source: Source
    media_type: str | None = None
    why: str | None = None


def playing_of(sound: Sound) -> Playing:
    """What a browser is given: the file where browsers play its container and codec, or else a listening copy."""
    media_type, why = _as_it_is(sound)
    if why is None:
        return Playing(Source.FILE, media_type)
    if not can_copy():
        return Playing(Source.NOTHING, None, f"{why} A listening copy can be made where the extra is installed: {NEEDED}.")
    return Playing(Source.COPY, COPY_TYPE, why)


def can_copy() -> bool:
    """Whether what decodes is installed; it is not imported."""
    return all(find_spec(each) is not None for each in ("av", "scipy"))


def _as_it_is(sound: Sound) -> tuple[str | None, str | None]:
    """The type that the file is served as; or why it is not."""
    stream, streams = sound.stream, sound.container.streams
    name = next((each for each in sound.container.format.split(",") if each in PLAYED), None)
    media_type, codecs = PLAYED[name] if name else (None, set())
    first = next((each.number for each in streams if each.kind == "audio"), None)
    if stream.codec not in codecs:
        return None, f"Not every browser plays {stream.codec or 'an unknown codec'} in {sound.container.format}."
    if name in FILMS and any(each.kind == "video" for each in streams):
        return None, "The file has pictures too; its sound alone is played here."
    if stream.number != first:
        return None, f"Browsers play another of its streams of sound than {stream.number}, which is examined here."
    return media_type, None
