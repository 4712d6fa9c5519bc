"""Readings -> the record's time expressions: their words as meanings, and what these come to by the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from purport.extract.clear import Page
from purport.extract.spans import reaching
from purport.extract.syntax import Tree, head_of, preposition_of, words_in
from purport.extract.tenses import is_past
from purport.ids import item_id
from purport.reader import Labelled
from purport.records import Published, Report, Span, Timex
from purport.time.expression import Dated, Expression
from purport.time.grammar import read
from purport.time.leaning import told_by_writing
from purport.time.parts import End, Range

JOINT = re.compile(r"\s*[-–—]\s*|\s+(?:to|through|until|till|and|or)\s+", re.IGNORECASE)
"""What stands between the two points of a range."""
OPENING = re.compile(r"(?:(?:from|between)\s+)?", re.IGNORECASE)
WRITTEN = "published"
"""The anchor of what is told by the day of writing."""


def find_expressions(report: Report, found: Sequence[Labelled], page: Page, tree: Tree) -> list[Expression]:
    """The time expressions outside page text, in text order."""
    kept = [each for each in found if page.leaves(each.span.start, each.span.end)]
    return [part for each in reaching(report.text, kept) for part in _parted(_expression(report.text, each, tree))]


def _expression(text: str, found: Labelled, tree: Tree) -> Expression:
    words = found.span.words(text)
    head = head_of(tree.words, words_in(tree.words, found.span)) if len(tree.words) else None
    past, preposition = (None, "") if head is None else (is_past(tree, head), preposition_of(tree, head))
    return Expression(found.span.start, found.span.end, words, found.label, read(words, found.label), past, preposition)


def _parted(whole: Expression) -> Iterator[Expression]:
    """A range as its two points, each an expression: "1821-1824" begins in the one and ends in the other."""
    joints = [*JOINT.finditer(whole.words)]
    meaning = whole.meaning
    if not isinstance(meaning, Range) or meaning.begin is None or meaning.end is None or len(joints) != 1:
        yield whole
        return
    first, last = OPENING.match(whole.words).end(), joints[0]  # type: ignore[union-attr]
    for begin, end, side, preposition in ((first, last.start(), False, "from"), (last.end(), len(whole.words), True, "until")):
        start, words = whole.start + begin, whole.words[begin:end]
        yield replace(whole, start=start, end=start + len(words), words=words, meaning=End(meaning, side), preposition=preposition)


def find_timexes(report: Report, expressions: Sequence[Expression], dated: Sequence[Dated]) -> tuple[Timex, ...]:
    """The record of time expressions, with what they come to."""
    return tuple(_timexes(report, expressions, dated))


def written(published: Published | None) -> tuple[date, date] | None:
    """The first and last day on which a report can have been written, if both are known."""
    if published is None or published.not_before is None or published.not_after is None:
        return None
    return date.fromisoformat(published.not_before[:10]), date.fromisoformat(published.not_after[:10])


def _timexes(report: Report, expressions: Sequence[Expression], dated: Sequence[Dated]) -> Iterator[Timex]:
    ids = [item_id(report.id, "timex", (Span(each.start, each.end),)) for each in expressions]
    for own, each, found in zip(ids, expressions, dated, strict=True):
        first, last = (None if day is None else day.isoformat() for day in (found.first, found.last))
        leans = each.meaning is not None and told_by_writing(each.meaning)
        anchor = ids[found.by] if found.by is not None else WRITTEN if leans else None
        yield Timex(own, each.start, each.end, found.type, found.value, found.mod, anchor, first, last)
