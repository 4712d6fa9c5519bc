"""Another day of the same: "the Front has held the town since 2 June; the army's history gives July of that year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from purport.records import Analysis, Claim, Span
from purport.resolve.accounts import Days, Holding
from purport.resolve.lasting import EDGES, days_of

LONGEST = 60
"""Characters of a claim that is only a time, at most."""
LEFT_OUT = frozenset({*EDGES, "in", "on", "the", "at"})
"""Words that stand before a time."""


def other_days(analysis: Analysis, claim: Claim, holdings: Sequence[Holding]) -> Iterator[Holding]:
    """The holding that a claim which is only a time gives another day of: the last before it in its sentence whose day is told."""
    at = claim.content[0]
    if claim.events or len(claim.content) != 1 or at.end - at.start > LONGEST:
        return
    timex = next((each for each in analysis.timexes if at.start <= each.start and each.end <= at.end), None)
    if timex is None or not _rest(analysis.report.text, at, Span(timex.start, timex.end)) <= LEFT_OUT:
        return
    first = max((each.start for each in analysis.sentences if each.start <= at.start), default=0)
    before = [each for each in holdings if each.is_actual and first <= each.spans[0].start and each.spans[-1].end <= at.start]
    if before and (before[-1].begun.known or before[-1].ended.known):
        found, days, spans = before[-1], days_of(timex), (Span(timex.start, timex.end),)
        begun, ended = (days, found.ended) if found.begun.known else (Days(), days)
        yield replace(found, claim=claim.id, factuality=claim.factuality, spans=spans, begun=begun, ended=ended)


def _rest(text: str, whole: Span, part: Span) -> set[str]:
    """The words of a stretch but for those of a part of it."""
    rest = text[whole.start : part.start] + " " + text[part.end : whole.end]
    return {word.strip(".,;:").lower() for word in rest.split()} - {""}
