"""Who holds a place, by two accounts: the same taking told twice, another day or another holder of it, or a later change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from purport.folding import fold
from purport.records import Factuality, MentionType, Relation
from purport.resolve.accounts import SURE, Account, Act, Days, Holding, Party
from purport.resolve.findings import Answer, Finding, by_whom, same_source, told
from purport.resolve.holders import are_one, are_two
from purport.resolve.stems import stems

Found = tuple[Relation, str, float]

DENIED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT})
"""What is told not to be so; what is possibly not so tells nothing."""
NEAR = 92
"""Days between two days that are told of one taking, or of one leaving, at most; further apart they may be two."""
FRESH = 31
"""Days before a taking is told, at most, for who took a place to be told as holding it."""
DID = {
    Act.TAKES: "taken",
    Act.HOLDS: "held",
    Act.LOSES: "lost",
    Act.LEAVES: "left",
    Act.CLEARS: "cleared",
    Act.BESIEGES: "besieged",
    Act.CONTESTS: "fought for",
    Act.STAYS: "entered",
    Act.DECLARES: "declared",
}
"""What is told of a place, in an answer."""
GONE = frozenset({Act.LOSES, Act.LEAVES})
NARROW = 7
"""Days within which two takings lie, at most, for them to be one."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: the places that it tells who holds."""
    for each in account.holdings:
        if _is_told(each):
            yield from (f"holds {each.office or ''} {name}" for name in sorted(each.place.names | {fold(each.place.words)}))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """What two accounts of who holds a place come to; ``one`` was not said later, and one source of one report is held against no other."""
    if not {one.factuality, other.factuality} <= SURE | DENIED or (one.report == other.report and same_source(one, other)):
        return
    for left in one.holdings:
        for right in other.holdings:
            if _is_told(left) and _is_told(right) and _are_of_one(left, right) and (found := _found(one, left, other, right)):
                relation, type_, score = found
                answers = (Answer(_told(left), left.factuality), Answer(_told(right), right.factuality))
                why = f"{answers[0].value} ({by_whom(one)}); {answers[1].value} ({by_whom(other)})"
                yield Finding(relation, type_, score, _question(left), why, answers=answers)


def _is_told(each: Holding) -> bool:
    return each.is_actual and each.factuality in SURE | DENIED


def _are_of_one(one: Holding, other: Holding) -> bool:
    """Whether two tell of one place, and of the same part of it; who holds the whole, as words say, holds any part."""
    mine, theirs = one.place, other.place
    named = fold(mine.words) == fold(theirs.words) and not (_is_plain(mine) and _is_plain(theirs))
    if one.office != other.office or not (named or (mine.key is not None and mine.key == theirs.key)):
        return False
    if one.part is None or other.part is None:
        return one.part is other.part or one.is_whole or other.is_whole
    return not {*stems(one.part)}.isdisjoint(stems(other.part))


def _is_plain(place: Party) -> bool:
    """Whether a name is a place's, and the whole of what that is called: of two such, who is one in the case tells whether they are one."""
    return place.type is MentionType.PLACE and fold(place.called or place.words) == fold(place.words)


def _found(one: Account, left: Holding, other: Account, right: Holding) -> Found | None:
    if left.party is None or right.party is None:
        return (Relation.AGREES, "time", 0.5) if _are_one_taking(left, right) else None
    if are_one(left.party, right.party):
        return _of_one_holder(one, left, other, right)
    if not are_two(left.party, right.party):
        return None
    if DENIED & {left.factuality, right.factuality}:
        return (Relation.CONTRADICTS, "denial", 0.7) if _is_denied(left, right) or _is_denied(right, left) else None
    return _of_two_holders(one, left, other, right)


def _are_one_taking(left: Holding, right: Holding) -> bool:
    """Whether two, of which one does not say who took a place, tell of its taking within the same few days."""
    sides = left.act is right.act is Act.TAKES and not DENIED & {left.factuality, right.factuality}
    return sides and _is_narrow(left.begun) and _is_narrow(right.begun) and not left.begun.apart(right.begun)


def _is_denied(taken: Holding, lost: Holding) -> bool:
    """Whether one holder is denied to have lost, or left, what another is said to have taken."""
    sides = taken.act is Act.TAKES and lost.act in GONE and taken.factuality in SURE and lost.factuality in DENIED
    return sides and not taken.begun.apart(lost.ended)


def _of_one_holder(one: Account, left: Holding, other: Account, right: Holding) -> Found | None:
    """One day of a taking or a leaving, or two; the same holder, or a denial; or a later end of what was told as lasting."""
    if (left.factuality in DENIED) != (right.factuality in DENIED):
        alike = left.act is right.act and not _time(left).apart(_time(right))
        return (Relation.CONTRADICTS, "denial", 0.8) if alike else None
    if left.factuality in DENIED:
        return None
    for mine, theirs in ((left.begun, right.begun), (left.ended, right.ended)):
        if mine.known and theirs.known:
            if not mine.apart(theirs):
                return Relation.AGREES, "time", 0.7
            if _gap(mine, theirs) <= NEAR or (_is_held(left) and _is_held(right)):
                return Relation.CONTRADICTS, "time", 0.7
    if _is_held(left) and _is_held(right):
        return Relation.AGREES, "status", 0.6
    ends = right.ended if right.act in GONE else Days()
    return (Relation.SUPERSEDES, "status", 0.7) if _is_held(left) and one.said.known and one.said.before(ends) else None


def _of_two_holders(one: Account, left: Holding, other: Account, right: Holding) -> Found | None:
    """Two at one time, one who stayed when another had taken it, or a later change."""
    for mine, theirs in ((left, right), (right, left)) if left.office is None else ():
        if mine.begun.known and theirs.ended.known and mine.begun.before(theirs.ended) and _gap(mine.begun, theirs.ended) <= NEAR:
            return Relation.CONTRADICTS, "time", 0.6
    if left.act is right.act is Act.TAKES and _is_narrow(left.begun) and left.begun == right.begun:
        return Relation.CONTRADICTS, "participant", 0.6
    if not (_is_current(one, left) and _is_current(other, right)):
        return None
    if one.said.before(right.begun) or (left.begun.known and left.begun.before(right.begun) and right.act is Act.TAKES):
        return Relation.SUPERSEDES, "status", 0.7
    if right.begun.known and one.said.known and not one.said.before(right.begun):
        return (Relation.CONTRADICTS, "status", 0.7) if _is_held(left) and _is_held(right) else None
    if one.said.before(other.said):
        return Relation.SUPERSEDES, "status", 0.5
    return (Relation.CONTRADICTS, "status", 0.6) if _is_held(left) and _is_held(right) else None


def _is_held(each: Holding) -> bool:
    """Whether it is told as lasting still."""
    return each.act is Act.HOLDS and each.ended == Days()


def _is_current(account: Account, each: Holding) -> bool:
    """Whether an account tells who holds something when it was said: he holds it, or took it not long before, or took office."""
    taken = each.act is Act.TAKES and each.begun.known and account.said.known
    return _is_held(each) or (taken and (each.office is not None or _gap(each.begun, account.said) <= FRESH))


def _time(each: Holding) -> Days:
    return each.begun if each.begun != Days() else each.ended


def _is_narrow(days: Days) -> bool:
    return days.first is not None and days.last is not None and (days.last - days.first).days < NARROW


def _gap(one: Days, other: Days) -> int:
    """Days between two stretches of known days."""
    first, last = max(_first(one), _first(other)), min(_last(one), _last(other))
    return max(0, (first - last).days)


def _first(days: Days) -> date:
    return days.first or date.min


def _last(days: Days) -> date:
    return days.last or date.max


def _question(each: Holding) -> str:
    place = each.place.called or each.place.words
    return f"Who holds {place}?" if each.office is None else f"Who is {each.office.replace('_', ' ')} of {place}?"


def _told(each: Holding) -> str:
    """An answer in words: "taken by the army 2031-01-29", "held by the Front since 2028-06-02", "cleared by troops (eastern quarter)"."""
    since, until = told(each.begun), told(each.ended)
    edges = (("since ", since), ("until ", until)) if each.act is Act.HOLDS else (("", since or until),)
    who = f" by {each.party.words}".replace(" by The ", " by the ") if each.party else ""
    when = "".join(f" {edge}{days}" for edge, days in edges if days)
    return f"{DID[each.act]}{who}{when}" + (f" ({each.part})" if each.part else "")
