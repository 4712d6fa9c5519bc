"""How much a case holds, for a line of summary."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import Connection, func, select

from purport.store.tables import metadata


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of the tables that people ask about."""

    reports: int
    originals: int
    mentions: int
    timexes: int
    quantities: int
    events: int
    attributions: int
    claims: int
    recordings: int
    comparisons: int
    judgements: int
    failures: int


def count(connection: Connection) -> Counts:
    """Count them all in one query."""
    names = [field.name for field in fields(Counts)]
    sizes = [select(func.count()).select_from(metadata.tables[name]).scalar_subquery().label(name) for name in names]
    return Counts(**connection.execute(select(*sizes)).mappings().one())
