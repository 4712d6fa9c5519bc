"""Syntax against a treebank: parts of speech, lemmas, heads and relations.

    python benchmarks/syntax.py CONLLU_FILE [--raw] [--weights DIR]

Documents are read whole, as first printed. By default the treebank's own sentences and words are given, with a blank before a word that
begins within a printed one, and figures are shares of its words; with ``--raw`` they are found, and figures are F1 over words of the same
edges whose heads, too, have the same edges. UAS and LAS are those of the CoNLL 2018 shared task: relations without their subtypes;
``LAS subtypes`` compares them whole.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from compose import plain
from corpora.columns import read_conllu
from damage import Edit, apply
from example import Example
from purport.reader import Reader, Words
from purport.reader.draft import Draft
from purport.reader.reader import WEIGHTS
from purport.records import Span

Edges = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: its tags, its lemma, and the edges of its head, ``None`` for a root."""

    tag: str
    fine_tag: str
    lemma: str
    head: Edges | None
    relation: str


def gold(example: Example) -> dict[Edges, Word]:
    """The treebank's words by their edges."""
    tokens = example.tokens or ()
    edges = [(token.start, token.end) for token in tokens]
    return {
        edge: Word(token.tag, token.fine, token.lemma, None if token.head is None else edges[token.head], token.relation)
        for edge, token in zip(edges, tokens, strict=True)
    }


def found(words: Words) -> dict[Edges, Word]:
    """The reader's words by their edges."""
    edges = list(zip(words.starts, words.ends, strict=True))
    heads = [None if head < 0 else edges[head] for head in words.heads]
    rows = zip(words.tags, words.fine_tags, words.lemmas, heads, words.relations, strict=True)
    return {edge: Word(*row) for edge, row in zip(edges, rows, strict=True)}


def set_apart(example: Example, begins: set[int]) -> Example:
    """The example with a blank before every word of the treebank that begins within a printed one ("mygood")."""
    return apply(example, [Edit(token.start, token.start, " ") for token in example.tokens or () if token.start not in begins])


def impose(draft: Draft, example: Example) -> None:
    """Give a draft the treebank's sentences and words."""
    begins = draft.starts()
    draft.begins = np.isin(begins, list(example.sentences or ()))
    draft.tokens = np.flatnonzero(np.isin(begins, [token.start for token in example.tokens or ()]))


def sentences(example: Example) -> set[Edges]:
    """The edges of the treebank's sentences."""
    places: dict[int, list[int]] = {}
    for token in example.tokens or ():
        places.setdefault(token.sentence, []).extend((token.start, token.end))
    return {(min(edges), max(edges)) for edges in places.values()}


def measure(path: Path, weights: Path, *, raw: bool) -> dict[str, float]:
    """The figures over a treebank file."""
    counts: Counter[str] = Counter()
    with Reader(weights) as reader:
        for sheet in read_conllu(path):
            example = plain(sheet)
            draft = reader.draft(example.text)
            if not raw:
                example = set_apart(example, set(draft.starts().tolist()))
                draft = reader.draft(example.text)
                impose(draft, example)
            have, want = found(draft.syntactic(reader.decoder.syntax)), gold(example)
            counts += compare(have, want)
            counts += compare_sentences(draft.sentences(), example)
    return figures(counts, raw=raw)


def compare_sentences(found: Iterable[Span], example: Example) -> Counter[str]:
    """Sentences with the treebank's edges."""
    have, want = {(span.start, span.end) for span in found}, sentences(example)
    return Counter({"sentences": len(have & want), "sentences found": len(have), "sentences wanted": len(want)})


def compare(have: dict[Edges, Word], want: dict[Edges, Word]) -> Counter[str]:
    """Words alike in each respect."""
    counts = Counter({"found": len(have), "wanted": len(want)})
    for edge in have.keys() & want.keys():
        one, other = have[edge], want[edge]
        headed = one.head == other.head
        counts["words"] += 1
        counts["UPOS"] += one.tag == other.tag
        counts["XPOS"] += one.fine_tag == other.fine_tag
        counts["lemmas"] += one.lemma == other.lemma
        counts["UAS"] += headed
        counts["LAS"] += headed and one.relation.partition(":")[0] == other.relation.partition(":")[0]
        counts["LAS subtypes"] += headed and one.relation == other.relation
    return counts


def figures(counts: Counter[str], *, raw: bool) -> dict[str, float]:
    """Shares of the treebank's words, or F1, in percent."""
    whole = (counts["found"] + counts["wanted"]) / 2 if raw else counts["wanted"]
    shown = {name: round(100 * counts[name] / whole, 2) for name in ("words", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "LAS subtypes")}
    return shown | {"sentences": round(200 * counts["sentences"] / (counts["sentences found"] + counts["sentences wanted"]), 2)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(given.treebank, given.weights, raw=given.raw), indent=1))


if __name__ == "__main__":
    main()
