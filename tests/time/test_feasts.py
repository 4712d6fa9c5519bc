"""Days that have a name."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from misses import marked
from purport.lexicon import rows
from purport.time.feasts import feasts

NAMES = sorted(forms.split()[0] for forms, *_ in rows("feasts.tsv"))
KNOWN_LATE = {
    "ramadan": 2027,
    "ashura": 2027,
    "arbaeen": 2027,
    "islamic_new_year": 2027,
    "lunar_new_year": 2028,
    "vesak": 2028,
}
"""Feasts of which the calendars that the project asks know no more from a year on."""


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("christmas", 2016, "12-25", "12-25"),
        ("new_year's_eve", 2016, "12-31", "12-31"),
        ("easter", 2016, "03-27", "03-27"),
        ("easter", 2017, "04-16", "04-16"),
        ("easter", 2038, "04-25", "04-25"),
        ("good_friday", 2017, "04-14", "04-14"),
        ("ash_wednesday", 2017, "03-01", "03-01"),
        ("lent", 2017, "03-01", "04-15"),
        ("holy_week", 2017, "04-10", "04-16"),
        ("thanksgiving", 2017, "11-23", "11-23"),
        ("labor_day", 2017, "09-04", "09-04"),
        ("memorial_day", 2017, "05-29", "05-29"),
        ("martin_luther_king_day", 2017, "01-16", "01-16"),
        ("mother's_day", 2017, "05-14", "05-14"),
        ("nowruz", 2017, "03-21", "03-21"),
        ("passover", 2017, "04-11", "04-18"),
        ("yom_kippur", 2017, "09-30", "09-30"),
        ("diwali", 2017, "10-18", "10-18"),
        ("lunar_new_year", 2017, "01-28", "01-28"),
    ],
)
def test_a_feast_falls_on_its_days(name: str, year: int, first: str, last: str) -> None:
    (found,) = feasts(name, year)
    assert (str(found.first), str(found.last)) == (f"{year}-{first}", f"{year}-{last}")


@pytest.mark.parametrize(
    ("name", "year", "value", "first", "last"),
    [
        ("ramadan", 2017, "2017-05-27/2017-06-25", date(2017, 5, 26), date(2017, 6, 26)),
        ("eid_al-fitr", 2017, "2017-06-25/2017-06-27", date(2017, 6, 24), date(2017, 6, 28)),
        ("ashura", 2017, "2017-10-01", date(2017, 9, 30), date(2017, 10, 2)),
    ],
)
def test_a_feast_by_the_moon_may_be_a_day_off(name: str, year: int, value: str, first: date, last: date) -> None:
    (found,) = feasts(name, year)
    assert (found.value, found.first, found.last) == (value, first, last)


def test_a_lunar_year_can_begin_twice_in_one_of_ours() -> None:
    assert [each.first.month for each in feasts("eid_al-fitr", 2000)] == [1, 12]


def test_a_feast_over_the_years_end_begins_once() -> None:
    begun = [each.value[:10] for year in (2006, 2007) for each in feasts("eid_al-adha", year)]
    assert begun == ["2006-01-10", "2006-12-31", "2007-12-20"]


def test_what_is_not_known_is_not_given() -> None:
    assert feasts("ramadan", 1980) == []


@pytest.mark.parametrize(
    "name",
    marked(
        ((name,) for name in NAMES),
        {name: f"not known from {year} on; a calendar reckoned by rule would go on" for name, year in KNOWN_LATE.items()},
    ),
)
def test_a_feast_is_known_for_years_to_come(name: str) -> None:
    assert all(feasts(name, year) for year in range(2026, 2036))


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=10)
@given(year=st.integers(1, 9999))
def test_a_feast_of_any_year_begins_in_it(name: str, year: int) -> None:
    for found in feasts(name, year):
        assert found.first <= found.last
        assert found.value[:4] == f"{year:04}"


@pytest.mark.parametrize("name", NAMES)
def test_every_year_of_the_calendar_can_be_asked_for(name: str) -> None:
    assert [feasts(name, year) is not None for year in (1, 2, 9998, 9999)] == [True] * 4
