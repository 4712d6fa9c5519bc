"""The reports of a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purport.folding import fold
from purport.store import ReportRow
from purport.web.desk import Desk
from purport.web.paging import Part, cut


@dataclass(frozen=True, slots=True)
class ReportsAsked:
    """``text`` is part of a title, an outlet or a path; ``outlet`` is one, whole."""

    text: str = ""
    outlet: str = ""
    part: int = 1


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, and how many reports of those found it has."""

    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """A part of the reports found, and the outlets of all of these."""

    asked: ReportsAsked
    part: Part
    outlets: tuple[Outlet, ...]
    reports: tuple[ReportRow, ...]


def every_report(desk: Desk) -> tuple[ReportRow, ...]:
    """All reports of the case, the latest first, those without a date last."""
    return desk.held("reports", lambda: tuple(sorted(desk.case.reports(), key=_latest_first)))


def reports(desk: Desk, asked: ReportsAsked) -> ReportsPage:
    """The reports that have what is asked for."""
    found = [each for each in every_report(desk) if _has(each, asked.text)]
    counted: dict[str, int] = {}
    for each in found:
        counted[each.outlet or ""] = counted.get(each.outlet or "", 0) + 1
    part, shown = cut([each for each in found if not asked.outlet or each.outlet == asked.outlet], asked.part)
    outlets = tuple(Outlet(name, number) for name, number in sorted(counted.items(), key=lambda one: (-one[1], one[0])) if name)
    return ReportsPage(asked, part, outlets, shown)


def _has(each: ReportRow, words: str) -> bool:
    return not words or any(fold(words) in fold(part) for part in _parts(each))


def _parts(each: ReportRow) -> Iterator[str]:
    yield each.path
    if each.title:
        yield each.title
    if each.outlet:
        yield each.outlet


def _latest_first(each: ReportRow) -> tuple[int, str, str]:
    day = each.not_after or each.not_before or ""
    return (0 if day else 1, "".join(chr(255 - ord(letter)) for letter in day), each.path)
