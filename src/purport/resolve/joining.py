"""Which profiles are one: full names first, then what can be but one thing, and a person's judgement before everything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from purport.records import Judgement, MentionType
from purport.resolve.aliases import Kind, Member
from purport.resolve.names import PERSON, Fit, Name, compare
from purport.resolve.profiles import Profile

LAYER = "aliases"
"""The layer of judgements on what is one: ``target`` and ``correction`` are entities of reports, ``decision`` is "merge" or "split"."""
MOST = 0.8
"""Share of those that cannot be all one from which one side is whom a name without more means."""
Rank = tuple[int, int, bool]
"""How full the fullest name of a thing is, in words and letters, and whether words tell what it is."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Profiles of one signature: what they tell, and which they are, in order."""

    profile: Profile
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """What links the profiles of two signatures, or of one, or keeps them apart."""

    left: str
    right: str
    kind: Kind
    score: float


def alike(profiles: Iterable[Profile]) -> dict[str, Alike]:
    """Profiles by their signatures."""
    found: dict[str, list[Profile]] = defaultdict(list)
    for each in sorted(profiles, key=lambda each: each.member):
        found[each.signature].append(each)
    return {signature: Alike(own[0], tuple(each.member for each in own)) for signature, own in found.items()}


class Joining:
    """Which profiles are one. Profiles that tell the same are one node, unless a judgement speaks of one of them."""

    def __init__(self, known: Mapping[str, Alike], bonds: Iterable[Bond], judgements: Iterable[Judgement]) -> None:
        judged = _latest(judgements, {entity for each in known.values() for _, entity in each.members})
        spoken_of = {each for pair in judged for each in pair}
        self._members: dict[str, list[Member]] = defaultdict(list)
        self._profiles: dict[str, Profile] = {}
        self._nodes: dict[str, list[str]] = {}
        node = {}
        for signature, own in known.items():
            for member in own.members:
                at = f"{signature} {member[1]}" if member[1] in spoken_of else signature
                self._members[at].append(member)
                self._profiles[at] = own.profile
                if member[1] in spoken_of:
                    node[member[1]] = at
            self._nodes[signature] = sorted({f"{signature} {entity}" if entity in spoken_of else signature for _, entity in own.members})
        self._above = {each: each for each in self._profiles}
        self._inside: dict[str, set[str]] = {each: {each} for each in self._profiles}
        self._links: dict[Kind, dict[str, dict[str, Bond]]] = {kind: defaultdict(dict) for kind in Kind}
        self._scattered = set(self._profiles)
        self._take(bonds)
        self._leaving: set[str] = set()
        self._split: dict[str, set[str]] = defaultdict(set)
        self._obey({(node[one], node[other]): decision for (one, other), decision in judged.items()})

    def _take(self, bonds: Iterable[Bond]) -> None:
        """Bonds of two signatures hold for all that have them; what is linked with none of its own is not one with them."""
        for bond in bonds:
            if bond.left == bond.right:
                self._scattered.discard(bond.left)
            for one in self._nodes.get(bond.left, ()):
                for other in self._nodes.get(bond.right, ()):
                    if one != other:
                        self._links[bond.kind][one][other] = self._links[bond.kind][other][one] = bond

    def _obey(self, judged: Mapping[tuple[str, str], str]) -> None:
        """Keeps apart what a person has split, then joins what one has merged."""
        for (one, other), decision in judged.items():
            if decision == "split":
                self._leaving.add(one)
                self._split[one].add(other)
                self._split[other].add(one)
        for (one, other), decision in judged.items():
            if decision == "merge":
                self._join(one, other)

    def parts(self) -> list[list[Member]]:
        """The profiles of each thing."""
        found = []
        for top in sorted(self._inside):
            if self._above[top] != top:
                continue
            inside = sorted(self._inside[top])
            if len(inside) == 1 and top in self._scattered:
                found += [[each] for each in self._members[top]]
            else:
                found.append([each for node in inside for each in self._members[node]])
        return found

    def by_full_names(self) -> None:
        """Joins what has one full name; where some of those cannot be one, only who is on the same side."""
        full, apart = self._links[Kind.FULL], self._links[Kind.APART]
        seen: set[str] = set()
        for start in sorted(self._profiles):
            if start in seen or start in self._leaving:
                continue
            reached, waiting = {start}, [start]
            while waiting:
                for other in full[waiting.pop()]:
                    if other not in reached and other not in self._leaving:
                        reached.add(other)
                        waiting.append(other)
            seen |= reached
            side = _sides(reached, {each: apart[each].keys() & reached for each in reached}, self._size)
            for one in sorted(reached):
                for other in sorted(full[one]):
                    if other in reached and side[one] == side[other]:
                        self._join(one, other)
        for one in sorted(self._leaving):
            for other in sorted(full[one].keys() - apart[one].keys(), key=lambda each: (-full[one][each].score, each)):
                self._join(one, other)

    def by_short_names(self) -> None:
        """Joins each thing with a short name to the one with a longer name that it can be, the longest of the short ones first."""
        tops = [each for each in sorted(self._inside) if self._above[each] == each]
        ranks: dict[Rank, list[str]] = defaultdict(list)
        for top in tops:
            ranks[self._rank(top)].append(top)
        for rank in sorted(ranks, reverse=True):
            wanted: dict[str, list[str]] = defaultdict(list)
            alone = []
            for top in ranks[rank]:
                can_be = self._candidates(top, rank)
                if len(can_be) == 1 and not self._is_shared(top):
                    wanted[can_be[0]].append(top)
                elif can_be or self._is_shared(top):
                    self._scatter(top)
                else:
                    alone.append(top)
            for target, own in sorted(wanted.items()):
                for top in own:
                    if any(self._are_apart(top, other) for other in own if other != top):
                        self._scatter(top)
                    else:
                        self._join(top, target)
            self._join_alike(alone)

    def _join_alike(self, alone: Sequence[str]) -> None:
        """Joins those of one short name that nobody has in full, unless two of them are apart."""
        among = {self._top(each) for each in alone}
        near = {top: {self._top(each) for each in self._weak(top)} & among - {top} for top in among}
        bad = {top for top in among if any(self._are_apart(top, other) for other in near[top])}
        for top in sorted(among):
            if top in bad or any(other in bad for other in near[top]):
                self._scatter(top)
                continue
            for other in sorted(near[top]):
                self._join(top, other)

    def _candidates(self, top: str, rank: Rank) -> list[str]:
        """The things of higher rank that one can be; if a role tells which, or some are of its own type, those alone.

        Who has a name of several words is one with no other by a last name that a person has said to be the other's.
        """
        found: dict[str, list[Bond]] = defaultdict(list)
        for other, own in self._weak(top).items():
            if rank[0] < 2 or self._rank_of({other}) > rank:
                found[self._top(other)] += own
        if any(each.is_whole for each in self._names(top)):
            return []
        longer = [each for each in found if each != self._top(top) and self._rank(each) > rank]
        can_be = [each for each in longer if not self._are_apart(top, each)]
        by_role = [each for each in can_be if any(link.kind == Kind.ROLE for link in found[each])]
        if len(can_be) > 1 and by_role:
            return sorted(by_role)
        near = self._profiles[top].may_be
        if near is not None and (here := [each for each in can_be if self._has(each, near)]):
            return sorted(here)
        kind = self._type(top)
        return sorted(each for each in can_be if self._type(each) == kind) or sorted(can_be)

    def _has(self, top: str, name: Name) -> bool:
        """Whether a thing has a name in full."""
        return any((fit := compare(name, each)) is not None and fit.fit == Fit.FULL for each in self._names(top) if each.is_long)

    def _names(self, top: str) -> list[Name]:
        return [named.name for node in self._inside[self._top(top)] for named in self._profiles[node].names]

    def _weak(self, top: str) -> dict[str, list[Bond]]:
        """The links of a thing that by themselves join nothing, by the node at their other end."""
        found: dict[str, list[Bond]] = defaultdict(list)
        for node in self._inside[self._top(top)]:
            for kind in (Kind.PARTIAL, Kind.ACRONYM, Kind.ROLE):
                for other, link in self._links[kind][node].items():
                    found[other].append(link)
        return found

    def _rank(self, top: str) -> Rank:
        """How full the fullest name of a thing is, and whether words tell what it is."""
        return self._rank_of(self._inside[self._top(top)])

    def _rank_of(self, nodes: set[str]) -> Rank:
        sizes = [(0, 0)]
        told = False
        for node in nodes:
            first = self._profiles[node]
            told |= first.is_told
            sizes += [(len(each.name.words), sum(map(len, each.name.words))) if not each.name.acronym else (0, 1) for each in first.names]
        return (*max(sizes), told)

    def _type(self, top: str) -> MentionType:
        inside = sorted(self._inside[self._top(top)])
        return type_of([self._profiles[node] for node in inside], [self._size(node) for node in inside])

    def _size(self, node: str) -> int:
        return len(self._members[node])

    def _is_shared(self, top: str) -> bool:
        return any(self._profiles[node].is_shared for node in self._inside[self._top(top)])

    def _scatter(self, top: str) -> None:
        """Keeps those apart that have nothing in common but a short name."""
        if not self._profiles[top].is_named:
            self._scattered.add(top)

    def _told(self, top: str) -> set[MentionType]:
        """The types that words tell of a thing."""
        return {self._profiles[node].type for node in self._inside[self._top(top)] if self._profiles[node].is_told}

    def _are_apart(self, one: str, other: str) -> bool:
        """Whether a link keeps two things apart, or one is a person and the other none."""
        mine, theirs = self._told(one), self._told(other)
        if mine and theirs and (PERSON in mine) != (PERSON in theirs):
            return True
        inside = self._inside[self._top(other)]
        return any(not inside.isdisjoint(self._links[Kind.APART][node]) for node in self._inside[self._top(one)])

    def _top(self, node: str) -> str:
        while self._above[node] != node:
            node = self._above[node]
        return node

    def _join(self, one: str, other: str) -> None:
        """Makes two one, unless a person has split some of them."""
        low, high = sorted((self._top(one), self._top(other)))
        if low != high and all(self._inside[high].isdisjoint(self._split.get(node, ())) for node in self._inside[low]):
            few, many = sorted((low, high), key=lambda each: (len(self._inside[each]), each))
            self._above[few] = many
            self._inside[many] |= self._inside[few]


def _latest(judgements: Iterable[Judgement], known: set[str]) -> dict[tuple[str, str], str]:
    """The last decision on each pair of entities, the one that it speaks of first; in the order in which they were made."""
    found: dict[frozenset[str], tuple[tuple[str, str], str]] = {}
    for each in sorted(judgements, key=lambda each: (each.made, each.id)):
        if each.layer == LAYER and each.correction is not None and each.target in known and each.correction in known:
            pair = frozenset((each.target, each.correction))
            found.pop(pair, None)
            found[pair] = (each.target, each.correction), each.decision
    return dict(found.values())


def _sides(nodes: set[str], apart: Mapping[str, Set[str]], size: Callable[[str], int]) -> dict[str, frozenset[str]]:
    """For each node of one name a side, which is whom it cannot be; who can be all goes with the side that most are on, if most are."""
    sides = {node: frozenset(apart[node]) for node in nodes}
    sizes: Counter[frozenset[str]] = Counter()
    for node, side in sides.items():
        sizes[side] += size(node) if side else 0
    total = sizes.total()
    most = max(sizes, key=lambda side: (sizes[side], sorted(side)), default=frozenset())
    if not total or sizes[most] < MOST * total:
        return sides
    return {node: side or most for node, side in sides.items()}


class Typed(Protocol):
    """What tells of the type of a thing: a profile, or as much of it."""

    @property
    def type(self) -> MentionType:
        """The type that a report tells."""
        ...

    @property
    def is_told(self) -> bool:
        """Whether it tells it in words."""
        ...


def type_of(profiles: Sequence[Typed], sizes: Sequence[int]) -> MentionType:
    """The type that most reports tell of in words, or if none does, that most have; ``sizes`` are how many profiles each stands for."""
    counts: dict[bool, Counter[MentionType]] = {True: Counter(), False: Counter()}
    for each, size in zip(profiles, sizes, strict=True):
        counts[each.is_told][each.type] += size
    own = counts[True] or counts[False]
    return max(own, key=lambda each: (own[each], each))
