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

from purport.reader.decode import Floats, best_tags
from purport.reader.draft import SHORTEST, Decoder, Draft, Group
from purport.reader.layers import OUTPUTS, Columns
from purport.reader.reading import Reading
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

    pieces: Pieces
    windows: tuple[Window, ...]
    answers: tuple[Future[Floats], ...]


def send(texts: Sequence[str], tokenizer: Tokenizer, network: Network) -> list[Sent]:
    """Texts cut into windows that are handed to the network, without waiting for it."""
    sent = []
    for text in texts:
        pieces = split(text, tokenizer)
        windows = cut(pieces)
        sent.append(Sent(pieces, windows, tuple(network.submit([_shown(pieces, window) for window in windows]))))
    return sent


def receive(sent: Sequence[Sent], decoder: Decoder) -> list[Reading]:
    """The readings of the texts sent, in order."""
    drafts = [Draft(each.pieces, _stitch(each)) for each in sent]
    entity_paths = best_tags([draft.words(Columns.ENTITY) for draft in drafts], decoder.entity)
    paths = best_tags([draft.words(Columns.ATTRIBUTION) for draft in drafts], decoder.attribution)
    outer = [draft.groups(path, decoder) for draft, path in zip(drafts, paths, strict=True)]
    places = [
        (text, parent, content)
        for text, groups in enumerate(outer)
        for parent, group in enumerate(groups)
        for content in group.contents
        if content.last - content.first + 1 >= SHORTEST
    ]
    inner_paths = best_tags(
        [drafts[text].words(Columns.INNER, slice(content.first, content.last + 1)) for text, _, content in places], decoder.inner
    )
    inner: list[list[tuple[int, Group]]] = [[] for _ in drafts]
    for (text, parent, content), path in zip(places, inner_paths, strict=True):
        inner[text] += [(parent, group) for group in drafts[text].inner_groups(content, path, decoder)]
    return [
        draft.reading(draft.entities(path, decoder.entity), groups, nested)
        for draft, path, groups, nested in zip(drafts, entity_paths, outer, inner, strict=True)
    ]


def _shown(pieces: Pieces, window: Window) -> Shown:
    """A window's input: ids, cases and gaps with the opening and the closing piece."""
    at = slice(window.start, window.end)

    def framed(values: Ints, opening: int, closing: int) -> Ints:
        return np.concatenate(([opening], values[at], [closing])).astype(np.int32)

    return framed(pieces.ids, CLS, SEP), framed(pieces.cases, 0, 0), framed(pieces.gaps, 0, 0)


def _stitch(sent: Sent) -> Floats:
    """``[N, OUTPUTS]`` of a text: each window's answer for its core."""
    scores = np.zeros((len(sent.pieces), OUTPUTS), np.float32)
    for window, answer in zip(sent.windows, sent.answers, strict=True):
        first = window.first - window.start + 1
        scores[window.first : window.last] = answer.result()[first : first + window.last - window.first]
    return scores
