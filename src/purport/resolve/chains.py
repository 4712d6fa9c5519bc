"""The chain of sources behind a claim, as far as they can be known again in other reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from purport.records import Analysis, Claim, Span
from purport.resolve.outlets import Credit, Media, credits_of, house, plain_name, which
from purport.resolve.sourced import Heard, Held, Sourced, Whence, sourced
from purport.resolve.unnamed import fuller

Entities = Mapping[tuple[str, str], str]
"""(report, entity) -> the entity of the case, for those that have one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source in a chain, with the words that name it.

    ``keys`` are what it is known again by in another report, ``bodies`` the words of bodies without a name that it is or speaks for, the
    noun last ("district hospital"); ``here`` is what it is known by in its own report, ``is_named`` whether that has a name for it.
    ``itself`` is the one of the keys that is its own, not that of whom it speaks for.
    """

    name: str
    source: Span
    here: str
    keys: frozenset[str]
    bodies: frozenset[tuple[str, ...]] = frozenset()
    is_named: bool = False
    itself: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether it can be known again in another report."""
        return bool(self.keys or self.bodies)


@dataclass(frozen=True, slots=True)
class Relay:
    """An outlet or agency that a claim came through, by the name to show, and the words that say so."""

    name: str
    words: Span


@dataclass(frozen=True, slots=True)
class Chain:
    """A claim with its sources, the innermost first, none where it is the outlet's own; and what it came through on its way to the outlet.

    ``house`` is the name to show of whose word it is where no source is named: the agency that alone is credited, else the outlet;
    ``houses`` is what that is known by. ``credits`` are all that the report credits.
    """

    report: Whence
    claim: Held
    voices: tuple[Voice, ...]
    relays: tuple[Relay, ...]
    house: str
    houses: frozenset[str]
    credits: tuple[Credit, ...]


class Chains:
    """The chains of a report's claims, as one set of outlets and the entities of a case tell them apart."""

    def __init__(self, told: Sourced, media: Media, entities: Entities) -> None:
        self._report = told.report
        self._media = media
        self._entities = entities
        self._names = {each.entity: each for each in told.names}
        self._outlet = which(house(told.report) or told.report.id, media)
        self._own = frozenset(self._find_own(told))
        self._credits = credits_of(told.credits, which(house(told.report) or "", media), media)
        self._alone = next((credit for credit in self._credits if credit.alone), None)
        self._heard = {each.id: each for each in told.heard}
        voices = ((each.id, self._voice(each)) for each in told.heard)
        self._voices = {id_: voice for id_, voice in voices if voice is not None}
        self._short = fuller((voice.here, voice.name) for voice in self._voices.values() if not voice.is_named)

    def chain(self, claim: Held) -> Chain:
        """That of one claim."""
        links = tuple(self._links(claim))
        found = (voice for told in links if (voice := self._voices.get(told.id)))
        voices = tuple(replace(voice, here=self._short.get(voice.here, voice.here)) for voice in found)
        relays = [relay for told in links for relay in self._recipients(told)]
        relays += [Relay(self._media[plain], voice.source) for voice in voices if (plain := plain_name(voice.name)) in self._media]
        relays += [Relay(self._alone.name, self._alone.line)] if self._alone else []
        return Chain(self._report, claim, voices, tuple(relays), self._shown, self._houses, self._credits)

    @property
    def _shown(self) -> str:
        return self._alone.name if self._alone else self._report.outlet or PurePath(self._report.path).name

    @property
    def _houses(self) -> frozenset[str]:
        if self._alone:
            return frozenset({f"name {which(self._alone.name, self._media)}"})
        return frozenset({key for entity in self._own if (key := self._key(entity))} | {f"name {self._outlet}"})

    def _links(self, claim: Held) -> Iterator[Heard]:
        at = self._heard.get(claim.attribution or "")
        while at is not None:
            yield at
            at = self._heard.get(at.nested_in or "")

    def _find_own(self, told: Sourced) -> Iterator[str]:
        """The entities by which a report speaks of its own outlet: "we" who say something, and what has its name or its initials."""
        initials = "".join(word[0] for word in self._outlet.split())
        yield from told.ours
        yield from (each.entity for each in told.names if each.name in (self._outlet, initials))

    def _key(self, entity: str) -> str | None:
        """What an entity is known again by: the case's entity where it has one, else its name where that is enough."""
        known = self._entities.get((self._report.id, entity))
        if known is not None:
            return f"entity {known}"
        named = self._names.get(entity)
        return f"name {named.name}" if named is not None and named.is_enough else None

    def _voice(self, told: Heard) -> Voice | None:
        """The source of an attribution; ``None`` where it is the outlet itself, or nobody is named."""
        source = told.source
        if source is None or source.entity in self._own:
            return None
        itself = self._key(source.entity) if source.entity else None
        keys = frozenset(filter(None, (itself, *map(self._key, source.spoken_for))))
        return Voice(source.name, source.words, source.here, keys, frozenset(source.bodies), source.is_named, itself)

    def _recipients(self, told: Heard) -> Iterator[Relay]:
        """The outlet that somebody told it, other than the report's own: "officials told Meridian Press"."""
        for each in told.told_to:
            if each.entity not in self._own and which(each.name, self._media) != self._outlet:
                yield Relay(self._media.get(plain_name(each.name), each.name), each.words)


def read_chains(analysis: Analysis, claims: Sequence[Claim], media: Media, entities: Entities) -> tuple[Chain, ...]:
    """The chains of some claims of a report, in their order."""
    return put_together(sourced(analysis, claims), media, entities)


def put_together(told: Sourced, media: Media, entities: Entities) -> tuple[Chain, ...]:
    """The chains of what a report tells of the sources of its claims, in their order."""
    chains = Chains(told, media, entities)
    return tuple(map(chains.chain, told.claims))
