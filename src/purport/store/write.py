"""Reports into their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, Table, delete, insert, or_, select

from purport.records import Analysis
from purport.store import derived, search, tables
from purport.store.check import checked
from purport.store.rows import Row

Item = tuple[Analysis, bytes]

_CHUNK = 50
"""Reports whose rows are written together: about 20,000 rows, so that a batch of any length stays small in memory."""


def add(connection: Connection, items: Iterable[Item], reader: str) -> int:
    """Add the reports that this reader has not read yet, in place of what another reader made of them; how many those are."""
    remaining = iter(items)
    return sum(_add(connection, chunk, reader) for chunk in _chunks(remaining))


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    while chunk := list(islice(items, _CHUNK)):
        yield chunk


def _add(connection: Connection, chunk: Sequence[Item], reader: str) -> int:
    known = readers(connection, [analysis.report.id for analysis, _ in chunk])
    fresh = {analysis.report.id: (analysis, original) for analysis, original in chunk if known.get(analysis.report.id) != reader}
    remove(connection, [id_ for id_ in fresh if id_ in known])
    _add_originals(connection, {analysis.report.sha256: original for analysis, original in fresh.values()})
    gathered: dict[Table, list[Row]] = {}
    for analysis, original in fresh.values():
        for table, rows in checked(analysis, original, reader).items():
            gathered.setdefault(table, []).extend(rows)
    for table, rows in gathered.items():
        if rows:
            connection.execute(insert(table), rows)
    search.index(connection, gathered.get(tables.claims, []))
    _succeeded(connection, [analysis.report.path for analysis, _ in chunk])
    return len(fresh)


def readers(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, str]:
    """Which reader read each report, of those in ``ids`` or of all."""
    query = select(tables.reports.c.id, tables.reports.c.reader)
    if ids is not None:
        query = query.where(tables.reports.c.id.in_(ids))
    return {row.id: row.reader for row in connection.execute(query)}


def remove(connection: Connection, reports: Sequence[str]) -> None:
    """Take out what was read from reports and the comparisons made with them. Originals and judgements stay."""
    if not reports:
        return
    search.forget(connection, reports)
    compared = or_(tables.comparisons.c.left_report.in_(reports), tables.comparisons.c.right_report.in_(reports))
    gone = select(tables.comparisons.c.id).where(compared)
    connection.execute(delete(tables.comparison_content).where(tables.comparison_content.c.comparison.in_(gone)))
    connection.execute(delete(tables.comparisons).where(compared))
    derived.forget(connection, reports)
    for table in reversed(tables.LAYERS):
        connection.execute(delete(table).where(table.c.report.in_(reports)))
    connection.execute(delete(tables.reports).where(tables.reports.c.id.in_(reports)))


def fail(connection: Connection, path: str, reason: str, kind: str) -> None:
    """Note that a report could not be read, in place of an earlier note. In a name that is no UTF-8 the bytes are spelt out."""
    path, reason = (part.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0") for part in (path, reason))
    _succeeded(connection, [path])
    connection.execute(insert(tables.failures), {"path": path, "reason": reason, "kind": kind})


def _succeeded(connection: Connection, paths: Sequence[str]) -> None:
    connection.execute(delete(tables.failures).where(tables.failures.c.path.in_(paths)))


def _add_originals(connection: Connection, originals: Mapping[str, bytes]) -> None:
    there = set(connection.scalars(select(tables.originals.c.sha256).where(tables.originals.c.sha256.in_(originals))))
    new = [{"sha256": sha256, "bytes": original} for sha256, original in originals.items() if sha256 not in there]
    if new:
        connection.execute(insert(tables.originals), new)
