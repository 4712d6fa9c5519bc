"""Which words for recordings stand for one: two messages of one man stay two.

A noun with "a" brings a recording in, unless nothing but a headline has spoken of one. One with "the" is the recording that the report
speaks of most and calls by that noun, as far as medium, days and length agree. What is told apart by words ("his last message") or dated by
them ("last year's speech") is another, unless one of those days is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from purport.extract.media import Kind, Medium
from purport.extract.releases import MADE, Release
from purport.extract.scene import Scene
from purport.extract.when import Days

REMEMBERED = 30
"""Recordings brought in last that can be spoken of again."""


@dataclass(frozen=True, slots=True)
class Series:
    """The words for one recording, in text order, with what is told of its coming out and its making."""

    media: tuple[Medium, ...]
    releases: tuple[Release, ...] = ()

    @property
    def kind(self) -> Kind:
        """The most telling of its media."""
        return min((each.kind for each in self.media if each.kind is not None), key=lambda kind: kind.rank)

    @property
    def days(self) -> Days:
        """The days on which it came out, as far as all that is told of it leaves them."""
        return _days(self.media, self.releases)

    @property
    def length(self) -> str | None:
        """How long it is."""
        return next((each.length for each in self.media if each.length is not None), None)

    @property
    def older(self) -> bool:
        """Whether it is told apart from the one that the report is about."""
        return self.media[0].older

    def words(self) -> frozenset[int]:
        """Its words."""
        return frozenset(each.word for each in self.media)


def _days(media: Sequence[Medium], releases: Sequence[Release]) -> Days:
    found = Days()
    for days in (*(each.days for each in media), *(each.days for each in releases if each.how != MADE)):
        found = found.within(days)
    return found


def find_series(scene: Scene, media: Sequence[Medium], releases: Sequence[Release]) -> list[Series]:
    """The recordings of a report, in the order in which they are brought in."""
    told: Mapping[int, list[Release]] = {each.word: [] for each in media}
    for release in releases:
        told[release.medium].append(release)
    found: list[Series] = []
    for one in media:
        own = Series((one,), tuple(told[one.word]))
        before = max(0, len(found) - REMEMBERED)
        near = _same(scene, own, found[before:])
        at = None if near is None else before + near
        if at is not None:
            found[at] = Series((*found[at].media, one), (*found[at].releases, *own.releases))
        elif one.kind is not None:
            found.append(own)
    return found


def _same(scene: Scene, own: Series, found: Sequence[Series]) -> int | None:
    """The recording that a word stands for, if it has been spoken of."""
    one = own.media[0]
    if one.tied is not None:
        return next(
            (i for i, each in enumerate(found) if one.tied in each.words() and (one.kind is None or _agree(own, each, closed=False))), None
        )
    if len(found) == 1 and all(each.bare for each in found[0].media) and _agree(own, found[0], closed=False):
        return 0
    told_apart = one.older or one.days != Days()
    if one.kind is None or not (one.definite or (told_apart and one.days != Days())):
        return None
    fitting = [i for i, each in enumerate(found) if _agree(own, each, closed=told_apart)]
    return max(fitting, key=lambda i: _claim(scene, one, found[i]), default=None)


def _claim(scene: Scene, one: Medium, other: Series) -> tuple[bool, bool, int]:
    """How much speaks for a recording that is spoken of again; among equals the first."""
    noun = scene.lemma(one.word)
    same = any(scene.lemma(each.word) == noun for each in other.media)
    return (not other.older, same, len(other.media))


def _agree(own: Series, other: Series, *, closed: bool) -> bool:
    """Whether medium, length and days leave room for one; ``closed`` is whether days must be known to be the same."""
    mine, theirs = own.days, other.days
    if not own.kind.may_be(other.kind) or (own.length and other.length and own.length != other.length):
        return False
    if closed and (mine.first is None or theirs.first is None):
        return False
    apart = (mine.last and theirs.first and mine.last < theirs.first) or (theirs.last and mine.first and theirs.last < mine.first)
    return not apart
