"""Recordings against reports of their speaker's death: who speaks after he is said to have died was alive, if it is he who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from purport.records import Relation
from purport.resolve.accounts import SURE, Account
from purport.resolve.findings import Answer, Finding, by_whom
from purport.resolve.states import states

CONDITION = "if the recording is authentic and was made after the supposed death"


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: whose death it tells of, or whose recording."""
    dead = {name for each in states(account) if each.value == "dead" for name in each.subject.names}
    yield from (f"message {name}" for name in sorted(dead.union(*(each.names for each in account.messages))))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """A recording of somebody replaces the report of his death, on a condition."""
    for dead, told in ((one, other), (other, one)):
        for message in told.messages:
            if message.speaker in _dead(dead) and not message.released.before(dead.said):
                why = f"dead ({by_whom(dead)}); then {message.medium} said to be of the same ({by_whom(told)})"
                speaks = Answer(f"speaks ({message.medium})", told.factuality)
                answers = (Answer("dead", dead.factuality), speaks) if dead is one else (speaks, Answer("dead", dead.factuality))
                question, turned = _question(dead, message.speaker), dead is other
                yield Finding(Relation.SUPERSEDES, "status", 0.5, question, why, CONDITION, turned=turned, answers=answers)


def _question(dead: Account, speaker: str) -> str:
    name = next(each.subject.called for each in states(dead) if each.subject.key == speaker)
    return f"Is {name} alive?"


def _dead(account: Account) -> set[str]:
    return {each.subject.key for each in states(account) if each.value == "dead" and each.factuality in SURE and each.subject.key}
