"""The record's closed sets and dates in words a stranger reads at once."""

from __future__ import annotations

from purport.records import Basis, Published, SourceType
from purport.wording import HOW_SURE, counted, days, how_sure

__all__ = ["HOW_SURE", "ON_WHAT", "counted", "days", "how_sure", "kind_of_source", "published"]

ON_WHAT = {
    Basis.GIVEN: "given",
    Basis.PRINTED: "printed",
    Basis.METADATA: "in the page's data",
    Basis.INFERRED: "inferred",
    Basis.UNKNOWN: "unknown",
}
"""On what a publication date rests."""


def kind_of_source(kind: SourceType) -> str:
    """A source type in words."""
    return "the outlet itself" if kind is SourceType.OUTLET else kind.value.replace("_", " ")


def published(when: Published) -> str:
    """A publication date with its basis, and the evidence that was not followed; where it is inferred, all its reasons."""
    if when.basis is Basis.UNKNOWN:
        return "; ".join(("date not known", *(reason.why for reason in when.reasons)))
    first = f"{days(when.not_before, when.not_after)}, {ON_WHAT[when.basis]}"
    shown = when.reasons if when.basis is Basis.INFERRED else when.reasons[1:]
    return "; ".join((first, *(reason.why for reason in shown)))
