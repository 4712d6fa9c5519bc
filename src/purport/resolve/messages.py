"""Recordings against reports of their speaker's death: who speaks after he is said to have died was alive, if it is he who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from purport.extract.media import kinds
from purport.records import Relation
from purport.resolve.accounts import SURE, Account, Days, Message
from purport.resolve.findings import Answer, Finding, by_whom, told
from purport.resolve.states import states

NARROW = 45
"""Days within which a recording is known to have come out, at most, for another that came out on the same days to be the same."""
CONDITION = "if the recording is authentic and was made after the supposed death"


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: whose death it tells of, or whose recording."""
    dead = {name for each in states(account) if each.value == "dead" for name in each.subject.names}
    yield from (f"message {name}" for name in sorted(dead.union(*(each.names for each in account.messages))))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """A recording of somebody replaces the report of his death, on a condition."""
    for dead, spoken in ((one, other), (other, one)):
        for message in spoken.messages:
            if message.speaker in _dead(dead) and not message.released.before(dead.said):
                why = f"dead ({by_whom(dead)}); then {message.medium} said to be of the same ({by_whom(spoken)})"
                speaks = Answer(f"speaks ({message.medium})", spoken.factuality)
                answers = (Answer("dead", dead.factuality), speaks) if dead is one else (speaks, Answer("dead", dead.factuality))
                question, turned = _question(dead, message.speaker), dead is other
                yield Finding(Relation.SUPERSEDES, "status", 0.5, question, why, CONDITION, turned=turned, answers=answers)

    pairs = ((mine, theirs) for mine in one.messages for theirs in other.messages)
    yield from (_held_together(one, mine, other, theirs) for mine, theirs in pairs if _can_be_held(mine, theirs))


def _can_be_held(one: Message, other: Message) -> bool:
    """Whether two recordings are of one speaker, and known to have come out on the same days or on others."""
    apart = one.released.apart(other.released)
    return one.speaker == other.speaker and (apart or (_is_narrow(one.released) and _is_narrow(other.released)))


def is_one(one: Message, other: Message) -> bool:
    """Whether two recordings are of one speaker and one medium, and known to have come out on the same days."""
    meet = one.speaker == other.speaker and not one.released.apart(other.released)
    return meet and _is_narrow(one.released) and _is_narrow(other.released) and kinds()[one.medium].may_be(kinds()[other.medium])


def _is_narrow(days: Days) -> bool:
    return days.first is not None and days.last is not None and (days.last - days.first).days <= NARROW


def _held_together(one: Account, mine: Message, other: Account, theirs: Message) -> Finding:
    """Two recordings that came out on days apart are two of a series, else one."""
    first, second = (f"{each.medium} of {told(each.released)}" for each in (mine, theirs))
    relation = Relation.SAME_SERIES if mine.released.apart(theirs.released) else Relation.AGREES
    answers = (Answer(first, one.factuality), Answer(second, other.factuality))
    return Finding(relation, None, 0.6, "Is it one recording?", f"{first} ({by_whom(one)}); {second} ({by_whom(other)})", answers=answers)


def _question(dead: Account, speaker: str) -> str:
    name = next(each.subject.called for each in states(dead) if each.subject.key == speaker)
    return f"Is {name} alive?"


def _dead(account: Account) -> set[str]:
    return {each.subject.key for each in states(account) if each.value == "dead" and each.factuality in SURE and each.subject.key}
