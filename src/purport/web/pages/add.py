"""The page where reports are added: a form for files, one for a text that is pasted, and what has been sent before."""

from __future__ import annotations

from dataclasses import dataclass

from purport.web.desk import Desk
from purport.web.jobs import Job, Progress
from purport.web.page import Nothing

LATEST = 10
"""Jobs that are named."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """Reports that were sent together at a time, and how far they are; ``names`` are those of the first few."""

    id: str
    made: str
    names: tuple[str, ...]
    progress: Progress


@dataclass(frozen=True, slots=True)
class AddPage:
    """Whether this server takes reports, and what has been sent, the latest first."""

    is_open: bool
    jobs: tuple[JobLine, ...]


def add(desk: Desk, asked: Nothing) -> AddPage:
    """What has been sent to be read."""
    if desk.reading is None:
        return AddPage(False, ())
    jobs = desk.reading.jobs
    return AddPage(True, tuple(_line(each, jobs.progress(each.id)) for each in list(jobs)[:LATEST]))


def _line(job: Job, progress: Progress) -> JobLine:
    return JobLine(job.id, job.made, tuple(each.path for each in job.items[:3]), progress)
