"""One happening as reports tell it: each telling with its sentence, who took part, and why these are taken for tellings of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purport.listings.happened import Happened, Taking
from purport.resolve.case_events import LAYER
from purport.store import ReportRow
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.pages.entity import ReasonIn
from purport.web.pages.events import EventRow, find_event, find_events, rows
from purport.web.quoting import Quoted, Quoter, sources
from purport.web.ruled import Ruling, rulings_on

CANDIDATES = 20
"""Other events that one page shows."""


@dataclass(frozen=True, slots=True)
class EventAsked:
    """Which event of the case. ``other`` are words of one that may be the same; ``unfold`` shows calls to violence."""

    id: str
    other: str = ""
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling: the event of the report's record, its word, its sentence, and the days on which the report came out."""

    event: str
    word: Quoted
    sentence: Quoted
    out_not_before: str | None
    out_not_after: str | None


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event of the case; ``candidates`` are those with the words that were asked for, none where none were."""

    asked: EventAsked
    word: str
    participants: tuple[Taking, ...]
    places: tuple[Taking, ...]
    not_before: str | None
    not_after: str | None
    told_in: tuple[ReportRow, ...]
    tellings: tuple[Telling, ...]
    reasons: tuple[ReasonIn, ...]
    judgements: tuple[Ruling, ...]
    candidates: tuple[EventRow, ...]


def event(desk: Desk, asked: EventAsked) -> EventPage:
    """One event of the case."""
    return desk.held(("event", asked), lambda: _event(desk, asked))


def _event(desk: Desk, asked: EventAsked) -> EventPage:
    found = find_event(desk, asked.id)
    if found is None:
        raise Gone(f"{asked.id}: the case has no such event; it may have become one with another, or two")
    quoter = Quoter(desk, {each.report for each in found.tellings}, unfold=asked.unfold)
    return EventPage(
        asked,
        found.word,
        found.participants,
        found.places,
        found.not_before,
        found.not_after,
        tuple(sources(desk)[each] for each in dict.fromkeys(telling.report for telling in found.tellings)),
        tuple(_tellings(desk, found, quoter)),
        tuple(ReasonIn(each.why, each.times, quoter.quote(each.left), quoter.quote(each.right)) for each in found.reasons),
        rulings_on(desk, LAYER, {each.event for each in found.tellings}),
        _candidates(desk, asked),
    )


def _tellings(desk: Desk, found: Happened, quoter: Quoter) -> Iterator[Telling]:
    known = sources(desk)
    for each in found.tellings:
        row = known[each.report]
        word, sentence = (quoter.words(each.report, at.start, at.end) for at in (each, each.sentence))
        yield Telling(each.event, word, sentence, row.not_before, row.not_after)


def _candidates(desk: Desk, asked: EventAsked) -> tuple[EventRow, ...]:
    if not asked.other:
        return ()
    others = [each for each in find_events(desk, asked.other, every=True) if each.event.id != asked.id]
    return rows(desk, others[:CANDIDATES], unfold=asked.unfold)
