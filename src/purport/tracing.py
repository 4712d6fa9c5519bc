"""Where it comes from what the reports of a case say: passages that they share, and the origins of what several of them carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import permutations

import msgspec

from purport.records import Analysis, Comparison, Relation
from purport.resolve.accounts import Account
from purport.resolve.chains import Chain, Chains, put_together
from purport.resolve.citing import Network, network
from purport.resolve.compare import COPY
from purport.resolve.folded import fold_report
from purport.resolve.origins import Member, Origin, origins_of
from purport.resolve.outlets import media_of
from purport.resolve.passages import Shared, shared
from purport.resolve.passing import find_passing, holdings_of, item_of
from purport.resolve.sketches import sketch
from purport.resolve.sourced import Sourced, sourced
from purport.store import Case, Fact, Shelf, StoredPassages

SKETCH, SOURCES = "sketch", "sources"
MANY = 200
"""Reports from which on all comparisons are read at once: looking up those of so many costs as much."""
Item = tuple[str, str]

NUMBER = "number"
"""The type of comparisons of numbers: who agrees on how many died may part on who did it."""

Wanted = tuple[Account, str | None]
"""An account, and the type of the comparison that it is held against another by."""
Found = dict[tuple[Member, bool], tuple[Origin, ...]]
"""The origins of accounts by their claims, and whether they are asked for a number."""


def sketched(analysis: Analysis) -> Fact:
    """What a report is found by where others share a passage with it."""
    return Fact(SKETCH, analysis.report.id, analysis.report.id, "{}", sketch(analysis))


def share(shelf: Shelf, analysis: Analysis, keys: Collection[str]) -> None:
    """Store the passages that a report shares with those that have one of its keys, in place of what was found before."""
    own = fold_report(analysis)
    near = {report for items in shelf.find_items(SKETCH, keys).values() for report, _ in items} - {analysis.report.id}
    found = (shared(own, fold_report(other)) for other in shelf.texts(near))
    shelf.add_passages(analysis.report.id, [StoredPassages(each.left, each.right, _json(each)) for each in found if each])


def sources_fact(analysis: Analysis) -> Fact:
    """What a report tells of the sources of its claims, and of what it tells in passing as if it were claimed."""
    told = sourced(analysis, analysis.claims, find_passing(analysis, holdings_of(analysis, {})))
    return Fact(SOURCES, analysis.report.id, analysis.report.id, _json(told))


def wanted(account: Account, type_: str | None) -> tuple[Member, bool]:
    """What the origins of an account are found by."""
    return Member(account.report, account.claim), type_ == NUMBER


def find_origins(case: Case, accounts: Iterable[Wanted], rejected: Collection[str] = frozenset()) -> Found:
    """The origins of each account of a case: of it and of what agrees with it on the same, in the same words or not.

    What agrees with one that agrees is not counted, but for copies: "at least ten" agrees with 14 and with 17. Comparisons that are
    ``rejected`` count for nothing.
    """
    keys = sorted({wanted(*each) for each in accounts})
    agreed = [each for each in _reached(case, {member for member, _ in keys}) if each.id not in rejected]
    agreeing = {number: _agreeing(agreed, number=number) for number in (False, True)}
    asked = {key: agreeing[key[1]].get(key[0], [key[0]]) for key in keys}
    with case.derived() as shelf:
        tracer = Tracer(shelf, {each.report for members in asked.values() for each in members})
        return {key: tracer.trace(members) for key, members in asked.items()}


def find_network(case: Case) -> Network:
    """Who cites whom in the claims of a case."""
    with case.derived() as shelf:
        told = {report: _sourced(record) for (report, _), record in shelf.every_fact(SOURCES)}
        known = shelf.names_in(told)
    media = media_of(each.report.outlet for each in told.values())
    entities = _ids(known)
    claimed = (chain for each in told.values() for chain in put_together(each, media, entities))
    return network(claimed, media, dict(known.values()))


class Tracer:
    """Counts origins in a case: what each report tells of its sources is looked up once, its text only where it shares a passage.

    ``among`` are reports that are looked up all at once, when one of them is asked for first. Which entity of the case each of theirs is
    need not be looked up where that is ``named``.
    """

    def __init__(self, shelf: Shelf, among: Collection[str] = (), named: Mapping[Item, tuple[str, str]] | None = None) -> None:
        self._shelf = shelf
        self._among = frozenset(among)
        self._named = frozenset[str]() if named is None else self._among
        self._known: set[str] = set()
        self._records: dict[str, str] = {}
        self._entities = _ids(named or {})
        self._shared: dict[tuple[str, str], str] = {}
        self._told = cache(lambda report: _sourced(self._records[report]))
        self._chains: dict[tuple[str, frozenset[str]], Chains] = {}
        self._texts = cache(lambda report: next(map(fold_report, shelf.texts([report]))))

    def trace(self, members: Collection[Member]) -> tuple[Origin, ...]:
        """The independent origins of some claims, taken for one thing told."""
        claims: dict[str, set[str]] = defaultdict(set)
        for each in members:
            claims[each.report].add(each.claim)
        self._look_up(claims.keys())
        outlets = frozenset(outlet for report in claims if (outlet := self._told(report).report.outlet))
        chains = [chain for report in sorted(claims) for chain in self._of(report, claims[report], outlets)]
        pairs = (self._shared.get(pair) for pair in permutations(sorted(claims), 2)) if self._shared else ()
        return origins_of(chains, [msgspec.json.decode(each, type=Shared) for each in pairs if each], self._texts)

    def _look_up(self, reports: Collection[str]) -> None:
        """Look up what some reports tell, as far as it is not known."""
        wanted = set(reports) - self._known
        wanted |= self._among - self._known if not wanted.isdisjoint(self._among) else set()
        if wanted:
            self._known |= wanted
            self._records |= {
                report: record for (report, _), record in self._shelf.get_facts(SOURCES, [(each, each) for each in wanted]).items()
            }
            self._entities |= _ids(self._shelf.names_in(wanted - self._named))
            self._shared |= {(each.left, each.right): each.record for each in self._shelf.passages_of(wanted)}

    def _of(self, report: str, claims: Collection[str], outlets: frozenset[str]) -> Iterator[Chain]:
        """The chains of some claims of a report, among reports of some outlets."""
        told = self._told(report)
        if (report, outlets) not in self._chains:
            self._chains[report, outlets] = Chains(told, media_of(outlets), self._entities)
        return (self._chains[report, outlets].chain(claim) for claim in (*told.claims, *told.passing) if claim.id in claims)


def _reached(case: Case, members: Collection[Member]) -> list[Comparison]:
    """The comparisons by which claims agree with some, and those by which copies lead on from there; of few claims, few are read."""
    if len({each.report for each in members}) > MANY:
        return list(case.comparisons(Relation.AGREES))
    found: dict[str, Comparison] = {}
    reached, edge, read = set(members), set(members), set[str]()
    while edge:
        near = {each.report for each in edge} - read
        read |= near
        found |= {each.id: each for each in case.comparisons(Relation.AGREES, touching=near)} if near else {}
        pairs = [_members(each) for each in found.values() if each.type == COPY or edge <= set(members)]
        edge = {member for pair in pairs if not edge.isdisjoint(pair) for member in pair} - reached
        reached |= edge
    return list(found.values())


def _members(comparison: Comparison) -> tuple[Member, Member]:
    left, right = (Member(side.report, item_of(side)) for side in (comparison.left, comparison.right))
    return left, right


def _agreeing(comparisons: Iterable[Comparison], *, number: bool) -> dict[Member, list[Member]]:
    """Each claim that some agree with, in its number or else, with these and all that are copies of any of them."""
    beside: dict[Member, set[Member]] = defaultdict(set)
    copies: dict[Member, set[Member]] = defaultdict(set)
    for each in (each for each in comparisons if each.type in (COPY, None) or (each.type == NUMBER) == number):
        left, right = _members(each)
        for one, other in ((left, right), (right, left)):
            beside[one].add(other)
            if each.type == COPY:
                copies[one].add(other)
    return {member: _closed({member} | found, copies) for member, found in beside.items()}


def _closed(members: Collection[Member], copies: Mapping[Member, Collection[Member]]) -> list[Member]:
    """Claims and their copies, and the copies of these."""
    found, edge = set(members), set(members)
    while edge:
        edge = {copy for each in edge for copy in copies.get(each, ())} - found
        found |= edge
    return sorted(found)


def _sourced(record: str) -> Sourced:
    return msgspec.json.decode(record, type=Sourced)


def _ids(named: Mapping[Item, tuple[str, str]]) -> dict[Item, str]:
    return {item: id_ for item, (id_, _) in named.items()}


def _json(record: object) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()
