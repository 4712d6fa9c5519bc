"""Runs are the same wherever blocks part them."""

from __future__ import annotations

import numpy as np
import pytest

from purport.audio.runs import LISTED, Runs
from purport.findings import Stretch

MARKED = np.array([*"..###.#..####....#####"]) == "#"


@pytest.mark.parametrize("parts", [(), (3,), (4, 10), (2, 5), (9, 11, 12), tuple(range(1, 22))])
def test_runs_are_counted_and_placed(parts: tuple[int, ...]) -> None:
    runs = Runs(3)
    for each in np.split(MARKED, parts):
        runs.see(each)
    runs.finish()
    assert (runs.count, runs.total) == (3, 12)
    assert runs.places(1) == (Stretch(2, 5), Stretch(9, 13), Stretch(17, 22))


def test_of_many_the_longest_are_placed_and_all_counted() -> None:
    runs = Runs(1)
    marked = np.concatenate([np.repeat([True, False], (1 + number % 100, 1)) for number in range(1_000)])
    for each in np.array_split(marked, 7):
        runs.see(each)
    runs.finish()
    places = runs.places(1)
    assert (runs.count, len(places)) == (1_000, LISTED)
    assert min(each.end - each.start for each in places) == 96
    assert list(places) == sorted(places, key=lambda each: each.start)
