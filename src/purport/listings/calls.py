"""Which words of a report of a case are folded where they are shown."""

from __future__ import annotations

from purport.folds import FOLDED, Fold, merge_folds
from purport.records import Analysis
from purport.store import Case, ClaimQuery


def find_calls(case: Case, path: str, report: str) -> tuple[Fold, ...]:
    """Every call, threat and offer in a report of a case, so that a claim around one does not show it either."""
    calls = (row for row in case.claims(ClaimQuery(path=path)) if row.report == report and row.speech_act in FOLDED)
    return merge_folds(Fold(quote.start, quote.end, FOLDED[row.speech_act]) for row in calls for quote in row.content)


def find_folds(analysis: Analysis) -> tuple[Fold, ...]:
    """The contents of calls, threats and offers, in text order."""
    calls = (each for each in analysis.attributions if each.speech_act in FOLDED)
    return merge_folds(Fold(span.start, span.end, FOLDED[each.speech_act]) for each in calls for span in each.content)
