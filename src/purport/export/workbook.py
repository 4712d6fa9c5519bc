"""Tables as one workbook (.xlsx), a sheet each, with days as dates and text as text: nothing in it is worked out or fetched."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from purport.export.case import Exported
from purport.export.tables import Cell, Table, tables

NAME = "case.xlsx"
LONGEST = 32_767
"""Characters that a cell holds."""
CUT = " [cut: a cell holds no more]"
FIRST = date(1900, 3, 1)
"""The first day of which every spreadsheet has the same notion."""
MADE = datetime(1980, 1, 1)
"""When the file says that it was made: always the same, so that one case gives one file."""
WIDTHS = {date: 11, str: 28}
"""Columns are this wide, in letters, by what stands in them; others are as wide as their heading."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file; its properties say what was replaced."""
    path = folder / NAME
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": exported.title, "comments": exported.note or "", "created": MADE})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for table in tables(exported):
        _write(book.add_worksheet(table.name), table, bold, day)
    book.close()
    return [path]


def _write(sheet: Worksheet, table: Table, bold: Format, day: Format) -> None:
    for column, heading in enumerate(table.header):
        sheet.write_string(0, column, heading, bold)
        first = next((row[column] for row in table.rows if row[column] is not None), None)
        sheet.set_column(column, column, WIDTHS.get(type(first), len(heading) + 2))
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            _put(sheet, number, column, value, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)


def _put(sheet: Worksheet, row: int, column: int, value: Cell, day: Format) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case date() if value >= FIRST:
            sheet.write_datetime(row, column, value, day)
        case date():
            sheet.write_string(row, column, value.isoformat())
        case str():
            sheet.write_string(row, column, value if len(value) <= LONGEST else value[: LONGEST - len(CUT)] + CUT)
        case _:
            sheet.write_number(row, column, value)
