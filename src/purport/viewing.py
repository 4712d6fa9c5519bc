"""What a case says, section by section: entries of its reports looked up, put together as lines, and traced to their origins."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import PurePath

import msgspec

from purport.callings import items_called, namesakes, profiles_of
from purport.dossier.counting import sequences
from purport.dossier.coverage import covered
from purport.dossier.ledger import ledger
from purport.dossier.lines import Context, Entry, Line, Placed, Section, gathered
from purport.dossier.ordering import ordered
from purport.dossier.person_lines import person_lines
from purport.dossier.series import recording_lines, recordings_named
from purport.recounting import told_again
from purport.resolve.accounts import Days
from purport.resolve.origins import Member
from purport.store import Case, Fact, Item, Place, Shelf
from purport.tracing import Tracer

ENTRY = "entry"
LINES: Mapping[Section, Callable[[Sequence[Placed], Context], list[Line]]] = {
    Section.RECORDING: recording_lines,
    Section.PERSON: person_lines,
    Section.TIMELINE: ordered,
    Section.COVERAGE: covered,
    Section.LEDGER: ledger,
    Section.FIGURES: sequences,
}
"""How the lines of a section are put together, where that is not by subject, field and value."""


COMPARED = frozenset({Section.TIMELINE, Section.COVERAGE, Section.LEDGER, Section.FIGURES})
"""The sections whose lines tell where accounts part."""


def entry_facts(report: str, entries: Sequence[Entry]) -> Iterator[Fact]:
    """What a report tells, as facts that are found by their section, and by whom or what they are of."""
    for number, each in enumerate(entries):
        keys = frozenset({str(each.section), *(f"{each.section} {entity}" for entity in each.entities)})
        yield Fact(ENTRY, report, f"{number:05}", msgspec.json.encode(each, order="deterministic").decode(), keys)


def told_in(shelf: Shelf, section: Section, subjects: Collection[Item] | None = None) -> dict[Item, Entry]:
    """The entries of a section in order; of ``subjects`` (a report and its name for each) alone where they are given."""
    wanted = {str(section)} if subjects is None else {f"{section} {subject}" for _, subject in subjects}
    facts = shelf.find_facts(ENTRY, wanted)
    decode = msgspec.json.Decoder(Entry).decode
    made = {item: decode(facts[item]) for item in sorted(facts)}
    if subjects is None:
        return made
    of = frozenset(subjects)
    return {(report, number): each for (report, number), each in made.items() if any((report, own) in of for own in each.entities)}


def lines(case: Case, section: Section, subject: str | None = None, *, rejected: Collection[str] = frozenset()) -> list[Line]:
    """The lines of a section of a case; where a subject is asked for, those of the entity of the case that has this name or id.

    Where none has, those under this name: "audio, Veshan Dormu, 2031-03-06". Comparisons that are ``rejected`` count for nothing.
    """
    with case.derived() as shelf:
        asked = None if subject is None else items_called(shelf, subject) or None
        wanted = [*asked, *namesakes(shelf, asked)] if asked is not None and section is Section.PERSON else asked
        told = told_in(shelf, section, wanted)
        reports = {report for report, _ in told}
        places = {place.report: place for place in case.places(None if asked is None else reports)}
        found = [Placed(places[report].path, report, entry) for (report, _), entry in told.items()]
        named = shelf.names_in(reports)
        names = {entity: named[entity] for each in found for entity in each.entities if entity in named}
        out = {report: _out(place) for report, place in places.items()}
        origins = _names(Tracer(shelf, reports, named), places)
        context = Context(names, out, origins, asked=asked, profiles=partial(profiles_of, shelf))
        if section is Section.TIMELINE:
            events = None if asked is None else {(each.report, event) for each in found for event in each.entry.events}
            context = replace(context, happenings=told_again(case, shelf, events))
        if section in COMPARED:
            compared = case.comparisons(touching=None if asked is None else reports)
            context = replace(context, compared=[each for each in compared if each.id not in rejected])
        made = LINES.get(section, gathered)(found, context)
        return made if asked or subject is None else [each for each in made if each.subject.casefold() == subject.casefold()]


def recordings_of(case: Case) -> Mapping[str, Collection[Item]]:
    """The recordings of a case by what its dossier calls them: the reports that tell of each, with the id that it has in their record."""
    with case.derived() as shelf:
        told = told_in(shelf, Section.RECORDING)
        reports = {report for report, _ in told}
        paths = {place.report: place.path for place in case.places(reports)}
        return recordings_named(
            [Placed(paths[report], report, each) for (report, _), each in told.items()], Context(shelf.names_in(reports), {}, lambda _: ())
        )


def _out(place: Place) -> Days:
    return Days(*(date.fromisoformat(day) if day else None for day in (place.not_before, place.not_after)))


def _names(tracer: Tracer, places: Mapping[str, Place]) -> Callable[[Sequence[Placed]], Collection[str]]:
    """The names of the origins of entries: of the claims that they stand in; else of their reports.

    What one report has from one source, or by itself, has that source, or its outlet, as its origin: nothing is looked up for it.
    """
    traced = cache(lambda members: frozenset(origin.name for origin in tracer.trace(members)))

    def names(entries: Sequence[Placed]) -> Collection[str]:
        if len({(each.report, each.entry.by, each.entry.by_entity) for each in entries}) == 1:
            place = places[entries[0].report]
            return {entries[0].entry.by or place.outlet or PurePath(place.path).name}
        members = frozenset(Member(each.report, each.entry.claim) for each in entries if each.entry.claim is not None)
        claimed = {each.report for each in members}
        bare = {each.path for each in entries if each.report not in claimed}
        return traced(members) | bare

    return names
