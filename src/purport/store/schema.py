"""The schema as ordered steps; a case knows how many it has taken.

Each step runs in a transaction of its own with the version it leads to, so a case that was cut off between two goes on from there.
A step brings about a state whatever stands already: the first makes the tables as they are today, so a later step that adds a
column asks first whether it is there. Steps are only ever appended.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, insert, inspect, select

from purport.errors import StoreError
from purport.store import search, tables, views

Step = Callable[[Connection], None]


def record_tables(connection: Connection) -> None:
    """Tables for every layer of the record."""
    tables.metadata.create_all(connection)


def full_text(connection: Connection) -> None:
    """The full-text index of claims."""
    search.create(connection)


def resolving_tables(connection: Connection) -> None:
    """Tables for what reports are compared by and what comes of it."""
    tables.metadata.create_all(connection)


def tie_table(connection: Connection) -> None:
    """The table of events that tell of one happening."""
    tables.metadata.create_all(connection)


def readable_views(connection: Connection) -> None:
    """Views for those who open the case in a browser of databases."""
    views.create(connection)


def sound_tables(connection: Connection) -> None:
    """Tables for the files of recordings and what is found in them."""
    tables.metadata.create_all(connection)


STEPS: tuple[Step, ...] = (record_tables, full_text, resolving_tables, tie_table, readable_views, sound_tables)

VERSION = len(STEPS)
"""The schema this Purport reads and writes."""


def version(connection: Connection) -> int | None:
    """How many steps the case has taken; ``None`` where there is no case."""
    inspector = inspect(connection)
    names = [column["name"] for column in inspector.get_columns("meta")] if inspector.has_table("meta") else []
    if names != ["name", "value"]:
        return None
    value = connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == "schema")).scalar()
    return int(value) if value is not None and value.isdecimal() else None


def step(connection: Connection, address: str, steps: Sequence[Step] = STEPS) -> int:
    """Take the next step of a case, inside the caller's transaction; how many it has taken then.

    Safe beside another that opens the same case: what is left to do is asked in the transaction that does it. ``StoreError`` where
    a newer Purport has taken more steps than there are.
    """
    taken = version(connection) or 0
    if taken > len(steps):
        raise StoreError(f"{address}: schema {len(steps)} or older expected, the case has {taken}; a newer Purport made it")
    if taken < len(steps):
        steps[taken](connection)
        connection.execute(delete(tables.meta).where(tables.meta.c.name == "schema"))
        connection.execute(insert(tables.meta), {"name": "schema", "value": str(taken + 1)})
    return min(taken + 1, len(steps))
