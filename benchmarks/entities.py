"""Entity mentions against a CoNLL file: text is the tokens joined by blanks, a line a sentence.

    python benchmarks/entities.py CONLL_FILE [--sentences] [--weights DIR]

Prints precision, recall and F1 of exact spans with their types as JSON, and the F1 of spans of one type that touch; ``--sentences`` reads
each sentence by itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.columns import read_conll
from example import Sentence
from purport.reader import Reader
from purport.reader.reader import WEIGHTS

Found = set[tuple[int, int, str]]


def printed(sentences: list[Sentence]) -> tuple[str, Found]:
    """A document's text and its entities."""
    text, entities = "", set()
    for sentence in sentences:
        places = []
        for token in sentence.tokens:
            text += " " if text and not text.endswith("\n") else ""
            places.append((len(text), len(text) + len(token)))
            text += token
        entities |= {(places[e.start][0], places[e.end - 1][1], e.label) for e in sentence.entities or ()}
        text += "\n"
    return text, entities


def measure(path: Path, weights: Path, alone: bool) -> dict[str, float]:
    """Exact scores over the file."""
    documents = []
    for sheet in read_conll(path):
        documents += [printed([s]) for s in sheet.sentences] if alone else [printed(list(sheet.sentences))]
    hits = touching = found = wanted = 0
    with Reader(weights) as reader:
        for (_, gold), reading in zip(documents, reader.read(text for text, _ in documents), strict=True):
            have = {(e.span.start, e.span.end, e.label) for e in reading.entities}
            hits, found, wanted = hits + len(gold & have), found + len(have), wanted + len(gold)
            touching += sum(any(a < d and c < b and one == other for c, d, other in have) for a, b, one in gold)
    return {
        "precision": 100 * hits / found,
        "recall": 100 * hits / wanted,
        "f1": 200 * hits / (found + wanted),
        "touching": 200 * touching / (found + wanted),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps({name: round(value, 2) for name, value in measure(given.file, given.weights, given.sentences).items()}, indent=1))


if __name__ == "__main__":
    main()
