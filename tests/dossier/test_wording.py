"""Lengths and days in words, and where words stand."""

from __future__ import annotations

import pytest

from purport.dossier.wording import lasting, places, when
from resolve.saying import days


@pytest.mark.parametrize(
    ("value", "words"), [("PT31M", "31 minutes"), ("PT1H5M", "1 hour 5 minutes"), ("PT40S", "40 seconds"), ("P2D", "P2D"), ("PTXM", "PTXM")]
)
def test_lengths_in_words(value: str, words: str) -> None:
    assert lasting(value) == words


@pytest.mark.parametrize(
    ("told_days", "words"),
    [
        ("2031-03-06", "2031-03-06"),
        ("2031-03-01..2031-03-31", "2031-03"),
        ("2031-01-01..2031-12-31", "2031"),
        ("2031-02-01..2031-02-28", "2031-02"),
        ("2031-03-01..2031-03-28", "2031-03-01 to 2031-03-28"),
        ("2031-03-01..2031-03-09", "2031-03-01 to 2031-03-09"),
        ("..2031-03-09", ""),
    ],
)
def test_days_in_words(told_days: str, words: str) -> None:
    assert when(days(told_days)) == words


def test_words_are_found_over_line_breaks() -> None:
    text = "It came out on\n  Ember Voice. The Ember\nVoice is a channel."
    assert [each.words(text) for each in places(text, "Ember Voice")] == ["Ember Voice", "Ember\nVoice"]
    assert [*places(text, "Ember Days")] == []
