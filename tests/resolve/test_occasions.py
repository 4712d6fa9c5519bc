"""What is not dated happened shortly before its report came out, unless it is told of as over or to come."""

import pytest

from purport.records import Interval
from purport.resolve.occasions import meet, on_other_days, when
from purport.resolve.told import ANY_DAY, Around, Told
from resolve.happen import day

OUT = day("2031-03-22")
RECENT = Interval("2031-03-01", "2031-03-22")


@pytest.mark.parametrize(
    ("days", "out", "expected"),
    [
        (ANY_DAY, OUT, RECENT),
        (ANY_DAY, ANY_DAY, ANY_DAY),
        (Interval(None, "2031-03-22"), OUT, RECENT),
        (Interval("2031-03-10", None), OUT, Interval("2031-03-10", "2031-03-22")),
        (day("2030-12-01", "2030-12-31"), OUT, day("2030-12-01", "2030-12-31")),
        (day("2030-01-01", "2031-03-22"), OUT, RECENT),
        (Interval(None, "2030-12-31"), OUT, Interval(None, "2030-12-31")),
        (Interval("2031-04-01", None), OUT, Interval("2031-04-01", None)),
    ],
)
def test_when_it_can_have_happened(days: Interval, out: Interval, expected: Interval) -> None:
    assert when(Told("e", Around("r", out=out), "raid", "occurrence", days=days)) == expected


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (day("2031-03-02"), day("2031-03-03"), False),
        (day("2031-03-02"), day("2031-03-04"), True),
        (day("2031-01-01", "2031-01-31"), day("2031-02-01", "2031-02-28"), True),
        (day("2031-01-01", "2031-01-31"), day("2031-01-31"), False),
        (Interval(None, "2031-01-31"), Interval("2031-02-01", None), True),
        (ANY_DAY, day("2031-02-01"), False),
    ],
)
def test_days_that_are_others(one: Interval, other: Interval, apart: bool) -> None:
    assert on_other_days(one, other) == on_other_days(other, one) == apart


def test_days_in_common() -> None:
    assert meet(Interval(None, "2031-03-02"), Interval("2031-03-02", None))
    assert not meet(day("2031-03-02"), day("2031-03-03"))
