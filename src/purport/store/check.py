"""What must be true of a record before it is stored: its digests, its ids, its references and its spans agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from sqlalchemy import Table

from purport.errors import ReportError
from purport.records import Analysis
from purport.store import tables
from purport.store.rows import Row, rows

Rows = Mapping[Table, list[Row]]


def checked(analysis: Analysis, original: bytes, reader: str) -> Rows:
    """The rows of an analysis; ``ReportError`` says what in it does not agree."""
    path = analysis.report.path
    if sha256(original).hexdigest() != analysis.report.sha256:
        raise ReportError(path, f"bytes with the digest {analysis.report.sha256} expected, others came")
    try:
        found = dict(rows(analysis, reader))
    except UnicodeEncodeError as error:
        half = error.object[error.start : error.end]
        raise ReportError(path, f"holds half a character ({half!r}), which cannot be stored") from error
    for fault in _faults(analysis, found):
        raise ReportError(path, fault)
    return found


def _faults(analysis: Analysis, found: Rows) -> Iterator[str]:
    for table, layer in found.items():
        if any(isinstance(value, str) and "\0" in value for row in layer for value in row.values()):
            yield f"{table.name} has a NUL character, which cannot be stored"
        yield from _twice(table, layer)
        yield from _outside(table, layer, len(analysis.report.text))
        yield from _dangling(table, found)


def _twice(table: Table, layer: Iterable[Row]) -> Iterator[str]:
    seen = set()
    for row in layer if "id" in table.c else ():
        if row["id"] in seen:
            yield f"{table.name} has the id {row['id']} twice"
        seen.add(row["id"])


def _outside(table: Table, layer: Sequence[Row], length: int) -> Iterator[str]:
    parts = [name.removesuffix("start") for name in layer[0] if name.endswith("start")] if layer else []
    for part in parts:
        for row in layer:
            start, end = row[f"{part}start"], row[f"{part}end"]
            if start is not None and not 0 <= start <= end <= length:
                yield f"{table.name} has a {part}span {start} to {end}, and the text has {length} characters"


def _dangling(table: Table, found: Rows) -> Iterator[str]:
    for key in table.foreign_key_constraints:
        if key.referred_table in (tables.reports, tables.originals):
            continue
        name = key.column_keys[-1]
        there = {row["id"] for row in found[key.referred_table]}
        for row in found[table]:
            if row[name] is not None and row[name] not in there:
                yield f"{table.name} names {row[name]} as its {name}, and {key.referred_table.name} has none of that id"
