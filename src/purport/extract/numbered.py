"""What an amount counts: the noun that it stands with, what it is "of", what its clause says, or what the numbers before it counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from purport.extract.amounts import TIME, Amount
from purport.extract.counted import DONE, IS, NOTHING, NOUN, PEOPLE, Counted, listed_as, named, state_of, told_as
from purport.extract.ellipsis import Before, like, paid_like, pointed_to
from purport.extract.figures import figure_of
from purport.extract.labels import is_day, is_label, is_year
from purport.extract.prose import Prose
from purport.extract.syntax import preposition_of, words_in
from purport.lexicon import words as listed
from purport.records import Span

NUMBERING = frozenset({"nummod", "compound", "det", "det:predet", "amod", "advmod", "nmod:unmarked"})
TIMED = frozenset({"at", "in", "on", "since", "until", "before", "after", "by", "during"})
"""Prepositions that a bare number is a time after, unless its clause says what it numbers."""
PER = frozenset({"a", "an", "per", "each"})
POINTING = frozenset({"PRON", "DET"})
AGAIN = frozenset({"ccomp", "conj", "parataxis", "root"})
"""Relations in which a number alone repeats all that one before it says: "the police said 27 had died and the coastguard 24"."""
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
PERSONS = frozenset({"he", "she", "i", "you", "we", "it", "who"})
CHANGED = frozenset({"from", "to", "by"})
NEAR = 3
"""Words after a number among which a plural is what it counts, where the tree does not say."""
WHOM = 5


def count(prose: Prose, one: Amount, own: range, head: int, before: Sequence[Before]) -> Counted | None:
    """What the amount of the words ``own`` counts, nothing if no words tell; ``None`` if it is no quantity."""
    if is_day(prose, own) or prose.words.tags[head] == "VERB":
        return None
    if one.unit is not None and not one.share:
        return _measured(prose, own, head)
    behind = words_in(prose.words, Span(one.first, one.end))
    noun = _noun_after(prose, behind, head)
    if noun is not None:
        return _with(prose, one, behind, noun)
    of = _of(prose, own)
    if of is not None:
        return _out_of(prose, one, head, of, before)
    if one.share:
        figure = figure_of(prose, head)
        return NOTHING if figure is None else figure.counted
    if is_label(prose, one, own, head):
        return None
    return _alone(prose, head, before, one.low or one.high)


def _of(prose: Prose, own: range) -> int | None:
    """What follows at once with "of"."""
    words, at = prose.words, own[-1] + 1
    if at + 1 >= len(words) or prose.form(at) != "of" or words.sentences[at] != words.sentences[own[0]]:
        return None
    if words.tags[at + 1] == "PRON" and not words.fine_tags[at + 1].endswith("$"):
        return at + 1
    return next(
        (each for word in own for each in prose.tree.children[word] if each > at and preposition_of(prose.tree, each) == "of"), None
    )


def _next_noun(prose: Prose, at: int) -> int | None:
    """The last noun of those that follow each other from a word on, where the tree does not join them."""
    words, found, first = prose.words, None, at
    while at < len(words) and words.sentences[at] == words.sentences[first] and words.tags[at] in PHRASE:
        found = at if words.tags[at] in ("NOUN", "PROPN") else found
        at += 1
    return found


def _noun_after(prose: Prose, own: range, head: int) -> int | None:
    """The noun that a number stands before; where the tree does not join them, a plural that follows at once."""
    words = prose.words
    above = words.heads[head]
    while 0 <= above < words.heads[above] and words.relations[above] == "amod" and words.tags[words.heads[above]] == "NOUN":
        above = words.heads[above]
    joined = above > own[-1] and words.relations[head] in NUMBERING and words.sentences[above] == words.sentences[head]
    if joined and (_is_noun(prose, above) or told_as(prose, above, (NOUN, IS, DONE)) is not None):
        return above
    for word in range(own[-1] + 1, min(own[-1] + 1 + NEAR, len(words))):
        if words.sentences[word] != words.sentences[head]:
            return None
        if words.fine_tags[word] == "``":
            continue
        if told_as(prose, word, (NOUN,)) is not None and words.tags[word] in ("ADJ", "NOUN"):
            return word
        if words.fine_tags[word] == "NNS" and not prose.form(word).endswith("ed"):
            return word
        if words.tags[word] not in ("ADJ", "NOUN") or words.relations[word] not in ("amod", "compound", "nsubj"):
            return None
    return None


def _is_noun(prose: Prose, word: int) -> bool:
    """Whether a word is a noun, and no participle taken for one."""
    return prose.words.tags[word] in ("NOUN", "PROPN") and not prose.form(word).endswith("ed")


def _with(prose: Prose, one: Amount, own: range, noun: int) -> Counted | None:
    """A number with its noun; "no" counts things or people of whom something became, "2031 campaign" nothing."""
    plural = prose.words.fine_tags[noun] in ("NNS", "NNPS")
    measure = listed("measures.tsv").get(prose.form(noun))
    if measure is not None:
        return None if measure[0] == TIME or one.high == 0 else Counted(unit=measure[1])
    idle = prose.lemma(noun) in listed_as("idle") if one.high == 1 else prose.lemma(noun) in listed_as("figure") and (one.high or 10) < 10
    if idle:
        return None
    changed = _changed(prose, noun)
    counted = named(prose, noun, after=own[-1]) if changed is None else named(prose, changed)
    if one.high == 0 and not plural and (counted.state is None or told_as(prose, noun, (NOUN,)) is not None):
        return None
    return None if is_year(prose, one, plural=plural) else counted


def _changed(prose: Prose, noun: int) -> int | None:
    """What is raised or cut by so many: "cut her *lead* from 250 votes to 94"."""
    words, verb = prose.words, prose.words.heads[noun]
    if verb < 0 or preposition_of(prose.tree, noun) not in CHANGED or prose.lemma(verb) not in listed_as("putting"):
        return None
    thing = prose.tree.child(verb, ("obj",))
    if thing is None or words.fine_tags[thing] != "NN" or any(words.tags[each] == "NUM" for each in prose.tree.children[thing]):
        return None
    return None if prose.lemma(thing) in listed_as("figure") | listed_as("toll") else thing


def _measured(prose: Prose, own: range, head: int) -> Counted:
    """What is measured or paid: what the unit is "of", the noun after it, what "a" or "per" names, or what rose or fell to it."""
    words = prose.words
    above = words.heads[head]
    of = _of(prose, own)
    if of is not None and words.tags[of] == "NOUN":
        return named(prose, of)
    if above > own[-1] and words.relations[head] in NUMBERING and words.tags[above] == "NOUN":
        return named(prose, above, after=own[-1])
    at = own[-1] + 1
    if at + 1 < len(words) and prose.lemma(at) in PER and words.tags[at + 1] == "NOUN" and words.sentences[at + 1] == words.sentences[head]:
        return Counted(prose.lemma(at + 1))
    figure = figure_of(prose, head)
    return NOTHING if figure is None else replace(figure.counted, noun=_plain(figure.counted.noun))


def _plain(noun: str | None) -> str | None:
    """What is measured or paid, without whose it is: "Marr shares" are shares."""
    return None if noun is None else " ".join(each for each in noun.split() if not each[0].isupper()) or noun


def _out_of(prose: Prose, one: Amount, head: int, of: int, before: Sequence[Before]) -> Counted | None:
    """A number "of" others, or "of them"; one of them is somebody, no quantity, unless something is told to have become of him."""
    words = prose.words
    state = state_of(prose, head) or _goes_on(prose, of)
    if one.low == one.high == 1 and state is None:
        return None
    if words.tags[of] not in POINTING:
        whole, told = named(prose, of), _predicate(prose, head)
        noun = named(prose, told).noun if told is not None and whole.noun in (None, PEOPLE) else whole.noun
        return Counted(noun, state or whole.state)
    if prose.lemma(of) in ("those", "that", "the"):
        told = _predicate(prose, head)
        return Counted(PEOPLE if told is None else named(prose, told).noun, state or state_of(prose, of))
    whole = like(prose, head, before) or NOTHING
    own = (
        each
        for each in prose.tree.children[head]
        if words.fine_tags[each] == "NNS" and prose.tree.first[each] == of + 1 and words.tags[of + 1] != "PUNCT"
    )
    told = next(own, None) or _predicate(prose, head)
    if told is None and state is None and prose.words.tags[of] == "PRON" and _has_verb(prose, head):
        return Counted(PEOPLE, part=True)
    return Counted(whole.noun if told is None else named(prose, told).noun, state or whole.state, part=state in (None, whole.state))


def _has_verb(prose: Prose, head: int) -> bool:
    """Whether a verb says of so many something of their own: "nine of whom *have never been found*"."""
    above = prose.words.heads[head]
    return above >= 0 and prose.words.relations[head] in ("nsubj", "nsubj:pass") and prose.words.tags[above] == "VERB"


def _goes_on(prose: Prose, last: int) -> str | None:
    """What a word without a subject that follows at once tells: "119 of them died", "30 wounded", however the sentence is read."""
    words, at = prose.words, last + 1
    while at < len(words) and words.tags[at] == "AUX":
        at += 1
    if at >= len(words) or words.tags[at] not in ("VERB", "ADJ") or words.sentences[at] != words.sentences[last]:
        return None
    done = words.fine_tags[at] == "VBN"
    return told_as(prose, at, (IS, DONE) if done else (IS,)) if prose.tree.child(at, ("nsubj", "nsubj:pass")) is None else None


def _predicate(prose: Prose, head: int) -> int | None:
    """The plural that a number is said to be: "four of them were children"."""
    words, above = prose.words, prose.words.heads[head]
    said = words.relations[head] == "nsubj" and above > head and words.fine_tags[above] == "NNS"
    return above if said and preposition_of(prose.tree, above) == "" else None


def _alone(prose: Prose, head: int, before: Sequence[Before], size: float | None) -> Counted | None:
    """A number by itself: what its clause says became of so many, what it is a figure of, or what a number like it counted."""
    words = prose.words
    figure, state = figure_of(prose, head), _goes_on(prose, head) or state_of(prose, head)
    if figure is not None and not figure.again:
        return paid_like(prose, head, before) or figure.counted
    if state is not None:
        return Counted(PEOPLE, state)
    if figure is not None:
        return pointed_to(prose, head, before, size) or NOTHING
    above, preposition = words.heads[head], preposition_of(prose.tree, head)
    if preposition == "of" and above >= 0 and words.tags[above] == "NOUN":
        return _container(prose, above)
    paid = paid_like(prose, head, before)
    if paid is not None or preposition in TIMED:
        return paid
    if head and words.tags[head - 1] == "DET" and words.heads[head - 1] == head:
        return None
    subject = prose.tree.child(head, ("nsubj",))
    if subject is not None and (words.tags[subject] == "PROPN" or prose.form(subject) in PERSONS):
        return None
    noun = _predicate(prose, head)
    if noun is None:
        found = (like(prose, head, before) if _is_whole(size) else None) or NOTHING
        return found if words.relations[head] in AGAIN or found.state is None else replace(found, noun=found.noun or PEOPLE, state=None)
    whole = like(prose, head, before) if _is_of_whom(prose, head) else None
    return named(prose, noun) if whole is None else replace(named(prose, noun), state=whole.state, part=True)


def _is_whole(size: float | None) -> bool:
    """Whether a number can count things like others: 6.8 is of something else."""
    return size is None or size == int(size)


def _is_of_whom(prose: Prose, head: int) -> bool:
    """Whether "of whom" or "of them" stands before a number in its clause: "of whom it believes seven were civilians"."""
    return any(prose.form(at) in ("whom", "them") and prose.form(at - 1) == "of" for at in range(max(1, head - WHOM), head))


def _container(prose: Prose, noun: int) -> Counted | None:
    """What a number "of" which something is counts: "a town of 9,000" has inhabitants; "a crew of nine" is one; a name is none."""
    if prose.words.fine_tags[noun] != "NN" or not prose.raw(noun)[0].islower():
        return None
    return Counted("inhabitant") if prose.lemma(noun) in listed("place_kinds.tsv") else replace(named(prose, noun), whole=True)
