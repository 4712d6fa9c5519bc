"""Scores of heads -> trees: for each sentence the best tree with one root.

Sentences of like length are scored together. Of two sentences in three the best head of every word but the best root already makes a
tree; of the others the maximum spanning tree is found (Chu and Liu 1965; Edmonds 1967), and once more with any root where another may
be better: of one sentence in twenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from purport.reader.decode import Floats
from purport.reader.layers import distance_buckets
from purport.reader.subwords import Ints

NEVER = np.float32(-1e9)
TOGETHER = 60_000
"""Scores computed at once: words of a sentence squared, times sentences."""
ROOT = -1


@dataclass(frozen=True, slots=True)
class Choices:
    """What speaks for each word's head.

    ``one`` and ``other`` [N, K] are the words' vectors as the one below and the one above, ``none`` [N] speaks for having no head;
    ``places`` [N] is where the words stand, and ``near`` what a distance between places speaks for.
    """

    one: Floats
    other: Floats
    none: Floats
    places: Ints
    near: Floats


def best_heads(choices: Choices, edges: Sequence[tuple[int, int]]) -> Ints:
    """``[N]`` each word's head, ``ROOT`` for one word of each sentence.

    ``edges`` are the sentences' first words and those after their last.
    """
    heads = np.full(len(choices.none), ROOT, np.int32)
    for begins, length in _alike(edges):
        rows = (begins[:, None] + np.arange(length)).astype(np.int32)  # [S, n]
        found = _trees(_scores(choices, rows))
        heads[rows] = np.where(found == ROOT, ROOT, found + begins[:, None])
    return heads


def _alike(edges: Sequence[tuple[int, int]]) -> Iterator[tuple[Ints, int]]:
    """Sentences of one length together: where they begin, and the length."""
    by_length: dict[int, list[int]] = {}
    for begin, end in edges:
        by_length.setdefault(end - begin, []).append(begin)
    for length, begins in sorted(by_length.items()):
        size = max(1, TOGETHER // (length * length))
        for i in range(0, len(begins), size):
            yield np.array(begins[i : i + size], np.int32), length


def _scores(choices: Choices, rows: Ints) -> Floats:
    """``[S, n, n]`` of each word below each; a word's score below itself is that of having no head."""
    one, other, where = choices.one[rows], choices.other[rows], choices.places[rows]
    scores: Floats = one @ other.transpose(0, 2, 1)
    scores *= np.float32(1 / np.sqrt(one.shape[2]))
    scores += choices.near.take(distance_buckets(where, where))
    own = np.arange(rows.shape[1])
    scores[:, own, own] = choices.none[rows]
    return scores


def _trees(scores: Floats) -> Ints:
    """``[S, n]`` the best tree of each sentence; ``scores`` as ``_scores`` gives them."""
    sentences, words = scores.shape[:2]
    places = np.arange(words)
    none = scores[:, places, places].copy()
    scores[:, places, places] = NEVER
    roots = (none - scores.max(2)).argmax(1) if words > 1 else np.zeros(sentences, np.intp)
    heads: Ints = scores.argmax(2).astype(np.int32)
    every = np.arange(sentences)
    heads[every, roots] = roots
    for i in np.flatnonzero(_cyclic(heads, roots)):
        heads[i] = _best_tree(scores[i], none[i])
    heads[heads == places] = ROOT
    return heads


def _cyclic(heads: Ints, roots: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """``[S]`` whether some word of a sentence does not lead up to its root."""
    above = heads
    for _ in range(int(heads.shape[1]).bit_length()):
        above = np.take_along_axis(above, above, 1)
    result: npt.NDArray[np.bool_] = (above != roots[:, None]).any(1)
    return result


def _best_tree(scores: Floats, none: Floats) -> Ints:
    """``[n]`` the heads of the best tree of one sentence, its root's the root itself.

    A root's tree is worth at most the best head of every other word and itself as root, so that few roots need be tried.
    """
    places, best = np.arange(len(none)), scores.max(1)
    bounds = best.sum(dtype=np.float64) + (none - best)
    heads, worth = places.astype(np.int32), -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= worth:
            break
        found = spanning_tree(scores, root)
        reached = np.where(places == root, none, scores[places, found]).sum(dtype=np.float64)
        if reached > worth:
            heads, worth = found, float(reached)
    return heads


def spanning_tree(scores: npt.NDArray[np.floating], root: int) -> Ints:
    """``[n]`` the heads of the best tree under ``root``, itself its own; ``scores`` [n, n] of each word below each."""
    weights = scores.astype(np.float64)
    np.fill_diagonal(weights, NEVER)
    weights[root] = NEVER
    heads: Ints = weights.argmax(1).astype(np.int32)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    return _expanded(weights, heads, cycle, root)


def _cycle(heads: Ints, root: int) -> Ints | None:
    """The words of one cycle, or ``None``."""
    above = heads.tolist()
    state = [0] * len(above)
    state[root] = 2
    for start in range(len(above)):
        if state[start]:
            continue
        path, at = [], start
        while not state[at]:
            state[at] = 1
            path.append(at)
            at = above[at]
        if state[at] == 1:
            return np.array(path[path.index(at) :], np.int32)
        for word in path:
            state[word] = 2
    return None


def _expanded(weights: npt.NDArray[np.float64], heads: Ints, cycle: Ints, root: int) -> Ints:
    """The best tree, found with the cycle taken for one word and then opened where that one's head enters it."""
    outside = np.ones(len(heads), bool)
    outside[cycle] = False
    rest = np.flatnonzero(outside)
    inner, outer = weights[cycle], weights[rest]
    into = inner[:, rest] - inner[np.arange(len(cycle)), heads[cycle]][:, None]  # [C, R] what entering from outside costs
    out = outer[:, cycle]  # [R, C]
    size = len(rest)
    small = np.full((size + 1, size + 1), float(NEVER))
    small[:-1, :-1] = outer[:, rest]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    found = spanning_tree(small, int(np.searchsorted(rest, root)))
    result, leaves = heads.copy(), found[:-1] == size
    result[rest] = np.where(leaves, cycle[out.argmax(1)], rest[np.where(leaves, 0, found[:-1])])
    enters = int(found[-1])
    result[cycle[int(into[:, enters].argmax())]] = rest[enters]
    return result
