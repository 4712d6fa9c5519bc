"""Origins as a line shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from purport.resolve.origins import Origin
from purport.store import Place


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    """An origin: its name, why what rests on it is one, and the paths of the reports that carry it."""

    name: str
    why: str
    reports: tuple[str, ...]


def carried(found: Sequence[Origin], places: Mapping[str, Place]) -> tuple[CarriedFrom, ...]:
    """Origins with the paths of their reports."""
    return tuple(CarriedFrom(each.name, each.why, tuple(sorted(places[report].path for report in each.reports))) for each in found)
