"""Attributions -> claims."""

from __future__ import annotations

from collections.abc import Sequence

from purport.ids import item_id
from purport.records import Attribution, Claim, Report


def find_claims(report: Report, found: Sequence[Attribution]) -> tuple[Claim, ...]:
    """One claim for each attribution that was made: not negated itself, and not within one that is.

    A claim within another's content is its own source's; what the outer source thinks of it is the outer attribution's factuality.
    """
    negated: set[str] = set()
    made = []
    for each in found:
        if each.negated or each.nested_in in negated:
            negated.add(each.id)
        else:
            made.append(Claim(item_id(report.id, "claim", each.content), each.id, each.content, each.factuality))
    return tuple(made)
