"""Everything as JSON Lines: one object a line, each with its ``kind`` and the keys of its record in ``case.py``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from purport.export.case import ClaimRow, ComparisonRow, EntityRow, Exported, LineRow, ReportRow

NAME = "case.jsonl"
Row = ReportRow | EntityRow | ClaimRow | ComparisonRow | LineRow


@dataclass(frozen=True, slots=True)
class Head:
    """The first line: which case it is, and what was replaced in it."""

    title: str
    note: str | None


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file, the reports before what was read from them."""
    path = folder / NAME
    encoder = msgspec.json.Encoder()
    with path.open("wb") as file:
        for kind, row in _rows(exported):
            file.write(encoder.encode({"kind": kind} | msgspec.to_builtins(row)) + b"\n")
    return [path]


def _rows(exported: Exported) -> Iterator[tuple[str, Row | Head]]:
    yield "case", Head(exported.title, exported.note)
    layers: tuple[tuple[str, tuple[Row, ...]], ...] = (
        ("report", exported.reports),
        ("entity", exported.entities),
        ("claim", exported.claims),
        ("comparison", exported.comparisons),
        ("line", exported.lines),
    )
    for kind, rows in layers:
        yield from ((kind, row) for row in rows)
