"""The order of the stages, in one place: Document -> Analysis.

Pure: no clock, no locale, no order but the report's own; a report read alone, in a batch or last gives the same record.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from purport.extract import (
    NOTHING_KNOWN,
    Known,
    Scene,
    certainties,
    complete,
    entity_of,
    events_in,
    find_attributions,
    find_claims,
    find_days,
    find_events,
    find_expressions,
    find_furniture,
    find_mentions,
    find_own_claims,
    find_parts,
    find_recordings,
    find_references,
    find_said,
    find_statements,
    find_timexes,
    find_witnesses,
    grow,
    infer_published,
    needed,
    page_of,
    standing,
    with_nested,
    words_in,
    written,
)
from purport.reader import Reader, Reading
from purport.records import Analysis, Document
from purport.time.expression import resolve


def analyse(documents: Iterable[Document], reader: Reader, known: Known = NOTHING_KNOWN) -> Iterator[tuple[Document, Analysis]]:
    """Each document with its analysis, in order; documents are taken a few ahead of what is given back.

    ``known`` helps to date the reports of which nobody says when they came out.
    """
    waiting: deque[Document] = deque()

    def texts() -> Iterator[str]:
        for document in documents:
            waiting.append(document)
            yield document.report.text

    for reading in reader.read(texts()):
        document = waiting.popleft()
        yield document, assemble(document, reading, known)


def assemble(document: Document, reading: Reading, known: Known = NOTHING_KNOWN) -> Analysis:
    """The record of one document from what the network found in it."""
    report, tree = document.report, grow(reading.words)
    furniture = find_furniture(report.text, document.furniture, reading.page)
    page = page_of(furniture)
    reading = replace(reading, attributions=with_nested(complete(reading.attributions, tree), tree))
    references = find_references(report, reading, tree, page)
    happenings = standing(tree.words, reading.happenings, page)
    told = find_attributions(report, reading.attributions, reading.entities, furniture, reading.manners)
    sure = certainties(tree, happenings, told)
    parts = find_parts(tree, references, sure, reading.timexes)
    mentions = find_mentions(report, references, tree, needed(parts.values()), page=page)
    expressions = find_expressions(report, reading.timexes, page, tree)
    witnesses = find_witnesses(report.text, expressions, tree, happenings)
    report = replace(report, published=infer_published(report, witnesses, tree, known))
    dated = resolve(expressions, written(report.published))
    timexes = find_timexes(report, expressions, dated)
    said_by = {word for each in told for span in each.content for word in words_in(tree.words, span)}
    days = find_days(tree, sure.keys(), expressions, dated, written(report.published), said_by)
    events = find_events(report, tree.words, happenings, sure=sure, parts=parts, mentions=mentions, days=days)
    said = find_said(report.text, tree, told, timexes, sure.keys())
    attributions = tuple(
        replace(
            each,
            source_entity=None if each.source is None else entity_of(each.source, references, tree, mentions),
            said=said.get(each.id),
            events=events_in(events, each.content),
        )
        for each in told
    )
    stated = find_statements(report.text, tree, reading.sentences, attributions, page)
    claims = (*find_claims(report, attributions), *find_own_claims(report, stated, sure))
    scene = Scene(report, tree, page, references, timexes, sure, days, attributions, written(report.published))
    return Analysis(
        report,
        furniture,
        reading.sentences,
        tuple(mentions.values()),
        timexes,
        events=events,
        attributions=attributions,
        claims=tuple(replace(each, events=events_in(events, each.content)) for each in claims),
        recordings=find_recordings(scene),
    )
