"""Readings -> the record's mentions: names, with their types."""

from __future__ import annotations

from collections.abc import Sequence

from purport.ids import item_id
from purport.reader import Labelled
from purport.records import Mention, MentionForm, MentionType, Report


def find_mentions(report: Report, found: Sequence[Labelled]) -> tuple[Mention, ...]:
    """The names in a report, in text order."""
    return tuple(
        Mention(item_id(report.id, "mention", (name.span,)), name.span.start, name.span.end, MentionType(name.label), MentionForm.NAME)
        for name in found
    )
