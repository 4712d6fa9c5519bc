"""What training makes small: each layer's loss on a batch, and its weight beside the others'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import fmean

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from data import Batch
from labels import ABSENT, FINEST, NOWHERE, LinkedSpan, Window
from network import Linker, Parser, Reader, Tagger
from purport.reader.layers import SCALES, TAGS, distance_buckets
from purport.reader.subwords import Ints

WEIGHTS = {
    "attribution": 1.6,
    "inner": 0.5,
    "source": 0.25,
    "cue": 0.25,
    "direct": 0.05,
    "entity": 1.3,
    "sentence": 0.5,
    "token": 0.3,
    "tag": 0.5,
    "fine_tag": 0.2,
    "lemma": 0.3,
    "head": 1.0,
    "relation": 0.8,
    "timex": 1.0,
    "event": 0.6,
    "factbank": 1.0,
    "uw": 0.3,
    "uds": 0.5,
    "mention": 0.3,
    "antecedent": 0.2,
    "meaning": 0.5,
    "page": 0.7,
    "stance": 0.4,
    "act": 0.15,
    "negated": 0.1,
    "source_type": 0.3,
}
"""The weight of each layer's loss, a mean over its words or links, beside the others'."""
SHARED = {"relation": "head", "antecedent": "mention"}
"""The layer whose labels tell how much of a batch another has."""
SPANNED: dict[str, Callable[[Window], bool]] = {
    "source": lambda window: bool(window.links.cues or window.inner_links.cues),
    "cue": lambda window: bool(window.links.contents or window.inner_links.contents),
    "meaning": lambda window: bool(window.meant),
}
"""The layers a window has where it has spans."""
WORD_LAYERS = (
    *("sentence", "direct", "token", "tag", "fine_tag", "lemma", "event", "mention"),
    *("page", "stance", "act", "negated", "source_type"),
)
PROPER = TAGS.index("PROPN")


def losses(reader: Reader, batch: Batch, meanings: Tensor | None = None) -> dict[str, Tensor]:
    """Each layer's loss on a batch, weighted; layers the batch does not annotate are left out. ``meanings`` are rows of known vectors."""
    vectors = reader(batch.ids, batch.cases, batch.gaps, batch.mask)  # [B, L, H]
    words = vectors.gather(1, batch.words[..., None].expand(-1, -1, vectors.shape[2]))  # [B, W, H]
    found = _span_losses(reader, words, batch.labels) | _word_losses(reader, words, batch.labels)
    if "attribution" in batch.labels or "inner" in batch.labels:
        found |= _link_losses(reader, vectors, batch.windows)
    if "head" in batch.labels:
        found |= _syntax_losses(reader.parser, words, batch.labels)
    if "cluster" in batch.labels:
        found |= _coreference_loss(reader, words, batch)
    if meanings is not None and any(window.meant for window in batch.windows):
        found["meaning"] = _meaning_loss(reader, vectors, batch.windows, meanings)
    return {name: WEIGHTS[name] * _presence(batch, name) * loss for name, loss in found.items()}


def _presence(batch: Batch, layer: str) -> float:
    """The root of the share of a batch's windows that have a layer: a mean over few words is an unsure one."""
    if layer in SPANNED:
        return fmean(map(SPANNED[layer], batch.windows)) ** 0.5
    return float((batch.labels[SHARED.get(layer, layer)] != ABSENT).any(1).float().mean() ** 0.5)


def _span_losses(reader: Reader, words: Tensor, labels: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Layers tagged as spans."""
    found = {}
    for name, tagger in (("attribution", reader.attribution), ("entity", reader.entity), ("timex", reader.timex)):
        if name in labels:
            found[name] = _tag_loss(tagger, words, labels[name])
    if "inner" in labels and (labels["inner"] != ABSENT).any():
        found["inner"] = _inner_loss(reader.inner, words, labels["inner"])
    return found


def _word_losses(reader: Reader, words: Tensor, labels: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Layers that label words one by one."""
    found = {}
    heads = {name: getattr(reader, name) for name in WORD_LAYERS}
    for name, head in heads.items():
        if name not in labels:
            continue
        known = labels[name] != ABSENT
        if not known.any():
            continue
        scores, wanted = head(words[known]).float(), labels[name][known]
        if scores.shape[1] == 1:
            found[name] = F.binary_cross_entropy_with_logits(scores[:, 0], wanted.float())
        else:
            found[name] = F.cross_entropy(scores, wanted)
    for i, scale in enumerate(SCALES):
        if scale in labels and (known := labels[scale] != ABSENT).any():
            values = labels[scale][known] / FINEST - 4
            found[scale] = F.smooth_l1_loss(reader.factuality(words[known])[:, i].float(), values, beta=0.25)
    return found


def _syntax_losses(parser: Parser, words: Tensor, labels: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Heads, chosen among the syntactic words of the sentence, and the relations to them."""
    head, sentence = labels["head"], labels["of_sentence"]
    rows = (head != ABSENT).any(1)
    words, head, sentence, relation = words[rows], head[rows], sentence[rows], labels["relation"][rows]
    width = head.shape[1]
    places = np.arange(width, dtype=np.int32)
    arcs = parser.arcs(words, _buckets(places, places, words.device)).float()
    apart = (sentence[:, :, None] != sentence[:, None, :]) | torch.eye(width, dtype=torch.bool, device=head.device)
    arcs[:, :, :width].masked_fill_(apart, -1e4)
    known = head != ABSENT
    wanted = torch.where(head == NOWHERE, width, head)
    found = {"head": F.cross_entropy(arcs[known], wanted[known])}
    named = known & (relation != ABSENT)
    row, below = named.nonzero(as_tuple=True)
    above = head[row, below]
    upper = torch.where((above >= 0)[:, None], words[row, above.clamp(min=0)], 0.0)
    return found | {"relation": F.cross_entropy(parser.relations(words[row, below], upper).float(), relation[row, below])}


def _coreference_loss(reader: Reader, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Minus the log-probability of the true antecedents together, mean over the mentions of each run of tied windows."""
    totals = []
    mention, cluster, form, tag = (batch.labels[name] for name in ("mention", "cluster", "form", "tag"))
    run: list[int] = []
    for i, window in enumerate(batch.windows):
        run.append(i)
        if window.tied:
            continue
        rows = torch.tensor(run, device=words.device)
        lengths = [len(batch.windows[j].words) for j in run]
        begins = torch.tensor([sum(lengths[:j]) for j in range(len(lengths))], device=words.device)
        run = []
        where, at = (mention[rows] > 0).nonzero(as_tuple=True)
        if len(where) < 2:
            continue
        own = rows[where]
        places = (begins[where] + at).cpu().numpy().astype(np.int32)
        buckets = _buckets(places, places, words.device)
        forms, tags, clusters = form[own, at], tag[own, at], cluster[own, at]
        alike = forms[:, None] == forms[None, :]
        same = torch.where(alike, torch.where((tags == PROPER)[:, None], 2, 1), 0)
        scores = reader.antecedent.scores(words[own, at], buckets, same).float()
        right = (clusters[:, None] == clusters[None, :]).tril(-1)
        right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
        totals.append(torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1))
    return {"antecedent": torch.cat(totals).mean()} if totals else {}


def _buckets(one: Ints, other: Ints, device: torch.device) -> Tensor:
    """``[S, C]`` the distances between words."""
    return torch.from_numpy(distance_buckets(one, other)).long().to(device)


def _meaning_loss(reader: Reader, vectors: Tensor, chosen: tuple[Window, ...], meanings: Tensor) -> Tensor:
    """One minus the cosine between stretches' vectors, means over their pieces, and their known ones."""
    pieces = reader.meaning(vectors)
    own = torch.stack([pieces[i, a:b].mean(0) for i, window in enumerate(chosen) for a, b, _ in window.meant])
    known = meanings[[row for window in chosen for _, _, row in window.meant]]
    return (1 - F.cosine_similarity(own.float(), known, dim=1)).mean()


def _inner_loss(tagger: Tagger, heads: Tensor, tags: Tensor) -> Tensor:
    """The inner tagger's loss on each content by itself: a run of known tags is a chain."""
    known = F.pad((tags != ABSENT).int(), (1, 1))
    edges = known.diff(dim=1)
    rows, begins = (edges == 1).nonzero(as_tuple=True)
    ends = (edges == -1).nonzero(as_tuple=True)[1]
    width = int((ends - begins).max())
    at = begins[:, None] + torch.arange(width, device=tags.device)
    mask = at < ends[:, None]
    at = at.clamp(max=tags.shape[1] - 1)
    return tagger.loss(tagger.emit(heads[rows[:, None], at]), tags[rows[:, None], at].clamp(min=0), mask)


def _tag_loss(tagger: Tagger, heads: Tensor, tags: Tensor) -> Tensor:
    """A tagger's loss on the windows that have its tags."""
    rows = (tags != ABSENT).any(1)
    return tagger.loss(tagger.emit(heads[rows]), tags[rows].clamp(min=0), tags[rows] != ABSENT)


def _link_losses(reader: Reader, vectors: Tensor, chosen: tuple[Window, ...]) -> dict[str, Tensor]:
    """Cross-entropy of each cue's source and each content's cue, mean over the links of the batch."""
    totals: dict[str, list[Tensor]] = {"source": [], "cue": []}
    for i, window in enumerate(chosen):
        for name, linker, one, other in (
            ("source", reader.source_of_cue, window.links.cues, window.links.sources),
            ("cue", reader.cue_of_content, window.links.contents, window.links.cues),
            ("source", reader.source_of_cue, window.inner_links.cues, window.inner_links.sources),
            ("cue", reader.cue_of_content, window.inner_links.contents, window.inner_links.cues),
        ):
            asked = [span for span in one if span.partner != ABSENT]
            if asked and other:
                totals[name].append(_link_loss(linker, vectors[i], window, (asked, list(other))))
    return {name: torch.cat(found).mean() for name, found in totals.items() if found}


def _link_loss(linker: Linker, vectors: Tensor, window: Window, spans: tuple[list[LinkedSpan], list[LinkedSpan]]) -> Tensor:
    """``[S]`` the loss of each asking span."""
    one, other = spans
    places = [np.array([span.first for span in found], np.int32) for found in spans]
    buckets = _buckets(*places, vectors.device)

    def pieces(found: list[LinkedSpan]) -> tuple[Tensor, Tensor]:
        return vectors[window.words[[s.first for s in found]]], vectors[window.ends[[s.last for s in found]]]

    (a, b), (c, d) = pieces(one), pieces(other)
    half = linker.link
    asks = torch.cat([linker.one(a)[:, :half], linker.one(b)[:, half:]], 1)
    asked = torch.cat([linker.other(c)[:, :half], linker.other(d)[:, half:]], 1)
    scores = linker.scores(asks, asked, linker.none(a)[:, 0], buckets)
    wanted = torch.tensor([len(other) if s.partner == NOWHERE else s.partner for s in one], device=vectors.device)
    return F.cross_entropy(scores.float(), wanted, reduction="none")
