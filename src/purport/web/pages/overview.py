"""The first page: what is in the case."""

from __future__ import annotations

from dataclasses import dataclass

from purport.store import Counts, ReportRow
from purport.web.desk import Desk
from purport.web.page import Nothing
from purport.web.pages.reports import every_report

LATEST = 8
"""Reports that the first page names."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """How much the case holds, and its latest reports."""

    counts: Counts
    reports: tuple[ReportRow, ...]


def overview(desk: Desk, asked: Nothing) -> OverviewPage:
    """What is in the case."""
    return OverviewPage(desk.held("counts", desk.case.counts), every_report(desk)[:LATEST])
