"""The timeline: what is told to have happened, in the order of its days, each beside the days that it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from purport.callings import items_called
from purport.dossier import Line, Section
from purport.dossier.chronology import REPORT
from purport.folding import fold
from purport.pictures.timeline import bar
from purport.records import Factuality
from purport.web.bars import Days, Mark, Tick, all_days_of, marks, ticks
from purport.web.desk import Desk
from purport.web.paging import Part, cut
from purport.web.telling import ToldLine, section_lines, tell_lines
from purport.web.zooming import Stretch, Zoom, asked_days, stretches, zooms
from purport.wording import how_sure


@dataclass(frozen=True, slots=True)
class TimelineAsked:
    """``since`` and ``until`` are days, months or years: what can have been from one to the other is shown.

    ``about`` is whom or what the case calls so, or an id, or else words of a line; ``disputed`` what accounts part on alone; ``reports``
    also that reports came out.
    """

    since: str = ""
    until: str = ""
    about: str = ""
    sure: Factuality | None = None
    disputed: bool = False
    reports: bool = False
    part: int = 1
    unfold: bool = False


class Within(StrEnum):
    """How the days of a line lie to those that are shown: all within, told more widely than these, open at an end, or not told at all."""

    WITHIN = "within"
    WIDER = "wider"
    OPEN = "open"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """A line, how its days lie to those shown, and where they are drawn on the axis."""

    told: ToldLine
    within: Within
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure sources are, and how many lines are told so."""

    factuality: Factuality
    called: str
    lines: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A part of the lines found; ``shown`` are the days of the axis: those asked for (``is_window``), else those of the part.

    ``stretches`` count what is found without regard to the days asked for, ``inside`` what begins on these; ``disputed`` is
    how many lines found accounts part on.
    """

    asked: TimelineAsked
    part: Part
    shown: Days
    is_window: bool
    ticks: tuple[Tick, ...]
    zooms: tuple[Zoom, ...]
    stretches: tuple[Stretch, ...]
    inside: tuple[Stretch, ...]
    sure: tuple[Sureness, ...]
    disputed: int
    folded: int
    lines: tuple[TimelineLine, ...]


def timeline(desk: Desk, asked: TimelineAsked) -> TimelinePage:
    """The lines that have all that is asked for."""
    return desk.held(("timeline", asked), lambda: _timeline(desk, asked))


def find_told(desk: Desk, about: str) -> Sequence[Line]:
    """The lines of a timeline of whom the case calls so; where it calls nobody so, those with these words."""
    words = about.strip()
    if not words:
        return section_lines(desk, Section.TIMELINE)
    if desk.held(("is called", words), lambda: _is_called(desk, words)):
        return section_lines(desk, Section.TIMELINE, words)
    every = section_lines(desk, Section.TIMELINE)
    return [each for each in every if not each.is_folded and any(fold(words) in fold(part) for part in _words(each))]


def _is_called(desk: Desk, name: str) -> bool:
    with desk.case.derived() as shelf:
        return bool(items_called(shelf, name))


def _words(line: Line) -> Iterator[str]:
    yield line.value
    yield line.subject
    yield from line.who
    yield from line.by
    if line.where:
        yield line.where


def _timeline(desk: Desk, asked: TimelineAsked) -> TimelinePage:
    days = asked_days(asked.since, asked.until)
    told = [each for each in find_told(desk, asked.about) if asked.reports or each.field != REPORT]
    apart = [each for each in told if each.is_disputed or not asked.disputed]
    surely = [each for each in apart if asked.sure in (None, each.factuality)]
    found = within(surely, days)
    part, rows = cut([each for group in found.values() for each in group], asked.part)
    groups = {id(each): group for group, own in found.items() for each in own}
    shown = _shown(rows, days)
    lines = tuple(
        TimelineLine(line, groups[id(each)], marks(shown, [bar(each)]))
        for each, line in zip(rows, tell_lines(desk, rows, unfold=asked.unfold), strict=True)
    )
    begun = [day for each in surely if (day := each.not_before or each.not_after)]
    return TimelinePage(
        asked,
        part,
        shown,
        days is not None,
        ticks(shown),
        zooms(shown),
        stretches(begun),
        stretches([day for day in begun if days.first <= day <= days.last]) if days else (),
        tuple(_sureness(apart)),
        sum(each.is_disputed for each in told),
        sum(each.told.is_folded for each in lines),
        lines,
    )


def within(told: Sequence[Line], days: Days | None) -> dict[Within, list[Line]]:
    """Lines that can have been on some days, in groups, those first whose days are all among them; all lines where none are asked for."""
    groups: dict[Within, list[Line]] = {each: [] for each in Within}
    for each in told:
        if days is None:
            groups[Within.WITHIN if each.not_before or each.not_after else Within.UNTOLD].append(each)
        elif _can_be(each, days):
            groups[_within(each, days)].append(each)
    return groups


def _can_be(line: Line, days: Days) -> bool:
    is_dated = line.not_before is not None or line.not_after is not None
    return is_dated and (line.not_before or "") <= days.last and days.first <= (line.not_after or "9999-12-31")


def _within(line: Line, days: Days) -> Within:
    if line.not_before is None or line.not_after is None:
        return Within.OPEN
    return Within.WITHIN if days.first <= line.not_before and line.not_after <= days.last else Within.WIDER


def _shown(told: Sequence[Line], days: Days | None) -> Days:
    """The days of the axis: those asked for; an end that was not, as the lines have it."""
    every = [day for each in told for day in (each.not_before, each.not_after) if day]
    if days is None:
        return all_days_of(every)
    near = all_days_of([day for day in every if days.first <= day <= days.last])
    first = days.first if days.first > "0001-01-01" else min(near.first, days.last)
    last = days.last if days.last < "9999-12-30" else max(near.last, days.first)
    return Days(first, last)


def _sureness(told: Sequence[Line]) -> Iterator[Sureness]:
    counts = Counter(each.factuality for each in told)
    return (Sureness(each, how_sure(each), counts[each]) for each in Factuality if counts[each])
