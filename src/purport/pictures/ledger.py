"""The ledger of places as a picture: who is said to hold what, from when to when, each account a band of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from purport.dossier.lines import Line
from purport.lexicon import rows
from purport.pictures.chart import sheet
from purport.pictures.days import days_in_words
from purport.pictures.drawing import Sheet
from purport.pictures.rows import Band, Bar, Chart, Form, Row
from purport.pictures.timeline import as_day, bar, note


class Edge(StrEnum):
    """What the days of a line are: those on which a holding begins, those on which it ends, or some on which something is so."""

    FROM = "from"
    UNTIL = "until"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Account:
    """Lines that are one account of who held a place: when that began, and when it ended where the same reports tell."""

    begun: Line | None
    ended: Line | None

    @property
    def line(self) -> Line:
        """The line that tells of its first end."""
        line = self.begun or self.ended
        assert line is not None
        return line


def ledger(lines: Sequence[Line], title: str) -> Sheet:
    """A heading for each place, under it a row for each account of who held it; accounts that part stand one below the other."""
    places: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.is_folded:
            places[line.subject].append(line)
    bands = tuple(Band(place, tuple(_rows(told))) for place, told in places.items())
    return sheet(Chart(title, bands))
