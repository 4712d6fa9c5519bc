"""The order of the stages, in one place: Document -> Analysis.

Pure: no clock, no locale, no order but the report's own; a report read alone, in a batch or last gives the same record.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from purport.extract import (
    NOTHING_KNOWN,
    Known,
    Scene,
    anchored,
    certainties,
    clear_names,
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
    find_printed,
    find_quantities,
    find_recordings,
    find_references,
    find_said,
    find_statements,
    find_story,
    find_timexes,
    find_witnesses,
    grow,
    infer,
    needed,
    page_of,
    published,
    said_after,
    said_within,
    standing,
    with_nested,
    with_prefixes,
    with_quantities,
    written,
)
from purport.extract.syntax import Tree
from purport.reader import Happening, Reader, Reading
from purport.records import Analysis, Document, Furniture, Report
from purport.time.expression import Expression, resolve
from purport.time.solving import Dating, Statement, Witness

T = TypeVar("T")


def analyse(documents: Iterable[Document], reader: Reader) -> Iterator[tuple[Document, Analysis]]:
    """Each document with its analysis, in order; documents are taken a few ahead of what is given back."""
    return read_with(documents, reader, assemble)


def read_with(documents: Iterable[Document], reader: Reader, make: Callable[[Document, Reading], T]) -> Iterator[tuple[Document, T]]:
    """Each document with what is made of its reading, in order; documents are taken a few ahead of what is given back."""
    waiting: deque[Document] = deque()

    def texts() -> Iterator[str]:
        for document in documents:
            waiting.append(document)
            yield document.report.text

    for reading in reader.read(texts()):
        document = waiting.popleft()
        yield document, make(document, reading)


@dataclass(frozen=True, slots=True)
class DatedReport:
    """A report with its publication date as far as it is known, and the dating that it was inferred by, if it was."""

    report: Report
    dating: Dating | None


def date_report(document: Document, reading: Reading, known: Known = NOTHING_KNOWN) -> DatedReport:
    """When a report came out; ``known`` helps where nobody says so."""
    ground = _ground(document, reading)
    dating = infer(document.report, ground.witnesses, ground.tree, known)
    return DatedReport(replace(document.report, published=published(document.report, dating)), dating)


def speech_after(document: Document, reading: Reading, known: Known = NOTHING_KNOWN) -> tuple[Statement, ...]:
    """What the words of a speech say that was spoken not before a day, each with its characters; see ``extract.said_after``."""
    ground = _ground(document, reading)
    told = with_nested(complete(reading.attributions, ground.tree), ground.tree)
    attributions = find_attributions(document.report, told, reading.entities, ground.furniture, reading.manners)
    sure = certainties(ground.tree, ground.happenings, attributions)
    return tuple(said_after(document.report, ground.witnesses, ground.tree, sure, known))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What dating and the rest of the record both stand on."""

    tree: Tree
    furniture: tuple[Furniture, ...]
    happenings: Sequence[Happening]
    expressions: Sequence[Expression]
    witnesses: Sequence[Witness]


def _ground(document: Document, reading: Reading) -> _Ground:
    report, tree = document.report, grow(reading.words)
    furniture = find_furniture(report.text, document.furniture, reading.page)
    page = page_of(furniture)
    happenings = standing(tree.words, reading.happenings, page)
    expressions = find_expressions(report, reading.timexes, page, tree)
    return _Ground(tree, furniture, happenings, expressions, find_witnesses(report.text, expressions, tree, happenings))


def assemble(document: Document, reading: Reading) -> Analysis:
    """The record of one document from what the network found in it."""
    ground = _ground(document, reading)
    tree, furniture, happenings, expressions = ground.tree, ground.furniture, ground.happenings, ground.expressions
    page = page_of(furniture)
    report = replace(document.report, published=published(document.report, infer(document.report, ground.witnesses, tree)))
    reading = replace(
        reading,
        entities=clear_names(report.text, with_prefixes(report.text, reading.entities, tree), page),
        attributions=with_nested(complete(reading.attributions, tree), tree),
    )
    references = find_references(report, reading, tree, page)
    told = find_attributions(report, reading.attributions, reading.entities, furniture, reading.manners)
    sure = certainties(tree, happenings, told)
    parts = find_parts(tree, references, sure, reading.timexes)
    mentions = find_mentions(report, references, tree, needed(parts.values()), page=page)
    dated = resolve(expressions, written(report.published))
    timexes = find_timexes(report, expressions, dated)
    days = find_days(find_story(tree, happenings, sure, told, written(report.published)), expressions, dated)
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
    quantities = find_quantities(report, reading, tree, page)
    claims = with_quantities((*find_claims(report, attributions), *find_own_claims(report, stated, sure)), quantities)
    scene = Scene(report, tree, page, references, timexes, sure, days, attributions, written(report.published))
    placed = anchored(scene, expressions)
    return Analysis(
        report,
        furniture,
        reading.sentences,
        tuple(mentions.values()),
        find_printed(report, document.report.published, placed, written(report.published)),
        quantities,
        events,
        attributions=said_within(attributions, placed),
        claims=tuple(replace(each, events=events_in(events, each.content)) for each in claims),
        recordings=find_recordings(scene),
    )
