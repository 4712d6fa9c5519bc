"""The recording of an undated report is a dated report's where nothing else can be meant, and only then."""

from __future__ import annotations

from itertools import permutations

import pytest

import factory
from purport.records import Analysis, Basis, Interval, Published
from purport.resolve.released import find_released

Told = tuple[str, str | None, str | None, str | None, str | None]
"""Words of a recording, its speaker, the first and last day of its coming out, its length."""
TEXT = "An audio message came out, a second recording is spoken of, and a long video too."


def report(path: str, *recordings: Told, basis: Basis = Basis.GIVEN) -> Analysis:
    """A report with recordings."""
    one = factory.report(TEXT, path=path, published=Published("2031-03-10", "2031-03-10", basis))
    made = (
        factory.recording(one, words, speaker=speaker, released=Interval(first, last), duration=length)
        for words, speaker, first, last, length in recordings
    )
    return factory.analysis(one, recordings=tuple(made))


def undated(*more: Told, speaker: str = "Veshan Dormoo", last: str = "2031-03-13") -> Analysis:
    own = ("audio message", speaker, "2031-02-27", last, "PT30M")
    return report("undated.txt", own, *more, basis=Basis.INFERRED)


def days(*reports: Analysis) -> set[tuple[str | None, str | None, str]]:
    found = {find_released(each) for each in permutations(reports)}
    (same,) = found
    return {(each.days.not_before, each.days.not_after, each.path) for each in same}


WIRE = report("wire.txt", ("audio message", "Veshan Dormu", "2031-03-06", "2031-03-06", "PT31M"))
POST = report("post.txt", ("recording", "Vechan Dormu", "2031-03-05", "2031-03-07", None))


def test_a_recording_by_every_dated_report() -> None:
    assert days(undated(), WIRE, POST) == {("2031-03-06", "2031-03-06", "wire.txt"), ("2031-03-05", "2031-03-07", "post.txt")}


@pytest.mark.parametrize(
    "other",
    [
        report("b.txt", ("audio message", "Veshan Dormu", "2031-03-01", "2031-03-01", "PT31M")),
        report("b.txt", ("audio message", "Veshan Dormu", "2031-03-06", "2031-03-06", "PT17M")),
        report("b.txt", ("long video", "Veshan Dormu", "2031-03-09", "2031-03-09", None)),
    ],
    ids=["another day", "another length", "another one"],
)
def test_two_that_can_be_meant_tell_nothing(other: Analysis) -> None:
    assert days(undated(), WIRE, other) == set()


def test_what_can_be_no_other_tells_nothing() -> None:
    assert days(undated(speaker="Ilko Dormu"), WIRE) == set()
    assert days(undated(speaker="Dormu"), WIRE) == set()
    assert days(undated(last="2031-05-13"), WIRE) == set()
    assert days(undated(("recording", "Veshan Dormu", "2031-03-01", "2031-03-09", None)), WIRE) == set()
    assert days(undated(), report("b.txt", ("audio message", "Veshan Dormu", "2031-02-27", "2031-03-10", None))) == set()
    assert days(undated(), report("b.txt", ("audio message", "Veshan Dormu", None, "2031-03-10", None))) == set()
    assert days(undated(), report("b.txt", ("audio message", None, "2031-03-06", "2031-03-06", None))) == set()
    before = ("audio message", "Veshan Dormu", "2030-03-06", "2030-03-06", "PT31M")
    assert days(undated(), report("b.txt", before)) == set()


def test_one_undated_report_tells_another_nothing() -> None:
    other = report("b.txt", ("audio message", "Veshan Dormu", "2031-03-06", "2031-03-06", None), basis=Basis.INFERRED)
    assert days(undated(), other) == set()
