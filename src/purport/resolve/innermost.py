"""The innermost claim in which an event stands, and whether it is told there as having been: nothing called for, promised or to come is."""

from __future__ import annotations

from purport.records import Analysis, Claim, Event, Factuality, Span, SpeechAct


class Innermost:
    """The claims of a report, by the events in them."""

    def __init__(self, analysis: Analysis) -> None:
        self.all = analysis.claims
        self.claims = {event: claim for claim in sorted(analysis.claims, key=_length, reverse=True) for event in claim.events}
        self.acts = {each.id: each.speech_act for each in analysis.attributions}
        self.out = analysis.report.published.not_after

    def id_of(self, event: Event) -> str | None:
        """The id of the claim, if the event stands in one."""
        claim = self.claims.get(event.id)
        return None if claim is None else claim.id

    def around(self, span: Span) -> Claim | None:
        """The innermost claim that holds some words."""
        holding = (each for each in self.all if any(one.start <= span.start and span.end <= one.end for one in each.content))
        return min(holding, key=_length, default=None)

    def is_actual(self, event: Event) -> bool:
        """Whether an event is told as having been or being so, be it denied."""
        claim = self.claims.get(event.id)
        act = self.acts.get(claim.attribution or "", SpeechAct.STATEMENT) if claim else SpeechAct.STATEMENT
        is_ahead = event.not_after is None and event.not_before is not None and self.out is not None and event.not_before >= self.out
        return act is SpeechAct.STATEMENT and event.factuality is not Factuality.UNCOMMITTED and not is_ahead


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)
