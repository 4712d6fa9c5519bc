"""Readings of a text's parts -> the reading of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from purport.reader.manners import joined
from purport.reader.reading import Happening, Labelled, Linked, Reading, Referring, Words
from purport.records import Span


@dataclass(frozen=True, slots=True)
class Before:
    """How much of a text lies before a part of it: characters, and items of each layer that others point to."""

    characters: int
    sentences: int
    words: int
    attributions: int
    referring: int


def join(parts: Sequence[tuple[int, Reading]]) -> Reading:
    """The reading of a text from those of its parts, each with the offset it begins at."""
    if len(parts) == 1:
        return parts[0][1]
    moved: list[Reading] = []
    sentences = words = attributions = referring = 0
    for offset, part in parts:
        moved.append(_moved(part, Before(offset, sentences, words, attributions, referring)))
        sentences, words = sentences + len(part.sentences), words + len(part.words)
        attributions, referring = attributions + len(part.attributions), referring + len(part.referring)
    return Reading(
        tuple(each for part in moved for each in part.sentences),
        tuple(each for part in moved for each in part.entities),
        tuple(each for part in moved for each in part.attributions),
        _words([part.words for part in moved]),
        tuple(each for part in moved for each in part.timexes),
        tuple(each for part in moved for each in part.happenings),
        tuple(each for part in moved for each in part.referring),
        tuple(each for part in moved for each in part.meanings),
        tuple(each for part in moved for each in part.page),
        joined([part.manners for part in moved]),
    )


def _words(parts: Sequence[Words]) -> Words:
    names = ("starts", "ends", "tags", "fine_tags", "lemmas", "heads", "relations", "sentences")
    return Words(*(tuple(each for part in parts for each in getattr(part, name)) for name in names))


def _moved(reading: Reading, before: Before) -> Reading:
    """A part's reading as it stands in the text."""
    by = before.characters
    words = reading.words

    def span(s: Span) -> Span:
        return Span(s.start + by, s.end + by)

    def maybe(s: Span | None) -> Span | None:
        return None if s is None else span(s)

    def labelled(e: Labelled) -> Labelled:
        return replace(e, span=span(e.span))

    def linked(a: Linked) -> Linked:
        parent = None if a.parent is None else a.parent + before.attributions
        return replace(a, source=maybe(a.source), cue=maybe(a.cue), contents=tuple(map(span, a.contents)), parent=parent)

    def happening(h: Happening) -> Happening:
        return replace(h, word=h.word + before.words)

    def referring(r: Referring) -> Referring:
        return replace(r, word=r.word + before.words, antecedent=None if r.antecedent is None else r.antecedent + before.referring)

    return Reading(
        tuple(map(span, reading.sentences)),
        tuple(map(labelled, reading.entities)),
        tuple(map(linked, reading.attributions)),
        replace(
            words,
            starts=tuple(start + by for start in words.starts),
            ends=tuple(end + by for end in words.ends),
            heads=tuple(head if head < 0 else head + before.words for head in words.heads),
            sentences=tuple(number + before.sentences for number in words.sentences),
        ),
        tuple(map(labelled, reading.timexes)),
        tuple(map(happening, reading.happenings)),
        tuple(map(referring, reading.referring)),
        reading.meanings,
        tuple(map(span, reading.page)),
        reading.manners.moved(by),
    )
