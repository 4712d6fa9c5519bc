"""Learns whether two tellings are of one happening, from ECB+'s training topics.

    python training/same_event.py ECBPLUS_FOLDER --out same_event.tsv

What each likeness of two tellings counts is learned by logistic regression.
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
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from corpora.ecbplus import DEVELOPMENT, read_ecbplus
from purport.reader.reader import WEIGHTS
from purport.resolve.happenings import likenesses
from purport.resolve.told import Told
from tellings import Given, read_tellings

Floats = npt.NDArray[np.float64]
STRENGTH = 0.05
"""Of the weights' freedom, scikit-learn's ``C``."""
HEADER = (
    "# What each likeness of two tellings of events counts for their being of one happening (logistic regression; training/same_event.py).",
    "# likeness \t weight",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's tellings and their clusters; ``alike`` is what each two are alike in, by pair in order and by likeness."""

    told: tuple[Told, ...]
    clusters: tuple[str, ...]
    alike: Floats

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
        np.array([list(likenesses(one, other).values()) for one, other in combinations(told, 2)]),
    )


def find_weights(topics: Sequence[Topic]) -> Floats:
    """What each likeness counts; the first is ``always``, 1 for every pair."""
    x, y, counts = (np.concatenate(each) for each in zip(*((t.alike, t.same(), t.counts()) for t in topics), strict=True))
    scaler = StandardScaler().fit(x[:, 1:])
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(scaler.transform(x[:, 1:]), y, sample_weight=counts / counts.mean())
    weights = model.coef_[0] / scaler.scale_
    return np.concatenate([model.intercept_ - weights @ scaler.mean_, weights])


def table(topics: Sequence[Topic]) -> str:
    """The table that ``purport.resolve.happenings`` reads."""
    told = topics[0].told
    weights = zip(likenesses(told[0], told[1]), find_weights(topics), strict=True)
    return "\n".join((*HEADER, *(f"{name}\t{weight:.4f}" for name, weight in weights), ""))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    stories = [story for story in read_ecbplus(given.folder) if story.topic not in DEVELOPMENT]
    topics = topics_of(read_tellings(stories, given.weights))
    given.out.write_text(table([*topics.values()]), encoding="utf-8")


if __name__ == "__main__":
    main()
