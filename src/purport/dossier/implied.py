"""What tells that somebody lives, though nobody says so: what he is said to have done, that he got away, that he is still sought.

None of it is told as a status: who got away, or is sought, is only taken to live by whoever says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from purport.dossier.conditions import ALIVE, IMPLIED, STATUS, Condition, entry, is_lately
from purport.dossier.lines import Entry
from purport.dossier.purported import tell_purported
from purport.dossier.whereabouts import told_from
from purport.dossier.who import Person, Who
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Event, Factuality, MentionType, SpeechAct
from purport.resolve.accounts import SURE, Account, Frame
from purport.resolve.states import is_sought, states
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told

SOUGHT = "alive: still sought"
AHEAD = frozenset({"can", "could", "may", "might", "will", "would"})
"""Words before what is yet to be done."""


def tell_implied(told: Told, found: Sequence[Condition], who: Who) -> Iterator[Entry]:
    """Of those who are said to be dead or hurt, as others need nothing to tell that they live; and who got away.

    Of whom the outlet itself tells that they died, nobody is told to be sought.
    """
    doomed = {each.of.key: each for each in reversed(found) if each.is_of_life and each.of.is_named and ALIVE not in each.value}
    settled = {each.of.key for each in found if each.is_of_life and ALIVE not in each.value and _is_told_by_the_outlet(each)}
    open_ = {key: each for key, each in doomed.items() if key not in settled}
    events = {each.id: each for each in told.analysis.events}
    for account in told.accounts:
        yield from _deeds(account, doomed, events, who)
        yield from _escapes(account, events, who)
        yield from _searches(account, open_, who)
    yield from tell_purported(told, doomed, who)


def _is_told_by_the_outlet(each: Condition) -> bool:
    return each.factuality is Factuality.CERTAIN and each.account.source is None and each.account.hearsay is None


def _deeds(account: Account, doomed: Mapping[str, Condition], events: Mapping[str, Event], who: Who) -> Iterator[Entry]:
    for frame in account.frames if _tells_of_deeds(account) else ():
        person = _doer(account, frame, who)
        if person is not None and person.key in doomed and is_lately(frame.days, account.out):
            deed = _deed(account, frame, events, who)
            yield entry(who, account, person, field=STATUS, value=deed, factuality=account.factuality, days=frame.days)


def _escapes(account: Account, events: Mapping[str, Event], who: Who) -> Iterator[Entry]:
    """Those who are said to have got away, themselves as well; what they fled is told with it."""
    if account.source is None or account.speech_act is not SpeechAct.STATEMENT or account.in_passing:
        return
    for frame in account.frames:
        if fold(frame.word) not in listed("escaping.tsv") or frame.factuality not in SURE:
            continue
        if frame.days.known and not is_lately(frame.days, account.out):
            continue
        people = [party for party in frame.of("agent") if party.type is MentionType.PERSON]
        for party in people:
            person = who.meant(party, account.content[0].start, account.claim)
            if person is not None and (person.is_named or who.is_of_somebody(person)):
                value = f"{ALIVE}: {_deed(account, frame, events, who)}"
                yield entry(who, account, person, field=IMPLIED, value=value, factuality=frame.factuality, days=frame.days)


def _searches(account: Account, doomed: Mapping[str, Condition], who: Who) -> Iterator[Entry]:
    """Those whom somebody is yet to catch or to kill, or offers money to find."""
    told = forms(account.own)
    is_reward = account.speech_act is SpeechAct.OFFER and any(form in listed("sought.tsv") for form in told)
    is_ahead = account.speech_act is SpeechAct.STATEMENT and not AHEAD.isdisjoint(told)
    for frame in account.frames if is_reward or is_ahead else ():
        wanted = frame.factuality is Factuality.UNCOMMITTED and (is_reward or (is_sought(frame.stem) and _is_aim(told, frame)))
        for party in frame.of("patient") if wanted else ():
            person = who.meant(party, account.content[0].start, account.claim)
            if person is not None and person.key in doomed:
                yield entry(who, account, person, field=IMPLIED, value=SOUGHT, factuality=Factuality.UNCOMMITTED)
                return


def _is_aim(told: Sequence[str], frame: Frame) -> bool:
    """Whether something is what is *to do*, after what tells that it is ahead."""
    at = told.index(fold(frame.word)) if fold(frame.word) in told else 0
    return told[max(at - 1, 0)] == "to" and not AHEAD.isdisjoint(told[:at])


def _deed(account: Account, frame: Frame, events: Mapping[str, Event], who: Who) -> str:
    event = events[frame.event]
    return told_from(event.start, event.end, account, who)


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
