"""The exact words that lines, names and reasons rest on, looked up in their reports, folded where they call for violence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from purport.folds import Fold, fold_plainly, touching
from purport.listings.calls import find_calls
from purport.store import ReportRow
from purport.web.desk import Desk
from purport.web.pages.reports import every_report


class Cited(Protocol):
    """Words of a report by its path: a citation of a line, or of a reason."""

    @property
    def path(self) -> str:
        """The path of the report."""
        ...

    @property
    def start(self) -> int:
        """The code point at which the words begin."""
        ...

    @property
    def end(self) -> int:
        """The code point behind their last."""
        ...


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words ``[start, end)`` of a report as a page shows them; ``is_folded`` where all of them lie in a call, threat or offer."""

    report: str
    path: str
    title: str | None
    outlet: str | None
    start: int
    end: int
    words: str
    is_folded: bool


def sources(desk: Desk) -> Mapping[str, ReportRow]:
    """The reports of the case by their ids."""
    return desk.held("sources", lambda: {each.report: each for each in every_report(desk)})


def paths(desk: Desk) -> Mapping[str, str]:
    """Which report a path is of; of several under one path, the first by its id."""
    return desk.held("paths", lambda: {each.path: each.report for each in sorted(every_report(desk), key=_place, reverse=True)})


class Quoter:
    """Looks up the words of some reports, each report once. With ``unfold`` all are shown."""

    def __init__(self, desk: Desk, reports: Iterable[str], *, unfold: bool = False) -> None:
        self._sources, self._paths = sources(desk), paths(desk)
        wanted = set(reports)
        with desk.case.derived() as shelf:
            self._texts = {each.report.id: each.report.text for each in shelf.texts(wanted)}
        self._folds: Mapping[str, Sequence[Fold]] = {} if unfold else find_calls(desk.case, wanted)

    @classmethod
    def of(cls, desk: Desk, cited: Iterable[Cited], *, unfold: bool = False) -> Quoter:
        """One for the reports that some words are cited from."""
        known = paths(desk)
        return cls(desk, {known[each.path] for each in cited if each.path in known}, unfold=unfold)

    def quote(self, cited: Cited) -> Quoted:
        """The words that are cited."""
        return self.words(self._paths[cited.path], cited.start, cited.end)

    def words(self, report: str, start: int, end: int) -> Quoted:
        """Some characters of a report."""
        source, folds = self._sources[report], self._folds.get(report, ())
        words = fold_plainly(self._texts[report][start:end], start, folds)
        is_folded = any(each.start <= start and end <= each.end for each in touching(folds, start, end))
        return Quoted(report, source.path, source.title, source.outlet, start, end, words, is_folded)


def _place(each: ReportRow) -> tuple[str, str]:
    return each.path, each.report
