"""Events that a report tells together: the one has the days of the other.

- At once: "fled *when* the gate fell", where both are told as having been.
- Beside a verb, as a participle without a subject: "fled, *leaving* all behind".
- As the place or time of another: "spoke *at the funeral* on Monday", "*during the siege*".
- What a verb carries that tells of no deed by itself: "*held* a vigil on Monday", "*began* to retreat in May".
"""

from __future__ import annotations

from collections.abc import Iterator

from purport.extract.arguments import SUBJECTS
from purport.extract.story import Story
from purport.extract.syntax import preposition_of
from purport.extract.tenses import has_been
from purport.lexicon import words as listed

ASPECTUAL = "aspectual"
AT = frozenset({"at", "during"})
PARTICIPLES = frozenset({"VBN", "VBG"})
OPENING = frozenset({"mark", "case", "advmod"})
ONCE = "once"


def together(story: Story) -> Iterator[tuple[int, int]]:
    """Pairs of events' words, from the top of each tree down: the second has the days of the first, if it is told none of its own."""
    for word in sorted(story.sure, key=lambda word: _depth(story, word)):
        head = story.tree.words.heads[word]
        if head not in story.sure:
            continue
        if _is_part(story, word, head):
            yield head, word
        elif _is_at_once(story, word, head) or _is_phase(story, word, head):
            yield head, word
            yield word, head


def _depth(story: Story, word: int) -> int:
    depth, heads = 0, story.tree.words.heads
    while heads[word] >= 0:
        word, depth = heads[word], depth + 1
    return depth


def _is_part(story: Story, word: int, head: int) -> bool:
    words, tree = story.tree.words, story.tree
    match words.relations[word]:
        case "advcl" | "acl":
            opened = any(words.relations[each] in ("mark", "case") for each in tree.children[word])
            return words.fine_tags[word] in PARTICIPLES and not opened and tree.child(word, SUBJECTS) is None and story.is_told(word)
        case "obl" | "nmod":
            return words.tags[word] == "NOUN" and preposition_of(tree, word) in AT and story.is_told(word)
        case "obj":
            return words.tags[word] == "NOUN" and words.lemmas[head].lower() in listed("light_verbs.tsv")
    return False


def _is_at_once(story: Story, word: int, head: int) -> bool:
    words, tree = story.tree.words, story.tree
    if words.relations[word] != "advcl" or not (has_been(tree, word) and has_been(tree, head)):
        return False
    opening = (each for each in tree.children[word] if each < word and words.relations[each] in OPENING)
    return any(listed("connectives.tsv").get(words.lemmas[each].lower()) == (ONCE,) for each in opening)


def _is_phase(story: Story, word: int, head: int) -> bool:
    """Whether a verb of beginning, going on or ending has an event as what it is of."""
    return story.kinds.get(head) == ASPECTUAL and story.tree.words.relations[word] in ("xcomp", "obj")
