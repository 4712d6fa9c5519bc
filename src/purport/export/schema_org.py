"""Claims as schema.org has them (JSON-LD): who claims what, and in which article it appears.

No ``ClaimReview`` and no rating: Purport gives no verdict. A call, a threat, a promise or a question is no claim of fact, nor is what
somebody is said not to have said; these are left out. ``creditText`` are the words for the source, ``author`` stands where they name
somebody, and ``description`` says how sure the source is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from purport.export.case import ClaimRow, Exported, ReportRow
from purport.export.objects import named, write_json
from purport.records import SourceType, SpeechAct
from purport.store.rows import GAP
from purport.wording import days, how_sure

NAME = "claims.jsonld"
CONTEXT = "https://schema.org"
AUTHORS = {SourceType.NAMED_PERSON: "Person", SourceType.NAMED_ORGANISATION: "Organization", SourceType.OUTLET: "Organization"}
"""What a source is, where its type tells; the others have no name."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one graph: the case, its reports, its claims."""
    case = _known("Dataset", named("case"), name=exported.title, description=exported.note)
    claims = [each for each in exported.claims if each.speech_act is SpeechAct.STATEMENT and not each.negated]
    graph = [case, *map(_article, exported.reports), *map(_claim, claims)]
    return [write_json(folder / NAME, {"@context": CONTEXT, "@graph": graph})]


def _article(report: ReportRow) -> dict[str, Any]:
    is_one = report.not_before is not None and report.not_before == report.not_after
    return _known(
        "NewsArticle",
        named("report", report.id),
        headline=report.title,
        identifier=report.path,
        url=report.url,
        archivedAt=report.archive_url,
        inLanguage=report.language,
        datePublished=report.not_before if is_one else None,
        description=None if is_one else f"Published: {days(report.not_before, report.not_after)}",
        locationCreated=_thing("Place", report.place),
        author=[_thing("Person", each) for each in report.bylines] or None,
        publisher=_thing("Organization", report.outlet),
    )


def _claim(claim: ClaimRow) -> dict[str, Any]:
    kind = AUTHORS.get(claim.source_type)
    words = claim.source.shown if claim.source else None
    name = claim.outlet if claim.source_type is SourceType.OUTLET else claim.source_name or words
    return _known(
        "Claim",
        named("claim", claim.report, claim.id),
        text=GAP.join(each.shown for each in claim.content),
        description=f"How sure the source is: {how_sure(claim.factuality)}",
        creditText=words,
        author=_thing(kind, name) if kind else None,
        appearance={"@id": named("report", claim.report)},
    )


def _thing(kind: str, name: str | None) -> dict[str, str] | None:
    return None if name is None else {"@type": kind, "name": name}


def _known(kind: str, id_: str, **members: Any) -> dict[str, Any]:
    """A node with those members of which something is known."""
    return {"@id": id_, "@type": kind} | {name: value for name, value in members.items() if value is not None}
