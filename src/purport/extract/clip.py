"""Readings kept clear of page text.

Page text lands in the middle of sentences, so a content can run across it: it is then two pieces. A headline is page text that is read
all the same, but what begins in it does not go on into the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from purport.extract.clear import Page
from purport.reader import Labelled, Linked
from purport.records import Furniture, FurnitureKind, Span


def clear_of(text: str, found: Sequence[Linked], furniture: Sequence[Furniture]) -> dict[int, Linked]:
    """What is left of each attribution outside furniture, by its index; one whose cue or contents are all furniture is gone.

    A source that is all furniture is none; of a source or cue that runs into furniture the first piece outside is left.
    """
    if not furniture:
        return dict(enumerate(found))
    kept = {i: _clipped(text, linked, furniture) for i, linked in enumerate(found)}
    return {i: linked for i, linked in kept.items() if linked is not None}


def clear_names(text: str, names: Sequence[Labelled], page: Page) -> tuple[Labelled, ...]:
    """The names, those cut in two that run over the edge of a headline between words: "ORRIN FORD | Marr" are two names."""
    return tuple(replace(name, span=piece) for name in names for piece in _cut(text, name.span, page.titles))


def _cut(text: str, span: Span, titles: Sequence[Span]) -> Iterator[Span]:
    inside = {edge for title in titles for edge in (title.start, title.end) if span.start < edge < span.end}
    edges = sorted(edge for edge in inside if not text[edge - 1 : edge + 1].isalnum())
    for start, end in pairwise((span.start, *edges, span.end)):
        if any(map(str.isalnum, text[start:end])):
            yield _trimmed(text, Span(start, end)) if edges else span


def _clipped(text: str, linked: Linked, furniture: Sequence[Furniture]) -> Linked | None:
    pieces = (_trimmed(text, piece) for content in linked.contents for piece in outside(content, furniture))
    contents = tuple(piece for piece in pieces if any(map(str.isalnum, piece.words(text))))
    source, cue = (_first_piece(text, span, furniture) for span in (linked.source, linked.cue))
    if not contents or (linked.cue and not cue):
        return None
    return replace(linked, source=source, cue=cue, contents=contents)


def _first_piece(text: str, span: Span | None, furniture: Sequence[Furniture]) -> Span | None:
    pieces = (_trimmed(text, piece) for piece in (outside(span, furniture) if span else ()))
    return next((piece for piece in pieces if piece.start < piece.end), None)


def _trimmed(text: str, span: Span) -> Span:
    words = span.words(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def outside(span: Span, furniture: Sequence[Furniture]) -> tuple[Span, ...]:
    """The pieces of a span that lie outside furniture, in order. A span within a headline is whole; of one that runs out of a headline
    the part after it is left.
    """  # noqa: D205
    pieces = [span]
    for each in furniture:
        if each.kind == FurnitureKind.TITLE and each.start <= span.start and span.end <= each.end:
            continue
        pieces = [left for piece in pieces for left in _without(piece, each)]
    return tuple(pieces)


def _without(span: Span, furniture: Furniture) -> list[Span]:
    if span.end <= furniture.start or furniture.end <= span.start:
        return [span]
    left = [Span(span.start, furniture.start), Span(furniture.end, span.end)]
    return [piece for piece in left if piece.start < piece.end]
