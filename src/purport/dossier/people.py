"""The dossier of a person: names, roles, state and whereabouts by whom and how surely, quotations, who else is called so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from purport.dossier.casualties import tell_casualties
from purport.dossier.charges import tell_charges
from purport.dossier.conditions import conditions, tell_conditions
from purport.dossier.implied import tell_implied
from purport.dossier.known import tell_known
from purport.dossier.lines import Entry
from purport.dossier.offers import tell_gone, tell_offers
from purport.dossier.quotations import tell_quotations
from purport.dossier.replies import tell_replies
from purport.dossier.whereabouts import tell_absences, tell_whereabouts
from purport.dossier.who import Who

if TYPE_CHECKING:
    from purport.dossier.entries import Told


def tell(told: Told) -> Iterator[Entry]:
    """All that a report tells of people."""
    who = Who(told)
    found = tuple(conditions(told, who))
    yield from tell_known(told, who)
    yield from tell_conditions(told, found, who)
    yield from tell_casualties(told, who)
    yield from tell_charges(told, who)
    yield from tell_offers(told, who)
    yield from tell_gone(told, who)
    yield from tell_replies(told, found, who)
    yield from tell_implied(told, found, who)
    yield from tell_whereabouts(told, who)
    yield from tell_absences(told, who)
    yield from tell_quotations(told, who)
