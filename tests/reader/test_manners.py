"""The judgements of words as cues and sources, by where these begin."""

import numpy as np
import pytest

from purport.reader.layers import Columns
from purport.reader.manners import ASKED, UNJUDGED, Manners, joined, judged
from purport.records import Span

STARTS = np.array([0, 4, 9], np.int32)


def scores(seed: int = 3) -> list[np.ndarray]:
    random = np.random.default_rng(seed)
    return [random.normal(size=(len(STARTS), layer.width)).astype(np.float32) for layer in ASKED]


def test_each_layer_has_probabilities_that_sum_to_one() -> None:
    manners = judged(STARTS, scores())
    for layer in ASKED:
        assert np.exp(manners.of(layer, Span(4, 8))).sum() == pytest.approx(1, abs=1e-5)


def test_a_span_is_judged_by_the_word_it_begins_with() -> None:
    given = scores()
    manners = judged(STARTS, given)
    assert manners.of(Columns.STANCE, Span(4, 20)).argmax() == given[0][1].argmax()
    assert manners.of(Columns.STANCE, Span(6, 8)).argmax() == given[0][1].argmax()


def test_a_yes_or_no_has_no_first() -> None:
    given = scores()
    given[ASKED.index(Columns.NEGATED)] = np.array([[5.0], [-5.0], [0.0]], np.float32)
    manners = judged(STARTS, given)
    assert [int(manners.of(Columns.NEGATED, Span(start, start + 1)).argmax()) for start in (0, 4)] == [1, 0]


def test_nothing_is_known_without_a_word() -> None:
    assert not UNJUDGED.of(Columns.ACT, Span(0, 3)).any()
    assert not judged(STARTS, scores()).of(Columns.ACT, None).any()
    assert len(judged(STARTS[:0], [each[:0] for each in scores()]).chances) == 0


def test_parts_are_judged_where_they_stand() -> None:
    one = judged(STARTS, scores())
    whole = joined([one, one.moved(20)])
    assert np.array_equal(whole.of(Columns.ACT, Span(24, 26)), one.of(Columns.ACT, Span(4, 6)))


def test_equal_judgements_are_equal() -> None:
    assert judged(STARTS, scores()) == judged(STARTS, scores())
    assert judged(STARTS, scores()) != judged(STARTS, scores(4))
    assert judged(STARTS, scores()) != judged(STARTS + 1, scores())
    assert len({UNJUDGED, Manners(UNJUDGED.starts, UNJUDGED.chances)}) == 1
