"""Periods of the calendar and their neighbours."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.time.calendar import SEASONS, Unit, later, period, season, shifted

UNITS = [unit for unit in Unit if unit not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR)]
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
inner_days = st.dates(date(2000, 1, 1), date(7999, 12, 31))


@pytest.mark.parametrize(
    ("unit", "day", "value", "first", "last"),
    [
        (Unit.DAY, date(2016, 2, 29), "2016-02-29", date(2016, 2, 29), date(2016, 2, 29)),
        (Unit.WEEK, date(2017, 9, 28), "2017-W39", date(2017, 9, 25), date(2017, 10, 1)),
        (Unit.WEEK, date(2016, 1, 3), "2015-W53", date(2015, 12, 28), date(2016, 1, 3)),
        (Unit.WEEK, date(2018, 12, 31), "2019-W01", date(2018, 12, 31), date(2019, 1, 6)),
        (Unit.WEEKEND, date(2017, 9, 28), "2017-W39-WE", date(2017, 9, 30), date(2017, 10, 1)),
        (Unit.WEEKEND, date(2017, 1, 1), "2016-W52-WE", date(2016, 12, 31), date(2017, 1, 1)),
        (Unit.MONTH, date(2016, 2, 1), "2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        (Unit.MONTH, date(1900, 2, 28), "1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        (Unit.MONTH, date(9999, 12, 31), "9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        (Unit.QUARTER, date(2017, 9, 28), "2017-Q3", date(2017, 7, 1), date(2017, 9, 30)),
        (Unit.HALF, date(2017, 6, 30), "2017-H1", date(2017, 1, 1), date(2017, 6, 30)),
        (Unit.SEASON, date(2017, 5, 31), "2017-SP", date(2017, 3, 1), date(2017, 6, 22)),
        (Unit.SEASON, date(2017, 1, 15), "2016-WI", date(2016, 12, 1), date(2017, 3, 22)),
        (Unit.SEASON, date(2016, 2, 29), "2015-WI", date(2015, 12, 1), date(2016, 3, 22)),
        (Unit.YEAR, date(2017, 9, 28), "2017", date(2017, 1, 1), date(2017, 12, 31)),
        (Unit.YEAR, date(1, 1, 1), "0001", date(1, 1, 1), date(1, 12, 31)),
        (Unit.DECADE, date(2017, 9, 28), "201", date(2010, 1, 1), date(2019, 12, 31)),
        (Unit.DECADE, date(1, 1, 1), "000", date(1, 1, 1), date(9, 12, 31)),
        (Unit.CENTURY, date(1999, 12, 31), "19", date(1900, 1, 1), date(1999, 12, 31)),
        (Unit.CENTURY, date(9999, 1, 1), "99", date(9900, 1, 1), date(9999, 12, 31)),
        (Unit.MILLENNIUM, date(2000, 1, 1), "2", date(2000, 1, 1), date(2999, 12, 31)),
    ],
)
def test_a_period_has_its_edges_and_its_value(unit: Unit, day: date, value: str, first: date, last: date) -> None:
    found = period(unit, day)
    assert (found.unit, found.value, found.first, found.last) == (unit, value, first, last)


@pytest.mark.parametrize(
    ("unit", "day", "count", "value"),
    [
        (Unit.DAY, date(2016, 2, 28), 1, "2016-02-29"),
        (Unit.DAY, date(2017, 1, 1), -1, "2016-12-31"),
        (Unit.WEEK, date(2015, 12, 31), 1, "2016-W01"),
        (Unit.WEEKEND, date(2017, 9, 28), -1, "2017-W38-WE"),
        (Unit.MONTH, date(2017, 1, 31), 1, "2017-02"),
        (Unit.MONTH, date(2017, 1, 31), -1, "2016-12"),
        (Unit.QUARTER, date(2017, 2, 1), -1, "2016-Q4"),
        (Unit.HALF, date(2017, 9, 28), 1, "2018-H1"),
        (Unit.SEASON, date(2017, 1, 15), -1, "2015-WI"),
        (Unit.YEAR, date(2016, 2, 29), 1, "2017"),
        (Unit.DECADE, date(2017, 9, 28), -1, "200"),
        (Unit.CENTURY, date(2017, 9, 28), -1, "19"),
        (Unit.CENTURY, date(150, 1, 1), -1, "00"),
    ],
)
def test_a_neighbour(unit: Unit, day: date, count: int, value: str) -> None:
    assert shifted(period(unit, day), count).value == value


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2017, 1, 31), 1, date(2017, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2017, 3, 31), -1, date(2017, 2, 28)),
        (date(2017, 9, 28), -21, date(2015, 12, 28)),
    ],
)
def test_months_later_or_earlier(day: date, months: int, found: date) -> None:
    assert later(day, months) == found


@pytest.mark.parametrize("unit", UNITS)
def test_there_are_no_years_after_9999(unit: Unit) -> None:
    with pytest.raises(OverflowError):
        shifted(period(unit, date(9999, 12, 31)), 1)


@pytest.mark.parametrize("unit", UNITS)
def test_there_are_no_years_before_1(unit: Unit) -> None:
    with pytest.raises(OverflowError):
        shifted(period(unit, date(1, 1, 1)), -1)


def test_a_decade_of_years_before_ten_has_nine() -> None:
    first = shifted(period(Unit.DECADE, date(15, 1, 1)), -1)
    assert (first.value, first.first, first.last) == ("000", date(1, 1, 1), date(9, 12, 31))


def test_every_season_has_its_name_and_the_next_begins_within_it() -> None:
    found = [season(2017, name) for name in SEASONS]
    assert [each.value for each in found] == ["2017-SP", "2017-SU", "2017-FA", "2017-WI"]
    assert all(one.first < other.first < one.last for one, other in zip(found, [*found[1:], season(2018, "SP")], strict=True))


@pytest.mark.parametrize("unit", UNITS)
@settings(deadline=None)
@given(day=days)
def test_a_day_lies_in_its_periods(unit: Unit, day: date) -> None:
    try:
        found = period(unit, day)
    except OverflowError:
        assert unit in (Unit.SEASON, Unit.WEEK, Unit.WEEKEND)
        assert day.year in (1, 9999)
        return
    assert found.first <= found.last
    if unit is Unit.WEEKEND:
        assert found.last - found.first == timedelta(1)
    else:
        assert found.first <= day <= found.last


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit is not Unit.SEASON])
@settings(deadline=None)
@given(day=inner_days)
def test_periods_of_a_unit_follow_one_another_without_a_gap(unit: Unit, day: date) -> None:
    one, other = period(unit, day), shifted(period(unit, day), 1)
    gap = timedelta(6 if unit is Unit.WEEKEND else 1)
    assert other.first - one.last == gap


@pytest.mark.parametrize("unit", UNITS)
@settings(deadline=None)
@given(day=inner_days, count=st.integers(-900, 900))
def test_there_and_back_is_the_same_period(unit: Unit, day: date, count: int) -> None:
    count = count // 1000 if unit is Unit.MILLENNIUM else count // 60 if unit in (Unit.CENTURY, Unit.DECADE) else count
    own = period(unit, day)
    assert shifted(shifted(own, count), -count) == own


@pytest.mark.parametrize("unit", UNITS)
@settings(deadline=None)
@given(day=inner_days)
def test_periods_have_values_of_their_own(unit: Unit, day: date) -> None:
    own = period(unit, day)
    assert own.value < shifted(own, 1).value
    assert len(own.value) == len(shifted(own, 1).value)
