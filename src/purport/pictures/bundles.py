"""A network of who cites whom made small enough to be read: sources that one alone cites in one box, and no more than a picture holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from purport.resolve.citing import Cited, CitedKind, Citing, Network

ALONE = 3
"""Sources that one alone cites and that cite nobody: the boxes that they have at most, the last for all the rest."""
NAMED = 12
"""How many of the rest are named, as far as there is room."""
MOST = 100
"""Boxes of a picture at most, those of most claims."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a network is drawn, and how many boxes are left out."""

    network: Network
    left_out: int


def bundled(cited: Network) -> Network:
    """The network with one node for the sources that one alone cites, but for the few of them that it cites most."""
    nodes = {node.id: node for node in cited.nodes}
    dropped: set[str] = set()
    others: list[tuple[Cited, Citing]] = []
    for by, links in _alone(cited).items():
        rest = links[ALONE - 1 :]
        if len(rest) > 1:
            dropped |= {link.of for link in rest}
            named = list(dict.fromkeys(nodes[link.of].name for link in rest))[:NAMED]
            name = f"{len(rest)} others: {'; '.join(named)}"
            others.append((Cited(f"others {by}", name, CitedKind.SOURCE), Citing(by, f"others {by}", sum(link.claims for link in rest))))
    kept = tuple(node for node in cited.nodes if node.id not in dropped)
    left = tuple(link for link in cited.links if link.of not in dropped)
    return Network((*kept, *(node for node, _ in others)), (*left, *(link for _, link in others)))


def most_cited(cited: Network, most: int = MOST) -> Shown:
    """Those of most claims who cite or are cited by one of them.

    Of sources that one alone cites, and that cite nobody who is left, there are few here too: what cites much would fill the picture.
    """
    weight: Counter[str] = Counter()
    for link in cited.links:
        weight.update({link.by: link.claims})
        weight.update({link.of: link.claims})
    joined = [node for node in cited.nodes if node.id in weight]
    ranked = sorted(joined, key=lambda node: (-weight[node.id], node.name, node.id))
    first = _within(cited, {node.id for node in ranked[:most]})
    more = {link.of for links in _alone(first).values() for link in links[ALONE:]} if len(joined) > most else set()
    shown = _within(first, {node.id for node in first.nodes} - more)
    return Shown(shown, len(joined) - len(shown.nodes))


def _alone(cited: Network) -> dict[str, list[Citing]]:
    """For each who cites, the links to sources that nobody else cites and that cite nobody, that of most claims first."""
    nodes = {node.id: node for node in cited.nodes}
    citing = {link.by for link in cited.links}
    times = Counter(link.of for link in cited.links)
    found: dict[str, list[Citing]] = defaultdict(list)
    for link in sorted(cited.links, key=lambda link: (-link.claims, nodes[link.of].name, link.of)):
        if times[link.of] == 1 and link.of not in citing and nodes[link.of].kind is CitedKind.SOURCE:
            found[link.by].append(link)
    return found


def _within(cited: Network, kept: set[str]) -> Network:
    """What of a network is among some, without those who are then joined to nobody."""
    links = tuple(link for link in cited.links if {link.by, link.of} <= kept)
    left = {end for link in links for end in (link.by, link.of)}
    return Network(tuple(node for node in cited.nodes if node.id in left), links)
