"""Learns whether two tellings are of one happening, from ECB+'s training topics.

    python training/same_event.py ECBPLUS_FOLDER --out same_event.tsv --columns happening.npz

Two things are learned. The columns: ``WIDTH`` directions of the encoder's output along which tellings differ most across happenings for
how little they do within one (linear discriminant analysis, Fisher 1936), to stand beside the network's others. And what each likeness
of two tellings counts, by logistic regression. So that no vector looks surer in training than it is later, the vectors of each fifth
of the topics are along directions learned from the others.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.linalg import eigh
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from corpora.ecbplus import DEVELOPMENT, read_ecbplus
from purport.reader.reader import WEIGHTS
from purport.resolve.happenings import CROSSED, likenesses
from purport.resolve.told import Told
from tellings import Given, read_tellings

Floats = npt.NDArray[np.float64]
WIDTH = 64
"""Directions; twice as many are hardly better on held-out topics, half as many worse."""
SHRINK = 0.1
"""Share of an even scatter in that within happenings. Of 0.1, 0.3, 0.5 and 0.8 the best on held-out topics."""
FOLDS = 5
STRENGTH = 0.05
"""Of the weights' freedom, scikit-learn's ``C``."""
HEADER = (
    "# What each likeness of two tellings of events counts for their being of one happening (logistic regression; training/same_event.py).",
    "# likeness\twith vectors\twhere one is missing",
)


@dataclass(frozen=True, slots=True)
class Directions:
    """A linear map of the encoder's output: ``weight`` [WIDTH, H], ``bias`` [WIDTH]; its values fit a signed byte."""

    weight: Floats
    bias: Floats

    def vectors(self, outputs: npt.NDArray[np.float32]) -> list[bytes]:
        """The vector of each row, as a case keeps it."""
        values = np.rint(outputs @ self.weight.T + self.bias).clip(-127, 127).astype(np.int8)
        return [row.tobytes() for row in values]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's tellings, their clusters and groups, lemmas, and the encoder's output for each.

    ``plain`` is what each two are alike in but for vectors, by pair in order and by likeness.
    """

    told: tuple[Told, ...]
    clusters: tuple[str, ...]
    groups: tuple[str, ...]
    lemmas: tuple[str, ...]
    outputs: npt.NDArray[np.float32]
    plain: Floats

    def same(self) -> npt.NDArray[np.bool_]:
        """Which pairs are of one happening."""
        return np.array([one == other for one, other in combinations(self.clusters, 2)], bool)

    def counts(self) -> Floats:
        """What each pair counts in learning: every topic the same for each telling, and large happenings less than their many pairs."""
        size = Counter(self.clusters)
        own = [3 / np.sqrt(size[one]) if one == other else 1.0 for one, other in combinations(self.clusters, 2)]
        return np.array(own) * 100 / len(self.clusters)


def topics_of(given: Iterable[Given]) -> dict[int, Topic]:
    """The tellings of some stories by topic."""
    by_topic: dict[int, list[Given]] = defaultdict(list)
    for each in given:
        by_topic[each.story.topic].append(each)
    return {topic: _topic(own) for topic, own in sorted(by_topic.items())}


def _topic(own: Sequence[Given]) -> Topic:
    told = tuple(telling for each in own for telling in each.told)
    return Topic(
        told,
        tuple(mark.cluster for each in own for mark in each.story.tellings),
        tuple(each.story.happening for each in own for _ in each.told),
        tuple(lemma for each in own for lemma in each.lemmas),
        np.concatenate([each.outputs for each in own]),
        np.array([list(likenesses(one, other).values()) for one, other in combinations(told, 2)]),
    )


def names(topics: dict[int, Topic], *, vectors: bool) -> list[str]:
    """The likenesses in order, those of vectors last."""
    told = next(iter(topics.values())).told
    plain = list(likenesses(told[0], told[1]))
    return plain + (["vector", *(f"vector*{other}" for one, other in CROSSED if one == "vector")] if vectors else [])


def with_vectors(topic: Topic, directions: Directions, plain: Sequence[str]) -> Floats:
    """A topic's likenesses with those of vectors, in the order of ``names``."""
    values = np.array([np.frombuffer(each, np.int8) for each in directions.vectors(topic.outputs)], float)
    values /= np.linalg.norm(values, axis=1, keepdims=True).clip(1)
    angle = (values @ values.T)[np.triu_indices(len(values), 1)][:, None]
    crossed = [plain.index(other) for one, other in CROSSED if one == "vector"]
    return np.concatenate([topic.plain, angle, angle * topic.plain[:, crossed]], 1)


def find_directions(topics: Sequence[Topic]) -> Directions:
    """The directions in which happenings differ."""
    outputs = np.concatenate([topic.outputs for topic in topics]).astype(float)
    clusters = np.array([cluster for topic in topics for cluster in topic.clusters])
    within, total = np.zeros((outputs.shape[1],) * 2), 0.0
    for cluster, size in sorted(Counter(clusters.tolist()).items()):
        if size > 1:
            apart = outputs[clusters == cluster] - outputs[clusters == cluster].mean(0)
            within, total = within + apart.T @ apart / np.sqrt(size), total + (size - 1) / np.sqrt(size)
    within /= total
    within = (1 - SHRINK) * within + SHRINK * np.trace(within) / len(within) * np.eye(len(within))
    spread, axes = eigh(np.cov(outputs.T), within)
    chosen = np.argsort(-spread)[:WIDTH]
    weight = (axes[:, chosen] * np.sqrt((1 - 1 / spread[chosen].clip(1.01)).clip(0.05))).T
    weight *= np.sign(weight[np.arange(WIDTH), np.abs(weight).argmax(1)])[:, None]  # an axis has no sign of its own
    bias = -weight @ outputs.mean(0)
    scale = 127 / np.quantile(np.abs(outputs @ weight.T + bias), 0.999)
    return Directions(scale * weight, scale * bias)


def find_weights(rows: Sequence[Floats], topics: Sequence[Topic]) -> Floats:
    """What each likeness counts; the first is ``always``, 1 for every pair."""
    x, y, counts = np.concatenate(rows), np.concatenate([t.same() for t in topics]), np.concatenate([t.counts() for t in topics])
    scaler = StandardScaler().fit(x[:, 1:])
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(scaler.transform(x[:, 1:]), y, sample_weight=counts / counts.mean())
    weights = model.coef_[0] / scaler.scale_
    return np.concatenate([model.intercept_ - weights @ scaler.mean_, weights])


def learn(topics: dict[int, Topic]) -> tuple[Directions, Floats]:
    """The directions and what each likeness counts, with vectors."""
    plain, rows = names(topics, vectors=False), {}
    for held in np.array_split(np.array(sorted(topics)), min(FOLDS, len(topics))):
        directions = find_directions([topic for number, topic in topics.items() if number not in held])
        rows |= {number: with_vectors(topics[number], directions, plain) for number in held.tolist()}
    return find_directions(list(topics.values())), find_weights([rows[number] for number in topics], list(topics.values()))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--columns", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    stories = [story for story in read_ecbplus(given.folder) if story.topic not in DEVELOPMENT]
    topics = topics_of(read_tellings(stories, given.weights))
    directions, weights = learn(topics)
    np.savez_compressed(given.columns, weight=directions.weight.astype(np.float16), bias=directions.bias.astype(np.float16))
    given.out.write_text(table(topics, weights), encoding="utf-8")


def table(topics: dict[int, Topic], weights: Floats) -> str:
    """The table that ``purport.resolve.happenings`` reads."""
    without = find_weights([topic.plain for topic in topics.values()], list(topics.values()))
    both = names(topics, vectors=True)
    alone = [f"{weight:.4f}" for weight in without] + [""] * (len(both) - len(without))
    rows = [f"{name}\t{weight:.4f}\t{other}" for name, weight, other in zip(both, weights, alone, strict=True)]
    return "\n".join((*HEADER, *rows, ""))


if __name__ == "__main__":
    main()
