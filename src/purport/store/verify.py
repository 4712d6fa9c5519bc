"""Whether a case still is what was put into it.

The record of each report is read back and its rows are derived again: every stored word, digest and number that differs is a fault.
So are bytes that no longer have their digest, an id that is not that of its path and bytes, a reference to nothing, and whatever
the database finds wrong with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, select, text
from sqlalchemy.exc import DBAPIError

from purport.findings import Finding, Sound, digest_finding
from purport.ids import report_id
from purport.records import SCHEMA
from purport.store import tables
from purport.store.load import Stored, analysis, every_stored
from purport.store.rows import Row, rows


class FaultKind(StrEnum):
    """What is wrong."""

    DATABASE = "database"
    REFERENCE = "reference"
    DIGEST = "digest"
    ID = "id"
    WORDS = "words"
    RECORD = "record"
    DERIVED = "derived"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a case that is not what it must be.

    ``where`` names table, item and column; ``report`` and ``path`` are ``None`` where the fault is of the database as a whole.
    """

    what: FaultKind
    where: str
    expected: str
    found: str
    report: str | None = None
    path: str | None = None


def verify(connection: Connection) -> Iterator[Fault]:
    """Every fault of the case; none is put right."""
    try:
        yield from _database_faults(connection)
        yield from _reference_faults(connection)
        for stored in every_stored(connection):
            yield from _report_faults(connection, stored)
        yield from _sound_faults(connection)
        yield from _finding_faults(connection)
    except DBAPIError as error:
        yield Fault(FaultKind.DATABASE, "database", "a case that can be read", str(error.orig))


def _database_faults(connection: Connection) -> Iterator[Fault]:
    """What SQLite's own check finds; PostgreSQL has none to ask for, and reading every row is the check."""
    if connection.dialect.name == "sqlite":
        for message in connection.scalars(text("PRAGMA integrity_check")):
            if message != "ok":
                yield Fault(FaultKind.DATABASE, "database", "ok", message)


def _reference_faults(connection: Connection) -> Iterator[Fault]:
    for table in tables.metadata.sorted_tables:
        for key in sorted(table.foreign_key_constraints, key=lambda key: list(key.column_keys)):
            yield from _dangling(connection, table, key)


def _dangling(connection: Connection, table: Table, key: ForeignKeyConstraint) -> Iterator[Fault]:
    there = key.referred_table.alias("there")
    same = and_(*(element.parent == there.c[element.column.name] for element in key.elements))
    named = and_(*(element.parent.is_not(None) for element in key.elements))
    for row in connection.execute(select(table).where(named, ~select(there).where(same).exists())).mappings():
        found = " ".join(str(row[name]) for name in key.column_keys)
        where = place_of(table, dict(row), key.column_keys[-1])
        yield Fault(FaultKind.REFERENCE, where, f"a row in {key.referred_table.name}", found, row.get("report"))


def _report_faults(connection: Connection, stored: Stored) -> Iterator[Fault]:
    report = stored.report
    fault = partial(Fault, report=report["id"], path=report["path"])
    original = connection.scalar(select(tables.originals.c.bytes).where(tables.originals.c.sha256 == report["sha256"]))
    if original is not None and (found := sha256(original).hexdigest()) != report["sha256"]:
        yield fault(FaultKind.DIGEST, "originals bytes", report["sha256"], found)
    addresses = [address for address in (report["path"], report["url"]) if address is not None]
    ids = [report_id(address, report["sha256"]) for address in addresses]
    if report["id"] not in ids:
        yield fault(FaultKind.ID, "reports id", " or ".join(ids), report["id"])
    try:
        record = analysis(stored)
    except msgspec.MsgspecError as error:
        yield fault(FaultKind.RECORD, "record", "a record that can be read back", str(error))
        return
    for table, derived in rows(record, report["reader"]):
        yield from _row_faults(fault, table, derived, [report] if table is tables.reports else stored.layers[table])


def _sound_faults(connection: Connection) -> Iterator[Fault]:
    """Rows of files of recordings that are not what their records say. Where the files lie is not looked at."""
    for row in connection.execute(select(tables.sounds).order_by(tables.sounds.c.sha256)):
        where = f"sounds {row.sha256}"
        try:
            sound = msgspec.json.decode(row.record, type=Sound)
        except msgspec.MsgspecError as error:
            yield Fault(FaultKind.RECORD, f"{where} record", "a record that can be read back", str(error), path=row.path)
            continue
        for column in ("sha256", "pcm_sha256", "name", "path", "seconds"):
            expected, found = (str(getattr(each, column)) for each in (sound, row))
            if found != expected:
                yield Fault(_kind(column), f"{where} {column}", expected, found, path=row.path)


def _finding_faults(connection: Connection) -> Iterator[Fault]:
    """Findings that are not what their digests were made of."""
    named = tables.sound_findings.c
    for row in connection.execute(select(tables.sound_findings).order_by(named.sound, named.kind, named.other)):
        where = f"sound_findings {row.sound} {row.kind}"
        try:
            finding = msgspec.json.decode(row.record, type=Finding)
        except msgspec.MsgspecError as error:
            yield Fault(FaultKind.RECORD, f"{where} record", "a record that can be read back", str(error))
            continue
        made = digest_finding(finding.kind, finding.file, finding.method, finding.body)
        for expected, found in ((made, finding.digest), (made, row.digest), (finding.file, row.sound), (finding.kind, row.kind)):
            if expected != found:
                yield Fault(FaultKind.DIGEST, where, expected, found)
                break


def _row_faults(fault: Callable[..., Fault], table: Table, derived: Iterable[Row], found: Iterable[Row]) -> Iterator[Fault]:
    """Where the rows of one table are not what the record makes them. A record of another schema has another digest."""
    expected, there = _by_key(table, derived), _by_key(table, found)
    for key in sorted(expected.keys() | there.keys(), key=str):
        if key not in there or key not in expected:
            row = there.get(key) or expected[key]
            yield fault(FaultKind.RECORD, place_of(table, row), *(("a row", "none") if key in expected else ("none", "a row")))
            continue
        for column, value in expected[key].items():
            other_schema = column == "record_sha256" and expected[key]["schema"] != SCHEMA
            if there[key][column] != value and not other_schema:
                yield fault(_kind(column), place_of(table, expected[key], column), str(value), str(there[key][column]))


def _by_key(table: Table, rows: Iterable[Row]) -> Mapping[tuple[object, ...], Row]:
    names = ("report", "id") if table is tables.claims else tuple(table.primary_key.columns.keys())
    return {tuple(row[name] for name in names): row for row in rows}


def _kind(column: str) -> FaultKind:
    if column.endswith("sha256"):
        return FaultKind.DIGEST
    return FaultKind.WORDS if column.endswith(("words", "content", "context")) else FaultKind.RECORD


def place_of(table: Table, row: Mapping[str, Any], column: str = "") -> str:
    """A row in words: its table, the item it is or belongs to, its place, and the column."""
    item = next((row[name] for name in ("id", "attribution", "claim", "event", "recording") if row.get(name) is not None), None)
    place = row.get("number") if item is None or "id" not in row else None
    return " ".join(str(part) for part in (table.name, item, place, column) if part not in (None, ""))
