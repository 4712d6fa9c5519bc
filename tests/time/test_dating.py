"""The day of writing from what a text says of time."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from purport.time import dating
from purport.time.dating import told, when_written
from purport.time.days import EVER
from purport.time.habits import habits
from purport.time.solving import Dating, Force, Witness
from time_witnesses import days, was, will_be, within, witness

YEAR = within("2031-01-01", "2031-12-31")


def whys(found: Dating) -> list[str]:
    return [each.statement.why for each in found.reasons]


@pytest.mark.parametrize(
    ("witnesses", "left"),
    [
        ([was("March 2031")], "not before 1 March 2031"),
        ([was("2029"), was("4 March 2031")], "not before 4 March 2031"),
        ([will_be("June 2031")], "not after 30 June 2031"),
        ([was("4 March 2031"), will_be("9 March 2031")], "4 March 2031 to 9 March 2031"),
        ([was("1912")], "not before 1 January 1912"),
        ([witness("2031")], "any day"),
        ([was("the 1990s")], "any day"),
        ([was("5:40 a.m. Thursday (2140 Wednesday", kind="TIME")], "any day"),
        ([was("Thursday"), was("yesterday"), was("last year")], "any day"),
        ([was("9999"), was("0"), was("year 0"), was("the year 10000")], "any day"),
        ([], "any day"),
    ],
)
def test_what_stands_by_itself_bounds_one_side(witnesses: list[Witness], left: str) -> None:
    found = when_written(witnesses)
    assert told(found.days) == left
    assert found.known is (" to " in left)


def test_a_weekday_with_a_date_holds_in_certain_years() -> None:
    found = when_written([was("Friday, March 7"), was("2029"), will_be("2036")])
    assert found.known
    assert date(2031, 5, 1) in found.days  # 7 March 2031 is a Friday
    assert date(2033, 5, 1) not in found.days
    assert any("day of the week" in why for why in whys(found))


def test_two_that_date_the_same_event_meet() -> None:
    fall = {"events": {"taking of karst"}}
    found = when_written([witness("July", **fall), witness("two months ago", **fall)], [YEAR])
    assert found.days == days("2031-08-15", "2031-11-03")
    assert whys(found)[-1] == "“July” and “two months ago” date the same event (taking of karst)"
    assert when_written([witness("2030", **fall), was("last year", **fall)]).days == days("2031-01-01", "2031-12-31")
    assert when_written([witness("July"), witness("two months ago")], [YEAR]).days == YEAR.days


def test_last_year_beside_the_same_event_of_a_month() -> None:
    fall = {"events": {"death of ada"}}
    assert when_written([witness("May 2030", **fall), was("May last year", **fall)]).days == days("2031-01-01", "2031-12-31")


def test_a_length_since_a_month() -> None:
    found = when_written([witness("almost a year", kind="DURATION", start=0), witness("since May 2030", start=14)])
    assert found.known
    assert days("2031-04-01", "2031-05-01") & found.days == days("2031-04-01", "2031-05-01")
    assert found.days & days(None, "2031-02-01") == days("2031-02-02", "2031-02-01") or found.days.first > date(2031, 2, 1)
    assert not when_written([witness("almost a year", kind="DURATION", start=0), witness("since May 2030", start=300)]).known


def test_the_first_in_a_time_and_the_last_before() -> None:
    first, last = witness("almost a year", kind="DURATION", renewed=True), was("May 2030", ended=True)
    found = when_written([first, last])
    assert found.known
    assert date(2031, 4, 10) in found.days
    assert not when_written([first, last, was("June 2029", ended=True)]).known, "of which silence it is is not told"


def test_two_times_of_one_verb_are_the_same_where_one_follows_the_other_at_once() -> None:
    told = witness("five weeks ago", start=10, word=3)
    found = when_written([told, witness("the last week of January", start=29, word=3), was("2031", start=90)], [YEAR])
    assert found.days == days("2031-02-27", "2031-03-17")
    assert "date the same" in whys(found)[-1]
    apart = when_written([told, witness("the last week of January", start=60, word=3)], [YEAR])
    assert apart.days == days("2031-01-01", "2031-12-31"), "what lies farther apart is compared"


def test_a_habit_is_named_as_such_and_keeps_its_count() -> None:
    found = when_written([was("4 March")], [YEAR])
    assert found.days == days("2031-03-04", "2031-11-04")
    assert found.reasons[-1].statement.force is Force.HABIT
    assert "at most eight months back" in whys(found)[-1]
    for habit in habits():
        assert habit.of > 0
        assert habit.held / habit.of > 0.97, habit


def test_a_habit_never_stands_against_what_is_said() -> None:
    found = when_written([was("4 March"), was("20 December 2031")], [YEAR])
    assert found.days == days("2031-12-20", "2031-12-31")
    assert not found.conflict


def test_quoted_words_give_way() -> None:
    found = when_written([was("4 March 2031"), will_be("2019", quoted=True)])
    assert not found.conflict
    assert found.days == days("2031-03-04", None)
    assert when_written([was("4 March 2031", quoted=True)]).days == days("2031-03-04", None)


def test_the_smallest_set_that_conflicts_is_named() -> None:
    found = when_written([was("2020"), was("4 March 2031"), will_be("2030"), will_be("2040")])
    assert not found.known
    assert [each.by[0].words for each in found.conflict] == ["4 March 2031", "2030"]
    found = when_written([was("4 March 2031")], [within("2030-01-01", "2030-12-31")])
    assert [each.why.partition(" ")[0] for each in found.conflict] == ["given", "“4"]


def test_three_that_conflict_only_together() -> None:
    fall = {"events": {"taking of karst"}}
    found = when_written([witness("July 2030", **fall), witness("two months ago", **fall), will_be("May 2030"), was("2029")])
    assert len(found.conflict) == 2


@pytest.mark.parametrize("words", ["31 June", "30 February", "Monday, 31 June", "29 February"])
def test_a_day_that_never_was_says_nothing(words: str) -> None:
    found = when_written([was(words)], [YEAR])
    assert found.known
    assert found.days == YEAR.days or words == "29 February"


def test_the_order_does_not_matter() -> None:
    fall = {"events": {"taking of karst"}}
    witnesses = [was("May 2030", start=0), witness("July", start=40, **fall), witness("two months ago", start=80, **fall)]
    witnesses += [will_be("2032", start=120), was("4 September", start=160)]
    answers = {repr(when_written(order)) for order in itertools.permutations(witnesses)}
    assert len(answers) == 1


def test_nothing_comes_from_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(date):
        @classmethod
        def today(cls) -> date:
            raise AssertionError("the clock was read")

    monkeypatch.setattr(dating, "date", Stopped, raising=False)
    assert when_written([was("4 March"), was("Thursday")]).days == EVER


def test_a_report_of_a_recording_like_many() -> None:
    """Undated: "released on Thursday", one month with its year, "the first in almost a year", one fall "in July" and "two months ago"."""
    fall = {"events": {"taking of tern"}}
    found = when_written(
        [
            was("Thursday", start=0),
            witness("almost a year", kind="DURATION", start=50, preposition="in", renewed=True),
            was("November 2030", start=100, ended=True),
            witness("two weeks", kind="DURATION", start=130),
            witness("two months ago", start=200, **fall),
            was("2028", start=250),
            witness("July", start=300, preposition="in", **fall),
            was("last year", start=400),
            was("earlier this year", start=500),
        ]
    )
    assert found.known
    assert date(2031, 9, 25) in found.days
    assert found.days.first >= date(2031, 8, 15)
    assert found.days.last <= date(2031, 11, 10)
    assert whys(found) == [
        "“almost a year” and “November 2030” tell of the last time and of how long ago that was",
        "“two months ago” and “July” date the same event (taking of tern)",
    ]
