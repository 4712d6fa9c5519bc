"""Texts -> readings: one pass of the network over each text's windows, then decoding.

Several texts are on their way together; each one's reading is the same whatever it is read beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from tokenizers import Tokenizer

from purport.reader.decode import Chain, Floats, best_tags
from purport.reader.draft import SHORTEST, Decoder, Draft, Group, Scores
from purport.reader.layers import Columns
from purport.reader.reading import Labelled, Reading
from purport.reader.subwords import Ints, Pieces, split
from purport.reader.windows import CLS, SEP, Window, cut

Shown = tuple[Ints, Ints, Ints]
"""A window's ids, cases and gaps, ``[L]`` each."""


class Network(Protocol):
    """Something that scores windows."""

    def submit(self, windows: Sequence[Shown]) -> Sequence[Future[Floats]]:
        """The scores to come, ``[L, OUTPUTS]``, of each window; they depend on that window alone."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """A text on its way through the network."""

    text: str
    pieces: Pieces
    windows: tuple[Window, ...]
    answers: tuple[Future[Floats], ...]


def send(texts: Sequence[str], tokenizer: Tokenizer, network: Network) -> list[Sent]:
    """Texts cut into windows that are handed to the network, without waiting for it."""
    sent = []
    for text in texts:
        pieces = split(text, tokenizer)
        windows = cut(pieces)
        sent.append(Sent(text, pieces, windows, tuple(network.submit([_shown(pieces, window) for window in windows]))))
    return sent


def receive(sent: Sequence[Sent], decoder: Decoder) -> list[Reading]:
    """The readings of the texts sent, in order."""
    drafts = [Draft(each.text, each.pieces, stitch(each)) for each in sent]
    entities = _spans_of(drafts, Columns.ENTITY, decoder.entity)
    timexes = _spans_of(drafts, Columns.TIMEX, decoder.timex)
    outer = _outer(drafts, decoder)
    inner = _inner(drafts, outer, decoder)
    return [
        draft.reading(names, times, decoder, (own, within))
        for draft, names, times, own, within in zip(drafts, entities, timexes, outer, inner, strict=True)
    ]


def _spans_of(drafts: Sequence[Draft], columns: Columns, chain: Chain) -> list[tuple[Labelled, ...]]:
    """Each text's spans of a layer whose spans do not cross sentences: every sentence that may have one is a lane of its own."""
    lanes = [(i, edges) for i, draft in enumerate(drafts) for edges in draft.sentences_with(columns, chain.plain)]
    found = [np.zeros(draft.size, np.int32) for draft in drafts]
    paths = best_tags([drafts[i].words(columns, slice(*edges)) for i, edges in lanes], chain)
    for (i, edges), path in zip(lanes, paths, strict=True):
        found[i][slice(*edges)] = path
    return [draft.labelled(path, chain, columns) for draft, path in zip(drafts, found, strict=True)]


def _outer(drafts: Sequence[Draft], decoder: Decoder) -> list[list[Group]]:
    """Each text's attributions."""
    paths = best_tags([draft.words(Columns.ATTRIBUTION) for draft in drafts], decoder.attribution)
    return [draft.groups(path, decoder) for draft, path in zip(drafts, paths, strict=True)]


def _inner(drafts: Sequence[Draft], outer: Sequence[list[Group]], decoder: Decoder) -> list[list[tuple[int, Group]]]:
    """Each text's attributions within contents, with the index of the one whose content it is."""
    places = [
        (text, parent, content)
        for text, groups in enumerate(outer)
        for parent, group in enumerate(groups)
        for content in group.contents
        if content.last - content.first + 1 >= SHORTEST
    ]
    paths = best_tags(
        [drafts[text].words(Columns.INNER, slice(content.first, content.last + 1)) for text, _, content in places], decoder.inner
    )
    inner: list[list[tuple[int, Group]]] = [[] for _ in drafts]
    for (text, parent, content), path in zip(places, paths, strict=True):
        inner[text] += [(parent, group) for group in drafts[text].inner_groups(content, path, decoder)]
    return inner


def _shown(pieces: Pieces, window: Window) -> Shown:
    """A window's input: ids, cases and gaps with the opening and the closing piece."""
    at = slice(window.start, window.end)

    def framed(values: Ints, opening: int, closing: int) -> Ints:
        return np.concatenate(([opening], values[at], [closing])).astype(np.int32)

    return framed(pieces.ids, CLS, SEP), framed(pieces.cases, 0, 0), framed(pieces.gaps, 0, 0)


def stitch(sent: Sent) -> Scores:
    """The scores of a text: each window's answer for its core."""
    cores = []
    for window, answer in zip(sent.windows, sent.answers, strict=True):
        first = window.first - window.start + 1
        cores.append(answer.result()[first : first + window.last - window.first])
    return Scores(cores)
