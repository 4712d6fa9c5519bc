"""Which tellings are of one happening, against ECB+'s (Cybulska and Vossen 2014): its development topics, events given.

    python benchmarks/ecbplus.py FOLDER [--weights DIR]

Clusters within each topic, across its reports, by MUC, B-cubed and CEAF-e, and their mean, the CoNLL score; a happening that is told
once counts too. "Same lemma" takes one word for one happening. The rest is what the program does, with the record alone and with the
network's vectors; ``apart`` has the two groups of like happenings that each topic is made of given as well.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from coreference import Cluster, b_cubed, ceaf, muc
from corpora.ecbplus import DEVELOPMENT, read_ecbplus
from purport.reader.reader import WEIGHTS
from purport.resolve.happenings import cluster, score
from tellings import Given, read_tellings

Clustering = Callable[[Sequence[Given]], list[Cluster]]
MEASURES = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf}


def figures(groups: Iterable[Sequence[Given]], clustering: Clustering) -> dict[str, float]:
    """F1 by measure over groups of stories, and the mean of three; tellings are numbered through each group."""
    sums = {name: np.zeros(4) for name in MEASURES}
    for group in groups:
        want, have = gold(group), clustering(group)
        for name, measure in MEASURES.items():
            sums[name] += [*measure(have, want), *measure(want, have)]
    found = {name: _f1(own) for name, own in sums.items()}
    return found | {"CoNLL": round(sum(found.values()) / len(found), 2)}


def _f1(own: np.ndarray) -> float:
    precision, recall = own[0] / max(1, own[1]), own[2] / max(1, own[3])
    return round(float(200 * precision * recall / max(1e-9, precision + recall)), 2)


def gold(group: Sequence[Given]) -> list[Cluster]:
    """The corpus's clusters."""
    return _by_key([mark.cluster for each in group for mark in each.story.tellings])


def by_lemma(group: Sequence[Given]) -> list[Cluster]:
    """One lemma, one happening."""
    return _by_key([lemma for each in group for lemma in each.lemmas])


def by_score(group: Sequence[Given]) -> list[Cluster]:
    """What the program takes for one happening."""
    told = [telling for each in group for telling in each.told]
    numbers = {f"{i:06}": i for i in range(len(told))}
    scores = {(one, other): score(told[numbers[one]], told[numbers[other]]) for one, other in combinations(numbers, 2)}
    return [frozenset(numbers[event] for event in found.events) for found in cluster(tuple(numbers), scores)]


def _by_key(keys: Iterable[str]) -> list[Cluster]:
    found: dict[str, set[int]] = {}
    for i, key in enumerate(keys):
        found.setdefault(key, set()).add(i)
    return [frozenset(own) for own in found.values()]


def measure(given: Iterable[Given]) -> dict[str, dict[str, float]]:
    """The figures over some stories."""
    topics: dict[int, list[Given]] = defaultdict(list)
    halves: dict[tuple[int, str], list[Given]] = defaultdict(list)
    for each in given:
        topics[each.story.topic].append(each)
        halves[each.story.topic, each.story.happening].append(each)
    found = {}
    for apart, groups in (("", list(topics.values())), (", apart", list(halves.values()))):
        found[f"same lemma{apart}"] = figures(groups, by_lemma)
        found[f"record{apart}"] = figures(groups, by_score)
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    stories = read_ecbplus(given.folder, DEVELOPMENT)
    print(json.dumps(measure(read_tellings(stories, given.weights)), indent=1))


if __name__ == "__main__":
    main()
