"""Rows back into records: what is read is equal to what was added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from purport.records import Analysis
from purport.store import tables
from purport.store.rows import Row

Rows = Sequence[Row]

_PAGE = 50
"""Reports read at a time: about 20,000 rows, and one query a table for all of them."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The rows of one report, by table; each layer in its order."""

    report: Row
    layers: Mapping[Table, Rows]


def stored(connection: Connection, ids: Sequence[str], wanted: Sequence[Table] = tables.LAYERS) -> Iterator[Stored]:
    """The rows of each report, in the order of ``ids``; those that are not in the case are left out, and layers not wanted are empty."""
    heads = {row["id"]: row for row in _rows(connection, tables.reports, tables.reports.c.id.in_(ids))}
    layers: dict[str, dict[Table, list[Row]]] = {id_: {table: [] for table in tables.LAYERS} for id_ in heads}
    for table in wanted:
        for row in _rows(connection, table, table.c.report.in_(heads)):
            layers[row["report"]][table].append(row)
    return (Stored(heads[id_], layers[id_]) for id_ in ids if id_ in heads)


def every_stored(connection: Connection, wanted: Sequence[str] | None = None) -> Iterator[Stored]:
    """The rows of some reports, or of every one by path and id; a page of reports in memory at a time."""
    every = select(tables.reports.c.id).order_by(tables.reports.c.path, tables.reports.c.id)
    ids = connection.execute(every).scalars().all() if wanted is None else wanted
    for first in range(0, len(ids), _PAGE):
        yield from stored(connection, ids[first : first + _PAGE])


def analysis(rows: Stored) -> Analysis:
    """The record the rows stand for; ``msgspec.MsgspecError`` where they stand for none."""
    report, layers = rows.report, rows.layers
    return msgspec.convert(
        {
            "schema": report["schema"],
            "report": _report(report, layers[tables.bylines]),
            "furniture": layers[tables.furniture],
            "sentences": layers[tables.sentences],
            "mentions": layers[tables.mentions],
            "timexes": layers[tables.timexes],
            "quantities": layers[tables.quantities],
            "events": _events(layers),
            "attributions": _attributions(layers),
            "claims": _claims(layers),
            "recordings": _recordings(layers),
        },
        Analysis,
    )


def plain(table: Table, selected: Iterable[Sequence[Any]]) -> Iterator[Row]:
    """Whole rows of a table by the names of its columns: as plain strings, which is what ``msgspec`` takes."""
    names = [str(column.name) for column in table.columns]
    return (dict(zip(names, row, strict=True)) for row in selected)


def _rows(connection: Connection, table: Table, where: ColumnElement[bool]) -> Iterable[Row]:
    order = [table.c[name] for name in ("report", "number") if name in table.c]
    return plain(table, connection.execute(select(table).where(where).order_by(*order)))


def _span(row: Row, part: str) -> Row | None:
    start = row[f"{part}_start"]
    return None if start is None else {"start": start, "end": row[f"{part}_end"]}


def _days(row: Row, part: str) -> Row:
    return {"not_before": row[f"{part}_not_before"], "not_after": row[f"{part}_not_after"]}


def _of(rows: Rows, owner: str) -> Mapping[str, Rows]:
    """Rows by the item they belong to, in order."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[owner]].append(row)
    return groups


def _named(rows: Rows, column: str) -> list[str]:
    return [row[column] for row in rows]


def _json(text: str) -> object:
    return msgspec.json.decode(text)


def _report(row: Row, bylines: Rows) -> Row:
    place = row["dateline_place"]
    return row | {
        "bylines": bylines,
        "dateline": None if place is None else {"place": place, "start": row["dateline_start"], "end": row["dateline_end"]},
        "published": _days(row, "published")
        | {
            "basis": row["published_basis"],
            "candidates": _json(row["published_candidates"]),
            "reasons": _json(row["published_reasons"]),
        },
    }


def _events(layers: Mapping[Table, Rows]) -> list[Row]:
    participants = _of(layers[tables.participants], "event")
    return [row | {"participants": participants.get(row["id"], ())} for row in layers[tables.events]]


def _attributions(layers: Mapping[Table, Rows]) -> list[Row]:
    content = _of(layers[tables.attribution_content], "attribution")
    events = _of(layers[tables.attribution_events], "attribution")
    return [
        row
        | {
            "source": _span(row, "source"),
            "cue": _span(row, "cue"),
            "content": content.get(row["id"], ()),
            "said": {"timex": row["said_timex"]} | _days(row, "said") if row["said"] else None,
            "events": _named(events.get(row["id"], ()), "event"),
        }
        for row in layers[tables.attributions]
    ]


def _claims(layers: Mapping[Table, Rows]) -> list[Row]:
    content = _of(layers[tables.claim_content], "claim")
    events = _of(layers[tables.claim_events], "claim")
    quantities = _of(layers[tables.claim_quantities], "claim")
    return [
        row
        | {
            "content": content.get(row["id"], ()),
            "events": _named(events.get(row["id"], ()), "event"),
            "quantities": _named(quantities.get(row["id"], ()), "quantity"),
        }
        for row in layers[tables.claims]
    ]


def _recordings(layers: Mapping[Table, Rows]) -> list[Row]:
    spans = _of(layers[tables.recording_spans], "recording")
    return [
        row
        | {
            "hedge": _span(row, "hedge"),
            "released": _days(row, "released"),
            "recorded": _days(row, "recorded") | {"reasons": _json(row["recorded_reasons"])},
        }
        | {kind: [span for span in spans.get(row["id"], ()) if span["kind"] == kind] for kind in ("mentions", "omits")}
        for row in layers[tables.recordings]
    ]
