"""What reports are compared by, and what comes of it: facts with the keys they are found by, links of signatures, entities of the case.

All of it is derived from the record and can be derived again. Nothing here is decided: ``purport.resolving`` says what is stored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select

from purport.records import Analysis, Comparison, Judgement
from purport.store import load
from purport.store.decisions import add_comparisons, add_judgement, clear_comparisons
from purport.store.tables import (
    bylines,
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
    signature_keys,
    signatures,
    ties,
    unsettled,
)

_PAGE = 400
"""Values in one query."""
_RULES = "rules"
CHANGES = "changes"
"""What ``meta`` calls the number of writes to a case."""
LAST = "\U0010ffff"
"""What stands after every other letter."""

Item = tuple[str, str]
"""A report, and an entity, claim or event of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An item of a report in some layer, as JSON, the keys that it is found by, and what those have in common that tell the same."""

    layer: str
    report: str
    item: str
    record: str
    keys: frozenset[str] = frozenset()
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class StoredLink:
    """Two signatures, the lesser first, of which kind their link is, and its score."""

    left: str
    right: str
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class StoredPassages:
    """What two reports share, as JSON."""

    left: str
    right: str
    record: str


@dataclass(frozen=True, slots=True)
class StoredTie:
    """Two events of reports that tell of one happening, the lesser first, how sure that is, and why."""

    left: Item
    right: Item
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Signed:
    """An item of a report, its signature, and which entity of the case it is, if any."""

    signature: str
    item: Item
    id: str | None


class Shelf:
    """What a case holds of what is derived, in one transaction; to write to it, that of the only writer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, version: str) -> None:
        """Take out all that was derived by other rules than these."""
        if self._connection.scalar(select(meta.c.value).where(meta.c.name == _RULES)) == version:
            return
        clear_comparisons(self._connection)
        for table in (ties, links, signature_keys, signatures, unsettled, passages, fact_keys, facts, entities, resolved):
            self._connection.execute(delete(table))
        self._connection.execute(delete(meta).where(meta.c.name == _RULES))
        self._connection.execute(insert(meta), {"name": _RULES, "value": version})

    def changes(self) -> int:
        """How often the case had been written to before this transaction."""
        return int(self._connection.scalar(select(meta.c.value).where(meta.c.name == CHANGES)) or 0)

    def has_facts(self, report: str, version: str) -> bool:
        """Whether it is there, by these rules, what a report is compared by."""
        wanted = select(resolved.c.report).where(resolved.c.report == report, resolved.c.version == version)
        return self._connection.scalar(wanted) is not None

    def add_facts(self, report: str, added: Sequence[Fact]) -> None:
        """The facts of a report, in place of those there are."""
        _drop_facts(self._connection, [report])
        if added:
            self._connection.execute(
                insert(facts),
                [
                    {"layer": each.layer, "report": report, "item": each.item, "record": each.record, "signature": each.signature}
                    for each in added
                ],
            )
        keyed = [{"layer": each.layer, "key": key, "report": report, "item": each.item} for each in added for key in sorted(each.keys)]
        if keyed:
            self._connection.execute(insert(fact_keys), keyed)
        self.unsettle({each.signature for each in added if each.signature is not None})

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

    def find_facts(self, layer: str, keys: Collection[str]) -> dict[Item, str]:
        """The records of the items of a layer that some keys find, as JSON."""
        beside = (facts.c.report == fact_keys.c.report) & (facts.c.item == fact_keys.c.item) & (facts.c.layer == fact_keys.c.layer)
        whole = select(facts.c.report, facts.c.item, facts.c.record).join_from(fact_keys, facts, beside)
        found: dict[Item, str] = {}
        for page in _pages(sorted(keys)):
            rows = self._connection.execute(whole.where(fact_keys.c.layer == layer, fact_keys.c.key.in_(page)))
            found |= {(row.report, row.item): row.record for row in rows}
        return found

    def get_facts(self, layer: str, items: Collection[Item]) -> dict[Item, str]:
        """The records of items, as JSON."""
        found: dict[Item, str] = {}
        wanted = set(items)
        for page in _pages(sorted({item for _, item in wanted})):
            rows = self._connection.execute(
                select(facts.c.report, facts.c.item, facts.c.record).where(facts.c.item.in_(page), facts.c.layer == layer)
            )
            found |= {(row.report, row.item): row.record for row in rows if (row.report, row.item) in wanted}
        return found

    def facts_of(self, layer: str, report: str) -> dict[Item, str]:
        """The records of a report, as JSON."""
        wanted = select(facts.c.item, facts.c.record).where(facts.c.layer == layer, facts.c.report == report).order_by(facts.c.item)
        return {(report, row.item): row.record for row in self._connection.execute(wanted)}

    def facts_in(self, layer: str, among: Collection[str]) -> dict[Item, str]:
        """The records of some reports, as JSON."""
        found: dict[Item, str] = {}
        for page in _pages(sorted(among)):
            wanted = select(facts.c.report, facts.c.item, facts.c.record).where(facts.c.layer == layer, facts.c.report.in_(page))
            found |= {(row.report, row.item): row.record for row in self._connection.execute(wanted)}
        return found

    def signatures_called(self, items: Collection[str]) -> set[str]:
        """The signatures of items by their own ids, in whichever report."""
        found: set[str] = set()
        for page in _pages(sorted(items)):
            wanted = select(facts.c.signature).where(facts.c.item.in_(page), facts.c.signature.is_not(None))
            found |= set(self._connection.scalars(wanted))
        return found

    def items_there(self, layer: str, items: Collection[str]) -> set[str]:
        """Those of some items, by their own ids, that a layer has in whichever report."""
        found: set[str] = set()
        for page in _pages(sorted(items)):
            found |= set(self._connection.scalars(select(facts.c.item).where(facts.c.item.in_(page), facts.c.layer == layer)))
        return found

    def every_fact(self, layer: str) -> Iterator[tuple[Item, str]]:
        """The records of a layer, by report and item."""
        wanted = select(facts.c.report, facts.c.item, facts.c.record).where(facts.c.layer == layer).order_by(facts.c.report, facts.c.item)
        for row in self._connection.execution_options(yield_per=_PAGE).execute(wanted):
            yield (row.report, row.item), row.record

    def signatures(self, wanted: Collection[str]) -> dict[str, str]:
        """What profiles tell that have a signature, as JSON, by signature; those that are not there are left out."""
        found: dict[str, str] = {}
        for page in _pages(sorted(wanted)):
            rows = self._connection.execute(select(signatures).where(signatures.c.signature.in_(page)))
            found |= {row.signature: row.record for row in rows}
        return found

    def find_signatures(self, keys: Collection[str]) -> set[str]:
        """The signatures that keys find."""
        found: set[str] = set()
        for page in _pages(sorted(keys)):
            found |= set(self._connection.scalars(select(signature_keys.c.signature).where(signature_keys.c.key.in_(page))))
        return found

    def add_signature(self, signature: str, record: str, keys: Collection[str], added: Sequence[StoredLink]) -> None:
        """Add a signature that is not there, with what finds it and its links."""
        self._connection.execute(insert(signatures), {"signature": signature, "record": record})
        if keys:
            self._connection.execute(insert(signature_keys), [{"key": key, "signature": signature} for key in sorted(keys)])
        if added:
            rows = [{"left": each.left, "right": each.right, "kind": each.kind, "score": each.score} for each in added]
            self._connection.execute(insert(links), rows)

    def every_link(self) -> list[StoredLink]:
        """All links, by their sides."""
        rows = self._connection.execute(select(links).order_by(links.c.left, links.c.right))
        return [StoredLink(row.left, row.right, row.kind, row.score) for row in rows]

    def beside(self, wanted: Collection[str], *, but: str) -> set[str]:
        """The signatures at the other ends of the links of some, but for links of one kind."""
        found: set[str] = set()
        for page in _pages(sorted(wanted)):
            for side, other in ((links.c.left, links.c.right), (links.c.right, links.c.left)):
                found.update(self._connection.scalars(select(other).where(side.in_(page), links.c.kind != but)))
        return found

    def links_among(self, wanted: Collection[str]) -> list[StoredLink]:
        """The links of which both sides are among some signatures, by their sides."""
        found: list[StoredLink] = []
        for page in _pages(sorted(wanted)):
            rows = self._connection.execute(select(links).where(links.c.left.in_(page)).order_by(links.c.left, links.c.right))
            found += [StoredLink(row.left, row.right, row.kind, row.score) for row in rows if row.right in wanted]
        return found

    def signatures_of(self, report: str) -> dict[str, str]:
        """The signature of each entity of a report."""
        own = select(facts.c.item, facts.c.signature).where(facts.c.report == report, facts.c.signature.is_not(None))
        return {row.item: row.signature for row in self._connection.execute(own)}

    def signatures_in(self, among: Collection[str]) -> dict[str, set[str]]:
        """The signatures of the members of entities of the case, by these."""
        beside = (entities.c.report == facts.c.report) & (entities.c.entity == facts.c.item)
        whole = select(entities.c.id, facts.c.signature).distinct().join_from(entities, facts, beside).where(facts.c.signature.is_not(None))
        found: dict[str, set[str]] = {}
        for page in _pages(sorted(among)):
            for row in self._connection.execute(whole.where(entities.c.id.in_(page))):
                found.setdefault(row.id, set()).add(row.signature)
        return found

    def keys_of(self, wanted: Collection[str]) -> dict[str, set[str]]:
        """What signatures are found by."""
        found: dict[str, set[str]] = {each: set() for each in wanted}
        for page in _pages(sorted(wanted)):
            for row in self._connection.execute(select(signature_keys).where(signature_keys.c.signature.in_(page))):
                found[row.signature].add(row.key)
        return found

    def signed(self, wanted: Collection[str]) -> list[Signed]:
        """The items that have some signatures, by report and item."""
        beside = (entities.c.report == facts.c.report) & (entities.c.entity == facts.c.item)
        whole = select(facts.c.signature, facts.c.report, facts.c.item, entities.c.id).outerjoin_from(facts, entities, beside)
        found: list[Signed] = []
        for page in _pages(sorted(wanted)):
            rows = self._connection.execute(whole.where(facts.c.signature.in_(page)))
            found += [Signed(row.signature, (row.report, row.item), row.id) for row in rows]
        return sorted(found, key=lambda each: each.item)

    def unsettle(self, wanted: Collection[str]) -> None:
        """Note that it is to be decided anew who is one of those that have some signatures."""
        _unsettle(self._connection, wanted)

    def unsettled(self) -> list[str]:
        """The signatures that it is to be decided anew for."""
        return list(self._connection.scalars(select(unsettled.c.signature).order_by(unsettled.c.signature)))

    def settle(self) -> None:
        """Note that all has been decided."""
        self._connection.execute(delete(unsettled))

    def name_entities(self, named: Mapping[Item, tuple[str, str] | None]) -> None:
        """Say which entity of the case each is, and its name; or that it is none."""
        if not named:
            return
        gone = delete(entities).where(entities.c.report == bindparam("of"), entities.c.entity == bindparam("which"))
        self._connection.execute(gone, [{"of": report, "which": entity} for report, entity in sorted(named)])
        rows = [
            {"report": report, "entity": entity, "id": value[0], "name": value[1]}
            for (report, entity), value in sorted(named.items())
            if value is not None
        ]
        if rows:
            self._connection.execute(insert(entities), rows)

    def entities_of(self, items: Collection[Item]) -> dict[Item, tuple[str, str]]:
        """Which entity of the case each is, and its name."""
        wanted = set(items)
        return {item: value for item, value in self.names_in({report for report, _ in wanted}).items() if item in wanted}

    def names_in(self, among: Collection[str]) -> dict[Item, tuple[str, str]]:
        """Which entity of the case each entity of some reports is, and its name."""
        found: dict[Item, tuple[str, str]] = {}
        for page in _pages(sorted(among)):
            wanted = select(entities).where(entities.c.report.in_(page))
            found |= {(row.report, row.entity): (row.id, row.name) for row in self._connection.execute(wanted)}
        return found

    def every_entity(self) -> dict[Item, tuple[str, str]]:
        """Which entity of the case each entity of each report is, and its name."""
        return {(row.report, row.entity): (row.id, row.name) for row in self._connection.execute(select(entities))}

    def count_reports(self, ids: Collection[str] | None = None) -> dict[tuple[str, str], int]:
        """How many reports name each entity of the case, or each of some, by its id and name."""
        whole = select(entities.c.id, entities.c.name, func.count(entities.c.report.distinct()).label("reports"))
        wanted = [whole] if ids is None else [whole.where(entities.c.id.in_(page)) for page in _pages(sorted(ids))]
        rows = (row for each in wanted for row in self._connection.execute(each.group_by(entities.c.id, entities.c.name)))
        return {(row.id, row.name): row.reports for row in rows}

    def ids_found(self, layer: str, begin: str, part: str) -> set[str]:
        """The entities of the case of which an item of a layer has a key that begins so and has some part after that."""
        beside = (entities.c.report == fact_keys.c.report) & (entities.c.entity == fact_keys.c.item)
        like = fact_keys.c.key.contains(part, autoescape=True)
        among = (fact_keys.c.layer == layer, fact_keys.c.key >= begin, fact_keys.c.key < begin + LAST, like)
        return set(self._connection.scalars(select(entities.c.id).distinct().join_from(fact_keys, entities, beside).where(*among)))

    def members_of(self, ids: Collection[str]) -> dict[Item, str]:
        """The members of some entities of the case, with the ids of these."""
        wanted = (select(entities).where(entities.c.id.in_(page)) for page in _pages(sorted(ids)))
        return {(row.report, row.entity): row.id for each in wanted for row in self._connection.execute(each)}

    def items_named(self, name: str) -> list[Item]:
        """The items of the entity of the case that has this id; where none has, of those that are called so."""
        whole = select(entities.c.report, entities.c.entity).order_by(entities.c.report, entities.c.entity)
        for known in (entities.c.id, entities.c.name):
            if found := [(row.report, row.entity) for row in self._connection.execute(whole.where(known == name))]:
                return found
        return []

    def called(self, among: Collection[str]) -> dict[str, str]:
        """What entities of the case are called."""
        found: dict[str, str] = {}
        for page in _pages(sorted(among)):
            wanted = select(entities.c.id, entities.c.name).where(entities.c.id.in_(page))
            found |= {row.id: row.name for row in self._connection.execute(wanted)}
        return found

    def most_named(self, most: int) -> list[tuple[str, str, int]]:
        """The entities of the case that most reports name: their ids, names, and how many reports those are."""
        reports_of = func.count(entities.c.report.distinct()).label("reports")
        wanted = select(entities.c.id, entities.c.name, reports_of).group_by(entities.c.id, entities.c.name)
        rows = self._connection.execute(wanted.order_by(reports_of.desc(), entities.c.name, entities.c.id).limit(most))
        return [(row.id, row.name, row.reports) for row in rows]

    def add_comparisons(self, added: Sequence[Comparison]) -> None:
        """Add comparisons, each in place of one with the same id."""
        add_comparisons(self._connection, added)

    def forget_comparisons(self, report: str) -> None:
        """Take out the comparisons of a report's claims."""
        wanted = select(comparisons.c.id).where(or_(comparisons.c.left_report == report, comparisons.c.right_report == report))
        for ids in _pages(list(self._connection.scalars(wanted))):
            self._connection.execute(delete(comparison_content).where(comparison_content.c.comparison.in_(ids)))
            self._connection.execute(delete(comparisons).where(comparisons.c.id.in_(ids)))

    def add_ties(self, added: Sequence[StoredTie]) -> None:
        """Add ties that are not there."""
        rows = [
            {
                "left_report": each.left[0],
                "left_event": each.left[1],
                "right_report": each.right[0],
                "right_event": each.right[1],
                "score": each.score,
                "why": each.why,
            }
            for each in added
        ]
        if rows:
            self._connection.execute(insert(ties), rows)

    def forget_ties(self, among: Collection[str]) -> None:
        """Take out the ties of the events of some reports."""
        for page in _pages(sorted(among)):
            self._connection.execute(delete(ties).where(or_(ties.c.left_report.in_(page), ties.c.right_report.in_(page))))

    def every_tie(self) -> list[StoredTie]:
        """All ties, by their sides."""
        return self._ties(select(ties).order_by(*ties.primary_key.columns))

    def ties_of(self, among: Collection[str]) -> list[StoredTie]:
        """The ties of the events of some reports."""
        sides = (ties.c.left_report, ties.c.right_report)
        found = {each for page in _pages(sorted(among)) for side in sides for each in self._ties(select(ties).where(side.in_(page)))}
        return sorted(found, key=lambda each: (each.left, each.right))

    def _ties(self, query: Select[tuple[Any, ...]]) -> list[StoredTie]:
        rows = self._connection.execute(query)
        return [StoredTie((row.left_report, row.left_event), (row.right_report, row.right_event), row.score, row.why) for row in rows]

    def add_judgement(self, judgement: Judgement) -> None:
        """Append a person's decision, together with what comes of it."""
        add_judgement(self._connection, judgement)

    def texts(self, wanted: Collection[str]) -> Iterator[Analysis]:
        """Reports with who wrote them and what is page text in them, and nothing else of what was read, by id."""
        for page in _pages(sorted(wanted)):
            yield from map(load.analysis, load.stored(self._connection, page, [bylines, furniture]))

    def forget(self, among: Collection[str]) -> None:
        """Take out what was derived from reports, so that it is derived anew."""
        for report in sorted(among):
            self.forget_comparisons(report)
        forget(self._connection, sorted(among))

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

    def passages_of(self, among: Collection[str]) -> list[StoredPassages]:
        """What some reports share with others."""
        found: dict[Item, str] = {}
        for page in _pages(sorted(among)):
            for side in (passages.c.left_report, passages.c.right_report):
                rows = self._connection.execute(select(passages).where(side.in_(page)))
                found |= {(row.left_report, row.right_report): row.record for row in rows}
        return [StoredPassages(*pair, record) for pair, record in found.items()]

    def mark(self, reports: Collection[str], version: str, *, compared: bool) -> None:
        """Note that the facts of reports are there by these rules, and whether the reports have been compared."""
        for page in _pages(sorted(reports)):
            self._connection.execute(delete(resolved).where(resolved.c.report.in_(page)))
            self._connection.execute(insert(resolved), [{"report": each, "version": version, "compared": compared} for each in page])


def without_facts(connection: Connection, version: str) -> list[str]:
    """The reports whose facts are not there by these rules, by path and id."""
    done = select(resolved.c.report).where(resolved.c.version == version)
    return _left(connection, done)


def unresolved(connection: Connection, version: str) -> list[str]:
    """The reports not compared by these rules yet, by path and id."""
    done = select(resolved.c.report).where(resolved.c.version == version, resolved.c.compared)
    return _left(connection, done)


def _left(connection: Connection, done: Select[tuple[str]]) -> list[str]:
    return list(connection.scalars(select(reports.c.id).where(reports.c.id.not_in(done)).order_by(reports.c.path, reports.c.id)))


def forget(connection: Connection, gone: Sequence[str]) -> None:
    """Take out what was derived from reports. For those whom they named, and whom people have judged with them, all is decided anew."""
    for page in _pages(gone):
        _unsettle(connection, _judged_with(connection, page))
        _drop_facts(connection, page)
        for table in (passages, ties):
            connection.execute(delete(table).where(or_(table.c.left_report.in_(page), table.c.right_report.in_(page))))
        for table in (entities, resolved):
            connection.execute(delete(table).where(table.c.report.in_(page)))


def _judged_with(connection: Connection, gone: Sequence[str]) -> set[str]:
    """The signatures of those whom people have judged together with some that reports name."""
    own = select(facts.c.item).where(facts.c.report.in_(gone))
    found = set(connection.scalars(select(judgements.c.correction).where(judgements.c.target.in_(own))))
    found |= set(connection.scalars(select(judgements.c.target).where(judgements.c.correction.in_(own))))
    items = sorted(each for each in found if each is not None)
    wanted = (select(facts.c.signature).where(facts.c.item.in_(page), facts.c.signature.is_not(None)) for page in _pages(items))
    return {signature for each in wanted for signature in connection.scalars(each)}


def _drop_facts(connection: Connection, gone: Sequence[str]) -> None:
    """Take out the facts of reports, and the signatures that nothing has any more; all beside those is unsettled."""
    had = set(connection.scalars(select(facts.c.signature).where(facts.c.report.in_(gone), facts.c.signature.is_not(None))))
    for table in (facts, fact_keys):
        connection.execute(delete(table).where(table.c.report.in_(gone)))
    for page in _pages(sorted(had)):
        left = set(connection.scalars(select(facts.c.signature).where(facts.c.signature.in_(page)).distinct()))
        lost = sorted(set(page) - left)
        touching = or_(links.c.left.in_(lost), links.c.right.in_(lost))
        beside = {side for row in connection.execute(select(links.c.left, links.c.right).where(touching)) for side in row}
        _unsettle(connection, (left | beside) - set(lost))
        connection.execute(delete(links).where(touching))
        for own in (signatures, signature_keys, unsettled):
            connection.execute(delete(own).where(own.c.signature.in_(lost)))


def _unsettle(connection: Connection, wanted: Collection[str]) -> None:
    for page in _pages(sorted(wanted)):
        connection.execute(delete(unsettled).where(unsettled.c.signature.in_(page)))
        connection.execute(insert(unsettled), [{"signature": each} for each in page])


def _pages(items: Sequence[str] | Sequence[Item]) -> Iterator[list]:  # type: ignore[type-arg]
    return (list(items[first : first + _PAGE]) for first in range(0, len(items), _PAGE))
