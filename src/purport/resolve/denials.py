"""What one source says and another says is not so: an act, who took part in it, or that there is such a thing at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Relation
from purport.resolve.accounts import DENIED, SURE, Account, Frame
from purport.resolve.findings import Finding, by_whom, same_source, shown
from purport.resolve.states import states
from purport.resolve.stems import forms, kind, stem
from purport.resolve.weighing import commonness, covered, leading, weight

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


ROUNDING = 1e-6


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its acts with who takes part, the nations and groups that act in it, and its telling words.

    Who denies something seeks who says it, and the other way round; and who denies the same. Of a denial's words those are keys of which
    whoever says enough of it says one at least; of a claim's, all.
    """
    side = "-" if account.denied else "+"
    for frame in account.frames:
        yield from (f"act {frame.stem} {name} {side}" for party in frame.of() for name in sorted(party.names))
    for name in _actors(account):
        yield f"actor {name}"
    if account.denied:
        yield from (f"said {each} -" for each in sorted(_needed(account)))
        yield from (f"denied {' '.join(sorted(none))}" for none in sorted(_telling_nones(account), key=sorted))
    elif account.factuality in SURE:
        yield from (f"said {each} +" for each in sorted(_kinds(each for each in account.stems if not each.isdigit())))


def _needed(denial: Account) -> frozenset[str]:
    """The kinds of the words of a denial of which whatever it can contradict says one at least: as rare ones as will do.

    What covers it lacks little of it, so it says one of the rarest words, and one of the acts that are denied; what tells of that of which
    there was none says the rarest word of it. Where such words are too common to be keys, all telling words are.
    """
    own, acts = _own(denial), frozenset(frame.stem for frame in denial.frames)
    telling = frozenset(each for each in own if weight([each]) >= TELLING)
    found = [[frozenset(_alone(none)[:1])] for none in _telling_nones(denial)]
    if _can_be_covered(denial, own):
        found.append([leading(own, SHARED * weight(own) - ROUNDING), acts if acts <= {*_alone(acts)} else frozenset()])
    sure = ([each for each in ways if each and each <= telling] for ways in found)
    return _kinds(frozenset().union(*(min([*ways, telling], key=commonness) for ways in sure)))


def _can_be_covered(denial: Account, own: frozenset[str]) -> bool:
    """Whether a denial tells what it denies: by an act, or some words."""
    return not states(denial) and (bool(denial.frames) or len(own) >= FEWEST) and weight(own) >= LEAST


def _alone(stems: Iterable[str]) -> list[str]:
    """Those of some stems that no other is of a kind with, the rarest first."""
    return sorted((each for each in stems if kind(each) == each), key=lambda each: (-weight([each]), each))


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
    found = _contradicted(denial, claim)
    if found is not None and not (states(denial) and states(claim)):
        type_, score, question = found
        why = f"yes ({by_whom(claim)}); no ({by_whom(denial)})"
        yield Finding(Relation.CONTRADICTS, type_, score, question, why)


def _contradicted(denial: Account, claim: Account) -> tuple[str, float, str] | None:
    """What a denial contradicts of a claim, how surely, and what is asked."""
    if any(_is_one_act(act, told) for act in denial.frames for told in claim.frames):
        return "denial", 0.8, f"Is it so: {shown(claim)}?"
    if not _are_of_one(denial, claim):
        return None
    part = sorted(_actors(denial) & _actors(claim)) if _takes_part(denial) and _acts(claim) else []
    if part:
        return "participant", 0.7, f"Did {' and '.join(map(str.title, part))} forces take part?"
    if _telling(denial) & _telling(claim) and (_is_covered(denial, claim) or _is_none(denial, claim)):
        return "denial", 0.6, f"Is it so: {shown(claim)}?"
    return None


def _agreed(one: Account, other: Account) -> Iterator[Finding]:
    """Agreement on who took part or did not, or that there was none of something."""
    if not _are_of_one(one, other):
        return
    took = (_takes_part(one) and _acts(other)) or (_takes_part(other) and _acts(one))
    part = sorted(_actors(one) & _actors(other)) if took else []
    none = one.denied and _telling(one) & _telling(other) and not _telling_nones(one).isdisjoint(_telling_nones(other))
    if not part and not none:
        return
    answer = "no" if one.denied else "yes"
    why = f"{answer} ({by_whom(one)}); {answer} ({by_whom(other)})"
    if part:
        yield Finding(Relation.AGREES, "participant", 0.6, f"Did {' and '.join(map(str.title, part))} forces take part?", why)
    else:
        yield Finding(Relation.AGREES, "denial", 0.6, f"Is it so: {shown(one)}?", why)


def _are_of_one(one: Account, other: Account) -> bool:
    return one.report == other.report or bool(one.about & other.about)


def _is_covered(denial: Account, claim: Account) -> bool:
    """Whether an account says most of what another denies, and what that denies to have happened."""
    own, acts = _own(denial), {kind(frame.stem) for frame in denial.frames}
    told = {kind(each) for each in claim.stems}
    return _can_be_covered(denial, own) and covered(own, claim.stems) >= SHARED and (not acts or bool(acts & told))


def _is_none(denial: Account, claim: Account) -> bool:
    """Whether an account tells of what another says there was none of: "felt *no wave*", "a freak wave".

    "No plant would be closed" says more of plants than that there are none: that must be told too.
    """
    told = {kind(each) for each in claim.stems}
    nones = [none for none in _telling_nones(denial) if {kind(each) for each in none} <= told]
    return any(not (acts := _acts_on(denial, none)) or bool(acts & told) for none in nones)


def _acts_on(denial: Account, none: frozenset[str]) -> frozenset[str]:
    """The kinds of what a denial says happened to nothing of a sort, but for its being there or being noticed."""
    found = (frame for frame in denial.frames if frame.stem not in _perceiving() and frame.word.islower())
    return frozenset(kind(each.stem) for each in found if not each.parties or any(none & party.stems for party in each.of()))


@cache
def _perceiving() -> frozenset[str]:
    return frozenset(stem(form) for form in listed("perceiving.tsv"))


def _telling_nones(account: Account) -> set[frozenset[str]]:
    """Those of which an account says there was none, as far as words tell what they are."""
    return {none for none in _nones(account) if weight(none) >= LEAST}


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
    return _kinds(_own(account))


def _kinds(stems: Iterable[str]) -> frozenset[str]:
    """The kinds of those of some stems that are rare enough to find a denial by."""
    return frozenset(kind(each) for each in stems if weight([each]) >= TELLING)
