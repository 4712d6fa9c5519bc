"""Tables as CSV files, one each: RFC 4180 in UTF-8, days as ``2031-03-02``, truth as ``true`` and ``false``.

Text that a spreadsheet would take for a formula has an apostrophe before it, which spreadsheets take off; a program that reads the file
takes it off where one of ``FORMULA`` follows.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from purport.export.case import Exported
from purport.export.tables import Cell, tables

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How text begins that a spreadsheet would work out (OWASP, CSV injection)."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes a file for each table, called as it is."""
    written = []
    for table in tables(exported):
        path = folder / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(table.header)
            rows.writerows([_cell(each) for each in row] for row in table.rows)
        written.append(path)
    return written


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return guarded(value)
    return str(value)


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula, whatever blanks stand before it."""
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text
