"""Changed texts and claims as ``purport versions`` shows them, from a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from purport.folds import Fold, fold_words, touching
from purport.listings.calls import find_folds
from purport.records import Analysis, Report, Side, Span
from purport.resolve.versions import Change, Version, address_of, find_versions
from purport.store import Case, Quote


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that stood at an address: its report, when that came out and when it was taken there."""

    path: str
    report: str
    not_before: str | None
    not_after: str | None
    retrieved: str | None


@dataclass(frozen=True, slots=True)
class ToldThere:
    """A claim's words in one of the texts; ``claim`` is null for a sentence that holds none."""

    claim: str | None
    content: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class NoticeThere:
    """A notice that only the newer text has: a correction, an update or a withdrawal, with its words."""

    kind: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that was altered, added or dropped, with both sides' words, and the words of the notice that speaks of it."""

    kind: str
    what: str
    older: ToldThere | None
    newer: ToldThere | None
    notice: Quote | None


@dataclass(frozen=True, slots=True)
class ChangedReport:
    """A line of ``purport versions --json``: two texts of one address, and what changed from one to the other."""

    address: str
    older: Taken
    newer: Taken
    is_ordered: bool
    changes: tuple[ChangedClaim, ...]
    notices: tuple[NoticeThere, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A report with what is not shown of it."""

    analysis: Analysis
    folds: tuple[Fold, ...]

    def quote(self, span: Span) -> Quote:
        return Quote(span.start, span.end, fold_words(span.words(self.analysis.report.text), span.start, self.folds))

    def told(self, side: Side | None) -> ToldThere | None:
        return None if side is None else ToldThere(side.claim, tuple(map(self.quote, side.content)))

    def holds_back(self, side: Side | None) -> bool:
        """Whether some of the words are not shown."""
        return side is not None and any(touching(self.folds, span.start, span.end) for span in side.content)


def find_changed(case: Case, *, unfold: bool = False) -> Iterator[ChangedReport]:
    """The texts of each address of a case with the next, by address; only those reports are read of which there are several.

    The words of calls, threats and offers are folded unless asked for.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for place in case.places():
        found[address_of(place.path, place.url)].append(place.report)
    for address in sorted(found):
        if len(found[address]) > 1:
            texts = {report: case.analysis(report) for report in found[address]}
            for each in find_versions(texts.values()):
                older, newer = (_Text(texts[id_], () if unfold else find_folds(texts[id_])) for id_ in (each.older, each.newer))
                yield _changed(each, older, newer)


def _changed(version: Version, older: _Text, newer: _Text) -> ChangedReport:
    notices = tuple(NoticeThere(each.kind, each.start, each.end, newer.quote(each.span).words) for each in version.notices)
    changes = tuple(_claim(each, older, newer) for each in version.changes)
    one, other = (_taken(each.analysis.report) for each in (older, newer))
    return ChangedReport(version.address, one, other, version.is_ordered, changes, notices)


def _claim(change: Change, older: _Text, newer: _Text) -> ChangedClaim:
    """A change; what it is in words only where all of these may be shown."""
    what = "" if older.holds_back(change.older) or newer.holds_back(change.newer) else change.what
    notice = None if change.notice is None else newer.quote(change.notice)
    return ChangedClaim(change.kind.value, what, older.told(change.older), newer.told(change.newer), notice)


def _taken(report: Report) -> Taken:
    published = report.published
    return Taken(report.path, report.id, published.not_before, published.not_after, report.retrieved)
