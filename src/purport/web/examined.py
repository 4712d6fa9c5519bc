"""What was found in the file of a recording, as a page shows it: each with how it was found, passages with letters and as bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from purport.findings import Controls, Copies, Difference, Earlier, Fact, Finding, Inspection, Method, Outcome, Passage, Reuse, Sound
from purport.web.pages.files import Kept
from purport.web.playing import Playing, playing_of
from purport.web.stretches import SoundLane, lane
from purport.wording import letter

B = TypeVar("B")

INSPECTION, REUSE, COPIES = "inspection", "reuse", "copies"
"""The kinds of findings whose bodies are records of ``purport.findings``."""


@dataclass(frozen=True, slots=True)
class How:
    """What numbers were made with: the method and its parameters, and the digest of files, method and result together."""

    method: Method
    digest: str


@dataclass(frozen=True, slots=True)
class OtherFile:
    """Another file by its digest, and what of it the case knows: nothing where it is not in the case."""

    sha256: str
    name: str | None
    seconds: float | None
    public: Earlier | None
    playing: Playing | None


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A stretch that coincides with one of ``other``, under a ``name`` that no other passage of the page has."""

    name: str
    passage: Passage
    other: OtherFile


@dataclass(frozen=True, slots=True)
class SoundPair:
    """The file above and another below, with the passages that both have as bands."""

    other: OtherFile
    here: SoundLane
    there: SoundLane


@dataclass(frozen=True, slots=True)
class Inspected:
    """The facts of the file, in the order of their kinds."""

    how: How
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Reused:
    """Earlier audio inside the file: what the search came to and why, passages, those that the file has twice, and planted controls."""

    how: How
    outcome: Outcome
    why: str
    searched: tuple[OtherFile, ...]
    passages: tuple[PassageLine, ...]
    repeats: tuple[PassageLine, ...]
    controls: tuple[Controls, ...]
    drawings: tuple[SoundPair, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Another copy held against the file: what both have, and where they part."""

    how: How
    other: OtherFile
    outcome: Outcome
    why: str
    common: tuple[PassageLine, ...]
    differences: tuple[Difference, ...]
    facts: tuple[Fact, ...]
    drawings: tuple[SoundPair, ...]


@dataclass(frozen=True, slots=True)
class Read(Generic[B]):
    """A finding with its body as the record that it is."""

    how: How
    body: B


def all_of(found: Sequence[Finding], kind: str, body: type[B]) -> Iterator[Read[B]]:
    """The findings of a kind whose bodies have the shape that this release knows."""
    for each in found:
        if each.kind == kind:
            with suppress(msgspec.ValidationError):
                yield Read(How(each.method, each.digest), msgspec.json.decode(each.body, type=body))


def last_of(found: Sequence[Finding], kind: str, body: type[B]) -> Read[B] | None:
    """The finding of a kind, where there is one."""
    return next(all_of(found, kind, body), None)


def inspected(found: Sequence[Finding]) -> Inspected | None:
    """The last inspection, where there was one."""
    last = last_of(found, INSPECTION, Inspection)
    return Inspected(last.how, last.body.facts) if last else None


def reused(kept: Kept, sound: Sound, found: Sequence[Finding]) -> Reused | None:
    """The last search for earlier audio, where there was one. Passages are called A, B, C, those that the file has twice 1, 2, 3."""
    last = last_of(found, REUSE, Reuse)
    if last is None:
        return None
    body = last.body
    passages = tuple(PassageLine(letter(nth), each, other_of(kept, each.file)) for nth, each in enumerate(body.passages))
    repeats = tuple(PassageLine(str(nth), each, other_of(kept, each.file)) for nth, each in enumerate(body.repeats, start=1))
    searched = tuple(other_of(kept, each) for each in body.searched)
    drawings = tuple(_drawings(sound, (*passages, *repeats)))
    return Reused(last.how, body.outcome, body.why, searched, passages, repeats, body.controls, drawings)


def compared(kept: Kept, sound: Sound, found: Sequence[Finding]) -> tuple[Compared, ...]:
    """Every copy that was held against the file. What the first has in common with it is called 1A, 1B, what the second has 2A."""
    return tuple(_compared(kept, sound, nth, each) for nth, each in enumerate(all_of(found, COPIES, Copies), start=1))


def other_of(kept: Kept, sha256: str) -> OtherFile:
    """What the case knows of a file."""
    sound = kept.sounds.get(sha256)
    if sound is None:
        return OtherFile(sha256, None, None, None, None)
    return OtherFile(sha256, sound.name, sound.seconds, kept.earlier.get(sha256), playing_of(sound))


def _compared(kept: Kept, sound: Sound, number: int, found: Read[Copies]) -> Compared:
    body = found.body
    other = other_of(kept, body.other)
    common = tuple(PassageLine(f"{number}{letter(nth)}", each, other) for nth, each in enumerate(body.common))
    drawings = tuple(_drawings(sound, common))
    return Compared(found.how, other, body.outcome, body.why, common, body.differences, body.facts, drawings)


def _drawings(sound: Sound, passages: Sequence[PassageLine]) -> Iterator[SoundPair]:
    """A drawing for each file that the case knows, in the order in which they come first."""
    for own in dict.fromkeys(each.other.sha256 for each in passages):
        of = [each for each in passages if each.other.sha256 == own]
        other = of[0].other
        if other.seconds is not None:
            here = lane(sound.seconds, [(each.name, each.passage.here) for each in of])
            there = lane(other.seconds, [(each.name, each.passage.there) for each in of])
            yield SoundPair(other, here, there)
