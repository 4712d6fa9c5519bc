"""What one source calls a lie, a forgery or baseless, without saying what it is: what stands just before it in the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from purport.lexicon import words as listed
from purport.records import Relation
from purport.resolve.accounts import SURE, Account
from purport.resolve.findings import Answer, Finding, by_whom, is_so, same_source, shown
from purport.resolve.stems import stem

NEAR = 400
"""Characters between what is said and its rejection."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by in other reports: nothing, as what it rejects stands before it in its own."""
    yield from ()


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """A rejection contradicts what it rejects."""
    for said, rejection in ((one, other), (other, one)):
        if rejects(rejection, said):
            no = Answer("no", rejection.factuality)
            yield Finding(
                Relation.CONTRADICTS,
                "denial",
                0.6,
                f"Is it so: {shown(said)}?",
                f"yes ({by_whom(said)}); called false ({by_whom(rejection)})",
                answers=(is_so(said), no) if said is one else (no, is_so(said)),
            )


def rejects(rejection: Account, said: Account) -> bool:
    """Whether an account calls false what another of its report says just before."""
    false = rejection.stems & _stems("false")
    if not false or rejection.report != said.report or rejection.factuality not in SURE or same_source(rejection, said):
        return False
    gap = rejection.content[0].start - said.content[-1].end
    if not 0 <= gap <= NEAR or said.source is None or said.stems & _stems("false"):
        return False
    whom = {party.key for party in rejection.parties if party.key is not None}
    if whom and whom.isdisjoint(_spoken_of(said)):
        return False
    named = bool(said.source.stems & (rejection.stems - false))
    return named or (bool(rejection.stems & _stems("said")) and gap <= NEAR // 2)


def _spoken_of(account: Account) -> set[str]:
    parties = (
        *account.parties,
        *(party for frame in account.frames for party in frame.of()),
        *([account.source] if account.source else ()),
    )
    return {party.key for party in parties if party.key is not None}


@cache
def _stems(what: str) -> frozenset[str]:
    return frozenset(stem(form) for form, (kind,) in listed("falsity.tsv").items() if kind == what)
