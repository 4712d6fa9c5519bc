"""What a report tells of people: their state over time, by whom and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from purport.dossier.lines import Entry, Section
from purport.records import MentionType
from purport.resolve.states import states

if TYPE_CHECKING:
    from purport.dossier.entries import Told

STATUS = "status"


def tell(told: Told) -> Iterator[Entry]:
    """The states of people that the claims of a report tell of."""
    for account in told.accounts:
        for state in states(account):
            if state.subject.type is MentionType.PERSON and state.subject.key is not None:
                yield Entry(
                    Section.PERSON,
                    state.subject.key,
                    state.subject.words,
                    STATUS,
                    state.value,
                    account.shown,
                    state.factuality,
                    state.days,
                    account.claim,
                    account.source.words if account.source else None,
                    account.source.key if account.source else None,
                    account.said,
                )
