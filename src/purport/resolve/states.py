"""What accounts say somebody's state is: alive or dead, held or free, in office or out of it (``lexicon/statuses.tsv``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from purport.folding import fold
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Factuality, MentionType, Relation
from purport.resolve.accounts import DENIED, SURE, Account, Days, Frame, Party
from purport.resolve.findings import Answer, Finding, by_whom, same_source, sure
from purport.resolve.stems import forms, stem

APART = 60
"""Days between two unconfirmed reports of one man's death, at least, that make them two reports."""
OR, AS = "or", "as"
THOUGHT = frozenset({("to", "be"), ("to", "have")})
PUNCTUATION = ".,;:!?()[]\"“”‘’'"
ADJECTIVE, NOUN, COMPOUND, BEFORE = "adjective", "noun", "compound", "before"
WHO, AMONG = "who", ["among", "the"]
BREAKS = frozenset({"while", "and", "but", "because", "when", "before", "after", "that", "which"})
"""Words after which something else is spoken of."""
CHANGING = frozenset({"liberty"})
"""Questions whose answer can change either way: of two days, two answers are no contradiction."""


@dataclass(frozen=True, slots=True)
class State:
    """An answer to a question about somebody: ``life`` of a person is ``dead``, so sure, at some time."""

    question: str
    subject: Party
    value: str
    factuality: Factuality
    days: Days


@dataclass(frozen=True, slots=True)
class _Word:
    question: str
    value: str
    roles: frozenset[str]


@cache
def _words() -> dict[str, tuple[_Word, ...]]:
    found: dict[str, tuple[_Word, ...]] = {}
    for question, value, roles, listed_forms in rows("statuses.tsv"):
        for form in listed_forms.split():
            found[stem(form)] = (*found.get(stem(form), ()), _Word(question, value, frozenset(roles.split())))
    return found


@cache
def _exclusive() -> frozenset[tuple[str, frozenset[str]]]:
    return frozenset((question, frozenset((one, other))) for question, one, other in rows("exclusive.tsv"))


def leaves_office(word: str) -> bool:
    """Whether a folded word tells that somebody leaves office of his own will."""
    return any(each.question == "office" and "agent" in each.roles for each in _words().get(stem(word), ()))


def is_sought(stem_: str) -> bool:
    """Whether a stem tells what is done to those who are hunted: they are caught, or killed."""
    return any(each.value in ("dead", "held") and "patient" in each.roles for each in _words().get(stem_, ()))


def states(account: Account) -> tuple[State, ...]:
    """The states that an account tells of, each once; of two that are one or the other, none is sure."""
    found = tuple(dict.fromkeys(_states(account)))
    if OR not in forms(account.own):
        return found
    return tuple(replace(each, factuality=Factuality.POSSIBLE) if _is_one_of(each, found) else each for each in found)


def _is_one_of(state: State, found: Sequence[State]) -> bool:
    """Whether somebody is said to be this or something else: "either killed or wounded". Who denies such denies both."""
    others = (each for each in found if (each.question, each.subject.key) == (state.question, state.subject.key))
    return state.factuality not in DENIED and any(each.value != state.value for each in others)


def _states(account: Account) -> Iterator[State]:
    told = {frame.stem for frame in account.frames}
    for frame in account.frames:
        for word in _words().get(frame.stem, ()):
            lone = "lone" in word.roles and len(frame.parties) == 1 and not _is_by(account, frame)
            if "affirmed" in word.roles and not _is_of_oneself(account, frame):
                continue
            for role, party in frame.parties:
                told_of = lone or role in word.roles
                if told_of and party.key is not None and not ("affirmed" in word.roles and frame.factuality in DENIED):
                    yield State(word.question, party, word.value, _as_given(account, frame), frame.days)
    for frame in account.frames if _is_thought(account) else ():
        for role, party in frame.parties:
            if role == "agent" and party.type is MentionType.PERSON and party.key is not None and frame.stem not in _words():
                if _is_after_that(account, party):
                    continue
                yield State("life", party, "alive", account.factuality, frame.days)
    yield from _predicated(account, told)


def _is_by(account: Account, frame: Frame) -> bool:
    """Whether it is told who does it, by a "by" at once after the word: who "is survived by his sons" is not who survived."""
    return (fold(frame.word), "by") in set(pairwise(forms(account.own)))


def _is_of_oneself(account: Account, frame: Frame) -> bool:
    """Whether somebody hides himself, and nothing else: "is hiding in the hills", not "hiding what it knew"."""
    told = [word.lower() for word in account.own.split()]
    at = next((at for at, word in enumerate(told) if fold(word.strip(PUNCTUATION)) == fold(frame.word)), len(told))
    after = told[at + 1 : at + 2]
    return not after or told[at] != told[at].rstrip(PUNCTUATION) or after[0].strip(PUNCTUATION) in listed("hiding_after.tsv")


def _predicated(account: Account, told: Collection[str]) -> Iterator[State]:
    """Who is said to be dead or alive by an adjective ("found dead", no "dead soldiers"), or by "his death", no "death sentence"."""
    people = [party for party in account.parties if party.type is MentionType.PERSON and party.key is not None]
    spoken = account.own.split()
    for at, form in enumerate(spoken if people else ()):
        bare = form.strip(PUNCTUATION)
        kind = _predicate(bare)
        if kind not in (ADJECTIVE, NOUN) or stem(bare) in told:
            continue
        if kind == NOUN and (_predicate(spoken[at + 1].strip(PUNCTUATION) if at + 1 < len(spoken) else "") == COMPOUND):
            continue
        party = _before(people, spoken[:at], is_noun=kind == NOUN)
        if party is not None:
            for word in _words().get(stem(bare), ()):
                yield State(word.question, party, word.value, account.factuality, Days())


def _predicate(form: str) -> str:
    return listed("predicates.tsv").get(form, ("",))[0]


def _before(people: Sequence[Party], before: Sequence[str], *, is_noun: bool) -> Party | None:
    """The person named last before an adjective, where it is said of him: at once after his name or a verb of being or finding.

    Before a noun, whose it is.
    """
    told = forms(" ".join(before))
    ends = {each: _end(forms(each.words), told) for each in people}
    found = max(ends, key=lambda each: ends[each] or 0)
    if (end := ends[found]) is None:
        return None
    between = told[end:]
    is_said = not between or (not is_noun and (between[-2:] == AMONG or _predicate(between[-1]) == BEFORE))
    return found if is_said and BREAKS.isdisjoint(between) and WHO not in between[1:] else None


def _end(words: Sequence[str], told: Sequence[str]) -> int | None:
    """Where some words end in others, the last time that they stand there."""
    starts = (at for at in reversed(range(len(told))) if told[at : at + len(words)] == words)
    return next((at + len(words) for at in starts if words), None)


def _as_given(account: Account, frame: Frame) -> Factuality:
    """How sure a state is; no more than possible where it is "given as", "reported" or "feared" so: others say it, whoever says this."""
    told = forms(account.own)
    at = told.index(word) if (word := fold(frame.word)) in told else 0
    given = listed("given_as.tsv")
    is_given = at > 0 and (told[at - 1] in given or (at > 1 and told[at - 1] == AS and told[at - 2] in given))
    return Factuality.POSSIBLE if is_given and frame.factuality is Factuality.CERTAIN else frame.factuality


def _is_thought(account: Account) -> bool:
    """Whether somebody is thought to do something: "is believed *to be* moving about", "*to have* gone to ground". Who does is alive."""
    is_hearsay = account.hearsay is not None or account.factuality is not Factuality.CERTAIN
    return account.source is None and account.factuality in SURE and is_hearsay and bool(THOUGHT & set(pairwise(account.own.split())))


def _is_after_that(account: Account, party: Party) -> bool:
    """Whether somebody is only named in what another is thought to do: "is believed to be a friend of Ilo Tolk"."""
    words = account.own.split()
    at = next((at for at, pair in enumerate(pairwise(words)) if pair in THOUGHT), len(words))
    before, after = forms(" ".join(words[:at])), forms(" ".join(words[at:]))
    return _end(forms(party.words), before) is None and _end(forms(party.words), after) is not None


def keys(account: Account) -> Iterator[str]:
    """What an account is to be found by: the questions it answers, and about whom."""
    for state in states(account):
        yield from (f"state {state.question} {name}" for name in sorted(state.subject.names))
        if state.value == "dead":
            yield from (f"lives {name} -" for name in sorted(state.subject.names))
    yield from (f"lives {name} +" for state in _living(account) for name in sorted(state.subject.names))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """What two accounts' answers to the same questions come to; ``one`` was not said later."""
    for left in states(one):
        for right in states(other):
            if (left.question, left.subject.key) == (right.question, right.subject.key):
                yield from _compared(one, left, other, right)
    for dead, alive in ((one, other), (other, one)):
        for left in states(dead):
            for right in _living(alive):
                if left.value == "dead" and left.subject.key == right.subject.key and _was_after(dead, left, right):
                    yield from _compared(dead, left, alive, right)


def _living(account: Account) -> Iterator[State]:
    """Who is said to have done something on known days, and so was alive on them."""
    if account.factuality is not Factuality.CERTAIN:
        return
    for frame in account.frames:
        for role, party in frame.parties:
            doing = role == "agent" and frame.stem not in _words() and frame.factuality is Factuality.CERTAIN
            if doing and frame.days.known and party.type is MentionType.PERSON and party.key is not None:
                yield State("life", party, "alive", Factuality.CERTAIN, frame.days)


def _was_after(account: Account, dead: State, alive: State) -> bool:
    """Whether somebody lived on days after those on which he is said to have died; where these are not told, after that was said."""
    if dead.factuality not in SURE or alive.days.first is None:
        return False
    if dead.days.known:
        return dead.days.before(alive.days)
    return account.said.last is not None and account.said.last <= alive.days.first


def _compared(one: Account, left: State, other: Account, right: State) -> Iterator[Finding]:
    found = _same(one, left, other, right) if left.value == right.value else _other(one, left, other, right)
    if found is not None:
        relation, type_, score = found
        answers = (Answer(left.value, left.factuality), Answer(right.value, right.factuality))
        yield Finding(relation, type_, score, _question(left), f"{_answer(one, left)}; {_answer(other, right)}", answers=answers)


Found = tuple[Relation, str | None, float]


def _same(one: Account, left: State, other: Account, right: State) -> Found | None:
    """One value: agreed on, denied, left open, or of another time."""
    open_ = [account.factuality is Factuality.UNCOMMITTED for account in (one, other)]
    sides = {left.factuality, right.factuality}
    if any(open_):
        return None if all(open_) or not sides & SURE else (Relation.DOUBTS, "status", 0.8)
    if Factuality.UNCOMMITTED in sides:
        return None
    if left.question == "life" and _far(_when(one, left), _when(other, right)):
        return Relation.SAME_SERIES, "status", 0.6
    if (left.factuality in DENIED) == (right.factuality in DENIED):
        return Relation.AGREES, "status", 0.7
    return (Relation.SUPERSEDES, "correction", 0.5) if same_source(one, other) else (Relation.CONTRADICTS, "denial", 0.9)


def _other(one: Account, left: State, other: Account, right: State) -> Found | None:
    """Two values that cannot both hold at one time."""
    if (left.question, frozenset((left.value, right.value))) not in _exclusive() or not {left.factuality, right.factuality} <= SURE:
        return None
    if left.value == "dead" and right.factuality is Factuality.CERTAIN and one.out.before(other.out):
        return Relation.SUPERSEDES, "status", 0.7
    if left.question in CHANGING and _when(one, left).apart(_when(other, right)):
        return (Relation.SUPERSEDES, "status", 0.7) if _when(one, left).before(_when(other, right)) else None
    if _far(_when(one, left), _when(other, right)) or _was_before(one, left, other, right):
        return None
    return Relation.CONTRADICTS, "status", 0.7


def _when(account: Account, state: State) -> Days:
    return state.days if state.days.known else account.said


def _far(one: Days, other: Days) -> bool:
    first, second = (one, other) if one.before(other) else (other, one)
    return bool(first.last and second.first and (second.first - first.last).days >= APART)


def _was_before(one: Account, left: State, other: Account, right: State) -> bool:
    """Whether who is said to be dead may well have been alive: when he is said to have lived was before, or when it was said."""
    dead, alive, told = (left, right, other) if left.value == "dead" else (right, left, one)
    return left.question == "life" and (alive.days.before(dead.days) or told.said.before(dead.days))


def _question(state: State) -> str:
    return listed("questions.tsv")[state.question][0].format(state.subject.called)


def _answer(account: Account, state: State) -> str:
    return f"{state.value}{sure(state.factuality)} ({by_whom(account)})"
