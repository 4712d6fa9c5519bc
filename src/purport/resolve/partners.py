"""Those who took, hold or fight for a place beside the one who is named first: "the army *and allied militias* drove them out"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from purport.records import Span
from purport.resolve.accounts import Act, Holding
from purport.resolve.held import AGENT, Held

JOINED = frozenset({"and", ",", ", and", "and the", "and its", "and their", "and allied"})
TOGETHER = frozenset({Act.TAKES, Act.HOLDS, Act.CLEARS, Act.CONTESTS, Act.BESIEGES})


def find_partners(held: Held) -> Iterator[Holding]:
    """What is told of a place, of the others who fight and do it too, joined with the first in the same words."""
    events = {each.id: each for each in held.analysis.events}
    for each in held.holdings():
        if each.act not in TOGETHER or each.party is None:
            continue
        agents = [*held.by_role(events[each.event], AGENT)]
        for first, other in pairwise(agents):
            if held.text[first.end : other.start].strip() not in JOINED or not held.parties.fights(other):
                break
            spans = tuple(sorted({*each.spans, Span(other.start, other.end)}))
            yield replace(each, party=held.parties.party(other), against=None, spans=spans)
