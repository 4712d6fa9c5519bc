"""The ledger of places as a picture: who is said to hold what, from when to when, each account a band of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from purport.dossier.lines import Line
from purport.pictures.chart import sheet
from purport.pictures.days import as_day, days_in_words
from purport.pictures.drawing import Sheet
from purport.pictures.look import STYLES
from purport.pictures.rows import Band, Bar, Chart, Form, Row
from purport.pictures.timeline import bar, note


class Edge(StrEnum):
    """What the days of a line are: those on which a holding begins, those on which it ends, or some on which something is so."""

    FROM = "from"
    UNTIL = "until"
    WITHIN = "within"


EDGES = {
    **dict.fromkeys(("from", "since", "taken", "retaken", "takes", "seized", "gained", "cleared"), Edge.FROM),
    **dict.fromkeys(("until", "lost", "loses", "left", "leaves"), Edge.UNTIL),
}
"""Words of the ledger's fields that tell of an end of a holding."""


@dataclass(frozen=True, slots=True)
class Held:
    """An account of who held a place: when that began and when it ended, as far as the same reports tell both."""

    begun: Line | None
    ended: Line | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The one or two lines that it is told by."""
        return tuple(line for line in (self.begun, self.ended) if line)


def ledger(lines: Sequence[Line], title: str) -> Sheet:
    """The chart of a ledger as a picture."""
    return sheet(chart(lines, title))


def chart(lines: Sequence[Line], title: str) -> Chart:
    """A heading for each place, under it a row for each account; accounts that part stand one below the other, none chosen.

    A thin bar covers the days within which a holding begins or ends, a thick one those on which it lasts; it fades where an end is
    not told.
    """
    places: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.is_folded:
            places[line.subject].append(line)
    return Chart(title, tuple(Band(place, tuple(map(_row, accounts(told)))) for place, told in places.items()))


def edge(line: Line) -> Edge:
    """What the days of a line are, by its field."""
    return next((EDGES[word] for word in reversed(line.field.casefold().split()) if word in EDGES), Edge.WITHIN)


def accounts(lines: Sequence[Line]) -> Iterator[Held | Line]:
    """Lines in their order; an end stands with the beginning that the same report tells of the same party, the last before it."""
    begun = {number: line for number, line in enumerate(lines) if edge(line) is Edge.FROM}
    ends: dict[int, Line] = {}
    alone: list[Line] = []
    for line in lines:
        if edge(line) is Edge.UNTIL:
            fitting = [number for number, first in begun.items() if number not in ends and _follows(first, line)]
            if fitting:
                ends[max(fitting, key=lambda number: (begun[number].not_after or "", number))] = line
            else:
                alone.append(line)
    for number, line in enumerate(lines):
        if number in begun:
            yield Held(line, ends.get(number))
        elif line in alone:
            yield Held(None, line)
        elif edge(line) is Edge.WITHIN:
            yield line


def _follows(begun: Line, ended: Line) -> bool:
    """Whether a holding that began so can be the one that ended so, as one report tells."""
    of_one = _party(begun) == _party(ended) and {each.path for each in begun.citations} & {each.path for each in ended.citations}
    return bool(of_one) and (begun.not_before or "") <= (ended.not_after or "9999")


def _party(line: Line) -> str:
    """Who holds by a line: what its field names before its last comma, else its value."""
    party, comma, _ = line.field.rpartition(",")
    return (party if comma else line.value).casefold()


def _row(told: Held | Line) -> Row:
    lines = (told,) if isinstance(told, Line) else told.lines
    label = "; ".join(f"{line.field}: {line.value}" for line in lines)
    notes = dict.fromkeys(note(line) for line in lines)
    when = "; ".join(days_in_words(as_day(line.not_before), as_day(line.not_after)) for line in lines)
    return Row(label, "; ".join(notes), when, (bar(told),) if isinstance(told, Line) else tuple(bars(told)))


def bars(held: Held) -> Iterator[Bar]:
    """The days within which a holding begins, those on which it lasts, and those within which it ends."""
    begin, end = (bar(line) if line else None for line in (held.begun, held.ended))
    since, until = begin.last if begin else None, end.first if end else None
    if since is None or until is None or since <= until:
        yield Bar(since, until, max((line.factuality for line in held.lines), key=list(STYLES).index))
    for own in (begin, end):
        if own and own.days and own.first != own.last:
            yield replace(own, form=Form.EDGE)
