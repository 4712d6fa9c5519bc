"""Flat statements: what the report says in the outlet's own voice, clause by clause.

A statement is a clause with a finite verb and a subject: a main clause, one joined to it, or a relative clause set off by a comma
("Dr. Marr, *who leads the inquest*"). None is what stands in a content or tells who says it, what asks, and what may be a source's
that nobody found: in quotation marks, or with a word of saying and a clause below it. What a noun in a statement has told of it is a
part of both: "the raid followed *reports that he had died*".

Left out too are:

- headlines, which for want of room do not say who says so, or how surely, and page text;
- a clause of which a content has the subject, the object or a complement: such a content goes too far;
- a clause whose subject the tree has hung on another one's verb.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from purport.extract.arguments import CHAIN, OBJECTS, RELATIVE, SUBJECTS, subject_of, subjects_of
from purport.extract.clear import Page
from purport.extract.forms import OPENING, QUOTES, find_quotations, paragraph_edges
from purport.extract.syntax import OF_PHRASE, Tree, core_span, preposition_of, words_in
from purport.lexicon import words as listed
from purport.records import Attribution, Span

_CLOSING = re.compile(r'[.,]?["”»]')
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
MAIN = frozenset({"root", "parataxis"})
JOINED, SET_OFF, BELOW = "conj", "acl:relcl", "xcomp"
CLAUSES = frozenset({"advcl", "advcl:relcl", "acl", "ccomp", "csubj", JOINED, SET_OFF, *MAIN})
BESIDE = frozenset({"parataxis", "dep", "discourse", "list"})
"""Relations of what stands beside a clause and is no part of it."""
ADNOMINAL = frozenset({"acl", "acl:relcl", "nmod", "appos"})
NEEDED = frozenset({*SUBJECTS, *OBJECTS, "ccomp", BELOW})
"""Relations of what a clause says nothing without."""
EDGES = frozenset({"PUNCT", "CCONJ"})
CONDITIONS = frozenset({"if", "unless"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause by the word that heads it.

    ``content`` is in text order, with the subject or noun that the clause shares with one around it; ``clause`` is the piece of it that
    has the head, without what is shared. ``conditional`` is whether it holds only if something else does.
    """

    head: int
    content: tuple[Span, ...]
    clause: Span
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class _Scene:
    """Words by where they stand: in contents, in cues, in page text or a headline, in questions or quotation marks."""

    text: str
    tree: Tree
    told: frozenset[int]
    telling: frozenset[int]
    printed: frozenset[int]
    unstated: frozenset[int]
    paragraphs: Sequence[int]


def find_statements(
    text: str, tree: Tree, sentences: Sequence[Span], attributions: Sequence[Attribution], page: Page
) -> tuple[Statement, ...]:
    """The flat statements of a report, in order of their heads."""
    asked = [each for each in sentences if each.words(text).rstrip('"”’» \r\n').endswith("?")]
    scene = _Scene(
        text,
        tree,
        _within(tree, (span for each in attributions for span in each.content)),
        _within(tree, (each.cue for each in attributions if each.cue is not None)),
        _within(tree, (*page.blocks, *page.titles)),
        _within(tree, (*asked, *find_quotations(text))),
        paragraph_edges(text),
    )
    clauses = {word for word in range(len(tree.words)) if _is_clause(tree, word)}
    heads = (word for word in sorted(clauses) if _is_whole(scene, word) and _is_stated(scene, word))
    return tuple(each for word in heads if (each := _statement(scene, word, clauses)) is not None)


def _within(tree: Tree, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(word for span in spans for word in words_in(tree.words, span))


def _is_clause(tree: Tree, word: int) -> bool:
    """Whether a word heads a finite clause with a subject that is main, joined to a main one, or set off."""
    words = tree.words
    own = (each for each in tree.children[word] if words.relations[each] in AUXILIARIES)
    finite = any(words.fine_tags[each] in FINITE for each in (word, *own)) and words.tags[word] not in EDGES
    return finite and _is_main(tree, word) and subject_of(tree, word) is not None


def _is_main(tree: Tree, word: int) -> bool:
    """Whether a clause, or the first of those that it is joined to, is a main one or set off."""
    for _ in range(CHAIN):
        relation = tree.words.relations[word]
        if relation != JOINED:
            return relation in MAIN or (relation == SET_OFF and _is_set_off(tree, word))
        word = tree.words.heads[word]
    return False


def _is_set_off(tree: Tree, clause: int) -> bool:
    """Whether a relative clause has a comma or dash before it and a pronoun: "the captain, who is alive", not "the captain who lived"."""
    words, first = tree.words, _opening(tree, clause)
    opened = any(words.fine_tags[each] in RELATIVE for each in range(first, clause + 1))
    return opened and first > 0 and words.tags[first - 1] == "PUNCT"


def _opening(tree: Tree, clause: int) -> int:
    """The first word of a clause's unbroken yield that is no mark."""
    first = tree.first[clause]
    while first < clause and tree.words.tags[first] == "PUNCT":
        first += 1
    return first


def _is_whole(scene: _Scene, head: int) -> bool:
    """Whether a clause has a subject that can be its own, and no content has that or anything else that the clause needs."""
    tree, words, chain = scene.tree, scene.tree.words, [head]
    subjects = subjects_of(tree, head)
    if subject_of(tree, head) in scene.told or any(preposition_of(tree, each) for each in subjects):
        return False
    if words.relations[head] == JOINED and not subjects and not _goes_on(tree, head):
        return False
    for word in chain:
        chain += (each for each in tree.children[word] if words.relations[each] == BELOW)
    needed = (each for word in chain for each in tree.children[word] if words.relations[each] in NEEDED and not _is_stray(tree, each))
    return not any(each in scene.told or (each in scene.telling and words.relations[each] in CLAUSES) for each in needed)


def _goes_on(tree: Tree, clause: int) -> bool:
    """Whether a joined clause without a subject can have that of the one before: after a mark or "and", and no noun to be its subject."""
    tags, first = tree.words.tags, tree.first[clause]
    between = range(tree.words.heads[clause] + 1, clause)
    return not EDGES.isdisjoint(tags[max(first - 1, 0) : first + 1]) and not any(_is_stray(tree, each) for each in between)


def _is_stray(tree: Tree, word: int) -> bool:
    """Whether a word is hung as a subject on a clause that has one before its verb, and itself stands after it: it is another clause's."""
    relations, head = tree.words.relations, tree.words.heads[word]
    if relations[word] not in SUBJECTS or word < head or preposition_of(tree, word):
        return False
    return any(relations[each] in SUBJECTS for each in tree.children[head] if each < head)


def _is_stated(scene: _Scene, head: int) -> bool:
    """Whether a clause is the outlet's own: not told, nor on what is told, not the telling ("there are rumours"), not asked."""
    tree, words = scene.tree, scene.tree.words
    if not scene.told.isdisjoint((head, words.heads[head])) or any(head in each for each in (scene.telling, scene.printed, scene.unstated)):
        return False
    if tree.child(head, ("expl",)) is not None and not scene.telling.isdisjoint(tree.children[head]):
        return False
    says = words.lemmas[head].lower() in listed("cues.tsv") and tree.child(head, ("ccomp", "parataxis")) is not None
    end = words.ends[tree.last[head]]
    return not says and scene.text[end : end + 1] != "?"


def _statement(scene: _Scene, head: int, clauses: Collection[int]) -> Statement | None:
    """A clause with the words that hang on its head, but no other statement's, and no contents and tellings but those of its nouns.

    None of it is what lies in another paragraph, or, where it is a relative clause, beyond words of the clause around it.
    """
    tree, shared = scene.tree, _shared(scene.tree, head)
    if not scene.told.isdisjoint(shared):
        return None
    place, whole = _paragraph(scene, head), range(tree.first[head], tree.last[head] + 1)
    found = [head]
    for word in found:
        found += (each for each in tree.children[word] if not _parts(scene, each, clauses))
    own = {word for word in found if word in place and (word in whole or tree.words.relations[head] != SET_OFF)} - scene.printed
    clause = next(span for span in _spans(scene, sorted(own - scene.told)) if span.start <= tree.words.starts[head] < span.end)
    return Statement(head, tuple(_spans(scene, sorted(own.union(shared) - scene.printed))), clause, _is_conditional(tree, head))


def _is_conditional(tree: Tree, head: int) -> bool:
    """Whether a clause with "if" or "unless" hangs on a clause's head."""
    words = tree.words
    below = (each for clause in tree.children[head] if words.relations[clause] == "advcl" for each in tree.children[clause])
    return any(words.relations[each] == "mark" and words.lemmas[each].lower() in CONDITIONS for each in below)


def _parts(scene: _Scene, word: int, clauses: Collection[int]) -> bool:
    """Whether what hangs by a word on a clause is none of it. What a noun in it has told of it stays: "reports that he had died"."""
    relation, above = scene.tree.words.relations[word], scene.tree.words.heads[word]
    if word in clauses or relation in BESIDE or _is_stray(scene.tree, word):
        return True
    others = word in scene.told or (word in scene.telling and relation in CLAUSES)
    return others and relation not in ADNOMINAL and above not in scene.told and above not in scene.telling


def _paragraph(scene: _Scene, word: int) -> range:
    """The words of the paragraph that a word stands in."""
    words, edges = scene.tree.words, scene.paragraphs
    i = bisect_right(edges, words.starts[word])
    return words_in(words, Span(edges[i - 1], edges[i]))


def _shared(tree: Tree, head: int) -> Collection[int]:
    """The subject that a joined clause has from the one before; before a relative clause its noun, and what stands between."""
    relations = tree.words.relations
    if relations[head] == JOINED and not subjects_of(tree, head) and (subject := subject_of(tree, head)) is not None:
        return words_in(tree.words, core_span(tree, subject))
    if relations[head] != SET_OFF:
        return ()
    noun, opening = tree.words.heads[head], _opening(tree, head)
    who = any(tree.words.lemmas[each].lower() == "who" for each in range(opening, head))
    for _ in range(CHAIN):
        if relations[noun] == "appos" or (who and relations[noun] == OF_PHRASE and preposition_of(tree, noun) == "of"):
            noun = tree.words.heads[noun]
    core = words_in(tree.words, core_span(tree, noun))
    return range(core[0], max(core[-1] + 1, opening))


def _spans(scene: _Scene, own: Sequence[int]) -> Iterator[Span]:
    """Words in text order as spans of neighbours, without conjunctions at their edges, nor marks that are no half of a pair."""
    words, breaks = scene.tree.words, [i for i, word in enumerate(own) if i and own[i - 1] != word - 1]
    for first, stop in pairwise((0, *breaks, len(own))):
        run = [word for word in own[first:stop] if words.tags[word] not in EDGES]
        if run:
            yield _with_mark(scene.text, words.starts[run[0]], words.ends[run[-1]])


def _with_mark(text: str, start: int, end: int) -> Span:
    """The characters ``[start, end)``, and the quotation mark at either end, or bracket after them, that is missing to a pair."""
    end += text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end)
    if sum(character in QUOTES for character in text[start:end]) % 2 == 0:
        return Span(start, end)
    if (closing := _CLOSING.match(text, end)) is not None:
        return Span(start, closing.end())
    return Span(start - (text[start - 1 : start] in OPENING), end)
