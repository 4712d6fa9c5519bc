"""The ledger of places: who is said to hold, contest, take or lose which place, each account a row, those that part in parallel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from purport.dossier import Line, Section
from purport.folding import fold
from purport.pictures.ledger import Held, accounts, bars
from purport.pictures.timeline import bar
from purport.records import Factuality
from purport.web.bars import Days, Mark, Tick, all_days_of, marks, ticks
from purport.web.desk import Desk
from purport.web.paging import Part, cut
from purport.web.telling import ToldLine, section_lines, tell_lines


@dataclass(frozen=True, slots=True)
class LedgerAsked:
    """``place`` is what the case calls a place, or part of that; or who is said to hold one."""

    place: str = ""
    part: int = 1
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """How somebody is said to hold a place: its beginning and its end where one report tells both, else one line; and its bars."""

    lines: tuple[ToldLine, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PlaceBand:
    """A place, and what is told of who holds it; ``is_disputed`` where accounts part."""

    place: str
    is_disputed: bool
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A part of the accounts found, by place, on one axis; ``every`` are all places that are told of."""

    asked: LedgerAsked
    part: Part
    every: tuple[str, ...]
    shown: Days
    ticks: tuple[Tick, ...]
    sure: tuple[Factuality, ...]
    folded: int
    places: tuple[PlaceBand, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    told: Held | Line

    @property
    def lines(self) -> tuple[Line, ...]:
        return (self.told,) if isinstance(self.told, Line) else self.told.lines


def ledger(desk: Desk, asked: LedgerAsked) -> LedgerPage:
    """Who is said to hold which place."""
    return desk.held(("ledger", asked), lambda: _ledger(desk, asked))


def find_held(desk: Desk, place: str) -> Sequence[Line]:
    """The lines of the places, or of those who hold some, that are called so."""
    words = fold(place.strip())
    return [each for each in section_lines(desk, Section.LEDGER) if words in fold(each.subject) or words in fold(each.field)]


def _ledger(desk: Desk, asked: LedgerAsked) -> LedgerPage:
    found = find_held(desk, asked.place)
    places = groupby(found, key=lambda each: each.subject)
    part, rows = cut([_Row(place, told) for place, own in places for told in accounts(list(own))], asked.part)
    shown = all_days_of([day for row in rows for each in row.lines for day in (each.not_before, each.not_after)])
    told = dict(zip(map(id, _lines(rows)), tell_lines(desk, list(_lines(rows)), unfold=asked.unfold), strict=True))
    return LedgerPage(
        asked,
        part,
        tuple(dict.fromkeys(each.subject for each in section_lines(desk, Section.LEDGER))),
        shown,
        ticks(shown),
        tuple(each for each in Factuality if any(line.factuality is each for line in _lines(rows))),
        sum(each.is_folded for each in told.values()),
        tuple(_band(place, list(own), told, shown) for place, own in groupby(rows, key=lambda each: each.place)),
    )


def _lines(rows: Sequence[_Row]) -> Iterator[Line]:
    return (line for row in rows for line in row.lines)


def _band(place: str, rows: Sequence[_Row], told: dict[int, ToldLine], shown: Days) -> PlaceBand:
    return PlaceBand(place, any(each.is_disputed for each in _lines(rows)), tuple(_account(each, told, shown) for each in rows))


def _account(row: _Row, told: dict[int, ToldLine], shown: Days) -> Account:
    drawn = (bar(row.told),) if isinstance(row.told, Line) else tuple(bars(row.told))
    return Account(tuple(told[id(each)] for each in row.lines), marks(shown, drawn))
