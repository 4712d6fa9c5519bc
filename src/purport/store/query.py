"""Claims by who makes them, how surely, about what and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, literal, or_, select, tuple_

from purport.folding import fold
from purport.records import Basis, Factuality, Form, SourceType, SpeechAct
from purport.store import search
from purport.store.database import batched
from purport.store.tables import attributions, claim_content, claims, entities, reports, source_names

_PAGE = 500
"""Claims fetched at a time."""


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims: every filter given must hold.

    ``source`` is part of a name the source goes by in its report, or the id of its entity there or in the case; ``outlet`` is part of the
    outlet's name; case and accents do not matter. ``about`` asks for words in the content, ``text`` for words in it, its source, its cue
    or their sentences (``store.terms`` says how). ``path`` is a report's, whole.
    """

    source: str | None = None
    source_type: SourceType | None = None
    factuality: Factuality | None = None
    about: str | None = None
    text: str | None = None
    outlet: str | None = None
    path: str | None = None
    speech_act: SpeechAct | None = None
    limit: int | None = None
    offset: int = 0


EVERY_CLAIM = ClaimQuery()


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a span."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a line of a listing.

    A flat statement has no ``attribution``, source, cue, ``form`` or ``score``; it is the outlet's own. ``not_before``,
    ``not_after`` and ``basis`` are of the report's publication.
    """

    claim: str
    attribution: str | None
    path: str
    report: str
    outlet: str | None
    not_before: str | None
    not_after: str | None
    basis: Basis
    source: Quote | None
    source_type: SourceType
    source_entity: str | None
    cue: Quote | None
    content: tuple[Quote, ...]
    form: Form | None
    factuality: Factuality
    negated: bool
    speech_act: SpeechAct
    score: float | None


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """Characters ``[start, end)`` of a report that a claim holds, and what kind of speech it is."""

    report: str
    start: int
    end: int
    speech_act: SpeechAct


_source_type = func.coalesce(attributions.c.source_type, literal(SourceType.OUTLET.value))
_speech_act = func.coalesce(attributions.c.speech_act, literal(SpeechAct.STATEMENT.value))

_COLUMNS = (
    claims.c.id,
    claims.c.report,
    claims.c.attribution,
    claims.c.factuality,
    reports.c.path,
    reports.c.outlet,
    reports.c.published_not_before,
    reports.c.published_not_after,
    reports.c.published_basis,
    attributions.c.source_start,
    attributions.c.source_end,
    attributions.c.source_words,
    _source_type.label("source_type"),
    attributions.c.source_entity,
    attributions.c.cue_start,
    attributions.c.cue_end,
    attributions.c.cue_words,
    attributions.c.form,
    attributions.c.negated,
    attributions.c.speech_act,
    attributions.c.score,
)


def find_claims(connection: Connection, query: ClaimQuery) -> Iterator[ClaimRow]:
    """The claims asked for, by path of their report and place in it."""
    found = connection.execution_options(yield_per=_PAGE).execute(_select(connection, query))
    for page in found.partitions():
        content = _content(connection, page)
        for row in page:
            yield _claim(row, tuple(content[row.report, row.id]))


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """How many of the claims asked for are of one outlet, source type, certainty and speech act."""

    outlet: str | None
    source_type: SourceType
    factuality: Factuality
    speech_act: SpeechAct
    claims: int


def count_claims(connection: Connection, query: ClaimQuery) -> Iterator[ClaimCount]:
    """How many claims there are of those asked for, apart by what a person narrows a listing down by."""
    held = and_(attributions.c.report == claims.c.report, attributions.c.id == claims.c.attribution)
    joined = claims.join(reports, reports.c.id == claims.c.report).outerjoin(attributions, held)
    parts = (reports.c.outlet, _source_type, claims.c.factuality, _speech_act)
    counted = select(*parts, func.count()).select_from(joined).where(*_conditions(connection, query)).group_by(*parts)
    for outlet, kind, sure, act, number in connection.execute(counted):
        yield ClaimCount(outlet, SourceType(kind), Factuality(sure), SpeechAct(act), number)


def find_spoken(connection: Connection, reports: Collection[str], acts: Collection[SpeechAct]) -> Iterator[SpokenRow]:
    """The words of the claims of some reports that are speech of some kinds, by report and place."""
    held = and_(attributions.c.report == claims.c.report, attributions.c.id == claims.c.attribution)
    words = and_(claim_content.c.report == claims.c.report, claim_content.c.claim == claims.c.id)
    joined = attributions.join(claims, held).join(claim_content, words)
    columns = (claim_content.c.report, claim_content.c.start, claim_content.c.end, attributions.c.speech_act)
    whole = select(*columns).select_from(joined).where(attributions.c.speech_act.in_([act.value for act in acts]))
    for page in batched(sorted(set(reports))):
        wanted = whole.where(attributions.c.report.in_(page)).order_by(*columns[:3])
        for row in connection.execute(wanted):
            yield SpokenRow(row.report, row.start, row.end, SpeechAct(row.speech_act))


def _select(connection: Connection, query: ClaimQuery) -> Select[Any]:
    held = and_(attributions.c.report == claims.c.report, attributions.c.id == claims.c.attribution)
    joined = claims.join(reports, reports.c.id == claims.c.report).outerjoin(attributions, held)
    selected = select(*_COLUMNS).select_from(joined).where(*_conditions(connection, query))
    ordered = selected.order_by(reports.c.path, reports.c.id, claims.c.start, claims.c.number)
    return ordered.limit(query.limit).offset(query.offset or None)


def _conditions(connection: Connection, query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    dialect = connection.dialect.name
    if query.source is not None:
        yield _source(connection, query.source)
    if query.source_type is not None:
        yield _source_type == query.source_type.value
    if query.factuality is not None:
        yield claims.c.factuality == query.factuality.value
    if query.about is not None:
        yield search.matches(dialect, "content", query.about)
    if query.text is not None:
        yield search.matches(dialect, "context", query.text)
    if query.outlet is not None:
        yield reports.c.outlet.in_(_outlets(connection, query.outlet))
    if query.path is not None:
        yield reports.c.path == query.path
    if query.speech_act is not None:
        yield _speech_act == query.speech_act.value


def _source(connection: Connection, asked: str) -> ColumnElement[bool]:
    """Whose source is asked for: an entity of the case by its id, one of a report by its own, or anybody by part of a name."""
    members = select(entities.c.report, entities.c.entity).where(entities.c.id == asked)
    if connection.execute(members.limit(1)).first() is not None:
        there = claims.c.report.in_(select(entities.c.report).where(entities.c.id == asked))
        return and_(there, tuple_(attributions.c.report, attributions.c.source_entity).in_(members))
    named = (
        select(source_names.c.report)
        .where(source_names.c.report == claims.c.report, source_names.c.attribution == claims.c.attribution)
        .where(source_names.c.name.contains(fold(asked), autoescape=True))
    )
    return or_(named.exists(), attributions.c.source_entity == asked)


def _outlets(connection: Connection, asked: str) -> list[str]:
    """The outlets meant: there are few, and no database folds letters as another does."""
    return [outlet for outlet in connection.scalars(select(reports.c.outlet).distinct()) if outlet and fold(asked) in fold(outlet)]


def _content(connection: Connection, page: Sequence[Row[Any]]) -> dict[tuple[str, str], list[Quote]]:
    wanted = select(claim_content).where(
        claim_content.c.report.in_({row.report for row in page}), claim_content.c.claim.in_([row.id for row in page])
    )
    content: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for row in connection.execute(wanted.order_by(claim_content.c.number)):
        content[row.report, row.claim].append(Quote(row.start, row.end, row.words))
    return content


def _claim(row: Row[Any], content: tuple[Quote, ...]) -> ClaimRow:
    return ClaimRow(
        claim=row.id,
        attribution=row.attribution,
        path=row.path,
        report=row.report,
        outlet=row.outlet,
        not_before=row.published_not_before,
        not_after=row.published_not_after,
        basis=Basis(row.published_basis),
        source=_quote(row.source_start, row.source_end, row.source_words),
        source_type=SourceType(row.source_type),
        source_entity=row.source_entity,
        cue=_quote(row.cue_start, row.cue_end, row.cue_words),
        content=content,
        form=None if row.form is None else Form(row.form),
        factuality=Factuality(row.factuality),
        negated=bool(row.negated),
        speech_act=SpeechAct.STATEMENT if row.speech_act is None else SpeechAct(row.speech_act),
        score=row.score,
    )


def _quote(start: int | None, end: int | None, words: str | None) -> Quote | None:
    return None if start is None or end is None or words is None else Quote(start, end, words)
