"""One text while its scores are turned into a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from purport.reader import coreference, syntax
from purport.reader.decode import Chain, Floats, TaggedSpan, best_switches, softmax, spans
from purport.reader.layers import EVENTS, MENTIONS, SCALES, Columns, distance_buckets
from purport.reader.manners import ASKED, Manners, judged
from purport.reader.reading import Happening, Labelled, Linked, Reading, Referring, Words
from purport.reader.subwords import Gap, Ints, Pieces
from purport.records import Span

FARTHEST = 100
"""Words beyond which two spans are not linked. Of 50, 70, 100, 150 and 400 the best on PolNeAR's development part."""
UNTRIED = 0.5
"""Probability of a span without a partner where there is none to choose from: nothing spoke for it or against it."""
BEGINS = 0.0
"""The score from which a word begins a sentence."""
LEAN = 0.5
"""What is added to what speaks for page text. More finds more of it, but takes more of the report for it, which is the worse."""
INSIDE, BEFORE_SENTENCE, BEFORE_LINE = 7.0, 2.0, 0.5
"""What it costs to go from the report to page text or back, before a word within a sentence, before its first word, and before a line's.

These and ``LEAN`` are the best on the reports that training holds out and half the pages of ``tests/page_text``.
"""
SHORTEST = 5
"""Words a content needs to hold an attribution of its own."""


@dataclass(frozen=True, slots=True)
class Decoder:
    """The trained parameters used outside the network: tag transitions, and how much a distance speaks for a link."""

    entity: Chain
    attribution: Chain
    inner: Chain
    timex: Chain
    source_near: Floats
    cue_near: Floats
    syntax: syntax.Parameters
    coreference: coreference.Parameters


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution by its words: a cue or none, a source or none, contents; ``score`` 0 to 1."""

    cue: TaggedSpan | None
    source: TaggedSpan | None
    contents: tuple[TaggedSpan, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """The columns of one kind of link: the span that asks, the one that is asked, and belonging to none."""

    one: Columns
    other: Columns
    none: Columns


class Scores:
    """What the network says of a text's pieces: its windows' answers, end to end, put together layer by layer when asked for."""

    def __init__(self, answers: Sequence[Floats]) -> None:
        self._answers = answers
        self._layers: dict[Columns, Floats] = {}

    def of(self, columns: Columns) -> Floats:
        """``[N, ..]`` a layer's scores by piece."""
        if columns not in self._layers:
            empty = np.zeros((0, columns.width), np.float32)
            self._layers[columns] = np.concatenate([empty, *(answer[:, columns.slice] for answer in self._answers)])
        return self._layers[columns]


class Draft:
    """A text's pieces and their scores, asked by word.

    A word here is what white space and punctuation set apart; a syntactic word begins at one and may take in several. ``begins`` says
    which words begin a sentence, ``tokens`` which ones a syntactic word.
    """

    def __init__(self, text: str, pieces: Pieces, scores: Scores) -> None:
        self._text, self._scores = text, scores
        self._heads = np.flatnonzero(pieces.heads).astype(np.int32)
        self._tails = np.append(self._heads[1:], len(pieces)).astype(np.int32) - 1
        self._starts, self._ends = pieces.starts, pieces.ends
        self._lines = pieces.gaps[self._heads] >= Gap.LINE
        self.begins = self.words(Columns.SENTENCE)[:, 0] > BEGINS
        self.begins[:1] = True
        self.tokens = np.flatnonzero(syntax.token_starts(self.words(Columns.TOKEN)[:, 0], pieces.gaps[self._heads], self.begins))

    def pieces(self, columns: Columns) -> Floats:
        """``[N, ..]`` a layer's scores by piece."""
        return self._scores.of(columns)

    def words(self, columns: Columns, within: slice = slice(None)) -> Floats:
        """``[W, ..]`` a layer's scores by word: those of its first piece."""
        result: Floats = self._scores.of(columns)[self._heads[within]]
        return result

    def starts(self) -> Ints:
        """``[W]`` the offset at which each word begins."""
        result: Ints = self._starts[self._heads]
        return result

    def sentence_edges(self) -> list[tuple[int, int]]:
        """The first word of each sentence and the one after its last."""
        edges = np.append(np.flatnonzero(self.begins), len(self._heads)).tolist()
        return list(pairwise(edges))

    def sentences_with(self, columns: Columns, ahead: float) -> list[tuple[int, int]]:
        """The edges of the sentences in which some word's first tag is not ``ahead`` of all its others."""
        edges = self.sentence_edges()
        if not edges:
            return []
        scores = self.words(columns)
        least = np.minimum.reduceat(scores[:, 0] - scores[:, 1:].max(1), [first for first, _ in edges])
        return [edge for edge, margin in zip(edges, least.tolist(), strict=True) if margin <= ahead]

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self._heads)

    def sentences(self) -> tuple[Span, ...]:
        """Sentences that cover the text's words, without the white space between them."""
        return tuple(self._span(TaggedSpan(a, b - 1, "sentence")) for a, b in self.sentence_edges())

    def labelled(self, path: Ints, chain: Chain, columns: Columns) -> tuple[Labelled, ...]:
        """The labelled spans of a layer's tag path."""
        sure = _confidence(self.words(columns), path)
        return tuple(
            Labelled(self._span(found), found.label, float(sure[found.first : found.last + 1].mean())) for found in spans(path, chain.tags)
        )

    def page_text(self) -> tuple[Span, ...]:
        """The stretches of page text; they begin and end with a line or a sentence, if the network is not very sure that they do not."""
        scores = self.words(Columns.PAGE)[:, 0] + np.float32(LEAN)
        if not (scores > 0).any():
            return ()
        costs = np.where(self._lines, BEFORE_LINE, np.where(self.begins, BEFORE_SENTENCE, INSIDE))
        edges = np.flatnonzero(np.diff(best_switches(scores, costs), prepend=0, append=0)).reshape(-1, 2).tolist()
        return tuple(self._span(TaggedSpan(first, after - 1, "page")) for first, after in edges)

    def groups(self, path: Ints, decoder: Decoder) -> list[Group]:
        """The attributions of a tag path, in text order."""
        return self._grouped(spans(path, decoder.attribution.tags), _confidence(self.words(Columns.ATTRIBUTION), path), decoder)

    def inner_groups(self, content: TaggedSpan, path: Ints, decoder: Decoder) -> list[Group]:
        """The attributions of a tag path over a content's words; one without a cue is none, as the content itself is not told from it."""
        sure = np.zeros(content.last + 1, np.float32)
        sure[content.first :] = _confidence(self.words(Columns.INNER, slice(content.first, content.last + 1)), path)
        found = [TaggedSpan(span.first + content.first, span.last + content.first, span.label) for span in spans(path, decoder.inner.tags)]
        return [group for group in self._grouped(found, sure, decoder) if group.cue]

    def syntactic(self, parameters: syntax.Parameters) -> Words:
        """The syntactic words."""
        ends = np.append(self.tokens[1:], len(self._heads)) - 1 if len(self.tokens) else self.tokens
        asked = {name: self._by_token(columns) for name, columns in _SYNTAX.items()}
        none = self._by_token(Columns.HEAD_NONE)[:, 0]
        starts, lasts = self._starts[self._heads[self.tokens]], self._ends[self._tails[ends]]
        sentences = (np.cumsum(self.begins) - 1)[self.tokens].astype(np.int32)
        return syntax.read_syntax(
            self._text, syntax.Scores(starts, lasts, self.tokens.astype(np.int32), sentences, none=none, **asked), parameters
        )

    def happenings(self) -> tuple[Happening, ...]:
        """The syntactic words that tell of events."""
        chances = softmax(self._by_token(Columns.EVENT))
        labels = chances.argmax(1)
        found = np.flatnonzero(labels)
        sure = self._by_token(Columns.FACTUALITY)[:, SCALES.index("factbank")].clip(-3, 3)
        return tuple(
            Happening(i, EVENTS[labels[i]], round(float(sure[i]), 4), round(float(chances[i, labels[i]]), 4)) for i in found.tolist()
        )

    def referring(self, words: Words, parameters: coreference.Parameters) -> tuple[Referring, ...]:
        """The heads of the expressions that refer, with their antecedents."""
        labels = self._by_token(Columns.MENTION).argmax(1)
        found = np.flatnonzero(labels)
        chosen = found.tolist()
        numbers: dict[str, int] = {}
        forms = [numbers.setdefault(self._text[words.starts[i] : words.ends[i]].lower(), len(numbers)) for i in chosen]
        scores = coreference.Scores(
            self.tokens[found].astype(np.int32),
            np.array(forms, np.int32),
            np.array([words.tags[i] == "PROPN" for i in chosen], np.int32),
            self._by_token(Columns.ANTECEDENT_NONE)[found, 0],
            self._by_token(Columns.ANTECEDENT_ONE)[found],
            self._by_token(Columns.ANTECEDENT_OTHER)[found],
        )
        back = coreference.antecedents(scores, parameters)
        return tuple(Referring(i, MENTIONS[labels[i]], to, round(p, 4)) for i, (to, p) in zip(chosen, back, strict=True))

    def manners(self) -> Manners:
        """The judgements of the syntactic words as cues and sources."""
        return judged(self._starts[self._heads[self.tokens]], [self._by_token(columns) for columns in ASKED])

    def meaning(self, group: Group) -> tuple[float, ...]:
        """The vector of an attribution's contents: the mean over their pieces, of length one."""
        every = self._scores.of(Columns.MEANING)
        pieces = [every[self._heads[c.first] : self._tails[c.last] + 1] for c in group.contents]
        mean = np.concatenate(pieces).mean(0)
        return tuple((mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32).tolist())

    def linked(self, outer: Sequence[Group], inner: Sequence[tuple[int, Group]]) -> tuple[Linked, ...]:
        """The attributions; ``inner`` are groups with the index of the outer one in whose content they lie."""
        found = [self._linked(group) for group in outer]
        return (*found, *(replace(self._linked(group), parent=parent) for parent, group in inner))

    def reading(
        self,
        entities: tuple[Labelled, ...],
        timexes: tuple[Labelled, ...],
        decoder: Decoder,
        groups: tuple[list[Group], list[tuple[int, Group]]],
    ) -> Reading:
        """The whole reading."""
        outer, inner = groups
        words = self.syntactic(decoder.syntax)
        return Reading(
            self.sentences(),
            entities,
            self.linked(outer, inner),
            words,
            timexes,
            self.happenings(),
            self.referring(words, decoder.coreference),
            tuple(self.meaning(group) for group in (*outer, *(group for _, group in inner))),
            self.page_text(),
            self.manners(),
        )

    def _by_token(self, columns: Columns) -> Floats:
        """``[N, ..]`` a layer's scores by syntactic word: those of its first piece."""
        result: Floats = self._scores.of(columns)[self._heads[self.tokens]]
        return result

    def _linked(self, group: Group) -> Linked:
        direct = self._scores.of(Columns.DIRECT)[[self._heads[content.first] for content in group.contents], 0]
        chances = 1 / (1 + np.exp(-direct))
        return Linked(
            None if group.source is None else self._span(group.source),
            None if group.cue is None else self._span(group.cue),
            tuple(map(self._span, group.contents)),
            group.score,
            float(chances.max()),
        )

    def _span(self, tagged: TaggedSpan) -> Span:
        return Span(int(self._starts[self._heads[tagged.first]]), int(self._ends[self._tails[tagged.last]]))

    def _vectors(self, found: Sequence[TaggedSpan], columns: Columns) -> Floats:
        """``[S, 2 * LINK_WIDTH]`` each span's vector: its first piece's share beside its last's."""
        values = self._scores.of(columns)
        half = values.shape[1] // 2
        firsts, lasts = self._heads[[span.first for span in found]], self._tails[[span.last for span in found]]
        return np.concatenate([values[firsts, :half], values[lasts, half:]], 1)

    def _partners(
        self, one: Sequence[TaggedSpan], other: Sequence[TaggedSpan], link: Link, near: Floats
    ) -> list[tuple[TaggedSpan | None, float]]:
        """The best partner of each span of ``one`` among ``other``, or none, with its probability."""
        if not one or not other:
            return [(None, UNTRIED)] * len(one)
        firsts, places = (np.array([span.first for span in found], np.int32) for found in (one, other))
        asks, asked = self._vectors(one, link.one), self._vectors(other, link.other)
        scores = asks @ asked.T / np.float32(np.sqrt(asks.shape[1] / 2)) + near[distance_buckets(firsts, places)]
        scores[np.abs(places[None, :] - firsts[:, None]) > FARTHEST] = -1e4
        chances = softmax(np.concatenate([scores, self._scores.of(link.none)[self._heads[firsts]]], 1))
        best = chances.argmax(1)
        return [(other[b] if b < len(other) else None, float(row[b])) for b, row in zip(best.tolist(), chances, strict=True)]

    def _grouped(self, found: Sequence[TaggedSpan], sure: Floats, decoder: Decoder) -> list[Group]:
        """Cues with their sources and contents; a content without a cue stands alone, a cue without a content not at all."""
        cues, sources, contents = ([span for span in found if span.label == label] for label in ("cue", "source", "content"))
        source_of = self._partners(cues, sources, _SOURCE_OF_CUE, decoder.source_near)
        cue_of = list(zip(contents, self._partners(contents, cues, _CUE_OF_CONTENT, decoder.cue_near), strict=True))
        groups = []
        for cue, (source, chance) in zip(cues, source_of, strict=True):
            own = [(content, p) for content, (partner, p) in cue_of if partner == cue]
            if own:
                score = chance * min(p for _, p in own) * float(sure[cue.first : cue.last + 1].mean())
                groups.append(Group(cue, source, tuple(content for content, _ in own), score))
        alone = [(content, p) for content, (partner, p) in cue_of if partner is None]
        groups += [Group(None, None, (each,), p * float(sure[each.first : each.last + 1].mean())) for each, p in alone]
        return sorted(groups, key=lambda group: min(group.contents[0].first, (group.cue or group.contents[0]).first))


_SYNTAX = {
    "tags": Columns.TAG,
    "fine_tags": Columns.FINE_TAG,
    "lemmas": Columns.LEMMA,
    "one": Columns.HEAD_ONE,
    "other": Columns.HEAD_OTHER,
    "below": Columns.RELATION_ONE,
    "above": Columns.RELATION_OTHER,
}
_SOURCE_OF_CUE = Link(Columns.SOURCE_OF_CUE_ONE, Columns.SOURCE_OF_CUE_OTHER, Columns.SOURCE_OF_CUE_NONE)
_CUE_OF_CONTENT = Link(Columns.CUE_OF_CONTENT_ONE, Columns.CUE_OF_CONTENT_OTHER, Columns.CUE_OF_CONTENT_NONE)


def _confidence(scores: Floats, path: Ints) -> Floats:
    """``[W]`` how likely each word's tag is by itself."""
    result: Floats = softmax(scores)[np.arange(len(path)), path]
    return result
