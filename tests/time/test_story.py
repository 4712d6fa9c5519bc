"""Texts that date themselves in full: what leans on no day of writing leans on the day last told of."""

from datetime import date

import pytest

from purport.time.expression import Dated, Expression, resolve
from purport.time.grammar import read
from purport.time.story import is_story

WRITTEN = date(2017, 9, 28)
CHRONICLE = (*(f"{day} March 1821" for day in range(2, 21)), "June 1822", "1823")
"""What makes a story of what follows; it has come to the year 1823."""
YEAR = len(CHRONICLE) - 1
"""The place of that year."""


def resolved(*told: str, written: date | None = None) -> list[Dated]:
    found, at = [], 0
    for words in (*CHRONICLE, *told):
        found.append(Expression(at, at + len(words), words, "DATE", read(words, "DATE")))
        at += len(words) + 1
    return resolve(found, written and (written, written))[len(CHRONICLE) :]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("in June", "two days later"), ["1823-06", "1823-06"]),
        (("14 November", "two days later", "the following week"), ["1823-11-14", "1823-11-16", "1823-W47"]),
        (("December", "January", "that year"), ["1823-12", "1824-01", "1824"]),
        (("14 November", "the 20th", "the 3rd"), ["1823-11-14", "1823-11-20", "1823-12-03"]),
        (("early October", "the next spring"), ["1823-10", "1824-SP"]),
        (("the summer", "the same year", "the following year"), ["1823-SU", "1823", "1824"]),
        (("from May to July",), ["1823-05/1823-07"]),
        (("the 1790s", "in June"), ["179", "1823-06"]),
        (("20 December", "5 January"), ["1823-12-20", "1824-01-05"]),
    ],
)
def test_what_is_dated_in_part_goes_by_what_was_told_last(told: tuple[str, ...], expected: list[str]) -> None:
    assert [each.value for each in resolved(*told)] == expected


def test_what_an_expression_leans_on_is_told() -> None:
    june, later, year = resolved("in June", "two days later", "1830")
    assert (june.by, later.by, year.by) == (YEAR, YEAR + 1, None)


def test_days_reach_as_far_as_what_is_leaned_on_leaves_open() -> None:
    _, later = resolved("in June", "two days later")
    assert later.first is not None
    assert later.last is not None
    assert later.first <= date(1823, 6, 2)
    assert later.last >= date(1823, 7, 2)


def test_a_year_far_from_those_before_and_after_it_is_an_aside() -> None:
    assert [each.value for each in resolved("1994", "in June", "1824")] == ["1994", "1823-06", "1824"]


def test_a_story_of_before_christ_has_years_alone() -> None:
    told = resolved("264 BC", "in September", "the following year", "two days later", "the same year", "a year later")
    assert [each.value for each in told] == ["BC0264", "BC0264-09", "BC0263", "BC0263", "BC0263", "BC0262"]
    assert {(each.first, each.last) for each in told} == {(None, None)}


@pytest.mark.parametrize("words", ["yesterday", "last week", "two months ago", "Friday"])
def test_what_leans_on_the_day_of_writing_is_told_by_that_alone(words: str) -> None:
    (unknown,) = resolved(words)
    (known,) = resolved(words, written=WRITTEN)
    (alone,) = resolve([Expression(0, 9, words, "DATE", read(words, "DATE"))], (WRITTEN, WRITTEN))
    assert (unknown.value, unknown.first, unknown.last) == (None, None, None)
    assert known == alone


def test_a_side_is_told_without_a_day_of_writing() -> None:
    assert [each.value for each in resolved("recently", "now")] == ["PAST_REF", "PRESENT_REF"]


def test_the_day_of_writing_does_not_move_a_story() -> None:
    assert resolved("in June", "the next day", written=WRITTEN) == resolved("in June", "the next day", written=date(1999, 1, 1))


def test_a_text_whose_years_are_the_writings_is_none() -> None:
    (found,) = resolved("in August", written=date(1823, 12, 1))
    assert found.by is None


@pytest.mark.parametrize(
    ("told", "story"),
    [
        (CHRONICLE, True),
        (CHRONICLE[1:], False),
        ((*CHRONICLE[10:], *["in June"] * 10), True),
        ((*CHRONICLE, "yesterday", "two years ago"), True),
        ((*CHRONICLE, "yesterday", "last week", "Friday"), False),
        (("in June", "3 May", "the next day") * 20, False),
        (("the 1790s", "the 19th century", "the 1820s") * 10, False),
        (("490 BC", "481 BC", "the spring of 480 BC") * 7, True),
        ((), False),
    ],
)
def test_a_text_is_a_story_where_it_is_full_of_dates_of_its_own(told: tuple[str, ...], story: bool) -> None:
    assert is_story([read(words, "DATE") for words in told], None) is story
