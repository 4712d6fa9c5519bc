"""Scores that somebody brings become likelihood ratios, only where held-out pairs of the same condition show what they are worth.

Logistic regression turns scores into ratios (Brümmer and du Preez 2006), and what they are worth is measured under the conditions of
the case (the guideline of ENFSI 2015; Morrison and others 2021). Cllr is measured on folds that the regression has not seen: 0 is perfect,
and a system that always says 1 has 1. What a ratio means in words is not given, and no ratio says who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from purport.errors import UsageError

LEAST = 100
"""Pairs of one speaker, and pairs of two, at least: of 100, a rate of 5 % is known to within 2 points (its standard error); of 20, to 5."""
WORTHLESS = 1.0
"""The Cllr of a system that always says 1: scores that come to as much or more say nothing."""
SURE = 2.0
"""Standard errors by which Cllr must be below: scores that are noise come to less than 1 by chance two times in five."""
FOLDS = 10
RIDGE = 1e-3
"""Weight of the slope's square, so that scores that part two kinds without any overlap do not make it endless."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two recordings of known origin: how they score, whether they are of one speaker, under which condition, whether held out.

    Held out means that neither the system that scores nor its settings were made with them.
    """

    score: float
    same: bool
    condition: str
    held_out: bool


@dataclass(frozen=True, slots=True)
class Score:
    """A score to be turned into a ratio, and what it is of."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much likelier a score is where both are of one speaker than where they are of two.

    ``at_bound``: the pairs tried are too few for a higher, or a lower, one. ``beyond``: none of those pairs scored so high, or so low.
    """

    name: str
    score: float
    ratio: float
    at_bound: bool
    beyond: bool


@dataclass(frozen=True, slots=True)
class Validated:
    """Ratios, and what the scores were worth on pairs of known origin: Cllr and its standard error, in bits, and how many pairs there were
    of one speaker, of two, and of others that do not fit.
    """  # noqa: D205

    condition: str
    cllr: float
    error: float
    same: int
    different: int
    left_out: int
    ratios: tuple[Ratio, ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """Cllr, in bits, and its standard error over pairs."""

    cllr: float
    error: float


@dataclass(frozen=True, slots=True)
class _Line:
    """Natural logarithm of the ratio as a line over scores; bounds are those of as many pairs."""

    slope: float
    intercept: float
    lowest: float
    highest: float

    def at(self, scores: Numbers) -> Numbers:
        return np.clip(self.slope * scores + self.intercept, self.lowest, self.highest)


def validate(scores: tuple[Score, ...], pairs: tuple[Pair, ...], condition: str) -> Validated:
    """Scores as ratios, by held-out pairs of a condition; ``UsageError`` where these are too few, or show that the scores say nothing."""
    fit = [each for each in pairs if each.condition == condition and each.held_out]
    values, same = np.array([each.score for each in fit], np.float64), np.array([each.same for each in fit], bool)
    alike, apart = int(same.sum()), int((~same).sum())
    if min(alike, apart) < LEAST:
        known = ", ".join(sorted({each.condition for each in pairs})) or "none"
        raise UsageError(
            f"validation: {LEAST} held-out pairs of one speaker and {LEAST} of two are needed under the condition {condition!r}, "
            f"there are {alike} and {apart}; conditions in the file: {known}"
        )
    worth = measure_worth(values, same)
    if worth.cllr + SURE * worth.error >= WORTHLESS:
        tried = f"{alike} pairs of one speaker and {apart} of two under the condition {condition!r}"
        raise UsageError(
            f"validation: Cllr is {worth.cllr:.3f} (standard error {worth.error:.3f}) on {tried}: no ratios are given unless it is below 1 "
            "by more than two of those, as scores with 1 say nothing"
        )
    line = _fit(values, same)
    ratios = tuple(_ratio(each, line, values) for each in scores)
    return Validated(condition, worth.cllr, worth.error, alike, apart, len(pairs) - len(fit), ratios)


def measure_worth(scores: Numbers, same: NDArray[np.bool_]) -> Worth:
    """What scores of pairs are worth, each turned into a ratio by the others' folds."""
    found = np.zeros(len(scores))
    folds = np.zeros(len(scores), int)
    for kind in (same, ~same):
        folds[kind] = np.arange(kind.sum()) % FOLDS
    for fold in range(FOLDS):
        out = folds == fold
        found[out] = _fit(scores[~out], same[~out]).at(scores[out])
    kinds = (np.logaddexp(0, -found[same]), np.logaddexp(0, found[~same]))
    cllr = sum(float(each.mean()) for each in kinds) / (2 * np.log(2))
    error = np.sqrt(sum(float(each.var()) / len(each) for each in kinds)) / (2 * np.log(2))
    return Worth(round(float(cllr), 6), round(float(error), 6))


def _fit(scores: Numbers, same: NDArray[np.bool_]) -> _Line:
    """Logistic regression, both kinds with the same weight in all."""
    middle, spread = scores.mean(), max(scores.std(), 1e-12)
    placed, signs = (scores - middle) / spread, np.where(same, 1.0, -1.0)
    weights = np.where(same, 0.5 / same.sum(), 0.5 / (~same).sum())

    def cost(line: Numbers) -> tuple[float, Numbers]:
        against = -signs * (line[0] * placed + line[1])
        pull = -weights * signs * expit(against)
        slopes = np.array([(pull * placed).sum() + 2 * RIDGE * line[0], pull.sum()])
        return float((weights * np.logaddexp(0, against)).sum() + RIDGE * line[0] ** 2), slopes

    slope, intercept = minimize(cost, np.zeros(2), jac=True, method="L-BFGS-B").x
    lowest, highest = -np.log(same.sum() + 1), np.log((~same).sum() + 1)
    return _Line(float(slope / spread), float(intercept - slope * middle / spread), float(lowest), float(highest))


def _ratio(score: Score, line: _Line, seen: Numbers) -> Ratio:
    found = float(line.at(np.array([score.score]))[0])
    at_bound, beyond = found in (line.lowest, line.highest), not seen.min() <= score.score <= seen.max()
    return Ratio(score.name, score.score, float(np.exp(found)), at_bound, bool(beyond))
