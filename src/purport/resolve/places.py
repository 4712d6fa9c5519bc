"""What is generally known of places: the countries of the world, where its cities are, and what else they are called.

It helps and never forces: a place that is not in the table is as good as any, and what a report says of a place goes before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import acos, cos, radians, sin

from purport.lexicon import rows, words
from purport.resolve.spelling import fold

EARTH = 6371.0
"""Kilometres from the middle of the earth."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the table: its number there, its kind ("country", "state" or "city"), its country and where it is, in degrees."""

    number: int
    kind: str
    name: str
    country: str
    at: tuple[float, float] | None = None

    def kilometres(self, other: Place) -> float | None:
        """How far two places are apart, as the crow flies; ``None`` where one is no city."""
        if self.at is None or other.at is None:
            return None
        (north, east), (there, yonder) = [(radians(a), radians(b)) for a, b in (self.at, other.at)]
        angle = sin(north) * sin(there) + cos(north) * cos(there) * cos(east - yonder)
        return EARTH * acos(max(-1.0, min(1.0, angle)))


def places_called(name: str) -> tuple[Place, ...]:
    """The places with a name, first those that have it as their own; empty for one that is not in the table."""
    return _table().get(_plain(name), ())


def _plain(name: str) -> str:
    """A name's letters, without an Arabic article."""
    first, _, rest = name.replace("-", " ").partition(" ")
    return fold(rest if rest and first.casefold() in words("name_articles.tsv") else name)


@cache
def _table() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    others: list[tuple[str, Place]] = []
    for number, (kind, name, country, *rest) in enumerate(rows("gazetteer.tsv")):
        where = tuple(map(float, rest[0].split(","))) if rest else ()
        place = Place(number, kind, name, country, (where[0], where[1]) if where else None)
        found.setdefault(_plain(name), []).append(place)
        others += [(_plain(each), place) for each in rest[1:]]
    for plain, place in others:
        known = found.setdefault(plain, [])
        if place not in known:
            known.append(place)
    return {plain: tuple(known) for plain, known in found.items()}
