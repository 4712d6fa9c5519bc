"""Entities of FollowTheMoney, one a line, for Aleph and its like.

A report is an ``Article``. Somebody whom reports name is a ``Person`` or an ``Organization``, with a ``Mention`` for each name and report
and a ``Documentation`` for each report. A claim is a ``Note`` on its article. A line of the timeline is an ``Event`` where its source is
certain of it alone: an event has no place for doubt, and would show what is only possible as having happened. Places are names in the
articles. Texts of reports are left out: they hold what is folded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from purport.dossier import Section
from purport.export.case import Cited, ClaimRow, EntityRow, Exported, LineRow, ReportRow
from purport.export.objects import claimant, headline, within
from purport.ids import digest
from purport.records import Factuality, MentionType
from purport.store.rows import GAP
from purport.wording import counted, days, how_sure

NAME = "entities.ftm.json"
SCHEMATA = {MentionType.PERSON: "Person", MentionType.ORGANISATION: "Organization"}
MENTIONED = {
    MentionType.PERSON: "peopleMentioned",
    MentionType.ORGANISATION: "companiesMentioned",
    MentionType.PLACE: "locationMentioned",
    MentionType.OTHER: "namesMentioned",
}
LANGUAGES = {"en": "eng"}
"""ISO 639-1 to the three letters of the library. English is what Purport reads."""
_DAY, _MONTH, _YEAR = len("2031-03-04"), len("2031-03"), len("2031")
Entity = dict[str, Any]


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file, what is referred to first."""
    path = folder / NAME
    with path.open("wb") as file:
        for each in _entities(exported):
            file.write(msgspec.json.encode(each) + b"\n")
    return [path]


def _entities(exported: Exported) -> Iterator[Entity]:
    named = _named(exported.entities)
    yield from (_article(each, named.get(each.id, {}), exported.note) for each in exported.reports)
    people = [each for each in exported.entities if each.type in SCHEMATA]
    yield from map(_whom, people)
    for each in people:
        yield from _mentions(each)
    known = {each.id for each in people}
    yield from (_note(each, known) for each in exported.claims)
    happened = (each for each in exported.lines if each.section is Section.TIMELINE and each.factuality is Factuality.CERTAIN)
    yield from (_event(each) for each in happened)


def _entity(schema: str, id_: Sequence[str], **properties: str | Sequence[str | None] | None) -> Entity:
    """An entity with those properties that have a value; every property is a list of texts."""
    kept: dict[str, list[str]] = {}
    for name, given in properties.items():
        values = [given] if given is None or isinstance(given, str) else given
        if found := [each for each in dict.fromkeys(values) if each and each.strip()]:
            kept[name] = found
    return {"id": _id(*id_), "schema": schema, "properties": kept}


def _id(*parts: str) -> str:
    return "-".join(("purport", *parts))


def _named(entities: Sequence[EntityRow]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """What stands in each report, by the property that holds it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entity in entities:
        for report in dict.fromkeys(each.report for each in entity.cited):
            found[report][MENTIONED[entity.type]].append(entity.name)
    return found


def _article(report: ReportRow, named: Mapping[str, Sequence[str]], note: str | None) -> Entity:
    came_out = f"Published: {days(report.not_before, report.not_after)} ({report.basis})"
    return _entity(
        "Article",
        ("report", report.id),
        title=report.title,
        fileName=report.path,
        author=report.bylines,
        publisher=report.outlet,
        publishedAt=common_part(report.not_before, report.not_after),
        sourceUrl=report.url,
        retrievedAt=_day(report.retrieved),
        language=LANGUAGES.get(report.language or ""),
        mimeType=report.media_type,
        notes=[came_out, note],
        **named,
    )


def _day(text: str | None) -> str | None:
    """The day of a time as people give it, if it begins with one."""
    try:
        return date.fromisoformat((text or "")[:_DAY]).isoformat()
    except ValueError:
        return None


def common_part(not_before: str | None, not_after: str | None) -> str | None:
    """The day, month or year within which all days lie, if there is one."""
    if not_before is None or not_after is None:
        return None
    return next((not_before[:length] for length in (_DAY, _MONTH, _YEAR) if not_before[:length] == not_after[:length]), None)


def _whom(entity: EntityRow) -> Entity:
    others = [each for each in entity.names if each != entity.name]
    whole = [each for each in others if " " in each]
    part = [each for each in others if " " not in each]
    return _entity(SCHEMATA[entity.type], ("entity", entity.id), name=entity.name, alias=whole, weakAlias=part)


def _mentions(entity: EntityRow) -> Iterator[Entity]:
    """The names that reports call an entity by, and the reports in which they do."""
    words: dict[str, dict[str, None]] = defaultdict(dict)
    for each in entity.cited:
        words[each.report][each.quote.shown] = None
    who, schema = _id("entity", entity.id), SCHEMATA[entity.type]
    for report, names in words.items():
        document = _id("report", report)
        for name in names:
            own = ("mention", digest((entity.id, report, name)))
            yield _entity("Mention", own, document=document, resolved=who, name=name, detectedSchema=schema)
        yield _entity("Documentation", ("named", digest((entity.id, report))), document=document, entity=who, role="named in")


def _note(claim: ClaimRow, known: set[str]) -> Entity:
    """A claim on its article, and on whom the case knows as its source."""
    denied = "; the report says that this was not said" if claim.negated else ""
    source = _id("entity", claim.source_entity) if claim.source_entity in known and claim.source_entity else None
    return _entity(
        "Note",
        ("claim", claim.id),
        description=f"{claimant(claim)}: {GAP.join(each.shown for each in claim.content)}",
        summary=f"{how_sure(claim.factuality)}; {claim.speech_act}{denied}",
        publisher=claim.outlet,
        entity=[_id("report", claim.report), source],
    )


def _event(line: LineRow) -> Entity:
    own = (line.subject, line.field, line.value, line.not_before or "", line.not_after or "", *line.by, *map(_place, line.cited))
    return _entity(
        "Event",
        ("line", digest(own)),
        name=headline(line),
        summary=f"{within(line.not_before, line.not_after)}; {counted(line.origins, 'origin')}",
        description=[f"“{each.quote.shown}” {each.outlet or each.path}" for each in line.cited],
        startDate=line.not_before,
        endDate=line.not_after,
        proof=[_id("report", each.report) for each in line.cited],
    )


def _place(cited: Cited) -> str:
    return f"{cited.report}:{cited.quote.start}"
