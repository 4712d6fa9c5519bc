"""Days are drawn where they lie, shortened at the ends of an axis, and open where an end is not told."""

from __future__ import annotations

from datetime import date

import pytest

from purport.pictures.rows import Band, Bar, Chart, Form, Row
from purport.records import Factuality
from purport.web.bars import Days, all_days_of, days_from, days_of, draw, marks, ticks

MARCH = Days("2031-03-01", "2031-03-31")
SURE = Factuality.CERTAIN


def bar(first: str | None, last: str | None) -> Bar:
    return Bar(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None, SURE)


@pytest.mark.parametrize(
    ("first", "last", "x", "width", "told"),
    [
        ("2031-03-01", "2031-03-31", 0, 100, {"is_within"}),
        ("2031-03-16", "2031-03-31", 48.39, 51.61, {"is_within"}),
        ("2031-02-01", "2031-03-10", 0, 32.26, {"is_within", "is_earlier"}),
        ("2031-03-10", "2031-05-01", 29.03, 70.97, {"is_within", "is_later"}),
        ("2030-01-01", "2032-01-01", 0, 100, {"is_within", "is_earlier", "is_later"}),
        ("2030-01-01", "2030-01-02", 0, 0, {"is_earlier", "is_short"}),
        ("2032-01-01", "2032-01-02", 100, 0, {"is_later", "is_short"}),
        ("2031-03-10", None, 29.03, 0, {"is_within", "right"}),
        (None, "2031-03-10", 32.26, 0, {"is_within", "left"}),
        ("2031-02-10", None, 0, 0, {"is_within", "right", "is_earlier"}),
        ("2031-05-10", None, 100, 0, {"right", "is_later"}),
        (None, "2031-02-10", 0, 0, {"left", "is_earlier"}),
        (None, "2031-05-10", 100, 0, {"left", "is_within", "is_later"}),
    ],
)
def test_where_a_bar_is_drawn(first: str | None, last: str | None, x: float, width: float, told: set[str]) -> None:
    (mark,) = marks(MARCH, [bar(first, last)])
    flags = {name for name in ("is_within", "is_short", "is_earlier", "is_later") if getattr(mark, name)}
    assert (mark.x, mark.width) == (x, width)
    assert flags | ({mark.fades} if mark.fades else set()) == told


def test_a_day_among_many_is_drawn_about_its_middle() -> None:
    (mark,) = marks(Days("2030-01-01", "2031-12-31"), [bar("2031-01-01", "2031-01-01")])
    assert mark.is_short
    assert mark.x == pytest.approx(50, abs=0.1)


def test_what_no_day_is_told_of_is_not_drawn() -> None:
    assert marks(MARCH, [bar(None, None)]) == ()


def test_marked_days_stand_in_order_within_the_axis() -> None:
    found = ticks(Days("2028-01-01", "2031-12-31"))
    assert [each.day for each in found[:3]] == ["Jan 2028", "Jul 2028", "Jan 2029"]
    assert [each.x for each in found] == sorted(each.x for each in found)
    assert all(0 <= each.x < 100 for each in found)


def test_what_lies_far_off_is_left_out_but_where_all_is_asked_for() -> None:
    told = ["1990-01-01", *(f"2031-03-{day:02}" for day in range(1, 20))]
    assert days_of(told).first > "2030"
    assert all_days_of(told).first < "1990"


def test_no_days_are_a_year() -> None:
    assert days_of([]).number > 300
    assert all_days_of([None]).number > 300


def test_days_stay_in_the_calendar() -> None:
    assert days_from(-500, 10_000_000) == Days("0001-01-01", "9999-12-30")


@pytest.mark.parametrize(("last", "x", "is_short"), [("2031-03-16", 50.0, True), ("2031-03-31", 48.39, False)], ids=["one day", "many"])
def test_the_day_on_which_a_report_came_out_is_a_sign_and_many_are_a_bar(last: str, x: float, is_short: bool) -> None:
    (mark,) = marks(MARCH, [Bar(date(2031, 3, 16), date.fromisoformat(last), SURE, Form.OUT)])
    assert (mark.x, mark.is_short, mark.form) == (x, is_short, Form.OUT)


def test_rows_are_drawn_on_one_axis_under_their_headings() -> None:
    thin = Bar(date(2031, 3, 1), date(2031, 3, 3), Factuality.POSSIBLE, Form.EDGE)
    rows = Row("held", "by the army", "March", (bar("2031-03-01", "2031-03-31"), thin)), Row("left", "", "no day told", (bar(None, None),))
    found = draw(Chart("", (Band("Karst", rows), Band("Vell", ()))))
    assert found is not None
    assert (found.shown.first, found.shown.last) < ("2031-03-01", "2031-04-10")
    assert (found.sure, found.forms) == ((SURE, Factuality.POSSIBLE), (Form.BAR, Form.EDGE))
    assert [(band.heading, [(row.label, len(row.marks)) for row in band.rows]) for band in found.bands] == [
        ("Karst", [("held", 2), ("left", 0)]),
        ("Vell", []),
    ]


def test_rows_without_a_day_are_no_drawing() -> None:
    assert draw(Chart("", (Band("", (Row("left", "", "no day told", (bar(None, None),)),)),))) is None
