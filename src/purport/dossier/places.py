"""Who a report tells to hold, contest, take, lose or leave which place: the ledger of places.

A taking tells from when its party held the place, and until when the one held it that it was taken from. What is told as lasting has no
beginning where none is told. What is only called for, planned or to come is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from purport.dossier.acled import is_again, term
from purport.dossier.lines import Entry, Section, Thing
from purport.folding import fold
from purport.records import Event, Factuality, Span
from purport.resolve.accounts import Act, Days, Holding, Party
from purport.resolve.claimed import sureness
from purport.resolve.declared import find_declared
from purport.resolve.held import AGENT, Held
from purport.resolve.kept import find_kept
from purport.resolve.lands import find_lands
from purport.resolve.lasting import days_of
from purport.resolve.partners import find_partners
from purport.resolve.present import find_present
from purport.resolve.spells import DURATION, find_spells
from purport.resolve.stems import stem
from purport.resolve.tallied import find_tallies

if TYPE_CHECKING:
    from purport.dossier.entries import Told

FROM, WHOLE_FROM, UNTIL, PRESENT_UNTIL, STILL, HELD = "held from", "all held from", "held until", "present until", "still held", "held"
TAKEN, LOST, LEFT, CLEARED, CONTESTED, BESIEGED = "taken", "lost", "left", "cleared", "contested", "besieged"
OTHERS = "held by others until (implied)"
"""What follows where a place is taken back, and it is not told from whom."""
FROM_WHOM, NEAR = "from", 80
"""A word within so many characters after a taking which tells that whose the place was is told, be he known or not."""
PRESENT, DECLARED, DEFEATED, SEIZED, ABANDONED = "present", "declared", "defeated", "seized", "abandoned"
NOT_TOLD = "day not told"
AS_OF = "as of the report"
SINGULAR = frozenset({"rebel", "insurgent", "militant", "guerrilla", "jihadist", "separatist", "secessionist"})
DEFEATS = frozenset({stem(form) for form in ("defeat", "rout", "crush", "vanquish")})
STAYING = frozenset({stem(form) for form in ("stay", "remain")})


class Row(NamedTuple):
    """A row of the ledger: of whom, what is told of him, and of what days."""

    holder: Party | None
    field: str
    days: Days


class Voice(NamedTuple):
    """Whose word something is: an account of the record, or the report's own in words that are no claim."""

    content: tuple[Span, ...]
    claim: str | None
    source: Party | None
    said: Days
    out: Days
    factuality: Factuality


def tell(told: Told) -> Iterator[Entry]:
    """Who is told to hold places, and how many, account by account, then what stands in no claim; offices are no places."""
    events = {each.id: each for each in told.analysis.events}
    beside: dict[str | None, list[Holding]] = defaultdict(list)
    for each in _beside(told):
        beside[each.claim].append(each)
    for account in told.accounts:
        voice = Voice(account.content, account.stated, account.source, account.said, account.out, account.factuality)
        for holding in account.holdings:
            if holding.office is None:
                yield from _entries(told, voice, holding, events[holding.event])
        for holding in () if account.in_passing else beside[account.claim]:
            yield from _of_beside(told, voice, holding, events.get(holding.event))
    said = [span for each in told.analysis.attributions for span in each.content]
    for holding in beside[None]:
        if not any(span.start <= holding.spans[0].start < span.end for span in said):
            yield from _of_beside(told, _own(told, holding), holding, events.get(holding.event))


def _beside(told: Told) -> Iterator[Holding]:
    """What claims are not compared by: places without a name, regions, holders told by no verb, and who only is somewhere."""
    held = Held(told.analysis, told.names)
    kept = find_kept(told.analysis, told.names)
    is_war = any(each.is_actual for each in held.holdings()) or bool(kept)
    yield from find_tallies(held)
    yield from kept
    yield from find_present(held, is_war=is_war)
    yield from find_declared(held)
    yield from find_lands(held)
    yield from find_spells(held)
    yield from find_partners(held)


def _own(told: Told, holding: Holding) -> Voice:
    published = told.analysis.report.published
    out = Days(*(date.fromisoformat(day) if day else None for day in (published.not_before, published.not_after)))
    return Voice(holding.spans, None, None, out, out, Factuality.CERTAIN)


def _of_beside(told: Told, voice: Voice, holding: Holding, event: Event | None) -> Iterator[Entry]:
    """The entries of what is told of no place with a name, or by no verb; of so many places the value is how many."""
    sure = holding.factuality if event is None else sureness(event, voice.factuality)
    for entry in _entries(told, voice, replace(holding, factuality=sure), event):
        number = holding.part if holding.place.key is None else None
        field = SEIZED if entry.field == FROM else LOST if entry.field == UNTIL else entry.field
        yield entry if number is None else replace(entry, field=field, value=number, same=f"{entry.same} {number}", part=None)


def _entries(told: Told, voice: Voice, holding: Holding, event: Event | None) -> Iterator[Entry]:
    for row in _rows(voice, holding, _word(told, event)) if holding.is_actual else ():
        if row.field == OTHERS and event is not None and FROM_WHOM in told.analysis.report.text[event.end :][:NEAR].split():
            continue
        if row.field != STILL or event is None or _holds(voice, event):
            yield _entry(told, voice, holding, row, event)


def _holds(voice: Voice, event: Event) -> bool:
    """Whether an event stands in the words of an account: "July of that year" is another day for what others tell."""
    return any(span.start <= event.start < span.end for span in voice.content)


def _rows(voice: Voice, each: Holding, word: str) -> Iterator[Row]:
    out = Days(voice.said.first or voice.out.first)
    if each.act is Act.TAKES:
        yield Row(each.party, FROM if each.party and not each.is_whole else WHOLE_FROM if each.party else TAKEN, each.begun)
        if each.against is not None:
            yield Row(each.against, UNTIL, each.begun)
        elif is_again(word):
            yield Row(None, OTHERS, each.begun)
        if each.ended != Days():
            yield Row(each.party, UNTIL, each.ended)
    elif each.act is Act.HOLDS and each.party is not None:
        yield from _held(each, word, out)
    elif each.act is Act.LOSES:
        yield Row(each.party, DEFEATED if word in DEFEATS else UNTIL if each.party else LOST, each.ended)
        if each.against is not None:
            yield Row(each.against, FROM, each.ended)
    elif each.act is Act.LEAVES:
        yield Row(each.party, LEFT if each.party else ABANDONED, each.ended)
    elif each.act is Act.CLEARS:
        yield Row(each.party, CLEARED, each.begun)
    elif each.act is Act.STAYS:
        yield Row(each.party, PRESENT, each.begun if each.event else out)
    elif each.act is Act.DECLARES:
        yield Row(each.party, DECLARED, each.begun if each.begun != Days() else each.ended)
    elif each.act in (Act.CONTESTS, Act.BESIEGES):
        yield Row(each.party, CONTESTED if each.act is Act.CONTESTS else BESIEGED, each.begun if each.begun != Days() else out)


def _held(each: Holding, word: str, out: Days) -> Iterator[Row]:
    """What lasts: from when, and until when, as far as either is told; else that it lasts, or lasted."""
    if each.begun != Days():
        yield Row(each.party, WHOLE_FROM if each.is_whole else FROM, each.begun)
    if each.ended.first is not None:
        yield Row(each.party, PRESENT_UNTIL if word in STAYING else UNTIL, each.ended)
    elif each.ended == Days():
        yield Row(each.party, PRESENT if word in STAYING else STILL, out)
    elif each.begun == Days():
        yield Row(each.party, HELD, Days() if each.ended.last == date.max else each.ended)


def _entry(told: Told, voice: Voice, each: Holding, row: Row, event: Event | None) -> Entry:
    """An entry of a row; what holds as of each report is the same in all, and so is what has no day."""
    holder, value = row.holder, _value(told, each, row)
    return Entry(
        Section.LEDGER,
        each.place.key or fold(each.place.words),
        each.place.words,
        row.field,
        value,
        each.spans if event is None else (_cited(told, each, event),) if _holds(voice, event) else voice.content,
        each.factuality,
        row.days,
        voice.claim,
        voice.source.words if voice.source else None,
        voice.source.key if voice.source else None,
        voice.said,
        same=value if value in (AS_OF, NOT_TOLD) else f"{row.days.first} {row.days.last}",
        who=() if holder is None else (_thing(holder),),
        part=each.part,
        term=_term(told, each, row, event),
    )


def _term(told: Told, each: Holding, row: Row, event: Event | None) -> str | None:
    """The codebook's term, of those who did it: none where several did it together, who may be on two sides."""
    is_joint = event is not None and sum(one.role == AGENT for one in event.participants) > 1
    is_of = row.holder is each.party or (row.holder is None and row.field != OTHERS)
    return term(each.act, each.party, each.against, _word(told, event)) if is_of and not is_joint else None


def _thing(holder: Party) -> Thing:
    """A party by its name; one that has none by its words, as "Sorvian forces" and "Kesmari forces" are easily taken for one."""
    words = several(bare(holder.words))
    return Thing(holder.key if holder.key is not None and holder.names else fold(words), words)


def _value(told: Told, each: Holding, row: Row) -> str:
    """The report's words for the time, else that it is not told; nothing for a day that nothing but the record tells is in words."""
    days = row.days
    timexes = [one for one in told.analysis.timexes if Span(one.start, one.end) in each.spans]
    own = [one for one in timexes if days_of(one) == days] or timexes
    long = next((one for one in timexes if one.type == DURATION), None)
    if long is not None and row.field == FROM and days_of(long) != days:
        until = "".join(f" {told.analysis.report.text[one.start : one.end]}" for one in timexes if one is not long)
        return " ".join(f"{told.analysis.report.text[long.start : long.end]} before{until}".split())
    if row.field in (STILL, CONTESTED, BESIEGED, PRESENT) and days.last is None and days.first is not None:
        return AS_OF
    if own:
        return " ".join(told.analysis.report.text[own[0].start : own[0].end].split())
    if days.first is None:
        return NOT_TOLD
    return days.first.isoformat() if days.first == days.last or days.last is None else f"{days.first} to {days.last}"


def _cited(told: Told, each: Holding, event: Event) -> Span:
    """The words of the sentence of an event that tell it, from the first to the last."""
    starts = [one.start for one in told.analysis.sentences]
    number = bisect_right(starts, event.start)
    first = starts[number - 1] if number else 0
    last = starts[number] if number < len(starts) else len(told.analysis.report.text)
    near = [span for span in (*each.spans, Span(event.start, event.end)) if first <= span.start < last]
    return Span(min(span.start for span in near), max(span.end for span in near))


def _word(told: Told, event: Event | None) -> str:
    return "" if event is None else stem(fold(told.analysis.report.text[event.start : event.end]))


def several(words: str) -> str:
    """Those who fight in the plural, where an adjective or the like has them in the singular: "rebel-held"."""
    return f"{words}s" if words in SINGULAR else words


def bare(words: str) -> str:
    """Words for a party without the article or pronoun before them."""
    first, _, rest = words.partition(" ")
    return rest if rest and fold(first) in ("the", "a", "an", "its", "their", "his") else words
