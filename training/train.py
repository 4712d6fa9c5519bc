"""Corpora -> the reader's weights.

    python training/train.py --polnear DIR --conll FILE --wikigold FILE --conllu FILE --conllu FILE --minilm FILE --out DIR

Every layer is trained at once, in batches that mix the corpora; texts are damaged anew each epoch. The weights kept are a running
average of the last steps. It runs on a CPU, with products in bfloat16.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor, nn

from compose import compose
from corpora.columns import read_conll, read_conllu
from corpora.polnear import read_polnear
from damage import damage
from data import ABSENT, NOWHERE, Batch, LinkedSpan, Window, batches, windows
from example import Example, Sheet
from nest import nest, wrapped
from network import Linker, Reader, Tagger, from_minilm
from purport.reader.layers import distance_buckets
from purport.reader.subwords import load_tokenizer

LINK_WEIGHT = 0.15
"""Weight of a link's loss beside a word's: links are one to twenty words."""
SENTENCE_WEIGHT = 0.5
INNER_WEIGHT = 0.5
"""Inner attributions are taught by an earlier reader, not by people."""
DIRECT_WEIGHT = 0.05
"""Contents begin at one word in twenty."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    epochs: int
    batch: int
    rate: float
    head_rate: float
    warm_up: float = 0.06
    decay: float = 0.01
    average: float = 0.998
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Corpora:
    """Everything trained on; ``sheets`` with the share of each read an epoch."""

    examples: tuple[Example, ...]
    sheets: tuple[tuple[Sheet, float], ...]


def losses(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    """Each layer's loss on a batch; layers the batch does not annotate are left out."""
    vectors = reader(batch.ids, batch.cases, batch.gaps, batch.mask)  # [B, L, H]
    heads = vectors.gather(1, batch.words[..., None].expand(-1, -1, vectors.shape[2]))  # [B, W, H]
    found = {}
    if (batch.attribution != ABSENT).any():
        found["attribution"] = _tag_loss(reader.attribution, heads, batch.attribution)
        links = _link_losses(reader, vectors, batch.windows)
        found |= {name: LINK_WEIGHT * loss for name, loss in links.items()}
    if (batch.inner != ABSENT).any():
        found["inner"] = INNER_WEIGHT * _inner_loss(reader.inner, heads, batch.inner)
    if (batch.direct != ABSENT).any():
        found["direct"] = DIRECT_WEIGHT * _yes_or_no(reader.direct, heads, batch.direct)
    if (batch.entity != ABSENT).any():
        found["entity"] = _tag_loss(reader.entity, heads, batch.entity)
    if (batch.sentence != ABSENT).any():
        found["sentence"] = SENTENCE_WEIGHT * _yes_or_no(reader.sentence, heads, batch.sentence)
    return found


def _yes_or_no(head: nn.Linear, heads: Tensor, labels: Tensor) -> Tensor:
    """Binary cross-entropy of a head on the words whose label is known."""
    known = labels != ABSENT
    return F.binary_cross_entropy_with_logits(head(heads[known])[..., 0].float(), labels[known].float())


def _inner_loss(tagger: Tagger, heads: Tensor, tags: Tensor) -> Tensor:
    """The inner tagger's loss on each content by itself: a run of known tags is a chain."""
    known = F.pad((tags != ABSENT).int(), (1, 1))
    edges = known.diff(dim=1)
    rows, begins = (edges == 1).nonzero(as_tuple=True)
    ends = (edges == -1).nonzero(as_tuple=True)[1]
    width = int((ends - begins).max())
    at = begins[:, None] + torch.arange(width)
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
    buckets = torch.from_numpy(distance_buckets(*places)).long()

    def pieces(found: list[LinkedSpan]) -> tuple[Tensor, Tensor]:
        return vectors[window.words[[s.first for s in found]]], vectors[window.ends[[s.last for s in found]]]

    (a, b), (c, d) = pieces(one), pieces(other)
    half = linker.link
    asks = torch.cat([linker.one(a)[:, :half], linker.one(b)[:, half:]], 1)
    asked = torch.cat([linker.other(c)[:, :half], linker.other(d)[:, half:]], 1)
    scores = linker.scores(asks, asked, linker.none(a)[:, 0], buckets)
    wanted = torch.tensor([len(other) if s.partner == NOWHERE else s.partner for s in one])
    return F.cross_entropy(scores.float(), wanted, reduction="none")


def epoch(corpora: Corpora, tokenizer: Tokenizer, rng: random.Random) -> list[Window]:
    """One epoch's windows: every example once, damaged anew, and each sheet with its probability."""
    found = []
    for example in corpora.examples:
        found += windows(damage(example, rng), tokenizer, rng)
    for sheet, share in corpora.sheets:
        if rng.random() < share:
            found += windows(_damaged_sheet(sheet, rng), tokenizer, rng)
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


def train(reader: Reader, corpora: Corpora, tokenizer: Tokenizer, plan: Plan, out: Path) -> None:
    """Train and save ``reader.pt`` after each epoch, with a line of ``log.jsonl`` every fifty steps."""
    rng = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    learning = {name: weights for name, weights in reader.named_parameters() if weights.requires_grad}
    groups = [
        {"params": [weights for name, weights in learning.items() if name.startswith("encoder.")], "lr": plan.rate},
        {"params": [weights for name, weights in learning.items() if not name.startswith("encoder.")], "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=plan.decay, fused=True)
    total = math.ceil(len(epoch(corpora, tokenizer, random.Random(plan.seed))) / plan.batch) * plan.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda i: min((i + 1) / (plan.warm_up * total), max(0.0, 1 - i / total)))
    average = Average(reader, plan.average)
    step, began, sums = 0, time.monotonic(), dict[str, list[float]]()
    for number in range(plan.epochs):
        reader.train()
        for batch in batches(epoch(corpora, tokenizer, rng), plan.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = losses(reader, batch)
            torch.stack(list(found.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            average.update(reader)
            step += 1
            for name, loss in found.items():
                sums.setdefault(name, []).append(loss.item())
            if step % 50 == 0:
                line = {"epoch": number, "step": step, "of": total, "seconds": round(time.monotonic() - began)}
                line |= {name: round(sum(values) / len(values), 4) for name, values in sums.items()}
                with (out / "log.jsonl").open("a") as log:
                    log.write(json.dumps(line) + "\n")
                sums.clear()
        torch.save({"weights": average.weights, "epoch": number, "plan": asdict(plan)}, out / "reader.pt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--conll", type=Path, required=True)
    parser.add_argument("--wikigold", type=Path)
    parser.add_argument("--conllu", type=Path, action="append", default=[])
    parser.add_argument("--minilm", type=Path, required=True, help="folder of model.safetensors and vocab.txt")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of MiniLM's")
    parser.add_argument("--only", action="append", help="a head to train, everything else kept as it is; may be given again")
    parser.add_argument("--teacher", type=Path, help="an exported reader that marks the attributions within contents")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    sheets = [(sheet, 0.6) for sheet in read_conll(given.conll)]
    sheets += [(sheet, 0.3) for sheet in read_conll(given.wikigold)] if given.wikigold else []
    sheets += [(sheet, 0.15) for path in given.conllu for sheet in read_conllu(path)]
    articles = read_polnear(given.polnear)
    if given.teacher:
        articles = nest(articles, given.teacher) + wrapped(articles, given.seed)
    corpora = Corpora(tuple(articles), tuple(sheets))
    reader = from_minilm(given.minilm / "model.safetensors")
    if given.start:
        reader.load_state_dict(torch.load(given.start, weights_only=True)["weights"], strict=False)
    if given.only:
        for name, weights in reader.named_parameters():
            weights.requires_grad_(name.split(".")[0] in given.only)
    plan = Plan(given.epochs, given.batch, given.rate, given.head_rate, seed=given.seed)
    train(reader, corpora, load_tokenizer(given.minilm / "vocab.txt"), plan, given.out)


if __name__ == "__main__":
    main()
