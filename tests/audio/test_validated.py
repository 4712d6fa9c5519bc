"""Scores become ratios only by held-out pairs of the same condition that show them to be worth something."""

from __future__ import annotations

import numpy as np
import pytest

from purport.audio.validated import LEAST, Pair, Score, measure_worth, validate
from purport.errors import UsageError


def pairs(apart: float, many: int = 150, condition: str = "telephone", *, held_out: bool = True) -> tuple[Pair, ...]:
    """Pairs whose scores are those of two bells, so many spreads apart."""
    chance = np.random.default_rng(1)
    same = [Pair(float(each), True, condition, held_out) for each in chance.normal(apart, 1, many)]
    return (*same, *(Pair(float(each), False, condition, held_out) for each in chance.normal(0, 1, many)))


def test_a_score_has_the_ratio_of_its_two_bells() -> None:
    found = validate((Score("middle", 1.0), Score("high", 2.0)), pairs(2, many=3_000), "telephone")
    middle, high = found.ratios
    assert middle.ratio == pytest.approx(1, rel=0.15)
    assert high.ratio == pytest.approx(np.exp(2), rel=0.2)
    assert not middle.at_bound
    assert (found.same, found.different, found.left_out) == (3_000, 3_000, 0)
    assert found.cllr == pytest.approx(0.51, abs=0.05)


def test_lower_scores_can_be_those_of_one_speaker() -> None:
    turned = tuple(Pair(-each.score, each.same, each.condition, True) for each in pairs(2))
    assert validate((Score("near", -2.0),), turned, "telephone").ratios[0].ratio > 1


def test_no_ratio_is_higher_than_so_many_pairs_can_show() -> None:
    (far,) = validate((Score("far", 50.0),), pairs(6), "telephone").ratios
    assert far.ratio == pytest.approx(151)
    assert far.at_bound
    assert far.beyond


@pytest.mark.parametrize("apart", [0.0, 0.02])
def test_scores_that_say_nothing_are_refused_with_their_cllr(apart: float) -> None:
    with pytest.raises(UsageError, match=r"Cllr is \d\.\d+ \(standard error 0\.\d+\) on 150 pairs of one speaker and 150 of two"):
        validate((Score("x", 1.0),), pairs(apart), "telephone")


def test_scores_that_are_all_the_same_say_nothing() -> None:
    flat = tuple(Pair(0.5, each.same, each.condition, True) for each in pairs(2))
    with pytest.raises(UsageError, match=r"Cllr is 1\.000"):
        validate((Score("x", 0.5),), flat, "telephone")


@pytest.mark.parametrize(
    "tried",
    [
        pytest.param(pairs(2, LEAST - 1), id="too few"),
        pytest.param(pairs(2, condition="studio"), id="another condition"),
        pytest.param(pairs(2, held_out=False), id="not held out"),
        pytest.param(tuple(each for each in pairs(2) if each.same), id="one kind"),
        pytest.param((), id="none"),
    ],
)
def test_pairs_that_do_not_fit_count_for_nothing(tried: tuple[Pair, ...]) -> None:
    with pytest.raises(UsageError, match="100 held-out pairs of one speaker and 100 of two are needed under the condition 'telephone'"):
        validate((Score("x", 1.0),), tried, "telephone")


def test_noise_is_refused_though_its_cllr_may_be_less_than_1_by_chance() -> None:
    same = np.arange(200) < 100
    tried = [measure_worth(np.random.default_rng(seed).normal(size=200), same) for seed in range(40)]
    assert sum(each.cllr < 1 for each in tried) > 4
    assert sum(each.cllr + 2 * each.error < 1 for each in tried) <= 2


def test_scores_that_say_something_are_not_refused() -> None:
    assert validate((), pairs(1, LEAST), "telephone").cllr < 0.95
