"""What the network says of the words that begin cues and sources: how sure, what kind of speech, and what kind of source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from purport.reader.decode import Floats
from purport.reader.layers import Columns
from purport.reader.subwords import Ints
from purport.records import Span

ASKED = (Columns.STANCE, Columns.ACT, Columns.NEGATED, Columns.SOURCE_TYPE)
_EDGES = np.cumsum([0, *(max(2, layer.width) for layer in ASKED)]).tolist()
_SLICES = {layer: slice(*edges) for layer, edges in zip(ASKED, pairwise(_EDGES), strict=True)}


@dataclass(frozen=True, slots=True, eq=False)
class Manners:
    """The judgements of a text's words.

    ``starts`` ``[W]`` are the words' offsets; ``chances`` ``[W, ..]`` the logarithms of the probabilities of each layer's values, layer by
    layer in the order of ``ASKED``.
    """

    starts: Ints
    chances: Floats

    def of(self, layer: Columns, span: Span | None) -> Floats:
        """``[V]`` the logarithm of each value's probability for a cue or source; of a yes or no, no first. Zeros where there is no word."""
        at = -1 if span is None else int(np.searchsorted(self.starts, span.start, "right")) - 1
        size = _SLICES[layer].stop - _SLICES[layer].start
        result: Floats = np.zeros(size, np.float32) if at < 0 else self.chances[at, _SLICES[layer]]
        return result

    def moved(self, by: int) -> Manners:
        """The same for a text with as many characters before it."""
        return Manners(self.starts + np.int32(by), self.chances)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Manners) and np.array_equal(self.starts, other.starts) and np.array_equal(self.chances, other.chances)

    def __hash__(self) -> int:
        return hash(len(self.starts))


UNJUDGED = Manners(np.zeros(0, np.int32), np.zeros((0, _EDGES[-1]), np.float32))
"""Where no network has judged."""


def judged(starts: Ints, scores: Sequence[Floats]) -> Manners:
    """The judgements from each layer's scores ``[W, ..]``, in the order of ``ASKED``; a yes or no has one column."""
    wide = [np.concatenate([np.zeros_like(each), each], 1) if each.shape[1] == 1 else each for each in scores]
    return Manners(starts, np.concatenate([each - _total(each) for each in wide], 1))


def joined(parts: Sequence[Manners]) -> Manners:
    """Those of a text's parts as one."""
    return Manners(np.concatenate([each.starts for each in parts]), np.concatenate([each.chances for each in parts]))


def _total(scores: Floats) -> Floats:
    """``[W, 1]`` the logarithm of the sum of exponentials."""
    if not len(scores):
        return np.zeros((0, 1), np.float32)
    most = scores.max(1, keepdims=True)
    result: Floats = most + np.log(np.exp(scores - most).sum(1, keepdims=True))
    return result
