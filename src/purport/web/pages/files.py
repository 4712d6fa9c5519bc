"""The files of recordings in a case: those that are examined, and the earlier ones that are searched for in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from purport.findings import Bound, Claimed, Earlier, Finding, Sound
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.paging import Part, cut


@dataclass(frozen=True, slots=True)
class FilesAsked:
    """Which part of the earlier ones."""

    part: int = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """All that a case keeps of the files of recordings, by the digests of these."""

    sounds: Mapping[str, Sound]
    claims: Mapping[str, tuple[Claimed, ...]]
    earlier: Mapping[str, Earlier]
    findings: Mapping[str, tuple[Finding, ...]]
    given: Mapping[str, tuple[Bound, ...]]


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file: how long it is, what is said of it, by which day it was public, and what kinds of findings there are in it."""

    sha256: str
    name: str
    seconds: float
    format: str
    codec: str | None
    claimed: tuple[Claimed, ...]
    public: Earlier | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilesPage:
    """The files under examination, and a part of those that were public earlier and of which nothing else is asked."""

    asked: FilesAsked
    examined: tuple[FileRow, ...]
    earlier: tuple[FileRow, ...]
    part: Part


def files(desk: Desk, asked: FilesAsked) -> FilesPage:
    """The files of the case, by name."""
    kept = kept_files(desk)
    rows = [_row(kept, each) for each in kept.sounds.values()]
    part, shown = cut([each for each in rows if _is_only_earlier(each)], asked.part)
    return FilesPage(asked, tuple(each for each in rows if not _is_only_earlier(each)), shown, part)


def find_file(desk: Desk, sha256: str) -> Sound:
    """The file of a digest; ``Gone`` where the case has none."""
    found = kept_files(desk).sounds.get(sha256)
    if found is None:
        raise Gone("the case has no file of a recording with this digest")
    return found


def kept_files(desk: Desk) -> Kept:
    """All that is kept of files, held until the case changes."""
    return desk.held("sounds", lambda: _kept(desk))


def _kept(desk: Desk) -> Kept:
    with desk.case.sounds() as sounds:
        every = {each.sha256: each for each in sounds.all()}
        claims = {each: tuple(sounds.claims(each)) for each in every}
        findings: dict[str, list[Finding]] = {each: [] for each in every}
        for found in sounds.findings():
            findings[found.file].append(found)
        given = {each: tuple(sounds.bounds(each)) for each in every}
        return Kept(every, claims, sounds.earlier(), {each: tuple(found) for each, found in findings.items()}, given)


def _row(kept: Kept, sound: Sound) -> FileRow:
    own = sound.sha256
    kinds = tuple(dict.fromkeys(each.kind for each in kept.findings[own]))
    return FileRow(
        own, sound.name, sound.seconds, sound.container.format, sound.stream.codec, kept.claims[own], kept.earlier.get(own), kinds
    )


def _is_only_earlier(row: FileRow) -> bool:
    return row.public is not None and not row.claimed and not row.findings
