"""Where people are said to be, or to have gone: always somebody's claim, in the words of the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from purport.dossier.conditions import entry
from purport.dossier.lines import Entry
from purport.dossier.who import Who
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Factuality, MentionType, Span, SpeechAct
from purport.resolve.accounts import DENIED, Account, Frame, Party
from purport.resolve.stems import stem

if TYPE_CHECKING:
    from purport.dossier.entries import Told

WHEREABOUTS = "whereabouts"
BE = "be"
PLACES = frozenset({MentionType.PLACE, MentionType.ORGANISATION})
SOON = len(" never outside the ")
"""Characters between "was" and the place where somebody was not, at most."""
NEGATIONS = frozenset({"never", "not"})
LONGEST = 120
"""Characters from the word that tells where somebody is to the end of what is said, at most; else to the place alone."""


@cache
def _roles() -> dict[str, str]:
    return {stem(form): who for forms, who in rows("whereabouts.tsv") for form in forms.split()}


def tell_whereabouts(told: Told, who: Who) -> Iterator[Entry]:
    """Where named people are said to be, as surely as it is said; never what is only asked for, planned or to come."""
    events = {each.id: each for each in told.analysis.events}
    places = {each.id: each.end for each in told.analysis.mentions}
    for account in told.accounts:
        if account.speech_act is not SpeechAct.STATEMENT or account.in_passing:
            continue
        for frame in account.frames:
            event = events[frame.event]
            if event.place is None or frame.factuality is Factuality.UNCOMMITTED or account.out.before(frame.days):
                continue
            for party in _found(frame):
                person = who.meant(party, account.content[0].start, account.claim)
                if person is not None and person.is_named:
                    value = told_from(event.start, places[event.place], account, who)
                    yield entry(who, account, person, field=WHEREABOUTS, value=value, factuality=frame.factuality, days=frame.days)


def tell_absences(told: Told, who: Who) -> Iterator[Entry]:
    """Where named people are said not to be, or to have been: "was never at the mill"."""
    events = {each.id: each for each in told.analysis.events}
    for account in told.accounts:
        if account.speech_act is not SpeechAct.STATEMENT or account.in_passing or account.factuality not in DENIED:
            continue
        for frame in account.frames:
            event = events[frame.event]
            is_placed = any(each.type in PLACES and 0 < each.start - event.end <= SOON for each in told.analysis.mentions)
            value = _not_at(told_from(event.end, event.end, account, who)) if frame.stem == BE and is_placed else None
            subject = next((each for each in told.analysis.mentions if each.end == event.start - 1), None) if value else None
            person = who.called(subject.entity, Span(subject.start, subject.end), account.claim) if subject else None
            if value and person is not None and person.is_named:
                yield entry(who, account, person, field=WHEREABOUTS, value=value, factuality=account.factuality, days=frame.days)


def _not_at(words: str) -> str | None:
    """Of "never at the mill" what stands after the negation, if it is a place."""
    first, _, rest = words.partition(" ")
    preposition = rest.partition(" ")[0]
    return rest if first in NEGATIONS and preposition in listed("place_prepositions.tsv") else None


def _found(frame: Frame) -> Iterator[Party]:
    """Those whose place a happening tells."""
    role = _roles().get(frame.stem)
    parties = list(frame.of("agent", "patient")) if role == "agent" and len(frame.parties) == 1 else list(frame.of(role or ""))
    return iter(parties if role else [])


def told_from(start: int, least: int, account: Account, who: Who) -> str:
    """What an account says from a word on; where that is long, up to ``least`` alone."""
    end = next((span.end for span in account.content if span.start <= start < span.end), least)
    if end - start > LONGEST:
        end = least
    return " ".join(who.words(Span(min(start, end), end)).split()).rstrip(",.;:")
