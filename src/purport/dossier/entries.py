"""What one report tells, for every section: the order of the sections, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.dossier import chronology, coverage, figures, people, places, recordings
from purport.dossier.lines import Entry
from purport.records import Analysis
from purport.resolve.accounts import Account
from purport.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Told:
    """A report's record with what is drawn from it: the accounts of its claims and the profiles of whom it names.

    ``names`` are what each entity of the report is found by.
    """

    analysis: Analysis
    accounts: Sequence[Account]
    profiles: Sequence[Profile]
    names: Mapping[str, frozenset[str]]


SECTIONS: tuple[Callable[[Told], Iterator[Entry]], ...] = (
    recordings.tell,
    people.tell,
    places.tell,
    figures.tell,
    chronology.tell,
    coverage.tell,
)


def entries(told: Told) -> tuple[Entry, ...]:
    """All that a report tells, section after section, each in the order of its text."""
    return tuple(entry for tell in SECTIONS for entry in tell(told))
