"""Which words of a report of a case are folded where they are shown."""

from __future__ import annotations

from collections.abc import Collection

from purport.folds import FOLDED, Fold, merge_folds
from purport.records import Analysis
from purport.store import Case


def find_calls(case: Case, reports: Collection[str]) -> dict[str, tuple[Fold, ...]]:
    """Every call, threat and offer in some reports of a case, by report, so that a claim around one does not show it either."""
    found: dict[str, list[Fold]] = {each: [] for each in sorted(reports)}
    for each in case.spoken(found, FOLDED):
        found[each.report].append(Fold(each.start, each.end, FOLDED[each.speech_act]))
    return {report: merge_folds(folds) for report, folds in found.items()}


def find_folds(analysis: Analysis) -> tuple[Fold, ...]:
    """The contents of calls, threats and offers, in text order."""
    calls = (each for each in analysis.attributions if each.speech_act in FOLDED)
    return merge_folds(Fold(span.start, span.end, FOLDED[each.speech_act]) for each in calls for span in each.content)
