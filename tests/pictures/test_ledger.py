"""A ledger has a heading a place, and a band an account, with the days within which it begins and ends."""

from typing import Any

import pytest

from pictures.drawn import line, shapes, texts
from purport.dossier.lines import Citation, Line, Section
from purport.pictures import ledger, svg
from purport.pictures.ledger import Edge, edge
from purport.pictures.look import DARK


def held(field: str, value: str, first: str | None, last: str | None, path: str = "a.txt", **fields: Any) -> Line:
    return line(value, first, last, section=Section.LEDGER, field=field, citations=(Citation(path, 0, 4),), **fields)


BEGUN = held("Reed Army, held from", "May 2028", "2028-05-01", "2028-05-31")
ENDED = held("Reed Army, held until", "2 February 2031", "2031-02-02", "2031-02-02")


@pytest.mark.parametrize(
    ("field", "what"),
    [
        ("Reed Army, held from", Edge.FROM),
        ("Reed Army, taken", Edge.FROM),
        ("taken", Edge.FROM),
        ("held until", Edge.UNTIL),
        ("Reed Army, lost", Edge.UNTIL),
        ("contested", Edge.WITHIN),
        ("Reed Army, still held", Edge.WITHIN),
    ],
)
def test_what_the_days_of_a_field_are(field: str, what: Edge) -> None:
    assert edge(held(field, "x", None, None)) is what


def test_places_are_headings_in_their_order() -> None:
    found = texts(ledger([BEGUN, held("held by", "Blue Guard", None, None, subject="Tarn")], "Who holds what"))
    assert found.index("Orle") < found.index("Reed Army, held from: May 2028") < found.index("Tarn") < found.index("held by: Blue Guard")


def test_a_beginning_and_an_end_of_one_report_are_one_band() -> None:
    drawn = ledger([BEGUN, ENDED], "t")
    assert "Reed Army, held from: May 2028; Reed Army, held until: 2 February 2031" in texts(drawn)
    thick, thin, *_ = shapes(drawn, "rect", stroke=DARK)
    assert (thick["height"], thin["height"]) == ("11", "4")
    assert float(thin["x"]) + float(thin["width"]) == pytest.approx(float(thick["x"]), abs=0.5)
    assert "mask" not in thick


@pytest.mark.parametrize(
    "other",
    [
        held("Reed Army, held until", "2031", "2031-01-01", "2031-12-31", "b.txt"),
        held("Blue Guard, held until", "2031", "2031-01-01", "2031-12-31"),
        held("Reed Army, held until", "2020", "2020-01-01", "2020-12-31"),
    ],
    ids=["another report", "another party", "before it began"],
)
def test_what_is_not_one_account_has_a_row_each(other: Line) -> None:
    drawn = ledger([BEGUN, other], "t")
    masks = {each.get("mask") for each in shapes(drawn, "rect", stroke=DARK)}
    assert {"url(#fade-right)", "url(#fade-left)"} <= masks


def test_where_the_last_day_of_a_beginning_is_not_told_nothing_is_drawn_as_held() -> None:
    drawn = ledger([held("Reed Army, held from", "after the flood", "2028-05-01", None)], "t")
    row, *_ = shapes(drawn, "rect", stroke=DARK, mask="url(#fade-right)")
    assert row["height"] == "4"
    drawn = ledger([held("Reed Army, held from", "before the flood", None, "2028-05-01")], "t")
    assert [(each["height"], each["mask"]) for each in shapes(drawn, "rect", stroke=DARK)[:2]] == [
        ("11", "url(#fade-right)"),
        ("4", "url(#fade-left)"),
    ]


def test_accounts_that_part_are_rows_beside_each_other() -> None:
    found = texts(ledger([BEGUN, held("Reed Army, held from", "July 2028", "2028-07-01", "2028-07-31", "b.txt")], "t"))
    assert found.index("Reed Army, held from: July 2028") > found.index("Reed Army, held from: May 2028")


def test_every_line_is_drawn_once_and_folded_ones_are_not() -> None:
    lines = [ENDED, BEGUN, held("contested", "Blue Guard", "2030-01-01", None), held("Reed Army, lost", "x", None, None)]
    words = " ".join(texts(ledger([*lines, held("taken", "seize it", None, None, is_folded=True)], "t")))
    assert all(words.count(f"{each.field}: {each.value}") == 1 for each in lines)
    assert "seize" not in svg(ledger([held("taken", "seize it", None, None, is_folded=True), BEGUN], "t"))
