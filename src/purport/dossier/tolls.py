"""Tolls as news of a timeline: the dead, hurt and missing as somebody counted them, where no event tells of that.

"The count on Wednesday was 58 dead and 53 missing" has no word for what happened; that so many were counted by then is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purport.dossier.lines import Entry, Section, meet
from purport.dossier.scene import Scene, days_of, has
from purport.lexicon import words as listed
from purport.records import Claim, Factuality, Form, Quantity, Span, SpeechAct
from purport.resolve.accounts import Days
from purport.resolve.stems import stems

TOLL = "toll"
FIRM = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
"""How sure a toll is: what is feared is none, nor what somebody exclaims."""
LONGEST = 200
"""Characters of a claim, at most, that are cited whole."""


def tolls(scene: Scene, entries: Sequence[Entry], field: str) -> Iterator[Entry]:
    """The claims that give a toll of which no entry of a report tells, each with who says so; ``field`` is what they are told as."""
    told = [span for each in entries for span in each.spans]
    quantities = {each.id: each for each in scene.analysis.quantities}
    for claim in sorted(scene.analysis.claims, key=_length):
        counts = [quantities[each] for each in claim.quantities if _moves(quantities[each])]
        left = [each for each in counts if not any(has(span, each.start, each.end) for span in told)]
        if left and len(left) == len(counts) and (entry := _entry(scene, claim, left, field)) is not None:
            yield entry
        told += [Span(each.start, each.end) for each in counts]


def _length(claim: Claim) -> int:
    return sum(each.end - each.start for each in claim.content)


def _moves(quantity: Quantity) -> bool:
    return any(stem in listed("moving_counts.tsv") for stem in stems(quantity.of or ""))


def _entry(scene: Scene, claim: Claim, counts: Sequence[Quantity], field: str) -> Entry | None:
    account = scene.accounts.get(claim.id)
    days = _days(scene, claim)
    span = next((each for each in claim.content if has(each, counts[0].start, counts[-1].end)), None)
    if account is None or account.speech_act is not SpeechAct.STATEMENT or claim.factuality not in FIRM:
        return None
    if (
        span is None
        or not _is_said(scene, span)
        or span.end - span.start > LONGEST
        or scene.is_to_come(days)
        or any(has(each, span.start, span.end) for each in scene.notices)
    ):
        return None
    attribution = scene.attributions.get(claim.attribution or "")
    if attribution is not None and attribution.form is Form.DIRECT:
        return None
    if attribution is not None and attribution.source is not None:
        parts = [span, attribution.source, *([attribution.cue] if attribution.cue else [])]
        whole = Span(min(each.start for each in parts), max(each.end for each in parts))
        span = whole if whole.end - whole.start <= LONGEST else span
    inside = [each for each in scene.mentions.values() if has(span, each.start, each.end)]
    who = tuple(dict.fromkeys(thing for each in inside if (thing := scene.thing(each.id))))
    return Entry(
        Section.TIMELINE,
        who[0].entity if who else counts[0].id,
        who[0].words if who else scene.clauses.words([Span(counts[0].start, counts[0].end)]),
        field,
        scene.clauses.words([span]),
        (span,),
        claim.factuality,
        days,
        account.claim,
        account.speaker if account.source else None,
        said=account.said,
        same=" ".join((TOLL, *(f"{each.low}-{each.high}" for each in counts))),
        who=who,
    )


def _is_said(scene: Scene, span: Span) -> bool:
    """Whether more is said of a number than the number."""
    return any(not any(letter.isdigit() for letter in each) for each in stems(scene.clauses.words([span])))


def _days(scene: Scene, claim: Claim) -> Days:
    """When a toll was counted: on the one day that its claim tells, if it does, and before the report came out."""
    inside = [each for each in scene.analysis.timexes if any(has(span, each.start, each.end) for span in claim.content)]
    told = [days_of(each.not_before, each.not_after) for each in inside if each.not_before]
    return meet([*told[:1], Days(last=scene.out.last)]) if len(told) == 1 else Days(last=scene.out.last)
