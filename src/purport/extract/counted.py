"""What a number counts, by the tree: a noun with what tells it apart, and what became of those counted.

"Nine dead", "nine people were killed", "the killing of nine", "the toll rose to nine" all count the same: people, dead. The words for what
becomes of people are the list ``lexicon/states.tsv``; those that stand for numbers, or with them, ``lexicon/counting.tsv``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from purport.extract.prose import Prose
from purport.extract.syntax import preposition_of
from purport.lexicon import rows

PEOPLE = "person"
DONE, IS, DEED, NOUN = "done", "is", "deed", "noun"
NAMING = frozenset({"compound", "amod", "nmod:desc", "nmod"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X"})
HANGING = frozenset({"acl", "acl:relcl", "amod", "advcl", "xcomp", "appos"})
NOT = frozenset({"not", "never", "n't", "no", "neither"})
DEEPEST = 3
"""Verbs that may stand between those counted and what became of them: "are known to have been found dead"."""
WHERE, NOWHERE = "where", "not where"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: a noun in its lemma, and what became of it; "person" where any people are.

    ``unit`` is that of an amount of money before it, which a number went without; ``whole`` is whether the noun has the number, as "a limit
    of 290" does, and nothing else is counted by it; ``part`` whether it is some of those that the number before it counts.
    """

    noun: str | None = None
    state: str | None = None
    unit: str | None = None
    whole: bool = False
    part: bool = False

    @property
    def of(self) -> str | None:
        """Both as words: "dead", "dead fighter", "village"."""
        if self.state is None:
            return self.noun
        return self.state if self.noun in (None, PEOPLE) else f"{self.state} {self.noun}"


NOTHING = Counted()


@cache
def states() -> dict[str, tuple[tuple[str, str], ...]]:
    """Of each lemma the words of the record for what became of people, and how it tells that."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lemmas, state, how in rows("states.tsv"):
        for lemma in lemmas.split():
            found.setdefault(lemma, []).append((state, how))
    return {lemma: tuple(own) for lemma, own in found.items()}


@cache
def listed_as(what: str) -> frozenset[str]:
    """The lemmas that do something around a number."""
    return frozenset(lemma for lemmas, does in rows("counting.tsv") if does == what for lemma in lemmas.split())


def told_as(prose: Prose, word: int, hows: Collection[str]) -> str | None:
    """What became of people by a word alone, where it tells that in one of these ways."""
    told = states().get(prose.lemma(word)) or states().get(prose.form(word), ())
    return next((state for state, how in told if how in hows), None)


def named(prose: Prose, noun: int, *, after: int = -1) -> Counted:
    """What a noun counts, by itself and the words before it that stand behind the word ``after``, and what became of it."""
    words = prose.words
    state = told_as(prose, noun, (NOUN,))
    before = [each for each in prose.tree.children[noun] if after < each < noun and words.relations[each] in NAMING]
    telling: list[str] = []
    for each in before:
        own = range(max(after + 1, prose.tree.first[each]), each + 1)
        if any(words.tags[at] in ("NUM", "DET", "ADP", "SYM") for at in own) or prose.lemma(each) in listed_as("plain"):
            continue
        here = told_as(prose, each, (DONE, IS, NOUN))
        if here is not None and words.relations[each] != "compound":
            state = state or here
        else:
            telling += [_plainly(prose, at) for at in own if words.tags[at] in TELLING]
    name = PEOPLE if prose.lemma(noun) in listed_as("people") else _plainly(prose, noun)
    if state is not None and told_as(prose, noun, (NOUN,)) is not None:
        return Counted(" ".join(telling) or None, state)
    joined = [_plainly(prose, each) for each in _joined(prose, noun)] if state is None else []
    both = " and ".join([" ".join([*telling, name]), *joined])
    state = state or state_of(prose, noun)
    return Counted(PEOPLE if state is not None and name == "life" else both, state)


def _plainly(prose: Prose, word: int) -> str:
    """A word as it counts: its lemma; a name, or what is made of one, and a participle as they stand."""
    fine, lemma = prose.words.fine_tags[word], prose.words.lemmas[word]
    if fine in ("NNS", "NNPS"):
        return _singular(prose, word)
    if fine == "NNP" or (fine == "JJ" and lemma[:1].isupper()):
        return prose.raw(word)
    return prose.form(word) if fine in ("VBN", "VBG") else prose.lemma(word)


def _singular(prose: Prose, word: int) -> str:
    """The lemma of a plural; where that is the plural itself, without its "s"."""
    lemma = prose.words.lemmas[word]
    lemma = lemma if prose.words.fine_tags[word] == "NNPS" else lemma.lower()
    kept = lemma.lower() != prose.form(word) or not lemma.endswith("s") or lemma.endswith("ss") or lemma in listed_as("invariant")
    if kept:
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma[:-1]


def _joined(prose: Prose, noun: int) -> Iterator[int]:
    """The nouns that one number counts with a noun: "three women and children"."""
    words = prose.words
    for each in prose.tree.children[noun]:
        if words.relations[each] != "conj" or words.fine_tags[each] != "NNS" or words.fine_tags[noun] != "NNS":
            continue
        if all(words.tags[at] in ("CCONJ", "NOUN") for at in range(prose.tree.first[each], each + 1)):
            yield each


def state_of(prose: Prose, word: int) -> str | None:
    """What became of those that a noun, or a number by itself, stands for: by what hangs on it, or by what it hangs on."""
    words = prose.words
    if [prose.form(each) for each in range(word + 1, min(word + 3, len(words)))] == ["on", "board"]:
        return "aboard"
    for each in prose.tree.children[word]:
        relation = words.relations[each]
        if relation in HANGING or (relation in ("nmod", "obl") and _among(prose, each)):
            found = _by(prose, each, done=relation != "acl:relcl" or _is_done(prose, each))
            if found is not None:
                return found
    first = word
    while (
        words.relations[first] == "conj" and 0 <= words.heads[first] < first and words.tags[words.heads[first]] in ("NOUN", "NUM", "PROPN")
    ):
        first = words.heads[first]
    above, relation = words.heads[first], words.relations[first]
    if above < 0:
        return None
    if relation in ("nsubj", "nsubj:pass"):
        return _by(prose, above, done=relation == "nsubj:pass" or _is_done(prose, above))
    if relation == "obj" or (relation.startswith("obl") and words.tags[word] == "NUM" and not preposition_of(prose.tree, word)):
        return _done_to(prose, above, word)
    if relation == "nmod" and preposition_of(prose.tree, first) == "of":
        if prose.lemma(above) == "life" and words.relations[above] == "obj":
            return _done_to(prose, words.heads[above], above)
        return told_as(prose, above, (DEED,))
    return None


def _among(prose: Prose, word: int) -> bool:
    return preposition_of(prose.tree, word) == "among" or _where(prose, word) is not None


def _where(prose: Prose, word: int, how: str = WHERE) -> str | None:
    """What a place tells of those who are, or are not, there: "on board", "in custody", "not on the list"."""
    told = states().get(f"{preposition_of(prose.tree, word)}_{prose.lemma(word)}", ())
    return next((state for state, which in told if which == how), None)


def _is_done(prose: Prose, verb: int) -> bool:
    """Whether a verb tells of what is done to its subject; in headlines "killed" without an object does."""
    return prose.tree.child(verb, ("aux:pass",)) is not None or (
        prose.words.fine_tags[verb] in ("VBN", "VBD") and prose.tree.child(verb, ("obj",)) is None
    )


def _done_to(prose: Prose, verb: int, word: int) -> str | None:
    """What a verb does to its object: "killed nine", "claimed nine lives", "left nine people dead"."""
    if _is_denied(prose, verb):
        return None
    if prose.lemma(word) == "life":
        return "dead" if prose.lemma(verb) in listed_as("lives") else None
    found = told_as(prose, verb, (DONE,))
    if found is not None or prose.lemma(verb) not in listed_as("raising"):
        return found
    return next(
        (state for each in prose.tree.children[verb] if prose.words.relations[each] == "xcomp" and (state := _by(prose, each))), None
    )


def _by(prose: Prose, word: int, *, done: bool = True, depth: int = DEEPEST) -> str | None:
    """What became of those of whom a word is said, by it or by what it brings in."""
    if _is_denied(prose, word):
        return _where(prose, word, NOWHERE)
    if (where := _where(prose, word)) is not None:
        return where
    among = preposition_of(prose.tree, word) == "among"
    found = told_as(prose, word, (NOUN, IS)) if among else told_as(prose, word, (IS, DONE) if done else (IS,))
    if found is not None or not depth:
        return found
    raising = prose.lemma(word) in listed_as("raising")
    for each in prose.tree.children[word]:
        relation = prose.words.relations[each]
        if (relation in ("xcomp", "ccomp", "acl", "advcl") and raising) or (relation == "conj" and _shares(prose, each)):
            found = _by(prose, each, done=done, depth=depth - 1)
            if found is not None:
                return found
    return None


def _shares(prose: Prose, verb: int) -> bool:
    """Whether a verb joined to another has its subject: it has none of its own."""
    return prose.tree.child(verb, ("nsubj", "nsubj:pass", "obj")) is None


def _is_denied(prose: Prose, word: int) -> bool:
    return any(prose.lemma(each) in NOT for each in prose.tree.children[word] if prose.words.relations[each] in ("advmod", "det", "neg"))
