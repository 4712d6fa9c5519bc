"""Which words for recordings stand for one: two messages of one man stay two.

A noun with "a" brings a recording in, unless nothing but a headline has spoken of one. One with "the" is the recording that the report
speaks of most and calls by that noun, as far as medium, days and length agree. What is told apart by words ("his last message") or dated by
them ("last year's speech") is another, unless one of those days is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purport.extract.media import Kind, Medium
from purport.extract.releases import MADE, Release
from purport.extract.scene import NO_DAYS, Scene
from purport.extract.story import Days

REMEMBERED = 30
"""Recordings brought in last that can be spoken of again."""


@dataclass(frozen=True, slots=True)
class Series:
    """The words for one recording, in text order, with what is told of its coming out and its making.

    ``kind`` is the most telling of its media, ``nouns`` are what it is called; ``days`` are those on which it came out, as far as all that
    is told leaves them, ``length`` is how long it is.
    """

    media: tuple[Medium, ...]
    releases: tuple[Release, ...]
    kind: Kind
    nouns: frozenset[str]
    days: Days
    length: str | None

    @property
    def older(self) -> bool:
        """Whether it is told apart from the one that the report is about."""
        return self.media[0].older

    def words(self) -> frozenset[int]:
        """Its words."""
        return frozenset(each.word for each in self.media)


def find_series(scene: Scene, media: Sequence[Medium], releases: Sequence[Release]) -> list[Series]:
    """The recordings of a report, in the order in which they are brought in."""
    told: dict[int, list[Release]] = {each.word: [] for each in media}
    for release in releases:
        told[release.medium].append(release)
    found: list[Series] = []
    at: dict[int, int] = {}
    for one in media:
        tied = None if one.tied is None else at.get(one.tied)
        kind = one.kind if tied is None or one.kind is not None else found[tied].kind
        if kind is None:
            continue
        own = _alone(scene, one, kind, told[one.word])
        number = _same(own, found, tied)
        if number is None:
            number = len(found)
            found.append(own)
        else:
            found[number] = _joined(found[number], own)
        at[one.word] = number
    return found


def _alone(scene: Scene, one: Medium, kind: Kind, releases: Sequence[Release]) -> Series:
    days = one.days
    for each in releases:
        days = days if each.how == MADE else days.within(each.days)
    nouns = frozenset() if one.kind is None else frozenset({scene.lemma(one.word)})
    return Series((one,), tuple(releases), kind, nouns, days, one.length)


def _joined(one: Series, other: Series) -> Series:
    """Two that are one; where their days have none in common, the first one's are kept."""
    return Series(
        (*one.media, *other.media),
        (*one.releases, *other.releases),
        min(one.kind, other.kind, key=lambda kind: kind.rank),
        one.nouns | other.nouns,
        one.days.within(other.days),
        one.length or other.length,
    )


def _same(own: Series, found: Sequence[Series], tied: int | None) -> int | None:
    """The number of the recording that a word stands for, if it has been spoken of; ``tied`` is the one that its own clause ties it to."""
    one = own.media[0]
    if one.tied is not None:
        return tied if tied is not None and _agree(own, found[tied], closed=False) else None
    if len(found) == 1 and all(each.bare for each in found[0].media) and _agree(own, found[0], closed=False):
        return 0
    told_apart = one.older or one.picked or one.days != NO_DAYS
    if not one.definite and one.days == NO_DAYS:
        return None
    near = range(max(0, len(found) - REMEMBERED), len(found))
    fitting = [number for number in near if _agree(own, found[number], closed=told_apart)]
    return max(fitting, key=lambda number: _claim(own, found[number]), default=None)


def _claim(own: Series, other: Series) -> tuple[bool, bool, int]:
    """How much speaks for a recording that is spoken of again; among equals the first."""
    return (not other.older, not own.nouns.isdisjoint(other.nouns), len(other.media))


def _agree(own: Series, other: Series, *, closed: bool) -> bool:
    """Whether medium, length and days leave room for one; ``closed`` is whether days must be known to be the same."""
    mine, theirs = own.days, other.days
    if not own.kind.may_be(other.kind) or (own.length and other.length and own.length != other.length):
        return False
    if closed and (mine.first is None or theirs.first is None):
        return False
    apart = (mine.last and theirs.first and mine.last < theirs.first) or (theirs.last and mine.first and theirs.last < mine.first)
    return not apart
