"""One claim at an address of its own: its words in their sentences, how it stands to others, how to cite it, what people judge of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purport.folds import Fold, fold_plainly
from purport.listings.calls import find_folds
from purport.records import Analysis, Comparison, Relation, Side, Span
from purport.resolve.standing import standing
from purport.visible import flat
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.pages.report import ClaimIn, Head, claims_in, find_report, head_of
from purport.wording import days


@dataclass(frozen=True, slots=True)
class ClaimAsked:
    """Which claim of which report."""

    report: str
    claim: str
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """A claim that this one is held against, and how the two stand to each other; ``is_left`` where this one is the first of the two."""

    comparison: str
    relation: Relation
    type: str | None
    condition: str | None
    why: str
    is_left: bool
    report: str
    path: str
    claim: str | None
    words: str


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """A judgement on the claim, in the order in which they were made; ``stands`` where nobody has taken it back."""

    id: str
    decision: str
    author: str
    made: str
    note: str | None
    correction: str | None
    stands: bool


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim; ``before`` and ``after`` are what stands around its words in their sentences; ``citation`` is a line to cite it by."""

    asked: ClaimAsked
    head: Head
    claim: ClaimIn
    around: Span
    before: str
    words: str
    after: str
    others: tuple[Other, ...]
    judgements: tuple[JudgementLine, ...]
    citation: str


def claim(desk: Desk, asked: ClaimAsked) -> ClaimPage:
    """One claim."""
    return desk.held(("claim", asked), lambda: _claim(desk, asked))


def _claim(desk: Desk, asked: ClaimAsked) -> ClaimPage:
    analysis = find_report(desk, asked.report)
    folds = () if asked.unfold else find_folds(analysis)
    found = next((each for each in claims_in(desk, analysis, folds) if each.id == asked.claim), None)
    if found is None:
        raise Gone(f"{asked.claim}: the report has no such claim")
    start, end = found.content[0].start, found.content[-1].end
    around = _around(analysis, start, end)
    before, words, after = (_shown(analysis, Span(*ends), folds) for ends in ((around.start, start), (start, end), (end, around.end)))
    head = head_of(analysis)
    return ClaimPage(
        asked,
        head,
        found,
        around,
        before,
        words,
        after,
        tuple(_others(desk, asked, unfold=asked.unfold)),
        tuple(_judgements(desk, asked.claim)),
        _citation(head, found, flat(words)),
    )


def _around(analysis: Analysis, start: int, end: int) -> Span:
    """The sentences that some words stand in."""
    touched = [each for each in analysis.sentences if each.start < end and start < each.end]
    return Span(min((each.start for each in touched), default=start), max((each.end for each in touched), default=end))


def _shown(analysis: Analysis, span: Span, folds: tuple[Fold, ...]) -> str:
    return fold_plainly(span.words(analysis.report.text), span.start, folds)


def _others(desk: Desk, asked: ClaimAsked, *, unfold: bool) -> Iterator[Other]:
    for each in desk.case.comparisons_of(asked.report, asked.claim):
        is_left = (each.left.report, each.left.claim) == (asked.report, asked.claim)
        yield _other(desk, each, each.right if is_left else each.left, is_left=is_left, unfold=unfold)


def _other(desk: Desk, each: Comparison, side: Side, *, is_left: bool, unfold: bool) -> Other:
    analysis = find_report(desk, side.report)
    folds = () if unfold else find_folds(analysis)
    words = " … ".join(_shown(analysis, span, folds) for span in side.content)
    return Other(each.id, each.relation, each.type, each.condition, each.why, is_left, side.report, side.path, side.claim, words)


def _judgements(desk: Desk, claim_id: str) -> Iterator[JudgementLine]:
    every = desk.held("judgements", lambda: list(desk.case.judgements()))
    kept = {each.id for each in desk.held("standing", lambda: standing(desk.case.judgements()))}
    for each in every:
        if each.target == claim_id:
            yield JudgementLine(each.id, each.decision, each.author, each.made, each.note, each.correction, each.id in kept)


def _citation(head: Head, found: ClaimIn, words: str) -> str:
    """Who says it in which words, where these stand, and the digest of the bytes that have them."""
    who = flat(found.source.words) if found.source else "no source named" if found.attribution else "in the outlet's own voice"
    when = days(head.not_before, head.not_after)
    place = f"{head.path}, characters {found.content[0].start} to {found.content[-1].end}"
    outlet = f"{flat(head.outlet)}, " if head.outlet else ""
    title = f"“{flat(head.title)}”, " if head.title else ""
    return f"“{words}” ({who}). {outlet}{title}{when}. {place}; SHA-256 {head.sha256}; claim {found.id}."
