"""Offers to leave office, and whether they were refused: who has only offered to go has not gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from purport.dossier.conditions import PLAIN, STATUS, entry
from purport.dossier.lines import Entry, Section
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Analysis, Attribution, Event, Factuality, Span, SpeechAct
from purport.resolve.accounts import DENIED, SURE
from purport.resolve.states import leaves_office
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told
    from purport.dossier.who import Person, Who

OFFERED, REFUSED = "offered to leave office", "offer to leave office refused"
LEFT = PLAIN["office", "left"]
TO, GONE = "to", "gone"


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer of somebody to leave office: the attribution that it is, the words that tell of it, and whether it was refused."""

    made: Attribution
    span: Span
    is_refused: bool

    @property
    def by(self) -> str | None:
        """The entity that offers."""
        return self.made.source_entity


def offers(analysis: Analysis) -> Iterator[Offer]:
    """The offers to leave office that a report tells of; what one offers "to", and no more, is what the sentence has said before."""
    text = analysis.report.text
    for each in analysis.attributions:
        if each.speech_act is not SpeechAct.OFFER or each.negated or each.cue is None or each.source is None:
            continue
        around = next((span for span in analysis.sentences if span.start <= each.cue.start < span.end), each.cue)
        inside = [event for event in analysis.events if around.start <= event.start and event.end <= around.end]
        left = [event for event in inside if leaves_office(_words(text, event))]
        own = [event for event in left if any(span.start <= event.start and event.end <= span.end for span in each.content)]
        is_bare = forms(" ".join(span.words(text) for span in each.content)) == [TO]
        said_before = is_bare and any(event.end <= each.cue.start for event in left)
        if own or said_before:
            refused = [event for event in inside if _words(text, event) in listed("refusing.tsv") and event.factuality in SURE]
            parts = [each.source, each.cue, *each.content, *(Span(event.start, event.end) for event in refused)]
            whole = Span(min(part.start for part in parts), max(part.end for part in parts))
            yield Offer(each, whole, bool(refused))


def tell_offers(told: Told, who: Who) -> Iterator[Entry]:
    """The offers of those whom the report names or describes, by whoever tells of them; one that was refused as refused."""
    said = {each.attribution: each.id for each in told.analysis.claims if each.attribution is not None}
    for each in offers(told.analysis):
        source = each.made.source
        person = _offering(told, each, who, said.get(each.made.id, "")) if source is not None else None
        if person is not None:
            by, entity = who.behind(each.made)
            value = REFUSED if each.is_refused else OFFERED
            made = Entry(Section.PERSON, person.key, person.words, STATUS, value, (each.span,), Factuality.CERTAIN)
            yield replace(made, claim=said.get(each.made.nested_in or ""), by=by, by_entity=entity, said=who.out)


def _offering(told: Told, each: Offer, who: Who, claim: str) -> Person | None:
    """Who offers to go; whom "her offer" means is told by those named just before, but for whoever answers it."""
    source = each.made.source
    outer = next((one for one in told.analysis.attributions if one.id == each.made.nested_in), None)
    if source is not None and each.is_refused and outer is not None:
        own = (one for one in told.analysis.mentions if (one.start, one.end) == (source.start, source.end))
        if (pronoun := next((one for one in own if listed("personal.tsv").get(who.words(source).lower())), None)) is not None:
            return who.pronoun(pronoun, outer)
    return who.called(each.by, source, claim) if source is not None else None


def tell_gone(told: Told, who: Who) -> Iterator[Entry]:
    """Of those who have offered to leave office, who are said to "have gone", and by whom that is denied."""
    offered = {each.by for each in offers(told.analysis)}
    within = {each.claim: each for each in told.accounts}
    claims = {each.attribution: each.id for each in told.analysis.claims if each.attribution is not None}
    for account in told.accounts if offered else ():
        if account.speech_act is not SpeechAct.STATEMENT or account.in_passing:
            continue
        for frame in account.frames:
            gone = frame.word.lower() == GONE and frame.factuality in SURE | DENIED and len(frame.parties) == 1
            for party in frame.of("agent") if gone else ():
                person = who.meant(party, account.content[0].start, account.claim)
                if person is not None and person.key in offered:
                    yield entry(who, account, person, field=STATUS, value=LEFT, factuality=frame.factuality, days=frame.days)
                    made = who.attribution(account.claim)
                    outer = within.get(claims.get(made.nested_in or "", "")) if made else None
                    if outer is not None and outer.factuality in DENIED:
                        yield entry(who, outer, person, field=STATUS, value=LEFT, factuality=outer.factuality, days=frame.days)


def _words(text: str, event: Event) -> str:
    return fold(text[event.start : event.end])
