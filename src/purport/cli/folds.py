"""Which words of a report of a case are folded where they are shown."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from purport.folds import FOLDED, Fold, fold_words, merge_folds, touching

if TYPE_CHECKING:
    from purport.store import Case

__all__ = ["FOLDED", "Fold", "find_calls", "find_every_call", "fold_words", "merge_folds", "touching"]


def find_calls(case: Case, report: str) -> tuple[Fold, ...]:
    """Every call, threat and offer in a report of a case, so that a claim around one does not show it either."""
    return find_every_call(case, [report])[report]


def find_every_call(case: Case, reports: Collection[str]) -> dict[str, tuple[Fold, ...]]:
    """The same of several reports, looked up at once."""
    found: dict[str, list[Fold]] = {report: [] for report in reports}
    for each in case.spoken(found, FOLDED):
        found[each.report].append(Fold(each.start, each.end, FOLDED[each.speech_act]))
    return {report: merge_folds(folds) for report, folds in found.items()}
