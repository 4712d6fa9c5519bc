"""A case into the one record that its files are made from: everything looked up once, and names replaced once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.dossier import Line, Section
from purport.export.case import Cited, ClaimRow, ComparisonRow, EntityRow, Exported, LineRow, Quote, ReportRow, SideRow
from purport.export.labels import Cut, Labels
from purport.export.private import NOBODY, Asked, find_private
from purport.folds import FOLDED, SOME_CALL, Fold, fold_words, merge_folds, touching
from purport.records import Report
from purport.resolve import CaseEntity, Profile
from purport.resolve.accounts import Account
from purport.resolve.aliases import Member
from purport.resolve.choosing import Compared
from purport.resolving import case_entities, case_profiles, shown, verdicts
from purport.store import Case
from purport.store import ClaimRow as Claimed
from purport.viewing import lines

LABELS = frozenset(Fold(0, 0, what).label for what in FOLDED.values())
STEPS = 3 + len(Section)
"""How often ``gather`` says that it has come further."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The record, and the names asked for by which the case knows nobody."""

    exported: Exported
    unknown: tuple[str, ...]


def gather(case: Case, title: str, asked: Asked = NOBODY, *, unfold: bool = False, advance: Callable[[], None] = lambda: None) -> Gathered:
    """All that a case which has been compared holds, called ``title``, without the names of those ``asked`` for.

    With ``unfold`` calls, threats and offers are shown as everything else is.
    """
    claims = list(case.claims())
    entities, profiles = case_entities(case), case_profiles(case)
    private = find_private(asked, entities, profiles, claims)
    advance()
    with case.derived() as shelf:
        reports = [each.report for each in shelf.texts({place.report for place in case.places()})]
    desk = _Desk(reports, claims, private.labels, unfold=unfold)
    compared = tuple(_comparisons(desk, shown(case, rejected=True), case))
    advance()
    found = []
    for section in Section:
        found += [desk.line(each) for each in lines(case, section)]
        advance()
    named = {each.member: each for each in profiles}
    made = Exported(
        private.labels.hide(title),
        private.note,
        tuple(desk.reports),
        tuple(desk.entity(each, named) for each in entities),
        tuple(_claims(desk, claims, {member: each for each in entities for member in each.members})),
        compared,
        tuple(found),
    )
    advance()
    return Gathered(made, private.unknown)


class _Desk:
    """What words of reports become in the files: with labels for names, and folded where they call for violence."""

    def __init__(self, reports: Iterable[Report], claims: Iterable[Claimed], labels: Labels, *, unfold: bool) -> None:
        ranked = sorted(reports, key=lambda each: (each.path, each.id))
        self._cuts = {each.id: labels.cut(each.text) for each in ranked}
        self._labels = labels
        self._folds: Mapping[str, tuple[Fold, ...]] = {} if unfold else _folds(claims, self._cuts)
        self._unfold = unfold
        paths = _apart([labels.hide_path(each.path) for each in ranked])
        self.reports = [self._report(each, path) for each, path in zip(ranked, paths, strict=True)]
        self._of = {each.id: each for each in self.reports}
        self._ids = {each.path: each.id for each in reversed(ranked)}

    def hide(self, words: str) -> str:
        """Words that stand in no report, with labels."""
        return self._labels.hide(words)

    def maybe(self, words: str | None) -> str | None:
        """The same, of words that can be missing."""
        return None if words is None else self.hide(words)

    def report(self, id_: str) -> ReportRow:
        """A report as the files have it."""
        return self._of[id_]

    def quote(self, report: str, start: int, end: int) -> Quote:
        """The words ``[start, end)`` of a report as it was received, where they stand now."""
        text = self._cuts[report].text
        first, last = self._cuts[report].span(start, end)
        words = text[first:last]
        return Quote(first, last, words, fold_words(words, first, self._folds.get(report, ())))

    def cite(self, report: str, start: int, end: int) -> Cited:
        """The same, with its report."""
        row = self._of[report]
        return Cited(row.path, row.id, row.outlet, row.not_before, row.not_after, self.quote(report, start, end))

    def entity(self, each: CaseEntity, profiles: Mapping[Member, Profile]) -> EntityRow:
        """Somebody or something, with where its names first stand."""
        own = [profiles[member] for member in each.members]
        cited = tuple(self.cite(profile.report, name.start, name.end) for profile in own for name in profile.names)
        names = tuple(dict.fromkeys(map(self.hide, each.names)))
        return EntityRow(each.id, each.type, self.hide(each.name), names, tuple(sorted(cited, key=lambda at: (at.path, at.quote.start))))

    def line(self, each: Line) -> LineRow:
        """A line of a section, with its words."""
        cited = tuple(self.cite(self._ids[at.path], at.start, at.end) for at in each.citations)
        is_folded = not self._unfold and (each.is_folded or (bool(cited) and all(at.quote.shown in LABELS for at in cited)))
        value = self.hide(each.value)
        return LineRow(
            each.section,
            self.hide(each.subject),
            each.field,
            value,
            SOME_CALL if is_folded else self._without_calls(value, cited),
            each.not_before,
            each.not_after,
            each.factuality,
            tuple(map(self.hide, each.by)),
            each.origins,
            tuple(map(self._origin, each.origin_names)),
            cited,
            each.is_folded,
        )

    def _without_calls(self, value: str, cited: Iterable[Cited]) -> str:
        """A value with labels for what is folded of the words that it rests on, where it has these words."""
        for at in cited:
            for fold in touching(self._folds.get(at.report, ()), at.quote.start, at.quote.end):
                value = value.replace(self._cuts[at.report].text[fold.start : fold.end], fold.label)
        return value

    def _origin(self, name: str) -> str:
        """What an origin is called: often it is a report, by its path."""
        return self._of[self._ids[name]].path if name in self._ids else self.hide(name)

    def _report(self, each: Report, path: str) -> ReportRow:
        when = each.published
        return ReportRow(
            each.id,
            path,
            self._labels.keep_url(each.url),
            self._labels.keep_url(each.archive_url),
            self.maybe(each.title),
            self.maybe(each.outlet),
            tuple(self.hide(byline.name) for byline in each.bylines),
            self.maybe(each.dateline.place if each.dateline else None),
            each.language,
            when.not_before,
            when.not_after,
            when.basis,
            each.retrieved,
            each.media_type,
            self._cuts[each.id].text,
        )


def _folds(claims: Iterable[Claimed], cuts: Mapping[str, Cut]) -> dict[str, tuple[Fold, ...]]:
    """What is folded of each report, where it stands now."""
    found: dict[str, list[Fold]] = defaultdict(list)
    for claim in claims:
        if claim.speech_act in FOLDED:
            spans = (cuts[claim.report].span(quote.start, quote.end) for quote in claim.content)
            found[claim.report] += [Fold(*span, FOLDED[claim.speech_act]) for span in spans]
    return {report: merge_folds(folds) for report, folds in found.items()}


def _apart(paths: Sequence[str]) -> list[str]:
    """Paths of which no two are the same: those that have become so by labels are numbered."""
    seen: dict[str, int] = defaultdict(int)
    apart = []
    for path in paths:
        seen[path] += 1
        apart.append(path if seen[path] == 1 else f"{path} ({seen[path]})")
    return apart


def _claims(desk: _Desk, claims: Iterable[Claimed], of: Mapping[Member, CaseEntity]) -> Iterator[ClaimRow]:
    for each in claims:
        row = desk.report(each.report)
        who = of.get((each.report, each.source_entity or ""))
        content = tuple(desk.quote(each.report, quote.start, quote.end) for quote in each.content)
        yield ClaimRow(
            each.claim,
            each.attribution,
            row.path,
            row.id,
            row.outlet,
            row.not_before,
            row.not_after,
            None if each.source is None else desk.quote(each.report, each.source.start, each.source.end),
            each.source_type,
            who.id if who else None,
            desk.hide(who.name) if who else None,
            None if each.cue is None else desk.quote(each.report, each.cue.start, each.cue.end),
            content,
            each.form,
            each.factuality,
            each.negated,
            each.speech_act,
            each.score,
            each.speech_act in FOLDED,
        )


def _comparisons(desk: _Desk, compared: Collection[Compared], case: Case) -> Iterator[ComparisonRow]:
    judged = verdicts(case)
    for each, left, right in compared:
        verdict = judged.get(each.id)
        yield ComparisonRow(
            each.id,
            each.relation,
            each.type,
            desk.maybe(each.condition),
            each.score,
            desk.hide(each.why),
            _side(desk, left, each.left.claim),
            _side(desk, right, each.right.claim),
            verdict.decision if verdict else None,
        )


def _side(desk: _Desk, account: Account, claim: str | None) -> SideRow:
    return SideRow(claim, tuple(desk.cite(account.report, span.start, span.end) for span in account.shown))
