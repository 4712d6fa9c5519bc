"""Names with the word before them that makes another place of it: "New Karesh" is not Karesh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from purport.extract.syntax import Tree, words_in
from purport.lexicon import words as listed
from purport.reader import Labelled
from purport.records import Span


def with_prefixes(text: str, names: Sequence[Labelled], tree: Tree) -> tuple[Labelled, ...]:
    """The names, each from the prefix on that stands right before it and hangs on it, where the network left that out.

    Prefixes are those of ``lexicon/name_prefixes.tsv``, as they are written there. What only tells where or how old a thing is has small
    letters ("the new Karesh bridge"), and what begins a sentence and is of another word hangs on that ("New Karesh *laws*").
    """
    taken = {word for name in names for word in words_in(tree.words, name.span)}
    return tuple(_with_prefix(text, name, tree, taken) for name in names)


def _with_prefix(text: str, name: Labelled, tree: Tree, taken: set[int]) -> Labelled:
    own, words = words_in(tree.words, name.span), tree.words
    before = own[0] - 1 if own else -1
    if before < 0 or before in taken or words.sentences[before] != words.sentences[own[0]]:
        return name
    start, hangs = words.starts[before], words.heads[before] in own or words.heads[own[0]] == before
    is_prefix = text[start : words.ends[before]].removesuffix(".") in listed("name_prefixes.tsv")
    beside = text[words.ends[before] : name.span.start].isspace()
    return replace(name, span=Span(start, name.span.end)) if is_prefix and hangs and beside else name
