"""The timeline of a case as a picture: what is told to have happened, in order, each within the days that it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from purport.dossier.lines import Line
from purport.pictures.chart import sheet
from purport.pictures.days import as_day, days_in_words
from purport.pictures.drawing import Sheet
from purport.pictures.rows import Band, Bar, Chart, Row

UNDATED = "Within days that nobody tells"


def timeline(lines: Sequence[Line], title: str) -> Sheet:
    """The lines in the order in which they come, those without any days at the end. Calls to violence are not shown.

    Rows of one subject and field whose days meet stand beside each other in one bracket: accounts of one thing, none chosen.
    """
    told = [line for line in lines if not line.is_folded]
    dated = [line for line in told if line.not_before or line.not_after]
    undated = [line for line in told if not (line.not_before or line.not_after)]
    bands = [Band("", tuple(_rows(dated)))]
    if undated:
        bands.append(Band(UNDATED, tuple(_rows(undated))))
    return sheet(Chart(title, tuple(bands)))


def note(line: Line, *, of: str = "") -> str:
    """What a line rests on, in grey: what it is of, by whom, and from how many origins."""
    origins = f"{line.origins} origin{'' if line.origins == 1 else 's'}" if line.origins else ""
    return " · ".join(part for part in (of, f"by {'; '.join(line.by)}" if line.by else "", origins) if part)


def bar(line: Line) -> Bar:
    """The days within which what a line tells lies."""
    return Bar(as_day(line.not_before), as_day(line.not_after), line.factuality)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    beside = [False, *(_one_thing(above, below) for above, below in pairwise(lines))]
    for line, goes_on in zip(lines, beside, strict=True) if lines else ():
        of = "" if line.subject.casefold() in line.value.casefold() else line.subject
        when = days_in_words(as_day(line.not_before), as_day(line.not_after))
        yield Row(line.value, note(line, of=of), when, (bar(line),), goes_on)


def _one_thing(above: Line, below: Line) -> bool:
    if (above.subject, above.field) != (below.subject, below.field) or not (above.not_before or above.not_after):
        return False
    first, last = max(above.not_before or "", below.not_before or ""), min(above.not_after or "9999", below.not_after or "9999")
    return first <= last
