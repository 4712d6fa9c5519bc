"""A table that names reports and says what they do not say themselves."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from purport.errors import UsageError
from purport.ingest.given import Given
from purport.ingest.paths import normalised
from purport.ingest.published import parse_published

COLUMNS = frozenset({"path", "url", "outlet", "published", "title", "retrieved", "retrieved_by", "archive_url"})
"""The columns that are read; any others are the reader's own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a manifest: a report's path, from the manifest's own folder, and what is said of it."""

    path: str
    given: Given


def read_manifest(path: str) -> tuple[Entry, ...]:
    """The entries of a CSV manifest in UTF-8, in its order; the first line names the columns.

    Raises:
        UsageError: the manifest cannot be read, has no ``path`` column, names a file twice or leaves it out, or a date is none.
            The message gives the line and the column.
    """
    try:
        return parse_manifest(Path(path).read_bytes(), path)
    except OSError as error:
        raise UsageError(f"{path}: the manifest cannot be read: {error.strerror}") from error


def parse_manifest(data: bytes, path: str) -> tuple[Entry, ...]:
    """The same, of bytes that are at hand."""
    try:
        return _entries(path, StringIO(data.decode("utf-8-sig"), newline=""))
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: a manifest in UTF-8 expected, byte {error.start} does not fit") from error
    except csv.Error as error:
        raise UsageError(f"{path}: the manifest is not CSV: {error}") from error


def _entries(path: str, lines: Iterable[str]) -> tuple[Entry, ...]:
    rows = csv.reader(lines)
    columns = [name.strip().lower() for name in next(rows, [])]
    _check_columns(path, columns)
    seen: dict[str, int] = {}
    entries = []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        entry = _entry(path, rows.line_num, columns, row)
        if entry.path in seen:
            first = seen[entry.path]
            raise UsageError(f"{path}: line {rows.line_num}, column path: {entry.path} was named before, in line {first}")
        seen[entry.path] = rows.line_num
        entries.append(entry)
    return tuple(entries)


def _check_columns(path: str, columns: Sequence[str]) -> None:
    if "path" not in columns:
        raise UsageError(f"{path}: line 1: a column path expected, the columns are: {', '.join(columns) or 'none'}")
    twice = next((name for at, name in enumerate(columns) if name in COLUMNS and name in islice(columns, at)), None)
    if twice:
        raise UsageError(f"{path}: line 1: the column {twice} stands there twice")


def _entry(path: str, line: int, columns: Sequence[str], row: Sequence[str]) -> Entry:
    cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name in COLUMNS and cell.strip()}
    report = cells.pop("path", None)
    if report is None:
        raise UsageError(f"{path}: line {line}, column path: a file expected, the cell is empty")
    published = cells.pop("published", None)
    try:
        days = parse_published(published) if published else None
    except UsageError as error:
        raise UsageError(f"{path}: line {line}, column published: {error}") from error
    return Entry(normalised(str(Path(path).parent / report)), Given(published=days, **cells))
