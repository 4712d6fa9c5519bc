"""Coreference against GUM's: mentions by the head word of each, clusters by MUC, B-cubed and CEAF-e, and their mean, the CoNLL score.

    python benchmarks/coreference.py CONLLU_FILE COREFERENCE_FOLDER [--genre news] [--weights DIR]

Mentions that corefer with none are left out on both sides, as in CoNLL 2012; ``mentions all`` counts them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from compose import plain
from corpora.columns import read_conllu
from corpora.gum import lay_coreference
from example import Example
from purport.extract.syntax import head_of, words_in
from purport.reader import Reader, Reading, Words
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Span

Cluster = frozenset[int]
Fraction = tuple[float, float]
"""What was got and what there was to get."""


def gold(example: Example) -> list[Cluster]:
    """The clusters, each mention by the offset of its head."""
    clusters: dict[int, set[int]] = {}
    for mention in example.mentions or ():
        clusters.setdefault(mention.cluster, set()).add(mention.start)
    return [frozenset(own) for own in clusters.values()]


def found(reading: Reading) -> list[Cluster]:
    """The network's clusters: every antecedent it gives, however unsure."""
    clusters: list[set[int]] = []
    of: list[set[int]] = []
    for mention in reading.referring:
        own = set() if mention.antecedent is None else of[mention.antecedent]
        if not own:
            clusters.append(own)
        own.add(reading.words.starts[mention.word])
        of.append(own)
    return [frozenset(own) for own in clusters]


def recorded(analysis: Analysis, words: Words) -> list[Cluster]:
    """The record's clusters: the mentions of one entity."""
    clusters: dict[str, set[int]] = {}
    for mention in analysis.mentions:
        head = head_of(words, words_in(words, Span(mention.start, mention.end)))
        clusters.setdefault(mention.entity or mention.id, set()).add(mention.start if head is None else words.starts[head])
    return [frozenset(own) for own in clusters.values()]


def muc(one: Sequence[Cluster], other: Sequence[Cluster]) -> Fraction:
    """Links of ``one`` that ``other`` has too (Vilain et al. 1995)."""
    of = {mention: i for i, cluster in enumerate(other) for mention in cluster}
    got = sum(len(cluster) - len({of.get(mention, -1 - mention) for mention in cluster}) for cluster in one)
    return got, sum(len(cluster) - 1 for cluster in one)


def b_cubed(one: Sequence[Cluster], other: Sequence[Cluster]) -> Fraction:
    """Each mention's share of its cluster in ``one`` that shares its cluster in ``other`` (Bagga and Baldwin 1998)."""
    of = {mention: cluster for cluster in other for mention in cluster}
    got = sum(len(cluster & of.get(mention, frozenset())) / len(cluster) for cluster in one for mention in cluster)
    return got, sum(map(len, one))


def ceaf(one: Sequence[Cluster], other: Sequence[Cluster]) -> Fraction:
    """Likeness of clusters, paired one to one as well as can be (Luo 2005)."""
    if not one or not other:
        return 0.0, len(one)
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in other] for a in one])
    return float(alike[linear_sum_assignment(-alike)].sum()), len(one)


def documents(treebank: Path, folder: Path, genre: str) -> list[Example]:
    """The documents of a treebank whose names have ``genre`` in them, with their coreference."""
    sheets = lay_coreference(read_conllu(treebank), folder)
    return [plain(sheet) for sheet in sheets if genre in sheet.name and sheet.sentences[0].mentions is not None]


def measure(examples: Sequence[Example], weights: Path) -> dict[str, float]:
    """The network's figures over documents."""
    links = Links()
    with Reader(weights) as reader:
        for example, reading in zip(examples, reader.read(example.text for example in examples), strict=True):
            links.add(gold(example), found(reading))
    return links.as_dict()


class Links:
    """What was got and what there was to get, by measure, summed over documents; ``chains`` counts the clusters wanted."""

    def __init__(self) -> None:
        self.chains = 0
        self._sums: dict[str, np.ndarray] = {}

    def add(self, want: Sequence[Cluster], have: Sequence[Cluster]) -> None:
        """Take one document's clusters in."""
        every = [frozenset(m for cluster in side for m in cluster) for side in (have, want)]
        self._add("mentions all", (len(every[0] & every[1]), len(every[0])), (len(every[0] & every[1]), len(every[1])))
        want, have = ([cluster for cluster in side if len(cluster) > 1] for side in (want, have))
        for name, score in (("MUC", muc), ("B-cubed", b_cubed), ("CEAF-e", ceaf)):
            self._add(name, score(have, want), score(want, have))
        self.chains += len(want)

    def as_dict(self) -> dict[str, float]:
        """F1 by measure, and the mean of three."""
        figures = {name: _f1(own) for name, own in self._sums.items()}
        return figures | {"CoNLL": round(sum(figures[name] for name in ("MUC", "B-cubed", "CEAF-e")) / 3, 2)}

    def _add(self, name: str, precision: Fraction, recall: Fraction) -> None:
        self._sums[name] = self._sums.get(name, np.zeros(4)) + np.array([*precision, *recall])


def _f1(own: np.ndarray) -> float:
    precision, recall = own[0] / max(1, own[1]), own[2] / max(1, own[3])
    return round(200 * precision * recall / max(1e-9, precision + recall), 2)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--genre", default="")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(documents(given.treebank, given.folder, given.genre), given.weights), indent=1))


if __name__ == "__main__":
    main()
