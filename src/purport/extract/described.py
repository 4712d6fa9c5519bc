"""Nouns that stand for something named elsewhere by what it is: "the commodore", "the group".

A definite noun is joined with the one thing that the report calls so: by a title, by a noun in apposition, by the noun in its name. Where
two are called so, it stays by itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from purport.extract.clusters import Clusters, Expression
from purport.extract.kinds import kinds_of, named_kind
from purport.extract.names import PERSON, title_of
from purport.extract.syntax import Tree, words_in
from purport.lexicon import rows
from purport.records import MentionForm

SINGULAR = frozenset({"NN", "NNP"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """An expression, by its number and its head, that tells of which kinds of organisation the cluster that it is in is."""

    number: int
    word: int
    cluster: int
    kinds: frozenset[str]


@cache
def _roles() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for i, (nouns, *_) in enumerate(rows("role_nouns.tsv")):
        for noun in nouns.split():
            found.setdefault(noun, set()).add(i)
    return {noun: frozenset(own) for noun, own in found.items()}


def roles_of(noun: str) -> frozenset[int | str]:
    """What a person called by a noun is, as values that are equal for nouns of one meaning."""
    plain = noun.lower().rstrip(".")
    return frozenset[int | str](_roles().get(plain, ())) or frozenset({plain})


def _role_noun(tree: Tree, word: int) -> str:
    """The noun that says what somebody is, with "prime" where that is before it."""
    noun = tree.words.lemmas[word].lower()
    return f"prime_{noun}" if word and tree.words.lemmas[word - 1].lower() == "prime" else noun


def titled(text: str, tree: Tree, one: Expression, titles: Collection[int]) -> Iterator[str]:
    """The titles in a person's name and right before it; ``titles`` are the words that stand so."""
    words = tree.words
    if one.name is not None and one.label == PERSON and one.word is not None:
        first = words_in(words, one.name)[0]
        while first - 1 in titles:
            first -= 1
        found = [word.lower() for word in _WORD.findall(text[words.starts[first] : one.name.end]) if title_of(word) is not None]
        yield from ["prime_minister"] if "prime" in found else found


def described(
    text: str, tree: Tree, found: Sequence[Expression | None], clusters: Clusters, titles: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Each definite noun with the one thing named that it describes; ``titles`` are the words that stand as titles before names."""
    named = {clusters.of(i) for i, one in enumerate(found) if one is not None and one.name is not None}
    roles: dict[int | str, dict[int, int]] = {}
    kinds: list[Told] = []
    for i, one in enumerate(found):
        cluster = clusters.of(i)
        if one is None or cluster not in named:
            continue
        nouns = [*titled(text, tree, one, titles)]
        if one.form == MentionForm.NOMINAL and one.word is not None and one.label == PERSON:
            nouns.append(_role_noun(tree, one.word))
        for role in {role for noun in nouns for role in roles_of(noun)}:
            roles.setdefault(role, {}).setdefault(cluster, i)
        if one.word is not None and (told := _kind_told(text, tree, one)) is not None:
            kinds.append(Told(i, one.word, cluster, told))
    for i, one in enumerate(found):
        if one is None or one.form == MentionForm.PRONOUN or one.name is not None or clusters.of(i) in named or not _is_definite(tree, one):
            continue
        if one.label == PERSON:
            yield from _by_role(tree, one, i, roles, clusters)
        else:
            yield from _by_kind(tree, one, i, kinds, clusters)


def _kind_told(text: str, tree: Tree, one: Expression) -> frozenset[str] | None:
    """The kind of organisation that a name, or a noun for something named, tells."""
    if one.name is not None:
        return None if one.label == PERSON else named_kind(one.name.words(text).split())
    return kinds_of(tree.words.lemmas[one.word]) if one.form == MentionForm.NOMINAL and one.word is not None else None


def _is_definite(tree: Tree, one: Expression) -> bool:
    """Whether an expression is a single thing's, with "the"."""
    words, word = tree.words, one.word
    if word is None or words.fine_tags[word] not in SINGULAR:
        return False
    return any(words.relations[each] == "det" and words.lemmas[each].lower() == "the" for each in tree.children[word])


def _by_role(
    tree: Tree, one: Expression, i: int, roles: Mapping[int | str, Mapping[int, int]], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    called = {cluster: j for role in roles_of(_role_noun(tree, one.word or 0)) for cluster, j in roles.get(role, {}).items()}
    fitting = [j for j in called.values() if clusters.may_join(i, j)]
    if len(fitting) == 1:
        yield i, fitting[0]


def _by_kind(tree: Tree, one: Expression, i: int, kinds: Sequence[Told], clusters: Clusters) -> Iterator[tuple[int, int]]:
    """As for a role, of what stands before alone: a report names a group before it calls it that."""
    word = one.word or 0
    wanted = kinds_of(tree.words.lemmas[word]) or frozenset()
    before: dict[int, int] = {}
    for each in kinds:
        if each.kinds & wanted and each.word < word and clusters.may_join(i, each.number):
            before[each.cluster] = each.number
            if len(before) > 1:
                return
    yield from ((i, number) for number in before.values())
