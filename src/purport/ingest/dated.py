"""A person's own table of dated events: words, and the days on which what they name happened."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from purport.errors import UsageError
from purport.ingest.published import parse_published
from purport.records import Interval

COLUMNS = ("event", "not_before", "not_after")


def read_dated_events(path: str) -> tuple[tuple[str, Interval], ...]:
    """The events of a CSV table in UTF-8 with their days, in its order; the first line names the columns ``COLUMNS``.

    Raises:
        UsageError: the table cannot be read, lacks a column, an event has no words, or its days are none. The message gives the line.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return _events(path, file)
    except OSError as error:
        raise UsageError(f"{path}: the table of dates cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: a table in UTF-8 expected, byte {error.start} does not fit") from error
    except csv.Error as error:
        raise UsageError(f"{path}: the table of dates is not CSV: {error}") from error


def _events(path: str, lines: Iterable[str]) -> tuple[tuple[str, Interval], ...]:
    rows = csv.reader(lines)
    columns = [name.strip().lower() for name in next(rows, [])]
    missing = [name for name in COLUMNS if name not in columns]
    if missing:
        raise UsageError(f"{path}: line 1: the columns {', '.join(COLUMNS)} expected, {', '.join(missing)} not there")
    places = [columns.index(name) for name in COLUMNS]
    return tuple(_event(path, rows.line_num, row, places) for row in rows if any(cell.strip() for cell in row))


def _event(path: str, line: int, row: list[str], places: list[int]) -> tuple[str, Interval]:
    words, first, last = (row[place].strip() if place < len(row) else "" for place in places)
    if not words:
        raise UsageError(f"{path}: line {line}, column event: words expected, the cell is empty")
    try:
        days = parse_published(f"{first}..{last}")
    except UsageError as error:
        raise UsageError(f"{path}: line {line}: {error}") from error
    return " ".join(words.split()), days
