"""What is derived in one case and not in another of the same reports and judgements, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, Text, collate, select

from purport.store import tables
from purport.store.verify import Fault, FaultKind, place_of

DERIVED = (
    tables.facts,
    tables.fact_keys,
    tables.signatures,
    tables.signature_keys,
    tables.links,
    tables.passages,
    tables.entities,
    tables.resolved,
    tables.comparisons,
    tables.comparison_content,
)
"""The tables that are made by comparing reports, and can be made again."""
_PAGE = 500
Values = Mapping[str, Any]


def differences(connection: Connection, anew: Connection) -> Iterator[Fault]:
    """Where what is derived differs from what was derived ``anew``, which is what is expected; by table and key."""
    paths = {row.id: row.path for row in connection.execute(select(tables.reports.c.id, tables.reports.c.path))}
    for table in DERIVED:
        for expected, found in _side_by_side(table, _rows(anew, table), _rows(connection, table)):
            row = found or expected or {}
            report = row.get("report") or row.get("left_report")
            for column, one, other in _parts(expected, found):
                yield Fault(FaultKind.DERIVED, place_of(table, row, column), one, other, report, paths.get(report or ""))


def _parts(expected: Values | None, found: Values | None) -> Iterator[tuple[str, str, str]]:
    if expected is None or found is None:
        yield "", *(("none", "a row") if expected is None else ("a row", "none"))
        return
    yield from ((column, str(value), str(found[column])) for column, value in expected.items() if found[column] != value)


def _rows(connection: Connection, table: Table) -> Iterator[Values]:
    """The rows of a table in the order of their keys, which is that of code points in both databases."""
    is_bytewise = connection.dialect.name == "sqlite"
    ordered = [collate(each, "C") if isinstance(each.type, Text) and not is_bytewise else each for each in table.primary_key]
    yield from map(dict, connection.execution_options(yield_per=_PAGE).execute(select(table).order_by(*ordered)).mappings())


def _side_by_side(table: Table, some: Iterator[Values], others: Iterator[Values]) -> Iterator[tuple[Values | None, Values | None]]:
    """The rows of each key on both sides, where there is one; both sides are in the order of their keys."""
    names = tuple(table.primary_key.columns.keys())

    def key(row: Values) -> tuple[Any, ...]:
        return tuple(row[name] for name in names)

    one, other = next(some, None), next(others, None)
    while one is not None or other is not None:
        if other is None or (one is not None and key(one) < key(other)):
            yield one, None
            one = next(some, None)
        elif one is None or key(other) < key(one):
            yield None, other
            other = next(others, None)
        else:
            yield one, other
            one, other = next(some, None), next(others, None)
