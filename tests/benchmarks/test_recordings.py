"""A recording of the answers is found by its medium; bounds are right, missing, or shut days out."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

import factory
import recordings
from purport.records import Analysis, Interval, Recorded

TEXT = "An audio message said to be from Bram Oro surfaced on Monday. In it the speaker mocks a truce but not the raid."


def gold(**fields: Any) -> dict:
    """The answers: one recording of Monday, 3 March 2031, that mentions a truce of February."""
    return {
        "recording": {
            "medium": "audio message",
            "speaker": "Mr. Oro",
            "speaker_hedge": "said to be from",
            "channel": None,
            "duration_iso": None,
            "released": "2031-03-03",
            "authenticity_words": [],
            "mentions": [{"words": "a truce"}],
            "does_not_mention": [{"words": "the raid"}],
            "not_before": "2031-02-01",
            "not_after": "2031-03-03",
            "previous_recordings": [],
        }
        | fields
    }


def analysis(not_before: str | None = "2031-02-01", **fields: Any) -> Analysis:
    """A record with the recording."""
    report = factory.report(TEXT)
    spans = {name: factory.span(TEXT, words) for name, words in (("hedge", "said to be from"), ("truce", "a truce"), ("raid", "the raid"))}
    fields = {
        "speaker": "Bram Oro",
        "hedge": spans["hedge"],
        "released": Interval("2031-03-03", "2031-03-03"),
        "recorded": Recorded(not_before, "2031-03-03"),
        "mentions": (spans["truce"],),
        "omits": (spans["raid"],),
    } | fields
    return factory.analysis(report, recordings=(factory.recording(report, "An audio message", **fields),))


def counted(wanted: dict, made: Analysis) -> Counter[str]:
    """The totals of one report."""
    totals: Counter[str] = Counter()
    recordings.add(wanted, made, totals)
    return totals


def test_all_is_right() -> None:
    found = counted(gold(), analysis())
    named = ("found", "speaker", "duration", "hedge", "channel", "released", "not before", "not after", "mentions found", "omits found")
    assert [found[name] for name in named] == [1] * len(named)
    assert not any(found[name] for name in ("missing", "shut out", "released wrong", "mentions spurious", "others"))


@pytest.mark.parametrize(("bound", "counts"), [("2031-02-15", "shut out"), (None, "missing")])
def test_bounds_that_are_wrong_or_missing(bound: str | None, counts: str) -> None:
    found = counted(gold(), analysis(bound))
    assert (found["not before"], found[counts]) == (0, 1)


def test_a_release_must_hold_the_true_day_and_be_narrow() -> None:
    assert counted(gold(), analysis(released=Interval("2031-03-04", "2031-03-05")))["released wrong"] == 1
    wide = counted(gold(), analysis(released=Interval(None, "2031-03-05")))
    assert (wide["released"], wide["released wrong"]) == (0, 0)


def test_a_bound_where_the_answers_draw_none_is_invented() -> None:
    assert counted(gold(not_before=None), analysis())["shut out"] == 1


def test_recordings_where_nothing_is_at_issue_are_invented() -> None:
    assert counted({}, analysis())["invented"] == 1
