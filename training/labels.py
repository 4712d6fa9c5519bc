"""Examples -> windows of pieces with their labels, in groups."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from example import Example, Link, Manner, Marked
from lemmas import script
from purport.reader.layers import (
    ACTS,
    ATTRIBUTION_TAGS,
    ENTITY_TAGS,
    EVENTS,
    FINE_TAGS,
    MENTIONS,
    RELATIONS,
    SOURCE_TYPES,
    STANCES,
    TAGS,
    TIMEX_TAGS,
)
from purport.reader.subwords import Ints, Pieces, split
from purport.reader.windows import CLS, SEP, SPACE

ABSENT = -1
"""A label that is not known: it costs nothing."""
NOWHERE = -2
"""A span or word that belongs to none: a cue without a source, a sentence's root, the first mention of its kind."""
FINEST = 1000
"""Steps one unit of factuality is cut into, so that it is an integer like every other label."""
MANNERS = {"stance": STANCES, "act": ACTS, "negated": ("made", "negated"), "source_type": SOURCE_TYPES}
"""The layers that tell the manner of an attribution, with their labels."""
TOGETHER = 4
"""Windows of one text kept in one batch where mentions refer across them."""


@dataclass(frozen=True, slots=True)
class LinkedSpan:
    """First and last word of a span within a window, and where its partner stands: an index, NOWHERE or ABSENT."""

    first: int
    last: int
    partner: int


@dataclass(frozen=True, slots=True)
class Links:
    """The spans links choose from: ``cues[i].partner`` is a source, ``contents[i].partner`` a cue."""

    cues: tuple[LinkedSpan, ...] = ()
    sources: tuple[LinkedSpan, ...] = ()
    contents: tuple[LinkedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text with its labels.

    ``ids``, ``cases``, ``gaps`` [L] with the opening and closing piece; ``words`` and ``ends`` [W] index each word's first and last
    piece. ``labels`` [W] by layer; a layer that the text lacks is not there. ``tied`` says that the window after it in its batch is the
    text's next. ``meant`` are pieces ``[first, end)`` whose meaning is known, with the row of its vector.
    """

    ids: Ints
    cases: Ints
    gaps: Ints
    words: Ints
    ends: Ints
    labels: Mapping[str, Ints]
    links: Links
    inner_links: Links
    tied: bool = False
    meant: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What labels are made with: the tokenizer, and the ways from forms to lemmas."""

    tokenizer: Tokenizer
    scripts: tuple[str, ...]


def windows(example: Example, frame: Frame, rng: random.Random) -> list[Window]:
    """The example cut into windows of ``SPACE`` pieces, from a random start so that the cuts fall elsewhere each time."""
    pieces = split(example.text, frame.tokenizer)
    if not len(pieces):
        return []
    heads = np.flatnonzero(pieces.heads)
    labels = _Labels(example, pieces, heads, frame)
    found, start, offset = [], 0, rng.randint(SPACE // 2, SPACE) if len(pieces) > SPACE else SPACE
    while start < len(heads):
        end = int(np.searchsorted(heads, heads[start] + offset, "left"))
        end = max(end, start + 1)
        tied = example.mentions is not None and end < len(heads) and len(found) % TOGETHER != TOGETHER - 1
        found.append(labels.window(start, end, tied))
        start, offset = end, SPACE
    return found


class _Labels:
    """An example's labels by word."""

    def __init__(self, example: Example, pieces: Pieces, heads: Ints, frame: Frame) -> None:
        self.example, self.pieces, self.heads = example, pieces, heads
        self.begin = pieces.starts[heads]
        self.tails = np.append(heads[1:], len(pieces)) - 1
        self.end = pieces.ends[self.tails]
        self.layers: dict[str, Ints] = {}
        if example.entities is not None:
            self.layers["entity"] = self._tags(example.entities, ENTITY_TAGS)
        if example.timexes is not None:
            self.layers["timex"] = self._tags(example.timexes, TIMEX_TAGS)
        if example.roles is not None and not example.made:
            self.layers["attribution"] = self._tags(example.roles, ATTRIBUTION_TAGS)
            if example.direct is not None:
                self.layers["direct"] = self._direct(example, example.direct)
        if example.sentences is not None:
            self.layers["sentence"] = self._starts(example.sentences)
        if example.inner is not None:
            self.layers["inner"] = self._inner(example.inner)
        if example.events is not None:
            self.layers["event"] = self._heads([(span.start, EVENTS.index(span.label)) for span in example.events], 0)
        if example.sure is not None:
            for scale in dict.fromkeys(span.scale for span in example.sure):
                own = [(span.start, round(span.value * FINEST) + 4 * FINEST) for span in example.sure if span.scale == scale]
                self.layers[scale] = self._heads(own, ABSENT)
        if example.page is not None:
            self.layers["page"] = self._inside(example.page)
            if "sentence" in self.layers:
                self.layers["sentence"][self.layers["page"] == 1] = ABSENT
        if example.manners is not None:
            self.layers |= self._manners(example.manners)
        if example.tokens is not None:
            self._syntax(example, frame)
        if example.mentions is not None:
            self._mentions(example)

    def _words(self, span: Marked) -> tuple[int, int]:
        """First word and the word after the last of a span; equal where the span has no words."""
        first = int(np.searchsorted(self.end, span.start, "right"))
        return first, max(first, int(np.searchsorted(self.begin, span.end, "left")))

    def _word(self, offset: int) -> int:
        """The word that begins at ``offset``, or ABSENT."""
        at = int(np.searchsorted(self.begin, offset, "left"))
        return at if at < len(self.begin) and self.begin[at] == offset else ABSENT

    def _tags(self, spans: Sequence[Marked], names: tuple[str, ...]) -> Ints:
        tags = np.zeros(len(self.heads), np.int32)
        for span in spans:
            first, end = self._words(span)
            if end > first:
                tags[first:end] = names.index(f"I-{span.label}")
                tags[first] = names.index(f"B-{span.label}")
        return _begun(tags, names)

    def _heads(self, labelled: Sequence[tuple[int, int]], otherwise: int) -> Ints:
        """Labels of the words that begin at given offsets."""
        labels = np.full(len(self.heads), otherwise, np.int32)
        for offset, label in labelled:
            word = self._word(offset)
            if word != ABSENT:
                labels[word] = label
        return labels

    def _inside(self, spans: Sequence[Marked]) -> Ints:
        """1 on the words of spans, 0 on all others."""
        labels = np.zeros(len(self.heads), np.int32)
        for span in spans:
            labels[slice(*self._words(span))] = 1
        return labels

    def _manners(self, manners: Sequence[Manner]) -> dict[str, Ints]:
        """What is told of cues and sources, on the first word of each."""
        own = {layer: [(m.start, names.index(m.label)) for m in manners if m.layer == layer] for layer, names in MANNERS.items()}
        return {layer: self._heads(labelled, ABSENT) for layer, labelled in own.items()}

    def _inner(self, spans: Sequence[Marked]) -> Ints:
        """Tags within contents; ``ABSENT`` off them."""
        tags = self._tags(spans, ATTRIBUTION_TAGS)
        known = np.zeros(len(tags), bool)
        for role in self.example.roles or ():
            if role.label == "content":
                known[slice(*self._words(role))] = True
        return np.where(known, tags, ABSENT).astype(np.int32)

    def _direct(self, example: Example, direct: frozenset[int]) -> Ints:
        """1 on the first word of a content in its source's own words, 0 on that of any other."""
        labels = np.full(len(self.heads), ABSENT, np.int32)
        for i, role in enumerate(example.roles or ()):
            first, end = self._words(role)
            if role.label == "content" and end > first:
                labels[first] = i in direct
        return labels

    def _starts(self, offsets: Sequence[int]) -> Ints:
        starts = np.zeros(len(self.heads), np.int32)
        at = np.searchsorted(self.begin, np.array(offsets), "left")
        starts[at[at < len(starts)]] = 1
        return starts

    def _syntax(self, example: Example, frame: Frame) -> None:
        """Syntactic words: where they begin, their parts of speech, lemmas, heads (a word of the text) and relations."""
        names = ("token", "tag", "fine_tag", "lemma", "head", "relation", "of_sentence")
        layers = {name: np.full(len(self.heads), ABSENT, np.int32) for name in names}
        tokens = example.tokens or ()
        places = [self._word(token.start) if token.end > token.start else ABSENT for token in tokens]
        for token, word in zip(tokens, places, strict=True):
            if word == ABSENT:
                continue
            layers["token"][word : int(np.searchsorted(self.begin, token.end, "left"))] = 0
            layers["token"][word] = 1
            layers["tag"][word] = TAGS.index(token.tag)
            layers["fine_tag"][word] = _place(FINE_TAGS, token.fine)
            layers["lemma"][word] = _place(frame.scripts, script(example.text[token.start : token.end], token.lemma))
            layers["head"][word] = NOWHERE if token.head is None else places[token.head]
            layers["relation"][word] = _place(RELATIONS, token.relation)
            layers["of_sentence"][word] = token.sentence
        self.layers |= layers

    def _mentions(self, example: Example) -> None:
        """What the heads of mentions refer to, and which refer to the same."""
        mentions = example.mentions or ()
        kinds = self._heads([(mention.start, MENTIONS.index(mention.label)) for mention in mentions], 0)
        if "token" in self.layers:
            kinds[self.layers["token"] != 1] = ABSENT
        self.layers["mention"] = kinds
        self.layers["cluster"] = self._heads([(mention.start, mention.cluster) for mention in mentions], ABSENT)
        whole = {token.start: token.end for token in example.tokens or ()}
        forms = [example.text[a : whole.get(a, b)].lower() for a, b in zip(self.begin.tolist(), self.end.tolist(), strict=True)]
        self.layers["form"] = np.array([hash_of(form) for form in forms], np.int32)

    def window(self, start: int, end: int, tied: bool) -> Window:
        """Words ``start`` to ``end`` as a window; a word that alone is longer than a window is cut."""
        first, last = int(self.heads[start]), min(int(self.tails[end - 1]) + 1, int(self.heads[start]) + SPACE)
        p = self.pieces

        def framed(values: Ints, opening: int, closing: int) -> Ints:
            return np.concatenate(([opening], values[first:last], [closing])).astype(np.int32)

        words = self.heads[start:end] - first + 1
        ends = np.minimum(self.tails[start:end] - first + 1, last - first)
        cut = {name: layer[start:end] for name, layer in self.layers.items()}
        if "head" in cut:
            inside = (cut["head"] >= start) & (cut["head"] < end)
            cut["head"] = np.where(inside, cut["head"] - start, np.where(cut["head"] == NOWHERE, NOWHERE, ABSENT)).astype(np.int32)
        example = self.example
        outer = Links() if example.made else self._links((start, end), example.roles or (), example.links)
        inner = self._links((start, end), example.inner or (), example.inner_links)
        meant = self._meant(first, last)
        return Window(framed(p.ids, CLS, SEP), framed(p.cases, 0, 0), framed(p.gaps, 0, 0), words, ends, cut, outer, inner, tied, meant)

    def _meant(self, first: int, last: int) -> tuple[tuple[int, int, int], ...]:
        """Stretches of known meaning that lie wholly within pieces ``first`` to ``last``."""
        found = []
        for span in self.example.meanings:
            a, b = int(np.searchsorted(self.pieces.ends, span.start, "right")), int(np.searchsorted(self.pieces.starts, span.end, "left"))
            if first <= a < b <= last:
                found.append((a - first + 1, b - first + 1, int(span.label)))
        return tuple(found)

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


def _begun(tags: Ints, names: Sequence[str]) -> Ints:
    """The tags with a beginning wherever a span goes on that another one, laid over it, has broken."""
    inside = np.array([name.startswith("I-") for name in names])
    kinds = np.array([names.index(f"I-{name[2:]}") if name != "O" else -1 for name in names])
    before = np.concatenate(([-1], kinds[tags[:-1]]))
    broken = inside[tags] & (kinds[tags] != before)
    broken[:1] = False
    begins = np.array([names.index(f"B-{name[2:]}") if name != "O" else 0 for name in names], np.int32)
    result: Ints = np.where(broken, begins[tags], tags).astype(np.int32)
    return result


def _place(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else ABSENT


def hash_of(form: str) -> int:
    """A number by which equal forms are told from others; the same on every machine."""
    value = 0
    for character in form:
        value = (value * 131 + ord(character)) % 2147483647
    return value


def groups(chosen: Sequence[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """All windows in random groups of about ``size``, tied ones together, those of like length together to spare padding."""
    units: list[list[Window]] = [[]]
    for window in chosen:
        units[-1].append(window)
        if not window.tied:
            units.append([])
    order = [unit for unit in units if unit]
    rng.shuffle(order)
    pools = [sorted(order[i : i + size * 8], key=lambda unit: max(len(w.ids) for w in unit)) for i in range(0, len(order), size * 8)]
    found: list[list[Window]] = []
    for pool in pools:
        group: list[Window] = []
        for unit in pool:
            group += unit
            if len(group) >= size:
                found.append(group)
                group = []
        if group:
            found.append(group)
    rng.shuffle(found)
    return found
