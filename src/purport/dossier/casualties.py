"""Unnamed people who came to harm, where no verb says so: "injured nurses", "the dead included two clerks", "killings in Vesk".

A death that is told by its verb is in :mod:`conditions`. Each is a subject of its report alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from purport.dossier.conditions import DEAD, STATUS, entry
from purport.dossier.lines import Entry, Section
from purport.dossier.who import Who
from purport.lexicon import words as listed
from purport.records import Event, Factuality, Mention, MentionForm, MentionType, Span, SpeechAct
from purport.resolve.accounts import DENIED, Account
from purport.resolve.states import OR
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told

NOT_FOUND = "not found"
AND = "and"
PLURALS = frozenset({"people", "men", "women", "children", "police"})
"""Plurals of people that do not end in "s"."""
INCLUDING = frozenset({"include", "includes", "included", "including"})
IN = (" in ", " at ")
ENDS = (",", ".", ";", ":", "\n", "”", '"')
NEAR = 40
"""Characters before a noun that can tell what those are."""


def tell_casualties(told: Told, who: Who) -> Iterator[Entry]:
    """Those of what is stated as a fact by whoever says it."""
    for account in told.accounts:
        if account.speech_act is SpeechAct.STATEMENT and not account.in_passing:
            yield from _described(told, account, who)
            yield from _included(account, who)
            yield from _not_found(told, account, who)
    yield from _killings(told, who)


def _described(told: Told, account: Account, who: Who) -> Iterator[Entry]:
    """Plurals of people with the words that tell what they are: "two dead soldiers", "injured or slain nurses"."""
    if account.factuality is not Factuality.CERTAIN:
        return
    keys = {party.key for party in account.parties}
    for each in told.analysis.mentions:
        is_one = each.form is MentionForm.NOMINAL and each.type is MentionType.PERSON and each.entity is not None and each.entity in keys
        if is_one and any(span.start <= each.start and each.end <= span.end for span in account.content):
            span = _with_state(told, each, account)
            values = _values(who.words(span)) if span else ()
            person = who.group(each.entity or "", who.words(span)) if span and values else None
            if person is not None and span is not None:
                yield entry(who, account, person, field=STATUS, value=f" {OR} ".join(values), factuality=account.factuality, spans=(span,))


def _with_state(told: Told, mention: Mention, account: Account) -> Span | None:
    """A noun for people with the words that tell their state, and those alone, before it."""
    text = told.analysis.report.text
    first = max([span.start for span in account.content if span.start <= mention.start], default=mention.start)
    start = mention.start
    before = text[max(first, start - NEAR) : start]
    for word in reversed(before.split(" ")[:-1] if before.endswith(" ") else []):
        if word.lower() not in listed("casualties.tsv") and word.lower() not in (OR, AND):
            break
        start -= len(word) + 1
    return Span(start, mention.end)


def _values(words: str) -> tuple[str, ...]:
    """The states that stand at once before a plural noun that they end in."""
    told = forms(words)
    if len(told) < 2 or not (told[-1] in PLURALS or told[-1].endswith("s")) or told[-1] in listed("casualties.tsv"):
        return ()
    found = []
    for word in reversed(told[:-1]):
        if word in listed("casualties.tsv"):
            found.append(listed("casualties.tsv")[word][0])
        elif word not in (OR, AND):
            break
    return tuple(sorted(dict.fromkeys(found)))


def _included(account: Account, who: Who) -> Iterator[Entry]:
    """Whom "the dead" or "the wounded" are said to include."""
    for frame in account.frames:
        agents = [listed("casualties.tsv").get(form) for party in frame.of("agent") for form in forms(party.words)[-1:]]
        value = next((each[0] for each in agents if each is not None), None)
        if value is None or frame.word.lower() not in INCLUDING or frame.factuality is not Factuality.CERTAIN:
            continue
        for party in frame.of("patient"):
            person = who.meant(party, account.content[0].start, account.claim) or who.group(party.key or "", party.words)
            if person is not None:
                yield entry(who, account, person, field=STATUS, value=value, factuality=account.factuality, days=frame.days)


def _not_found(told: Told, account: Account, who: Who) -> Iterator[Entry]:
    """Who is said not to have been found: not "found guilty", but found and nothing else."""
    events = {each.id: each for each in told.analysis.events}
    for frame in account.frames:
        after = told.analysis.report.text[events[frame.event].end :][:1]
        if frame.word.lower() != "found" or frame.factuality not in DENIED or after not in ENDS:
            continue
        for party in frame.of("patient"):
            person = who.meant(party, account.content[0].start, account.claim)
            if person is not None:
                yield entry(who, account, person, field=STATUS, value=NOT_FOUND, factuality=Factuality.CERTAIN, days=frame.days)


def _killings(told: Told, who: Who) -> Iterator[Entry]:
    """Those who died in killings of which only the place is told."""
    text = told.analysis.report.text
    for event in told.analysis.events:
        word = text[event.start : event.end].lower()
        if word not in listed("killings.tsv") or event.factuality is not Factuality.CERTAIN:
            continue
        if any(each.role == "patient" for each in event.participants) or _claimed_otherwise(told, event):
            continue
        places = _places(told, event)
        if places:
            span = Span(event.start, places[-1].end)
            words = f"victims of {who.words(span)}"
            made = Entry(Section.PERSON, event.id, words, STATUS, DEAD, (span,), Factuality.CERTAIN, by=who.outlet, said=who.out)
            yield made


def _claimed_otherwise(told: Told, event: Event) -> bool:
    """Whether killings stand in what somebody else than the outlet says."""
    inside = (each for each in told.analysis.claims if event.id in each.events)
    return any(each.attribution is not None for each in inside)


def _places(told: Told, event: Event) -> Sequence[Mention]:
    """The named places that stand at once after an event, with what joins them alone between."""
    text, end = told.analysis.report.text, event.end
    found: list[Mention] = []
    for each in sorted(told.analysis.mentions, key=lambda mention: mention.start):
        if each.type is not MentionType.PLACE or each.form is not MentionForm.NAME or each.start < end:
            continue
        between = text[end : each.start]
        if between not in (IN if not found else (" and ", ", ", ", and ")):
            break
        found.append(each)
        end = each.end
    return found
