"""Who takes part in an event, in what role, and where it is.

A small grammar: what belongs to the event's word (``arguments.py``) has a role by the kind of that word, its relation to it, the
preposition before it and what it refers to. The rules are the table ``lexicon/roles.tsv``; what no rule fits has no role.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from purport.extract.arguments import (
    CHAIN,
    RELATIVE_TAGS,
    Argument,
    arguments_of,
    is_passive,
    is_predicate,
    noun_before,
    object_left_out,
    subject_of,
)
from purport.extract.asides import taking_part
from purport.extract.clusters import Expression
from purport.extract.coreference import References
from purport.extract.syntax import Tree, preposition_of, words_in
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.reader import Labelled
from purport.records import Factuality

AGENT, PATIENT, RECIPIENT, PARTNER = "agent", "patient", "recipient", "partner"
ROLES = (AGENT, PATIENT, RECIPIENT, PARTNER)
"""Who does it, to whom it is done or happens, who is given or told it, with whom; in the order in which the record has them."""
THINGS = frozenset({"person", "organisation", "place", "other"})
"""Labels of what can take part in an event."""
ANY = "-"
VERB_KINDS = ("active", "undergone", "telling", "passive", "given")
NOUN_KINDS = ("deed", "fate", "act", "assault", "unknown")
STATE = "state"
"""Kinds of words that tell of events, as ``roles.tsv`` has them."""
COMPLEMENTS = frozenset({"xcomp", "ccomp"})
OF = frozenset({"of", "from", "with"})
"""What opens an adverbial clause that is a complement too: "accused of", "kept from", "charged with"."""
GROUPS = {"verb": VERB_KINDS, "noun": NOUN_KINDS}


@dataclass(frozen=True, slots=True)
class Part:
    """An expression, by its index, in a role."""

    role: str
    expression: int


@dataclass(frozen=True, slots=True)
class Parts:
    """Who takes part in one event, and the expression that names where it is, if one does."""

    roles: tuple[Part, ...] = ()
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of ``roles.tsv`` for one kind of word and one relation; an empty set stands for any."""

    prepositions: frozenset[str]
    things: frozenset[str]
    role: str

    def fits(self, preposition: str, things: Collection[str]) -> bool:
        """Whether the rule is one for such a thing after a preposition."""
        return (not self.prepositions or preposition in self.prepositions) and (not self.things or not self.things.isdisjoint(things))


@cache
def rules() -> Mapping[tuple[str, str], tuple[Rule, ...]]:
    """The rules by kind of word and relation, in order."""
    found: dict[tuple[str, str], tuple[Rule, ...]] = {}
    for kinds, relations, prepositions, things, role in rows("roles.tsv"):
        rule = Rule(_set(prepositions), _set(things), role)
        for kind in (each for group in kinds.split() for each in GROUPS.get(group, (group,))):
            for relation in relations.split():
                found[kind, relation] = (*found.get((kind, relation), ()), rule)
    return found


def _set(cell: str) -> frozenset[str]:
    return frozenset() if cell == ANY else frozenset(cell.split())


def find_parts(tree: Tree, references: References, sure: Mapping[int, Factuality], timexes: Iterable[Labelled]) -> dict[int, Parts]:
    """Who takes part in each event, by its word; ``sure`` has the events' words and how sure the author is of each.

    Time expressions and events take part in nothing.
    """
    timed = {word for timex in timexes for word in words_in(tree.words, timex.span)}
    scene = _Scene(tree, references, sure, timed)
    return {word: _parts(scene, word) for word in sure}


@dataclass(frozen=True, slots=True)
class _Scene:
    tree: Tree
    references: References
    sure: Mapping[int, Factuality]
    timed: Collection[int]

    def thing(self, word: int) -> Expression | None:
        """What a word refers to, if that can take part in an event: no time, no event."""
        found = self.references.of(word)
        if found is None or found.label not in THINGS or word in self.timed:
            return None
        return None if found.label == "other" and found.name is None and word in self.sure else found


def _parts(scene: _Scene, event: int) -> Parts:
    kind = kind_of(scene.tree, event)
    found = [*arguments_of(scene.tree, event), *(_lent(scene, event) if kind in NOUN_KINDS else ())]
    taken = {part: None for argument in found for part in _roles(scene, event, kind, argument)}
    doers = {part.expression for part in taken if part.role == AGENT}
    return Parts(tuple(sorted(taken, key=_order)), _place(scene, event, found, doers))


def needed(parts: Iterable[Parts]) -> set[int]:
    """The expressions that take part in events or name where they are."""
    return {index for each in parts for index in (*(part.expression for part in each.roles), each.place) if index is not None}


def _order(part: Part) -> int:
    return ROLES.index(part.role)


def _roles(scene: _Scene, event: int, kind: str, argument: Argument) -> Iterator[Part]:
    """The role of an argument, for it and what is joined to it; of what stands before the event, only on that side."""
    known = rules().get((kind, argument.relation), ())
    for word in taking_part(scene.tree, event, argument.word) if known else ():
        one = scene.thing(word)
        if one is None or (argument.word < event < word):
            continue
        things = _things(scene.tree, word, one)
        role = next((rule.role for rule in known if rule.fits(argument.preposition, things)), None)
        if role is not None:
            yield Part(role, scene.references.at[word])


def _things(tree: Tree, word: int, one: Expression) -> tuple[str, ...]:
    """What an expression is to the rules: its label, whether it is a name, and whether a state's name stands for its adjective."""
    if one.name is None:
        return (one.label,)
    acts = tree.words.lemmas[word].lower() in listed("acting_places.tsv")
    return (one.label, f"named:{one.label}", *((f"acting:{one.label}",) if acts else ()))


def kind_of(tree: Tree, event: int) -> str:
    """What kind of word tells of an event: a verb by its voice and what its subject is in it, a state, or a noun by what belongs to it."""
    tag, lemma = tree.words.tags[event], tree.words.lemmas[event].lower()
    if tag == "VERB":
        return _kind_of_verb(tree, event, lemma)
    if is_predicate(tree, event):
        return STATE
    kind = next(iter(listed("noun_kinds.tsv").get(lemma, ("unknown",))))
    of = any(tree.words.relations[each] == "nmod" and preposition_of(tree, each) == "of" for each in tree.children[event])
    return "deed" if kind in ("fate", "unknown") and of else kind


def _kind_of_verb(tree: Tree, event: int, lemma: str) -> str:
    verbs = listed("verb_kinds.tsv")
    kind = next((verbs[form][0] for form in _forms(tree, event, lemma) if form in verbs), "active")
    has_object = tree.child(event, ("obj",)) is not None
    if is_passive(tree, event):
        return "given" if has_object or kind == "telling" else "passive"
    return "active" if kind == "undergone" and has_object else kind


def _forms(tree: Tree, verb: int, lemma: str) -> Iterator[str]:
    """A verb as the lists have it: with its particle, or if it has none with its object, and alone."""
    particle = tree.child(verb, ("compound:prt",))
    other = tree.child(verb, ("obj",)) if particle is None else particle
    if other is not None:
        yield f"{lemma}_{tree.words.lemmas[other].lower()}"
    if particle is None:
        yield lemma


def _lent(scene: _Scene, event: int) -> Iterator[Argument]:
    """What verbs that only carry the event's noun lend it: "carried out the attack", "the attack took place in".

    Only where the author is as sure of the one as of the other, and nothing above says that the verb was not done, or leaves it open: who
    "denied carrying out the attack", or "tried" to, has no part in it.
    """
    tree, lights = scene.tree, listed("light_verbs.tsv")
    for verb, relation in _verbs_around(tree, event):
        lemma = tree.words.lemmas[verb].lower()
        light = next((lights[form] for form in _forms(tree, verb, lemma) if form in lights), None)
        if light is None or relation not in light[0].split() or scene.sure.get(verb) != scene.sure[event] or _is_withheld(tree, verb):
            continue
        carried = "obl:agent" if relation == "nsubj:pass" else ""
        yield from (each for each in arguments_of(tree, verb) if each.relation in ("obl", carried))
        if relation == "obj" and (subject := subject_of(tree, verb)) is not None:
            yield Argument(subject, f"light:{light[1]}")


def _is_withheld(tree: Tree, verb: int) -> bool:
    """Whether a verb hangs, as a complement, on one under which it is not said to have been done (``lexicon/withholding.tsv``)."""
    words = tree.words
    for _ in range(CHAIN):
        relation, opening, verb = words.relations[verb], tree.child(verb, ("mark", "case")), words.heads[verb]
        held = relation in COMPLEMENTS or (relation == "advcl" and opening is not None and words.lemmas[opening].lower() in OF)
        if verb < 0 or not (held or relation == "conj"):
            return False
        if held and words.lemmas[verb].lower() in listed("withholding.tsv"):
            return True
    return False


def _verbs_around(tree: Tree, noun: int) -> Iterator[tuple[int, str]]:
    """The verb above a noun and those of the clauses that modify it, each with the noun's relation to it."""
    words = tree.words
    if words.heads[noun] >= 0:
        yield words.heads[noun], words.relations[noun]
    for each in tree.children[noun]:
        if words.relations[each] in ("acl", "acl:relcl") and words.tags[each] == "VERB" and (relation := _within(tree, each, noun)):
            yield each, relation


def _within(tree: Tree, clause: int, noun: int) -> str:
    """What a noun is in the clause that modifies it, as its subject or its object; empty where it is neither."""
    if subject_of(tree, clause) == noun:
        return "nsubj:pass" if is_passive(tree, clause) else "nsubj"
    pronouns = [each for each in tree.children[clause] if tree.words.fine_tags[each] in RELATIVE_TAGS and noun_before(tree, each) == noun]
    if any(tree.words.relations[each] == "obj" and each not in pronouns for each in tree.children[clause]):
        return ""
    stands = any(tree.words.relations[each] in ("obj", "mark") for each in pronouns) or object_left_out(tree, clause) == noun
    return "obj" if stands else ""


def _place(scene: _Scene, event: int, found: Iterable[Argument], doers: Collection[int]) -> int | None:
    """The expression that names where an event is: the nearest place after a preposition of the best rank that did not do it.

    Before an event's noun the name of a place is its place, where there is no better.
    """
    places = []
    for argument in found:
        for one in taking_part(scene.tree, event, argument.word) if argument.relation in PLACED else ():
            thing = scene.thing(one)
            if thing is None or thing.label != "place":
                continue
            word = _named(scene, one)
            number = scene.references.at[word]
            rank = _rank(argument, is_name=scene.references.expressions[number].name is not None)
            if rank and number not in doers:
                places.append((rank, abs(one - event), number))
    return min(places)[2] if places else None


PLACED = frozenset({"obl", "nmod", "compound"})
BEFORE = 9
"""Rank of a name before an event's noun, after every preposition's."""
NOUN = "noun"
"""How ``place_prepositions.tsv`` marks prepositions before a name that is not the place."""


def _rank(argument: Argument, *, is_name: bool) -> int:
    """How soon an argument is taken for the place, from 1; 0 is never."""
    if argument.relation == "compound":
        return BEFORE if is_name else 0
    rank, *only = listed("place_prepositions.tsv").get(argument.preposition, ("0",))
    return 0 if is_name and NOUN in only else int(rank)


def _named(scene: _Scene, place: int) -> int:
    """The name in "the village of Karst"; otherwise the word itself."""
    tree = scene.tree
    if tree.words.lemmas[place].lower() in listed("place_kinds.tsv"):
        for each in tree.children[place]:
            one = scene.references.of(each) if tree.words.relations[each] == "nmod" and preposition_of(tree, each) == "of" else None
            if one is not None and one.label == "place" and one.name is not None:
                return each
    return place
