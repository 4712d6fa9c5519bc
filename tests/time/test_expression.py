"""The time expressions of one text in order, by when it was written."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.lexicon import rows
from purport.time.anchor import Anchor
from purport.time.expression import Dated, Expression, resolve
from purport.time.grammar import LONGEST, read
from purport.time.leaning import is_named, told_by_writing
from purport.time.meaning import denote
from purport.time.tokens import tokens

THURSDAY = date(2017, 9, 28)
UNTOLD = Dated("DATE")


def expressions(*told: str | tuple[str, bool | None]) -> list[Expression]:
    """Expressions as they stand one after another; a side that is told of goes with the words. Their kind is as their words tell."""
    found, at = [], 0
    for each in told:
        words, past = (each, None) if isinstance(each, str) else each
        meaning = read(words)
        known = denote(meaning, Anchor(THURSDAY)) if meaning is not None else None
        found.append(Expression(at, at + len(words), words, known.type if known else "DATE", meaning, past))
        at += len(words) + 1
    return found


def values(*told: str | tuple[str, bool | None], written: date = THURSDAY) -> list[str | None]:
    return [each.value for each in resolve(expressions(*told), (written, written))]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("May 3, 2014", "the next day", "the same day"), ["2014-05-03", "2014-05-04", "2014-05-04"]),
        (("July 2012", "three days later"), ["2012-07", "2012-07"]),
        (("2012", "the following year", "that year"), ["2012", "2013", "2013"]),
        (("June 1998", "later that year", "that day"), ["1998-06", "1998", "1998-06"]),
        (("July 2012", "that same day", "the year"), ["2012-07", "2012-07", "2017"]),
        (("1998", "midday"), ["1998", "2017-09-28T12:00"]),
        (("1998", "the last week"), ["1998", "2017-W38"]),
        (("the third quarter", "the same period"), ["2017-Q3", "2017-Q3"]),
        (("last year", "two months ago"), ["2016", "2017-07"]),
        (("the third quarter", "a year earlier"), ["2017-Q3", "2016-Q3"]),
        (("Monday", "9 p.m."), ["2017-09-25", "2017-09-25T21:00"]),
        (("two weeks", "the next day"), ["P2W", "2017-09-29"]),
        (("every day", "that month"), ["P1D", "2017-09"]),
        (("recently", "that day"), ["PAST_REF", "2017-09-28"]),
    ],
)
def test_what_was_spoken_of_before_is_what_later_ones_are_told_by(told: tuple[str, ...], expected: list[str]) -> None:
    assert values(*told) == expected


def test_one_day_follows_another() -> None:
    assert values("May 3, 2014", "the next day", "a day later") == ["2014-05-03", "2014-05-04", "2014-05-05"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("June 2009", ("August", True)), ["2009-06", "2009-08"]),
        (("14 June 2009", ("early September", None)), ["2009-06-14", "2009-09"]),
        (("December 2009", ("February", True)), ["2009-12", "2010-02"]),
        (("June 2009", ("November", False)), ["2009-06", "2017-11"]),
        (("2009", ("August", True)), ["2009", "2017-08"]),
        (("June 2016", ("August", True)), ["2016-06", "2017-08"]),
        (("June 2009", "the rest of its customers went", ("August", True)), ["2009-06", None, "2017-08"]),
    ],
)
def test_a_month_leans_on_the_date_just_before_if_that_is_long_over(told: tuple[str, ...], expected: list[str]) -> None:
    assert values(*told) == expected


def test_what_a_month_leans_on_is_told() -> None:
    assert [each.by for each in resolve(expressions("June 2009", ("August", True)), (THURSDAY, THURSDAY))] == [None, 0]


def test_tense_goes_with_each_expression() -> None:
    assert values(("Friday", True), ("Friday", False)) == ["2017-09-22", "2017-09-29"]


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("May 3, 2014", Dated("DATE", "2014-05-03")),
        ("the 1990s", Dated("DATE", "199")),
        ("two weeks", Dated("DURATION", "P2W")),
        ("almost a year", Dated("DURATION", "P1Y", "LESS_THAN")),
        ("every Friday", Dated("SET", "XXXX-WXX-5")),
        ("recently", Dated("DATE", "PAST_REF")),
        ("the past two weeks", Dated("DURATION", "P2W")),
        ("Friday", UNTOLD),
        ("last year", UNTOLD),
        ("two months ago", UNTOLD),
        ("since April", UNTOLD),
    ],
)
def test_without_a_day_of_writing_only_what_stands_by_itself_is_told(words: str, dated: Dated) -> None:
    (found,) = resolve(expressions(words), None)
    assert (found.type, found.value, found.mod) == (dated.type, dated.value, dated.mod)


def test_what_leans_on_a_full_date_needs_no_day_of_writing() -> None:
    found = resolve(expressions("May 3, 2014", "three days later", "the following week"), None)
    assert [each.value for each in found] == ["2014-05-03", "2014-05-06", "2014-W20"]


def test_days_stand_by_themselves_where_the_value_does() -> None:
    (found,) = resolve(expressions("May 3, 2014"), None)
    assert (found.first, found.last) == (date(2014, 5, 3), date(2014, 5, 3))


@pytest.mark.parametrize(
    ("words", "first", "last", "value"),
    [
        ("yesterday", date(2017, 9, 24), date(2017, 9, 27), None),
        ("this month", date(2017, 9, 1), date(2017, 9, 30), "2017-09"),
        ("last year", date(2016, 1, 1), date(2016, 12, 31), "2016"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "2014"),
        ("the past two weeks", date(2017, 9, 3), date(2017, 9, 28), "P2W"),
    ],
)
def test_over_some_days_of_writing_days_are_as_far_apart_as_they_can_be(words: str, first: date, last: date, value: str | None) -> None:
    (found,) = resolve(expressions(words), (date(2017, 9, 25), THURSDAY))
    assert (found.first, found.last, found.value) == (first, last, value)


def test_a_weekday_over_two_weeks_of_writing_may_be_any_of_them() -> None:
    (found,) = resolve(expressions(("Friday", True)), (date(2017, 9, 14), date(2017, 9, 28)))
    assert (found.first, found.last, found.value) == (date(2017, 9, 8), date(2017, 9, 22), None)


def test_what_is_open_ended_stays_so() -> None:
    for written in (date(2000, 1, 1), THURSDAY):
        (found,) = resolve(expressions("2014 or later"), (written, written))
        assert (found.first, found.last) == (date(2014, 1, 1), None)


def test_an_expression_of_which_nothing_is_known_keeps_the_type_it_was_found_with() -> None:
    unknown = Expression(0, 4, "eons", "DURATION", None)
    assert resolve([unknown], (THURSDAY, THURSDAY)) == [Dated("DURATION")]
    assert resolve([unknown], None) == [Dated("DURATION")]


def test_nothing_comes_to_nothing() -> None:
    assert resolve([], (THURSDAY, THURSDAY)) == resolve([], None) == []


@pytest.mark.parametrize(
    ("words", "leans", "named"),
    [
        ("2014", False, True),
        ("the 1990s", False, True),
        ("May 2014", False, True),
        ("early 2014", False, True),
        ("two weeks", False, False),
        ("every Friday", False, False),
        ("from 1990 to 1995", False, False),
        ("Friday", True, True),
        ("May last year", True, True),
        ("late last year", True, True),
        ("Friday night", True, True),
        ("two months ago", True, False),
        ("the same day", True, False),
        ("since April", True, False),
        ("the past two weeks", True, False),
        ("the first nine months of 2016", False, False),
        ("now", True, False),
    ],
)
def test_what_leans_on_the_day_of_writing_and_what_is_remembered(words: str, leans: bool, named: bool) -> None:
    meaning = read(words, "DATE")
    assert meaning is not None
    assert (told_by_writing(meaning), is_named(meaning)) == (leans, named)


# Whatever the words, and whenever written

EXAMPLES = [row[3] for row in rows("time_rules.tsv") if len(row) > 3]
PIECES = sorted({token.replace("_", " ") for words in EXAMPLES for token in tokens(words)} | {"31", "0", "9999", "2/30/2017", "of", "to"})
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
phrases = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
sides = st.sampled_from([True, False, None])


def made(phrase: str, past: bool | None) -> Expression:
    return Expression(0, len(phrase), phrase, "DATE", read(phrase, "DATE"), past)


@settings(deadline=None)
@given(words=st.text(max_size=200), kind=st.sampled_from(["", "DATE", "TIME", "DURATION", "SET", "else"]))
def test_any_text_can_be_read(words: str, kind: str) -> None:
    assert read(words, kind) == read(words, kind)


@settings(deadline=None)
@given(words=phrases, written=days, past=sides)
def test_any_phrase_comes_to_days_in_order_on_any_day(words: str, written: date, past: bool | None) -> None:
    own = made(words, past)
    (found,) = resolve([own], (written, written))
    assert found.first is None or found.last is None or found.first <= found.last
    assert own.meaning is None or str(own.meaning)


def test_a_month_that_is_not_is_not_read() -> None:
    for words in ("2016-17", "1914-18", "2016-00"):
        str(read(words))


@settings(deadline=None)
@given(phrases=st.lists(phrases, min_size=1, max_size=4), written=days, other=days)
def test_texts_come_to_days_over_any_days_of_writing(phrases: list[str], written: date, other: date) -> None:
    between = min(written, other), max(written, other)
    found = resolve([made(phrase, None) for phrase in phrases], between)
    assert len(found) == len(phrases)
    assert all(each.first is None or each.last is None or each.first <= each.last for each in found)


@settings(deadline=None)
@given(words=st.sampled_from(EXAMPLES), written=days, other=days, past=sides)
def test_what_does_not_lean_on_the_day_of_writing_is_the_same_on_any(words: str, written: date, other: date, past: bool | None) -> None:
    own = made(words, past)
    assert own.meaning is not None
    if not told_by_writing(own.meaning):
        between = ((written, written), (other, other), None)
        assert len({(each.type, each.value, each.mod) for days in between for each in resolve([own], days)}) == 1


@settings(deadline=None)
@given(words=st.sampled_from(EXAMPLES), written=st.dates(date(1990, 1, 1), date(2026, 1, 1)), more=st.integers(0, 400), past=sides)
def test_what_is_told_over_some_days_holds_what_is_told_on_each(words: str, written: date, more: int, past: bool | None) -> None:
    own = made(words, past)
    (whole,) = resolve([own], (written, written + timedelta(more)))
    for day in range(0, more + 1, 1 + more // 10):
        (found,) = resolve([own], (written + timedelta(day),) * 2)
        assert whole.value in (None, found.value)
        assert whole.first is None or (found.first is not None and whole.first <= found.first)
        assert whole.last is None or (found.last is not None and found.last <= whole.last)


def test_a_clause_is_no_time_expression() -> None:
    assert read("one " * (LONGEST + 1)) is None
    assert read("") is None
