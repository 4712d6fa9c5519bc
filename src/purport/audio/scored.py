"""Scores and pairs of known origin, read from tables (CSV) that people bring."""

from __future__ import annotations

import csv
import math
import os
from collections.abc import Iterator
from pathlib import Path

from purport.audio.validated import Pair, Score
from purport.errors import UsageError

YES, NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


def read_scores(path: str | os.PathLike[str]) -> tuple[Score, ...]:
    """The rows of a table with a column ``score`` and, where rows have names, ``name``; ``UsageError`` where one is no number."""
    return tuple(Score(row.get("name") or f"row {line}", _number(path, line, row)) for line, row in _rows(path, {"score"}))


def read_pairs(path: str | os.PathLike[str]) -> tuple[Pair, ...]:
    """The rows of a table with the columns ``score``, ``same``, ``condition`` and ``held_out``."""
    return tuple(
        Pair(_number(path, line, row), _yes(path, line, row, "same"), (row["condition"] or "").strip(), _yes(path, line, row, "held_out"))
        for line, row in _rows(path, {"score", "same", "condition", "held_out"})
    )


def _rows(path: str | os.PathLike[str], needed: set[str]) -> Iterator[tuple[int, dict[str, str | None]]]:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = sorted(needed - set(table.fieldnames or ()))
            if missing:
                wanted = ", ".join(sorted(needed))
                raise UsageError(f"{path}: a table (CSV) with the columns {wanted} expected; missing: {', '.join(missing)}")
            for row in table:
                yield table.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: a table (CSV) expected, which cannot be read: {error}") from error


def _number(path: str | os.PathLike[str], line: int, row: dict[str, str | None]) -> float:
    try:
        found = float(row["score"] or "")
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise UsageError(f"{path}: line {line}: score: a number expected, got {row['score']!r}")
    return found


def _yes(path: str | os.PathLike[str], line: int, row: dict[str, str | None], name: str) -> bool:
    found = (row[name] or "").strip().lower()
    if found not in YES | NO:
        raise UsageError(f"{path}: line {line}: {name}: yes or no expected, got {row[name]!r}")
    return found in YES
