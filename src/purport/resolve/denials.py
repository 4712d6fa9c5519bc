"""What one source says and another says is not so: an act, who took part in it, or that there is such a thing at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Relation
from purport.resolve.accounts import DENIED, SURE, Account, Frame
from purport.resolve.findings import Finding, by_whom, same_source, shown
from purport.resolve.states import states
from purport.resolve.stems import forms, kind, stem
from purport.resolve.weighing import covered, weight

SHARED = 0.6
"""How much of what is denied the other account says, at least, where no party tells that the two speak of one act."""
LEAST = 4.5
"""How much the words of a denial count, at least, for them to tell what is denied."""


JOINING = frozenset({"and", "or"})
SUCH = frozenset({"such", "other"})
FEWEST = 2
"""Words of a denial that tells of no act, at least: in "rejected the amnesty" it is no claim that is denied."""
TELLING = 4.5
"""How rare a word is, at least, by which a denial is found."""


TOLD = "said "
"""How the keys begin that are of telling words."""
ROUNDING = 1e-6


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its acts with who takes part, the nations and groups that act in it, and its telling words.

    Who denies something seeks who says it, and the other way round; and who denies the same.
    """
    side = "-" if account.denied else "+"
    for frame in account.frames:
        yield from (f"act {frame.stem} {name} {side}" for party in frame.of() for name in sorted(party.names))
    for name in _actors(account):
        yield f"actor {name}"
    if account.denied:
        yield from (f"{TOLD}{each} -" for each in sorted(_telling(account)))
        yield from (f"denied {each}" for each in sorted(_telling(account)))
    elif account.factuality in SURE:
        yield from (f"{TOLD}{each} +" for each in sorted(_telling(account)))


def suffice(account: Account, shared: Collection[str]) -> bool:
    """Whether an account that some sought keys find can stand to this one as the rule wants: say as much as it must of what this denies."""
    if not account.denied or any(not key.startswith(TOLD) for key in shared) or any(_nones(account)):
        return True
    own = _own(account)
    missed = (each for each in own if weight([each]) >= TELLING and f"{TOLD}{kind(each)} +" not in shared)
    return weight(own) - weight(missed) >= SHARED * weight(own) - ROUNDING


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Contradiction, where one denies what the other says; ``one`` was not said later."""
    if not _is_said(one, other):
        return
    if one.denied == other.denied:
        yield from _agreed(one, other)
        return
    if same_source(one, other):
        return
    denial, claim = (one, other) if one.denied else (other, one)
    if states(denial) and states(claim):
        return
    why = f"yes ({by_whom(claim)}); no ({by_whom(denial)})"
    is_so = f"Is it so: {shown(claim)}?"
    shared = sorted({act.stem for act in denial.frames for told in claim.frames if _is_one_act(act, told)})
    part = sorted(_actors(denial) & _actors(claim)) if _takes_part(denial) and _acts(claim) and _are_of_one(one, other) else []
    if shared:
        yield Finding(Relation.CONTRADICTS, "denial", 0.8, is_so, why)
    elif part:
        yield Finding(Relation.CONTRADICTS, "participant", 0.7, f"Did {' and '.join(map(str.title, part))} forces take part?", why)
    elif _are_of_one(one, other) and _telling(one) & _telling(other) and (_is_covered(denial, claim) or _is_none(denial, claim)):
        yield Finding(Relation.CONTRADICTS, "denial", 0.6, is_so, why)


def _agreed(one: Account, other: Account) -> Iterator[Finding]:
    """Agreement on who took part or did not, or that there was none of something."""
    if not _are_of_one(one, other):
        return
    answer = "no" if one.denied else "yes"
    why = f"{answer} ({by_whom(one)}); {answer} ({by_whom(other)})"
    took = (_takes_part(one) and _acts(other)) or (_takes_part(other) and _acts(one))
    part = sorted(_actors(one) & _actors(other)) if took else []
    if part:
        yield Finding(Relation.AGREES, "participant", 0.6, f"Did {' and '.join(map(str.title, part))} forces take part?", why)
    elif (
        one.denied and _telling(one) & _telling(other) and any(weight(none) >= LEAST and none in set(_nones(other)) for none in _nones(one))
    ):
        yield Finding(Relation.AGREES, "denial", 0.6, f"Is it so: {shown(one)}?", why)


def _are_of_one(one: Account, other: Account) -> bool:
    return one.report == other.report or bool(one.about & other.about)


def _is_covered(denial: Account, claim: Account) -> bool:
    """Whether an account says most of what another denies, and what that denies to have happened."""
    own, acts = _own(denial), {kind(frame.stem) for frame in denial.frames}
    if states(denial) or (not acts and len(own) < FEWEST):
        return False
    told = {kind(each) for each in claim.stems}
    return weight(own) >= LEAST and covered(own, claim.stems) >= SHARED and (not acts or bool(acts & told))


def _is_none(denial: Account, claim: Account) -> bool:
    """Whether an account tells of what another says there was none of: "felt *no wave*", "a freak wave"."""
    told = {kind(each) for each in claim.stems}
    return any(weight(none) >= LEAST and {kind(each) for each in none} <= told for none in _nones(denial))


def _nones(account: Account) -> Iterator[frozenset[str]]:
    """What an account says that there was none of, as far as it goes after "no"."""
    none: list[str] | None = None
    for form in forms(account.own):
        if form == "no":
            none = []
        elif none is not None and form in listed("empty_words.tsv") and form not in SUCH:
            if none:
                yield frozenset(none)
            none = None
        elif none is not None and form not in SUCH:
            none.append(stem(form))
    if none:
        yield frozenset(none)


def _is_said(one: Account, other: Account) -> bool:
    return {one.factuality, other.factuality} <= DENIED | SURE


def _is_one_act(one: Frame, other: Frame) -> bool:
    """Whether two frames tell of one act: the same word, and a party in common, at times that can be one."""
    if one.stem != other.stem or one.days.apart(other.days):
        return False
    mine = {party.key for party in one.of() if party.key is not None}
    return any(party.key in mine for party in other.of())


def _takes_part(account: Account) -> bool:
    return not listed("taking_part.tsv").keys().isdisjoint(forms(account.own))


def _acts(account: Account) -> bool:
    return bool(account.frames) or _takes_part(account)


def _actors(account: Account) -> set[str]:
    """The nations and groups whose people act in an account: "Kurdish" and "American" of "Kurdish and American forces"."""
    found: set[str] = set()
    before: list[str] = []
    for word in account.own.split():
        bare = word.strip(".,;:“”\"'()")
        if stem(bare.lower()) in _forces():
            found.update(before)
        before = [*before, fold(bare)] if bare[:1].isupper() else before if bare in JOINING else []
    return found - set(listed("empty_words.tsv"))


@cache
def _forces() -> frozenset[str]:
    return frozenset(stem(form) for form in listed("forces.tsv"))


def _own(account: Account) -> frozenset[str]:
    """The stems of what an account says of those whom it names, without their names."""
    names = {stem(name) for party in account.parties for name in party.proper}
    return frozenset(each for each in account.stems - names if not each.isdigit())


def _telling(account: Account) -> frozenset[str]:
    """The kinds of the words by which a denial is found; names and common words alone do not tell what is denied."""
    return frozenset(kind(each) for each in _own(account) if weight([each]) >= TELLING)
