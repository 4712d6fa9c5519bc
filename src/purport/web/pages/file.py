"""One file of a recording: what it is, what is said of it, what was found in it and how, and what is played of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from purport.findings import Bound, Claimed, Earlier, Sound
from purport.web.desk import Desk
from purport.web.examined import Compared, Inspected, PassageLine, Reused, compared, inspected, reused
from purport.web.page import Gone
from purport.web.pages.files import find_file, kept_files
from purport.web.pages.recordings import every_recording
from purport.web.playing import Playing, can_copy, playing_of
from purport.web.transcribed import Bounded, HeldQuotes, Transcribed, bounded, find_calls_in, quoted, transcribed


@dataclass(frozen=True, slots=True)
class FileAsked:
    """Which file, by the SHA-256 of its bytes; ``passage`` is the name of one that is to be heard on both sides.

    ``part`` is of its transcripts; with ``whole`` long tables of the page are shown to their end, as the record has them anyhow, and
    with ``unfold`` calls, threats and offers are shown.
    """

    sha256: str
    passage: str = ""
    part: int = 1
    whole: bool = False
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of the file; ``of`` is the recording of the reports that it is said to be a copy of, where these tell of one."""

    claimed: Claimed
    of: str | None


@dataclass(frozen=True, slots=True)
class FilePage:
    """A file with all that is known of it; what was not looked for is ``None``.

    Where the file lies is not told: the ``path`` of ``sound`` is its name. ``can_copy`` is whether copies for listening can be made here,
    ``given`` are the bounds that people gave, and ``chosen`` is the passage that is to be heard on both sides.
    """

    asked: FileAsked
    sound: Sound
    playing: Playing
    can_copy: bool
    said: tuple[Said, ...]
    public: Earlier | None
    inspected: Inspected | None
    reused: Reused | None
    compared: tuple[Compared, ...]
    bounded: Bounded | None
    given: tuple[Bound, ...]
    quoted: HeldQuotes | None
    transcripts: tuple[Transcribed, ...]
    chosen: PassageLine | None


def file(desk: Desk, asked: FileAsked) -> FilePage:
    """One file of the case; ``Gone`` where there is no such file or passage."""
    return desk.held(("file", asked), lambda: _file(desk, asked))


def _file(desk: Desk, asked: FileAsked) -> FilePage:
    sound, kept = find_file(desk, asked.sha256), kept_files(desk)
    found = kept.findings[sound.sha256]
    calls = () if asked.unfold else find_calls_in(found)
    earlier, copies = reused(kept, sound, found), compared(kept, sound, found)
    return FilePage(
        asked,
        replace(sound, path=sound.name),
        playing_of(sound),
        can_copy(),
        tuple(_said(desk, kept.claims[sound.sha256])),
        kept.earlier.get(sound.sha256),
        inspected(found),
        earlier,
        copies,
        bounded(desk, found, calls, unfold=asked.unfold),
        kept.given[sound.sha256],
        quoted(desk, found, unfold=asked.unfold),
        tuple(transcribed(desk, sound, calls, asked.part)),
        _chosen(asked.passage, earlier, copies),
    )


def _said(desk: Desk, claims: Sequence[Claimed]) -> Iterator[Said]:
    every = every_recording(desk) if any(each.recording for each in claims) else {}
    for each in claims:
        yield Said(each, each.recording if each.recording in every else None)


def _chosen(name: str, earlier: Reused | None, copies: Sequence[Compared]) -> PassageLine | None:
    if not name:
        return None
    own = (*earlier.passages, *earlier.repeats) if earlier else ()
    every = (*own, *(line for each in copies for line in each.common))
    found = next((each for each in every if each.name == name), None)
    if found is None:
        raise Gone(f"{name}: the file has no such passage")
    return found
