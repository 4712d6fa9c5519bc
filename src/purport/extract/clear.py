"""Which spans are wholly the report's own, and which have page text in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from purport.records import Furniture, FurnitureKind, Span


@dataclass(frozen=True, slots=True)
class Page:
    """Where page text stands: stretches that nothing may touch, and headlines, out of which nothing may run. Both are in order."""

    blocks: tuple[Span, ...] = ()
    titles: tuple[Span, ...] = ()

    def leaves(self, start: int, end: int) -> bool:
        """Whether the characters ``[start, end)`` are clear of page text, or all within a headline."""
        return _touched(self.blocks, start, end) is None and (
            (title := _touched(self.titles, start, end)) is None or (title.start <= start and end <= title.end)
        )


def page_of(furniture: Sequence[Furniture]) -> Page:
    """The page text of a report."""
    titles = [Span(each.start, each.end) for each in furniture if each.kind == FurnitureKind.TITLE]
    blocks = [Span(each.start, each.end) for each in furniture if each.kind != FurnitureKind.TITLE]
    return Page(_merged(blocks), _merged(titles))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same characters as spans that lie apart, in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            span = Span(found[-1].start, max(found.pop().end, span.end))
        found.append(span)
    return tuple(found)


def _touched(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """The last of the spans that has one of the characters."""
    if not spans:
        return None
    before = bisect_right(spans, end - 1, key=_start) - 1
    return spans[before] if before >= 0 and spans[before].end > start else None


def _start(span: Span) -> int:
    return span.start
