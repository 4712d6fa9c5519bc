"""Capitals that begin the numbered paragraphs of a digest are headings, what follows them is the report."""

import pytest

from purport.ingest.headings import find_headings
from purport.ingest.masthead import find_masthead
from purport.records import FurnitureKind


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("1. KARST The army left.\n\n2) HARBOUR WALL A wall fell.\n3. QUAY ROAD “We go,” he said.", ["KARST", "HARBOUR WALL", "QUAY ROAD"]),
        ("4. TAPE OF 6 MARCH A 31-minute tape came out.\n5. VESK, ORM No change.", ["TAPE OF 6 MARCH", "VESK, ORM"]),
        ("1. KARST A NATO convoy came.\n2. CHÂLUS Émile Marr left.", ["KARST", "CHÂLUS"]),
        ("1. KARST The army left.\n2. Nothing else happened.", []),
        ("1. NATO Secretary Marr spoke.\n2. OPEC Ministers met.", []),
        ("1. KARST officials spoke.\n2. VESK men left.", []),
        ("1. KARST FELL\n2. VESK STANDS\n", []),
        ("1. KARST The army left.", []),
        ("KARST The army left.\nVESK The army came.", []),
    ],
)
def test_run_in_headings(text: str, headings: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_headings(text)] == headings


def test_they_are_titles_of_the_report_but_none_is_its_title() -> None:
    body = "1. KARST The army left the town before dawn.\n2. VESK HARBOUR A wall fell into the sea on Sunday night.\n"
    found = find_masthead(body)
    assert found.title is None
    assert [(each.kind, body[each.start : each.end]) for each in found.furniture] == [
        (FurnitureKind.TITLE, "KARST"),
        (FurnitureKind.TITLE, "VESK HARBOUR"),
    ]
