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
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from collect import Corpora, Parts, collect, read_plain, treebanks
from compose import compose
from damage import damage
from data import batches
from example import Example, Sheet
from export import write
from labels import Frame, Window, windows
from lemmas import commonest, seen
from losses import losses
from meanings import with_meanings
from nest import nest, taught, wrapped
from network import Reader, from_minilm
from parse import parsed
from purport.reader.layers import LEMMAS
from purport.reader.subwords import load_tokenizer

ARTICLES, FRAMED, PLAIN = 1.0, 0.2, 0.2
"""Shares of the articles, of their lines put inside other attributions, and of the texts an earlier reader has annotated."""
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
        self.articles, self.meanings, self.forms = parts.articles, torch.zeros(0), tuple[str, ...]()
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
        plain = [(text, PLAIN) for text in self.parts.plain]
        return Corpora((*articles, *framed, *plain, *self.parts.train.texts), self.parts.train.sheets)

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
        rng = random.Random(0)
        for each in batches(epoch(self.parts.dev, self.frame, rng), self.plan.batch, rng):
            with torch.no_grad(), torch.autocast(self.device.type, dtype=torch.bfloat16):
                for name, loss in losses(held, each.to(self.device)).items():
                    sums.setdefault(name, []).append(loss.item())
        self._log({"epoch": number, "dev": True}, sums)
        saved = {
            "weights": self.average.weights,
            "scripts": self.frame.scripts,
            "forms": self.forms,
            "epoch": number,
            "plan": asdict(self.plan),
        }
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
    parser.add_argument("--teacher", type=Path, help="a reader's folder, to annotate plain newswire with")
    parser.add_argument("--parser", type=Path, help="a reader's folder, to parse the texts that no treebank has")
    parser.add_argument("--syntax", action="store_true", help="learn from the treebanks alone: such a reader is what --parser takes")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(given.seed)
    vocabulary = given.minilm / "vocab.txt"
    plan = Plan(given.epochs, given.batch, given.rate, given.head_rate, given.nest_from, str(vocabulary), seed=given.seed)
    parts = treebanks(collect(given.corpora)) if given.syntax else collect(given.corpora)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    start = torch.load(given.start, weights_only=True, map_location=device) if given.start else None
    words = [*_words(parts.train)]
    scripts = tuple(start["scripts"]) if start else commonest(((form, lemma) for form, _, lemma in words), LEMMAS)
    frame = Frame(load_tokenizer(vocabulary), scripts)
    reader = from_minilm(given.minilm / "model.safetensors").to(device)
    articles, meanings = with_meanings(parts.articles, reader.encoder, frame.tokenizer)
    if start:
        print(reader.load_state_dict(start["weights"], strict=False))
    plain = taught(read_plain(given.corpora), given.teacher) if given.teacher else []
    if given.parser:
        articles, plain, parts = parsed(articles, given.parser), parsed(plain, given.parser), _with_syntax(parts, given.parser)
    trainer = Trainer(reader, replace(parts, articles=tuple(articles), plain=tuple(plain)), frame, plan, given.out)
    trainer.forms = seen(words)
    trainer.meanings = torch.from_numpy(meanings).to(device)
    trainer.run()


def _with_syntax(parts: Parts, parser: Path) -> Parts:
    """The parts with the texts that are trained on parsed."""
    texts = parsed([text for text, _ in parts.train.texts], parser)
    shares = [share for _, share in parts.train.texts]
    return replace(parts, train=replace(parts.train, texts=tuple(zip(texts, shares, strict=True))))


def _words(corpora: Corpora) -> Iterator[tuple[str, str, str]]:
    """Every annotated form with its Penn part of speech and its lemma."""
    for sheet, _ in corpora.sheets:
        for sentence in sheet.sentences:
            yield from ((form, word.fine, word.lemma) for form, word in zip(sentence.tokens, sentence.words or (), strict=False))


if __name__ == "__main__":
    main()
