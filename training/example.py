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
class Link:
    """One attribution: indexes into ``Example.roles``; no source is ``None``."""

    cue: int
    source: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the layers its corpus annotates; a layer it does not annotate is ``None``.

    ``direct`` holds the indexes of the contents that stand in quotation marks. ``inner`` and ``inner_links`` are attributions within
    contents, as ``roles`` and ``links`` are those of the text.
    """

    name: str
    text: str
    sentences: tuple[int, ...] | None = None
    entities: tuple[Marked, ...] | None = None
    roles: tuple[Marked, ...] | None = None
    links: tuple[Link, ...] = ()
    direct: frozenset[int] = frozenset()
    inner: tuple[Marked, ...] | None = None
    inner_links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a corpus that comes sentence by sentence: its tokens, which are followed by no blank, and its entities by token."""

    tokens: tuple[str, ...]
    glued: tuple[bool, ...]
    entities: tuple[Marked, ...] | None = None
    paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as a list of sentences, whose white space is chosen anew each time it is read."""

    name: str
    sentences: tuple[Sentence, ...]
