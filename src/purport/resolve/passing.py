"""What a report tells in passing of who holds what, in no claim: "the army's recapture of the town" beside somebody else's words.

It is the outlet's own, as sure as the report is of its event. A comparison's side for it has words and no claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from purport.ids import item_id
from purport.records import Analysis, Claim, Side, Span
from purport.resolve.accounts import SURE, Holding
from purport.resolve.held import find_holdings
from purport.resolve.offices import find_offices
from purport.resolve.parties import Names

PASSING = "passing"
"""The layer of its ids."""


def holdings_of(analysis: Analysis, names: Names) -> tuple[Holding, ...]:
    """Who a report tells to hold places, and offices."""
    return (*find_holdings(analysis, names), *find_offices(analysis, names))


def find_passing(analysis: Analysis, holdings: Sequence[Holding]) -> Iterator[Claim]:
    """Who is told to hold places in no claim and nobody's words, each event by itself, as if it were one of the outlet's claims."""
    said = [span for each in analysis.attributions for span in each.content]
    events = {each.id: each for each in analysis.events}
    starts = [each.start for each in analysis.sentences]
    for id_, group in groupby((each for each in holdings if each.claim is None and each.is_actual), key=lambda each: each.event):
        event = events[id_]
        if event.factuality not in SURE or any(span.start <= event.start < span.end for span in said):
            continue
        number = bisect_right(starts, event.start)
        first = starts[number - 1] if number else 0
        last = starts[number] if number < len(starts) else len(analysis.report.text)
        near = [span for each in group for span in each.spans if first <= span.start < last]
        content = (Span(min(span.start for span in near), max(span.end for span in near)),)
        yield Claim(item_id(analysis.report.id, PASSING, content), None, content, event.factuality, (id_,))


def item_of(side: Side) -> str:
    """What a side of a comparison is found by among the accounts of its report."""
    return side.claim or item_id(side.report, PASSING, side.content)
