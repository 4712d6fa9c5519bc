"""What a report tells of people's state: alive, seen alive, hurt, dead, held, freed, out of office; by whom, and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from purport.dossier.lines import UNKNOWN, Entry, Section
from purport.dossier.who import Person, Who
from purport.lexicon import words as listed
from purport.records import Factuality, Span, SpeechAct
from purport.resolve.accounts import Account, Days
from purport.resolve.notices import find_notices
from purport.resolve.states import APART, OR, State, states
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told

STATUS, BEFORE, IMPLIED = "status", "reported dead before", "implied"
ALIVE, DEAD, SEEN = "alive", "dead", "seen alive"
LIFE = "life"
CORRECTION, TAKEN_BACK = "correction", ", taken back since"
PLAIN: Mapping[tuple[str, str], str] = MappingProxyType({("office", "left"): "left office", ("liberty", "free"): "freed"})
"""What answers to the questions of ``statuses.tsv`` are called where they do not stand beside their question."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A state that an account tells of somebody; ``value`` in plain words."""

    account: Account
    of: Person
    question: str
    value: str
    factuality: Factuality
    days: Days

    @property
    def is_of_life(self) -> bool:
        """Whether it is of life and death."""
        return self.question == LIFE


def conditions(told: Told, who: Who) -> Iterator[Condition]:
    """The states that the claims of a report tell of.

    What is only called for, offered, threatened or left to come is none, and neither is what a claim mentions without saying so.
    """
    for account in told.accounts:
        if account.speech_act is not SpeechAct.STATEMENT or account.in_passing:
            continue
        found = [(who.meant(each.subject, account.content[0].start, account.claim), each) for each in states(account)]
        for (person, question), group in groupby(found, key=lambda each: (each[0], each[1].question)):
            if person is not None:
                alive = [state for _, state in group if state.value != DEAD or not _is_speaker(account, person)]
                yield from _of(account, person, question, alive, who)


def _is_speaker(account: Account, person: Person) -> bool:
    """Whether somebody speaks of himself: nobody says that he died, so that whom he speaks of is another."""
    return account.source is not None and account.source.key == person.key


def _of(account: Account, person: Person, question: str, found: Sequence[State], who: Who) -> Iterator[Condition]:
    values = dict.fromkeys(each.value for each in found)
    if not values:
        return
    if len(values) > 1 and OR in forms(account.own):
        yield Condition(account, person, question, f" {OR} ".join(values), account.factuality, found[0].days)
        return
    for each in found:
        if each.factuality is not Factuality.UNCOMMITTED or account.factuality is Factuality.UNCOMMITTED:
            value = SEEN if each.value == ALIVE and _is_seen(account, who) else PLAIN.get((question, each.value), each.value)
            yield Condition(account, person, question, value, each.factuality, each.days)


def _is_seen(account: Account, who: Who) -> bool:
    attribution = who.attribution(account.claim)
    cue = attribution.cue if attribution else None
    return cue is not None and any(form in listed("seeing.tsv") for form in forms(who.words(cue)))


def tell_conditions(told: Told, found: Sequence[Condition], who: Who) -> Iterator[Entry]:
    """Entries of states; a death told of another time than that of the report is of its own field.

    What a correction quotes is what the outlet takes back: it is left open, and told so.
    """
    notices = find_notices(told.analysis)
    for each in found:
        if each.account.source is not None or each.account.hearsay is not None:
            first = each.account.content[0].start
            if any(notice.kind == CORRECTION and notice.start <= first < notice.end for notice in notices):
                value = f"{each.value}{TAKEN_BACK}"
                yield entry(who, each.account, each.of, field=STATUS, value=value, factuality=Factuality.UNCOMMITTED, days=each.days)
                continue
        field = BEFORE if each.value == DEAD and _is_of_before(each, who) else STATUS
        days = each.account.said if field == BEFORE and each.account.said != each.account.out else each.days
        yield entry(who, each.account, each.of, field=field, value=each.value, factuality=each.factuality, days=days)


def _is_of_before(each: Condition, who: Who) -> bool:
    """Whether a death was told of long before the report came out, or is told of as told more than once."""
    said, out = each.account.said, each.account.out
    if said.last and out.first and (out.first - said.last).days >= APART:
        return True
    cue = attribution.cue if (attribution := who.attribution(each.account.claim)) else None
    told = forms(each.account.own) + (forms(who.words(cue)) if cue else [])
    return cue is not None and each.account.source is None and any(form in listed("repeating.tsv") for form in told)


def is_lately(days: Days, out: Days) -> bool:
    """Whether something is said to have been on known days, not long before the report came out."""
    return bool(days.known and days.first and out.first and (out.first - days.first).days < APART)


def entry(
    who: Who,
    account: Account,
    of: Person,
    *,
    field: str,
    value: str,
    factuality: Factuality,
    days: Days = UNKNOWN,
    spans: tuple[Span, ...] = (),
) -> Entry:
    """What an account tells of somebody, on the word of whoever is behind it."""
    by, entity = who.speaker(account.claim)
    spans = spans or account.shown
    return Entry(Section.PERSON, of.key, of.words, field, value, spans, factuality, days, account.claim, by, entity, account.said)
