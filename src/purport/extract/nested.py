"""Attributions within contents that grammar shows and the network did not mark: a word of saying or thinking with a clause of its own.

"Officials said that *they believed* it could take years": nobody has marked what stands inside another's words, so the network has hardly
learned it. A cue here is a word of ``lexicon/cues.tsv``, by its lemma, with a clause as its complement (Universal Dependencies:
``ccomp``, an infinitive ``xcomp``, ``acl`` of a noun). Its source is its subject, or the noun that a participle goes with; whom a
noun's possessive or "by" names; in the passive, who it is said by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from purport.extract.arguments import is_passive, subject_of
from purport.extract.syntax import Tree, core_span, preposition_of, span_of, words_in
from purport.lexicon import words as listed
from purport.reader import Linked
from purport.records import Span

SCORE = 0.5
"""The score of what grammar alone shows; about as many are right as of what the network is half sure of."""
CLAUSAL = ("that", "to")
"""What opens the clause of a noun."""
LEADING = frozenset({"aux", "aux:pass", "advmod", "cop"})
"""Relations of the words before a verb that belong to its cue: "has said", "did not believe", "is said"."""


def with_nested(found: Sequence[Linked], tree: Tree) -> tuple[Linked, ...]:
    """The attributions and, after them, those that grammar shows inside their contents, each in the innermost that holds it whole."""
    words = tree.words
    taken = {word for linked in found if linked.cue is not None for word in words_in(words, linked.cue)}
    whole = list(found)
    for word, lemma in enumerate(words.lemmas):
        if lemma.lower() in listed("cues.tsv") and word not in taken and (shown := _shown(tree, word)) is not None:
            parent = _innermost(whole, shown)
            if parent is not None:
                whole.append(replace(shown, parent=parent))
    return tuple(whole)


def _shown(tree: Tree, cue: int) -> Linked | None:
    return _of_noun(tree, cue) if tree.words.tags[cue] == "NOUN" else _of_verb(tree, cue)


def _of_verb(tree: Tree, verb: int) -> Linked | None:
    """As in "they believed (that) ..", "she refuses to ..", "it is thought to .."; a passive names its source by "by" or not at all."""
    clause = next((each for each in tree.children[verb] if _is_content(tree, each)), None)
    if clause is None:
        return None
    source = _teller(tree, verb)
    if source is None and not is_passive(tree, verb):
        return None
    content = _content(tree, clause, _told(tree, verb, clause))
    if source is not None and source.start < content.end and content.start < source.end:
        return None
    return Linked(source, _cue(tree, verb), (content,), SCORE)


def _teller(tree: Tree, verb: int) -> Span | None:
    """Whose word a verb's clause is."""
    if is_passive(tree, verb):
        agent = tree.child(verb, ("obl:agent",))
        return None if agent is None else core_span(tree, agent)
    subject = subject_of(tree, verb)
    if subject is None:
        return None
    return core_span(tree, subject) if subject == tree.words.heads[verb] else span_of(tree, subject)


def _told(tree: Tree, verb: int, clause: int) -> int | None:
    """Who is told to do something, which a content begins with: "telling *fighters* to mobilise"; not who is promised something."""
    told = tree.child(verb, ("obj", "iobj"))
    named = tree.words.relations[clause] == "xcomp" and told is not None and verb < told < clause
    return told if named and tree.words.lemmas[verb].lower() not in listed("subject_control.tsv") else None


def _is_content(tree: Tree, clause: int) -> bool:
    relation = tree.words.relations[clause]
    return relation == "ccomp" or (relation == "xcomp" and _marked(tree, clause, "to"))


def _of_noun(tree: Tree, noun: int) -> Linked | None:
    """As in "its claim that ..", "rumours that ..", "the claim by Vane to be .."."""
    for clause in tree.children[noun]:
        if clause > noun and tree.words.relations[clause] in ("acl", "ccomp") and any(_marked(tree, clause, word) for word in CLAUSAL):
            by = next((each for each in tree.children[noun] if preposition_of(tree, each) == "by"), None)
            owner = tree.child(noun, ("nmod:poss",)) or by
            cue = Span(tree.words.starts[noun], tree.words.ends[noun])
            return Linked(None if owner is None else core_span(tree, owner), cue, (_content(tree, clause),), SCORE)
    return None


def _marked(tree: Tree, clause: int, word: str) -> bool:
    mark = tree.child(clause, ("mark",))
    return mark is not None and tree.words.lemmas[mark].lower() == word


def _content(tree: Tree, clause: int, told: int | None = None) -> Span:
    """A clause's characters, from whom it tells to do something, without a conjunction left over at its end."""
    words, span = tree.words, span_of(tree, clause)
    if told is not None:
        span = Span(core_span(tree, told).start, span.end)
    last = words_in(words, span)[-1]
    while last > clause and words.tags[last] in ("CCONJ", "PUNCT"):
        last -= 1
    return Span(span.start, words.ends[last])


def _cue(tree: Tree, verb: int) -> Span:
    """A verb with its auxiliaries, negation and adverbs right before it."""
    first = verb
    for each in reversed([each for each in tree.children[verb] if each < verb]):
        if tree.words.relations[each] not in LEADING or tree.last[each] != first - 1:
            break
        first = tree.first[each]
    return Span(tree.words.starts[first], tree.words.ends[verb])


def _innermost(found: Sequence[Linked], inner: Linked) -> int | None:
    """The attribution with the shortest content that has another's cue and contents in it."""
    spans = [span for span in (inner.cue, *inner.contents) if span is not None]
    holding = [
        (content.end - content.start, i)
        for i, each in enumerate(found)
        for content in each.contents
        if all(content.start <= span.start and span.end <= content.end for span in spans)
    ]
    return min(holding)[1] if holding else None
