"""The day that stands with a number in its sentence."""

from __future__ import annotations

from purport.dossier.scene import days_of
from purport.records import Analysis, Span
from purport.resolve.accounts import Days

DATES = frozenset({"DATE", "TIME"})
FAR = 70
"""Characters between a number and the day that it is of, at most."""


def beside(analysis: Analysis, number: Span, unit: str | None, *, before: bool = False) -> Days | None:
    """The nearest date of a number's sentence, that is not to come, with no other number of its unit between; ``None`` where there is none.

    ``before`` is for a date that must stand before it.
    """
    sentence = next((each for each in analysis.sentences if each.start <= number.start < each.end), number)
    others = [each for each in analysis.quantities if each.unit == unit and (each.end <= number.start or number.end <= each.start)]
    found: list[tuple[int, int, Days]] = []
    for each in analysis.timexes:
        gap = max(each.start - number.end, number.start - each.end)
        if each.type not in DATES or not sentence.start <= each.start < sentence.end or gap > FAR or (before and each.start > number.start):
            continue
        days = days_of(each.not_before, each.not_after)
        low, high = min(each.start, number.start), max(each.end, number.end)
        is_near = not any(low <= one.start and one.end <= high for one in others)
        if days.known and (is_near or before) and not _out(analysis).before(days):
            found.append((gap, each.start, days))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _out(analysis: Analysis) -> Days:
    published = analysis.report.published
    return days_of(published.not_before, published.not_after)
