"""What a corpus says of a text, in one shape for all of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters ``[start, end)`` with a label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word of Universal Dependencies at ``[start, end)``.

    ``tag`` is its universal, ``fine`` its Penn part of speech; ``head`` indexes the example's tokens, ``None`` for a sentence's root;
    ``sentence`` counts the text's sentences.
    """

    start: int
    end: int
    tag: str
    fine: str
    lemma: str
    head: int | None
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Referring:
    """The syntactic head ``[start, end)`` of a mention; mentions of one ``cluster`` refer to the same."""

    start: int
    end: int
    label: str
    cluster: int


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure it is that what the word ``[start, end)`` tells of happened, from -3 (it did not) to 3 (it did), as judged on a scale."""

    start: int
    end: int
    value: float
    scale: str = "factbank"


@dataclass(frozen=True, slots=True)
class Manner:
    """What the cue or source ``[start, end)`` of an attribution at any depth tells, of one ``layer``.

    Of a cue: how sure the source is (``stance``), what kind of speech it is (``act``), whether it was ``negated`` or ``made``
    (``negated``). Of a source: what kind it is (``source_type``).
    """

    start: int
    end: int
    layer: str
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution: indexes into ``Example.roles``; no source is ``None``."""

    cue: int
    source: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the layers its corpus annotates; a layer it does not annotate is ``None``.

    ``direct`` holds the indexes of the contents that are in their source's own words; ``None`` where that is not known. ``inner`` and
    ``inner_links`` are attributions within contents, as ``roles`` and ``links`` are those of the text; of a text ``made`` up around its
    contents nothing else is taught. ``events`` are single words labelled with their TimeML class, ``timexes`` spans labelled with their
    TIMEX3 type. ``meanings`` are stretches whose meaning is known, labelled with the row of its vector. ``page`` is page text.
    """

    name: str
    text: str
    sentences: tuple[int, ...] | None = None
    entities: tuple[Marked, ...] | None = None
    roles: tuple[Marked, ...] | None = None
    links: tuple[Link, ...] = ()
    direct: frozenset[int] | None = frozenset()
    inner: tuple[Marked, ...] | None = None
    inner_links: tuple[Link, ...] = ()
    made: bool = False
    tokens: tuple[Token, ...] | None = None
    mentions: tuple[Referring, ...] | None = None
    timexes: tuple[Marked, ...] | None = None
    events: tuple[Marked, ...] | None = None
    sure: tuple[Sure, ...] | None = None
    meanings: tuple[Marked, ...] = ()
    page: tuple[Marked, ...] | None = None
    manners: tuple[Manner, ...] | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """The syntax of one token of a sentence; ``head`` indexes the sentence's tokens, ``None`` for its root."""

    tag: str
    fine: str
    lemma: str
    head: int | None
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a corpus that comes sentence by sentence.

    ``tokens`` are printed forms; ``glued[i]`` says that no blank follows token ``i``. Everything else speaks of tokens by index:
    ``entities`` and (by their head) ``mentions`` as spans of tokens, ``words`` one each, ``sure`` as (token, value).
    """

    tokens: tuple[str, ...]
    glued: tuple[bool, ...]
    entities: tuple[Marked, ...] | None = None
    paragraph: bool = False
    words: tuple[Word, ...] | None = None
    mentions: tuple[Referring, ...] | None = None
    sure: tuple[tuple[int, float], ...] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as a list of sentences, whose white space is chosen anew each time it is read."""

    name: str
    sentences: tuple[Sentence, ...]
