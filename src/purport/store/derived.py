"""What reports are compared by, and what comes of it: facts with the keys they are found by, links between entities, entities of the case.

All of it is derived from the record and can be derived again. Nothing here is decided: ``purport.resolving`` says what is stored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, tuple_

from purport.records import Analysis, Comparison, Judgement
from purport.store import load
from purport.store.decisions import add_comparisons, add_judgement, clear_comparisons
from purport.store.tables import (
    comparison_content,
    comparisons,
    entities,
    fact_keys,
    facts,
    furniture,
    judgements,
    links,
    meta,
    passages,
    reports,
    resolved,
)

_PAGE = 400
"""Values in one query."""
_RULES = "rules"

Item = tuple[str, str]
"""A report, and an entity or claim of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An item of a report in some layer, as JSON, and the keys that it is found by."""

    layer: str
    report: str
    item: str
    record: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class StoredLink:
    """Two entities of two reports that may be one, and why, as JSON."""

    left: Item
    right: Item
    record: str


@dataclass(frozen=True, slots=True)
class StoredPassages:
    """What two reports share, as JSON."""

    left: str
    right: str
    record: str


class Shelf:
    """What a case holds of what is derived, in one transaction; to write to it, that of the only writer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, version: str) -> None:
        """Take out all that was derived by other rules than these."""
        if rules(self._connection) == version:
            return
        clear_comparisons(self._connection)
        for table in (links, passages, fact_keys, facts, entities, resolved):
            self._connection.execute(delete(table))
        self._connection.execute(delete(meta).where(meta.c.name == _RULES))
        self._connection.execute(insert(meta), {"name": _RULES, "value": version})

    def add_facts(self, report: str, added: Sequence[Fact]) -> None:
        """The facts of a report, in place of those there are."""
        for table in (facts, fact_keys):
            self._connection.execute(delete(table).where(table.c.report == report))
        if added:
            self._connection.execute(
                insert(facts), [{"layer": each.layer, "report": report, "item": each.item, "record": each.record} for each in added]
            )
        keyed = [{"layer": each.layer, "key": key, "report": report, "item": each.item} for each in added for key in sorted(each.keys)]
        if keyed:
            self._connection.execute(insert(fact_keys), keyed)

    def find_items(self, layer: str, keys: Collection[str]) -> dict[str, list[Item]]:
        """The items of a layer that each key finds, in order of reports and items."""
        found: dict[str, list[Item]] = {}
        for page in _pages(sorted(keys)):
            wanted = select(fact_keys.c.key, fact_keys.c.report, fact_keys.c.item).where(
                fact_keys.c.layer == layer, fact_keys.c.key.in_(page)
            )
            for row in self._connection.execute(wanted.order_by(fact_keys.c.key, fact_keys.c.report, fact_keys.c.item)):
                found.setdefault(row.key, []).append((row.report, row.item))
        return found

    def get_facts(self, layer: str, items: Collection[Item]) -> dict[Item, str]:
        """The records of items, as JSON."""
        found: dict[Item, str] = {}
        for page in _pages(sorted(items)):
            wanted = select(facts.c.report, facts.c.item, facts.c.record).where(
                facts.c.layer == layer, tuple_(facts.c.report, facts.c.item).in_(page)
            )
            found |= {(row.report, row.item): row.record for row in self._connection.execute(wanted)}
        return found

    def items_called(self, layer: str, items: Collection[str]) -> list[Item]:
        """The items of a layer by their own ids, in whichever report."""
        found: list[Item] = []
        for page in _pages(sorted(items)):
            wanted = select(facts.c.report, facts.c.item).where(facts.c.layer == layer, facts.c.item.in_(page))
            found += [(row.report, row.item) for row in self._connection.execute(wanted)]
        return sorted(found)

    def every_fact(self, layer: str) -> Iterator[tuple[Item, str]]:
        """The records of a layer, by report and item."""
        wanted = select(facts.c.report, facts.c.item, facts.c.record).where(facts.c.layer == layer).order_by(facts.c.report, facts.c.item)
        for row in self._connection.execution_options(yield_per=_PAGE).execute(wanted):
            yield (row.report, row.item), row.record

    def add_links(self, report: str, added: Sequence[StoredLink], beside: Collection[Item] = ()) -> None:
        """The links of a report's entities and of some others, in place of those there are."""
        self._connection.execute(delete(links).where(or_(links.c.left_report == report, links.c.right_report == report)))
        left, right = tuple_(links.c.left_report, links.c.left_entity), tuple_(links.c.right_report, links.c.right_entity)
        for page in _pages(sorted(beside)):
            self._connection.execute(delete(links).where(or_(left.in_(page), right.in_(page))))
        rows = [
            {"left_report": each.left[0], "left_entity": each.left[1], "right_report": each.right[0], "right_entity": each.right[1]}
            | {"record": each.record}
            for each in added
        ]
        if rows:
            self._connection.execute(insert(links), rows)

    def every_link(self) -> Iterator[StoredLink]:
        """All links, by their sides."""
        wanted = select(links).order_by(links.c.left_report, links.c.left_entity, links.c.right_report, links.c.right_entity)
        for row in self._connection.execution_options(yield_per=_PAGE).execute(wanted):
            yield StoredLink((row.left_report, row.left_entity), (row.right_report, row.right_entity), row.record)

    def links_of(self, items: Collection[Item]) -> list[StoredLink]:
        """The links that lead from entities, or to them."""
        found: dict[tuple[Item, Item], StoredLink] = {}
        left, right = tuple_(links.c.left_report, links.c.left_entity), tuple_(links.c.right_report, links.c.right_entity)
        for page in _pages(sorted(items)):
            for row in self._connection.execute(select(links).where(or_(left.in_(page), right.in_(page)))):
                one, other = (row.left_report, row.left_entity), (row.right_report, row.right_entity)
                found[one, other] = StoredLink(one, other, row.record)
        return [found[pair] for pair in sorted(found)]

    def name_entities(self, items: Collection[Item], named: Mapping[Item, tuple[str, str]]) -> list[Item]:
        """Say which entity of the case each is, and its name; those not named are none. Those of which that has changed."""
        there = self.entities_of(items)
        changed = sorted(item for item in items if there.get(item) != named.get(item))
        for page in _pages(changed):
            self._connection.execute(delete(entities).where(tuple_(entities.c.report, entities.c.entity).in_(page)))
            rows = [
                {"report": report, "entity": entity, "id": named[report, entity][0], "name": named[report, entity][1]}
                for report, entity in page
                if (report, entity) in named
            ]
            if rows:
                self._connection.execute(insert(entities), rows)
        return changed

    def entities_of(self, items: Iterable[Item]) -> dict[Item, tuple[str, str]]:
        """Which entity of the case each is, and its name."""
        found: dict[Item, tuple[str, str]] = {}
        for page in _pages(sorted(items)):
            wanted = select(entities).where(tuple_(entities.c.report, entities.c.entity).in_(page))
            found |= {(row.report, row.entity): (row.id, row.name) for row in self._connection.execute(wanted)}
        return found

    def names_in(self, among: Collection[str]) -> dict[Item, tuple[str, str]]:
        """Which entity of the case each entity of some reports is, and its name."""
        found: dict[Item, tuple[str, str]] = {}
        for page in _pages(sorted(among)):
            wanted = select(entities).where(entities.c.report.in_(page))
            found |= {(row.report, row.entity): (row.id, row.name) for row in self._connection.execute(wanted)}
        return found

    def called(self, among: Collection[str]) -> dict[str, str]:
        """What entities of the case are called."""
        found: dict[str, str] = {}
        for page in _pages(sorted(among)):
            wanted = select(entities.c.id, entities.c.name).where(entities.c.id.in_(page))
            found |= {row.id: row.name for row in self._connection.execute(wanted)}
        return found

    def add_comparisons(self, added: Sequence[Comparison]) -> None:
        """Add comparisons, each in place of one with the same id."""
        add_comparisons(self._connection, added)

    def forget_comparisons(self, claims: Collection[Item]) -> None:
        """Take out the comparisons of claims."""
        left = tuple_(comparisons.c.left_report, comparisons.c.left_claim)
        right = tuple_(comparisons.c.right_report, comparisons.c.right_claim)
        for page in _pages(sorted(claims)):
            gone = list(self._connection.scalars(select(comparisons.c.id).where(or_(left.in_(page), right.in_(page)))))
            for ids in _pages(gone):
                self._connection.execute(delete(comparison_content).where(comparison_content.c.comparison.in_(ids)))
                self._connection.execute(delete(comparisons).where(comparisons.c.id.in_(ids)))

    def add_judgement(self, judgement: Judgement) -> None:
        """Append a person's decision, together with what comes of it."""
        add_judgement(self._connection, judgement)

    def texts(self, wanted: Collection[str]) -> Iterator[Analysis]:
        """Reports with what is page text in them, and nothing else of what was read, by id."""
        for page in _pages(sorted(wanted)):
            yield from map(load.analysis, load.stored(self._connection, page, [furniture]))

    def add_passages(self, report: str, added: Sequence[StoredPassages]) -> None:
        """What a report shares with others, in place of what there is."""
        self._connection.execute(delete(passages).where(or_(passages.c.left_report == report, passages.c.right_report == report)))
        if added:
            rows = [{"left_report": each.left, "right_report": each.right, "record": each.record} for each in added]
            self._connection.execute(insert(passages), rows)

    def passages_among(self, among: Collection[str]) -> list[StoredPassages]:
        """What some reports share with one another, by left and right."""
        found = []
        for page in _pages(sorted(among)):
            rows = self._connection.execute(select(passages).where(passages.c.left_report.in_(page)))
            found += [StoredPassages(row.left_report, row.right_report, row.record) for row in rows if row.right_report in among]
        return sorted(found, key=lambda each: (each.left, each.right))

    def mark_resolved(self, report: str, version: str) -> None:
        """Note that a report has been compared by these rules."""
        self._connection.execute(delete(resolved).where(resolved.c.report == report))
        self._connection.execute(insert(resolved), {"report": report, "version": version})


def rules(connection: Connection) -> str | None:
    """By which rules all that is derived was; ``None`` where nothing is yet."""
    found: str | None = connection.scalar(select(meta.c.value).where(meta.c.name == _RULES))
    return found


def unresolved(connection: Connection, version: str) -> list[str]:
    """The reports not compared by these rules yet, by path and id."""
    done = select(resolved.c.report).where(resolved.c.version == version)
    return list(connection.scalars(select(reports.c.id).where(reports.c.id.not_in(done)).order_by(reports.c.path, reports.c.id)))


def forget(connection: Connection, gone: Sequence[str]) -> None:
    """Take out what was derived from reports. Those whose entities were linked to theirs, or judged with them, are to be compared anew."""
    for page in _pages(gone):
        touched = or_(links.c.left_report.in_(page), links.c.right_report.in_(page))
        pairs = connection.execute(select(links.c.left_report, links.c.right_report).where(touched)).all()
        beside = {report for pair in pairs for report in pair} | _judged_with(connection, page)
        for near in _pages(sorted(beside)):
            connection.execute(delete(resolved).where(resolved.c.report.in_(near)))
        connection.execute(delete(links).where(touched))
        connection.execute(delete(passages).where(or_(passages.c.left_report.in_(page), passages.c.right_report.in_(page))))
        for table in (facts, fact_keys, entities, resolved):
            connection.execute(delete(table).where(table.c.report.in_(page)))


def _judged_with(connection: Connection, gone: Sequence[str]) -> set[str]:
    """The reports whose items people have judged together with those of some reports."""
    own = select(facts.c.item).where(facts.c.report.in_(gone))
    found = set(connection.scalars(select(judgements.c.correction).where(judgements.c.target.in_(own))))
    found |= set(connection.scalars(select(judgements.c.target).where(judgements.c.correction.in_(own))))
    items = sorted(each for each in found if each is not None)
    return {report for page in _pages(items) for report in connection.scalars(select(facts.c.report).where(facts.c.item.in_(page)))}


def _pages(items: Sequence[str] | Sequence[Item]) -> Iterator[list]:  # type: ignore[type-arg]
    return (list(items[first : first + _PAGE]) for first in range(0, len(items), _PAGE))
