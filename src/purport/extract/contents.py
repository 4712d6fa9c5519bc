"""Contents that the network cut short, taken on to where their clause ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from purport.extract.syntax import Tree, words_in
from purport.reader import Linked
from purport.reader.reading import Words
from purport.records import Span

MARK = "PUNCT"


def complete(found: Sequence[Linked], tree: Tree) -> tuple[Linked, ...]:
    """The attributions, each with its last content taken on over the words that hang on it, up to a punctuation mark.

    "Said it might have killed him | in an air strike on the outskirts." Where what hangs on it does not reach up to one, where another
    attribution's words stand in between, or inside another's content, it stays as it is.
    """
    words = tree.words
    owners: dict[int, list[int]] = {}
    for i, each in enumerate(found):
        for word in (word for span in _spans(each) for word in words_in(words, span)):
            owners.setdefault(word, []).append(i)
    return tuple(_completed(found, i, words, owners) for i in range(len(found)))


def _spans(linked: Linked) -> Iterable[Span]:
    return (span for span in (linked.source, linked.cue, *linked.contents) if span is not None)


def _completed(found: Sequence[Linked], i: int, words: Words, owners: Mapping[int, Sequence[int]]) -> Linked:
    linked = found[i]
    within = {word for span in linked.contents for word in words_in(words, span)}
    told = _told(found, i, words)
    last = words_in(words, linked.contents[-1])
    if not last:
        return linked
    end = first = last[-1] + 1
    while _goes_on(words, end, last[-1]) and _is_free(found, i, owners.get(end, ())) and _hangs(words, end, within, told):
        end += 1
    if end == first or _goes_on(words, end, last[-1]):
        return linked
    *before, cut = linked.contents
    return replace(linked, contents=(*before, Span(cut.start, words.ends[end - 1])))


def _told(found: Sequence[Linked], i: int, words: Words) -> set[int]:
    """The words of an attribution's source and cue, and of those of the attributions it lies in."""
    told: set[int] = set()
    at: int | None = i
    while at is not None:
        told |= {word for span in (found[at].source, found[at].cue) if span is not None for word in words_in(words, span)}
        at = found[at].parent
    return told


def _is_free(found: Sequence[Linked], i: int, owners: Iterable[int]) -> bool:
    """Whether a word belongs to no attribution beside this one."""
    return not any(j != i and found[j].parent == found[i].parent for j in owners)


def _goes_on(words: Words, word: int, last: int) -> bool:
    """Whether a word belongs to the sentence of ``last`` and is no punctuation mark."""
    return word < len(words) and words.sentences[word] == words.sentences[last] and words.tags[word] != MARK


def _hangs(words: Words, word: int, within: Collection[int], told: Collection[int]) -> bool:
    """Whether the way up from a word comes to the content before it comes to the source or the cue."""
    for _ in range(len(words)):
        if word < 0 or word in told:
            return False
        if word in within:
            return True
        word = words.heads[word]
    return False
