"""What a report's head and foot say is page text, and what the network takes for it, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purport.records import Furniture, FurnitureKind, Span


def find_furniture(text: str, known: Sequence[Furniture], page: Sequence[Span]) -> tuple[Furniture, ...]:
    """All furniture in the order of the text: what ingest ``known``, and of the network's ``page`` text what lies outside that."""
    solid = [each for each in known if each.kind != FurnitureKind.PAGE]
    prompts = [Span(each.start, each.end) for each in known if each.kind == FurnitureKind.PAGE]
    around = [piece for span in _joined(text, [*prompts, *page]) for piece in _outside(text, span, solid)]
    pieces = [Furniture(piece.start, piece.end, FurnitureKind.PAGE) for piece in around]
    return tuple(sorted((*solid, *pieces), key=lambda each: (each.start, each.end)))


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Spans that overlap, or have nothing but blanks between them, as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and (span.start <= last.end or text[last.end : span.start].isspace()):
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _outside(text: str, span: Span, known: Sequence[Furniture]) -> Iterator[Span]:
    """What of a span is not known to be something else, without the blanks at its edges."""
    start = span.start
    for each in sorted(known, key=lambda each: each.start):
        if each.end > start and each.start < span.end:
            yield from _trimmed(text, start, each.start)
            start = max(start, each.end)
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))
