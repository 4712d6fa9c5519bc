"""One act told twice: a word of one kind, the same party in the same role, at times that can be one, by both as having been."""

from __future__ import annotations

from collections.abc import Iterator

from purport.lexicon import words as listed
from purport.records import Relation
from purport.resolve.accounts import SURE, Account, Frame
from purport.resolve.findings import Finding, by_whom, shown
from purport.resolve.stems import kind
from purport.resolve.weighing import weight

TELLING, ALONE = 3.0, 5.0
"""How rare the word of an act is, at least, for several parties in common to tell that it is one act, and for one alone."""
ROLES = frozenset({"agent", "patient"})


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its acts, with who takes part in which role."""
    for frame in _frames(account):
        yield from (f"did {_what(frame)} {role} {name}" for role, party in frame.parties if role in ROLES for name in sorted(party.names))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Agreement, where two tell of one act; nothing of two claims of one report that tell it in one breath."""
    if not {one.factuality, other.factuality} <= SURE or one.denied or other.denied:
        return
    shared = [(mine, theirs) for mine in _frames(one) for theirs in _frames(other) if _is_one(one, mine, other, theirs)]
    if shared:
        why = f"both tell of it: {by_whom(one)}; {by_whom(other)}"
        yield Finding(Relation.AGREES, None, 0.6, f"Is it so: {shown(one)}?", why)


def _frames(account: Account) -> Iterator[Frame]:
    telling = (frame for frame in account.frames if frame.word.lower() in listed("once.tsv") or weight([frame.stem]) >= TELLING)
    return (frame for frame in telling if frame.factuality in SURE)


def _what(frame: Frame) -> str:
    """What kind of act a frame tells of: what happens once by its name ("taking"), others by their words."""
    once = listed("once.tsv").get(frame.word.lower())
    return once[0] if once else kind(frame.stem)


def _is_one(one: Account, mine: Frame, other: Account, theirs: Frame) -> bool:
    if _what(mine) != _what(theirs) or mine.days.apart(theirs.days):
        return False
    roles = {(role, party.key) for role, party in mine.parties if role in ROLES and party.key is not None}
    common = [1 for role, party in theirs.parties if (role, party.key) in roles]
    if len(common) != 1:
        return len(common) > 1
    return mine.word.lower() in listed("once.tsv") or (one.report != other.report and weight([mine.stem]) >= ALONE)
