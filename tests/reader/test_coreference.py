"""Antecedents are earlier mentions, the same however many there are."""

import numpy as np

from purport.reader.coreference import BLOCK, Parameters, Scores, antecedents
from purport.reader.layers import BUCKETS


def scores(count: int, seed: int) -> Scores:
    rng = np.random.default_rng(seed)
    one, other = (rng.normal(size=(count, 6)).astype(np.float32) for _ in range(2))
    places = np.arange(count, dtype=np.int32) * 3
    forms, names = rng.integers(0, 5, count).astype(np.int32), rng.integers(0, 2, count).astype(np.int32)
    return Scores(places, forms, names, rng.normal(size=count).astype(np.float32), one, other)


PARAMETERS = Parameters(np.linspace(-1, 1, BUCKETS, dtype=np.float32), np.array([0, 1, 2], np.float32))


def test_an_antecedent_comes_before() -> None:
    found = antecedents(scores(700, 1), PARAMETERS)
    assert found[0][0] is None
    assert all(to is None or to < i for i, (to, _) in enumerate(found))
    assert all(0 < chance <= 1 for _, chance in found)


def test_blocks_change_nothing() -> None:
    whole = scores(BLOCK + 40, 2)
    first = Scores(*(getattr(whole, name)[:BLOCK] for name in ("places", "forms", "names", "none", "one", "other")))
    assert antecedents(whole, PARAMETERS)[:BLOCK] == antecedents(first, PARAMETERS)


def test_an_equal_name_speaks_for_itself() -> None:
    zero = np.zeros((3, 6), np.float32)
    own = Scores(
        np.array([0, 5, 9], np.int32), np.array([7, 8, 7], np.int32), np.array([1, 1, 1], np.int32), np.zeros(3, np.float32), zero, zero
    )
    flat = Parameters(np.zeros(BUCKETS, np.float32), np.array([0, 1, 4], np.float32))
    assert antecedents(own, flat)[2][0] == 0


def test_no_mentions() -> None:
    empty = np.zeros((0, 6), np.float32)
    none = np.zeros(0, np.int32)
    assert antecedents(Scores(none, none, none, np.zeros(0, np.float32), empty, empty), PARAMETERS) == []


def test_mentions_of_one_thing_speak_together() -> None:
    likely = np.array([[0, 0, 0, 0], [6, 0, 0, 0], [0, 0, 0, 0], [0, 1.0, 1.1, 1.2]], np.float32) * np.sqrt(4)
    own = Scores(
        np.arange(4, dtype=np.int32) * 200,
        np.arange(4, dtype=np.int32),
        np.zeros(4, np.int32),
        np.array([0, 0, 9, -9], np.float32),
        likely[:, [0, 1, 2, 3]],
        np.eye(4, dtype=np.float32),
    )
    flat = Parameters(np.zeros(BUCKETS, np.float32), np.zeros(3, np.float32))
    found = antecedents(own, flat)
    assert [to for to, _ in found] == [None, 0, None, 1]
    assert found[3][1] > 0.5
