"""Reports as lines of a listing: where each is from, when it came out, and how much it claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from purport.records import Basis
from purport.store.tables import claims, reports


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report without its text; the days are those within which it came out, ``claims`` is how many it has."""

    report: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    not_before: str | None
    not_after: str | None
    basis: Basis
    retrieved: str | None
    media_type: str
    claims: int


def list_reports(connection: Connection) -> Iterator[ReportRow]:
    """Every report, by path and id."""
    found = reports.c
    counted = select(claims.c.report, func.count().label("claims")).group_by(claims.c.report).subquery()
    columns = (
        found.id,
        found.path,
        found.title,
        found.outlet,
        found.url,
        found.published_not_before,
        found.published_not_after,
        found.published_basis,
        found.retrieved,
        found.media_type,
        func.coalesce(counted.c.claims, 0),
    )
    wanted = select(*columns).outerjoin_from(reports, counted, counted.c.report == found.id).order_by(found.path, found.id)
    for row in connection.execute(wanted):
        id_, path, title, outlet, url, first, last, basis, retrieved, media_type, number = row
        yield ReportRow(id_, path, title, outlet, url, first, last, Basis(basis), retrieved, media_type, number)
