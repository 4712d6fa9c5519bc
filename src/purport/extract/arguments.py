"""What belongs to a word that tells of an event: its own dependents, and those it shares with, or is understood from, other words.

By Universal Dependencies (de Marneffe et al. 2021). A second conjunct shares the first one's subject and what stands after it; a verb
without a subject has the one that controls it; in a relative clause the noun before it fills the gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from purport.extract.syntax import Tree, preposition_of
from purport.lexicon import words as listed

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
OBJECTS = ("obj", "iobj")
PHRASES = frozenset({"obl", "obl:agent", "nmod"})
TAKEN = frozenset({"nsubj", "nsubj:pass", *OBJECTS, *PHRASES, "nmod:poss", "compound"})
"""Relations of what can take part in an event, or be its place."""
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WRB"})
RELATIVE = RELATIVE_TAGS | {"WP$"}
PARTICIPLES = frozenset({"VBG", "VBN"})
CHAIN = 12
"""Steps up the tree after which a shared subject is given up; in news four reach all but a few."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A word with its relation to an event's word and the preposition before it, if any."""

    word: int
    relation: str
    preposition: str = ""


def arguments_of(tree: Tree, event: int) -> Iterator[Argument]:
    """What belongs to a word, its own first. A relative pronoun stands for the noun before its clause, and "where" for "in" it."""
    relations, subjects = tree.words.relations, subjects_of(tree, event)
    for each in own(tree, event):
        if relations[each] in TAKEN and (relations[each] not in SUBJECTS or each in subjects):
            yield from _argument(tree, each)
        elif relations[each] == "advmod" and tree.words.lemmas[each].lower() == "where" and (place := noun_before(tree, each)) is not None:
            yield Argument(place, "obl", "in")
    if is_predicate(tree, event):
        yield from _understood(tree, event)


def own(tree: Tree, event: int) -> Iterator[int]:
    """What hangs on a word, but not what follows a conjunction that follows it: that belongs to a clause below ("said that | two men")."""
    for each in tree.children[event]:
        if each > event and tree.words.relations[each] == "mark":
            return
        yield each


def subjects_of(tree: Tree, predicate: int) -> tuple[int, ...]:
    """A predicate's own subject; where several hang on it, the nearest before it, and others that an "and" joins to that.

    A clause has one subject: beside it may stand a title ("Superintendent | Vane called"), a part of it ("one | of them said"), itself
    once more ("Vane | himself said"), or the subject of a clause around.
    """
    found = [each for each in own(tree, predicate) if tree.words.relations[each] in SUBJECTS]
    if len(found) < 2:
        return tuple(found)
    before = [each for each in found if each < predicate]
    before = [each for each in before if _fits_as_subject(tree, each)] or before
    if not before:
        return (found[0],)
    first = len(before) - 1
    while first and tree.child(before[first], ("cc",)) is not None:
        first -= 1
    return tuple(before[first:])


def _fits_as_subject(tree: Tree, word: int) -> bool:
    """Whether one of several can be the subject.

    An adverb cannot, nor a phrase after a preposition or a conjunction of what stands before ("a man known as | Oro | fled"), "himself",
    or a relative pronoun that stands for nothing.
    """
    words, beside = tree.words, tree.first[word] - 1
    if words.tags[word] == "ADV" or words.lemmas[word].lower() in listed("emphatic.tsv") or noun_before(tree, word) is None:
        return False
    introduced = any(words.relations[each] == "case" and words.fine_tags[each] != "POS" for each in tree.children[word])
    return not introduced and not (beside >= 0 and words.relations[beside] == "mark" and words.heads[beside] < beside)


def _argument(tree: Tree, word: int) -> Iterator[Argument]:
    stands_for = noun_before(tree, word)
    if stands_for is not None:
        relation = tree.words.relations[word]
        yield Argument(stands_for, relation, preposition_of(tree, word) if relation in PHRASES else "")


def _understood(tree: Tree, event: int) -> Iterator[Argument]:
    """The subject, object and phrases that a verb or predicate has by way of other words."""
    passive = is_passive(tree, event)
    if not subjects_of(tree, event) and (subject := subject_of(tree, event)) is not None:
        yield Argument(subject, "nsubj:pass" if passive else "nsubj")
    lacks_object = not passive and tree.child(event, OBJECTS) is None
    if lacks_object and (gap := object_left_out(tree, event)) is not None:
        yield Argument(gap, "obj")
    if tree.words.relations[event] == "conj":
        first = tree.words.heads[event]
        for each in tree.children[first]:
            relation = tree.words.relations[each]
            if each > event and (relation in PHRASES or (relation in OBJECTS and lacks_object)):
                yield from _argument(tree, each)


def is_predicate(tree: Tree, word: int) -> bool:
    """Whether a word is a verb, an adjective, or a noun after a preposition that is said of a subject ("was under arrest")."""
    tag = tree.words.tags[word]
    if tag in ("VERB", "ADJ"):
        return True
    return tag == "NOUN" and bool(preposition_of(tree, word)) and tree.child(word, ("nsubj", "cop")) is not None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the passive: said by its dependents, or a bare participle; of conjuncts the first may say it for all."""
    words = tree.words
    for _ in range(CHAIN):
        if tree.child(verb, PASSIVE) is not None:
            return True
        if words.fine_tags[verb] != "VBN" or tree.child(verb, AUXILIARY) is not None:
            return False
        if words.relations[verb] != "conj":
            return True
        verb = words.heads[verb]
    return False


def subject_of(tree: Tree, predicate: int) -> int | None:
    """The word that is, or is understood as, the subject of a verb or predicate."""
    for _ in range(CHAIN):
        if subjects := subjects_of(tree, predicate):
            return noun_before(tree, subjects[-1])
        control = CONTROL.get(tree.words.relations[predicate])
        above = control(tree, predicate) if control else None
        if above is None or above.is_subject:
            return above.word if above else None
        predicate = above.word
    return None


@dataclass(frozen=True, slots=True)
class Above:
    """Where a missing subject is looked for: the word that is it, or one that has the same."""

    word: int
    is_subject: bool


def _of_first(tree: Tree, conjunct: int) -> Above | None:
    return Above(tree.words.heads[conjunct], False)


def _of_governor(tree: Tree, complement: int) -> Above | None:
    """The object of the verb above ("ordered the army to fire"), else its subject ("tried to fire", "promised the army to fire")."""
    governor = tree.words.heads[complement]
    told = None if tree.words.lemmas[governor].lower() in listed("subject_control.tsv") else tree.child(governor, OBJECTS)
    return Above(governor, False) if told is None else Above(told, True)


def _of_main_clause(tree: Tree, adverbial: int) -> Above | None:
    """The subject of the clause that one without a finite verb modifies; who did it, where that is in the passive and this a purpose."""
    main, purpose = tree.words.heads[adverbial], _is_infinitive(tree, adverbial)
    if purpose and is_passive(tree, main):
        agent = tree.child(main, ("obl:agent",))
        return None if agent is None else Above(agent, True)
    return Above(main, False) if purpose or tree.words.fine_tags[adverbial] in PARTICIPLES else None


def _of_noun(tree: Tree, modifier: int) -> Above | None:
    """The noun that a participle or adjective modifies: "troops killed in", "a man carrying"."""
    if tree.child(modifier, ("mark",)) is not None:
        return None
    bare = tree.words.fine_tags[modifier] in PARTICIPLES or tree.words.relations[modifier] == "amod"
    return Above(tree.words.heads[modifier], True) if bare else None


def _of_antecedent(tree: Tree, clause: int) -> Above | None:
    """The noun that a relative clause without a subject modifies."""
    return Above(tree.words.heads[clause], True)


CONTROL: dict[str, Callable[[Tree, int], Above | None]] = {
    "conj": _of_first,
    "xcomp": _of_governor,
    "advcl": _of_main_clause,
    "acl": _of_noun,
    "amod": _of_noun,
    "acl:relcl": _of_antecedent,
}
"""By a predicate's relation to the word above it: where its subject is, if it has none of its own."""


def _is_infinitive(tree: Tree, verb: int) -> bool:
    mark = tree.child(verb, ("mark",))
    return mark is not None and tree.words.lemmas[mark].lower() == "to"


def object_left_out(tree: Tree, verb: int) -> int | None:
    """The noun that a relative clause without a pronoun leaves out as the verb's object: "the man he shot", "the man he tried to kill"."""
    words = tree.words
    if tree.child(verb, ("xcomp", "ccomp")) is not None:
        return None
    for _ in range(CHAIN):
        if any(words.fine_tags[each] in RELATIVE for each in (*tree.children[verb], *range(tree.first[verb], verb))):
            return None
        relation, head = words.relations[verb], words.heads[verb]
        if relation == "acl:relcl":
            bare = tree.child(verb, SUBJECTS) is not None and words.lemmas[head].lower() not in listed("bare_clauses.tsv")
            return head if bare else None
        if relation not in ("xcomp", "ccomp"):
            return None
        verb = head
    return None


def noun_before(tree: Tree, word: int) -> int | None:
    """The noun whose relative clause a relative pronoun opens; any other word is itself; ``None`` for a pronoun that asks."""
    words = tree.words
    if words.fine_tags[word] not in RELATIVE_TAGS:
        return word
    above = words.heads[word]
    for _ in range(CHAIN):
        if above < 0:
            return None
        if words.relations[above] in RELATIVE_CLAUSES:
            return words.heads[above] if word < above else None
        above = words.heads[above]
    return None


def conjuncts_of(tree: Tree, word: int) -> Iterator[int]:
    """A word and those it is joined with by "and" or "or"."""
    yield word
    for each in tree.children[word]:
        if tree.words.relations[each] == "conj":
            yield each
