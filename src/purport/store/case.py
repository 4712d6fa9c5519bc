"""A case: everything about one inquiry, in one database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Integer, Text, cast, func, insert, inspect, select, update

from purport.errors import StoreError
from purport.records import Analysis, Comparison, Judgement, Relation, SpeechAct
from purport.store import decisions, listing, load, query, schema, tables, verify, write
from purport.store.counts import Counts, count
from purport.store.database import WAIT, Database, batched, connect
from purport.store.derived import CHANGES, Shelf, unresolved, without_facts
from purport.store.differences import differences
from purport.store.sounds import Sounds


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read, and why."""

    path: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report was found, when it was taken there, when it came out and where, as far as that is known."""

    report: str
    path: str
    url: str | None
    retrieved: str | None
    not_before: str | None = None
    not_after: str | None = None
    outlet: str | None = None


class Case:
    """Reports and what was read from them, kept in a file or in PostgreSQL. Use it in a ``with`` statement, or close it.

    Every method raises ``StoreError`` where the database cannot do what is asked: nothing of that write is then kept. What iterates
    reads as it goes; take what is needed before the case is closed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, address: str, *, create: bool = False, wait: float = WAIT) -> Self:
        """The case at a file path or PostgreSQL URL, brought to the present schema; with ``create`` a new one if there is none.

        ``StoreError`` where there is no case, something else, a case of a newer schema, or no right to it.
        """
        database = connect(address, create=create, wait=wait)
        try:
            _prepare(database, create)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        """Close every connection."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(self, analysis: Analysis, original: bytes, *, reader: str) -> bool:
        """Add one report as ``add_many`` does; whether anything changed."""
        return self.add_many([(analysis, original)], reader=reader) == 1

    def add_many(self, items: Iterable[write.Item], *, reader: str) -> int:
        """Add reports, each with the bytes it came from, all or none; how many were new or read by another reader before.

        A report that ``reader`` has read already is left as it is. One that another reader read is read anew: its rows, and the
        comparisons made with them, give way to these; judgements stay. A noted failure of its path is cleared. ``ReportError``
        names a report whose bytes, ids, references or spans do not agree; nothing of the batch is then kept.
        """
        with self._writing() as connection:
            return write.add(connection, items, reader)

    def known(self) -> dict[str, str]:
        """The reader that read each report, by the report's id."""
        with self._database.reading() as connection:
            return write.readers(connection)

    def failed(self, path: str, reason: str, *, kind: str = "ReportError") -> None:
        """Note that the report at ``path`` could not be read."""
        with self._writing() as connection:
            write.fail(connection, path, reason, kind)

    def failures(self) -> Iterator[Failure]:
        """What could not be read and has not been since, by path."""
        with self._database.reading() as connection:
            for row in connection.execute(select(tables.failures).order_by(tables.failures.c.path)):
                yield Failure(row.path, row.kind, row.reason)

    def analysis(self, report_id: str) -> Analysis:
        """The record of one report, equal to what was added; ``StoreError`` where the case has none of that id."""
        with self._database.reading() as connection:
            for stored in load.stored(connection, [report_id]):
                return load.analysis(stored)
        raise StoreError(f"{self._database.address}: there is no report {report_id}")

    def analyses(self, reports: Sequence[str] | None = None) -> Iterator[Analysis]:
        """The records of some reports in their order, or every one by path and id, a few in memory at a time."""
        with self._database.reading() as connection:
            yield from map(load.analysis, load.every_stored(connection, reports))

    def original(self, report_id: str) -> bytes:
        """The bytes that a report came from; ``StoreError`` where the case has none of that id."""
        originals, reports = tables.originals, tables.reports
        wanted = select(originals.c.bytes).join(reports, reports.c.sha256 == originals.c.sha256).where(reports.c.id == report_id)
        with self._database.reading() as connection:
            found = connection.scalar(wanted)
        if found is None:
            raise StoreError(f"{self._database.address}: there is no report {report_id}")
        return bytes(found)

    def claims(self, asked: query.ClaimQuery = query.EVERY_CLAIM) -> Iterator[query.ClaimRow]:
        """The claims asked for, by path of their report and place in it."""
        with self._database.reading() as connection:
            yield from query.find_claims(connection, asked)

    def count_claims(self, asked: query.ClaimQuery = query.EVERY_CLAIM) -> list[query.ClaimCount]:
        """How many claims there are of those asked for, whatever their limit, apart by outlet, source type, certainty and speech act."""
        with self._database.reading() as connection:
            return list(query.count_claims(connection, asked))

    def spoken(self, reports: Collection[str], acts: Collection[SpeechAct]) -> Iterator[query.SpokenRow]:
        """The words of the claims of some reports that are speech of some kinds, such as threats."""
        with self._database.reading() as connection:
            yield from query.find_spoken(connection, reports, acts)

    def report_of(self, claim: str) -> str | None:
        """The report that a claim of this id stands in."""
        with self._database.reading() as connection:
            return connection.scalar(select(tables.claims.c.report).where(tables.claims.c.id == claim))

    def counts(self) -> Counts:
        """How much the case holds."""
        with self._database.reading() as connection:
            return count(connection)

    def differences(self, anew: Case) -> Iterator[verify.Fault]:
        """Where what is derived here differs from what was derived ``anew`` from the same reports and judgements."""
        with self._database.reading() as connection, anew._database.reading() as other:
            yield from differences(connection, other)

    def verify(self) -> Iterator[verify.Fault]:
        """Everything in the case that is not what was put into it; nothing where all is well."""
        with self._database.reading() as connection:
            yield from verify.verify(connection)

    def add_judgement(self, judgement: Judgement) -> None:
        """Append a person's decision; ``StoreError`` where its id is taken."""
        with self._writing() as connection:
            decisions.add_judgement(connection, judgement)

    def judgements(self, target: str | None = None) -> Iterator[Judgement]:
        """The decisions on ``target``, or all, in the order in which they were made."""
        with self._database.reading() as connection:
            yield from decisions.list_judgements(connection, target)

    def add_comparisons(self, comparisons: Iterable[Comparison], *, replace: bool = False) -> None:
        """Add comparisons, each in place of one with the same id; with ``replace`` in place of all there are."""
        with self._writing() as connection:
            if replace:
                decisions.clear_comparisons(connection)
            decisions.add_comparisons(connection, comparisons)

    def comparisons(self, relation: Relation | None = None, *, touching: Collection[str] | None = None) -> Iterator[Comparison]:
        """The comparisons of one relation, or all, by the paths of left and right; those ``touching`` some reports if given."""
        with self._database.reading() as connection:
            yield from decisions.list_comparisons(connection, relation, touching)

    def comparisons_of(self, report: str, claim: str) -> list[Comparison]:
        """The comparisons of which a claim of a report is a side."""
        with self._database.reading() as connection:
            return decisions.comparisons_of(connection, report, claim)

    def comparison(self, id_: str) -> Comparison | None:
        """The comparison that has an id."""
        with self._database.reading() as connection:
            return decisions.find_comparison(connection, id_)

    def unresolved(self, version: str) -> list[str]:
        """The reports not compared with the others by these rules yet, by path and id."""
        with self._database.reading() as connection:
            return unresolved(connection, version)

    def without_facts(self, version: str) -> list[str]:
        """The reports of which it is not there yet what they are compared by, by path and id."""
        with self._database.reading() as connection:
            return without_facts(connection, version)

    def places(self, reports: Collection[str] | None = None) -> Iterator[Place]:
        """Where each report of the case, or each of some, was found and when, by path and id; nothing else of it is read."""
        found = tables.reports.c
        days = (found.published_not_before, found.published_not_after)
        every = select(found.id, found.path, found.url, found.retrieved, *days, found.outlet)
        wanted = [every] if reports is None else [every.where(found.id.in_(page)) for page in batched(sorted(set(reports)))]
        with self._database.reading() as connection:
            rows = [Place(*row) for each in wanted for row in connection.execute(each)]
        yield from sorted(rows, key=lambda each: (each.path, each.report))

    def reports(self) -> Iterator[listing.ReportRow]:
        """Every report as a line of a listing, by path and id."""
        with self._database.reading() as connection:
            yield from listing.list_reports(connection)

    def changes(self, *, but: str | None = None) -> int:
        """How often the case has been written to: the same number as before means that nothing in it is another.

        Judgements in the layer ``but``, each of which is a write of its own, are not counted.
        """
        judged = select(func.count()).select_from(tables.judgements).where(tables.judgements.c.layer == but).scalar_subquery()
        wanted = select(tables.meta.c.value, judged).where(tables.meta.c.name == CHANGES)
        with self._database.reading() as connection:
            found = connection.execute(wanted).one_or_none()
        return int(found[0]) - found[1] if found else 0

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction of the only writer, counted among the changes."""
        with self._database.writing() as connection:
            yield connection
            counted = update(tables.meta).where(tables.meta.c.name == CHANGES)
            if not connection.execute(counted.values(value=cast(cast(tables.meta.c.value, Integer) + 1, Text))).rowcount:
                connection.execute(insert(tables.meta), {"name": CHANGES, "value": "1"})

    @contextmanager
    def derived(self) -> Iterator[Shelf]:
        """What is derived from the reports, to be looked up only."""
        with self._database.reading() as connection:
            yield Shelf(connection)

    @contextmanager
    def deriving(self) -> Iterator[Shelf]:
        """The same, to be written too: all of it is kept at the end, or nothing."""
        with self._writing() as connection:
            yield Shelf(connection)

    @contextmanager
    def sounds(self) -> Iterator[Sounds]:
        """The files of recordings, what is said of them and was found in them, to be looked up only."""
        with self._database.reading() as connection:
            yield Sounds(connection)

    @contextmanager
    def adding_sounds(self) -> Iterator[Sounds]:
        """The same, to be written too: all of it is kept at the end, or nothing."""
        with self._writing() as connection:
            yield Sounds(connection)


def _prepare(database: Database, create: bool) -> None:
    """Bring a case to the present schema; refuse what is none."""
    with database.reading() as connection:
        taken = schema.version(connection)
        others = taken is None and inspect(connection).get_table_names()
    if others:
        raise StoreError(f"{database.address}: not a case: a database of other tables")
    if taken is None and not create:
        raise StoreError(f"{database.address}: there is no case in it")
    while taken != schema.VERSION:
        with database.writing() as connection:
            taken = schema.step(connection, database.address)
