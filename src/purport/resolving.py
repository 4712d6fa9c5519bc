"""A case resolved: each report compared with what it may touch in all others, so that a report added costs what it matches.

In three steps, each kept as it is done, so that what is broken off goes on from there. What each report is compared by (profiles of its
entities, accounts of its claims, tellings of its events) is stored with the keys it is found by; profiles that tell the same have one
signature, and signatures that share a key are linked. Then it is decided what is one, once for all that is new and what links reach from
there. Then the claims and the tellings of each report that is new, or names somebody who is another than before, are compared with those
that share a key. The order of arrival shows in nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice
from tempfile import TemporaryDirectory

import msgspec

from purport.callings import PROFILE, calling_keys
from purport.dossier.entries import Told, entries
from purport.ids import digest
from purport.lexicon import fingerprint
from purport.records import Analysis, Comparison, Judgement
from purport.recounting import Tellings, telling_facts, tie_reports
from purport.resolve.accounts import Account, identified
from purport.resolve.aliases import Kind, keys, link_keys, relate
from purport.resolve.choosing import Compared, chosen
from purport.resolve.claimed import accounts
from purport.resolve.compare import EVERY, Rule, by_rules, comparison, is_compared, keys_of, sought
from purport.resolve.corrections import LAYER as CLAIMS
from purport.resolve.corrections import corrected, find_claim
from purport.resolve.entities import CaseEntity, Part, entity, linked, parts
from purport.resolve.joining import LAYER, Alike, Bond
from purport.resolve.passing import item_of
from purport.resolve.profiles import Profile, profiles
from purport.resolve.renamed import beyond, meet, sought_beside
from purport.resolve.sides import other_sides
from purport.resolve.standing import in_order, standing
from purport.store import Case, Fact, Fault, Item, Shelf, Signed, StoredLink
from purport.tracing import share, sketched, sources_fact
from purport.viewing import entry_facts

RULES = "19"
"""Raised where the rules of comparison change other than by their lists."""
ACCOUNT = "account"
COMPARISONS = "comparisons"
"""The layer of judgements on comparisons: ``target`` is one's id, ``decision`` is "confirm" or "reject"."""
REJECT = "reject"
ROUNDS = 5
"""How often what others change meanwhile, as somebody who judges a claim does, is taken up before the next call has to."""
AT_ONCE = 50
"""Reports whose facts, and whose ties, are stored in one transaction."""
Kin = dict[str, Mapping[str, frozenset[str]]]
"""What finds each signature of an entity of a case, by the id of that; nothing where all have one signature."""
HELD = 40_000
"""Accounts held in memory while reports are compared: some hundred megabytes."""


def version() -> str:
    """What reports are compared by: the rules and their lists."""
    return digest((RULES, fingerprint()))


def resolve(case: Case, advance: Callable[[], None] = lambda: None) -> int:
    """Compare the reports of a case that have not been compared yet; how many those were.

    What was compared by other rules is compared anew.
    """
    todo = waiting(case)
    with case.deriving() as shelf:
        shelf.begin(version())
    for _ in range(ROUNDS):
        _gather(case)
        with case.deriving() as shelf:
            _settle(shelf, judgements_on(case, LAYER))
        _compare(case, advance, todo)
        if not waiting(case):
            break
    return todo


def judge_aliases(case: Case, made: Sequence[Judgement], entities: Collection[Item]) -> None:
    """Keep what a person judges of entities of reports, and decide anew for these and all that links reach from them what is one."""
    judgements = [each for each in standing([*case.judgements(), *made]) if each.layer == LAYER]
    with case.deriving() as shelf:
        for each in made:
            shelf.add_judgement(each)
        shelf.unsettle(shelf.signatures_called({item for _, item in entities}))
        _settle(shelf, judgements)
    _compare(case)


def judge_claims(case: Case, made: Sequence[Judgement], reports: Collection[str], *, derive: bool = True) -> None:
    """Keep what a person judges of claims of reports, and derive anew what rests on these, or leave that to whoever compares next."""
    with case.deriving() as shelf:
        for each in made:
            shelf.add_judgement(each)
        shelf.forget(reports)
    if derive:
        resolve(case)


def judgements_on(case: Case, layer: str) -> list[Judgement]:
    """What people have judged in a layer and nobody has taken back, in the order in which they did."""
    return [each for each in standing(case.judgements()) if each.layer == layer]


def _gather(case: Case) -> None:
    """Store what reports are compared by, where it is not there yet."""
    wanted = case.without_facts(version())
    known: dict[str, Profile] = {}
    judged = judgements_on(case, CLAIMS)
    for page in _pages(wanted, AT_ONCE):
        analyses = [corrected(each, judged) for each in case.analyses(page)]
        with case.deriving() as shelf:
            for analysis in analyses:
                _add(shelf, analysis, known)
            shelf.mark(page, version(), compared=False)


def _add(shelf: Shelf, analysis: Analysis, known: dict[str, Profile]) -> None:
    """Store what a report is compared by, and link what its entities tell with what others do that is new to the case."""
    report = analysis.report.id
    found = [(each, each.signature) for each in profiles(analysis)]
    names = {each.entity: keys(each) for each, _ in found}
    facts = [Fact(PROFILE, report, each.entity, _json(each), calling_keys(each), signature) for each, signature in found]
    claimed = accounts(analysis, names)
    facts += [Fact(ACCOUNT, report, each.claim, _json(each), keys_of(each)) for each in claimed]
    facts += telling_facts(analysis, names)
    facts += entry_facts(report, entries(Told(analysis, claimed, [each for each, _ in found], names)))
    sketch = sketched(analysis)
    shelf.add_facts(report, [*facts, sketch, sources_fact(analysis)])
    share(shelf, analysis, sketch.keys)
    there = shelf.signatures({signature for _, signature in found})
    for each, signature in found:
        if signature not in there:
            there[signature] = _json(each.plain)
            _add_signature(shelf, each.plain, known)


def _add_signature(shelf: Shelf, profile: Profile, known: dict[str, Profile]) -> None:
    found_by = link_keys(profile)
    near = shelf.find_signatures(other_sides(found_by))
    known |= {signature: _profile(record) for signature, record in shelf.signatures(near - known.keys()).items()}
    signature = profile.report
    known[signature] = profile
    links = [relate(profile, other) for other in (replace(profile, entity="other"), *(known[each] for each in sorted(near)))]
    stored = [StoredLink(each.left[0], each.right[0], each.kind, each.score) for each in links if each is not None]
    shelf.add_signature(signature, _json(profile), found_by, stored)


def _settle(shelf: Shelf, judgements: Sequence[Judgement]) -> None:
    """Decide what is one among all that is unsettled and what links reach from there; reports in which that changes wait for comparison."""
    reached = _reach(shelf, judgements)
    signed = shelf.signed(reached)
    members: dict[str, list[Item]] = defaultdict(list)
    for each in signed:
        members[each.signature].append(each.item)
    records = shelf.signatures(members)
    known = {signature: Alike(_profile(records[signature]), tuple(own)) for signature, own in sorted(members.items())}
    found = parts(known, map(_bond, shelf.links_among(reached)), judgements)
    shelf.name_entities(_named(shelf, signed, found))
    shelf.mark({report for report, _ in _changed(signed, found)}, version(), compared=False)
    shelf.settle()


def _reach(shelf: Shelf, judgements: Sequence[Judgement]) -> set[str]:
    """The signatures that are unsettled and all that links, or judgements, lead to from there. What keeps two apart leads nowhere."""
    reached = edge = set(shelf.unsettled())
    judged = [shelf.signatures_called({each.target, each.correction}) for each in judgements if each.correction is not None]
    while edge:
        near = shelf.beside(edge, but=Kind.APART).union(*(own for own in judged if not own.isdisjoint(edge)))
        edge = near - reached
        reached = reached | edge
    return reached


def _named(shelf: Shelf, signed: Sequence[Signed], found: Sequence[Part]) -> dict[Item, tuple[str, str] | None]:
    """Which entity each item is of those whose entities are not what they were, and what that is called."""
    before: dict[str, set[Item]] = defaultdict(set)
    for each in signed:
        before[each.id or ""].add(each.item)
    fresh = [part for part in found if before.get(part.id) != set(part.members)]
    told = {item: _profile(record) for item, record in shelf.get_facts(PROFILE, [item for part in fresh for item in part.members]).items()}
    named: dict[Item, tuple[str, str] | None] = {}
    for part in fresh:
        value = (part.id, entity([told[item] for item in part.members]).name)
        named |= dict.fromkeys(part.members, value)
    inside = {item for part in found for item in part.members}
    return named | {each.item: None for each in signed if each.id is not None and each.item not in inside}


def _changed(signed: Sequence[Signed], found: Sequence[Part]) -> Iterator[Item]:
    """Items so that of any two that were one and are two now, or the other way round, at least one is among them."""
    now = {item: part.id for part in found for item in part.members}
    both = Counter((each.id, now[each.item]) for each in signed if each.id is not None and each.item in now)
    ranked = sorted(both, key=lambda pair: (both[pair], pair))
    heirs = dict(ranked)
    origins = {new: old for old, new in ranked}
    for each in signed:
        old, new = each.id, now.get(each.item)
        is_same = old == new if old is None or new is None else heirs[old] == new and origins[new] == old
        if not is_same:
            yield each.item


def _compare(case: Case, advance: Callable[[], None] = lambda: None, todo: int = 0) -> None:
    """Compare what the reports that wait for it tell with what all others do; of two that both wait, when the second's turn comes.

    Tellings are tied for some reports at once, before these count as compared: what is broken off between is tied again. Where somebody
    else writes to the case meanwhile, nothing that was looked up before is relied on; a report that waits to be derived is passed over.
    """
    left = case.unresolved(version())
    ahead = set(left)
    told: dict[Item, Account] = {}
    kin: Kin = {}
    tellings = Tellings()
    expected = -1
    for number, report in enumerate(left):
        if number % AT_ONCE == 0:
            page = left[number : number + AT_ONCE]
            with case.deriving() as shelf:
                tie_reports(shelf, page, ahead.difference(page), Tellings() if shelf.changes() != expected else tellings)
                expected = shelf.changes() + 1
        with case.deriving() as shelf:
            if shelf.changes() != expected:
                told, kin, tellings = {}, {}, Tellings()
            expected = shelf.changes() + 1
            ahead.discard(report)
            if shelf.has_facts(report, version()):
                _compare_report(shelf, report, ahead, told, kin)
                shelf.mark([report], version(), compared=True)
        if number < todo:
            advance()


def _compare_report(shelf: Shelf, report: str, ahead: Collection[str], told: dict[Item, Account], kin: Kin) -> None:
    """Compare the claims of a report with all that they may touch, but for reports ahead, in place of what was found of them before."""
    shelf.forget_comparisons(report)
    own = {item: _account(record) for item, record in shelf.facts_of(ACCOUNT, report).items()}
    wanted = {item: sought(account) for item, account in own.items()}
    others = _other_names(shelf, report, kin)
    further = {item: found for item, account in own.items() if (found := sought_beside(account, others))}
    beside = _found(shelf, further, own, ahead)
    pairs = _found(shelf, wanted, own, ahead)
    pairs |= dict.fromkeys(combinations(sorted(item for item, account in own.items() if is_compared(account)), 2), EVERY)
    _tell(shelf, {item for pair in pairs.keys() | beside.keys() for item in pair}, told)
    for one, other in beside:
        pairs[one, other] = pairs.get((one, other), frozenset()) | meet(told[one], told[other]) | meet(told[other], told[one])
    made = (comparison(told[one], told[other], by) for (one, other), by in sorted(pairs.items()) if by)
    shelf.add_comparisons([each for each in made if each is not None])


def _other_names(shelf: Shelf, report: str, kin: Kin) -> dict[str, frozenset[str]]:
    """What each entity of a report is not found by that finds others of the same entity of the case; ``kin`` are those told before.

    Only those that share no stored key with it are looked up: most of whoever is named in many reports have one.
    """
    ids = {entity: id_ for (_, entity), (id_, _) in shelf.names_in([report]).items()}
    fresh = set(ids.values()) - kin.keys()
    inside = {id_: found for id_, found in shelf.signatures_in(fresh).items() if len(found) > 1}
    keyed = shelf.keys_of({signature for found in inside.values() for signature in found})
    kin |= {id_: {each: frozenset(keyed[each]) for each in inside.get(id_, ())} for id_ in fresh}
    own = shelf.signatures_of(report)
    far = {entity: _far(own[entity], kin[id_]) for entity, id_ in ids.items()}
    names = _found_by(shelf, {each for entity, others in far.items() for each in (own[entity], *others) if others})
    found = {entity: beyond(names[own[entity]], [names[each] for each in others]) for entity, others in far.items() if others}
    return {entity: others for entity, others in found.items() if others}


def _far(own: str, others: Mapping[str, frozenset[str]]) -> list[str]:
    """The signatures that share no key with one."""
    mine = others.get(own, frozenset())
    return sorted(each for each, keyed in others.items() if keyed.isdisjoint(mine))


def _found_by(shelf: Shelf, signatures: Collection[str]) -> dict[str, frozenset[str]]:
    """What finds those who have these signatures: the keys of their names."""
    return {signature: keys(_profile(record)) for signature, record in shelf.signatures(signatures).items()}


def _found(
    shelf: Shelf, wanted: Mapping[Item, Mapping[str, frozenset[Rule]]], own: Collection[Item], ahead: Collection[str]
) -> dict[tuple[Item, Item], frozenset[Rule]]:
    """Each account of a report with those of others that have keys of some rules in common with what it seeks, but for reports ahead."""
    seeking: dict[str, list[tuple[Item, frozenset[Rule]]]] = defaultdict(list)
    for item, sought_by in wanted.items():
        for key, rules in sought_by.items():
            seeking[key].append((item, rules))
    shared: dict[tuple[Item, Item], list[tuple[str, frozenset[Rule]]]] = defaultdict(list)
    for key, others in shelf.find_items(ACCOUNT, seeking).items():
        for other in others:
            if other not in own and other[0] not in ahead:
                for item, rules in seeking[key]:
                    shared[min(item, other), max(item, other)].append((key, rules))
    return {pair: by for pair, keys in shared.items() if (by := by_rules(keys))}


def _tell(shelf: Shelf, items: Collection[Item], told: dict[Item, Account]) -> None:
    """Add the accounts of claims to those told, with the entities of the case; where there are too many, those told first give way."""
    known = {item: _account(record) for item, record in shelf.get_facts(ACCOUNT, [each for each in items if each not in told]).items()}
    named = shelf.entities_of({(item[0], each) for item, account in known.items() for each in account.entities})
    told |= {item: identified(account, lambda report, entity: named.get((report, entity))) for item, account in known.items()}
    for item in [*islice(told, max(len(told) - HELD, 0))]:
        if item not in items:
            del told[item]


def waiting(case: Case) -> int:
    """How many reports of a case have not been compared yet."""
    return len(case.unresolved(version()))


def shown(case: Case, *, rejected: bool = False) -> list[Compared]:
    """The comparisons of a case that are shown, each with both accounts: what is carried on is compared once (``resolve.choosing``).

    Those that a person has rejected count for nothing; with ``rejected`` they stand last.
    """
    out = rejected_comparisons(case)
    known = every_compared(case)
    kept = list(chosen(each for each in known if each[0].id not in out))
    return kept + [each for each in known if each[0].id in out] if rejected else kept


def every_compared(case: Case) -> list[Compared]:
    """All comparisons of a case, each with both accounts, whatever people judge of them."""
    made = list(case.comparisons())
    told: dict[Item, Account] = {}
    with case.derived() as shelf:
        _tell(shelf, {side for each in made for side in _sides(each)}, told)
    return [(each, told[left], told[right]) for each in made for left, right in [_sides(each)] if left in told and right in told]


def rejected_comparisons(case: Case) -> frozenset[str]:
    """The ids of the comparisons that a person has rejected last."""
    return frozenset(id_ for id_, each in verdicts(case).items() if each.decision == REJECT)


def verdicts(case: Case) -> dict[str, Judgement]:
    """The last that a person has judged of each comparison, by its id."""
    return {each.target: each for each in judgements_on(case, COMPARISONS)}


def underived(case: Case) -> Iterator[Fault]:
    """Where what was derived from the reports of a case that has been compared is not what the rules make of them and the judgements.

    All is derived anew in a case of its own, on disk until this ends; that takes as long as comparing all reports.
    """
    with TemporaryDirectory() as folder, Case.open(f"{folder}/anew.case", create=True) as anew:
        for page in _pages([each.report for each in case.places()], AT_ONCE):
            anew.add_many([(analysis, case.original(analysis.report.id)) for analysis in case.analyses(page)], reader="anew")
        for judgement in case.judgements():
            anew.add_judgement(judgement)
        resolve(anew)
        yield from case.differences(anew)


def orphaned(case: Case) -> list[Judgement]:
    """The last judgements on what a case has no more, in the order in which they were made: a report was read anew, or rules are others.

    Where what one was made on is there again, it holds again.
    """
    last = {frozenset((each.layer, *_judged_items(each))): each for each in standing(case.judgements())}
    judged = in_order(last.values())
    with case.derived() as shelf:
        items = {item for each in judged if each.layer == LAYER for item in (each.target, each.correction) if item is not None}
        there = shelf.items_there(PROFILE, items)
    there |= _claims_there(case, [each for each in judged if each.layer == CLAIMS])
    if any(each.layer == COMPARISONS for each in judged):
        there |= {each.id for each in case.comparisons()}
    return [each for each in judged if not there.issuperset(_judged_items(each))]


def _judged_items(judgement: Judgement) -> Iterator[str]:
    """What a judgement is on: a claim, a comparison, or two things held together."""
    yield judgement.target
    if judgement.layer != CLAIMS and judgement.correction is not None:
        yield judgement.correction


def _claims_there(case: Case, judged: Sequence[Judgement]) -> set[str]:
    """The targets of judgements on claims that a report still has, if under another id."""
    reports = {place.report for place in case.places()} & {each.report for each in judged if each.report is not None}
    known = {each.report.id: each for each in case.analyses(sorted(reports))}
    return {each.target for each in judged if each.report in known and find_claim(known[each.report], each) is not None}


def case_entities(case: Case) -> tuple[CaseEntity, ...]:
    """Who and what a case speaks of, by name and id, with the links that make them one."""
    known = case_profiles(case)
    with case.derived() as shelf:
        bonds = [*map(_bond, shelf.every_link())]
        of = {item: id_ for item, (id_, _) in shelf.every_entity().items()}
    return tuple(sorted(linked(known, bonds, of), key=lambda each: (each.name.casefold(), each.id)))


def case_profiles(case: Case) -> list[Profile]:
    """What each report of a case tells of each thing that it names."""
    with case.derived() as shelf:
        return [msgspec.json.decode(record, type=Profile) for _, record in shelf.every_fact(PROFILE)]


def profiles_of(case: Case, entity: CaseEntity) -> list[Profile]:
    """What the reports tell of one entity of a case; those first that have its name."""
    with case.derived() as shelf:
        known = [msgspec.json.decode(record, type=Profile) for record in shelf.get_facts(PROFILE, entity.members).values()]
    return sorted(known, key=lambda each: (entity.name not in {named.words for named in each.names}, each.member))


def _sides(comparison: Comparison) -> tuple[Item, Item]:
    left, right = ((side.report, item_of(side)) for side in (comparison.left, comparison.right))
    return left, right


def _bond(link: StoredLink) -> Bond:
    return Bond(link.left, link.right, Kind(link.kind), link.score)


def _profile(record: str) -> Profile:
    return msgspec.json.decode(record, type=Profile)


def _account(record: str) -> Account:
    return msgspec.json.decode(record, type=Account)


def _pages(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (items[first : first + size] for first in range(0, len(items), size))


def _json(record: object) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()
