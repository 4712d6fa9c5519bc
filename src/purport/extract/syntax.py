"""A sentence's words as a tree: what hangs on a word, how far it reaches, and which words stand where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from purport.reader.reading import Words
from purport.records import Span

CORE = frozenset({"det", "det:predet", "amod", "nummod", "compound", "flat", "fixed", "goeswith", "nmod:poss", "nmod:desc"})
"""Relations of what belongs to a noun phrase itself: no relative clause, apposition, second conjunct or phrase but one with "of"."""
OF_PHRASE = "nmod"
NO_WORDS: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Words with, for each, those that hang on it in text order, and the first and last word of its unbroken yield.

    A word that hangs on one of another sentence, or of which a head is missing, hangs on none. A dependent that stands apart from its
    head's yield, as extraposed clauses do, is not in it.
    """

    words: Words
    children: Sequence[Sequence[int]]
    first: Sequence[int]
    last: Sequence[int]

    def child(self, word: int, relations: Collection[str]) -> int | None:
        """The first word that hangs on ``word`` by one of these relations."""
        below = self.children[word]
        if below:
            named = self.words.relations
            for each in below:
                if named[each] in relations:
                    return each
        return None


def grow(words: Words) -> Tree:
    """The tree of some words, in time that grows with their number, however deep it is."""
    children: list[Sequence[int]] = [NO_WORDS] * len(words)
    free = _hang(words, children)
    first, last = list(range(len(words))), list(range(len(words)))
    for word in reversed(_downward(free, children)):
        below = children[word]
        cut = bisect_left(below, word)
        for each in reversed(below[:cut]):
            if last[each] != first[word] - 1:
                break
            first[word] = first[each]
        for each in below[cut:]:
            if first[each] != last[word] + 1:
                break
            last[word] = last[each]
    return Tree(words, children, first, last)


def _hang(words: Words, children: list[Sequence[int]]) -> list[int]:
    """Puts each word among its head's children; the words that hang on none."""
    free = []
    sentences = words.sentences
    for word, head in enumerate(words.heads):
        if not 0 <= head < len(children) or head == word or sentences[head] != sentences[word]:
            free.append(word)
            continue
        below = children[head]
        if isinstance(below, list):
            below.append(word)
        else:
            children[head] = [word]
    return free


def _downward(free: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    """The words that have others on them, each after its head; those on a circle of heads are left out."""
    order = [word for word in free if children[word]]
    for word in order:
        order += [each for each in children[word] if children[each]]
    return order


def span_of(tree: Tree, word: int) -> Span:
    """The characters of a word with all that hangs on it unbroken, without punctuation at either end."""
    return _trimmed(tree.words, tree.first[word], tree.last[word], word)


def core_span(tree: Tree, word: int) -> Span:
    """The characters of a noun phrase itself, from its determiner to its head, and phrases with "of" after it.

    Relative clauses, appositions, conjuncts, prepositions before it and a possessive after it are left out; so is punctuation at
    either end.
    """
    relations = tree.words.relations
    first = last = at = word
    for each in reversed(tree.children[word]):
        if each < word:
            if relations[each] not in CORE or tree.last[each] != first - 1:
                break
            first = tree.first[each]
    while True:
        last, within = _rightward(tree, at, last, within_of=at != word)
        if within is None:
            return _trimmed(tree.words, first, last, word)
        at = last = within


def _rightward(tree: Tree, head: int, last: int, *, within_of: bool) -> tuple[int, int | None]:
    """How far a noun phrase reaches to the right of its head, and the head of the phrase with "of" that follows."""
    relations = tree.words.relations
    for each in tree.children[head]:
        if each < head:
            continue
        if tree.first[each] != last + 1:
            break
        relation = relations[each]
        if relation == OF_PHRASE and preposition_of(tree, each) == "of":
            return last, each
        if relation not in CORE and not (within_of and relation == "conj"):
            break
        last = tree.last[each]
    return last, None


def _trimmed(words: Words, first: int, last: int, head: int) -> Span:
    while first < head and words.tags[first] == "PUNCT":
        first += 1
    while last > head and words.tags[last] == "PUNCT":
        last -= 1
    return Span(words.starts[first], words.ends[last])


def preposition_of(tree: Tree, word: int) -> str:
    """The preposition before a phrase, as its lemmas in lower case joined by ``_``; empty where there is none."""
    words, found = tree.words, []
    for each in tree.children[word]:
        if each > word:
            break
        if words.relations[each] == "case":
            found += [each, *(other for other in tree.children[each] if words.relations[other] == "fixed")]
    return "_".join(words.lemmas[each].lower() for each in found)


def word_at(words: Words, offset: int) -> int | None:
    """The word that has the character at ``offset``."""
    word = bisect_right(words.starts, offset) - 1
    return word if word >= 0 and offset < words.ends[word] else None


def words_in(words: Words, span: Span) -> range:
    """The words that have characters of a span."""
    first = bisect_right(words.ends, span.start)
    return range(first, max(first, bisect_left(words.starts, span.end)))


def head_of(words: Words, within: range) -> int | None:
    """The first of neighbouring words that hangs on none of them and is no punctuation."""
    return next((word for word in within if words.heads[word] not in within and words.tags[word] != "PUNCT"), None)
