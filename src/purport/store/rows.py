"""An analysis as rows of its tables.

A pure function of the record: derived columns (words, digests, what is searched) are computed here and nowhere else, so ``verify``
can derive them again and compare.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Table

from purport.folding import fold
from purport.records import Analysis, Attribution, Claim, MentionForm, Span
from purport.store import tables
from purport.wire import dumps

Row = dict[str, Any]

GAP = " … "
"""Stands between the parts of a discontinuous content where it is shown as one."""

AROUND = 400
"""Characters of a sentence kept as context on either side of an attribution; a sentence lost in one endless line stays small.
Sentences of news have about 130 characters, so it cuts none that is one."""


def rows(analysis: Analysis, reader: str) -> Iterator[tuple[Table, list[Row]]]:
    """Each table's rows, those referred to first; the original bytes excepted."""
    yield tables.reports, [_report(analysis, reader)]
    for table in tables.LAYERS:
        yield table, [{"report": analysis.report.id} | row for row in _LAYERS[table](analysis)]


def fields(record: object) -> Row:
    """A record's fields by name, closed sets as their words."""
    row: Row = msgspec.to_builtins(record)
    return row


def record_digest(analysis: Analysis) -> str:
    """The digest of the whole record, as ``purport read --json`` prints it."""
    return sha256(dumps(analysis).encode("utf-8")).hexdigest()


def text_digest(text: str) -> str:
    """The digest of a report's text in UTF-8."""
    return sha256(text.encode("utf-8")).hexdigest()


def _report(analysis: Analysis, reader: str) -> Row:
    report = analysis.report
    row = fields(report)
    published, dateline = row.pop("published"), row.pop("dateline") or {}
    del row["bylines"]
    return row | {
        "dateline_place": dateline.get("place"),
        "dateline_start": dateline.get("start"),
        "dateline_end": dateline.get("end"),
        "published_not_before": published["not_before"],
        "published_not_after": published["not_after"],
        "published_basis": published["basis"],
        "published_candidates": dumps(report.published.candidates),
        "published_reasons": dumps(report.published.reasons),
        "text_sha256": text_digest(report.text),
        "schema": analysis.schema,
        "reader": reader,
        "record_sha256": record_digest(analysis),
    }


def _numbered(records: Iterable[object]) -> Iterator[Row]:
    """Flat records in their order."""
    return ({"number": number} | fields(record) for number, record in enumerate(records))


def _with_words(rows: Iterable[Row], text: str) -> Iterator[Row]:
    return (row | {"words": text[row["start"] : row["end"]]} for row in rows)


def _spans(owner: str, id_: str, spans: Iterable[Span], text: str) -> Iterator[Row]:
    return ({owner: id_} | row for row in _with_words(_numbered(spans), text))


def _named(owner: str, id_: str, column: str, names: Iterable[str]) -> Iterator[Row]:
    return ({owner: id_, "number": number, column: name} for number, name in enumerate(names))


def _part(part: str, span: Span | None, text: str) -> Row:
    """A span that may be missing, as ``part_start``, ``part_end`` and ``part_words``."""
    if span is None:
        return {f"{part}_start": None, f"{part}_end": None, f"{part}_words": None}
    return {f"{part}_start": span.start, f"{part}_end": span.end, f"{part}_words": span.words(text)}


def _days(part: str, fields: Row | None) -> Row:
    """An interval that may be missing, as ``part_not_before`` and ``part_not_after``."""
    return {f"{part}_{end}": (fields or {}).get(end) for end in ("not_before", "not_after")}


def _events(analysis: Analysis) -> Iterator[Row]:
    for row in _with_words(_numbered(analysis.events), analysis.report.text):
        del row["participants"]
        yield row


def _participants(analysis: Analysis) -> Iterator[Row]:
    for event in analysis.events:
        yield from ({"event": event.id} | row for row in _numbered(event.participants))


def _attributions(analysis: Analysis) -> Iterator[Row]:
    text = analysis.report.text
    for row, attribution in zip(_numbered(analysis.attributions), analysis.attributions, strict=True):
        said = row.pop("said")
        del row["source"], row["cue"], row["content"], row["events"]
        row |= _part("source", attribution.source, text) | _part("cue", attribution.cue, text) | _days("said", said)
        yield row | {"said": said is not None, "said_timex": said and said["timex"]}


def _source_names(analysis: Analysis) -> Iterator[Row]:
    text = analysis.report.text
    names: dict[str | None, dict[str, None]] = {}
    for mention in analysis.mentions:
        if mention.entity is not None and mention.form is not MentionForm.PRONOUN:
            names.setdefault(mention.entity, {})[fold(text[mention.start : mention.end])] = None
    for attribution in analysis.attributions:
        own = [fold(attribution.source.words(text))] if attribution.source else []
        known = dict.fromkeys([*own, *names.get(attribution.source_entity, ())])
        yield from _named("attribution", attribution.id, "name", known)


def _claims(analysis: Analysis) -> Iterator[Row]:
    text = analysis.report.text
    held = {attribution.id: attribution for attribution in analysis.attributions}
    context = _around(analysis)
    for number, claim in enumerate(analysis.claims):
        yield {
            "id": claim.id,
            "number": number,
            "attribution": claim.attribution,
            "start": min((span.start for span in claim.content), default=0),
            "end": max((span.end for span in claim.content), default=0),
            "content": GAP.join(span.words(text) for span in claim.content),
            "context": context(claim, held.get(claim.attribution or "")),
            "factuality": claim.factuality.value,
        }


def _around(analysis: Analysis) -> Callable[[Claim, Attribution | None], str]:
    """The words of a claim and its attribution from first to last, out to the ends of their sentences (which are in text order)."""
    text, sentences = analysis.report.text, analysis.sentences
    starts = [sentence.start for sentence in sentences]

    def around(claim: Claim, attribution: Attribution | None) -> str:
        parts = (*claim.content, *((attribution.source, attribution.cue) if attribution else ()))
        whole = [part for part in parts if part is not None]
        start, end = min((part.start for part in whole), default=0), max((part.end for part in whole), default=0)
        near = sentences[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]
        touched = [sentence for sentence in near if start < sentence.end]
        first, last = (min(start, touched[0].start), max(end, touched[-1].end)) if touched else (start, end)
        return text[max(first, start - AROUND) : min(last, end + AROUND)]

    return around


def _recordings(analysis: Analysis) -> Iterator[Row]:
    text = analysis.report.text
    for row, recording in zip(_with_words(_numbered(analysis.recordings), text), analysis.recordings, strict=True):
        row |= _part("hedge", recording.hedge, text) | _days("released", row.pop("released")) | _days("recorded", row.pop("recorded"))
        del row["hedge"], row["mentions"], row["omits"]
        yield row | {"recorded_reasons": dumps(recording.recorded.reasons)}


def _recording_spans(analysis: Analysis) -> Iterator[Row]:
    for recording in analysis.recordings:
        spans = _spans("recording", recording.id, recording.mentions + recording.omits, analysis.report.text)
        kinds = ["mentions"] * len(recording.mentions) + ["omits"] * len(recording.omits)
        yield from (row | {"kind": kind} for row, kind in zip(spans, kinds, strict=True))


def _content(owner: str, layer: str) -> Callable[[Analysis], Iterator[Row]]:
    """Rows of the content spans that the items of ``layer`` hold."""
    return lambda analysis: (row for item in getattr(analysis, layer) for row in _spans(owner, item.id, item.content, analysis.report.text))


def _links(owner: str, layer: str, column: str, field: str) -> Callable[[Analysis], Iterator[Row]]:
    """Rows of the ids in ``field`` that the items of ``layer`` hold."""
    return lambda analysis: (row for item in getattr(analysis, layer) for row in _named(owner, item.id, column, getattr(item, field)))


def _worded(layer: str) -> Callable[[Analysis], Iterator[Row]]:
    """Rows of a layer of flat records, with their words."""
    return lambda analysis: _with_words(_numbered(getattr(analysis, layer)), analysis.report.text)


_LAYERS: dict[Table, Callable[[Analysis], Iterator[Row]]] = {
    tables.bylines: lambda analysis: _numbered(analysis.report.bylines),
    tables.furniture: lambda analysis: _numbered(analysis.furniture),
    tables.sentences: lambda analysis: _numbered(analysis.sentences),
    tables.mentions: _worded("mentions"),
    tables.timexes: _worded("timexes"),
    tables.quantities: _worded("quantities"),
    tables.events: _events,
    tables.participants: _participants,
    tables.attributions: _attributions,
    tables.attribution_content: _content("attribution", "attributions"),
    tables.attribution_events: _links("attribution", "attributions", "event", "events"),
    tables.source_names: _source_names,
    tables.claims: _claims,
    tables.claim_content: _content("claim", "claims"),
    tables.claim_events: _links("claim", "claims", "event", "events"),
    tables.claim_quantities: _links("claim", "claims", "quantity", "quantities"),
    tables.recordings: _recordings,
    tables.recording_spans: _recording_spans,
}
