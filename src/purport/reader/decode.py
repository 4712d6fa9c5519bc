"""Scores of tags -> spans, exactly: the best tag sequence over a whole text, or a part of a very long one.

Several texts are decoded side by side; each is a lane of its own, so its result does not depend on its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from purport.reader.subwords import Ints

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chain:
    """A trained tag sequence model: its tags, and ``[T, T]`` the score of the second after the first."""

    tags: tuple[str, ...]
    steps: Floats


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Words ``first`` to ``last``, both included, with a label."""

    first: int
    last: int
    label: str


def softmax(scores: Floats) -> Floats:
    """Scores along the last axis as probabilities."""
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = weights / weights.sum(-1, keepdims=True)
    return result


def best_tags(emissions: Sequence[Floats], chain: Chain) -> list[Ints]:
    """The Viterbi path of each text; ``emissions`` [W, T] each. A text cannot begin with an inside tag."""
    lengths = np.array([len(own) for own in emissions], np.int64)
    if not len(lengths) or not lengths.max():
        return [np.zeros(0, np.int32) for _ in emissions]
    longest, lanes = int(lengths.max()), len(emissions)
    scores = np.zeros((longest, lanes, len(chain.tags)), np.float32)
    for lane, own in enumerate(emissions):
        scores[: len(own), lane] = own
    came = np.zeros(scores.shape, np.int8)
    inside = np.array([tag.startswith("I-") for tag in chain.tags])
    best = scores[0] + np.where(inside, np.float32(-1e4), np.float32(0))
    ends = np.zeros(lanes, np.int64)
    for i in range(1, longest + 1):
        ended = lengths == i
        if ended.any():
            ends[ended] = best[ended].argmax(1)
        if i < longest:
            paths = best[:, :, None] + chain.steps
            came[i] = paths.argmax(1)
            best = paths.max(1) + scores[i]
    return [_back(came[:, lane], int(lengths[lane]), int(ends[lane])) for lane in range(lanes)]


def _back(came: npt.NDArray[np.int8], length: int, last: int) -> Ints:
    """The path of ``length`` tags that ends in ``last``."""
    path = np.zeros(length, np.int32)
    for i in range(length - 1, -1, -1):
        path[i] = last
        last = int(came[i, last])
    return path


def spans(path: Ints, tags: tuple[str, ...]) -> list[TaggedSpan]:
    """The labelled stretches of a tag path, in order."""
    if not len(path):
        return []
    begins = np.array([tag.startswith("B-") for tag in tags])[path]
    inside = np.array([tag.startswith("I-") for tag in tags])[path]
    firsts = np.flatnonzero(begins)
    stops = np.flatnonzero(np.append(~inside, True))
    lasts = stops[np.searchsorted(stops, firsts + 1)] - 1
    return [TaggedSpan(int(a), int(b), tags[path[a]][2:]) for a, b in zip(firsts, lasts, strict=True)]
