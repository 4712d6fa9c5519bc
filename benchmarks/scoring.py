"""Measures shared by the benchmarks: exact and overlapping spans, linked attributions.

Exact: edges equal once white space is trimmed. Overlap: characters. Linked: cues touch, contents share half (intersection over union),
sources share half or are both absent; gold and system are paired one to one, best content first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from purport.records import Span

ROLES = ("source", "cue", "content")
Edges = tuple[int, int]
"""Where a span starts and ends."""


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution's spans by role."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in percent, and how many things it speaks of."""

    percent: float
    of: int


@dataclass
class Count:
    """Hits, found and wanted, summed over reports; ``things`` is how many were wanted where hits count parts of them."""

    hits: int = 0
    found: int = 0
    wanted: int = 0
    things: int = 0

    def add(self, hits: int, found: int, wanted: int, things: int | None = None) -> None:
        """Take one report's numbers in."""
        self.hits += hits
        self.found += found
        self.wanted += wanted
        self.things += wanted if things is None else things

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        return round(200 * self.hits / max(1, self.found + self.wanted), 2)


@dataclass
class Scores:
    """Counts by measure."""

    counts: dict[str, Count] = field(default_factory=dict)

    def of(self, name: str) -> Count:
        """The count of a measure, made when first asked for."""
        return self.counts.setdefault(name, Count())

    def as_dict(self) -> dict[str, float]:
        """F1 by measure."""
        return {name: count.f1 for name, count in self.counts.items()}

    def figures(self) -> dict[str, Figure]:
        """F1 by measure, with how many things were wanted."""
        return {name: Figure(count.f1, count.things) for name, count in self.counts.items()}


def letters(spans: Iterable[Span]) -> set[int]:
    """The characters of spans."""
    return {i for span in spans for i in range(span.start, span.end)}


def shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Intersection over union of the characters; 1 where both are empty."""
    a, b = letters(one), letters(other)
    return len(a & b) / len(a | b) if a or b else 1.0


def paired(want: Sequence[Edges], have: Sequence[Edges]) -> list[tuple[int, int]]:
    """Which spans overlap, by their places, each in one pair at most: those with the same edges first, then by how much they share."""
    options = sorted(
        (one != other, max(one[0], other[0]) - min(one[1], other[1]), i, j)
        for i, one in enumerate(want)
        for j, other in enumerate(have)
        if max(one[0], other[0]) < min(one[1], other[1])
    )
    left: dict[int, int] = {}
    right: set[int] = set()
    for *_, i, j in options:
        if i not in left and j not in right:
            left[i] = j
            right.add(j)
    return sorted(left.items())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.words(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def score(text: str, gold: Sequence[Triple], found: Sequence[Triple], scores: Scores) -> None:
    """Add one report to the scores."""
    for role in ROLES:
        wanted = {trimmed(text, span) for triple in gold for span in getattr(triple, role)}
        have = {trimmed(text, span) for triple in found for span in getattr(triple, role)}
        scores.of(f"{role} exact").add(len(wanted & have), len(have), len(wanted))
        a, b = letters(wanted), letters(have)
        scores.of(f"{role} overlap").add(len(a & b), len(b), len(a), len(wanted))
    scores.of("linked").add(_linked(gold, found), len(found), len(gold))


def _linked(gold: Sequence[Triple], found: Sequence[Triple]) -> int:
    """How many attributions pair up."""
    options = sorted(
        (
            (shared(want.content, have.content), -i, -j)
            for i, want in enumerate(gold)
            for j, have in enumerate(found)
            if _goes_with(want, have)
        ),
        reverse=True,
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in options:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def _goes_with(want: Triple, have: Triple) -> bool:
    if not letters(want.cue) & letters(have.cue) or shared(want.content, have.content) < 0.5:
        return False
    if not want.source or not have.source:
        return not want.source and not have.source
    return shared(want.source, have.source) >= 0.5
