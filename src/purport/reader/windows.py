"""Pieces -> windows the network can take, cut where a text has its own breaks.

Each window has a core, which it answers for, and context on both sides. Cores tile the text; they end at a paragraph, a line or a
full stop where one is near.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purport.reader.subwords import Bools, Gap, Pieces

CLS, SEP = 101, 102
SPACE = 254
"""Pieces a window holds beside the opening and the closing one."""
BEFORE, AFTER = 24, 16
"""Pieces of context shown before and after a core, where the text goes on."""
STOPS = (1012, 1029, 999)
"""The vocabulary's full stop, question mark and exclamation mark."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, end)`` are shown to the network; its answer counts for ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int


def cut(pieces: Pieces) -> tuple[Window, ...]:
    """Windows whose cores tile the pieces in order; a text that fits is one window."""
    total = len(pieces)
    if total <= SPACE:
        return (Window(0, total, 0, total),) if total else ()
    rank = _rank(pieces)
    windows, first = [], 0
    while first < total:
        start = max(0, first - BEFORE)
        limit = start + SPACE
        last = total if limit >= total else _break(rank, first, limit - AFTER)
        windows.append(Window(start, min(total, last + AFTER), first, last))
        first = last
    return tuple(windows)


def _rank(pieces: Pieces) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    """How good a place each piece is for a core to begin: 0 within a word, 1 at a word, 2 after a stop, 3 at a line, 4 at a paragraph."""
    heads: Bools = pieces.heads
    after_stop = np.zeros(len(pieces), bool)
    after_stop[1:] = np.isin(pieces.ids[:-1], STOPS)
    return np.select([pieces.gaps == Gap.PARAGRAPH, pieces.gaps == Gap.LINE, after_stop & heads, heads], [4, 3, 2, 1], 0).astype(np.int8)


def _break(rank: np.ndarray[tuple[int], np.dtype[np.int8]], first: int, limit: int) -> int:
    """The last best place in the last quarter of ``(first, limit]`` to end a core that begins at ``first``."""
    earliest = limit - (limit - first) // 4
    options = rank[earliest : limit + 1]
    best = int(options.max())
    return earliest + int(np.flatnonzero(options == best)[-1])
