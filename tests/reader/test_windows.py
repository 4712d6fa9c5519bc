"""Windows tile a text, fit the network, and end where the text does."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.reader.subwords import Gap, Pieces
from purport.reader.windows import AFTER, BEFORE, SPACE, STOPS, cut


def pieces(gaps: list[int], heads: list[bool] | None = None) -> Pieces:
    n = len(gaps)
    zeros = np.zeros(n, np.int32)
    return Pieces(zeros, zeros, zeros, zeros, np.array(gaps, np.int32), np.array(heads if heads else [True] * n, bool))


@given(st.lists(st.sampled_from(list(Gap)), max_size=1500))
def test_cores_tile_the_text_and_windows_fit(gaps: list[int]) -> None:
    windows = cut(pieces(gaps))
    edges = [0, *(window.last for window in windows)]
    assert edges[-1] == len(gaps)
    assert [window.first for window in windows] == edges[:-1]
    assert all(window.start <= window.first < window.last <= window.end for window in windows)
    assert all(window.end - window.start <= SPACE for window in windows)


def test_a_text_that_fits_is_one_window() -> None:
    assert [(w.first, w.last) for w in cut(pieces([Gap.BLANK] * SPACE))] == [(0, SPACE)]


def test_every_core_has_context_where_the_text_goes_on() -> None:
    first, second, *_ = cut(pieces([Gap.BLANK] * 1000))
    assert first.end - first.last == AFTER
    assert second.first - second.start == BEFORE


@pytest.mark.parametrize("better", [Gap.LINE, Gap.PARAGRAPH])
def test_a_core_ends_at_the_best_break_near_its_limit(better: Gap) -> None:
    gaps = [Gap.BLANK] * 1000
    gaps[205] = better
    assert cut(pieces(gaps))[0].last == 205


def test_a_core_ends_after_a_full_stop_rather_than_between_words() -> None:
    plain = pieces([Gap.BLANK] * 1000)
    ids = plain.ids.copy()
    ids[198] = STOPS[0]
    assert cut(replace(plain, ids=ids))[0].last == 199


def test_a_core_does_not_end_within_a_word() -> None:
    heads = [True] * 1000
    for i in range(230, 260):
        heads[i] = False
    assert cut(pieces([Gap.BLANK] * 1000, heads))[0].last < 230
