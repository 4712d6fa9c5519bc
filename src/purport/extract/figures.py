"""Numbers that stand by themselves, and the words that say what they number: "the toll rose to 17", "put the dead at 12"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from purport.extract.counted import DEED, DONE, HANGING, IS, NOTHING, NOUN, Counted, listed_as, named, state_of, told_as
from purport.extract.prose import Prose
from purport.extract.syntax import preposition_of

CLIMB = 3
"""Numbers that may stand between a number and its verb: "from 192 to 189"."""
ENDS = ("", "to", "from", "at", "by", "of", "as", "with")
DEAD = "dead"
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


@dataclass(frozen=True, slots=True)
class Figure:
    """What words say that a number stands for; ``again`` is whether they only point to what was counted before."""

    counted: Counted
    again: bool = False


def figure_of(prose: Prose, head: int) -> Figure | None:
    """What the words around a number say that it stands for, ``None`` where none do."""
    words = prose.words
    for _ in range(CLIMB):
        above = words.heads[head]
        if above < 0 or words.tags[above] != "NUM" or words.relations[head] not in ("nmod", "conj", "obl"):
            break
        head = above
    noun = _subject(prose, head)
    if noun is None and (state := _numbered_by(prose, head)) is not None:
        return Figure(Counted(None, state))
    if noun is None:
        return _given(prose, head)
    return _stands_for(prose, noun, head if words.heads[noun] == head else words.heads[head])


def _given(prose: Prose, head: int) -> Figure | None:
    """What a number that is said or given stands for: "gives 290 as the limit", else what was counted before: "the police said nine"."""
    above = prose.words.heads[head]
    named_so = prose.words.relations[head] in ("obj", "ccomp") or (prose.words.relations[head] == "obl" and _is_to(prose, head))
    if above < 0 or not named_so or prose.lemma(above) not in listed_as("naming"):
        return None
    named_as = next((each for each in prose.tree.children[above] if each > head and preposition_of(prose.tree, each) == "as"), None)
    if named_as is None or _is_figure(prose, named_as):
        return Figure(NOTHING, again=True)
    return Figure(replace(named(prose, named_as), whole=True))


def _is_to(prose: Prose, head: int) -> bool:
    """Whether a number is what somebody "admitted *to*"."""
    return preposition_of(prose.tree, head) == "to"


def _subject(prose: Prose, head: int) -> int | None:
    """The noun whose number it is."""
    words = prose.words
    above, relation = words.heads[head], words.relations[head]
    if head and prose.lemma(head - 1) == "number" and words.sentences[head] == words.sentences[head - 1]:
        return _numbered(prose, head - 1)
    subject = prose.tree.child(head, ("nsubj", "nsubj:outer"))
    if subject is not None and subject < head:
        return subject
    if above < 0 or preposition_of(prose.tree, head) not in ENDS:
        return None
    if words.tags[above] == "NOUN":
        return above if relation in ("nmod", "appos") and above < head and _is_figure(prose, above) else None
    if prose.lemma(above) in listed_as("putting"):
        return prose.tree.child(above, ("obj", "nsubj:pass")) if relation != "obj" else None
    if prose.lemma(above) in listed_as("moving"):
        subject = prose.tree.child(above, SUBJECTS)
        joined = subject is None and words.relations[above] == "conj" and words.heads[above] >= 0
        return prose.tree.child(words.heads[above], SUBJECTS) if joined else subject
    return None


def _numbered_by(prose: Prose, head: int) -> str | None:
    """What a participle says that a number hangs on instead of its noun: "cut the number rescued from 192 to 189"."""
    above = prose.words.heads[head]
    if above < 0 or prose.words.fine_tags[above] != "VBN" or preposition_of(prose.tree, head) not in ("from", "to", "at"):
        return None
    before = above - 1
    return told_as(prose, above, (DONE,)) if before >= 0 and _is_figure(prose, before) else None


def _numbered(prose: Prose, verb: int) -> int | None:
    """What stands before "number" or "numbered", however the sentence is read."""
    words = prose.words
    at = verb - 1
    if at >= 0 and words.tags[at] == "DET":
        return None
    while at >= 0 and words.sentences[at] == words.sentences[verb]:
        if words.tags[at] in ("NOUN", "PROPN") or told_as(prose, at, (NOUN,)) is not None:
            return at
        at -= 1
    return None


def _is_figure(prose: Prose, word: int) -> bool:
    return prose.lemma(word) in listed_as("figure") | listed_as("toll")


def _stands_for(prose: Prose, noun: int, verb: int) -> Figure | None:
    words = prose.words
    if told_as(prose, noun, (NOUN,)) is not None:
        return Figure(named(prose, noun))
    if not _is_figure(prose, noun):
        if words.heads[noun] == verb and words.tags[verb] != "VERB" and prose.tree.child(verb, ("cop",)) is None:
            return None
        return Figure(named(prose, noun)) if words.tags[noun] == "NOUN" and words.tags[verb] in ("VERB", "NUM", "NOUN", "SYM") else None
    told = _content(prose, noun, verb)
    if told is not None:
        return Figure(told)
    return Figure(Counted(None, DEAD)) if prose.lemma(noun) in listed_as("toll") else Figure(NOTHING, again=True)


def _content(prose: Prose, noun: int, verb: int) -> Counted | None:
    """What a noun like "number" has told of it: "of people killed", "known to have died", "on board"; "death" before "toll"."""
    words = prose.words
    for each in prose.tree.children[noun]:
        relation = words.relations[each]
        if (
            relation == "nmod"
            and each > noun
            and preposition_of(prose.tree, each) == "of"
            and words.tags[each] in ("NOUN", "PROPN", "ADJ", "VERB")
        ):
            state = told_as(prose, each, (DONE, IS))
            return Counted(None, state) if state is not None and words.tags[each] != "NOUN" else named(prose, each)
        if relation == "compound" and (state := told_as(prose, each, (NOUN, DEED))):
            return Counted(None, state)
        if relation in HANGING and (state := told_as(prose, each, (NOUN, DONE, IS))):
            return Counted(None, state)
    state = state_of(prose, noun)
    if state is None and verb >= 0:
        state = next((found for each in prose.tree.children[verb] if (found := _on_board(prose, each))), None)
    return None if state is None else Counted(None, state)


def _on_board(prose: Prose, word: int) -> str | None:
    return "aboard" if preposition_of(prose.tree, word) == "on" and prose.lemma(word) == "board" else None
