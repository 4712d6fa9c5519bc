"""The same happening told twice, in a case: tellings kept with the keys they are found by, ties between them, and the events they make.

A telling is compared with those that share a key, when its report is; what ties two is stored, with why. Which tellings are of one event
is derived from the ties whenever it is asked, together with what people have judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

import msgspec

from purport.records import Analysis, Interval, Judgement
from purport.resolve.case_events import LAYER, CaseEvent, case_events
from purport.resolve.happened import happened, keys
from purport.resolve.retold import Item, Tie, tie
from purport.resolve.standing import standing
from purport.resolve.told import Around, Names, Told, identified
from purport.store import Case, Fact, Shelf, StoredTie

TELLING, AROUND = "telling", "around"
HELD = 40_000
"""Tellings held in memory while reports are compared: some hundred megabytes."""
NOTHING: frozenset[str] = frozenset()


def telling_facts(analysis: Analysis, names: Names) -> list[Fact]:
    """What a report tells of as having happened, each with its keys, and what all of it shares."""
    report, told = analysis.report.id, happened(analysis, names)
    if not told:
        return []
    bare = Around(report)
    facts = [Fact(TELLING, report, each.event, _json(replace(each, around=bare)), keys(each)) for each in told]
    return [*facts, Fact(AROUND, report, report, _json(told[0].around))]


class Tellings:
    """Tellings of a case looked up, with the entities of the case; where there are too many, those told first give way."""

    def __init__(self) -> None:
        self._told: dict[Item, Told] = {}
        self._around: dict[str, Around] = {}

    def find(self, shelf: Shelf, items: Collection[Item]) -> Mapping[Item, Told]:
        """Those of some items, and maybe others."""
        new = {item: _told(record) for item, record in shelf.get_facts(TELLING, [each for each in items if each not in self._told]).items()}
        reports = {report for report, _ in new}
        around = shelf.get_facts(AROUND, [(each, each) for each in sorted(reports - self._around.keys())])
        self._around |= {report: msgspec.json.decode(record, type=Around) for (report, _), record in around.items()}
        named = shelf.names_in(reports)
        for item, told in new.items():
            whole = replace(told, around=self._around[item[0]])
            self._told[item] = identified(whole, lambda report, entity: named[report, entity][0] if (report, entity) in named else None)
        for item in [*islice(self._told, max(len(self._told) - HELD, 0))]:
            if item not in items:
                del self._told[item]
        return self._told


def tie_reports(shelf: Shelf, reports: Collection[str], ahead: Collection[str], tellings: Tellings) -> None:
    """Tie the tellings of reports with all that they may be one with, but for reports ahead, in place of what was found before."""
    shelf.forget_ties(reports)
    own = {item: keys(_told(record)) for item, record in shelf.facts_in(TELLING, reports).items()}
    near = shelf.find_items(TELLING, NOTHING.union(*own.values()))
    pairs = {
        (min(item, other), max(item, other))
        for item, found_by in own.items()
        for key in found_by
        for other in near.get(key, ())
        if other != item and other[0] not in ahead
    }
    told = tellings.find(shelf, {item for pair in pairs for item in pair})
    found = (tie(told[one], told[other]) for one, other in sorted(pairs))
    shelf.add_ties([StoredTie(each.left, each.right, each.score, each.why) for each in found if each is not None])


@dataclass(frozen=True, slots=True)
class Recounted:
    """What happened as a case tells it: the events, and their tellings."""

    events: tuple[CaseEvent, ...]
    told: Mapping[Item, Told]


def recount(case: Case, *, every: bool = True) -> Recounted:
    """The events of a case by their ids: ``every`` one, or only those whose tellings a tie or a judgement reaches."""
    judgements = event_judgements(case)
    with case.derived() as shelf:
        ties = [Tie(each.left, each.right, each.score, each.why) for each in shelf.every_tie()]
        items = {item for item, _ in shelf.every_fact(TELLING)} if every else _told_of(shelf, ties, judgements)
        told = Tellings().find(shelf, sorted(items))
    return Recounted(case_events(told, ties, judgements), told)


class Named(msgspec.Struct, frozen=True):
    """Who takes part in a telling, or where it happens, by the words of its report."""

    role: str
    words: str = ""


class Brief(msgspec.Struct, frozen=True):
    """As much of a telling as a list needs; nothing else of it is decoded."""

    form: str
    kind: str
    parties: tuple[Named, ...] = ()
    place: Named | None = None
    days: Interval = Interval()


def brief_tellings(case: Case) -> dict[Item, Brief]:
    """Every telling of a case in brief, by its report and event."""
    decoder = msgspec.json.Decoder(Brief)
    with case.derived() as shelf:
        return {item: decoder.decode(record) for item, record in shelf.every_fact(TELLING)}


def find_told(case: Case, items: Collection[Item]) -> Mapping[Item, Told]:
    """Some tellings of a case, with the entities of the case."""
    with case.derived() as shelf:
        return Tellings().find(shelf, sorted(items))


def told_again(case: Case, shelf: Shelf, among: Collection[Item] | None = None) -> dict[Item, str]:
    """The tellings of what is told of more than once, by the ids of the events that they are of; of some alone where these are given.

    Nothing is joined but by ties and judgements, so only what these reach is looked up.
    """
    judgements = event_judgements(case)
    found_ties = shelf.every_tie() if among is None or judgements else _ties_from(shelf, among)
    ties = [Tie(each.left, each.right, each.score, each.why) for each in found_ties]
    reached = _told_of(shelf, ties, judgements)
    told = Tellings().find(shelf, reached)
    found = case_events({item: told[item] for item in sorted(reached) if item in told}, ties, judgements)
    return {item: each.id for each in found if len(each.tellings) > 1 for item in each.tellings}


def _told_of(shelf: Shelf, ties: Iterable[Tie], judgements: Collection[Judgement]) -> set[Item]:
    """The tellings that ties or judgements are of."""
    judged = {event for each in judgements for event in (each.target, each.correction)}
    found = {item for item, _ in shelf.every_fact(TELLING) if item[1] in judged} if judgements else set[Item]()
    return found.union(*((each.left, each.right) for each in ties))


def _ties_from(shelf: Shelf, items: Collection[Item]) -> list[StoredTie]:
    """The ties that some events reach, those of one report after those of another."""
    reached, asked = set(items), set[str]()
    found: dict[tuple[Item, Item], StoredTie] = {}
    while reports := {report for report, _ in reached} - asked:
        asked |= reports
        found |= {(each.left, each.right): each for each in shelf.ties_of(reports)}
        edge = reached
        while edge:
            sides = [{each.left, each.right} for each in found.values() if not edge.isdisjoint((each.left, each.right))]
            edge = set[Item]().union(*sides) - reached
            reached |= edge
    return [found[pair] for pair in sorted(found) if pair[0] in reached]


def event_judgements(case: Case) -> list[Judgement]:
    """What people have judged of events, in the order in which they did."""
    return [each for each in standing(case.judgements()) if each.layer == LAYER]


def judge_events(case: Case, made: Iterable[Judgement]) -> None:
    """Keep what a person judges of events of reports, all of it or nothing."""
    with case.deriving() as shelf:
        for each in made:
            shelf.add_judgement(each)


def _told(record: str) -> Told:
    return msgspec.json.decode(record, type=Told)


def _json(record: object) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()
