"""Syntax for the texts that no treebank has: what a reader of syntax alone finds in them.

Attribution is learned on other texts than syntax. An encoder that learns both tells the two kinds apart, and parses the first
badly; so a reader that was trained on treebanks alone parses them, and the whole network learns that too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from example import Example, Token
from purport.reader import Reader, Words


def parsed(examples: Sequence[Example], parser: Path) -> list[Example]:
    """The examples, those without syntax with the parser's."""
    bare = [example for example in examples if example.tokens is None]
    with Reader(parser) as reader:
        found = [_parsed(example, reading.words) for example, reading in zip(bare, reader.read(each.text for each in bare), strict=True)]
    own = iter(found)
    return [example if example.tokens is not None else next(own) for example in examples]


def _parsed(example: Example, words: Words) -> Example:
    """The example with the words of the sentences that page text has not got into."""
    page = example.page or ()
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
    return replace(example, tokens=tokens)
