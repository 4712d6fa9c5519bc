"""Some of whom and what a case speaks of: a list by name, a page of it, one of them; nothing is read of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import msgspec

from purport.callings import CALLED, PROFILE, called
from purport.records import MentionType
from purport.resolve.aliases import Kind
from purport.resolve.entities import CaseEntity, entity, grouped, linked
from purport.resolve.joining import Bond, type_of
from purport.resolve.profiles import Profile
from purport.store import Case


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity of a case as a list has it: its id, what it is called, and how many reports name it."""

    id: str
    name: str
    reports: int


class _Typed(msgspec.Struct):
    """What a profile tells of the type of a thing; nothing else of it is decoded."""

    type: MentionType
    is_told: bool


_DECODER = msgspec.json.Decoder(_Typed)


def list_entities(case: Case, about: str | None = None) -> list[Listed]:
    """The entities of a case by name; where words are given, those that have these in a name of theirs, whatever case and accents."""
    with case.derived() as shelf:
        ids = None if about is None else shelf.ids_found(PROFILE, CALLED, called(about).removeprefix(CALLED))
        found = [Listed(*each, reports) for each, reports in shelf.count_reports(ids).items()]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def list_types(case: Case) -> dict[str, MentionType]:
    """The type of each entity of a case, by its id."""
    with case.derived() as shelf:
        of = {item: id_ for item, (id_, _) in shelf.every_entity().items()}
        told: dict[str, list[_Typed]] = defaultdict(list)
        for item, record in shelf.every_fact(PROFILE):
            if item in of:
                told[of[item]].append(_DECODER.decode(record))
    return {id_: type_of(own, [1] * len(own)) for id_, own in told.items()}


def some_entities(case: Case, ids: Collection[str]) -> tuple[CaseEntity, ...]:
    """Some entities of a case with their names and members, in the order of their ids; without what makes each one."""
    with case.derived() as shelf:
        of = shelf.members_of(ids)
        profiles = [_profile(record) for record in shelf.get_facts(PROFILE, of).values()]
    return tuple(map(entity, grouped(profiles, of).values()))


def one_entity(case: Case, id_: str) -> CaseEntity | None:
    """An entity of a case with the links that make it one; none where the case has no such id."""
    with case.derived() as shelf:
        signatures = shelf.signatures_called({item for _, item in shelf.members_of([id_])})
        signed = shelf.signed(signatures)
        profiles = [_profile(record) for record in shelf.get_facts(PROFILE, [each.item for each in signed]).values()]
        bonds = [Bond(each.left, each.right, Kind(each.kind), each.score) for each in shelf.links_among(signatures)]
    found = linked(profiles, bonds, {each.item: each.id for each in signed if each.id is not None})
    return next((each for each in found if each.id == id_), None)


def _profile(record: str) -> Profile:
    return msgspec.json.decode(record, type=Profile)
