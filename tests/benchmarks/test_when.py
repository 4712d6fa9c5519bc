"""How links between events and times are counted."""

from collections import Counter
from datetime import date

import pytest

from corpora.timelinks import Link, Linked, Order
from example import Marked
from extract.parsed import reading_of, text_of
from when import Days, add, days_of, shares, verdict

JULY = Days(date(2017, 7, 1), date(2017, 7, 31))
DAY = Days(date(2017, 7, 31), date(2017, 7, 31))
FELL = "It/PRP/2/nsubj fell/VBD/0/root/! in/IN/4/case July/NNP/2/obl/@DATE ././2/punct"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2017-07", JULY),
        ("2017-07-31T09:30", DAY),
        ("2017-W27", Days(date(2017, 7, 3), date(2017, 7, 9))),
        ("2017-Q3", Days(date(2017, 7, 1), date(2017, 9, 30))),
        ("2017-H2", Days(date(2017, 7, 1), date(2017, 12, 31))),
        ("2017-SP", Days(date(2017, 3, 1), date(2017, 6, 22))),
        ("2017", Days(date(2017, 1, 1), date(2017, 12, 31))),
        ("2017-02-30", None),
        ("P3D", None),
        ("PAST_REF", None),
    ],
)
def test_a_value_has_days(value: str, expected: Days | None) -> None:
    assert days_of(value) == expected


@pytest.mark.parametrize(
    ("event", "order", "time", "expected"),
    [
        (DAY, Order.WITHIN, JULY, "agree"),
        (JULY, Order.WITHIN, DAY, "silent"),
        (Days(date(2017, 8, 1), None), Order.WITHIN, JULY, "wrong"),
        (Days(None, date(2017, 7, 31)), Order.BEFORE, DAY, "agree"),
        (Days(None, date(2017, 7, 31)), Order.BEFORE, JULY, "silent"),
        (DAY, Order.BEFORE, JULY, "wrong"),
        (DAY, Order.BEFORE, DAY, "agree"),
        (Days(date(2017, 8, 1), None), Order.BEFORE, DAY, "wrong"),
        (Days(date(2017, 7, 31), None), Order.AFTER, DAY, "agree"),
        (DAY, Order.AFTER, JULY, "agree"),
        (Days(None, date(2017, 7, 30)), Order.AFTER, DAY, "wrong"),
        (Days(None, None), Order.AFTER, DAY, "silent"),
    ],
)
def test_an_event_agrees_contradicts_or_is_silent(event: Days, order: Order, time: Days, expected: str) -> None:
    assert verdict(event, order, time) == expected


def test_a_document_is_counted() -> None:
    fell = Marked(3, 7, "occurrence")
    lost = Marked(0, 2, "occurrence")
    links = (
        Link(fell, Order.WITHIN, "2017-07", False),
        Link(fell, Order.AFTER, "2017-09-28", True),
        Link(lost, Order.BEFORE, "2017-09-28", True),
        Link(fell, Order.BEFORE, "P3D", False),
    )
    totals, told = Counter[str](), list[str]()
    add(Linked("x", text_of(FELL), "2017-09-28", (fell, lost), links), reading_of(FELL), totals, told)
    assert shares(totals) == {
        "events": 2,
        "found": 50.0,
        "bound": 50.0,
        "both ends": 50.0,
        "links": 3,
        "agree": 33.3,
        "silent": 33.3,
        "wrong": 33.3,
        "wrong of said": 50.0,
    }
    assert told == ["x 2017-09-28\tfell after 2017-09-28\t2017-07-01..2017-07-31\tIt fell in July."]
