"""What stands beside a name tells of it: nouns in apposition and before names, words that a report defines, and what is of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from purport.extract.aliases import ORGANISATION, defined
from purport.extract.arguments import RELATIVE_CLAUSES
from purport.extract.clusters import Expression
from purport.extract.names import PERSON
from purport.extract.syntax import Tree, core_span, preposition_of, words_in
from purport.reader import Labelled
from purport.records import MentionForm

NAMES = frozenset({MentionForm.NAME, MentionForm.NOMINAL})
_ENDS = re.compile(r"\s*(?:[,.;:)–—]|\Z)")
_COMMA = re.compile(r",\s+")
ANOTHERS = frozenset({"nmod", "nmod:poss"})
PLACE = "place"
CLIMB = 3
"""Steps from the noun "name" up to the clause that tells whose it is."""


def appositions(tree: Tree, found: Sequence[Expression | None], at: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """A name and a noun phrase of one label, the later in apposition to the other; of 29 such in GUM's development part 26 are one.

    An organisation's noun may be labelled as whatever else: "Karst Voice, the group's media arm". What stands right before the comma
    counts where the tree has the apposition hang elsewhere.
    """
    words = tree.words
    for i, one in enumerate(found):
        if one is None or one.word is None or words.relations[one.word] != "appos":
            continue
        start = (one.name or core_span(tree, one.word)).start
        before = next((word for word in range(one.word - 1, -1, -1) if words.ends[word] <= start and words.tags[word] != "PUNCT"), None)
        for host in (words.heads[one.word], before):
            number = None if host is None else at.get(host)
            other = None if number is None else found[number]
            if number is not None and other is not None and _alike(one, other):
                yield i, number
                break


def _alike(one: Expression, other: Expression) -> bool:
    alike = one.label == other.label or {one.label, other.label} == {ORGANISATION, "other"}
    return alike and {one.form, other.form} == NAMES


def set_off(text: str, tree: Tree, found: Sequence[Expression | None]) -> Iterator[tuple[int, int]]:
    """A noun phrase for a person with a person's name after it between commas, wherever the tree hangs that: "the mayor, Orla Vane,"."""
    words = tree.words
    names = {one.name.start: i for i, one in enumerate(found) if one is not None and one.name is not None and one.label == PERSON}
    for number, one in enumerate(found):
        if one is None or one.word is None or one.form != MentionForm.NOMINAL or one.label != PERSON or words.fine_tags[one.word] != "NN":
            continue
        comma = _COMMA.match(text, core_span(tree, one.word).end)
        after = None if comma is None else names.get(comma.end())
        name = None if after is None else found[after]
        if after is not None and name is not None and name.name is not None and name.word is not None and _ENDS.match(text, name.name.end):
            heads = {words.heads[one.word], one.word, *words_in(words, core_span(tree, one.word))}
            if words.heads[name.word] in heads or words.heads[one.word] == name.word:
                yield number, after


def before_names(tree: Tree, found: Sequence[Expression | None], at: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """A noun for a person right before a person's name, with the name: "spokeswoman Orla Vane"."""
    words = tree.words
    for number, one in enumerate(found):
        after = None if one is None or one.word is None or one.form != MentionForm.NOMINAL else at.get(one.word + 1)
        name = None if after is None else found[after]
        if one is None or one.word is None or after is None or name is None or name.word is None or name.name is None:
            continue
        hangs = words.heads[one.word] == name.word or words.heads[name.word] == one.word
        if hangs and one.label == name.label == PERSON and words.fine_tags[one.word] == "NN":
            yield number, after


def given_names(tree: Tree, found: Sequence[Expression | None], at: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Who gave a name, with it: "A grocer, who gave only her first name, Brit"; "a woman who gave her name as Annis"."""
    words = tree.words
    for number, one in enumerate(found):
        if one is None or one.name is None or one.word is None:
            continue
        told, relation = words.heads[one.word], words.relations[one.word]
        if relation == "obl" and preposition_of(tree, one.word) == "as":
            told = next((each for each in tree.children[told] if words.lemmas[each].lower() == "name"), -1)
        if told < 0 or words.lemmas[told].lower() != "name" or tree.child(told, ("nmod:poss",)) is None:
            continue
        above = told
        for _ in range(CLIMB):
            if words.relations[above] in RELATIVE_CLAUSES and words.heads[above] in at:
                yield number, at[words.heads[above]]
            if (above := words.heads[above]) < 0:
                break


def definitions(text: str, tree: Tree, found: Sequence[Expression | None], names: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    """What is called by a word that the report defines for a name, with the name."""
    words, whose = tree.words, defined(text, names)
    for i, one in enumerate(found):
        if whose and one is not None and one.word is not None and one.form != MentionForm.PRONOUN:
            word = text[words.starts[one.word] : words.ends[one.word]]
            if word in whose and any(words.relations[each] == "det" for each in tree.children[one.word]):
                yield whose[word], i


def of_others(tree: Tree, found: Sequence[Expression | None], at: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """What a noun is of, or in, or whose, with the noun, which is another thing: "officials of the League", "Karst's police", "her aide".

    But "the city of Karst" is Karst.
    """
    words = tree.words
    for word, number in at.items():
        noun = at.get(words.heads[word])
        one, other = found[number], None if noun is None else found[noun]
        if noun is None or noun == number or one is None or other is None or words.relations[word] not in ANOTHERS:
            continue
        if not (one.label == other.label == PLACE and preposition_of(tree, word) == "of"):
            yield number, noun
