"""Ids are digests: equal for equal input, different for any other."""

from hypothesis import given
from hypothesis import strategies as st

from purport.ids import LENGTH, item_id, report_id
from purport.records import Span


def test_wire_copies_stay_two_reports() -> None:
    assert report_id("a.txt", "00") != report_id("b.txt", "00")
    assert report_id("a.txt", "00") != report_id("a.txt", "01")
    assert report_id("a.txt", "00") == report_id("a.txt", "00")


PLACES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3)


@given(PLACES, PLACES)
def test_items_differ_where_their_spans_do(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    ids = [item_id("r", "claim", [Span(*place) for place in places]) for places in (one, other)]
    assert (ids[0] == ids[1]) == (one == other)
    assert len(ids[0]) == LENGTH


def test_layers_keep_apart() -> None:
    assert item_id("r", "claim", [Span(0, 1)]) != item_id("r", "mention", [Span(0, 1)])
