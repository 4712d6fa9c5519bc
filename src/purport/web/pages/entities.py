"""Who and what a case speaks of: the most named first, narrowed down by words and by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from purport.known import Listed, list_entities, list_types, some_entities
from purport.records import MentionType
from purport.web.desk import Desk
from purport.web.paging import Part, cut


@dataclass(frozen=True, slots=True)
class EntitiesAsked:
    """``words`` are part of any name that reports have; case and accents do not matter."""

    words: str = ""
    type: MentionType | None = None
    part: int = 1


@dataclass(frozen=True, slots=True)
class TypeCount:
    """A type, and how many of those found have it."""

    type: MentionType
    entities: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """Somebody or something that reports name: what the case calls it, the other names as printed, how many reports name it."""

    id: str
    name: str
    type: MentionType
    others: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """A part of the entities found, and how many there are of each type."""

    asked: EntitiesAsked
    part: Part
    types: tuple[TypeCount, ...]
    entities: tuple[EntityRow, ...]


def every_type(desk: Desk) -> Mapping[str, MentionType]:
    """The type of each entity of the case."""
    return desk.held("entity types", lambda: list_types(desk.case))


def find_listed(desk: Desk, words: str) -> tuple[Listed, ...]:
    """The entities that have some words in a name, those first that most reports name."""
    found = desk.held(("listed", words), lambda: list_entities(desk.case, words or None))
    return tuple(sorted(found, key=lambda each: (-each.reports, each.name.casefold(), each.id)))


def entities(desk: Desk, asked: EntitiesAsked) -> EntitiesPage:
    """The entities that have what is asked for."""
    return desk.held(("entities", asked), lambda: _entities(desk, asked))


def _entities(desk: Desk, asked: EntitiesAsked) -> EntitiesPage:
    types = every_type(desk)
    found = find_listed(desk, asked.words)
    counted = Counter(types[each.id] for each in found)
    part, shown = cut([each for each in found if asked.type in (None, types[each.id])], asked.part)
    names = {each.id: each.names for each in some_entities(desk.case, [each.id for each in shown])}
    rows = (EntityRow(each.id, each.name, types[each.id], _others(each.name, names[each.id]), each.reports) for each in shown)
    return EntitiesPage(asked, part, tuple(TypeCount(each, counted[each]) for each in MentionType if counted[each]), tuple(rows))


def _others(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names beside the one that is shown, each once whatever its case."""
    told = {each.casefold(): each for each in reversed(names)}
    return tuple(each for key, each in reversed(told.items()) if key != name.casefold())
