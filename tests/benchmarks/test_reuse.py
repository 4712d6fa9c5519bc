"""A planted passage is found by what is told of its place and its recording; all else that is told is a piece, elsewhere, or false."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planting import Planted
from reuse import Found, Score, score, together

PLANTED = Planted(100, 110, 1, 500)
"""Ten seconds from the second recording's 500th on."""
RIGHT = Found(100.1, 109.8, 1, 500.1, 509.8)


def told(*found: Found, ratio: float = 1.0) -> Score:
    return score([PLANTED, Planted(200, 210, 0, 40)], found, ratio)


def test_what_is_told_of_the_place_is_found_and_its_edges_are_held_against_it() -> None:
    one = told(RIGHT)
    assert (one.planted, one.found, one.pieces, one.elsewhere, one.false) == (2, 1, 0, 0, 0)
    assert one.edges == pytest.approx((0.1, 0.2))


@pytest.mark.parametrize(
    ("wrong", "elsewhere"),
    [
        pytest.param(replace(RIGHT, recording=0), 0, id="another recording"),
        pytest.param(replace(RIGHT, there_start=500.7, there_end=510.4), 1, id="another distance"),
        pytest.param(replace(RIGHT, there_end=510.5), 1, id="another speed"),
        pytest.param(Found(110.5, 115, 1, 510.5, 515), 0, id="beside it"),
    ],
)
def test_what_is_told_otherwise_is_not_found(wrong: Found, elsewhere: int) -> None:
    assert told(wrong) == Score(2, 0, 0, elsewhere, 1 - elsewhere, ())


def test_of_two_told_of_one_the_longer_is_it_and_the_other_a_piece() -> None:
    one = told(Found(100, 103, 1, 500, 503), Found(104, 110, 1, 504, 510))
    assert (one.found, one.pieces, one.false) == (1, 1, 0)
    assert one.edges == pytest.approx((4, 0))


def test_a_faster_copy_has_its_passages_earlier() -> None:
    fast = Found(100 / 1.02, 110 / 1.02, 1, 500, 510)
    assert told(fast, ratio=1.02).edges == pytest.approx((0, 0))
    assert told(fast).found == 0


def test_scores_are_added_up() -> None:
    one = together([told(RIGHT), told(replace(RIGHT, recording=0))])
    assert (one.planted, one.found, one.false, len(one.edges)) == (4, 1, 1, 2)
