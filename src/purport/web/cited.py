"""Lines of a case as pages show them: each with the words that it rests on, and what calls for violence folded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from purport.dossier import Line, Section
from purport.dossier.lines import Citation
from purport.folds import Fold, fold_plainly, touching
from purport.listings.calls import find_calls
from purport.records import Factuality
from purport.resolving import rejected_comparisons
from purport.store import ReportRow
from purport.viewing import lines
from purport.web.desk import Desk
from purport.web.pages.reports import every_report

SOME_CALL = "[call, threat or offer, folded]"
"""What stands for words that cannot be shown without those of a call."""
RUN = 4
"""Words in a row that a line and a call must share for the line to show some of it."""

AT_ONCE = 500
"""Lines whose words are looked up at once."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Words ``[start, end)`` of a report, as they are shown; the days are those within which it came out."""

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
class ToldLine:
    """A line of a section as a page shows it: :class:`purport.dossier.Line` with its words in place of their offsets alone.

    ``value`` and ``by`` show no words of a call to violence unless that is asked for; ``is_folded`` says that some are not shown.
    """

    section: Section
    subject: str
    field: str
    value: str
    not_before: str | None
    not_after: str | None
    factuality: Factuality
    by: tuple[str, ...]
    origins: int
    origin_names: tuple[str, ...]
    who: tuple[str, ...]
    where: str | None
    term: str | None
    is_disputed: bool
    is_folded: bool
    cited: tuple[Cited, ...]


def section_lines(desk: Desk, section: Section, about: str = "") -> tuple[Line, ...]:
    """The lines of a section; ``about`` is an id or a name that the case has for somebody, none for all lines."""
    asked = about or None
    return desk.held(("lines", section, about), lambda: tuple(lines(desk.case, section, asked, rejected=_rejected(desk))))


def _rejected(desk: Desk) -> Collection[str]:
    return desk.held("rejected", lambda: frozenset(rejected_comparisons(desk.case)))


def cited(desk: Desk, found: Sequence[Line], *, unfold: bool = False) -> tuple[ToldLine, ...]:
    """Lines with their words: as many as a page has, since the texts of their reports are looked up."""
    rows = rows_by_path(desk)
    wanted = {rows[at.path].report for each in found for at in each.citations if at.path in rows}
    with desk.case.derived() as shelf:
        texts = {each.report.id: each.report.text for each in shelf.texts(wanted)}
    calls = {} if unfold else find_calls(desk.case, wanted)
    return tuple(_Shown(each, rows, texts, calls, unfold=unfold).line() for each in found)


def without_calls(desk: Desk, found: Sequence[Line], enough: int) -> list[Line]:
    """Lines without those that show words of a call to violence; once ``enough`` are found, the others follow, not to be shown."""
    kept: list[Line] = []
    for first in range(0, len(found), AT_ONCE):
        if len(kept) >= enough:
            return [*kept, *found[first:]]
        some = found[first : first + AT_ONCE]
        shown = zip(some, cited(desk, some), strict=True)
        kept += [line for line, seen in shown if not line.is_folded and seen.value == line.value and seen.by == line.by]
    return kept


def rows_by_path(desk: Desk) -> Mapping[str, ReportRow]:
    """The reports by their paths; of several that share one the first by its id, as the files of a case have it."""
    return desk.held("rows by path", lambda: {each.path: each for each in sorted(every_report(desk), key=lambda each: each.report)[::-1]})


class _Shown:
    """One line, and what of it is not shown."""

    def __init__(
        self,
        told: Line,
        rows: Mapping[str, ReportRow],
        texts: Mapping[str, str],
        calls: Mapping[str, Sequence[Fold]],
        *,
        unfold: bool,
    ) -> None:
        self._told, self._rows, self._texts, self._calls = told, rows, texts, calls
        self._is_folded = told.is_folded and not unfold
        self._kept = [words for at in told.citations for words in self._unseen(at)]

    def line(self) -> ToldLine:
        """The line as it is shown."""
        told = self._told
        value = SOME_CALL if self._is_folded else self._without(told.value)
        by = tuple(self._without(each) for each in told.by)
        return ToldLine(
            told.section,
            told.subject,
            told.field,
            value,
            told.not_before,
            told.not_after,
            told.factuality,
            by,
            told.origins,
            told.origin_names,
            told.who,
            told.where,
            told.term,
            told.is_disputed,
            self._is_folded or value != told.value or by != told.by,
            tuple(self._cite(at) for at in told.citations if at.path in self._rows),
        )

    def _folds(self, at: Citation) -> Sequence[Fold]:
        row = self._rows.get(at.path)
        return touching(self._calls.get(row.report, ()), at.start, at.end) if row else ()

    def _unseen(self, at: Citation) -> Iterable[tuple[str, str]]:
        """What of some words is not shown, and what stands for it."""
        for fold in self._folds(at):
            words = self._texts[self._rows[at.path].report][max(fold.start, at.start) : min(fold.end, at.end)]
            yield " ".join(words.split()), f"[{fold.what}, folded]"

    def _cite(self, at: Citation) -> Cited:
        row = self._rows[at.path]
        words = fold_plainly(self._texts[row.report][at.start : at.end], at.start, self._folds(at))
        if self._is_folded:
            words = SOME_CALL
        is_folded = self._is_folded or bool(self._folds(at))
        return Cited(
            row.report, row.path, row.title, row.outlet, row.not_before, row.not_after, at.start, at.end, " ".join(words.split()), is_folded
        )

    def _without(self, value: str) -> str:
        """Words with a label for each call in them; a label alone where they have some of it in another form."""
        for words, label in self._kept:
            value = value.replace(words, label) if words else value
        return SOME_CALL if any(_share(value, words) for words, _ in self._kept) else value


def _share(value: str, words: str) -> bool:
    """Whether so many words of one stand in the other, one after the other."""
    runs = _runs(value)
    return bool(runs) and not runs.isdisjoint(_runs(words))


def _runs(words: str) -> frozenset[tuple[str, ...]]:
    each = ["".join(filter(str.isalnum, word)) for word in words.casefold().split()]
    return frozenset(tuple(each[at : at + RUN]) for at in range(len(each) - RUN + 1))
