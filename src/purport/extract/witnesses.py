"""Time expressions as witnesses to when a report was written: what each dates, and whether that surely was or is to come.

A witness is held to more than a time expression that is to be understood: only what hangs straight on a verb of the past, or on one with
"will", with no other event between, is sure to lie before the writing, or after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from purport.extract.forms import QUOTES
from purport.extract.once import happens_once
from purport.extract.syntax import Tree, head_of, preposition_of, words_in
from purport.extract.tenses import AUXILIARY
from purport.lexicon import words as listed
from purport.reader import Happening
from purport.records import Span
from purport.time.expression import Expression
from purport.time.grammar import read
from purport.time.solving import Side, Witness
from purport.time.statements import fixed

WILL = frozenset({"will", "shall", "wo", "'ll", "’ll"})
COPULA = frozenset({"cop"})
PRESENT = frozenset({"VBZ", "VBP"})
HANGS = frozenset({"obl", "obl:unmarked", "advmod"})
STRAIGHT = frozenset({"on", "in", "at", "during"})
"""Prepositions of the time at which something was or will be. Without one it often is another's: "declared a dividend payable May 4"."""
MAIN = frozenset({"root", "conj", "ccomp", "parataxis"})
"""Relations of verbs that tell what the sentence tells; others set the scene ("as the end of the year on May 4 drew closer")."""
RELATIVE = frozenset({"acl", "acl:relcl"})
NOUNS = frozenset({"NOUN", "PROPN"})
FIRST, LAST = frozenset({"first"}), frozenset({"last", "latest", "previous"})


def find_witnesses(text: str, expressions: Sequence[Expression], tree: Tree, happenings: Sequence[Happening]) -> list[Witness]:
    """The witnesses of a report, in text order."""
    if not len(tree.words):
        return [Witness(each) for each in expressions]
    deeds = {each.word for each in happenings if tree.words.tags[each.word] in NOUNS}
    quoted = _quoted(text)
    return [_witness(text, each, tree, deeds, quoted=_is_within(each.start, quoted)) for each in expressions]


def _is_within(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    found = bisect_left(stretches, at, key=lambda each: each[0]) - 1
    return found >= 0 and at < stretches[found][1]


def _witness(text: str, expression: Expression, tree: Tree, deeds: Collection[int], *, quoted: bool) -> Witness:
    own = words_in(tree.words, Span(expression.start, expression.end))
    head = head_of(tree.words, own)
    if head is None:
        return Witness(expression, quoted=quoted)
    expression = _whole(text, expression, tree, head)
    clause = head if tree.child(head, COPULA) is not None else tree.words.heads[head]
    marks = {tree.words.lemmas[each].lower() for each in (clause, *tree.children[clause])} if clause >= 0 and clause != head else set()
    since = _since(tree, head)
    return Witness(
        expression,
        _side(tree, own, head, deeds, by_itself=fixed(expression) is not None),
        frozenset(happens_once(tree, clause, own)),
        since if since is not None else clause if _tells_when(tree, head, expression) else -1,
        quoted=quoted,
        renewed=expression.preposition.partition("_")[0] in ("in", "for") and not FIRST.isdisjoint(marks),
        ended=not LAST.isdisjoint(_marks_of_subject(tree, clause) | marks),
        lapsed=since is not None,
    )


def _whole(text: str, expression: Expression, tree: Tree, head: int) -> Expression:
    """An expression with what stands between two prepositions of it: "in *a little under* a year"."""
    cases = [each for each in tree.children[head] if tree.words.relations[each] == "case"]
    if len(cases) < 2:
        return expression
    longer = " ".join(text[tree.words.ends[cases[0]] : expression.end].split())
    meaning = read(longer, expression.kind)
    return expression if meaning is None else replace(expression, meaning=meaning)


def _since(tree: Tree, head: int) -> int | None:
    """The verb of what has been so long ago: "it is, or has been, *eleven months* since the bridge *fell*"."""
    being = tree.child(head, COPULA)
    if being is None or (tree.words.fine_tags[being] not in PRESENT and not _has(tree, head)):
        return None
    clauses = (each for each in tree.children[head] if tree.words.relations[each] == "advcl" and each > head)
    return next((each for each in clauses if any(tree.words.lemmas[mark].lower() == "since" for mark in tree.children[each])), None)


def _has(tree: Tree, head: int) -> bool:
    return any(tree.words.fine_tags[each] in PRESENT for each in tree.children[head] if tree.words.relations[each] in AUXILIARY)


def _tells_when(tree: Tree, head: int, expression: Expression) -> bool:
    """Whether an expression tells the time of the verb it hangs on."""
    verb = tree.words.heads[head]
    straight = expression.preposition in STRAIGHT or not expression.preposition
    return straight and verb >= 0 and tree.words.tags[verb] == "VERB" and tree.words.relations[head] in HANGS


def _side(tree: Tree, own: range, head: int, deeds: Collection[int], *, by_itself: bool) -> Side:
    """On which side of the writing the words of an expression surely lie; less is asked of a date with its year."""
    words, verb = tree.words, tree.words.heads[head]
    if tree.child(head, COPULA) is not None:
        return _told(tree, head) if preposition_of(tree, head) in STRAIGHT else Side.OPEN
    if verb < 0 or words.relations[head] not in HANGS or preposition_of(tree, head) not in STRAIGHT:
        return Side.OPEN
    lemma = words.lemmas[verb].lower()
    if lemma in listed("undating.tsv") or lemma in listed("scheduling.tsv") or words.tags[verb] not in ("VERB", "AUX"):
        return Side.OPEN
    first, last = sorted((verb, own[0]))
    between = range(first + 1, last)
    if any(word in deeds or words.tags[word] == "VERB" or words.lemmas[word].lower() == "from" for word in between):
        return Side.OPEN
    if words.relations[verb] not in (RELATIVE | MAIN if by_itself else MAIN):
        return Side.OPEN
    return _told(tree, verb)


def _told(tree: Tree, verb: int) -> Side:
    words = tree.words
    helpers = [each for each in tree.children[verb] if words.relations[each] in AUXILIARY]
    lemmas = {words.lemmas[each].lower() for each in helpers}
    forms = {words.fine_tags[each] for each in helpers}
    if any(words.relations[each] == "mark" and words.lemmas[each].lower() in ("to", "if", "until") for each in tree.children[verb]):
        return Side.OPEN
    if lemmas & WILL:
        return Side.OPEN if "have" in lemmas else Side.AFTER
    if "MD" in forms:
        return Side.OPEN
    past = words.fine_tags[verb] == "VBD" or "have" in lemmas or ("VBD" in forms and words.fine_tags[verb] != "VBG")
    return Side.BEFORE if past else Side.OPEN


def _marks_of_subject(tree: Tree, word: int) -> set[str]:
    """The lemmas that stand by the subject of a clause: "*his last* recording was in November"."""
    below = tree.child(word, ("nsubj", "nsubj:pass")) if word >= 0 else None
    return set() if below is None else {tree.words.lemmas[each].lower() for each in tree.children[below]}


def _quoted(text: str) -> list[tuple[int, int]]:
    """The stretches in double quotation marks, none longer than a paragraph."""
    found, opened = [], None
    for at, letter in enumerate(text):
        if letter == "\n":
            opened = None
        elif letter in QUOTES:
            if opened is None:
                opened = at
            else:
                found.append((opened, at))
                opened = None
    return found
