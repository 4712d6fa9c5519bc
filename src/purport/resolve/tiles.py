"""Where two texts have the same words: stretches of them that do not overlap, in whatever order.

Greedy string tiling (Wise 1993): the longest common stretch first, then the longest of what is left. Moved paragraphs are found, which
a longest common subsequence would lose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

LEAST = 5
"""Words of the shortest stretch that a passage can grow from."""
COMMON = 50
"""A run of ``LEAST`` words that stands in one text more often begins no stretch, so that a text of one line repeated costs no more."""
GAP = 10
"""Words that an editor may have changed in one place within a passage."""
AGREE = 0.4
"""Share of the words beyond a passage's edge that must be the same for the passage to take them in."""


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """``size`` words that are the same, from the ``left``-th word of one text and the ``right``-th of another."""

    left: int
    right: int
    size: int

    @property
    def left_end(self) -> int:
        """The number of the word after it on the left."""
        return self.left + self.size

    @property
    def right_end(self) -> int:
        """The number of the word after it on the right."""
        return self.right + self.size


Words = Sequence[str]


def runs(left: Words, right: Words) -> list[tuple[Tile, ...]]:
    """Common stretches, those joined that an edit of at most ``GAP`` words parts, with what is the same within the edits and around."""
    found: list[list[Tile]] = []
    for tile in sorted(_tiles(left, right)):
        last = found[-1][-1] if found else None
        if last and 0 <= tile.left - last.left_end <= GAP and 0 <= tile.right - last.right_end <= GAP:
            found[-1].append(tile)
        else:
            found.append([tile])
    taken = (
        {i for run in found for tile in run for i in range(tile.left, tile.left_end)},
        {j for run in found for tile in run for j in range(tile.right, tile.right_end)},
    )
    return [tuple(_grown(left, right, run, taken)) for run in found]


def _tiles(left: Words, right: Words) -> Iterator[Tile]:
    """Greedily, the longest first; of equal ones the first."""
    free_left, free_right = [True] * len(left), [True] * len(right)
    for whole in sorted(_common(left, right), key=lambda tile: (-tile.size, tile.left, tile.right)):
        for tile in _free(whole, free_left, free_right):
            for k in range(tile.size):
                free_left[tile.left + k] = free_right[tile.right + k] = False
            yield tile


def _common(left: Words, right: Words) -> Iterator[Tile]:
    """Every common stretch that no word before or after it is part of."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(left) - LEAST + 1):
        places[tuple(left[i : i + LEAST])].append(i)
    reached: dict[int, int] = {}
    for j in range(len(right) - LEAST + 1):
        starts = places.get(tuple(right[j : j + LEAST]), [])
        for i in starts if len(starts) <= COMMON else ():
            if reached.get(i - j, 0) > j:
                continue
            size = LEAST
            while i + size < len(left) and j + size < len(right) and left[i + size] == right[j + size]:
                size += 1
            reached[i - j] = j + size
            yield Tile(i, j, size)


def _free(whole: Tile, free_left: Sequence[bool], free_right: Sequence[bool]) -> Iterator[Tile]:
    """The pieces of a stretch that no longer one has taken, as far as they are long enough."""
    start = 0
    for k in range(whole.size + 1):
        if k == whole.size or not (free_left[whole.left + k] and free_right[whole.right + k]):
            if k - start >= LEAST:
                yield Tile(whole.left + start, whole.right + start, k - start)
            start = k + 1


def _grown(left: Words, right: Words, run: Sequence[Tile], taken: tuple[set[int], set[int]]) -> Iterator[Tile]:
    """A run with the words that are the same before, inside and after its edits."""
    first, last = run[0], run[-1]
    before = (_back(first.left, taken[0]), _back(first.right, taken[1]))
    yield from _outward(left, right, before, (first.left, first.right), backward=True)
    for tile, following in pairwise(run):
        yield tile
        yield from _blocks(left, right, (tile.left_end, tile.right_end), (following.left, following.right))
    yield last
    after = (_on(last.left_end, taken[0], len(left)), _on(last.right_end, taken[1], len(right)))
    yield from _outward(left, right, (last.left_end, last.right_end), after, backward=False)


def _back(edge: int, taken: set[int]) -> int:
    at = edge
    while at > max(0, edge - GAP) and at - 1 not in taken:
        at -= 1
    return at


def _on(edge: int, taken: set[int], length: int) -> int:
    at = edge
    while at < min(length, edge + GAP) and at not in taken:
        at += 1
    return at


def _blocks(left: Words, right: Words, start: tuple[int, int], end: tuple[int, int]) -> list[Tile]:
    matcher = SequenceMatcher(None, left[start[0] : end[0]], right[start[1] : end[1]], autojunk=False)
    return [Tile(start[0] + block.a, start[1] + block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def _outward(left: Words, right: Words, start: tuple[int, int], end: tuple[int, int], *, backward: bool) -> Iterable[Tile]:
    """What is the same within reach of an edge, two words together at least, as far out as enough of the words between agree."""
    blocks = [tile for tile in _blocks(left, right, start, end) if tile.size > 1]
    edge = end if backward else start
    kept: list[Tile] = []
    same = 0
    for number, tile in enumerate(reversed(blocks) if backward else blocks, 1):
        same += tile.size
        far = (tile.left, tile.right) if backward else (tile.left_end, tile.right_end)
        if 2 * same >= AGREE * (abs(edge[0] - far[0]) + abs(edge[1] - far[1])):
            kept = blocks[-number:] if backward else blocks[:number]
    return kept
