"""Claims: who claims what, narrowed down by words, sources, certainty, outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from purport.folds import FOLDED, Fold, fold_plainly
from purport.listings.calls import find_calls
from purport.records import Factuality, SourceType, SpeechAct
from purport.store import ClaimCount, ClaimQuery, ClaimRow
from purport.web.desk import Desk
from purport.web.pages.reports import every_report
from purport.web.paging import SIZE, Part, part_of
from purport.wording import HOW_SURE, kind_of_source

Names = Mapping[tuple[str, str], tuple[str, str]]
"""Which entity of the case one of a report is, and what that is called."""
OUTLETS = 12
"""Outlets that can be chosen with one press: those with most claims."""


@dataclass(frozen=True, slots=True)
class ClaimsAsked:
    """Which claims: every condition given holds. ``text`` is looked for in the claim, its source and the sentences around it,
    ``about`` in what is claimed alone, ``source`` in all names that the source goes by in its report; ``path`` is a report's.
    """  # noqa: D205

    text: str = ""
    about: str = ""
    source: str = ""
    source_type: SourceType | None = None
    factuality: Factuality | None = None
    speech_act: SpeechAct | None = None
    outlet: str = ""
    path: str = ""
    part: int = 1
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which the claims found can be narrowed down, and how many have it."""

    value: str
    called: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A field, and its values among the claims found."""

    field: str
    called: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim as a line; ``source_name`` is who its source is in the case, ``shown`` are the words of its content as a page shows them.

    ``fold`` is what these are where they are not shown at all.
    """

    row: ClaimRow
    shown: tuple[str, ...]
    source_id: str | None
    source_name: str | None
    title: str | None
    fold: str | None


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """A part of the claims found, and what they can be narrowed down by; ``by`` is who the source asked for is, where that is an id."""

    asked: ClaimsAsked
    part: Part
    facets: tuple[Facet, ...]
    claims: tuple[ClaimLine, ...]
    by: str | None


def claims(desk: Desk, asked: ClaimsAsked) -> ClaimsPage:
    """The claims that have all that is asked for."""
    return desk.held(("claims", asked), lambda: _claims(desk, asked))


def _claims(desk: Desk, asked: ClaimsAsked) -> ClaimsPage:
    query = _query(asked)
    counts = desk.held(("claim counts", query), lambda: tuple(desk.case.count_claims(query)))
    part = part_of(sum(each.claims for each in counts), asked.part)
    rows = list(desk.case.claims(_query(asked, part)))
    with desk.case.derived() as shelf:
        by = shelf.called({asked.source}).get(asked.source)
    return ClaimsPage(asked, part, _facets(counts), lines(desk, rows, unfold=asked.unfold), by)


def lines(desk: Desk, rows: Iterable[ClaimRow], *, unfold: bool = False) -> tuple[ClaimLine, ...]:
    """Claims as lines, their words folded where they call for violence."""
    found = list(rows)
    with desk.case.derived() as shelf:
        names = shelf.names_in({row.report for row in found})
    folds = {} if unfold else find_calls(desk.case, {row.report for row in found})
    titles = desk.held("titles", lambda: {each.report: each.title for each in every_report(desk)})
    return tuple(_line(row, names, titles, folds.get(row.report, ())) for row in found)


def _line(row: ClaimRow, names: Names, titles: Mapping[str, str | None], folds: Sequence[Fold]) -> ClaimLine:
    id_, name = names.get((row.report, row.source_entity or ""), (None, None))
    shown = tuple(fold_plainly(quote.words, quote.start, folds) for quote in row.content)
    return ClaimLine(row, shown, id_, name, titles.get(row.report), FOLDED.get(row.speech_act) if folds else None)


def _query(asked: ClaimsAsked, part: Part | None = None) -> ClaimQuery:
    return ClaimQuery(
        asked.source or None,
        asked.source_type,
        asked.factuality,
        asked.about or None,
        asked.text or None,
        asked.outlet or None,
        asked.path or None,
        asked.speech_act,
        SIZE if part else None,
        part.first if part else 0,
    )


def _facets(counts: Iterable[ClaimCount]) -> tuple[Facet, ...]:
    sure, kinds, acts, outlets = Counter[Factuality](), Counter[SourceType](), Counter[SpeechAct](), Counter[str]()
    for each in counts:
        sure[each.factuality] += each.claims
        kinds[each.source_type] += each.claims
        acts[each.speech_act] += each.claims
        if each.outlet:
            outlets[each.outlet] += each.claims
    most = sorted(outlets.items(), key=lambda one: (-one[1], one[0]))[:OUTLETS]
    return (
        Facet("factuality", "How sure the source is", tuple(Choice(each, HOW_SURE[each], sure[each]) for each in Factuality if sure[each])),
        Facet("source_type", "Who says it", tuple(Choice(each, kind_of_source(each), kinds[each]) for each in SourceType if kinds[each])),
        Facet("speech_act", "What saying it does", tuple(Choice(each, each.value, acts[each]) for each in SpeechAct if acts[each])),
        Facet("outlet", "Outlet", tuple(Choice(name, name, number) for name, number in most)),
    )
