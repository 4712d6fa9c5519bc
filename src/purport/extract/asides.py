"""Who is said not to take part in an event, or only perhaps, and which events nobody, or nothing, takes part in.

The record cannot say of a participant that it is not one, may be one, or is one of two; so what is set aside or hedged is left out. The
words that set things aside are the list ``lexicon/setting_aside.tsv``, those that hedge ``lexicon/hedges.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator

from purport.extract.arguments import CHAIN, OBJECTS, conjuncts_of, own, subjects_of
from purport.extract.syntax import Tree
from purport.lexicon import words as listed

ASIDE, NONE, NOBODY, BOTH, OR, NOR, BUT = KINDS = ("aside", "none", "nobody", "both", "or", "nor", "but")
"""What words say of a thing, as ``setting_aside.tsv`` has it."""
OUT = frozenset({ASIDE, NONE, NOBODY})
"""What leaves a thing out."""
MARKS = frozenset({"advmod", "cc", "cc:preconj", "det"})
"""How a word that sets something aside hangs on it."""


def taking_part(tree: Tree, event: int, word: int) -> Iterator[int]:
    """Of a word and those it is joined with, the ones that are plainly said to have their part in an event.

    "Not by the army but by the Front" has the Front, "either the army or the Front" neither; who "did not attack Karst or Vesk" has both
    in what did not happen.
    """
    joined = list(conjuncts_of(tree, word))
    marks = [_marks(tree, each) for each in joined]
    denied = _is_denied(tree, event)
    later = set[str]().union(*marks[1:])
    if (not denied and not later.isdisjoint({OR, NOR})) or (denied and _gives_way(tree, event, word)):
        return
    for each, said in zip(joined, marks, strict=True):
        if said.isdisjoint(OUT) and (BUT in said or not (denied and BUT in later)) and not _is_hedged(tree, event, each):
            yield each


def is_nobodys(tree: Tree, event: int) -> bool:
    """Whether a "no" or "nor" hangs on an event's own word, or on all that is its subject or its object ("neither Oro nor Lisk fired").

    What is so told of is not said to have happened; that it did not is not sure either ("nobody but Vane", "none until noon").
    """
    return not _marks(tree, event).isdisjoint({NONE, NOBODY, NOR}) or any(_is_none(tree, event, each) for each in _core(tree, event))


def _core(tree: Tree, event: int) -> Iterator[int]:
    """The subjects of a verb, or of the first it is joined with if it has none, and its objects."""
    yield from (each for each in own(tree, event) if tree.words.relations[each] in OBJECTS)
    for _ in range(CHAIN):
        if subjects_of(tree, event) or tree.words.relations[event] != "conj":
            break
        event = tree.words.heads[event]
    yield from subjects_of(tree, event)


def _is_none(tree: Tree, event: int, word: int) -> bool:
    """Whether a word is, or has on it, a "no", and nothing it is joined with takes part in its stead."""
    first, *later = (_marks(tree, each) for each in conjuncts_of(tree, word))
    none = not first.isdisjoint({NONE, NOBODY}) or any(NOR in each for each in later)
    return none and not any(taking_part(tree, event, word))


def _is_denied(tree: Tree, event: int) -> bool:
    """Whether a negation hangs on an event's word: "was not planted"."""
    return any(tree.words.relations[each] == "advmod" and _kind(tree, each) == ASIDE for each in tree.children[event])


def _gives_way(tree: Tree, event: int, word: int) -> bool:
    """Whether a "but" on the event itself parts a word from another in its place, as where a phrase is not hung on the one it corrects."""
    relations = tree.words.relations
    for each in tree.children[event]:
        if each > word and relations[each] == "cc" and _kind(tree, each) == BUT:
            return any(other > each and relations[other] == relations[word] for other in tree.children[event])
    return False


def _is_hedged(tree: Tree, event: int, word: int) -> bool:
    """Whether an adverb hedges a word: one that hangs on it, or on the event but stands after it, right before the word's phrase."""
    relations, beside = tree.words.relations, tree.first[word] - 1
    adverbs = [each for each in tree.children[word] if each < word]
    if beside > event and tree.words.heads[beside] == event:
        adverbs.append(beside)
    return any(relations[each] == "advmod" and tree.words.lemmas[each].lower() in listed("hedges.tsv") for each in adverbs)


def _marks(tree: Tree, word: int) -> set[str]:
    """What a word says of itself ("nobody") and what the words before it that hang on it say."""
    before = (each for each in tree.children[word] if each < word and tree.words.relations[each] in MARKS)
    itself = {NOBODY} if _kind(tree, word) == NOBODY else set()
    return itself | {kind for each in before if (kind := _kind(tree, each)) is not None}


def _kind(tree: Tree, word: int) -> str | None:
    """What a word says, or it and the next one together."""
    kinds = listed("setting_aside.tsv")
    first, *rest = (lemma.lower() for lemma in tree.words.lemmas[word : word + 2])
    following = kinds.get("".join(rest))
    if (pair := kinds.get("_".join((first, *rest)))) is not None:
        return pair[0]
    if (kind := kinds.get(first)) is None or (kind[0] in OUT and following == (BOTH,)):
        return None
    return kind[0]
