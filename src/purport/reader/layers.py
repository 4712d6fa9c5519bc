"""What the network says of a text, layer by layer: the tag sets, sizes and output columns that training and reading share."""

from __future__ import annotations

from enum import Enum

import numpy as np

from purport.reader.subwords import Ints

ATTRIBUTION_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITY_TAGS = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place", "B-other", "I-other")

LINK_WIDTH = 64
"""Width of one piece's share in a linked span's vector; a span is its first piece's share beside its last's."""
BUCKETS = 32
"""Distances between two linked spans, in words, signed, on a scale that coarsens with distance."""


class Columns(Enum):
    """The columns of the network's output, ``[L, OUTPUTS]``, one row a piece.

    ``INNER`` is attribution within another's content; ``DIRECT`` says of a content's first word that it begins the source's own words.
    A link is asked from one kind of span (``ONE``) to another (``OTHER``), or to none (``NONE``).
    """

    SENTENCE = (0, 1)
    ENTITY = (1, 10)
    ATTRIBUTION = (10, 17)
    INNER = (17, 24)
    DIRECT = (24, 25)
    SOURCE_OF_CUE_NONE = (25, 26)
    CUE_OF_CONTENT_NONE = (26, 27)
    SOURCE_OF_CUE_ONE = (27, 27 + 2 * LINK_WIDTH)
    SOURCE_OF_CUE_OTHER = (27 + 2 * LINK_WIDTH, 27 + 4 * LINK_WIDTH)
    CUE_OF_CONTENT_ONE = (27 + 4 * LINK_WIDTH, 27 + 6 * LINK_WIDTH)
    CUE_OF_CONTENT_OTHER = (27 + 6 * LINK_WIDTH, 27 + 8 * LINK_WIDTH)

    @property
    def slice(self) -> slice:
        """The columns as a slice."""
        return slice(*self.value)


OUTPUTS = 27 + 8 * LINK_WIDTH


def distance_buckets(one: Ints, other: Ints) -> Ints:
    """``[S, C]`` bucket of the signed distance, in words, from each ``one`` [S] to each ``other`` [C]."""
    gap = other[None, :] - one[:, None]
    half = BUCKETS // 2
    size = np.minimum(np.floor(2.2 * np.log2(1 + np.abs(gap))), half - 1)
    buckets: Ints = np.where(gap < 0, size, half + size).astype(np.int32)
    return buckets
