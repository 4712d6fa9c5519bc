"""What happened as reports tell it: what several tell of, or all; found by its word, and by who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from purport.folding import fold
from purport.listings.happened import Happened, Taking, tell_happened
from purport.recounting import Brief, Recounted, brief_tellings, find_told, recount
from purport.resolve.case_events import CaseEvent, Outline, alone, outline
from purport.resolve.told import Told
from purport.store import Item
from purport.web.desk import Desk
from purport.web.paging import Part, cut
from purport.web.quoting import Quoted, Quoter

LAST = "9999"
"""Where an event stands that has no days: behind all that have."""


@dataclass(frozen=True, slots=True)
class EventsAsked:
    """``words`` are part of its word or of a name of who took part or where; with ``all`` what one report alone tells of as well."""

    words: str = ""
    all: bool = False
    part: int = 1


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happened as reports tell it, and the sentence of the first that does."""

    id: str
    word: str
    participants: tuple[Taking, ...]
    places: tuple[Taking, ...]
    not_before: str | None
    not_after: str | None
    reports: int
    sentence: Quoted


@dataclass(frozen=True, slots=True)
class EventsPage:
    """A part of the events found, those first that most reports tell of; ``alone`` is how many of these words one report alone tells of."""

    asked: EventsAsked
    part: Part
    alone: int
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An event as far as it is found by: its tellings, how many reports these are of, and its word and names, folded, in ``text``.

    ``entities`` are those of the case who take part, or where it was.
    """

    event: CaseEvent
    first: str
    reports: int
    text: str
    entities: frozenset[str]


def told_again(desk: Desk) -> Mapping[str, Known]:
    """What two reports or more tell of, by its id, most told first."""
    return desk.held("told again", lambda: _told_again(desk))


def told_once(desk: Desk) -> Mapping[str, Known]:
    """What one report alone tells of, by its id, by days."""
    return desk.held("told once", lambda: _told_once(desk))


def find_event(desk: Desk, id_: str) -> Happened | None:
    """One event of the case; none where it has no such."""
    found = told_again(desk).get(id_) or told_once(desk).get(id_)
    return tell(desk, [found])[0] if found else None


def events(desk: Desk, asked: EventsAsked) -> EventsPage:
    """The events that have what is asked for."""
    return desk.held(("events", asked), lambda: _events(desk, asked))


def _events(desk: Desk, asked: EventsAsked) -> EventsPage:
    found = find_events(desk, asked.words, every=True)
    alone = sum(each.reports == 1 for each in found)
    part, shown = cut(found if asked.all else found[: len(found) - alone], asked.part)
    return EventsPage(asked, part, alone, rows(desk, shown))


def find_events(desk: Desk, words: str, *, every: bool) -> list[Known]:
    """The events of which every word is part of their own, or of a name."""
    wanted = fold(words).split()
    known = (*told_again(desk).values(), *(told_once(desk).values() if every else ()))
    return [each for each in known if all(word in each.text for word in wanted)]


def tell(desk: Desk, found: Sequence[Known]) -> list[Happened]:
    """Events with their tellings, in their order."""
    items = {item for each in found for item in each.event.tellings}
    again = _recounted(desk).told
    told = {**{item: again[item] for item in items if item in again}, **find_told(desk.case, items - again.keys())}
    whole = {each.id: each for each in tell_happened(desk.case, [each.event for each in found], told)}
    return [whole[each.event.id] for each in found]


def rows(desk: Desk, shown: Sequence[Known], *, unfold: bool = False) -> tuple[EventRow, ...]:
    """Events as rows, in their order."""
    told = tell(desk, shown)
    quoter = Quoter(desk, {each.tellings[0].report for each in told}, unfold=unfold)
    return tuple(_row(each, quoter) for each in told)


def _row(each: Happened, quoter: Quoter) -> EventRow:
    first = each.tellings[0]
    sentence = quoter.words(first.report, first.sentence.start, first.sentence.end)
    return EventRow(each.id, each.word, each.participants, each.places, each.not_before, each.not_after, each.reports, sentence)


def _recounted(desk: Desk) -> Recounted:
    return desk.held("recounted", lambda: recount(desk.case, every=False))


def _told_again(desk: Desk) -> dict[str, Known]:
    recounted = _recounted(desk)
    several = {each: outline([recounted.told[item] for item in each.tellings]) for each in recounted.events if _reports(each) > 1}
    with desk.case.derived() as shelf:
        names = shelf.called({party.key for each in several.values() for party in each.parties if party.key})
    found = (_again(event, each, recounted.told, names) for event, each in several.items())
    return {each.event.id: each for each in sorted(found, key=lambda each: (-each.reports, each.first, each.text, each.event.id))}


def _again(event: CaseEvent, whole: Outline, told: Mapping[Item, Told], names: Mapping[str, str]) -> Known:
    called = (names.get(party.key or "", "") for party in whole.parties)
    words = dict.fromkeys((whole.word, *(told[item].form for item in event.tellings), *(party.words for party in whole.parties), *called))
    first = whole.days.not_before or whole.days.not_after or LAST
    keys = frozenset(party.key for party in whole.parties if party.key is not None and party.key in names)
    return Known(event, first, _reports(event), fold(" | ".join(words)), keys)


def _told_once(desk: Desk) -> dict[str, Known]:
    again = {item for each in told_again(desk).values() for item in each.event.tellings}
    found = (_once(item, told) for item, told in brief_tellings(desk.case).items() if item not in again)
    return {each.event.id: each for each in sorted(found, key=lambda each: (each.first, each.text, each.event.id))}


def _once(item: Item, told: Brief) -> Known:
    parties = (*told.parties, *([told.place] if told.place else []))
    first = told.days.not_before or told.days.not_after or LAST
    return Known(alone(item), first, 1, fold(" | ".join((told.form, *(each.words for each in parties)))), frozenset())


def _reports(event: CaseEvent) -> int:
    return len({report for report, _ in event.tellings})
