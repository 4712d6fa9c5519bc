"""Whether a recording is genuine: what accounts answer, of which recording, and how two answers stand to each other.

Words tell (``lexicon/genuine.tsv``), with how sure the source is: that it is authentic or a forgery, that the voice is his, that it could
or could not be verified. What is said of no recording of the report ("called the paper a forgery"), of another ("the earlier tape"), on a
condition ("if genuine") or only beside a noun ("fake videos") is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from purport.extract.media import kinds
from purport.lexicon import words as listed
from purport.records import Factuality, Relation
from purport.resolve.accounts import Account, Judged, Message, Verdict
from purport.resolve.findings import Answer, Finding, by_whom, same_source
from purport.resolve.messages import is_one
from purport.resolve.stems import forms

FAR = 12
"""Words between a recording and what is said of it, at most."""
NEAR = 3
"""Words before a thing that is all that is confirmed, at most ("the voice"); and between "was" and whose it is."""
CONDITIONS = frozenset({"if"})
IT = frozenset({"it", "that", "this"})
CALLED = "as"
"""What stands before what something is dismissed, described or denounced as."""
OPENING = frozenset({"whether", "if"})
UNHEARD = frozenset({"letter", "statement"})
POSITIVE = frozenset({Verdict.YES, Verdict.PROBABLY})
NEGATIVE = frozenset({Verdict.NO, Verdict.NOT_TAKEN})
SAID = {
    Factuality.CERTAIN: Verdict.YES,
    Factuality.PROBABLE: Verdict.PROBABLY,
    Factuality.CERTAINLY_NOT: Verdict.NO,
    Factuality.PROBABLY_NOT: Verdict.NO,
}
"""What a source says that is so sure that it is genuine; all else leaves it open."""
TURNED = {
    Factuality.CERTAIN: Verdict.NO,
    Factuality.PROBABLE: Verdict.NO,
    Factuality.CERTAINLY_NOT: Verdict.YES,
    Factuality.PROBABLY_NOT: Verdict.PROBABLY,
}
"""What a source says that is so sure that it is a forgery."""
SURE = {
    Verdict.YES: Factuality.CERTAIN,
    Verdict.PROBABLY: Factuality.PROBABLE,
    Verdict.OPEN: Factuality.UNCOMMITTED,
    Verdict.NOT_TAKEN: Factuality.UNCOMMITTED,
    Verdict.NO: Factuality.CERTAINLY_NOT,
}
"""How sure a verdict is that a recording is genuine."""


def judge(own: str, cue: str, factuality: Factuality, of: Sequence[tuple[str, Message]], before: str = "") -> tuple[Judged, ...]:
    """What a claim answers, by its own words, its cue and how sure it is; ``of`` are its report's recordings by id, the foremost first.

    ``before`` are the words just before it, which tell what "it" is.
    """
    told = _named(forms(own), forms(before)) if of else []
    things = [at for at, word in enumerate(told) if _is_thing(word) and not (at and _is(told[at - 1], "apart"))]
    one = next((each for each in of if _is_of(told, things, each[1])), None) if things else None
    verdict = _verdict(told, things, forms(cue), factuality) if one is not None else None
    return () if one is None or verdict is None else (Judged(one[0], one[1], verdict),)


def _named(told: list[str], before: Sequence[str]) -> list[str]:
    """The words of a claim with the noun for "it", where they begin with that and a recording was spoken of last: "*it* was authentic"."""
    at = 1 if told[:1] == ["that"] else 0
    noun = next((word for word in reversed(before) if word in _media()), None)
    begins = len(told) > at + 1 and told[at] in IT and _is(told[at + 1], "is")
    return [*told[:at], noun, *told[at + 1 :]] if begins and noun is not None else told


def _is(word: str, *what: str) -> bool:
    return listed("genuine.tsv").get(word, ("",))[0] in what


def _is_thing(word: str) -> bool:
    return word in _media() or _is(word, "heard", "asked")


@cache
def _media() -> frozenset[str]:
    return frozenset(kinds())


def _is_of(told: Sequence[str], things: Sequence[int], message: Message) -> bool:
    """Whether the nouns for a recording can be said of this one; where there are none, whether it can have a voice."""
    media = [kinds()[told[at]] for at in things if told[at] in _media()]
    own = kinds()[message.medium]
    return (
        any(own.may_be(each) for each in media)
        if media
        else message.medium not in UNHEARD or not any(_is(told[at], "heard") for at in things)
    )


def _verdict(told: Sequence[str], things: Sequence[int], cue: Sequence[str], factuality: Factuality) -> Verdict | None:
    for read in (_said, _identified, _doubted, _checked):
        found = read(told, things, cue, factuality)
        if found is not None:
            return found
    return None


def _said(told: Sequence[str], things: Sequence[int], cue: Sequence[str], factuality: Factuality) -> Verdict | None:
    """It is authentic, or forged, or a comparison was inconclusive."""
    for at, word in enumerate(told):
        thing = next((each for each in reversed(things) if each < at), None)
        if thing is None or at - thing > FAR or not _is(word, "yes", "no", "open"):
            continue
        if _is(word, "open"):
            return Verdict.OPEN
        before = [*cue, *told[:at]]
        if told[at - 1] in CONDITIONS or (at + 1 in things and not any(_is(each, "is") for each in told[thing:at])):
            continue
        taking = next((place for place, each in enumerate(before) if _is(each, "takes")), None)
        if _is(word, "yes") and taking is not None and any(_is(each, "not") for each in before[:taking]):
            return Verdict.NOT_TAKEN
        if _is(word, "no") and CALLED in told[max(at - 2, 0) : at]:
            return Verdict.OPEN if factuality is Factuality.UNCOMMITTED else Verdict.NO
        return (SAID if _is(word, "yes") else TURNED).get(factuality, Verdict.OPEN)
    return None


def _identified(told: Sequence[str], things: Sequence[int], cue: Sequence[str], factuality: Factuality) -> Verdict | None:
    """The voice is his, or may be; "the speaker is the man heard last year", "that is not her voice"."""
    for thing in things:
        if not _is(told[thing], "heard"):
            continue
        for at in range(thing + 1, min(thing + 1 + NEAR, len(told))):
            if _is(told[at], "is") and any(_is(each, "his") for each in told[at + 1 : at + 1 + NEAR]):
                return SAID.get(factuality, Verdict.OPEN)
        ahead = told[max(thing - NEAR - 1, 0) : thing]
        if ahead and ahead[0] in IT and _is(ahead[-1], "his") and any(_is(each, "is") for each in ahead):
            return SAID.get(factuality, Verdict.OPEN)
    return None


def _doubted(told: Sequence[str], things: Sequence[int], cue: Sequence[str], factuality: Factuality) -> Verdict | None:
    """Its authenticity is doubted, or there is no reason to doubt it."""
    if not any(_is(told[at], "asked") for at in things):
        return None
    before = [*cue, *told]
    doubt = next((at for at, each in enumerate(before) if _is(each, "doubts")), None)
    if doubt is None:
        return None
    denied = any(_is(each, "not") for each in before[max(doubt - NEAR, 0) : doubt])
    return Verdict.PROBABLY if denied else Verdict.OPEN


def _checked(told: Sequence[str], things: Sequence[int], cue: Sequence[str], factuality: Factuality) -> Verdict | None:
    """It was verified, or could not be."""
    thing = things[0]
    particular = any(_is(told[at], "heard", "asked") for at in things)
    is_open = factuality is not Factuality.CERTAIN
    if any(_is(each, "checks", "names") for each in cue) and thing <= NEAR and not (told and told[0] in {*OPENING, "that"}):
        strict = particular or any(_is(each, "checks") for each in cue)
        return (Verdict.OPEN if is_open else Verdict.YES) if strict else None
    for at, word in enumerate(told):
        if not (_is(word, "checks") or (_is(word, "names") and particular)):
            continue
        after = thing < at <= thing + FAR and any(_is(each, "is") for each in told[thing:at])
        ahead = any(at + 2 <= each <= at + 1 + NEAR for each in things)
        if after or ahead:
            is_open = is_open or any(_is(each, "not") for each in told[:at])
            return Verdict.OPEN if is_open else Verdict.YES
    return None


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: whose recording it judges."""
    yield from (f"genuine {name}" for name in sorted({name for each in account.judged for name in each.message.names}))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Two answers of one recording; of two messages of a series none meet."""
    for mine in one.judged:
        for theirs in other.judged:
            if mine.recording == theirs.recording or is_one(mine.message, theirs.message):
                relation, type_ = _relation(one, mine, other, theirs)
                question = f"Is the recording of {mine.message.called or mine.message.speaker} genuine?"
                why = f"{mine.verdict} ({by_whom(one)}); {theirs.verdict} ({by_whom(other)})"
                answers = (Answer(str(mine.verdict), SURE[mine.verdict]), Answer(str(theirs.verdict), SURE[theirs.verdict]))
                yield Finding(relation, type_, 0.6, question, why, answers=answers)


def _relation(one: Account, mine: Judged, other: Account, theirs: Judged) -> tuple[Relation, str | None]:
    both = {mine.verdict, theirs.verdict}
    if len(both) == 1 or both <= POSITIVE or both <= NEGATIVE:
        return Relation.AGREES, "status"
    if one.said.before(other.said) and same_source(one, other):
        return Relation.SUPERSEDES, "correction"
    if Verdict.OPEN in both:
        return Relation.DOUBTS, "status"
    return Relation.CONTRADICTS, "status"
