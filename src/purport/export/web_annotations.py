"""Claims as W3C Web Annotations (JSON-LD): one annotation a claim, whose targets are the words of the report that hold it.

Positions are Unicode code points, as the recommendation has them and the record counts; a reader that counts UTF-16 units, as JavaScript
does, goes by the quoted words where a text has characters beyond the first plane. Words that are folded are pointed at and not quoted,
neither as a target nor beside one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as encode

from purport.export.case import ClaimRow, Exported, Quote, ReportRow
from purport.export.objects import claimant, named, write_json
from purport.folds import Fold, merge_folds, touching
from purport.wording import how_sure

NAME = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters quoted on either side: what annotation tools commonly keep."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one collection with one page, the claims in the order of their listing."""
    reports = {each.id: each for each in exported.reports}
    folds = _folds(exported.claims)
    items = [_annotation(each, reports[each.report], folds.get(each.report, ()), exported.note) for each in exported.claims]
    collection = {
        "@context": CONTEXT,
        "id": named("annotations"),
        "type": "AnnotationCollection",
        "label": " | ".join(filter(None, (exported.title, exported.note))),
        "total": len(items),
        "first": {"id": named("annotations", "1"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return [write_json(folder / NAME, collection)]


def _folds(claims: Sequence[ClaimRow]) -> Mapping[str, tuple[Fold, ...]]:
    """What is folded of each report."""
    found: dict[str, list[Fold]] = {}
    for claim in claims:
        if claim.is_folded:
            found.setdefault(claim.report, []).extend(Fold(at.start, at.end, "") for at in claim.content if at.is_folded)
    return {report: merge_folds(each) for report, each in found.items()}


def _annotation(claim: ClaimRow, report: ReportRow, folds: Sequence[Fold], note: str | None) -> dict[str, Any]:
    return {
        "id": named("claim", claim.report, claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(claim)),
        "target": [
            {"type": "SpecificResource", "source": _source(report, note), "selector": list(_selectors(at, report.text, folds))}
            for at in claim.content
        ],
    }


def _bodies(claim: ClaimRow) -> Iterator[dict[str, str]]:
    """Whose claim it is and how sure, as a sentence, and as tags in the record's own words."""
    denied = "; the report says that this was not said" if claim.negated else ""
    yield _body("describing", f"Claimed by {claimant(claim)}: {how_sure(claim.factuality)}{denied}")
    for tag in (claim.factuality, claim.speech_act, claim.source_type):
        yield _body("tagging", str(tag))


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _source(report: ReportRow, note: str | None) -> dict[str, str]:
    """The text that positions count in: a plain file as it was received, or else what the case holds as the text of the report."""
    path = encode(report.path)
    is_as_received = report.media_type == "text/plain" and note is None
    where = {"id": path if is_as_received else named("text", report.id)}
    via = report.url or (None if is_as_received else path)
    return where | ({"via": via} if via else {}) | {"type": "Text", "format": "text/plain"} | _language(report)


def _language(report: ReportRow) -> dict[str, str]:
    return {"language": report.language} if report.language else {}


def _selectors(at: Quote, text: str, folds: Sequence[Fold]) -> Iterator[dict[str, str | int]]:
    if not touching(folds, at.start, at.end):
        before = touching(folds, max(at.start - AROUND, 0), at.start)
        after = touching(folds, at.end, at.end + AROUND)
        first = max([at.start - AROUND, 0, *(fold.end for fold in before)])
        last = min([at.end + AROUND, *(fold.start for fold in after)])
        yield {"type": "TextQuoteSelector", "exact": at.words, "prefix": text[first : at.start], "suffix": text[at.end : last]}
    yield {"type": "TextPositionSelector", "start": at.start, "end": at.end}
