"""Whom a name of a case means: by any name that a report has for somebody, and who else has the same last name."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from purport.folding import fold
from purport.records import MentionType
from purport.resolve.profiles import Profile
from purport.store import Item, Shelf

PROFILE = "profile"
"""The layer of facts in which a case keeps what its reports tell of each thing that they name."""
THE = "the "
CALLED = "called "


def calling_keys(profile: Profile) -> frozenset[str]:
    """What a profile is found by: each of its names, and a person's last name."""
    names = (*profile.names, *profile.acronyms)
    last = (each.name.words[-1] for each in profile.names if profile.type is MentionType.PERSON and each.name.words)
    return frozenset({*(called(each.words) for each in names), *(_last(each) for each in last)})


def items_called(shelf: Shelf, name: str) -> list[Item]:
    """The members of the entities of a case that have an id or are called so, by whatever name of theirs."""
    if found := shelf.items_named(name):
        return found
    members = {item for items in shelf.find_items(PROFILE, {called(name)}).values() for item in items}
    ids = {id_ for id_, _ in shelf.entities_of(members).values()}
    return sorted({item for id_ in ids for item in shelf.items_named(id_)})


def namesakes(shelf: Shelf, items: Collection[Item]) -> list[Item]:
    """The people of a case who have the last name of some people, and are others."""
    lasts = {each.name.words[-1] for profile in profiles_of(shelf, items).values() for each in profile.names if each.name.words}
    found = {item for found in shelf.find_items(PROFILE, {_last(each) for each in lasts}).values() for item in found}
    return sorted(found.difference(items))


def profiles_of(shelf: Shelf, items: Collection[Item]) -> Mapping[Item, Profile]:
    """What reports tell of some things that they name."""
    return {item: msgspec.json.decode(record, type=Profile) for item, record in shelf.get_facts(PROFILE, items).items()}


def called(name: str) -> str:
    """What is found by a name."""
    return f"{CALLED}{' '.join(fold(name).split()).removeprefix(THE)}"


def _last(word: str) -> str:
    return f"last {fold(word)}"
