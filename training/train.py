"""Corpora -> the reader's weights.

    python training/train.py --corpora DIR --minilm DIR --out DIR

Every layer is trained at once, in batches that mix the corpora; texts are damaged anew each epoch. The weights kept are a running
average of the last steps, of the epoch with the least loss on the development documents. It runs on a CPU, with products in bfloat16,
and on a GPU where there is one.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from collect import Corpora, Parts, collect
from compose import compose
from damage import damage
from data import Batch, batches
from example import Example, Sheet
from export import write
from labels import ABSENT, FINEST, NOWHERE, Frame, LinkedSpan, Window, windows
from lemmas import commonest
from meanings import with_meanings
from nest import nest, wrapped
from network import Linker, Parser, Reader, Tagger, from_minilm
from purport.reader.layers import LEMMAS, TAGS, distance_buckets
from purport.reader.subwords import Ints, load_tokenizer

WEIGHTS = {
    "attribution": 1.0,
    "inner": 0.5,
    "source": 0.15,
    "cue": 0.15,
    "direct": 0.05,
    "entity": 1.0,
    "sentence": 0.5,
    "token": 0.3,
    "tag": 0.3,
    "fine_tag": 0.15,
    "lemma": 0.15,
    "head": 0.5,
    "relation": 0.3,
    "timex": 1.0,
    "event": 0.5,
    "factuality": 0.3,
    "mention": 0.3,
    "antecedent": 0.2,
    "meaning": 0.5,
}
"""The weight of each layer's loss, a mean over its words or links, beside the others'."""
SHARED = {"source": "attribution", "cue": "attribution", "relation": "head", "antecedent": "mention"}
"""The layer whose labels tell how much of a batch another has."""
WORD_LAYERS = ("sentence", "direct", "token", "tag", "fine_tag", "lemma", "event", "factuality", "mention")
PROPER = TAGS.index("PROPN")
ARTICLES, FRAMED = 0.8, 0.25
"""Shares of the articles, and of their lines put inside other attributions, that an epoch reads: they are half of all text."""
NEST_EVERY = 4
"""Epochs after which the network looks into contents anew."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    epochs: int
    batch: int
    rate: float
    head_rate: float
    nest_from: int
    vocabulary: str
    warm_up: float = 0.06
    decay: float = 0.01
    average: float = 0.998
    seed: int = 7


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
    labels = batch.labels.get(SHARED.get(layer, layer))
    return 1.0 if labels is None else float((labels != ABSENT).any(1).float().mean() ** 0.5)


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
        if name == "factuality":
            found[name] = F.smooth_l1_loss(scores[:, 0], wanted / FINEST - 4, beta=0.5)
        elif scores.shape[1] == 1:
            found[name] = F.binary_cross_entropy_with_logits(scores[:, 0], wanted.float())
        else:
            found[name] = F.cross_entropy(scores, wanted)
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


def epoch(corpora: Corpora, frame: Frame, rng: random.Random) -> list[Window]:
    """One epoch's windows: each text and sheet with its probability, damaged anew."""
    found = []
    for example, share in corpora.texts:
        if rng.random() < share:
            found += windows(damage(example, rng), frame, rng)
    for sheet, share in corpora.sheets:
        if rng.random() < share:
            found += windows(_damaged_sheet(sheet, rng), frame, rng)
    return found


def _damaged_sheet(sheet: Sheet, rng: random.Random) -> Example:
    """A sheet, or now and then a short run of its sentences, as a text, damaged half the time."""
    if rng.random() < 0.3:
        start = rng.randrange(len(sheet.sentences))
        sheet = Sheet(sheet.name, sheet.sentences[start : start + rng.randint(1, 4)])
    example = compose(sheet, rng)
    return damage(example, rng) if rng.random() < 0.5 else example


class Average:
    """A running average of a network's weights."""

    def __init__(self, reader: Reader, share: float) -> None:
        self.share, self.step = share, 0
        self.weights = {name: value.detach().clone() for name, value in reader.state_dict().items()}

    def update(self, reader: Reader) -> None:
        """Take the network's present weights in."""
        self.step += 1
        share = min(self.share, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in reader.state_dict().items():
                self.weights[name].lerp_(value, 1 - share)

    def arrays(self) -> dict[str, npt.NDArray[np.float32]]:
        """The weights as arrays."""
        return {name: value.float().cpu().numpy() for name, value in self.weights.items()}


class Trainer:
    """A network in training: its data, optimiser and running average, and where the best weights so far are kept."""

    def __init__(self, reader: Reader, parts: Parts, frame: Frame, plan: Plan, out: Path) -> None:
        self.reader, self.parts, self.frame, self.plan, self.out = reader, parts, frame, plan, out
        self.device = next(reader.parameters()).device
        self.rng = random.Random(plan.seed)
        self.average = Average(reader, plan.average)
        self.articles, self.meanings = parts.articles, torch.zeros(0)
        self.step, self.best, self.began = 0, math.inf, time.monotonic()
        groups: dict[float, list[nn.Parameter]] = {plan.rate: [], plan.head_rate: []}
        for name, weights in reader.named_parameters():
            groups[plan.rate if name.startswith("encoder.") else plan.head_rate].append(weights)
        self.optimiser = torch.optim.AdamW(
            [{"params": own, "lr": rate} for rate, own in groups.items()], weight_decay=plan.decay, fused=True
        )

    def run(self) -> None:
        """Every epoch; ``reader.pt`` holds the best weights by the development loss, ``last.pt`` those of the last epoch."""
        total = math.ceil(len(epoch(self._corpora(), self.frame, random.Random(self.plan.seed))) / self.plan.batch) * self.plan.epochs
        rise = self.plan.warm_up * total
        schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, lambda i: min((i + 1) / rise, max(0.02, 1 - i / total)))
        for number in range(self.plan.epochs):
            if number >= self.plan.nest_from and (number - self.plan.nest_from) % NEST_EVERY == 0:
                self.articles = self._nested()
            self._epoch(number, total, schedule)
            self._keep(number)

    def _corpora(self) -> Corpora:
        articles = [(article, ARTICLES) for article in self.articles]
        framed = [(text, FRAMED) for text in wrapped(self.parts.articles, self.plan.seed)]
        return Corpora((*articles, *framed, *self.parts.train.texts), self.parts.train.sheets)

    def _nested(self) -> tuple[Example, ...]:
        """The articles with what the network so far finds within their contents."""
        teacher = self.out / "teacher"
        write(self.average.arrays(), self.frame.scripts, self.plan.vocabulary, teacher, bits=8)
        return tuple(nest(self.articles, teacher))

    def _epoch(self, number: int, total: int, schedule: torch.optim.lr_scheduler.LambdaLR) -> None:
        sums: dict[str, list[float]] = {}
        self.reader.train()
        for each in batches(epoch(self._corpora(), self.frame, self.rng), self.plan.batch, self.rng):
            with torch.autocast(self.device.type, dtype=torch.bfloat16):
                found = losses(self.reader, each.to(self.device), self.meanings)
            torch.stack(list(found.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
            self.optimiser.step()
            self.optimiser.zero_grad()
            schedule.step()
            self.average.update(self.reader)
            self.step += 1
            for name, loss in found.items():
                sums.setdefault(name, []).append(loss.item())
            if self.step % 50 == 0:
                self._log({"epoch": number, "step": self.step, "of": total}, sums)
                sums.clear()

    def _keep(self, number: int) -> None:
        """Save the average, and as the best if it is."""
        held = Reader(self.reader.config).to(self.device)
        held.load_state_dict(self.average.weights)
        held.eval()
        sums: dict[str, list[float]] = {}
        rng = random.Random(self.plan.seed)
        for each in batches(epoch(self.parts.dev, self.frame, rng), self.plan.batch, rng):
            with torch.no_grad(), torch.autocast(self.device.type, dtype=torch.bfloat16):
                for name, loss in losses(held, each.to(self.device)).items():
                    sums.setdefault(name, []).append(loss.item())
        self._log({"epoch": number, "dev": True}, sums)
        saved = {"weights": self.average.weights, "scripts": self.frame.scripts, "epoch": number, "plan": asdict(self.plan)}
        torch.save(saved, self.out / "last.pt")
        total = sum(sum(values) / len(values) for values in sums.values())
        if total < self.best:
            self.best = total
            torch.save(saved, self.out / "reader.pt")

    def _log(self, line: dict[str, object], sums: dict[str, list[float]]) -> None:
        line["seconds"] = round(time.monotonic() - self.began)
        line |= {name: round(sum(values) / len(values), 4) for name, values in sums.items()}
        with (self.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="a folder of corpora, laid out as training/README.md says")
    parser.add_argument("--minilm", type=Path, required=True, help="folder of model.safetensors and vocab.txt")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of MiniLM's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--nest-from", type=int, default=2, help="epoch from which the network teaches itself what is inside contents")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(given.seed)
    vocabulary = given.minilm / "vocab.txt"
    plan = Plan(given.epochs, given.batch, given.rate, given.head_rate, given.nest_from, str(vocabulary), seed=given.seed)
    parts = collect(given.corpora)
    frame = Frame(load_tokenizer(vocabulary), commonest(_forms(parts.train), LEMMAS))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    reader = from_minilm(given.minilm / "model.safetensors").to(device)
    articles, meanings = with_meanings(parts.articles, reader.encoder, frame.tokenizer)
    if given.start:
        reader.load_state_dict(torch.load(given.start, weights_only=True)["weights"], strict=False)
    trainer = Trainer(reader, replace(parts, articles=tuple(articles)), frame, plan, given.out)
    trainer.meanings = torch.from_numpy(meanings).to(device)
    trainer.run()


def _forms(corpora: Corpora) -> Iterator[tuple[str, str]]:
    """Every annotated form with its lemma."""
    for sheet, _ in corpora.sheets:
        for sentence in sheet.sentences:
            yield from ((form, word.lemma) for form, word in zip(sentence.tokens, sentence.words or (), strict=False))


if __name__ == "__main__":
    main()
