"""Numbers that the outlet gives in no claim of the record: in clauses that share a subject, lists and asides.

Each is told as a claim of its own, of the words around it that no claim and no telling has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from purport.ids import item_id
from purport.records import Analysis, Claim, Factuality, Quantity, Span
from purport.resolve.accounts import Account
from purport.resolve.claimed import accounts

if TYPE_CHECKING:
    from purport.dossier.entries import Told

BLANKS = " \t\r\n,;:–-"
QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Uncited:
    """A claim made of the words around a number, and its account."""

    claim: Claim
    account: Account


def uncited(told: Told) -> Sequence[Uncited]:
    """What a report counts in no claim, with the words of its sentence that nobody else says."""
    analysis = told.analysis
    inside = {each for claim in analysis.claims for each in claim.quantities}
    stretches: dict[Span, list[Quantity]] = defaultdict(list)
    for each in analysis.quantities:
        if each.id not in inside and each.of is not None and (span := _around(analysis, each)) is not None:
            stretches[span].append(each)
    claims = [_claim(analysis, span, quantities) for span, quantities in stretches.items()]
    if not claims:
        return ()
    made = accounts(replace(analysis, claims=tuple(claims)), told.names)
    by = {each.claim: each for each in made if not each.in_passing}
    return [Uncited(each, replace(by[each.id], in_passing=True)) for each in claims if each.id in by]


def _around(analysis: Analysis, quantity: Quantity) -> Span | None:
    """The stretch around a number in its sentence that no attribution has; ``None`` where it is quoted or asked."""
    sentence = next((each for each in analysis.sentences if each.start <= quantity.start < each.end), None)
    if sentence is None:
        return None
    words = sentence.words(analysis.report.text)
    if words.rstrip().endswith("?") or not QUOTES.isdisjoint(words):
        return None
    told = [span for each in analysis.attributions for span in (each.source, each.cue, *each.content) if span is not None]
    start = max([each.end for each in told if each.end <= quantity.start and each.end > sentence.start], default=sentence.start)
    end = min([each.start for each in told if each.start >= quantity.end and each.start < sentence.end], default=sentence.end)
    if any(each.start < quantity.end and quantity.start < each.end for each in told):
        return None
    stretch = analysis.report.text[start:end]
    bare = stretch.lstrip(BLANKS)
    return Span(end - len(bare), end - len(bare) + len(bare.rstrip(BLANKS + ".")))


def _claim(analysis: Analysis, span: Span, quantities: Sequence[Quantity]) -> Claim:
    events = tuple(each.id for each in analysis.events if span.start <= each.start and each.end <= span.end)
    id_ = item_id(analysis.report.id, "uncited", (span,))
    return Claim(id_, None, (span,), Factuality.CERTAIN, events, tuple(each.id for each in quantities))
