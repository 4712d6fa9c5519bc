"""Time expressions as far as they reach: the network's spans, taken on to the words beside them that the grammar reads with them.

"The spring of *1820*" and "*two days* later" are one expression each. Only words of ``lexicon/time_edges.tsv`` are taken in, in one
paragraph, with nothing but blanks or a hyphen between, and only where the whole is read as a point of time, nothing of it passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from purport.lexicon import rows
from purport.reader import Labelled
from purport.records import Span
from purport.time.grammar import is_point
from purport.time.tokens import categories

POINT = "DATE"
"""The type of what is read as a point of time; its meaning may tell another."""
REACH = 4
"""Words on either side that are looked at."""
LONGEST = 24
"""Characters within which the next word is looked for."""
LINKS = frozenset({"of", "in", "the", "that", "this", "same", "last", "next", "from"})
"""Words that no expression begins or ends with; but "the" may stand before others that are taken in."""
_BEFORE = re.compile(r"(\w+)(?:-|[^\S\n]*\n?[^\S\n]*)\Z")
_AFTER = re.compile(r"(?:-|[^\S\n]*\n?[^\S\n]*)(\w+)")


def reaching(text: str, found: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The expressions in text order; those that one reaches over are part of it."""
    taken: list[Labelled] = []
    for each in found:
        if taken and each.span.start < taken[-1].span.end:
            continue
        span = _reach(text, each.span)
        while taken and span.start < taken[-1].span.end:
            span = Span(min(span.start, taken.pop().span.start), span.end)
        taken.append(each if span == each.span else replace(each, span=span, label=POINT))
    return tuple(taken)


def _reach(text: str, span: Span) -> Span:
    """The longest stretch of words around a span that is read whole, of those that may belong to it."""
    starts, ends = [*_before(text, span.start)], [*_after(text, span.end)]
    if len(starts) == len(ends) == 1:
        return span
    reaches = [Span(start, end) for start in starts for end in ends if (start, end) != (span.start, span.end)]
    return next((each for each in sorted(reaches, key=lambda each: each.start - each.end) if is_point(each.words(text))), span)


def _before(text: str, start: int) -> Iterator[int]:
    """Where the expression may begin: where it does, and at words before it."""
    yield start
    added, word = False, ""
    for _ in range(REACH):
        found = _BEFORE.search(text, max(0, start - LONGEST), start)
        if found is None or not (_belongs(found[1], "left") or (word == "of" and _belongs(found[1], "left of"))):
            return
        start, word = found.start(1), found[1].lower()
        added = added or word not in LINKS
        if word not in LINKS or (word == "the" and added):
            yield start


def _after(text: str, end: int) -> Iterator[int]:
    """Where the expression may end: where it does, and after words behind it."""
    yield end
    for _ in range(REACH):
        found = _AFTER.match(text, end, end + LONGEST)
        if found is None or not _belongs(found[1], "right"):
            return
        end = found.end(1)
        if found[1].lower() not in LINKS:
            yield end


@lru_cache(maxsize=4096)
def _belongs(word: str, side: str) -> bool:
    return any((category, side) in _edges() for category, _ in categories(word.lower()))


@cache
def _edges() -> frozenset[tuple[str, ...]]:
    return frozenset(rows("time_edges.tsv"))
