"""Who cites whom across reports: outlets, what they have their claims through, and whom these name, down to the innermost source.

Which sources are one is told by ``same_sources.py``; an outlet is one by all names that it is printed by, and by a part of its name where
no other outlet of the case has that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import PurePath

from purport.lexicon import words
from purport.resolve.chains import Chain, Voice
from purport.resolve.outlets import Media, plain_name, which
from purport.resolve.same_sources import Source, same_sources
from purport.resolve.sourced import RELATIVES

NO_NAMES: Mapping[str, str] = {}


class CitedKind(StrEnum):
    """What somebody is who cites or is cited: an outlet with a report among those read, one through which a claim came, or a source."""

    OUTLET = "outlet"
    RELAY = "relay"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody who cites or is cited; ``name`` is the longest that is given to them."""

    id: str
    name: str
    kind: CitedKind


@dataclass(frozen=True, slots=True)
class Citing:
    """In how many claims one has it from another, by their ids."""

    by: str
    of: str
    claims: int


@dataclass(frozen=True, slots=True)
class Network:
    """All who cite or are cited, by their names, and who cites whom."""

    nodes: tuple[Cited, ...]
    links: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What of a chain is followed, without its report's text, as there may be many."""

    report: str
    path: str
    outlet: str | None
    voices: tuple[Voice, ...]
    relays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """The outlets and agencies by their names, those with a report here, which source is which, and what some are called."""

    media: Media
    outlets: Mapping[str, str]
    ids: Mapping[Source, str]
    called: Mapping[str, str]

    def in_full(self, name: str) -> str:
        """The name of the one outlet with a report here of whose name this is the beginning or the end: "the Lantern"; else the name."""
        part = plain_name(name).split()
        full = [outlet for plain, outlet in self.outlets.items() if part and part in _ends(plain.split(), len(part))]
        return full[0] if len(full) == 1 and plain_name(name) not in self.media else name

    def which(self, name: str) -> str:
        """What is the same for all names of one outlet or agency."""
        return which(self.in_full(name), self.media)


def _ends(found: Sequence[str], length: int) -> tuple[Sequence[str], Sequence[str]]:
    return found[:length], found[-length:]


def network(chains: Iterable[Chain], media: Media, names: Mapping[str, str] = NO_NAMES) -> Network:
    """Who cites whom in some chains; the same in whatever order they come. Outlets that cite nobody stand in it without a link.

    ``names`` are what the case calls its entities.
    """
    told = [_told(each) for each in chains]
    known = _known(told, media, names)
    found: dict[str, Cited] = {}
    links: Counter[tuple[str, str]] = Counter()
    for each in told:
        way = list(_way(each, known))
        for node in way:
            found[node.id] = _fuller(found.get(node.id, node), node)
        links.update({(one.id, other.id) for one, other in pairwise(way) if one.id != other.id})
    nodes = sorted(found.values(), key=lambda each: (each.name, each.id))
    return Network(tuple(nodes), tuple(Citing(by, of, claims) for (by, of), claims in sorted(links.items())))


def around(cited: Network, name: str) -> Network:
    """Those whose name has some words, who cites them and who these, and whom they cite and these."""
    met = {node.id for node in cited.nodes if name.casefold() in node.name.casefold()}
    kept = _reached(met, [(link.by, link.of) for link in cited.links]) | _reached(met, [(link.of, link.by) for link in cited.links])
    links = tuple(link for link in cited.links if {link.by, link.of} <= kept)
    return Network(tuple(node for node in cited.nodes if node.id in kept), links)


def _reached(start: Collection[str], steps: Collection[tuple[str, str]]) -> set[str]:
    found, edge = set(start), set(start)
    while edge:
        edge = {to for one, to in steps if one in edge} - found
        found |= edge
    return found


def _told(chain: Chain) -> _Told:
    report = chain.report
    return _Told(report.id, report.path, report.outlet, chain.voices, tuple(relay.name for relay in chain.relays))


def _known(told: Sequence[_Told], media: Media, names: Mapping[str, str]) -> _Known:
    """What is known of whoever stands in the chains, before any of them is followed."""
    outlets = {plain: each.outlet for each in told if each.outlet and (plain := plain_name(each.outlet))}
    ids, bodies = same_sources((each.report, voice) for each in told for voice in each.voices)
    return _Known(media, outlets, ids, {**bodies, **_called(ids, names)})


def _called(ids: Mapping[Source, str], names: Mapping[str, str]) -> dict[str, str]:
    """What the case calls those whom it knows."""
    return {id_: name for id_ in ids.values() if (name := names.get(id_.removeprefix("known entity ")))}


def _way(told: _Told, known: _Known) -> Iterator[Cited]:
    """From the outlet inward: what it came through, then the sources, the innermost last. A pronoun tells of nobody."""
    outlet = f"outlet {known.which(told.outlet)}" if told.outlet else f"report {told.report}"
    yield Cited(outlet, told.outlet or PurePath(told.path).name, CitedKind.OUTLET)
    voices = [_cited(voice, told.report, known) for voice in reversed(told.voices) if not _is_pronoun(voice)]
    met = {each.id for each in voices}
    for relay in reversed(told.relays):
        if (id_ := f"outlet {known.which(relay)}") not in met:
            met.add(id_)
            yield Cited(id_, known.in_full(relay), CitedKind.RELAY)
    yield from voices


def _cited(voice: Voice, report: str, known: _Known) -> Cited:
    if plain_name(voice.name) in known.media:
        return Cited(f"outlet {known.which(voice.name)}", known.media[plain_name(voice.name)], CitedKind.RELAY)
    id_ = known.ids[Source(report, voice.here, voice.name)]
    return Cited(id_, known.called.get(id_, voice.name), CitedKind.SOURCE)


def _is_pronoun(voice: Voice) -> bool:
    return not voice.is_named and voice.name.casefold() in words("pronouns.tsv").keys() | RELATIVES


def _fuller(one: Cited, other: Cited) -> Cited:
    """One node for two: an outlet before what a claim came through, the longer name."""
    kind = min(one.kind, other.kind, key=list(CitedKind).index)
    return Cited(one.id, max(one.name, other.name, key=lambda name: (len(name), name)), kind)
