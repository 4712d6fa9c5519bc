"""Who covers what: what a report tells that no other does, what all take from one origin, and what nobody else has confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from purport.dossier.acts import CALLS
from purport.dossier.lines import Context, Entry, Line, Placed, Section, Thing, line, order
from purport.records import Comparison, Relation, SpeechAct
from purport.resolve.accounts import SURE, Account
from purport.resolve.weighing import rarest, weight

if TYPE_CHECKING:
    from purport.dossier.entries import Told

ALONE, ONE_ORIGIN, UNCONFIRMED = "told by one report alone", "from one origin", "confirmed by nobody"
"""The fields of the section."""
TELLING = 5
"""The rarest stems of a claim by which it is looked for in other reports."""
ENOUGH = 12.0
"""How much these weigh together, at least, in a claim that tells something of its own."""
SHARED = 0.6
"""The part of them, by weight, that another report's claims must have for it to tell the same, at least."""
Item = tuple[str, str | None]
"""A report and a claim of it."""


def tell(told: Told) -> Iterator[Entry]:
    """What a report claims, or lets others claim, each with what it is looked for by in other reports."""
    for account in told.accounts:
        if account.speech_act is SpeechAct.STATEMENT and account.stated is not None and account.own.strip():
            yield _entry(told, account)


def _entry(told: Told, account: Account) -> Entry:
    named = dict.fromkeys(Thing(each.key, each.words) for each in account.parties if each.key in told.names and each.key is not None)
    first = next(iter(named), None)
    calls = [part for each in told.analysis.attributions if each.speech_act in CALLS for part in each.content]
    return Entry(
        Section.COVERAGE,
        first.entity if first else account.claim,
        first.words if first else account.speaker,
        ALONE,
        " ".join(account.words.split()),
        account.shown,
        account.factuality,
        claim=account.claim,
        by=account.speaker if account.source else None,
        by_entity=account.source.key if account.source else None,
        said=account.said,
        same=" ".join(rarest(account.stems, TELLING)),
        is_folded=any(part.start < span.end and span.start < part.end for span in account.shown for part in calls),
        who=tuple(named),
    )


def covered(entries: Sequence[Placed], context: Context) -> list[Line]:
    """The lines of a coverage: what all take from one origin, what is told by one and parted with, what one report alone tells."""
    told = {_item(each): each for each in sorted(entries, key=order)}
    agreeing = _beside(context.compared, Relation.AGREES)
    parting = _beside(context.compared, Relation.CONTRADICTS, Relation.DOUBTS)
    shared, open_ = [], []
    for group in _groups(told, agreeing):
        is_shared, is_parted = _reports(group) > 1, _is_parted(group, parting)
        made = _of_one(group, context) if is_shared or is_parted else None
        if made is not None:
            shared += [replace(made, field=ONE_ORIGIN)] if is_shared else []
            open_ += [replace(made, field=UNCONFIRMED, is_disputed=True)] if is_parted else []
    return shared + open_ + list(_alone(told, agreeing, context))


def _of_one(group: Sequence[Placed], context: Context) -> Line | None:
    """The line of a group of claims, if all of it comes from one origin."""
    origins = context.origins(group)
    return line(context.subject(group[0])[1], group, origins) if len(origins) == 1 else None


def _groups(told: Mapping[Item, Placed], agreeing: Mapping[Item, Collection[Item]]) -> Iterator[list[Placed]]:
    """Each claim that none before it agrees with, and those that agree with it."""
    seen: set[Item] = set()
    for item, each in told.items():
        if item in seen:
            continue
        group = [item, *sorted((other for other in agreeing.get(item, ()) if other in told), key=lambda other: order(told[other]))]
        seen.update(group)
        yield [each, *(told[other] for other in group[1:])]


def _is_parted(group: Sequence[Placed], parting: Mapping[Item, Collection[Item]]) -> bool:
    """Whether somebody is sure of what a group tells, and somebody else denies it, tells otherwise or leaves it open."""
    return group[0].entry.factuality in SURE and any(parting.get(_item(each)) for each in group)


def _alone(told: Mapping[Item, Placed], agreeing: Mapping[Item, Collection[Item]], context: Context) -> Iterator[Line]:
    """The claims of which another report has neither the like nor most of the telling words, though it speaks of the same."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    about: dict[str, set[str]] = defaultdict(set)
    for each in told.values():
        for stem in each.entry.same.split():
            by_stem[stem].add(each.report)
        for entity in _about(each, context):
            about[entity].add(each.report)
    for item, each in told.items():
        is_shared = any(len(about[entity]) > 1 for entity in _about(each, context))
        is_told = any(report != each.report for report, _ in agreeing.get(item, ()))
        if is_shared and not is_told and _is_own(each, by_stem):
            source = each.entry.by or each.path
            yield line(context.subject(each)[1], [each], (source,))


def _about(each: Placed, context: Context) -> list[str]:
    return [context.named(each.report, thing)[0] for thing in each.entry.who]


def _is_own(each: Placed, by_stem: Mapping[str, set[str]]) -> bool:
    """Whether a claim's telling words weigh enough, and no other report has most of them among those of its claims."""
    stems = each.entry.same.split()
    whole = weight(stems)
    if whole < ENOUGH:
        return False
    weights = {stem: weight([stem]) for stem in stems if len(by_stem[stem]) > 1}
    parts = (part for size in range(1, len(weights) + 1) for part in combinations(weights, size))
    enough = (part for part in parts if sum(weights[stem] for stem in part) >= SHARED * whole)
    return all(set.intersection(*(by_stem[stem] for stem in part)) == {each.report} for part in enough)


def _beside(compared: Iterable[Comparison], *relations: Relation) -> dict[Item, set[Item]]:
    """For each claim those that stand in some relations to it."""
    found: dict[Item, set[Item]] = defaultdict(set)
    for each in compared:
        if each.relation in relations:
            left, right = ((side.report, side.claim) for side in (each.left, each.right))
            found[left].add(right)
            found[right].add(left)
    return found


def _item(each: Placed) -> Item:
    return each.report, each.entry.claim


def _reports(group: Sequence[Placed]) -> int:
    return len({each.report for each in group})
