"""A graph laid out in columns: every arrow leads to the right, few cross, and no box stands on another.

The steps are Sugiyama's (1981): arrows that close a circle are turned round, columns are longest ways, an arrow over several columns
gets a place in each, the order within a column is by the middle of the neighbours, and boxes move towards these as far as there is room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

Arrow = tuple[str, str]
SWEEPS = 12
"""How often columns are put in order, and boxes moved, from the left and from the right in turn."""
PASSING = 8.0
"""Height of the place that an arrow takes in a column that it passes."""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow with the places that it passes, from the left to the right; ``is_back`` where it points to the left."""

    arrow: Arrow
    stops: tuple[str, ...]
    is_back: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The column of each box and of each place that an arrow passes, and the middle of its height; the ways of all arrows."""

    column: Mapping[str, int]
    middle: Mapping[str, float]
    ways: tuple[Way, ...]


def lay_out(heights: Mapping[str, float], arrows: Iterable[Arrow], gap: float) -> Layout:
    """Where boxes of some heights stand, ``gap`` apart at least; the order of ``heights`` settles what the arrows leave open."""
    turned = {arrow: arrow not in _forward(list(heights), list(arrows)) for arrow in arrows}
    columns = _columns(heights, [_right(arrow, is_back=is_back) for arrow, is_back in turned.items()])
    ways = [_way(arrow, columns, is_back=is_back) for arrow, is_back in turned.items()]
    sizes = {**heights, **{stop: PASSING for way in ways for stop in way.stops[1:-1]}}
    for way in ways:
        columns |= {stop: columns[way.stops[0]] + number for number, stop in enumerate(way.stops)}
    beside: dict[str, list[str]] = defaultdict(list)
    for way in ways:
        for one, other in pairwise(way.stops):
            beside[one].append(other)
            beside[other].append(one)
    ordered = _ordered(sizes, columns, beside)
    return Layout(columns, _middles(ordered, sizes, columns, beside, gap), tuple(ways))


def _right(arrow: Arrow, *, is_back: bool) -> Arrow:
    return (arrow[1], arrow[0]) if is_back else arrow


def _forward(nodes: Sequence[str], arrows: Sequence[Arrow]) -> set[Arrow]:
    """The arrows that are left when circles are broken, one node after another: those that no arrow of what is left leads to.

    Where there is none, it is the one that leads to most and that fewest lead to.
    """
    left = dict.fromkeys(nodes)
    into = {node: {one for one, other in arrows if other == node} for node in nodes}
    out = {node: {other for one, other in arrows if one == node} for node in nodes}
    place: dict[str, int] = {}
    while left:
        free = [node for node in left if not into[node] & left.keys()]
        for node in free or [max(left, key=lambda node: len(out[node]) - len(into[node] & left.keys()))]:
            del left[node]
            place[node] = len(place)
    return {(one, other) for one, other in arrows if place[one] < place[other]}


def _columns(nodes: Iterable[str], arrows: Sequence[Arrow]) -> dict[str, int]:
    """The longest way to each node."""
    column = dict.fromkeys(nodes, 0)
    for _ in range(len(column)):
        moved = {other: column[one] + 1 for one, other in sorted(arrows, key=lambda each: column[each[0]]) if column[other] <= column[one]}
        if not moved:
            break
        column |= moved
    return column


def _way(arrow: Arrow, columns: Mapping[str, int], *, is_back: bool) -> Way:
    one, other = _right(arrow, is_back=is_back)
    passed = (f"{one}\x1f{other}\x1f{column}" for column in range(columns[one] + 1, columns[other]))
    return Way(arrow, (one, *passed, other), is_back)


def _ordered(sizes: Mapping[str, float], columns: Mapping[str, int], beside: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The columns, each in the order of the middles of what its nodes are joined to in the column before, or after."""
    found: list[list[str]] = [[] for _ in range(max(columns.values(), default=0) + 1)]
    for node in sizes:
        found[columns[node]].append(node)
    for sweep in range(SWEEPS):
        numbers = range(1, len(found)) if sweep % 2 == 0 else range(len(found) - 2, -1, -1)
        for number in numbers:
            near = {node: place for place, node in enumerate(found[number - 1 if sweep % 2 == 0 else number + 1])}
            own = {node: place for place, node in enumerate(found[number])}
            middle = {
                node: fmean(found_near) if (found_near := [near[each] for each in beside[node] if each in near]) else own[node]
                for node in own
            }
            found[number].sort(key=lambda node: (middle[node], own[node]))
    return found


def _middles(
    columns: Sequence[Sequence[str]], sizes: Mapping[str, float], column: Mapping[str, int], beside: Mapping[str, Sequence[str]], gap: float
) -> dict[str, float]:
    """The middle of each node: near those that it is joined to, and none on another."""
    middle: dict[str, float] = {}
    for nodes in columns:
        y = 0.0
        for node in nodes:
            middle[node] = y + sizes[node] / 2
            y += sizes[node] + gap
    for sweep in range(SWEEPS):
        for nodes in columns if sweep % 2 == 0 else reversed(columns):
            side = -1 if sweep % 2 == 0 else 1
            near = {node: [middle[each] for each in beside[node] if column[each] == column[node] + side] for node in nodes}
            wished = [fmean(near[node]) if near[node] else middle[node] for node in nodes]
            middle |= dict(zip(nodes, _apart(wished, [sizes[node] for node in nodes], gap), strict=True))
    return _drawn_together(middle, sizes, gap)


def _drawn_together(middle: Mapping[str, float], sizes: Mapping[str, float], gap: float) -> dict[str, float]:
    """The same from the top on, without heights at which there is nothing in any column."""
    found: dict[str, float] = {}
    foot, empty = -gap, 0.0
    for node in sorted(middle, key=lambda node: middle[node] - sizes[node] / 2):
        top = middle[node] - sizes[node] / 2
        empty = max(empty, top - foot - gap) if found else top
        found[node] = middle[node] - empty
        foot = max(foot, middle[node] + sizes[node] / 2 - empty)
    return found


def _apart(wished: Sequence[float], sizes: Sequence[float], gap: float) -> list[float]:
    """Middles in the same order and far enough apart, as near to those wished for as can be (least squares, by pooling neighbours)."""
    offsets = [0.0]
    for above, below in pairwise(sizes):
        offsets.append(offsets[-1] + (above + below) / 2 + gap)
    pools: list[list[float]] = []
    for wish, offset in zip(wished, offsets, strict=False):
        pools.append([wish - offset])
        while len(pools) > 1 and fmean(pools[-2]) >= fmean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    placed = [fmean(pool) for pool in pools for _ in pool]
    return [place + offset for place, offset in zip(placed, offsets, strict=False)]
