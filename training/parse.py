"""Syntax and coreference for the texts that no treebank has: what a reader of treebanks alone finds in them.

Attribution is learned on other texts than syntax. An encoder that learns both tells the two kinds apart, and parses the first
badly; so a reader that was trained on treebanks alone parses them, and the whole network learns that too.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from example import Example, Referring, Token
from purport.reader import Reader, Reading


def parsed(examples: Sequence[Example], parser: Path) -> list[Example]:
    """The examples, those without syntax with the parser's, and with its mentions where they have none."""
    bare = [example for example in examples if example.tokens is None]
    with Reader(parser) as reader:
        found = [_parsed(example, reading) for example, reading in zip(bare, reader.read(each.text for each in bare), strict=True)]
    own = iter(found)
    return [example if example.tokens is not None else next(own) for example in examples]


def _parsed(example: Example, reading: Reading) -> Example:
    """The example with the words and mentions of the sentences that page text has not got into."""
    page, words = example.page or (), reading.words
    spoilt = {
        sentence
        for start, end, sentence in zip(words.starts, words.ends, words.sentences, strict=True)
        if any(start < stretch.end and stretch.start < end for stretch in page)
    }
    kept = [i for i, sentence in enumerate(words.sentences) if sentence not in spoilt]
    places = {word: place for place, word in enumerate(kept)}
    tokens = tuple(
        Token(
            words.starts[i],
            words.ends[i],
            words.tags[i],
            words.fine_tags[i],
            words.lemmas[i],
            places.get(words.heads[i]),
            words.relations[i],
            words.sentences[i],
        )
        for i in kept
    )
    mentions = _mentions(reading, places) if example.mentions is None else example.mentions
    return replace(example, tokens=tokens, mentions=mentions)


def _mentions(reading: Reading, kept: Container[int]) -> tuple[Referring, ...]:
    """The heads among the words kept that refer to something; those led back to one first mention are of one cluster."""
    words, clusters = reading.words, list[int]()
    for i, found in enumerate(reading.referring):
        clusters.append(i if found.antecedent is None else clusters[found.antecedent])
    return tuple(
        Referring(words.starts[found.word], words.ends[found.word], found.label, cluster)
        for found, cluster in zip(reading.referring, clusters, strict=True)
        if found.word in kept
    )
