"""An axis shows most days, marks days that can be read, and says days in few words."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from purport.pictures.axis import TICK, window
from purport.pictures.days import NOT_TOLD, days_in_words

MARCH = date(2031, 3, 6)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (MARCH, MARCH, "6 Mar 2031"),
        (MARCH, date(2031, 3, 9), "6 to 9 Mar 2031"),
        (date(2031, 1, 29), MARCH, "29 Jan to 6 Mar 2031"),
        (date(2030, 12, 30), MARCH, "30 Dec 2030 to 6 Mar 2031"),
        (date(2028, 5, 1), date(2028, 5, 31), "May 2028"),
        (date(2028, 6, 1), date(2028, 8, 31), "Jun to Aug 2028"),
        (date(2028, 1, 1), date(2028, 12, 31), "2028"),
        (MARCH, None, "not before 6 Mar 2031"),
        (None, MARCH, "not after 6 Mar 2031"),
        (None, None, NOT_TOLD),
        (date(9999, 12, 1), date.max, "Dec 9999"),
    ],
)
def test_days_in_words(first: date | None, last: date | None, words: str) -> None:
    assert days_in_words(first, last) == words


@pytest.mark.parametrize("length", [0, 1, 5, 20, 60, 200, 800, 3_000, 40_000, 700_000])
def test_marked_days_leave_room_for_their_words(length: int) -> None:
    axis = window([MARCH, MARCH + timedelta(length)], 300, 760)
    places = [x for x, _ in axis.ticks()]
    assert places
    assert all(after - before >= TICK * 0.9 for before, after in pairwise(places))


def test_a_day_far_off_all_others_is_not_shown() -> None:
    axis = window([date(1821, 1, 1), *(MARCH + timedelta(day) for day in range(10))], 0, 100)
    assert axis.at(date(1821, 1, 1)) < 0
    assert 0 < axis.at(MARCH) < axis.at(MARCH + timedelta(9)) < 100


def test_few_days_are_all_shown() -> None:
    axis = window([date(1998, 1, 1), MARCH], 0, 100)
    assert 0 < axis.at(date(1998, 1, 1)) < axis.at(MARCH) < 100


def test_the_ends_of_the_calendar_are_shown() -> None:
    for day in (date.min, date.max):
        assert list(window([day], 0, 460).ticks())


def test_without_days_there_is_an_axis() -> None:
    assert list(window([], 0, 460).ticks())
