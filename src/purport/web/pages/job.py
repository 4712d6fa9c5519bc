"""Reports that were sent together: how far reading them is, what has become of each, and why one could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from purport.web.desk import Desk
from purport.web.jobs import Outcome, Phase, Progress, State
from purport.web.page import Gone
from purport.web.paging import Part, cut

SECONDS = 3
"""After which the page is asked for again where there are no scripts."""
_FIRST = {State.FAILED: 0, State.WAITING: 1, State.READ: 2, State.ALREADY: 2}


@dataclass(frozen=True, slots=True)
class JobAsked:
    """Which job."""

    id: str
    part: int = 1


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A report that was sent; ``report`` is its id in the case as soon as it is there, ``why`` says why it could not be read."""

    number: int
    path: str
    size: int
    state: State
    report: str | None
    claims: int
    why: str | None


@dataclass(frozen=True, slots=True)
class JobPage:
    """How far a job is, and a part of its reports: those that could not be read first. ``refresh`` is when to ask again, in seconds."""

    asked: JobAsked
    made: str
    notes: tuple[str, ...]
    progress: Progress
    refresh: int | None
    part: Part
    items: tuple[ItemLine, ...]


def job(desk: Desk, asked: JobAsked) -> JobPage:
    """How far a job is."""
    jobs = desk.reading.jobs if desk.reading is not None else None
    found = jobs.get(asked.id) if jobs is not None else None
    if jobs is None or found is None:
        raise Gone("Nothing is known of this any more: what has been read is in the case, under Reports.")
    progress, outcomes = jobs.progress(asked.id), jobs.outcomes(asked.id)
    lines = [_line(each.path, each.size, outcomes.get(each.number) or Outcome(each.number, State.WAITING)) for each in found.items]
    if progress.phase == Phase.DONE:
        lines.sort(key=lambda each: (_FIRST[each.state], each.number))
    else:
        lines.sort(key=lambda each: (each.state != State.FAILED, each.number))
    part, shown = cut(lines, asked.part)
    return JobPage(asked, found.made, found.notes, progress, None if progress.phase == Phase.DONE else SECONDS, part, shown)


def _line(path: str, size: int, outcome: Outcome) -> ItemLine:
    return ItemLine(outcome.number, path, size, outcome.state, outcome.report, outcome.claims, outcome.why)
