"""Where it comes from what the reports of a case say: passages that they share, and the origins of what several of them carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache

import msgspec

from purport.records import Analysis, Claim, Comparison, Relation
from purport.resolve.accounts import Account
from purport.resolve.chains import read_chains
from purport.resolve.citing import Network, network
from purport.resolve.compare import COPY
from purport.resolve.folded import fold_report
from purport.resolve.origins import Member, Origin, origins
from purport.resolve.outlets import media_of
from purport.resolve.passages import Shared, shared
from purport.resolve.passing import find_passing, holdings_of, item_of
from purport.resolve.sketches import sketch
from purport.store import Case, Fact, Shelf, StoredPassages

SKETCH = "sketch"
HELD = 64
"""Reports held in memory while origins are counted."""

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


def wanted(account: Account, type_: str | None) -> tuple[Member, bool]:
    """What the origins of an account are found by."""
    return Member(account.report, account.claim), type_ == NUMBER


def find_origins(case: Case, accounts: Iterable[Wanted], rejected: Collection[str] = frozenset()) -> Found:
    """The origins of each account of a case: of it and of what agrees with it on the same, in the same words or not.

    What agrees with one that agrees is not counted, but for copies: "at least ten" agrees with 14 and with 17. Comparisons that are
    ``rejected`` count for nothing.
    """
    agreed = [each for each in case.comparisons(Relation.AGREES) if each.id not in rejected]
    agreeing = {number: _agreeing(agreed, number=number) for number in (False, True)}
    analysis = lru_cache(HELD)(case.analysis)
    found: Found = {}
    with case.derived() as shelf:
        for member, number in sorted({wanted(*each) for each in accounts}):
            found[member, number] = trace(shelf, analysis, agreeing[number].get(member, (member,)))
    return found


def find_network(case: Case) -> Network:
    """Who cites whom in the claims of a case."""
    media = media_of(analysis.report for analysis in case.analyses())
    with case.derived() as shelf:
        known = shelf.names_in({place.report for place in case.places()})
    entities = {item: id_ for item, (id_, _) in known.items()}
    chains = (chain for each in case.analyses() for chain in read_chains(each, each.claims, media, entities))
    return network(chains, media, dict(known.values()))


def trace(shelf: Shelf, analysis: Callable[[str], Analysis], members: Iterable[Member]) -> tuple[Origin, ...]:
    """The independent origins of some claims, taken for one thing told."""
    carrying = sorted(set(members))
    reports = {each.report: analysis(each.report) for each in carrying}
    return origins(_claims(carrying, reports), _shared(shelf, reports), _entities(shelf, reports))


def _agreeing(comparisons: Iterable[Comparison], *, number: bool) -> dict[Member, list[Member]]:
    """Each claim that some agree with, in its number or else, with these and all that are copies of any of them."""
    beside: dict[Member, set[Member]] = defaultdict(set)
    copies: dict[Member, set[Member]] = defaultdict(set)
    for each in (each for each in comparisons if each.type in (COPY, None) or (each.type == NUMBER) == number):
        left, right = (Member(side.report, item_of(side)) for side in (each.left, each.right))
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


def _claims(members: Iterable[Member], reports: Mapping[str, Analysis]) -> list[tuple[Analysis, Claim]]:
    """The claims of some members, and what is told in passing as if it were claimed."""
    wanted = set(members)
    told = ((analysis, (*analysis.claims, *find_passing(analysis, holdings_of(analysis, {})))) for analysis in reports.values())
    return [(analysis, claim) for analysis, claims in told for claim in claims if Member(analysis.report.id, claim.id) in wanted]


def _shared(shelf: Shelf, reports: Collection[str]) -> list[Shared]:
    return [msgspec.json.decode(each.record, type=Shared) for each in shelf.passages_among(reports)]


def _entities(shelf: Shelf, reports: Collection[str]) -> dict[tuple[str, str], str]:
    return {item: id_ for item, (id_, _) in shelf.names_in(reports).items()}


def _json(record: object) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()
