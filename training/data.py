"""Examples -> windows of pieces with their labels -> padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from example import Example, Link, Marked
from purport.reader.layers import ATTRIBUTION_TAGS, ENTITY_TAGS
from purport.reader.subwords import Ints, Pieces, split
from purport.reader.windows import CLS, SEP, SPACE

ABSENT = -1
"""A label that is not known: it costs nothing."""


@dataclass(frozen=True, slots=True)
class LinkedSpan:
    """First and last word of a span within a window, and where its partner stands: an index, NOWHERE or ABSENT."""

    first: int
    last: int
    partner: int


NOWHERE = -2
"""A span that belongs to none."""


@dataclass(frozen=True, slots=True)
class Links:
    """The spans links choose from: ``cues[i].partner`` is a source, ``contents[i].partner`` a cue."""

    cues: tuple[LinkedSpan, ...] = ()
    sources: tuple[LinkedSpan, ...] = ()
    contents: tuple[LinkedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text with its labels.

    ``ids``, ``cases``, ``gaps`` [L] with the opening and closing piece; ``words`` [W] index of each word's first piece. Labels are [W]
    or ``None``; ``direct`` is known of the first words of contents only.
    """

    ids: Ints
    cases: Ints
    gaps: Ints
    words: Ints
    ends: Ints
    sentence: Ints | None
    entity: Ints | None
    attribution: Ints | None
    inner: Ints | None
    direct: Ints | None
    links: Links
    inner_links: Links


def windows(example: Example, tokenizer: Tokenizer, rng: random.Random) -> Iterator[Window]:
    """The example cut into windows of ``SPACE`` pieces, from a random start so that the cuts fall elsewhere each time."""
    pieces = split(example.text, tokenizer)
    if not len(pieces):
        return
    heads = np.flatnonzero(pieces.heads)
    labels = _Labels(example, pieces, heads)
    start, offset = 0, rng.randint(SPACE // 2, SPACE) if len(pieces) > SPACE else SPACE
    while start < len(heads):
        end = int(np.searchsorted(heads, heads[start] + offset, "left"))
        end = max(end, start + 1)
        yield labels.window(start, end)
        start, offset = end, SPACE


class _Labels:
    """An example's labels by word."""

    def __init__(self, example: Example, pieces: Pieces, heads: Ints) -> None:
        self.example, self.pieces, self.heads = example, pieces, heads
        self.begin = pieces.starts[heads]
        self.tails = np.append(heads[1:], len(pieces)) - 1
        self.end = pieces.ends[self.tails]
        self.entity = None if example.entities is None else self._tags(example.entities, ENTITY_TAGS)
        self.attribution = None if example.roles is None else self._tags(example.roles, ATTRIBUTION_TAGS)
        self.sentence = None if example.sentences is None else self._starts(example.sentences)
        self.inner = None if example.inner is None else self._inner(example.inner)
        self.direct = None if example.roles is None else self._direct(example)

    def _words(self, span: Marked) -> tuple[int, int]:
        """First word and the word after the last of a span; equal where the span has no words."""
        first = int(np.searchsorted(self.end, span.start, "right"))
        return first, max(first, int(np.searchsorted(self.begin, span.end, "left")))

    def _tags(self, spans: Sequence[Marked], names: tuple[str, ...]) -> Ints:
        tags = np.zeros(len(self.heads), np.int32)
        for span in spans:
            first, end = self._words(span)
            if end > first:
                tags[first:end] = names.index(f"I-{span.label}")
                tags[first] = names.index(f"B-{span.label}")
        return tags

    def _inner(self, spans: Sequence[Marked]) -> Ints:
        """Tags within contents; ``ABSENT`` off them."""
        tags = self._tags(spans, ATTRIBUTION_TAGS)
        known = np.zeros(len(tags), bool)
        for role in self.example.roles or ():
            if role.label == "content":
                known[slice(*self._words(role))] = True
        return np.where(known, tags, ABSENT).astype(np.int32)

    def _direct(self, example: Example) -> Ints:
        """1 on the first word of a content in its source's own words, 0 on that of any other."""
        labels = np.full(len(self.heads), ABSENT, np.int32)
        for i, role in enumerate(example.roles or ()):
            first, end = self._words(role)
            if role.label == "content" and end > first:
                labels[first] = i in example.direct
        return labels

    def _starts(self, offsets: Sequence[int]) -> Ints:
        starts = np.zeros(len(self.heads), np.int32)
        at = np.searchsorted(self.begin, np.array(offsets), "left")
        starts[at[at < len(starts)]] = 1
        return starts

    def window(self, start: int, end: int) -> Window:
        """Words ``start`` to ``end`` as a window; a word that alone is longer than a window is cut."""
        first, last = int(self.heads[start]), min(int(self.tails[end - 1]) + 1, int(self.heads[start]) + SPACE)
        p = self.pieces

        def framed(values: Ints, opening: int, closing: int) -> Ints:
            return np.concatenate(([opening], values[first:last], [closing])).astype(np.int32)

        words = self.heads[start:end] - first + 1
        ends = np.minimum(self.tails[start:end] - first + 1, last - first)
        layers = (self.sentence, self.entity, self.attribution, self.inner, self.direct)
        cut = [None if layer is None else layer[start:end] for layer in layers]
        example = self.example
        outer = self._links((start, end), example.roles or (), example.links)
        inner = self._links((start, end), example.inner or (), example.inner_links)
        return Window(framed(p.ids, CLS, SEP), framed(p.cases, 0, 0), framed(p.gaps, 0, 0), words, ends, *cut, outer, inner)

    def _links(self, window: tuple[int, int], roles: Sequence[Marked], links: Sequence[Link]) -> Links:
        """The window's cues, sources and contents; a span cut by the window's edge keeps the part inside."""
        start, end = window
        places = enumerate(map(self._words, roles))
        inside = {i: (max(a, start) - start, min(b, end) - start - 1) for i, (a, b) in places if max(a, start) < min(b, end)}
        order = {role: [i for i in inside if roles[i].label == role] for role in ("source", "cue", "content")}
        source_of = {link.cue: NOWHERE if link.source is None else link.source for link in links}
        cue_of = {content: link.cue for link in links for content in link.contents}

        def spans(role: str, partners: dict[int, int], among: str) -> tuple[LinkedSpan, ...]:
            found = []
            for i in order[role]:
                partner = partners.get(i, ABSENT)
                if partner >= 0:
                    partner = order[among].index(partner) if partner in order[among] else ABSENT
                found.append(LinkedSpan(*inside[i], partner))
            return tuple(found)

        return Links(spans("cue", source_of, "source"), spans("source", {}, "cue"), spans("content", cue_of, "cue"))


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one shape. ``[B, L]`` pieces, ``[B, W]`` words; labels are ``ABSENT`` off the annotated words."""

    ids: Tensor
    cases: Tensor
    gaps: Tensor
    mask: Tensor
    words: Tensor
    word_mask: Tensor
    sentence: Tensor
    entity: Tensor
    attribution: Tensor
    inner: Tensor
    direct: Tensor
    windows: tuple[Window, ...]


def batch(chosen: Sequence[Window]) -> Batch:
    """A batch of windows."""
    length, width = max(len(w.ids) for w in chosen), max(len(w.words) for w in chosen)

    def padded(rows: Sequence[Ints | None], size: int, fill: int) -> Tensor:
        out = np.full((len(rows), size), fill, np.int64)
        for i, row in enumerate(rows):
            if row is not None:
                out[i, : len(row)] = row
        return torch.from_numpy(out)

    ids = padded([w.ids for w in chosen], length, 0)
    lengths = torch.tensor([len(w.ids) for w in chosen])
    counts = torch.tensor([len(w.words) for w in chosen])
    return Batch(
        ids,
        padded([w.cases for w in chosen], length, 0),
        padded([w.gaps for w in chosen], length, 0),
        torch.arange(length)[None, :] < lengths[:, None],
        padded([w.words for w in chosen], width, 0),
        torch.arange(width)[None, :] < counts[:, None],
        padded([w.sentence for w in chosen], width, ABSENT),
        padded([w.entity for w in chosen], width, ABSENT),
        padded([w.attribution for w in chosen], width, ABSENT),
        padded([w.inner for w in chosen], width, ABSENT),
        padded([w.direct for w in chosen], width, ABSENT),
        tuple(chosen),
    )


def batches(chosen: list[Window], size: int, rng: random.Random) -> Iterator[Batch]:
    """All windows in random batches of ``size``, those of like length together to spare padding."""
    order = list(chosen)
    rng.shuffle(order)
    pools = [sorted(order[i : i + size * 8], key=lambda w: len(w.ids)) for i in range(0, len(order), size * 8)]
    groups = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    rng.shuffle(groups)
    return map(batch, groups)
