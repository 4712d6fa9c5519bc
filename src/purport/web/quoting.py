"""The exact words that lines, names and reasons rest on, looked up in their reports, folded where they call for violence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """Words ``[start, end)`` of a report as a page shows them; ``is_folded`` where some of them are not shown.

    The days are those within which the report came out.
    """

    report: str
    path: str
    title: str | None
    outlet: str | None
    not_before: str | None
    not_after: str | None
    start: int
    end: int
    words: str
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Unseen:
    """Words that are not shown, with single spaces, and the label in their place."""

    words: str
    label: str


def sources(desk: Desk) -> Mapping[str, ReportRow]:
    """The reports of the case by their ids."""
    return desk.held("sources", lambda: {each.report: each for each in every_report(desk)})


def sources_by_path(desk: Desk) -> Mapping[str, ReportRow]:
    """The same by their paths; of several that share one the first by its id, as the files of a case have it."""
    return desk.held("sources by path", lambda: {each.path: each for each in sorted(every_report(desk), key=_id, reverse=True)})


class Quoter:
    """Looks up the words of some reports, each report once. With ``unfold`` all are shown."""

    def __init__(self, desk: Desk, reports: Iterable[str], *, unfold: bool = False) -> None:
        self._sources, self._by_path = sources(desk), sources_by_path(desk)
        wanted = set(reports)
        with desk.case.derived() as shelf:
            self._texts = {each.report.id: each.report.text for each in shelf.texts(wanted)}
        self._folds: Mapping[str, Sequence[Fold]] = {} if unfold else find_calls(desk.case, wanted)

    @classmethod
    def of(cls, desk: Desk, cited: Iterable[Cited], *, unfold: bool = False) -> Quoter:
        """One for the reports that some words are cited from."""
        known = sources_by_path(desk)
        return cls(desk, {known[each.path].report for each in cited}, unfold=unfold)

    def quote(self, cited: Cited) -> Quoted:
        """The words that are cited."""
        return self.words(self._by_path[cited.path].report, cited.start, cited.end)

    def words(self, report: str, start: int, end: int) -> Quoted:
        """Some characters of a report."""
        source, folds = self._sources[report], self._touching(report, start, end)
        words = fold_plainly(self._texts[report][start:end], start, folds)
        days = source.not_before, source.not_after
        return Quoted(report, source.path, source.title, source.outlet, *days, start, end, words, bool(folds))

    def unseen(self, cited: Cited) -> Iterator[Unseen]:
        """What of the words that are cited is not shown."""
        report = self._by_path[cited.path].report
        for fold in self._touching(report, cited.start, cited.end):
            words = self._texts[report][max(fold.start, cited.start) : min(fold.end, cited.end)]
            yield Unseen(" ".join(words.split()), fold.plain_label)

    def _touching(self, report: str, start: int, end: int) -> Sequence[Fold]:
        return touching(self._folds.get(report, ()), start, end)


def _id(each: ReportRow) -> str:
    return each.report
