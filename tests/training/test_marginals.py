"""The recursions agree with summing over every path."""

from itertools import pairwise, product

import numpy as np
import pytest

from marginals import marginals


@pytest.mark.parametrize("seed", range(5))
def test_marginals_are_those_of_all_paths(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, steps = rng.normal(size=(1, 4, 3)), rng.normal(size=(3, 3))
    steps[0, 2] = -1e4
    words = 1 + seed % 4
    mask = np.arange(4)[None, :] < words
    log_z, single, pair = marginals(scores, steps, mask)
    paths = list(product(range(3), repeat=words))
    weights = np.exp([sum(scores[0, i, t] for i, t in enumerate(p)) + sum(steps[a, b] for a, b in pairwise(p)) for p in paths])
    assert log_z[0] == pytest.approx(np.log(weights.sum()))
    for i in range(words):
        expected = [weights[[p[i] == tag for p in paths]].sum() / weights.sum() for tag in range(3)]
        assert single[0, i] == pytest.approx(expected)
    assert not single[0, words:].any()
    for before, after in product(range(3), repeat=2):
        often = [sum((a, b) == (before, after) for a, b in pairwise(p)) for p in paths]
        assert pair[before, after] == pytest.approx((weights * often).sum() / weights.sum())
