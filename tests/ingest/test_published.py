"""Dates as a person writes them, and how evidence is weighed."""

from __future__ import annotations

import pytest

from purport.errors import UsageError
from purport.ingest import parse_published
from purport.ingest.printed import DateRole, PrintedDate
from purport.ingest.publication import date_publication
from purport.records import Basis, Interval, Published


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031-03-02", "2031-03-02", "2031-03-02"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-03-02..2031-03-05", "2031-03-02", "2031-03-05"),
        ("2031-03/2031", "2031-03-01", "2031-12-31"),
        (" 2030 .. 2031-02 ", "2030-01-01", "2031-02-28"),
        ("2031-03-02..", "2031-03-02", None),
        ("..2031-03-02", None, "2031-03-02"),
        ("/2031", None, "2031-12-31"),
    ],
)
def test_given_dates(text: str, first: str | None, last: str | None) -> None:
    assert parse_published(text) == Interval(first, last)


@pytest.mark.parametrize(
    "text", ["", "..", "/", "yesterday", "2031-13", "2031-02-29", "31-03-02", "2031-3-2", "2031..2030", "2031..2032..2033", "٢٠٣١", "0000"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(UsageError, match="expected"):
        parse_published(text)


def days(first: str, last: str | None = None) -> Interval:
    return Interval(first, last or first)


def whys(published: Published) -> list[str]:
    return [reason.why for reason in published.reasons]


TEXT = "2 March 2031 | 5 March 2031"
PRINTED = PrintedDate(0, 12, (days("2031-03-02"),))
UPDATED = PrintedDate(15, 27, (days("2031-03-05"),), DateRole.UPDATED)


def test_nothing_known() -> None:
    assert date_publication("r", TEXT) == Published()


def test_given_wins_and_a_different_printed_date_is_shown() -> None:
    found = date_publication("r", TEXT, given=days("2031-04-01"), printed=[PRINTED], metadata=days("2031-04-01"))
    assert (found.basis, found.not_before, found.not_after) == (Basis.GIVEN, "2031-04-01", "2031-04-01")
    assert whys(found) == [
        "given: 2031-04-01",
        "printed: 2 March 2031; differs from 2031-04-01",
        "the page's data say 2031-04-01; agrees",
    ]
    assert (found.reasons[1].report, found.reasons[1].start, found.reasons[1].end) == ("r", 0, 12)


def test_printed_comes_before_metadata() -> None:
    found = date_publication("r", TEXT, printed=[PRINTED], metadata=days("2031-03-03"))
    assert (found.basis, found.not_before) == (Basis.PRINTED, "2031-03-02")
    assert whys(found)[1] == "the page's data say 2031-03-03; differs from 2031-03-02"


def test_metadata_alone() -> None:
    found = date_publication("r", TEXT, metadata=days("2031-03-03"))
    assert (found.basis, found.candidates) == (Basis.METADATA, (days("2031-03-03"),))


def test_two_readings_are_two_candidates_and_one_interval() -> None:
    printed = PrintedDate(0, 10, (days("2031-04-03"), days("2031-03-04")))
    found = date_publication("r", "03/04/2031", printed=[printed])
    assert (found.not_before, found.not_after) == ("2031-03-04", "2031-04-03")
    assert found.candidates == (days("2031-04-03"), days("2031-03-04"))
    assert whys(found) == ["printed: 03/04/2031, which can mean 2031-04-03 or 2031-03-04"]


def test_a_change_only_bounds_the_date() -> None:
    found = date_publication("r", TEXT, printed=[UPDATED])
    assert (found.basis, found.not_before, found.not_after) == (Basis.PRINTED, None, "2031-03-05")
    assert date_publication("r", TEXT, printed=[UPDATED, PRINTED]).not_after == "2031-03-02"


def test_a_date_without_a_year_is_shown_and_dates_nothing() -> None:
    found = date_publication("r", "March 3", printed=[PrintedDate(0, 7, ())])
    assert (found.basis, found.not_before, found.not_after) == (Basis.UNKNOWN, None, None)
    assert whys(found) == ["printed without a year: March 3"]


def test_an_open_given_interval_stays_open() -> None:
    found = date_publication("r", TEXT, given=Interval(None, "2031-03-05"), printed=[PRINTED])
    assert (found.not_before, found.not_after) == (None, "2031-03-05")
    assert whys(found)[1] == "printed: 2 March 2031; agrees"
