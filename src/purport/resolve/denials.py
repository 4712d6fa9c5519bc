"""What one source says and another says is not so: an act, who took part in it, or that there is such a thing at all."""

from __future__ import annotations

from collections.abc import Iterator

from purport.lexicon import words as listed
from purport.records import Relation
from purport.resolve.accounts import DENIED, SURE, Account, Frame, Party
from purport.resolve.findings import Finding, by_whom, same_source, shown
from purport.resolve.states import states
from purport.resolve.stems import stem
from purport.resolve.weighing import covered, weight

SHARED = 0.6
"""How much of what is denied the other account says, at least, where no party tells that the two speak of one act."""
LEAST = 5.0
"""How much the words of a denial count, at least, for them to tell what is denied."""


TELLING = 4.5
"""How rare a word is, at least, by which a denial is found."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its acts with who takes part, and the nations and groups that act in it."""
    for frame in account.frames:
        yield from (f"act {frame.stem} {name}" for party in frame.of() for name in sorted(party.names))
    for name in _actors(account):
        yield f"actor {name}"
    if account.denied or account.factuality in SURE:
        yield from (f"said {each}" for each in _own(account) if weight([each]) >= TELLING)


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Contradiction, where one denies what the other says; ``one`` was not said later."""
    if (one.factuality in DENIED) == (other.factuality in DENIED) or same_source(one, other) or not _is_said(one, other):
        return
    denial, claim = (one, other) if one.denied else (other, one)
    if states(denial) and states(claim):
        return
    why = f"{by_whom(claim)} says so, {by_whom(denial)} says that it is not so"
    is_so = f"Is it so: {shown(claim)}?"
    shared = sorted({act.stem for act in denial.frames for told in claim.frames if _is_one_act(act, told)})
    part = sorted(_actors(denial) & _actors(claim)) if _takes_part(denial) and _acts(claim) else []
    if shared:
        yield Finding(Relation.CONTRADICTS, "denial", 0.8, is_so, why)
    elif part:
        yield Finding(Relation.CONTRADICTS, "participant", 0.7, f"Did {' and '.join(map(str.title, part))} forces take part?", why)
    elif weight(own := _own(denial)) >= LEAST and covered(own, claim.stems) >= SHARED and one.about & other.about:
        yield Finding(Relation.CONTRADICTS, "denial", 0.6, is_so, why)


def _is_said(one: Account, other: Account) -> bool:
    return {one.factuality, other.factuality} <= DENIED | SURE


def _is_one_act(one: Frame, other: Frame) -> bool:
    """Whether two frames tell of one act: the same word, and a party in common, at times that can be one."""
    if one.stem != other.stem or one.days.apart(other.days):
        return False
    mine = {party.key for party in one.of() if party.key is not None}
    return any(party.key in mine for party in other.of())


def _takes_part(account: Account) -> bool:
    return bool(_parts() & account.stems)


def _acts(account: Account) -> bool:
    return bool(account.frames) or _takes_part(account)


def _parts() -> frozenset[str]:
    return frozenset(stem(form) for form in listed("taking_part.tsv"))


def _actors(account: Account) -> set[str]:
    """The nations and groups whose people act in an account: "Sorvian" of "Sorvian commandos"."""
    found = {name for party in account.parties if _is_force(party) for name in party.proper}
    return found - {stem(form) for form in listed("forces.tsv")}


def _is_force(party: Party) -> bool:
    return bool(party.proper) and any(each in _forces() for each in party.stems)


def _forces() -> frozenset[str]:
    return frozenset(stem(form) for form in listed("forces.tsv"))


def _own(account: Account) -> frozenset[str]:
    """The stems of what an account says of those whom it names, without their names."""
    return account.stems - {stem(name) for party in account.parties for name in party.proper}
