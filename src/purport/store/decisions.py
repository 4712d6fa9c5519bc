"""What comes after reading: comparisons of claims, and people's judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, insert, or_, select

from purport.records import Comparison, Judgement, Relation
from purport.store.database import batched
from purport.store.load import plain
from purport.store.rows import Row, fields
from purport.store.tables import comparison_content, comparisons, judgements

_PAGE = 500
_SIDES = ("left", "right")


def add_judgement(connection: Connection, judgement: Judgement) -> None:
    """Append a judgement. None is ever changed: another decision is another judgement."""
    connection.execute(insert(judgements), fields(judgement))


def list_judgements(connection: Connection, target: str | None) -> Iterator[Judgement]:
    """Judgements on ``target``, or all, in the order in which they were made."""
    query = select(judgements).order_by(judgements.c.made, judgements.c.id)
    if target is not None:
        query = query.where(judgements.c.target == target)
    for row in plain(judgements, connection.execution_options(yield_per=_PAGE).execute(query)):
        yield msgspec.convert(row, Judgement)


def add_comparisons(connection: Connection, added: Iterable[Comparison]) -> None:
    """Add comparisons, each in place of one with the same id."""
    by_id = {comparison.id: comparison for comparison in added}
    ids = list(by_id)
    for first in range(0, len(ids), _PAGE):
        page = ids[first : first + _PAGE]
        connection.execute(delete(comparison_content).where(comparison_content.c.comparison.in_(page)))
        connection.execute(delete(comparisons).where(comparisons.c.id.in_(page)))
        connection.execute(insert(comparisons), [_row(by_id[id_]) for id_ in page])
        if content := [row for id_ in page for row in _content_rows(by_id[id_])]:
            connection.execute(insert(comparison_content), content)


def clear_comparisons(connection: Connection) -> None:
    """Take out every comparison: they are derived, and can be derived again."""
    connection.execute(delete(comparison_content))
    connection.execute(delete(comparisons))


def list_comparisons(connection: Connection, relation: Relation | None, touching: Collection[str] | None = None) -> Iterator[Comparison]:
    """Comparisons of one relation, or all, by the paths of left and right; ``touching`` some reports alone where these are given."""
    query = select(comparisons).order_by(comparisons.c.left_path, comparisons.c.right_path, comparisons.c.id)
    if relation is not None:
        query = query.where(comparisons.c.relation == relation.value)
    if touching is None:
        yield from _listed(connection, query)
        return
    sides = (comparisons.c.left_report, comparisons.c.right_report)
    pages = list(batched(sorted(set(touching))))
    found = {each.id: each for page in pages for side in sides for each in _listed(connection, query.where(side.in_(page)))}
    yield from sorted(found.values(), key=lambda each: (each.left.path, each.right.path, each.id))


def _listed(connection: Connection, query: Select[Any]) -> Iterator[Comparison]:
    for page in connection.execution_options(yield_per=_PAGE).execute(query).partitions():
        content = _content(connection, [row.id for row in page])
        for row in plain(comparisons, page):
            yield _comparison(row, content)


def comparisons_of(connection: Connection, report: str, claim: str) -> list[Comparison]:
    """The comparisons of which a claim is a side, by the paths of left and right."""
    own = ((comparisons.c[f"{side}_report"] == report) & (comparisons.c[f"{side}_claim"] == claim) for side in _SIDES)
    order = (comparisons.c.left_path, comparisons.c.right_path, comparisons.c.id)
    rows = list(plain(comparisons, connection.execute(select(comparisons).where(or_(*own)).order_by(*order))))
    content = _content(connection, [row["id"] for row in rows])
    return [_comparison(row, content) for row in rows]


def find_comparison(connection: Connection, id_: str) -> Comparison | None:
    """The comparison that has an id."""
    row = next(iter(plain(comparisons, connection.execute(select(comparisons).where(comparisons.c.id == id_)))), None)
    return None if row is None else _comparison(row, _content(connection, [id_]))


def _row(comparison: Comparison) -> Row:
    row = fields(comparison)
    for side in _SIDES:
        part = row.pop(side)
        row |= {f"{side}_{name}": part[name] for name in ("path", "report", "claim")}
    return row


def _content_rows(comparison: Comparison) -> Iterator[Row]:
    for side, part in zip(_SIDES, (comparison.left, comparison.right), strict=True):
        for number, span in enumerate(part.content):
            yield {"comparison": comparison.id, "side": side, "number": number, "start": span.start, "end": span.end}


Content = dict[tuple[str, str], list[dict[str, Any]]]


def _content(connection: Connection, ids: list[str]) -> Content:
    content: Content = defaultdict(list)
    wanted = select(comparison_content).where(comparison_content.c.comparison.in_(ids)).order_by(comparison_content.c.number)
    for row in connection.execute(wanted):
        content[row.comparison, row.side].append({"start": row.start, "end": row.end})
    return content


def _comparison(row: Row, content: Content) -> Comparison:
    sides = {
        side: {name: row[f"{side}_{name}"] for name in ("path", "report", "claim")} | {"content": content[row["id"], side]}
        for side in _SIDES
    }
    return msgspec.convert(row | sides, Comparison)
