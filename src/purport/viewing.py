"""What a case says, section by section: entries of its reports looked up, put together as lines, and traced to their origins."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

import msgspec

from purport.callings import items_called, namesakes, profiles_of
from purport.dossier.lines import Context, Entry, Line, Placed, Section, gathered
from purport.dossier.person_lines import person_lines
from purport.records import Analysis
from purport.resolve.accounts import Days
from purport.resolve.origins import Member
from purport.store import Case, Fact, Place, Shelf
from purport.tracing import HELD, trace

ENTRY = "entry"
LINES: Mapping[Section, Callable[[Sequence[Placed], Context], list[Line]]] = {Section.PERSON: person_lines}
"""How the lines of a section are put together, where that is not by subject, field and value."""


def entry_facts(report: str, entries: Sequence[Entry]) -> Iterator[Fact]:
    """What a report tells, as facts that are found by their section, and by whom or what they are of."""
    for number, each in enumerate(entries):
        keys = frozenset({str(each.section), f"{each.section} {each.subject}"})
        yield Fact(ENTRY, report, f"{number:05}", msgspec.json.encode(each, order="deterministic").decode(), keys)


def placed(shelf: Shelf, section: Section, paths: dict[str, str], subjects: Collection[tuple[str, str]] | None = None) -> list[Placed]:
    """The entries of a section; of ``subjects`` (a report and its name for each) alone where they are given."""
    wanted = {str(section)} if subjects is None else {f"{section} {subject}" for _, subject in subjects}
    items = {item for found in shelf.find_items(ENTRY, wanted).values() for item in found}
    facts = shelf.get_facts(ENTRY, items)
    made = [Placed(paths[report], report, msgspec.json.decode(facts[report, item], type=Entry)) for report, item in sorted(facts)]
    return made if subjects is None else [each for each in made if (each.report, each.entry.subject) in set(subjects)]


def lines(case: Case, section: Section, subject: str | None = None) -> list[Line]:
    """The lines of a section of a case; where a subject is asked for, those of the entity of the case that has this name or id."""
    places = {place.report: place for place in case.places()}
    with case.derived() as shelf:
        asked = None if subject is None else items_called(shelf, subject)
        wanted = [*asked, *namesakes(shelf, asked)] if asked is not None and section is Section.PERSON else asked
        found = placed(shelf, section, {report: place.path for report, place in places.items()}, wanted)
        names = shelf.entities_of({(each.report, each.entry.subject) for each in found})
        out = {report: _out(place) for report, place in places.items()}
        context = Context(names, out, _tracer(case, shelf), asked=asked, profiles=partial(profiles_of, shelf))
        return LINES.get(section, gathered)(found, context)


def _out(place: Place) -> Days:
    return Days(*(date.fromisoformat(day) if day else None for day in (place.not_before, place.not_after)))


def _tracer(case: Case, shelf: Shelf) -> Callable[[Sequence[Placed]], Collection[str]]:
    """The names of the origins of entries: of the claims that they stand in; else of their reports."""
    analysis: Callable[[str], Analysis] = lru_cache(HELD)(case.analysis)

    def names(entries: Sequence[Placed]) -> Collection[str]:
        members = {Member(each.report, each.entry.claim) for each in entries if each.entry.claim is not None}
        claimed = {each.report for each in members}
        bare = {each.path for each in entries if each.report not in claimed}
        return {origin.name for origin in trace(shelf, analysis, members)} | bare

    return names
