"""What the quoted words of a recording turn on, where they call on somebody: what they warn of, and what they say goes on.

"Beware of talks" speaks of talks, "do not rest *while your brothers are held*" of brothers who are held. What is called for is none of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purport.extract.scene import Scene
from purport.extract.syntax import preposition_of, span_of, words_in
from purport.lexicon import words as listed
from purport.records import Span

WHILE = frozenset({"while", "because", "since", "as"})
WARNING = "beware"
FINITE = frozenset({"VBZ", "VBP", "VBD"})
ALONE = ("alone",)
AND = frozenset({"CCONJ", "PUNCT", "INTJ"})


def calls_on(scene: Scene, contents: Sequence[Span]) -> bool:
    """Whether a clause of some quoted words opens as a call on somebody: "do not rest", "beware of talks"."""
    for span in contents:
        own = list(words_in(scene.tree.words, span))
        for at in range(len(own)):
            opens = not at or scene.tree.words.tags[own[at - 1]] in AND
            if opens and any(_phrase(scene, own[at : at + size]) == ALONE for size in (1, 2, 3)):
                return True
    return False


def turns_on(scene: Scene, contents: Sequence[Span]) -> Iterator[Span]:
    """What quoted words warn of, and the clauses in them that tell what goes on meanwhile, in text order."""
    tree = scene.tree
    for span in contents:
        own = frozenset(words_in(tree.words, span))
        for word in sorted(own):
            if scene.form(word) == WARNING:
                of = (each for each in tree.children[word] if each > word and each in own and preposition_of(tree, each) == "of")
                yield from (Span(tree.words.starts[word], span_of(tree, each).end) for each in of)
            mark = next((each for each in tree.children[word] if tree.words.relations[each] == "mark" and scene.form(each) in WHILE), None)
            if mark is not None and mark in own and tree.words.relations[word] == "advcl" and _tells(scene, word):
                yield scene.span(mark + 1, max(each for each in range(mark + 1, tree.last[word] + 1) if tree.words.tags[each] != "PUNCT"))


def _tells(scene: Scene, word: int) -> bool:
    """Whether a clause has a subject and a finite verb."""
    tree = scene.tree
    below = [word, *tree.children[word]]
    has_subject = any(tree.words.relations[each].startswith("nsubj") for each in tree.children[word])
    return has_subject and any(tree.words.fine_tags[each] in FINITE for each in below)


def _phrase(scene: Scene, own: Sequence[int]) -> tuple[str, ...] | None:
    return listed("calls.tsv").get("_".join(scene.form(each) for each in own))
