"""What meanings come to, with their days, and how they say it in words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.time.anchor import Anchor
from purport.time.calendar import Period, Unit, period, season
from purport.time.grammar import read
from purport.time.lengths import ABOUT, LESS, MORE, Count, Length
from purport.time.meaning import Denoted, Every, Meaning, Stretch, Vague, denote
from purport.time.parts import EARLIER, END, LATER, MID, START, Edged, Hour, In, Nth, Part, Range
from purport.time.points import Again, Away, Era, Shift, Year
from purport.time.recurring import Recurring, Turn

THURSDAY = date(2017, 9, 28)
LAST_YEAR = Shift(Unit.YEAR, -1)
MAY, FRIDAY, SUMMER = Recurring("month", 5), Recurring("weekday", 5), Recurring("season", 2)
LEAP_DAY = Recurring("date", 2, 29)
SECOND_QUARTER = Recurring("quarter", 2)


def length(number: float | None, unit: Unit, mod: str | None = None, *, rest: Length | None = None) -> Length:
    return Length(Count(number, number, mod), unit, rest)


def told(meaning: Meaning, *, past: bool | None = None, spoken: tuple[Period, ...] = (), written: date = THURSDAY) -> str:
    """Type, value and modifier, as ``DATE 2014 START``; "nothing" where it comes to none."""
    found = denote(meaning, Anchor(written, spoken, past))
    return " ".join(part for part in (found.type, found.value, found.mod) if part) if found else "nothing"


def days(meaning: Meaning, *, past: bool | None = None, spoken: tuple[Period, ...] = (), written: date = THURSDAY) -> str:
    """The days it can mean, as ``2014-01-01..2014-12-31``, an open end empty."""
    found = denote(meaning, Anchor(written, spoken, past))
    return f"{found.first or ''}..{found.last or ''}" if found else "nothing"


MEANINGS: list[tuple[str, Meaning, str, str]] = [
    ("2014", Year(2014), "DATE 2014", "2014-01-01..2014-12-31"),
    ("fiscal 2016", Year(2016, fiscal=True), "DATE 2016", "2015-04-01..2017-09-30"),
    ("the decade from 1990", Era(Unit.DECADE, 1990), "DATE 199", "1990-01-01..1999-12-31"),
    ("the century from 1800", Era(Unit.CENTURY, 1800), "DATE 18", "1800-01-01..1899-12-31"),
    ("July", Recurring("month", 7), "DATE 2017-07", "2017-07-01..2017-07-31"),
    ("Friday", FRIDAY, "DATE 2017-09-22", "2017-09-22..2017-09-22"),
    ("4 July", Recurring("date", 7, 4), "DATE 2017-07-04", "2017-07-04..2017-07-04"),
    ("29 February", LEAP_DAY, "DATE 2016-02-29", "2016-02-29..2016-02-29"),
    ("winter", Recurring("season", 4), "DATE 2016-WI", "2016-12-01..2017-03-22"),
    ("the second quarter", SECOND_QUARTER, "DATE 2017-Q2", "2017-04-01..2017-06-30"),
    ("the first half", Recurring("half", 1), "DATE 2017-H1", "2017-01-01..2017-06-30"),
    ("the last Thursday", Turn(-1, Recurring("weekday", 4)), "DATE 2017-09-21", "2017-09-21..2017-09-21"),
    ("this Thursday", Turn(0, Recurring("weekday", 4)), "DATE 2017-09-28", "2017-09-28..2017-09-28"),
    ("the next Thursday", Turn(1, Recurring("weekday", 4)), "DATE 2017-10-05", "2017-10-05..2017-10-05"),
    ("the last November", Turn(-1, Recurring("month", 11)), "DATE 2016-11", "2016-11-01..2016-11-30"),
    ("this November", Turn(0, Recurring("month", 11)), "DATE 2017-11", "2017-11-01..2017-11-30"),
    ("the last September", Turn(-1, Recurring("month", 9)), "DATE 2016-09", "2016-09-01..2016-09-30"),
    ("the day of writing", Shift(Unit.DAY), "DATE 2017-09-28", "2017-09-28..2017-09-28"),
    ("the week after the week of writing", Shift(Unit.WEEK, 1), "DATE 2017-W40", "2017-10-02..2017-10-08"),
    ("the month 2 before the month of writing", Shift(Unit.MONTH, -2), "DATE 2017-07", "2017-07-01..2017-07-31"),
    ("the weekend of writing", Shift(Unit.WEEKEND), "DATE 2017-W39-WE", "2017-09-30..2017-10-01"),
    ("the quarter before the quarter of writing", Shift(Unit.QUARTER, -1), "DATE 2017-Q2", "2017-04-01..2017-06-30"),
    ("the decade before the decade of writing", Shift(Unit.DECADE, -1), "DATE 200", "2000-01-01..2009-12-31"),
    ("2 months before the day of writing", Away(length(2, Unit.MONTH), -1), "DATE 2017-07", "2017-06-25..2017-08-14"),
    ("2 weeks after the day of writing", Away(length(2, Unit.WEEK), 1), "DATE 2017-W41", "2017-10-08..2017-10-20"),
    ("3 days before the day of writing", Away(length(3, Unit.DAY), -1), "DATE 2017-09-25", "2017-09-24..2017-09-26"),
    ("May of the year before the year of writing", In(MAY, LAST_YEAR), "DATE 2016-05", "2016-05-01..2016-05-31"),
    ("Friday of the week before the week of writing", In(FRIDAY, Shift(Unit.WEEK, -1)), "DATE 2017-09-22", "2017-09-22..2017-09-22"),
    ("winter of 2016", In(Recurring("season", 4), Year(2016)), "DATE 2016-WI", "2016-12-01..2017-03-22"),
    ("the second decade of the century from 2000", Nth(2, Unit.DECADE, Era(Unit.CENTURY, 2000)), "DATE 201", "2010-01-01..2019-12-31"),
    (
        "the last day of February of 2016",
        Nth(-1, Unit.DAY, In(Recurring("month", 2), Year(2016))),
        "DATE 2016-02-29",
        "2016-02-29..2016-02-29",
    ),
    ("early in 2014", Part(START, Year(2014)), "DATE 2014 START", "2014-01-01..2014-07-02"),
    ("the middle of May", Part(MID, MAY), "DATE 2017-05 MID", "2017-05-08..2017-05-24"),
    ("late in the year before the year of writing", Part(END, LAST_YEAR), "DATE 2016 END", "2016-07-02..2016-12-31"),
    ("earlier in the year of writing", Part(EARLIER, Shift(Unit.YEAR)), "DATE 2017", "2017-01-01..2017-09-28"),
    ("later in the month of writing", Part(LATER, Shift(Unit.MONTH)), "DATE 2017-09", "2017-09-28..2017-09-30"),
    ("the morning of Friday", Hour("TMO", FRIDAY), "TIME 2017-09-22TMO", "2017-09-22..2017-09-22"),
    ("09:30 GMT of the day of writing", Hour("T09:30", Shift(Unit.DAY), "GMT"), "TIME 2017-09-28T09:30", "2017-09-28..2017-09-28"),
    ("from May to July", Range(MAY, Recurring("month", 7)), "DATE 2017-05/2017-07", "2017-05-01..2017-07-31"),
    ("from May to the day of writing", Range(MAY, None), "DATE 2017-05/2017-09-28", "2017-05-01..2017-09-28"),
    ("from the day of writing to 2020", Range(None, Year(2020)), "DATE 2017-09-28/2020", "2017-09-28..2020-12-31"),
    ("approx 2014", Edged(ABOUT, Year(2014)), "DATE 2014 APPROX", "2013-10-02..2015-04-01"),
    ("on or after 2014", Edged("ON_OR_AFTER", Year(2014)), "DATE 2014 ON_OR_AFTER", "2014-01-01.."),
    ("on or before 2014", Edged("ON_OR_BEFORE", Year(2014)), "DATE 2014 ON_OR_BEFORE", "..2014-12-31"),
    ("2 weeks", length(2, Unit.WEEK), "DURATION P2W", ".."),
    ("less than 1 year", length(1, Unit.YEAR, LESS), "DURATION P1Y LESS_THAN", ".."),
    ("1 to 2 days", Length(Count(1, 2), Unit.DAY), "DURATION P1D", ".."),
    ("some weeks", length(None, Unit.WEEK), "DURATION PXW", ".."),
    ("1.5 hours", length(1.5, Unit.HOUR), "DURATION PT1H30M", ".."),
    ("2.5 years", length(2.5, Unit.YEAR), "DURATION P2Y6M", ".."),
    ("3 decades", length(3, Unit.DECADE), "DURATION P30Y", ".."),
    ("2 hours and 10 minutes", length(2, Unit.HOUR, rest=length(10, Unit.MINUTE)), "DURATION PT2H10M", ".."),
    ("2 days and 3 hours", length(2, Unit.DAY, rest=length(3, Unit.HOUR)), "DURATION P2DT3H", ".."),
    ("0.5 centuries", length(0.5, Unit.CENTURY), "DURATION P50Y", ".."),
    ("the 2 weeks up to the day of writing", Stretch(length(2, Unit.WEEK), -1), "DURATION P2W", "2017-09-06..2017-09-28"),
    ("the 2 weeks from the day of writing", Stretch(length(2, Unit.WEEK), 1), "DURATION P2W", "2017-09-28..2017-10-20"),
    ("the first 9 months of 2016", Stretch(length(9, Unit.MONTH), 1, Year(2016)), "DURATION P9M", "2016-01-01..2016-11-04"),
    ("every 1 day", Every(length(1, Unit.DAY)), "SET P1D", ".."),
    ("every Thursday", Every(Recurring("weekday", 4)), "SET XXXX-WXX-4", ".."),
    ("every July", Every(Recurring("month", 7)), "SET XXXX-07", ".."),
    ("every 4 July", Every(Recurring("date", 7, 4)), "SET XXXX-07-04", ".."),
    ("every summer", Every(SUMMER), "SET XXXX-SU", ".."),
    ("some time before", Vague("PAST_REF"), "DATE PAST_REF", "..2017-09-28"),
    ("about the day of writing", Vague("PRESENT_REF"), "DATE PRESENT_REF", ".."),
    ("some time after", Vague("FUTURE_REF"), "DATE FUTURE_REF", "2017-09-28.."),
]


@pytest.mark.parametrize(("words", "meaning", "value", "lies"), MEANINGS)
def test_a_meaning_comes_to_a_value_and_days(words: str, meaning: Meaning, value: str, lies: str) -> None:
    assert told(meaning) == value
    assert days(meaning) == lies


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        *[(words, meaning) for words, meaning, *_ in MEANINGS],
        ("the 15th", Recurring("day", 15)),
        ("the 22nd", Recurring("day", 22)),
        ("the first week of May", Nth(1, Unit.WEEK, MAY)),
        ("the next first quarter", Turn(1, Recurring("quarter", 1))),
        ("every first quarter", Every(Recurring("quarter", 1))),
        ("Easter Monday", Recurring("feast", name="easter_monday")),
        ("what was spoken of, in 2016", Again(Year(2016))),
        ("5 million years", length(5_000_000, Unit.YEAR)),
        ("3 millennia", length(3, Unit.MILLENNIUM)),
        ("the 11th", Recurring("day", 11)),
    ],
)
def test_a_meaning_says_itself_in_words(words: str, meaning: Meaning) -> None:
    assert str(meaning) == words


@pytest.mark.parametrize(
    ("case", "meaning", "past", "future", "unknown"),
    [
        ("a month gone by", Recurring("month", 7), "2017-07", "2018-07", "2017-07"),
        ("this month", Recurring("month", 9), "2017-09", "2017-09", "2017-09"),
        ("next month", Recurring("month", 10), "2016-10", "2017-10", "2017-10"),
        ("a month far ahead", Recurring("month", 12), "2016-12", "2017-12", "2016-12"),
        ("today's weekday", Recurring("weekday", 4), "2017-09-28", "2017-09-28", "2017-09-28"),
        ("tomorrow's weekday", FRIDAY, "2017-09-22", "2017-09-29", "2017-09-22"),
        ("a date gone by", Recurring("date", 7, 4), "2017-07-04", "2018-07-04", "2017-07-04"),
        ("a date soon", Recurring("date", 11, 30), "2017-11-30", "2017-11-30", "2017-11-30"),
        ("a date far ahead", Recurring("date", 12, 25), "2016-12-25", "2017-12-25", "2016-12-25"),
        ("a quarter just over", SECOND_QUARTER, "2017-Q2", "2018-Q2", "2017-Q2"),
        ("a feast", Recurring("feast", name="easter"), "2017-04-16", "2018-04-01", "2017-04-16"),
        ("a day of the month", Recurring("day", 31), "2017-08-31", "2017-10-31", "2017-08-31"),
        ("a date and its weekday", Recurring("date", 7, 4, weekday=1), "2016-07-04", "2022-07-04", "2016-07-04"),
        ("the leap day", LEAP_DAY, "2016-02-29", "2020-02-29", "2016-02-29"),
    ],
)
def test_tense_chooses_the_side(case: str, meaning: Meaning, past: str, future: str, unknown: str) -> None:
    assert [told(meaning, past=side) for side in (True, False, None)] == [f"DATE {value}" for value in (past, future, unknown)]


def test_a_quarter_that_has_just_ended_is_still_to_come() -> None:
    assert told(SECOND_QUARTER, past=False, written=date(2017, 7, 20)) == "DATE 2017-Q2"
    assert told(SECOND_QUARTER, past=False, written=date(2017, 11, 20)) == "DATE 2018-Q2"


JULY = period(Unit.MONTH, date(2015, 7, 1))
DAY = period(Unit.DAY, date(2015, 7, 14))
QUARTER = period(Unit.QUARTER, date(2016, 8, 1))


@pytest.mark.parametrize(
    ("words", "spoken", "value", "lies"),
    [
        ("the same day", (DAY,), "DATE 2015-07-14", "2015-07-14..2015-07-14"),
        ("the next day", (DAY,), "DATE 2015-07-15", "2015-07-15..2015-07-15"),
        ("the previous year", (DAY,), "DATE 2014", "2014-01-01..2014-12-31"),
        ("that month", (DAY, JULY), "DATE 2015-07", "2015-07-01..2015-07-31"),
        ("three days later", (DAY,), "DATE 2015-07-17", "2015-07-16..2015-07-18"),
        ("two weeks earlier", (DAY,), "DATE 2015-W27", "2015-06-22..2015-07-04"),
        ("a year earlier", (JULY,), "DATE 2014-07", "2014-07-01..2014-07-31"),
        ("a year ago", (QUARTER,), "DATE 2015-Q3", "2015-07-01..2015-09-30"),
        ("a year ago", (), "DATE 2016", "2015-08-22..2017-03-30"),
        ("the quarter", (QUARTER,), "DATE 2016-Q3", "2016-07-01..2016-09-30"),
        ("the quarter", (), "DATE 2017-Q2", "2017-04-01..2017-06-30"),
        ("the weekend", (), "DATE 2017-W38-WE", "2017-09-23..2017-09-24"),
        ("the corresponding period last year", (QUARTER,), "DATE 2016-Q3", "2016-07-01..2016-09-30"),
        ("the corresponding period last year", (), "DATE 2016", "2016-01-01..2016-12-31"),
        ("9 p.m.", (DAY,), "TIME 2015-07-14T21:00", "2015-07-14..2015-07-14"),
        ("9 p.m.", (), "TIME 2017-09-28T21:00", "2017-09-28..2017-09-28"),
    ],
)
def test_what_was_spoken_of_before_is_leant_on(words: str, spoken: tuple[Period, ...], value: str, lies: str) -> None:
    meaning = read(words, value.split()[0])
    assert meaning is not None
    assert (told(meaning, spoken=spoken), days(meaning, spoken=spoken)) == (value, lies)


def test_the_last_time_spoken_of_goes_before_older_ones() -> None:
    other = period(Unit.DAY, date(2010, 1, 2))
    assert told(Shift(Unit.DAY, 1, spoken=True), spoken=(DAY, other)) == "DATE 2015-07-15"
    assert told(Shift(Unit.DAY, 1, spoken=True), spoken=(JULY, other)) == "DATE 2010-01-03"


@pytest.mark.parametrize(
    ("number", "unit", "mod", "least", "most"),
    [
        (2, Unit.MONTH, None, 45, 95),
        (2, Unit.WEEK, None, 10.5, 22),
        (1, Unit.DAY, None, 1, 1),
        (3, Unit.DAY, None, 2, 4),
        (1, Unit.YEAR, LESS, 290, 373),
        (1, Unit.YEAR, MORE, 365, 914),
        (20, Unit.YEAR, None, 6391, 8438),
        (None, Unit.DAY, None, 1, 15),
    ],
)
def test_a_length_is_as_vague_as_it_is_told(number: float | None, unit: Unit, mod: str | None, least: float, most: float) -> None:
    low, high = length(number, unit, mod).days()
    assert low == pytest.approx(least, abs=2.5)
    assert high == pytest.approx(most, abs=2.5)


@pytest.mark.parametrize(
    ("words", "day", "within"),
    [
        ("two months ago", date(2017, 7, 10), True),
        ("two months ago", date(2017, 8, 14), True),
        ("two months ago", date(2017, 8, 20), False),
        ("two months ago", date(2017, 6, 20), False),
        ("almost a year ago", date(2016, 11, 28), True),
        ("almost a year ago", date(2016, 10, 1), True),
        ("almost a year ago", date(2017, 2, 1), False),
        ("almost a year ago", date(2016, 8, 1), False),
        ("two weeks ago", date(2017, 9, 11), True),
        ("a few days ago", date(2017, 9, 24), True),
        ("a decade ago", date(2007, 9, 28), True),
        ("a decade ago", date(2014, 9, 28), False),
    ],
)
def test_a_distance_holds_what_a_writer_may_call_so(words: str, day: date, within: bool) -> None:
    meaning = read(words, "DATE")
    assert meaning is not None
    found = denote(meaning, Anchor(THURSDAY))
    assert found is not None
    assert found.first is not None
    assert found.last is not None
    assert (found.first <= day <= found.last) is within


def test_two_weeks_hold_seventeen_days() -> None:
    least, most = length(2, Unit.WEEK).days()
    assert least <= 17 <= most


@pytest.mark.parametrize(
    ("case", "meaning"),
    [
        ("a day that no calendar has", In(Recurring("date", 6, 31), Year(2017))),
        ("the leap day of another year", In(LEAP_DAY, Year(2017))),
        ("the 10000th year", Shift(Unit.YEAR, 7983)),
        ("before the year 1", Away(length(3000, Unit.YEAR), -1)),
        ("the sixth week of February", Nth(6, Unit.WEEK, In(Recurring("month", 2), Year(2017)))),
        ("the fortieth day of June", Nth(40, Unit.DAY, Recurring("month", 6))),
        ("a feast that is not known", Recurring("feast", name="ramadan")),
        ("a month of no year", Recurring("month", 13)),
    ],
)
def test_what_is_not_comes_to_nothing(case: str, meaning: Meaning) -> None:
    assert told(meaning, written=date(1980, 5, 1) if "feast" in case else THURSDAY) == "nothing"


@pytest.mark.parametrize(
    ("written", "past", "value"),
    [
        (date(1997, 1, 20), True, "nothing"),
        (date(2027, 3, 1), True, "nothing"),
        (date(2026, 11, 22), False, "nothing"),
        (date(2017, 9, 28), True, "DATE 2017-05-27/2017-06-25"),
        (date(2017, 9, 28), False, "DATE 2018-05-17/2018-06-15"),
        (date(2017, 6, 10), None, "DATE 2017-05-27/2017-06-25"),
    ],
)
def test_a_feast_is_given_only_where_its_days_are_known(written: date, past: bool, value: str) -> None:
    assert told(Recurring("feast", name="ramadan"), past=past, written=written) == value


def test_a_range_over_the_years_end_begins_before_it_ends() -> None:
    assert told(Range(Recurring("month", 11), Recurring("month", 2))) == "DATE 2016-11/2017-02"


def test_a_range_of_weekdays_is_one_week() -> None:
    assert told(Range(Recurring("weekday", 1), FRIDAY)) == "DATE 2017-09-18/2017-09-22"


# What holds for whatever day

points = st.sampled_from([meaning for _, meaning, *_ in MEANINGS])
all_days = st.dates(date(1, 1, 1), date(9999, 12, 31))
spoken_of = st.lists(st.builds(period, st.sampled_from([Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.YEAR]), all_days), max_size=3).map(tuple)


@settings(deadline=None)
@given(meaning=points, written=all_days, spoken=spoken_of, past=st.sampled_from([True, False, None]))
def test_a_meaning_comes_to_days_in_order_or_to_nothing(
    meaning: Meaning, written: date, spoken: tuple[Period, ...], past: bool | None
) -> None:
    found = denote(meaning, Anchor(written, spoken, past))
    assert found is None or found.first is None or found.last is None or found.first <= found.last


@settings(deadline=None)
@given(
    number=st.one_of(st.none(), st.integers(0, 10**6), st.floats(0, 1000).map(lambda each: round(each, 1))),
    unit=st.sampled_from([*Unit]),
    mod=st.sampled_from([None, LESS, MORE, ABOUT]),
    written=all_days,
)
def test_no_length_is_too_long_or_too_short(number: float | None, unit: Unit, mod: str | None, written: date) -> None:
    own = length(number, unit, mod)
    least, most = own.days()
    assert 0 <= least <= most
    for meaning in (own, Away(own, -1), Away(own, 1), Stretch(own, -1), Stretch(own, 1)):
        found = denote(meaning, Anchor(written))
        assert found is None or isinstance(found, Denoted)


@settings(deadline=None)
@given(day=all_days)
def test_a_season_told_of_alone_has_begun(day: date) -> None:
    found = denote(SUMMER, Anchor(day, past=True))
    assert found is None or (found.first is not None and found.first <= day) or day < season(1, "SU").first


@pytest.mark.parametrize(
    ("words", "value", "mod"),
    [
        ("490 BC", "BC0490", None),
        ("499-493 B.C.", "BC0499/BC0493", None),
        ("August 480 BC", "BC0480-08", None),
        ("the spring of 480 BC", "BC0480-SP", None),
        ("late 481 BC", "BC0481", "END"),
        ("ca. 466 BC", "BC0466", "APPROX"),
        ("the 5th century B.C.", "BC04", None),
    ],
)
def test_what_was_before_christ_has_a_value_and_no_days(words: str, value: str, mod: str | None) -> None:
    meaning = read(words, "DATE")
    assert meaning is not None
    assert denote(meaning, Anchor(THURSDAY)) == Denoted("DATE", value, mod)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("5 June - 4 August 1952", "1952-06-05/1952-08-04"),
        ("31 May-1 June 1916", "1916-05-31/1916-06-01"),
        ("July-November 1954", "1954-07/1954-11"),
        ("November 1954 to February 1955", "1954-11/1955-02"),
        ("March 5-9, 1918", "1918-03-05/1918-03-09"),
    ],
)
def test_a_range_begins_by_the_year_of_its_end(words: str, value: str) -> None:
    assert told(read(words, "DATE") or Vague("")) == f"DATE {value}"
