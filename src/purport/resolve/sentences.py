"""The sentences of two versions of a report, aligned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from purport.records import Analysis, Attribution, Claim, Span
from purport.resolve.folded import Folded, fold_report
from purport.resolve.notices import find_notices, paragraphs

KEPT = 0.5
"""Likeness (difflib's ratio over words) of two sentences, or of two claims in them, that are one, altered."""
COMMON = 20
"""Sentences that may have two words in a row in common for that to hint that they are one: more have "of the", and rewriting a book would
compare each of its sentences with all."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its folded words and the claims that begin in it."""

    analysis: Analysis
    folded: Folded
    span: Span
    words: tuple[str, ...]
    claims: tuple[Claim, ...]

    def content(self, claim: Claim | None) -> tuple[int, ...]:
        """The numbers of a claim's words in the report; of the sentence's without one."""
        return tuple(i for span in (claim.content if claim else (self.span,)) for i in self.folded.within(span))

    def told(self, claim: Claim | None) -> Attribution | None:
        """The attribution that holds a claim."""
        return next((each for each in self.analysis.attributions if claim and each.id == claim.attribution), None)


def sentences_of(analysis: Analysis) -> tuple[Sentence, ...]:
    """The sentences of a report that are its own text: neither page text nor notices that it was changed."""
    folded, notices = fold_report(analysis), find_notices(analysis)
    found = []
    for span in paragraphs(analysis):
        words = folded.within(span)
        if words and not any(notice.start <= span.start < notice.end for notice in notices):
            claims = tuple(claim for claim in analysis.claims if span.start <= claim.content[0].start < span.end)
            found.append(Sentence(analysis, folded, span, folded.words[words.start : words.stop], claims))
    return tuple(found)


def aligned(before: Sequence[Sentence], after: Sequence[Sentence]) -> dict[int, int]:
    """Number of a sentence of the newer text -> that of the older which it is: with the same words, wherever it moved, else most alike."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in reversed(range(len(before))):
        places[before[i].words].append(i)
    pairs = {j: places[sentence.words].pop() for j, sentence in enumerate(after) if places[sentence.words]}
    taken = set(pairs.values())
    runs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, sentence in enumerate(before):
        for run in set(pairwise(sentence.words)) if i not in taken else ():
            runs[run].append(i)
    near = {
        (i, j)
        for j, sentence in enumerate(after)
        if j not in pairs
        for run in pairwise(sentence.words)
        for i in runs.get(run, ())
        if len(runs[run]) <= COMMON
    }
    alike = sorted(
        ((likeness(before[i].words, after[j].words), i, j) for i, j in near), key=lambda each: (-each[0], abs(each[1] - each[2]), each[1:])
    )
    for share, i, j in alike:
        if share >= KEPT and j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two texts is the same in the same order, 0 to 1; 0 where it is under ``KEPT`` for certain."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= KEPT else 0.0
