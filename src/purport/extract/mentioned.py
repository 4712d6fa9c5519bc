"""The single things that a recording is said to speak of, and since when each can have been spoken of.

Of "developments, including the truce and the raid" the truce and the raid are the things; of "the lost gates, apparently a reference to the
army's recapture of the town" the gates are what is spoken of, and the recapture what dates them, under that hedge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from purport.extract.happenings import day_of
from purport.extract.scene import Scene
from purport.extract.spoken import Telling
from purport.extract.syntax import head_of, preposition_of, words_in
from purport.lexicon import words as listed
from purport.records import Span

INCLUDING = frozenset({"including", "like"})
ALONE = 2
"""Words of which the first is a pronoun and no more is told."""
GLOSS = frozenset({"reference", "allusion"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Something spoken of: its words, and the word that dates it.

    ``hedge`` are the words under which that is so, ``since`` is its first day, ``dated`` the words that tell it where it is told elsewhere.
    """

    span: Span
    head: int | None
    hedge: Span | None = None
    since: date | None = None
    dated: Span | None = None


def things_of(scene: Scene, telling: Telling) -> Iterator[Thing]:
    """The things that a telling is of, in text order; what is called for is dated by nothing."""
    for span in telling.contents:
        for thing in _cut(scene, telling, span):
            if telling.called or telling.omitted or thing.head is None:
                yield Thing(thing.span, thing.head, thing.hedge)
            else:
                found = day_of(scene, thing.head)
                dated = None if found.told is None else scene.span(found.told, found.told)
                yield Thing(thing.span, thing.head, thing.hedge, found.days.first, dated)


def _cut(scene: Scene, telling: Telling, span: Span) -> Iterator[Thing]:
    tree, words = scene.tree, scene.tree.words
    within = words_in(words, span)
    cue = words_in(words, telling.cue)
    hedge = _hedge(scene, cue)
    listed_ = [each for each in within if any(words.relations[at] == "case" and scene.form(at) in INCLUDING for at in tree.children[each])]
    if listed_:
        for word in (listed_[0], *(each for each in tree.children[listed_[0]] if words.relations[each] == "conj" and each in within)):
            yield Thing(_own_span(scene, word), word, hedge)
        return
    gloss = next((each for each in within if scene.lemma(each) in GLOSS and each not in cue and each > within[0]), None)
    if gloss is not None:
        meant = next((each for each in tree.children[gloss] if each > gloss and preposition_of(tree, each) == "to"), None)
        first = min((each for each in tree.children[gloss] if each < gloss), default=gloss)
        last = max((each for each in within if each < first and words.tags[each] != "PUNCT"), default=within[0])
        yield Thing(
            _bare(scene, range(within[0], last + 1)), meant, _hedge(scene, range(tree.first[gloss], gloss)) or scene.span(gloss, gloss)
        )
        return
    named = _named(scene, within)
    if named:
        yield Thing(_bare(scene, named), head_of(words, named), hedge or _condition(scene, telling.verb))
    elif telling.verb < within[0]:
        yield Thing(_bare(scene, range(telling.verb, within[-1] + 1)), None, hedge)


def _named(scene: Scene, within: range) -> range:
    """What is said of a pronoun ("it *as an attack on all*"), as that alone names something; nothing where no more is ("it twice")."""
    words = scene.tree.words
    if words.tags[within[0]] != "PRON" or head_of(words, within) != within[0] or len(within) < ALONE:
        return within
    return within[2:] if len(within) > ALONE and scene.form(within[1]) == "as" else range(0)


def _bare(scene: Scene, within: range) -> Span:
    """Some words without a preposition or mark at either end."""
    tags = scene.tree.words.tags
    first = next((each for each in within if tags[each] not in ("PUNCT", "ADP")), within[0])
    last = next((each for each in reversed(within) if tags[each] != "PUNCT"), within[-1])
    return scene.span(first, max(first, last))


def _own_span(scene: Scene, word: int) -> Span:
    """A thing's words without the preposition before it and what is joined to it."""
    tree, words = scene.tree, scene.tree.words
    stop = min(
        (tree.first[each] for each in tree.children[word] if each > word and words.relations[each] == "conj"), default=tree.last[word] + 1
    )
    start = max(
        (each + 1 for each in tree.children[word] if each < word and words.relations[each] in ("case", "cc")), default=tree.first[word]
    )
    last = max((each for each in range(word, stop) if words.tags[each] not in ("PUNCT", "CCONJ")), default=word)
    return scene.span(start, last)


def _hedge(scene: Scene, within: range) -> Span | None:
    found = (each for each in within if scene.form(each) in listed("hedges.tsv"))
    return next((scene.span(each, each) for each in found), None)


def _condition(scene: Scene, verb: int) -> Span | None:
    """An "if" clause in the sentence: "if we understand it rightly"."""
    words = scene.tree.words
    mark = next((each for each in scene.sentence(verb) if scene.form(each) == "if" and words.relations[each] == "mark"), None)
    return None if mark is None else scene.span(mark, max(mark, scene.tree.last[words.heads[mark]]))
