"""Attribution against PolNeAR's hand-made one.

    python benchmarks/attributions.py POLNEAR_DEV [--without-quotes] [--weights DIR]

Prints F1 by measure as JSON. Attributions nested in others are left out, as PolNeAR marks none.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.polnear import read_polnear
from damage import Edit, apply
from example import Example
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Span
from scoring import Scores, Triple, score

MARKS = frozenset('"“”„‟«»')


def without_quotes(example: Example) -> Example:
    """The example with every quotation mark taken out of text and annotation."""
    return apply(example, [Edit(i, i + 1, "") for i, character in enumerate(example.text) if character in MARKS])


def gold(example: Example) -> list[Triple]:
    """The example's attributions."""
    roles = [Span(role.start, role.end) for role in example.roles or ()]
    return [
        Triple(() if link.source is None else (roles[link.source],), (roles[link.cue],), tuple(roles[i] for i in link.contents))
        for link in example.links
    ]


def found(reading: Reading) -> list[Triple]:
    """The reading's attributions, nested ones left out."""
    return [
        Triple((each.source,) if each.source else (), (each.cue,) if each.cue else (), each.contents)
        for each in reading.attributions
        if each.parent is None
    ]


def measure(examples: list[Example], weights: Path) -> dict[str, float]:
    """F1 by measure over examples."""
    scores = Scores()
    with Reader(weights) as reader:
        for example, reading in zip(examples, reader.read(example.text for example in examples), strict=True):
            score(example.text, gold(example), found(reading), scores)
    return scores.as_dict()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--without-quotes", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    examples = read_polnear(given.corpus)
    if given.without_quotes:
        examples = list(map(without_quotes, examples))
    print(json.dumps(measure(examples, given.weights), indent=1))


if __name__ == "__main__":
    main()
