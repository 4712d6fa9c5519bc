"""Contents that the network cut short, taken on to where their clause ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from purport.extract.syntax import Tree, words_in
from purport.reader import Linked
from purport.reader.reading import Words
from purport.records import Span

MARK = "PUNCT"
BESIDE = "parataxis"
"""The relation of a clause set beside another, as what tells who says so is beside a quotation."""


def complete(found: Sequence[Linked], tree: Tree) -> tuple[Linked, ...]:
    """The attributions, each with its last content taken on over the words that hang on it, up to a punctuation mark.

    "Said it might have killed him | in an air strike on the outskirts." A content within another's goes no further than that one does.
    A bare quotation, and what ends in a mark such as a closing one, is whole: what follows are the outlet's words.
    Where what hangs on it does not reach so far, or words in between are those of an attribution that it neither lies in nor holds, it
    stays as it is.
    """
    words = tree.words
    owners: dict[int, list[int]] = {}
    for i, each in enumerate(found):
        for word in (word for span in _spans(each) for word in words_in(words, span)):
            owners.setdefault(word, []).append(i)
    whole = list(found)
    for i in range(len(found)):  # what a content lies in comes before it
        whole[i] = _completed(whole, i, words, owners)
        whole[i] = _resumed(whole, i, words, owners)
    return tuple(whole)


def _spans(linked: Linked) -> Iterable[Span]:
    return (span for span in (linked.source, linked.cue, *linked.contents) if span is not None)


def _completed(found: Sequence[Linked], i: int, words: Words, owners: Mapping[int, Sequence[int]]) -> Linked:
    linked = found[i]
    last = words_in(words, linked.contents[-1])
    if linked.cue is None or not last or words.tags[last[-1]] == MARK:
        return linked
    room = _room(found, i, words, last[-1])
    within = {word for span in linked.contents for word in words_in(words, span)}
    told = _told(found, i, words)
    end = first = last[-1] + 1
    while _goes_on(words, end, room) and _is_free(found, i, owners.get(end, ())) and _hangs(words, end, within, told):
        end += 1
    if end == first or _goes_on(words, end, room):
        return linked
    *before, cut = linked.contents
    return replace(linked, contents=(*before, Span(cut.start, words.ends[end - 1])))


def _resumed(found: Sequence[Linked], i: int, words: Words, owners: Mapping[int, Sequence[int]]) -> Linked:
    """The attribution with what its content goes on with after who says so.

    "The boat was sound, | he said, | though it was old." That is the rest of the sentence, if every word of it hangs on the content and
    belongs to no other attribution.
    """
    linked = found[i]
    last = words_in(words, linked.contents[-1])
    told = _told(found, i, words)
    if linked.cue is None or not last:
        return linked
    sentence, room, at = words.sentences[last[-1]], _room(found, i, words, last[-1]), last[-1] + 1
    while at in room and words.sentences[at] == sentence and (at in told or words.tags[at] == MARK):
        at += 1
    stop = at
    while stop in room and words.sentences[stop] == sentence:
        stop += 1
    within = {word for span in linked.contents for word in words_in(words, span)}
    rest = range(at, stop)
    between = range(last[-1] + 1, at)
    aside = between and words.tags[between[0]] == MARK == words.tags[between[-1]] and not told.isdisjoint(between)
    if not aside or not any(words.tags[word] != MARK for word in rest):
        return linked
    own = (word for word in rest if words.tags[word] != MARK)
    if not all(_is_free(found, i, owners.get(word, ())) and _hangs(words, word, within, told) for word in own):
        return linked
    end = next(word for word in reversed(rest) if words.tags[word] != MARK)
    return replace(linked, contents=(*linked.contents, Span(words.starts[at], words.ends[end])))


def _told(found: Sequence[Linked], i: int, words: Words) -> set[int]:
    """The words of the sources and cues of an attribution and those it lies in."""
    return {word for j in _line(found, i) for span in (found[j].source, found[j].cue) if span is not None for word in words_in(words, span)}


def _line(found: Sequence[Linked], i: int) -> Iterator[int]:
    """An attribution, and those it lies in."""
    at: int | None = i
    while at is not None:
        yield at
        at = found[at].parent


def _room(found: Sequence[Linked], i: int, words: Words, last: int) -> range:
    """The words that a content with the word ``last`` may have: those of the content it lies in."""
    parent = found[i].parent
    spans = found[parent].contents if parent is not None else ()
    return next((own for own in (words_in(words, span) for span in spans) if last in own), range(len(words)))


def _is_free(found: Sequence[Linked], i: int, owners: Iterable[int]) -> bool:
    """Whether a word belongs to no attribution but this one, those it lies in and those within it."""
    return all(j in _line(found, i) or i in _line(found, j) for j in owners)


def _goes_on(words: Words, word: int, room: range) -> bool:
    """Whether a word and the one before it are of one sentence and one content, and it is no punctuation mark."""
    return word in room and words.sentences[word] == words.sentences[word - 1] and words.tags[word] != MARK


def _hangs(words: Words, word: int, within: Collection[int], told: Collection[int]) -> bool:
    """Whether the way up from a word comes to the content before it comes to the source, the cue, or a clause set beside."""
    for _ in range(len(words)):
        if word < 0 or word in told:
            return False
        if word in within:
            return True
        if words.relations[word] == BESIDE:
            return False
        word = words.heads[word]
    return False
