"""Other days to show: asked for as days, months and years; and the ways from some to others."""

from __future__ import annotations

from itertools import pairwise

import pytest

from purport.errors import UsageError
from purport.web.bars import Days
from purport.web.zooming import asked_days, stretches, zooms


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2031", "", ("2031-01-01", "9999-12-30")),
        ("", "2031-03", ("0001-01-01", "2031-03-31")),
        ("2031-03", "2031-03-08", ("2031-03-01", "2031-03-08")),
        ("2031-02", "2031-02", ("2031-02-01", "2031-02-28")),
    ],
)
def test_a_month_or_a_year_is_all_of_its_days(since: str, until: str, days: tuple[str, str]) -> None:
    assert asked_days(since, until) == Days(*days)


def test_nothing_asked_is_no_days() -> None:
    assert asked_days("", " ") is None


@pytest.mark.parametrize(("since", "until"), [("soon", ""), ("2031-02-30", ""), ("2031-04", "2031-03"), ("2031..2032", ""), ("/2031", "")])
def test_what_is_no_date_is_said(since: str, until: str) -> None:
    with pytest.raises(UsageError):
        asked_days(since, until)


def test_the_ways_to_other_days() -> None:
    ways = {each.name: (each.since, each.until) for each in zooms(Days("2031-03-01", "2031-03-20"))}
    assert ways == {
        "earlier": ("2031-02-19", "2031-03-10"),
        "later": ("2031-03-11", "2031-03-30"),
        "closer": ("2031-03-06", "2031-03-15"),
        "wider": ("2031-02-19", "2031-03-30"),
        "year": ("2031-01-01", "2031-12-31"),
        "month": ("2031-03-01", "2031-03-31"),
        "day": ("2031-03-10", "2031-03-10"),
    }


def test_one_day_is_as_close_as_it_gets() -> None:
    names = {each.name for each in zooms(Days("2031-03-10", "2031-03-10"))}
    assert names == {"earlier", "later", "wider", "year", "month"}


@pytest.mark.parametrize("days", [Days("0001-01-01", "0001-01-31"), Days("9999-12-01", "9999-12-30")])
def test_the_ends_of_the_calendar_are_no_fault(days: Days) -> None:
    assert all(each.since <= each.until for each in zooms(days))


@pytest.mark.parametrize(
    ("days", "called", "lines"),
    [
        (["2031-03-01", "2031-03-03", "2031-03-03"], ["1 Mar 2031", "2 Mar 2031", "3 Mar 2031"], [1, 0, 2]),
        (["2030-11-05", "2031-02-01"], ["Nov 2030", "Dec 2030", "Jan 2031", "Feb 2031"], [1, 0, 0, 1]),
        (["2020-11-05", "2031-02-01"], [str(year) for year in range(2020, 2032)], [1, *[0] * 10, 1]),
        ([], [], []),
    ],
)
def test_days_are_counted_by_day_month_or_year(days: list[str], called: list[str], lines: list[int]) -> None:
    found = stretches(days)
    assert [each.called for each in found] == called
    assert [each.lines for each in found] == lines


def test_every_day_is_in_one_stretch() -> None:
    days = ["1850-03-01", "2031-03-01", "2031-03-02", "1999-12-31"]
    found = stretches(days)
    assert sum(each.lines for each in found) == len(days)
    assert all(one.until < other.since for one, other in pairwise(found))
