"""Scores of tags -> spans, exactly: the best tag sequence over a whole text, or a part of a very long one.

Several texts are decoded side by side; each is a lane of its own, so its result does not depend on its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from purport.reader.subwords import Ints

Floats = npt.NDArray[np.float32]
FORBIDDEN = -1e4
"""The score of a step that cannot be."""
TOGETHER = 500_000
"""Words decoded at once: those of the longest text, times texts. The examples take 15,000; 20 MB of scores."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A trained tag sequence model: its tags, and ``[T, T]`` the score of the second after the first."""

    tags: tuple[str, ...]
    steps: Floats

    @property
    def plain(self) -> float:
        """How far ``O`` must be ahead of every other tag, on every word of a text, for its best path to be ``O`` throughout.

        A word tagged otherwise loses as much and gains at most two steps' difference.
        """
        allowed = self.steps[self.steps > FORBIDDEN / 2]
        return 2 * float(allowed.max() - allowed.min())


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


def best_switches(scores: Floats, costs: npt.NDArray[np.float64]) -> Ints:
    """``[W]`` the best path of noughts and ones: a one gains its word's score, a change before a word costs what that word does."""
    nought, one = 0.0, 0.0
    changed = []
    for gain, cost in zip(scores.tolist(), costs.tolist(), strict=True):
        changed.append((one - cost > nought, nought - cost > one))
        nought, one = max(nought, one - cost), max(one, nought - cost) + gain
    path = np.zeros(len(scores), np.int32)
    now = int(one > nought)
    for word in range(len(scores) - 1, -1, -1):
        path[word] = now
        if changed[word][now]:
            now = 1 - now
    return path


def best_tags(emissions: Sequence[Floats], chain: Chain) -> list[Ints]:
    """The Viterbi path of each text; ``emissions`` [W, T] each. A text cannot begin with an inside tag."""
    lengths = np.array([len(own) for own in emissions], np.int64)
    found = [np.zeros(0, np.int32)] * len(emissions)
    for group in _groups(lengths):
        own = lengths[group]
        running = np.searchsorted(-own, -np.arange(own[0]), "left").astype(np.int32)  # texts that have a word i
        paths = _back(_forward([emissions[i] for i in group], running, chain), running, chain.steps)
        for lane, i in enumerate(group):
            found[i] = paths[: lengths[i], lane]
    return found


def _groups(lengths: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.intp]]:
    """Texts that are decoded together, from the longest to the shortest: one, or as many as fit when each takes the room of the longest."""
    order = np.argsort(-lengths, kind="stable")
    first = 0
    while first < len(order):
        size = max(1, TOGETHER // max(1, int(lengths[order[first]])))
        yield order[first : first + size]
        first += size


def _forward(lanes: Sequence[Floats], running: Ints, chain: Chain) -> Floats:
    """``[W, L, T]`` the score of the best path to each tag of each word; lanes from the longest to the shortest."""
    best = np.zeros((len(running), len(lanes), len(chain.tags)), np.float32)
    for lane, own in enumerate(lanes):
        best[: len(own), lane] = own
    if len(running):
        best[0] += np.where([tag.startswith("I-") for tag in chain.tags], np.float32(FORBIDDEN), np.float32(0))
    for i in range(1, len(running)):
        active = running[i]
        best[i, :active] += (best[i - 1, :active, :, None] + chain.steps).max(1)
    return best


def _back(best: Floats, running: Ints, steps: Floats) -> Ints:
    """``[W, L]`` the tags of each lane's best path, from its end."""
    paths = np.zeros(best.shape[:2], np.int32)
    into = np.ascontiguousarray(steps.T)
    after = 0
    for i in range(len(running) - 1, -1, -1):
        active = running[i]
        paths[i, :after] = (best[i, :after] + into[paths[i + 1, :after]]).argmax(1) if after else 0
        paths[i, after:active] = best[i, after:active].argmax(1)
        after = active
    return paths


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
