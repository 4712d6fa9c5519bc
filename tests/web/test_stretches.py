"""Stretches on an axis: places, and letters that do not meet."""

from __future__ import annotations

import pytest

from purport.findings import Stretch
from purport.web.stretches import lane


def test_bands_stand_where_stretches_lie() -> None:
    (band,) = lane(200, [("A", Stretch(50, 100))]).bands
    assert (band.name, band.left, band.width, band.middle) == ("A", "25.00%", "25.00%", "37.50%")


def test_names_that_would_meet_have_no_room() -> None:
    stretches = [(each, Stretch(start, start + 1)) for each, start in (("C", 500), ("A", 10), ("B", 12), ("D", 550))]
    rooms = {each.name: (each.has_room, each.has_room_anywhere) for each in lane(1000, stretches).bands}
    assert rooms == {"A": (True, True), "B": (False, False), "C": (True, True), "D": (True, False)}


def test_bands_are_never_too_thin_or_outside() -> None:
    first, _, last = lane(1000, [("A", Stretch(10, 11)), ("B", Stretch(12, 13)), ("C", Stretch(999.9, 1200))]).bands
    assert first.width == "0.70%"
    assert float(last.left[:-1]) + float(last.width[:-1]) <= 100


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0, ["0:00"]), (6, ["0:00", "0:01", "0:02", "0:03", "0:04", "0:05"]), (2760, ["0:00", "10:00", "20:00", "30:00", "40:00"])],
)
def test_marked_times_are_few_and_round(seconds: float, words: list[str]) -> None:
    assert [each.words for each in lane(seconds, []).ticks] == words


def test_a_day_has_marked_times_too() -> None:
    assert len(lane(86_400, []).ticks) <= 8
