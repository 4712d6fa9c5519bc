"""Time expressions, events and how sure the author is of them, against documents in TimeML.

    python benchmarks/news.py FOLDER... [--dev] [--sure FOLDER] [--weights DIR]

``--dev`` keeps the documents that training holds out. Time expressions: strict F1 of edges, relaxed F1 of any overlap, and the share of
the strictly found whose type is right. Events: F1 of words, and the share of the found whose class is right. ``--sure`` is the folder of
FactBank's and UW's judgements on the documents' sentences: mean absolute error and Pearson's r of each, over all words judged.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.factuality import NEWS, judged_news
from corpora.splits import is_dev
from corpora.timeml import read_timeml
from example import Example, Marked
from purport.reader import Labelled, Reader, Reading
from purport.reader.layers import SCALES, Columns
from purport.reader.reader import WEIGHTS
from scoring import Scores, paired


def times(gold: Sequence[Marked], found: Sequence[Labelled], scores: Scores) -> None:
    """Add one document's time expressions to the scores."""
    want = {(span.start, span.end): span.label for span in gold}
    have = {(each.span.start, each.span.end): each.label for each in found}
    both = want.keys() & have.keys()
    scores.of("timexes strict").add(len(both), len(have), len(want))
    scores.of("timexes relaxed").add(len(paired([*want], [*have])), len(have), len(want))
    scores.of("timexes type").add(sum(want[edge] == have[edge] for edge in both), len(both), len(both))


def events(gold: Sequence[Marked], reading: Reading, scores: Scores) -> None:
    """Add one document's events to the scores; an event of several words is found at any of them."""
    have = {reading.words.starts[each.word]: each.label for each in reading.happenings}
    want = {span.start: span for span in gold}
    hits = {start: label for start, label in have.items() if _covering(start, want)}
    scores.of("events").add(len({id(_covering(start, want)) for start in hits}), len(have), len(want))
    right = sum(label == getattr(_covering(start, want), "label", None) for start, label in hits.items())
    scores.of("events class").add(right, len(hits), len(hits))


def _covering(start: int, want: dict[int, Marked]) -> Marked | None:
    exact = want.get(start)
    return exact or next((span for span in want.values() if span.start <= start < span.end), None)


def sureness(example: Example, reader: Reader, scale: str) -> list[tuple[float, float]]:
    """What was judged on a scale and what the reader says of each judged word on the same."""
    draft = reader.draft(example.text)
    starts, scores = draft.starts(), draft.words(Columns.FACTUALITY)[:, SCALES.index(scale)].clip(-3, 3)
    pairs = []
    for judged in (each for each in example.sure or () if each.scale == scale):
        at = int(np.searchsorted(starts, judged.start))
        if at < len(starts) and starts[at] == judged.start:
            pairs.append((judged.value, float(scores[at])))
    return pairs


def documents(folders: Iterable[Path], judgements: Path | None, *, dev: bool) -> list[Example]:
    """The documents of folders with the judgements laid on them; with ``dev`` those that training holds out."""
    examples = [example for folder in folders for example in read_timeml(folder)]
    examples = judged_news(examples, judgements) if judgements else examples
    return [example for example in examples if is_dev(example.name) or not dev]


def measure(examples: Sequence[Example], weights: Path) -> dict[str, float]:
    """The figures over documents."""
    scores = Scores()
    pairs: dict[str, list[tuple[float, float]]] = {scale: [] for scale in NEWS}
    with Reader(weights) as reader:
        for example, reading in zip(examples, reader.read(example.text for example in examples), strict=True):
            if example.timexes is not None:
                times(example.timexes, reading.timexes, scores)
            if example.events is not None:
                events(example.events, reading, scores)
            for scale, own in pairs.items():
                own += sureness(example, reader, scale)
    return scores.as_dict() | {f"{scale} {name}": value for scale, own in pairs.items() for name, value in agreement(own).items()}


def agreement(pairs: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Mean absolute error and Pearson's r."""
    if len(pairs) < 2:
        return {}
    gold, found = np.array(pairs).T
    return {
        "judged": len(pairs),
        "MAE": round(float(np.abs(gold - found).mean()), 3),
        "r": round(float(np.corrcoef(gold, found)[0, 1]), 3),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--dev", action="store_true")
    parser.add_argument(
        "--sure",
        type=Path,
    )
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(documents(given.folders, given.sure, dev=given.dev), given.weights), indent=1))


if __name__ == "__main__":
    main()
