"""Which words of a report of a case are folded where they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purport.folds import FOLDED, Fold, fold_words, merge_folds, touching

if TYPE_CHECKING:
    from purport.store import Case

__all__ = ["FOLDED", "Fold", "find_calls", "fold_words", "merge_folds", "touching"]


def find_calls(case: Case, path: str, report: str) -> tuple[Fold, ...]:
    """Every call, threat and offer in a report of a case, so that a claim around one does not show it either."""
    from purport.store import ClaimQuery

    calls = (row for row in case.claims(ClaimQuery(path=path)) if row.report == report and row.speech_act in FOLDED)
    return merge_folds(Fold(quote.start, quote.end, FOLDED[row.speech_act]) for row in calls for quote in row.content)
