"""Attribution against PolNeAR's hand-made one, by kind of text.

    python benchmarks/attributions.py POLNEAR_DEV [--kind KIND] [--weights DIR]

Prints F1 by measure as JSON. Attributions nested in others are left out, as PolNeAR marks none. Kinds: ``clean``; ``without-quotes``, no
double quotation mark left; ``damaged`` as texts are in training, by a fixed seed; ``transcript``, small letters without punctuation or
lines; ``capitals``; ``headlines``, the attributions of clean texts' first lines alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.polnear import read_polnear
from damage import Edit, apply, damage, speak
from example import Example
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Span
from scoring import Scores, Triple, score

MARKS = frozenset('"“”„‟«»')


def without_quotes(example: Example) -> Example:
    """The example with every quotation mark taken out of text and annotation."""
    return apply(example, [Edit(i, i + 1, "") for i, character in enumerate(example.text) if character in MARKS])


def damaged(example: Example) -> Example:
    """The example damaged as in training."""
    return damage(example, random.Random(example.name))


def transcript(example: Example) -> Example:
    """The example as a machine writes down what it hears: no capitals, no punctuation but within words, one line."""
    return apply(example, speak(example.text, random.Random()))


def capitals(example: Example) -> Example:
    """The example in capitals, but for letters that become several."""
    return replace(example, text="".join(big if len(big := small.upper()) == 1 else small for small in example.text))


KINDS: dict[str, Callable[[Example], Example]] = {
    "clean": lambda example: example,
    "without-quotes": without_quotes,
    "damaged": damaged,
    "transcript": transcript,
    "capitals": capitals,
    "headlines": lambda example: example,
}


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


def measure(examples: Sequence[Example], weights: Path, kind: str = "clean") -> dict[str, float]:
    """F1 by measure over examples of a kind of text."""
    scores = Scores()
    examples = [KINDS[kind](example) for example in examples]
    with Reader(weights) as reader:
        for example, reading in zip(examples, reader.read(example.text for example in examples), strict=True):
            end = example.text.find("\n") if kind == "headlines" else len(example.text)
            score(example.text, _before(gold(example), end), _before(found(reading), end), scores)
    return scores.as_dict()


def _before(triples: list[Triple], end: int) -> list[Triple]:
    return [triple for triple in triples if all(span.end <= end for span in (*triple.cue, *triple.content))]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kind", choices=KINDS, default="clean")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(read_polnear(given.corpus), given.weights, given.kind), indent=1))


if __name__ == "__main__":
    main()
