"""What happened as reports tell it: what several tell of, or all; found by its word, and by who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from purport.folding import fold
from purport.listings.happened import Happened, Taking, find_happened, tell_single
from purport.recounting import Brief, brief_tellings
from purport.resolve.case_events import alone
from purport.store import Item
from purport.web.desk import Desk
from purport.web.paging import Part, cut
from purport.web.quoting import Quoted, Quoter


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
    """A part of the events found, those first that most reports tell of."""

    asked: EventsAsked
    part: Part
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Single:
    """A telling that no other report's is one with, in brief; ``text`` is what it is found by, folded."""

    item: Item
    told: Brief
    text: str

    @property
    def id(self) -> str:
        """The id of what it alone tells of."""
        return alone(self.item).id


def told_again(desk: Desk) -> Mapping[str, Happened]:
    """What two reports or more tell of, by its id, most told first."""
    return desk.held("told again", lambda: {each.id: each for each in sorted(find_happened(desk.case, every=False), key=_most_told)})


def told_once(desk: Desk) -> Mapping[str, Single]:
    """What one report alone tells of, by its id, by days."""
    return desk.held("told once", lambda: _told_once(desk))


def find_event(desk: Desk, id_: str) -> Happened | None:
    """One event of the case; none where it has no such."""
    again = told_again(desk)
    if id_ in again:
        return again[id_]
    single = told_once(desk).get(id_)
    return tell_single(desk.case, [single.item])[0] if single else None


def events(desk: Desk, asked: EventsAsked) -> EventsPage:
    """The events that have what is asked for."""
    return desk.held(("events", asked), lambda: _events(desk, asked))


def _events(desk: Desk, asked: EventsAsked) -> EventsPage:
    part, shown = cut(find_events(desk, asked.words, every=asked.all), asked.part)
    return EventsPage(asked, part, rows(desk, shown))


def find_events(desk: Desk, words: str, *, every: bool) -> list[Happened | Single]:
    """The events of which every word is part of their own, or of a name."""
    wanted = fold(words).split()
    found: list[Happened | Single] = [each for each in told_again(desk).values() if _has(_text(each), wanted)]
    return [*found, *(each for each in told_once(desk).values() if _has(each.text, wanted))] if every else found


def rows(desk: Desk, shown: Sequence[Happened | Single], *, unfold: bool = False) -> tuple[EventRow, ...]:
    """Events as rows, in their order."""
    singles = {each.item for each in shown if isinstance(each, Single)}
    whole = {(each.tellings[0].report, each.tellings[0].event): each for each in tell_single(desk.case, singles)} if singles else {}
    told = [whole[each.item] if isinstance(each, Single) else each for each in shown]
    quoter = Quoter(desk, {each.tellings[0].report for each in told}, unfold=unfold)
    return tuple(_row(each, quoter) for each in told)


def _row(each: Happened, quoter: Quoter) -> EventRow:
    first = each.tellings[0]
    sentence = quoter.words(first.report, first.sentence.start, first.sentence.end)
    return EventRow(each.id, each.word, each.participants, each.places, each.not_before, each.not_after, each.reports, sentence)


def _told_once(desk: Desk) -> dict[str, Single]:
    again = {(told.report, told.event) for each in told_again(desk).values() for told in each.tellings}
    found = (Single(item, told, _text(told)) for item, told in brief_tellings(desk.case).items() if item not in again)
    return {each.id: each for each in sorted(found, key=_first_day)}


def _most_told(each: Happened) -> tuple[int, str, str, str]:
    return -each.reports, each.not_before or each.not_after or "9999", each.word, each.id


def _first_day(each: Single) -> tuple[str, str, Item]:
    return each.told.days.not_before or each.told.days.not_after or "9999", each.told.form, each.item


def _text(each: Happened | Brief) -> str:
    """The words and names of an event, folded."""
    if isinstance(each, Happened):
        names = [each.word, *(told.words for told in each.tellings), *(part.name for part in (*each.participants, *each.places))]
    else:
        names = [each.form, *(part.words for part in each.parties), *([each.place.words] if each.place else [])]
    return fold(" | ".join(names))


def _has(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)
