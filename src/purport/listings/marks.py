"""What is marked in a text: sources, cues, contents and page furniture, with the numbers of their attributions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from purport.folds import Fold, touching
from purport.records import Analysis, Attribution, Span


class Role(StrEnum):
    """What a marked stretch is, the outer before the inner where two begin and end together."""

    FURNITURE = "furniture"
    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"


ORDER = tuple(Role)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; ``label`` stands inside its opening bracket."""

    start: int
    end: int
    role: Role
    label: str


def find_marks(analysis: Analysis, folds: Sequence[Fold] = ()) -> tuple[Mark, ...]:
    """The marks of a report, outer before inner, none inside what is folded; a stretch with one role in several attributions has all
    their numbers.
    """  # noqa: D205
    numbers: defaultdict[tuple[Role, Span], list[str]] = defaultdict(list)
    for number, attribution in enumerate(analysis.attributions, start=1):
        for role, span in _parts(attribution):
            numbers[role, span].append(str(number))
    marks = [Mark(span.start, span.end, role, ",".join(own)) for (role, span), own in numbers.items()]
    marks += [Mark(each.start, each.end, Role.FURNITURE, each.kind.value) for each in analysis.furniture]
    clear = (_clear_of(_trimmed(mark, analysis.report.text), folds) for mark in marks)
    return tuple(sorted((mark for mark in clear if mark.start < mark.end), key=_outer_first))


def _parts(attribution: Attribution) -> Iterator[tuple[Role, Span]]:
    if attribution.source is not None:
        yield Role.SOURCE, attribution.source
    if attribution.cue is not None:
        yield Role.CUE, attribution.cue
    for span in attribution.content:
        yield Role.CONTENT, span


def _trimmed(mark: Mark, text: str) -> Mark:
    """The mark without blanks at its ends, so that no bracket is left alone on a line."""
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    return replace(mark, start=start, end=max(start, mark.start + len(words.rstrip())))


def _clear_of(mark: Mark, folds: Sequence[Fold]) -> Mark:
    """The mark without what of it lies in a fold, but for a fold that lies in the mark as a whole."""
    for fold in touching(folds, mark.start, mark.end):
        if mark.start <= fold.start and fold.end <= mark.end:
            continue
        if fold.start <= mark.start < fold.end:
            mark = replace(mark, start=min(fold.end, mark.end))
        elif fold.start < mark.end <= fold.end:
            mark = replace(mark, end=fold.start)
    return mark


def _outer_first(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, ORDER.index(mark.role)
