"""Who cites whom across reports: outlets, what they have their claims through, and whom these name, down to the innermost source.

Two sources are one where they are known by the same names in their reports, or are one body by two words at least ("district hospital");
a spokesman is not whom he speaks for. A source without either is one within its report alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from purport.resolve.chains import Chain, Voice
from purport.resolve.outlets import Media, plain_name, which


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


def network(chains: Iterable[Chain], media: Media) -> Network:
    """Who cites whom in some chains; the same in whatever order they come. Outlets that cite nobody stand in it without a link."""
    found: dict[str, Cited] = {}
    links: Counter[tuple[str, str]] = Counter()
    for chain in chains:
        way = list(_way(chain, media))
        for each in way:
            found[each.id] = _fuller(found.get(each.id, each), each)
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


def _way(chain: Chain, media: Media) -> Iterator[Cited]:
    """From the outlet inward: what it came through, then the sources, the innermost last."""
    report = chain.report
    yield Cited(
        _of_outlet(report.outlet, media) if report.outlet else f"report {report.id}", report.outlet or report.path, CitedKind.OUTLET
    )
    voices = [_cited(voice, chain, media) for voice in reversed(chain.voices)]
    met = {each.id for each in voices}
    for relay in reversed(chain.relays):
        if (id_ := _of_outlet(relay.name, media)) not in met:
            met.add(id_)
            yield Cited(id_, relay.name, CitedKind.RELAY)
    yield from voices


def _cited(voice: Voice, chain: Chain, media: Media) -> Cited:
    if plain_name(voice.name) in media:
        return Cited(_of_outlet(voice.name, media), media[plain_name(voice.name)], CitedKind.RELAY)
    bodies = sorted(" ".join(body) for body in voice.bodies if len(body) > 1)
    known = "; ".join(sorted(voice.keys)) or "; ".join(bodies)
    return Cited(f"known {known}" if known else f"report {chain.report.id} {voice.here}", voice.name, CitedKind.SOURCE)


def _of_outlet(name: str, media: Media) -> str:
    return f"outlet {which(name, media)}"


def _fuller(one: Cited, other: Cited) -> Cited:
    """One node for two: an outlet before what a claim came through, the longer name."""
    kind = min(one.kind, other.kind, key=list(CitedKind).index)
    return Cited(one.id, max(one.name, other.name, key=lambda name: (len(name), name)), kind)
