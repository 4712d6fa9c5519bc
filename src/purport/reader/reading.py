"""What the network found in one text, as spans of characters."""

from __future__ import annotations

from dataclasses import dataclass

from purport.reader.manners import UNJUDGED, Manners
from purport.records import Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """Characters with a label and the network's confidence in it, 0 to 1."""

    span: Span
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as found: a cue or none, a source or none, and contents in text order.

    ``direct`` is how likely the contents are the source's own words, 0 to 1; ``parent`` is the index, within the reading, of the
    attribution in whose content this one lies. ``score`` is 0 to 1.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    score: float
    direct: float = 0.0
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The syntactic words of a text in order, as parallel tuples of one length.

    ``starts`` and ``ends`` are offsets. ``tags`` are universal, ``fine_tags`` Penn parts of speech, ``relations`` universal dependencies
    to ``heads``, which index the words; a sentence's root has head -1 and relation ``root``. ``sentences`` indexes the reading's.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    fine_tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that tells of an event or state: its TimeML class, and how sure the author is of it, from -3 (it is not so) to 3 (it is)."""

    word: int
    label: str
    factuality: float
    score: float


@dataclass(frozen=True, slots=True)
class Referring:
    """The head word of an expression that refers to something, and the index of the earlier one that refers to the same, or none."""

    word: int
    label: str
    antecedent: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one text. Layers are in text order; attributions within contents follow the others of their part of the text.

    ``meanings`` holds a vector of length one for each attribution's contents; alike contents have alike vectors. ``page`` is page text
    that is not the report, in text order. ``manners`` are the judgements of words as cues and sources.
    """

    sentences: tuple[Span, ...]
    entities: tuple[Labelled, ...]
    attributions: tuple[Linked, ...]
    words: Words = Words()
    timexes: tuple[Labelled, ...] = ()
    happenings: tuple[Happening, ...] = ()
    referring: tuple[Referring, ...] = ()
    meanings: tuple[tuple[float, ...], ...] = ()
    page: tuple[Span, ...] = ()
    manners: Manners = UNJUDGED
