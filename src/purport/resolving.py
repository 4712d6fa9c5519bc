"""A case resolved: each report compared with what it may touch in all others, so that a report added costs what it matches.

For each report: what it is compared by (profiles of its entities, accounts of its claims, a sketch of its sentences) is stored with the
keys it is found by; the passages that it shares with others are found (``purport.tracing``); its entities are linked with those that
share a key; what is one is decided anew for all that links reach; and each claim of the report, or of an entity that is another than
before, is compared with those that share a key. The order of arrival shows in nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain

import msgspec

from purport.ids import digest
from purport.lexicon import fingerprint
from purport.records import Analysis, Comparison, Judgement
from purport.resolve.accounts import Account, accounts, identified
from purport.resolve.aliases import Link, find_links, keys
from purport.resolve.choosing import Compared, chosen
from purport.resolve.compare import comparison, keys_of
from purport.resolve.entities import CaseEntity, clusters
from purport.resolve.joining import LAYER
from purport.resolve.profiles import Profile, profiles
from purport.store import Case, Fact, Item, Shelf, StoredLink
from purport.tracing import share, sketched

RULES = "2"
"""Raised where the rules of comparison change other than by their lists."""
PROFILE, ACCOUNT = "profile", "account"
COMPARISONS = "comparisons"
"""The layer of judgements on comparisons: ``target`` is one's id, ``decision`` is "confirm" or "reject"."""
REJECT = "reject"


def version() -> str:
    """What reports are compared by: the rules and their lists."""
    return digest((RULES, fingerprint()))


def resolve(case: Case, advance: Callable[[], None] = lambda: None) -> int:
    """Compare the reports of a case that have not been compared yet; how many those were. Each is kept as soon as it is done.

    What was compared by other rules is compared anew.
    """
    done = 0
    judgements = _alias_judgements(case)
    with case.deriving() as shelf:
        shelf.begin(version())
    for report in case.unresolved(version()):
        analysis = case.analysis(report)
        with case.deriving() as shelf:
            _Resolving(shelf, judgements).add(analysis)
            shelf.mark_resolved(report, version())
        done += 1
        advance()
    return done


def judge_aliases(case: Case, made: Sequence[Judgement], entities: Collection[Item]) -> None:
    """Keep what a person judges of entities of reports, and decide anew for these and all that links reach from them what is one."""
    judgements = [*_alias_judgements(case), *made]
    with case.deriving() as shelf:
        for each in made:
            shelf.add_judgement(each)
        work = _Resolving(shelf, judgements)
        work.compare(work.claims_of(work.cluster(entities)))


class _Resolving:
    """One report's share of the work, in one transaction."""

    def __init__(self, shelf: Shelf, judgements: list[Judgement]) -> None:
        self._shelf, self._judgements = shelf, judgements

    def add(self, analysis: Analysis) -> None:
        """Store what a report is compared by, link its entities, and compare its claims and those that it changes."""
        report = analysis.report.id
        found = profiles(analysis)
        names = {each.entity: keys(each) for each in found}
        told = accounts(analysis, names)
        facts = chain(
            (Fact(PROFILE, report, each.entity, _json(each), names[each.entity]) for each in found),
            (Fact(ACCOUNT, report, each.claim, _json(each), keys_of(each) | _of(each)) for each in told),
        )
        sketch = sketched(analysis)
        self._shelf.add_facts(report, [*facts, sketch])
        share(self._shelf, analysis, sketch.keys)
        self._link(report, found)
        changed = self.cluster([(report, each.entity) for each in found])
        self.compare({(report, each.claim) for each in told} | self.claims_of(changed))

    def _link(self, report: str, found: Collection[Profile]) -> None:
        near = self._shelf.find_items(PROFILE, frozenset().union(*map(keys, found)))
        others = self._profiles({item for items in near.values() for item in items if item[0] != report})
        links = find_links(found, others.values())
        led = _led_before(report, links, {each.member: each.signature for each in (*found, *others.values())})
        new = [each for each in links if report in (each.left[0], each.right[0])]
        self._shelf.add_links(report, [StoredLink(each.left, each.right, _json(each)) for each in new], led)

    def cluster(self, entities: Collection[Item]) -> list[Item]:
        """Decide what is one among entities and all that links reach from them; those of which that has changed."""
        reached, links = self._reach(entities)
        members = self._profiles(reached).values()
        named = {member: (each.id, each.name) for each in clusters(members, links, self._judgements) for member in each.members}
        return self._shelf.name_entities(reached, named)

    def _reach(self, entities: Collection[Item]) -> tuple[set[Item], list[Link]]:
        reached, edge = set(entities), set(entities)
        links: dict[tuple[Item, Item], Link] = {}
        judged = _judged(self._judgements)
        while edge:
            found = self._shelf.links_of(edge)
            links |= {(each.left, each.right): msgspec.json.decode(each.record, type=Link) for each in found}
            near = {side for each in found for side in (each.left, each.right)}
            near |= set(self._shelf.items_called(PROFILE, {other for _, entity in edge for other in judged.get(entity, ())}))
            edge = near - reached
            reached |= edge
        return reached, [links[pair] for pair in sorted(links)]

    def claims_of(self, entities: Collection[Item]) -> set[Item]:
        """The claims that speak of entities, or that they make."""
        wanted = {entity for _, entity in entities}
        found = self._shelf.find_items(ACCOUNT, {f"of {entity}" for entity in wanted})
        return {item for items in found.values() for item in items}

    def compare(self, claims: Collection[Item]) -> None:
        """Compare claims with all that share a key with them, in place of what was found of them before."""
        self._shelf.forget_comparisons(claims)
        own = self._accounts(claims)
        near = self._shelf.find_items(ACCOUNT, {key for each in own.values() for key in keys_of(each)})
        pairs = {
            (min(item, other), max(item, other))
            for item, account in own.items()
            for key in keys_of(account)
            for other in near.get(key, ())
            if other != item
        }
        known = own | self._accounts({item for pair in pairs for item in pair} - own.keys())
        told = self._identified(known)
        made = (comparison(told[one], told[other]) for one, other in sorted(pairs))
        self._shelf.add_comparisons([each for each in made if each is not None])

    def accounts(self, claims: Collection[Item]) -> dict[Item, Account]:
        """The accounts of claims, with the entities of the case."""
        return self._identified(self._accounts(claims))

    def _identified(self, known: Mapping[Item, Account]) -> dict[Item, Account]:
        named = self._shelf.entities_of({(report, entity) for (report, _), each in known.items() for entity in each.entities})
        return {item: identified(account, lambda report, entity: named.get((report, entity))) for item, account in known.items()}

    def _profiles(self, items: Collection[Item]) -> dict[Item, Profile]:
        return {item: msgspec.json.decode(record, type=Profile) for item, record in self._shelf.get_facts(PROFILE, items).items()}

    def _accounts(self, items: Collection[Item]) -> dict[Item, Account]:
        return {item: msgspec.json.decode(record, type=Account) for item, record in self._shelf.get_facts(ACCOUNT, items).items()}


def waiting(case: Case) -> int:
    """How many reports of a case have not been compared yet."""
    return len(case.unresolved(version()))


def shown(case: Case, *, rejected: bool = False) -> list[Compared]:
    """The comparisons of a case that are shown, each with both accounts: what is carried on is compared once (``resolve.choosing``).

    Those that a person has rejected count for nothing; with ``rejected`` they stand last.
    """
    made = list(case.comparisons())
    out = rejected_comparisons(case)
    with case.derived() as shelf:
        told = _Resolving(shelf, []).accounts({side for each in made for side in _sides(each)})
    known = [(each, told[left], told[right]) for each in made for left, right in [_sides(each)] if left in told and right in told]
    kept = list(chosen(each for each in known if each[0].id not in out))
    return kept + [each for each in known if each[0].id in out] if rejected else kept


def rejected_comparisons(case: Case) -> frozenset[str]:
    """The ids of the comparisons that a person has rejected last."""
    return frozenset(id_ for id_, each in verdicts(case).items() if each.decision == REJECT)


def verdicts(case: Case) -> dict[str, Judgement]:
    """The last that a person has judged of each comparison, by its id."""
    return {each.target: each for each in case.judgements() if each.layer == COMPARISONS}


def case_entities(case: Case) -> tuple[CaseEntity, ...]:
    """Who and what a case speaks of, by name and id, with the links that make them one."""
    known = case_profiles(case)
    with case.derived() as shelf:
        links = [msgspec.json.decode(each.record, type=Link) for each in shelf.every_link()]
    return tuple(sorted(clusters(known, links, _alias_judgements(case)), key=lambda each: (each.name.casefold(), each.id)))


def case_profiles(case: Case) -> list[Profile]:
    """What each report of a case tells of each thing that it names."""
    with case.derived() as shelf:
        return [msgspec.json.decode(record, type=Profile) for _, record in shelf.every_fact(PROFILE)]


def profiles_of(case: Case, entity: CaseEntity) -> list[Profile]:
    """What the reports tell of one entity of a case; those first that have its name."""
    with case.derived() as shelf:
        known = [msgspec.json.decode(record, type=Profile) for record in shelf.get_facts(PROFILE, entity.members).values()]
    return sorted(known, key=lambda each: (entity.name not in {named.words for named in each.names}, each.member))


def _alias_judgements(case: Case) -> list[Judgement]:
    return [each for each in case.judgements() if each.layer == LAYER]


def _sides(comparison: Comparison) -> tuple[Item, Item]:
    left, right = ((side.report, side.claim or "") for side in (comparison.left, comparison.right))
    return left, right


def _led_before(report: str, links: Collection[Link], signatures: Mapping[Item, str]) -> set[Item]:
    """Entities that were the least of those that tell the same, before one of a report that is less: their links are now that one's."""
    found: dict[str, Item] = {}
    for each in links:
        if each.left[0] == report != each.right[0] and signatures[each.left] == signatures[each.right]:
            found[signatures[each.right]] = min(found.get(signatures[each.right], each.right), each.right)
    return set(found.values())


def _of(account: Account) -> frozenset[str]:
    """What an account is found by when it is decided anew whom it speaks of."""
    return frozenset(f"of {entity}" for entity in account.entities)


def _judged(judgements: Collection[Judgement]) -> dict[str, set[str]]:
    """The entities that a person has judged each entity together with."""
    found: dict[str, set[str]] = {}
    for each in judgements:
        if each.correction is not None:
            found.setdefault(each.target, set()).add(each.correction)
            found.setdefault(each.correction, set()).add(each.target)
    return found


def _json(record: object) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()
