"""Readings -> the record's time expressions, as found: what they mean is another stage's work."""

from __future__ import annotations

from collections.abc import Sequence

from purport.extract.clear import Page
from purport.ids import item_id
from purport.reader import Labelled
from purport.records import Report, Timex


def find_timexes(report: Report, found: Sequence[Labelled], page: Page) -> tuple[Timex, ...]:
    """The time expressions outside page text, in text order, with their TIMEX3 types."""
    return tuple(
        Timex(item_id(report.id, "timex", (each.span,)), each.span.start, each.span.end, each.label)
        for each in found
        if page.leaves(each.span.start, each.span.end)
    )
