"""What the network found in one text, as spans of characters."""

from __future__ import annotations

from dataclasses import dataclass

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
class Reading:
    """Everything found in one text. Layers are in text order; attributions within contents follow the others of their part of the text."""

    sentences: tuple[Span, ...]
    entities: tuple[Labelled, ...]
    attributions: tuple[Linked, ...]
