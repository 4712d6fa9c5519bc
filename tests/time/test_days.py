"""Sets of days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from purport.time.days import EVER, FIRST, LAST, Days, between, days_of

STRETCHES = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6)
SETS = STRETCHES.map(days_of)


def members(days: Days) -> set[int]:
    return {day for first, last in days.stretches for day in range(first, last + 1)}


@given(STRETCHES)
def test_stretches_lie_apart_and_in_order(stretches: list[tuple[int, int]]) -> None:
    days = days_of(stretches)
    assert members(days) == {day for first, last in stretches for day in range(first, last + 1)}
    assert all(one[1] + 1 < two[0] for one, two in zip(days.stretches, days.stretches[1:], strict=False))
    assert len(days) == len(members(days))


@given(SETS, SETS)
def test_what_two_share_and_what_they_hold_together(one: Days, two: Days) -> None:
    assert members(one & two) == members(one) & members(two)
    assert members(one | two) == members(one) | members(two)
    assert one & two == two & one


@given(SETS, st.integers(-9, 9), st.integers(0, 5))
def test_moved_days(days: Days, least: int, more: int) -> None:
    want = {day + step for day in members(days) for step in range(least, least + more + 1)}
    assert members(days.moved(least, least + more)) == {day for day in want if day >= FIRST}


def test_the_calendar_ends() -> None:
    assert not EVER.bounded
    assert not between(date(2031, 3, 2)).bounded
    assert between(date(2031, 3, 2), date(2031, 3, 4)).bounded
    assert EVER.moved(-400, 400) == EVER
    assert between(date.max).moved(5, 9) == Days()
    assert (EVER.first, EVER.last) == (date.min, date.max)
    assert EVER.stretches[0] == (FIRST, LAST)


def test_a_day_is_among_them_or_not() -> None:
    days = between(date(2031, 3, 2), date(2031, 3, 4)) | between(date(2031, 4, 1), date(2031, 4, 1))
    assert date(2031, 3, 4) in days
    assert date(2031, 3, 5) not in days
    assert date(2031, 4, 2) not in days
