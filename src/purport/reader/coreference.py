"""Which earlier mention each mention refers back to; a mention is the head word of its expression (Dobrovolskii 2021)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purport.reader.decode import Floats, softmax
from purport.reader.layers import distance_buckets
from purport.reader.subwords import Ints

REACH = 600
"""Mentions back to which an antecedent is looked for: a thousand words and more."""
BLOCK = 256
"""Mentions scored together."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """How much a distance, and an equal form, speaks for an antecedent: ``same`` is for another form, equal words, equal names."""

    near: Floats
    same: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """A text's mentions in order, one row each: where they stand, a number for their form, whether they are names, and their vectors."""

    places: Ints
    forms: Ints
    names: Ints
    none: Floats
    one: Floats
    other: Floats


def antecedents(scores: Scores, parameters: Parameters) -> list[tuple[int | None, float]]:
    """For each mention the index of its antecedent, or none, with the probability of that.

    The probabilities of antecedents that refer to the same are one: a mention refers to what together is likeliest, by the likeliest of
    its mentions, or to nothing before where that is likelier.
    """
    total = len(scores.places)
    found: list[tuple[int | None, float]] = []
    referents = np.arange(total)
    for first in range(0, total, BLOCK):
        start, chances = _chances(scores, parameters, first, min(first + BLOCK, total))
        for i, row in enumerate(chances, first):
            own = row[: i - start]
            together = np.bincount(referents[start:i], own)
            best = int(together.argmax()) if len(together) else 0
            if not len(together) or together[best] <= row[-1]:
                found.append((None, float(row[-1])))
                continue
            antecedent = start + int(np.where(referents[start:i] == best, own, 0).argmax())
            referents[i] = best
            found.append((antecedent, min(1.0, float(together[best]))))
    return found


def _chances(scores: Scores, parameters: Parameters, first: int, end: int) -> tuple[int, Floats]:
    """The earliest candidate, and ``[end - first, C + 1]`` how likely each is the antecedent of each mention, the last column none."""
    start = max(0, first - REACH)
    rows, columns = slice(first, end), slice(start, end)
    together = scores.one[rows] @ scores.other[columns].T / np.float32(np.sqrt(scores.one.shape[1]))
    together += parameters.near[distance_buckets(scores.places[rows], scores.places[columns])]
    equal = scores.forms[rows, None] == scores.forms[None, columns]
    together += parameters.same[np.where(equal, 1 + scores.names[rows, None], 0)]
    together[np.arange(start, end)[None, :] >= np.arange(first, end)[:, None]] = -1e4
    return start, softmax(np.concatenate([together, scores.none[rows, None]], 1))
