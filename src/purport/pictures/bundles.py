"""A network of who cites whom made small enough to be read: sources that one alone cites in one box, and no more than a picture holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from purport.resolve.citing import Cited, CitedKind, Citing, Network

ALONE = 3
"""Sources that one alone cites and that cite nobody: the boxes that they have at most, the last for all the rest."""
MOST = 100
"""Boxes of a picture at most, those of most claims."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a network is drawn, and how many boxes are left out."""

    network: Network
    left_out: int


def bundled(cited: Network) -> Network:
    """The network with one node for the sources that one alone cites, but for the few of them that it cites most."""
    into: dict[str, list[Citing]] = defaultdict(list)
    for link in cited.links:
        into[link.of].append(link)
    nodes = {node.id: node for node in cited.nodes}
    citing = {link.by for link in cited.links}
    alone: dict[str, list[Citing]] = defaultdict(list)
    for of, links in into.items():
        if len(links) == 1 and of not in citing and nodes[of].kind is CitedKind.SOURCE:
            alone[links[0].by].append(links[0])
    dropped: set[str] = set()
    others: list[tuple[Cited, Citing]] = []
    for by, links in alone.items():
        rest = sorted(links, key=lambda link: (-link.claims, nodes[link.of].name, link.of))[ALONE - 1 :]
        if len(rest) > 1:
            dropped |= {link.of for link in rest}
            name = f"{len(rest)} others: {'; '.join(nodes[link.of].name for link in rest)}"
            others.append((Cited(f"others {by}", name, CitedKind.SOURCE), Citing(by, f"others {by}", sum(link.claims for link in rest))))
    kept = tuple(node for node in cited.nodes if node.id not in dropped)
    left = tuple(link for link in cited.links if link.of not in dropped)
    return Network((*kept, *(node for node, _ in others)), (*left, *(link for _, link in others)))


def most_cited(cited: Network, most: int = MOST) -> Shown:
    """Those of most claims who cite or are cited by one of them."""
    weight: Counter[str] = Counter()
    for link in cited.links:
        weight.update({link.by: link.claims})
        weight.update({link.of: link.claims})
    joined = [node for node in cited.nodes if node.id in weight]
    kept = {node.id for node in sorted(joined, key=lambda node: (-weight[node.id], node.name, node.id))[:most]}
    links = tuple(link for link in cited.links if {link.by, link.of} <= kept)
    left = {end for link in links for end in (link.by, link.of)}
    return Shown(Network(tuple(node for node in joined if node.id in left), links), len(joined) - len(left))
