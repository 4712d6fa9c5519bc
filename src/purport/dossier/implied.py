"""What tells that somebody whose death a report speaks of may live: what he is said to have done, a message that is said to be his."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from purport.dossier.conditions import ALIVE, STATUS, Condition, entry
from purport.dossier.lines import Entry, Section
from purport.dossier.whereabouts import told_from
from purport.dossier.who import Person, Who
from purport.records import Factuality, MentionType, Recording, Span, SpeechAct
from purport.resolve.accounts import Account, Days, Frame
from purport.resolve.states import APART, states

if TYPE_CHECKING:
    from purport.dossier.entries import Told

IF_HIS = "alive, if the message is theirs and was made since"


def tell_implied(told: Told, found: Sequence[Condition], who: Who) -> Iterator[Entry]:
    """Of those alone who are said to be dead or hurt: others need nothing to tell that they live."""
    doomed = {each.of.key: each for each in reversed(found) if each.is_of_life and each.of.is_named and ALIVE not in each.value}
    events = {each.id: each for each in told.analysis.events}
    for account in told.accounts:
        for frame in account.frames if _tells_of_deeds(account) else ():
            person = _doer(account, frame, who)
            if person is not None and person.key in doomed and _is_lately(frame.days, account.out):
                event = events[frame.event]
                deed = told_from(event.start, event.end, account, who)
                yield entry(who, account, person, field=STATUS, value=deed, factuality=account.factuality, days=frame.days)
    for each in told.analysis.recordings:
        for profile in who.people():
            if profile.entity in doomed and each.speaker in who.names(profile.entity) and _can_be_since(each, doomed[profile.entity]):
                death = doomed[profile.entity]
                yield _if_his(each, death.of, who)


def _tells_of_deeds(account: Account) -> bool:
    """Whether somebody other than the outlet says what was done, and says nothing of anybody's state."""
    return account.source is not None and account.speech_act is SpeechAct.STATEMENT and not account.in_passing and not states(account)


def _doer(account: Account, frame: Frame, who: Who) -> Person | None:
    """The named person who is said to have done something, not by himself."""
    speaker = account.source.key if account.source else None
    for party in frame.of("agent"):
        person = who.meant(party, account.content[0].start, account.claim) if party.type is MentionType.PERSON else None
        if person is not None and person.is_named and person.key != speaker:
            return person
    return None


def _is_lately(days: Days, out: Days) -> bool:
    """Whether something is said to have been done on known days, not long before the report came out."""
    return bool(days.known and days.first and out.first and (out.first - days.first).days < APART)


def _can_be_since(recording: Recording, death: Condition) -> bool:
    """Whether a message that is only said to be somebody's came out about when his death is told of, or later."""
    released = _released(recording)
    if recording.hedge is None or released.last is None:
        return False
    return not released.before(death.days) if death.days.known else _is_lately(released, death.account.out)


def _released(recording: Recording) -> Days:
    first, last = (date.fromisoformat(day) if day else None for day in (recording.released.not_before, recording.released.not_after))
    return Days(first, last)


def _if_his(recording: Recording, of: Person, who: Who) -> Entry:
    hedge = recording.hedge or Span(recording.start, recording.end)
    spans = (who.with_name(hedge, of.key),)
    days = Days(None, _released(recording).last)
    return Entry(Section.PERSON, of.key, of.words, STATUS, IF_HIS, spans, Factuality.UNCOMMITTED, days, by=who.outlet, said=who.out)
