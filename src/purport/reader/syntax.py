"""Scores of a text -> its syntactic words: where they begin, their parts of speech, lemmas, heads and relations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from purport.reader.decode import Floats
from purport.reader.layers import FINE_TAGS, RELATIONS, TAGS
from purport.reader.reading import Words
from purport.reader.subwords import Bools, Ints
from purport.reader.trees import ROOT, Choices, best_heads

Way = tuple[bool, int, str]
"""From a form to its lemma: whether it is lower-cased first, how many last letters are dropped, and what is added."""
OPEN = ("ADJ", "ADV", "AUX", "NOUN", "VERB")
"""Parts of speech whose lemmas are words that others use too, unlike names and numbers."""
TRIED = 8
"""Ways to a lemma that are tried for one that is a known word."""
LONGEST = 150
"""Syntactic words parsed as one sentence; a longer one is parsed in parts, so that cost and memory stay bounded."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was trained beside the network's columns: what a distance speaks for, how relations are named, and the ways to lemmas.

    ``known`` are words that occur, in lower case; ``forms`` the lemmas of forms in lower case with a Penn part of speech.
    """

    near: Floats
    relation_weight: Floats
    relation_bias: Floats
    lemmas: tuple[Way, ...]
    known: Collection[str] = ()
    forms: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scores:
    """A text's syntactic words with their scores, one row a word.

    ``places`` [N] counts words of the text before each, ``sentences`` [N] numbers the sentence of each; ``one`` and ``other`` choose heads,
    ``below`` and ``above`` name relations.
    """

    starts: Ints
    ends: Ints
    places: Ints
    sentences: Ints
    tags: Floats
    fine_tags: Floats
    lemmas: Floats
    none: Floats
    one: Floats
    other: Floats
    below: Floats
    above: Floats


def token_starts(scores: Floats, gaps: Ints, sentence_starts: Bools) -> Bools:
    """``[W]`` which words begin a syntactic one: those after white space, those that begin a sentence, and those that the network says."""
    result: Bools = (scores > 0) | (gaps > 0) | sentence_starts
    result[:1] = True
    return result


def read_syntax(text: str, scores: Scores, parameters: Parameters) -> Words:
    """The text's syntactic words."""
    if not len(scores.starts):
        return Words()
    one, other, below, above = (np.maximum(each, 0) for each in (scores.one, scores.other, scores.below, scores.above))
    heads = best_heads(Choices(one, other, scores.none, scores.places, parameters.near), _sentences(scores.sentences))
    relations = _relations(below, np.where((heads != ROOT)[:, None], above[heads], np.float32(0)), heads, parameters)
    tags, fine = scores.tags.argmax(1).tolist(), scores.fine_tags.argmax(1).tolist()
    starts, ends = scores.starts.tolist(), scores.ends.tolist()
    return Words(
        tuple(starts),
        tuple(ends),
        tuple(TAGS[tag] for tag in tags),
        tuple(FINE_TAGS[tag] for tag in fine),
        tuple(_lemmas([text[a:b] for a, b in zip(starts, ends, strict=True)], tags, fine, scores.lemmas, parameters)),
        tuple(heads.tolist()),
        tuple(RELATIONS[relation] for relation in relations.tolist()),
        tuple(scores.sentences.tolist()),
    )


def _sentences(numbers: Ints) -> list[tuple[int, int]]:
    """First word and the word after the last of each sentence, or of each part of a long one."""
    firsts = np.append(np.flatnonzero(np.diff(numbers, prepend=-1)), len(numbers)).tolist()
    return [(a, min(a + LONGEST, end)) for begin, end in pairwise(firsts) for a in range(begin, end, LONGEST)]


def _relations(below: Floats, above: Floats, heads: Ints, parameters: Parameters) -> Ints:
    """``[N]`` the best relation of each word to its head; ``root``, the first, of those without one and of no other."""
    scores = np.concatenate([below * above, below, above], 1) @ parameters.relation_weight.T + parameters.relation_bias
    scores[:, 0] = np.where(heads == ROOT, np.float32(np.inf), np.float32(-np.inf))
    result: Ints = scores.argmax(1).astype(np.int32)
    return result


def _lemmas(forms: Sequence[str], tags: Sequence[int], fine: Sequence[int], scores: Floats, parameters: Parameters) -> Iterator[str]:
    """Each form's lemma: as it was seen, else by the best way, or the best one to a known word where it should be one."""
    ways = parameters.lemmas
    open_tags = frozenset(map(TAGS.index, OPEN))
    for i, (form, tag, best) in enumerate(zip(forms, tags, scores[:, : len(ways)].argmax(1).tolist(), strict=True)):
        found = parameters.forms.get((form.lower(), FINE_TAGS[fine[i]]))
        if found is None:
            found = lemma(form, ways[best])
            if tag in open_tags and found.lower() not in parameters.known and form.isalpha():
                others = (lemma(form, ways[way]) for way in np.argsort(-scores[i, : len(ways)])[1:TRIED].tolist())
                found = next((other for other in others if other.lower() in parameters.known), found)
        yield found


def parse_forms(listed: str) -> dict[tuple[str, str], str]:
    """The lemmas of forms that training wrote down, ``form tag lemma`` a line."""
    rows = (row.split(" ") for row in listed.splitlines())
    return {(form, tag): found for form, tag, found in rows}


def parse_ways(scripts: Sequence[str]) -> tuple[Way, ...]:
    """The ways that training wrote down."""
    parts = (script.partition(" ") for script in scripts)
    return tuple((how[0] == "l", int(how[1:]), added) for how, _, added in parts)


def lemma(form: str, way: Way) -> str:
    """A form's lemma; the form itself where it is too short for the way."""
    lower, dropped, added = way
    shown = form.lower() if lower else form
    if dropped > len(shown):
        return shown
    return shown[: len(shown) - dropped] + added or shown
