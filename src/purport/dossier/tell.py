"""What one report tells, for every section: the order of the sections, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from purport.dossier import figures
from purport.dossier.lines import Telling
from purport.records import Analysis
from purport.resolve.accounts import Account
from purport.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Told:
    """A report's record with what is drawn from it: the accounts of its claims and the profiles of whom it names."""

    analysis: Analysis
    accounts: Sequence[Account]
    profiles: Sequence[Profile]


SECTIONS: tuple[Callable[[Told], Iterator[Telling]], ...] = (figures.tell,)


def tellings(told: Told) -> tuple[Telling, ...]:
    """All that a report tells, section after section, each in the order of its text."""
    return tuple(telling for tell in SECTIONS for telling in tell(told))
